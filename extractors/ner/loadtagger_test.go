package ner

import (
	"bytes"
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"

	"chancery/pipeline/text"
)

// A tagLoader reads the features of prose's tagger as prose ships them.
type tagLoader struct {
	m        *taggerModel
	numbers  map[string]int // of tags
	pairs    []tagPair
	bias     span
	before   []span   // by the tag before
	wordKeys []uint64 // of words by their number less one
	endKeys  []uint64 // of endings
	fixed    map[uint64]uint8
}

// A tagPair is the span of a word with a tag before it.
type tagPair struct {
	word, side int32
	row        span
}

func loadTagger() *tagLoader {
	var fixed map[string]string
	m := &taggerModel{words: text.NewEmptyTable[int32](8192), endings: text.NewEmptyTable[int32](1024)}
	m.ofWords, m.ofEndings = make([]wordRows, 1), make([][endingPlaces]span, 1) // number 0 is what the model does not have
	asset("AveragedPerceptron/tags.gob", &fixed)
	asset("AveragedPerceptron/classes.gob", &m.tags)
	slices.Sort(m.tags)
	m.tags = append(m.tags, "-", "NN", "-NONE-")
	l := &tagLoader{m: m, numbers: map[string]int{}, fixed: map[uint64]uint8{}}
	l.before, m.ofEarlier, m.ofTwo = make([]span, m.sides()), make([]span, m.sides()), make([]span, m.sides()*m.sides())
	for i, tag := range slices.Backward(m.tags) { // NN is there twice: the first counts
		l.numbers[tag] = i
	}
	r := newGobReader(assetBytes("AveragedPerceptron/weights.gob"))
	r.entries(func() {
		name := r.text()
		l.feature(name, l.row(r))
	})
	l.pack()
	l.addBefore()
	l.gather()
	for word, tag := range fixed {
		l.fixed[uint64(noHash.add(word))] = uint8(l.numbers[tag])
	}
	return l
}

// row packs the weights of a feature, which are by tag.
func (l *tagLoader) row(r *gobReader) span {
	from := int32(len(l.m.weights))
	r.entries(func() {
		tag, w := r.text(), r.float()
		l.m.weights = append(l.m.weights, makeTagWeight(l.numbers[string(tag)], int(math.Round(1000*w))))
	})
	return span{from, int32(len(l.m.weights))}
}

// The templates of the features of words and of endings, by where they stand.
var (
	wordTemplates   = [wordPlaces][]byte{here: []byte("i word "), before: []byte("i-1 word "), after: []byte("i+1 word "), earlier: []byte("i-2 word "), later: []byte("i+2 word ")}
	endingTemplates = [endingPlaces][]byte{here: []byte("i suffix "), before: []byte("i-1 suffix "), after: []byte("i+1 suffix ")}
)

// feature puts the row of a feature where predict looks for it.
func (l *tagLoader) feature(name []byte, row span) {
	for place, template := range wordTemplates {
		if w, ok := bytes.CutPrefix(name, template); ok {
			l.m.ofWords[l.word(w)].places[place] = row
			return
		}
	}
	for place, template := range endingTemplates {
		if w, ok := bytes.CutPrefix(name, template); ok {
			l.m.ofEndings[l.ending(w)][place] = row
			return
		}
	}
	if pair, ok := bytes.CutPrefix(name, []byte("i-1 tag+i word ")); ok {
		tag, w, _ := bytes.Cut(pair, []byte(" "))
		l.pairs = append(l.pairs, tagPair{l.word(w), int32(l.side(string(tag))), row})
		return
	}
	l.tagFeature(string(name), row)
}

// tagFeature puts the row of a feature of no word.
func (l *tagLoader) tagFeature(name string, row span) {
	if name == "bias" {
		l.bias = row
	} else if first, ok := strings.CutPrefix(name, "i pref1 "); ok {
		if r := []rune(first); len(r) == 1 && int(r[0]) < len(l.m.ofFirst) {
			l.m.ofFirst[r[0]] = row
		}
	} else if tag, ok := strings.CutPrefix(name, "i-1 tag "); ok {
		l.before[l.side(tag)] = row
	} else if tag, ok := strings.CutPrefix(name, "i-2 tag "); ok {
		l.m.ofEarlier[l.side(tag)] = row
	} else if tags, ok := strings.CutPrefix(name, "i tag+i-2 tag "); ok {
		one, two, _ := strings.Cut(tags, " ")
		l.m.ofTwo[l.side(one)*l.m.sides()+l.side(two)] = row
	}
}

// pack brings the pairs of each word together, in the order of their tags.
func (l *tagLoader) pack() {
	slices.SortFunc(l.pairs, func(a, b tagPair) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.side, b.side)) })
	for i, p := range l.pairs {
		w := &l.m.ofWords[p.word]
		if w.sides == 0 {
			w.pairs = int32(i)
		}
		w.sides |= 1 << p.side
		l.m.ofPairs = append(l.m.ofPairs, p.row)
	}
}

// addBefore adds up the longest rows, that of the bias and those of the tag before.
func (l *tagLoader) addBefore() {
	l.m.ofBefore = make([]tally, l.m.sides())
	for tag := range l.m.ofBefore {
		l.m.add(l.bias, &l.m.ofBefore[tag])
		l.m.add(l.before[tag], &l.m.ofBefore[tag])
	}
}

// gather lays the rows of each word side by side, so that what was read for one of
// them brings the others near.
func (l *tagLoader) gather() {
	packed := make([]tagWeight, 0, len(l.m.weights))
	move := func(rows []span) {
		for i, s := range rows {
			from := int32(len(packed))
			packed = append(packed, l.m.weights[s.from:s.to]...)
			rows[i] = span{from, int32(len(packed))}
		}
	}
	move(l.m.ofEarlier)
	move(l.m.ofTwo)
	move(l.m.ofFirst[:])
	for i := range l.m.ofEndings {
		move(l.m.ofEndings[i][:])
	}
	for i := range l.m.ofWords {
		w := &l.m.ofWords[i]
		move(w.places[:])
		move(l.m.ofPairs[w.pairs : int(w.pairs)+bits.OnesCount64(w.sides)])
	}
	l.m.weights = packed
}

// word is the number of a word, a new one when it has none; ending that of an
// ending.
func (l *tagLoader) word(w []byte) int32 {
	key := uint64(noHash.bytes(w))
	n := l.m.words.At(key)
	if *n == 0 {
		*n = int32(len(l.m.ofWords))
		l.m.ofWords, l.wordKeys = append(l.m.ofWords, wordRows{}), append(l.wordKeys, key)
	}
	return *n
}

func (l *tagLoader) ending(w []byte) int32 {
	key := uint64(noHash.bytes(w))
	n := l.m.endings.At(key)
	if *n == 0 {
		*n = int32(len(l.m.ofEndings))
		l.m.ofEndings, l.endKeys = append(l.m.ofEndings, [endingPlaces]span{}), append(l.endKeys, key)
	}
	return *n
}

// side is the number of a tag before a word, or of what stands for it where the
// sentence begins.
func (l *tagLoader) side(tag string) int {
	switch tag {
	case "-START-":
		return len(l.m.tags)
	case "-START2-":
		return len(l.m.tags) + 1
	}
	return l.numbers[tag]
}
