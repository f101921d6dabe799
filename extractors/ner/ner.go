// Package ner is the statistical witness: the weights of prose's part-of-speech
// tagger and named-entity recognizer behind one small door, the only package that
// imports prose.
//
// A witness proposes and never judges. Its Extractor reports nothing; it notes a
// Witness, which extractors/people asks about the sentences whose capitalized
// words titles and gazetteers leave open.
//
// The algorithms are prose's (infer.go), over flat tables of the weights that it
// ships (model.go, rows.go): some hundred times faster, and the same labels, which
// a test asserts against prose itself. Reading our own tokens (words.go) also
// avoids what prose loses: names at the end of a text, words after an apostrophe,
// the labels of words that a text repeats.
package ner

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor notes a *Witness.
var Extractor = &pipeline.Extractor{
	Name: "ner",
	Doc:  "the statistical witness (prose's weights), asked by others about names that rules leave open",
	Run:  func(p *pipeline.Pass) { p.Note(&Witness{doc: p.Doc, asked: map[int][]Proposal{}}) },
}

// A Proposal is a name that the witness sees.
type Proposal struct {
	Tokens text.Range
	Label  string // PERSON, GPE, ORGANIZATION, LOCATION, FACILITY or GSP, as the weights know them
}

// A Witness answers for one document. It is used by one goroutine.
type Witness struct {
	doc   *pipeline.Document
	asked map[int][]Proposal
}

// most is how many tokens a sentence may have to be asked about.
const most = 1000

// Propose is what the witness sees in sentence n of the document. It answers the
// same each time.
func (w *Witness) Propose(n int) []Proposal {
	if p, ok := w.asked[n]; ok {
		return p
	}
	p := w.ask(w.doc.Sentences[n])
	w.asked[n] = p
	return p
}

// Label is the witness's label for exactly these tokens of sentence n, or, not
// exact, of a proposal that overlaps them; empty when there is none.
func (w *Witness) Label(n int, r text.Range) (label string, exact bool) {
	for _, p := range w.Propose(n) {
		if p.Tokens == r {
			return p.Label, true
		}
		if p.Tokens.Overlaps(r) {
			label = p.Label
		}
	}
	return label, false
}

// ask labels a sentence's words and joins neighbours of one label.
func (w *Witness) ask(s text.Range) []Proposal {
	if s.Len() > most {
		return nil
	}
	words, tokens := split(w.doc, s)
	m := weights()
	var found []Proposal
	for i, label := range m.label(words, m.tag(words)) {
		if label == "O" {
			continue
		}
		kind := label[2:]
		if n := len(found); n > 0 && found[n-1].Label == kind && found[n-1].Tokens.End == tokens[i].First {
			found[n-1].Tokens.End = tokens[i].End
			continue
		}
		found = append(found, Proposal{tokens[i], kind})
	}
	return found
}
