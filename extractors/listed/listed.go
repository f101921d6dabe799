// Package listed reads the names that the caller's own gazetteers list: CSV files
// of people, places and organizations (read.go). What they say comes before what
// the other extractors found: a listed name is a mention of the strength Listed,
// which no other displaces, and takes over what the text says of it besides, as
// the office before a person's name.
//
// The lists belong to a run, so its Extractor is made for them and put into the
// list of the run.
package listed

import (
	"strings"

	"chancery/extractors/organizations"
	"chancery/extractors/people"
	"chancery/extractors/places"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// An entry is one name of a list: a row under its name or one of its aliases.
type entry struct {
	row     *row
	written string // the name as this entry writes it
}

// Lists are the names of several gazetteers.
type Lists struct {
	names map[string][]entry // by folded name
	seen  map[string]string  // kind and folded canonical name -> where it stands
}

// Extractor makes the extractor of some lists.
func Extractor(lists *Lists) *pipeline.Extractor {
	phrases := text.NewPhrases(lists.names)
	return &pipeline.Extractor{
		Name:     "listed",
		Doc:      "names of the caller's own gazetteers, before what all others find",
		Requires: []*pipeline.Extractor{places.Extractor, organizations.Extractor, people.Extractor},
		Run:      func(p *pipeline.Pass) { run(p, phrases) },

		AnyLanguage: true,
	}
}

// extractorOf says who else finds a kind.
var extractorOf = map[pipeline.Kind]*pipeline.Extractor{
	pipeline.Person: people.Extractor, pipeline.Place: places.Extractor, pipeline.Organization: organizations.Extractor,
}

// A reader reads one document.
type reader struct {
	pass    *pipeline.Pass
	found   map[text.Range][]*pipeline.Mention // what others report, by their tokens
	renamed map[string]*pipeline.Mention       // entity that others gave -> the listed mention
	family  map[uint64]*row                    // family name of the people found -> the one who bears it, nil for several
	taken   []bool
}

func run(p *pipeline.Pass, phrases *text.Phrases[[]entry]) {
	r := reader{p, map[text.Range][]*pipeline.Mention{}, map[string]*pipeline.Mention{}, map[uint64]*row{}, make([]bool, len(p.Doc.Tokens))}
	for _, e := range extractorOf {
		for _, m := range p.Reported(e) {
			r.found[m.Tokens] = append(r.found[m.Tokens], m)
		}
	}
	for _, s := range p.Doc.Sentences {
		for i := s.First; i < s.End; {
			entries, n := phrases.Longest(p.Doc.Tokens, i, s.End)
			r.read(text.Range{First: i, End: i + n}, entries)
			i += max(n, 1)
		}
	}
	r.families()
	r.rename()
}

// read reports the first of the entries that the tokens are written like.
func (r *reader) read(tokens text.Range, entries []entry) {
	for _, e := range entries {
		if !asWritten(r.pass.Doc, tokens, e.written) {
			continue
		}
		r.report(e.row.mention(tokens))
		if f := e.row.Family; f != "" {
			if o, ok := r.family[text.KeyOf(f)]; ok && o != e.row {
				r.family[text.KeyOf(f)] = nil
			} else {
				r.family[text.KeyOf(f)] = e.row
			}
		}
		return
	}
}

// report reports a listed mention. One that another extractor has found in the
// same words becomes the listed one, so that whatever is linked to it stays linked.
func (r *reader) report(m pipeline.Mention) {
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		r.taken[i] = true
	}
	for _, o := range r.found[m.Tokens] {
		if o.Kind != m.Kind {
			continue
		}
		take(&m, o)
		r.renamed[o.Entity] = o
		o.Value, o.Entity, o.Rule, o.Why, o.Strength, o.Inferred = m.Value, m.Entity, m.Rule, m.Why, m.Strength, m.Inferred
		o.Person, o.Place, o.Organization = m.Person, m.Place, m.Organization
		return
	}
	r.pass.Report(m)
}

