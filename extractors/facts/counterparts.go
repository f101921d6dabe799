package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// counterparts are the people of "counterparts from Costa Rica, A, and Ghana, B" at
// piece i.
func (s *sentence) counterparts(i int) []participant {
	if !s.p(i + 1).has(from | of) {
		return nil
	}
	var all []participant
	for k := i + 2; s.p(k).kind == state && s.p(k+2).kind == person; {
		who := s.participant(s.p(k+2), s.p(k+2).m)
		who.Country = s.p(k).country
		all = append(all, who)
		for k += 3; s.p(k).kind == comma || s.p(k).has(and); k++ {
		}
	}
	return all
}

// equalTo gives someone whom the words call a counterpart the office of the one of the
// other side: "Foreign Minister A met with his Norwegian counterpart, B".
func equalTo(p *participant, one, two []participant, side int) {
	if p.Role != "" || p.m == nil || p.m.Rule != "counterpart" {
		return
	}
	other := two
	if side == 1 {
		other = one
	}
	if len(two) == 0 { // "Foreign Minister A and his Norwegian counterpart, B, met"
		other = one[:1]
	}
	if len(other) == 1 && strings.Contains(other[0].Role, "Foreign") { // a President's may be a King
		p.Role = shortRole(other[0].Role, other[0].Country)
		if k := strings.LastIndex(p.Role, " and "); k >= 0 && strings.Contains(p.Role[k:], "Foreign") {
			p.Role = p.Role[k+len(" and "):] // not also a Deputy Prime Minister
		}
		if affairs, _, more := strings.Cut(p.Role, "Foreign Affairs and "); more {
			p.Role = affairs + "Foreign Affairs" // nor of trade
		}
	}
}

// pairBefore are the two, of two countries, of whom the sentence before told, when "the two
// leaders", "both ministers" or "they" are the subject of the verb at piece v; nil for others.
func (s *sentence) pairBefore(v int) []participant {
	k := s.beforeVerb(v)
	p := s.p(k)
	both := s.lastSubject
	if len(both) != 2 {
		both = s.lastPair
	}
	if p.at.Len() == 0 || len(both) != 2 {
		return nil
	}
	stated := s.says(k-1, "two") || s.says(k-1, "both") || s.definite(p)
	if !s.says(k, "they") && !(stated && (p.kind == role && ofSeveral(p.office.Words) && s.holder(k) == nil || inPairs.Has(s.doc.Tokens[p.at.First]))) {
		return nil
	}
	one, two := both[0], both[1]
	if one.m == nil || two.m == nil || one.Country == "" || two.Country == "" || s.same(one.Country, two.Country) {
		return nil
	}
	return slices.Clone(both)
}

// notePair keeps the only two whom the sentence names, of two countries, who are no diplomats.
func (s *sentence) notePair() {
	if !s.some(person) {
		return
	}
	var both [2]*pipeline.Mention
	n := 0
	for i := range s.pieces {
		if p := s.p(i); p.kind == person && p.m.Person.Role != "" && !diplomatic(p.m.Person.Role) {
			if n == len(both) {
				return
			}
			both[n] = p.m
			n++
		}
	}
	if n < len(both) || both[0].Entity == both[1].Entity {
		return
	}
	s.lastPair = nil
	for _, m := range both {
		s.lastPair = append(s.lastPair, asNamed(m))
	}
}

var inPairs = text.NewSet("leaders", "sides", "ministers", "presidents", "officials", "diplomats", "statesmen", "counterparts", "parties", "men", "pair", "heads")

// mergeRoles gives those who met the longer of the offices that two sentences give them, and
// the country that one leaves out.
func mergeRoles(all, more []pipeline.Participant) {
	for i := range all {
		for _, p := range more {
			if p.Entity != "" && p.Entity == all[i].Entity {
				if len(p.Role) > len(all[i].Role) && strings.HasPrefix(p.Role, all[i].Role) {
					all[i].Role = p.Role
				}
				fill(&all[i].Country, p.Country)
			}
		}
	}
}

// longerRoles gives those who met the longer names of the same offices that a text has for those of its
// first line: "Foreign Minister", and "Minister of Foreign Affairs and Trade".
func longerRoles(all, more []pipeline.Participant) {
	for i := range all {
		for _, p := range more {
			if p.Entity != "" && p.Entity == all[i].Entity && len(p.Role) > len(all[i].Role) && sameOffice(p.Role, all[i].Role) {
				all[i].Role = p.Role
			}
		}
	}
}

// titledAs completes who travelled or met with the office that the page gave him last.
func (s *sentence) titledAs(p *pipeline.Participant) {
	as, ok := s.titled[p.Entity]
	if !ok || p.Role != "" || p.Country != "" && as.Country != "" && !s.same(p.Country, as.Country) {
		return
	}
	p.Role = as.Role
	if p.Country == "" {
		p.Country = as.Country
	}
}

// titledBy keeps the office that someone takes or holds, where no name beside it tells more, for
// what he does later: "A became Prime Minister. In May A flew to Moscow".
func (s *sentence) titledBy(p pipeline.Participant, event string, office int) {
	if _, ok := s.titled[p.Entity]; ok || office < 0 || event == "left" || p.Entity == "" || !atHome[s.p(office).office.Code] {
		return
	}
	s.titled[p.Entity] = pipeline.Participant{Role: shortRole(p.Role, p.Country), Country: p.Country}
	s.codes[p.Entity] = s.p(office).office.Code
}

// alone reports whether "her" at piece k is whom something is done to, and not whose something is.
func (s *sentence) alone(k int) bool {
	p := s.p(k + 1)
	return p.has(preps|and) || p.kind == date || p.kind == comma || p.kind == stop || p.kind == role
}

// sameOffice reports whether two roles are one office, a title being shorter: "Foreign Minister"
// and "Minister of Foreign Affairs".
func sameOffice(a, b string) bool {
	foreign := func(role string) bool {
		return strings.Contains(role, "Foreign") && strings.Contains(role, "Minister") && !strings.Contains(role, "Vice") && !strings.Contains(role, "Deputy")
	}
	return a == b || foreign(a) && foreign(b) || strings.HasPrefix(a, b+",")
}

// unlikeHeads takes from those of one side the country that only the page gives them, when
// somebody of the other side heads the same state: two Presidents who meet are not of one.
func unlikeHeads(one, two []participant) {
	for _, sides := range [][2][]participant{{one, two}, {two, one}} {
		for i := range sides[0] {
			p := &sides[0][i]
			if p.countryInferred() && slices.ContainsFunc(sides[1], func(o participant) bool {
				return o.m != nil && o.Country == p.Country && o.m.Person.Office == p.m.Person.Office && !o.countryInferred() && heads[o.m.Person.Office]
			}) {
				p.Country = ""
			}
		}
	}
}

// heads are the codes of offices that one person of a state holds at a time.
var heads = map[string]bool{"head-of-state": true, "head-of-government": true, "monarch": true, "foreign-minister": true, "pope": true}

// themselves are those of some participants who are not named only for whose something or
// someone else is: "met with President A and B's envoys".
func (s *sentence) themselves(all []participant) []participant {
	return slices.DeleteFunc(slices.Clone(all), func(p participant) bool {
		if p.m == nil || p.m.Tokens.First < s.at.First || p.m.Tokens.End >= s.at.End {
			return false
		}
		k := s.indexOf(&piece{at: p.m.Tokens})
		return s.possessed(k) && (s.common(k+1) || s.common(k+2) && s.p(k+1).at.Len() == 1)
	})
}
