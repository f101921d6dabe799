package facts

import "chancery/pipeline"

// labelMission takes from the label of a line whose mission it tells of, and where: "Japan's
// Mission in Peru: February 1996 Opened embassy" at the second mission, piece i.
func (s *sentence) labelMission(v *pipeline.MissionValue, i int) {
	const longest = 6 // pieces
	for k := 0; k < min(i, longest); k++ {
		if !s.p(k).has(mission) {
			continue
		}
		o, at := s.owner(k), s.posts(k, false)
		if o < 0 || len(at) != 1 || !s.isColon(max(at[0].city, at[0].country)+1) || v.Sending != "" && !s.same(v.Sending, s.p(o).country) {
			return
		}
		v.Sending = s.p(o).country
		if at[0].city >= 0 && v.City == "" && v.Receiving == "" {
			v.City, v.Receiving = s.p(at[0].city).m.Value, s.hostOf(s.p(at[0].city).m)
		} else if at[0].country >= 0 && v.Receiving == "" {
			v.Receiving = s.p(at[0].country).country
		}
		return
	}
}

// cityAside is the city that alone stands in brackets behind a date and the act at piece i:
// "was opened in 2021 (Lima)"; -1 for none.
func (s *sentence) cityAside(i int) int {
	const furthest = 5 // pieces
	for k := i + 1; k <= i+furthest; k++ {
		if p := s.p(k + 1); s.p(k).kind == openSign && s.bracket(k) == k+2 && s.p(k-1).kind == date && p.kind == place && cityLike(p.m) {
			return k + 1
		}
	}
	return -1
}

// tellsAnother reports whether brackets tell what became of a mission later: "in Almaty (January
// 2005: Embassy moved to Astana)".
func (s *sentence) tellsAnother(open, end int) bool {
	for k := open; k < end; k++ {
		if s.p(k).has(mission) {
			return true
		}
	}
	return false
}
