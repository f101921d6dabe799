package facts

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// readAppointments reads who took, holds or left which post.
func readAppointments(s *sentence) {
	const posts = appoint | assume | serve | credentials | leave | pay | announce | receive | recognize
	for i := range s.pieces {
		p := s.p(i)
		switch {
		case s.used[i] && !p.has(receive|recognize), !p.has(posts) && !(s.cued(accepts) && (s.says(i, "reception") || s.says(i, "accepted"))):
		case p.has(appoint):
			s.appointment(i)
		case p.has(pay):
			s.made(i)
		case p.has(announce):
			s.confirmed(i)
		case p.has(receive), p.is(recognize, past):
			s.receivedAs(i)
		case s.says(i, "accepted") && s.p(i-1).has(be):
			s.receivedAs(i)
		case s.says(i, "reception"):
			s.receptionOf(i)
		case p.has(assume):
			s.assumption(i)
		case p.has(serve) && p.forms&noun != 0:
			s.tenure(i)
		case p.has(serve) && !p.has(be) && !s.doc.Tokens[p.at.End-1].Is(keyAs):
			s.servedOn(i)
		case p.has(serve):
			if office := s.officeBehind(i, 4); office >= 0 && !s.ofCompany(office) {
				s.post(i, "holds", s.visitorsOf(i), office)
				s.servedToo(i, office)
			}
		case p.has(credentials):
			s.presentation(i)
		case p.has(leave):
			s.leaving(i)
		}
	}
	s.incumbents()
}

// assumption reads "X took up the post of Ambassador", "X succeeded Y as
// Ambassador" and "Y was succeeded by X as Ambassador".
func (s *sentence) assumption(i int) {
	if !s.succeeding(i) {
		office := s.officeBehind(i, 5)
		if s.p(i).has(elevate) && (office < 0 || s.oneOfMany(office) || s.firstOfThem(office)) {
			return // "became determined", "became a leader in the lobby"
		}
		if k := s.beforeVerb(i); s.p(k).has(pronoun) && (s.says(k-1, "since") || s.says(k-1, "after") || s.says(k-1, "before")) {
			return // "his first visit since he took office"
		}
		s.post(i, "appointed", s.visitorsOf(i), office)
		return
	}
	office := s.officeAs(i)
	switch {
	case office < 0:
		s.succession(i)
	case !s.p(i - 1).has(be):
		s.post(i, "appointed", s.visitorsOf(i), office)
	case s.p(i + 1).has(by):
		s.post(i, "appointed", s.actorsNamed(i+2), office)
	default:
		for k := office + 1; k <= office+4; k++ {
			if s.p(k).has(by) {
				s.post(i, "appointed", s.actorsNamed(k+1), office) // "was succeeded as Minister by A"
				return
			}
		}
	}
}

// firstOfThem reports whether the office at piece k is that of the first of its holders to do
// something: "became the first president to address the Union".
func (s *sentence) firstOfThem(k int) bool {
	does := s.common(k+2) || s.p(k+2).has(verb|acts) && s.p(k+2).forms&base != 0
	return s.p(k+1).has(to) && does && (s.p(k-1).has(first) || s.p(k-2).has(first) || s.p(k-3).has(first))
}

// succeeding reports whether the verb at piece i says whose post one takes.
func (s *sentence) succeeding(i int) bool {
	return s.p(i).has(assume) && successions.Has(s.doc.Tokens[s.p(i).at.First])
}

var successions = text.NewSet("succeeded", "succeeds", "replaced", "replaces")

// officeBehind is the office within a few pieces behind piece i, or -1.
func (s *sentence) officeBehind(i, reach int) int {
	if s.doc.Tokens[s.p(i).at.End-1].Is(keyBy) { // "was confirmed by the Senate as Ambassador"
		return s.officeAs(i)
	}
	for k := i + 1; k < len(s.pieces) && k <= i+reach; k++ {
		if to := s.pastPost(k); to > k {
			k, reach = to, to+2-i // "nominated A to be Ambassador"
		}
		p := s.p(k)
		if p.kind == role {
			return k
		}
		if p.has(by) {
			return s.officeAs(k) // "was nominated by President A as Ambassador"
		}
		if p.kind == person || p.kind == stop || p.has(barrier|acts|verb) && !p.has(as) {
			return -1
		}
	}
	return -1
}

