package facts

import (
	"strings"

	"chancery/extractors/gazetteer"
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
		return []participant{{Participant: pipeline.Participant{Role: one, Country: s.frame.A}}, {Participant: pipeline.Participant{Role: one, Country: s.frame.B}}}
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
	head, _, _ := strings.Cut(words, " of ")
	for _, w := range []string{"inisters", "residents", "ecretaries", "mbassadors", "hancellors", "Kings", "Queens", "peakers"} {
		stem, ok := strings.CutSuffix(head, w)
		if !ok {
			continue
		}
		one := strings.TrimSuffix(w, "s")
		if strings.HasSuffix(one, "ie") {
			one = strings.TrimSuffix(one, "ie") + "y"
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
