package places

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// ofOther reports whether a name of the gazetteer is a ship's here, or the second part of
// an adjective's: "the battleship Maine", "Euro-Atlantic".
func (r *reader) ofOther(m *match) bool {
	before := r.at(m.tokens.First - 1)
	if before.Class == text.Dash && !before.Has(text.Spaced) && !r.at(m.tokens.First).Has(text.Spaced) && prefixes.Has(r.at(m.tokens.First-2)) {
		return true
	}
	e := m.entries[0]
	if e.Kind == "city" && !e.Capital && r.at(m.tokens.End).Is(keyAdministration) && before.Is(keyThe) {
		for _, e := range m.entries {
			if e.Country == "US" {
				return true // a president's: "the Van Buren administration"
			}
		}
	}
	if before.Is(keyThe) && r.at(m.tokens.First-2).Class == text.Comma {
		before = r.at(m.tokens.First - 3) // "a battleship, the Maine"
	}
	if before.Class == text.Dot && r.at(m.tokens.First-2).Is(keyS) && r.at(m.tokens.First-4).Has(text.Initial) && ofShips.Has(r.at(m.tokens.First-4)) {
		return m.tokens.Len() == 1 // "U.S.S. Augusta"
	}
	return m.tokens.Len() == 1 && ships.Has(before) && !isState(e)
}

var (
	keyS    = text.KeyOf("s")
	ofShips = text.NewSet("s", "m") // "U.S.S.", "H.M.S."
)

var keyAdministration = text.KeyOf("administration")

// ratherPerson reports whether a town's name is a person's where it stands: that of a
// statesman behind no preposition of place, or before what people do.
func (r *reader) ratherPerson(m *match, e *gazetteer.Entry) bool {
	if m.tokens.Len() > 1 {
		return false
	}
	if r.givenName(m, e) {
		return true
	}
	before := r.at(m.tokens.First - 1)
	if _, within := r.within(m.tokens.End, m.limit); within || r.homeOf(m) {
		return false // "Blaine (Washington)"
	}
	const often = 2 // times, in a text that names nobody so in full
	t := r.at(m.tokens.First)
	town := r.towns[t.Key] >= often && r.namings[t.Key] == 0
	if namesakes.Has(t) && !town && !cityAfter.Has(before) && !borders.Has(before) && !r.amongPlaces(m) {
		return true
	}
	return (e.Population < fair || !e.Capital && e.Population < metropolis) && r.actsOrOwns(m)
}

// givenName reports whether a town's name is rather one that people are given: no word of place
// stands before it, and the text speaks of no other place in its country.
func (r *reader) givenName(m *match, e *gazetteer.Entry) bool {
	before := r.at(m.tokens.First - 1)
	if r.atWhose(m) && !e.Capital {
		return true
	}
	return gazetteer.GivenNames.Has(r.at(m.tokens.First)) && !e.Capital && e.Population < metropolis && r.weights[e.Country]+r.homes[e.Country] == 0 &&
		!situating.Has(before) && !before.Is(keyFrom) && !plainHead.Has(r.at(m.tokens.End)) && !r.amongPlaces(m) && !r.homeOf(m) && r.towns[r.at(m.tokens.First).Key] == 0
}

// atWhose reports whether "at" and a possessive tell of someone whose given name a place bears:
// "at Miranda's feet".
func (r *reader) atWhose(m *match) bool {
	return m.tokens.Len() == 1 && r.at(m.tokens.First-1).Is(keyAt) && r.at(m.tokens.End).Has(text.Possess) && gazetteer.GivenNames.Has(r.at(m.tokens.First))
}

// homeOf reports whether the name of a person and "of" stand before a town's: "Senator Charles
// E. Hughes of Sherman".
func (r *reader) homeOf(m *match) bool {
	i := m.tokens.First - 2
	t := r.at(i)
	return r.at(i+1).Is(keyOf) && t.Class == text.Word && t.Has(text.Title) && !t.Has(text.SentStart) && !gazetteer.GivenNames.Has(t) && r.personal(i)
}

