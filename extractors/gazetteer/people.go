package gazetteer

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed given.txt
var commonGiven string

//go:embed given-faker.txt
var fakerGiven string

//go:embed surnames.txt
var surnameList string

//go:embed lastnames.txt
var commonLast string

//go:embed lastnames-faker.txt
var fakerLast string

// names are the lists, read once.
var names = func() (n nameLists) {
	n.traditions, n.homes, n.bits = text.NewEmptyTable[Tradition](50000), map[string]Tradition{}, map[string]Tradition{}
	common := n.read(commonGiven)
	n.common = text.NewKeySet(common)
	n.given = text.NewKeySet(append(common, n.read(fakerGiven)...))
	n.family = text.NewKeySet(n.read(surnameList))
	n.last = text.NewKeySet(append(n.read(commonLast), n.read(fakerLast)...))
	return n
}()

// GivenNames are given names of the world's languages.
var GivenNames = names.given

// CommonGivenNames are those of given.txt: what the witness learned with.
var CommonGivenNames = names.common

// FamilyNames are family names of languages that write them first.
var FamilyNames = names.family

// LastNames are family names that stand after the given ones.
var LastNames = names.last

// nameLists are the names of all lists, and the lists that have each.
type nameLists struct {
	common, given, family, last text.Set
	traditions                  *text.Table[Tradition]
	homes                       map[string]Tradition // by country
	bits                        map[string]Tradition // by the countries of a list
	current                     Tradition            // of the list being read
}

// read is the keys of the names of a file, which blanks part.
func (n *nameLists) read(file string) (keys []uint64) {
	for line := range strings.SplitSeq(file, "\n") {
		if _, codes, ok := strings.Cut(line, " = "); ok && line[0] == '#' {
			n.begin(codes)
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		for name := range strings.SplitSeq(line, " ") {
			if name != "" {
				key := text.KeyOf(name)
				keys = append(keys, key)
				*n.traditions.At(key) |= n.current
			}
		}
	}
	return keys
}

// begin begins a list of the names that are usual in some countries.
func (n *nameLists) begin(codes string) {
	if n.bits[codes] == 0 {
		n.bits[codes] = 1 << len(n.bits)
	}
	n.current = n.bits[codes]
	for code := range strings.FieldsSeq(codes) {
		n.homes[code] |= n.current
	}
}
