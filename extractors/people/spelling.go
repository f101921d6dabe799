package people

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// weighForm looks at the form of a name: initials, a given name, a family name and
// syllables.
func (r *reader) weighForm(c *candidate, words int) {
	first, last := r.doc.Tokens[c.tokens.First], r.doc.Tokens[c.tokens.End-1]
	switch {
	case words > 2 && r.at(c.tokens.First+1).Is(keyOf):
		c.formed = true
		c.add(4, "a given name and a land")
	case words > 1 && r.initials(c.tokens) && r.countryInitials(c.tokens):
		c.add(-3, "a country's initials")
	case words > 1 && r.initials(c.tokens):
		c.formed = words > 2
		c.add(3, "initials")
	case words > 2 && first.Has(text.Initial) && r.at(c.tokens.First+1).Has(text.Initial) && last.Has(text.Title) && !first.Has(text.SentStart):
		c.add(3, "initials without full stops") // "K P Sharma Oli"
	case words > 1 && (first.Is(keyU) && givenNames.Has(r.at(c.tokens.First+1)) || first.Is(keyI) && balinese.Has(r.at(c.tokens.First+1))):
		c.formed = true
		c.add(3, "the Burmese style or the article of Bali, and a name")
	case words == 2 && first.Is(keyAl) && c.role == nil:
		c.add(0, "an article or a given name")
	case words > 1 && givenNames.Has(first):
		c.formed = words <= 3 && surnames.Has(first) && r.syllables(c.tokens) || r.at(c.tokens.First+1).Class == text.Open || words > 2 && r.wholeName(c.tokens)
		c.add(3, "a given name")
	case words > 1 && words <= 3 && surnames.Has(first) && r.syllables(c.tokens):
		c.formed = true
		c.add(3, "a family name and given syllables")
	case words > 2 && r.childOf(c.tokens):
		c.formed = true
		c.add(3, "whose child one is, in the name")
	case words > 2 && surnames.Has(last) && r.hyphenated(c.tokens.First):
		c.formed = true
		c.add(3, "given syllables and a family name")
	case words > 2 && r.eastern(c.tokens.First+1) && r.unlisted(c.tokens.First):
		c.formed = words <= 4
		c.add(3, "a given name behind a word that no list has")
	case r.loudName(c.tokens, words):
		c.formed = true
		c.add(3, "a family name in capitals, as the page writes them")
	case words > 1 && givenNames.Has(last) && words <= 3:
		c.add(1, "a given name at the end")
	case words > 1 && words <= 3:
		c.add(1, "two or three capitalized words")
	}
}

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
// beliefs do: "Democrats", "Melanesians", "Catholicism".
func collective(word string) bool {
	for _, end := range []string{"ism", "ists", "crats", "ians"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// childOf reports whether a name says whose child its bearer is: "Halimah binti Yacob".
func (r *reader) childOf(t text.Range) bool {
	for i := t.First + 1; i < t.End; i++ {
		if w := r.doc.Tokens[i]; w.Has(text.Lower) && (sonOf.Has(w) && i+1 < t.End || filials.Has(w) && i+1 == t.End) {
			return true
		}
	}
	return false
}

// western are the lists of given names that titles of their languages stand before:
// "Sheriff Don Eslinger", "Padre Eusebio Kino".
var western = gazetteer.Home("GB") | gazetteer.Home("DE") | gazetteer.Home("FR") | gazetteer.Home("IT") | gazetteer.Home("ES")

// eastern reports whether token i is a given name, and of none of those lists.
func (r *reader) eastern(i int) bool {
	t := r.at(i)
	return givenNames.Has(t) && t.Has(text.Title) && gazetteer.TraditionOf(t)&western == 0
}

// unlisted reports whether token i is a capitalized word that no list of words has, so that
// it may be a given name that none has either: "Amandeep Singh Gill".
func (r *reader) unlisted(i int) bool {
	t, p := r.at(i), r.at(i-1)
	if !t.Has(text.Title) || people.Has(t) || r.place[i] != nil || r.org[i] != nil || r.witness == nil || !r.witness.Open(i) {
		return false
	}
	if t.Has(text.SentStart) {
		return !englishEnd(r.doc.Word(i))
	}
	return !p.Capital() || p.Class != text.Word
}

// englishEnd reports whether a word ends as many of those do that a sentence may begin with
// before a name: "Reformist Mohammad Khatami", "Incredibly".
func englishEnd(word string) bool {
	for _, end := range []string{"ist", "er", "or", "ly", "ing", "ed", "al", "ic", "an", "ous", "ive", "ant", "ent", "ate", "ism", "ion", "ity", "ess", "ful", "less", "able", "ship"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// soundsAsName reports whether the first of the two or three words of a name begins or ends
// as given names do, or the last as names.
func (r *reader) soundsAsName(t text.Range) bool {
	last := t.End - 1
	if n := r.words(t); n < 2 || n > 3 || !r.doc.Tokens[last].Has(text.Spaced) {
		return false
	}
	return gazetteer.EndsAsName(r.doc.Word(last)) || gazetteer.EndsAsGiven(r.doc.Word(t.First))
}
