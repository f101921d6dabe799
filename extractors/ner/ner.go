// Package ner is the statistical witness: a linear-chain conditional random
// field over the words of a sentence (features.go, weights.go), learned from
// annotated text by the command in train, and the part-of-speech tagger and
// entity recognizer whose weights prose ships. It is the only package that
// imports prose.
//
// A witness proposes and never judges. Its Extractor reports nothing; it notes a
// Witness, which extractors/places and extractors/people ask about the sentences
// whose capitalized words titles and gazetteers leave open.
//
// The field sees each word's spelling, neighbours, classes and gazetteers, its
// part of speech by prose's tagger, and how the document uses it elsewhere
// (usage.go). The tagger and the recognizer run prose's algorithms (infer.go)
// over flat tables (model.go, rows.go): some hundred times faster, and with the
// same labels, which a test asserts against prose itself. The tagger's lie packed
// in tagger.bin (packed.go), for nearly every page asks it.
package ner

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor notes a *Witness.
var Extractor = &pipeline.Extractor{
	Name: "ner",
	Doc:  "the statistical witness, asked by others about names that rules leave open",
	Run:  run,
}

func run(p *pipeline.Pass) {
	if hasNames(p.Doc) {
		early()
	}
	p.Note(NewWitness(p.Doc, nil))
}

// hasNames reports whether a word within a sentence is capitalized.
func hasNames(doc *pipeline.Document) bool {
	return slices.ContainsFunc(doc.Tokens, func(t text.Token) bool { return t.Class == text.Word && t.Capital() && !t.Has(text.SentStart) })
}

// A Kind is what the witness takes a name for.
type Kind Label

// The kinds of name.
const (
	Person       = Kind(FirstOfPerson)
	Place        = Kind(FirstOfPlace)
	Organization = Kind(FirstOfOrganization)
	Other        = Kind(FirstOfOther)
)

// A Proposal is a name that the witness sees.
type Proposal struct {
	Tokens text.Range
	Kind   Kind
	Chance float32 // that exactly these tokens are a name of this kind
}

// A Witness answers for one document. It is used by one goroutine.
type Witness struct {
	doc     *pipeline.Document
	weights *Weights
	reader  *Reader
	scratch scratch
	asked   map[int]testimony
}

// A testimony is what was seen in one sentence.
type testimony struct {
	first     int
	chances   [][Labels]float32
	proposals []Proposal
}

// NewWitness makes the witness of a document with some weights, or with those
// that are shipped when weights is nil.
func NewWitness(doc *pipeline.Document, weights *Weights) *Witness {
	return &Witness{doc: doc, weights: weights, asked: map[int]testimony{}}
}

// most is how many tokens of a sentence are read at once: of longer ones the rest
// is silence.
const most = 1000

// Propose is what the witness sees in sentence n of the document. It answers the
// same each time.
func (w *Witness) Propose(n int) []Proposal { return w.ask(n).proposals }

// Open reports whether token i is a capitalized word that only the witness can
// tell from a name: no class of classes.tsv has it, and the document nowhere
// writes it with a small letter.
func (w *Witness) Open(i int) bool {
	t := w.doc.Tokens[i]
	if t.Class != text.Word || !t.Capital() || t.Has(text.Initial) {
		return false
	}
	if class, _ := classes.Get(t.Key); class != 0 {
		return false
	}
	if word := w.doc.Word(i); strings.HasSuffix(word, "s") {
		if class, _ := classes.Get(text.KeyOf(word[:len(word)-1])); class&bodies != 0 {
			return false // "Governments"
		}
	}
	use, _ := w.read().usage.Get(t.Key)
	return use&small == 0
}

// Chance is how likely it is that exactly these tokens of sentence n are a name
// of a kind.
func (w *Witness) Chance(n int, r text.Range, k Kind) float32 {
	return w.ask(n).chance(r, k)
}

func (t testimony) chance(r text.Range, k Kind) float32 {
	from, to := r.First-t.first, r.End-t.first
	if from < 0 || to > len(t.chances) || from >= to {
		return 0
	}
	p := t.chances[from][k]
	for i := from + 1; i < to; i++ {
		p = min(p, t.chances[i][k+1])
	}
	if to < len(t.chances) {
		p = min(p, 1-t.chances[to][k+1])
	}
	return p
}

func (w *Witness) ask(n int) testimony {
	t, ok := w.asked[n]
	if !ok {
		t = w.testify(w.doc.Sentences[n])
		w.asked[n] = t
	}
	return t
}

// read is the reader of the document, made when it is first needed.
func (w *Witness) read() *Reader {
	if w.reader == nil {
		w.reader = NewReader(w.doc)
	}
	return w.reader
}

// beside is how many tokens around the open words of a sentence are read.
const beside = 6

// window is the part of a sentence from its first open word to its last, with
// what stands beside them: the rest is not read.
func (w *Witness) window(s text.Range) text.Range {
	s.End = min(s.End, s.First+most)
	first, last := s.End, s.First
	for i := s.First; i < s.End; i++ {
		if w.Open(i) {
			first, last = min(first, i), i
		}
	}
	if last < first {
		return s
	}
	return text.Range{First: max(s.First, first-beside), End: min(s.End, last+1+beside)}
}

func (w *Witness) testify(s text.Range) testimony {
	if w.weights == nil {
		w.weights = shipped()
	}
	s = w.window(s)
	labels := w.weights.Read(w.read(), s, &w.scratch)
	t := testimony{first: s.First, chances: w.scratch.chances()}
	for i := 0; i < len(labels); {
		end := i + 1
		for end < len(labels) && labels[end] != None && !labels[end].first() {
			end++
		}
		if labels[i] != None {
			r := text.Range{First: s.First + i, End: s.First + end}
			k := Kind(labels[i])
			t.proposals = append(t.proposals, Proposal{r, k, t.chance(r, k)})
		}
		i = end
	}
	return t
}

// SecondOpinion reports whether prose's recognizer, too, takes exactly these
// tokens of sentence n for a person. It is for names that the witness hesitates at.
func (w *Witness) SecondOpinion(n int, r text.Range) bool {
	s := w.doc.Sentences[n]
	if s.Len() > most {
		return false
	}
	g := &w.read().tags
	g.words, g.tokens = split(w.doc, s, g.words[:0], g.tokens[:0])
	words, tokens := upTo(r.End, g.words, g.tokens)
	var run text.Range // the person being read
	for i, label := range recognizer().label(words, tagger().tag(words, g)) {
		switch {
		case !strings.HasSuffix(label, "-PERSON"):
			if run == r {
				return true
			}
			run = text.Range{}
		case run.End == tokens[i].First && run.Len() > 0:
			run.End = tokens[i].End
		default:
			run = tokens[i]
		}
	}
	return run == r
}

// upTo is the words of a sentence up to the one that begins at or behind a token,
// and those that its label depends on: the next one's tag is part of what it is
// labelled by, and that one sees the two words after it.
func upTo(token int, words []string, tokens []text.Range) ([]string, []text.Range) {
	n := 0
	for n < len(tokens) && tokens[n].First < token {
		n++
	}
	n = min(n+1+1+aside, len(words))
	return words[:n], tokens[:n]
}
