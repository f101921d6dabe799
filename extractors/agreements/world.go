package agreements

import (
	"sort"

	"chancery/extractors/dates"
	"chancery/extractors/gazetteer"
	"chancery/extractors/organizations"
	"chancery/extractors/places"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A world answers what was found before: the dates, places and organizations
// around a token.
type world struct {
	doc           *pipeline.Document
	dates         []*pipeline.Mention // in the order of the text
	places        []*pipeline.Mention
	organizations []*pipeline.Mention
	frame         pipeline.Frame
	untitled      bool // the frame's two countries are not those of a title
}

func newWorld(p *pipeline.Pass) world {
	w := world{
		doc:           p.Doc,
		dates:         p.Outermost(dates.Extractor, pipeline.Weak),
		places:        p.Outermost(places.Extractor, pipeline.Likely),
		organizations: p.Outermost(organizations.Extractor, pipeline.Likely),
	}
	w.frame, _ = p.NoteOf(places.Extractor).(pipeline.Frame)
	if c := w.frame.Countries; len(c) > 1 && c[1].Weight > leastNamed && 2*c[1].Weight >= c[0].Weight {
		if w.untitled = w.frame.A == ""; w.untitled {
			w.frame.A, w.frame.B = w.frame.Pair()
		}
	}
	return w
}

func covering(mentions []*pipeline.Mention, i int) *pipeline.Mention {
	k := sort.Search(len(mentions), func(k int) bool { return mentions[k].Tokens.End > i })
	if k < len(mentions) && mentions[k].Tokens.First <= i {
		return mentions[k]
	}
	return nil
}

// date is the date mention that covers token i, or nil.
func (w *world) date(i int) *pipeline.Mention { return covering(w.dates, i) }

// place is the place that covers token i, and its kind.
func (w *world) place(i int) (text.Range, *pipeline.PlaceValue) {
	if m := covering(w.places, i); m != nil && m.Place != nil {
		return m.Tokens, m.Place
	}
	return text.Range{}, nil
}

// demonym is the country whose demonym or adjective token i is, or "".
func (w *world) demonym(i int) string {
	for first := i; first >= max(0, i-3); first-- { // "Chinese", "South African", "U.S."
		if !w.doc.Tokens[first].Capital() {
			continue
		}
		entries, n := gazetteer.Lookup(w.doc.Tokens, first, min(len(w.doc.Tokens), first+5))
		if first+n <= i || first+n < len(w.doc.Tokens) && w.doc.Tokens[first+n].Class == text.Other && !w.doc.Tokens[first+n].Has(text.Spaced) {
			continue // also "US$"
		}
		for _, e := range entries {
			if e.Kind == "demonym" || e.Kind == "country" || e.Kind == "former" {
				return e.Country
			}
		}
	}
	return ""
}

// state is the country that token i names, by itself or as a demonym, or "".
func (w *world) state(i int) string {
	if m := w.placeMention(i); m != nil {
		if isState(m) {
			return m.Place.Country
		}
		return ""
	}
	return w.demonym(i)
}

// placeMention is the place that covers token i, or nil.
func (w *world) placeMention(i int) *pipeline.Mention { return covering(w.places, i) }

// placeName is the place that begins at token i as written, or "".
func (w *world) placeName(i int) string {
	if m := covering(w.places, i); m != nil && m.Tokens.First == i {
		return w.doc.Slice(m.Tokens)
	}
	return ""
}

// leastNamed is how often both countries of a page without a telling title must be named at
// least, for an instrument without parties to be theirs.
const leastNamed = 4
