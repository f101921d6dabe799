package places

import (
	"slices"

	"chancery/pipeline/text"
)

// pair is the two countries of a bilateral page, whose first sentence, its
// title, names exactly two.
func (r *reader) pair(s text.Range, matches []match) (a, b string) {
	codes := r.joinedForms(s)
	for _, m := range matches {
		if e := m.entries[0]; (isState(e) || e.Kind == "demonym") && !slices.Contains(codes, e.Country) {
			codes = append(codes, e.Country)
		}
	}
	if len(codes) != 2 || r.journey(s, matches) {
		return "", ""
	}
	return codes[0], codes[1]
}

// sole is the country whose name is all of a title, "" for none: "The Gambia", "Holy See (Vatican
// City)".
func (r *reader) sole(s text.Range, matches []match) string {
	country, i := "", s.First
	for n := range matches {
		m := &matches[n]
		if !isState(m.entries[0]) || n > 0 && m.entries[0].Country != country || r.says(i, m.tokens.First) {
			return ""
		}
		country, i = m.entries[0].Country, m.tokens.End
	}
	if r.says(i, s.End) {
		return ""
	}
	return country
}

// says reports whether a word stands in the tokens from i to end that is not "the".
func (r *reader) says(i, end int) bool {
	return slices.ContainsFunc(r.doc.Tokens[i:end], func(t text.Token) bool { return t.Class == text.Word && !t.Is(keyThe) })
}

// journey reports whether a title tells that someone visits both of the countries that it names:
// "Minister A to visit Oman and Kuwait".
func (r *reader) journey(s text.Range, matches []match) bool {
	var first *match
	for n := range matches {
		m := &matches[n]
		if e := m.entries[0]; !isState(e) {
			continue
		} else if first == nil {
			first = m
			continue
		}
		for i := first.tokens.End; i < m.tokens.First; i++ {
			if t := r.doc.Tokens[i]; t.Class == text.Word && !joint.Has(t) && !t.Is(keyThe) {
				return false
			}
		}
		break
	}
	if first == nil {
		return false
	}
	before := r.at(first.tokens.First - 1)
	if before.Is(keyThe) {
		before = r.at(first.tokens.First - 2)
	}
	if going.Has(before) {
		return true
	}
	for i := s.First; i < first.tokens.First && before.Is(keyTo); i++ {
		if going.Has(r.doc.Tokens[i]) {
			return true // "travels to"
		}
	}
	return false
}

// going are the words of titles that tell of journeys.
var going = text.NewSet("visit", "visits", "visiting", "visited", "travel", "travels", "trip", "tour", "tours")

// joinedForms are the countries that the first part of a title's compound names: "Sino-Kenyan
// relations".
func (r *reader) joinedForms(s text.Range) (codes []string) {
	const most = 12 // tokens of a title
	for i := s.First; i+2 < s.End && i < s.First+most; i++ {
		if c := combining[r.doc.Tokens[i].Key]; c != "" && r.at(i+1).Class == text.Dash && !r.at(i+1).Has(text.Spaced) && !r.at(i+2).Has(text.Spaced) {
			codes = append(codes, c)
		}
	}
	return codes
}
