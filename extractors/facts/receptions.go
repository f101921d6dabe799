package facts

import "chancery/pipeline/text"

// reception reads "A received B" and "B was received by A" as a meeting.
func (s *sentence) reception(i int) {
	if k := s.officeAs(i); k >= 0 && s.p(i-1).has(be) && (diplomatic(s.p(k).office.Words) || envoyToo(s.p(k).office.Words)) {
		return // "was received by the King as Minister of Peru": his credentials
	}
	next := i + 1
	if s.p(next).has(in) && (s.p(next+1).has(meeting) || s.p(next+2).has(meeting)) { // "received in private audience"
		for next++; !s.p(next - 1).has(meeting); next++ {
		}
	}
	end := s.pastAdjuncts(next)
	if s.p(i-1).has(be) || s.p(i).forms&past != 0 && s.p(end).has(by) && s.headlineOf(i-1) {
		if s.p(end).has(by) {
			if guest := s.visitorsOf(i); len(guest) > 0 {
				s.meets(i, i, guest, s.actorsBehind(end+1, 3), s.polarity(i))
			}
		}
		return
	}
	if at := s.p(next + 1); s.p(next).has(to) && (at.kind == place || at.kind == state) {
		next += 2 // "welcomed to Kigali President A"
	}
	if s.anyOf(tidings, next, next+2) {
		return // "received word that A had come"
	}
	guests := s.actorsBehind(s.callFrom(s.pastAside(s.pastAdjuncts(next))), 3)
	if v := s.lastVisit; (s.says(i+1, "him") || s.says(i+1, "her")) && v != nil && v.Visit.Visitor.Person != "" && (v.At[0].First >= s.at.First || s.sameLine(v)) {
		guests = []participant{{Participant: v.Visit.Visitor}} // "A arrived in Oslo; the King received him"
	}
	if len(guests) == 0 {
		return
	}
	host := s.visitorsOf(i)
	if len(host) == 1 && len(guests) == 1 && s.same(host[0].Country, guests[0].Country) && (s.says(i+1, "him") || s.says(i+1, "her")) {
		return // "his Ambassador was among those who received him"
	}
	if k := s.officeAs(i); k >= 0 && diplomatic(s.p(k).office.Words) && !(len(host) == 1 && s.same(host[0].Country, s.p(k).country)) {
		return // "received A as Minister of Peru": his credentials
	}
	s.meets(i, i, host, guests, s.polarity(i))
	if s.says(i, "welcomed") {
		s.welcomed(i, guests)
	}
}

// headlineOf reports whether the one before a participle, at piece k, opens a headline or stands behind a
// comma: "May 2013: President A of Peru received by B".
func (s *sentence) headlineOf(k int) bool {
	if s.p(k).kind == state && s.p(k-1).has(of) {
		k -= 2
	}
	return isActor(s.p(k)) && (s.opensClause(s.beforeArticle(k)+1) || s.p(s.beforeArticle(k)).kind == comma)
}

// tidings are what is received that is nobody.
var tidings = text.NewSet("word", "news", "reports", "information", "intelligence", "notice", "instructions", "orders", "support", "assistance", "aid", "approval", "assurances", "credit", "praise")

// welcomed reads "A welcomed B to Brussels" and "A welcomed to Brussels B" as the
// visit that it is too.
func (s *sentence) welcomed(i int, guests []participant) {
	for k := i + 1; k < len(s.pieces) && k <= i+8; k++ {
		p := s.p(k)
		if at := s.p(k + 1); p.has(to) && (at.kind == state || at.kind == place && cityLike(at.m)) {
			j := journey{lo: i, hi: k, kind: "unspecified", how: s.polarity(i), visitors: guests, goals: []int{k + 1}}
			s.visit(&j)
			return
		}
		if p.kind == stop || p.kind == date || p.has(acts|verb|barrier) {
			return
		}
	}
}
