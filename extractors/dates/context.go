package dates

import (
	"time"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A focus is a date that the text stated, from which partial and relative ones
// take what they leave out.
type focus struct {
	p         point
	sentences int // since it was stated
}

// reach is how many sentences a date stays in focus.
const reach = 6

func (f *focus) near() bool { return f.p.y != 0 && f.sentences <= reach }

// settle fills in open years, gives every finding its value, and reports them.
func (r *reader) settle() {
	r.focus.sentences++
	r.bareYear.sentences++
	if r.doc.Tokens[r.sent].Has(text.ParaStart) {
		r.paragraph = r.sent
	}
	r.lookAhead()
	for i := range r.found {
		f := &r.found[i]
		if f.relation.from != nowhere && !r.told(f, i+1) && !r.relate(f) {
			continue
		}
		if f.a.partial() && !r.placeIn(f) {
			r.inferYear(f)
		}
		if f.a.shape()&isCounted != 0 && f.a.y == 0 {
			continue // "the first Tuesday of May" of no year
		}
		if f.week {
			r.weekOfDay(f)
		}
		r.extend(f)
		f.value = f.a.value()
		if f.isRange() {
			f.value = rangeValue(&f.a, &f.b)
		}
		f.open.apply(&f.value, f.isRange())
		r.attend(f)
		r.emit(f)
	}
	if r.sent == 0 {
		r.entitle()
	}
}

// entitle notes the years of a first line that is a title.
func (r *reader) entitle() {
	if last := r.at(r.limit - 1); last.Class == text.Dot || last.Class == text.Colon || r.limit > 30 || len(r.found) != 1 {
		return
	}
	if f := &r.found[0]; f.a.y > 0 && f.value.Invalid == "" {
		r.title = [2]int{f.a.y, max(f.a.y, f.b.y)}
	}
}

// fromFocus is the year of a date in focus, unless the title speaks of other
// years: then it is the title's, or, of a period, unknown. What the sentence before
// dates to the month goes on all the same.
func (r *reader) fromFocus(f *focus, of *finding) int {
	switch y := f.p.y; {
	case r.title[0] == 0 || y >= r.title[0] && y <= r.title[1] || f.p.m > 0 && f.sentences <= 1 && !r.at(of.tokens.First-1).Is(keyThe): // not "the October war"
		return y
	case r.title[0] == r.title[1]:
		return r.title[0]
	}
	return 0
}

// attend moves the focus to a finding, unless it only names something: years in
// parentheses and before nouns do not carry the story on.
func (r *reader) attend(f *finding) {
	last := &f.a
	if f.isRange() {
		last = &f.b
	}
	if last.y <= 0 || f.value.Invalid != "" || last.decade > 0 || last.century > 0 {
		return
	}
	if last.m > 0 {
		r.focus = focus{p: *last}
		return
	}
	prev, next := r.at(f.tokens.First-1), r.at(f.tokens.End)
	if prev.Class == text.Open || prev.Is(keyThe) && next.Class == text.Word && f.tokens.End < r.limit && next.Len() > 3 {
		return
	}
	r.bareYear = focus{p: *last}
	opens := f.tokens.First-r.sent <= 2                                      // "In 1967, ..." begins a new part of the story
	if opens || !f.isRange() && r.focus.p.m == 0 && r.focus.sentences == 0 { // "Between 1918 and 1926 ..., and in 1927 ..."
		r.focus = focus{p: *last}
	}
}

// inferYear takes a partial date's year from the date before it in the
// sentence, from the next one, from the focus, or from when the text was written.
func (r *reader) inferYear(f *finding) {
	if r.yearly(f) {
		return
	}
	if r.writtenOn != "" && r.postposed(f) != unknown {
		r.nearest(f)
		return
	}
	next, whence := r.nextYear(f)
	closing := 0
	if next == 0 {
		closing = r.closingYear(f)
	}
	from, why := 0, ""
	switch {
	case r.focus.p.y != 0 && r.focus.sentences == 0 && !(next > r.focus.p.y && f.a.before(&r.focus.p)):
		from, why = r.focus.p.y, "the date before it in the sentence"
	case next != 0 && r.overNewYear(f, next):
		from, why = next-1, "the one before the next date's, which is past the new year"
	case next != 0:
		from, why = next, whence
	case r.bareYear.p.y != 0 && r.bareYear.sentences == 0:
		from, why = r.bareYear.p.y, "the year before it in the sentence"
	case closing != 0:
		from, why = closing, "the date that closes the line"
	case r.focus.near() && r.pastReport(f):
		r.nearest(f)
		return
	case r.focus.near():
		from, why = r.fromFocus(&r.focus, f), "the last date stated"
	case r.bareYear.near():
		from, why = r.fromFocus(&r.bareYear, f), "the last year stated"
	case r.writtenOn != "":
		if !returns(f) || !r.habitual() {
			r.nearest(f)
			r.news = r.news || f.tokens.First < headline && f.a.y > 0 && f.a.d > 0
		}
		return
	}
	if from == 0 || returns(f) && r.habitual() {
		return
	}
	if f.a.m == 0 && f.a.d > 0 {
		if r.focus.p.m == 0 || r.focus.p.m > 12 {
			return
		}
		f.a.m, f.b.m = r.focus.p.m, took(f.isRange())*r.focus.p.m
		f.inferred = append(f.inferred, "month")
	}
	f.why = "the year is that of " + why
	r.setYear(f, from)
}

// pastReport reports whether a report goes on, behind what it told of the past, to what its
// own date says: to what will be, or to another paragraph; or whether the year in focus would
// put what was before the day of writing behind it.
func (r *reader) pastReport(f *finding) bool {
	earlier := r.focus.p.first < r.paragraph
	written, err := time.Parse(time.DateOnly, r.writtenOn)
	if r.news {
		return earlier || r.tense(f) == future || r.focus.p.d == 0 && r.justBefore(f, written)
	}
	if err != nil {
		return earlier && r.foretells(f) // from the day of writing, which is not known
	}
	return f.a.m > 0 && f.a.m <= 12 && date(r.focus.p.y, f.a.m, max(f.a.d, 1)).After(written) && r.tense(f) == past
}

// justBefore reports whether a day without a year would lie in the days before the text was written: a
// report that recalls a month of another year goes on with its own.
func (r *reader) justBefore(f *finding, written time.Time) bool {
	const days = 14
	if f.a.d == 0 || f.a.m == 0 || f.a.m > 12 {
		return false
	}
	since := written.Sub(date(written.Year(), f.a.m, f.a.d))
	return since >= 0 && since <= days*24*time.Hour
}

// headline is how many tokens stand before the text of a report begins with its date.
const headline = 60

// returns reports whether a finding is a day that comes back every year.
func returns(f *finding) bool {
	return f.rule == "day-month" || f.rule == "month-day" || f.a.nth != 0
}

// setYear gives a partial date its year, and its end the next one if it crosses
// the new year.
func (r *reader) setYear(f *finding, y int) {
	f.inferred = append(f.inferred, "year")
	f.a.y = y
	if f.isRange() {
		f.b.y = y
		if f.b.m < f.a.m {
			f.b.y++
		}
		f.b.check()
	}
	f.a.check()
	if f.a.shape()&isCounted != 0 && !f.a.settleCount() {
		f.a.y = 0
	}
}

// nearest gives a partial date the year in which it lies nearest to the day on
// which the text was written: before it in a sentence about the past, after it
// in one about the future, on its weekday where one is named.
func (r *reader) nearest(f *finding) {
	written, err := time.Parse(time.DateOnly, r.writtenOn)
	if err != nil {
		return
	}
	tense, grace := r.tense(f), time.Duration(0)
	if f.a.m > 0 && r.alone(f.tokens.First, f.tokens.End) {
		grace = 92 * 24 * time.Hour // an entry of a calendar is rather just over than far ahead
	}
	best, distance := time.Time{}, time.Duration(1<<62)
	for _, t := range r.candidates(&f.a, written) {
		d := t.Sub(written)
		if f.a.d == 0 && t.Year() == written.Year() && t.Month() == written.Month() {
			d = 0
		}
		if tense == past && d > 0 || tense == future && d < -grace {
			d = d.Abs() + 1000*24*time.Hour
		}
		if d.Abs() < distance {
			best, distance = t, d.Abs()
		}
	}
	if best.IsZero() {
		return
	}
	if f.a.m == 0 && f.a.d > 0 {
		f.a.m, f.b.m = int(best.Month()), took(f.isRange())*int(best.Month())
		f.inferred = append(f.inferred, "month")
	}
	f.why = "the year is the one nearest to the day the text was written"
	r.setYear(f, best.Year())
}

// candidates are the days around the day of writing on which a partial date may
// fall.
func (r *reader) candidates(p *point, written time.Time) []time.Time {
	var days []time.Time
	y := written.Year()
	if p.m == 0 && p.d > 0 {
		for m := -6; m <= 12; m++ {
			if t := date(y, int(written.Month())+m, p.d); t.Day() == p.d && (p.weekday == 0 || weekdayOf(t) == int(p.weekday)) {
				days = append(days, t)
			}
		}
		return days
	}
	m := p.m
	switch {
	case p.quarter > 0:
		m = 3*int(p.quarter) - 2
	case p.half > 0:
		m = 6*int(p.half) - 5
	case m > 20:
		m = 3 * (m - 20)
	case m == 0 && p.feast != nil:
		m = max(p.feast.m, 4)
	case m == 0:
		m = 1
	}
	for n := -6; n <= 6; n++ {
		t := date(y+n, m, max(p.d, 1))
		named := p.weekday > 0 && p.nth == 0
		if named && weekdayOf(t) != int(p.weekday) || !named && (n < -1 || n > 1) || p.d > 0 && t.Day() != p.d {
			continue
		}
		days = append(days, t)
	}
	return days
}

// weekdayOf counts from Monday, which is 1.
func weekdayOf(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

func (r *reader) emit(f *finding) {
	strength := pipeline.Certain
	switch f.a.shape() {
	case hasYear, hasMonth, hasDay:
		strength = pipeline.Likely
	}
	why := f.why
	if f.value.Invalid != "" {
		why = f.value.Invalid
	}
	if f.value.OrderAmbiguous {
		why = "day and month could be swapped"
	}
	v := r.keep(f.value)
	r.report(pipeline.Mention{
		Kind: pipeline.Date, Tokens: f.tokens, Value: v.EDTF, Rule: f.rule, Why: why, Strength: strength, Inferred: f.inferred, Date: v,
	})
}

// keep gives a value its place among those that are allocated together.
func (r *reader) keep(v pipeline.DateValue) *pipeline.DateValue {
	if len(r.values) == cap(r.values) {
		r.values = make([]pipeline.DateValue, 0, min(max(4, 2*cap(r.values)), 64))
	}
	r.values = append(r.values, v)
	return &r.values[len(r.values)-1]
}
