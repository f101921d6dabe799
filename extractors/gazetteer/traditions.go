package gazetteer

import (
	"strings"

	"chancery/pipeline/text"
)

// A Tradition is a set of the lists of names that a name or a country shares:
// those of given.txt, surnames.txt and lastnames.txt and their supplements. Lists of the
// same countries share a bit.
type Tradition uint64

// traditions are the lists that have each name, and those of each country.
var traditions, homes = func() (*text.Table[Tradition], map[string]Tradition) {
	names, countries, bits := text.NewEmptyTable[Tradition](50000), map[string]Tradition{}, map[string]Tradition{}
	var current Tradition
	for line := range strings.SplitSeq(givenList+"\n"+surnameList+"\n"+lastNameList, "\n") {
		if _, codes, ok := strings.Cut(line, " = "); ok && line[0] == '#' {
			if bits[codes] == 0 {
				bits[codes] = 1 << len(bits)
			}
			current = bits[codes]
			for code := range strings.FieldsSeq(codes) {
				countries[code] |= current
			}
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			*names.At(text.KeyOf(w)) |= current
		}
	}
	return names, countries
}()

// TraditionOf is the lists that have the name; none when it is unknown.
func TraditionOf(t text.Token) Tradition {
	in, _ := traditions.Get(t.Key)
	return in
}

// Home is the lists of the names that are usual in a country, by its code of
// Entry.Country.
func Home(country string) Tradition { return homes[country] }
