package output

import "strings"

// country is the name that a sentence has for a country, "the United States", when a
// place of the dataset has it; else its code.
func (d *Dataset) country(code string) string {
	if d.countries == nil {
		d.countries = map[string]string{}
		for _, p := range d.Places {
			if p.Kind == "country" || p.Kind == "territory" || p.Kind == "former" {
				d.countries[p.Country] = withArticle(p.Name)
			}
		}
	}
	if name, ok := d.countries[code]; ok {
		return name
	}
	return code
}

// articled are the words of those names of countries that stand behind "the".
var articled = map[string]bool{
	"United": true, "Republic": true, "Republics": true, "Union": true, "Empire": true, "Kingdom": true, "Confederation": true, "Federation": true, "State": true,
	"States": true, "City": true, "Duchy": true, "Khanate": true, "Islands": true, "Territory": true, "Antilles": true, "Netherlands": true, "Philippines": true,
	"Bahamas": true, "Comoros": true, "Maldives": true, "Gambia": true, "See": true, "Sicilies": true, "Transvaal": true,
}

func withArticle(name string) string {
	for word := range strings.FieldsSeq(name) {
		if articled[word] {
			return "the " + name
		}
	}
	return name
}
