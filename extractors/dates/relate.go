package dates

import (
	"time"

	"chancery/pipeline/text"
)

// relate resolves a relative finding. It reports false when there is nothing
// that it can be counted from.
func (r *reader) relate(f *finding) bool {
	rel := f.relation
	base, ok := r.base(rel.from)
	f.why = "counted from the day the text was written"
	switch {
	case rel.from == fromStory:
		base, ok = r.storyDay(f)
	case rel.from == fromAnchor:
		if f.a.y == 0 {
			f.next = 0
			r.inferYear(f)
		}
		f.why = "counted from the date that follows it"
		base, ok = f.a, f.a.y > 0
	case rel.from == fromFocus:
		f.why = "counted from the last date stated"
		f.inferred = append(f.inferred, "year")
	default:
		f.inferred = append(f.inferred, "year")
	}
	if !ok {
		return false
	}
	first, end := f.a.first, f.a.end
	switch {
	case rel.month > 12:
		f.a = shiftSeason(base, rel)
	case rel.month > 0:
		f.a = shiftMonth(base, rel)
	case rel.weekday > 0:
		f.a = countWeekday(base, rel)
	case rel.spans:
		f.b = addUnits(base, rel.unit, rel.n)
		f.b = addUnits(f.b, 1, -1)
		f.b.end = end
	case rel.whole:
		f.a = addUnits(base, rel.unit, rel.n)
		f.a.end = end
		r.wholeWeek(f, monday(date(f.a.y, f.a.m, f.a.d)))
	default:
		f.a = addUnits(base, rel.unit, rel.n)
	}
	f.a.first, f.a.end, f.a.rule = first, end, "relative"
	return f.a.y >= 1000 && f.a.y <= 2999
}

// placeIn gives a date the year or month that "of that year" behind it names.
func (r *reader) placeIn(f *finding) bool {
	if f.of.from == nowhere {
		return false
	}
	base, ok := r.base(f.of.from)
	if !ok {
		base, ok = r.base(fromWritten)
	}
	if !ok {
		return f.of.n != 0 // a year that is not that of any date near
	}
	y := base.y + f.of.n
	if f.of.unit == 3 {
		t := date(base.y, base.m+f.of.n, 1)
		if base.m == 0 || base.m > 12 {
			return false
		}
		y, f.a.m = t.Year(), int(t.Month())
		f.inferred = append(f.inferred, "month")
	}
	f.why = "the year is counted from the last date stated"
	if f.of.from == fromWritten {
		f.why = "the year is counted from the day the text was written"
	}
	r.setYear(f, y)
	return true
}

// told gives a relative date the value of the one right after it, which says the
// same: "fifteen months later, in February 1973".
func (r *reader) told(f *finding, next int) bool {
	const apart = 2
	if next >= len(r.found) || f.relation.from == fromAnchor || f.relation.spans || f.relation.whole {
		return false
	}
	n := &r.found[next]
	if n.isRange() || n.relation.from != nowhere || n.a.y <= 0 || n.tokens.First-f.tokens.End > apart {
		return false
	}
	for i := f.tokens.End; i < n.tokens.First; i++ {
		if t := r.at(i); t.Class != text.Comma && !t.Is(keyIn) && !t.Is(keyOn) {
			return false
		}
	}
	first, end := f.a.first, f.a.end
	f.a = n.a
	f.a.first, f.a.end, f.a.rule = first, end, "relative"
	f.why = "the date after it says the same"
	f.inferred = append(f.inferred, "year")
	return true
}

// addUnits counts n units from base, to the precision of the coarser of both.
// Its year is 0 when base is too coarse.
func addUnits(base point, unit, n int) point {
	switch {
	case unit == 4:
		return point{y: base.y + n}
	case unit == 3 && base.m > 0 && base.m <= 12:
		t := date(base.y, base.m+n, 1)
		return point{y: t.Year(), m: int(t.Month())}
	case unit <= 2 && base.d > 0:
		t := date(base.y, base.m, base.d+n*[...]int{1: 1, 2: 7}[unit])
		return point{y: t.Year(), m: int(t.Month()), d: t.Day()}
	}
	return point{}
}

