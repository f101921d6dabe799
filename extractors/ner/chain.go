package ner

import "math"

// A chain is what the pairs of labels say, laid out for the walks along a
// sentence. A pair that cannot be has the factor zero and an infinitely low score,
// so that all labels are treated alike.
type chain struct {
	score         [Labels][Labels]float32 // the weight of a pair, by the label that follows
	factor, ahead [Labels][Labels]float64 // the factor that it is, by the label that follows and by the first
}

func newChain(pairs *[Labels][Labels]float32) *chain {
	c := &chain{}
	for a := range Labels {
		for b := range Labels {
			if !Follows(Label(a), Label(b)) {
				c.score[b][a] = never
				continue
			}
			c.score[b][a] = pairs[a][b]
			c.factor[b][a] = math.Exp(float64(pairs[a][b]))
			c.ahead[a][b] = c.factor[b][a]
		}
	}
	return c
}

// never is the score of what cannot be.
var never = float32(math.Inf(-1))

// dot adds up the products of two rows. The conversions keep machines from rounding
// products and sums in one step.
func dot(a, b *[Labels]float64) float64 {
	return float64(a[0]*b[0]) + float64(a[1]*b[1]) + float64(a[2]*b[2]) + float64(a[3]*b[3]) + float64(a[4]*b[4]) +
		float64(a[5]*b[5]) + float64(a[6]*b[6]) + float64(a[7]*b[7]) + float64(a[8]*b[8])
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
		score, local := &scores[i], &into[i]
		top := score[0]
		for l := range score {
			top = max(top, score[l])
		}
		for l := range score {
			local[l] = math.Exp(float64(score[l] - top))
		}
	}
	return into
}

// forwards sums up what leads to each label, scaled to one at each word.
func (c *chain) forwards(f, local [][Labels]float64) {
	before := &[Labels]float64{None: 1}
	for i := range f {
		here, local, sum := &f[i], &local[i], 0.0
		for l := range here {
			here[l] = dot(before, &c.factor[l]) * local[l]
			sum += here[l]
		}
		for l := range here {
			here[l] /= sum
		}
		before = here
	}
}

// backwards sums up what each label leads to, scaled by what leads to it.
func (c *chain) backwards(b, f, local [][Labels]float64) {
	var next [Labels]float64 // what each label of the word behind leads to, itself included
	for i := len(b) - 1; i >= 0; i-- {
		here := &b[i]
		for l := range here {
			here[l] = 1
			if i < len(b)-1 {
				here[l] = dot(&c.ahead[l], &next)
			}
		}
		z := dot(&f[i], here)
		for l := range here {
			here[l] /= z
			next[l] = local[i][l] * here[l]
		}
	}
}

// viterbi is the best sequence of labels, among those that may follow one another
// (Viterbi, 1967).
func (c *chain) viterbi(sc *scratch) []Label {
	n := len(sc.scores)
	if n == 0 {
		return nil
	}
	sc.best = resize(sc.best, n)
	start := &[Labels]float32{never, never, never, never, never, never, never, never, never}
	start[None] = 0
	for before, i := start, 0; i < n; i++ {
		here, score := &sc.best[i], &sc.scores[i]
		for l := range here {
			top := before[0] + c.score[l][0]
			for p := 1; p < Labels; p++ {
				if v := before[p] + c.score[l][p]; v > top {
					top = v
				}
			}
			here[l] = top + score[l]
		}
		before = here
	}
	return c.back(sc.best)
}

// back follows the best sequence from its end, the first of those that are as good.
func (c *chain) back(best [][Labels]float32) []Label {
	labels := make([]Label, len(best))
	labels[len(best)-1] = highest(&best[len(best)-1], &[Labels]float32{})
	for i := len(best) - 1; i > 0; i-- {
		labels[i-1] = highest(&best[i-1], &c.score[labels[i]])
	}
	return labels
}

// highest is the first label with the highest sum.
func highest(score, more *[Labels]float32) Label {
	best := 0
	for l := range score {
		if score[l]+more[l] > score[best]+more[best] {
			best = l
		}
	}
	return Label(best)
}

func resize[V any](v []V, n int) []V {
	if cap(v) < n {
		return make([]V, n)
	}
	return v[:n]
}
