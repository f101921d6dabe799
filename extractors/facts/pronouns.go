package facts

// note keeps what later sentences of the paragraph may refer to.
func (s *sentence) note() {
	s.noteState()
	s.noteHeld()
	s.noteOffices()
	told := -1 // one of whom a clause of "who" tells
	for i := range s.pieces {
		p := s.p(i)
		if s.cued(toldHim) && (s.says(i+1, "him") || p.has(acts|verb) && s.says(i+1, "her") && s.alone(i+1)) {
			return // who is spoken of is still the one before
		}
		if (p.has(acts|hold|verb|be) || p.has(announce|confer) && s.subject(i, isActor) >= 0) && i > 0 {
			k := s.subject(i, isActor)
			if k < 0 {
				k = s.personBelow(i)
			}
			if s.p(s.beforeVerb(i)).has(who) {
				told = max(told, k)
				continue // "Succeeding A, who died in 1838, B was appointed"
			}
			if k < 0 && p.forms&noun != 0 {
				continue // "In return for his work, A served"
			}
			if k >= 0 {
				s.lastSubject = s.participants(s.listLeft(k, isActor))
			}
			return
		}
	}
	if told >= 0 {
		s.lastSubject = s.participants(s.listLeft(told, isActor))
	}
}

// whoMeant is whom "who" behind piece k means: the nearest wanted, or, when that one stands
// behind "of" in what explains another, that other: "A, an ally of B who became Minister".
func (s *sentence) whoMeant(k int, want func(*piece) bool) int {
	near := s.nearest(k, want)
	if near != k || !s.p(k-1).has(of) || !s.common(k-2) {
		return near
	}
	j := k - 3
	for s.common(j) {
		j--
	}
	if !s.says(j, "a") && !s.says(j, "an") {
		return near
	}
	if s.p(j-1).kind == comma && want(s.p(j-2)) {
		return j - 2
	}
	return -1
}

// pronounSubject is the person whom "he" or "she" before the verb at piece i
// means: the only one who was the subject of the sentence before.
func (s *sentence) pronounSubject(i int) (participant, bool) {
	k := i - 1
	for k >= 0 && (s.p(k).has(be|aux|not|plan|to) || s.adverb(k)) {
		k--
	}
	if !s.p(k).has(pronoun) {
		return participant{}, false
	}
	if (s.appointeeAt == s.at.First && k < 4 || s.appointeeAt == s.at.End) && s.p(i).has(serve|assume|leave|appoint) {
		return s.appointee, s.appointee.m != nil // "President A named B Minister. He served as"
	}
	if one := s.onlyPerson(k); one >= 0 && !s.p(s.beforeArticle(one)).has(by) {
		return s.participant(s.p(one), s.p(one).m), true // "where he held talks"
	}
	if who, ok := s.firstSubject(k); ok {
		return who, true
	}
	if len(s.lastSubject) == 1 {
		return s.lastSubject[0], true
	}
	if v := s.lastVisit; len(s.lastSubject) == 0 && v != nil && v.Visit.Visitor.Person != "" && s.sameLine(v) {
		return participant{Participant: v.Visit.Visitor}, true // "Visit of A to Oslo. During the visit, he met"
	}
	if len(s.lastSubject) == 0 && s.life.m != nil && !s.p(i).is(meet, past) { // "at the university, where she met A"
		return s.life, true
	}
	if len(s.lastSubject) == 0 && len(s.carried) == 1 && s.carried[0].m != nil && s.at.First == s.begins && k < 4 && s.p(i).has(serve|assume|leave|appoint) {
		return s.carried[0], true // a paragraph of a life goes on: "He served as"
	}
	return participant{}, false
}

// firstSubject is who acts first in the sentence, before the pronoun at piece k, when it
// tells of several or of an office without a name: "At the invitation of A, B visited
// Oslo, where he met ...".
func (s *sentence) firstSubject(k int) (participant, bool) {
	from := 0
	for v := range k {
		if s.isSemi(v) {
			from = v + 1
		}
	}
	if who, told := s.subjectFrom(from, k); told || from == 0 {
		return who, who.Person != "" || who.Country != ""
	}
	who, _ := s.subjectFrom(0, k) // "A visited Oslo; he met B"
	return who, who.Person != "" || who.Country != ""
}

// subjectFrom is who acts first between two pieces, and whether anybody does; nobody when
// they are several.
func (s *sentence) subjectFrom(v, k int) (participant, bool) {
	for ; v < k; v++ {
		p := s.p(v)
		if !p.has(visit|travel|pay|be|serve|assume) || p.forms&noun != 0 && p.forms&past == 0 || p.has(be) && p.forms&past != 0 {
			continue
		}
		at := s.subject(v, isActor)
		if at < 0 {
			continue
		}
		who := s.participants(s.listLeft(at, isActor))
		if len(who) == 1 {
			return who[0], true
		}
		return participant{}, true
	}
	return participant{}, false
}

// onlyPerson is the one person whom the sentence names before piece k, or -1 for
// none and for several.
func (s *sentence) onlyPerson(k int) int {
	one := -1
	for j := range k {
		if s.p(j).kind != person {
			continue
		}
		if one >= 0 && s.p(one).m.Entity != s.p(j).m.Entity {
			return -1
		}
		one = j
	}
	return one
}
