package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
)

// marks takes the countries of someone's post, where nothing tells them, from the
// mission whose rise or opening he marks: "The Legation of Peru in Quito was raised to
// an embassy when A was promoted to Ambassador".
func (s *sentence) marks(f *pipeline.Fact, i int) {
	v := f.Appointment
	guess := slices.Contains(f.Inferred, "sending")
	if v.Sending != "" && !guess || v.Receiving != "" {
		return
	}
	when := i - 1
	for when > 0 && !s.says(when, "when") {
		if s.says(i, "promoted") && s.p(when).has(and) && s.p(when-1).kind == comma {
			break // "was raised to an embassy in 1943, and A was promoted"
		}
		if p := s.p(when); p.kind == stop || p.has(acts) && p.forms&noun == 0 {
			return
		}
		when--
	}
	s.headsNamed(f, when)
}

// headsNamed takes the countries of a post from the mission named before piece i.
func (s *sentence) headsNamed(f *pipeline.Fact, i int) {
	v := f.Appointment
	for k := i - 1; k >= 0; k-- {
		o := s.owner(k)
		if a := s.actBefore(k, establish|resume); o < 0 && a >= 0 && s.p(a).forms&past != 0 {
			o = s.subject(a, isState) // "A opened its first consulate at B when C was appointed Consul"
		}
		if s.p(k).has(mission) && o < 0 && !s.toStatus(k) && s.headsThere(f, k) {
			return
		}
		if !s.p(k).has(mission) || o < 0 {
			continue
		}
		if c := s.p(o).country; slices.Contains(f.Inferred, "sending") && !s.same(c, v.Sending) {
			v.Sending = c // whose mission it is tells more than a guess
		}
		if v.Sending == "" {
			v.Sending = s.p(o).country
			inferred(f, "sending")
		} else if !s.same(v.Sending, s.p(o).country) || v.Receiving != "" {
			return
		}
		at := s.posts(k, false)
		if b, ok := s.actOn(k, establish|resume); len(at) == 0 && ok && b.voice == passive && b.i < i { // "A U.S. Legation was established at Quito"
			if at = s.posts(b.i, false); len(at) == 1 && at[0].city >= 0 && s.elsewhere(s.hostOf(s.p(at[0].city).m), "") {
				return
			}
		}
		if len(at) == 1 && at[0].city >= 0 && !s.same(s.hostOf(s.p(at[0].city).m), v.Sending) {
			v.Receiving = s.hostOf(s.p(at[0].city).m)
			inferred(f, "receiving")
		}
		return
	}
	if o := s.onlyMission(); o != nil && s.toldHere() && o.Mission.Sending != "" && o.Mission.Receiving != "" && slices.Contains(f.Inferred, "sending") && s.same(v.Sending, o.Mission.Receiving) {
		v.Sending, v.Receiving = o.Mission.Sending, o.Mission.Receiving // "near the government of A in exile, under Chargé d'Affaires B"
		inferred(f, "receiving")
	}
}

// inCharge reads who heads a mission from "with A as Chargé d'Affaires", whose office
// is piece i: of the mission named before.
func (s *sentence) inCharge(i int) {
	k := i - 1
	for s.p(k).has(article|first) || s.common(k) {
		k-- // "as the first resident Ambassador"
	}
	if !s.p(k).has(as) {
		s.under(i)
		return
	}
	k--
	if s.p(k).kind == comma {
		k--
	}
	name := k
	for k--; s.p(k).kind == role || s.p(k).has(article); k-- {
	}
	if s.p(name).kind != person || !s.p(k).has(with) && !s.says(k, "under") || !diplomatic(s.p(i).office.Words) && !s.says(k, "under") && !s.ministerOf(i) {
		return
	}
	s.charged(k, name, i)
}

// under reads "under Chargé d'Affaires A" and "headed by Ambassador A", whose office is
// piece i.
func (s *sentence) under(i int) {
	k := i + 1
	for k < i+8 && s.p(k).kind != person {
		k++ // past a rank, "Ambassador Lt. Gen. (Rtd) A"
	}
	if k > i+1 && (s.p(k).kind != person || !s.p(k).m.Person.RoleTokens.Overlaps(s.p(i).at)) {
		return
	}
	at := i - 1
	for s.p(at).has(article) {
		at--
	}
	if (envoy(s.p(i).office.Words) || s.ministerOf(i)) && (s.says(at, "under") || s.p(at).has(by) && s.leads(at-1) || s.p(at).has(with) && s.p(k+1).has(in) && s.says(k+2, "charge")) {
		s.charged(at, k, i)
	}
}

// charged makes the fact that someone, piece name, heads the mission named before piece k
// in the office at piece i.
func (s *sentence) charged(k, name, i int) {
	f := s.posting(min(name, i), max(name, i), "holds", s.participants([]int{name}), i)
	if f == nil {
		return
	}
	s.headsNamed(f, k)
	s.completePost(f)
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	s.lastPost[f.Appointment.Person.Entity] = namedTo{s.p(i).office.Words, s.p(i).at}
	s.keep(f, happened)
}

