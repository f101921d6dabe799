package organizations

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

const (
	mostModifiers = 9  // tokens of a name before its head
	mostSegments  = 5  // "of ..." parts after it
	mostParts     = 24 // tokens of one such part
)

// built reports the name built around the head at token h, if there is one.
func (r *reader) built(h int, e entry) {
	if e.roles&suffix != 0 {
		if d := h + 1; d >= len(r.tokens) || r.tokens[d].Class != text.Dash || r.tokens[d].Has(text.Spaced) { // "Co-operation"
			r.company(h, e)
		}
		return
	}
	if e.roles&club != 0 {
		r.club(h, e)
		return
	}
	if r.headFollows(h) || h > 1 && r.tokens[h-1].Class == text.Dash && !r.tokens[h].Has(text.Spaced) && r.tokens[h-2].Has(text.Lower) {
		return // "Chairman-in-Office of the CSCE"
	}
	if e.roles&placed != 0 {
		r.placed(h, e)
		return
	}
	left := r.modifiers(h)
	right := r.complement(h, e)
	if !r.isName(h, e, left, right) {
		return
	}
	at := text.Range{First: left.from, End: r.inExile(right.end)}
	if last := at.End; r.tokens[h].Is(keyTrust) && r.beside(last) && r.tokens[last].Is(keyTerritory) {
		return // "United Nations Trust Territory"
	}
	if r.world.isPlace(at) || r.isRefused(at, h) || left.city && right.end == h+1 && e.kind == "parliament" {
		return
	}
	n := &name{tokens: at, kind: e.kind, rule: "head-word", why: "built around " + r.pass.Doc.Word(h), strength: pipeline.Likely}
	if at.Len() > 1 {
		n.strength = pipeline.Certain
	}
	r.describe(n, h, left, right)
	r.report(n)
}

// isRefused reports whether the name, or its end, is a phrase that names no
// institution: "Santa Clara Convention Center".
func (r *reader) isRefused(at text.Range, h int) bool {
	if refused[text.Fold(r.words(at))] {
		return true
	}
	return at.End == h+1 && h > at.First && refused["* "+text.Fold(r.words(text.Range{First: h - 1, End: h + 1}))]
}

// headFollows reports whether the next word is a head too, which then makes the
// longer name: the "Community" of "Community Council".
func (r *reader) headFollows(h int) bool {
	next := h + 1
	if !r.beside(next) || !r.tokens[next].Capital() {
		return false
	}
	if r.tokens[h].Is(keyService) && passports.Has(r.tokens[next]) || statutes.Has(r.tokens[next]) {
		return true
	}
	e, ok := lexicon.Get(r.tokens[next].Key)
	return ok && e.roles&(mod|suffix) != 0 && e.roles&placed == 0 && r.tokens[next].Class == text.Word
}

// statutes are the words with which a law's name goes on behind a head: "Selective Service Act".
var statutes = text.NewSet("act", "bill", "acts")

// passports are what a "service" before them is no institution of.
var passports = text.NewSet("passport", "passports")

// beside reports whether token i follows the one before it with nothing but white
// space between, on the same line or in one that goes on with its sentence.
func (r *reader) beside(i int) bool {
	return i > 0 && i < len(r.tokens) && !r.tokens[i].Has(text.ParaStart) && !(r.tokens[i].Has(text.LineStart) && r.tokens[i].Has(text.SentStart))
}

// A side is what a name has on one side of its head.
type side struct {
	state     string // the country that it ends with, when one does
	from, end int
	words     int    // words that say something: neither plain nor a country
	plain     int    // "national", "central" ...
	sights    int    // places that are no countries: "Suez Canal"
	places    int    // countries, cities and demonyms
	city      bool   // the last place is no country
	country   string // alpha-2, of a country or demonym
	body      string // canonical name of the institution that the name ends with, when known
	bodyAt    int    // its first token
	tail      int    // token where the "of <country>" at the end begins, or -1
}

