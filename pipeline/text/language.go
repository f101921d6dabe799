package text

import (
	_ "embed"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed languages.txt
var languageWords string

// languages is which languages use each small word, as bits by their order in codes, of which
// English is the first and no more than 32 fit.
var languages, codes = readLanguages(languageWords)

func readLanguages(data string) (*Table[uint32], []string) {
	uses := map[string]uint32{}
	var codes []string
	for line := range strings.Lines(data) {
		if line[0] == '#' {
			continue
		}
		fields := strings.Fields(line)
		for _, w := range fields[1:] {
			uses[w] |= 1 << len(codes)
		}
		codes = append(codes, fields[0])
	}
	return NewTable(uses), codes
}

// Least evidence of a language.
const (
	mostWords  = 1500 // that are looked at, spread over the text
	fewWords   = 30   // below which nothing is said
	smallShare = 12   // of this many words of prose at least one is small
	timesMore  = 3    // than English ones the small words of another language are
)

// English is the language that the extractors read.
const English = "en"

// Language tells whose words a text is made of, as a code of BCP 47, by the small
// words that no text does without (Ingle 1976, "A language identification table"): "en",
// "de" ..., or the script of letters that are not Latin, "und-Cyrl". It is "" when the
// text is too short or shows no language plainly: names and figures alone do not.
func Language(s string, tokens []Token) string {
	var hits [32]int
	scripts := map[string]int{}
	words := 0
	for i := 0; i < len(tokens); i += 1 + len(tokens)/mostWords {
		t := &tokens[i]
		if t.Class != Word {
			continue
		}
		words++
		if t.Has(NonASCII) {
			if name := scriptOf(s[t.Start:t.End]); name != "" {
				scripts[name]++
			}
		}
		if t.Capital() {
			continue
		}
		uses, _ := languages.Get(t.Key)
		for ; uses != 0; uses &= uses - 1 {
			hits[bits.TrailingZeros32(uses)]++
		}
	}
	if words < fewWords {
		return ""
	}
	for _, name := range scriptNames {
		if 2*scripts[name.code] > words {
			return "und-" + name.code
		}
	}
	best := 0
	for n := range codes {
		if hits[n] > hits[best] {
			best = n
		}
	}
	if hits[best]*smallShare < words || best != 0 && hits[best] < timesMore*hits[0] {
		return ""
	}
	return codes[best]
}

// scriptNames are the scripts that are told apart, by their codes of ISO 15924.
var scriptNames = []struct {
	code  string
	table *unicode.RangeTable
}{
	{"Cyrl", unicode.Cyrillic},
	{"Grek", unicode.Greek},
	{"Arab", unicode.Arabic},
	{"Hebr", unicode.Hebrew},
	{"Hani", unicode.Han},
	{"Jpan", unicode.Hiragana},
	{"Kore", unicode.Hangul},
	{"Thai", unicode.Thai},
	{"Deva", unicode.Devanagari},
	{"Armn", unicode.Armenian},
	{"Geor", unicode.Georgian},
	{"Ethi", unicode.Ethiopic},
}

// scriptOf is the script of a word's first letter, when it is one of scriptNames.
func scriptOf(word string) string {
	r, _ := utf8.DecodeRuneInString(word)
	if r < 0x370 {
		return ""
	}
	for _, s := range scriptNames {
		if unicode.Is(s.table, r) {
			return s.code
		}
	}
	return ""
}
