package facts

import (
	"slices"

	"chancery/pipeline/text"
)

// unheaded reads an entry of a list of visits that no heading opens, on a page about two countries:
// one who governs one of them, a city of the other, and when, "Foreign Minister A – Hanoi, May 2018".
func (s *sentence) unheaded(when *piece, who []participant) {
	who = slices.DeleteFunc(slices.Clone(who), func(p participant) bool { return p.m == nil }) // "Minister of State General A"
	if s.frame.A == "" || s.frame.B == "" || len(who) != 1 || who[0].Person == "" || diplomatic(who[0].Role) || who[0].Role == "" || s.p(0).kind == date || !s.rows() {
		return
	}
	from := who[0].Country
	for k := range s.pieces {
		if p := s.p(k); from == "" && p.kind == place && cityLike(p.m) {
			from = s.counterpart(s.hostOf(p.m)) // who went there came from the other
		}
	}
	host := s.counterpart(from)
	if host == "" {
		return
	}
	s.list = listing{from: from, to: host}
	if len(s.lineCities(text.Range{End: len(s.pieces)})) > 0 {
		s.listedEntry(text.Range{End: len(s.pieces)}, when, who)
	}
	s.list = listing{}
}

// rows reports whether the line has no more than a name, his office, places, a date and what stands in
// brackets.
func (s *sentence) rows() bool {
	for k := 0; k < len(s.pieces); k++ {
		switch p := s.p(k); {
		case p.kind == openSign:
			k = s.bracket(k)
		case isActor(p), p.kind == place, p.kind == state, p.kind == demonym, p.kind == date, p.kind == comma, p.has(of | and | in | article), s.sign(k):
		default:
			return false
		}
	}
	return true
}
