package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// standing reads "A and B have had diplomatic relations since 1826": they were
// established then.
func (s *sentence) standing(i int) {
	v := s.actBefore(i, exist)
	if v < 0 || s.polarity(v) != happened {
		return
	}
	k := s.sinceWhen(i)
	if k < 0 {
		return
	}
	subjects, objects := s.relationParties(act{v, active}, i)
	f := s.fact("relations.established", "relations", v, k)
	f.Relation = &pipeline.RelationValue{Kind: "diplomatic", Parties: append(s.countries(subjects), s.countries(objects)...)}
	s.evidence(f, append(subjects, objects...)...)
	if s.complete(f) {
		dated(f, s.p(k))
		f.Date = f.Date.Begun()
		s.keep(f, happened)
	}
}

// sinceWhen is the date of "since 1826", or of "since Malawi gained independence on
// 6 July 1964", behind piece i; -1 for none.
func (s *sentence) sinceWhen(i int) int {
	independent := false // "since" and independence stand between
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		p := s.p(k)
		switch {
		case p.kind == date && p.m.Date != nil && (p.m.Date.Qualifier == "since" && k <= i+8 || independent):
			return k
		case s.says(k, "since") && s.independent(k):
			independent = true
		case p.kind == stop, p.kind == date, !independent && (p.has(acts|verb|be) || p.has(barrier) && !p.has(from)):
			return -1
		}
	}
	return -1
}

// independent reports whether the clause behind piece i tells of independence.
func (s *sentence) independent(i int) bool {
	for k := i + 1; k <= i+6 && s.p(k).kind != stop && s.p(k).kind != date; k++ {
		if s.p(k).has(independence) {
			return true
		}
	}
	return false
}

// anew reads "They were severed in 2001 and restored in 2004": the relations whose
// beginning or end was told of last.
func (s *sentence) anew(i int) {
	k := i - 1
	for k > 0 && (s.p(k).has(be|aux) || s.adverb(k)) {
		k--
	}
	if !s.says(k, "they") {
		return
	}
	for n := len(s.facts) - 1; n >= 0 && n >= len(s.facts)-3; n-- {
		last := s.facts[n]
		if last.Relation == nil || last.Class == "relations.recognized" {
			continue
		}
		for a, ok := (act{i, passive}), true; ok; a, ok = s.nextAct(a, resume|sever) {
			s.turn(a.i, last.Relation)
		}
		return
	}
}

// turn makes the fact of the verb at piece i upon relations told of before.
func (s *sentence) turn(i int, of *pipeline.RelationValue) {
	when := s.when(i, i, false)
	if when == nil || s.polarity(i) != happened {
		return
	}
	class := "relations.resumed"
	switch {
	case s.p(i).has(sever):
		class = "relations.severed"
	case s.p(i).has(establish) && !s.p(i).has(resume):
		class = "relations.established"
	}
	f := s.fact(class, "relations", i, i)
	f.Relation = &pipeline.RelationValue{Kind: of.Kind, Parties: slices.Clone(of.Parties)}
	f.Strength = pipeline.Likely
	inferred(f, "parties")
	dated(f, when)
	s.keep(f, happened)
}

// successor is the state that followed the one at piece k: "with the Ottoman Empire's
// successor state, Turkey"; -1 for none.
func (s *sentence) successor(k int) int {
	if !isState(s.p(k)) || !s.possessed(k) {
		return -1
	}
	seen := false
	for j := k + 1; j <= k+5; j++ {
		switch p := s.p(j); {
		case s.says(j, "successor"):
			seen = true
		case seen && p.kind == state:
			return j
		case p.kind == stop, p.has(acts | verb):
			return -1
		}
	}
	return -1
}

// withOthers reports whether the relations at piece i are with those who belong to a
// country and not with it: "with the allies of North Korea".
func (s *sentence) withOthers(i int) bool {
	if !s.p(i + 1).has(with) {
		return false
	}
	for k := i + 2; k <= i+6; k++ {
		p := s.p(k)
		if p.kind == other && !p.has(government|article|of|and) && s.doc.Tokens[p.at.First].Has(text.Lower) && s.p(k+1).has(of) {
			return true
		}
		if isState(p) || p.kind == stop {
			return false
		}
	}
	return false
}

// anewAt reports whether "again" stands beside the act at piece i.
func (s *sentence) anewAt(i int) bool { return s.says(i-1, "again") || s.says(i+1, "again") }

// withElsewhere reports whether the relations at piece i are with a place that lies in
// neither of the countries of the page: "consular relations with Hamburg".
func (s *sentence) withElsewhere(i int) bool {
	k := s.pastArticles(i + 2)
	if !s.p(i+1).has(with) || s.p(k).kind != place || s.frame.A == "" {
		return false
	}
	host := s.hostOf(s.p(k).m)
	return !s.same(host, s.frame.A) && !s.same(host, s.frame.B)
}

