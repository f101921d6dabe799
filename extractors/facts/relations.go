package facts

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// readRelations reads relations established, severed and resumed, and states
// recognized.
func readRelations(s *sentence) {
	if when := s.labelledRelations(); when != nil {
		s.relationsSince(when)
		return
	}
	for i := range s.pieces {
		switch p := s.p(i); {
		case p.has(relations), p.has(consular), p.has(ties) && s.plainTies(i):
			s.relation(i)
		case p.has(recognize):
			s.recognition(i)
		case p.has(resume|sever) && p.forms&past != 0 && s.p(s.beforeAux(i)).has(be):
			s.anew(i)
		}
	}
}

// plainTies reports whether "relations" alone means diplomatic ones: no word
// before it says that they are of trade or culture.
func (s *sentence) plainTies(i int) bool {
	p := s.p(i - 1)
	switch {
	case i == 0, p.kind == demonym, p.kind == state, p.kind == comma, p.kind == stop, p.has(normal | article | of | both):
		return true
	case p.has(acts):
		return true
	}
	return false
}

// relation reads what happened to the relations at piece i.
func (s *sentence) relation(i int) {
	if s.within(i) {
		return
	}
	want := establish | resume | sever
	if s.p(i).has(relations | consular) {
		want |= begin // relations of any other kind begin without diplomats
	}
	a, ok := s.actOn(i, want)
	if !ok && s.p(i).has(relations) {
		s.standing(i)
	}
	for ok {
		s.relationAct(i, a)
		a, ok = s.nextAct(a, want)
	}
	if b, more := s.relativeAct(i, establish|resume|sever); more {
		s.relationAct(i, b) // "severed relations with A in 1812, which were resumed in 1814"
	}
}

// within reports whether the relations at piece i are only where something else lies:
// "ended a thaw in U.S.-Cuban relations", but not "a rupture in relations".
func (s *sentence) within(i int) bool {
	k := i - 1
	for s.p(k).kind == demonym || s.p(k).kind == state || s.p(k).has(normal|article) || s.doc.Tokens[s.p(k).at.First].Class == text.Dash && s.p(k).at.Len() > 0 {
		k--
	}
	return k > 0 && s.says(k, "in") && !s.p(k-1).has(sever|resume|establish)
}

// relationAct reads one of the acts on the relations at piece i.
func (s *sentence) relationAct(i int, a act) {
	v := s.p(a.i)
	class := "relations.established"
	switch {
	case v.has(resume), v.has(establish) && s.anewAt(a.i):
		class = "relations.resumed"
	case v.has(sever):
		class = "relations.severed"
	}
	lo, hi := min(a.i, i), max(a.i, i)
	how := s.polarity(a.i)
	when, how := s.effected(hi, s.when(lo, hi, false), how)
	if when != nil && class != "relations.established" && when.m.Date != nil && when.m.Date.Qualifier == "since" && s.indexOf(when) < lo {
		when = nil // "Since 1783 they have broken relations once"
	}
	if how == denied || s.withOthers(i) || when == nil && s.idle(a) || a.voice == nominal && when == nil {
		return
	}
	if a.voice == active && (s.othersAct(a.i) || s.noState(a.i)) {
		return
	}
	subjects, objects := s.relationParties(a, i)
	if a.voice == relative {
		subjects, objects = nil, nil // those of the act before
	}
	if len(objects) == 0 && (s.withElsewhere(i) || s.withBody(i)) {
		return
	}
	actors := s.countries(subjects)
	if len(actors) == 0 && a.voice == active && s.itActs(a.i) {
		actors = []string{s.lastState} // "It severed relations with A in 1967"
	}
	byHead := len(actors) == 0 && a.voice == active
	if byHead {
		actors = s.stateOf(a.i)
	}
	for _, parties := range s.pairs(actors, objects) {
		f := s.fact(class, "relations", lo, hi)
		kind := "diplomatic"
		if s.p(i).has(consular) {
			kind = "consular"
		}
		f.Relation = &pipeline.RelationValue{Kind: kind, Parties: parties}
		s.evidence(f, append(slices.Clone(subjects), objects...)...)
		if byHead && len(actors) > 0 {
			inferred(f, "parties")
		}
		s.finish(f, when, how)
	}
	if len(actors) == 1 && when != nil {
		s.alsoWith(class, actors[0], lo, s.indexOf(when), how)
	}
}

// finish completes a fact of relations, dates it and keeps it.
func (s *sentence) finish(f *pipeline.Fact, when *piece, how polarity) {
	if s.complete(f) {
		dated(f, when)
		if when != nil && when.at.First >= s.at.End {
			inferred(f, "date")
		}
		s.datedThen(f)
		if f.Date != nil && f.Class != "relations.established" {
			f.Date = f.Date.Begun() // "severed as of 1 February"
		}
		s.onThatDay(f, when)
		s.keep(f, how)
	}
}