// actorsNamed is the person named within a few pieces of piece i.
func (s *sentence) actorsNamed(i int) []participant {
	const reach = 6 // "its first High Commissioner to London, Dr. A"
	for k := i; k < len(s.pieces) && k <= i+reach; k++ {
		p := s.p(k)
		switch {
		case p.kind == person:
			return s.participants([]int{k})
		case p.kind == role, p.kind == demonym, p.has(article | first), s.common(k), p.kind == comma && (s.p(k-1).kind == role || s.p(k-1).kind == place || s.p(k-1).kind == state):
		default:
			return nil
		}
	}
	return nil
}

// officeAfterName is the office behind the person named at or behind piece i:
// "appointed Heman Allen as Minister to Chile"; or before it: "appointed
// Ambassador Heman Allen".
func (s *sentence) officeAfterName(i int) int {
	for k := i; k < len(s.pieces) && k <= i+3; k++ {
		if s.p(k).kind == person {
			if o := s.officeBehind(k, 4); o >= 0 {
				for j := o + 1; j < o+8; j++ {
					if to := s.pastPost(j); to > j && s.p(s.pastArticles(to)).kind == role {
						return s.pastArticles(to) // "A, now Vice-Consul at Callao, to be Consul at Lima"
					}
				}
				if as := s.officeAs(o); as >= 0 && s.p(s.beforeArticle(o)).kind == comma {
					return as // "A, nuncio in Algeria, as nuncio in Panama"
				}
				return o
			}
			return s.officeAs(k) // "appointed A in 1950 as his first Ambassador"
		}
	}
	return -1
}

// incumbents reads "The Ambassador of Zambia is Grace Nyambe", "Grace Nyambe is the
// Ambassador" and "Chargé d'Affaires – Liu Jiangping".
func (s *sentence) incumbents() {
	for i := range s.pieces {
		p := s.p(i)
		if p.kind == person && p.m.Person.RoleTokens.Len() > 0 && i >= 1 && !s.bracketedPost(i) {
			if k := s.labelled(i); k >= 0 && !s.anyFormer(s.p(k).office) {
				s.post(i, "holds", s.participants([]int{i}), k)
			}
		}
		if p.at.Len() == 1 && s.senses&mission != 0 && heading.Has(s.doc.Tokens[p.at.First]) {
			s.headsMission(i)
		}
		if p.kind == role && s.senses&mission != 0 {
			s.inCharge(i)
		}
		if s.represents(i) {
			s.standsFor(i)
		}
		if p.kind == role && s.nameFirst(i) {
			s.post(i, "holds", s.participants([]int{i - 2}), i)
		}
		if p.kind == role && i >= 2 && s.p(i-1).kind == comma && s.p(i-2).kind == person {
			s.termOf(i)
		}
		if p.has(be) && s.isCopula(i) {
			s.copula(i)
		}
	}
}

func (s *sentence) copula(i int) {
	at := i + 1
	for at < i+4 && (s.p(at).has(article|aux) || s.common(at) && s.p(at+1).kind == role) {
		at++ // "is also non-resident Ambassador"
	}
	before, after := s.p(i-1), s.p(at)
	if before.kind == comma { // "His predecessor, A, was ambassador"
		if before = s.p(i - 2); before.kind != person && after.kind == role {
			if k := s.subject(i, func(p *piece) bool { return p.kind == person }); k >= 0 {
				before = s.p(k) // "A, who has died aged 86, was Ambassador to Peru from 1959"
			}
		}
	}
	if o := after.office; o != nil && calling(o.Words) {
		return
	}
	switch {
	case before.kind == role && s.p(i+1).kind == person:
		if k := s.indexOf(before); s.holder(k) == nil || s.holder(k) == s.p(i+1).m {
			s.post(i, "holds", s.participants([]int{i + 1}), k) // "As Ambassador, is Mr. A"
		}
	case before.has(pronoun) && after.kind == role:
		s.post(i, "holds", s.visitorsOf(i), at)
	case before.kind == person && after.kind == role:
		s.post(i, "holds", s.participants([]int{s.indexOf(before)}), at)
	}
}

