package places

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// farthest is how many words the style of a state may have behind its comma.
const farthest = 6

// inverted is how many tokens the state's name of n tokens at token i has when its
// style stands behind a comma or in brackets, as in lists: "Korea, Republic of",
// "Korea, South", "Bolivia (Plurinational State of)".
func (r *reader) inverted(i, n, end int) ([]gazetteer.Entry, int) {
	j := i + n
	bracket := r.at(j).Class == text.Open
	if !bracket && r.at(j).Class != text.Comma || j+1 >= end || !styles.Has(r.at(j+1)) || !r.at(j+1).Capital() {
		return nil, 0
	}
	last := j + 2
	if !compass.Has(r.at(j + 1)) {
		for last < min(end, j+farthest) && !r.at(last-1).Is(keyOf) {
			last++
		}
		if !r.at(last - 1).Is(keyOf) {
			return nil, 0
		}
		if r.at(last).Is(keyThe) && last < end {
			last++
		}
	}
	if t := r.at(last); last < end && t.Class == text.Word && t.Capital() || bracket && t.Class != text.Close {
		return nil, 0 // "Korea, South Africa"
	}
	style := strings.TrimSuffix(strings.TrimSuffix(r.doc.Slice(text.Range{First: j + 1, End: last}), " the"), " of")
	name := r.doc.Slice(text.Range{First: i, End: i + n})
	for _, joint := range []string{" of ", " of the ", " "} {
		if entries := gazetteer.Find(style + joint + name); len(entries) > 0 && isState(entries[0]) {
			if bracket {
				last++
			}
			return entries, last - i
		}
	}
	return nil, 0
}

// listedUnder is the country of the state that stands alone before a city as its
// heading: "Switzerland. Davos."
func (r *reader) listedUnder(m *match) string {
	sep := r.at(m.tokens.First - 1).Class
	if sep != text.Dot && sep != text.Colon {
		return ""
	}
	switch r.at(m.tokens.End).Class {
	case text.Dot, text.Comma, text.Semi:
	default:
		return ""
	}
	before, ok := r.matchBefore(m)
	if !ok || !isState(before.entries[0]) || before.tokens.End < m.tokens.First-1 {
		return ""
	}
	for _, c := range m.entries {
		for _, e := range before.entries {
			if c.Kind == "city" && (e.Country == c.Country || gazetteer.Covers(e.Country, c.Country)) {
				return c.Country
			}
		}
	}
	return ""
}
