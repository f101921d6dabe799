package text

import (
	"maps"
	"slices"
)

// A Table maps words to values by their keys. It is built once and only read
// after that: open addressing at half load, so that a look-up is one or two
// probes and a miss costs no more than a hit.
type Table[V any] struct {
	keys []uint64 // 0 marks an empty slot
	vals []V
	mask uint64
	room int // how many keys more it takes before it grows
}

// NewTable makes a table of words, which are folded as KeyOf does. Of words that
// fold alike the last in the order of their bytes counts.
func NewTable[V any](words map[string]V) *Table[V] {
	keys := make(map[uint64]V, len(words))
	for _, w := range slices.Sorted(maps.Keys(words)) {
		keys[KeyOf(w)] = words[w]
	}
	return NewKeyTable(keys)
}

// NewKeyTable makes a table of keys.
func NewKeyTable[V any](keys map[uint64]V) *Table[V] {
	t := NewEmptyTable[V](len(keys))
	for k, v := range keys {
		*t.At(k) = v
	}
	return t
}

// NewEmptyTable makes a table for At to fill, with room for so many keys.
func NewEmptyTable[V any](room int) *Table[V] {
	size := 8
	for size < 2*room {
		size *= 2
	}
	return &Table[V]{keys: make([]uint64, size), vals: make([]V, size), mask: uint64(size - 1), room: size / 2}
}

// At is where the value of a key lies, a zero one when the key is new. It is for
// building a table: the next call of At may move all values.
func (t *Table[V]) At(key uint64) *V {
	if t.room == 0 {
		t.grow()
	}
	i := spread(key) & t.mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & t.mask
	}
	if t.keys[i] == 0 {
		t.keys[i] = key
		t.room--
	}
	return &t.vals[i]
}

// grow moves a table that is half full into one of twice its size.
func (t *Table[V]) grow() {
	twice := NewEmptyTable[V](len(t.keys))
	for i, k := range t.keys {
		if k != 0 {
			*twice.At(k) = t.vals[i]
		}
	}
	*t = *twice
}

// Get is the value of a key, and whether there is one.
func (t *Table[V]) Get(key uint64) (V, bool) {
	for i := spread(key) & t.mask; t.keys[i] != 0; i = (i + 1) & t.mask {
		if t.keys[i] == key {
			return t.vals[i], true
		}
	}
	var none V
	return none, false
}

// has reports whether there is a value of a key.
func (t *Table[V]) has(key uint64) bool {
	_, ok := t.Get(key)
	return ok
}

// spread brings the well-mixed high bits of an FNV hash down to the index.
func spread(key uint64) uint64 { return key ^ key>>29 }

// Set is a Table that only says whether a word is in it. Most words that it is
// asked about are not, which its filter knows of most.
type Set struct {
	may filter
	t   *Table[struct{}]
}

// NewSet makes a set of words, which are folded as KeyOf does.
func NewSet(words ...string) Set {
	keys := make([]uint64, len(words))
	for i, w := range words {
		keys[i] = KeyOf(w)
	}
	return NewKeySet(keys)
}

// NewKeySet makes a set of keys.
func NewKeySet(keys []uint64) Set {
	s := Set{newFilter(len(keys)), NewEmptyTable[struct{}](len(keys))}
	for _, key := range keys {
		s.may.add(key)
		s.t.At(key)
	}
	return s
}

// Union is the set of the words of several sets: most words are in none of them, which it
// tells at once.
func Union(sets ...Set) Set {
	var keys []uint64
	for _, s := range sets {
		keys = append(keys, s.keys()...)
	}
	return NewKeySet(keys)
}

// Sorts is a table that tells in which of several sets a word is: of the first set bit 0 is
// set, and so on.
func Sorts(sets ...Set) *Table[uint64] {
	sorts := NewEmptyTable[uint64](0)
	for n, s := range sets {
		for _, key := range s.keys() {
			*sorts.At(key) |= 1 << n
		}
	}
	return sorts
}

func (s *Set) keys() (keys []uint64) {
	for _, key := range s.t.keys {
		if key != 0 {
			keys = append(keys, key)
		}
	}
	return keys
}

// Has reports whether the token is one of the set's words.
func (s *Set) Has(t Token) bool {
	return t.Class == Word && s.may.have(t.Key) && s.t.has(t.Key)
}
