package places

import (
	"chancery/extractors/ner"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// The chances that the witness must give a place: from believed on a name that no
// gazetteer has is one, and likely from convinced on.
const (
	believed  = 0.5
	convinced = 0.9
)

// leavesOpen reports whether a sentence has a name that nothing has claimed.
func (r *reader) leavesOpen(s text.Range) bool {
	for i := s.First; i < s.End; i++ {
		if r.unknown(i) {
			return true
		}
	}
	return false
}

// witnessed reports the names of sentence n that only the witness takes for places.
func (r *reader) witnessed(n int) {
	for _, p := range r.witness.Propose(n) {
		if p.Kind != ner.Place || p.Chance < believed || r.claimed(p.Tokens) {
			continue
		}
		m := pipeline.Mention{
			Kind: pipeline.Place, Tokens: p.Tokens, Value: r.value(p.Tokens), Rule: "witness", Why: "the witness says place", Strength: pipeline.Weak,
			Place: &pipeline.PlaceValue{},
		}
		if p.Chance >= convinced {
			m.Strength = pipeline.Likely
		}
		m.Entity = entityOf(m.Value, "")
		r.report(m)
	}
}

// claimed reports whether any of the tokens belongs to a name already.
func (r *reader) claimed(tokens text.Range) bool {
	for i := tokens.First; i < tokens.End; i++ {
		if r.taken[i] {
			return true
		}
	}
	return false
}
