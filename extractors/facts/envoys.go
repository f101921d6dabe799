package facts

import "chancery/pipeline"

// awaited are the credentials that a sentence says were accepted of ambassadors whom the next
// names: "received credentials of a number of ambassadors. They are A, Ambassador of Jordan; B,
// Ambassador of Japan".
type awaited struct {
	sentence  int
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
	k := s.subject(v, isActor)
	if !several || k < 0 || s.polarity(v) != happened {
		return
	}
	a := awaited{sentence: s.n, receiving: s.countryOfPiece(s.p(k))}
	if m := s.holder(k); a.receiving == "" && m != nil {
		a.receiving = m.Person.Country
	}
	if when := s.when(v, i, true); when != nil {
		a.date, a.evidence = when.m.Date, []*pipeline.Mention{when.m}
	}
	s.awaiting = a
}

// awaitedEnvoys reads the sentence that names them.
func (s *sentence) awaitedEnvoys() {
	a := s.awaiting
	if a.receiving == "" || a.sentence != s.n-1 || !s.says(0, "they") {
		return
	}
	if s.says(0, "they") && !s.p(1).has(be) {
		return
	}
	for i := range s.pieces {
		p := s.p(i)
		if p.kind != person || p.m.Person.RoleTokens.Len() == 0 {
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
	}
}

// foretold reads what the sentence tells whether a word of the lexicon announces a fact or not:
// who signed what, and envoys of whom the sentence before told.
func (s *sentence) foretold() {
	s.noteSigners()
	s.awaitedEnvoys()
}
