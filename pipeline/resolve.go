package pipeline

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"chancery/pipeline/text"
)

// Priority is the order in which kinds win when two mentions of equal strength
// cover exactly the same words.
var Priority = []Kind{Agreement, Organization, Date, Place, Person}

// A Rejected mention is one that lost, kept for explain.
type Rejected struct {
	Mention *Mention
	By      *Mention
	Reason  string
}

// Resolve decides which of the candidates stand. The stronger wins, then the
// longer, then the kind that comes first in Priority, then the earlier. A
// person, place or organization inside a longer name is nested in it instead of
// lost, and a date inside an agreement's title stands by itself. The winners
// come in the order of the text.
func Resolve(doc *Document, candidates []*Mention) (winners []*Mention, losers []Rejected) {
	r := resolver{order: sorted(candidates, rank), outer: make([]int32, len(doc.Tokens)), inner: make([]int32, len(doc.Tokens))}
	winners = make([]*Mention, 0, len(candidates))
	for i, m := range r.order {
		if by, reason := r.place(int32(i), m); by != nil {
			losers = append(losers, Rejected{m, by, reason})
			continue
		}
		winners = append(winners, m)
	}
	return sorted(winners, position), losers
}

// A keyed mention has its place in an order as one number, which is made once
// instead of at each comparison.
type keyed struct {
	key uint64
	at  int // where it stood: equal keys keep their order
}

// sorted is the mentions by their keys.
func sorted(mentions []*Mention, key func(*Mention) uint64) []*Mention {
	keys := make([]keyed, len(mentions))
	for i, m := range mentions {
		keys[i] = keyed{key(m), i}
	}
	slices.SortFunc(keys, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return a.at - b.at
	})
	list := make([]*Mention, len(keys))
	for i, k := range keys {
		list[i] = mentions[k.at]
	}
	return list
}

// rank orders candidates by who wins: strength, length, kind, position. Their
// widths hold for any text that Tokenize can number.
func rank(m *Mention) uint64 {
	const longest = 1<<24 - 1
	length := uint64(min(m.Tokens.Len(), longest))
	kind := uint64(slices.Index(Priority, m.Kind) + 1)
	return uint64(Listed-m.Strength)<<60 | (longest-length)<<36 | kind<<32 | uint64(uint32(m.Tokens.First))
}

// position orders mentions as they stand in the text, the longer first.
func position(m *Mention) uint64 {
	return uint64(uint32(m.Tokens.First))<<32 | uint64(math.MaxUint32-uint32(m.Tokens.End))
}

// A resolver holds, for each token, which mention covers it and which is nested
// inside that: one more than its index in order, 0 for none. Numbers instead of
// pointers spare the garbage collector a walk over the whole text.
type resolver struct {
	order        []*Mention
	outer, inner []int32
	held         []*Mention // scratch
}

// over is the mention that a layer has at a token, or nil.
func (r *resolver) over(layer []int32, token int) *Mention {
	if n := layer[token]; n > 0 {
		return r.order[n-1]
	}
	return nil
}

// place gives m its tokens, or returns the mention that has them.
func (r *resolver) place(n int32, m *Mention) (by *Mention, reason string) {
	held := r.held[:0]
	defer func() { r.held = held }()
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		if o := r.over(r.outer, i); o != nil && (len(held) == 0 || held[len(held)-1] != o) {
			held = append(held, o)
		}
	}
	switch {
	case len(held) == 0:
		mark(r.outer, n, m)
		return nil, ""
	case held[0].Tokens.Contains(m.Tokens):
		return r.placeInside(held[0], n, m)
	}
	return r.placeAround(held, n, m)
}

// placeInside puts m inside a mention that stands already.
func (r *resolver) placeInside(outer *Mention, n int32, m *Mention) (*Mention, string) {
	if !holds(outer, m) {
		return outer, because(outer, m)
	}
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		if in := r.over(r.inner, i); in != nil {
			return in, because(in, m)
		}
	}
	mark(r.inner, n, m)
	m.Nested = m.Kind != Date
	return nil, ""
}

// placeAround puts m around mentions that stand already, all of which must
// lie wholly inside it and be of kinds that it may hold.
func (r *resolver) placeAround(held []*Mention, n int32, m *Mention) (*Mention, string) {
	for _, h := range held {
		if m.Strength == Weak || !holds(m, h) {
			return h, because(h, m)
		}
	}
	for _, h := range held {
		mark(r.inner, r.outer[h.Tokens.First]-1, h)
		h.Nested = h.Kind != Date
	}
	mark(r.outer, n, m)
	return nil, ""
}

// mark gives a mention's tokens in a layer to the n-th mention.
func mark(layer []int32, n int32, m *Mention) {
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		layer[i] = n + 1
	}
}

// holds reports whether a mention may stand inside a longer one.
func holds(outer, inner *Mention) bool {
	if !outer.Tokens.Contains(inner.Tokens) || outer.Tokens == inner.Tokens {
		return false
	}
	switch outer.Kind {
	case Agreement:
		return inner.Kind != Agreement
	case Organization:
		return inner.Kind == Person || inner.Kind == Place
	case Place:
		return (inner.Kind == Person || inner.Kind == Place) && outer.Place != nil && named[outer.Place.Kind]
	}
	return false
}

// named are the kinds of place that bear other names inside their own:
// "Beijing Jintai Art Museum", "Nazarbayev Avenue".
var named = map[string]bool{"building": true, "venue": true, "street": true}

func because(winner, loser *Mention) string {
	switch {
	case winner.Strength != loser.Strength:
		return fmt.Sprintf("the %s %q is %s, this is %s", winner.Kind, winner.Value, winner.Strength, loser.Strength)
	case winner.Tokens.Len() != loser.Tokens.Len():
		return fmt.Sprintf("the %s %q covers more words", winner.Kind, winner.Value)
	case winner.Kind != loser.Kind:
		return fmt.Sprintf("a %s comes before a %s when nothing else decides", winner.Kind, loser.Kind)
	}
	return fmt.Sprintf("the %s %q was found first", winner.Kind, winner.Value)
}

// locate fills in where each winner stands: its spans, words, line and number.
func locate(doc *Document, at positions, winners []*Mention) {
	sentence := 0
	for i, m := range winners {
		for sentence+1 < len(doc.Sentences) && doc.Sentences[sentence].End <= m.Tokens.First {
			sentence++
		}
		m.SentenceIndex, m.Sentence = int32(sentence), quote(doc, doc.Sentences[sentence], m.Tokens)
		m.ID = i + 1
		m.Source = doc.Map.Source(m.Span)
		m.Text = doc.Source[m.Source.Start:m.Source.End]
		m.Line, m.Position = at.of(m.Source.Start)
	}
}

// mostQuoted is how many tokens on either side of a mention its sentence is
// quoted with: a list of a thousand names in one sentence must not be quoted
// whole a thousand times.
const mostQuoted = 60

// quote is the sentence around a mention, cut where it is long.
func quote(doc *Document, sentence, mention text.Range) Excerpt {
	r := text.Range{First: max(sentence.First, mention.First-mostQuoted), End: min(sentence.End, mention.End+mostQuoted)}
	return Excerpt{doc.Slice(r), r.First > sentence.First, r.End < sentence.End}
}
