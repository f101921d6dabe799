package dates

// A point is one reading of a date or of part of one: the fields that the words
// state, zero where they do not.
type point struct {
	first, end int // tokens
	rule       string
	y, m, d    int
	numbers    [4]int // of a numeric date, in the order of the text
	n          int
	decade     int // the first three digits of its years: 199
	century    int
	quarter    int
	half       int

	shortYear  bool // two digits
	apostrophe bool // "'92"
	ordinalDay bool
	looseMonth bool // the month's word is also another word, or an abbreviation
	lowerMonth bool
	ambiguous  bool // day and month could be swapped
	invalid    string
}

// shape names the fields of a point, for the table of ranges.
func (p point) shape() string {
	s := ""
	if p.d > 0 {
		s += "d"
	}
	if p.m > 0 {
		s += "m"
	}
	switch {
	case p.decade > 0:
		return "k"
	case p.century > 0:
		return "c"
	case p.quarter > 0:
		s += "q"
	case p.half > 0:
		s += "h"
	}
	if p.y > 0 {
		s += "y"
	}
	return s
}

// fits settles what the pattern left open, and refuses what cannot be a date
// at all: a day of 45, a month of 17 in "3.17".
func (p *point) fits(r *reader) bool {
	if p.n > 0 && !p.settleNumbers(r) {
		return false
	}
	if p.d > 31 || (p.rule == "day-month" || p.rule == "month-day") && p.d == 0 {
		return false
	}
	if p.d > 0 && p.m > 0 {
		p.invalid = impossible(p.y, p.m, p.d)
	}
	return true
}

// settleNumbers gives the numbers of a numeric date their meaning.
func (p *point) settleNumbers(r *reader) bool {
	a, b := p.numbers[0], p.numbers[1]
	switch p.rule {
	case "iso":
		p.m, p.d = a, b
		return p.month("month %d", a) && b <= 31 && b > 0
	case "iso-month", "numeric-month":
		p.m = a
		return a >= 1 && a <= 12 && (p.rule != "iso-month" || a != (p.y+1)%100)
	}
	dayFirst, known := r.order.decide(a, b, r.doc.Tokens[p.first+1].Class)
	if !dayFirst {
		a, b = b, a
	}
	p.d, p.m = a, b
	p.ambiguous = !known && a <= 12 && b <= 12 && a != b
	return a >= 1 && a <= 31 && p.month("month %d", b)
}

// month reports whether m is a month; 13 to 19 are taken for slips in a date
// that is otherwise whole and make it invalid, other numbers make it none.
func (p *point) month(_ string, m int) bool {
	if m >= 13 && m <= 19 && p.y > 0 && !p.shortYear {
		p.invalid = "there is no month " + itoa(m)
		return true
	}
	return m >= 1 && m <= 12
}
