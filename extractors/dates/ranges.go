package dates

import "chancery/pipeline/text"

// spans lists which shapes may stand on either side of a range's dash or "to".
var spans = map[shape][]shape{
	hasDay:                      {hasDay | hasMonth, hasDay | hasMonth | hasYear, isCentury},
	hasDay | hasMonth:           {hasDay | hasMonth, hasDay | hasMonth | hasYear, hasDay, hasDay | hasYear},
	hasDay | hasMonth | hasYear: {hasDay | hasMonth | hasYear, hasDay | hasMonth, hasMonth | hasYear, hasYear},
	hasMonth:                    {hasMonth, hasMonth | hasYear},
	hasMonth | hasYear:          {hasMonth | hasYear, hasMonth, hasDay | hasMonth | hasYear, hasYear},
	hasYear:                     {hasYear, hasMonth | hasYear, hasDay | hasMonth | hasYear},
	isDecade:                    {isDecade},
	isCentury:                   {isCentury},
	isQuarter:                   {isQuarter | hasYear},
	isQuarter | hasYear:         {isQuarter | hasYear, isQuarter},
	isHalf | hasYear:            {isHalf | hasYear},
}

func joins(a, b shape) bool {
	for _, s := range spans[a] {
		if s == b {
			return true
		}
	}
	return false
}

// upTo reads the second point of a range whose first ends where the separator
// begins, and returns both with their shared fields filled in.
func (r *reader) upTo(p *point) (from, to point, ok bool) {
	a := *p
	i, sep := r.separator(a.end)
	if t := r.at(a.end); t.Class == text.Slash && !t.Has(text.Spaced) && !r.at(a.end+1).Has(text.Spaced) {
		i, sep = a.end+1, text.Slash // "2014/15"
	}
	if i == 0 || i >= r.limit || r.isOpenEnd(i) > 0 && r.word(i).sort != day {
		return a, a, false
	}
	b := r.endPoint(&a, i)
	if b.century > 0 && a.shape() == hasDay && a.ordinalDay && small(a.d) < b.century { // "7th to the 9th century"
		a.century, a.d = small(a.d), 0
	}
	if b.end == 0 || !joins(a.shape(), b.shape()) || b.d > 0 && r.isClock(b.end-1) || r.commaParts(&a, &b) {
		return a, a, false
	}
	if sep == text.Dash && (a.n == 2 && a.rule != "iso" && r.at(a.first+1).Class == text.Dash && !r.at(i).Has(text.Spaced) || // "1-2-3"
		a.shape() == hasDay && b.shape() == hasDay|hasMonth && a.d >= b.d || // "3 - 2 May"
		b.n > 0 && r.at(b.first+1).Class == text.Dash && !r.at(b.first).Has(text.Spaced) && (a.rule != "iso" || b.rule != "iso")) {
		return a, a, false
	}
	if a.shape() == hasDay && b.monthFirst() {
		return a, a, false
	}
	first := a
	share(&a, &b)
	if sep == text.Slash && !follows(&a, &b) {
		return first, first, false
	}
	return a, b, true
}

// isClock reports whether the number at token i is an hour: "December 1, 1941—11 p.m."
func (r *reader) isClock(i int) bool {
	next := r.at(i + 1)
	switch {
	case r.at(i).Class != text.Number || r.at(i).Len() > 2:
		return false
	case next.Class == text.Colon && !next.Has(text.Spaced):
		return r.at(i+2).Class == text.Number && !r.at(i+2).Has(text.Spaced)
	case next.Is(keyA) || next.Is(keyP): // "a.m."
		return r.at(i+2).Class == text.Dot && r.at(i+3).Is(keyM)
	}
	return hours.Has(next)
}

var (
	hours = text.NewSet("am", "pm", "h", "hrs", "hours", "o'clock")
	keyP  = text.KeyOf("p")
	keyM  = text.KeyOf("m")
)

// commaParts reports whether the comma before "to" parts two dates: one closes a day
// with its year and may stand in a range, but not behind a bare year, nor before what
// is coarser, unless "from" stands before: "extended in December 2025, to 2031".
func (r *reader) commaParts(a, b *point) bool {
	if r.at(a.end).Class != text.Comma || !r.at(a.end+1).Is(keyTo) || r.at(r.pastLead(a.first-1)).Is(keyFrom) {
		return false
	}
	return a.d == 0 || b.d == 0
}