// countWeekday is the nth of a weekday after base, or before it.
func countWeekday(base point, rel relation) point {
	if base.d == 0 || base.m == 0 {
		return point{}
	}
	from := date(base.y, base.m, base.d)
	days := (rel.weekday-weekdayOf(from)+6)%7 + 1 + 7*(rel.n-1)
	if rel.n < 0 {
		days = -((weekdayOf(from)-rel.weekday+6)%7 + 1) + 7*(rel.n+1)
	}
	t := from.AddDate(0, 0, days)
	return point{y: t.Year(), m: int(t.Month()), d: t.Day()}
}

// shiftSeason is the season before, after or in the time of base: spring of 1854 as
// "the following spring" of July 1853. Its year is 0 where base is close before the season,
// which may then be the coming one or the one after it.
func shiftSeason(base point, rel relation) point {
	const long = 3 // months of a season
	y, m, first := base.y, base.lastMonth(), long*(rel.month-20)
	switch {
	case rel.n < 0 && first+long > m:
		y--
	case rel.n > 0 && first <= m, rel.n > 0 && m == 0:
		y++
	case rel.n > 0 && first-m < long && base.m <= 12:
		y = 0
	}
	return point{y: y, m: rel.month}
}

// lastMonth is the month of a date, the last one of its season, or 0.
func (p *point) lastMonth() int {
	if p.m > 12 {
		return 3*(p.m-20) + 2
	}
	return p.m
}

// shiftMonth is the month of a name before, after or in the time of base.
func shiftMonth(base point, rel relation) point {
	y, m := base.y, base.lastMonth()
	switch {
	case rel.unit == 4:
		y += rel.n
	case rel.n < 0 && m > 0 && rel.month >= m, rel.n < 0 && m == 0:
		y--
	case rel.n > 0 && m > 0 && rel.month <= m, rel.n > 0 && m == 0:
		y++
	}
	return point{y: y, m: rel.month}
}

// base is the date to count from. What a text tells of the past counts from the
// date in focus; what it says of itself counts from its own date.
func (r *reader) base(from origin) (point, bool) {
	if from == fromWritten || from == fromStory {
		t, err := time.Parse(time.DateOnly, r.writtenOn)
		return point{y: t.Year(), m: int(t.Month()), d: t.Day()}, err == nil
	}
	p, ok := r.focus.p, r.focus.near()
	if r.bareYear.near() && (!ok || r.bareYear.sentences < r.focus.sentences) {
		p, ok = r.bareYear.p, true
	}
	return p, ok && p.m < winter && p.y > 0
}

// weekOfDay makes a day that stands for its week that week. A Sunday stands for the
// week that it opens.
func (r *reader) weekOfDay(f *finding) {
	if f.a.d == 0 || f.a.m == 0 || f.a.y <= 0 || f.a.invalid != "" {
		return
	}
	t := date(f.a.y, f.a.m, f.a.d)
	if weekdayOf(t) == 7 {
		t = t.AddDate(0, 0, 1)
	}
	r.wholeWeek(f, monday(t))
}

// wholeWeek makes a finding the week from its first day on.
func (r *reader) wholeWeek(f *finding, first time.Time) {
	if f.a.y <= 0 || f.a.d == 0 {
		return
	}
	last := first.AddDate(0, 0, 6)
	f.b = point{y: last.Year(), m: int(last.Month()), d: last.Day(), end: f.a.end}
	f.a.y, f.a.m, f.a.d = first.Year(), int(first.Month()), first.Day()
}

// extend lets "from 18 December for ten days" end where it says.
func (r *reader) extend(f *finding) {
	i := f.tokens.End
	if f.isRange() || f.a.d == 0 || f.a.y <= 0 || i+2 >= r.limit || !r.at(i).Is(keyFor) || f.open.to {
		return
	}
	n, taken := r.count(i + 1)
	u := r.word(i + 1 + taken)
	if taken == 0 || u.sort != unit || u.value > 3 || f.a.invalid != "" || i+1+taken >= r.limit {
		return
	}
	f.b = addUnits(addUnits(f.a, int(u.value), n), 1, -1)
	if f.b.y == 0 {
		f.b = point{}
		return
	}
	f.b.end = i + 2 + taken
	f.tokens.End = f.b.end
	f.open = openness{}
}

var keyFor = text.KeyOf("for")
