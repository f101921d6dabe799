package pipeline

import (
	"fmt"
	"runtime/debug"
	"unicode/utf8"

	"chancery/pipeline/text"
)

// Annotate runs the extractors over a document and resolves what they propose.
// A panic in an extractor becomes an error that names the document and the
// extractor; the caller goes on with the next document.
func Annotate(doc *Document, extractors []*Extractor) (res Result, err error) {
	p := newPass(doc)
	defer func() {
		if r := recover(); r != nil {
			name := "pipeline"
			if p.extractor != nil {
				name = p.extractor.Name
			}
			err = fmt.Errorf("%s: %s: panic: %v\n%s", doc.ID, name, r, debug.Stack())
		}
	}()
	done := map[*Extractor]bool{}
	var candidates []*Mention
	for _, e := range extractors {
		p.run(e, done)
	}
	for _, e := range extractors {
		candidates = append(candidates, p.reports[e]...)
	}
	winners, losers := Resolve(doc, candidates)
	lines := text.NewLines(doc.Source)
	locate(doc, lines, winners)
	res = Result{Doc: describe(doc), Text: doc.Source, Mentions: winners, Entities: entities(winners), Rejected: losers}
	reading := &Reading{Doc: doc, Mentions: winners, pass: p}
	for _, e := range extractors {
		if p.extractor = e; e.Facts != nil {
			e.Facts(reading)
		}
	}
	reading.settle(lines)
	res.Facts, res.Missed = reading.facts, reading.missed
	res.Doc.Candidates = len(candidates)
	for _, e := range extractors {
		if f, ok := p.notes[e].(Frame); ok {
			res.Doc.CountryA, res.Doc.CountryB = f.A, f.B
		}
	}
	return res, nil
}

// A Frame is the note that says what countries a page is about, as ISO 3166-1
// alpha-2 codes. A and B are the two of a bilateral page, in the order of its
// title, and empty when it is about none or one.
type Frame struct {
	A, B      string
	Countries []CountryWeight // every country named, the most often named first
}

// A CountryWeight says how often a document names a country, demonyms included.
type CountryWeight struct {
	Country string
	Weight  int
}

func describe(doc *Document) DocumentInfo {
	return DocumentInfo{
		ID: doc.ID, Title: doc.Meta.Title, Language: doc.Meta.Language, Created: doc.Meta.Created, Updated: doc.Meta.Updated,
		Chars: utf8.RuneCountInString(doc.Source), Ruleset: Ruleset,
	}
}