// follows reports whether a slash may join a and b to a range: years as in
// "2014/15", and the two days of a night, as in "5/6 May".
func follows(a, b *point) bool {
	switch {
	case a.shape() == hasYear:
		return b.shape() == hasYear && b.y > a.y
	case a.rule == "iso": // the interval of ISO 8601
		return b.rule == "iso"
	case a.shape() == hasMonth|hasYear && a.m < 13 && a.n == 0:
		return b.shape() == hasMonth|hasYear && b.n == 0 && a.m%12+1 == b.m
	case a.n > 0 || b.n > 0 || a.d == 0 || b.d == 0:
		return false
	case a.m == b.m:
		return a.d+1 == b.d
	}
	return b.d == 1 && a.m%12+1 == b.m && a.d == daysIn(a.y, a.m)
}

// dayUpTo reads "05-07.04.2010", "5-9 May", "5/6 May" and "3-5 and 7-9 May",
// where the two first numbers look like a day and a month.
func (r *reader) dayUpTo(p *point) int {
	day, ok := r.firstDay(p)
	if !ok {
		return 0
	}
	a, b, ok := r.upTo(&day)
	if !ok || b.n > 0 && b.y == 0 || r.gluedAfter(&b) || !r.standsRange(&a, &b) {
		return r.list(&day)
	}
	return r.addRange(a, b)
}

// firstDay is the first number of what looks like a day and a month as a day.
func (r *reader) firstDay(p *point) (day point, ok bool) {
	sep := r.at(p.first + 1).Class
	if p.rule != "numeric-day" || sep != text.Dash && sep != text.Slash {
		return day, false
	}
	return point{first: p.first, end: p.first + 1, rule: "day", d: r.at(p.first).Num()}, true
}

// joinsOn reports whether token i could separate the ends of a range.
func (r *reader) joinsOn(i int) bool {
	if i >= r.limit {
		return false
	}
	switch t := &r.doc.Tokens[i]; t.Class {
	case text.Dash, text.Slash:
		return true
	case text.Comma, text.Dot:
		return r.at(i+1).Class == text.Dash || t.Class == text.Comma && through.Has(r.at(i+1))
	case text.Word:
		return t.Key == keyAnd || t.Key == keyUp || through.Has(*t)
	}
	return false
}

// separator reads a dash, "to", "through" or "until", and "and" after "between",
// and returns the token after it.
func (r *reader) separator(i int) (next int, class text.Class) {
	if i >= r.limit {
		return 0, 0
	}
	t := r.at(i)
	switch {
	case t.Class == text.Dash:
		return i + 1, text.Dash
	case t.Class == text.Comma && r.at(i+1).Class == text.Dash:
		return i + 2, text.Dash
	case t.Class == text.Comma && through.Has(r.at(i+1)) && (r.at(i-1).Class == text.Word || r.at(i-1).Len() == 4): // "Monday, 4 June, through Friday, 8 June"
		return i + 2, text.Word
	case t.Class == text.Dot && !t.Has(text.Spaced) && r.at(i+1).Class == text.Dash && r.at(i-1).Class == text.Number: // "5.-9.5.2014"
		return i + 2, text.Dash
	case t.Class != text.Word:
		return 0, 0
	case through.Has(t):
		return i + 1 + took(r.at(i+1).Is(keyTo)), text.Word // "through to"
	case t.Is(keyUp) && r.at(i+1).Is(keyTo):
		return i + 2, text.Word
	case t.Is(keyAnd) && r.at(r.pastLead(r.start-1)).Is(keyBetween):
		return i + 1, text.Word
	}
	return 0, 0
}

// endPoint reads the point that ends a range begun by a: any point, or the rest
// of a's month ("August 10-22, 2012"), or the last digits of a year ("1998-99").
func (r *reader) endPoint(a *point, i int) point {
	i, part := r.leadIn(i)
	if i >= r.limit {
		return point{}
	}
	if w := r.word(i); w.sort == day {
		return r.writtenDay(i, int(w.value))
	}
	b := r.match(i)
	if b.end > 0 && !joins(a.shape(), b.shape()) {
		b = point{}
	}
	switch {
	case a.rule == "month-day" || a.rule == "month-day-year" || a.rule == "year-month-day":
		if rest := r.restOfMonth(a, i); rest.end > b.end {
			b = rest
		}
	case a.rule == "iso":
		if rest := r.restOfISO(a, i); rest.end > 0 {
			b = rest
		}
	case a.shape() == hasYear && b.end == 0:
		b = r.restOfYear(a, i)
	}
	b.part = part
	return b
}

