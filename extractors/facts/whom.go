package facts

// whomMet is whom "him" or "her" behind the verb at piece i means: the visitor of whom the
// sentence or its line tells, or the only guest of a meeting told in the sentence.
func (s *sentence) whomMet(i int) []participant {
	k := i + 1
	for s.p(k).has(with) || s.adverb(k) {
		k++
	}
	if !s.says(k, "him") && !s.says(k, "her") || !s.p(k-1).has(with) && k > i+1 {
		return nil
	}
	if v := s.lastVisit; v != nil && v.Visit.Visitor.Person != "" && (v.At[0].First >= s.at.First || s.sameLine(v)) {
		return []participant{{Participant: v.Visit.Visitor}}
	}
	if len(s.facts) == 0 {
		return nil
	}
	last := s.facts[len(s.facts)-1]
	if m := last.Meeting; m == nil || last.At[0].First < s.at.First || len(m.Participants) != 2 || m.Participants[1].Side != 2 || m.Participants[1].Person == "" {
		return nil
	}
	return []participant{{Participant: last.Meeting.Participants[1]}}
}

// withOrWhom are the people of "with B" behind piece i, or of "with whom" before the verb at
// piece v.
func (s *sentence) withOrWhom(i, v int) []participant {
	if two := s.withBehind(i); len(two) > 0 || v < 0 {
		return two
	}
	return s.withWhom(v)
}

// withWhom is the one named before "with whom" that opens the clause of the verb at piece i: "at
// the invitation of A, with whom he held talks"; nil for none.
func (s *sentence) withWhom(i int) []participant {
	for k := i - 1; k > 2 && k >= i-4; k-- {
		if !s.says(k, "whom") || !s.p(k-1).has(with) {
			continue
		}
		if k -= 2; s.p(k).kind == comma {
			k--
		}
		if s.p(k).kind == person {
			return s.participants([]int{k})
		}
		return nil
	}
	return nil
}