// namedAfter reports whether a town's name of several words is that of the person whom the
// town is named after: "Lázaro Cárdenas nationalised the railways".
func (r *reader) namedAfter(m *match) bool {
	i := m.tokens.End
	return m.tokens.Len() > 1 && gazetteer.GivenNames.Has(r.at(m.tokens.First)) && !r.placed(m) && i < m.limit && r.at(i).Has(text.Lower) &&
		(strings.HasSuffix(r.doc.Word(i), "ed") || acting.Has(r.at(i)))
}

// actsOrOwns reports whether what stands behind a name is what people do or have, and no
// preposition of place before it: "Hamilton independently informed", "Roosevelt's Secretary".
func (r *reader) actsOrOwns(m *match) bool {
	if r.placed(m) && !r.at(m.tokens.First-1).Is(keyOf) {
		return false
	}
	i := m.tokens.End
	if r.at(i - 1).Has(text.Possess) {
		return r.at(i).Capital() && owned.Has(r.at(i))
	}
	if t := r.at(i); t.Class == text.Word && t.Has(text.Lower) && strings.HasSuffix(r.doc.Word(i), "ly") {
		i++
	}
	return i < m.limit && r.at(i).Has(text.Lower) && acting.Has(r.at(i))
}

// amongPlaces reports whether a comma or "and" is all that parts a name from a town's or a
// region's, or a heading has it alone.
func (r *reader) amongPlaces(m *match) bool {
	for _, side := range []int{-1, 1} {
		if n, ok := r.neighbour(m, side); ok && (n.entries[0].Kind == "city" && !namesakes.Has(r.at(n.tokens.First)) || n.entries[0].Kind == "region") {
			return true
		}
	}
	return r.at(m.tokens.First).Has(text.LineStart) && r.at(m.tokens.End).Has(text.LineStart)
}

// owned are the first words of offices whose holders people have, not towns.
var owned = text.NewSet("secretary", "secretaries", "minister", "ministers", "ambassador", "attorney", "vice", "cabinet", "administration")

// twoStates reports whether a name of n tokens at token i stands for its two parts, each a
// state: "between Serbia and Montenegro".
func (r *reader) twoStates(i, n int, e *gazetteer.Entry) bool {
	if n != 3 || !isState(*e) || !apart.Has(r.at(i-1)) || !joint.Has(r.at(i+1)) {
		return false
	}
	a, _ := gazetteer.Lookup(r.doc.Tokens, i, i+1)
	b, _ := gazetteer.Lookup(r.doc.Tokens, i+2, i+3)
	return len(a) > 0 && len(b) > 0 && isState(a[0]) && isState(b[0]) && a[0].Country != b[0].Country
}

var apart = text.NewSet("between", "both")

// ofEvent reports whether the capitalized words behind a name are those of an event that it
// belongs to, or those before it: "Washington Naval Conference", "Kosovo War", "Middle East
// and North Africa Conference", "Peace of Amiens".
func (r *reader) ofEvent(m *match) bool {
	if r.at(m.tokens.End-1).Class == text.Dot && r.at(m.tokens.First-1).Class == text.Dot {
		return false // "U.S.S.R. Summit meeting in Washington." in a register
	}
	if head := r.at(m.tokens.First - 2); r.at(m.tokens.First-1).Is(keyOf) && head.Capital() && eventsOf.Has(head) {
		return true
	}
	if e := m.entries[0]; (e.Kind == "region" || e.Kind == "continent") && joint.Has(r.at(m.tokens.End)) {
		if next, ok := r.matchAt(m.tokens.End + 1); ok && next.entries[0].Kind == e.Kind {
			return r.eventAt(next.tokens.End, m.limit)
		}
	}
	return r.eventAt(m.tokens.End, m.limit)
}

// eventAt reports whether the capitalized words from token i on end with that of an event.
func (r *reader) eventAt(i, end int) bool {
	const most = 5
	last := -1
	for j := i; j < min(end, i+most); j++ {
		t := r.doc.Tokens[j]
		if t.Class != text.Word || !t.Has(text.Title) || t.Has(text.LineStart|text.SentStart) {
			break
		}
		last = j
	}
	return last >= 0 && gatherings.Has(r.doc.Tokens[last])
}
