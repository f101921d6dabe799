package facts

import "chancery/pipeline/text"

// travel reads "X arrived in Beijing on a state visit".
func (s *sentence) travel(i int) {
	to := i + 1
	if s.doc.Tokens[s.p(i).at.End-1].Is(keyTo) { // "came to"
		to = i
	} else if !s.p(to).has(toSense | in) {
		return
	}
	if s.p(i).forms&(past|presentTense) == 0 && (s.p(i).forms&base == 0 || s.polarity(i) != planned) {
		return
	}
	j := journey{lo: i, hi: i, kind: "unspecified", how: s.polarity(i), visitors: s.visitorsOf(i)}
	s.goal(to, &j)
	if moves.Has(s.doc.Tokens[s.p(i).at.First]) && len(j.goals) == 0 {
		return // "came to power"
	}
	for k := i + 1; k < len(s.pieces) && k < i+12; k++ {
		if s.p(k).is(visit, noun) {
			j.kind, j.hi = s.visitType(k), k
			s.used[k] = true
			s.visit(&j)
			return
		}
		if s.p(k).kind == stop || s.p(k).has(barrier) && !s.p(k).has(as|on|from) || s.says(k, "after") || s.says(k, "following") {
			break // "after an official visit to Seoul"
		}
	}
	if len(j.visitors) > 0 && j.visitors[0].Role != "" && (to == i || s.p(to).has(toSense)) { // travel alone: in office only
		s.visit(&j)
	}
}

// moves are the verbs that say of a journey only with where it went.
var moves = text.NewSet("came", "went")
