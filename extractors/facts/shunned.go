package facts

import (
	"chancery/extractors/unreal"
	"chancery/pipeline/text"
)

// hardly reports whether the act at piece i only came near, or is one that was not done:
// "almost severed relations", "non-recognition"; or is a habit: "usually presented credentials".
func (s *sentence) hardly(i int) bool {
	if s.token(i-1).Class == text.Dash && s.token(i-2).Is(keyNon) {
		return s.actBefore(i-2, closing|sever) < 0 // "ended 16 years of non-recognition"
	}
	k := i - 1
	for s.p(k).has(aux|be) && !s.p(k).has(not) {
		k--
	}
	if unreal.Habit.Has(s.token(k)) {
		return !s.p(i).has(exist | serve)
	}
	return unreal.Nearly.Has(s.token(k)) || s.says(i-1, "having") && unreal.Before.Has(s.token(i-2))
}

// counterfactual reports whether the sentence supposes what did not happen in its first
// clause, in which the act at piece i stands: "Had Nigeria recognized Kosovo, ...".
func (s *sentence) counterfactual(i int) bool {
	if !s.says(0, "had") || s.p(1).kind == comma {
		return false
	}
	for k := 1; k < i; k++ {
		if s.p(k).kind == comma && s.p(k-1).kind != date {
			return false
		}
	}
	return true
}

// shunned reports whether the gerund at piece i names what was not done: "avoided opening an
// embassy", "decided against severing relations", "talk of A recognizing B".
func (s *sentence) shunned(i int) bool {
	if p := s.p(i); p.forms&gerund == 0 || p.forms&past != 0 || s.p(i-1).has(be) {
		return false
	}
	k := i - 1
	for s.p(k).has(article|aux) && !s.p(k).has(not) || s.adverb(k) || s.p(k).kind == state && s.p(k-1).has(of) {
		k--
	}
	if k < 0 {
		return false
	}
	last, before := s.token(k), s.token(k-1)
	switch {
	case s.says(k, "instead of"):
		return true
	case s.p(k).has(of):
		return unreal.Of.Has(before)
	case s.says(k, "in"):
		return unreal.In.Has(before)
	case s.p(k).has(from):
		return unreal.From.Has(before)
	case s.p(k).has(to):
		return unreal.To.Has(before)
	case s.says(k, "out"):
		return unreal.Out.Has(before)
	}
	return unreal.Before.Has(last)
}

// token is the last token of piece k, or a blank one outside the sentence.
func (s *sentence) token(k int) text.Token {
	if p := s.p(k); p.at.Len() > 0 {
		return s.doc.Tokens[p.at.End-1]
	}
	return text.Token{}
}
