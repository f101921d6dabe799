package facts

import (
	"strings"

	"chancery/pipeline"
)

// whoMet are those who are the subject of the verb of meeting at piece i: also "he" beside
// another, "he and B met", and those whom dashes enclose, "the three leaders—A, B, and C—met".
func (s *sentence) whoMet(i int) []participant {
	all := s.visitorsOf(i)
	if k := s.beforeVerb(i); len(all) == 0 && s.dash(k) {
		if isActor(s.p(k - 1)) {
			return s.participants(s.listLeft(k-1, isActor))
		}
		return nil
	}
	if k := s.beforeVerb(i); len(all) == 0 && s.says(k, "they") && s.says(k-1, "where") {
		if all = s.mainSubject(k); len(all) > 1 {
			return all // "A and B left for Moscow, where they met"
		}
		return nil
	}
	at := s.subject(i, isActor)
	if len(all) != 1 || at < 0 {
		return all
	}
	j := s.beforeArticle(at)
	if s.p(j).has(and) && s.p(j-1).has(pronoun) {
		if he, ok := s.pronounSubject(j); ok {
			return append([]participant{he}, all...)
		}
	}
	return all
}

// among is the piece behind "including" in "met with several officials, including A" behind
// the "with" before piece k; k where those met are not told so.
func (s *sentence) among(k int) int {
	const furthest = 8
	for j := k; j < k+furthest; j++ {
		p := s.p(j)
		if s.says(j, "including") {
			return s.pastArticles(j + 1)
		}
		if p.kind != demonym && p.kind != comma && !p.has(article|of|status) && (p.kind != other || p.has(verb)) {
			return k
		}
	}
	return k
}

// metThen reads "Meeting in Malta in December, A and B agreed" and "A began a tour, meeting with B
// in Rome" at "meeting", piece i.
func (s *sentence) metThen(i int) bool {
	next := s.p(s.pastAdjuncts(i + 1))
	if next.has(with) && (s.metFirst(i) || s.toldAt(i) || s.ownMeeting(i)) || s.afterMeeting(i) {
		return true
	}
	if !s.says(i, "meeting") || i == 0 && !s.p(1).has(in|on|with) || i > 0 && (s.p(i-1).kind != comma || !next.has(with)) {
		return false
	}
	var one, two []participant
	if next.has(with) {
		two = s.withBehind(i)
	}
	switch {
	case s.at.First < s.row.end: // of a register, in whose remarks nobody else acts
		one = []participant{s.row.visitor}
	case i == 0:
		one = s.subjectBehind(i)
	default:
		one = s.mainSubject(i)
	}
	if len(one) == 0 || len(two) == 0 && (i > 0 || len(one) < 2) {
		return false
	}
	return s.met(i, one, two)
}

// metFirst reads "Following a meeting with A in Rome, B left", "after two meetings with A, B
// urged" and "During talks with A, B proposed" at the noun, piece i, which opens the sentence or
// a clause.
func (s *sentence) metFirst(i int) bool {
	k := i - 1
	for s.p(k).has(article|types|on) || s.common(k) || s.p(k).kind == number || s.dash(k) {
		k--
	}
	if at := s.p(k); !s.says(k, "after") && !s.says(k, "following") && !(k == 0 && at.has(in|during)) || k > 0 && s.p(k-1).kind != comma {
		return false
	}
	one, two := s.subjectBehind(s.lastOf(i)), s.withBehind(i)
	if len(one) == 0 || len(two) == 0 {
		return false
	}
	return s.met(i, one, two)
}

// toldAt reads "A set out his reasons in a meeting with B in 1975" at the noun, piece i.
func (s *sentence) toldAt(i int) bool {
	k := i - 1
	for s.p(k).has(article|types|on) && !s.p(k).has(its) || s.common(k) || s.p(k).kind == number || s.dash(k) {
		k--
	}
	if !s.p(k).has(in|during) || s.says(k, "following") || s.says(k, "after") {
		return false
	}
	for v := k - 1; v >= 0 && v >= k-reachLeft && s.p(v).kind != stop; v-- {
		p := s.p(v)
		if !p.has(acts|hold|verb) || p.forms&noun != 0 {
			continue
		}
		return s.polarity(v) == happened && s.metAt(i, s.visitorsOf(v))
	}
	if one := s.onlyPerson(k); one >= 0 && s.opensClause(s.beforeArticle(one)+1) {
		return s.metAt(i, s.participants([]int{one})) // by a verb that no list has
	}
	return false
}

// ownMeeting reads "A's meeting with B in May was a success" at the noun, piece i.
func (s *sentence) ownMeeting(i int) bool {
	one := s.possessor(i)
	if len(one) != 1 || !s.anyNamed(i-4, i) || s.mooted(i) || s.undone(i) || s.outlook(i, &journey{}) != happened || s.pluralVisit(i) {
		return false
	}
	return s.metAt(i, one)
}

// afterMeeting reads "After meeting A in Rome, B left" at the verb, piece i.
func (s *sentence) afterMeeting(i int) bool {
	if at := s.actorAt(i + 1); at < 0 || !s.says(i, "meeting") || !s.says(i-1, "after") || i > 1 && s.p(i-2).kind != comma {
		return false
	}
	items := s.listRight(s.actorAt(i+1), isActor)
	one, two := s.subjectBehind(items[len(items)-1]), s.participants(items)
	if len(one) == 0 {
		return false
	}
	return s.met(i, one, two)
}

