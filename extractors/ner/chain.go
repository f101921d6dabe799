package ner

import "math"

// A chain is what the pairs of labels say, laid out for the walks along a
// sentence: by the label that follows, then by the one before it.
type chain struct {
	score  [Labels][Labels]float32 // the weight of a pair
	factor [Labels][Labels]float64 // the factor that it is
}

func newChain(pairs *[Labels][Labels]float32) *chain {
	c := &chain{}
	for a := range Labels {
		for b := range Labels {
			c.score[b][a], c.factor[b][a] = pairs[a][b], math.Exp(float64(pairs[a][b]))
		}
	}
	return c
}

// leading are the labels that may stand right before a label, as Follows tells
// them: all before None and the first of a name, two before the inside of one.
func leading(l int) (first, end int) {
	if l == int(None) || Label(l).first() {
		return 0, Labels
	}
	return l - 1, l + 1
}

// Marginals computes forward and backward sums in the probability domain, each
// word's scaled so that forward*backward is the chance of a label.
func Marginals(scores [][Labels]float32, pairs *[Labels][Labels]float32, forward, backward *[][Labels]float64) {
	*forward, *backward = resize(*forward, len(scores)), resize(*backward, len(scores))
	c, local := newChain(pairs), locals(scores, nil)
	c.forwards(*forward, local)
	c.backwards(*backward, *forward, local)
}

// locals are the factors of each word's labels, the best being one.
func locals(scores [][Labels]float32, into [][Labels]float64) [][Labels]float64 {
	into = resize(into, len(scores))
	for i := range scores {
		top := scores[i][0]
		for _, v := range scores[i] {
			top = max(top, v)
		}
		for l, v := range scores[i] {
			into[i][l] = math.Exp(float64(v - top))
		}
	}
	return into
}

// forwards sums up what leads to each label, scaled to one at each word. The
// conversions keep machines from rounding products and sums in one step.
func (c *chain) forwards(f, local [][Labels]float64) {
	before := &[Labels]float64{None: 1}
	for i := range f {
		here, sum := &f[i], 0.0
		for l := range Labels {
			v := 0.0
			for p, end := leading(l); p < end; p++ {
				v += float64(before[p] * c.factor[l][p])
			}
			here[l] = v * local[i][l]
			sum += here[l]
		}
		for l := range Labels {
			here[l] /= sum
		}
		before = here
	}
}

// backwards sums up what each label leads to, scaled by what leads to it.
func (c *chain) backwards(b, f, local [][Labels]float64) {
	for i := len(b) - 1; i >= 0; i-- {
		v := [Labels]float64{1, 1, 1, 1, 1, 1, 1, 1, 1}
		if i < len(b)-1 {
			v = c.behind(&local[i+1], &b[i+1])
		}
		z := 0.0
		for l := range Labels {
			z += float64(f[i][l] * v[l])
		}
		for l := range Labels {
			b[i][l] = v[l] / z
		}
	}
}

// behind sums up what each label leads to at the word that follows.
func (c *chain) behind(local, b *[Labels]float64) (v [Labels]float64) {
	for q := range Labels {
		for l, end := leading(q); l < end; l++ {
			v[l] += float64(c.factor[q][l] * local[q] * b[q])
		}
	}
	return v
}

// viterbi is the best sequence of labels, among those that may follow one another
// (Viterbi, 1967).
func (c *chain) viterbi(sc *scratch) []Label {
	n := len(sc.scores)
	if n == 0 {
		return nil
	}
	sc.best, sc.from = resize(sc.best, n), resize(sc.from, n)
	never := float32(math.Inf(-1))
	before := &[Labels]float32{never, never, never, never, never, never, never, never, never}
	before[None] = 0
	for i := range n {
		best := &sc.best[i]
		for l := range Labels {
			top, at := never, None
			for p, end := leading(l); p < end; p++ {
				if v := before[p] + c.score[l][p]; v > top {
					top, at = v, Label(p)
				}
			}
			best[l], sc.from[i][l] = top+sc.scores[i][l], at
		}
		before = best
	}
	return back(sc.best[n-1], sc.from)
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

func resize[V any](v []V, n int) []V {
	if cap(v) < n {
		return make([]V, n)
	}
	return v[:n]
}
