package facts

import (
	"chancery/extractors/people"
	"chancery/pipeline/text"
)

// holdersInLine reads those who held a post where one line names them all: "Ambassadors of
// Finland to Estonia: A (1991–1995), B (1998–2001)", "Former ambassadors were A (1991) and
// B (1998)".
func (s *sentence) holdersInLine() bool {
	if !s.some(role) {
		return false
	}
	for i := range s.pieces {
		p := s.p(i)
		if p.kind != role || !diplomatic(p.office.Words) || !ofSeveral(p.office.Words) && (i > 0 || !s.heads(s.at)) {
			continue
		}
		first := s.pastLead(i)
		if first < 0 {
			return false
		}
		held := s.bracketedHolders(first)
		if len(held) == 0 && s.opensClause(i) && !s.anyFormer(p.office) {
			held = s.plainHolders(i+1, first)
		}
		if len(held) == 0 || len(held) == 1 && (!s.isColon(first-1) || !ofSeveral(p.office.Words)) {
			return false
		}
		l := listing{from: s.p(i).country, to: s.postedTo(s.p(i).at), post: s.p(i).office}
		if l.from == "" && l.to == "" {
			l.from, l.to = s.house.Sending, s.house.Receiving
		}
		if l.from == "" && l.to == "" {
			l.from, l.to = s.postBefore() // "A, Ambassador of Malta to Peru, presented ... Previous ambassadors: B (1991)"
		}
		for _, h := range held {
			l.event = h.event
			s.heldPost(&l, h.when, h.who)
		}
		return true
	}
	return false
}

// postBefore is who sends and who receives by the post of which the paragraph told last.
func (s *sentence) postBefore() (from, to string) {
	for n := len(s.facts) - 1; n >= 0 && s.facts[n].At[0].First >= s.begins; n-- {
		if v := s.facts[n].Appointment; v != nil && v.Sending != "" && v.Receiving != "" && diplomatic(v.Person.Role) {
			return v.Sending, v.Receiving
		}
	}
	return "", ""
}

// pastLead is the first name behind the office at piece i, a colon or "were" and where the
// post is; -1 for none.
func (s *sentence) pastLead(i int) int {
	const most = 8
	led := false
	for k := i + 1; k < min(i+most, len(s.pieces)); k++ {
		p := s.p(k)
		switch {
		case p.kind == person:
			if led {
				return k
			}
			return -1
		case s.isColon(k), p.has(be | aux), s.includes(k):
			led = true
		case led && p.kind == stop: // "Honorary Consuls: Lima – A"
		case p.kind != state && p.kind != place && !p.has(of|to|in|article):
			return -1
		}
	}
	return -1
}

// anyFormer reports whether an office is one that its holders have left: "Former Ambassadors".
func (s *sentence) anyFormer(o *people.Office) bool {
	return pastHolders.Has(s.doc.Tokens[o.Tokens.First])
}

var pastHolders = text.NewSet("former", "previous", "past", "ex", "earlier")

func (s *sentence) isSemi(k int) bool { return s.doc.Tokens[s.p(k).at.First].Class == text.Semi }

func (s *sentence) isColon(k int) bool { return s.doc.Tokens[s.p(k).at.First].Class == text.Colon }

// A holding is one of those who held a post, with the time in brackets.
type holding struct {
	who   participant
	when  *piece
	event string // "" for one who merely held it
}

// bracketedHolders are the people from piece k on who each have their time in brackets.
func (s *sentence) bracketedHolders(k int) (all []holding) {
	for k < len(s.pieces) {
		end := s.bracket(k + 1)
		when := s.dateIn(k+1, end)
		if s.p(k).kind != person || s.p(k+1).kind != openSign || when == nil {
			return all
		}
		h := holding{who: s.participants([]int{k})[0], when: when}
		if s.p(k+2).is(appoint, past) {
			h.event = "appointed"
		}
		all = append(all, h)
		for k = end + 1; s.p(k).kind == comma || s.p(k).has(and) || k < len(s.pieces) && s.doc.Tokens[s.p(k).at.First].Class == text.Semi; k++ {
		}
	}
	return all
}

