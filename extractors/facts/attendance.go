package facts

import "chancery/pipeline/text"

// attendance reads "President A attended the summit in New Delhi in March 1983" at
// the verb, piece i: who attends something abroad in office has travelled there.
func (s *sentence) attendance(i int) {
	if !s.attends(i) || s.p(i-1).has(be) {
		return
	}
	j := journey{lo: i, hi: i - 1, kind: "unspecified", how: s.polarity(i)}
	where := s.event(i)
	if where < 0 || j.how == denied || s.p(i).forms&base != 0 && j.how != planned {
		return
	}
	j.visitors = s.visitorsOf(i)
	host := s.hostOf(s.p(where).m)
	for _, who := range j.visitors {
		if who.Country == "" || s.same(who.Country, host) || diplomatic(who.Role) || who.Role == "" {
			return
		}
	}
	j.goals = []int{where}
	j.when = s.when(i, where, false)
	if len(j.visitors) == 0 || j.when == nil {
		return
	}
	s.visit(&j)
}

// attends reports whether the verb at piece i says that one was among many.
func (s *sentence) attends(i int) bool {
	return s.p(i).has(hold) && attending.Has(s.doc.Tokens[s.p(i).at.First])
}

var attending = text.NewSet("attended", "attend", "attends", "took", "takes", "participated", "participates")

// event is the city in which the event behind the verb at piece i was, when it is one
// that people travel to; -1 for none.
func (s *sentence) event(i int) int {
	event := false
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		p := s.p(k)
		for t := p.at.First; t < p.at.End; t++ {
			event = event || events.Has(s.doc.Tokens[t])
		}
		switch {
		case p.kind == place && (s.p(k-1).has(in) || s.p(k-1).kind == openSign) && event && cityLike(p.m):
			return k
		case p.kind == openSign && event:
		case p.is(hold, past) && s.p(k+1).has(in|on): // "the summit held in Lisbon"
		case p.kind == date && event && s.p(k+1).has(in): // "on 28-30 November 2016 in Lisbon"
		case p.kind == stop, p.kind == comma, p.kind == date, p.has(barrier|acts|verb|be) && !p.has(as|meeting|establish|article):
			return -1
		}
	}
	return -1
}

// events are what people travel to.
var events = text.NewSet("summit", "conference", "forum", "session", "funeral", "inauguration", "ceremony", "meeting", "celebration", "celebrations", "assembly",
	"congress", "conclave", "wedding", "coronation", "opening", "expo", "exhibition", "commission", "retreat", "council", "dialogue", "enthronement")

// participation reads "participation of President A in the summit in Aktau" in the line of a
// chronicle, at the noun, piece i.
func (s *sentence) participation(i int) {
	at := s.actorAt(i + 2)
	if at < 0 || s.clausal() {
		return
	}
	items := s.listRight(at, isActor)
	last := items[len(items)-1]
	where := s.event(last)
	j := journey{lo: i, hi: i, kind: "unspecified", goals: []int{where}, visitors: s.participants(items), when: s.opening()}
	if j.when == nil && where > 0 && s.p(where+1).kind == openSign && s.p(where+2).kind == date {
		j.when = s.p(where + 2) // "participation of A in the summit in Aktau (12 August 2018)"
	}
	if where < 0 || j.when == nil || !s.abroad(&j) {
		return
	}
	s.visit(&j)
}

// heldWhere reports whether the "held" at piece j tells where an event was that stands before it:
// "the forum held in Havana".
func (s *sentence) heldWhere(j int) bool {
	return s.says(j, "held") && s.p(j+1).has(in|on) && !s.p(j-1).has(be|aux) && s.p(j-1).kind != person
}

// exhorting reports whether piece i is "called on", which leads to a host or to
// what someone is asked to do.
func (s *sentence) exhorting(i int) bool {
	p := s.p(i)
	return p.has(confer) && p.at.Len() == 2 && callings.Has(s.doc.Tokens[p.at.First])
}

var callings = text.NewSet("call", "calls", "called")

// exhorts reports whether "called on" at piece i asks for something: "to" and a
// verb follow in the clause.
func (s *sentence) exhorts(i int) bool {
	for k := i + 1; k < len(s.pieces) && k <= i+reachRight && s.p(k).kind != stop; k++ {
		if s.p(k).has(meet|acts) && s.p(k).forms&past != 0 {
			return false
		}
		if s.p(k).has(to) && !isState(s.p(k+1)) && s.p(k+1).kind != place {
			return true
		}
	}
	return false
}
