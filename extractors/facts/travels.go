package facts

import (
	"cmp"
	"strings"

	"chancery/pipeline"
)

// travel reads "X arrived in Beijing on a state visit".
func (s *sentence) travel(i int) {
	to := i + 1
	if last := s.doc.Tokens[s.p(i).at.End-1]; last.Is(keyTo) || last.Is(keyFor) { // "came to", "left for"
		to = i
	} else if at := s.p(to + 1); s.p(to).has(fromSense) && (at.kind == place || at.kind == state) && s.p(to+2).has(toSense) {
		to += 2 // "travelled from Madrid to Paris"
	} else if s.p(to).has(on) && s.p(to+1).has(toSense) {
		to++ // "travelled on to Bogotá"
	} else if at := s.pastDates(to); s.p(at).has(toSense) {
		to = at // "travels on Tuesday, 14 May 2024, to Lisbon"
	} else if !s.p(to).has(toSense | in) {
		return
	}
	if s.p(i).forms&(past|presentTense) == 0 && (s.p(i).forms&base == 0 || s.polarity(i) != planned) {
		return
	}
	s.travelTo(i, to)
}

// pastDates is the piece behind the dates, and the signs around them, that stand from piece k on.
func (s *sentence) pastDates(k int) int {
	for s.p(k).kind == date || s.p(k).kind == comma && (s.p(k-1).kind == date || s.p(k+1).kind == date) || s.p(k).has(on|article) && s.p(k+1).kind == date {
		k++
	}
	return k
}

// delegation reads "X led a trade delegation to Qatar" at its noun, piece i.
func (s *sentence) delegation(i int) {
	to := i + 1
	if (s.says(to, "that") || s.says(to, "which")) && s.p(to+1).is(visit, past) {
		to++ // "led the delegation that visited Qatar"
	} else if !s.p(to).has(toSense) {
		return
	}
	for k := i - 1; k >= 0 && k >= i-reachLeft; k-- {
		p := s.p(k)
		if s.leads(k) {
			s.used[to] = true
			s.travelTo(k, to)
			return
		}
		if p.kind == stop || p.kind == comma || p.has(verb|acts|preps) {
			return
		}
	}
}

// travelTo reads a journey by the verb at piece i to what stands behind piece to: a
// place, for else nothing says that it was one: "came to power", "arrived in time".
func (s *sentence) travelTo(i, to int) {
	j := journey{lo: i, hi: i, kind: "unspecified", how: s.polarity(i), visitors: s.visitorsOf(i)}
	s.goal(to, &j)
	if k := s.event(to); len(j.goals) == 0 && s.leads(i) && k >= 0 && s.abroad(&journey{visitors: j.visitors, goals: []int{k}}) {
		j.goals, j.hi = []int{k}, to // "led the delegation to the Summit in Rome"
	}
	if len(j.goals) == 0 && !j.byPlace {
		return
	}
	if s.doc.Tokens[s.p(i).at.End-1].Is(keyFor) && s.when(i, i, true) == nil {
		return // who "had left for Paris" is said of what came before
	}
	for k := i + 1; k < len(s.pieces) && k < i+18; k++ {
		if s.p(k).is(pay, past) && s.dateIn(i, k) != nil {
			break // "came to Rio in May 2024 and paid a visit to Brasília in 2025"
		}
		if s.p(k).is(visit, noun) {
			j.kind, j.hi = s.visitType(k), k
			s.used[k] = true
			s.visit(&j)
			return
		}
		if s.p(k).kind == stop || s.p(k).has(barrier) && !s.p(k).has(as|on|from) || s.says(k, "after") || s.says(k, "following") {
			break // "after an official visit to Seoul"
		}
	}
	for n := range j.visitors {
		s.titledAs(&j.visitors[n].Participant)
	}
	if len(j.visitors) > 0 && j.visitors[0].Role != "" && (to == i || s.p(to).has(toSense|visit) || s.abroad(&j) || s.sentAlong(i)) { // travel alone: in office only
		s.visit(&j)
	}
}