// modifiers are the capitalized words before the head at token h.
func (r *reader) modifiers(h int) side {
	s := side{from: h, end: h, tail: -1}
	for k := h - 1; k >= 0 && h-k <= mostModifiers && r.beside(k+1); k-- {
		t := r.tokens[k]
		if r.tokens[k+1].Has(text.LineStart) && t.Class == text.Word && t.Has(text.Upper) && !t.Has(text.Initial) && r.tokens[k+1].Has(text.Title) {
			return s // a heading in capitals ends there
		}
		switch {
		case t.Class == text.Word && t.Capital():
			if !r.modifier(&s, k) {
				return s
			}
			s.from = k
		case t.Class == text.Dash && !t.Has(text.Spaced) && !r.tokens[k+1].Has(text.Spaced): // "Export-Import"
			if b, n, _ := known(r.tokens, k+1); b != nil && k+1+n == h+1 {
				return s // "the U.S.-European Union summit"
			}
		case t.Class == text.Dot && k > 0 && r.tokens[k-1].Has(text.Initial) && !r.tokens[k].Has(text.Spaced): // "U.S."
		case t.Class == text.Apos && !t.Has(text.Spaced) && k > 0 && r.has(k-1, possessed) && r.tokens[k-1].Capital():
		case t.Is(keyAnd) && k > 0 && r.field(k-1) && r.field(k+1) && r.tokens[k-1].Capital() && !r.has(k-1, head):
		case t.Is(keyAnd) && k > 0 && partisan.Has(r.tokens[h]) && r.tokens[k-1].Capital() && r.ideal(k-1) && r.ideal(k+1): // "Authenticity and Modernity Party"
		case r.ampersand(k) && k > 0 && r.tokens[k-1].Has(text.Title) && !r.has(k-1, stop) && !r.isCompany(k-1) && r.isCompany(h): // "Oil & Gas Company"
		case t.Is(keyAnd) && r.has(h, generic) && r.largeRegion(k-1) && r.largeRegion(k+1): // "Europe and America Department"
		default:
			return s
		}
	}
	return s
}

// modifier takes the capitalized word at token k into s, or reports false
// where the name must begin after it.
func (r *reader) modifier(s *side, k int) bool {
	e, _ := lexicon.Get(r.tokens[k].Key)
	if r.tokens[k].Is(keyGeneral) && generals.Has(r.tokens[k+1]) {
		s.plain++
		return true // "Virginia General Court"
	}
	if joined := k > 0 && r.tokens[k-1].Class == text.Dash && !r.tokens[k].Has(text.Spaced); e.roles&stop != 0 && !joined || e.roles&office != 0 && !r.titles(k, e) && !(royal.Has(r.tokens[k]) && endowed.Has(r.tokens[s.end])) {
		return false // "NATO-Led Implementation Force" is whole
	}
	if code, ok := r.world.country(k); ok {
		s.places++
		s.country = code
		if !r.world.isState(k) {
			s.city = s.city || r.world.isCity(k)
			s.sights++
		}
		return true
	}
	if e.roles&plain != 0 {
		s.plain++
		return true
	}
	s.words++
	return true
}

// generals are the heads before which "General" is no rank.
var generals = text.NewSet("court", "assembly", "council", "directorate", "secretariat", "confederation", "federation", "union", "association", "organization", "organisation", "workers")

func (r *reader) has(i int, roles role) bool {
	if i < 0 || i >= len(r.tokens) || r.tokens[i].Class != text.Word {
		return false
	}
	e, _ := lexicon.Get(r.tokens[i].Key)
	return e.roles&roles != 0
}

// isName decides whether a head with what stands on its sides is a name.
func (r *reader) isName(h int, e entry, left, right side) bool {
	modified, completed := left.from < h, right.end > h+1
	if left.from > 0 && r.tokens[left.from-1].Is(keyOperation) {
		return false
	}
	if e.kind == "government" && left.from < h && r.tokens[left.from].Is(keyState) && r.tokens[h-1].Is(keyAnd) {
		return false // "Heads of State and Government of Canada"
	}
	if r.tokens[h].Is(keyHouse) && !r.has(h+2, deputies) {
		return false // "House of Culture"
	}
	if e.needs != 0 && !(h > 0 && r.tokens[h-1].Is(e.needs)) {
		return false
	}
	if completed && (right.words > 0 || right.places > 0) {
		return r.completes(e, left, right)
	}
	switch {
	case !modified && !completed:
		return e.roles&alone != 0 || e.roles&the != 0 && h > 0 && (r.tokens[h-1].Is(keyThe) || r.bare(h))
	case e.roles&mod == 0 && !completed:
		return false
	case e.roles&bare != 0 && left.plain == 1 && left.from == h-1 && r.tokens[h].Is(keyAssembly) && r.tokens[h-1].Is(keyNational) && h > 1 && r.tokens[h-2].Is(keyThe):
		return true // "addressed the National Assembly"
	case e.roles&bare != 0 && left.plain > 0 && left.places > 0 && (national[e.kind] || r.highCommission(h) || learned.Has(r.tokens[h]) && r.has(h-1, topic)):
		return true
	case e.roles&bare != 0:
		return left.words > 0 || left.plain > 1 || left.sights > 0 && (e.kind == "company" || e.kind == "media" && left.city || !left.city && departments.Has(r.tokens[h])) // "Asia Department"
	}
	return left.words > 0 || left.places > 0 || left.plain > 0 && e.kind != "government"
}

