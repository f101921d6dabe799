package people

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// partyBehind takes a party and a state behind a name for what shows a member of Congress.
func (r *reader) partyBehind(c *candidate, end int) {
	if !r.ofParty(c.tokens.End, end) {
		return
	}
	c.add(3, "a party and a state of the United States after it")
	if c.role != nil && c.role.country == "" {
		american := *c.role
		american.country, american.inferred = "US", true
		c.role = &american
	}
}

// ofParty reports whether the letter of an American party and a state stand at token i, behind
// the name of someone who sits in Congress: "(D-Ore.)", "(R., Ill.)", ", D-Ohio,".
func (r *reader) ofParty(i, end int) bool {
	const longest = 8 // tokens in the brackets
	open := r.at(i).Class == text.Open
	if !open && r.at(i).Class != text.Comma || !partyLetters.Has(r.at(i+1)) || !r.at(i+1).Capital() {
		return false
	}
	j := i + 2
	for c := r.at(j).Class; j < min(end, i+5) && (c == text.Dot || c == text.Comma || c == text.Dash); c = r.at(j).Class {
		j++
	}
	if j == i+2 || !r.at(j).Capital() {
		return false
	}
	for k := j; open && k < i+longest; k++ {
		if t := r.at(k); t.Class == text.Close {
			return true
		} else if t.Class != text.Dot && !t.Capital() {
			return false
		}
	}
	entries, _ := gazetteer.Lookup(r.doc.Tokens, j, end)
	return len(entries) > 0 && entries[0].Kind == "region" && entries[0].Country == "US"
}

var partyLetters = text.NewSet("d", "r", "i", "dem", "rep")

// american reports whether an office whose head is the n tokens from token i on is one of Georgia
// in America, as the country has none: "Georgia Governor A", "Senator from Georgia".
func (r *reader) american(ro *role, i, n int) bool {
	if ro.code != "governor" && !(ro.code == "parliamentarian" && senators.Has(r.at(i))) {
		return false
	}
	return r.at(ro.words.First-1).Is(keyGeorgia) || r.at(i+n+1).Is(keyGeorgia)
}

// lieutenant makes the rank before "Gov." part of that office.
func (r *reader) lieutenant(ro *role) {
	ro.code = "governor"
	if ro.country == "GE" && r.american(ro, ro.words.First, 1) {
		ro.country = "US"
	}
}

// lacks reports whether a country has no such office: Britain has no senators, and no "Gov.".
func (r *reader) lacks(m *pipeline.Mention, country string) bool {
	return (country == "GB" || country == "NZ") && senators.Has(r.at(m.Person.RoleTokens.End-1))
}

var (
	senators   = text.NewSet("senator", "senators", "sen", "sens", "congressman", "congresswoman", "gov")
	keyGeorgia = text.KeyOf("georgia")
)
