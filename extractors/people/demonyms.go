package people

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// demonymBefore reads a country's adjective or abbreviation that ends before
// token i: "Chinese", "U.S.", "East German".
func (r *reader) demonymBefore(i, from int) (code string, n int) {
	for n := min(4, i-from); n > 0; n-- {
		if t := r.doc.Tokens[i-n]; t.Class != text.Word || !t.Capital() {
			continue
		}
		entries, length := gazetteer.Lookup(r.doc.Tokens, i-n, i)
		if length != n {
			continue
		}
		for _, e := range entries {
			if e.Kind == "demonym" || e.Kind == "country" || e.Kind == "former" || e.Kind == "territory" {
				return r.meant(r.doc.Tokens[i-1], e.Country), n
			}
		}
	}
	return "", 0
}

// meant is the country that an adjective of two is of on this page: the one that the page
// names otherwise.
func (r *reader) meant(t text.Token, country string) string {
	switch {
	case t.Is(keyCongolese):
		if r.named("CD") {
			return "CD"
		}
		if r.frame.A != "CG" && r.frame.B != "CG" {
			return ""
		}
	case t.Is(keyDominican) && r.named("DM"):
		return "DM"
	}
	return country
}

func (r *reader) demonymAt(i, end int) (string, int) {
	entries, n := gazetteer.Lookup(r.doc.Tokens, i, end)
	for _, e := range entries {
		if e.Kind == "demonym" {
			return r.meant(r.at(i+n-1), e.Country), n
		}
	}
	return "", 0
}

// names reports whether the words themselves name the country.
func (r *reader) names(words text.Range, country string) bool {
	for i := words.First; i < words.End; i++ {
		entries, _ := gazetteer.Lookup(r.doc.Tokens, i, words.End)
		for _, e := range entries {
			if e.Country == country {
				return true
			}
		}
	}
	return false
}
