package facts

// atAddress gives the post of the mission at piece i the city with which the address behind "at"
// ends: "is located at 16 Jomo Kenyatta Road, Lilongwe".
func (s *sentence) atAddress(i int, all []post) []post {
	const longest = 16
	if len(all) > 1 || len(all) == 1 && all[0].city >= 0 {
		return all
	}
	k := i + 1
	for k < len(s.pieces) && k <= i+reachLeft && !s.says(k, "at") && s.p(k).kind != stop && s.p(k).kind != date {
		k++
	}
	if !s.says(k, "at") {
		return all
	}
	for end := min(len(s.pieces), k+longest); k < end && s.p(k).kind != stop && s.p(k).kind != date && !s.p(k).has(verb|acts|be); k++ {
		p := s.p(k)
		if p.kind != place || s.p(k-1).kind != comma || p.m.Place.Kind != "city" {
			continue
		}
		if len(all) == 0 {
			return []post{{city: k, country: -1}}
		}
		if all[0].country >= 0 && s.same(s.hostOf(p.m), s.p(all[0].country).country) {
			all[0].city = k
			return all
		}
	}
	return all
}
