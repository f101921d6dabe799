package people

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

//go:embed leaders.tsv
var leaderList string

// several stands for the country of a name that leaders of more than one bear.
const several = "?"

// familyFirst are the countries where many share a family name, which by itself
// tells nothing.
const familyFirst = "CN TW KR KP VN KH MM"

// leaders are the countries of leaders.tsv by the key of a name: in full, by the first
// and the last word, and by the family name alone.
var leaders = sync.OnceValue(func() *text.Table[string] {
	all := text.NewEmptyTable[string](8000)
	add := func(name, country string) {
		c := all.At(text.KeyOf(name))
		if *c != "" && *c != country {
			country = several
		}
		*c = country
	}
	eachLine(leaderList, func(line string) {
		country, names, _ := strings.Cut(line, "\t")
		for name := range strings.SplitSeq(names, ", ") {
			words := strings.Fields(name)
			if !strings.Contains(familyFirst, country) {
				add(strings.ReplaceAll(words[len(words)-1], "_", " "), country)
			}
			if len(words) > 2 {
				add(words[0]+" "+strings.ReplaceAll(words[len(words)-1], "_", " "), country)
			}
			if len(words) > 1 {
				add(strings.ReplaceAll(name, "_", " "), country)
				add(unspaced(strings.ReplaceAll(name, "_", "")), country)
			}
		}
	})
	return all
})

// leaderOf is the country of the leader who is called so, several, or "" for none.
func leaderOf(name string) string {
	c, _ := leaders().Get(text.KeyOf(name))
	return c
}

// telling is how many letters a monarch's one name has that no one else is called by.
const telling = 7

// byName are the offices whose holders a text may call by the family name alone,
// on a page that names their country.
var byName = map[string]bool{"head-of-state": true, "head-of-government": true, "foreign-minister": true}

// secretaries are the countries of offices that texts give to the leaders of one country
// only, by the family name alone: "Secretary Kerry".
var secretaries = map[string]string{"Secretary": "US", "Secretary of State": "US", "Secretary of Defense": "US", "Secretary of the Treasury": "US", "Foreign Secretary": "GB"}

// leader is the country of a person with an office of state whose name is that of
// a leader whom leaders.tsv knows.
func (r *reader) leader(m *pipeline.Mention) string {
	c := cmp.Or(leaderOf(m.Value), leaderOf(unspaced(m.Value)))
	if c == secretaries[m.Person.Role] && c != "" {
		return c
	}
	if m.Person.Office == "first-lady" && leaderOf(m.Person.Family) != several {
		return leaderOf(m.Person.Family) // "First Lady Emine Erdoğan"
	}
	if !r.ofState(m) || abroad(m) {
		return "" // a diplomat is a leader's namesake
	}
	words := strings.Fields(m.Value)
	if len(words) == 1 && !(byName[m.Person.Office] && (r.named(c) || r.locates(c))) && !(m.Person.Office == "monarch" && len(m.Value) >= telling) {
		return ""
	}
	if c == "" && len(words) > 2 {
		c = leaderOf(words[0] + " " + m.Person.Family) // without a nickname and Jr.
	}
	for n := len(words) - 1; c == "" && n > 2; n-- {
		c = leaderOf(strings.Join(words[:n], " ")) // "Mohammed bin Salman bin Abdulaziz"
	}
	if c == several {
		return ""
	}
	return c
}

// locates reports whether the page names a place of any kind in a country: a meeting at
// Camp David is one in the United States.
func (r *reader) locates(country string) bool {
	if r.located == nil {
		r.located = map[string]bool{}
		for _, m := range r.place {
			if m != nil {
				r.located[m.Place.Country] = true
			}
		}
	}
	return country != "" && r.located[country]
}

// named reports whether the page names a country.
func (r *reader) named(country string) bool {
	return slices.ContainsFunc(r.frame.Countries, func(c pipeline.CountryWeight) bool { return c.Country == country })
}

// english are the countries whose leaders' names are as often words and other
// people's.
var english = map[string]bool{"US": true, "GB": true, "CA": true, "AU": true, "NZ": true, "IE": true}

// leaderHere reports whether token i is the family name of a leader of a country
// that the page names, seldom borne by others: "when Gomulka was in power".
func (r *reader) leaderHere(i int) bool {
	t := r.doc.Tokens[i]
	if t.Len() < 5 || givenNames.Has(t) || t.Has(text.Upper) {
		return false
	}
	c := leaderOf(r.doc.Word(i))
	return c != "" && c != several && !english[c] && r.named(c)
}
