package people

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A fact sheet of a country has its name for a title, and lines that begin with labels:
//
//	Chief of state: President A (since 5 June 2015); Vice President B
//	Diplomatic representation from the US:
//	Chief of mission: Ambassador C

// onSheet is the country that an office of state on a line with a label serves, on the fact
// sheet of one country: that one, or whose representation the heading above tells of.
func (r *reader) onSheet(m *pipeline.Mention) string {
	if r.frame.Sole == "" || !r.ofState(m) || m.Person.RoleTokens.First > m.Tokens.First || !r.labelled(m.Person.RoleTokens.First) {
		return ""
	}
	if abroad(m) {
		return r.representation(m.Person.RoleTokens.First)
	}
	if r.strange(m, r.frame.Sole) {
		return "" // "Visits: Foreign Minister A"
	}
	return r.frame.Sole
}

// strange reports whether a name of a person is usual somewhere, but none of them in a country; those
// of the West are borne the world over.
func (r *reader) strange(m *pipeline.Mention, country string) bool {
	var names [most]nameWord
	words := r.nameWords(m.Value, names[:0])
	return fitting(words, country) == 0 && slices.ContainsFunc(words, func(w nameWord) bool { return w.lists != 0 && w.lists&westward == 0 })
}

// labelled reports whether the line of token i begins with a label, before it.
func (r *reader) labelled(i int) bool {
	const longest = 8 // tokens of a label
	first := r.doc.LineStart(i)
	for j := first; j < min(i, first+longest); j++ {
		if r.doc.Tokens[j].Class == text.Colon {
			return true
		}
	}
	return false
}

// representation is whose missions the nearest heading above token i says that the lines
// under it tell of: those of another state that are "from" it, and the page's own "in" it.
func (r *reader) representation(i int) string {
	const furthest, longest = 200, 8 // tokens
	for j := i; j >= 0 && i-j < furthest; j-- {
		if !r.doc.Tokens[j].Has(text.LineStart) {
			continue
		}
		for k := j; k < min(i, j+longest) && (k == j || !r.doc.Tokens[k].Has(text.LineStart)); k++ {
			in, from := r.at(k).Is(keyIn), r.at(k).Is(keyFrom)
			if !in && !from || !represents.Has(r.at(k-1)) || !r.statesAt(k+1) {
				continue
			}
			if in {
				return r.frame.Sole
			}
			return r.place[r.behindThe(k+1)].Place.Country
		}
	}
	return ""
}

var represents = text.NewSet("representation", "representatives", "missions", "mission")
