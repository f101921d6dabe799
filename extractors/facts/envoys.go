package facts

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// awaited are the credentials that a sentence says were accepted of ambassadors whom the next
// names: "received credentials of a number of ambassadors. They are A, Ambassador of Jordan; B,
// Ambassador of Japan".
type awaited struct {
	sentence  int
	listed    bool // a colon or a line of the list stands before
	receiving string
	date      *pipeline.DateValue
	evidence  []*pipeline.Mention
}

// awaitEnvoys keeps who received the credentials at piece i by the verb at piece v, and when.
func (s *sentence) awaitEnvoys(v, i int) {
	several := false
	for k := i; k < len(s.pieces) && k <= i+12; k++ {
		several = several || s.p(k).kind == role && ofSeveral(s.p(k).office.Words)
	}
	if k := s.subject(v, isActor); several && k >= 0 {
		s.await(v, i, k)
	}
}

// awaitPresenters keeps to whom ambassadors presented the credentials at piece i by the verb at
// piece v, and when: "The following ambassadors presented their credentials to President A:".
func (s *sentence) awaitPresenters(v, i int) bool {
	who := s.beforeVerb(v)
	if s.p(who).kind != role || s.holder(who) != nil || !ofSeveral(s.p(who).office.Words) {
		return false
	}
	if !s.leadsOn() {
		return s.presentersNamed(v, i, who)
	}
	for k := i + 1; k <= i+8; k++ {
		if isActor(s.p(k)) {
			s.await(v, i, k)
			return true
		}
	}
	return false
}

// presentersNamed reads those whom a colon names behind the credentials at piece i that ambassadors, the
// office at piece office, presented: "presented their credentials to President A: B of Ireland, C of Austria".
func (s *sentence) presentersNamed(v, i, office int) bool {
	c, host := i+1, -1
	for ; c < len(s.pieces) && !s.isColon(c); c++ {
		if isActor(s.p(c)) && (host < 0 || s.p(host).country == "") {
			host = c
		}
	}
	found := false
	for k := c + 1; k < len(s.pieces) && host >= 0; k++ {
		p, at := s.p(k), s.pastArticles(k+2)
		if p.kind != person || !s.p(k+1).has(of|from) && s.p(k+1).kind != openSign && s.p(k+1).kind != comma || s.p(at).kind != state {
			continue
		}
		one := s.participant(p, p.m)
		one.Role, one.Country = postOf(shortRole(s.p(office).office.Words, "")), s.p(at).country
		f := s.posting(v, at, "presented credentials", []participant{one}, -1)
		if f == nil {
			continue
		}
		s.receivedBy(f, host)
		f.At = []text.Range{s.span(min(office, v), at)}
		s.keepPost(f, v, i)
		found = true
	}
	return found
}

// leadsOn reports whether a colon ends the sentence.
func (s *sentence) leadsOn() bool { return s.doc.Tokens[s.at.End-1].Class == text.Colon }

// await keeps that the one at piece k received the credentials at piece i by the verb at piece v.
func (s *sentence) await(v, i, k int) {
	if s.polarity(v) != happened {
		return
	}
	a := awaited{sentence: s.n, listed: s.leadsOn(), receiving: s.countryOfPiece(s.p(k))}
	if m := s.holder(k); a.receiving == "" && m != nil {
		a.receiving = m.Person.Country
	}
	if o, ok := s.inOffice[s.codeAt(k)]; a.receiving == "" && ok {
		a.receiving = o.Country
	}
	if when := s.when(v, i, true); when != nil {
		a.date, a.evidence = when.m.Date, []*pipeline.Mention{when.m}
	}
	s.awaiting = a
}

// awaitedEnvoys reads the sentence that names them.
func (s *sentence) awaitedEnvoys() {
	a := &s.awaiting
	if a.receiving == "" || a.sentence != s.n-1 {
		return
	}
	inLine := s.doc.Tokens[s.at.First].Has(text.LineStart)
	switch {
	case s.leadsOn() && s.senses&credentials != 0:
		a.sentence, a.listed = s.n, true // "Credentials to the Head of State were presented by:"
		return
	case a.listed && inLine && !s.clausal():
	case !s.says(0, "they"), !s.p(1).has(be):
		return
	}
	for i := range s.pieces {
		p := s.p(i)
		if p.kind != person {
			continue
		}
		who := s.participant(p, p.m)
		if !diplomatic(who.Role) || who.Country == "" || s.same(who.Country, a.receiving) {
			continue
		}
		f := s.posting(i, i, "presented credentials", []participant{who}, -1)
		if f == nil {
			continue
		}
		f.Appointment.Receiving, f.Date = a.receiving, a.date
		f.Evidence = append(f.Evidence, a.evidence...)
		inferred(f, "receiving")
		if f.Date != nil {
			inferred(f, "date")
		}
		f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
		s.keep(f, happened)
		if s.lead.pieces = s.lead.pieces[:0]; a.listed {
			a.sentence = s.n
		}
	}
}

// codeAt is the code of the office at piece k, "".
func (s *sentence) codeAt(k int) string {
	if o := s.p(k).office; o != nil {
		return o.Code
	}
	return ""
}

// foretold reads what the sentence tells whether a word of the lexicon announces a fact or not:
// who signed what, envoys of whom the sentence before told, and the mission whose name fills a line.
func (s *sentence) foretold() {
	s.noteSection()
	s.noteSigners()
	s.awaitedEnvoys()
}

// bracketedCredentials reads "A, Ambassador (presentation of credentials: 3 March 2015)" at the
// credentials, piece i.
func (s *sentence) bracketedCredentials(i int) bool {
	k := i - 1
	for s.p(k).has(of|article) || s.common(k) || s.p(k).has(present) {
		k--
	}
	d := i + 1
	if s.isSign(d) || s.p(d).has(on) {
		d++
	}
	if s.p(k).kind != openSign || s.p(d).kind != date || s.anyOf(copies, k+1, i) {
		return false
	}
	for n := k - 1; n > k-8; n-- {
		p := s.p(n)
		if p.kind != person {
			continue
		}
		if f := s.posting(n, i, "presented credentials", []participant{s.participant(p, p.m)}, -1); f != nil {
			f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
			dated(f, s.p(d))
			s.keep(f, happened)
		}
		return true
	}
	return true
}

// isSign reports whether piece k is a colon or a dash.
func (s *sentence) isSign(k int) bool {
	return s.p(k).at.Len() == 1 && (s.isColon(k) || s.doc.Tokens[s.p(k).at.First].Class == text.Dash)
}

// presentedTo corrects the post of credentials of which the words name none, when it is one told of
// before, elsewhere than with the head of state to whom they were presented: "was Ambassador in
// Washington until 2006. On 5 May 2006 he presented his credentials to Queen A".
func (s *sentence) presentedTo(f *pipeline.Fact, i int) {
	v := f.Appointment
	k := s.pastArticles(i + 2)
	if s.p(k).kind == role {
		k++
	}
	p := s.p(k)
	if !s.p(i+1).has(to) || p.kind != person || p.country == "" || v.Receiving == "" || s.officeAs(i) >= 0 || s.same(p.country, v.Receiving) || s.same(p.country, v.Sending) {
		return
	}
	if o := p.m.Person.Office; o != "head-of-state" && o != "monarch" {
		return
	}
	v.Receiving = ""
	s.receivedBy(f, k)
	for _, link := range []string{" to ", " in ", " at "} {
		v.Person.Role, _, _ = strings.Cut(v.Person.Role, link)
	}
}
