package people

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A nameWord is a word of a person's name and the lists that have it.
type nameWord struct {
	word  string
	lists gazetteer.Tradition
}

// fits reports whether the word is usual in a country.
func (w nameWord) fits(country string) bool {
	return w.lists&gazetteer.Home(country) != 0 || gazetteer.EndsAsIn(w.word, country)
}

// closed are the countries whose family names are so few that the gazetteer has
// nearly all: who bears none of them is no citizen.
var closed = map[string]bool{"CN": true, "KR": true, "KP": true, "VN": true}

// home is the one of the countries that the page is about where the most of the
// person's names are usual; on a page about one country that one, unless the names
// are foreign. Else it is the only country named where the family name is usual.
func (r *reader) home(m *pipeline.Mention) string {
	if c := r.sonOfArabs(m); c != "" {
		return c
	}
	var names [most]nameWord
	known := r.nameWords(m.Value, names[:0])
	about := r.about()
	if len(about) == 1 && (fitting(known, about[0]) > 0 || !anyListed(known) && !abroad(m) && r.foreign(known, about[0], 0) == "") {
		return about[0]
	}
	if len(about) == 2 {
		a, b := fitting(known, about[0]), fitting(known, about[1])
		switch {
		case a > b:
			return about[0]
		case b > a:
			return about[1]
		case a > 0 || abroad(m) || len(known) < 2:
		case closed[about[0]] && !closed[about[1]]:
			return about[1]
		case closed[about[1]] && !closed[about[0]]:
			return about[0]
		}
	}
	if c := leaderOf(m.Person.Family); c != "" && c != several && !r.named(c) {
		return "" // a namesake, or a leader whose country the page leaves unsaid
	}
	family := r.nameWords(m.Person.Family, names[:0])
	least := 0
	if abroad(m) || strings.HasPrefix(m.Person.Office, "deputy-") {
		least = often // they travel with others, or are at home where the page names others
	}
	c := r.foreign(family, "", least)
	if c == "" && !anyListed(family) {
		if c = r.foreign(r.nameWords(m.Person.Given, names[:0]), "", least); english[c] || r.otherBefore(m, c) {
			return "" // their given names are used the world over
		}
	}
	if c == "" {
		c = r.oneOfFew(m)
	}
	return c
}

// oneOfFew is the only country of the two or three that the page names, or is issued from,
// where the family name of a person is usual, or the given names when no list has that.
// Given names of the West are used the world over, and rows of a table tell of visits.
func (r *reader) oneOfFew(m *pipeline.Mention) string {
	const few = 3
	r.findIssuer()
	n := len(r.frame.Countries)
	if r.issued != "" && !r.named(r.issued) {
		n++
	}
	if n < 2 || n > few || r.posted(m) || r.inRow(m) {
		return ""
	}
	var names [most]nameWord
	words := r.nameWords(m.Person.Family, names[:0])
	if !anyListed(words) {
		words = r.nameWords(m.Value, names[:0])
		for _, w := range words {
			if w.lists&westward != 0 {
				return ""
			}
		}
	}
	found := ""
	if r.issued != "" && fitting(words, r.issued) > 0 {
		found = r.issued
	}
	for _, c := range r.frame.Countries {
		if len(c.Country) != 2 {
			return "" // a state of the past, whose names its heirs have
		}
		if c.Country == found || fitting(words, c.Country) == 0 {
			continue
		}
		if found != "" {
			return ""
		}
		found = c.Country
	}
	if english[found] || found != "" && r.otherBefore(m, found) {
		return ""
	}
	return found
}

var westward = western | gazetteer.Home("SE")

// posted reports whether an office says where its holder is sent.
func (r *reader) posted(m *pipeline.Mention) bool {
	for i := m.Person.RoleTokens.First; i < m.Person.RoleTokens.End; i++ {
		if r.place[i] != nil {
			return true
		}
	}
	return false
}

// inRow reports whether a person stands in the row of a table.
func (r *reader) inRow(m *pipeline.Mention) bool {
	const furthest = 40 // tokens
	for i := m.Tokens.First; i >= 0 && m.Tokens.First-i < furthest && !r.at(i+1).Has(text.LineStart); i-- {
		if r.at(i).Class == text.Bar {
			return true
		}
	}
	for i := m.Tokens.End; i < m.Tokens.End+furthest && !r.at(i).Has(text.LineStart); i++ {
		if r.at(i).Class == text.Bar {
			return true
		}
	}
	return false
}

// sonOfArabs is the only one of the two countries of the page's title, or of the two or three
// that it names, where people are called "bin" someone, when this person is; "" else.
func (r *reader) sonOfArabs(m *pipeline.Mention) string {
	const few = 3
	son := false
	for i := m.Tokens.First + 1; i < m.Tokens.End; i++ {
		son = son || sonOf.Has(r.at(i))
	}
	if !son {
		return ""
	}
	if a, b := r.frame.A, r.frame.B; a != "" && b != "" && filial[a] != filial[b] {
		if filial[a] {
			return a
		}
		return b
	}
	found, n := "", len(r.frame.Countries)
	for _, c := range r.frame.Countries {
		switch {
		case !filial[c.Country]:
		case found != "":
			return ""
		default:
			found = c.Country
		}
	}
	if n < 2 || n > few || r.posted(m) || r.inRow(m) || found != "" && r.otherBefore(m, found) {
		return ""
	}
	return found
}

// filial are the countries where "bin" or "bint" stands in names.
var filial = map[string]bool{
	"SA": true, "AE": true, "QA": true, "KW": true, "BH": true, "OM": true, "YE": true, "JO": true, "IQ": true, "MA": true, "LY": true, "MR": true, "BN": true, "MY": true,
}

// foreign is the only country that the page names twice, besides one, where words of a name
// are usual; at least so many times when as many of them are usual in another that it names
// once.
func (r *reader) foreign(words []nameWord, besides string, least int) string {
	found, times, fits, once := "", 0, 0, 0
	for _, c := range r.frame.Countries {
		n := fitting(words, c.Country)
		switch {
		case c.Country == besides || n == 0:
		case c.Weight < 2:
			once = max(once, n)
		case found != "":
			return ""
		default:
			found, times, fits = c.Country, c.Weight, n
		}
	}
	if once > 0 && (once >= fits && times < least || found == "KP" || found == "KR") {
		return "" // North and South Korea share their names
	}
	return found
}

// fitting counts the words of a name that are usual in a country.
func fitting(words []nameWord, country string) (n int) {
	for _, w := range words {
		if w.fits(country) {
			n++
		}
	}
	return n
}

// anyListed reports whether a list has one of the words.
func anyListed(words []nameWord) bool {
	for _, w := range words {
		if w.lists != 0 {
			return true
		}
	}
	return false
}

// nameWords appends the words of a name.
func (r *reader) nameWords(name string, into []nameWord) []nameWord {
	for _, t := range text.Tokenize(name) {
		if t.Class == text.Word && len(into) < most {
			into = append(into, nameWord{name[t.Start:t.End], gazetteer.TraditionOf(t)})
		}
	}
	return into
}
