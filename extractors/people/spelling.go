package people

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// countryInitials reports whether what looks like a person's initials is a
// country's: "U.S. Interests".
func (r *reader) countryInitials(t text.Range) bool {
	entries, n := gazetteer.Lookup(r.doc.Tokens, t.First, t.End)
	return n > 2 && entries[0].Country != ""
}

// hyphenatedWord reports whether a word stands between hyphens, inside a name: "By" in
// "Bilie-By-Nze".
func (r *reader) hyphenatedWord(i int) bool {
	before, after := r.at(i-1), r.at(i+1)
	return r.at(i).Has(text.Title) && before.Class == text.Dash && !before.Has(text.Spaced) && !r.at(i).Has(text.Spaced) && after.Class == text.Dash && !after.Has(text.Spaced) && !r.at(i+2).Has(text.Spaced)
}

// qualifies reports whether the name at token i stands where adjectives do: "the Nixon
// administration", "anti-Castro".
func (r *reader) qualifies(i int) bool {
	p := r.at(i - 1)
	return p.Is(keyThe) || p.Class == text.Dash && !p.Has(text.Spaced)
}

// hyphenated reports whether a given name of two syllables begins at token i:
// "Min-ji".
func (r *reader) hyphenated(i int) bool {
	d, second := r.at(i+1), r.at(i+2)
	return d.Class == text.Dash && !d.Has(text.Spaced) && second.Class == text.Word && !second.Has(text.Spaced) && r.at(i).Len() <= 6 && second.Len() <= 6
}

// wholeName reports whether the words behind a given name are of names too: another given
// name and a family name that a list has, with particles between them.
func (r *reader) wholeName(t text.Range) bool {
	for i := t.First + 1; i < t.End; i++ {
		if w := r.doc.Tokens[i]; w.Class == text.Word && w.Capital() && !givenNames.Has(w) && !lastNames.Has(w) {
			return false
		}
	}
	return true
}

// lettersOnly reports whether a name is of initials alone: the honours "C.M.G.", "H.M.".
func (r *reader) lettersOnly(t text.Range) bool {
	const letters = 2 // bytes
	for i := t.First; i < t.End; i++ {
		if w := r.doc.Tokens[i]; w.Class == text.Word && (w.Len() > letters || !w.Has(text.Upper)) {
			return false
		}
	}
	return r.at(t.First+1).Class == text.Dot
}

// words counts the words of a range.
func (r *reader) words(t text.Range) int {
	n := 0
	for i := t.First; i < t.End; i++ {
		if r.doc.Tokens[i].Class == text.Word {
			n++
		}
	}
	return n
}

// initials reports whether a name begins with an initial, or has one inside.
func (r *reader) initials(t text.Range) bool {
	for i := t.First; i < t.End-1; i++ {
		if w := r.doc.Tokens[i]; (w.Has(text.Initial) || cuts.Has(w) && w.Has(text.Title)) && r.doc.Tokens[i+1].Class == text.Dot {
			last := t.End - 1
			for last > i+1 && r.doc.Tokens[last].Class != text.Word {
				last--
			}
			return r.doc.Tokens[last].Has(text.Title)
		}
	}
	return false
}

// syllables reports whether what follows a family name could be a given name
// written in syllables: one or two short words.
func (r *reader) syllables(t text.Range) bool {
	for i := t.First + 1; i < t.End; i++ {
		if w := r.doc.Tokens[i]; w.Class == text.Word && w.Len() > 9 {
			return false
		}
	}
	return true
}

// collective reports whether a word ends as those of peoples, followers and
// beliefs do: "Democrats", "Cherokees", "Catholicism".
func collective(word string) bool {
	for _, end := range []string{"ism", "ists", "crats"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
