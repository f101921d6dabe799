package dates

import "chancery/pipeline/text"

// day reads "19", "19th", "nineteenth", "twenty-fourth"; only the written
// ordinals when ordinalOnly.
func (r *reader) day(i int, p *point, ordinalOnly bool) int {
	v, n, isOrdinal := r.ordinal(i)
	if n == 0 || v == 0 || v > 39 || ordinalOnly && !isOrdinal {
		return 0
	}
	p.d, p.ordinalDay = v, isOrdinal
	return n
}

// ordinal reads a number of up to two digits with or without an ordinal suffix,
// or an ordinal word, and returns its value, its tokens, and whether it is one.
func (r *reader) ordinal(i int) (value, tokens int, isOrdinal bool) {
	t := r.doc.Tokens[i]
	if t.Class == text.Number {
		if t.Len() > 2 {
			return 0, 0, false
		}
		if n := r.suffix(i + 1); n > 0 {
			return t.Num(), 1 + n, true
		}
		if text.DottedDay(r.doc.Tokens, i) || r.dottedBefore(i) {
			return t.Num(), 2, true
		}
		s := r.at(i + 1)
		if s.Class != text.Word || s.Has(text.Spaced) {
			return t.Num(), 1, false
		}
		return t.Num(), took(r.word(i+1).sort == month), false
	}
	switch w := r.word(i); w.sort {
	case ordinal:
		return int(w.value), 1, true
	case tens:
		j := i + 1
		if r.at(j).Class == text.Dash {
			j++
		}
		if u := r.word(j); u.sort == ordinal && u.value < 10 {
			return int(w.value + u.value), j + 1 - i, true
		}
	}
	return 0, 0, false
}

// dottedBefore reports whether the number at token i, with a full stop, is the first day
// of a range whose last day has one: "4.-6. May 2016".
func (r *reader) dottedBefore(i int) bool {
	if r.at(i+1).Class != text.Dot || r.at(i+1).Has(text.Spaced) || r.doc.Tokens[i].Has(text.LineStart) {
		return false
	}
	return r.at(i+2).Class == text.Dash && text.DottedDay(r.doc.Tokens, i+3)
}

// suffix reads that of an ordinal at token i, "th", "-th", " th", "th.", and
// returns how many tokens it takes.
func (r *reader) suffix(i int) int {
	s, n := r.at(i), 1
	if s.Class == text.Dash && !s.Has(text.Spaced) {
		s, n = r.at(i+1), 2
		if s.Has(text.Spaced) {
			return 0
		}
	}
	if s.Class != text.Word || !suffixes.Has(s) || s.Has(text.Spaced) && s.Has(text.Title) {
		return 0
	}
	if dot := r.at(i + n); dot.Class == text.Dot && !dot.Has(text.Spaced) && r.word(i+n+1).sort == month {
		n++
	}
	return n
}

// ofName are words beside which "Mar" is no month: "Mar del Plata", "Castro del Mar".
var ofName = text.NewSet("del", "de", "do", "da", "la", "al")

// month reads a month's name with the full stop of its abbreviation.
func (r *reader) month(i int, p *point) int {
	w := r.word(i)
	if w.sort != month || w.short && (ofName.Has(r.at(i+1)) || ofName.Has(r.at(i-1))) {
		return 0
	}
	t := r.doc.Tokens[i]
	if w.mark == loose && t.Has(text.Lower) && p.y != 0 && p.d == 0 && r.at(i+1).Class != text.Number {
		return 0 // "the floods of 2015 may go on", "the 2013 march"
	}
	p.m, p.looseMonth, p.lowerMonth = int(w.value), w.mark == loose, !t.Capital()
	if s := r.at(i + 1); w.short && !s.Has(text.Spaced) && (s.Class == text.Dot || s.Class == text.Apos && r.at(i+2).Class == text.Number && r.at(i+2).Len() == 4) {
		return 2 // "Sep. 2015", "Sep' 2015"
	}
	return 1
}

func (r *reader) season(i int, p *point) int {
	w := r.word(i)
	if w.sort != season {
		return 0
	}
	p.m = int(w.value)
	return 1
}

