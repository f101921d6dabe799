package gazetteer

import (
	_ "embed"
	"strconv"
	"strings"

	"chancery/pipeline/text"
)

//go:embed countries.tsv
var countryList string

//go:embed former.tsv
var formerList string

//go:embed renamings.tsv
var renamingList string

//go:embed regions.tsv
var regionList string

//go:embed geonames.tsv
var cityList string

//go:embed cities.tsv
var moreCities string

// A Country is a country, a territory or a former state.
type Country struct {
	Code    string // ISO 3166-1 alpha-2, ISO 3166-3, or "x-" and a name
	Name    string
	Kind    string // country, territory, former
	Capital string
	Current string // the ISO 3166-1 code today: its own, or of a former state what it is part of

	Parts    []string // of a former state, the ISO 3166-1 codes of what has come of it
	From, To int      // its years
}

// loader gathers the entries of all lists under their names.
type loader struct {
	names     *text.Phrases[[]Entry]
	states    []string // what add was called with before the cities, each name once
	block     []Entry  // where the first entry of a name lies
	countries []Country
	capitals  map[uint64]bool    // by cityKey
	divisions map[[2]string]bool // by name and country
}

func (l *loader) add(name string, e Entry) {
	name, ambiguous := strings.CutSuffix(strings.TrimSpace(name), "?")
	if name == "" {
		return
	}
	e.Ambiguous = e.Ambiguous || ambiguous
	entries := l.names.At(name)
	if len(*entries) > 0 {
		*entries = append(*entries, e)
		return
	}
	if len(l.block) == cap(l.block) { // most names have one entry, which needs no slice of its own
		l.block = make([]Entry, 0, 4096)
	}
	n := len(l.block)
	l.block = append(l.block, e)
	*entries = l.block[n : n+1 : n+1]
	if e.Kind != "city" {
		l.states = append(l.states, name)
	}
}

// rows calls do with the fields of each line that is no comment. The slice is that
// of the next line afterwards.
func rows(list string, fields int, do func(f []string)) {
	f := make([]string, 0, 16)
	for len(list) > 0 {
		line, rest, _ := strings.Cut(list, "\n")
		list = rest
		if line == "" || line[0] == '#' {
			continue
		}
		f = f[:0]
		for field := range strings.SplitSeq(line, "\t") {
			f = append(f, field)
		}
		for len(f) < fields {
			f = append(f, "")
		}
		do(f)
	}
}

func load() *loader {
	l := &loader{names: text.NewEmptyPhrases[[]Entry](30000), capitals: map[uint64]bool{}, divisions: map[[2]string]bool{}}
	rows(countryList, 6, l.country)
	rows(formerList, 8, l.former)
	rows(regionList, 3, l.region)
	l.longer()
	l.cities()
	return l
}

func (l *loader) country(f []string) {
	name := strings.TrimSuffix(f[2], "?")
	e := Entry{Name: name, Kind: f[1], Country: f[0]}
	l.countries = append(l.countries, Country{Code: f[0], Name: name, Kind: f[1], Capital: f[5], Current: f[0]})
	l.state(e, f[2], f[3], f[4])
	l.capitals[cityKey(f[5], f[0])] = true
}

func (l *loader) former(f []string) {
	parts := strings.Split(f[7], ";")
	e := Entry{Name: f[1], Kind: "former", Country: f[0], Successor: parts[0], From: number(f[5]), To: number(f[6])}
	l.countries = append(l.countries, Country{Code: f[0], Name: f[1], Kind: "former", Capital: f[4], Current: parts[0], Parts: parts, From: e.From, To: e.To})
	l.state(e, f[1], f[2], f[3])
	l.capitals[cityKey(f[4], parts[0])] = true
}

// state adds a state under its name, its other names and its demonyms.
func (l *loader) state(e Entry, name, others, demonyms string) {
	l.add(name, e)
	for other := range strings.SplitSeq(others, ";") {
		o := e
		o.Official = strings.Contains(other, " of ") || strings.HasSuffix(other, " Republic") || strings.HasSuffix(other, " Federation")
		l.add(other, o)
	}
	d := e
	d.Kind = "demonym"
	for demonym := range strings.SplitSeq(demonyms, ";") {
		l.add(demonym, d)
	}
}

