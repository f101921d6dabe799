package text

import (
	"maps"
	"slices"
)

// Phrases finds names of several tokens. Each prefix of a phrase stands in one
// flat table under a key mixed from the keys of its tokens, one after the other,
// so that a look-up walks the text token by token and stops at the first token
// that goes on with no phrase. It is built once and only read after that.
//
// The table itself holds no pointers, so that the garbage collector passes over
// it however many phrases there are.
type Phrases[V any] struct {
	begins filter
	nodes  *Table[node]
	values []V     // number 0 is that of no phrase
	name   []Token // of the last call of At
}

// A filter has a bit for each key that may be in it: most words begin no phrase,
// and to learn that from the table costs a walk to memory that no cache holds.
type filter struct {
	bits  []uint64
	shift uint // keeps the highest bits of a key, which number the filter's bits
}

// newFilter makes a filter with room for so many keys, which passes one key in
// eight that is not among them, or less.
func newFilter(room int) filter {
	width := uint(6)
	for 1<<width < 8*room {
		width++
	}
	return filter{make([]uint64, 1<<(width-6)), 64 - width}
}

func (f *filter) add(key uint64) { f.bits[key>>f.shift>>6] |= 1 << (key >> f.shift & 63) }

// have reports whether a key may be in the filter.
func (f *filter) have(key uint64) bool {
	at := key >> (f.shift & 63)
	return f.bits[at>>6]>>(at&63)&1 != 0
}

// A node says what stands under a prefix.
type node struct {
	value  int32 // number of the value of the phrase that ends here, 0 for none
	deeper bool  // some phrase goes on from here
}

// NewPhrases makes phrases of names. Of names with the same tokens the last in the
// order of their bytes counts.
func NewPhrases[V any](names map[string]V) *Phrases[V] {
	p := NewEmptyPhrases[V](len(names))
	for _, name := range slices.Sorted(maps.Keys(names)) {
		*p.At(name) = names[name]
	}
	return p
}

// NewEmptyPhrases makes phrases for At to fill, best with room for all of them.
func NewEmptyPhrases[V any](room int) *Phrases[V] {
	return &Phrases[V]{begins: newFilter(room), nodes: NewEmptyTable[node](2 * room), values: make([]V, 1, 1+room)}
}

// At is where the value of a name lies, which is tokenized as documents are; a zero
// value when the name is new. It is for building phrases: the next call of At may
// move all values.
func (p *Phrases[V]) At(name string) *V {
	key, last := uint64(0), (*node)(nil)
	p.name = tokenizeInto(p.name[:0], name)
	for i, t := range p.name {
		if key = mix(key, t); i == 0 {
			p.begins.add(key)
		} else {
			last.deeper = true
		}
		last = p.nodes.At(key)
	}
	if last == nil { // no name at all
		return new(V)
	}
	if last.value == 0 {
		last.value = int32(len(p.values))
		p.values = append(p.values, *new(V))
	}
	return &p.values[last.value]
}

// MayBegin reports whether a phrase may begin with a token: it is false for most words of
// which it is true that none does.
func (p *Phrases[V]) MayBegin(t Token) bool { return p.begins.have(mix(0, t)) }

// Longest is the value of the longest phrase that begins at token i and ends
// before token end, and how many tokens it covers, 0 for none. It allocates
// nothing.
func (p *Phrases[V]) Longest(tokens []Token, i, end int) (value V, length int) {
	if i >= end || !p.begins.have(mix(0, tokens[i])) {
		return value, 0
	}
	return p.longest(tokens, i, end)
}

// Whole is the value of the phrase that a name is, and whether it is one. It allocates
// nothing for a name of a few words.
func (p *Phrases[V]) Whole(name string) (value V, ok bool) {
	var few [12]Token
	tokens := tokenizeInto(few[:0], name)
	value, n := p.Longest(tokens, 0, len(tokens))
	return value, n > 0 && n == len(tokens)
}

// longest walks the table.
func (p *Phrases[V]) longest(tokens []Token, i, end int) (value V, length int) {
	key, found := uint64(0), int32(0)
	for j := i; j < end; j++ {
		key = mix(key, tokens[j])
		n, ok := p.nodes.Get(key)
		if !ok {
			break
		}
		if n.value > 0 {
			found, length = n.value, j+1-i
		}
		if !n.deeper {
			break
		}
	}
	return p.values[found], length
}

// mix is the key of a phrase that goes on with token t. Punctuation counts by
// its class, so that any dash and any apostrophe will do.
func mix(key uint64, t Token) uint64 {
	k := t.Key
	if t.Class != Word && t.Class != Number {
		k = ^uint64(t.Class) // no number is so large
	}
	key = (key ^ k) * 0x9e3779b97f4a7c15
	return key ^ key>>32
}
