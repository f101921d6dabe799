package dates

import (
	"strings"

	"chancery/pipeline/text"
)

// small keeps points small, since matching copies them.
type small = int16

// A point is one reading of a date or of part of one: the fields that the words
// state, zero where they do not.
type point struct {
	first, end int // tokens
	rule       string
	y, m, d    int      // m from 21 to 24 is a season, as in EDTF; y below 0 is before the common era
	numbers    [3]small // of a numeric date, in the order of the text
	n          small
	decade     small // the first three digits of its years: 199
	century    small
	quarter    small
	half       small
	weekday    small // 1 is Monday
	unit       small // with nth: which day (1), week (2) or month (3) of a month or year
	nth        small // from the end when negative
	many       small
	feast      *feast

	shortYear  bool // two digits
	apostrophe bool // "'92"
	wordYear   bool
	ordinalDay bool
	looseMonth bool // the month's word is also another word, or an abbreviation
	lowerMonth bool
	padded     bool // all numbers have two digits
	ambiguous  bool // day and month could be swapped
	part       int8 // early, mid, late
	invalid    string
}

// winter is the month of a winter, the season that lies in two years.
const winter = 24

// A shape is the set of fields that a point states.
type shape uint16

const (
	hasDay shape = 1 << iota
	hasMonth
	hasYear
	isQuarter
	isHalf
	isDecade
	isCentury
	isCounted // "the third Tuesday of": settled once its year is known
)

func (p *point) shape() (s shape) {
	switch {
	case p.decade > 0:
		return isDecade
	case p.century > 0:
		return isCentury
	}
	if p.d > 0 {
		s |= hasDay
	}
	if p.m > 0 {
		s |= hasMonth
	}
	if p.y != 0 {
		s |= hasYear
	}
	if p.quarter > 0 {
		s |= isQuarter
	}
	if p.half > 0 {
		s |= isHalf
	}
	if p.nth != 0 || p.feast != nil {
		s |= isCounted
	}
	return s
}

// monthFirst reports whether p was written as a month's name and a day.
func (p *point) monthFirst() bool { return strings.HasPrefix(p.rule, "month-day") }

// before reports whether p lies before q within a year.
func (p *point) before(q *point) bool { return p.m > 0 && (p.m < q.m || p.m == q.m && p.d < q.d) }

// partial reports whether p leaves its year open.
func (p *point) partial() bool {
	return p.y == 0 && p.shape()&^(isDecade|isCentury) != 0
}

// fits settles what the pattern left open, and refuses what cannot be a date
// at all: a day of 45, a month of 17 in "3.17".
func (p *point) fits(r *reader) bool {
	if p.n > 0 && !p.settleNumbers(r) {
		return false
	}
	if p.feast != nil && !p.feast.movable && p.feast.weekday == 0 {
		p.m, p.d, p.feast = p.feast.m, p.feast.d, nil
	}
	switch p.rule {
	case "month-day-short-year": // "April 14, 15 and 17, 2009"
		if i := r.conjunction(p.end); i > 0 && !p.apostrophe && p.y%100 <= 31 && r.at(i).Class == text.Number || !r.shortYearStands(p) {
			return false
		}
	case "day-month-short-year": // "On 5 May 12 people came", "15 May, 28/29 June"
		if next := r.at(p.end); !r.shortYearStands(p) || !p.apostrophe && p.y%100 <= 31 && (next.Class == text.Slash || next.Class == text.Dash) && r.at(p.end+1).Class == text.Number {
			return false
		}
	case "season": // "the 1972 Summer Olympics"
		if last, next := r.at(p.end-1), r.at(p.end); p.end < r.limit && last.Capital() && next.Class == text.Word && next.Capital() && p.end-p.first > 1 {
			return false
		}
	case "year-month": // "1996/May 1998"
		if p.end < r.limit && r.at(p.end).Class == text.Number {
			return false
		}
	}
	if p.d > 31 && (p.m == 0 || p.y == 0 || p.shortYear) {
		return false
	}
	p.check()
	if p.shape()&isCounted != 0 && p.y != 0 {
		return p.settleCount()
	}
	return true
}

// check marks a day that its month does not have.
func (p *point) check() {
	if p.d > 0 && p.m > 0 && p.m < 13 {
		p.invalid = impossible(p.y, p.m, p.d)
	}
}

// settleNumbers gives the numbers of a numeric date their meaning.
func (p *point) settleNumbers(r *reader) bool {
	a, b := int(p.numbers[0]), int(p.numbers[1])
	if p.n == 1 {
		p.m = a
		return a >= 1 && a <= 12 && p.y >= 1900 && p.y <= 2100 && (p.rule != "iso-month" || a <= p.y%100) // "1904-06" are years
	}
	if p.rule == "iso" || p.rule == "iso-line" {
		p.m, p.d = a, b
		return p.isMonth(a) && b <= 31 && b > 0
	}
	if r.order.fixed == "ymd" && p.rule == "numeric-short" { // "14/05/06"
		p.y, p.m, p.d = century(a, false), b, p.y%100
		return p.isMonth(b) && p.d > 0 && p.d <= 31
	}
	dayFirst, known := r.order.decide(a, b, r.doc.Tokens[p.first+1].Class)
	if !dayFirst {
		a, b = b, a
	}
	p.d, p.m = a, b
	p.ambiguous = !known && a <= 12 && b <= 12 && a != b
	return a >= 1 && a <= 31 && p.isMonth(b)
}

// isMonth reports whether m is a month; 13 to 19 are taken for slips in a date
// that is otherwise whole and make it invalid, other numbers make it none.
func (p *point) isMonth(m int) bool {
	if m >= 13 && m <= 19 && p.y > 0 && !p.shortYear {
		p.invalid = "there is no month " + itoa(m)
		return true
	}
	return m >= 1 && m <= 12
}

// settleCount finds the days that "the third Tuesday of September 2014", "the
// last week of 2016" and the movable holidays of a year are.
func (p *point) settleCount() bool {
	switch {
	case p.feast != nil:
		p.m, p.d = p.feast.in(p.y)
		p.feast = nil
	case p.weekday > 0 && p.m > 0:
		p.d = nthWeekday(p.y, p.m, int(p.weekday), int(p.nth))
	case p.unit == 1 && p.m > 0 && p.many == 1:
		if p.d = int(p.nth); p.nth < 0 {
			p.d = daysIn(p.y, p.m) + int(p.nth) + 1
		}
	case p.unit == 3 && p.m == 0 && p.many == 1 && p.nth >= -12 && p.nth <= 12:
		if p.m = int(p.nth); p.nth < 0 {
			p.m = 13 + int(p.nth)
		}
	default:
		return p.unit > 1 || p.unit == 1 && p.many > 1
	}
	p.nth, p.weekday = 0, 0
	return p.m > 0 && (p.d > 0 || p.unit == 3) && p.d <= 31
}
