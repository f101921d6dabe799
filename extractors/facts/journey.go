package facts

import (
	"slices"
	"strings"

	"chancery/pipeline/text"
)

// visitorNear reads "visit of X", "visit by X", "X's visit", "his visit".
func (s *sentence) visitorNear(i int, j *journey) {
	for k := i + 1; k < len(s.pieces) && k <= i+8; k++ {
		p := s.p(k)
		if p.has(of) && k > i+1 && (s.p(k-1).kind == other || s.p(k-1).has(modal)) {
			break // of another noun: "at the invitation of"
		}
		if p.has(of | by) {
			if found := s.actorsBehind(k+1, 3); len(found) > 0 {
				j.visitors = found
				return
			}
		}
		if p.has(be) && (s.says(k+1, "those") || s.says(k+1, "that")) && s.p(k+2).has(of) { // "Other visits have been those of A"
			j.visitors = s.actorsBehind(k+3, 2)
			return
		}
		if p.kind == stop || p.has(barrier|verb|be) && !p.has(as|from) && !s.leads(k) { // "of a delegation headed by A"
			break
		}
	}
	if k := s.beforeVisit(i); s.p(k).kind == stop && isActor(s.p(k-1)) { // "President A – official visit to Tokyo"
		all := s.listLeft(k-1, isActor)
		j.visitors, j.lo = s.participants(all), all[0]
		return
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		p := s.p(k)
		switch {
		case s.says(k, "latter") && s.possessed(k): // "met with B on the occasion of the latter's visit"
			for k--; k >= 0 && s.p(k).kind != person; k-- {
			}
			if k >= 0 {
				j.visitors = s.participants([]int{k})
			}
			return
		case isActor(p) && s.possessed(k):
			j.visitors = s.participants(s.listLeft(k, isActor))
			return
		case p.has(types|normal|article|first) && !p.has(its), p.kind == other && !p.has(verb|preps), p.kind == number:
		default:
			return
		}
	}
}

// guest is whom "his" or "her" before the visit at piece i means: the only person
// before it in the sentence who does not serve the country visited.
func (s *sentence) guest(i int, j *journey) {
	k := i - 1
	for s.p(k).has(types | normal) {
		k--
	}
	if len(j.goals) == 0 || !s.says(k, "his") && !s.says(k, "her") {
		return
	}
	host := s.hostOf(s.p(j.goals[0]).m)
	var guests []participant
	for n := range k {
		if s.p(n).kind != person {
			continue
		}
		for _, who := range s.participants([]int{n}) {
			if who.Country != "" && !s.same(who.Country, host) && (len(guests) == 0 || guests[0].Entity != who.Entity) {
				guests = append(guests, who)
			}
		}
	}
	if len(guests) == 1 {
		j.visitors = guests
	}
}

// goal takes the places behind piece i as where the visit went, when "to", "in"
// or nothing stands between.
func (s *sentence) goal(i int, j *journey) {
	first := i + 1
	if s.p(i).forms&noun == 0 {
		first = s.pastDates(first) // "visited on 5 May, in Lima"
	}
	dates := first > i+1
	for k, last := first, first+9; k < len(s.pieces) && k <= last; k++ {
		p := s.p(k)
		switch {
		case isGoal(p):
			if s.possessed(k) || dates && !s.p(s.beforeArticle(k)).has(to|in) {
				return
			}
			j.goals = s.listRight(k, isGoal)
			return
		case p.has(country):
			j.frame = ""
			j.byPlace = true
			return
		case p.has(of|by) && s.p(i).is(visit, noun): // past the visitor: "visit of X to China"
			for k+1 < len(s.pieces) && !s.p(k+1).has(to) && s.p(k+1).kind != date && !s.p(k+1).has(barrier|verb|be) && s.p(k+1).kind != stop {
				k++
			}
			last = k + 4
		case s.says(k, "capital") && s.p(k+1).has(of): // "arrived in the capital of Kazakhstan"
			k++
			last++
		case p.has(as) && s.p(k+1).kind == role && s.p(k+2).has(toSense): // "his first trip as Crown Prince to Egypt"
			k++
		case p.has(to | in | article), p.kind == other && !p.has(verb) && s.doc.Tokens[p.at.First].Class == text.Word && s.p(i).forms&noun == 0 && k == i+1:
		default:
			return
		}
	}
}

