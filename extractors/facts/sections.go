package facts

// An interests section works in the embassy of a third state: "opened an Interests Section
// in the Swiss Embassy in Havana" names who looks after it and not who receives it.

// interestsSection is the type of such a mission.
const interestsSection = "interests section"

// hostMission is the mission in which the interests section at piece i works, as named
// behind piece k, the section itself or what happened to it; -1 for none.
func (s *sentence) hostMission(i, k int) int {
	if s.p(i).mission != interestsSection || !s.p(k+1).has(in|of) {
		return -1
	}
	for j := k + 2; j < len(s.pieces) && j <= k+6; j++ {
		switch p := s.p(j); {
		case p.has(mission):
			return j
		case !p.has(article) && p.kind != demonym && p.kind != state:
			return -1
		}
	}
	return -1
}

// hosts reports whether the mission at piece i is only where an interests section works.
func (s *sentence) hosts(i int) bool {
	k := s.beforeArticle(i)
	if k < 1 || !s.p(k).has(in|of) {
		return false
	}
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if s.p(j).has(mission) {
			return s.p(j).mission == interestsSection
		}
		if !s.p(j).has(establish | closing | resume | be) {
			return false
		}
	}
	return false
}

// lookedAfter takes the state whose embassy houses an interests section for no host of it.
func (s *sentence) lookedAfter(i int, a act, receiving string) bool {
	for _, k := range []int{i, a.i} {
		if h := s.hostMission(i, k); h >= 0 {
			o := s.owner(h)
			return o >= 0 && s.same(s.p(o).country, receiving)
		}
	}
	return false
}