// calling reports whether an office is none but what someone is by profession.
func calling(role string) bool {
	return strings.EqualFold(role, "diplomat") || strings.EqualFold(role, "career diplomat")
}

// post makes the fact of an appointment and keeps it.
func (s *sentence) post(i int, event string, who []participant, office int) {
	lo, hi := i, i
	if office >= 0 {
		lo, hi = min(i, office), max(i, office)
	}
	if f := s.posting(lo, hi, event, who, office); f != nil {
		s.keepPost(f, i, hi)
		s.furtherPosts(f, office)
		if (event == "appointed" || event == "holds" && lasting(s.p(s.pastDay(office)))) && office > i {
			s.furtherOffices(f, office)
		}
	}
}

// posting makes the fact of an appointment: of one person, to a diplomatic
// office or one that the sentence names.
func (s *sentence) posting(lo, hi int, event string, who []participant, office int) *pipeline.Fact {
	if len(who) != 1 || who[0].Person == "" && event != "presented credentials" || s.polarity(lo) == denied || office < 0 && s.unknownOffice(lo) {
		return nil
	}
	p := who[0].Participant
	var at text.Range
	if who[0].m != nil {
		at = who[0].m.Person.RoleTokens
		s.officesBefore(&p, who[0].m)
	}
	if office >= 0 {
		o := s.p(office)
		if h := s.holder(office); h != nil && who[0].m != nil && h.Entity != who[0].Entity && event == "holds" {
			return nil // "acted as President A's adviser"
		}
		p.Role, at = s.bothOffices(office)
		if o.country != "" && (p.Country == "" || !postedAbroad(o.office.Words)) {
			p.Country = o.country
		} else if k := s.pastArticles(office + 2); (p.Country == "" || who[0].countryInferred()) && s.p(office+1).has(from) && s.p(k).kind == state {
			p.Country = s.p(k).country // "Ambassador from the Republic of Serbia"
		}
	}
	if office >= 0 && who[0].countryInferred() && s.ofOwnBody(office) {
		p.Country = "" // "became president of the American Red Cross"
	}
	if k := s.explained(who[0].m); p.Role == "" && k >= 0 {
		p.Role = s.p(k).office.Words // "Chile's first resident envoy, A, presented"
		for j := k - 1; j >= k-6 && p.Country == ""; j-- {
			if isState(s.p(j)) && s.possessed(j) {
				p.Country = s.p(j).country
			}
		}
	}
	if office < 0 && (event == "appointed" && calling(p.Role) || event != "presented credentials" && strings.HasPrefix(p.Role, "former ")) {
		return nil // "A is a diplomat. In 2012 he was appointed director", "former Governor A left office"
	}
	p.Role = plainRole(p.Role)
	p.Role, at = s.newPost(&p, event, office, at)
	if office >= 0 && event == "appointed" && (s.inCompany(office) || s.honorary(office)) {
		return nil
	}
	if p.Person == "" && p.Role != "" && !diplomatic(p.Role) && !accreditable(p.Role) {
		return nil // "Baron de M presented his credentials"
	}
	if p.Role == "" && event != "presented credentials" { // credentials are an envoy's
		return nil
	}
	s.titledBy(p, event, office)
	f := s.fact("appointment", "appointments", lo, hi)
	f.Appointment = &pipeline.AppointmentValue{Event: event, Person: p, Sending: p.Country, Receiving: s.postedTo(at)}
	if who[0].m != nil {
		f.Evidence = append(f.Evidence, who[0].m)
	}
	s.guessed(f, who[0], office)
	if strings.Contains(p.Role, "Permanent Representative") {
		f.Appointment.Receiving = "" // "to the OSCE in Vienna"
	}
	return f
}
