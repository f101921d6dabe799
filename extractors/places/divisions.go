package places

import (
	"slices"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// The lists in which a country is divided, and what they need.
const (
	fewestParts = 8 // names in the list
	fewestKnown = 4 // of them that the gazetteer has in the country
	ofKnown     = 3 // the known ones are at least one in so many
	mostSeats   = 2 // countries whose capitals the list may name
)

// divisions reports the names of a long list under a noun of places, "47 counties: Baringo,
// Bomet, Bungoma", as places of the one country where the most of them are known; their
// namesakes in other countries are not meant. On the fact sheet of one country it is that.
func (r *reader) divisions(s text.Range) {
	if s.Len() < 2*fewestParts || r.commas(s) < fewestParts-1 {
		return
	}
	announced, divided := false, false
	for i := s.First; i < s.End; i++ {
		t := r.doc.Tokens[i]
		switch {
		case t.Class != text.Word:
		case several.Has(t) || dividing.Has(t):
			announced = true
			divided = divided || t.Is(keyDivisions)
		case announced && t.Has(text.Title):
			parts, end := r.parts(i, s.End)
			if len(parts) >= fewestParts {
				r.divide(parts, divided)
			}
			i = max(i, end-1)
		}
	}
}

// commas is how many commas a sentence has.
func (r *reader) commas(s text.Range) (n int) {
	for i := s.First; i < s.End; i++ {
		if r.doc.Tokens[i].Class == text.Comma {
			n++
		}
	}
	return n
}

var keyDivisions = text.KeyOf("divisions")

// dividing announce such lists too.
var dividing = text.NewSet("divisions", "subdivisions", "areas", "emirates", "territories", "states", "quarters", "dependencies", "municipality", "atolls")

// parts are the names of a list from token i on, which commas part, and where it ends.
func (r *reader) parts(i, end int) (parts []text.Range, at int) {
	for i < end {
		first := i
		for i < end && (r.at(i).Class == text.Word && (r.at(i).Capital() || i > first && linking.Has(r.at(i))) || i > first && r.at(i).Class == text.Dash && !r.at(i).Has(text.Spaced) || i > first && r.at(i).Class == text.Apos) {
			i++
		}
		if i == first || r.at(i-1).Has(text.Lower) && linking.Has(r.at(i-1)) {
			return parts, i
		}
		parts = append(parts, text.Range{First: first, End: i})
		if r.at(i).Class == text.Other {
			i++ // "Lima*"
		}
		if i = r.pastBracket(i, end); r.at(i).Class != text.Comma {
			return parts, i
		}
		i++
		if joint.Has(r.at(i)) {
			i++
		}
	}
	return parts, i
}

// linking stand between the words of a place's name in other languages.
var linking = text.NewSet("de", "da", "do", "dos", "das", "del", "la", "las", "el", "al", "e", "y", "du", "des", "i", "of", "le", "les", "et", "di", "van", "den", "am", "an", "der")

// pastBracket is the token behind a short bracket at token i: "Nord (North)"; else i.
func (r *reader) pastBracket(i, end int) int {
	const longest = 6 // tokens
	if r.at(i).Class != text.Open {
		return i
	}
	for j := i + 1; j < min(end, i+longest); j++ {
		if r.at(j).Class == text.Close {
			return j + 1
		}
	}
	return i
}

// likely are the countries where a name is that of a region, or of a town that is not far smaller
// than its largest namesake.
func likely(entries []gazetteer.Entry) map[string]bool {
	const smaller = 8
	largest := 0
	for _, e := range entries {
		largest = max(largest, e.Population)
	}
	countries := map[string]bool{}
	for _, e := range entries {
		if len(e.Country) == 2 && (e.Kind != "city" || smaller*e.Population >= largest) {
			countries[e.Country] = true
		}
	}
	return countries
}

// divide reports the parts of a country and takes their namesakes out of the matches. On a fact
// sheet two that are known are enough, or one of what is called divisions.
func (r *reader) divide(parts []text.Range, divided bool) {
	known := map[string]int{} // country -> parts that it has
	found := make([]*match, len(parts))
	seats, capital := 0, ""
	for n, p := range parts {
		k, ok := slices.BinarySearchFunc(r.matches, p.First, func(m match, i int) int { return m.tokens.First - i })
		if !ok || r.matches[k].tokens != p {
			continue
		}
		found[n] = &r.matches[k]
		if isState(found[n].entries[0]) {
			return // a list of countries
		}
		for c := range likely(found[n].entries) {
			known[c]++
		}
		for _, e := range found[n].entries {
			if e.Kind == "city" && e.Capital && e.Country != capital {
				seats, capital = seats+1, e.Country
			}
		}
	}
	if seats > mostSeats {
		return // cities of the world
	}
	country, most := "", 0
	for c, n := range known {
		if n > most || n == most && c < country {
			country, most = c, n
		}
	}
	switch sole := r.frame.Sole; {
	case known[sole] > 1 && 2*known[sole] >= most || divided && known[sole] > 0:
		country = sole
	case most < fewestKnown || ofKnown*most < len(parts):
		return
	}
	told := map[int]bool{} // the tokens of what is reported here
	for n, p := range parts {
		e := gazetteer.Entry{Name: r.value(p), Kind: "region", Country: country}
		if m := found[n]; m != nil {
			if k := slices.IndexFunc(m.entries, func(e gazetteer.Entry) bool { return e.Country == country }); k >= 0 {
				e = m.entries[k]
			} else if !divided && slices.ContainsFunc(m.entries, func(e gazetteer.Entry) bool { return e.Population >= large }) {
				continue // a city of another country
			}
		}
		r.report(r.mention(choice{p, &e, pipeline.Likely, "divisions", "in a list of the parts of a country"}))
		for i := p.First; i < p.End; i++ {
			told[i] = true
		}
	}
	r.matches = slices.DeleteFunc(r.matches, func(m match) bool { return told[m.tokens.First] })
}
