package organizations

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// complement is what follows the head at token h: "of Foreign Affairs of the
// Republic of Kazakhstan".
func (r *reader) complement(h int, e entry) side {
	s := side{from: h + 1, end: h + 1, tail: -1}
	if r.beside(h+1) && e.kind == "consulate" && r.pass.Doc.Word(h+1) == "General" {
		s.end++
	}
	for n := 0; n < mostSegments && r.segment(&s, e, n); n++ {
	}
	return s
}

// segment takes one "of ..." part into s.
func (r *reader) segment(s *side, e entry, n int) bool {
	i := s.end
	if !r.beside(i) || !r.links(i, e, n) {
		return false
	}
	link := i
	if i++; r.beside(i) && r.tokens[i].Is(keyThe) {
		i++
	}
	if at, code, kind := r.world.at(i); at.Len() > 0 && kind == "country" && s.state != "" && s.state != code {
		return false // "informed the Foreign Office of Estonia of the United States' decision"
	}
	before := *s
	end := r.capitals(s, i, r.tokens[link].Is(keyOn) || r.tokens[link].Is(keyFor))
	if end == i {
		*s = before
		return false
	}
	if s.places > before.places && s.words == before.words && s.plain == before.plain {
		s.tail = link
	}
	s.end = end
	return true
}

// links reports whether token i joins a complement to the head: "of" always,
// "for" and "on" where the head takes them.
func (r *reader) links(i int, e entry, n int) bool {
	t := r.tokens[i]
	switch {
	case e.roles&of == 0:
		return false
	case t.Is(keyOf):
		return true
	case t.Is(keyFor), t.Is(keyOn) && e.roles&on != 0:
		return n == 0 && e.kind != "embassy" && e.kind != "consulate" && e.kind != "legation"
	}
	return false
}

// capitals takes the capitalized words from token i on, joined by commas and
// "and" where they list topics, and returns the token after them. After "on"
// and "for" only topics count.
func (r *reader) capitals(s *side, i int, strict bool) int {
	first, end := i, i
	for i < len(r.tokens) && i-first < mostParts && (i == first || r.beside(i)) {
		if to, over := r.whole(s, i, strict); over {
			return max(to, end)
		}
		if t := r.tokens[i]; t.Class == text.Word && t.Capital() {
			if !r.takes(first, i, strict) {
				return end
			}
			s.words++
			i++
			end = i
			continue
		}
		n, counts := r.joint(first, i)
		if n == 0 {
			return end
		}
		if i += n; counts {
			end = i
		}
	}
	return end
}

// whole takes a place, an institution or a country's adjective at token i,
// each of which ends a complement, and returns the token after it.
func (r *reader) whole(s *side, i int, strict bool) (end int, over bool) {
	if at, code, kind := r.world.at(i); at.Len() > 0 {
		if strict && (kind == "city" || r.tokens[at.End-1].Has(text.Possess) || kind == "country" && r.attributes(at.End)) {
			return i, true
		}
		s.places, s.country, s.city = s.places+1, code, kind == "city"
		if kind == "country" {
			s.state = code
		}
		return r.organ(at.End), true
	}
	if to := r.institution(s, i); to > i {
		return r.organ(to), true
	}
	code, at := r.world.demonym(i)
	if code == "" || at.First != i {
		return 0, false
	}
	if strict && r.attributes(at.End) {
		return i, true
	}
	s.country = code
	if at.End < len(r.tokens) && r.tokens[at.End].Capital() {
		return 0, false
	}
	if r.world.isDemonym(i) { // "Embassy of the U.S.", but not "of the Soviet"
		return 0, true
	}
	s.places++
	return r.trimDot(at), true
}

// organ is the token behind the organ of a party whose name ends before token i, i for none:
// "Political Bureau of the CPC Central Committee".
func (r *reader) organ(i int) int {
	if i+1 < len(r.tokens) && r.beside(i) && r.beside(i+1) && r.tokens[i].Is(keyCentral) && r.tokens[i].Capital() && r.tokens[i+1].Is(keyCommittee) {
		return i + 2
	}
	return i
}

var (
	keyCentral   = text.KeyOf("central")
	keyCommittee = text.KeyOf("committee")
)

// takes reports whether the capitalized word at token i may go on with the
// complement that began at token first.
func (r *reader) takes(first, i int, strict bool) bool {
	if r.nameBegins(first, i) {
		return false
	}
	if i > first && membersOf.Has(r.tokens[i-1]) && !r.has(i, topic|head|mod|plain) {
		return false // "the Cabinet of Ministers Adylbek Sadykov"
	}
	e, _ := lexicon.Get(r.tokens[i].Key)
	if e.roles&office != 0 && r.bearer(first, i) {
		return true
	}
	return e.roles&stop == 0 && (e.roles&office == 0 || e.roles&topic != 0) && !(strict && i == first && e.roles&(topic|head&^club) == 0)
}

// membersOf are those of whom a body's name says that it is, and with whom it ends.
var membersOf = text.NewSet("ministers", "deputies", "representatives", "commons", "lords", "elders", "senators", "ambassadors", "councillors")

