package facts

import "chancery/pipeline/text"

// listLeft is where the list of wanted pieces that ends at piece k begins, and
// listRight where one that begins there ends: "A, B and C".
func (s *sentence) listLeft(k int, want func(*piece) bool) []int {
	items := []int{k}
	for {
		if at := s.apposition(k); at >= 0 {
			k = at
		}
		j := s.beforeArticle(k)
		if s.says(j, "counterpart") {
			j = s.beforeArticle(j) // "A and his Spanish counterpart B"
		}
		joined, conjoined, sign := false, len(items) > 1, j
		if len(items) > 1 && s.p(j).has(and) && s.p(j-1).kind == comma && s.p(s.beforeArticle(items[1])).has(and) {
			return items // "A held talks with B, and C and D met with him"
		}
		for j >= 0 && (s.p(j).kind == comma || s.p(j).has(and)) {
			joined, conjoined, j = true, conjoined || s.p(j).has(and), j-1
			if s.says(j, "counterpart") {
				j = s.beforeArticle(j) // "A and his Vietnamese counterpart, B"
			}
		}
		if joined && s.p(j).kind == closeSign {
			j = s.bracket(j) - 1 // "A (replaced by B), and C"
		}
		if q := s.beforeArticle(j); j >= 2 && s.p(j).kind == state && s.p(q).has(of) && s.p(q-1).kind == person {
			j = q - 1 // "A of China, B of Russia and C of India"
		}
		if !joined || !conjoined || j < 0 || !want(s.p(j)) {
			return items // "In its talks with France, Germany ...": a comma alone makes no list
		}
		if s.p(sign).has(and) && s.p(sign-1).kind == comma && s.p(s.beforeArticle(j)).has(with) {
			return items // "A held talks with B, and C met with him"
		}
		if q := s.beforeArticle(j); s.p(q).has(of) && len(items) > 1 && (s.common(q-1) || s.p(q-1).has(modal)) {
			return items // "At the invitation of C, A and B": a phrase that the comma closes
		}
		k = j
		items = append([]int{k}, items...)
	}
}

func (s *sentence) listRight(k int, want func(*piece) bool) []int {
	items, conjoined := []int{k}, false
	clause := 0 // how many of the items stand before a comma and "and"
	for {
		if s.p(k).kind == role && s.p(k+1).kind == person {
			k++
		}
		j, joined := k+1, false
		if at := s.pastArticles(j + 1); s.p(k).kind == person && s.p(j).has(of) && s.p(at).kind == state {
			j = at + 1
		}
		for j < len(s.pieces) {
			p := s.p(j)
			if p.kind == openSign {
				if j = s.bracket(j) + 1; j <= k {
					return items[:1]
				}
				continue
			}
			if s.p(j).has(and) && s.p(j+1).has(by) && isActor(s.p(s.pastArticles(j+2))) {
				joined, conjoined, j = true, true, j+2 // "by A and by B"
				continue
			}
			if s.p(j).has(and) && s.p(j+1).has(to) && isGoal(s.p(s.pastArticles(j+2))) {
				joined, conjoined, j = true, true, j+2 // "to Oman and to Kuwait"
				continue
			}
			if s.says(j, "and with") {
				joined, conjoined, j = true, true, j+1
				continue
			}
			if p.kind != comma && !p.has(and|article) && !(s.says(j, "counterpart") && conjoined) && (p.kind != demonym && p.kind != role || want(p)) {
				break
			}
			if p.has(and) && s.p(j-1).kind == comma && clause == 0 {
				clause = len(items)
			}
			joined = joined || p.kind == comma || p.has(and)
			conjoined = conjoined || p.has(and)
			j++
		}
		if !joined || j >= len(s.pieces) || !want(s.p(j)) {
			if !conjoined {
				return items[:1]
			}
			if clause > 0 && s.acting(k) {
				return items[:clause]
			}
			return items
		}
		k = j
		items = append(items, k)
	}
}

// acting reports whether a verb of which the last of several people is the subject stands
// right behind piece k: "met with A, and B and C received him".
func (s *sentence) acting(k int) bool {
	if s.p(k).kind == role && s.p(k+1).kind == person {
		k++
	}
	if !isActor(s.p(k)) {
		return false
	}
	if at := s.pastArticles(k + 2); s.p(k+1).has(of) && (s.p(at).kind == state || s.p(at).kind == body) {
		k = at
	}
	p := s.p(s.pastAdverbs(k + 1))
	return p.has(acts|hold) && p.forms&(past|presentTense) != 0 || p.has(verb)
}

// apposition is the other of a name and an office that a comma parts, before piece k:
// the name of "A, the President of Mali", the office of "the President of Mali, A"; -1
// for none.
func (s *sentence) apposition(k int) int {
	sign := k - 1
	if s.p(sign).has(article) {
		sign--
	}
	if sign < 1 || s.p(sign).kind != comma {
		return -1
	}
	switch p, o := s.p(k), s.p(sign-1); {
	case p.kind == role && o.kind == person && o.m.Person != nil && o.m.Person.RoleTokens.Overlaps(p.at):
		return sign - 1
	case p.kind == person && o.kind == role && s.holder(sign-1) == p.m:
		return sign - 1
	}
	return -1
}

// nearest is the nearest wanted piece at or before piece k within a few.
func (s *sentence) nearest(k int, want func(*piece) bool) int {
	for j, least := k, k-4; j >= 0 && j > least; j-- {
		if s.p(j).kind == closeSign { // "A (residence in Rome), who"
			at := s.bracket(j)
			j, least = at, least-(j-at)
			continue
		}
		if want(s.p(j)) {
			return j
		}
	}
	return -1
}

// labels reports whether piece k is a country with which its line begins.
func (s *sentence) labels(k int) bool { return k == 0 && s.p(k).kind == state }

// kin reports whether piece k says how the person behind it is related to the one
// before: "and his wife B".
func (s *sentence) kin(k int) bool {
	p := s.p(k)
	return p.kind == other && relatives.Has(s.doc.Tokens[p.at.First]) && s.p(k+1).kind == person
}

var relatives = text.NewSet("wife", "husband", "spouse", "daughter", "son", "sister", "brother", "mother", "father")
