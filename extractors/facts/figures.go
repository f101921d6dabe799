package facts

import (
	"strconv"
	"strings"

	"chancery/pipeline/text"
)

// figure reads a number in digits, with separators, or in words.
func (s *sentence) figure(i int) (value float64, end int) {
	tokens := s.doc.Tokens
	if tokens[i].Class == text.Word {
		u, n := s.unitAt(i)
		if n == 0 || u.use != "number" || i+n < s.at.End && tokens[i+n].Class == text.Dash && !tokens[i+n].Has(text.Spaced) {
			return 0, i // "two-way"
		}
		value, _ = strconv.ParseFloat(u.value, 64)
		return value, i + n
	}
	if i > 0 && !tokens[i].Has(text.Spaced) && tokens[i-1].Class != text.Open && tokens[i-1].Class != text.Other {
		return 0, i // the end of something: "A-320"
	}
	const most = 15 // digits and marks of a number that a float64 holds; a longer one is not read to its end
	digits := []byte(s.doc.Word(i))
	end = i + 1
	for len(digits) <= most && end+1 < s.at.End && tokens[end].Class == text.Comma && !tokens[end].Has(text.Spaced) && tokens[end+1].Class == text.Number && !tokens[end+1].Has(text.Spaced) && (tokens[end+1].Len() == 3 || s.lakh(end+1)) {
		digits = append(digits, s.doc.Word(end+1)...)
		end += 2
	}
	if s.decimalComma(end) {
		digits = append(append(digits, '.'), s.doc.Word(end+1)...)
		end += 2
	}
	for len(digits) <= most && s.dottedThousands(end) {
		digits = append(digits, s.doc.Word(end+1)...)
		end += 2
	}
	if end+1 < s.at.End && tokens[end].Class == text.Dot && !tokens[end].Has(text.Spaced) && tokens[end+1].Class == text.Number && !tokens[end+1].Has(text.Spaced) {
		digits = append(append(digits, '.'), s.doc.Word(end+1)...)
		end += 2
	}
	if u, n := s.unitAt(end); end < s.at.End && !(n > 0 && u.use == "scale") && !tokens[end].Has(text.Spaced) && tokens[end].Class != text.Comma && tokens[end].Class != text.Dot && tokens[end].Class != text.Close {
		return 0, i // "5th", "10-12", "5/6"
	}
	value, err := strconv.ParseFloat(string(digits), 64)
	if err != nil || len(digits) > most {
		return 0, i
	}
	return value, end
}

// lakh reports whether the number at token i is a group of two digits as India writes
// them: the "00" of "1,00,000".
func (s *sentence) lakh(i int) bool {
	t := s.doc.Tokens
	return t[i].Len() == 2 && i+2 < s.at.End && t[i+1].Class == text.Comma && t[i+2].Class == text.Number
}

// decimalComma reports whether a comma at token i parts the decimals of a number before a
// scale, as on the Continent: "2,5 billion".
func (s *sentence) decimalComma(i int) bool {
	t := s.doc.Tokens
	if i+2 >= s.at.End || t[i].Class != text.Comma || t[i].Has(text.Spaced) || t[i+1].Class != text.Number || t[i+1].Has(text.Spaced) || t[i+1].Len() > 2 {
		return false
	}
	_, n := s.unitAt(i + 2)
	return n > 0
}

// dottedThousands reports whether a full stop at token i parts thousands, as on the
// Continent: the one of "20.000", which no decimal would be written as.
func (s *sentence) dottedThousands(i int) bool {
	t := s.doc.Tokens
	if i+1 >= s.at.End || t[i].Class != text.Dot || t[i].Has(text.Spaced) || t[i+1].Class != text.Number || t[i+1].Has(text.Spaced) || t[i+1].Len() != 3 || t[i-1].Len() > 3 {
		return false
	}
	return s.doc.Word(i+1) == "000" || i+3 < s.at.End && t[i+2].Class == text.Dot && t[i+3].Class == text.Number && t[i+3].Len() == 3
}

// idleCount reports whether a bare number is rather a year, or counts a few things
// of no account: "two buttons", but "two agreements" and "four Confucius Institutes".
func (s *sentence) idleCount(i int, value float64, things text.Range) bool {
	if s.doc.Tokens[i].Class == text.Number {
		if s.doc.Tokens[i].Has(text.LineStart) && value <= 20 && s.doc.Tokens[things.First].Capital() {
			return true // the number of a heading: "2 Bilateral Relations"
		}
		return value >= 1500 && value <= 2100 && s.doc.Tokens[i].Len() == 4
	}
	for k := things.First; k < things.End; k++ {
		if t := s.doc.Tokens[k]; t.Capital() || countables.Has(t) {
			return false
		}
	}
	return value <= 12
}

// countables are what diplomatic texts count.
var countables = text.NewSet("agreements", "documents", "treaties", "contracts", "memoranda", "protocols", "companies", "enterprises", "firms", "ventures", "projects", "programs",
	"programmes", "students", "scholarships", "citizens", "nationals", "embassies", "consulates", "missions", "visits", "meetings", "flights", "schools", "universities", "institutes",
	"centres", "centers", "books", "soldiers", "troops", "peacekeepers", "tourists", "visitors", "instruments", "accords", "conventions", "memorandums", "people")

