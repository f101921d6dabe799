package gazetteer

import (
	"slices"
	"sync"
	"sync/atomic"

	"chancery/pipeline/text"
)

// An index holds everything under its names.
type index struct {
	names     *text.Phrases[[]Entry]
	countries map[string]Country
	order     []Country
}

// world is loaded when it is first asked for. Names that fold alike share their
// entries.
var world = sync.OnceValue(func() *index {
	l := load()
	ix := &index{names: l.names, countries: make(map[string]Country, len(l.countries)), order: l.countries}
	for _, c := range l.countries {
		ix.countries[c.Code] = c
	}
	loaded.Store(l.names)
	return ix
})

// Lookup finds the longest name that begins at token i and ends before token
// end, and returns its entries and how many tokens it covers; nil and 0 when
// there is none. The entries are shared and must not be changed. It allocates
// nothing.
func Lookup(tokens []text.Token, i, end int) ([]Entry, int) {
	names := loaded.Load()
	if names == nil {
		names = world().names
	}
	return names.Longest(tokens, i, end)
}

// loaded are the names, once they are: Lookup is asked of every capitalized word.
var loaded atomic.Pointer[text.Phrases[[]Entry]]

// Find is Lookup of a name by itself: its entries, nil when the whole of it is
// not a name.
func Find(name string) []Entry {
	return whole(world().names, name)
}

func whole(names *text.Phrases[[]Entry], name string) []Entry {
	if entries, ok := names.Whole(name); ok {
		return entries
	}
	return nil
}

// CountryOf is the country, territory or former state with this code.
func CountryOf(code string) (Country, bool) {
	c, ok := world().countries[code]
	return c, ok
}

// Covers reports whether a former state took in what is a country now, or a part of it.
func Covers(former, country string) bool {
	c, ok := CountryOf(former)
	return ok && slices.Contains(c.Parts, country)
}

// StateIn is the state that a country now was wholly in, with others, throughout a year: that of
// Ukraine in 1975 is the Soviet Union. It is the country itself when there was none.
func StateIn(country string, year int) string {
	for _, c := range world().order {
		if len(c.Parts) > 1 && c.From < year && year < c.To && slices.Contains(c.Parts, country) {
			return c.Code
		}
	}
	return country
}

// Countries lists countries, territories and former states in the order of the
// data files.
func Countries() []Country { return world().order }

// CountryName reads a whole name or demonym of a country ("Chinese", "Republic
// of Kazakhstan", "Kingdom of the Yemen") as the country's code.
func CountryName(name string) (code string, ok bool) {
	for _, e := range Find(name) {
		switch e.Kind {
		case "country", "territory", "former", "demonym":
			return e.Country, true
		}
	}
	return "", false
}
