package ner

import (
	"math/bits"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"chancery/pipeline/text"
)

// taggerModel holds prose's averaged perceptron in flat tables: the rows of all
// features of a word stand together, so that a word is looked up once and not
// once a feature.
type taggerModel struct {
	tags      []string             // parts of speech, sorted, and those of special words
	fixed     *text.Table[uint8]   // words with one part of speech only, as written
	words     *text.Table[int32]   // a word as the context sees it -> its number in ofWords
	endings   *text.Table[int32]   // last letters -> their number in ofEndings
	ofWords   []wordRows           // by word
	ofEndings [][endingPlaces]span // by ending, and by where it stands
	ofPairs   []span               // by word and the tag before it, as wordRows finds them
	ofFirst   [256]span            // by a word's first byte
	ofBefore  []tally              // by the tag before: what it and the bias add up to
	ofEarlier []span               // by the tag before that
	ofTwo     []span               // by both
	weights   []tagWeight
}

// Where a word or an ending stands that a feature is about.
const (
	here = iota
	before
	after
	endingPlaces
	earlier = iota - 1 // the second before
	later              // the second after
	wordPlaces
)

// A span is the part of a model's weights that a feature has.
type span struct{ from, to int32 }

// wordRows are the spans of a word by where it stands, and those of the word here
// with a certain tag before it: the bits of sides say which tags have one, and
// their spans follow one another in ofPairs.
type wordRows struct {
	places [wordPlaces]span
	sides  uint64
	pairs  int32
}

// A tagWeight is a weight in thousandths, times 256, and the tag that it is for.
// Prose's weights have three decimals, so that their sums are exact.
type tagWeight int32

func makeTagWeight(tag int, thousandths int) tagWeight { return tagWeight(thousandths<<8 | tag) }

// A tally holds a score for each tag.
type tally [64]int32

func (m *taggerModel) add(s span, t *tally) {
	for _, w := range m.weights[s.from:s.to] {
		t[w&63] += int32(w >> 8)
	}
}

// best is the tag with the highest score.
func (m *taggerModel) best(t *tally) int {
	best, top := 0, t[0]
	for i, v := range t[:len(m.tags)] {
		if v > top {
			best, top = i, v
		}
	}
	return best
}

// A sight is what the tagger knows of a word wherever it stands.
type sight struct {
	word   *wordRows
	ending *[endingPlaces]span
}

// aside is how many words around it a word's features see.
const aside = 2

// tag gives each word its part of speech with the averaged perceptron (Collins,
// 2002, in the features of Honnibal's tagger), as prose's tags are numbered in
// the model.
func (m *taggerModel) tag(words []string, g *tagging) []uint8 {
	g.sights, g.tags = g.sights[:0], g.tags[:0]
	g.sights = append(g.sights, m.see("-START-", false), m.see("-START2-", false))
	for _, w := range words {
		g.sights = append(g.sights, m.see(normal(w)))
	}
	g.sights = append(g.sights, m.see("-END-", false), m.see("-END2-", false))
	one, two := len(m.tags), len(m.tags)+1 // what stands for the tags before a sentence
	for i, w := range words {
		t, ok := m.special(w)
		if !ok {
			t = m.predict(w, g.sights[i:i+2*aside+1], one, two)
		}
		g.tags = append(g.tags, uint8(t))
		two, one = one, t
	}
	return g.tags
}

// see looks up a word as the context sees it, in small letters when small is set.
func (m *taggerModel) see(w string, small bool) sight {
	word, ending := noHash.add(w), noHash.add(tail(w))
	if small {
		word, ending = noHash.lower(w), noHash.lower(tail(w))
	}
	s := sight{word: &m.ofWords[0], ending: &m.ofEndings[0]}
	if n, ok := m.words.Get(uint64(word)); ok {
		s.word = &m.ofWords[n]
	}
	if n, ok := m.endings.Get(uint64(ending)); ok {
		s.ending = &m.ofEndings[n]
	}
	return s
}

// normal is a word as the tagger's context sees it; small says that it is to be
// read in small letters.
func normal(w string) (form string, small bool) {
	switch {
	case strings.Contains(w, "-") && w[0] != '-':
		return "!HYPHEN", false
	case len(w) == 4 && isInteger(w):
		return "!YEAR", false
	case '0' <= w[0] && w[0] <= '9':
		return "!DIGITS", false
	case isASCII(w):
		return w, true
	}
	return strings.ToLower(w), false
}

func isASCII(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isInteger(w string) bool {
	if c := w[0]; '9' < c {
		return false
	}
	_, err := strconv.Atoi(w)
	return err == nil
}

func tail(w string) string { return w[max(0, len(w)-3):] }

// predict adds up the rows of a word's features. around are the words from the
// second before it to the second after, one and two the tags before it.
func (m *taggerModel) predict(w string, around []sight, one, two int) int {
	t := m.ofBefore[one]
	c := &around[aside]
	m.add(m.ofEarlier[two], &t)
	m.add(m.ofTwo[one*m.sides()+two], &t)
	if n, ok := m.endings.Get(uint64(noHash.add(tail(w)))); ok {
		m.add(m.ofEndings[n][here], &t)
	}
	m.add(m.ofFirst[w[0]], &t)
	if side := uint64(1) << one; c.word.sides&side != 0 {
		m.add(m.ofPairs[int(c.word.pairs)+bits.OnesCount64(c.word.sides&(side-1))], &t)
	}
	m.add(c.word.places[here], &t)
	m.add(around[1].word.places[before], &t)
	m.add(around[1].ending[before], &t)
	m.add(around[0].word.places[earlier], &t)
	m.add(around[3].word.places[after], &t)
	m.add(around[3].ending[after], &t)
	m.add(around[4].word.places[later], &t)
	return m.best(&t)
}

// sides is how many tags may stand before a word, with the two of the start.
func (m *taggerModel) sides() int { return len(m.tags) + 2 }

// special are the words that the perceptron is not asked about.
func (m *taggerModel) special(w string) (tag int, ok bool) {
	switch {
	case w == "-":
		return m.index("-"), true
	case strings.ContainsAny(w, "./@") && len(w) > 2 && (link.MatchString(w) || w[0] == '@'):
		return m.index("NN"), true
	case w == "0" || w == "*":
		return m.index("-NONE-"), true
	}
	t, ok := m.fixed.Get(uint64(noHash.add(w)))
	return int(t), ok
}

func (m *taggerModel) index(tag string) int {
	for i, t := range m.tags {
		if t == tag {
			return i
		}
	}
	return 0
}

// link tells what looks like the address of a page or a mailbox.
var link = regexp.MustCompile(`(?i)^(https?://|www\.)|[a-z0-9]@[a-z0-9]|^[a-z0-9\-]+\.(com|org|net|gov|edu|int|info)(/|$)`)