// complete takes the parties of a fact of relations that the words leave out from
// the frame, and reports whether any are known.
func (s *sentence) complete(f *pipeline.Fact) bool {
	var supplied bool
	f.Relation.Parties, supplied = s.pair(f.Relation.Parties)
	if supplied {
		inferred(f, "parties")
		f.Strength = pipeline.Likely
	}
	if p := f.Relation.Parties; len(p) == 1 && s.pageOf != "" && !s.same(p[0], s.pageOf) {
		f.Relation.Parties = []string{s.pageOf, p[0]}
		inferred(f, "parties")
	}
	if len(f.Relation.Parties) == 0 {
		s.partiesOfMission(f)
	}
	if len(f.Relation.Parties) == 0 {
		s.parties(f)
	}
	if len(f.Relation.Parties) == 0 {
		s.partiesToldOf(f)
	}
	if len(f.Relation.Parties) < 2 {
		f.Strength = pipeline.Likely
	}
	return len(f.Relation.Parties) > 0
}

// parties takes those between whom the paragraph told last of relations, for
// "relations were severed in 1940 and resumed in 1944"; when they were established, of
// those in the same sentence: "A recognized B in 1990, and relations were established".
func (s *sentence) parties(f *pipeline.Fact) {
	for n := len(s.facts) - 1; n >= 0 && n >= len(s.facts)-8; n-- {
		last := s.facts[n]
		if last.At[0].First < s.begins || f.Class == "relations.established" && last.At[0].First < s.at.First {
			return
		}
		if last.Relation != nil && len(last.Relation.Parties) == 2 && last.Relation.Parties[0] != "" {
			f.Relation.Parties = slices.Clone(last.Relation.Parties)
			inferred(f, "parties")
			return
		}
	}
}

// relationParties are the pieces of those who act and of those with whom.
func (s *sentence) relationParties(a act, i int) (subjects, objects []int) {
	if a.voice == active {
		if k := s.subject(a.i, isState); k >= 0 {
			subjects = s.listLeft(k, isState)
		}
	}
	if a.voice == nominal {
		if p := s.p(a.i - 1); s.possessive(a.i) >= 0 {
			subjects = []int{s.possessive(a.i)}
		} else if p.kind == demonym {
			subjects = []int{a.i - 1}
		}
	}
	subjects = append(subjects, s.demonymsBefore(i)...)
	objects = s.partiesBehind(i)
	if a.voice == passive && len(objects) == 0 {
		objects = s.partiesBehind(a.i)
	}
	if v := s.agreedTo(a.i); v >= 0 && len(objects) == 0 && s.p(v+1).has(with) {
		objects = s.statesAfter(v + 1) // "agreed with A to establish relations"
	}
	return subjects, objects
}

// possessive is the piece before i whose possessive stands there: "Kazakhstan's
// recognition"; -1 for none.
func (s *sentence) possessive(i int) int {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		p := s.p(j)
		if isState(p) && s.possessed(j) {
			return j
		}
		if p.has(acts) || p.has(preps) {
			return -1
		}
	}
	return -1
}

// possessed reports whether a possessive ending stands behind piece j.
func (s *sentence) possessed(j int) bool {
	next := s.p(j).at.End
	return next < len(s.doc.Tokens) && s.doc.Tokens[next].Has(text.Possess)
}

// demonymsBefore are the adjectives of countries before the noun at piece i:
// "U.S.-Albanian diplomatic relations", "With France our diplomatic relations".
func (s *sentence) demonymsBefore(i int) []int {
	var found []int
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		switch p := s.p(j); {
		case p.kind == demonym, p.kind == state && (s.possessed(j) || j == i-1 || s.dash(j+1) || j == 1 && s.p(0).has(with)):
			found = append([]int{j}, found...)
		case s.dash(j), p.has(normal), s.says(j, "our"):
		default:
			return found
		}
	}
	return found
}

// dash reports whether piece j is a dash.
func (s *sentence) dash(j int) bool {
	p := s.p(j)
	return j >= 0 && j < len(s.pieces) && p.at.Len() == 1 && s.doc.Tokens[p.at.First].Class == text.Dash
}

// partiesBehind are the countries of "between ... and ...", "with ...", "by ..."
// behind piece i, in its clause.
func (s *sentence) partiesBehind(i int) []int {
	for j := i + 1; j < len(s.pieces) && j <= i+8; j++ {
		p := s.p(j)
		if p.has(between | with | by | of) {
			for k := j + 1; k <= j+5; k++ {
				if n := s.successor(k); n >= 0 {
					return []int{n}
				}
				if isState(s.p(k)) {
					return s.listRight(k, isState)
				}
				if k == j+1 && p.has(with) && s.seat(k) {
					return []int{k}
				}
				if !s.p(k).has(article|government|of|and) && s.p(k).kind != other {
					break
				}
			}
		}
		if p.kind == stop || p.has(barrier|acts) && !p.has(as|from) || p.has(and) && s.p(j-1).kind == comma && s.p(j-2).kind == date {
			return nil
		}
	}
	return nil
}

// heading reports whether the sentence is a heading or an item of a list: it
// fills its line and has no verb.
func (s *sentence) heading() bool {
	if !s.doc.Tokens[s.at.First].Has(text.LineStart) || len(s.pieces) > 24 {
		return false
	}
	for i := range s.pieces {
		if s.p(i).has(be|verb) || s.p(i).has(barrier) && !s.p(i).has(as|from|until) {
			return false
		}
	}
	return true
}
