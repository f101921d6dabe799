package gazetteer

import "chancery/pipeline/text"

// A Tradition is a set of the lists of names that a name or a country shares:
// those of given.txt, surnames.txt and lastnames.txt and their supplements. Lists of the
// same countries share a bit.
type Tradition uint64

// TraditionOf is the lists that have the name; none when it is unknown.
func TraditionOf(t text.Token) Tradition {
	in, _ := names.traditions.Get(t.Key)
	return in
}

// Home is the lists of the names that are usual in a country, by its code of
// Entry.Country.
func Home(country string) Tradition { return names.homes[country] }
