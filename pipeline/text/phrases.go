package text

import (
	"maps"
	"slices"
)

// Phrases finds names of several tokens. Each prefix of a phrase stands in one
// flat table under a key mixed from the keys of its tokens, one after the other,
// so that a look-up walks the text token by token and stops at the first token
// that goes on with no phrase. It is built once and only read after that.
type Phrases[V any] struct{ nodes *Table[*phrase[V]] }

type phrase[V any] struct {
	value  V
	ends   bool // a phrase ends here
	deeper bool // some phrase goes on from here
}

// NewPhrases makes phrases of names, which are tokenized as documents are.
func NewPhrases[V any](names map[string]V) *Phrases[V] {
	nodes := make(map[uint64]*phrase[V], 2*len(names))
	at := func(key uint64) *phrase[V] {
		n := nodes[key]
		if n == nil {
			n = &phrase[V]{}
			nodes[key] = n
		}
		return n
	}
	for _, name := range slices.Sorted(maps.Keys(names)) { // so that names with the same tokens always fall out alike
		key, value := uint64(0), names[name]
		tokens := Tokenize(name)
		for i, t := range tokens {
			key = mix(key, t)
			if n := at(key); i < len(tokens)-1 {
				n.deeper = true
			} else {
				n.value, n.ends = value, true
			}
		}
	}
	return &Phrases[V]{NewKeyTable(nodes)}
}

// Longest is the value of the longest phrase that begins at token i and ends
// before token end, and how many tokens it covers, 0 for none. It allocates
// nothing.
func (p *Phrases[V]) Longest(tokens []Token, i, end int) (value V, length int) {
	key := uint64(0)
	for j := i; j < end; j++ {
		key = mix(key, tokens[j])
		n, ok := p.nodes.Get(key)
		if !ok {
			break
		}
		if n.ends {
			value, length = n.value, j+1-i
		}
		if !n.deeper {
			break
		}
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
