package ner

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// split groups the tokens of a sentence into words as the weights know them:
// what stands between blanks, without the punctuation before and after it, with
// hyphens and the full stops of abbreviations, and a possessive apart. It appends
// to words and to tokens.
func split(doc *pipeline.Document, s text.Range, words []string, tokens []text.Range) ([]string, []text.Range) {
	add := func(first, end int) {
		if first < end {
			words = append(words, straight(doc.Slice(text.Range{First: first, End: end})))
			tokens = append(tokens, text.Range{First: first, End: end})
		}
	}
	for i := s.First; i < s.End; {
		end := i + 1
		for end < s.End && !doc.Tokens[end].Has(text.Spaced) {
			end++
		}
		first, last := i, end
		for first < last && (doc.Tokens[first].Class == text.Open || doc.Tokens[first].Class == text.Quote) {
			add(first, first+1)
			first++
		}
		for last > first && trailing(doc.Tokens[last-1]) && !abbreviated(doc, first, last) {
			last--
		}
		from := first
		for j := first; j < last; j++ {
			if doc.Tokens[j].Has(text.Possess) {
				add(from, j)
				from = j
			}
		}
		add(from, last)
		for j := last; j < end; j++ {
			add(j, j+1)
		}
		i = end
	}
	return words, tokens
}

// trailing reports whether a token at the end of a word stands by itself.
func trailing(t text.Token) bool {
	switch t.Class {
	case text.Comma, text.Close, text.Quote, text.Stop, text.Semi, text.Dot, text.Colon:
		return true
	case text.Apos:
		return !t.Has(text.Possess)
	}
	return false
}

// abbreviated reports whether a full stop belongs to the word before it: "U.S.",
// "Mr.".
func abbreviated(doc *pipeline.Document, first, last int) bool {
	if doc.Tokens[last-1].Class != text.Dot {
		return false
	}
	if last-first == 2 {
		w := doc.Tokens[first]
		return w.Has(text.Title) && w.Len() <= 3
	}
	if (last-first)%2 != 0 || last-first < 4 {
		return false
	}
	for i := first; i < last; i += 2 {
		if doc.Tokens[i].Len() != 1 || doc.Tokens[i].Class != text.Word || doc.Tokens[i+1].Class != text.Dot {
			return false
		}
	}
	return true
}

// straight is a word with straight quotes, which the weights were trained with.
func straight(w string) string {
	for i := 0; i < len(w); i++ {
		if w[i] >= 0x80 {
			return curly.Replace(w)
		}
	}
	return w
}

var curly = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")
