package people

import (
	"strings"

	"chancery/pipeline/text"
)

// byLand is the token behind the land or town by which someone of one given name, at token
// i, is called with "of" at token j, 0 for none: "Catherine of Aragon", "Francis of Assisi".
// Of a country, others are too: "Kipchoge of Kenya".
func (r *reader) byLand(i, j, end int) int {
	if !r.at(j).Is(keyOf) || j != i+1 || j+1 >= end || !givenNames.Has(r.at(i)) || !r.at(i).Has(text.Title) || r.isRole(i) || r.isRole(i-1) || r.place[i] != nil {
		return 0
	}
	if p := r.at(i - 1); p.Capital() && !r.at(i).Has(text.SentStart) || p.Class == text.Dot && !r.at(i).Has(text.SentStart) || r.at(i-1).Class == text.Dash {
		return 0
	}
	if dynasties.Has(r.at(j+1)) && r.at(j+1).Capital() && !(r.at(j+2).Capital() && j+2 < end) {
		return j + 2 // "Maximilian of Habsburg"
	}
	p := r.place[j+1]
	if p == nil || p.Tokens.First != j+1 || p.Place == nil || p.Tokens.End > end {
		return 0
	}
	switch p.Place.Kind {
	case "city", "region", "former":
	default:
		return 0
	}
	if next := r.at(p.Tokens.End); p.Tokens.End < end && next.Capital() || next.Has(text.Possess) {
		return 0
	}
	return p.Tokens.End
}

// byEpithet is the token behind "the" at token i and an epithet, 0 for none: "Peter the Great".
func (r *reader) byEpithet(i, end int) int {
	if r.at(i).Is(keyThe) && i+1 < end && epithets.Has(r.at(i+1)) && r.at(i+1).Capital() && !(r.at(i+2).Capital() && i+2 < end) {
		return i + 2
	}
	return 0
}

// elided reports whether token i is a name behind an elided small word: "d'Oliveira".
func (r *reader) elided(i int) bool {
	const longest = 6 // bytes of "dell’"
	if t := r.at(i); t.Class != text.Word || !t.Has(text.Lower) {
		return false
	}
	word := r.doc.Word(i)
	at := strings.IndexAny(word, "'’")
	if at < 1 || at > longest {
		return false
	}
	name := strings.TrimLeft(word[at:], "'’")
	return len(name) > 2 && name[0] >= 'A' && name[0] <= 'Z'
}

// weighGround counts against a name what only places have before them.
func (r *reader) weighGround(c *candidate, i int, s text.Range) {
	if r.at(i-1).Is(keyOf) && bearings.Has(r.at(i-2)) {
		c.add(-5, "a point of the compass before it")
	}
	if r.addressed(s) {
		c.add(-6, "part of an address")
	}
}

// inTown reports whether a preposition of place opens the sentence before the word at token i:
// "In Tsageri, the mayor thanked them" names a town.
func (r *reader) inTown(i int, s text.Range) bool {
	return i == s.First+1 && (r.at(i-1).Is(keyIn) || r.at(i-1).Is(keyAt) || r.at(i-1).Is(keyNear)) && !renowned.Has(r.at(i))
}
