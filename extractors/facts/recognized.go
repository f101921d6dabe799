package facts

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// objectBehind is what is recognized behind piece i: a country, its independence
// or its government, and nothing else, such as the importance of something.
func (s *sentence) objectBehind(i, reach int) []int {
	if s.says(i+1, "it") {
		return s.meant(i)
	}
	for j := i + 1; j < len(s.pieces) && j <= i+reach; j++ {
		p := s.p(j)
		switch {
		case isState(p):
			if (p.kind == demonym || s.possessed(j)) && !s.objectNoun(j) {
				return nil
			}
			return s.listRight(j, isState)
		case p.has(be) && s.p(j+1).has(grant), p.has(grant) && s.p(j-1).has(be): // "recognition was extended to A"
		case p.has(independence | government | of | to | article | and | normal), p.has(in) && s.p(j-1).has(government), p.is(resume, noun|past), p.kind == other && p.senses == 0 && !s.lowerNoun(j), p.kind == body:
		default:
			return nil
		}
	}
	return nil
}

// meant is the country that "it" behind the verb at piece i means: the one that the clause
// before says became something, "Malta became independent of Great Britain", or to which
// another granted something; else the one named last.
func (s *sentence) meant(i int) []int {
	subject, last, granted := s.subject(i, isState), -1, false
	for k := range max(subject, 0) {
		granted = granted || s.p(k).has(grant)
		if !isState(s.p(k)) || s.p(k).country == s.p(subject).country {
			continue
		}
		last = k
		if granted || s.becomes(k, subject) {
			break
		}
	}
	if last < 0 {
		return nil
	}
	return []int{last}
}

// becomes reports whether the country at piece i is one that its clause, which ends before
// piece end, says gained or declared something.
func (s *sentence) becomes(i, end int) bool {
	if b := s.beforeArticle(i); b >= 0 && s.p(b).has(of|to|from|with|in|by) {
		return false
	}
	for k := i + 1; k < min(end, i+4); k++ {
		if p := s.p(k); p.kind == comma || isState(p) {
			return false
		} else if p.at.Len() > 0 && becoming.Has(s.doc.Tokens[p.at.First]) {
			return true
		}
	}
	return false
}

// becoming are the verbs of what a country does that comes to be or to an end.
var becoming = text.NewSet("became", "gained", "achieved", "attained", "obtained", "won", "declared", "proclaimed", "seceded", "separated", "broke", "ended", "regained", "restored", "emerged", "left", "withdrew", "was", "had")

// objectNoun reports whether independence or a government follows the adjective
// at piece j: "Algerian independence", not "Algerian participation".
func (s *sentence) objectNoun(j int) bool {
	for k := j + 1; k <= j+4; k++ {
		if p := s.p(k); p.has(independence | government) {
			return true
		} else if p.kind != other && !p.has(article|and) && p.kind != demonym {
			return false
		}
	}
	return false
}

// lowerNoun reports whether piece j is a small word that makes what is
// recognized something else: "recognized the importance of Kazakhstan".
func (s *sentence) lowerNoun(j int) bool {
	t := s.doc.Tokens[s.p(j).at.First]
	return t.Class == text.Word && !t.Capital() && s.p(j+1).has(of)
}

// seat reports whether piece k is a capital, which stands for its government: "cut
// ties with Taipei".
func (s *sentence) seat(k int) bool {
	p := s.p(k)
	if p.kind != place || p.m.Place == nil || p.m.Place.Kind != "city" || s.possessed(k) {
		return false
	}
	c, ok := gazetteer.CountryOf(p.m.Place.Country)
	return slices.ContainsFunc(gazetteer.Find(p.m.Value), func(e gazetteer.Entry) bool {
		return e.Capital && e.Country == p.m.Place.Country && (!ok || strings.HasPrefix(c.Capital, p.m.Value) || strings.HasPrefix(p.m.Value, c.Capital)) // but not Hamburg
	})
}
