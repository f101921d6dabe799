package ner

import "chancery/pipeline/text"

// The FNV-1a hash (Fowler, Noll and Vo) by which features are found. Features
// are hashed piece by piece and never built as strings.
type hash uint64

const noHash hash = 14695981039346656037

func (h hash) add(s string) hash {
	for i := 0; i < len(s); i++ {
		h = (h ^ hash(s[i])) * 1099511628211
	}
	return h
}

// bytes adds what lies in a file.
func (h hash) bytes(b []byte) hash {
	for _, c := range b {
		h = (h ^ hash(c)) * 1099511628211
	}
	return h
}

// lower adds a word in small letters; accented words take the slow way.
func (h hash) lower(s string) hash {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ hash(c)) * 1099511628211
	}
	return h
}

// rows are the weights of a linear classifier: for each feature the classes it
// speaks for or against. They are stored flat, so that adding up the rows of a
// token touches little memory.
type rows struct {
	spans   *text.Table[[2]int32] // feature -> its part of classes and weights
	classes []uint8
	weights []float64
}

// A scoreboard holds a score for each class.
type scoreboard [64]float64

// add adds the row of a feature to the scores.
func (r *rows) add(feature hash, s *scoreboard) {
	span, ok := r.spans.Get(uint64(feature))
	if !ok {
		return
	}
	for i := span[0]; i < span[1]; i++ {
		s[r.classes[i]] += r.weights[i]
	}
}

// best is the class with the highest score among the first n.
func (s *scoreboard) best(n int) int {
	best := 0
	for i := 1; i < n; i++ {
		if s[i] > s[best] {
			best = i
		}
	}
	return best
}

// A weight is one entry of the row of a feature before it is packed.
type weight struct {
	feature hash
	class   uint8
	value   float64
}

// pack packs weights: those of a feature follow one another.
func pack(weights []weight) *rows {
	r := &rows{spans: text.NewEmptyTable[[2]int32](len(weights) / 2), classes: make([]uint8, len(weights)), weights: make([]float64, len(weights))}
	for _, w := range weights {
		r.spans.At(uint64(w.feature))[1]++ // a count at first
	}
	next := int32(0)
	for _, w := range weights {
		span := r.spans.At(uint64(w.feature))
		if span[0] == 0 {
			next += span[1]
			*span = [2]int32{next, next} // the span grows downwards, so that its end is never 0
		}
		span[0]--
		r.classes[span[0]], r.weights[span[0]] = w.class, w.value
	}
	return r
}
