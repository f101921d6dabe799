package places

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// possessedName reports whether a single word stands inside a longer name of a
// person: "Jack London", "Chad Smith".
func (r *reader) possessedName(m *match) bool {
	return m.entries[0].Ambiguous && (r.nameBefore(m) || r.nameAfter(m))
}

// nameBefore reports whether a capitalized word that is no place stands right
// before a match, not at the beginning of the sentence.
func (r *reader) nameBefore(m *match) bool {
	t := r.at(m.tokens.First - 1)
	if m.shouted || r.at(m.tokens.First).Has(text.ParaStart) {
		return false
	}
	if t.Class == text.Dot {
		before, ok := r.matchBefore(m)
		return r.at(m.tokens.First-2).Has(text.Initial) && !r.at(m.tokens.First).Has(text.SentStart) && !(ok && before.tokens.End >= m.tokens.First-1)
	}
	if t.Class != text.Word || !t.Capital() || r.doc.Tokens[m.tokens.First].Has(text.SentStart) {
		return false
	}
	if h, ok := heads.Get(t.Key); locative.Has(t) || ok && h.suffix == "building" && r.at(m.tokens.First-2).Capital() {
		return false // "Embassy Hanoi", "State House Entebbe"
	}
	return !(t.Has(text.SentStart) && (t.Is(keyThe) || strings.HasSuffix(r.doc.Word(m.tokens.First-1), "ed")))
}

// nameAfter reports whether a capitalized word goes on with the name.
func (r *reader) nameAfter(m *match) bool {
	t := r.at(m.tokens.End)
	if m.shouted || m.tokens.End >= m.limit || t.Class != text.Word || !t.Capital() {
		return false
	}
	if n := r.at(m.tokens.End + 1); calendar.Has(t) || t.Has(text.Upper) && t.Len() <= 3 && n.Class == text.Number && !n.Has(text.Spaced) {
		return false // "London W11 4UT"
	}
	h, ok := heads.Get(t.Key)
	return !ok || h.suffix == ""
}

// titledName reports whether a person's title stands right before the match:
// "Queen Victoria", "Ambassador Austin", "Mr. Israel".
func (r *reader) titledName(m *match) bool {
	t := r.at(m.tokens.First - 1)
	if r.at(m.tokens.First).Has(text.ParaStart) {
		return false // the title ends a heading
	}
	if t.Class == text.Dot {
		return shortTitles.Has(r.at(m.tokens.First - 2))
	}
	return t.Capital() && bearers.Has(t)
}

// isWord reports whether the match is an ordinary word, which a city happens to
// share: "Nice" at the beginning of a sentence, "Chad's Independence".
func (r *reader) isWord(m *match) bool {
	t := r.doc.Tokens[m.tokens.First]
	before := r.at(m.tokens.First - 1)
	return m.tokens.Len() == 1 && common.Has(t) && !t.Has(text.NonASCII) && (t.Has(text.SentStart) || before.Has(text.Possess) || (!cityAfter.Has(before) || before.Is(keyOf) || before.Has(text.Title) && !before.Has(text.SentStart)) && !r.amongPlaces(m))
}

// dateline reports whether a report begins with the town where it was written, and the day:
// "Annapolis, Jan. 7".
func (r *reader) dateline(m *match) bool {
	i := m.tokens.End
	return r.doc.Tokens[m.tokens.First].Has(text.SentStart) && r.at(i).Class == text.Comma && calendar.Has(r.at(i+1)) && r.at(i+1).Capital() &&
		(r.at(i+2).Class == text.Number || r.at(i+2).Class == text.Dot && r.at(i+3).Class == text.Number)
}

// calledSo reports whether the document uses a city's name as a surname
// elsewhere, and nothing certain of a place stands before it here.
func (r *reader) calledSo(m *match) bool {
	return m.tokens.Len() == 1 && r.namings[r.doc.Tokens[m.tokens.First].Key] > 0 && !situating.Has(r.at(m.tokens.First-1))
}

