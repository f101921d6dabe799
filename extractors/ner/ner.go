// Package ner is the statistical witness: prose's named-entity recognizer behind
// one small door, the only package that imports it.
//
// A witness proposes and never judges. Its Extractor reports nothing; it notes a
// Witness, which extractors/people asks about the sentences whose capitalized
// words titles and gazetteers leave open. It is asked sentence by sentence,
// because prose loses labels of words that a text repeats, is quadratic on some
// runs of punctuation, and is slow enough (0.1 MB/s) that it should only be asked
// when its answer matters.
package ner

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor notes a *Witness.
var Extractor = &pipeline.Extractor{
	Name: "ner",
	Doc:  "the statistical witness (prose), asked by others about names that rules leave open",
	Run:  func(p *pipeline.Pass) { p.Note(&Witness{doc: p.Doc, asked: map[int][]Proposal{}}) },
}

// A Proposal is a name that the witness sees.
type Proposal struct {
	Tokens text.Range
	Label  string // PERSON or GPE, as prose names them
}

// A Witness answers for one document. It is used by one goroutine.
type Witness struct {
	doc   *pipeline.Document
	asked map[int][]Proposal
}

// most is the length in bytes above which a sentence is not asked about: prose
// is quadratic in places.
const most = 1500

// model is prose's own model, loaded once; it is only read after that.
var model = sync.OnceValue(func() *prose.Model { return prose.ModelFromData("chancery") })

// Propose is what the witness sees in sentence n of the document. It answers the
// same each time, and nothing where prose fails.
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

func (w *Witness) ask(s text.Range) (found []Proposal) {
	span := w.doc.SpanOf(s)
	if span.Len() > most {
		return nil
	}
	defer func() {
		if recover() != nil { // prose panics on some letters whose lower case has another length
			found = nil
		}
	}()
	sentence := w.doc.Text[span.Start:span.End]
	// prose drops an entity at the very end of a text
	d, err := prose.NewDocument(plain(sentence)+" .", prose.UsingModel(model()), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	return w.align(s, span.Start, plain(sentence), d.Tokens())
}

// plain is a sentence with the same number of bytes that prose reads safely: on
// one line, without runs of blanks or control characters.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// align finds prose's tokens in the sentence again, for prose gives no offsets,
// and turns its labels into ranges of ours.
func (w *Witness) align(s text.Range, start int, sentence string, tokens []prose.Token) []Proposal {
	var found []Proposal
	at, next := 0, s.First
	for _, t := range tokens {
		i := strings.Index(sentence[at:], t.Text)
		if i < 0 || t.Text == "" {
			continue
		}
		from := start + at + i
		at += i + len(t.Text)
		for next < s.End && int(w.doc.Tokens[next].End) <= from {
			next++
		}
		_, label, ok := strings.Cut(t.Label, "-")
		if !ok || next == s.End {
			continue
		}
		end := next
		for end < s.End && int(w.doc.Tokens[end].Start) < start+at {
			end++
		}
		if n := len(found); n > 0 && found[n-1].Label == label && found[n-1].Tokens.End == next {
			found[n-1].Tokens.End = end
			continue
		}
		found = append(found, Proposal{text.Range{First: next, End: end}, label})
	}
	return found
}