// alsoTo makes the facts of the further countries to which someone was accredited, behind
// the verb at piece i: "was also accredited to Fiji, Tonga and Kiribati".
func (s *sentence) alsoTo(f *pipeline.Fact, i int) {
	k := i + 1
	for k < i+6 && !isState(s.p(k)) {
		k++
	}
	if !isState(s.p(k)) || s.p(k).country != f.Appointment.Receiving {
		return
	}
	for _, j := range s.listRight(k, isState)[1:] {
		s.furtherPost(f, post{city: -1, country: j}, s.p(j).country)
	}
}

// confirmed reads "the Senate confirmed A as Ambassador", at the verb, piece i.
func (s *sentence) confirmed(i int) {
	who := s.actorsNamed(i + 1)
	if k := s.officeAfterName(i + 1); s.says(i, "confirmed") && !s.p(i-1).has(be) && len(who) == 1 && k >= 0 && s.p(k-1).has(as) {
		s.post(i, "appointed", who, k)
	}
}

// receivedAs reads "A was received as Chargé d'Affaires" and "the King received A as
// Minister of Peru", at the verb, piece i: his credentials were accepted.
func (s *sentence) receivedAs(i int) {
	k := s.officeAs(i)
	if n := s.pastArticles(i + 1); k < 0 && s.p(n).kind == role && s.p(n+1).kind == person && s.p(n).country != "" && s.subject(i, isState) >= 0 && s.subject(i, isActor) < 0 {
		k = n // "The United States received Spanish Chargé d'Affaires A in June 1785"
	}
	passive := s.p(s.beforeAux(i)).has(be)
	if k < 0 || !diplomatic(s.p(k).office.Words) && (s.p(k).country == "" && !passive || s.p(k).office.Code != "minister") {
		return
	}
	who := s.actorsNamed(i + 1)
	if s.p(i-1).has(be) || s.p(i-1).has(aux) && s.p(i-2).has(be) {
		who = s.visitorsOf(i)
	}
	if len(who) != 1 || who[0].Person == "" {
		return
	}
	event := "presented credentials"
	if s.p(i).has(recognize) {
		if !strings.Contains(strings.ToLower(s.p(k).office.Words), "consul") {
			return
		}
		event = "appointed" // a consul, whose exequatur this is
	}
	f := s.posting(i, k, event, who, k)
	if f == nil {
		return
	}
	if n := s.nearestTo(who[0].m); f.Appointment.Sending == "" && s.p(n+1).has(of) && s.p(s.pastArticles(n+2)).kind == state {
		f.Appointment.Sending = s.p(s.pastArticles(n + 2)).country // "received A of Colombia as Minister"
	}
	if at := s.pastArticles(k + 2); s.p(k+1).has(of) && s.p(at).kind == role && s.p(at).country != "" {
		f.Appointment.Sending = s.p(at).country // "as Minister Resident of the King of Italy"
	}
	h := s.subject(i, isActor)
	if h < 0 {
		h = s.subject(i, isState)
	}
	if h >= 0 && !passive {
		v, host := f.Appointment, s.p(h).country
		switch {
		case host != "" && (s.same(host, v.Sending) || v.Receiving != "" && !s.same(host, v.Receiving)):
			return // "the President received A as Ambassador of his own country to Russia"
		case v.Receiving == "":
			s.receivedBy(f, h)
		}
	}
	for h := i + 2; passive && s.p(i+1).has(by) && f.Appointment.Receiving == "" && h < k; h++ {
		if p := s.p(h); p.country != "" && p.kind != date && !s.same(p.country, f.Appointment.Sending) {
			s.receivedBy(f, h) // "was received by the King of A as Minister"
		}
	}
	for h := k + 2; s.p(i-1).has(be) && s.p(k+1).has(by) && f.Appointment.Receiving == "" && h <= k+6; h++ {
		if isState(s.p(h)) && !s.same(s.p(h).country, f.Appointment.Sending) {
			s.receivedBy(f, h) // "was received as Chargé d'Affaires by the Government of A"
		}
	}
	s.keepPost(f, i, k)
}

// receptionOf reads "by the reception of A as Envoy Extraordinary" at the noun, piece i.
func (s *sentence) receptionOf(i int) {
	k := s.officeAs(i)
	who := s.actorsNamed(i + 2)
	if !s.p(i+1).has(of) || k < 0 || len(who) != 1 || who[0].Person == "" || !diplomatic(s.p(k).office.Words) {
		return
	}
	f := s.posting(i, k, "presented credentials", who, k)
	if f == nil {
		return
	}
	if n := len(s.facts) - 1; n >= 0 && s.facts[n].Class == "relations.recognized" && s.facts[n].At[0].First >= s.at.First {
		v, both := f.Appointment, s.facts[n].Relation.Parties
		if v.Sending == "" {
			v.Sending, v.Receiving = both[1], both[0] // "recognized the Federation by the reception of A"
			inferred(f, "sending")
		}
	}
	s.keepPost(f, i, k)
}
