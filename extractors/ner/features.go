package ner

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// rowBits is the width of a feature's number: features are found by their hash
// alone, and share a row when their hashes agree in these bits.
const rowBits = 18

// A Feature is the number of a row of weights.
type Feature uint32

// A Reader reads off the features of a document's tokens. It is used by one
// goroutine.
type Reader struct {
	doc   *pipeline.Document
	usage map[uint64]usage
	words []word // of the sentence being read
}

// A word is what the features know of one token.
type word struct {
	id        uint64 // its key, or what stands for a number or a mark
	shape     uint64
	names     uint64 // the gazetteers that have it
	usage     uint64 // how the document uses it elsewhere
	runFirst  uint64 // of the run of capitalized words it is in: the first word,
	runLast   uint64 // the last word,
	runBefore uint64 // the word before and
	runAfter  uint64 // the word after it,
	runPlace  uint64 // how long it is and where in it the word stands
}

// NewReader makes a Reader of a document.
func NewReader(doc *pipeline.Document) *Reader {
	return &Reader{doc: doc, usage: usages(doc)}
}

// edge stands for what is before and after a sentence.
var edge = word{id: 1, shape: 1, names: 1, usage: 1}

// Sentence reads the words of a sentence, so that At can tell their features.
func (r *Reader) Sentence(s text.Range) {
	r.words = append(r.words[:0], edge, edge)
	for i := s.First; i < s.End; i++ {
		r.words = append(r.words, r.word(i))
	}
	r.words = append(r.words, edge, edge)
	r.gazetteers(s)
	r.runs()
}

func (r *Reader) word(i int) word {
	t := r.doc.Tokens[i]
	w := word{id: uint64(t.Class) + 2, shape: shapeOf(t)}
	switch t.Class {
	case text.Word:
		w.id = t.Key
		w.usage = uint64(r.usage[t.Key])
	case text.Number:
		w.id = 100 + uint64(min(t.Len(), 9))
	}
	if gazetteer.GivenNames.Has(t) {
		w.names |= givenName
	}
	if gazetteer.FamilyNames.Has(t) {
		w.names |= familyName
	}
	return w
}

// shapeOf is how a token is written, without its letters.
func shapeOf(t text.Token) uint64 {
	s := uint64(t.Class) << 8
	if t.Class != text.Word {
		return s | uint64(t.Flags&text.Possess)
	}
	s |= uint64(t.Flags & (text.Upper | text.Title | text.Lower | text.Initial))
	if t.Has(text.NonASCII) {
		s |= 1 << 20
	}
	if t.Has(text.Upper) {
		s |= uint64(min(t.Len(), 4)) << 16
	}
	return s
}

// The lists that may have a word.
const (
	givenName uint64 = 1 << iota
	familyName
	state
	demonym
	city
	largeCity
	region
	otherPlace
	begins // the word begins what the gazetteer has
	several
)

// gazetteers marks the words of the names that the gazetteer has.
func (r *Reader) gazetteers(s text.Range) {
	for i := s.First; i < s.End; {
		t := r.doc.Tokens[i]
		if t.Class != text.Word || !t.Capital() {
			i++
			continue
		}
		entries, n := gazetteer.Lookup(r.doc.Tokens, i, s.End)
		if n == 0 {
			i++
			continue
		}
		kinds := uint64(0)
		for _, e := range entries {
			kinds |= placeKind(e)
		}
		if n > 1 {
			kinds |= several
		}
		for k := range n {
			r.words[2+i-s.First+k].names |= kinds
		}
		r.words[2+i-s.First].names |= begins
		i += n
	}
}

func placeKind(e gazetteer.Entry) uint64 {
	switch e.Kind {
	case "country", "territory", "former":
		return state
	case "demonym":
		return demonym
	case "city":
		if e.Population > 200_000 || e.Capital {
			return largeCity
		}
		return city
	case "region", "continent":
		return region
	}
	return otherPlace
}

// runs tells each word of a run of capitalized words what begins and ends the
// run and stands around it.
func (r *Reader) runs() {
	const capital = uint64(text.Upper | text.Title)
	w := r.words
	for i := 2; i < len(w)-2; {
		if w[i].shape&capital == 0 || w[i].shape>>8&0xff != uint64(text.Word) {
			i++
			continue
		}
		end := i
		for end < len(w)-2 && w[end].shape&capital != 0 && w[end].shape>>8&0xff == uint64(text.Word) {
			end++
		}
		for k := i; k < end; k++ {
			w[k].runFirst, w[k].runLast, w[k].runBefore, w[k].runAfter = w[i].id, w[end-1].id, w[i-1].id, w[end].id
			w[k].runPlace = uint64(min(end-i, 5))<<8 | uint64(min(k-i, 5)) + 1
		}
		i = end
	}
}

// At appends the features of word i of the sentence, counted from 0.
func (r *Reader) At(into []Feature, i int, s text.Range) []Feature {
	w := r.words[i : i+5] // the word itself is in the middle
	a, b, c, d, e := &w[0], &w[1], &w[2], &w[3], &w[4]
	start := uint64(0)
	if i == 0 {
		start = 1
	}
	into = append(into,
		feature(1, start, 0), feature(2, c.id, 0), feature(3, b.id, 0), feature(4, d.id, 0), feature(5, a.id, 0), feature(6, e.id, 0),
		feature(7, b.id, c.id), feature(8, c.id, d.id),
		feature(9, c.shape, start), feature(10, b.shape, c.shape), feature(11, c.shape, d.shape), feature(12, b.shape<<32^c.shape, d.shape),
		feature(13, a.shape<<32^b.shape, c.shape<<32^d.shape),
		feature(14, c.names, c.shape), feature(15, b.names, c.names), feature(16, c.names, d.names), feature(17, b.id, c.names), feature(18, c.names, d.id),
		feature(19, c.usage, start), feature(20, c.usage, c.names), feature(21, b.id, c.shape), feature(22, c.shape, d.id),
	)
	if c.runPlace != 0 {
		into = append(into,
			feature(23, c.runPlace, start), feature(24, c.runBefore, 0), feature(25, c.runAfter, 0), feature(26, c.runLast, 0), feature(27, c.runFirst, 0),
			feature(28, c.runBefore, c.runPlace), feature(29, c.runAfter, c.runPlace), feature(30, c.runLast, c.runPlace), feature(31, c.usage, c.runPlace),
			feature(32, c.names, c.runPlace),
		)
	}
	if c.shape>>8&0xff == uint64(text.Word) {
		into = r.spelling(into, s.First+i, c.shape)
	}
	return into
}

// spelling appends the features of a word's beginning and end.
func (r *Reader) spelling(into []Feature, i int, shape uint64) []Feature {
	w := r.doc.Word(i)
	n := len(w)
	for k := 2; k <= 4 && k < n; k++ {
		into = append(into, feature(40+uint64(k), letters(w[n-k:]), shape&0xff), feature(50+uint64(k), letters(w[:k]), shape&0xff))
	}
	return into
}

// letters packs up to eight bytes in small letters.
func letters(s string) (n uint64) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		n = n<<8 | uint64(c)
	}
	return n
}

// feature is the row of the values a and b under a template.
func feature(template, a, b uint64) Feature {
	h := (a ^ template*0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd
	h ^= h >> 32
	h = (h ^ b) * 0xc4ceb9fe1a85ec53
	return Feature(h >> (64 - rowBits))
}
