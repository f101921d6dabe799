package dates

import "chancery/pipeline/text"

// lookAhead notes beside each date without a year the next year that the
// sentence states: of a day that of a day, of a month that of a month or day.
func (r *reader) lookAhead() {
	withDay, withMonth := 0, 0
	var day *finding // the next day with its year
	for i := len(r.found) - 1; i >= 0; i-- {
		f := &r.found[i]
		if f.next = withMonth; f.a.d > 0 {
			f.next, f.later = withDay, day
		}
		if i+1 < len(r.found) && (r.namesWith(f, &r.found[i+1]) || r.bracketed(f, &r.found[i+1])) {
			f.next = r.found[i+1].a.y
		}
		if f.a.y != 0 && (f.a.m > 0 || f.a.quarter > 0 || f.a.half > 0) && f.relation.from == nowhere {
			withMonth = f.a.y
			if f.a.d > 0 {
				withDay, day = f.a.y, f
			}
		}
	}
}

// overNewYear reports whether a day stands before one that is earlier in its year, so
// that the new year lies between: "appointed on 14 December, and presented his
// credentials on 9 January 1964"; or "on 26 May" so, when the story was in the year
// before.
func (r *reader) overNewYear(f *finding, year int) bool {
	const late, early = 10, 3 // months
	l := f.later
	if l == nil || f.isRange() || l.isRange() || l.a.y != year || f.a.m == 0 || f.a.m > 12 || l.a.m > 12 || !l.a.before(&f.a) {
		return false
	}
	return f.a.m >= late && l.a.m <= early || r.focus.near() && r.focus.p.y == year-1 && r.focus.p.m > 0
}

// namesWith reports whether a year ends what a date begins to name: "the 11 March
// disaster of 2011".
func (r *reader) namesWith(f, year *finding) bool {
	const apart = 4
	between := year.tokens.First - f.tokens.End
	return f.a.m > 0 && year.a.shape() == hasYear && !year.isRange() && between > 1 && between <= apart &&
		r.at(year.tokens.First-1).Is(keyOf) && r.at(f.tokens.End).Has(text.Lower) && r.at(f.tokens.First-1).Is(keyThe)
}

// bracketed reports whether nothing but brackets and a weekday parts a day from its
// year: "12 June (Monday) 1995", "12 June (1995)".
func (r *reader) bracketed(f, year *finding) bool {
	if f.a.m == 0 || year.a.shape() != hasYear || year.isRange() || year.tokens.First > f.tokens.End+3 || r.at(f.tokens.End).Class != text.Open {
		return false
	}
	for i := f.tokens.End; i < year.tokens.First; i++ {
		if c := r.at(i).Class; c != text.Open && c != text.Close && r.word(i).sort != weekday {
			return false
		}
	}
	return true
}

// closingYear is the year of the date that closes the line, alone behind a full stop or a
// bar, for a day told before it: "Met with President A June 26. Private visit. June 25–27,
// 2001"; 0 where none does.
func (r *reader) closingYear(f *finding) int {
	const longest, furthest, far = 12, 120, 6 // tokens, tokens, months
	end := r.limit
	for end < len(r.doc.Tokens) && !r.at(end).Has(text.LineStart) {
		if end++; end-r.limit > furthest {
			return 0
		}
	}
	i := end - 1
	if r.at(i).Class == text.Dot {
		i--
	}
	t, m := r.at(i), 0
	if t.Class != text.Number || t.Len() != 4 {
		return 0
	}
	for i--; i >= r.limit && end-i <= longest && r.datelike(i); i-- {
		if w := r.word(i); w.sort == month {
			m = int(w.value)
		}
	}
	if c := r.at(i).Class; i < r.limit-1 || c != text.Dot && c != text.Bar || m == 0 || f.a.m == 0 || f.a.m > 12 {
		return 0
	}
	switch y := t.Num(); {
	case f.a.m-m >= far:
		return y - 1
	case m-f.a.m >= far:
		return y + 1
	default:
		return y
	}
}

// datelike reports whether token i may stand in a date before its year.
func (r *reader) datelike(i int) bool {
	t := r.at(i)
	switch t.Class {
	case text.Number:
		return t.Len() <= 2
	case text.Word:
		s := r.word(i).sort
		return s == month || s == weekday
	}
	return t.Class == text.Dash || t.Class == text.Comma
}

// nextYear is the year that the next date in the sentence gives a day before it, and
// whence it is. Little is known of how long before it the day was when that date is
// but the end of a time: "presented his credentials on November 28, and served until
// July 19, 1952". Then the last date stated decides; and the day does not lie behind
// the end.
func (r *reader) nextYear(f *finding) (year int, whence string) {
	const stated = "the next date in the sentence"
	l := f.later
	if f.next == 0 || l == nil || !l.open.to || l.a.y != f.next || f.isRange() || f.a.m == 0 {
		return f.next, stated
	}
	turns := l.a.before(&f.a) // the new year lies between
	if r.focus.near() {
		y := r.focus.p.y
		if f.a.before(&r.focus.p) {
			y++
		}
		if y < f.next || y == f.next && !turns {
			return y, "the last date stated"
		}
	}
	if turns {
		return 0, ""
	}
	return f.next, stated
}
