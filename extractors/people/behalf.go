package people

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// behalf is the country that a signatory or speaker is said to act for: "signed on
// behalf of the Government of Georgia by Deputy Minister A", "by Minister A on behalf of
// Portugal", "On the Turkish side it was signed by Deputy Minister B".
func (r *reader) behalf(m *pipeline.Mention) string {
	const furthest = 14 // tokens
	if i := max(m.Tokens.End, m.Person.RoleTokens.End); r.at(i).Is(keyOn) && behalfOf.Has(r.at(i+1)) && r.at(i+2).Is(keyOf) {
		return r.actedFor(i + 3)
	} else if representing.Has(r.at(i)) {
		if c := r.actedFor(i + 1); c != "" {
			return c // "Third Secretary B represented Vietnam"
		}
	}
	if c := r.delegated(min(m.Tokens.First, m.Person.RoleTokens.First)); c != "" {
		return c
	}
	if c := r.onTheSide(max(m.Tokens.End, m.Person.RoleTokens.End)); c != "" {
		return c
	}
	first := min(m.Tokens.First, m.Person.RoleTokens.First)
	if _, n := offices.Longest(r.doc.Tokens, max(0, first-1), first); n == 1 && r.at(first-1).Capital() {
		first-- // "represented by Ambassador A, Adviser to the President"
	}
	if r.at(first - 1).Is(keyThe) {
		first--
	}
	if c := r.representedBy(first); c != "" {
		return c
	}
	if !r.at(first-1).Is(keyBy) && r.at(first-1).Class != text.Comma {
		return ""
	}
	for i := first - 2; i >= 0 && first-i < furthest; i-- {
		t := r.doc.Tokens[i]
		if t.Is(keyBy) || t.Class == text.Semi || t.Class == text.Comma && !r.at(first-1).Is(keyBy) {
			return ""
		}
		switch {
		case behalfOf.Has(t) && r.at(i+1).Is(keyOf):
			return r.actedFor(i + 2)
		case sides.Has(t):
			if code, n := r.demonymBefore(i, max(0, i-3)); n > 0 {
				return code
			}
		}
		if t.Has(text.SentStart) {
			return ""
		}
	}
	return ""
}

// delegated is the country of the delegation that is said to include whom token i begins to
// name: "The Angolan delegation, led by Minister A, included Ambassador B and Director C".
func (r *reader) delegated(i int) string {
	const furthest = 60 // tokens
	included := false
	for j := i - 1; j > 0 && i-j < furthest && !r.doc.Tokens[j+1].Has(text.SentStart); j-- {
		t := r.doc.Tokens[j]
		included = included || including.Has(t) && t.Has(text.Lower)
		if t.Class == text.Semi || !included && t.Class == text.Word && verbs.Has(t) && t.Has(text.Lower) {
			return ""
		}
		if !included || !sides.Has(t) || !t.Has(text.Lower) {
			continue
		}
		if code, n := r.demonymBefore(j, max(0, j-3)); n > 0 {
			return code
		}
		if k := r.behindThe(j + 2); r.at(j+1).Is(keyOf) && r.place[k] != nil && r.place[k].Tokens.First == k && isState(r.place[k]) {
			return r.place[k].Place.Country
		}
		return ""
	}
	return ""
}

var including = text.NewSet("included", "includes", "including", "comprised", "comprises", "comprising", "consisted", "consists", "consisting")

// onTheSide is the country on whose side those before token i are said to act: "Minister A
// and Akim of Almaty B took part on the Kazakh side".
func (r *reader) onTheSide(i int) string {
	const furthest = 25 // tokens
	for j := i; j < min(i+furthest, len(r.doc.Tokens)); j++ {
		t := r.doc.Tokens[j]
		if t.Class == text.Semi || t.Has(text.SentStart) {
			return ""
		}
		if p := r.place[j]; p != nil && isState(p) {
			return "" // of another country, perhaps
		}
		if !t.Is(keySide) || !t.Has(text.Lower) {
			continue
		}
		code, n := r.demonymBefore(j, max(0, j-3))
		if n > 0 && r.at(j-n-1).Is(keyThe) && (r.at(j-n-2).Is(keyOn) || r.at(j-n-2).Is(keyFrom)) && r.at(j-n-3).Class == text.Word {
			return code
		}
		return ""
	}
	return ""
}

// representedBy is the country that is said to be represented by whom token i begins to
// name: "Turkey was represented by Industry Minister A".
func (r *reader) representedBy(i int) string {
	if !r.at(i-1).Is(keyBy) || !representing.Has(r.at(i-2)) {
		return ""
	}
	for i -= 3; i > 0 && r.at(i).Class == text.Word && r.at(i).Has(text.Lower); i-- { // "was", "has been"
	}
	if i < 0 {
		return ""
	}
	if p := r.place[i]; p != nil && p.Tokens.End == i+1 && isState(p) {
		return p.Place.Country
	}
	return ""
}

// actedFor is the country at token i, or of the government or ministry there.
func (r *reader) actedFor(i int) string {
	if r.at(i).Is(keyThe) {
		i++
	}
	if i >= len(r.place) {
		return ""
	}
	if p := r.place[i]; p != nil && p.Tokens.First == i && isState(p) {
		return p.Place.Country
	}
	if o := r.org[i]; o != nil && o.Tokens.First == i && o.Organization != nil {
		return o.Organization.Country
	}
	return ""
}

var (
	behalfOf     = text.NewSet("behalf")
	keySide      = text.KeyOf("side")
	sides        = text.NewSet("side", "party", "delegation", "team")
	representing = text.NewSet("represented", "representing", "represents")
)