// actorsBehind is the list of people that begins within a few pieces of piece i.
func (s *sentence) actorsBehind(i, reach int) []participant {
	for k := i; k < len(s.pieces) && k <= i+reach; k++ {
		p := s.p(k)
		if isActor(p) {
			if p.kind == person && s.possessed(k) || p.kind == role && s.p(k+1).kind == person && s.possessed(k+1) {
				return nil // "welcomed President A's decision"
			}
			if all := s.envoysOf(k); len(all) > 1 {
				return all
			}
			if p.kind == role && s.holder(k) == nil && (s.says(k-1, "a") || s.says(k-1, "an")) {
				return nil // "the first visit by an Indian Prime Minister"
			}
			return s.participants(s.listRight(k, isActor))
		}
		if s.says(k, "counterparts") {
			return s.counterparts(k)
		}
		if s.says(k, "counterpart") && s.p(k+1).kind == comma {
			k, reach = k+1, reach+3 // "his Senegalese counterpart, A"
			continue
		}
		if by := s.ledBy(k); by > k {
			k, reach = by, by+3-i // "received the delegation headed by A"
			continue
		}
		if p.is(visit, gerund) || s.newly(k) {
			reach++ // "visiting President A", "the newly appointed Ambassador"
			continue
		}
		if !p.has(article) && p.kind != demonym && (p.kind != other || p.has(verb)) && p.kind != state && p.kind != body {
			return nil
		}
	}
	return nil
}

// visitorsOf are the people who are the subject of the verb at piece v, or the
// one whom a pronoun means.
func (s *sentence) visitorsOf(v int) []participant {
	if p, ok := s.pronounSubject(v); ok {
		return []participant{p}
	}
	if k := s.subject(v, isActor); k >= 0 {
		return s.participants(s.listLeft(k, isActor))
	}
	for n, shared := 0, v; n < mostVerbs; n++ {
		next := s.coordinate(s.beforeVerb(shared))
		if next < 0 || next >= shared {
			break
		}
		if p, ok := s.pronounSubject(next); ok {
			return []participant{p} // "she was appointed ... and served as ..."
		}
		shared = next
	}
	return nil
}

// opens reports whether the phrase of the visit at piece i opens the sentence:
// "During the state visit to China on 31 August, the President signed ...".
func (s *sentence) opens(i int) bool {
	for k := i; k >= 0 && k >= i-8; k-- {
		if s.p(k).has(during) {
			return k <= 2 || s.p(k-1).kind == comma && s.p(k-2).kind == date
		}
	}
	return false
}

// referring reports whether the words before the visit at piece i point back:
// "that visit", "the visit".
func (s *sentence) referring(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		p := s.p(k)
		if p.has(types) {
			continue
		}
		return p.has(article) && !s.says(k, "a") && !s.says(k, "an")
	}
	return false
}

// spokenOf reports whether the visit at piece i is only talked about: a
// possible, planned or general one.
func (s *sentence) spokenOf(i int) bool {
	return s.mooted(i) || s.pluralVisit(i) && !s.opens(i)
}

// mooted reports whether the words before the visit or meeting at piece i only speak of
// it: "a possible visit", "preparations for the visit", "agreed on the visit".
func (s *sentence) mooted(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		p := s.p(k)
		if p.has(modal) && s.tells(k+1) {
			return false // "one should mention the visit of A"
		}
		if p.has(modal|not|plan) || k == 0 && (s.says(1, "for") && s.says(0, "as") || p.kind == other && s.opensTopic()) {
			return true
		}
		if p.kind == other && arranging.Has(s.doc.Tokens[p.at.First]) {
			return true
		}
		if s.says(k, "agreed") && s.p(k+1).has(on) {
			return true
		}
	}
	return false
}

