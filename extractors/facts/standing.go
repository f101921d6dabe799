package facts

import (
	"slices"

	"chancery/pipeline"
)

// standing reads "A and B have had diplomatic relations since 1826": they were
// established then.
func (s *sentence) standing(i int) {
	v := s.actBefore(i, exist)
	if v < 0 || s.polarity(v) != happened {
		return
	}
	for k := i + 1; k < len(s.pieces) && k <= i+8; k++ {
		p := s.p(k)
		if p.kind == date && p.m.Date != nil && p.m.Date.Qualifier == "since" {
			subjects, objects := s.relationParties(act{v, active}, i)
			f := s.fact("relations.established", "relations", v, k)
			f.Relation = &pipeline.RelationValue{Kind: "diplomatic", Parties: append(s.countries(subjects), s.countries(objects)...)}
			s.evidence(f, append(subjects, objects...)...)
			if s.complete(f) {
				dated(f, p)
				f.Date = begun(f.Date)
				s.keep(f, happened)
			}
			return
		}
		if p.kind == stop || p.kind == date || p.has(acts|verb|be) || p.has(barrier) && !p.has(from) {
			return
		}
	}
}

// anew reads "They were severed in 2001 and restored in 2004": the relations whose
// beginning or end was told of last.
func (s *sentence) anew(i int) {
	k := i - 1
	for k > 0 && (s.p(k).has(be|aux) || s.adverb(k)) {
		k--
	}
	if !s.says(k, "they") {
		return
	}
	for n := len(s.facts) - 1; n >= 0 && n >= len(s.facts)-3; n-- {
		last := s.facts[n]
		if last.Relation == nil || last.Class == "relations.recognized" {
			continue
		}
		for a, ok := (act{i, passive}), true; ok; a, ok = s.nextAct(a, resume|sever) {
			s.turn(a.i, last.Relation)
		}
		return
	}
}

// turn makes the fact of the verb at piece i upon relations told of before.
func (s *sentence) turn(i int, of *pipeline.RelationValue) {
	when := s.when(i, i, false)
	if when == nil || s.polarity(i) != happened {
		return
	}
	class := "relations.resumed"
	if s.p(i).has(sever) {
		class = "relations.severed"
	}
	f := s.fact(class, "relations", i, i)
	f.Relation = &pipeline.RelationValue{Kind: of.Kind, Parties: slices.Clone(of.Parties)}
	f.Strength = pipeline.Likely
	inferred(f, "parties")
	dated(f, when)
	s.keep(f, happened)
}
