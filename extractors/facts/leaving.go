package facts

import (
	"strings"

	"chancery/pipeline/text"
)

// leaving reads "X left post on 5 May", "X was recalled".
func (s *sentence) leaving(i int) {
	if s.p(i).forms&noun != 0 {
		s.resignation(i)
		return
	}
	if termNouns.Has(s.doc.Tokens[s.p(i).at.First]) {
		s.post(i, "left", s.possessor(i), -1) // "his term ended on 6 June"
		return
	}
	if passive := s.p(s.beforeAux(i)).has(be); !passive && removals.Has(s.doc.Tokens[s.p(i).at.First]) {
		if who := s.removed(i); who != nil {
			s.post(i, "left", who, -1)
		}
		return
	}
	if s.says(i, "recalled") && s.p(i+1).has(to) && s.anyOf(services, i+2, i+6) {
		return // "was recalled to government service"
	}
	if s.anyOf(selves, i+1, i+2) || s.leavesOther(i) {
		return // "resigned herself to delay"
	}
	if s.p(s.beforeVerb(i)).has(pronoun) && s.onlyPerson(i) < 0 && s.anyNamed(0, i) {
		return // "When A was elected, President B recommended it, days before he left office"
	}
	if o := s.servedPost(i); o != nil && s.hangs(i) && s.polarity(i) == happened {
		f := s.toldPostAgain(o, "left", i)
		dated(f, s.when(i, i, false))
		s.keep(f, happened)
		return
	}
	s.post(i, "left", s.visitorsOf(i), s.officeBehind(i, 3))
}

// leavesOther reports whether "from" behind the verb at piece i leads to something else
// than a post: "resigned from the party".
func (s *sentence) leavesOther(i int) bool {
	if !s.says(i, "resigned") || !s.p(i+1).has(from) {
		return false
	}
	for k := i + 2; k <= i+5; k++ {
		if p := s.p(k); vacated.Has(s.doc.Tokens[p.at.First]) || p.kind == role {
			return false
		}
	}
	return true
}

// services are what one is recalled to who had left it.
var services = text.NewSet("service", "duty", "office", "power")

// vacated are what is left when it is a post.
var vacated = text.NewSet("office", "post", "position", "presidency", "premiership", "ministry", "cabinet", "government", "department")

// oneOfMany reports whether the words before the office at piece k show that it is
// no post: "an increasingly influential adviser", "the leader of the party".
func (s *sentence) oneOfMany(k int) bool {
	if c := s.p(k).office.Code; c == "leader" {
		return true
	}
	for j := k - 1; j >= k-4 && !s.p(j).has(verb|acts); j-- {
		if s.says(j, "a") || s.says(j, "an") {
			return !diplomatic(s.p(k).office.Words)
		}
	}
	return false
}

// outOfOffice reports whether the sentence says before piece i that who acts holds no office
// any more: "After leaving office he visited Japan".
func (s *sentence) outOfOffice(i int) bool {
	for k := range min(i, 8) {
		if s.says(k, "after") && (s.says(k+1, "leaving office") || s.anyOf(retirements, k+1, k+3)) {
			return true
		}
	}
	return false
}

var (
	retirements = text.NewSet("retirement", "retiring", "resignation", "presidency")
	selves      = text.NewSet("himself", "herself")
)

// byCalling reports whether a person without an office is told by what he does: "the
// marathon runner A".
func (s *sentence) byCalling(p participant) bool {
	if p.m == nil || p.Role != "" || p.m.Tokens.First <= s.at.First {
		return false
	}
	k := s.indexOf(&piece{at: p.m.Tokens})
	return s.common(k-1) && (s.says(k-2, "the") || s.common(k-2) || s.p(k-2).kind == demonym)
}

// appointsAs is the country that "it" means before the verb of naming at piece i: the subject
// of the clause that "when" ends, "A recognized B when it appointed C".
func (s *sentence) appointsAs(i int) string {
	if !s.says(i-1, "it") || !s.says(i-2, "when") {
		return ""
	}
	for v := i - 3; v >= 0; v-- {
		if p := s.p(v); p.has(acts) && p.forms&past != 0 {
			if k := s.subject(v, isState); k >= 0 {
				return s.p(k).country
			}
			return ""
		}
	}
	return ""
}

// labelled is the office that a dash or colon joins to the person at piece i,
// when nothing else stands between and the sentence ends behind the name; -1 for
// none.
func (s *sentence) labelled(i int) int {
	at := i - 1
	if s.doc.Tokens[s.p(at).at.First].Class == text.Dot {
		at--
	}
	if s.doc.Tokens[s.p(at).at.First].Is(keyAmb) {
		at-- // "High Commissioner: H.E. Amb. A"
	} else {
		at = i - 1
	}
	if at < 1 || s.p(at-1).kind != role || s.p(at-1).office.Code == "foreign-minister" && ofSeveral(s.p(at-1).office.Words) || plural(s.doc.Word(s.p(at-1).at.First)) {
		return -1 // "three ambassadors: A, B and C"
	}
	if sign := s.doc.Tokens[s.p(at).at.First].Class; sign != text.Dash && sign != text.Colon {
		return -1
	}
	if m := s.holder(at - 1); m != nil && m != s.p(i).m {
		return -1 // "Guardians of A, King of the Islands: B, the Queen Regent"
	}
	end := s.p(i).at.End
	if end < s.at.End && s.doc.Tokens[end].Class == text.Word {
		return -1
	}
	return at - 1
}

var keyAmb = text.KeyOf("amb")

// honorary reports whether the office at piece k is that of an ambassador by name only:
// "Goodwill Ambassador", "Ambassador for Peace".
func (s *sentence) honorary(k int) bool {
	p := s.p(k)
	if strings.Contains(p.office.Words, "Ambassador for ") {
		return true
	}
	return p.at.First > 0 && namesakes.Has(s.doc.Tokens[p.at.First-1]) && strings.Contains(p.office.Words, "mbassador")
}

var namesakes = text.NewSet("goodwill", "brand", "tourism", "peace", "youth", "cultural")

// inCompany reports whether the office at piece k is one of a company: "chairman of Siemens".
func (s *sentence) inCompany(k int) bool {
	at := s.p(k).at
	for n := s.mentionFrom(at.First); n < len(s.mentions) && s.mentions[n].Tokens.First < at.End+2; n++ {
		if o := s.mentions[n].Organization; o != nil && o.Kind == "company" {
			return true
		}
	}
	return false
}

// nameFirst reports whether the diplomat's office at piece i says who the name is that begins the line
// before a dash: "A – Ambassador of Peru to Kenya".
func (s *sentence) nameFirst(i int) bool {
	p, name := s.p(i), s.p(i-2)
	if i < 2 || s.p(i-1).kind != stop || name.kind != person || !diplomatic(p.office.Words) || ofSeveral(p.office.Words) || s.holder(i) != name.m || s.honorary(i) {
		return false
	}
	return i == 2 && s.doc.Tokens[s.p(1).at.First].Class == text.Dash && s.doc.Tokens[s.at.First].Has(text.LineStart)
}
