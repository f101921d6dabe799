package facts

import (
	"slices"
)

// A journey is a visit being read.
type journey struct {
	visitors []participant
	goals    []int  // pieces of the places visited
	frame    string // "the country": the visitor's counterpart
	lo, hi   int
	how      polarity
	kind     string
	byPlace  bool   // destination taken from the page
	when     *piece // date, when it is known already
	through  *piece // last day, of a visit on "20 and 21 June"
}

// readVisits reads who went where.
func readVisits(s *sentence) {
	for i := range s.pieces {
		p := s.p(i)
		switch {
		case s.used[i]:
		case p.is(visit, noun) && !s.verbal(i):
			s.visitNoun(i)
		case p.has(visit):
			s.visitVerb(i)
		case p.is(travel, noun):
			s.delegation(i)
		case p.has(travel):
			s.travel(i)
		case s.says(i, "participation") && s.p(i+1).has(of):
			s.participation(i)
		default:
			s.attendance(i)
			s.present(i)
		}
	}
}

// verbal reports whether a word that may be noun or verb is the verb: "to visit
// China", "President Xi visits Kazakhstan".
func (s *sentence) verbal(i int) bool {
	p := s.p(i)
	if p.forms&(base|presentTense) == 0 {
		return false
	}
	next := s.p(i + 1)
	if next.has(article) {
		next = s.p(i + 2)
	}
	if next.kind != state && next.kind != place && !next.has(country) {
		return false
	}
	before := s.p(i - 1)
	return p.forms&base != 0 && (before.has(to|plan|modal) || s.adverb(i-1) || s.glad(i) && s.dateIn(i, len(s.pieces)-1) != nil) || p.forms&presentTense != 0 && isActor(before)
}

// visitVerb reads "X visited China and Mongolia".
func (s *sentence) visitVerb(i int) {
	if s.listedVisitors(i) || s.rowVisited(i) || s.visitsMission(i) {
		return
	}
	j := journey{lo: i, hi: i, kind: "unspecified", how: s.polarity(i)}
	if s.p(i-1).has(be) && s.p(i).forms&past != 0 {
		s.visited(i, &j)
	} else {
		j.visitors = s.visitorsOf(i)
		s.goal(i, &j)
		s.typed(i, &j)
	}
	if j.how == denied {
		s.invited(i, &j)
	}
	if s.p(i).forms&gerund != 0 && len(j.visitors) == 0 {
		s.laterSubject(i, &j) // "While visiting Malta, President Bush met ..."
	}
	s.visit(&j)
	s.visitedToo(&j)
}

// visitedToo makes the visits to further places that each have a day of their own: "visited Oslo on 5 May,
// Stockholm on 7 May and Helsinki on 8 May 2020".
func (s *sentence) visitedToo(j *journey) {
	if len(j.goals) == 0 || j.how == denied {
		return
	}
	k := s.pastGoalDay(j.goals[len(j.goals)-1])
	for k > 0 && (s.p(k).kind == comma || s.p(k).has(and)) {
		for s.p(k).kind == comma || s.p(k).has(and|article) {
			k++
		}
		end := s.pastGoalDay(k)
		if !isGoal(s.p(k)) || end < 0 {
			return
		}
		s.visit(&journey{lo: j.lo, hi: k, kind: "unspecified", how: j.how, visitors: j.visitors, goals: []int{k}, when: s.p(end - 1)})
		k = end
	}
}

// pastGoalDay is the piece behind the day that follows the place at piece k; -1 when none does.
func (s *sentence) pastGoalDay(k int) int {
	for k++; s.p(k).has(in | on | from); k++ {
	}
	if s.p(k).kind != date {
		return -1
	}
	return k + 1
}

// visitsMission reports whether the object of the verb at piece i is a mission, which may stand
// anywhere: "visited Peru's embassy in Rome".
func (s *sentence) visitsMission(i int) bool {
	k := s.pastArticles(i + 1)
	if isState(s.p(k)) {
		if k++; s.possessed(k - 1) {
			k++ // its sign
		}
	}
	return s.p(k).has(mission)
}

// visited reads "China was visited by X".
func (s *sentence) visited(i int, j *journey) {
	if k := s.subject(i, func(p *piece) bool { return p.kind == state || p.kind == place }); k >= 0 {
		j.goals = s.listLeft(k, func(p *piece) bool { return p.kind == state || p.kind == place })
	}
	if s.p(i + 1).has(by) {
		j.visitors = s.actorsBehind(i+2, 4)
	}
}

