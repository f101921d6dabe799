package gazetteer

import (
	"sync"

	"chancery/pipeline/text"
)

// A node is a token of names: where the names that go on from it are, and the
// entries of the name that ends with it.
type node struct {
	entries []Entry
	deeper  bool // some name goes on
}

// An index finds names by their tokens. A name's node stands under a key mixed
// from the keys of its tokens, one after the other, so that the table is flat
// and a look-up walks it token by token.
type index struct {
	nodes     *text.Table[*node]
	countries map[string]Country
	order     []Country
}

// world is loaded when it is first asked for.
var world = sync.OnceValue(func() *index {
	l := load()
	nodes := make(map[uint64]*node, 2*len(l.names))
	at := func(key uint64) *node {
		n := nodes[key]
		if n == nil {
			n = &node{}
			nodes[key] = n
		}
		return n
	}
	for _, name := range l.names {
		key := uint64(0)
		tokens := text.Tokenize(name)
		for i, t := range tokens {
			key = mix(key, t)
			if n := at(key); i < len(tokens)-1 {
				n.deeper = true
			} else {
				n.entries = append(n.entries, l.entries[name]...)
			}
		}
	}
	ix := &index{nodes: text.NewKeyTable(nodes), countries: make(map[string]Country, len(l.countries)), order: l.countries}
	for _, c := range l.countries {
		ix.countries[c.Code] = c
	}
	return ix
})

// mix is the key of a name that goes on with token t. Punctuation counts by its
// class, so that any dash and any apostrophe will do.
func mix(key uint64, t text.Token) uint64 {
	k := t.Key
	if t.Class != text.Word && t.Class != text.Number {
		k = uint64(t.Class) + 1
	}
	key = (key ^ k) * 0x9e3779b97f4a7c15
	return key ^ key>>32
}

// Lookup finds the longest name that begins at token i and ends before token
// end, and returns its entries and how many tokens it covers; nil and 0 when
// there is none. The entries are shared and must not be changed. It allocates
// nothing.
func Lookup(tokens []text.Token, i, end int) ([]Entry, int) {
	nodes := world().nodes
	var found []Entry
	length := 0
	key := uint64(0)
	for j := i; j < end; j++ {
		key = mix(key, tokens[j])
		n, ok := nodes.Get(key)
		if !ok {
			break
		}
		if n.entries != nil {
			found, length = n.entries, j+1-i
		}
		if !n.deeper {
			break
		}
	}
	return found, length
}

// Find is Lookup of a name by itself: its entries, nil when the whole of it is
// not a name.
func Find(name string) []Entry {
	tokens := text.Tokenize(name)
	entries, n := Lookup(tokens, 0, len(tokens))
	if n != len(tokens) {
		return nil
	}
	return entries
}

// CountryOf is the country, territory or former state with this code.
func CountryOf(code string) (Country, bool) {
	c, ok := world().countries[code]
	return c, ok
}

// Countries lists countries, territories and former states in the order of the
// data files.
func Countries() []Country { return world().order }

// CountryName reads a whole name or demonym of a country ("Chinese", "Republic
// of Kazakhstan") as the country's code.
func CountryName(name string) (code string, ok bool) {
	for _, e := range Find(name) {
		switch e.Kind {
		case "country", "territory", "former", "demonym":
			return e.Country, true
		}
	}
	return "", false
}