// longer adds the longer forms that no list has but that texts use or used:
// "Kingdom of Yemen", "Republic of the Comoros". A name that means something else
// too has none.
func (l *loader) longer() {
	for _, name := range l.states {
		e := whole(l.names, name)[0]
		name = text.Fold(name)
		if !isCountry(e) || e.Ambiguous || strings.ContainsAny(name, ",.") || strings.Contains(name, " of ") || strings.HasPrefix(name, "the ") || len(name) < 4 {
			continue
		}
		e.Official = true
		for _, form := range []string{"republic of ", "kingdom of ", "state of ", "republic of the ", "kingdom of the ", "people's republic of ", "democratic republic of ", "socialist republic of "} {
			if whole(l.names, form+name) == nil {
				l.add(form+name, e)
			}
		}
	}
}

func (l *loader) region(f []string) {
	for name := range strings.SplitSeq(f[2], ";") {
		l.add(name, Entry{Name: strings.TrimSuffix(name, "?"), Kind: f[0], Country: f[1]})
	}
}

// cities adds the cities under their names and the names they have or had
// besides. A name of ours that differs from GeoNames' is the canonical one.
func (l *loader) cities() {
	canonical, others := map[uint64]string{}, map[uint64][]renaming{}
	rows(renamingList, 5, func(f []string) {
		key := cityKey(f[1], f[2])
		if ours, ok := strings.CutPrefix(f[0], "="); ok {
			canonical[key] = ours
			return
		}
		others[key] = append(others[key], renaming{f[0], number(f[3]), number(f[4])})
	})
	divisions := make([][2]string, 0, 30000)
	city := func(f []string) {
		key := cityKey(f[1], f[3])
		e := Entry{Name: f[1], Kind: "city", Region: f[2], Country: f[3], GeonameID: number(f[0]), Population: number(f[4]), Lat: degrees(f[5]), Lon: degrees(f[6])}
		if ours := canonical[key]; ours != "" {
			e.Name = ours
		}
		divisions = append(divisions, [2]string{f[2], f[3]})
		e.Capital = l.capitals[key] || e.Name != f[1] && l.capitals[cityKey(e.Name, f[3])]
		l.add(e.Name, e)
		for _, o := range others[key] {
			if o.name != e.Name {
				n := e
				n.From, n.To = o.from, o.to
				l.add(o.name, n)
			}
		}
	}
	rows(moreCities, 7, city)
	rows(cityList, 7, city)
	for _, d := range divisions {
		if !l.divisions[d] {
			l.divisions[d] = true
			l.division(d[0], d[1])
		}
	}
}

// division adds a first-order division of a country, as a name that needs a word
// of place before it when it is a single word.
func (l *loader) division(name, country string) {
	if len(name) < 4 {
		return
	}
	for _, e := range whole(l.names, name) {
		if e.Kind == "region" || isCountry(e) {
			return
		}
	}
	first, _, several := strings.Cut(name, " ")
	if directions[first] {
		return
	}
	l.add(name, Entry{Name: name, Kind: "region", Country: country, Ambiguous: !several})
}

func isCountry(e Entry) bool {
	return e.Kind == "country" || e.Kind == "territory" || e.Kind == "former"
}

// directions begin divisions' names that are no names by themselves.
var directions = map[string]bool{
	"Central": true, "Northern": true, "Southern": true, "Eastern": true, "Western": true, "North": true, "South": true, "East": true, "West": true,
	"Centre": true, "Center": true, "Federal": true, "Capital": true, "National": true, "Upper": true, "Lower": true,
}

// cityKey identifies a city by its name, however accented, and country.
func cityKey(name, country string) uint64 { return 31*text.KeyOf(name) + text.KeyOf(country) }

type renaming struct {
	name     string
	from, to int
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func degrees(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