// families reports the family names that stand by themselves of the people whom
// the document names as the list does.
func (r *reader) families() {
	if len(r.family) == 0 {
		return
	}
	t := r.pass.Doc.Tokens
	for i := range t {
		if t[i].Class != text.Word || !t[i].Capital() || r.taken[i] || r.joined(i, -1) || r.joined(i, 1) {
			continue
		}
		if w := r.family[t[i].Key]; w != nil {
			m := w.mention(text.Range{First: i, End: i + 1})
			m.Strength, m.Why = pipeline.Likely, "a listed person's family name; "+m.Why
			r.report(m)
		}
	}
}

// joined reports whether another capitalized word stands beside token i in its
// sentence, so that it is part of a longer name.
func (r *reader) joined(i, side int) bool {
	t := r.pass.Doc.Tokens
	j := i + side
	if j < 0 || j >= len(t) || t[max(i, j)].Has(text.SentStart) {
		return false
	}
	return t[j].Class == text.Word && t[j].Capital() && !t[j].Has(text.SentStart)
}

// rename gives the mentions of others the listed person, place or organization.
func (r *reader) rename() {
	for _, e := range extractorOf {
		for _, m := range r.pass.Reported(e) {
			if l := r.renamed[m.Entity]; l != nil && m.Entity != "" {
				m.Value, m.Entity = l.Value, l.Entity
			}
		}
	}
}

// asWritten reports whether the text has a capital where the list has one.
func asWritten(doc *pipeline.Document, tokens text.Range, written string) bool {
	for k, t := range text.Tokenize(written) {
		if o := doc.Tokens[tokens.First+k]; t.Class == text.Word && t.Capital() && !o.Capital() {
			return false
		}
	}
	return true
}

// take takes over from another mention of the same words what the text says and
// the list does not.
func take(m *pipeline.Mention, o *pipeline.Mention) {
	m.Why += "; " + o.Why
	if m.Person == nil || o.Person == nil || o.Person.Role == "" {
		return
	}
	given, family := m.Person.Given, m.Person.Family
	detail := *o.Person
	if given != "" || family != "" {
		detail.Given, detail.Family = given, family
	}
	if detail.Country == "" {
		detail.Country = m.Person.Country
		m.Inferred = []string{"country"}
	} else {
		m.Inferred = o.Inferred
	}
	m.Person = &detail
}

// mention is the mention of a row.
func (w *row) mention(tokens text.Range) pipeline.Mention {
	m := pipeline.Mention{
		Kind: w.kind, Tokens: tokens, Value: w.Name, Rule: "listed", Why: "listed in " + w.where, Strength: pipeline.Listed,
		Entity: pipeline.EntityID(w.kind, w.Name, ""),
	}
	switch w.kind {
	case pipeline.Person:
		m.Person = &pipeline.PersonValue{Given: w.Given, Family: w.Family, Role: w.Role, Country: w.Country}
		if w.Role != "" {
			m.Inferred = append(m.Inferred, "role")
		}
		if w.Country != "" {
			m.Inferred = append(m.Inferred, "country")
		}
	case pipeline.Place:
		m.Place = &pipeline.PlaceValue{Kind: w.Kind, Country: w.Country, Lat: w.Lat, Lon: w.Lon, GeonameID: w.GeonamesID}
		switch {
		case states[w.Kind] && w.Country != "":
			m.Entity = "place:" + w.Country
		case w.Country != "":
			m.Entity += "-" + strings.ToLower(w.Country)
		}
	case pipeline.Organization:
		m.Organization = &pipeline.OrganizationValue{Acronym: w.Acronym, Kind: w.Kind, Country: w.Country}
	}
	return m
}

// states are the kinds of place whose entity is that of their country.
var states = map[string]bool{"country": true, "territory": true, "former": true}
