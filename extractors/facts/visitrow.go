package facts

import (
	"strings"

	"chancery/pipeline/text"
)

// visitRow reads a row of visits behind a colon: "High-level visits by Mozambican
// leaders: President A (July 1980), President B (1988)" at the noun, piece i.
func (s *sentence) visitRow(i int) bool {
	const reach = 8
	list, k := listing{}, i+1
	for ; k <= i+reach && s.p(k).kind != stop; k++ {
		switch p := s.p(k); {
		case p.kind == role && p.office != nil:
			list.post = p.office
		case p.kind != state && p.kind != demonym:
		case s.p(s.beforeArticle(k)).has(toSense), s.says(s.beforeArticle(k), "to"): // a heading's "TO" may be taken for a name
			list.to = p.country
		default:
			list.from = p.country
		}
	}
	if k >= len(s.pieces) || s.doc.Tokens[s.p(k).at.First].Class != text.Colon {
		return false
	}
	return s.rowOf(i, k, list)
}

// listedVisitors reads "Leaders of Peru who have visited Mali include: President A (July
// 1980), President B (1988 and 1990)" at the verb, piece i.
func (s *sentence) listedVisitors(i int) bool {
	k := i - 1
	for s.p(k).has(aux) || s.adverb(k) {
		k--
	}
	if !s.p(k).has(who) || !isGoal(s.p(s.pastArticles(i+1))) {
		return false
	}
	to := s.pastArticles(i + 1)
	list := listing{to: s.hostOf(s.p(to).m)}
	if !s.says(to+1, "include") && !s.says(to+1, "included") && !s.p(to+1).has(be) {
		return false
	}
	for j := k - 1; j >= 0 && j >= k-5; j-- {
		if isState(s.p(j)) {
			list.from = s.p(j).country
			break
		}
	}
	return s.rowOf(i, to+2, list)
}

// rowOf makes a visit of each name with dates in brackets from piece k on, behind the
// word for visits at piece i.
func (s *sentence) rowOf(i, k int, list listing) bool {
	const most = 400 // pieces of a row
	end := min(len(s.pieces), k+most)
	for j := k; j < end; j++ {
		if s.p(j).has(verb | be) {
			return false // a clause
		}
	}
	found := false
	for ; k < end; k++ {
		open := s.bracketBehind(k)
		goals := s.goalBehind(k)
		if len(goals) > 0 && s.p(goals[len(goals)-1]+1).kind == openSign {
			open = goals[len(goals)-1] + 1
		}
		if open < 0 || len(goals) == 0 && list.from == "" && list.to == "" && s.counterpart(s.p(k).country) == "" {
			continue
		}
		for at := open; at < s.bracket(open); at++ {
			if s.p(at).kind != date {
				continue
			}
			j := journey{lo: i, hi: k, kind: "unspecified", visitors: s.participants([]int{k}), when: s.p(at), frame: list.to, goals: goals}
			if j.visitors[0].Country == "" {
				j.visitors[0].Country = list.from
			}
			if one, ok := list.each(); ok && j.visitors[0].Role == "" {
				j.visitors[0].Role = one
			}
			s.visit(&j)
			found = true
		}
	}
	return found
}

// goalBehind are the places of "President A to Tashkent and Samarkand" behind the person
// at piece k.
func (s *sentence) goalBehind(k int) []int {
	if at := s.pastArticles(k + 2); s.p(k).kind == person && s.p(k+1).has(toSense) && isGoal(s.p(at)) {
		return s.listRight(at, isGoal)
	}
	return nil
}

// each is the office of each of those whom a row lists, by the plural of its heading:
// "President" of "visits of Mexican Presidents".
func (l *listing) each() (string, bool) {
	if l.post == nil {
		return "", false
	}
	words := strings.ToLower(l.post.Words)
	if words != l.post.Words {
		words = titled(words)
	}
	return singularOffice(words)
}

// titled is words with capitals, as a title that stands in capitals was meant.
func titled(words string) string {
	all := strings.Fields(words)
	for i, w := range all {
		all[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(all, " ")
}

// bracketBehind is the bracket that opens behind the person at piece k, past what the
// office is of: "Chairman A of the Standing Committee (2008)"; -1 for none.
func (s *sentence) bracketBehind(k int) int {
	if s.p(k).kind != person {
		return -1
	}
	for j := k + 1; j <= k+6; j++ {
		p := s.p(j)
		if p.kind == openSign {
			return j
		}
		if p.kind == comma || p.kind == stop || p.kind == person || p.kind == date || p.has(and) {
			return -1
		}
	}
	return -1
}
