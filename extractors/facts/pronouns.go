package facts

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
	if len(s.lastSubject) == 0 && s.life.m != nil {
		return s.life, true
	}
	if len(s.lastSubject) == 0 && len(s.carried) == 1 && s.carried[0].m != nil && s.at.First == s.paragraph && k < 4 && s.p(i).has(serve|assume|leave|appoint) {
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
