package facts

import "chancery/pipeline/text"

// opening is how many pieces before a noun still open the sentence.
const opening = 6

// possessor is whose the noun at piece i is: "A's second", "his"; nil when it is not sure.
func (s *sentence) possessor(i int) []participant {
	k := i - 1
	for s.common(k) || s.p(k).has(first|types) || s.p(k).kind == number || s.doc.Tokens[s.p(k).at.First].Has(text.Possess) && s.p(k).at.Len() == 1 {
		k--
	}
	if s.p(k).kind == person && s.possessed(k) {
		return s.participants([]int{k})
	}
	if !s.says(k, "his") && !s.says(k, "her") {
		return nil
	}
	if one := s.onlyPerson(k); one >= 0 {
		return s.participants([]int{one})
	}
	if next := s.subjectBehind(i); k < opening && !s.anyNamed(0, k) && len(next) > 0 {
		return next // "After his tenure as Secretary, A retired"
	}
	if len(s.lastSubject) == 1 && s.lastSubject[0].m != nil && !s.anyNamed(0, k) {
		return s.lastSubject
	}
	return nil
}

// tenure reads "A's tenure as Secretary (1841–1843)" and "his term as Minister ended in 1833" at
// the noun, piece i.
func (s *sentence) tenure(i int) {
	who, office := s.possessor(i), s.officeBehind(i, 4)
	if office < 0 || len(who) != 1 {
		return
	}
	event := "holds"
	if s.anyOf(endings, office+1, office+2) || s.anyOf(completing, i-4, i) {
		event = "left"
	}
	s.postAside(i, event, who, office)
}

// anyOf reports whether one of the pieces from i up to j is a word of a set.
func (s *sentence) anyOf(words text.Set, i, j int) bool {
	for ; i < j; i++ {
		if p := s.p(i); p.at.Len() == 1 && words.Has(s.doc.Tokens[p.at.First]) {
			return true
		}
	}
	return false
}

// What terms do that are over, and what is done to end one.
var (
	endings    = text.NewSet("ended", "concluded", "expired")
	completing = text.NewSet("completing", "completed", "ending", "finishing", "concluding", "leaving")
)

// appointmentAs reads "A's appointment as Secretary" and "received an appointment as Consul in
// 1791" at the noun, piece i.
func (s *sentence) appointmentAs(i int) {
	office := s.officeBehind(i+1, 3)
	if office < 0 {
		return
	}
	k := i - 1
	for s.p(k).has(article) || s.common(k) && !received.Has(s.doc.Tokens[s.p(k).at.First]) {
		k--
	}
	if next := s.p(office + 1); (next.kind == other || next.kind == role) && s.doc.Tokens[next.at.First].Capital() {
		return // "an appointment as President Judge"
	}
	if s.anyOf(received, k, k+1) && s.polarity(k) == happened {
		s.post(i, "appointed", s.visitorsOf(k), office)
		return
	}
	s.postAside(i, "appointed", s.possessor(i), office)
}

// received are what one does with an appointment that one takes.
var received = text.NewSet("received", "accepted", "gained", "won", "secured", "obtained", "gain")

// resignation reads "the resignation of Prime Minister A in January 1957" and "A's resignation as
// Chief of Staff" at the noun, piece i.
func (s *sentence) resignation(i int) {
	if s.anyOf(demands, i-5, i) || s.p(i-1).has(modal) || s.p(i-2).has(modal) {
		return // "called for the resignation of A"
	}
	if !s.p(i + 1).has(of) {
		if s.p(i + 1).has(as) {
			s.postAside(i, "left", s.possessor(i), s.officeBehind(i+1, 3))
		}
		return
	}
	who := s.actorsNamed(i + 2)
	if len(who) == 1 && who[0].m != nil && who[0].m.Person.Role != "" {
		s.postAside(i, "left", who, -1)
	}
}

// demands are what is done about a resignation that has not been.
var demands = text.NewSet("demanded", "demanding", "sought", "seeking", "urged", "request", "rejected", "refused", "forcing", "threatened", "demand", "demands", "calls", "call", "rumours", "rumors", "possible", "prospect", "prevent")

// postAside makes the fact of a post that a noun at piece i tells of beside other things, whose
// dates are not its own: only the one right behind is.
func (s *sentence) postAside(i int, event string, who []participant, office int) {
	if len(who) != 1 || who[0].m == nil {
		return
	}
	hi := max(i, office)
	if office < 0 {
		hi = s.nearestTo(who[0].m)
	}
	f := s.posting(min(i, hi), hi, event, who, office)
	if f == nil {
		return
	}
	s.completePost(f)
	s.sentBefore(f)
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	d := hi + 1
	for s.p(d).has(in|on) || s.p(d).kind == openSign || event == "left" && s.anyOf(endings, d, d+1) {
		d++
	}
	if s.p(d).kind == date {
		dated(f, s.p(d))
	}
	s.keep(f, s.polarity(i))
}