// metAt makes the fact that someone met those whom "with" behind the noun at piece i names.
func (s *sentence) metAt(i int, one []participant) bool {
	two := s.withBehind(i)
	if len(one) != 1 || len(two) == 0 || s.polarity(i) != happened {
		return false
	}
	return s.met(i, one, two)
}

// met makes the fact that two sides met, told at piece i, and reports whether it was one.
func (s *sentence) met(i int, one, two []participant) bool {
	before := len(s.facts)
	s.meets(i, i, one, two, happened)
	return len(s.facts) > before
}

// lastOf is the last of those whom "with" behind the noun at piece i names.
func (s *sentence) lastOf(i int) int {
	for k := i + 1; k <= i+8; k++ {
		if at := s.actorAt(k + 1); s.p(k).has(with) && at >= 0 {
			all := s.listRight(at, isActor)
			return all[len(all)-1]
		}
	}
	return i
}

// subjectBehind are the people right behind the comma that ends the phrase of piece i.
func (s *sentence) subjectBehind(i int) []participant {
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		if at := s.actorAt(k + 1); s.p(k).kind == comma && at >= 0 {
			return s.participants(s.listRight(at, isActor))
		}
		if p := s.p(k); p.kind == stop || p.has(barrier|verb) {
			return nil
		}
	}
	return nil
}

// mainSubject are the people who are the subject of the first verb before piece i.
func (s *sentence) mainSubject(i int) []participant {
	for v := range i {
		if p := s.p(v); p.has(acts|hold|verb|begin) && p.forms&noun == 0 {
			if who := s.visitorsOf(v); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// agreedSince reports whether "agreed to" or "decided to" stands between pieces i and j.
func (s *sentence) agreedSince(i, j int) bool {
	for ; i < j; i++ {
		if s.says(i, "agreed to") || s.says(i, "decided to") {
			return true
		}
	}
	return false
}

// atSummit reads "At the Moscow Summit in May 1972, A and B signed" and "At their meeting in Rome,
// A and B agreed" at the noun, piece i, of two.
func (s *sentence) atSummit(i int) bool {
	const opening = 6 // pieces before the summit
	if i > opening || !s.p(0).has(in|during) || s.says(0, "after") || s.says(0, "following") || !s.says(i, "summit") && !s.says(i, "meeting") && !s.says(i, "talks") || len(s.withBehind(i)) > 0 {
		return false
	}
	if first := s.p(1); !s.says(i, "summit") && !first.has(its) && !s.says(1, "a") {
		return false // "At the meeting": one that was told of before
	}
	seat := -1
	for k := 1; k < i; k++ {
		p := s.p(k)
		if p.kind == place && cityLike(p.m) {
			seat = k
		} else if p.kind != date && !p.has(article|first) && p.kind != other {
			return false // a body's summit: "the NATO summit"
		}
	}
	both := s.subjectBehind(i)
	if len(both) != 2 || both[0].m == nil || both[1].m == nil || s.same(both[0].Country, both[1].Country) {
		return false
	}
	before := len(s.facts)
	s.meets(i, i, both, nil, happened)
	if len(s.facts) == before {
		return false
	}
	if f := s.facts[before]; seat >= 0 && f.Meeting.Place == "" {
		f.Meeting.Place = s.p(seat).m.Value
		s.evidence(f, seat)
	}
	return true
}

// alsoMet makes the meetings with others, elsewhere, of whom a row tells behind the verb at piece i: "met
// President A in Ramallah and Prime Minister B in Jerusalem".
func (s *sentence) alsoMet(i int, one, two []participant) {
	const most = 6
	for n := 0; n < most && len(one) > 0 && len(two) > 0 && two[len(two)-1].m != nil; n++ {
		k := s.nearestTo(two[len(two)-1].m) + 1
		if at := s.pastArticles(k + 1); s.p(k).has(of) && s.p(at).kind == state {
			k = at + 1 // "President A of Russia in Moscow"
		}
		if k <= i || !s.p(k).has(in) || s.p(k+1).kind != place {
			return
		}
		for k += 2; s.p(k).kind == comma || s.p(k).has(and) && !s.p(k).has(with); k++ {
		}
		j := s.pastArticles(k)
		for s.p(j).kind == role || s.p(j).kind == demonym {
			j++
		}
		if s.p(k-1).kind == place || s.p(j).kind != person || !s.p(j+1).has(in) || s.p(j+2).kind != place {
			return
		}
		two = s.participants([]int{j})
		s.meets(i, j, one, two, s.polarity(i))
	}
}

// metElsewhere reports whether the place of a meeting lies in another country than that which was
// visited: "A, who visited Baghdad in May, met B in Istanbul".
func (s *sentence) metElsewhere(f, v *pipeline.Fact) bool {
	if v.At[0].First < s.at.First || s.at.First < s.row.end {
		return false // of a register, whose row has one date
	}
	for _, m := range f.Evidence {
		if m.Kind == pipeline.Place && m.Value == f.Meeting.Place && cityLike(m) && v.Visit.To != "" && !s.same(s.hostOf(m), v.Visit.To) {
			return true
		}
	}
	return false
}

// ofServant reports whether the date behind a meeting at piece hi tells since when one of those who met has
// served: "met A, who had served in Lima from 2017".
func (s *sentence) ofServant(hi int, when *piece) bool {
	if !strings.HasSuffix(when.m.Value, "/..") {
		return false
	}
	for k := hi + 1; k < s.indexOf(when); k++ {
		if s.p(k).has(who) {
			return true
		}
	}
	return false
}
