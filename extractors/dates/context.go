package dates

import (
	"time"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A focus is the last date that the text stated, from which partial and
// relative ones take what they leave out.
type focus struct {
	p         point
	sentences int // since it was stated
}

// reach is how many sentences a date stays in focus.
const reach = 6

// settle fills in open years, gives every finding its value, and reports them.
func (r *reader) settle(s text.Range) {
	r.focus.sentences++
	for i := range r.found {
		f := &r.found[i]
		if f.a.y == 0 && f.a.partial() {
			r.inferYear(i)
		}
		if f.rule != "relative" {
			f.value = f.a.value()
			if f.b.end > 0 {
				f.value = rangeValue(f.a, f.b)
			}
			f.open.apply(&f.value, f.b.end > 0)
		}
		last := f.a
		if f.b.end > 0 {
			last = f.b
		}
		if last.y > 0 && f.value.Invalid == "" {
			r.focus = focus{p: last}
		}
		r.emit(f)
	}
}

func (p point) partial() bool {
	return p.y == 0 && (p.m > 0 || p.d > 0 || p.quarter > 0 || p.half > 0)
}

// inferYear takes a partial date's year from the date before it in the
// sentence, from the next one, from the focus, or from when the text was written.
func (r *reader) inferYear(i int) {
	f := &r.found[i]
	from, why := 0, ""
	switch next := r.nextYear(i); {
	case r.focus.p.y > 0 && r.focus.sentences == 0:
		from, why = r.focus.p.y, "the date before it in the sentence"
	case next > 0:
		from, why = next, "the next date in the sentence"
	case r.focus.p.y > 0 && r.focus.sentences <= reach:
		from, why = r.focus.p.y, "the last date stated"
	case r.doc.Meta.Written != "":
		from, why = r.nearestYear(f.a), "the day the text was written"
	}
	if from == 0 {
		return
	}
	if f.a.m == 0 && f.a.d > 0 {
		if r.focus.p.m == 0 || r.focus.p.m > 12 {
			return
		}
		f.a.m = r.focus.p.m
		f.inferred = append(f.inferred, "month")
	}
	crosses := f.b.end > 0 && f.b.m < f.a.m
	f.a.y = from
	f.inferred = append(f.inferred, "year")
	f.why = "the year is that of " + why
	if f.b.end > 0 {
		f.b.y = from
		if crosses {
			f.b.y++
		}
	}
	if f.a.d > 0 {
		f.a.invalid = impossible(f.a.y, f.a.m, f.a.d)
	}
}

func (r *reader) nextYear(i int) int {
	for _, f := range r.found[i+1:] {
		if f.a.y > 0 {
			return f.a.y
		}
	}
	return 0
}

// nearestYear is the year in which a day and month lie nearest to the day on
// which the text was written; when a weekday is named, in which it falls on it.
func (r *reader) nearestYear(p point) int {
	written, err := time.Parse(time.DateOnly, r.doc.Meta.Written)
	if err != nil {
		return 0
	}
	if p.m == 0 || p.m > 12 {
		return written.Year()
	}
	best, distance := 0, time.Duration(1<<62)
	for y := written.Year() - 1; y <= written.Year()+1; y++ {
		d := time.Date(y, time.Month(p.m), max(p.d, 1), 0, 0, 0, 0, time.UTC).Sub(written).Abs()
		if d < distance {
			best, distance = y, d
		}
	}
	return best
}

// apply opens or loosens a value as the words around it say.
func (o openness) apply(v *pipeline.DateValue, isRange bool) {
	v.Qualifier = o.qualifier
	switch {
	case o.about:
		if !isRange {
			v.EDTF += "~"
		}
	case o.from:
		if isRange || len(v.EDTF) > 10 {
			return
		}
		v.EDTF, v.Max = v.EDTF+"/..", ""
	case o.to:
		if isRange || len(v.EDTF) > 10 {
			return
		}
		v.EDTF, v.Min = "../"+v.EDTF, ""
	}
}

func (r *reader) emit(f *finding) {
	strength := pipeline.Certain
	switch f.a.shape() {
	case "y", "m", "d":
		strength = pipeline.Likely
	}
	why := f.why
	if f.value.Invalid != "" {
		why = f.value.Invalid
	}
	if f.value.OrderAmbiguous {
		why = "day and month could be swapped"
	}
	v := f.value
	r.report(pipeline.Mention{
		Kind: pipeline.Date, Tokens: f.tokens, Value: v.EDTF, Rule: f.rule, Why: why, Strength: strength, Inferred: f.inferred, Date: &v,
	})
}
