package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// presentation reads "X presented his credentials to the President".
func (s *sentence) presentation(i int) {
	if s.bracketedCredentials(i) {
		return
	}
	if k := s.beforeArticle(i); s.p(k).has(of) && s.anyOf(copies, k-1, k) {
		return // to the chief of protocol, before the credentials themselves
	}
	if s.acceptance(i) || s.acceptanceOf(i) || s.receivedFor(i) {
		return
	}
	v := s.actBefore(i, present)
	if v < 0 {
		if b, passive := s.actBehind(i, present); b < 0 || !passive {
			return
		}
		return
	}
	if s.awaitPresenters(v, i) {
		return
	}
	who := s.namedAside(v, s.visitorsOf(v))
	each := [][]participant{who}
	if len(who) > 1 && !slices.ContainsFunc(who, func(p participant) bool { return p.Person != "" }) {
		each = slices.Collect(slices.Chunk(who, 1)) // "the ambassadors of A, B and C"
	}
	for _, who := range each {
		f := s.posting(v, i, "presented credentials", who, s.officeAs(i))
		if f == nil {
			return
		}
		s.receiver(f, i)
		s.presentedTo(f, i)
		s.keepPost(f, v, i)
		s.presentedToo(f, i)
	}
}

// presentedToo makes the facts of credentials presented to others behind piece i: "to President A of
// Kenya on 8 May 2022 and to President B of Uganda on 9 June 2022".
func (s *sentence) presentedToo(f *pipeline.Fact, i int) {
	for k := i + 1; k < len(s.pieces) && k <= i+reachBack; k++ {
		if p := s.p(k); p.kind == stop || p.has(acts|verb|barrier) {
			return
		}
		at := s.pastArticles(k + 2)
		if s.p(at).kind == role && s.p(at+1).kind == person {
			at++
		}
		if p := s.p(at); s.p(k).has(and) && s.p(k+1).has(to) && isActor(p) && p.country != "" && !s.same(p.country, f.Appointment.Receiving) {
			s.furtherPost(f, post{city: -1, country: -1, when: s.dateIn(at, min(at+5, len(s.pieces)-1))}, p.country)
		}
	}
}

// acceptance reads "the President received the credentials of Ambassador X".
func (s *sentence) acceptance(i int) bool {
	v := s.beforeArticle(i)
	for k := 0; k < 8 && (s.p(v).kind == date || s.p(v).kind == place || s.weekday(v) || s.p(v).has(in|on|article) || s.p(v).kind == other && s.doc.Tokens[s.p(v).at.First].Capital()); k++ {
		v-- // "received at the Palace today"
	}
	if !s.p(v).has(receive) && !s.says(v, "accepted") || !s.p(i+1).has(of|from) {
		return false
	}
	who := s.actorsBehind(i+2, 2)
	if len(who) != 1 || who[0].m == nil && strings.HasSuffix(who[0].Role, "s") {
		who = s.listed(i + 2) // "from five ambassadors: A, B and C"
	}
	if each, last := s.perState(i + 2); len(each) > 0 {
		who, i = each, last
	}
	for _, one := range who {
		s.accepted(v, i, one)
	}
	if len(who) == 0 {
		s.awaitEnvoys(v, i)
	}
	return true
}

// receivedFor reads "the King received A, Ambassador of Malta, on the occasion of the presentation of his
// credentials".
func (s *sentence) receivedFor(i int) bool {
	k := s.beforeArticle(i)
	if s.p(k).has(of) {
		k--
	}
	if p := s.p(k); p.at.Len() != 1 || !presentations.Has(s.doc.Tokens[p.at.First]) {
		return false
	}
	for v := k - 1; v >= 0; v-- {
		if !s.p(v).is(receive, past) || s.p(v-1).has(be) {
			continue
		}
		found := false
		for n := v + 1; n < k; n++ {
			if p := s.p(n); p.kind == person && envoy(p.m.Person.Role) {
				s.accepted(v, i, s.participant(p, p.m))
				found = true
			}
		}
		return found
	}
	return false
}

var presentations = text.NewSet("presentation", "presenting", "present")

// perState are the ambassadors of several states, each named in brackets behind his:
// "the new ambassadors of Vietnam (A), Egypt (B) and Portugal (C)", and the last piece
// of what is said of them.
func (s *sentence) perState(i int) (all []participant, last int) {
	const most = 60 // pieces
	office := -1
	for k := i; k < min(len(s.pieces), i+most); k++ {
		switch p := s.p(k); {
		case p.kind == role && office < 0:
			office = k
		case p.kind == person && office >= 0 && s.p(k-1).kind == openSign && (s.p(k-2).kind == state || k-2 == office) && s.p(k-2).country != "":
			who := s.participant(p, p.m)
			who.Country = s.p(k - 2).country
			who.Role = postOf(shortRole(s.p(office).office.Words, s.p(office).country))
			all, last = append(all, who), s.bracket(k-1)
		case p.kind == stop, p.has(barrier|acts|verb) && !p.has(appoint|as|from):
			return all, last
		}
	}
	return all, last
}

// acceptanceOf reads "the President received Ambassador X's credentials".
func (s *sentence) acceptanceOf(i int) bool {
	k := i - 2 // before the sign of the possessive
	if s.p(k).kind != person || !s.possessed(k) {
		return false
	}
	v := s.beforeArticle(k)
	if !s.p(v).has(receive) && !s.says(v, "accepted") {
		return false
	}
	s.accepted(v, i, s.participant(s.p(k), s.p(k).m))
	return true
}

