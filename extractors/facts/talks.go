package facts

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// meetingOf reads "the meeting of A with B was held" and "a meeting of A and B took
// place" at the noun, piece i.
func (s *sentence) meetingOf(i int) bool {
	if !s.p(i + 1).has(of) {
		return false
	}
	at := s.actorAt(i + 2)
	if at < 0 {
		return false
	}
	items := s.listRight(at, isActor)
	one := s.participants(items)
	hi := items[len(items)-1]
	var two []participant
	for k := hi + 1; k <= hi+6; k++ {
		if s.p(k).has(with) {
			two = s.actorsBehind(k+1, 3)
			hi = k
			break
		}
		if p := s.p(k); !isActor(p) && p.kind != state && p.kind != comma && !p.has(of|article) {
			break
		}
	}
	held := s.takesPlace(hi)
	if held < 0 && !s.opensClause(i) && !s.p(i-1).has(article) {
		return false
	}
	how := happened
	if held > 0 {
		how = s.polarity(held)
	}
	s.meets(i, max(hi, held), one, two, how)
	return len(one)+len(two) > 1
}

// atVisit reports whether a meeting is one of a visitor with somebody of the country that
// he visits.
func atVisit(f, v *pipeline.Fact) bool {
	guest, host := false, false
	for _, p := range f.Meeting.Participants {
		guest = guest || p.Entity != "" && p.Entity == v.Visit.Visitor.Entity
		host = host || p.Country != "" && p.Country == v.Visit.To
	}
	return guest && host
}

// takesPart reports whether a visitor, or one whom his visit does not name, is among those
// who met.
func takesPart(f, v *pipeline.Fact) bool {
	who := v.Visit.Visitor.Entity
	return who == "" || slices.ContainsFunc(f.Meeting.Participants, func(p pipeline.Participant) bool { return p.Entity == who || p.Entity == "" })
}

// callFrom is the piece behind "a courtesy call from" at piece i, or i.
func (s *sentence) callFrom(i int) int {
	for k := s.pastArticles(i); k <= i+4; k++ {
		if s.p(k).has(from) && (s.says(k-1, "call") || s.p(k-1).has(meeting) || s.p(k-1).is(visit, noun)) {
			return k + 1
		}
		if s.p(k).kind != other && !s.p(k).is(visit, noun) && !s.p(k).has(meeting) {
			break
		}
	}
	return i
}

// sameLine reports whether the sentence goes on in the line of a fact.
func (s *sentence) sameLine(f *pipeline.Fact) bool {
	const furthest = 60 // tokens
	from := f.At[0].First
	if s.at.First-from > furthest || s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return false
	}
	for k := from + 1; k < s.at.First; k++ {
		if s.doc.Tokens[k].Has(text.LineStart) {
			return false
		}
	}
	return true
}

// actorAt is the actor at piece i, past articles and forms of address; -1 for none.
func (s *sentence) actorAt(i int) int {
	for s.p(i).has(article) || s.p(i).kind == demonym {
		i++
	}
	if !isActor(s.p(i)) {
		return -1
	}
	return i
}

// takesPlace is the verb of "were held", "took place" and "will take place" behind
// what pieces up to i name; -1 for none.
func (s *sentence) takesPlace(i int) int {
	for k := i + 1; k < len(s.pieces) && k <= i+reachRight; k++ {
		p := s.p(k)
		switch {
		case p.is(hold, past) && s.p(k-1).has(be):
			return k
		case s.occurs(k):
			return k + 1
		case s.auxiliary(k):
		case p.has(acts|verb|barrier) && !p.has(from|as) && p.forms&noun == 0, p.kind == stop:
			return -1
		}
	}
	return -1
}

// heldBehind is the verb of "talks were held" behind the noun at piece i, or i when
// there is none.
func (s *sentence) heldBehind(i int) int {
	k := i + 1
	for s.p(k).has(aux|be|plan) || s.adverb(k) {
		k++
	}
	switch {
	case k > i+1 && s.p(k-1).has(be|plan) && s.p(k).is(hold, past):
		return k
	case s.occurs(k):
		return k + 1
	}
	return i
}

// occurs reports whether "took place", "will take place" stands at piece k.
func (s *sentence) occurs(k int) bool {
	return s.cued(takesPlace) && s.says(k+1, "place") && (s.says(k, "took") || s.says(k, "take") && s.p(k-1).has(plan) || s.says(k, "taken") && s.p(k-1).has(aux))
}

// dashed reports whether piece k is one of the words that dashes join: the "on" of
// "one-on-one talks".
func (s *sentence) dashed(k int) bool {
	return k > 0 && s.doc.Tokens[s.p(k).at.First-1].Class == text.Dash && !s.doc.Tokens[s.p(k).at.First].Has(text.Spaced)
}

