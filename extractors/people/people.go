// Package people reads the names of people and the offices they hold.
//
// It first finds the offices of each sentence (offices.go): a title's head word
// with what stands before it ("First Deputy", "Kazakhstan") and what it is of
// ("of the Majilis of the Parliament"). Then it takes every run of capitalized
// words that could be a name (names.go) and weighs the evidence for it
// (evidence.go): an office or honorific before it, an office after it, a known
// given name or family name, initials, what people do after it, and, where all
// that leaves a name open, the witness of package ner. Last it links names that
// are said shortly to those said in full (link.go).
//
// The evidence is additive and named, so that chancery explain can show it.
package people

import (
	"slices"
	"sync"

	"chancery/extractors/ner"
	"chancery/extractors/organizations"
	"chancery/extractors/places"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor reports mentions of people with their offices.
var Extractor = &pipeline.Extractor{
	Name:     "people",
	Doc:      "people with their offices and countries, by titles, given names, context and the witness",
	Requires: []*pipeline.Extractor{ner.Extractor, places.Extractor, organizations.Extractor},
	Run:      run,
}

// A reader reads one document.
type reader struct {
	doc       *pipeline.Document
	witness   *ner.Witness
	frame     pipeline.Frame
	place     []*pipeline.Mention   // by token, the place that covers it
	org       []*pipeline.Mention   // by token, the organization that covers it
	bodies    map[uint64]string     // country of organizations of one word: acronyms, parties
	common    *text.Table[struct{}] // words that the document also writes in small letters; nil until asked for
	cands     []candidate
	mentions  []pipeline.Mention // scratch of link
	roles     []role             // of the sentence being read
	loud      bool               // it is all in capitals
	holders   bool               // a heading above says that those in the lines under it held an office
	above     officeLine
	offices   []Office
	issued    string // country of the place line, once it has been searched
	searched  bool
	loudNames int             // given names before a word in capitals, as far as it matters; -1 until asked for
	ofMany    map[uint64]bool // keys of words that the page uses of a people or a faith
	located   map[string]bool // countries of which the page names a place; nil until asked for
}

// An Office is an office that the text names, of a person or of no one by name.
// The offices of a document, in the order of the text, are the extractor's note.
type Office struct {
	Tokens  text.Range // with the country before it
	Words   string     // as the role column has it: without a demonym before it
	Code    string     // as PersonValue.Office
	Country string     // ISO 3166-1 alpha-2 of whom it serves; empty when not stated
	Others  []string   // of an office in the plural: whom its other holders serve
}

// A candidate is a run of words that may be a person's name.
type candidate struct {
	tokens   text.Range
	sentence int
	score    int
	why      []string
	role     *role
	country  string   // whom it serves, when the words say so without an office
	others   []string // whom those serve who follow, of "his Ugandan and Tanzanian counterparts"
	rule     string
	formed   bool    // it has the form of a name: initials, or a family name and syllables
	asked    bool    // the witness was asked,
	chance   float32 // and gives it this
	short    bool    // a single word, or initials and a family name: to be linked
}

func run(p *pipeline.Pass) {
	r := readers.Get().(*reader)
	defer r.done()
	n := len(p.Doc.Tokens)
	*r = reader{doc: p.Doc, place: slices.Grow(r.place, n)[:n], org: slices.Grow(r.org, n)[:n], cands: r.cands, mentions: r.mentions, roles: r.roles, loudNames: -1}
	r.witness, _ = p.NoteOf(ner.Extractor).(*ner.Witness)
	r.frame, _ = p.NoteOf(places.Extractor).(pipeline.Frame)
	cover(r.place, p.Reported(places.Extractor))
	cover(r.org, p.Reported(organizations.Extractor))
	r.bodies = bodyCountries(p.Doc, p.Reported(organizations.Extractor))
	for n, s := range p.Doc.Sentences {
		r.roles = r.readOffices(s, r.roles[:0])
		r.note()
		r.holdersAbove(s)
		r.sentence(n, s)
		r.byLines(n)
	}
	for _, m := range r.link() {
		p.Report(m)
	}
	p.Note(r.offices)
}

// readers keep their memory from one document to the next.
var readers = sync.Pool{New: func() any { return &reader{} }}

// done gives back the memory of a reader, empty.
func (r *reader) done() {
	clear(r.place)
	clear(r.org)
	clear(r.cands)
	clear(r.mentions)
	clear(r.roles[:cap(r.roles)])
	*r = reader{place: r.place[:0], org: r.org[:0], cands: r.cands[:0], mentions: r.mentions[:0], roles: r.roles[:0]}
	readers.Put(r)
}

// note keeps the offices of the sentence being read.
func (r *reader) note() {
	for i := range r.roles {
		ro := &r.roles[i]
		r.offices = append(r.offices, Office{Tokens: ro.tokens, Words: r.roleText(ro), Code: r.codeOf(ro), Country: ro.country, Others: ro.others})
	}
}

// bodyCountries maps the words that name an organization by themselves to its country.
func bodyCountries(doc *pipeline.Document, orgs []*pipeline.Mention) map[uint64]string {
	countries := map[uint64]string{}
	for _, o := range orgs {
		if o.Organization == nil || o.Organization.Country == "" {
			continue
		}
		if o.Tokens.Len() == 1 {
			countries[doc.Tokens[o.Tokens.First].Key] = o.Organization.Country
		}
		if a := o.Organization.Acronym; a != "" {
			countries[text.KeyOf(a)] = o.Organization.Country
		}
	}
	return countries
}

// isCommon reports whether the document writes a word in small letters too.
func (r *reader) isCommon(t text.Token) bool {
	if r.common == nil {
		r.common = text.NewEmptyTable[struct{}](len(r.doc.Tokens) / 8)
		for i := range r.doc.Tokens {
			if o := &r.doc.Tokens[i]; o.Class == text.Word && o.Has(text.Lower) && o.Len() > 3 {
				r.common.At(o.Key)
			}
		}
	}
	_, found := r.common.Get(t.Key)
	return found
}

// cover notes for each token the strongest and then longest mention over it.
func cover(by []*pipeline.Mention, mentions []*pipeline.Mention) {
	for _, m := range mentions {
		for i := m.Tokens.First; i < m.Tokens.End; i++ {
			if o := by[i]; o == nil || m.Strength > o.Strength || m.Strength == o.Strength && m.Tokens.Len() > o.Tokens.Len() {
				by[i] = m
			}
		}
	}
}

// at is the token i, or a zero token outside the text.
func (r *reader) at(i int) text.Token {
	if uint(i) < uint(len(r.doc.Tokens)) {
		return r.doc.Tokens[i]
	}
	return text.Token{Flags: text.Spaced}
}

// sentence gathers the candidates of one sentence.
func (r *reader) sentence(n int, s text.Range) {
	r.loud = r.doc.Shouted(s)
	next := 0 // the first role that does not end before i
	i := s.First
	if n := len(r.cands); n > 0 {
		i = max(i, r.cands[n-1].tokens.End) // which a line's end may have cut
	}
	for i < s.End {
		t, from := r.doc.Tokens[i], i
		if t.Class == text.Word && t.Has(text.Lower) {
			i = r.behindParticles(i, s.End)
			t = r.doc.Tokens[i]
		}
		if t.Class != text.Word || !t.Capital() {
			i++
			continue
		}
		for next < len(r.roles) && r.roles[next].tokens.End <= i {
			next++
		}
		if next < len(r.roles) && r.roles[next].tokens.First <= i {
			i = r.roles[next].tokens.End
			continue
		}
		if p := r.place[i]; p != nil && p.Tokens.First == i && r.at(i-1).Is(keyIn) && r.nameBehind(p.Tokens.End, s.End) {
			i = p.Tokens.End
			continue
		}
		end := r.nameEnd(i, s.End)
		if t.Has(text.Initial) && r.at(i-1).Class == text.Dot && r.at(i-2).Has(text.Initial) && !t.Has(text.Spaced) {
			end = i // the middle of "U.S."
		}
		if r.loud && !givenNames.Has(t) && !surnames.Has(t) && !t.Has(text.Initial) && !r.isRole(i-1) {
			end = i // a capital says nothing of names there
		}
		if end == i {
			i++
			continue
		}
		if c, ok := r.weigh(n, s, text.Range{First: from, End: end}); ok {
			r.cands = append(r.cands, c)
			i = c.tokens.End
			continue
		}
		i++
	}
}
