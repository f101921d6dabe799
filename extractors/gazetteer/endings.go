package gazetteer

import (
	_ "embed"
	"slices"
	"strings"

	"chancery/pipeline/text"
)

//go:embed endings.tsv
var endingList string

// An ending of names, or a beginning, and where such names are usual.
type ending struct {
	letters   string // in small letters, folded unless only the accent tells
	first     bool   // names begin with it
	given     bool   // of given names
	telling   bool   // of a name wherever it stands: "shvili", "enko"
	accented  bool   // only with its accents
	countries []string
}

var endings = func() []ending {
	const telling = 4 // letters
	var all []ending
	for line := range strings.SplitSeq(endingList, "\n") {
		codes, letters, ok := strings.Cut(line, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		for l := range strings.FieldsSeq(letters) {
			bare := strings.TrimLeft(l, "*+")
			marked := len(bare) < len(l)
			bare, first := strings.CutSuffix(strings.ToLower(bare), "-")
			folded := text.Fold(bare)
			e := ending{letters: folded, first: first, given: l[0] == '+', telling: marked || first || len(folded) >= telling, accented: marked && folded != bare, countries: strings.Fields(codes)}
			if e.accented {
				e.letters = bare
			}
			all = append(all, e)
		}
	}
	return all
}()

// has reports whether a word, folded or else in small letters alone, has the ending.
func (e *ending) has(folded, small string) bool {
	word := folded
	if e.accented {
		word = small
	}
	if len(word) <= len(e.letters)+1 {
		return false
	}
	if e.first {
		return strings.HasPrefix(word, e.letters)
	}
	return strings.HasSuffix(word, e.letters)
}

// EndsAsGiven reports whether a word ends or begins as only given names do: "Turgunbek".
func EndsAsGiven(word string) bool {
	folded, small := text.Fold(word), strings.ToLower(word)
	return slices.ContainsFunc(endings, func(e ending) bool { return e.given && e.has(folded, small) })
}

// EndsAsName reports whether a word ends or begins as only names of people do:
// "Botchorishvili", "Rakotomalala".
func EndsAsName(word string) bool {
	folded, small := text.Fold(word), strings.ToLower(word)
	return slices.ContainsFunc(endings, func(e ending) bool { return e.telling && e.has(folded, small) })
}

// EndsAsIn reports whether a name ends or begins as is usual in a country, by its
// code of Entry.Country: "Japaridze" in Georgia.
func EndsAsIn(name, country string) bool {
	folded, small := text.Fold(name), strings.ToLower(name)
	return slices.ContainsFunc(endings, func(e ending) bool { return e.has(folded, small) && slices.Contains(e.countries, country) })
}
