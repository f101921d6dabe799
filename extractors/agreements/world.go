package agreements

import (
	"sort"

	"chancery/extractors/organizations"
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
}

func newWorld(p *pipeline.Pass) world {
	return world{doc: p.Doc, organizations: p.Reported(organizations.Extractor)}
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
func (w *world) demonym(i int) string { return "" }

// country is the country that token i names, by itself or as a demonym, or "".
func (w *world) country(i int) string {
	if _, v := w.place(i); v != nil {
		return v.Country
	}
	return w.demonym(i)
}

// placeMention is the place that covers token i, or nil.
func (w *world) placeMention(i int) *pipeline.Mention { return covering(w.places, i) }

// placeName is the canonical name of the place that begins at token i, or "".
func (w *world) placeName(i int) string {
	if m := covering(w.places, i); m != nil && m.Tokens.First == i {
		return m.Value
	}
	return ""
}