// accepted makes the fact of one whose credentials the verb at piece v accepts.
func (s *sentence) accepted(v, i int, who participant) {
	f := s.posting(v, i, "presented credentials", []participant{who}, -1)
	if f == nil {
		return
	}
	if k := s.subject(v, isActor); k >= 0 && f.Appointment.Receiving == "" {
		s.receivedBy(f, k)
	}
	s.keepPost(f, v, i)
}

// listed are the people named behind a colon, or in a row, from piece i on.
func (s *sentence) listed(i int) []participant {
	var items []int
	for k := i; k < min(len(s.pieces), i+reachBack); k++ {
		p := s.p(k)
		switch {
		case p.kind == person:
			items = append(items, k)
		case p.kind == stop && s.doc.Tokens[p.at.First].Class != text.Colon, p.has(barrier|acts|verb) && !p.has(as|from|aux):
			return s.participants(items)
		}
	}
	return s.participants(items)
}

// officeAs is the office behind "as" and piece i: "presented his credentials as
// Envoy to Luxembourg"; -1 for none.
func (s *sentence) officeAs(i int) int {
	for k := i + 1; k < len(s.pieces) && k <= i+12; k++ {
		if s.p(k).has(as) {
			return s.officeBehind(k, 3)
		}
		if to := s.pastPost(k); to > k {
			return s.officeBehind(to-1, 3) // "was nominated by President A to be Ambassador"
		}
		if s.p(k).kind == stop || s.p(k).has(barrier|acts|verb) {
			return -1
		}
	}
	return -1
}

// receiver takes the country to which credentials were presented: that of the
// person, the government or the city behind piece i.
func (s *sentence) receiver(f *pipeline.Fact, i int) {
	v := f.Appointment
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		p := s.p(k)
		switch {
		case p.kind == date, s.exiled(p), p.kind == place && s.p(k-1).has(in) && s.elsewhere(s.hostOf(p.m), "mission.moved"):
			if p.kind == place && s.p(k+1).kind == comma && s.p(k+2).kind == state {
				k += 2 // "in Taif, Saudi Arabia"
			}
		case p.kind == role && p.country == "" && v.Receiving == "" && s.hostNamed(f, p):
			return
		case p.kind == stop, p.has(barrier|acts|verb|be) && !p.has(as|from), ofBody(p):
			return
		case p.country != "" && (!s.same(p.country, v.Sending) || s.guestOf(f, p)):
			if v.Receiving == "" || isState(p) && s.p(i+1).has(to) { // an ambassador elsewhere is accredited too
				s.receivedBy(f, k)
			}
			return
		}
	}
}

// guestOf drops who sends someone, when it is only a guess, for it is the country of
// piece p that receives him; it reports whether it did.
func (s *sentence) guestOf(f *pipeline.Fact, p *piece) bool {
	if !slices.Contains(f.Inferred, "sending") || p.kind != person && p.kind != state {
		return false
	}
	f.Appointment.Sending = ""
	f.Inferred = slices.DeleteFunc(f.Inferred, func(slot string) bool { return slot == "sending" })
	return true
}

// ofBody reports whether a piece is someone who heads a body of many countries, such
// as the Secretary-General of the United Nations, whose own country receives nobody.
func ofBody(p *piece) bool {
	return p.kind == person && p.m.Person.Office == "secretary-general" || p.kind == role && p.office.Code == "secretary-general"
}

// exiled reports whether a place is where a government was in exile, which is not
// whom it governs: "to the government in exile in London".
func (s *sentence) exiled(p *piece) bool {
	return p.kind == place && p.at.First > 1 && s.doc.Tokens[p.at.First-2].Is(keyExile)
}

// receivedBy takes the country of piece k for that which receives.
func (s *sentence) receivedBy(f *pipeline.Fact, k int) {
	p := s.p(k)
	f.Appointment.Receiving = s.countryOfPiece(p)
	if p.m != nil && p.m.Person != nil && slices.Contains(p.m.Inferred, "country") {
		inferred(f, "receiving")
	}
	s.evidence(f, k)
}

func (s *sentence) countryOfPiece(p *piece) string {
	if p.kind == place {
		return s.hostOf(p.m)
	}
	return p.country
}

// personBelow is the one person whom a sentence names, as the subject of the clause
// that "when" opens behind a verb, at piece i, without a person for a subject: "The
// legation was raised to an embassy when A was appointed Ambassador"; -1 for none.
func (s *sentence) personBelow(i int) int {
	if !s.some(person) {
		return -1
	}
	one := s.onlyPerson(len(s.pieces))
	if one < i {
		return -1
	}
	k := one - 1
	for s.p(k).kind == role || s.p(k).kind == demonym || s.p(k).kind == state || s.p(k).has(article|first|to|of|and|in) || s.p(k).kind == comma || s.p(k).kind == place {
		k--
	}
	if s.p(k).is(appoint, noun) { // "when the appointment of A as Ambassador was confirmed"
		for k--; s.p(k).has(article); k-- {
		}
	}
	if k > i && s.says(k, "when") {
		return one
	}
	return -1
}

// hostNamed takes the country that receives from "the President" of piece p, whom the
// paragraph has named.
func (s *sentence) hostNamed(f *pipeline.Fact, p *piece) bool {
	o, ok := s.inOffice[p.office.Code]
	if !ok || !s.definite(p) || o.Country == "" || s.same(o.Country, f.Appointment.Sending) || ofBody(p) {
		return false
	}
	f.Appointment.Receiving = o.Country
	inferred(f, "receiving")
	f.Evidence = append(f.Evidence, o.m)
	return true
}