// widened takes the point of the compass before a name into it: "South Jutland",
// "Northern Iraq", "Central and Eastern Europe"; and of a city "City of".
func (r *reader) widened(tokens text.Range, kind string) text.Range {
	i := tokens.First - 1
	first := r.doc.Tokens[tokens.First]
	joined := compass.Has(first) && (kind == "region" || kind == "continent" || kind == "city" || kind == "former")
	if joined && joint.Has(r.at(i)) && compass.Has(r.at(i-1)) && r.at(i-1).Capital() && !orient.Has(r.at(i-2)) {
		return text.Range{First: i - 1, End: tokens.End}
	}
	if t := r.at(i - 1); kind == "city" && r.at(i).Is(keyOf) && t.Capital() && ofCity.Has(t) {
		return text.Range{First: i - 1, End: tokens.End}
	}
	if compass.Has(r.at(i)) && r.at(i).Capital() && !compass.Has(first) {
		return text.Range{First: i, End: tokens.End}
	}
	if t, next := r.at(tokens.End), r.at(tokens.End+1); kind == "region" && t.Capital() && t.Has(text.Title) && sections.Has(t) && !next.Capital() && !next.Is(keyOf) {
		return text.Range{First: tokens.First, End: tokens.End + 1}
	}
	return tokens
}

// regionOfCity is the entry of a match as the region that the city before it
// lies in: "Athens, Georgia".
func (r *reader) regionOfCity(m *match) (gazetteer.Entry, bool) {
	before, ok := r.neighbour(m, -1)
	if !ok || r.at(m.tokens.First-1).Class != text.Comma {
		return gazetteer.Entry{}, false
	}
	for _, e := range m.entries {
		for _, city := range before.entries {
			if e.Kind == "region" && city.Kind == "city" && city.Country == e.Country && city.Region == e.Name {
				return e, true
			}
		}
	}
	return gazetteer.Entry{}, false
}

// listedWithStates reports whether a comma or "and" is all that stands between
// the match and a state whose name means nothing else.
func (r *reader) listedWithStates(m *match) bool {
	for _, side := range []int{-1, 1} {
		if n, ok := r.neighbour(m, side); ok && isState(n.entries[0]) && !n.entries[0].Ambiguous {
			return true
		}
	}
	return false
}

// neighbour is the match before (-1) or after (1) m, when commas and "and" are
// all that stands between them.
func (r *reader) neighbour(m *match, side int) (*match, bool) {
	at, ok := slices.BinarySearchFunc(r.matches, m.tokens.First, func(o match, first int) int { return o.tokens.First - first })
	if at += side; !ok || at < 0 || at >= len(r.matches) {
		return nil, false
	}
	n := &r.matches[at]
	from, to := m.tokens.End, n.tokens.First
	if side < 0 {
		from, to = n.tokens.End, m.tokens.First
	}
	if to-from < 1 || to-from > 2 || n.limit != m.limit {
		return nil, false
	}
	for i := from; i < to; i++ {
		if t := r.doc.Tokens[i]; t.Class != text.Comma && !joint.Has(t) && (t.Class != text.Close || side > 0) { // "Detroit (Michigan), Buffalo"
			return nil, false
		}
	}
	return n, true
}

// placed reports whether a word of place stands before the match, or a head word
// of regions after it: "Zhambyl oblast".
func (r *reader) placed(m *match) bool {
	if t := r.at(m.tokens.End); m.tokens.End < m.limit && t.Has(text.Lower) && plainHead.Has(t) {
		return true
	}
	i := m.tokens.First - 1
	if r.at(i).Is(keyThe) {
		i--
	}
	return locative.Has(r.at(i)) && r.at(i).Class == text.Word
}

// appositive is the country code or the region that follows a city's name after
// a comma or in brackets: "Granada, Spain", "Phoenix (Arizona)".
func (r *reader) appositive(m *match) string {
	if c := r.listedUnder(m); c != "" {
		return c
	}
	i := m.tokens.End
	if i+1 >= m.limit || r.at(i).Class != text.Comma && r.at(i).Class != text.Open || !r.at(i+1).Capital() {
		return ""
	}
	entries, n := r.entriesAt(i+1, m.limit)
	if n == 0 || r.at(i).Class == text.Open && r.at(i+1+n).Class != text.Close {
		return ""
	}
	for _, c := range m.entries {
		for _, e := range entries {
			if isState(e) && (e.Country == c.Country || gazetteer.Covers(e.Country, c.Country)) {
				return c.Country
			}
			if e.Kind == "region" && e.Country == c.Country && e.Name == c.Region {
				return c.Region
			}
		}
	}
	return ""
}

// sections are the words that stand behind the name of a region for a part of it:
// "Anambra South".
var sections = text.NewSet("north", "south", "east", "west")

// orient are the words before "East" that make a region of it: "the Middle East and North Africa".
var orient = text.NewSet("middle", "near", "far")
