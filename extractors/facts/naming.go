package facts

import (
	"cmp"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// appointment reads "X was appointed Ambassador", "the President appointed X as
// Ambassador", "the appointment of X as Ambassador".
func (s *sentence) appointment(i int) {
	p := s.p(i)
	switch {
	case s.newly(i), s.p(i-1).has(article) && p.forms&noun == 0:
	case sendings.Has(s.doc.Tokens[p.at.First]):
		s.sentAs(i)
	case p.forms&noun != 0 && s.p(i+1).has(as):
		s.appointmentAs(i)
	case p.forms&noun != 0:
		s.appointmentOf(i)
	case s.p(i-1).has(be) || (s.p(i-1).has(aux) || s.adverb(i-1)) && s.p(i-2).has(be):
		if k := s.pastAdverbs(i + 1); s.p(k).has(to) && s.p(k+1).has(both) {
			return // "was accredited to both countries"
		} else if s.p(k).has(to) && s.pastPost(k) == k && !s.says(i, "elected") { // "was accredited to the Government of Luxembourg"
			if f := s.posting(i, i, "appointed", s.visitorsOf(i), -1); f != nil && (diplomatic(f.Appointment.Person.Role) || accreditable(f.Appointment.Person.Role)) {
				stated := f.Appointment.Receiving
				f.Appointment.Receiving = ""
				s.receiver(f, i)
				if f.Appointment.Receiving == "" && s.token(i-1).Is(keyAlso) {
					return // "was also accredited to a number of other states"
				}
				if r := f.Appointment.Receiving; r == "" || stated != "" && s.p(i+2).kind == place && s.elsewhere(r, "") {
					f.Appointment.Receiving = stated // "the first Consul to Prussia, A, was appointed to Stettin"
				}
				s.keepPost(f, i, i)
				s.alsoTo(f, i)
			}
			return
		}
		office := s.officeBehind(i, 4)
		if office < 0 {
			office = s.officeAs(i) // "was accredited on 18 May 1820, as Consul General"
		}
		if office < 0 && s.says(i, "elected") {
			return // "was elected by a large majority"
		}
		if office < 0 && s.says(i, "accredited") && s.p(i+1).kind != date && s.p(i+2).kind != date {
			return // where to is not told
		}
		if office < 0 && s.says(i, "named") && s.p(i+1).has(in) && s.p(i+2).kind != date {
			return // "was named in a lawsuit"
		}
		s.appointed(i, office)
	case s.p(i-1).kind == comma && s.p(i-2).kind == person && s.officeBehind(i, 3) > i:
		s.post(i, "appointed", s.participants([]int{i - 2}), s.officeBehind(i, 3)) // "A, appointed Consul on 4 August 1855, arrived"
	case s.headlined(i):
		s.appointed(i, s.officeBehind(i, 3)) // of a headline: "May 2013: A appointed Ambassador to Peru"
	case s.says(i+1, "him") || s.says(i+1, "her"):
		s.postNamed(i, s.whomNamed(i), s.officeBehind(i+1, 4))
	case s.appointsAs(i) != "":
		if who := s.actorsNamed(i + 1); len(who) == 1 {
			who[0].Country = cmp.Or(who[0].Country, s.appointsAs(i))
			s.postNamed(i, who, s.officeAfterName(i+1))
		}
	default:
		s.naming(i)
	}
}

// headlined reports whether the verb at piece i is a participle of a headline, "May 2013: A appointed
// Ambassador to Peru", and not of one who appoints.
func (s *sentence) headlined(i int) bool {
	who, office := s.p(i-1), s.officeBehind(i, 3)
	if s.p(i).forms&past == 0 || who.kind != person || office < 0 || !s.opensClause(s.beforeArticle(i-1)+1) || !who.m.Person.RoleTokens.Overlaps(s.p(office).at) {
		return false
	}
	next := s.p(office + 1)
	return next.kind == stop || next.kind == comma || next.kind == date || next.has(preps) || office+1 >= len(s.pieces) || s.sign(office+1)
}

// appointmentOf reads "the appointment of A as Ambassador" and "the election of President A" at
// the noun, piece i.
func (s *sentence) appointmentOf(i int) {
	office := s.officeAfterName(i + 2)
	if !s.p(i+1).has(of) || s.anyOf(refusals, i+2, i+reachLeft) || s.says(i, "election") && (office < 0 && s.p(i+2).kind != role && s.p(i+3).kind != role || s.anyOf(contests, i-4, i)) {
		return
	}
	s.post(i, "appointed", s.actorsNamed(i+2), office)
}

var (
	refusals = text.NewSet("rejected", "blocked", "withdrawn", "refused", "opposed", "stalled") // what happens to appointments that come to nothing
	contests = text.NewSet("campaigned", "prevent", "oppose", "opposed", "demanded", "after", "before", "until")
)

// sentAs reads "sent A as Minister to Spain" and "A was sent to Spain as Minister" at the verb,
// piece i.
func (s *sentence) sentAs(i int) {
	office := s.officeAs(i)
	switch {
	case office < 0:
	case s.p(s.beforeAux(i)).has(be):
		s.appointed(i, office)
	case s.says(i+1, "him") || s.says(i+1, "her"):
		s.postNamed(i, s.whomNamed(i), office)
	default:
		if who := s.actorsNamed(i + 1); len(who) == 1 && who[0].m != nil && (s.holder(office) == nil || s.holder(office) == who[0].m) {
			s.postNamed(i, s.servantOf(i, who), office)
		}
	}
}

// servantOf gives the one who is named at the verb, piece i, the country that names him, when a
// state does and no other is known: who appoints is whom one serves.
func (s *sentence) servantOf(i int, who []participant) []participant {
	if k := s.subject(i, isState); k >= 0 && len(who) == 1 && who[0].Country == "" {
		who[0].Country = s.p(k).country
	}
	return who
}

// sendings are verbs that name someone to a post only where "as" tells which.
var sendings = text.NewSet("sent", "dispatched", "chose", "chosen", "selected", "picked", "installed", "approve", "approved")

// appointed reads "A was appointed Ambassador by President B" at the verb, piece i.
func (s *sentence) appointed(i, office int) {
	before := len(s.facts)
	if s.post(i, "appointed", s.visitorsOf(i), office); len(s.facts) == before {
		return
	}
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft && s.p(k).kind != stop; k++ {
		if s.p(k).has(by) {
			s.sentBy(s.actorsBehind(k+1, 3), office)
			return
		}
	}
}

// naming reads "the President appointed A as Ambassador" and "named as Ambassador his best
// friend, A" at the verb, piece i.
func (s *sentence) naming(i int) {
	if s.says(i, "elected") && s.p(i+1).kind != person {
		return // "elected a president, A, prime minister, B"
	}
	who, office := s.actorsNamed(i+1), s.officeAfterName(i+1)
	if len(who) == 0 && s.p(i+1).has(as) {
		if office = s.officeBehind(i+1, 3); office >= 0 {
			who = s.friendNamed(office + 1)
		}
	}
	acts := func(p *piece) bool { return isActor(p) || isState(p) || p.kind == body || p.kind == place }
	if s.subject(i, acts) < 0 && (office < 0 || s.p(i).forms&past == 0 || s.says(i, "named") && s.common(i-1)) {
		return // "a traveller named A"
	}
	s.postNamed(i, s.servantOf(i, who), office)
}

// postNamed makes the fact that someone else named who to an office at the verb, piece i:
// "he" who then serves is the one who was named.
func (s *sentence) postNamed(i int, who []participant, office int) {
	before := len(s.facts)
	s.appointee, s.appointeeAt = participant{}, s.at.End
	if s.post(i, "appointed", who, office); len(s.facts) > before {
		s.appointee = who[0]
		s.sentBy(s.visitorsOf(i), office)
		s.appointee.Country = s.facts[before].Appointment.Sending
	}
}

// sentBy takes the country that sends the one of the last fact from who named him, when that
// is one who acts for a state: "President A appointed B Minister to Spain".
func (s *sentence) sentBy(by []participant, office int) {
	f := s.facts[len(s.facts)-1]
	if len(by) != 1 || by[0].Country == "" || f.Appointment == nil {
		return
	}
	code := by[0].code
	if by[0].m != nil {
		code = s.codeOf(by[0].m)
	}
	v := f.Appointment
	if !sole[code] || v.Sending == by[0].Country || s.p(office).country != "" && !strings.HasPrefix(s.p(office).office.Code, "governor") || s.same(by[0].Country, v.Receiving) {
		return
	}
	v.Sending = by[0].Country
	inferred(f, "sending")
}

// sole are the codes of those who name others for a state.
var sole = map[string]bool{"head-of-state": true, "head-of-government": true, "foreign-minister": true, "monarch": true}

// friendNamed is the one named at or behind piece i, past what he is to whom he is named by:
// "his best friend, A".
func (s *sentence) friendNamed(i int) []participant {
	for k := i; k < i+5; k++ {
		p := s.p(k)
		if p.kind == person {
			return s.participants([]int{k})
		}
		if !p.has(article|first) && !s.common(k) && p.kind != comma && p.kind != role {
			return nil
		}
	}
	return nil
}

// whomNamed is whom "him" or "her" behind the verb at piece i means: the only one besides
// who appoints whom the sentence names before, or else the subject of the one before.
func (s *sentence) whomNamed(i int) []participant {
	by := s.visitorsOf(i)
	other := func(m *pipeline.Mention) bool { return len(by) == 0 || m.Entity != by[0].Entity }
	var him *pipeline.Mention
	for k := range i {
		if p := s.p(k); p.kind == person && other(p.m) && !s.possessed(k) {
			if him != nil && him.Entity != p.m.Entity {
				return nil
			}
			him = p.m
		}
	}
	if him != nil {
		return s.participants([]int{s.nearestTo(him)})
	}
	if s.appointeeAt == s.at.First && s.appointee.m == nil {
		return nil // one of whom the sentence before told, and who was not found
	}
	for _, before := range [][]participant{s.lastSubject, s.carried} {
		if len(before) > 1 {
			return nil
		}
		if len(before) == 1 && before[0].m != nil && other(before[0].m) {
			return before
		}
	}
	return nil
}
