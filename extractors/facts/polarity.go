package facts

// A polarity says whether an act happened.
type polarity uint8

// The polarities.
const (
	happened polarity = iota
	planned
	denied   // did not happen, or is only spoken of
	notUntil // did not happen until its date, and then did
)

// polarity reads the words before the act at piece i. "Not ... until" a date is
// a roundabout way to say that it happened then.
func (s *sentence) polarity(i int) polarity {
	infinitive := s.p(i).forms == base
	bound := infinitive
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		p := s.p(j)
		switch {
		case p.has(not):
			if s.untilAfter(i) {
				return notUntil
			}
			return denied
		case p.has(modal):
			return denied
		case p.has(first) && infinitive && s.infinitive(i) >= 0:
			return happened // "the first country to recognize"
		case p.has(plan):
			return planned
		case p.has(to) && (infinitive || s.p(j+1).has(be)):
			bound = true
		case p.has(barrier), p.kind == stop, p.kind == comma, p.has(acts) && p.forms&past != 0:
			if bound {
				return denied
			}
			return happened
		}
	}
	if bound && !s.p(i-1).has(aux) {
		return denied
	}
	return happened
}

func (s *sentence) untilAfter(i int) bool {
	for j := i + 1; j < len(s.pieces) && j < i+12; j++ {
		if s.p(j).has(until) {
			return true
		}
	}
	return false
}

// undone reports whether the clause says that what piece i names was cancelled or
// put off: "the visit, scheduled for May, was postponed".
func (s *sentence) undone(i int) bool {
	for k := i + 1; k < len(s.pieces) && k <= i+reachRight; k++ {
		p := s.p(k)
		if p.is(not, past) && s.p(k-1).has(be) {
			return true
		}
		if p.kind == stop || p.has(acts) && p.forms&(past|presentTense) != 0 && p.forms&noun == 0 {
			return false
		}
	}
	return false
}
