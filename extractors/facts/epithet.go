package facts

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// pastEpithet is the token behind what a text says of a city before its name, "the eastern
// Chinese city of", "the capital,": it is no piece. It is i where there is none.
func (r *reader) pastEpithet(i, end int) int {
	if !r.doc.Tokens[i].Is(keyThe) {
		return i
	}
	const longest = 7 // "the historic south-western port city of"
	seat := false
	for j := i + 1; j < min(end, i+longest); j++ {
		t := r.doc.Tokens[j]
		if seat {
			if k := r.mentionFrom(j); k < len(r.mentions) && r.mentions[k].Tokens.First == j {
				if m := r.mentions[k]; m.Kind == pipeline.Place && !m.Nested && m.Place.Kind == "city" {
					return j
				}
				return i
			}
		}
		switch {
		case seat && (t.Is(keyOf) || t.Class == text.Comma && r.doc.Tokens[j-1].Is(keyCapital)):
		case t.Class == text.Dash && !t.Has(text.Spaced), t.Has(text.Lower) && !epithetEnds.Has(t):
			seat = seats.Has(t)
		case t.Class == text.Word && t.Capital() && demonymic(r.doc.Tokens, j, end):
			seat = false
		default:
			return i
		}
	}
	return i
}

// demonymic reports whether the token i is a country's adjective.
func demonymic(tokens []text.Token, i, end int) bool {
	entries, n := gazetteer.Lookup(tokens, i, end)
	return n == 1 && len(entries) > 0 && entries[0].Kind == "demonym"
}

var (
	keyCapital  = text.KeyOf("capital")
	seats       = text.NewSet("city", "capital", "town", "port", "resort", "village", "metropolis", "spa")
	epithetEnds = text.NewSet("the", "a", "an", "of", "in", "on", "at", "to", "and", "or", "for", "from", "with", "by", "is", "was", "has", "had", "will")
)
