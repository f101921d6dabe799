package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
)

// signedOnVisits dates the instruments that the remarks of a row say were signed by the
// visit of the row, and takes its city where it went to one.
func (r *reader) signedOnVisits(instruments []*pipeline.Fact) {
	for _, f := range instruments {
		if f.Instrument == nil || f.Date != nil || f.Status != "signed" {
			continue
		}
		i := f.At[0].First
		k, _ := slices.BinarySearchFunc(r.registered, i, func(v *pipeline.Fact, i int) int { return v.At[0].End - i - 1 })
		if k == len(r.registered) || r.registered[k].At[0].First > i {
			continue
		}
		v := r.registered[k]
		f.Date, f.Instrument.Signed = v.Date, v.Date
		inferred(f, "date")
		if f.Instrument.Place == "" && v.Visit.City != "" && !strings.Contains(v.Visit.City, ";") {
			f.Instrument.Place = v.Visit.City
			inferred(f, "place")
		}
	}
}

// partiesOfVisits gives the instruments that are dated by a visit told before, and of which nobody
// tells who concluded them, the two countries of the visit: "During the visit, an agreement on
// education was signed".
func (r *reader) partiesOfVisits(instruments []*pipeline.Fact) {
	const furthest = 120 // tokens
	for _, f := range instruments {
		if f.Instrument == nil || f.Date == nil || len(f.Instrument.Parties) > 0 || f.Instrument.Subject == "" || !slices.Contains(f.Inferred, "signed") {
			continue
		}
		for n := len(r.facts) - 1; n >= 0; n-- {
			v := r.facts[n]
			if v.Visit == nil || v.Date != f.Date && (v.Date == nil || v.Date.EDTF != f.Date.EDTF) {
				continue
			}
			if told := v.At[0].First; told < f.At[0].First && f.At[0].First-told < furthest && v.Visit.From != "" && v.Visit.To != "" && !r.same(v.Visit.From, v.Visit.To) {
				f.Instrument.Parties = []string{v.Visit.From, v.Visit.To}
				inferred(f, "parties")
				break
			}
		}
	}
}

// rowGoal is the country that the remarks of a row say was visited, "In U.S.",
// "Visited Malta", or the one of the heading.
func (s *sentence) rowGoal(from, to int, own string) string {
	for _, m := range s.mentions[from:to] {
		i := m.Tokens.First - 1
		if kindOf(m) != state || s.same(m.Place.Country, own) {
			continue
		}
		if s.doc.Tokens[i].Is(keyThe) {
			i--
		}
		if t := s.doc.Tokens[i]; t.Is(keyIn) || t.Is(keyVisited) || t.Is(keyTo) {
			return m.Place.Country
		}
	}
	if s.list.on {
		return s.list.to
	}
	return s.counterpart(own)
}

// rowType is the type of the visit that the remarks of a row name.
func (s *sentence) rowType(i, end int) string {
	for ; i < end; i++ {
		if !s.doc.Tokens[i].Is(keyVisit) {
			continue
		}
		e, n := words.Longest(s.doc.Tokens, i-1, i)
		switch {
		case n == 0:
		case e.senses&workingVisit != 0:
			return "working"
		case e.senses&officialVisit != 0:
			return "official"
		case e.senses&stateVisit != 0:
			return "state"
		case e.senses&privateVisit != 0:
			return "private"
		}
	}
	return "unspecified"
}
