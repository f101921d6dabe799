package dates

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// An openness is what the words around a date make of its ends.
type openness struct {
	qualifier string // since, until, before, after, circa, early, mid, late
	from, to  bool   // open at its end ("since"), at its beginning ("until")
	about     bool
}

// openings are the words before a date that open one of its ends.
var openings = text.NewTable(map[string]openness{
	"since":         {qualifier: "since", from: true},
	"from":          {qualifier: "since", from: true},
	"beginning":     {qualifier: "since", from: true},
	"starting":      {qualifier: "since", from: true},
	"commencing":    {qualifier: "since", from: true},
	"effective":     {qualifier: "since", from: true},
	"after":         {qualifier: "after", from: true},
	"until":         {qualifier: "until", to: true},
	"till":          {qualifier: "until", to: true},
	"til":           {qualifier: "until", to: true},
	"by":            {qualifier: "until", to: true},
	"before":        {qualifier: "before", to: true},
	"circa":         {qualifier: "circa", about: true},
	"ca":            {qualifier: "circa", about: true},
	"around":        {qualifier: "circa", about: true},
	"about":         {qualifier: "circa", about: true},
	"approximately": {qualifier: "circa", about: true},
})

const (
	partEarly = 1 + iota
	partMid
	partLate
)

var (
	parts    = [...]string{partEarly: "early", partMid: "mid", partLate: "late"}
	present  = text.NewSet("present", "date", "now", "today")
	onward   = text.NewSet("onward", "onwards", "forward")
	after    = text.NewSet("later", "after", "onward", "onwards", "thereafter", "beyond", "forward")
	datings  = text.NewSet("date", "dates", "dated", "dating", "apart", "away", "back", "different", "remembered", "known", "letter", "figures", "data", "documents")
	measures = text.NewSet("day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "shortly", "soon", "immediately", "just", "long")
)

// widen takes the weekday before a day, and "early", "mid-" or "the end of"
// before a month or year, into the finding.
func (r *reader) widen(f *finding) {
	i := f.tokens.First
	if f.a.d > 0 {
		r.widenWeekday(f)
		r.widenWeek(f)
	} else if j, part := r.partOf(i); part > 0 {
		f.tokens.First, f.a.part = j, int8(part)
		f.open.qualifier = parts[part]
	}
	r.widenTime(f)
}

func (r *reader) widenWeekday(f *finding) {
	j := f.tokens.First - 1
	if r.at(j).Is(keyThe) {
		j--
	}
	if r.at(j).Class == text.Comma || r.at(j).Class == text.Dot || r.at(j).Class == text.Dash {
		j--
	}
	if w := r.word(j); j >= r.sent && w.sort == weekday && r.at(j).Capital() {
		f.tokens.First, f.a.weekday = j, w.value
		return
	}
	j = f.tokens.End // "Jul 18, Fri"
	if r.at(j).Class == text.Comma {
		j++
	}
	if w := r.word(j); j < r.limit && w.sort == weekday && r.at(j).Capital() && !f.isRange() && r.at(j+1).Class != text.Number {
		f.a.weekday = w.value
	}
}

// widenWeek takes "week of" before a day into the finding.
func (r *reader) widenWeek(f *finding) {
	i := f.tokens.First - 1
	if r.at(i).Is(keyThe) {
		i--
	}
	if w := r.word(i - 1); !f.isRange() && r.at(i).Is(keyOf) && i-1 >= r.sent && w.sort == unit && w.value == 2 && !r.plural(i-1) {
		f.tokens.First, f.week = i-1, true
	}
}

// widenTime takes the time of an ISO timestamp into the finding, so that it does
// not end within a word: "2019-10-07T10:35:00Z".
func (r *reader) widenTime(f *finding) {
	i := f.tokens.End
	if i >= r.limit || !r.at(i).Is(keyT) || r.at(i).Has(text.Spaced) || r.at(i+1).Class != text.Number {
		return
	}
	for i++; i < r.limit && !r.at(i).Has(text.Spaced) && i < f.tokens.End+14; i++ {
		switch t := r.at(i); {
		case t.Class == text.Number, t.Class == text.Word:
			f.tokens.End = i + 1
		case t.Class != text.Colon && t.Class != text.Dot && t.Class != text.Dash && t.Class != text.Other:
			return
		}
	}
}

// partOf reads "early", "mid-", "the end of", "the second half of" before token
// i and returns where it begins.
func (r *reader) partOf(i int) (first, part int) {
	j := i - 1
	direct := true
	if r.at(j).Class == text.Dash {
		j--
	} else {
		for j > i-4 && (r.at(j).Is(keyThe) || r.at(j).Is(keyOf)) {
			direct = false
			j--
		}
	}
	switch w := r.word(j); {
	case j < r.sent:
	case w.sort == partOf && (direct || r.at(j+1).Is(keyOf)):
		return j, int(w.value)
	case w.sort == unit && w.value == 8 && r.at(j+1).Is(keyOf):
		if o := r.word(j - 1); j-1 >= r.sent && o.sort == ordinal && o.value <= 2 {
			return j - 1, 2*int(o.value) - 1 // first half: early, second half: late
		} else if o.sort == partOf {
			return j - 1, int(o.value)
		}
	}
	return 0, 0
}

// qualifier reads what stands before and after a finding.
func (r *reader) qualifier(f *finding) openness {
	o := f.open
	if n := r.openEnd(f.tokens.End); n > 0 && !f.isRange() {
		f.tokens.End += n
		return openness{qualifier: "since", from: true}
	}
	i := f.tokens.First - 1
	if r.at(i).Class == text.Dot && r.at(i-1).Len() <= 2 {
		i-- // "c. 1850"
	}
	for r.at(i).Is(keyThe) || r.at(i).Is(keyOf) && !r.at(i-1).Is(keyAs) {
		i--
	}
	t := r.at(i)
	if t.Class != text.Word || i < r.sent {
		return o
	}
	if o2, ok := r.twoWords(i); ok {
		if f.isRange() || r.attributive(f) {
			return o
		}
		return o2
	}
	w, ok := openings.Get(t.Key)
	switch {
	case ok && !w.about && r.attributive(f):
		return o
	case !ok || f.isRange() && !w.about:
		return o
	case w.from || w.to:
		if p := r.at(i - 1); p.Is(keyNot) || measures.Has(p) && i > r.sent || t.Is(keyFrom) && datings.Has(p) || t.Is(keyAfter) && r.at(i-1).Class == text.Number {
			return o
		}
	}
	return w
}

// attributive reports whether a date only names a thing: "until the 1967
// election", "after the September 11, 2001 attacks".
func (r *reader) attributive(f *finding) bool {
	next := r.at(f.tokens.End)
	return f.a.y > 0 && !f.a.ordinalDay && f.a.part == 0 && f.a.m <= 12 && f.a.decade == 0 && f.a.century == 0 && f.a.weekday == 0 &&
		r.at(f.tokens.First-1).Is(keyThe) && f.tokens.End < r.limit && next.Class == text.Word && !yearAfter.Has(next)
}

// twoWords reads the openings of two words that end at token i: "as of", "prior
// to", "up to", "no later than", "c.", "starting in".
func (r *reader) twoWords(i int) (openness, bool) {
	t, before := r.at(i), r.at(i-1)
	switch {
	case t.Is(keyOf) && before.Is(keyAs):
		return openness{qualifier: "since", from: true}, true
	case t.Is(keyTo) && before.Is(keyPrior):
		return openness{qualifier: "before", to: true}, true
	case t.Is(keyTo) && before.Is(keyUp):
		return openness{qualifier: "until", to: true}, true
	case t.Is(keyThan) && before.Is(keyLater):
		if no := r.at(i - 2); no.Is(keyNo) || no.Is(keyNot) {
			return openness{qualifier: "until", to: true}, true
		}
		return openness{qualifier: "after", from: true}, true
	case t.Is(keyThan) && before.Is(keyEarlier):
		return openness{qualifier: "before", to: true}, true
	case t.Is(keyC) && r.at(i+1).Class == text.Dot:
		return openness{qualifier: "circa", about: true}, true
	case (t.Is(keyIn) || t.Is(keyOn) || t.Is(keyFrom) || t.Is(keyWith)) && starts.Has(before):
		return openness{qualifier: "since", from: true}, true
	}
	return openness{}, false
}

var (
	starts     = text.NewSet("beginning", "starting", "commencing")
	keyLater   = text.KeyOf("later")
	keyEarlier = text.KeyOf("earlier")
	keyNo      = text.KeyOf("no")
	keyWith    = text.KeyOf("with")
)

// apply opens or loosens a value as the words around it say.
func (o openness) apply(v *pipeline.DateValue, isRange bool) {
	v.Qualifier = o.qualifier
	switch {
	case isRange && (o.from || o.to):
	case o.about:
		if firstOf(v.EDTF) == v.EDTF {
			v.EDTF += "~"
		}
	case o.from:
		v.EDTF, v.Max = firstOf(v.EDTF)+"/..", ""
	case o.to:
		v.EDTF, v.Min = "../"+lastOf(v.EDTF), ""
	}
}

// isOpenEnd reports how many tokens from i on say "present" or "to date".
func (r *reader) isOpenEnd(i int) int {
	n := 0
	for n < 2 && (r.at(i+n).Is(keyTo) || r.at(i+n).Is(keyThe)) {
		n++
	}
	if i+n < r.limit && present.Has(r.at(i+n)) {
		return n + 1
	}
	return 0
}

// openEnd reads "– present", "to date", "and later", "onwards" after a date.
func (r *reader) openEnd(i int) int {
	if next, _ := r.separator(i); next > 0 {
		if n := r.isOpenEnd(next); n > 0 {
			return next + n - i
		}
		// "2019 –" at the end of what it stands in, as in lists of offices
		if t := r.at(i); t.Class == text.Dash && next < r.limit && r.at(next).Class == text.Close && !r.at(next).Has(text.Spaced) {
			return next - i
		}
	}
	t := r.at(i)
	switch {
	case i >= r.limit:
	case onward.Has(t):
		return 1
	case (t.Is(keyAnd) || t.Is(keyOr)) && i+1 < r.limit && after.Has(r.at(i+1)) && r.at(i+2).Class != text.Word:
		return 2
	}
	return 0
}
