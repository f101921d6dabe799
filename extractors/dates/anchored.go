package dates

import "chancery/pipeline/text"

var (
	anchors      = text.NewSet("before", "after", "from", "following", "prior")
	inexact      = text.NewSet("than", "over", "under", "within", "every", "least", "most")
	keyFollowing = text.KeyOf("following")
	keyHence     = text.KeyOf("hence")
	keyThat      = text.KeyOf("that")
)

// anchored reads the date from which a relative one is counted: a day, or what
// is as coarse as the unit counted, "two years after 1995".
func (r *reader) anchored(first, i int, rel relation) int {
	begin := i
	for r.at(i).Is(keyOn) || r.at(i).Is(keyThe) || r.at(i).Is(keyFrom) || r.at(i).Is(keyTo) {
		i++
	}
	if i >= r.limit || inexact.Has(r.at(first-1)) {
		return 0
	}
	p := r.match(i)
	if p.end == 0 || p.invalid != "" || !r.anchors(&p, rel) {
		return 0
	}
	if s := p.shape(); s&hasDay == 0 && p.feast == nil && (i > begin || r.startsRange(p.end) || s == hasYear && !r.stands(&p)) {
		return 0 // "two years after the 1995 accord", "five years from 1990 to 1995"
	}
	rel.from = fromAnchor
	p.first = first
	return r.addRelative(p, rel)
}

// anchors reports whether the units of a relation can be counted from p.
func (r *reader) anchors(p *point, rel relation) bool {
	s := p.shape()
	switch {
	case p.feast != nil || s&^hasYear == hasDay|hasMonth:
		return true
	case rel.weekday > 0 || rel.spans || p.m > 12:
		return false
	}
	return rel.unit == 4 && s == hasYear || rel.unit >= 3 && s == hasMonth|hasYear
}

func (r *reader) startsRange(i int) bool {
	next, _ := r.separator(i)
	return next > 0
}

// nthAfter reads "the Monday before 5 May" and "third Tuesday after Christmas
// 2014" from token i on.
func (r *reader) nthAfter(i int) int {
	if w := r.word(i); w.sort == weekday {
		return r.weekdayAfter(i, i+1, int(w.value), 1)
	}
	var p point
	n := r.counting(i, &p)
	if n == 0 || p.weekday == 0 || p.many != 1 || p.nth < 0 {
		return 0
	}
	return r.weekdayAfter(i, i+n, int(p.weekday), int(p.nth))
}

// weekdayAfter reads "after Christmas 2014" and "three weeks after 15 May" from
// token j on, behind a weekday.
func (r *reader) weekdayAfter(i, j, weekday, nth int) int {
	if v, n := r.count(j); n > 0 && nth == 1 {
		if u := r.word(j + n); u.sort != unit || u.value != 2 {
			return 0
		}
		nth, j = v, j+n+1
	}
	switch d := r.at(j); {
	case d.Is(keyBefore):
		nth = -nth
	case !d.Is(keyAfter) && !d.Is(keyFollowing):
		return 0
	}
	return r.anchored(i, j+1, relation{weekday: weekday, n: nth})
}

// monthIn reads "March in a year", counted from the day the text was written.
func (r *reader) monthIn(i, month int) int {
	if !r.at(i + 1).Is(keyIn) {
		return 0
	}
	v, n := r.count(i + 2)
	if r.word(i+2).sort == article {
		v, n = 1, 1
	}
	u := r.word(i + 2 + n)
	if n == 0 || u.sort != unit || u.value != 4 {
		return 0
	}
	return r.addRelative(point{first: i, end: i + 3 + n}, relation{from: fromWritten, unit: 4, month: month, n: v})
}
