package facts

import "strings"

// inRemark reports whether the verb at piece i tells in the remark of a row, in which
// nobody is named before it, what the visitor of the row did: "Met with B", "State visit;
// met with B", "Attended the summit and met with B".
func (s *sentence) inRemark(i int) bool {
	if s.at.First >= s.row.end {
		return false
	}
	k := i - 1
	for s.says(k, "also") || s.adverb(k) {
		k--
	}
	if k < 0 {
		return true
	}
	if s.p(k).kind != stop && s.p(k).kind != comma && !s.p(k).has(and) {
		return false
	}
	return s.p(0).has(acts|hold|meeting|types) || s.p(0).is(visit, noun) || s.didFirst() || s.p(1).is(visit, noun)
}

// didFirst reports whether the sentence begins with a verb of the past that no rule asks
// for: "Addressed a conference".
func (s *sentence) didFirst() bool {
	p := s.p(0)
	return p.at.Len() == 1 && p.kind == other && strings.HasSuffix(s.doc.Word(p.at.First), "ed")
}

// rowRemark takes from a remark what the visit of its row was for, and whom the visitor
// discussed something with.
func (s *sentence) rowRemark() {
	if v := s.lastVisit; v != nil && v.Visit.Occasion == "" {
		if _, n := occasions.Longest(s.doc.Tokens, s.at.First, s.at.End); n > 0 {
			v.Visit.Occasion = s.nounPhrase(s.at.First + n)
		}
	}
	for i := range s.pieces {
		if strings.EqualFold(s.doc.Slice(s.p(i).at), "discussed") && s.inRemark(i) {
			s.discussion(i)
		}
	}
}

// discussion reads "discussed the situation in Iraq with A and B" in a remark, whose
// place is not that of what was discussed.
func (s *sentence) discussion(i int) {
	for k := i + 1; k < len(s.pieces) && s.p(k).kind != stop; k++ {
		if !s.p(k).has(with) {
			continue
		}
		if met := s.actorsBehind(k+1, 3); len(met) > 0 {
			s.meets(i, k, []participant{s.row.visitor}, met, s.polarity(i))
			return
		}
	}
}