// opensTopic reports whether the sentence begins with what it is about: "Regarding A's visit".
func (s *sentence) opensTopic() bool { return topics.Has(s.doc.Tokens[s.at.First]) }

var topics = text.NewSet("regarding", "concerning", "about")

// arranging are words for what is done before a visit.
var arranging = text.NewSet("dates", "organization", "organisation", "organizing", "organising", "organize", "organise", "arranging", "arrange", "preparation", "prepare",
	"importance", "possibility", "idea", "groundwork", "question", "issue", "proposal", "timing", "expediency", "feasibility", "necessity")

// pluralVisit reports whether piece i is "visits", "trips".
func (s *sentence) pluralVisit(i int) bool {
	return strings.HasSuffix(strings.ToLower(s.doc.Slice(s.p(i).at)), "s")
}

// visitType is the type that the words before the noun give: the nearest counts.
func (s *sentence) visitType(i int) string {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch p := s.p(k); {
		case p.has(workingVisit):
			return "working"
		case p.has(officialVisit):
			return "official"
		case p.has(stateVisit):
			return "state"
		case p.has(privateVisit):
			return "private"
		case p.has(article | preps):
			return "unspecified"
		}
	}
	return "unspecified"
}

// times are the dates of a visit that was made more than once: the first, and
// those that a comma or "and" joins to it, "on" or "in" between or not.
func (s *sentence) times(first *piece) []*piece {
	all := []*piece{first}
	if first == nil {
		return all
	}
	joined := false
	for k := s.indexOf(first) + 1; k < len(s.pieces); k++ {
		p := s.p(k)
		switch {
		case p.kind == date && joined && s.p(k-1).has(in|on) && s.p(k-2).has(and) && s.opensNext(k):
			return all // "in May 2019, and in June 2023 A was received"
		case p.kind == date && joined:
			all = append(all, p)
			joined = false
		case p.kind == openSign && s.dateIn(k, s.bracket(k)) == nil:
			k = s.bracket(k) // "in 2016 (Samarkand) and in 2018 (Tashkent)"
		case p.has(and), p.kind == comma, p.kind == stop && (s.inBracket(k) || s.isSemi(k) && s.p(k-1).kind == date && s.p(k+1).kind == date), s.says(k, "/"):
			joined = true
		case p.has(types) && joined && len(all) > 0 && s.bracketOf(k) < 0:
			return all // "an official visit on 5 May, and a working visit on 6 June"
		case p.has(in) && s.p(k+1).kind == place && !joined, p.kind == place && s.p(k-1).has(in) && !joined: // "for the summit in Goa and in 2022"
		case s.says(k, "again"), p.has(in|on) && joined, p.has(for_ | article | types | normal), p.is(visit, noun), p.kind == body, p.kind == other && !p.has(verb):
		default:
			return all
		}
	}
	return all
}

// inBracket reports whether the stop at piece k is a semicolon between dates in brackets:
// "(10/2004; 11/2006)".
func (s *sentence) inBracket(k int) bool {
	for k++; k < len(s.pieces) && s.p(k).kind != closeSign; k++ {
		if p := s.p(k); p.kind == openSign || p.kind == stop && s.p(k-1).kind != date || p.kind == person || p.kind == role {
			return false
		}
	}
	return k < len(s.pieces)
}

// stops groups the places visited by country; one empty group when none is named.
func (s *sentence) stops(goals []int) [][]int {
	var groups [][]int
	for _, g := range goals {
		host := s.hostOf(s.p(g).m)
		n := slices.IndexFunc(groups, func(o []int) bool { return s.hostOf(s.p(o[0]).m) == host })
		if n < 0 {
			groups = append(groups, []int{g})
		} else {
			groups[n] = append(groups[n], g)
		}
	}
	if len(groups) == 0 {
		return [][]int{nil}
	}
	return groups
}