// visitNoun reads a visit from the noun at piece i and its surroundings.
func (s *sentence) visitNoun(i int) {
	if s.visitRow(i) {
		return
	}
	if s.undone(i) || s.cancelled(i) || s.calledOffBehind(i) || s.call(i) {
		s.used[i] = true
		return
	}
	j := journey{lo: i, hi: i, kind: s.visitType(i), how: happened}
	s.goal(i, &j)
	s.visitorNear(i, &j)
	if len(j.visitors) == 0 && s.onVisit(i, &j) {
		s.visit(&j)
		return
	}
	if v := s.governing(i); s.referring(i) && len(j.goals) == 0 && !(v >= 0 && (s.says(v, "reciprocated") || s.p(v).has(receive) && len(j.visitors) > 0)) && !s.bracketedVisit(&j) {
		s.used[i] = true
		return // "during that visit": one that was told of before
	}
	if v := s.governing(i); v >= 0 {
		j.lo = v
		if j.how = s.polarity(v); j.how == happened {
			j.how = s.spokenOfAs(v, i)
		} else if j.how == denied {
			s.invited(v, &j)
		}
		s.governed(v, &j)
	} else if s.upcoming(i) {
		j.how = planned
	} else if s.spokenOf(i) && !s.reported(i, &j) && !s.repeated(i, &j) {
		if !s.mooted(i) {
			s.eachOwn(&j) // "Other visits have been those of A (May 1998) and B (2001)"
		}
		return
	} else if j.how = s.outlook(i, &j); len(j.visitors) == 0 {
		s.paidBehind(i, &j)
	}
	if len(j.visitors) == 0 && s.opens(i) {
		s.laterSubject(i, &j)
	}
	if len(j.visitors) == 0 {
		s.guest(i, &j)
	}
	if len(j.visitors) == 0 && s.follows(i) {
		if who := s.mainSubject(i); len(who) == 1 {
			j.visitors = who // "A met B in May, followed by a state visit to Rome in June"
		}
	}
	if len(j.visitors) == 0 && len(j.goals) == 0 {
		s.repeated(i, &j)
	}
	s.visit(&j)
}

// bracketedVisit reports whether the brackets behind the one visitor whom a visit
// names tell when it was: "dates back to the visit of A (29-30 March 2021, Lima)".
func (s *sentence) bracketedVisit(j *journey) bool {
	if len(j.visitors) != 1 || j.visitors[0].m == nil {
		return false
	}
	k := s.nearestTo(j.visitors[0].m) + 1
	return s.p(k).kind == openSign && s.dateIn(k, s.bracket(k)) != nil
}

// governing is the verb of "paid a visit", "received ... on a state visit",
// before the noun at piece i; -1 for none.
func (s *sentence) governing(i int) int {
	for k := i - 1; k >= 0 && k >= i-reachLeft; k-- {
		p := s.p(k)
		switch {
		case p.has(pay|receive|travel) && p.forms&(past|presentTense|base|gerund) != 0:
			return k
		case s.says(k, "left"), s.says(k, "departed"), (s.says(k, "had") || s.says(k, "came")) && k >= i-5: // "left Hanoi on 25 May for official visits to"
			return k
		case p.has(hold) && !s.auxiliary(k):
			return -1
		case p.kind == stop, p.has(barrier) && !p.has(as|from), p.has(verb), p.has(acts) && p.forms&past != 0:
			return -1
		}
	}
	return -1
}

// governed fills in what the verb at piece v says of a visit.
func (s *sentence) governed(v int, j *journey) {
	if !s.p(v).has(receive) {
		if len(j.visitors) == 0 {
			j.visitors = s.visitorsOf(v)
		}
		return
	}
	if s.p(v - 1).has(be) { // "was received in Seoul on a state visit"
		j.visitors = s.visitorsOf(v)
		if s.p(v+1).has(in) && len(j.goals) == 0 && isGoal(s.p(s.pastArticles(v+2))) {
			j.goals = s.listRight(s.pastArticles(v+2), isGoal)
		}
		return
	}
	if len(j.visitors) == 0 {
		j.visitors = s.actorsBehind(v+1, 4)
	}
	if k := s.subject(v, isHost); k >= 0 && len(j.goals) == 0 {
		j.goals = []int{k}
	} else if host := s.visitorsOf(v); len(host) > 0 && len(j.goals) == 0 {
		j.frame, j.byPlace = host[0].Country, true
	}
}

// visit makes the facts of a journey: one for each visitor and country.
func (s *sentence) visit(j *journey) {
	if s.outOfOffice(j.hi) {
		return
	}
	framed := len(j.goals) > 0 && s.counterpart(s.hostOf(s.p(j.goals[0]).m)) != "" // the page says whose office it is
	framed = framed || len(j.goals) > 0 && s.entitles(j.hi)
	j.visitors = slices.DeleteFunc(j.visitors, func(p participant) bool { return p.Person == "" && p.Country == "" && !framed || s.byCalling(p) })
	if j.how == denied || len(j.visitors) == 0 {
		return
	}
	if s.eachOwn(j) {
		return
	}
	times := []*piece{j.when}
	if j.when == nil {
		if times = s.bracketDates(j.hi); times == nil {
			times = s.times(s.firstDay(s.notOutcome(j, s.when(j.lo, j.hi, true))))
		}
		times = s.notSince(j, times)
	}
	if len(j.visitors) > 1 && len(times) > 1 {
		times = times[:1] // who came when is not sure
	}
	if len(times) == 2 && nextDay(times[0], times[1]) {
		times, j.through = times[:1], times[1]
	}
	for _, when := range times {
		for _, who := range j.visitors {
			for _, stops := range s.stops(j.goals) {
				s.visitFact(j, who, stops, when)
			}
		}
	}
	s.others(j, times[len(times)-1])
}
