package places

import (
	"strings"

	"chancery/pipeline/text"
)

// attributive reports whether an abbreviation of a country is used as an
// adjective: "U.S. Ambassador", "US companies".
func (r *reader) attributive(m *match) bool {
	last := r.doc.Tokens[m.tokens.End-1]
	first := r.doc.Tokens[m.tokens.First]
	if !first.Has(text.Upper) || first.Len() > 4 || last.Class == text.Word && !last.Has(text.Upper) {
		return false
	}
	if r.at(m.tokens.End).Class == text.Dash && !r.at(m.tokens.End).Has(text.Spaced) {
		return true // "U.S.-Albanian"
	}
	if t := r.at(m.tokens.End); t.Class == text.Other && !t.Has(text.Spaced) {
		return true // "US$"
	}
	if d := r.at(m.tokens.First - 1); d.Class == text.Dash && !d.Has(text.Spaced) && combining[r.at(m.tokens.First-2).Key] != "" {
		return true // "Sino-U.S."
	}
	if r.governed(m) {
		return false // "the President of PRC Xi Jinping"
	}
	if next, ok := r.matchAt(m.tokens.End); ok && next.tokens.Len() == 1 && next.entries[0].Capital && last.Class == text.Dot {
		return false // "U.S.S.R. Moscow." in a list
	}
	if r.at(m.tokens.First-1).Class == text.Dot && last.Class == text.Dot && m.entries[0].Kind == "former" && (r.ofVisit(m.tokens.End) || r.oneWordField(m.tokens.End)) {
		return false // "U.S.S.R. Official visit.", "U.S.S.R. Yalta." in a register
	}
	return !r.standsAlone(m)
}

// oneWordField reports whether a name of one word fills the field of a register, or its first
// item, that begins at token i.
func (r *reader) oneWordField(i int) bool {
	end := r.at(i + 1).Class
	return r.at(i).Class == text.Word && r.at(i).Capital() && (end == text.Dot || end == text.Comma)
}

// ofVisit reports whether the word at token i tells what kind of visit is spoken of, or what
// the visitor did.
func (r *reader) ofVisit(i int) bool {
	if acts.Has(r.at(i)) {
		for j := i; j < i+4; j++ {
			if happenings.Has(r.at(j)) {
				return true
			}
		}
	}
	return happenings.Has(r.at(i + 1))
}

// governed reports whether "of" or "to" stands before a name, and the capitalized
// word after it is not what it qualifies but another name.
func (r *reader) governed(m *match) bool {
	i := m.tokens.First - 1
	if r.at(i).Is(keyThe) {
		i--
	}
	next := r.at(m.tokens.End)
	return (r.at(i).Is(keyOf) || r.at(i).Is(keyTo)) && next.Class == text.Word && next.Capital() && !offices.Has(next)
}

// standsAlone reports whether what follows a name shows that it is no adjective:
// the end, punctuation, a function word or a verb's past tense.
func (r *reader) standsAlone(m *match) bool {
	i := m.tokens.End
	t := r.at(i)
	if calendar.Has(t) && r.at(i+1).Class == text.Number {
		return true // "arrived in U.S. July 11"
	}
	if r.besideDemonym(m) {
		return false
	}
	if i >= m.limit || t.Class != text.Word {
		return (t.Class != text.Number || t.Has(text.LineStart)) && !(t.Class == text.Dash && !t.Has(text.Spaced))
	}
	if follows.Has(t) {
		return true
	}
	word := r.doc.Word(i)
	return t.Has(text.Lower) && len(word) > 4 && (word[len(word)-2:] == "ed" || word[len(word)-2:] == "ly")
}

// besideDemonym reports whether a name shares the noun that a demonym behind it qualifies:
// "U.S. and French negotiators", "U.S., British, and Japanese bases".
func (r *reader) besideDemonym(m *match) bool {
	i := m.tokens.End
	for {
		from := i
		for r.at(i).Class == text.Comma || joint.Has(r.at(i)) {
			i++
		}
		next, ok := r.matchAt(i)
		if !ok || i == from || next.limit != m.limit {
			return false
		}
		if d := next.entries[0].Kind; d != "demonym" || strings.HasSuffix(r.doc.Word(next.tokens.End-1), "s") {
			return false
		}
		i = next.tokens.End
		if noun := r.at(i); i < m.limit && noun.Class == text.Word && noun.Has(text.Lower) && !follows.Has(noun) {
			return true
		}
	}
}

// isDemonymToo reports whether the name is also an adjective: "Netherlands",
// "New Zealand" and "Vatican" before a noun.
func (r *reader) isDemonymToo(m *match) bool {
	for i := range m.entries {
		if m.entries[i].Kind == "demonym" {
			return !r.governed(m) && m.tokens.Len() == 1 && r.doc.Tokens[m.tokens.First].Has(text.Title) && r.at(m.tokens.End).Capital() && r.at(m.tokens.First-1).Is(keyThe)
		}
	}
	return false
}
