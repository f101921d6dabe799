package facts

import "chancery/pipeline/text"

// visitRow reads a row of visits behind a colon: "High-level visits by Mozambican
// leaders: President A (July 1980), President B (1988)" at the noun, piece i.
func (s *sentence) visitRow(i int) bool {
	const reach = 8
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
	for j := k; j < len(s.pieces); j++ {
		if s.p(j).has(verb | be) {
			return false // a clause
		}
	}
	found := false
	for ; k < len(s.pieces); k++ {
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
