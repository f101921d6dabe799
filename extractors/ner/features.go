package ner

import (
	"slices"

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
	usage *text.Table[usage]
	s     text.Range // the sentence being read
	words []word     // its tokens, with two edges on either side
	tags  tagging    // scratch
}

// A word is what the features know of one token. All parts but the numbers of
// the sentence's runs of capitals are sets of bits or keys, compared for equality.
type word struct {
	id    uint64 // its key, or what stands for a number or a mark
	shape uint64 // how it is written
	names uint64 // the gazetteers that have it
	usage uint64 // how the document uses it wherever it stands
	class uint64 // the classes of classes.tsv
	tag   uint64 // its part of speech, from prose's weights

	// Of a capitalized word: the last word of the run of capitals it is in,
	// what stands around the run, how long it is and where in it the word stands.
	last, before, after                uint64
	lastClass, beforeClass, afterClass uint64
	run                                uint64
}

// NewReader makes a Reader of a document.
func NewReader(doc *pipeline.Document) *Reader { return &Reader{doc: doc, usage: usages(doc)} }

// edge stands for what is before and after a sentence.
var edge = word{id: 1, shape: 1, names: 1, usage: 1}

// margin is how many edges stand on either side.
const margin = 2

// Sentence reads the words of a sentence, so that At can tell their features.
func (r *Reader) Sentence(s text.Range) {
	r.s = s
	r.words = append(slices.Grow(r.words[:0], s.Len()+2*margin), edge, edge)
	for i := s.First; i < s.End; i++ {
		r.words = append(r.words, r.word(i))
	}
	r.words = append(r.words, edge, edge)
	r.lookUp()
	r.runs()
	r.tags.of(r.doc, s, func(i, tag int) { r.words[margin+i-s.First].tag = uint64(tag) + 1 })
}

