package facts

import "chancery/pipeline/text"

// onVisit reads "X is on a visit", "X, who was on a visit" and "X was in Moscow on a
// visit" before the noun at piece i.
func (s *sentence) onVisit(i int, j *journey) bool {
	k := s.beforeVisit(i)
	if !s.p(k).has(on) && !s.p(k).has(with) {
		return false
	}
	if at := s.stayIn(k); len(j.goals) == 0 && at > 0 {
		j.goals = s.listRight(s.pastArticles(at+1), isGoal)
		k = at
	}
	if len(j.goals) > 0 && isActor(s.p(k-1)) && !s.clausal() { // "27 July: President A on State visit to Mongolia"
		j.visitors = s.participants(s.listLeft(k-1, isActor))
		return len(j.visitors) > 0
	}
	if at := k - 2; len(j.goals) > 0 && s.p(k).has(on) && s.p(k-1).kind == comma {
		for s.p(at).kind == state || s.p(at).kind == body || s.p(at).has(of|article) {
			at-- // "A, Minister of State of Kenya, on a working visit to Malta"
		}
		if isActor(s.p(at)) && (s.p(at).kind == person || s.holder(at) != nil) {
			j.visitors = s.participants([]int{at}) // "A, on a working visit to Malta, opened"
			return true
		}
	}
	if len(j.goals) == 0 && s.p(k-1).has(be) && s.p(k-2).has(who) {
		j.goals = s.receivedIn(k - 2)
	}
	if !s.p(k-1).has(be) || len(j.goals) == 0 {
		return false
	}
	if s.p(k - 2).has(who) {
		k -= 3
		if s.p(k).kind == comma {
			k--
		}
		if s.p(k).kind == state {
			k -= 2 // "President A of Mozambique, who is on"
		}
		if !isActor(s.p(k)) {
			return false
		}
		j.visitors = s.participants([]int{k})
		if v := s.mainVerb(i); v > 0 && s.when(i, i, true) == nil {
			j.when = s.when(v, v, true) // ", who is on a visit, met on 4 May with"
		}
	} else {
		j.visitors, j.how = s.visitorsOf(k-1), s.polarity(k-1) // "will be on a visit"
	}
	return len(j.visitors) > 0
}

// receivedIn is the city where one was received or met, who is told behind piece i to have been on a
// visit: "received in Lima Prime Minister A, who was on an official visit".
func (s *sentence) receivedIn(i int) []int {
	for k := i - 1; k > 0; k-- {
		if p := s.p(k); p.kind == place && cityLike(p.m) && s.p(k-1).has(in) && s.senses&(receive|meet) != 0 {
			return []int{k}
		}
	}
	return nil
}

// mainVerb is the verb behind the comma that ends the clause of the visit at piece i; -1
// for none.
func (s *sentence) mainVerb(i int) int {
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		if s.p(k).kind != comma {
			continue
		}
		for k++; s.p(k).has(aux|be) || s.adverb(k); k++ {
		}
		if p := s.p(k); p.has(acts) {
			return k
		}
		return -1
	}
	return -1
}

// isGoal reports whether a piece is what a visit may go to.
func isGoal(p *piece) bool { return p.kind == state || p.kind == place && cityLike(p.m) }

// present reads "President A was in Ankara on 5 May 2012" at the verb, piece i: who is
// abroad in office, on a day that is told, was there on a visit.
func (s *sentence) present(i int) {
	if !s.p(i).has(be) || !s.p(i+1).has(in) {
		return
	}
	at := s.pastArticles(i + 2)
	if !isGoal(s.p(at)) {
		return
	}
	when := at + 1
	for s.p(when).has(on | in | from) {
		when++
	}
	if d := s.p(when); d.kind != date || d.m.Date.Precision == "year" {
		return
	}
	j := journey{lo: i, hi: at, kind: "unspecified", how: s.polarity(i), goals: []int{at}, visitors: s.visitorsOf(i)}
	for k := when + 1; k < len(s.pieces) && k <= when+8 && s.p(k).kind != stop; k++ {
		if s.p(k).is(visit, noun) {
			return // its own words tell of the visit
		}
	}
	if len(j.visitors) > 0 && s.abroad(&j) {
		s.visit(&j)
	}
}

// cancelled reports whether someone calls off the visit at piece i: "cancelled his visit
// to Oslo".
func (s *sentence) cancelled(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		p := s.p(k)
		if p.is(not, past) || p.at.Len() == 1 && calledOff.Has(s.doc.Tokens[p.at.First]) {
			return true
		}
		if p.kind == stop || p.kind == comma || p.has(preps) || p.has(acts) {
			return false
		}
	}
	return false
}

// calledOffBehind reports whether brackets behind the visit at piece i say no more than that it
// was called off: "(postponed)".
func (s *sentence) calledOffBehind(i int) bool {
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		if s.p(k).is(not, past) && s.p(k-1).kind == openSign && s.p(k+1).kind == closeSign {
			return true
		}
	}
	return false
}

var calledOff = text.NewSet("cancel", "cancels", "cancelling", "canceling", "postpone", "postponing", "delayed", "delay")

