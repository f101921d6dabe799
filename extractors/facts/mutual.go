package facts

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// eachOther reports whether "in each other's capitals" stands behind the mission at piece i.
func (s *sentence) eachOther(i int) bool {
	const reach = 4 // tokens
	for k := s.p(i).at.End; k < min(s.at.End-1, s.p(i).at.End+reach); k++ {
		if t := s.doc.Tokens[k]; t.Is(keyEach) || t.Is(keyOne) {
			return others.Has(s.doc.Tokens[k+1])
		}
	}
	return false
}

var (
	keyEach = text.KeyOf("each")
	keyOne  = text.KeyOf("one")
	others  = text.NewSet("other", "another", "others")
)

// mutualMission reads "both countries opened embassies in each other's capitals" at the
// mission, piece i: one of each in the other.
func (s *sentence) mutualMission(i int, a act, ok bool) {
	v := a.i
	if !ok {
		for v = i - 1; v >= i-reachLeft && s.p(v).kind != stop && !s.p(v).is(exist, presentTense|base); v-- {
		}
	}
	if v < 0 || !s.p(v).has(acts|exist) || ok && a.voice != active || s.polarity(v) != happened && s.p(v).forms&base == 0 {
		return
	}
	both := []string{s.frame.A, s.frame.B}
	k := s.subject(v, isState)
	switch {
	case s.bothBefore(v) && s.frame.A != "":
	case k >= 0:
		if both = s.countries(s.listLeft(k, isState)); len(both) != 2 {
			return
		}
	default:
		return
	}
	when := s.when(min(v, i), max(v, i), false)
	class := "mission.exists"
	if ok {
		class = s.missionClass(i, a, ok, post{city: -1, country: -1}, when)
	}
	if class == "" || class == "mission.moved" || class != "mission.exists" && when == nil {
		return
	}
	s.used[i] = true
	for n := range both {
		f := s.fact(class, "missions", min(v, i), max(v, i))
		f.Mission = &pipeline.MissionValue{Type: s.p(i).mission, Sending: both[n], Receiving: both[1-n]}
		if k < 0 {
			inferred(f, "sending")
			inferred(f, "receiving")
		} else {
			s.evidence(f, s.listLeft(k, isState)...)
		}
		if class != "mission.exists" {
			dated(f, when)
		}
		f.Evidence = slices.Clip(f.Evidence)
		s.keep(f, happened)
	}
}

// recognizedBoth makes the facts of "A and B recognized each other" at the verb, piece i.
func (s *sentence) recognizedBoth(i int, by []int, codes []string, when *piece) {
	for n := range codes {
		f := s.fact("relations.recognized", "recognition", i, i)
		f.Relation = &pipeline.RelationValue{Kind: "diplomatic", Parties: []string{codes[n], codes[1-n]}}
		s.evidence(f, by...)
		dated(f, when)
		s.keep(f, happened)
	}
}

// again makes the fact of a second time: "in August 1921 and again on 28 August 1991".
func (s *sentence) again(of *pipeline.Fact, first *piece, how polarity) {
	if first == nil {
		return
	}
	k := s.indexOf(first) + 1
	if !s.p(k).has(and) || !s.says(k+1, "again") {
		return
	}
	if k += 2; s.p(k).has(in | on) {
		k++
	}
	if s.p(k).kind != date {
		return
	}
	f, v := *of, *of.Relation
	v.Parties = slices.Clone(v.Parties)
	f.Relation, f.Date, f.At, f.Evidence, f.Inferred = &v, nil, slices.Clone(of.At), slices.Clone(of.Evidence), slices.Clone(of.Inferred)
	dated(&f, s.p(k))
	s.keep(&f, how)
}

// partiesToldOf takes the parties of relations that are told without any from the only two states that
// the sentence begins with, "Serbia and Morocco mark the anniversary of relations, established on 1
// March 1957", or, when it speaks of two countries, from the visit or meeting told of last.
func (s *sentence) partiesToldOf(f *pipeline.Fact) {
	const furthest = 150 // tokens
	two := false
	var states []string
	for i := range s.pieces {
		p := s.p(i)
		two = two || p.has(both)
		if p.kind == state && !slices.Contains(states, p.country) {
			states = append(states, p.country)
			if all := s.listRight(i, isState); len(states) == 1 && len(all) == 2 && s.opensClause(i) {
				f.Relation.Parties = s.countries(all)
			}
		}
	}
	if len(states) == 2 && len(f.Relation.Parties) == 2 {
		inferred(f, "parties")
		return
	}
	f.Relation.Parties = nil
	if !two || len(states) > 0 {
		return
	}
	for n := len(s.facts) - 1; n >= 0 && s.at.First-s.facts[n].At[0].First < furthest; n-- {
		if pair := pairOf(s.facts[n]); len(pair) == 2 && !s.same(pair[0], pair[1]) {
			f.Relation.Parties = pair
			inferred(f, "parties")
			return
		}
	}
}

// pairOf are the two countries of a visit or a meeting, nil when it has others or fewer.
func pairOf(f *pipeline.Fact) (codes []string) {
	switch {
	case f.Visit != nil:
		codes = []string{f.Visit.From, f.Visit.To}
	case f.Meeting != nil:
		for _, p := range f.Meeting.Participants {
			if !slices.Contains(codes, p.Country) {
				codes = append(codes, p.Country)
			}
		}
	}
	if len(codes) != 2 || slices.Contains(codes, "") {
		return nil
	}
	return codes
}

// alsoWith makes the facts of further countries, each with its date, that follow the date at piece d of
// the relations of one: "with the Netherlands on 22 April 1992 and with Luxembourg on 11 May 1992".
func (s *sentence) alsoWith(class, one string, lo, d int, how polarity) {
	for {
		k := d + 1
		for s.p(k).kind == comma || s.p(k).has(and) && !s.p(k).has(with) {
			k++
		}
		at := s.pastArticles(k + 1)
		next := at + 1
		for s.p(next).has(in | on) {
			next++
		}
		if k == d+1 && !s.says(k, "and with") || !s.p(k).has(with) || s.p(at).kind != state || s.p(next).kind != date {
			return
		}
		f := s.fact(class, "relations", lo, next)
		f.Relation = &pipeline.RelationValue{Kind: "diplomatic", Parties: []string{one, s.p(at).country}}
		s.evidence(f, at)
		s.finish(f, s.p(next), how)
		d = next
	}
}