// year reads a year of four digits, or one in words. The second year of a
// winter is passed over.
func (r *reader) year(i int, p *point) int {
	t := r.doc.Tokens[i]
	if t.Class == text.Word {
		y, n := r.written(i)
		if n > 0 {
			p.y, p.wordYear = y, true
		}
		return n
	}
	if t.Class != text.Number || t.Len() != 4 || t.Num() < 1000 || t.Num() > 2999 {
		return 0
	}
	if s := r.at(i + 1); s.Class == text.Word && !s.Has(text.Spaced) && r.word(i+1).sort != letter && !eras.Has(s) {
		return 0
	}
	if p.m > 20 && p.y > 0 {
		return took(t.Num() == p.y+1)
	}
	p.y = t.Num()
	return 1
}

// shortYear reads "'92" and "92".
func (r *reader) shortYear(i int, p *point) int {
	n := 1
	if r.doc.Tokens[i].Class == text.Apos {
		i, n = i+1, 2
		p.apostrophe = true
	}
	t := r.at(i)
	if t.Class != text.Number || t.Len() != 2 || n == 2 && t.Has(text.Spaced) {
		return 0
	}
	if s := r.at(i + 1); !s.Has(text.Spaced) && (s.Class == text.Word || s.Class == text.Colon || s.Class == text.Other) {
		return 0
	}
	if p.m > 20 && p.y > 0 { // "winter of 2014/15"
		return took(n == 1 && t.Num() == (p.y+1)%100)
	}
	p.y, p.shortYear = century(t.Num(), p.apostrophe), true
	return n
}

// century completes a year of two digits. A date in numbers may say when something
// will end, but a year with an apostrophe is told of: those of the thirties are
// those of the last century then.
func century(yy int, told bool) int {
	if yy < 30 || yy < 40 && !told {
		return 2000 + yy
	}
	return 1900 + yy
}

// numeric reads one number of a numeric date; padded asks for two digits.
func (r *reader) numeric(i int, p *point, padded bool) int {
	t := r.doc.Tokens[i]
	if t.Class != text.Number || t.Len() > 2 || padded && t.Len() != 2 || int(p.n) >= len(p.numbers) {
		return 0
	}
	if s := r.at(i + 1); s.Class == text.Word && !s.Has(text.Spaced) && !s.Is(keyT) {
		return 0
	}
	p.numbers[p.n] = small(t.Num())
	p.padded = t.Len() == 2 && (p.n == 0 || p.padded)
	p.n++
	return 1
}

// rare matches the elements that few dates have.
func (r *reader) rare(what byte, i int, p *point) int {
	t := r.doc.Tokens[i]
	switch what {
	case 'k':
		return r.decade(i, p)
	case 'q', 'h', 'c':
		return r.period(what, i, p)
	case 'e':
		return r.era(i, p)
	case 'u':
		return r.counting(i, p)
	case 'i':
		return r.basic(t, p)
	case 'w':
		v, n := r.below100(i)
		p.d = v
		return took(n > 0 && v <= 31) * n
	case 'R':
		w := r.word(i)
		p.m = int(w.value)
		return took(w.sort == roman && w.value <= 12 && t.Has(text.Upper))
	case 'W':
		return r.weekday(i, p)
	case 'F':
		return r.fiscal(i)
	case 'f':
		f, n := feastNames.Longest(r.doc.Tokens, i, r.limit)
		if n == 0 {
			return 0
		}
		p.feast, p.lowerMonth = &f, !t.Capital()
		return n
	}
	return 0
}

func (r *reader) weekday(i int, p *point) int {
	w := r.word(i)
	if w.sort != weekday || !r.doc.Tokens[i].Capital() {
		return 0
	}
	p.weekday = w.value
	if s := r.at(i + 1); w.short && s.Class == text.Dot && !s.Has(text.Spaced) {
		return 2
	}
	return 1
}

// fiscal reads "fiscal year", "FY", "FY-".
func (r *reader) fiscal(i int) int {
	w, t := r.word(i), r.doc.Tokens[i]
	if w.sort != letter || w.value != 4 {
		return 0
	}
	if t.Len() == 2 {
		return took(t.Has(text.Upper)) * (1 + took(r.at(i+1).Class == text.Dash))
	}
	if u := r.word(i + 1); u.sort == unit && u.value == 4 {
		return 2
	}
	return 0
}

// basic reads the eight digits of ISO 8601's basic format.
func (r *reader) basic(t text.Token, p *point) int {
	n := t.Num()
	y, m, d := n/10000, n/100%100, n%100
	if y < 1900 || y > 2100 || impossible(y, m, d) != "" || d == 0 {
		return 0
	}
	p.y, p.m, p.d = y, m, d
	return 1
}
