package facts

import (
	"slices"
	"strings"

	"chancery/pipeline/text"
)

// unheaded reads an entry of a list of visits that no heading opens, on a page about two countries:
// one who governs one of them, a city of the other, and when, "Foreign Minister A – Hanoi, May 2018".
func (s *sentence) unheaded(when *piece, who []participant) {
	if s.unheadedHolder(when, who) {
		return
	}
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

// unheadedHolder reads a line of a list of those who held a post that no heading opens: their years, a
// name, and the office, "1994–1998: A, first Ambassador of Kenya". It reports whether the line is one.
func (s *sentence) unheadedHolder(when *piece, who []participant) bool {
	if s.p(0).kind != date || len(who) != 1 || who[0].m == nil || !envoy(who[0].m.Person.Role) || !strings.Contains(when.m.Date.EDTF, "/") || !s.rows() {
		return false
	}
	k := s.nearestTo(who[0].m)
	f := s.posting(k, k, "holds", who, -1)
	if f == nil {
		return false
	}
	s.completePost(f)
	v := f.Appointment
	if v.Sending == "" || v.Receiving == "" {
		return false
	}
	v.Person.Role = shortRole(v.Person.Role, v.Sending)
	dated(f, when)
	s.keep(f, happened)
	return true
}

// rows reports whether the line has no more than a name, his office, places, a date and what stands in
// brackets.
func (s *sentence) rows() bool {
	for k := 0; k < len(s.pieces); k++ {
		switch p := s.p(k); {
		case p.kind == openSign:
			k = s.bracket(k)
		case isActor(p), p.kind == place, p.kind == state, p.kind == demonym, p.kind == date, p.kind == comma, p.has(of | and | in | to | article | first), s.sign(k):
		default:
			return false
		}
	}
	return true
}