// bare reports whether a parliament at token h is named without an article: "testified
// before Congress", "Parliament ratified it". No capitalized word goes on with it, and
// nothing counts it.
func (r *reader) bare(h int) bool {
	if !legislatures.Has(r.tokens[h]) || r.beside(h+1) && r.tokens[h+1].Class == text.Word && r.tokens[h+1].Capital() && !r.has(h+1, stop) {
		return false
	}
	prev := r.tokens[h-1]
	if prev.Class == text.Word {
		return !prev.Capital() && !counting.Has(prev) && !strings.HasSuffix(r.pass.Doc.Word(h-1), "th") || r.tokens[h].Has(text.SentStart) || r.has(h-1, stop)
	}
	return r.tokens[h].Has(text.SentStart) || prev.Class == text.Comma || prev.Class == text.Semi || prev.Class == text.Open || prev.Class == text.Quote
}

var (
	legislatures = text.NewSet("congress", "parliament")
	counting     = text.NewSet("a", "an", "each", "every", "any", "no", "this", "that", "first", "second", "third", "new", "last", "next", "previous", "party", "annual", "another", "scientific", "world")
)

// departments are the parts of a ministry that a continent or region names.
var departments = text.NewSet("department", "directorate", "bureau")

// national are the kinds of institution that a country has one of: "Vietnamese
// National Assembly".
var national = map[string]bool{"parliament": true, "armed forces": true, "court": true, "company": true}

// highCommission reports whether the head is that of a Commonwealth embassy.
func (r *reader) highCommission(h int) bool {
	return h > 0 && r.tokens[h].Is(keyCommission) && r.tokens[h-1].Is(keyHigh)
}

// colleges are heads that a place alone completes.
var colleges = text.NewSet("college")

// completes decides for a head with a complement.
func (r *reader) completes(e entry, left, right side) bool {
	if right.words == 0 && right.city && e.kind == "parliament" {
		return false // "Congress of Vienna" was a conference
	}
	if e.roles&bare != 0 && left.words == 0 {
		if colleges.Has(r.tokens[right.from-1]) && right.places == 1 {
			return true // "College of New Jersey"
		}
		return right.words > 0 && right.places <= 1 || left.plain > 0 && right.places > 0
	}
	return true
}

// company reports the name that ends with "Inc.", "Ltd", "JSC" ...
func (r *reader) company(h int, e entry) {
	left := r.modifiers(h)
	end := h + 1
	if h > 0 && gazetteer.FamilyNames.Has(r.tokens[h-1]) && r.beside(end) && r.tokens[end].Has(text.Title) {
		return // "Nguyen Co Thach"
	}
	if left.from == h && h > 1 && r.tokens[h-1].Class == text.Comma { // "Smith & Sons, Inc."
		left = r.modifiers(h - 1)
	}
	r.partners(&left, h)
	if left.words == 0 || written.Has(r.tokens[h]) && !r.tokens[h].Has(text.Upper) {
		return
	}
	if end < len(r.tokens) && r.tokens[end].Class == text.Dot && r.tokens[h].Has(text.Title) && r.tokens[h].Len() <= 4 && !r.endsSentence(end) {
		end++
	}
	if i := end; i+1 < len(r.tokens) && r.tokens[i].Class == text.Comma && r.has(i+1, suffix) { // "Co., Ltd."
		if end = i + 2; end < len(r.tokens) && r.tokens[end].Class == text.Dot && !r.endsSentence(end) {
			end++
		}
	}
	n := &name{
		tokens: text.Range{First: left.from, End: end}, kind: e.kind, rule: "company-suffix",
		why: "ends with " + r.pass.Doc.Word(h), strength: pipeline.Likely, country: left.country,
	}
	n.value = r.words(n.tokens)
	n.core = n.value
	r.report(n)
}

// written are suffixes of companies only where they are written in capitals: else they
// are words or names.
var written = text.NewSet("ag", "ab", "asa", "nv", "bv")

// endsSentence reports whether a full stop at token i ends its sentence.
func (r *reader) endsSentence(i int) bool {
	return i+1 >= len(r.tokens) || r.tokens[i+1].Has(text.SentStart|text.ParaStart)
}

// words is the text of tokens with single spaces.
func (r *reader) words(at text.Range) string {
	return r.pass.Doc.OneLine(at)
}