// plainHolders are those whom a list from piece k on names and nothing else, or with the town of each: "A,
// B and C", "Lima – A; Cusco – B". A colon stands between piece i and that.
func (s *sentence) plainHolders(i, k int) (all []holding) {
	for !s.isColon(i) && i < k {
		i++
	}
	if i == k {
		return nil
	}
	for ; k < len(s.pieces); k++ {
		switch p := s.p(k); {
		case p.kind == person:
			all = append(all, holding{who: s.participants([]int{k})[0]})
		case p.kind != comma && p.kind != stop && p.kind != place && !p.has(and) && s.doc.Tokens[p.at.First].Class == text.Word:
			return nil
		}
	}
	return all
}

// bracketedPost reads what brackets behind the name at piece i tell of the post that it
// stands with: "Ambassador: A (appointed: 23.10.2021)", "Ambassador of Malta to Peru A (since
// August 2020; presented his credentials on 10 September 2020)". It reports whether they did.
func (s *sentence) bracketedPost(i int) bool {
	end := s.bracket(i + 1)
	if s.p(i+1).kind != openSign || end <= i+1 || !diplomatic(s.p(i).m.Person.Role) {
		return false
	}
	event, found := "", false
	for k := i + 2; k < end; k++ {
		switch p := s.p(k); {
		case p.has(credentials) && !s.anyOf(copies, k-3, k):
			event = "presented credentials"
		case p.is(appoint, past):
			event = "appointed"
		case p.kind == date && event != "":
			found = s.postDated(i, event, p) || found
		case p.kind == comma, p.kind == stop && !s.isColon(k):
			event = ""
		}
	}
	return found
}

var copies = text.NewSet("copies", "copy")

// postDated makes the fact of what became of the post of the person at piece i at a date.
func (s *sentence) postDated(i int, event string, when *piece) bool {
	f := s.posting(i, s.indexOf(when), event, s.participants([]int{i}), s.labelled(i))
	if f == nil {
		return false
	}
	s.completePost(f)
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	dated(f, when)
	s.keep(f, happened)
	return true
}

// headsMission reads "Ambassador A has headed the Embassy in Oslo since August 2022" at the
// verb, piece i.
func (s *sentence) headsMission(i int) {
	k := i + 1
	for s.p(k).has(article) || s.p(k).kind == demonym || s.p(k).kind == state {
		k++
	}
	who := s.visitorsOf(i)
	if !s.p(k).has(mission) || len(who) != 1 || who[0].m == nil || !diplomatic(who[0].Role) {
		return
	}
	if f := s.posting(i, k, "holds", who, -1); f != nil {
		s.headsNamed(f, k+1)
		s.keepPost(f, i, k)
	}
}

// represents reports whether piece i is "represents", or "is representing" or the like.
func (s *sentence) represents(i int) bool {
	return s.cued(represents) && (s.says(i, "represents") || s.says(i, "representing") && s.p(i-1).has(be) || s.says(i, "represented") && s.p(i-1).has(aux))
}

var standsIn = text.NewSet("represents", "represented", "representing")

// standsFor reads "Ambassador A represents Malta in Oslo", "A has represented Malta in Norway since
// 2020" at the verb, piece i.
func (s *sentence) standsFor(i int) {
	from := s.pastArticles(i + 1)
	at, to := from+1, s.pastArticles(from+2)
	who := s.visitorsOf(i)
	if s.p(from).kind != state || !s.p(at).has(in) || !isGoal(s.p(to)) || len(who) != 1 || who[0].m == nil || !diplomatic(who[0].Role) {
		return
	}
	if f := s.posting(i, to, "holds", who, -1); f != nil {
		f.Appointment.Sending, f.Appointment.Receiving = s.p(from).country, s.hostOf(s.p(to).m)
		s.evidence(f, from, to)
		s.keepPost(f, i, to)
	}
}

var heading = text.NewSet("headed", "heads", "led", "leads")

// holdersLed opens the list of those who held a post, which a sentence with a colon announces: "Since then
// the following Heads of Mission have served in Tokyo:". It reports whether the sentence does.
func (s *sentence) holdersLed() bool {
	if !s.leadsOn() {
		return false
	}
	for i := range s.pieces {
		p := s.p(i)
		if p.kind != role || !diplomatic(p.office.Words) || !ofSeveral(p.office.Words) || s.holder(i) != nil {
			continue
		}
		l := listing{on: true, from: p.country, to: s.postedTo(p.at), post: p.office}
		if l.from == "" && l.to == "" {
			l.from, l.to = s.told.Sending, s.told.Receiving
		}
		if l.from == "" && l.to == "" {
			l.from, l.to = s.house.Sending, s.house.Receiving
		}
		if l.from == "" || l.to == "" {
			return false
		}
		s.list = l
		return true
	}
	return false
}