// leadIn passes over what may stand before the end of a range: a weekday, "the",
// "the end of".
func (r *reader) leadIn(i int) (next int, part int8) {
	for j := i; j < min(i+6, r.limit); j++ {
		switch w, t := r.word(j), r.at(j); {
		case w.sort == weekday || t.Is(keyThe):
			next = j + 1
		case w.sort == partOf:
			part, next = int8(w.value), j+1
		case (t.Class == text.Comma || t.Class == text.Dot || t.Class == text.Dash || t.Is(keyOf)) && next == j && j > i:
			next = j + 1
		default:
			return max(next, i), part
		}
	}
	return max(next, i), part
}

// restOfMonth reads "22, 2012" and "22" after "August 10 -".
func (r *reader) restOfMonth(a *point, i int) point {
	b := point{first: i, rule: a.rule}
	n := r.day(i, &b, false)
	if n == 0 || b.d > 31 || b.d == a.d || b.d < a.d && !b.ordinalDay && !r.yearFollows(i+n) {
		return point{}
	}
	b.end = i + n
	b.endMonthOf(a)
	if y, end := r.commaYear(b.end); end > 0 && a.y == 0 {
		b.y, b.end = y, end
	}
	return b
}

// restOfISO reads "08" and "06.02" after "2013.05.06-", in which the month stands before the day.
func (r *reader) restOfISO(a *point, i int) point {
	sep, day := r.at(a.end-2).Class, r.at(i)
	if sep == text.Dash || day.Class != text.Number || day.Len() > 2 {
		return point{}
	}
	b := point{first: i, end: i + 1, rule: "iso", m: a.m, d: day.Num()}
	if next := r.at(i + 2); r.at(i+1).Class == sep && !r.at(i+1).Has(text.Spaced) && next.Class == text.Number && !next.Has(text.Spaced) && next.Len() <= 2 {
		b.m, b.d, b.end = b.d, next.Num(), i+3
	}
	if b.m > 12 || b.d > 31 || b.m == a.m && b.d <= a.d || r.gluedAfter(&b) {
		return point{}
	}
	return b
}

// endMonthOf gives the day that ends a range begun by a its month: a's, or the one
// after it, as in "from April 27th to the 3rd". What is no ordinal is left to be
// found impossible: "27-3 April" may be an error of any kind.
func (p *point) endMonthOf(a *point) {
	p.m = a.m
	if p.ordinalDay && p.d < a.d && a.m <= 12 {
		p.m = a.m%12 + 1
	}
}

func (r *reader) yearFollows(i int) bool {
	_, end := r.commaYear(i)
	return end > 0
}

// commaYear reads ", 2012", "2012", "of 2012", "/2012".
func (r *reader) commaYear(i int) (year, end int) {
	if t := r.at(i); t.Class == text.Comma || t.Class == text.Slash && !t.Has(text.Spaced) && r.at(i+1).Len() == 4 {
		i++
	}
	if r.at(i).Is(keyOf) {
		i++
	}
	var p point
	if i >= r.limit || r.at(i).Class != text.Number {
		return 0, 0
	}
	if n := r.year(i, &p); n > 0 {
		return p.y, i + n
	}
	return 0, 0
}

// restOfYear reads "99" after "1998-". A range of two digits that ends far in
// the future is more likely a number, unless a word leads up to it.
func (r *reader) restOfYear(a *point, i int) point {
	t := r.at(i)
	y := a.y/100*100 + t.Num()
	if t.Class != text.Number || t.Has(text.Spaced) || t.Len() != 2 || t.Num() <= a.y%100 || y > 2030 && r.at(a.first-1).Class != text.Word {
		return point{}
	}
	if s := r.at(i + 1); !s.Has(text.Spaced) && (s.Class == text.Word || s.Class == text.Dash || s.Class == text.Slash) {
		return point{}
	}
	return point{first: i, end: i + 1, rule: "year", y: y}
}
