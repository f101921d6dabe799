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
	values []V
}

// A filter has a bit for each key that may be in it: most words begin no phrase,
// and to learn that from the table costs a walk to memory that no cache holds.
type filter struct {
	bits  []uint64
	shift uint // keeps the highest bits of a key, which number the filter's bits
}

// newFilter makes a filter of keys that passes one key in eight that is not among
// them, or less.
func newFilter(keys []uint64) filter {
	width := uint(6)
	for 1<<width < 8*len(keys) {
		width++
	}
	f := filter{make([]uint64, 1<<(width-6)), 64 - width}
	for _, k := range keys {
		f.bits[k>>f.shift>>6] |= 1 << (k >> f.shift & 63)
	}
	return f
}

// have reports whether a key may be in the filter.
func (f *filter) have(key uint64) bool {
	at := key >> (f.shift & 63)
	return f.bits[at>>6]>>(at&63)&1 != 0
}

// A node says what stands under a prefix.
type node struct {
	value  int32 // index of the value of the phrase that ends here, or -1
	deeper bool  // some phrase goes on from here
}

// NewPhrases makes phrases of names, which are tokenized as documents are.
func NewPhrases[V any](names map[string]V) *Phrases[V] {
	p := &Phrases[V]{values: make([]V, 0, len(names))}
	nodes := make(map[uint64]node, 2*len(names))
	var first []uint64
	for _, name := range slices.Sorted(maps.Keys(names)) { // so that names with the same tokens always fall out alike
		key := uint64(0)
		tokens := Tokenize(name)
		for i, t := range tokens {
			key = mix(key, t)
			n, ok := nodes[key]
			if !ok {
				n.value = -1
			}
			if i == 0 && !ok {
				first = append(first, key)
			}
			if i == len(tokens)-1 {
				n.value = int32(len(p.values))
			} else {
				n.deeper = true
			}
			nodes[key] = n
		}
		p.values = append(p.values, names[name])
	}
	p.nodes, p.begins = NewKeyTable(nodes), newFilter(first)
	return p
}

// Longest is the value of the longest phrase that begins at token i and ends
// before token end, and how many tokens it covers, 0 for none. It allocates
// nothing.
func (p *Phrases[V]) Longest(tokens []Token, i, end int) (value V, length int) {
	if i >= end || !p.begins.have(mix(0, tokens[i])) {
		return value, 0
	}
	return p.longest(tokens, i, end)
}

// longest walks the table.
func (p *Phrases[V]) longest(tokens []Token, i, end int) (value V, length int) {
	key, found := uint64(0), int32(-1)
	for j := i; j < end; j++ {
		key = mix(key, tokens[j])
		n, ok := p.nodes.Get(key)
		if !ok {
			break
		}
		if n.value >= 0 {
			found, length = n.value, j+1-i
		}
		if !n.deeper {
			break
		}
	}
	if found >= 0 {
		value = p.values[found]
	}
	return value, length
}

// mix is the key of a phrase that goes on with token t. Punctuation counts by
// its class, so that any dash and any apostrophe will do.
func mix(key uint64, t Token) uint64 {
	k := t.Key
	if t.Class != Word && t.Class != Number {
		k = uint64(t.Class) + 1
	}
	key = (key ^ k) * 0x9e3779b97f4a7c15
	return key ^ key>>32
}
