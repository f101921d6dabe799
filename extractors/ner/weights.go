package ner

import (
	"math"

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
	features []Feature
	scores   [][Labels]float32
	forward  [][Labels]float64
	backward [][Labels]float64
	best     [][Labels]float32
	from     [][Labels]Label
}

// score fills in the scores of a sentence's words.
func (w *Weights) score(r *Reader, s text.Range, sc *scratch) {
	r.Sentence(s)
	sc.scores = sc.scores[:0]
	for i := range s.Len() {
		sc.features = r.At(sc.features[:0], i)
		sc.scores = append(sc.scores, w.sum(sc.features))
	}
}

// Read labels a sentence: the best sequence of labels, and in sc the chances of
// each token's labels.
func (w *Weights) Read(r *Reader, s text.Range, sc *scratch) []Label {
	w.score(r, s, sc)
	Marginals(sc.scores, &w.Pairs, &sc.forward, &sc.backward)
	return viterbi(sc, &w.Pairs)
}

// Labels is Read by itself.
func (w *Weights) Labels(r *Reader, s text.Range) []Label { return w.Read(r, s, &scratch{}) }

// chances are how likely each label of each token is.
func (sc *scratch) chances() [][Labels]float32 {
	c := make([][Labels]float32, len(sc.scores))
	for i := range c {
		for l := range Labels {
			c[i][l] = float32(sc.forward[i][l] * sc.backward[i][l])
		}
	}
	return c
}

// Marginals computes forward and backward sums in the probability domain, each
// word's scaled so that forward*backward is the chance of a label.
func Marginals(scores [][Labels]float32, pairs *[Labels][Labels]float32, forward, backward *[][Labels]float64) {
	*forward, *backward = resize(*forward, len(scores)), resize(*backward, len(scores))
	step := steps(pairs)
	local := locals(scores)
	forwards(*forward, local, &step)
	backwards(*backward, *forward, local, &step)
}

// steps are the factors of the pairs of labels that may follow one another.
func steps(pairs *[Labels][Labels]float32) (step [Labels][Labels]float64) {
	for a := range Labels {
		for b := range Labels {
			if Follows(Label(a), Label(b)) {
				step[a][b] = math.Exp(float64(pairs[a][b]))
			}
		}
	}
	return step
}

// locals are the factors of each word's labels, the best being one.
func locals(scores [][Labels]float32) [][Labels]float64 {
	local := make([][Labels]float64, len(scores))
	for i := range scores {
		top := scores[i][0]
		for _, v := range scores[i] {
			top = max(top, v)
		}
		for l, v := range scores[i] {
			local[i][l] = math.Exp(float64(v - top))
		}
	}
	return local
}

// forwards sums up what leads to each label, scaled to one at each word. The
// conversions keep machines from rounding products and sums in one step.
func forwards(f, local [][Labels]float64, step *[Labels][Labels]float64) {
	before := [Labels]float64{None: 1}
	for i := range f {
		sum := 0.0
		for l := range Labels {
			v := 0.0
			for p := range Labels {
				v += float64(before[p] * step[p][l])
			}
			f[i][l] = v * local[i][l]
			sum += f[i][l]
		}
		for l := range Labels {
			f[i][l] /= sum
		}
		before = f[i]
	}
}

// backwards sums up what each label leads to, scaled by what leads to it.
func backwards(b, f, local [][Labels]float64, step *[Labels][Labels]float64) {
	for i := len(b) - 1; i >= 0; i-- {
		z := 0.0
		for l := range Labels {
			v := 1.0
			if i < len(b)-1 {
				v = 0
				for q := range Labels {
					v += float64(step[l][q] * local[i+1][q] * b[i+1][q])
				}
			}
			b[i][l] = v
			z += float64(f[i][l] * v)
		}
		for l := range Labels {
			b[i][l] /= z
		}
	}
}

func resize[V any](v []V, n int) []V {
	if cap(v) < n {
		return make([]V, n)
	}
	return v[:n]
}

// viterbi is the best sequence of labels, among those that may follow one another
// (Viterbi, 1967).
func viterbi(sc *scratch, pairs *[Labels][Labels]float32) []Label {
	n := len(sc.scores)
	if n == 0 {
		return nil
	}
	best, from := resize(sc.best, n), resize(sc.from, n)
	sc.best, sc.from = best, from
	for i := range n {
		for l := range Labels {
			top, at := float32(math.Inf(-1)), None
			for p := range Labels {
				if v := reach(best, i, Label(p)) + pairs[p][l]; v > top && Follows(Label(p), Label(l)) {
					top, at = v, Label(p)
				}
			}
			best[i][l], from[i][l] = top+sc.scores[i][l], at
		}
	}
	return back(best[n-1], from)
}

// reach is the score of the best sequence before token i that ends in a label;
// before the first token there is none but None.
func reach(best [][Labels]float32, i int, l Label) float32 {
	switch {
	case i > 0:
		return best[i-1][l]
	case l == None:
		return 0
	}
	return float32(math.Inf(-1))
}

// back follows the best sequence from its end.
func back(last [Labels]float32, from [][Labels]Label) []Label {
	l := None
	for k, v := range last {
		if v > last[l] {
			l = Label(k)
		}
	}
	labels := make([]Label, len(from))
	for i := len(from) - 1; i >= 0; i-- {
		labels[i] = l
		l = from[i][l]
	}
	return labels
}
