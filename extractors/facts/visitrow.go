package facts

import (
	"cmp"
	"strings"

	"chancery/pipeline/text"
)

// visitRow reads a row of visits behind a colon: "High-level visits by Mozambican
// leaders: President A (July 1980), President B (1988)" at the noun, piece i.
func (s *sentence) visitRow(i int) bool {
	const reach = 8
	list, k := listing{kind: s.oneType()}, i+1
	for ; k <= i+reach && s.p(k).kind != stop && !s.includes(k); k++ {
		switch p := s.p(k); {
		case p.kind == role:
			list.post = p.office
		case p.kind != state && p.kind != demonym:
		case s.p(s.beforeArticle(k)).has(toSense), s.says(s.beforeArticle(k), "to"): // a heading's "TO" may be taken for a name
			list.to = p.country
		default:
			list.from = p.country
		}
	}
	if s.includes(k) && (list.from != "" || list.to != "") {
		return s.rowOf(i, k+1, list)
	}
	if k >= len(s.pieces) || s.doc.Tokens[s.p(k).at.First].Class != text.Colon {
		return false
	}
	s.rowAt = s.n
	return s.rowEntries(i, k+1, list) || s.rowOf(i, k, list)
}

// includes reports whether piece k leads from visits to those who made them: "visits from
// India include those of A (1981) and B (1995)".
func (s *sentence) includes(k int) bool {
	return s.cued(includes) && (s.says(k, "include") || s.says(k, "included") || s.says(k, "including"))
}

// rowGoesOn reads the row of the other direction behind a row of visits: "Visits: From Malta:
// A (1973). From India: B (1981)."
func (s *sentence) rowGoesOn() bool {
	if s.rowAt != s.n-1 || s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return false
	}
	list, k := s.rowDirection(0)
	if k == 0 {
		return false
	}
	s.rowAt = s.n
	return s.rowOf(0, k, list)
}

// rowDirection is the direction that "From Malta:" at piece k gives to a row, and the piece
// behind it; 0 for none.
func (s *sentence) rowDirection(k int) (listing, int) {
	at := s.pastArticles(k + 1)
	if s.p(at).kind != state || s.p(at+1).kind != stop {
		return listing{}, 0
	}
	switch {
	case s.p(k).has(fromSense):
		return listing{from: s.p(at).country, to: s.counterpart(s.p(at).country)}, at + 2
	case s.p(k).has(toSense):
		return listing{to: s.p(at).country, from: s.counterpart(s.p(at).country)}, at + 2
	}
	return listing{}, 0
}

// listedVisitors reads "Leaders of Peru who have visited Mali include: President A (July
// 1980), President B (1988 and 1990)" at the verb, piece i.
func (s *sentence) listedVisitors(i int) bool {
	k := s.beforeAux(i)
	if !s.p(k).has(who) || !isGoal(s.p(s.pastArticles(i+1))) {
		return false
	}
	to := s.pastArticles(i + 1)
	list := listing{to: s.hostOf(s.p(to).m)}
	if !s.says(to+1, "include") && !s.says(to+1, "included") && !s.p(to+1).has(be) {
		return false
	}
	for j := k - 1; j >= k-5; j-- {
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
		if turned, next := s.rowDirection(k); next > 0 {
			list, k = turned, next
		}
		if list.from != "" || list.to != "" {
			if when := s.dateRight(k); when != nil {
				s.rowVisitOf(&list, journey{lo: i, hi: k, when: when}, k)
				found = true
				continue
			}
		}
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
			if len(goals) == 0 {
				goals = s.cityWithin(open, at)
			}
			s.rowVisitOf(&list, journey{lo: i, hi: k, when: s.p(at), goals: goals}, k)
			found = true
		}
	}
	return found
}

// rowVisitOf makes the visit of the person at piece k of a row.
func (s *sentence) rowVisitOf(list *listing, j journey, k int) {
	j.kind, j.visitors, j.frame = cmp.Or(list.kind, "unspecified"), s.participants([]int{k}), list.to
	if j.visitors[0].Country == "" {
		j.visitors[0].Country = list.from
	}
	if one, ok := list.each(); ok && j.visitors[0].Role == "" {
		j.visitors[0].Role = one
	}
	s.visit(&j)
}

// dateRight is the date of "President A in December 1983" behind the person at piece k; nil
// for none.
func (s *sentence) dateRight(k int) *piece {
	if s.p(k).kind == person && s.p(k+1).has(in|on) && s.p(k+2).kind == date {
		return s.p(k + 2)
	}
	return nil
}

// cityWithin is the one city in brackets that open at piece i, beside the date at piece at:
// "(Dec 1983, Goa)".
func (s *sentence) cityWithin(i, at int) (city []int) {
	for k := i + 1; k < s.bracket(i); k++ {
		switch p := s.p(k); {
		case k == at, p.kind == comma:
		case p.kind == place && cityLike(p.m) && city == nil:
			city = []int{k}
		default:
			return nil
		}
	}
	return city
}

// rowVisited reads "A (1983), B (1973) and C (2005) have visited India" at the verb, piece i:
// each has a date of his own.
func (s *sentence) rowVisited(i int) bool {
	k := s.beforeAux(i)
	var j journey
	if s.goal(i, &j); len(j.goals) == 0 {
		return false
	}
	type entry struct{ who, open int }
	var entries []entry
	for s.p(k).kind == closeSign && len(entries) < mostRow {
		open := s.bracket(k)
		if s.p(open-1).kind != person || !s.onlyDates(open+1, k) {
			break
		}
		entries = append(entries, entry{open - 1, open})
		for k = s.beforeArticle(open - 1); s.p(k).kind == comma || s.p(k).has(and); k-- {
		}
	}
	if len(entries) < 2 {
		return false
	}
	for n := len(entries) - 1; n >= 0; n-- {
		e := entries[n]
		for at := e.open + 1; at < s.bracket(e.open); at++ {
			if s.p(at).kind == date {
				s.visit(&journey{lo: e.who, hi: i, kind: "unspecified", visitors: s.participants([]int{e.who}), when: s.p(at), goals: j.goals, how: s.polarity(i)})
			}
		}
	}
	return true
}

// onlyDates reports whether the pieces from i up to j are dates that commas and "and" part.
func (s *sentence) onlyDates(i, j int) bool {
	for k := i; k < j; k++ {
		if p := s.p(k); p.kind != date && p.kind != comma && !p.has(and) {
			return false
		}
	}
	return i < j && s.p(i).kind == date
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
		if i > 0 && (w == "of" || w == "to" || w == "and" || w == "the" || w == "for" || w == "in") {
			continue // "Head of Mission"
		}
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
		if next := s.p(j + 1); j == k+1 && p.kind == comma && next.kind == role && next.office.Tokens.Overlaps(s.p(k).m.Person.RoleTokens) {
			j++ // "A, Foreign Minister (2018)"
			continue
		}
		if p.kind == comma || p.kind == stop || p.kind == person || p.kind == date || p.has(and) {
			return -1
		}
	}
	return -1
}

// oneType is the type of all visits that the heading, or the label before the entries of a row, opens;
// "" when it gives none or several: "Official visits of Peruvian leaders", "State and official visits".
func (s *sentence) oneType() (kind string) {
	for i := range s.pieces {
		if s.p(i).is(visit, noun) {
			return strings.TrimPrefix(s.visitType(i), "unspecified")
		}
		if s.p(i).has(types) && s.p(i+1).has(and) || s.p(i).kind == stop {
			return ""
		}
	}
	return ""
}
