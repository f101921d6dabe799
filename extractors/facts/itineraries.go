package facts

import "chancery/pipeline/text"

// travellers are the one person whose visits abroad a heading announces, "Visits abroad of
// President A in 2008", or nobody.
func (s *sentence) travellers() []participant {
	const near = 3
	for i := range s.pieces {
		if !s.journeys(i) {
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
			return s.cityToo(s.listRight(k, isGoal), at)
		}
	}
	return nil
}

// journeys reports whether piece i is a noun for what a list of visits is of: "visits", "trips".
func (s *sentence) journeys(i int) bool {
	p := s.p(i)
	return p.is(visit, noun) || p.is(travel, noun) || p.at.Len() == 1 && trips.Has(s.doc.Tokens[p.at.First])
}

// headsJourneys reports whether a line with a verb is the heading of a list of someone's visits: "List of
// trips made by Prime Minister A".
func (s *sentence) headsJourneys() bool {
	return len(s.pieces) <= 2*mostHeading && s.heads(s.at) && s.n < titleHeadings && len(s.travellers()) > 0
}

// cityToo are the stops of an entry, or the city that it names behind its one country: "Finland: 10
// January, Helsinki".
func (s *sentence) cityToo(stops []int, at text.Range) []int {
	if len(stops) != 1 || s.p(stops[0]).kind != state {
		return stops
	}
	for k := stops[0] + 1; k < at.End; k++ {
		if p := s.p(k); p.kind == place && cityLike(p.m) && s.same(s.hostOf(p.m), s.p(stops[0]).country) && (s.p(k-1).kind == comma || s.p(k-1).kind == stop) {
			return []int{k}
		}
	}
	return stops
}