// othersAct reports whether states that are not named are the subject of the verb at piece i:
// "Arab states severed relations with A". Neither of the two of a page is meant.
func (s *sentence) othersAct(i int) bool {
	k := s.beforeAux(i)
	if p := s.p(k); p.at.Len() != 1 || p.has(both) || !manyStates.Has(s.doc.Tokens[p.at.First]) {
		return false
	}
	for n := 1; n <= 3; n++ {
		if s.says(k-n, "two") || s.p(k-n).has(both) || s.p(k-n).has(and) || s.p(k-n).kind == demonym && s.p(k-n-1).has(and) {
			return false
		}
	}
	return true
}

var manyStates = text.NewSet("states", "countries", "nations", "governments", "members", "allies", "neighbours", "neighbors", "republics")

// pairs is whom an act concerns: each subject with each object, or all of one
// list among themselves.
func pairs(subjects, objects []string) [][]string {
	objects = slices.DeleteFunc(slices.Clone(objects), func(c string) bool { return slices.Contains(subjects, c) })
	if len(subjects) == 1 && len(objects) > 1 {
		var all [][]string
		for _, o := range objects {
			all = append(all, []string{subjects[0], o})
		}
		return all
	}
	if len(subjects) == 0 && len(objects) > 2 { // "relations with A, B and C": not of these with each other
		var all [][]string
		for _, o := range objects {
			all = append(all, []string{o})
		}
		return all
	}
	return [][]string{append(slices.Clone(subjects), objects...)}
}

// pairs is whom an act concerns when the pieces of objects are with whom, each of whom is one side
// where nobody is named who acts: "relations were resumed with A and with B".
func (s *sentence) pairs(subjects []string, objects []int) [][]string {
	codes := s.countries(objects)
	if len(subjects) > 0 || len(codes) != 2 || !s.p(s.beforeArticle(objects[0])).has(with) || s.bilateral && s.same(s.counterpart(codes[0]), codes[1]) {
		return pairs(subjects, codes)
	}
	return [][]string{codes[:1], codes[1:]}
}

// reason reports whether the recognition at piece i is told as what something else was about:
// "relations were interrupted in 1903 over the recognition of A".
func (s *sentence) reason(i int) bool {
	k := i - 1
	for isState(s.p(k)) || s.p(k).has(article|normal) {
		k--
	}
	return s.anyOf(topical, k, k+1) || s.says(k, "of") && s.says(k-1, "because")
}

var topical = text.NewSet("over", "about", "despite", "regarding", "concerning")

// withBody reports whether the relations at piece i are with an organization or another
// name that is no state's: "relations with NATO's Partnership for Peace".
func (s *sentence) withBody(i int) bool {
	if !s.p(i + 1).has(with) {
		return false
	}
	p := s.p(s.pastArticles(i + 2))
	return p.kind == body && p.country == "" || p.kind == other && p.at.Len() > 0 && s.doc.Tokens[p.at.First].Class == text.Word && s.doc.Tokens[p.at.First].Capital()
}

// recognizedOnce makes the fact of "De jure recognition was extended on 31 January 1949" at the
// noun, piece i: of the states of which the paragraph told last that one recognized the other.
func (s *sentence) recognizedOnce(i, hi int, when *piece, how polarity) bool {
	for n := len(s.facts) - 1; n >= 0 && n >= len(s.facts)-8; n-- {
		last := s.facts[n]
		if last.At[len(last.At)-1].First < s.begins || last.Class != "relations.recognized" || len(last.Relation.Parties) != 2 || slices.Contains(last.Relation.Parties, "") {
			continue
		}
		f := s.fact("relations.recognized", "recognition", i, hi)
		f.Relation = &pipeline.RelationValue{Kind: "diplomatic", Parties: slices.Clone(last.Relation.Parties)}
		inferred(f, "parties")
		f.Strength = pipeline.Likely
		dated(f, when)
		s.keep(f, how)
		return true
	}
	return false
}

// noState reports whether what is no state is the subject of the verb at piece i: "the airline
// established relations with Peru".
func (s *sentence) noState(i int) bool {
	k := s.beforeAux(i)
	p := s.p(k)
	if p.kind == body {
		return p.country == ""
	}
	if p.at.Len() == 0 || p.has(government) || p.has(pronoun) || referents.Has(s.doc.Tokens[p.at.First]) {
		return false
	}
	last := s.doc.Tokens[p.at.End-1]
	return s.common(k) && !strings.HasSuffix(s.doc.Word(p.at.First), "s") || p.kind == other && institutions.Has(last)
}

// stateOf is the country for which the one head of state or government acts who is the subject
// of the verb at piece i: "President A established relations with Kenya"; nil for none.
func (s *sentence) stateOf(i int) []string {
	if who := s.visitorsOf(i); len(who) == 1 && who[0].m != nil && who[0].Country != "" && sole[s.codeOf(who[0].m)] {
		return []string{who[0].Country}
	}
	return nil
}

// referents stand for states that were named before.
var referents = text.NewSet("it", "they", "we", "each", "one", "other", "latter", "former", "neither", "country", "nation", "island", "sultanate", "monarchy", "dictatorship", "junta", "leadership", "revolution", "side", "cabinet", "federation", "union", "regime", "colony")

var institutions = text.NewSet("church", "university", "company", "bank", "corporation", "foundation", "institute", "league", "order", "club")
