package organizations

import (
	"sort"

	"chancery/extractors/gazetteer"
	"chancery/extractors/places"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A world answers what the places found before say of a token.
type world struct {
	tokens []text.Token
	places []*pipeline.Mention // in the order of the text
	frame  pipeline.Frame
}

func newWorld(p *pipeline.Pass) world {
	w := world{tokens: p.Doc.Tokens, places: p.Outermost(places.Extractor, pipeline.Likely)}
	w.frame, _ = p.NoteOf(places.Extractor).(pipeline.Frame)
	return w
}

// covering is the place mention that covers token i, or nil.
func (w *world) covering(i int) *pipeline.Mention {
	k := sort.Search(len(w.places), func(k int) bool { return w.places[k].Tokens.End > i })
	if k < len(w.places) && w.places[k].Tokens.First <= i {
		return w.places[k]
	}
	return nil
}

// at is the place that begins at token i: its range, country and kind.
func (w *world) at(i int) (text.Range, string, string) {
	if m := w.covering(i); m != nil && m.Tokens.First == i && m.Place != nil {
		return m.Tokens, m.Place.Country, m.Place.Kind
	}
	return text.Range{}, "", ""
}

// isPlace reports whether the tokens are, or lie inside, a place's name.
func (w *world) isPlace(at text.Range) bool {
	m := w.covering(at.First)
	return m != nil && m.Tokens.Contains(at) && m.Place != nil && m.Place.Kind != "building" && m.Place.Kind != "venue"
}

// country is the country that the word at token i belongs to: part of a place's
// name, or a demonym.
func (w *world) country(i int) (string, bool) {
	if m := w.covering(i); m != nil && m.Place != nil {
		return m.Place.Country, true
	}
	code, _ := w.demonym(i)
	return code, code != ""
}

// demonym is the country whose demonym covers token i, and the demonym's range.
func (w *world) demonym(i int) (string, text.Range) {
	for first := i; first >= max(0, i-3); first-- { // "Chinese", "South African", "U.S."
		if !w.tokens[first].Capital() {
			continue
		}
		entries, n := gazetteer.Lookup(w.tokens, first, min(len(w.tokens), first+5))
		if first+n <= i {
			continue
		}
		for _, e := range entries {
			if e.Kind == "demonym" && w.tokens[first].Is(keyAmerican) && w.ofContinent(first) {
				return "", text.Range{}
			}
			if e.Kind == "demonym" || e.Kind == "country" || e.Kind == "former" {
				return e.Country, text.Range{First: first, End: first + n}
			}
		}
	}
	return "", text.Range{}
}

// ofContinent reports whether "American" at token i is of a continent: "North American Affairs",
// "Inter-American Commission", "Organization of American States".
func (w *world) ofContinent(i int) bool {
	if i+1 < len(w.tokens) && w.tokens[i+1].Is(keyStates) {
		return true
	}
	if i > 1 && w.tokens[i-1].Class == text.Dash {
		i--
	}
	return i > 0 && americas.Has(w.tokens[i-1])
}

var (
	keyAmerican = text.KeyOf("american")
	keyStates   = text.KeyOf("states")
	// americas are the words that make "American" of a continent, not of the United States
	americas = text.NewSet("north", "south", "latin", "central", "pan", "inter")
)

// isState reports whether token i is part of a country's name or a demonym.
func (w *world) isState(i int) bool {
	m := w.covering(i)
	if m == nil || m.Place == nil {
		return true
	}
	switch m.Place.Kind {
	case "country", "former", "territory":
		return true
	}
	return false
}

// isCity reports whether token i is part of a city's name.
func (w *world) isCity(i int) bool {
	m := w.covering(i)
	return m != nil && m.Place != nil && m.Place.Kind == "city"
}

// isDemonym reports whether the word at token i is a demonym and no country's name.
func (w *world) isDemonym(i int) bool {
	entries, _ := gazetteer.Lookup(w.tokens, i, min(len(w.tokens), i+3))
	return len(entries) > 0 && entries[0].Kind == "demonym"
}

// adjective returns the token after the country's name or demonym at token i.
func (w *world) adjective(i int) (int, bool) {
	if m := w.covering(i); m != nil && m.Tokens.First == i && m.Place != nil && w.isState(i) {
		return m.Tokens.End, true
	}
	if code, at := w.demonym(i); code != "" && at.First == i {
		return at.End, true
	}
	return i, false
}

// other is the second country of a page on two, given one of them.
func (w *world) other(country string) string {
	switch country {
	case "":
		return ""
	case w.frame.A:
		return w.frame.B
	case w.frame.B:
		return w.frame.A
	}
	return ""
}