// repeated reads "...; working visits on 6 May 2022 and 10 May 2024" and "and his state visit
// in 2011" at the noun, piece i: who went where is told before in the sentence.
func (s *sentence) repeated(i int, j *journey) bool {
	v := s.lastVisit
	if v == nil || v.At[0].First < s.at.First || s.mooted(i) || len(j.goals) > 0 || len(j.visitors) > 0 {
		return false
	}
	k := s.beforeVisit(i)
	followed := s.p(k).has(by)
	if !s.p(k).has(and) && s.p(k).kind != stop && s.p(k).kind != comma && !followed {
		return false
	}
	d := i + 1
	for s.p(d).has(on | in | from) {
		d++
	}
	if s.p(d).kind != date || s.visitType(i) == "unspecified" && !followed {
		return false
	}
	j.visitors = []participant{{Participant: v.Visit.Visitor}}
	j.frame = v.Visit.To
	j.lo, j.hi = i, i
	return true
}

// reported reports whether "visits" at piece i, whose visitor and goal are known, has a date
// right behind its words: "the visits of A to Oslo in 2005 and 2013".
func (s *sentence) reported(i int, j *journey) bool {
	if !s.pluralVisit(i) || len(j.visitors) == 0 || len(j.goals) == 0 {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		if s.p(k).has(modal | not | plan) {
			return false
		}
	}
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		p := s.p(k)
		if p.kind == date {
			return true
		}
		if s.occurs(k) || p.has(be) && s.p(k+1).is(hold|pay, past) {
			k++ // "took place", "were held"
			continue
		}
		if p.kind == stop || p.has(barrier|acts|verb|be) {
			return false
		}
	}
	return false
}

// isHost reports whether a piece is a country or a city that receives someone.
func isHost(p *piece) bool { return isState(p) || isGoal(p) }

// beforeVisit is the piece before the words that qualify the visit at piece i: the
// "on" of "on a first official visit".
func (s *sentence) beforeVisit(i int) int {
	k := i - 1
	for k >= 0 && k >= i-7 && !s.p(k).has(with) && (s.p(k).has(types|normal|article|first|and) || s.p(k).kind == number || s.p(k).kind == demonym || s.p(k).kind == other && !s.p(k).has(verb|preps)) {
		k--
	}
	return k
}

// stayIn is the "in" of "was in Seoul, Republic of Korea, on a visit" before the "on"
// at piece i; -1 for none.
func (s *sentence) stayIn(i int) int {
	for k := i - 1; k > 0 && k >= i-8; k-- {
		p := s.p(k)
		if p.has(in) {
			return k
		}
		if !isGoal(p) && p.kind != comma && p.kind != date && !p.has(article|and|on|from|to) {
			break
		}
	}
	return -1
}

// typed takes from "visited Seoul on a working visit" what kind of visit the verb at
// piece i tells of. A visit with a goal of its own is another.
func (s *sentence) typed(i int, j *journey) {
	const reach = 12
	if len(j.goals) > 0 {
		i = j.goals[len(j.goals)-1]
	}
	for k := i + 1; k < len(s.pieces) && k <= i+reach; k++ {
		p := s.p(k)
		if p.is(visit, noun) {
			if q := s.beforeVisit(k); s.p(q).has(on|with|for_|during) && !s.p(k+1).has(to|of|by) && !s.referring(k) {
				j.kind, s.used[k] = s.visitType(k), true
			}
			return
		}
		if p.kind == stop || p.has(barrier|acts|verb|be) && !p.has(as|from|on) {
			return
		}
	}
}

// paidBehind reads "an official visit to Seoul was paid by A" behind the noun at piece
// i.
func (s *sentence) paidBehind(i int, j *journey) {
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		p := s.p(k)
		if p.is(pay, past) && s.p(k-1).has(be) {
			j.visitors, j.hi, j.how = s.actorsBehind(k+2, 4), k, s.polarity(k)
			return
		}
		if !isGoal(p) && p.kind != comma && p.kind != date && !p.has(article|and|be|to|in|on|from|aux|plan) {
			return
		}
	}
}

// foreseen are participles of what is yet to come: "the visit is expected in May".
var foreseen = text.NewSet("expected", "foreseen", "envisaged", "anticipated", "due", "scheduled", "slated")

// outlook reports how the clause stands in which the visit at piece i is the subject:
// "the visit of A to Oslo will take place in May" is planned, one that "may take
// place" only spoken of.
func (s *sentence) outlook(i int, j *journey) polarity {
	for k := i + 1; k < len(s.pieces) && k <= i+reachRight; k++ {
		p := s.p(k)
		if p.has(plan) || s.p(k-1).has(be) && p.at.Len() == 1 && foreseen.Has(s.doc.Tokens[p.at.First]) {
			return planned
		}
		if p.has(modal) {
			return denied
		}
		if p.is(hold|pay, past) && s.p(k-1).has(be) { // "was held on 5 May"
			j.hi = k
			break
		}
		if !isGoal(p) && !isActor(p) && p.kind != comma && p.kind != date && p.kind != demonym && !p.has(article|and|of|by|to|in|on|from|be) {
			break
		}
	}
	return happened
}

// spokenOfAs is how the words between the verb at piece v and the visit at piece i speak of
// it: "welcomed the upcoming visit of A".
func (s *sentence) spokenOfAs(v, i int) polarity {
	for k := v + 1; k < i; k++ {
		if p := s.p(k); p.has(modal) {
			return denied
		} else if p.has(plan) {
			return planned
		}
	}
	return happened
}
