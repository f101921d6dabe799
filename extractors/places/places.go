// Package places reads the names of countries, cities, regions, waters and
// buildings.
//
// It works in two walks. The first looks every capitalized word up in the
// gazetteer and counts which countries the document is about, demonyms included.
// The second decides what each name means: countries before cities, a city
// against the document's countries, an ambiguous name by the words around it; and
// builds names that no gazetteer has from their head words ("Almaty Region",
// "Lake Zaysan"). The countries counted are left as a pipeline.Frame.
package places

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"chancery/extractors/gazetteer"
	"chancery/extractors/ner"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor reports mentions of places and notes the pipeline.Frame.
var Extractor = &pipeline.Extractor{
	Name:     "places",
	Doc:      "countries, cities, regions, waters and buildings, by an embedded gazetteer and the words around them",
	Requires: []*pipeline.Extractor{ner.Extractor},
	Run:      run,
}

// A match is a name of the gazetteer in the text.
type match struct {
	tokens  text.Range
	limit   int // end of its sentence
	entries []gazetteer.Entry
	shouted bool // its sentence is all capitals, which say nothing of names then
}

// A reader reads one document.
type reader struct {
	doc        *pipeline.Document
	matches    []match
	values     []pipeline.PlaceValue
	weights    map[string]int // country code -> times named
	homes      map[string]int // country code, and of a state its name before it -> times that it, a state or a large city of it is named by a name of its own
	frame      pipeline.Frame
	pass       *pipeline.Pass
	taken      []bool               // by token: a mention covers it, or a state's name or a demonym
	known      map[uint64][]learned // by the key of the first word
	named      []bool               // by token: a place that has been reported covers it
	otherCongo answer               // whether the page means the Congo of Kinshasa
	guesses    []guess
	least      int            // names that a list must have
	unsure     []guess        // names of several words after a preposition, for the witness to tell
	people     map[uint64]int // key of a single word -> times the witness takes it for a person
	towns      map[uint64]int // key of a statesman's name -> times it stood as a town's: "to Harrison"
	namings    map[uint64]int // key of a city's name -> times it stood as a surname
}

func run(p *pipeline.Pass) {
	r := readers.Get().(*reader)
	defer r.done()
	r.begin(p)
	titles := max(1, len(p.Doc.Headings())) // the first line is one, whatever it looks like
	for i, s := range p.Doc.Sentences {
		before := len(r.matches)
		r.find(s)
		if i < titles && r.frame.A == "" {
			r.frame.A, r.frame.B = r.pair(s, r.matches[before:])
			r.frame.Sole = cmp.Or(r.frame.Sole, r.sole(s, r.matches[before:]))
		}
	}
	if r.frame.A != "" {
		r.frame.Sole = ""
	}
	for _, s := range p.Doc.Sentences {
		r.divisions(s)
	}
	r.frame.Countries = r.ranked()
	var unclear []string // countries of ambiguous names that are decided
	for i := range r.matches {
		if m, ok := r.decide(&r.matches[i]); ok {
			r.report(m)
			if r.matches[i].entries[0].Ambiguous && m.Strength > pipeline.Weak && m.Rule == "country" {
				unclear = append(unclear, m.Place.Country)
			}
		}
	}
	for _, c := range unclear {
		r.weights[c]++
	}
	r.frame.Countries = r.ranked()
	p.Note(r.frame)
	for _, s := range p.Doc.Sentences {
		r.built(s, r.report)
	}
	for _, s := range p.Doc.Sentences {
		r.learn(s)
	}
	if len(r.known) > 0 {
		for _, s := range p.Doc.Sentences {
			r.repeat(s)
		}
	}
	for _, s := range p.Doc.Sentences {
		r.series(s)
	}
	r.hear(p)
	r.guess()
	r.itinerary()
	r.seriesAgain()
}

// readers keep their memory from one document to the next.
var readers = sync.Pool{New: func() any { return &reader{} }}

// begin makes a reader ready for a document.
func (r *reader) begin(p *pipeline.Pass) {
	n := len(p.Doc.Tokens)
	*r = reader{
		doc: p.Doc, pass: p, matches: r.matches, taken: slices.Grow(r.taken, n)[:n], named: slices.Grow(r.named, n)[:n],
		weights: map[string]int{}, homes: map[string]int{}, known: map[uint64][]learned{}, namings: map[uint64]int{}, towns: map[uint64]int{}, people: map[uint64]int{},
	}
}

// done gives back the memory of a reader, empty.
func (r *reader) done() {
	clear(r.taken)
	clear(r.named)
	clear(r.matches)
	*r = reader{matches: r.matches[:0], taken: r.taken[:0], named: r.named[:0]}
	readers.Put(r)
}

// report proposes a mention and remembers which tokens it covers.
func (r *reader) report(m pipeline.Mention) {
	r.take(m.Tokens)
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		r.named[i] = true
	}
	r.pass.Report(m)
}

