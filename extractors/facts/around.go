package facts

import "chancery/pipeline/text"

// hasObject reports whether an article and a noun that no rule asks for follow the verb at piece j:
// "opened an exhibition", but not "closed a month later".
func (s *sentence) hasObject(j int) bool {
	return s.p(j+1).has(article) && s.common(j+2) && !spells.Has(s.doc.Tokens[s.p(j+2).at.First])
}

// objectless reports whether no object follows the verb at piece j: "will close in
// June", not "will open a visa centre".
func (s *sentence) objectless(j int) bool {
	next := s.p(j + 1)
	return next.kind == date || next.kind == comma || next.kind == stop || next.kind == word && next.has(preps) && !next.has(with)
}

// onlyPlaces reports whether the pieces from i up to j say no more than where:
// "of Denmark in Bamako".
func (s *sentence) onlyPlaces(i, j int) bool {
	for ; i < j; i++ {
		if p := s.p(i); !isState(p) && p.kind != place && !p.has(in|of|to|article) {
			return false
		}
	}
	return true
}

// quoted reports whether piece j is a quotation mark.
func (s *sentence) quoted(j int) bool {
	return s.p(j).kind == other && s.doc.Tokens[s.p(j).at.First].Class == text.Quote
}

// auxiliary reports whether the word at piece i helps the verb behind it: "has
// visited", not "had talks".
func (s *sentence) auxiliary(i int) bool {
	if !s.p(i).has(aux) {
		return false
	}
	for k := i + 1; k <= i+3; k++ {
		p := s.p(k)
		if p.has(acts|hold|be|verb) && p.forms&noun == 0 || p.has(verb) {
			return true
		}
		if !p.has(aux|not) && !s.adverb(k) {
			return false
		}
	}
	return false
}

// bracket is the other end of the bracket at piece i, or i when it has none.
func (s *sentence) bracket(i int) int {
	step, end := 1, closeSign
	if s.p(i).kind == closeSign {
		step, end = -1, openSign
	}
	for j := i + step; j >= 0 && j < len(s.pieces) && j-i <= reachRight && i-j <= reachRight; j += step {
		if s.p(j).kind == end {
			return j
		}
	}
	return i
}

// common reports whether piece i is a plain word in small letters, as a noun that no
// rule asks for.
func (s *sentence) common(i int) bool {
	p := s.p(i)
	return p.kind == other && p.senses == 0 && s.doc.Tokens[p.at.First].Has(text.Lower) && !s.adverb(i)
}

// newObject reports whether the act at piece k has an object of its own.
func (s *sentence) newObject(k int) bool {
	for j := k + 1; j <= k+5; j++ {
		p := s.p(j)
		if p.has(relations|ties|consular|mission|visit|meeting) || isState(p) && !s.p(j-1).has(preps) {
			return true
		}
		if p.kind == date || p.kind == stop || p.has(preps) {
			return false
		}
	}
	return false
}

// An answer is kept once it was asked for.
type answer struct{ known, yes bool }

// clausal reports whether the sentence has a verb.
func (s *sentence) clausal() bool {
	if !s.clause.known {
		s.clause = answer{true, s.hasVerb()}
	}
	return s.clause.yes
}

func (s *sentence) hasVerb() bool {
	for i := 0; i < len(s.pieces); i++ {
		p := s.p(i)
		if s.says(i, "accredited") && !s.p(i-1).has(be) {
			continue // "Ambassadors of A accredited to B"
		}
		if p.kind == other && p.has(verb) && s.p(i+1).has(by) && !s.p(i-1).has(be|aux) {
			continue // "a delegation headed by A"
		}
		if p.kind == openSign && i > 0 {
			i = s.bracket(i) // "Prime Minister A (official visit 8/2007; attended a summit 4/2013)"
			continue
		}
		if p.has(verb|be) || p.has(plan|modal) && s.p(i+1).forms&base != 0 || p.is(hold, past) && p.has(aux) && !s.auxiliary(i) || p.has(acts|hold) && p.forms&(past|presentTense) != 0 && p.forms&noun == 0 && !p.has(aux) {
			return true
		}
	}
	return false
}
