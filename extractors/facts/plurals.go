package facts

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/extractors/people"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// several are those who hold one office in each of several countries, named by it
// only: "the Prime Ministers of Estonia, Latvia and Lithuania"; nil when the office
// at piece i is of one, or names follow.
func (s *sentence) several(i int) []participant {
	p := s.p(i)
	one, ok := singularOffice(p.office.Words)
	if !ok || s.holder(i) != nil {
		return nil
	}
	if s.ofBoth(i) {
		if both := s.onlyPair(p.office.Code); both != nil {
			return both
		}
		return []participant{{Participant: pipeline.Participant{Role: one, Country: s.frame.A}}, {Participant: pipeline.Participant{Role: one, Country: s.frame.B}}}
	}
	if len(p.office.Others) > 0 && p.country != "" && !s.named(p.at.End) {
		var all []participant
		for _, c := range append([]string{p.country}, p.office.Others...) {
			all = append(all, participant{Participant: pipeline.Participant{Role: one, Country: c}})
		}
		return all
	}
	j := p.at.First
	for j < p.at.End+1 && j < s.at.End && !s.doc.Tokens[j].Is(keyOf) {
		j++
	}
	codes, end := s.countryList(j + 1)
	if len(codes) < 2 || s.named(end) {
		return nil
	}
	var all []participant
	for _, c := range codes {
		all = append(all, participant{Participant: pipeline.Participant{Role: one, Country: c}})
	}
	return all
}

// countryList are the countries of "Estonia, Latvia and the Netherlands" from token
// j, and the token behind; nil when no "and" joins the last.
func (s *sentence) countryList(j int) (codes []string, end int) {
	for last := false; ; {
		for j < s.at.End && s.doc.Tokens[j].Is(keyThe) {
			j++
		}
		code, n := s.countryAt(j)
		if n == 0 {
			return nil, j
		}
		codes, j = append(codes, code), j+n
		if last || j >= s.at.End {
			break
		}
		if s.doc.Tokens[j].Class == text.Comma {
			j++
		}
		if j < s.at.End && s.doc.Tokens[j].Is(keyAnd) {
			last = true
			j++
		}
	}
	if j < len(s.doc.Tokens) && s.doc.Tokens[j].Has(text.Possess) {
		return nil, j
	}
	return codes, j
}

// countryAt is the country whose name begins at token j, and its length in tokens.
func (s *sentence) countryAt(j int) (string, int) {
	if j >= s.at.End {
		return "", 0
	}
	entries, n := gazetteer.Lookup(s.doc.Tokens, j, s.at.End)
	for _, e := range entries {
		if e.Kind == "country" || e.Kind == "former" {
			return e.Country, n
		}
	}
	return "", 0
}

// named reports whether a comma at token j leads to a person.
func (s *sentence) named(j int) bool {
	for k := range s.pieces {
		if p := s.p(k); p.at.First >= j {
			return p.kind == comma && s.p(k+1).kind == person || p.kind == person
		}
	}
	return false
}

// singularOffice is an office in the plural, without its country, as each of its
// holders has it: "Prime Minister" of "Prime Ministers of Estonia".
func singularOffice(words string) (string, bool) {
	head, rest, _ := strings.Cut(words, " of ")
	for _, w := range []string{"inisters", "residents", "ecretaries", "mbassadors", "hancellors", "Kings", "Queens", "peakers", "enators", "overnors", "remiers"} {
		stem, ok := strings.CutSuffix(head, w)
		if !ok {
			continue
		}
		one := strings.TrimSuffix(w, "s")
		if strings.HasSuffix(one, "ie") {
			one = strings.TrimSuffix(one, "ie") + "y"
		}
		if portfolio, _, _ := strings.Cut(rest, " of "); w == "inisters" && strings.HasPrefix(strings.ToLower(portfolio), "foreign ") {
			return stem + one + " of " + portfolio, true
		}
		return stem + one, true
	}
	return "", false
}

// ofBoth reports whether the office in the plural at piece i is that of the two countries of
// the page: "the two Presidents", "the Foreign Ministers of both countries".
func (s *sentence) ofBoth(i int) bool {
	if s.frame.A == "" || s.frame.B == "" || s.p(i).country != "" || s.p(i+1).kind == person {
		return false
	}
	return s.says(i-1, "two") || s.p(i-1).has(both) || s.says(i-1, "both") || s.p(i+1).has(of) && s.p(s.pastArticles(i+2)).has(both)
}

// envoysOf are those of "the ambassadors of Finland, A, and of Timor-Leste, B" at the office,
// piece k.
func (s *sentence) envoysOf(k int) (all []participant) {
	p := s.p(k)
	if p.kind != role || p.country == "" || !ofSeveral(p.office.Words) {
		return nil
	}
	one := postOf(shortRole(p.office.Words, p.country))
	country := p.country
	for k++; s.p(k).kind == comma && s.p(k+1).kind == person; {
		who := s.participant(s.p(k+1), s.p(k+1).m)
		who.Role, who.Country = one, country
		all = append(all, who)
		for k += 2; s.p(k).kind == comma || s.p(k).has(and|article); k++ {
		}
		if !s.p(k).has(of | to) {
			return all
		}
		at := s.pastArticles(k + 1)
		if s.p(at).kind != state {
			return all
		}
		country, k = s.p(at).country, at+1
	}
	return all
}

// manyUnnamed reports whether a participant stands for several of whom nothing is told:
// "receives outgoing ambassadors".
func manyUnnamed(p pipeline.Participant) bool {
	return p.Person == "" && p.Country == "" && ofSeveral(p.Role)
}

// bracketedEach are those who hold the office in the plural at piece i, each named in brackets behind
// his country: "the Prime Ministers of Denmark (A), Norway (B) and Finland (C)".
func (s *sentence) bracketedEach(i int) (all []participant) {
	one, ok := singularOffice(s.p(i).office.Words)
	if !ok || s.p(i+1).kind != openSign {
		return nil
	}
	all, _ = s.perState(i)
	for n := range all {
		all[n].Role = one
	}
	return all
}

// junior reports whether piece k is a name that ends with "Jr." or the like.
func (s *sentence) junior(k int) bool {
	p := s.p(k)
	if p.kind != person || p.at.Len() < 3 {
		return false
	}
	last := p.at.End - 1
	if s.doc.Tokens[last].Class == text.Dot {
		last--
	}
	return juniors.Has(s.doc.Tokens[last])
}

var juniors = text.NewSet("jr", "sr", "ii", "iii", "iv")

// spouse is the title of whom "Prince and Princess A" names beside the one whom the people of the page
// name so; nil for any other name.
func (s *sentence) spouse(m *pipeline.Mention) *people.Office {
	if m == nil || m.Person == nil || m.Person.RoleTokens.Len() == 0 {
		return nil
	}
	k, and := s.officeFrom(m.Person.RoleTokens.First)-1, m.Person.RoleTokens.First-1
	if k < 0 || !s.doc.Tokens[and].Is(keyAnd) || s.offices[k].Tokens.End != and || spouses[strings.ToLower(s.offices[k].Words)] != strings.ToLower(m.Person.Role) {
		return nil
	}
	return &s.offices[k]
}

// spouses are the titles of royal pairs.
var spouses = map[string]string{
	"prince": "princess", "crown prince": "crown princess", "king": "queen", "emperor": "empress", "duke": "duchess", "grand duke": "grand duchess", "sultan": "sultana",
}
