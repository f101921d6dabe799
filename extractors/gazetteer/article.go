package gazetteer

import "strings"

// articled are the words of those names of countries that a sentence has "the" before:
// "the United States", "the Republic of Texas", "the Solomon Islands".
var articled = map[string]bool{
	"United": true, "Republic": true, "Republics": true, "Union": true, "Empire": true, "Kingdom": true, "Confederation": true, "Federation": true, "State": true,
	"States": true, "City": true, "Duchy": true, "Khanate": true, "Islands": true, "Territory": true, "Antilles": true, "Netherlands": true, "Philippines": true,
	"Bahamas": true, "Comoros": true, "Maldives": true, "Gambia": true, "See": true, "Sicilies": true, "Transvaal": true,
}

// WithArticle is the country's name as it stands within a sentence: "the United States",
// "Kazakhstan".
func (c Country) WithArticle() string {
	for word := range strings.FieldsSeq(c.Name) {
		if articled[word] {
			return "the " + c.Name
		}
	}
	return c.Name
}
