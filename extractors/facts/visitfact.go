package facts

import (
	"cmp"
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// entitles reports whether a line with a date says no more than that a visit was paid, so
// that an office without its country is that of whose page it is: "Visit of the President to
// Japan, May 2014".
func (s *sentence) entitles(i int) bool {
	const most = 16 // pieces
	for k := range i {
		if p := s.p(k); p.kind != date && p.kind != stop && p.kind != comma && !p.has(types|article) {
			return false
		}
	}
	return len(s.pieces) <= most && s.doc.Tokens[s.at.First].Has(text.LineStart) && s.dateIn(0, len(s.pieces)-1) != nil && !s.clausal()
}

func (s *sentence) visitFact(j *journey, who participant, stops []int, when *piece) {
	if when != nil && when.m.Date != nil && strings.HasSuffix(when.m.Date.EDTF, "/..") {
		if s.p(j.hi).is(visit, noun) {
			return // "the first visit by an Indian Prime Minister since 1997"
		}
		when = nil // "has visited Oslo seven times since 2015"
	}
	bare := who.Country == ""
	s.titledAs(&who.Participant)
	f := s.fact("visit", "visits", min(j.lo, j.hi), max(j.lo, j.hi))
	v := &pipeline.VisitValue{Visitor: who.Participant, From: who.Country, Type: s.typeBeside(when, j.kind)}
	f.Visit = v
	if who.m != nil {
		f.Evidence = append(f.Evidence, who.m)
	}
	for _, g := range stops {
		p := s.p(g)
		v.To = s.hostOf(p.m)
		if p.kind == place {
			v.City, v.To = joinNames(v.City, p.m.Value), s.asItWas(v.To, when)
		}
	}
	s.evidence(f, stops...)
	s.visitCity(j, v, f, when)
	if who.m != nil && who.m.Person.Country == "" && j.when != nil && v.From == s.list.from && v.From != "" {
		inferred(f, "from") // the heading of the list says so
	} else if who.countryInferred() && v.From != "" {
		inferred(f, "from")
	}
	s.visitEnds(j, who, v, f)
	if s.atHomeIn(j, who, f) {
		return
	}
	last := s.lastVisit
	again := last != nil && last.Date != nil && when == nil && who.Entity != "" && last.Visit.Visitor.Entity == who.Entity
	if v.To == "" && again {
		return // "and visited Khorezm", on the same visit
	}
	if v.To == "" && v.City == "" && (bare || who.countryInferred() || when == nil) {
		return
	}
	v.Occasion = s.occasionOf(j, who, when)
	dated(f, when)
	if j.through != nil {
		f.Date = throughDay(when.m.Date, j.through.m.Date)
		f.Evidence = append(f.Evidence, j.through.m)
	}
	s.keep(f, j.how)
	if j.how == happened && !again {
		s.lastVisit = f
	}
}

// asItWas is the state that a country, in which a city lies, belonged to at a date: Moscow lay in
// the Soviet Union in 1972. A page about the country speaks of it by its name.
func (s *sentence) asItWas(country string, when *piece) string {
	if when == nil || when.m == nil || country == s.frame.A || country == s.frame.B {
		return country
	}
	return gazetteer.StateIn(country, yearOf(when.m.Date))
}

// atHomeIn reports whether someone did not go to another country than that in which he lives: on a trip
// within his own, or within that of his post: "the Ambassador of Peru to Oman travelled to Salalah".
func (s *sentence) atHomeIn(j *journey, who participant, f *pipeline.Fact) bool {
	v := f.Visit
	if s.same(who.Country, v.To) && len(j.goals) > 1 {
		return true // a stop on the way: "to Australia, Fiji and Hawaii"
	}
	if s.same(v.From, v.To) && !slices.Contains(f.Inferred, "from") && v.City != "" && (s.says(j.hi, "trip") || s.says(j.hi, "tour")) {
		return true
	}
	return who.m != nil && who.m.Person.Role != "" && diplomatic(who.Role) && s.same(s.postedTo(who.m.Person.RoleTokens), v.To)
}

// occasionOf is what a visit was for: as told behind its word, or in brackets by its date or visitor.
func (s *sentence) occasionOf(j *journey, who participant, when *piece) string {
	what := s.occasion(j.hi)
	if what != "" || when == nil {
		return what
	}
	at := s.indexOf(when)
	what = cmp.Or(s.bracketOccasion(at+1), s.bracketOccasion(s.bracketOf(at)))
	if who.m != nil && what == "" {
		what = s.bracketOccasion(s.nearestTo(who.m) + 1) // "2016 – Minister A (ASEM Summit)"
	}
	return what
}
