package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// readMeetings reads who met whom.
func readMeetings(s *sentence) {
	for i := range s.pieces {
		p := s.p(i)
		switch {
		case s.used[i]:
		case p.has(meet|confer) && p.forms&(past|presentTense|base) != 0, p.has(meeting) && s.says(i, "meeting") && s.glad(i):
			s.meetingVerb(i)
		case p.has(meeting):
			if !s.metThen(i) && !s.atSummit(i) {
				s.meetingNoun(i)
			}
		case p.has(confer) && p.forms == 0:
			s.chaired(i)
		case p.kind == openSign && s.held(i):
			s.headsWithin(i)
		case p.has(status) && s.p(i+1).has(of):
			s.chaired(i + 1) // "at the level of Deputy Ministers A and B"
		case (s.leads(i) || s.says(i, "represented")) && s.p(i+1).has(by) && (s.held(i) || s.talksBefore(i)):
			s.chaired(i + 1)
		case p.has(receive) && p.forms&(past|presentTense|base) != 0:
			s.reception(i)
		}
	}
}

// meetingVerb reads "A met with B and C", "A and B met".
func (s *sentence) meetingVerb(i int) {
	if s.exhorting(i) && s.exhorts(i) {
		return
	}
	if s.p(i+1).has(by) && s.pastMeans(i+1) == i+1 { // "was co-chaired by A and B"
		before := len(s.facts)
		if s.says(i, "met") {
			if guest := s.visitorsOf(i); len(guest) > 0 {
				s.meets(i, i, guest, s.actorsBehind(i+2, 3), s.polarity(i)) // "was met by the Mayor"
			}
			return
		}
		if s.meets(i, i, s.actorsBehind(i+2, 3), nil, s.polarity(i)); len(s.facts) > before {
			s.heldBefore(i)
			s.heldEarlier()
		}
		return
	}
	one := s.whoMet(i)
	if both := s.pairBefore(i); both != nil {
		one = both
	}
	if v := s.purposeOf(i); v >= 0 {
		one = s.visitorsOf(v)
	}
	two := s.metBehind(i)
	if len(two) == 0 && s.chairs(i) {
		two = s.withBehind(i)
	}
	if len(two) == 0 {
		two = s.whomMet(i)
	}
	if len(two) == 0 {
		two = s.withWhom(i)
	}
	with := s.p(s.pastAdjuncts(s.pastMeans(s.pastAdjuncts(i + 1)))).has(with)
	if s.inRemark(i) {
		one = []participant{s.row.visitor} // of a register, in whose remarks nobody else acts
	}
	if i == 0 && len(one) == 0 && s.lastVisit != nil && s.lastVisit.Visit.Visitor.Person != "" && s.sameLine(s.lastVisit) {
		one = []participant{{Participant: s.lastVisit.Visit.Visitor}} // "Visit of A to Oslo. Met with B."
	}
	if with && (len(two) == 0 || len(one) == 0) {
		return // with others than people, or nobody says who: "Met with A and B"
	}
	if len(one) == 0 && s.p(i).has(confer) && i > 0 {
		return // "and to call on A and B"
	}
	s.meets(i, i, one, two, s.polarity(i))
	s.alsoMet(i, one, two)
}

// chairs reports whether the verb at piece i is said of a meeting with whom its other
// head is: "co-chaired the second session of the Commission with B".
func (s *sentence) chairs(i int) bool {
	return s.says(i, "co-chaired") || s.says(i, "co-chairs") || s.says(i, "cochaired")
}

// metBehind are the people behind the verb at piece i, past "with".
func (s *sentence) metBehind(i int) []participant {
	k := s.pastAdjuncts(s.pastMeans(s.pastAdjuncts(i + 1)))
	for s.p(k).has(with|article) || s.p(k).kind == stop && k == i+1 {
		k = s.pastAdverbs(k + 1)
	}
	if s.p(k).kind == comma && s.says(k+1, "among") && s.says(k+2, "others") {
		if k += 3; s.p(k).kind == comma {
			k++
		}
		for s.p(k).has(with | article) {
			k++
		}
	}
	return s.actorsBehind(s.among(k), 3)
}

