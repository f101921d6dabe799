package places

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// Two states are called Congo, and from 1960 to 1964 both the Republic of the Congo. By itself
// the name is that of Brazzaville's, unless the page tells of places or people of the other's
// and of none of its own.

var (
	keyCongo    = text.KeyOf("congo")
	keyRepublic = text.KeyOf("republic")
	ofKinshasa  = text.NewSet("lumumba", "mobutu", "kasavubu", "kasa-vubu", "tshombe", "adoula", "gizenga", "tshisekedi", "kabila")
	ofThePool   = text.NewSet("youlou", "massamba", "massemba", "ngouabi", "sassou", "lissouba", "nguesso")
)

// congo is the state that a match means whose entry is e: the other Congo, where the page speaks
// for that.
func (r *reader) congo(m *match, e *gazetteer.Entry) *gazetteer.Entry {
	first := r.doc.Tokens[m.tokens.First]
	if e.Country != "CG" || !first.Is(keyCongo) && !first.Is(keyRepublic) || r.at(m.tokens.End-1).Class == text.Close || m.tokens.Len() > 1 && first.Is(keyCongo) {
		return e
	}
	if r.otherCongo == unasked {
		r.otherCongo = r.whichCongo()
	}
	if r.otherCongo == yes {
		other := gazetteer.Find("Democratic Republic of the Congo")[0]
		other.Ambiguous, other.Official = e.Ambiguous, e.Official
		return &other
	}
	return e
}

// An answer is one that is sought once.
type answer uint8

const (
	unasked answer = iota
	yes
	no
)

// whichCongo answers whether the page means the Congo of Kinshasa.
func (r *reader) whichCongo() answer {
	found := no
	for i := range r.matches {
		m := &r.matches[i]
		switch e := &m.entries[0]; {
		case e.Kind == "demonym", r.at(m.tokens.End-1).Is(keyCongo) && e.Country == "CG":
		case e.Country == "CG":
			return no
		case e.Country == "CD":
			found = yes
		}
	}
	if f := &r.frame; f.A == "CG" || f.B == "CG" || f.Sole == "CG" {
		return no
	}
	for _, t := range r.doc.Tokens {
		switch {
		case t.Class != text.Word || !t.Capital():
		case ofThePool.Has(t):
			return no
		case ofKinshasa.Has(t):
			found = yes
		}
	}
	return found
}
