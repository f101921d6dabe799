package gazetteer

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed given.txt
var givenList string

//go:embed surnames.txt
var surnameList string

//go:embed lastnames.txt
var lastNameList string

// GivenNames are given names of the world's languages.
var GivenNames = listed(givenList)

// FamilyNames are family names of languages that write them first.
var FamilyNames = listed(surnameList)

// LastNames are family names that stand after the given ones.
var LastNames = listed(lastNameList)

func listed(list string) text.Set {
	var words []string
	for line := range strings.SplitSeq(list, "\n") {
		if line != "" && line[0] != '#' {
			words = append(words, strings.Fields(line)...)
		}
	}
	return text.NewSet(words...)
}