func (r *Reader) word(i int) word {
	t := r.doc.Tokens[i]
	if t.Class == text.Bar {
		t.Class = text.Other // running text has no tables: to the witness a bar is a symbol like others
	}
	w := word{id: uint64(t.Class) + 2, shape: shapeOf(t)}
	switch t.Class {
	case text.Number:
		w.id = 100 + uint64(min(t.Len(), 9))
	case text.Word:
		w.id = t.Key
		use, _ := r.usage.Get(t.Key)
		w.usage = uint64(use)
		w.class, _ = classes.Get(t.Key)
		if gazetteer.CommonGivenNames.Has(t) {
			w.names |= givenName
		}
		if gazetteer.FamilyNames.Has(t) {
			w.names |= familyName
		}
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

// isWord and isCapital read a shape.
func isWord(shape uint64) bool { return shape>>8&0xff == uint64(text.Word) }

func isCapital(shape uint64) bool { return isWord(shape) && shape&uint64(text.Upper|text.Title) != 0 }

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
	begins  // the word begins what the gazetteer has
	several // and that has several words
)

// large is from how many people a city is known the world over.
const large = 200_000

// lookUp marks the words of the names that the gazetteer has.
func (r *Reader) lookUp() {
	for i := r.s.First; i < r.s.End; {
		t := r.doc.Tokens[i]
		if t.Class != text.Word || !t.Capital() {
			i++
			continue
		}
		entries, n := gazetteer.Lookup(r.doc.Tokens, i, r.s.End)
		if n == 0 {
			i++
			continue
		}
		kinds := uint64(0)
		for k := range entries {
			kinds |= placeKind(&entries[k])
		}
		if n > 1 {
			kinds |= several
		}
		at := margin + i - r.s.First
		for k := range n {
			r.words[at+k].names |= kinds
		}
		r.words[at].names |= begins
		i += n
	}
}

func placeKind(e *gazetteer.Entry) uint64 {
	switch e.Kind {
	case "country", "territory", "former":
		return state
	case "demonym":
		return demonym
	case "city":
		if e.Population > large || e.Capital {
			return largeCity
		}
		return city
	case "region", "continent":
		return region
	}
	return otherPlace
}

// runs tells each word of a run of capitalized words what ends the run and
// stands around it.
func (r *Reader) runs() {
	const longest = 5
	w := r.words
	for i := margin; i < len(w)-margin; {
		if !isCapital(w[i].shape) {
			i++
			continue
		}
		end := i
		for end < len(w)-margin && isCapital(w[end].shape) {
			end++
		}
		for k := i; k < end; k++ {
			w[k].last, w[k].before, w[k].after = w[end-1].id, w[i-1].id, w[end].id
			w[k].lastClass, w[k].beforeClass, w[k].afterClass = w[end-1].class, w[i-1].class, w[end].class
			w[k].run = uint64(min(end-i, longest))<<8 | uint64(min(k-i, longest)) + 1
		}
		i = end
	}
}

// The templates of features. Their numbers are part of the weights.
const (
	ofBias uint64 = 1 + iota
	ofWord
	ofPrevious
	ofNext
	ofSecondBefore
	ofSecondAfter
	ofShape
	ofNames
	ofPreviousNames
	ofNextNames
	ofUsage
	ofUsageAndNames
	ofEachUse
	ofClass
	ofPreviousClass
	ofNextClass
	ofTag
	ofTagAndShape
	ofPreviousTag
	ofNextTag
	ofRun
	ofBefore
	ofAfter
	ofLast
	ofNamesInRun
	ofLastClass
	ofBeforeClass
	ofAfterClass
	ofEnding
)

// At appends the features of token i of the sentence, counted from 0.
func (r *Reader) At(into []Feature, i int) []Feature {
	w := r.words[i : i+2*margin+1]
	b, c, d := &w[1], &w[2], &w[3]
	start := uint64(0)
	if i == 0 {
		start = 1
	}
	into = append(into,
		feature(ofBias, start, 0), feature(ofWord, c.id, 0), feature(ofPrevious, b.id, 0), feature(ofNext, d.id, 0),
		feature(ofSecondBefore, w[0].id, 0), feature(ofSecondAfter, w[4].id, 0), feature(ofShape, c.shape, start),
		feature(ofNames, c.names, c.shape), feature(ofPreviousNames, b.names, c.names), feature(ofNextNames, c.names, d.names),
		feature(ofUsage, c.usage&local, start), feature(ofUsageAndNames, c.usage&local, c.names),
		feature(ofClass, c.class, 0), feature(ofPreviousClass, b.class, c.shape), feature(ofNextClass, d.class, c.shape),
		feature(ofTag, c.tag, 0), feature(ofTagAndShape, c.tag, c.shape), feature(ofPreviousTag, b.tag, c.tag), feature(ofNextTag, c.tag, d.tag),
	)
	for u := c.usage; u != 0; u &= u - 1 {
		into = append(into, feature(ofEachUse, u&-u, c.shape))
	}
	if c.run != 0 {
		into = append(into,
			feature(ofRun, c.run, start), feature(ofBefore, c.before, c.run), feature(ofAfter, c.after, c.run), feature(ofLast, c.last, c.run),
			feature(ofNamesInRun, c.names, c.run), feature(ofLastClass, c.lastClass, c.run), feature(ofBeforeClass, c.beforeClass, c.run),
			feature(ofAfterClass, c.afterClass, c.run),
		)
	}
	if isWord(c.shape) {
		into = r.endings(into, r.s.First+i, c.shape)
	}
	return into
}

// endings appends the features of a word's last letters.
func (r *Reader) endings(into []Feature, i int, shape uint64) []Feature {
	w := r.doc.Word(i)
	for k := 2; k <= 3 && k < len(w); k++ {
		into = append(into, feature(ofEnding, letters(w[len(w)-k:]), shape&0xff))
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

// feature is the row of the values a and b under a template: a mix of all bits,
// of which the highest are kept.
func feature(template, a, b uint64) Feature {
	h := (a ^ template*0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd
	h ^= h >> 32
	h = (h ^ b) * 0xc4ceb9fe1a85ec53
	return Feature(h >> (64 - rowBits))
}
