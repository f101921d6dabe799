package dates

import "chancery/pipeline/text"

// An openness is what the words around a date make of its ends.
type openness struct {
	qualifier string // since, until, before, after, circa, early, mid, late
	from, to  bool   // open at its end ("since"), at its beginning ("until")
	about     bool
}

// openers are the words before a date that open one of its ends.
var openings = text.NewTable(map[string]openness{
	"since":         {qualifier: "since", from: true},
	"from":          {qualifier: "since", from: true},
	"after":         {qualifier: "after", from: true},
	"until":         {qualifier: "until", to: true},
	"till":          {qualifier: "until", to: true},
	"by":            {qualifier: "until", to: true},
	"before":        {qualifier: "before", to: true},
	"circa":         {qualifier: "circa", about: true},
	"ca":            {qualifier: "circa", about: true},
	"around":        {qualifier: "circa", about: true},
	"about":         {qualifier: "circa", about: true},
	"approximately": {qualifier: "circa", about: true},
})

var (
	keyBetween = text.KeyOf("between")
	keyAs      = text.KeyOf("as")
	keyPrior   = text.KeyOf("prior")
	keyUp      = text.KeyOf("up")
	keyTo      = text.KeyOf("to")
	keyNot     = text.KeyOf("not")
	keyOr      = text.KeyOf("or")
	present    = text.NewSet("present", "date", "now", "today")
	onward     = text.NewSet("later", "after", "onward", "onwards", "on", "thereafter")
	measures   = text.NewSet("day", "days", "week", "weeks", "month", "months", "year", "years")
	parts      = [...]string{1: "early", "mid", "late"}
)

// widen takes the weekday before a day, and "early", "mid-" or "the end of"
// before a month or year, into the finding.
func (r *reader) widen(f *finding) {
	i := f.tokens.First
	if f.a.d > 0 {
		j := i - 1
		if r.at(j).Is(keyThe) {
			j--
		}
		if r.at(j).Class == text.Comma || r.at(j).Class == text.Dot {
			j--
		}
		if j >= r.sent && r.word(j).sort == weekday && r.at(j).Capital() {
			f.tokens.First = j
		}
		return
	}
	j := i - 1
	if r.at(j).Class == text.Dash {
		j--
	} else {
		for r.at(j).Is(keyThe) || r.at(j).Is(keyOf) {
			j--
		}
	}
	if w := r.word(j); j >= r.sent && w.sort == part && (j == i-1 || r.at(j+1).Class == text.Dash || r.at(j+1).Is(keyOf) || r.at(j+1).Is(keyThe)) {
		f.tokens.First = j
		f.open.qualifier = parts[w.value]
	}
}

// qualifier reads what stands before and after a finding.
func (r *reader) qualifier(f *finding) openness {
	o := f.open
	if n := r.openEnd(f.tokens.End); n > 0 && f.b.end == 0 {
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
	switch w, ok := openings.Get(t.Key); {
	case t.Is(keyOf) && r.at(i-1).Is(keyAs):
		return openness{qualifier: "since", from: true}
	case t.Is(keyTo) && r.at(i-1).Is(keyPrior):
		return openness{qualifier: "before", to: true}
	case t.Is(keyTo) && r.at(i-1).Is(keyUp):
		return openness{qualifier: "until", to: true}
	case t.Is(text.KeyOf("c")) && r.at(i+1).Class == text.Dot:
		return openness{qualifier: "circa", about: true}
	case !ok || f.b.end > 0 && !w.about:
		return o
	case (w.from || w.to) && (r.at(i-1).Is(keyNot) || measures.Has(r.at(i-1))):
		return o
	case w.about && r.at(i-1).Is(keyOr) || w.about || w.from || w.to:
		return w
	}
	return o
}

// isOpenEnd reports how many tokens from i on say "present" or "to date".
func (r *reader) isOpenEnd(i int) int {
	n := 0
	for r.at(i+n).Is(keyTo) || r.at(i+n).Is(keyThe) {
		n++
	}
	if present.Has(r.at(i + n)) {
		return n + 1
	}
	return 0
}

// openEnd reads "– present", "to date", "and later", "onwards" after a date.
func (r *reader) openEnd(i int) int {
	if next, _ := r.separator(i); next > 0 {
		if n := r.isOpenEnd(next); n > 0 && next+n <= r.limit {
			return next + n - i
		}
	}
	n := 0
	if t := r.at(i); t.Is(keyAnd) || t.Is(keyOr) {
		n = 1
	}
	t := r.at(i + n)
	if onward.Has(t) && i+n < r.limit && (n == 1 && !t.Is(keyOn) || t.Is(text.KeyOf("onward")) || t.Is(text.KeyOf("onwards"))) &&
		r.at(i+n+1).Class != text.Word {
		return n + 1
	}
	return 0
}