// sentAlong reports whether a delegation under the one who is named is the subject of the
// verb at piece i: "a delegation headed by A arrived in Oslo".
func (s *sentence) sentAlong(i int) bool {
	for k := i - 1; k > 1 && k >= i-reachLeft && s.p(k).kind != stop; k-- {
		if s.leads(k) && s.p(k+1).has(by|of) {
			return true
		}
	}
	for k := i + 1; k < len(s.pieces) && k <= i+8 && s.p(k).kind != stop; k++ {
		if s.says(k, "head") && (s.p(s.pastArticles(k+2)).is(travel, noun) || s.p(s.pastArticles(k+2)).has(mission)) {
			return true // "arrived in Oslo at the head of a delegation", "of a special mission"
		}
	}
	return false
}

// follows reports whether "followed by" stands before the visit at piece i.
func (s *sentence) follows(i int) bool {
	for k := i - 1; k > 0 && k >= i-5; k-- {
		if s.p(k).has(by) {
			return s.says(k-1, "followed")
		}
	}
	return false
}

// abroad reports whether all that a journey goes to lies in another country than its
// visitors serve, and that all hold offices that nobody is posted abroad with.
func (s *sentence) abroad(j *journey) bool {
	for _, g := range j.goals {
		for _, who := range j.visitors {
			if who.Country == "" || who.m == nil || !atHome[s.codeOf(who.m)] && !portfolioed(who.m.Person) || s.same(who.Country, s.hostOf(s.p(g).m)) {
				return false
			}
		}
	}
	return len(j.goals) > 0
}

// codeOf is the code of someone's office, as the words beside his name or those that the page
// wrote last give it.
func (s *sentence) codeOf(m *pipeline.Mention) string {
	return cmp.Or(m.Person.Office, s.codes[m.Entity])
}

// atHome are the codes of offices that nobody is posted abroad with.
var atHome = map[string]bool{
	"head-of-state": true, "head-of-government": true, "deputy-head-of-government": true, "foreign-minister": true, "deputy-foreign-minister": true,
	"defence-minister": true, "interior-minister": true, "finance-minister": true, "monarch": true, "crown-prince": true, "speaker": true,
}

// laterSubject takes the subject of the main clause behind the visit at piece i.
func (s *sentence) laterSubject(i int, j *journey) {
	for k := i + 1; k < len(s.pieces) && k < i+16; k++ {
		if s.p(k).kind == comma || s.p(k).kind == date && s.actorAt(k+1) == s.pastArticles(k+1) { // "... on 5 May 2018 President A met"
			if found := s.actorsBehind(k+1, 3); len(found) > 0 {
				j.visitors = found
				return
			}
		}
	}
}

// portfolioed reports whether someone is a minister of something, as no diplomat is.
func portfolioed(p *pipeline.PersonValue) bool {
	return (p.Office == "minister" || p.Office == "deputy-minister") && strings.Contains(p.Role, " of ") && !strings.Contains(p.Role, " to ")
}

// notSince puts the date of a journey in the place of one since which there was no other: "arrived
// in Seoul on Thursday on his first visit to Korea since 2019".
func (s *sentence) notSince(j *journey, times []*piece) []*piece {
	if len(times) != 1 || times[0] == nil || !since(times[0]) {
		return times
	}
	told := false
	for k := s.indexOf(times[0]) - 1; k >= 0; k-- {
		switch p := s.p(k); {
		case p.kind == date:
			return []*piece{p}
		case p.has(travel | pay):
			told = true
		case p.kind == stop, p.has(barrier) && !p.has(from|as|during):
			return times
		}
	}
	if told && s.p(j.lo).has(travel|pay) {
		return []*piece{nil}
	}
	return times
}

// ledBy is the "by" behind the delegation at piece k that says who leads it; k for none.
func (s *sentence) ledBy(k int) int {
	const furthest = 10 // "a delegation of the Committee on Foreign Affairs of the Senate led by A"
	if !s.p(k).is(travel, noun) {
		return k
	}
	for j := k + 1; j < k+furthest; j++ {
		switch p := s.p(j); {
		case s.leads(j) && s.p(j+1).has(by|of):
			return j + 1
		case p.kind == stop, p.kind == comma, isActor(p) && !s.p(s.beforeArticle(j)).has(of), p.has(acts|verb|barrier) && !s.leads(j):
			return k
		}
	}
	return k
}
