package facts

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A held is where and when a session was of which the paragraph tells.
type held struct {
	where, when *pipeline.Mention
	end         int // token behind the sentence
}

// chaired reads "the session was held in Rome, chaired by A and B", "... at the level of
// Deputy Ministers A and B" and "headed by A on the Kenyan side and B on the Peruvian side"
// at the words before the first name, piece i, when both sides are named.
func (s *sentence) chaired(i int) {
	heads := s.bothHeads(i)
	if len(heads) != 2 {
		return
	}
	before := len(s.facts)
	if s.meets(i, i, heads, nil, s.polarity(i)); len(s.facts) > before {
		s.heldBefore(i)
		s.heldEarlier()
	}
}

// bothHeads are the two who head the sides of a session behind piece i; nil when they are
// not told to be of different countries.
func (s *sentence) bothHeads(i int) []participant {
	heads := s.actorsBehind(i+1, 3)
	if len(heads) == 1 {
		k := s.actorAt(i + 1)
		for k >= 0 && !s.p(k).has(and) && s.p(k).kind != comma && s.p(k).kind != stop || s.p(k+1).kind == role && s.holder(k+1) != nil && s.holder(k+1) == heads[0].m {
			if k++; k > i+reachLeft {
				return nil
			}
		}
		for s.p(k).has(and|by|on|article|be) || s.p(k).kind == comma || isState(s.p(k)) || s.p(k).is(travel, noun) || s.leads(k) || s.says(k, "side") || s.says(k, "one") || s.says(k, "while") {
			k++
		}
		heads = append(heads, s.actorsBehind(k, 1)...)
	}
	if len(heads) != 2 || heads[0].Entity != "" && heads[0].Entity == heads[1].Entity {
		return nil
	}
	s.otherSide(heads[:1], heads[1:])
	if heads[0].Country == "" || heads[1].Country == "" || s.same(heads[0].Country, heads[1].Country) {
		return nil
	}
	return heads
}

// headsWithin reads "took place in Rome (heads of delegations: A and B)" and "(A – B)" at the
// bracket, piece i, when it names the two and nothing else.
func (s *sentence) headsWithin(i int) {
	var items []int
	for k := i + 1; k < s.bracket(i); k++ {
		switch p := s.p(k); {
		case p.kind == person:
			items = append(items, k)
		case p.kind == role, p.kind == demonym, p.kind == state, p.kind == comma, s.sign(k), p.has(and | of | article | travel), p.kind == other && headings.Has(s.doc.Tokens[p.at.First]):
		default:
			return
		}
	}
	if len(items) != 2 {
		return
	}
	heads := s.participants(items)
	if len(heads) != 2 {
		return
	}
	s.otherSide(heads[:1], heads[1:])
	if heads[0].Country == "" || heads[1].Country == "" || s.same(heads[0].Country, heads[1].Country) {
		return
	}
	before := len(s.facts)
	if s.meets(i, i, heads, nil, happened); len(s.facts) > before {
		s.heldBefore(i)
	}
}

// headings introduce those who head the sides of a session.
var headings = text.NewSet("heads", "co-chairs", "cochairs", "chairs", "headed", "led")

// otherSide gives those of one side of a meeting whose country is not known, and who hold
// an office of a state, the country that the page tells of besides that of the other side.
func (s *sentence) otherSide(one, two []participant) {
	for _, sides := range [][2][]participant{{one, two}, {two, one}} {
		c := ""
		for _, p := range sides[1] {
			if p.Country == "" || c != "" && c != p.Country {
				c = ""
				break
			}
			c = p.Country
		}
		if c = s.counterpart(c); c == "" {
			continue
		}
		for i := range sides[0] {
			if p := &sides[0][i]; p.Country == "" && p.m == nil && p.code != "" && ofState[p.code] {
				p.Country = c // "our President", "the Prime Minister"
			} else if p.Country == "" && p.m != nil && (p.m.Rule == "counterpart" || s.excellency(p.m) || ofState[p.m.Person.Office] && (p.m.Person.Organization == "" || p.m.Person.Office == "speaker" || strings.HasSuffix(p.m.Person.Office, "minister"))) {
				p.Country = c
			}
		}
	}
}

// excellency reports whether "H.E." stands before a name without an office: someone who holds one.
func (s *sentence) excellency(m *pipeline.Mention) bool {
	const furthest = 8 // tokens of "H.E. Mr. "
	if m.Person == nil || m.Person.Role != "" {
		return false
	}
	for i := m.Tokens.First - 1; i >= s.at.First && i >= m.Tokens.First-furthest; i-- {
		switch t := s.doc.Tokens[i]; {
		case t.Is(keyE) && i > 1 && s.doc.Tokens[i-2].Is(keyH):
			return true
		case t.Class != text.Dot && !forms.Has(t):
			return t.Class == text.Word && t.Has(text.Upper) && strings.EqualFold(s.doc.Word(i), "he")
		}
	}
	return false
}

