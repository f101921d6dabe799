package facts

import (
	"slices"

	"chancery/pipeline"
)

// visitEnds completes from where to where from the page.
func (s *sentence) visitEnds(j *journey, who participant, v *pipeline.VisitValue, f *pipeline.Fact) {
	if v.To == "" && j.frame != "" {
		v.To = j.frame
		inferred(f, "to")
	}
	if v.To == "" && v.City == "" {
		if v.To = s.counterpart(v.From); v.To != "" {
			inferred(f, "to")
			f.Strength = pipeline.Likely
		}
	}
	if s.same(v.From, v.To) && who.countryInferred() {
		v.From, v.Visitor.Country = "", "" // the page took him for the host
	}
	if v.From == "" {
		// not a country visited too: "will travel to Poland and Ukraine"
		if from := s.counterpart(v.To); from != "" && !s.visits(j, from) {
			v.From = from
			inferred(f, "from")
			f.Strength = pipeline.Likely
		}
	}
}

// visits reports whether a country is among those that a journey goes to.
func (s *sentence) visits(j *journey, country string) bool {
	return slices.ContainsFunc(j.goals, func(g int) bool { return s.same(s.hostOf(s.p(g).m), country) })
}

// visitCity adds the city that "in" names behind a country visited.
func (s *sentence) visitCity(j *journey, v *pipeline.VisitValue, f *pipeline.Fact, when *piece) {
	if v.City == "" && v.To == "" && when != nil && j.when == nil {
		for _, v.To = range []string{s.frame.A, s.frame.B} {
			if v.To != "" && v.To != v.From && s.bracketedCities(s.bracketOf(s.indexOf(when)), v, f) {
				return // "the visit of A (5 May 2021, Lima)"
			}
		}
		v.To = ""
	}
	if v.City != "" || v.To == "" || len(j.goals) == 1 && s.bracketedCities(j.goals[0]+1, v, f) {
		return
	}
	if when != nil && j.when == nil && (s.bracketedCities(s.indexOf(when)+1, v, f) || s.bracketedCities(s.bracketOf(s.indexOf(when)), v, f)) {
		return
	}
	if when != nil && j.when == nil && s.indexOf(when) > j.hi {
		for k := s.indexOf(when) + 1; k < len(s.pieces) && s.p(k).kind != date && s.p(k).kind != comma && s.p(k).kind != stop && !s.p(k).has(and|verb|be|acts); k++ {
			if p := s.p(k); p.kind == place && p.m.Place.Kind == "city" && s.p(k-1).has(in) && s.same(s.hostOf(p.m), v.To) {
				v.City = p.m.Value // "visited India in 2015 and in June 2016 for the summit in Goa"
				s.evidence(f, k)
				return
			}
		}
	}
	for k := max(j.lo, j.hi) + 1; k < len(s.pieces) && k < j.hi+10; k++ {
		p := s.p(k)
		if p.kind == place && p.m.Place.Kind == "city" && s.same(s.hostOf(p.m), v.To) && s.p(k-1).has(in) {
			v.City = p.m.Value
			s.evidence(f, k)
			return
		}
		if p.kind == stop || p.has(barrier|acts|hold) && !p.has(as|from|aux) {
			return
		}
	}
}

func joinNames(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// apart reports whether brackets, commas or "and" part the piece from all else.
func (s *sentence) apart(k int) bool {
	before, after := s.p(k-1), s.p(k+1)
	return (before.kind == openSign || before.kind == comma || before.has(and)) && (after.kind == closeSign || after.kind == comma || after.has(and))
}

// bracketedCities adds the cities of "to Angola (Luanda, Lubango and Benguela)", in the
// brackets that open at a piece.
func (s *sentence) bracketedCities(open int, v *pipeline.VisitValue, f *pipeline.Fact) bool {
	if s.p(open).kind != openSign {
		return false
	}
	var all []int
	dates := 0
	for k := open + 1; k < s.bracket(open); k++ {
		switch p := s.p(k); {
		case p.kind == date:
			if dates++; dates > 1 {
				return false
			}
		case p.kind == place && cityLike(p.m) && s.same(s.hostOf(p.m), v.To) && s.apart(k):
			all = append(all, k)
		case p.kind == person, p.kind == role, p.has(verb | acts | be), p.kind == place && cityLike(p.m):
			return false // "(G20 Summit, Lima)", but not "(with the Mayor of Lima)"
		}
	}
	for _, k := range all {
		v.City = joinNames(v.City, s.p(k).m.Value)
	}
	s.evidence(f, all...)
	return len(all) > 0
}

// typeBeside is the type that brackets behind the date of a visit give, "on 3 October 2022
// (official visit)", or the words before it in brackets, "(5/1994 and state visit 26/3/2019)"; else
// the one that is known.
func (s *sentence) typeBeside(when *piece, known string) string {
	if when == nil || known != "unspecified" {
		return known
	}
	k := s.indexOf(when) + 1
	if s.p(k-2).is(visit, noun) && s.p(k-3).has(types) && s.bracketOf(k-1) >= 0 {
		s.used[k-2] = true
		return s.visitType(k - 2)
	}
	if v := s.p(k + 2); s.p(k).kind == openSign && s.p(k+1).has(types) && v.is(visit, noun) && s.p(k+3).kind == closeSign {
		s.used[k+2] = true
		return s.visitType(k + 2)
	}
	return known
}
