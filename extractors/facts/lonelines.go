package facts

import (
	"slices"
	"strings"

	"chancery/extractors/people"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A lone line of a list is a name or a time that the line under it completes.
type loneLine struct {
	who  []participant
	when *pipeline.Mention
	rank string // which a line between gives
	last int    // the sentence of its last line
}

// holderInLines reads those who held a post of whom each has lines of his own, "A" and under it
// "1992–1997", or the years first, with his rank between or not. It reports whether the line is
// one of these.
func (s *sentence) holderInLines() bool {
	if s.list.post == nil && s.holderList.post == nil || !s.bare() {
		return false
	}
	if s.lone.last != s.n-1 {
		s.lone = loneLine{}
	}
	var when *piece
	who, rank := s.actors(), ""
	for i := range s.pieces {
		switch p := s.p(i); {
		case p.kind == date && when != nil:
			return false
		case p.kind == date:
			when = p
		case p.kind == role && diplomatic(p.office.Words) && !ofSeveral(p.office.Words):
			rank = shortRole(p.office.Words, p.country)
		}
	}
	who = slices.DeleteFunc(who, func(p participant) bool { return p.m == nil })
	switch {
	case len(who) == 1 && when == nil && s.lone.when == nil:
		s.lone = loneLine{who: who}
	case len(who) == 0 && when != nil && rank != "":
		if len(s.lone.who) > 0 {
			s.list = listing{} // a title, and the career of the one whom it names
		}
		return false
	case len(who) == 0 && when != nil && len(s.lone.who) == 0:
		s.lone = loneLine{when: when.m}
	case len(who) == 0 && when == nil && rank != "" && s.lone.last == s.n-1:
		s.lone.rank = rank
	case len(who) == 0 && when != nil:
		s.heldInLines(s.lone.who, when.m)
	case len(who) == 1 && when == nil:
		s.heldInLines(who, s.lone.when)
	default:
		return false
	}
	s.lone.last = s.n
	return true
}

// heldInLines makes the fact of a holder and a time that stand in lines of their own.
func (s *sentence) heldInLines(who []participant, when *pipeline.Mention) {
	l, rank := s.list, s.lone.rank
	if s.lone = (loneLine{}); l.post == nil {
		if l = s.holderList; !strings.Contains(when.Date.EDTF, "/") {
			return // under another heading
		}
	}
	if rank != "" {
		l.post = &people.Office{Words: rank}
	}
	s.heldPost(&l, &piece{kind: date, m: when}, who[0])
}

// holderAbroad reads the lines of a list of those who hold a post of one country in others, which stand
// under the names of these: "Honorary Consuls of Malta", and under it "PERU" and "Lima: A, Honorary Consul".
func (s *sentence) holderAbroad() bool {
	l := s.list
	if !l.on || l.post == nil || l.from == "" {
		return false
	}
	k := s.bulleted()
	if len(s.pieces) == k+1 && s.p(k).kind == state && !s.same(s.p(k).country, l.from) {
		s.list.to, s.list.abroad = s.p(k).country, true
		return true
	}
	who := s.peopleIn(text.Range{End: len(s.pieces)})
	if !l.abroad || len(who) != 1 || !s.rows() {
		return false
	}
	if s.senses&appoint != 0 {
		l.event = "appointed"
	}
	s.heldPost(&l, s.dateIn(0, len(s.pieces)-1), who[0])
	return true
}