// meetingPlace is the place that "in" or "at" names behind piece i.
func (s *sentence) meetingPlace(f *pipeline.Fact, i int) {
	aim := false // told is what they met for
	for k := i + 1; k < len(s.pieces) && k < i+reachRight; k++ {
		p := s.p(k)
		if p.kind == openSign && !s.seatBracket(k+1) && !s.seatBracket(k+3) {
			k = s.bracket(k)
			continue
		}
		if (p.kind == place || p.kind == state) && (!aim || p.kind == place && p.m.Place.Kind == "city") && (s.p(k-1).has(in) || s.p(k-2).has(in) && s.p(k-1).has(article) || p.kind == place && s.seatBracket(k)) {
			f.Meeting.Place = p.m.Value
			s.evidence(f, k)
			return
		}
		if s.occurs(k) {
			k++
			continue
		}
		if p.has(to) && s.common(k+1) {
			aim = true // "met to settle the borders in Europe"
		}
		if p.kind == stop || p.has(who) || p.has(barrier|acts|verb) && !p.has(as|from|be|hold) {
			break
		}
	}
	if k := len(s.pieces) - 1; k > i+2 && s.p(k).kind == place && s.p(k-1).kind == comma && s.p(k-2).kind == date {
		f.Meeting.Place = s.p(k).m.Value // "A met with B, 12 March 2024, Antalya"
		s.evidence(f, k)
		return
	}
	end := len(s.pieces) - 1
	if s.p(end).kind == other {
		end-- // the full stop
	}
	if p := s.p(end); p.kind == place && s.p(end-1).kind == comma && s.p(end-2).kind == person {
		f.Meeting.Place = p.m.Value // "May 2017 – Meeting of A with B, Havana."
		s.evidence(f, end)
		return
	}
	if k := s.whereAt(i); k >= 0 {
		f.Meeting.Place = s.p(k).m.Value
		s.evidence(f, k)
		return
	}
	if k := s.openingPlace(); k >= 0 {
		f.Meeting.Place = s.p(k).m.Value
		s.evidence(f, k)
	}
}

// whereAt is the place of "went to Moscow, where he met A" before the verb at piece i; -1 for
// none.
func (s *sentence) whereAt(i int) int {
	for k := i - 1; k > 0 && k >= i-8; k-- {
		p := s.p(k)
		if !s.says(k, "where") {
			if p.kind == stop || p.kind == comma || p.has(barrier|preps) {
				return -1
			}
			continue
		}
		if k--; s.p(k).kind == comma {
			k--
		}
		for s.p(k).kind == date || s.p(k).kind == comma || s.p(k).has(on) {
			k-- // "to Niamey, Niger, on March 16, where"
		}
		if s.p(k).kind == state && s.p(k-1).kind == comma && s.p(k-2).kind == place {
			k -= 2 // "to Lima, Peru, where"
		}
		if before := s.p(s.beforeArticle(k)); isGoal(s.p(k)) && (before.has(to|in|travel) || before.is(visit, past) && s.p(k).kind == place) {
			return k
		}
		return -1
	}
	return -1
}

// seatBracket reports whether the place at piece k opens a bracket that a date ends: "during
// the summit (Baku, 6 July 2023)".
func (s *sentence) seatBracket(k int) bool {
	d := k + 1
	if s.p(d).kind == comma {
		d++
	}
	if s.p(k-1).kind == comma && s.p(k-2).kind == date && s.p(k-3).kind == openSign {
		return s.p(k+1).kind == closeSign // "(6 July 2023, Baku)"
	}
	if s.p(k).kind == place && cityLike(s.p(k).m) && s.p(k-1).kind == openSign && !isActor(s.p(k-2)) && (s.p(k+1).kind == closeSign || s.p(d).kind == state && s.p(d+1).kind == closeSign) {
		return true // "the G7 summit (Hiroshima, Japan)"
	}
	return s.p(k-1).kind == openSign && s.p(d).kind == date && s.p(d+1).kind == closeSign
}

// openingPlace is the place of "In Oslo, the ministers met", "On 5 May in Oslo, A
// met B" and "On the sidelines of the summit in Oslo, A met B"; -1 for none.
func (s *sentence) openingPlace() int {
	for k := 0; k < 5; k++ {
		p := s.p(k)
		if p.kind == place && s.p(s.beforeArticle(k)).has(in) {
			return k
		}
		if p.kind != date && p.kind != comma && !p.has(in|on|article) {
			break
		}
	}
	if !s.p(0).has(on | during | in) {
		return -1
	}
	for k := 1; k <= reachRight; k++ {
		p := s.p(k)
		if p.kind == place && s.p(k-1).has(in) && (s.p(k+1).kind == comma || s.p(k+1).has(on)) && cityLike(p.m) {
			return k
		}
		if p.kind == place && s.seatBracket(k) {
			return k // "On the sidelines of the summit (5 May 2021, Oslo), A met B"
		}
		if isActor(p) || p.kind == stop || p.has(verb|be|acts) && !p.has(in|on|from) {
			break
		}
	}
	return -1
}

// call reads "paid a farewell visit to the Minister of Trade": a visit to someone
// is a meeting.
func (s *sentence) call(i int) bool {
	if s.p(i-1).kind == other && calls.Has(s.doc.Tokens[s.p(i-1).at.First]) && !s.p(i+1).has(to) {
		return true // "received Ambassador A on a farewell visit"
	}
	v := s.governing(i)
	if v < 0 || !s.p(v).has(pay) || !s.p(i+1).has(to) {
		return false
	}
	host := s.actorsBehind(i+2, 2)
	if len(host) == 0 {
		return false
	}
	s.meets(v, i, s.visitorsOf(v), host, s.polarity(v))
	return true
}

// calls are the words before a visit that is paid to someone and not to a country.
var calls = text.NewSet("farewell", "courtesy", "introductory", "valedictory", "protocol", "get-acquainted")
