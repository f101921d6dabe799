package dates

import "chancery/pipeline/text"

// bareMonth decides whether a month's name alone is a date. "May", "March" and
// "August" need more than others, since they are other words as well.
func (r *reader) bareMonth(p *point) bool {
	prev, next := r.at(p.first-1), r.at(p.end)
	if p.first <= r.sent {
		prev = text.Token{}
	}
	if next.Class == text.Number && !next.Has(text.LineStart) && p.end < r.limit || prev.Class == text.Number && prev.Len() <= 2 {
		return false // "August 32", "32 August"
	}
	if r.alone(p.first, p.end) && p.end-1 == p.first && r.limit-r.sent > 1 || r.limit-r.sent == 1 && !p.lowerMonth {
		return !p.lowerMonth || !p.looseMonth
	}
	if p.m > 20 && (next.Is(keyOf) && !r.saysOf(p.end, 4) || p.lowerMonth && !r.at(p.first-1).Is(keyThe) && !r.pastWhole(p.first-1).Is(keyThe)) {
		return false // "the fall of the Berlin Wall"
	}
	if p.m > 21 && wholes.Has(prev) && r.pastWhole(p.first-1).Is(keyThe) {
		return true
	}
	named := next.Class == text.Word && next.Capital() && p.end < r.limit
	if named && prev.Is(keyThe) && p.m < 13 || p.m > 20 && (next.Is(keyMonths) || named && games.Has(next)) {
		return false // "the January Uprising", "the summer months", "the Summer Olympic Games"
	}
	switch {
	case p.looseMonth && p.lowerMonth:
		return false
	case (prev.Class == text.Open || prev.Class == text.Comma) && next.Class == text.Close && r.chronicled():
		return true
	case r.partBefore(p.first):
		return true
	case p.looseMonth:
		return looseAfter.Has(r.pastThe(p.first-1)) && !named
	}
	if r.heads(p) {
		return true
	}
	return monthAfter.Has(r.pastThe(p.first-1)) && !(named && p.lowerMonth) || r.listedMonth(p.first)
}

// chronicled reports whether the sentence is the line of a chronicle that begins with a
// year: "1983 – Visit of the President (November)".
func (r *reader) chronicled() bool {
	i := r.sent
	if r.at(i).Class != text.Number {
		i++ // its bullet
	}
	t := r.at(i)
	return r.at(r.sent).Has(text.LineStart) && t.Class == text.Number && t.Len() == 4 && (r.at(i+1).Class == text.Dash || r.at(i+1).Class == text.Colon)
}

// chronicleLine reports whether a year and a month, or a day, begin the line of a chronicle as
// Korean ministries write it: "2013. 8 President A".
func (r *reader) chronicleLine(p *point) bool {
	next := r.at(p.end)
	switch {
	case !r.opensLine(p.first):
		return false
	case r.at(p.first + 2).Has(text.Spaced):
		return next.Capital() || next.Class == text.Dash || next.Class == text.Comma
	case next.Class == text.Dot:
		return r.at(p.end + 1).Capital() // "1982.8. President A"
	}
	return next.Has(text.Title) // "1982.8 President A"
}

// opensLine reports whether token i is the first of its line, but for a bullet.
func (r *reader) opensLine(i int) bool {
	return r.at(i).Has(text.LineStart) || r.at(i-1).Has(text.LineStart) && r.at(i-1).Class != text.Word && r.at(i-1).Class != text.Number
}

// heads reports whether a month's name is the head of an entry: "June – visit of
// the Speaker; September, visit of the Minister".
func (r *reader) heads(p *point) bool {
	if p.lowerMonth || p.end >= r.limit {
		return false
	}
	prev, next := r.at(p.first-1).Class, r.at(p.end).Class
	marked := prev == text.Colon || prev == text.Semi
	return next == text.Colon || next == text.Dash && r.at(p.end).Has(text.Spaced) && (marked || p.first == r.sent) || next == text.Comma && marked
}

// pastWhole is token i, or the one before it when i is "whole".
func (r *reader) pastWhole(i int) text.Token {
	if wholes.Has(r.at(i)) {
		i--
	}
	return r.at(i)
}

var keyMonths = text.KeyOf("months")

var wholes = text.NewSet("whole", "entire")

// pastThe is token i, or the one before it when i is "the" or "the whole".
func (r *reader) pastThe(i int) text.Token {
	if wholes.Has(r.at(i)) {
		i--
	}
	if r.at(i).Is(keyThe) {
		i--
	}
	if i < r.sent {
		return text.Token{}
	}
	return r.at(i)
}

// partBefore reports whether "early", "mid-" or "end of" stands before token i.
func (r *reader) partBefore(i int) bool {
	prev := r.at(i - 1)
	if prev.Class == text.Dash || prev.Is(keyOf) {
		i--
	}
	return i-1 >= r.sent && r.word(i-1).sort == partOf
}

