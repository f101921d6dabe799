package main

import (
	"math"
	"math/rand/v2"

	"chancery/extractors/ner"
)

// A learner holds the weights of the field in full precision while it learns
// them by stochastic gradients with AdaGrad steps (Duchi, Hazan and Singer, 2011).
type learner struct {
	rows, rowSquares   [][ner.Labels]float32
	pairs, pairSquares [ner.Labels][ner.Labels]float32
	scores             [][ner.Labels]float32
	forward, backward  [][ner.Labels]float64
	settings           settings
}

// settings are what learning can be told.
type settings struct {
	Rounds int     // walks over the documents
	Rate   float64 // of the first steps
	Decay  float64 // how much weights are drawn back to zero, a step
	Drop   float64 // how many of the features are left out of a step, to rely on none too much
}

// defaults were chosen by cross-validation.
var defaults = settings{Rounds: 16, Rate: 0.05, Decay: 1e-4, Drop: 0.25}

// learn is what the samples teach.
func learn(samples []*sample, s settings) *ner.Weights {
	l := newLearner(s)
	l.learn(samples)
	return l.weights()
}

func newLearner(s settings) *learner {
	n := len(ner.NewWeights().Rows)
	return &learner{rows: make([][ner.Labels]float32, n), rowSquares: make([][ner.Labels]float32, n), settings: s}
}

// learn walks the samples' sentences in an order that only depends on them.
func (l *learner) learn(samples []*sample) {
	var all []*sentence
	for _, s := range samples {
		for i := range s.sentences {
			all = append(all, &s.sentences[i])
		}
	}
	order := rand.New(rand.NewPCG(1, 2))
	for range l.settings.Rounds {
		order.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, s := range all {
			l.step(s, order)
		}
	}
}

// step moves the weights towards the right labels of one sentence.
func (l *learner) step(s *sentence, order *rand.Rand) {
	n := len(s.labels)
	if n == 0 {
		return
	}
	keep := make([][]ner.Feature, n)
	l.scores = l.scores[:0]
	for i, features := range s.features {
		var score [ner.Labels]float32
		kept := make([]ner.Feature, 0, len(features))
		for _, f := range features {
			if order.Float64() < l.settings.Drop {
				continue
			}
			kept = append(kept, f)
			for k, v := range l.rows[f] {
				score[k] += v
			}
		}
		keep[i] = kept
		l.scores = append(l.scores, score)
	}
	ner.Marginals(l.scores, &l.pairs, &l.forward, &l.backward)
	l.movePairs(s)
	for i := range n {
		var slope [ner.Labels]float32
		for k := range slope {
			slope[k] = float32(l.forward[i][k] * l.backward[i][k])
		}
		slope[s.labels[i]]--
		for _, f := range keep[i] {
			l.move(&l.rows[f], &l.rowSquares[f], &slope)
		}
	}
}

// move takes one step down the slope.
func (l *learner) move(weights, squares, slope *[ner.Labels]float32) {
	for k, g := range slope {
		g += float32(l.settings.Decay) * weights[k]
		squares[k] += g * g
		weights[k] -= float32(l.settings.Rate) * g / float32(1e-3+math.Sqrt(float64(squares[k])))
	}
}

// movePairs takes the step for the pairs of labels.
func (l *learner) movePairs(s *sentence) {
	var slope [ner.Labels][ner.Labels]float32
	for i := range s.labels {
		if i == 0 {
			for q := range ner.Labels {
				slope[ner.None][q] += float32(l.forward[0][q] * l.backward[0][q])
			}
			slope[ner.None][s.labels[0]]--
			continue
		}
		var joint [ner.Labels][ner.Labels]float64
		sum := 0.0
		for p := range ner.Labels {
			for q := range ner.Labels {
				if ner.Follows(ner.Label(p), ner.Label(q)) {
					v := l.forward[i-1][p] * math.Exp(float64(l.pairs[p][q])+float64(l.scores[i][q])-float64(l.scores[i][0])) * l.backward[i][q]
					joint[p][q] = v
					sum += v
				}
			}
		}
		for p := range joint {
			for q := range joint[p] {
				slope[p][q] += float32(joint[p][q] / sum)
			}
		}
		slope[s.labels[i-1]][s.labels[i]]--
	}
	for p := range slope {
		l.move(&l.pairs[p], &l.pairSquares[p], &slope[p])
	}
}

// weights are what was learned, in steps of one unit. Only the differences to the
// weight of None matter.
func (l *learner) weights() *ner.Weights {
	const widest = 4 // weights beyond are cut
	w := ner.NewWeights()
	top := float32(0)
	for _, row := range l.rows {
		for _, v := range row {
			top = max(top, v-row[ner.None], row[ner.None]-v)
		}
	}
	w.Unit = min(top, widest) / 127
	for f, row := range l.rows {
		var steps [ner.Labels - 1]int8
		for k := range steps {
			steps[k] = int8(max(-127, min(127, math.RoundToEven(float64((row[k+1]-row[ner.None])/w.Unit)))))
		}
		w.Rows[f] = ner.MakeRow(steps)
	}
	w.Pairs = l.pairs
	return w
}
