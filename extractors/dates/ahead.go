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