// listedMonth reports whether another date stands before token i with "and", a
// comma or a slash between.
func (r *reader) listedMonth(i int) bool {
	prev := r.at(i - 1)
	return (prev.Is(keyAnd) || prev.Is(keyOr) || prev.Class == text.Comma || prev.Class == text.Slash) && (r.partOfFound(i-1) || r.word(i-2).sort == month)
}

// bareDay takes "on the 15th" when nothing that could bear the number follows.
func (r *reader) bareDay(p *point) bool {
	t := r.doc.Tokens[p.first]
	if t.Class != text.Number || p.d > 31 {
		return false
	}
	if r.alone(p.first, p.end) && r.at(p.first-1).Is(keyThe) && p.first > r.sent {
		return true
	}
	next := r.at(p.end)
	if p.ordinalDay && r.saysOf(p.end, 3) {
		return true
	}
	return p.ordinalDay && (r.at(p.first-1).Is(keyThe) && r.at(p.first-2).Is(keyOn) || r.at(p.first-1).Is(keyOn) || r.weekOf(p.first)) &&
		(p.end >= r.limit || next.Class != text.Word && next.Class != text.Number && next.Class != text.Dash || afterDay.Has(next))
}

// afterDay are words that go on after "on the 5th" and cannot bear the number.
var afterDay = text.NewSet("he", "she", "it", "they", "we", "the", "his", "her", "a", "an", "and", "in", "at", "when", "there")

// weekOf reports whether "the week of the" stands before token i.
func (r *reader) weekOf(i int) bool {
	w := r.word(i - 3)
	return r.at(i-1).Is(keyThe) && r.at(i-2).Is(keyOf) && w.sort == unit && w.value == 2
}

// decimal reports whether a day and month with a full stop may be a figure: "fell to
// 3.2", "by 4.5".
func (r *reader) decimal(p *point) bool {
	return r.at(p.first+1).Class == text.Dot && !p.padded && figureAfter.Has(r.at(p.first-1))
}

// measure reports whether a day and month in figures are a share or a length: "5.3%", "down to
// 1/16 in.", "20.9" by 30"".
func (r *reader) measure(p *point) bool {
	share := r.at(p.first+1).Class == text.Slash && !p.padded && p.numbers[0] < p.numbers[1] && fractions[int(p.numbers[1])]
	next := r.at(p.end)
	if c := next.Class; p.end < len(r.doc.Tokens) && !next.Has(text.Spaced) && (c == text.Dash || c == text.Other || (c == text.Quote || c == text.Apos) && (share || r.at(p.first+1).Class == text.Dot)) {
		return true
	}
	return share && measured.Has(r.at(p.first-1))
}

var (
	fractions = map[int]bool{2: true, 3: true, 4: true, 5: true, 8: true, 10: true, 16: true, 32: true, 64: true}
	measured  = text.NewSet("to", "about", "around", "of", "than", "nearly", "almost")
)

// figureAfter are words that lead up to dates and to figures alike.
var figureAfter = text.NewSet("to", "by", "for", "about", "around", "from", "between", "before", "after", "through")

// listedWithMonth reports whether a day of a named month is listed with a
// numeric day and month that begins its sentence: "11/20, 12 of November".
func (r *reader) listedWithMonth(p *point) bool {
	i := r.conjunction(p.end)
	if i == 0 || p.first > r.sent {
		return false
	}
	best := r.best
	q := r.match(i)
	r.best = best
	return q.n == 0 && q.d > 0 && q.m > 0
}

// dayOfMonth decides on a day and month without a year.
func (r *reader) dayOfMonth(p *point) bool {
	if p.n > 0 {
		dash := r.at(p.first+1).Class == text.Dash
		if r.measure(p) {
			return false
		}
		if r.alone(p.first, p.end) && (r.at(p.first+1).Class == text.Slash || p.padded || p.d > 12) {
			return true
		}
		if !dash && r.listedWithMonth(p) {
			return true
		}
		return !dash && r.datedBefore(p.first) && !r.decimal(p) && !r.at(p.end).Is(keyOf) && !notYearBefore.Has(r.at(p.end)) && (r.at(p.first+1).Class == text.Slash || !r.at(p.first-1).Is(keyBetween))
	}
	if !p.ordinalDay && r.at(p.first).Class == text.Number && r.numberedList(p.first) {
		return false // "Article 5 May be amended"
	}
	if next := r.at(p.end); p.end < r.limit && next.Capital() && streets.Has(next) {
		return false // "12 May Street"
	}
	if p.lowerMonth && p.looseMonth { // "may second" may be a verb
		return p.ordinalDay && (r.at(p.first).Class == text.Number || suffixes.Has(r.at(p.end-1))) || r.alone(p.first, p.end)
	}
	first := r.doc.Tokens[p.first]
	if first.Class == text.Word && p.end-p.first == 2 && r.word(p.first).sort == ordinal {
		return false // "the second March"
	}
	// "May 50", "June 30,000"
	return p.ordinalDay || p.end >= r.limit || !notYearBefore.Has(r.at(p.end))
}

// games are words behind a season that make it part of a name.
var games = text.NewSet("olympic", "olympics", "olympiad", "paralympic", "paralympics", "games", "universiade", "palace", "school", "festival", "davos")
