package facts

import "chancery/pipeline/text"

// travellers are the one person whose visits abroad a heading announces, "Visits abroad of
// President A in 2008", or nobody.
func (s *sentence) travellers() []participant {
	const near = 3
	for i := range s.pieces {
		if p := s.p(i); !p.is(visit, noun) && !p.is(travel, noun) {
			continue
		}
		for k := i + 1; k <= i+near; k++ {
			if s.p(k).has(of | by) {
				if who := s.actorsBehind(k+1, near); len(who) == 1 && who[0].Person != "" {
					return who
				}
			}
		}
	}
	return nil
}

// headsTravels reports whether a line with no date but a year announces someone's visits.
func (s *sentence) headsTravels(when *piece) bool {
	return len(when.m.Value) == len("2008") && s.senses&(visit|travel) != 0 && !s.clausal() && len(s.travellers()) > 0 && s.linePlaces(text.Range{End: len(s.pieces)}) == nil
}

// lineStops are where the visit of an entry of someone's visits abroad went: the places
// that open it or stand behind its date.
func (s *sentence) lineStops(at text.Range) []int {
	for k := at.First; k < at.End; k++ {
		if before := s.p(k - 1); isGoal(s.p(k)) && (k == at.First || before.kind == stop || before.kind == comma || before.kind == date) {
			return s.listRight(k, isGoal)
		}
	}
	return nil
}