// meetingNoun reads "held a meeting with B", "the meeting between A and B".
func (s *sentence) meetingNoun(i int) {
	v := s.holding(i)
	lo, how := i, happened
	var one []participant
	if v >= 0 {
		if s.used[v] {
			return // "A and B co-chaired the talks"
		}
		if s.attends(v) && (!s.p(i+1).has(with|between) || strings.HasPrefix(strings.ToLower(s.doc.Slice(s.p(i).at)), "summit")) {
			return // who was among many did not meet each of them: "attended the summit with President A"
		}
		lo, how = v, s.polarity(v)
		if one = s.pairBefore(v); one == nil {
			one = s.visitorsOf(v)
		}
		if j := s.purposeOf(v); j >= 0 {
			one = s.visitorsOf(j)
		}
		if s.inRemark(v) {
			one = []participant{s.row.visitor}
		}
		if len(one) == 0 && s.attends(v) && s.p(i+1).has(with) {
			return
		}
	}
	if v < 0 && (s.undone(i) || s.mooted(i) || s.outlook(i, &journey{}) == denied || s.meetingOf(i)) {
		s.used[i] = true
		return
	}
	hi := s.heldBehind(i)
	if hi > i {
		how = s.polarity(hi)
	}
	two := s.withOrWhom(hi, v)
	if held := s.takesPlace(i); v < 0 && hi == i && held > 0 {
		hi, how = held, s.polarity(held) // "the meeting between A and B took place in Rome"
	}
	if w := s.included(i); w != nil && v < 0 && len(one) == 0 {
		one = []participant{{Participant: w.Visit.Visitor}}
		if w.Status == "planned" {
			how = planned
		}
	}
	if v < 0 && len(one) == 0 {
		one = s.talkedOn(i)
	}
	if v < 0 && i == 0 && s.at.First < s.row.end && (s.p(1).has(with) || s.common(1) && s.p(2).has(with)) {
		one = []participant{s.row.visitor} // "Summit meeting with A, B, and C"
	}
	if before := s.p(i - 1); v < 0 && len(one) == 0 && len(two) > 0 && (s.p(i+1).has(with) && (i == 0 || before.kind == stop) || hi > i && s.p(hi+1).has(with) && s.lastVisit != nil && s.lastVisit.At[0].First >= s.at.First) && s.lastVisit != nil &&
		s.lastVisit.Visit.Visitor.Person != "" && (s.sameLine(s.lastVisit) || s.lastVisit.At[0].First >= s.at.First) {
		one = []participant{{Participant: s.lastVisit.Visit.Visitor}} // "A pays a visit to Oslo; talks with B"
	}
	if v < 0 && len(one) == 0 && (len(two) < 2 || s.p(s.pastAdverbs(s.heldBehind(i)+1)).has(with)) {
		return // only spoken of; or "for talks with A and B", who did not talk with each other
	}
	s.meets(lo, hi, one, two, how)
}

// talkedOn is who had the talks at piece i on the visit that the page tells of: by its programme, or as
// what it was for, "A came to Oslo for talks with B".
func (s *sentence) talkedOn(i int) []participant {
	if s.forTalks(i) {
		return []participant{{Participant: s.lastVisit.Visit.Visitor}}
	}
	return s.inProgramme(i)
}

// forTalks reports whether the talks at piece i, with someone, are what the visit was for of which the
// sentence told before.
func (s *sentence) forTalks(i int) bool {
	k := i - 1
	for s.common(k) || s.p(k).has(article|normal) {
		k--
	}
	v := s.lastVisit
	return s.p(k).has(for_) && s.p(i+1).has(with) && v != nil && v.At[0].First >= s.at.First && v.At[0].First < s.p(i).at.First && v.Visit.Visitor.Person != ""
}