// nameBegins reports whether the name of a person begins at token i, behind topics
// that need nothing more: "the Ministry of Foreign Affairs Rüdiger Lentz".
func (r *reader) nameBegins(first, i int) bool {
	if i == first || i+1 >= len(r.tokens) || !r.has(i-1, topic|head) || r.has(i, topic|head|plain|mod) {
		return false
	}
	next := r.tokens[i+1]
	if next.Class != text.Word || !next.Capital() || r.has(i+1, topic|head|mod) {
		return false
	}
	return r.tokens[i-1].Is(keyAffairs) || gazetteer.GivenNames.Has(r.tokens[i])
}

// joint is how many tokens at i join capitalized words, 0 if they do not, and
// whether a name may end with them.
func (r *reader) joint(first, i int) (n int, counts bool) {
	t := r.tokens[i]
	if i == first {
		return 0, false
	}
	switch {
	case t.Class == text.Word && t.Has(text.Lower) && r.tokens[i-1].Class == text.Dash && r.tokens[i-1].Len() == 1 && !t.Has(text.Spaced): // "Chiang Kai-shek"
		return 1, true
	case t.Class == text.Dash && !t.Has(text.Spaced):
		return 1, false
	case t.Class == text.Apos && !t.Has(text.Spaced) && r.has(i-1, possessed):
		return 1, true
	case t.Class == text.Dot && r.tokens[i-1].Has(text.Initial) && !t.Has(text.Spaced):
		return 1, false
	case (t.Is(keyAnd) || t.Class == text.Comma) && r.listed(i):
		if r.tokens[i+1].Is(keyAnd) {
			return 2, false
		}
		return 1, false
	}
	return 0, false
}

// trimDot is the end of a country's name, without the full stop that also ends
// the sentence.
func (r *reader) trimDot(at text.Range) int {
	if r.tokens[at.End-1].Class == text.Dot && r.endsSentence(at.End-1) {
		return at.End - 1
	}
	return at.End
}

// institution takes a body known by name, or an acronym that the text has
// defined, at token i, and returns the token after it.
func (r *reader) institution(s *side, i int) int {
	t := r.tokens[i]
	if t.Class != text.Word || !t.Capital() {
		return i
	}
	if r.acronyms[t.Key] != nil && t.Has(text.Upper) {
		s.words++
		s.body, s.bodyAt, s.country = r.acronyms[t.Key].value, i, r.acronyms[t.Key].country
		return i + 1
	}
	e, _ := lexicon.Get(t.Key)
	if !e.body {
		return i
	}
	b, n, _ := known(r.tokens, i)
	if b != nil && s.country == "" {
		s.country = b.country
	}
	if b == nil || n == 1 && e.roles&head != 0 {
		return i
	}
	s.words++
	s.body, s.bodyAt = b.name, i
	return i + n
}

// bearer reports whether the office at token i is what an institution belongs
// to: "Fund of the First President", "Office of the Prime Minister".
func (r *reader) bearer(first, i int) bool {
	if !r.tokens[first-1].Is(keyThe) || i+1 < len(r.tokens) && r.tokens[i+1].Capital() && !r.has(i+1, office) {
		return false
	}
	for k := first; k < i; k++ {
		if !r.has(k, plain|office) && r.tokens[k].Class != text.Dash { // "Secretary-General"
			return false
		}
	}
	return true
}

// listed reports whether the comma or "and" at token i goes on with a list of
// topics: "Trade, Industry and Energy".
func (r *reader) listed(i int) bool {
	if r.tokens[i].Is(keyAnd) && i+1 < len(r.tokens) && r.tokens[i+1].Capital() && r.ideal(i-1) && r.ideal(i+1) && !r.has(i-1, topic) && !(i+2 < len(r.tokens) && r.tokens[i+2].Capital()) {
		return true // "Party for National Unity and Solidarity"
	}
	if !r.field(i-1) && !r.has(i-1, head) {
		return false
	}
	next := i + 1
	if r.tokens[i].Class == text.Comma && next < len(r.tokens) && r.tokens[next].Is(keyAnd) {
		next++
	}
	if next+1 < len(r.tokens) && r.has(next, plain) && r.tokens[next].Capital() { // "Industry and New Technologies"
		next++
	}
	if next >= len(r.tokens) || !r.tokens[next].Capital() || !r.field(next) {
		return false
	}
	if b, _, _ := known(r.tokens, next); b != nil && r.tokens[i].Is(keyAnd) || next+1 < len(r.tokens) && r.has(next+1, mod) && r.tokens[next+1].Capital() {
		return false // another institution: "... and Peace Corps"
	}
	if r.tokens[i].Class == text.Comma { // a list ends with "and"; without one the comma ends the name
		return r.tokens[i+1].Is(keyAnd) || r.closes(next)
	}
	return !(r.has(next, head) && next+1 < len(r.tokens) && r.tokens[next+1].Is(keyOf))
}

// closes reports whether the list that goes on at token i comes to an "and"
// before anything that is no topic.
func (r *reader) closes(i int) bool {
	for n := 0; n < mostParts && i < len(r.tokens); n++ {
		t := r.tokens[i]
		switch {
		case t.Is(keyAnd):
			return i+1 < len(r.tokens) && r.tokens[i+1].Capital() && r.has(i+1, topic)
		case t.Class == text.Comma, t.Class == text.Word && t.Capital() && !r.has(i, stop):
			i++
		default:
			return false
		}
	}
	return false
}

// largeRegion reports whether token i belongs to the name of a continent or a region.
func (r *reader) largeRegion(i int) bool {
	return i >= 0 && r.world.covering(i) != nil && !r.world.isState(i) && !r.world.isCity(i)
}
