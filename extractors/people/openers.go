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
	if c.tokens.Len() == 1 && first.Has(text.Title) && coined(r.doc.Word(i)) || first.Is(keyYou) && r.at(i+1).Is(keyMay) {
		return true
	}
	if c.tokens.Len() == 1 && asking.Has(first) && next.Is(keyI) && next.Has(text.Upper) {
		return true // "May I take it that"
	}
	if before := r.at(i - 1); c.tokens.Len() == 1 && christened.Has(before) && before.Capital() && i > 0 {
		return true // "Operation Mongoose", "Cyclone Winston"
	}
	if c.tokens.Len() == 1 && (noNames.Has(first) || kinTerms.Has(first) || believers.Has(first)) || r.beautyOf(c) {
		return true
	}
	if last := r.at(c.tokens.End - 1); c.tokens.Len() == 3 && r.at(i+1).Class == text.Dash && !last.Has(text.Spaced) && last.Has(text.Lower) && measuring.Has(last) {
		return true // "Long-term health"
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

// measuring are words that no name has behind a hyphen.
var measuring = text.NewSet("term", "range", "time", "distance", "scale", "standing", "lasting", "based", "led", "born", "backed", "level", "era")

// beautyOf reports whether a style and a place name who won a contest: "Miss America", "Mr.
// Universe", "Miss Rhode Island".
func (r *reader) beautyOf(c *candidate) bool {
	i := c.tokens.First
	if s := r.at(i - 1); !contested.Has(s) && !(s.Class == text.Dot && contested.Has(r.at(i-2))) {
		return false
	}
	p := r.place[i]
	return everywhere.Has(r.at(i)) && c.tokens.Len() == 1 || p != nil && p.Tokens.First == i && p.Tokens.Len() > 1
}

var (
	contested  = text.NewSet("miss", "mr", "mister", "ms", "uncle")
	everywhere = text.NewSet("america", "universe", "world", "earth", "international", "sam", "tom")
	asking     = text.NewSet("may", "do", "will", "can", "shall", "should", "must", "had", "have", "am", "did", "said", "till", "man")
)

// christened are what people's names are given to.
var christened = text.NewSet("operation", "hurricane", "cyclone", "typhoon", "storm", "exercise", "project", "spacecraft", "satellite")

// whenWords stand behind an adverb that opens a sentence: "Shortly after".
var whenWords = text.NewSet("after", "before", "thereafter", "afterwards", "afterward", "following")

// coined reports whether a word has a capital inside behind what begins no name of a
// family, as those of companies have: "AstraZeneca", but "McKinley", "DeSantis".
func coined(word string) bool {
	for j := 1; j < len(word); j++ {
		if 'A' <= word[j] && word[j] <= 'Z' && 'a' <= word[j-1] && word[j-1] <= 'z' {
			begins := text.Token{Class: text.Word, Key: text.KeyOf(word[:j])}
			return !prefixes.Has(begins) && !givenNames.Has(begins)
		}
	}
	return false
}

var (
	keyYou = text.KeyOf("you")
	keyMay = text.KeyOf("may")

	prefixes = text.NewSet("mc", "mac", "de", "di", "da", "du", "del", "des", "la", "le", "lo", "van", "von", "vander", "fitz", "al", "el", "ben", "bin", "abu", "abd", "st", "o", "ap", "ter", "ten")
)
