package dates

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed guards.tsv
var guardList string

// guards are the word sets of guards.tsv by name. A word marked # is left out
// where it also stands before dates.
var guards = func() map[string]text.Set {
	sets := map[string]text.Set{}
	for _, line := range strings.Split(guardList, "\n") {
		name, words, ok := strings.Cut(line, "\t")
		if !ok || name[0] == '#' {
			continue
		}
		var kept []string
		for _, w := range strings.Fields(words) {
			if !strings.HasSuffix(w, "#") {
				kept = append(kept, w)
			}
		}
		sets[name] = text.NewSet(kept...)
	}
	return sets
}()

var (
	notYearAfter  = guards["before"]
	notYearBefore = guards["after"]
	yearAfter     = guards["year"]
	monthAfter    = guards["month"]
	dayAfter      = guards["day"]
)

// stands reports whether a point that no range or list supports may stand as a
// date where it is.
func (r *reader) stands(p point) bool {
	if r.glued(p) {
		return false
	}
	switch p.shape() {
	case "y":
		return r.year1(p)
	case "m":
		return r.bareMonth(p)
	case "d":
		return r.bareDay(p)
	case "dm":
		return r.dayOfMonth(p)
	case "my":
		return !p.shortYear || p.apostrophe || p.y%100 > 31
	case "q", "h":
		return r.at(p.first - 1).Is(keyThe)
	case "c":
		// "21st Century" in a slogan is a name.
		return !r.at(p.end - 1).Capital()
	}
	if p.shortYear && p.n == 0 {
		return p.apostrophe || p.y%100 > 31
	}
	return !p.looseMonth || !p.lowerMonth || p.y > 0
}

// glued reports whether the point's digits go on outside it, as in an amount, a
// decimal, a code or a telephone number.
func (r *reader) glued(p point) bool {
	first := r.doc.Tokens[p.first]
	if prev := r.at(p.first - 1); p.first > 0 && !first.Has(text.Spaced) {
		switch prev.Class {
		case text.Other, text.Number, text.Colon:
			return true
		case text.Comma, text.Dot, text.Slash, text.Dash:
			// "2,1998", "1.1998", "3/1998", "SA-1998"; but "mid-1998", "July-1998"
			before := r.at(p.first - 2)
			if prev.Has(text.Spaced) || before.Class == text.Number {
				return before.Class == text.Number && !prev.Has(text.Spaced) && p.shape() != "y" || prev.Class != text.Dash && before.Class == text.Number
			}
			return prev.Class == text.Dash && before.Class == text.Word && before.Has(text.Upper) && p.shape() == "y"
		}
	}
	next := r.at(p.end)
	if p.end >= r.limit || next.Has(text.Spaced) {
		return false
	}
	after := r.at(p.end + 1)
	switch next.Class {
	case text.Comma, text.Dot, text.Colon:
		return after.Class == text.Number && !after.Has(text.Spaced)
	case text.Slash, text.Dash:
		return p.n > 0 && after.Class == text.Number && !after.Has(text.Spaced)
	case text.Other:
		return true
	}
	return false
}

// year1 decides whether a bare number of four digits is a year.
func (r *reader) year1(p point) bool {
	prev, next := r.at(p.first-1), r.at(p.end)
	switch {
	case p.first > 0 && notYearAfter.Has(prev):
		return false
	case p.first > 1 && prev.Class == text.Dot && notYearAfter.Has(r.at(p.first-2)) && r.at(p.first-2).Len() < 5:
		return false
	case p.end < r.limit && notYearBefore.Has(next):
		return false
	case p.y < 1400 || p.y > 2100:
		return yearAfter.Has(prev) && p.y > 1000 && p.y < 2200 && !r.counts(next)
	}
	return yearAfter.Has(prev) || !r.counts(next)
}

// counts reports whether a word looks like a counted noun: a plural in small
// letters.
func (r *reader) counts(t text.Token) bool {
	return t.Class == text.Word && t.Has(text.Lower) && t.Len() > 3 && r.doc.Text[t.End-1] == 's'
}

// bareMonth decides whether a month's name alone is a date.
func (r *reader) bareMonth(p point) bool {
	prev, next := r.at(p.first-1), r.at(p.end)
	placed := p.first > 0 && monthAfter.Has(prev) || prev.Is(keyThe) && monthAfter.Has(r.at(p.first-2)) || prev.Class == text.Dash && r.word(p.first-2).sort == part
	if p.lowerMonth || p.looseMonth {
		return placed && !(p.looseMonth && p.lowerMonth) && !(next.Class == text.Word && next.Capital() && p.looseMonth)
	}
	return placed || next.Class != text.Word || !next.Capital()
}

// bareDay takes "on the 15th" when nothing that could bear the number follows.
func (r *reader) bareDay(p point) bool {
	next := r.at(p.end)
	return p.ordinalDay && r.doc.Tokens[p.first].Class == text.Number && p.d <= 31 &&
		r.at(p.first-1).Is(keyThe) && r.at(p.first-2).Is(keyOn) && (p.end >= r.limit || next.Class != text.Word && next.Class != text.Number && next.Class != text.Dash)
}

// dayOfMonth decides on a day and month without a year.
func (r *reader) dayOfMonth(p point) bool {
	if p.n > 0 {
		return p.first > 0 && dayAfter.Has(r.at(p.first-1))
	}
	if p.lowerMonth && p.looseMonth {
		return p.ordinalDay
	}
	first := r.doc.Tokens[p.first]
	if first.Class == text.Word && p.end-p.first == 2 && r.word(p.first).sort == ordinal {
		return false // "the second March"
	}
	// "May 50", "June 30,000"
	return !notYearBefore.Has(r.at(p.end)) || p.ordinalDay
}

var keyOn = text.KeyOf("on")