// holding is the verb of "held talks" before the noun at piece i, or -1.
func (s *sentence) holding(i int) int {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		p := s.p(k)
		switch {
		case p.has(hold) && p.forms&(past|presentTense|base|gerund) != 0, s.anyOf(concluding, k, k+1) && s.p(i).has(meeting):
			return k
		case p.has(on) && s.dashed(k), p.has(of) && (s.says(k-1, "session") || s.says(k-1, "round") || s.says(k-1, "series")): // "one-on-one", "a round of talks"
		case p.kind == stop, p.kind == comma, p.has(barrier | acts | verb | be | preps), isActor(p):
			return -1
		}
	}
	return -1
}

// concluding are verbs of talks that are told of, as of those that were held.
var concluding = text.NewSet("concluded", "completed", "began", "opened", "resumed")

// withBehind are the people of "with B", "between A and B" behind piece i.
func (s *sentence) withBehind(i int) []participant {
	for k := i + 1; k < len(s.pieces) && k <= i+12; k++ {
		p := s.p(k)
		if p.has(with | between) {
			if found := s.actorsBehind(k+1, 3); len(found) > 0 {
				return found
			}
		}
		if p.kind == stop || p.has(barrier|acts|verb) && !p.has(as|from) {
			return nil
		}
	}
	return nil
}

// meets makes a fact of the two sides of a meeting.
func (s *sentence) meets(lo, hi int, one, two []participant, how polarity) {
	one, two = s.themselves(one), s.themselves(two)
	if how == denied || len(one)+len(two) < 2 {
		return
	}
	if all := append(slices.Clone(one), two...); len(all) == 2 && len(one) != 1 {
		s.otherSide(all[:1], all[1:])
		one, two = all, nil
	} else {
		s.otherSide(one, two)
	}
	unlikeHeads(one, two)
	f := s.fact("meeting", "meetings", lo, hi)
	f.Meeting = &pipeline.MeetingValue{}
	side := 0
	if len(one) > 0 && len(two) > 0 {
		side = 1
	}
	seen := map[string]bool{}
	for n, list := range [][]participant{one, two} {
		for _, p := range list {
			if p.m != nil {
				f.Evidence = append(f.Evidence, p.m)
			}
			if side > 0 {
				p.Side = n + 1
			}
			s.titledAs(&p.Participant)
			equalTo(&p, one, two, n)
			if v := s.lastVisit; v != nil && (p.Country == "" || p.countryInferred() && v.Visit.From != "") && p.Entity != "" && v.Visit.Visitor.Entity == p.Entity {
				p.Country = v.Visit.From
			}
			p.Role = withoutPlace(shortRole(p.Role, p.Country))
			if p.Entity == "" || !seen[p.Entity] {
				f.Meeting.Participants = append(f.Meeting.Participants, p.Participant)
			}
			seen[p.Entity] = true
		}
	}
	if len(f.Meeting.Participants) < 2 || s.title(f) && slices.ContainsFunc(f.Meeting.Participants, manyUnnamed) {
		return
	}
	s.meetingPlace(f, hi)
	s.meetingDate(f, lo, hi, how)
	s.programmed(f)
	s.keep(f, how)
}

// meetingDate is the sentence's date, or that of the visit during which it was.
func (s *sentence) meetingDate(f *pipeline.Fact, lo, hi int, how polarity) {
	if when := s.when(lo, hi, true); when != nil && !s.ofServant(hi, when) {
		if how == planned && s.agreedSince(s.indexOf(when), lo) {
			return // when it was agreed
		}
		dated(f, when)
		if v := s.lastVisit; v != nil && v.At[0].First >= s.at.First && slices.Contains(v.Evidence, when.m) {
			f.Date = v.Date // "visited Oslo on 5 and 6 May and met B"
		}
		return
	}
	v := s.lastVisit
	if v == nil || v.Date == nil || s.metElsewhere(f, v) || !s.during(f, v) && !atVisit(f, v) {
		return
	}
	f.Date = v.Date
	f.Evidence = append(f.Evidence, v.Evidence...)
	inferred(f, "date")
}
