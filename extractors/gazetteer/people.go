package gazetteer

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed given.txt
var commonGiven string

//go:embed given-faker.txt
var fakerGiven string

var givenList = commonGiven + "\n" + fakerGiven

//go:embed surnames.txt
var surnameList string

//go:embed lastnames.txt
var commonLast string

//go:embed lastnames-faker.txt
var fakerLast string

var lastNameList = commonLast + "\n" + fakerLast

// GivenNames are given names of the world's languages.
var GivenNames = listed(givenList)

// CommonGivenNames are those of given.txt: what the witness learned with.
var CommonGivenNames = listed(commonGiven)

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
