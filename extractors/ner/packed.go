package ner

import (
	_ "embed"
	"encoding/binary"
	"math/bits"

	"chancery/pipeline/text"
)

// The weights of prose's tagger in the form in which they are used: decoding them as
// prose ships them takes longer than all else when a program starts. Written anew by
//
//go:generate go test -run TestTaggerIsPacked . -update
//go:embed tagger.bin
var packedTagger []byte

// A packed file is read front to back. Its numbers are those of encoding/binary: counts of
// varying length, others little endian. It panics at the end of what is cut.
type packed struct{ left []byte }

func (p *packed) count() int {
	n, size := binary.Uvarint(p.left)
	p.left = p.left[size:]
	return int(n)
}

func (p *packed) bytes(n int) []byte {
	b := p.left[:n]
	p.left = p.left[n:]
	return b
}

func (p *packed) number() uint64 { return binary.LittleEndian.Uint64(p.bytes(8)) }

// keys reads the keys of a table, which are numbered in their order, from one on.
func (p *packed) keys() (numbers *text.Table[int32], n int) {
	n = p.count()
	numbers = text.NewEmptyTable[int32](n)
	for i := range n {
		*numbers.At(p.number()) = int32(i + 1)
	}
	return numbers, n
}

// rows reads the lengths of rows of weights, which follow one another, and puts where each
// lies into spans. It returns where the next begins.
func (p *packed) rows(from int32, spans []span) int32 {
	for i := range spans {
		end := from + int32(p.count())
		spans[i] = span{from, end}
		from = end
	}
	return from
}

// readTagger reads what tagLoader.write wrote.
func readTagger(file []byte) *taggerModel {
	p, m := &packed{file}, &taggerModel{}
	m.tags = make([]string, p.count())
	for i := range m.tags {
		m.tags[i] = string(p.bytes(p.count()))
	}
	n := p.count()
	m.fixed = text.NewEmptyTable[uint8](n)
	for range n {
		*m.fixed.At(p.number()) = p.bytes(1)[0]
	}
	m.ofBefore = make([]tally, m.sides())
	for i := range m.ofBefore {
		for k := range m.tags {
			m.ofBefore[i][k] = int32(binary.LittleEndian.Uint32(p.bytes(4)))
		}
	}
	m.readRows(p)
	m.weights = make([]tagWeight, p.count())
	for i, b := 0, p.bytes(4*len(m.weights)); i < len(m.weights); i, b = i+1, b[4:] {
		m.weights[i] = tagWeight(binary.LittleEndian.Uint32(b))
	}
	return m
}

// readRows reads the words and endings and where the rows of weights lie, those of each
// word side by side, so that what was read for one of them brings the others near.
func (m *taggerModel) readRows(p *packed) {
	m.ofEarlier, m.ofTwo = make([]span, m.sides()), make([]span, m.sides()*m.sides())
	from := p.rows(0, m.ofEarlier)
	from = p.rows(from, m.ofTwo)
	from = p.rows(from, m.ofFirst[:])
	endings, n := p.keys()
	m.endings, m.ofEndings = endings, make([][endingPlaces]span, 1+n)
	for i := range m.ofEndings[1:] {
		from = p.rows(from, m.ofEndings[1+i][:])
	}
	words, n := p.keys()
	m.words, m.ofWords = words, make([]wordRows, 1+n)
	m.ofPairs = make([]span, 0, p.count())
	for i := range m.ofWords[1:] {
		w := &m.ofWords[1+i]
		w.sides, w.pairs = p.number(), int32(len(m.ofPairs))
		from = p.rows(from, w.places[:])
		pairs := len(m.ofPairs) + bits.OnesCount64(w.sides)
		from = p.rows(from, m.ofPairs[w.pairs:pairs])
		m.ofPairs = m.ofPairs[:pairs]
	}
}
