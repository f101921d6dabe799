package people

import (
	"strings"

	"chancery/pipeline/text"
)

// noName reports whether a single word has its capital from the sentence that it begins,
// or is an adjective: "Spearheading the challenge was", "Consequently, the President", "His
// Federalist credentials".
func (r *reader) noName(c *candidate) bool {
	i := c.tokens.First
	first, next := r.doc.Tokens[i], r.at(c.tokens.End)
	if before := r.at(i - 1); c.tokens.Len() == 1 && christened.Has(before) && before.Capital() && i > 0 {
		return true // "Operation Mongoose", "Cyclone Winston"
	}
	if c.tokens.Len() > 1 || givenNames.Has(first) || lastNames.Has(first) {
		return false
	}
	if possessives.Has(r.at(i-1)) && next.Class == text.Word && next.Has(text.Lower) && !verbs.Has(next) {
		return true
	}
	if !first.Has(text.SentStart) {
		return false
	}
	word := r.doc.Word(i)
	return strings.HasSuffix(word, "ing") && (next.Is(keyThe) || next.Is(keyA)) || strings.HasSuffix(word, "ly") && (next.Class == text.Comma || whenWords.Has(next))
}

// christened are what people's names are given to.
var christened = text.NewSet("operation", "hurricane", "cyclone", "typhoon", "storm", "exercise", "project", "spacecraft", "satellite")

// whenWords stand behind an adverb that opens a sentence: "Shortly after".
var whenWords = text.NewSet("after", "before", "thereafter", "afterwards", "afterward", "following")
