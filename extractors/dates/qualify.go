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

// openers are the last words before a date of all that opens or loosens it.
var openers = text.NewSet("since", "from", "beginning", "starting", "commencing", "effective", "after", "until", "till", "til", "by", "before",
	"circa", "ca", "around", "about", "approximately", "of", "to", "than", "including", "in", "on", "with", "c")

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

// qualifier reads what stands before and after a finding.
func (r *reader) qualifier(f *finding) openness {
	o := f.open
	if n := r.openEnd(f); n > 0 && !f.isRange() {
		f.tokens.End += n
		return openness{qualifier: "since", from: true}
	}
	i := f.tokens.First - 1
	if r.at(i).Class == text.Dot && r.at(i-1).Is(keyF) && r.at(i-3).Is(keyE) && r.at(i-5).Is(keyW) && !f.isRange() { // "w.e.f."
		return openness{qualifier: "since", from: true}
	}
	if r.at(i).Class == text.Dot && r.at(i-1).Len() <= 2 {
		i-- // "c. 1850"
	}
	i = r.pastLead(i)
	t := r.at(i)
	if t.Class != text.Word || i < r.sent || !openers.Has(t) || t.Has(text.Upper) && (t.Is(keyC) || t.Is(keyCa)) {
		return o // "Washington, D.C. March 3", "Woodside, CA. March 3"
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
	case w.about && (questions.Has(r.at(i-1)) || speaking.Has(r.at(i-1))):
		return o
	case w.from || w.to:
		if p := r.at(i - 1); p.Is(keyNot) && (t.Is(keyBefore) || t.Is(keyAfter)) { // "not before" is "from"
			return openness{qualifier: map[bool]string{true: "since", false: "until"}[w.to], from: w.to, to: w.from}
		} else if p.Is(keyNot) || measures.Has(p) && i > r.sent || t.Is(keyFrom) && datings.Has(p) || t.Is(keyAfter) && r.at(i-1).Class == text.Number {
			return o
		}
	}
	return w
}

// pastLead is the token before "the", "the year" and "as early as" that end at
// token i.
func (r *reader) pastLead(i int) int {
	if w := r.word(i); w.sort == unit && w.value == 4 && i > r.sent {
		i--
	}
	for r.at(i).Is(keyThe) || r.at(i).Is(keyOf) && !r.at(i-1).Is(keyAs) {
		i--
	}
	if r.at(i).Is(keyLeast) && r.at(i-1).Is(keyAt) && i-1 > r.sent { // "until at least"
		i -= 2
	}
	if r.at(i).Is(keyAs) && r.at(i-2).Is(keyAs) && i-2 > r.sent {
		i -= 3
	}
	return i
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
		if no := r.at(i - 2); no.Is(keyNo) || no.Is(keyNot) {
			return openness{qualifier: "since", from: true}, true
		}
		return openness{qualifier: "before", to: true}, true
	case t.Is(keyIncluding) && before.Is(keyAnd):
		w, _ := openings.Get(r.at(i - 2).Key)
		if r.at(i-2).Is(keyTo) && r.at(i-3).Is(keyUp) {
			w = openness{qualifier: "until", to: true}
		}
		return w, w.to
	case t.Is(keyIn) && (before.Is(keyApproximately) || before.Is(keyAround) || before.Is(keyAbout)):
		return openness{qualifier: "circa", about: true}, true
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
	questions  = text.NewSet("how", "what")
	speaking   = text.NewSet("talk", "talks", "talked", "talking", "spoke", "speak", "speaking", "asked", "ask", "think", "thinking", "know", "wrote", "writes", "learn", "learned", "discussion", "discussions", "question", "questions", "book", "books", "film", "story")

	keyCa            = text.KeyOf("ca")
	keyF             = text.KeyOf("f")
	keyW             = text.KeyOf("w")
	keyEarly         = text.KeyOf("early")
	keyLeast         = text.KeyOf("least")
	keyLate          = text.KeyOf("late")
	keyIncluding     = text.KeyOf("including")
	keyApproximately = text.KeyOf("approximately")
	keyAround        = text.KeyOf("around")
	keyAbout         = text.KeyOf("about")
	keyWith          = text.KeyOf("with")
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

// isOpenEnd reports how many tokens from i on say "present", "to date" or "till now".
func (r *reader) isOpenEnd(i int) int {
	n := 0
	for n < 2 && (through.Has(r.at(i+n)) || r.at(i+n).Is(keyThe)) {
		n++
	}
	t := r.at(i + n)
	if i+n >= r.limit || !present.Has(t) || t.Has(text.Title) && t.Is(keyToday) && r.at(i+n+1).Class == text.Word { // "2 May 2013 – Today the ..."
		return 0
	}
	return n + 1
}

var keyToday = text.KeyOf("today")

// endsOpen reports whether the dash at token i ends what it stands in, as in
// lists of offices: "(2019 –)", "Ambassador, 2019–".
func (r *reader) endsOpen(i, next int) bool {
	t, after := r.at(i), r.at(next)
	switch {
	case t.Class != text.Dash:
		return false
	case next < r.limit && after.Class == text.Close:
		return !after.Has(text.Spaced)
	case next < len(r.doc.Tokens) && after.Class == text.Bar: // the cell ends
		return true
	}
	return !t.Has(text.Spaced) && (next >= r.limit || after.Class == text.Semi || after.Class == text.Comma || after.Class == text.Dot && next == r.limit-1)
}

// openEnd reads "– present", "to date", "and later", "onwards" after a date.
func (r *reader) openEnd(f *finding) int {
	i := f.tokens.End
	if next, _ := r.separator(i); next > 0 {
		if n := r.isOpenEnd(next); n > 0 {
			return next + n - i
		}
		if s := f.a.shape(); s&hasDay == 0 && s&hasYear != 0 && f.a.n == 0 && r.endsOpen(i, next) {
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