// comparator is "more than", "less than" or "about", when such words stand
// before the figure at token i.
func (s *sentence) comparator(i int) string {
	if s.symbolBefore(i) != "" { // "more than US$ 18 billion"
		if i--; i > s.at.First && s.doc.Word(i) == "$" && s.doc.Tokens[i-1].Has(text.Upper) {
			i--
		}
	}
	for back := 3; back > 0; back-- {
		if u, n := s.unitAt(i - back); n == back && (u.use == "more" || u.use == "less" || u.use == "about") {
			return u.value
		}
	}
	return ""
}

// symbolBefore is the currency whose sign stands before token i.
func (s *sentence) symbolBefore(i int) string {
	if i == s.at.First {
		return ""
	}
	switch s.doc.Word(i - 1) {
	case "$":
		return "USD"
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	}
	if u, n := s.unitAt(i - 1); n == 1 && u.use == "currency" && s.doc.Tokens[i-1].Has(text.Upper) {
		return u.value // "CHF 43 million"
	}
	return ""
}

// counted is the plural noun behind a figure, with the words that qualify it:
// "Kazakh students", "contracts and agreements"; "" when no countable thing
// follows.
func (s *sentence) counted(i int) (phrase string, end int) {
	tokens := s.doc.Tokens
	end = i
	for j := i; j < s.at.End && j < i+5; j++ {
		t := tokens[j]
		if t.Class != text.Word {
			break
		}
		if u, n := s.unitAt(j); n > 0 && u.use == "refused" {
			return "", i
		}
		if t.Is(keyAnd) && end == j && j > i {
			continue
		}
		if phraseEnd.Has(t) || verbs.Has(t) || keyWord(t, "of", "the", "and", "or", "were", "have") {
			break
		}
		if plural(s.doc.Word(j)) {
			end = j + 1
			if !(j+1 < s.at.End && tokens[j+1].Is(keyAnd)) {
				break
			}
			if j+2 >= s.at.End || !plural(s.doc.Word(j+2)) || tokens[j+2].Capital() {
				break
			}
		}
	}
	if end == i || s.inPlace(end-1) {
		return "", i // "2536 Massachusetts Avenue"
	}
	return s.doc.OneLine(text.Range{First: i, End: end}), end
}

// inPlace reports whether the name of a place or a state ends with token i.
func (s *sentence) inPlace(i int) bool {
	k, found := s.pieceAt(i)
	if !found {
		k--
	}
	p := s.p(k)
	return (p.kind == place || p.kind == state) && p.at.End == i+1
}

func keyWord(t text.Token, words ...string) bool {
	for _, w := range words {
		if t.Is(text.KeyOf(w)) {
			return true
		}
	}
	return false
}

func plural(word string) bool {
	return len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") || word == "people"
}

// measured is what an amount of money is of: the nearest noun before it.
func (s *sentence) measured(i, end int) string {
	if what := s.measuredBehind(end); what != "" {
		return what
	}
	for back := i - 1; back >= s.at.First && back > i-14; back-- {
		t := s.doc.Tokens[back]
		if t.Class == text.Word && (!t.Capital() || t.Has(text.SentStart) || s.headsAmount(back)) && amounts.Has(t) {
			return s.doc.OneLine(text.Range{First: s.qualified(back), End: back + 1})
		}
		if t.Class == text.Semi || t.Class == text.Stop {
			break
		}
	}
	return ""
}

// qualified is where the words begin that qualify the noun at token i: "two-way trade".
func (s *sentence) qualified(i int) int {
	for i > s.at.First {
		switch {
		case s.hyphened(i - 1):
			i -= 3
		case adjectives(s, i-1):
			i--
		default:
			return i
		}
	}
	return i
}

// headsAmount reports whether the word at token i begins a phrase behind a sign, or a colon
// stands behind it: "(2019): Exports 6.8 billion yen; Imports 41.3 billion yen".
func (s *sentence) headsAmount(i int) bool {
	before := s.doc.Tokens[max(i-1, s.at.First)].Class
	return before == text.Colon || before == text.Semi || before == text.Open || before == text.Close || before == text.Comma || i+1 < s.at.End && s.doc.Tokens[i+1].Class == text.Colon
}

// measuredBehind is what the amount that ends before token i is of: "US$ 18.7 billion in
// investment"; "" when nothing says so there.
func (s *sentence) measuredBehind(i int) string {
	t := s.doc.Tokens
	if i+1 < s.at.End && keyWord(t[i], "in", "of", "worth") && amounts.Has(t[i+1]) {
		return s.doc.Word(i + 1)
	}
	return ""
}

// hyphened reports whether token i ends a word that a dash joins to the one before.
func (s *sentence) hyphened(i int) bool {
	t := s.doc.Tokens
	return i-2 >= s.at.First && t[i].Class == text.Word && t[i-1].Class == text.Dash && !t[i-1].Has(text.Spaced) && t[i-2].Class == text.Word
}

func adjectives(s *sentence, i int) bool {
	t := s.doc.Tokens[i]
	_, n := words.Longest(s.doc.Tokens, i, i+1)
	return t.Class == text.Word && t.Has(text.Lower) && n == 0 && !verbs.Has(t)
}

var amounts = text.NewSet("turnover", "trade", "exports", "imports", "export", "import", "investment", "investments", "loan", "loans", "grant", "grants", "documents", "contracts", "agreements", "aid", "assistance", "value", "volume", "budget", "debt", "credit", "gdp", "fund", "funds", "exchange", "deficit", "surplus", "contribution", "deals", "projects", "project")
