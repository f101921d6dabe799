package ner

import (
	"slices"

	"chancery/pipeline/text"
)

// Weights are those of a linear-chain conditional random field (Lafferty,
// McCallum and Pereira, 2001): for each feature a row with a weight for each
// label but None, whose weight is zero, and for each pair of neighbouring labels
// one.
type Weights struct {
	Rows  []Row                   // by Feature; 1<<rowBits of them
	Pairs [Labels][Labels]float32 // from a label to the next
	Unit  float32                 // what one of a row's steps is worth
}

// A Row has the weights of a feature for the labels from FirstOfPerson on, a byte
// each, 128 being zero, so that rows are added up eight labels at once.
type Row uint64

// zero is the row that says nothing.
const zero Row = 0x8080808080808080

// MakeRow makes a row of steps from -127 to 127.
func MakeRow(steps [Labels - 1]int8) (r Row) {
	for k, s := range steps {
		r |= Row(uint8(int(s)+128)) << (8 * k)
	}
	return r
}

// NewWeights are weights that say nothing.
func NewWeights() *Weights {
	w := &Weights{Rows: make([]Row, 1<<rowBits), Unit: 1}
	for i := range w.Rows {
		w.Rows[i] = zero
	}
	return w
}

// mostFeatures is how many features a token may have for their sum to fit in 16 bits.
const mostFeatures = 256

// sum adds up the rows of features: the even bytes in one number and the odd ones
// in another, 16 bits each.
func (w *Weights) sum(features []Feature) (score [Labels]float32) {
	const evenBytes = 0x00ff00ff00ff00ff
	features = features[:min(len(features), mostFeatures)]
	var even, odd Row
	for _, f := range features {
		row := w.Rows[f]
		even += row & evenBytes
		odd += row >> 8 & evenBytes
	}
	bias := 128 * len(features)
	for k := range (Labels - 1) / 2 {
		score[1+2*k] = float32(int(even>>(16*k)&0xffff)-bias) * w.Unit
		score[2+2*k] = float32(int(odd>>(16*k)&0xffff)-bias) * w.Unit
	}
	return score
}

// scratch is the memory of a decoding.
type scratch struct {
	chain    *chain // of the weights that are decoded with
	features []Feature
	scores   [][Labels]float32
	local    [][Labels]float64
	forward  [][Labels]float64
	backward [][Labels]float64
	best     [][Labels]float32
}

// score fills in the scores of a sentence's words.
func (w *Weights) score(r *Reader, s text.Range, sc *scratch) {
	r.Sentence(s)
	sc.scores = slices.Grow(sc.scores[:0], s.Len())
	for i := range s.Len() {
		sc.features = r.At(sc.features[:0], i)
		sc.scores = append(sc.scores, w.sum(sc.features))
	}
}

// Read labels a sentence: the best sequence of labels, and in sc the chances of
// each token's labels.
func (w *Weights) Read(r *Reader, s text.Range, sc *scratch) []Label {
	if sc.chain == nil {
		sc.chain = newChain(&w.Pairs)
	}
	w.score(r, s, sc)
	sc.local = locals(sc.scores, sc.local)
	sc.forward, sc.backward = resize(sc.forward, len(sc.scores)), resize(sc.backward, len(sc.scores))
	sc.chain.forwards(sc.forward, sc.local)
	sc.chain.backwards(sc.backward, sc.forward, sc.local)
	return sc.chain.viterbi(sc)
}

// Labels is Read by itself.
func (w *Weights) Labels(r *Reader, s text.Range) []Label { return w.Read(r, s, &scratch{}) }

// chances are how likely each label of each token is.
func (sc *scratch) chances() [][Labels]float32 {
	c := make([][Labels]float32, len(sc.scores))
	for i := range c {
		chance, forward, backward := &c[i], &sc.forward[i], &sc.backward[i]
		for l := range chance {
			chance[l] = float32(forward[l] * backward[l])
		}
	}
	return c
}
