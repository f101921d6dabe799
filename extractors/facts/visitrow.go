package facts

import "chancery/pipeline/text"

// visitRow reads a row of visits behind a colon: "High-level visits by Mozambican
// leaders: President A (July 1980), President B (1988)" at the noun, piece i.
func (s *sentence) visitRow(i int) bool {
	const reach, most = 8, 400 // most is how many pieces a row may have
	list, k := listing{}, i+1
	for ; k <= i+reach && s.p(k).kind != stop; k++ {
		switch p := s.p(k); {
		case p.kind != state && p.kind != demonym:
		case s.p(s.beforeArticle(k)).has(toSense):
			list.to = p.country
		default:
			list.from = p.country
		}
	}
	if k >= len(s.pieces) || s.doc.Tokens[s.p(k).at.First].Class != text.Colon || list.from == "" && list.to == "" {
		return false
	}
	end := min(len(s.pieces), k+most)
	for j := k; j < end; j++ {
		if s.p(j).has(verb | be) {
			return false // a clause
		}
	}
	found := false
	for ; k < end; k++ {
		if s.p(k).kind != person || s.p(k+1).kind != openSign {
			continue
		}
		when := s.dateIn(k+1, s.bracket(k+1))
		if when == nil {
			continue
		}
		j := journey{lo: i, hi: k, kind: "unspecified", visitors: s.participants([]int{k}), when: when, frame: list.to}
		if j.visitors[0].Country == "" {
			j.visitors[0].Country = list.from
		}
		s.visit(&j)
		found = true
	}
	return found
}