func (r *reader) take(tokens text.Range) {
	for i := tokens.First; i < tokens.End; i++ {
		r.taken[i] = true
	}
}

// find looks up the names of one sentence and counts their countries.
func (r *reader) find(s text.Range) {
	tokens := r.doc.Tokens
	shouted := r.doc.Shouted(s)
	for i := s.First; i < s.End; {
		t := tokens[i]
		if t.Class != text.Word || t.Has(text.Lower) {
			i++
			continue
		}
		if t.Is(keyState) && r.at(i-1).Is(keyOf) && ofState.Has(r.at(i-2)) {
			i++
			continue // "Head of State of Samoa"
		}
		entries, n := r.shortened(i, s.End)
		if n == 0 {
			entries, n = gazetteer.Lookup(tokens, i, s.End)
		}
		if n > 2 && t.Is(keyKing) && r.at(i+1).Is(keyOf) {
			i += 2 // "the King of Prussia", and not the town
			continue
		}
		for n > 0 && !r.written(i, n, &entries[0]) {
			entries, n = gazetteer.Lookup(tokens, i, i+n-1) // "Ohio" of "Ohio valley"
		}
		if n == 0 {
			i++
			continue
		}
		if r.twoStates(i, n, &entries[0]) {
			entries, n = gazetteer.Lookup(tokens, i, i+1)
		}
		if isState(entries[0]) {
			if e, length := r.inverted(i, n, s.End); length > 0 {
				entries, n = e, length
			}
		}
		m := match{text.Range{First: i, End: i + n}, s.End, entries, shouted}
		r.matches = append(r.matches, m)
		r.count(&m)
		i += n
	}
}

func isState(e gazetteer.Entry) bool {
	return e.Kind == "country" || e.Kind == "territory" || e.Kind == "former"
}

// written reports whether the words are written as a name: with capitals, but
// for particles, and an abbreviation wholly in capitals.
func (r *reader) written(i, n int, e *gazetteer.Entry) bool {
	tokens := r.doc.Tokens[i : i+n]
	if n == 1 && e.Kind == "city" && tokens[0].Len() <= 3 && tokens[0].Has(text.Upper) && len(e.Name) <= 3 && e.Name != r.doc.Word(i) {
		return false // "UN" is no town of India
	}
	if n == 1 && tokens[0].Len() <= 3 && !tokens[0].Has(text.Upper) && e.Name != r.doc.Word(i) && abbreviation(e, r.doc.Word(i)) {
		return false
	}
	for k, t := range tokens {
		if t.Class == text.Word && t.Has(text.Lower) && !t.Has(text.NonASCII) && !particles.Has(t) && t.Len() > 3 && !elided(r.doc.Word(i+k)) {
			return false
		}
	}
	return true
}

// elided reports whether a word is a capitalized name behind an elided particle:
// "d'Ivoire".
func elided(word string) bool {
	_, name, ok := strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	return ok && name != "" && name[0] >= 'A' && name[0] <= 'Z'
}

// abbreviation reports whether a short word stands for a country without being
// the beginning of its name: "us", "uk", "car".
func abbreviation(e *gazetteer.Entry, word string) bool {
	return isState(*e) && !strings.HasPrefix(text.Fold(e.Name), text.Fold(word))
}

func (r *reader) ranked() []pipeline.CountryWeight {
	var list []pipeline.CountryWeight
	for c, w := range r.weights {
		list = append(list, pipeline.CountryWeight{Country: c, Weight: w})
	}
	slices.SortFunc(list, func(x, y pipeline.CountryWeight) int {
		return cmp.Or(y.Weight-x.Weight, cmp.Compare(x.Country, y.Country))
	})
	return list
}

// at is the token i, or a zero token outside the text.
func (r *reader) at(i int) text.Token {
	if uint(i) < uint(len(r.doc.Tokens)) {
		return r.doc.Tokens[i]
	}
	return text.Token{Flags: text.Spaced}
}

// mention is the mention of what was chosen.
func (r *reader) mention(c choice) pipeline.Mention {
	e := c.entry
	entity := "place:" + e.Country
	if !isState(*e) {
		entity = pipeline.EntityID(pipeline.Place, e.Name, e.Country)
	}
	if len(r.values) == cap(r.values) { // in blocks, for there are many
		r.values = make([]pipeline.PlaceValue, 0, 32)
	}
	r.values = append(r.values, pipeline.PlaceValue{Kind: e.Kind, Country: e.Country, Lat: e.Lat, Lon: e.Lon, GeonameID: e.GeonameID})
	return pipeline.Mention{
		Kind: pipeline.Place, Tokens: c.tokens, Value: e.Name, Entity: entity, Rule: c.rule, Why: c.why, Strength: c.strength,
		Place: &r.values[len(r.values)-1],
	}
}