var (
	keyE = text.KeyOf("e")
	keyH = text.KeyOf("h")
)

// ofState are the codes of offices that states have, and not bodies of several.
var ofState = map[string]bool{
	"head-of-state": true, "head-of-government": true, "deputy-head-of-government": true, "foreign-minister": true, "deputy-foreign-minister": true,
	"defence-minister": true, "interior-minister": true, "finance-minister": true, "minister": true, "deputy-minister": true, "monarch": true,
	"crown-prince": true, "speaker": true, "party-leader": true, "military": true, "leader": true,
}

// held reports whether the sentence tells, before piece i, of a session or meeting that was
// held.
func (s *sentence) held(i int) bool {
	if s.lastHeld.end == s.at.First && (s.p(s.beforeVerb(i)).is(travel, noun) || s.says(s.beforeVerb(i), "side") || s.p(s.beforeVerb(i)).has(both)) {
		return true // "The Kenyan delegation was headed by A, the Peruvian one by B"
	}
	for k := range i {
		if s.p(k).is(hold, past) && s.p(k-1).has(be) || s.occurs(k) {
			return true
		}
	}
	return false
}

// talksBefore reports whether the line, which is no sentence, names talks before piece i: "12 March –
// consultations in Sofia, led by".
func (s *sentence) talksBefore(i int) bool {
	talks := false
	for k := range i {
		if p := s.p(k); p.has(verb|be) || p.has(acts|hold) && p.forms&past != 0 {
			return false
		}
		talks = talks || s.p(k).is(meeting, noun)
	}
	return talks && s.heads(s.at) || talks && s.p(0).kind == date
}

// heldBefore takes the place of "was held in Rome, chaired by" for the meeting that was
// just made of the verb at piece i.
func (s *sentence) heldBefore(i int) {
	f := s.facts[len(s.facts)-1]
	if f.Meeting == nil || f.Meeting.Place != "" {
		return
	}
	for k := i - 1; k > 0 && k >= i-reachLeft; k-- {
		if s.p(k).kind == place && s.p(k-1).has(in) {
			f.Meeting.Place = s.p(k).m.Value
			s.evidence(f, k)
			return
		}
		if s.p(k).kind == stop || s.p(k).has(barrier) {
			return
		}
	}
}

// heldEarlier takes place and date for the meeting that was just made from the sentence
// before, which tells that the session was held.
func (s *sentence) heldEarlier() {
	f := s.facts[len(s.facts)-1]
	if f.Meeting == nil || f.Date != nil || f.Meeting.Place != "" || s.lastHeld.end != s.at.First {
		return
	}
	if m := s.lastHeld.when; m != nil {
		f.Date = m.Date
		f.Evidence = append(f.Evidence, m)
		inferred(f, "date")
	}
	if m := s.lastHeld.where; m != nil {
		f.Meeting.Place = m.Value
		f.Evidence = append(f.Evidence, m)
		inferred(f, "place")
	}
}

// noteHeld keeps where and when the session of a sentence was held.
func (s *sentence) noteHeld() {
	s.lastHeld = held{}
	if s.senses&hold == 0 && !s.cued(takesPlace) {
		return
	}
	v := -1
	for k := range s.pieces {
		if s.p(k).is(hold, past) && s.p(k-1).has(be) || s.occurs(k) {
			v = k
			break
		}
	}
	if v < 0 || s.polarity(v) != happened {
		return
	}
	h := held{end: s.at.End}
	if d := s.when(v, v, false); d != nil {
		h.when = d.m
	}
	for k := 1; k < len(s.pieces); k++ {
		if p := s.p(k); p.kind == place && cityLike(p.m) && s.p(k-1).has(in) {
			h.where = p.m
			break
		}
	}
	s.lastHeld = h
}

// during reports whether the sentence says that it tells of the visit: "during
// that visit", or it has the visit itself.
func (s *sentence) during(f, v *pipeline.Fact) bool {
	if v.At[0].First >= s.at.First || s.at.First < s.row.end || s.p(0).has(meet) && s.sameLine(v) {
		return true
	}
	for k := range min(8, len(s.pieces)) { // "he met with ...", "on the margins of the visit"
		if s.p(k).has(pronoun) {
			return takesPart(f, v)
		}
	}
	for k := range s.pieces {
		if s.p(k).is(visit, noun) && s.opens(k) {
			return true
		}
	}
	return false
}
