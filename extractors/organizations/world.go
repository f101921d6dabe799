package organizations

import (
	"sort"

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
	return world{tokens: p.Doc.Tokens}
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
	return m != nil && m.Tokens.Contains(at)
}

// country is the country that the word at token i belongs to: part of a place's
// name, or a demonym.
func (w *world) country(i int) (string, bool) {
	if m := w.covering(i); m != nil && m.Place != nil {
		return m.Place.Country, true
	}
	return "", false
}

// adjective returns the token after the country's name or demonym at token i.
func (w *world) adjective(i int) (int, bool) {
	if m := w.covering(i); m != nil && m.Tokens.First == i {
		return m.Tokens.End, true
	}
	if _, ok := w.country(i); ok {
		return i + 1, true
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
