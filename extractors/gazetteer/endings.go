package gazetteer

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed endings.tsv
var endingList string

// An ending of family names and where such names are usual.
type ending struct {
	letters   string // folded
	countries []string
}

var endings = func() []ending {
	var all []ending
	for line := range strings.SplitSeq(endingList, "\n") {
		codes, letters, ok := strings.Cut(line, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		for l := range strings.FieldsSeq(letters) {
			all = append(all, ending{text.Fold(l), strings.Fields(codes)})
		}
	}
	return all
}()

// telling is how many letters an ending must have to be that of a family name wherever it
// stands: "shvili", "enko".
const telling = 4

// EndsAsFamily reports whether a word ends as only family names do: "Botchorishvili".
func EndsAsFamily(word string) bool {
	word = text.Fold(word)
	for _, e := range endings {
		if len(e.letters) >= telling && len(word) > len(e.letters)+1 && strings.HasSuffix(word, e.letters) {
			return true
		}
	}
	return false
}

// EndsAsIn reports whether a family name ends as is usual in a country, by its
// code of Entry.Country: "Japaridze" in Georgia.
func EndsAsIn(name, country string) bool {
	name = text.Fold(name)
	for _, e := range endings {
		if len(name) > len(e.letters)+1 && strings.HasSuffix(name, e.letters) {
			for _, c := range e.countries {
				if c == country {
					return true
				}
			}
		}
	}
	return false
}
