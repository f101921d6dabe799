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
	if len(about) == 1 && (fitting(known, about[0]) > 0 || !anyListed(known) && !abroad(m) && r.foreign(known, about[0]) == "") {
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
	if c := leaders()[text.Fold(m.Person.Family)]; c != "" && c != several && !r.named(c) {
		return "" // a namesake, or a leader whose country the page leaves unsaid
	}
	family := r.nameWords(m.Person.Family, names[:0])
	c := r.foreign(family, "")
	if c == "" && !anyListed(family) {
		if c = r.foreign(r.nameWords(m.Person.Given, names[:0]), ""); english[c] || r.otherBefore(m, c) {
			return "" // their given names are used the world over
		}
	}
	return c
}

// sonOfArabs is the only one of the two countries of the page's title where people are called
// "bin" someone, when this person is; "" else.
func (r *reader) sonOfArabs(m *pipeline.Mention) string {
	a, b := r.frame.A, r.frame.B
	if filial[a] == filial[b] || a == "" || b == "" {
		return ""
	}
	for i := m.Tokens.First + 1; i < m.Tokens.End; i++ {
		if sonOf.Has(r.at(i)) {
			if filial[a] {
				return a
			}
			return b
		}
	}
	return ""
}

// filial are the countries where "bin" or "bint" stands in names.
var filial = map[string]bool{
	"SA": true, "AE": true, "QA": true, "KW": true, "BH": true, "OM": true, "YE": true, "JO": true, "IQ": true, "MA": true, "LY": true, "MR": true, "BN": true, "MY": true,
}

// foreign is the only country that the page names twice, besides one, where words of a name
// are usual.
func (r *reader) foreign(words []nameWord, besides string) string {
	found, once := "", false
	for _, c := range r.frame.Countries {
		if c.Country == besides || fitting(words, c.Country) == 0 {
			continue
		}
		if c.Weight < 2 {
			once = true
			continue
		}
		if found != "" {
			return ""
		}
		found = c.Country
	}
	if once && (found == "KP" || found == "KR") {
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

// meetingTowns are where so many states and bodies meet that a place line says
// nothing of who issued the text.
var meetingTowns = text.NewSet("geneva", "vienna", "brussels", "davos", "strasbourg", "munich")

// issuedElsewhere reports whether the place line of the text is of another country than c
// where the person's names are as usual: a king of whom Jeddah tells is not the country's
// that he writes to.
func (r *reader) issuedElsewhere(m *pipeline.Mention, c string) bool {
	r.findIssuer()
	if r.issued == "" || r.issued == c {
		return false
	}
	var names [most]nameWord
	return fitting(r.nameWords(m.Value, names[:0]), r.issued) > 0
}

// findIssuer searches the place line of the text, once.
func (r *reader) findIssuer() {
	if !r.searched {
		r.searched, r.issued = true, r.placeLine()
	}
}

// issuer is the country of the city that the text's place line names, as "Doha, 4
// October (QNA)": whose offices a release gives without a country. The page names
// it again, and the person's names are not rather those of another country named.
func (r *reader) issuer(m *pipeline.Mention) string {
	r.findIssuer()
	if r.issued == "" || abroad(m) || !r.namedTwice(r.issued) || r.otherBefore(m, r.issued) {
		return ""
	}
	var names [most]nameWord
	words := r.nameWords(m.Value, names[:0])
	if fitting(words, r.issued) > 0 {
		return r.issued
	}
	for _, c := range r.frame.Countries {
		if c.Country != r.issued && fitting(words, c.Country) > 0 {
			return ""
		}
	}
	return r.issued
}

// otherBefore reports whether the sentence names another state before a person: "Fiji was
// represented by Foreign Minister A".
func (r *reader) otherBefore(m *pipeline.Mention, country string) bool {
	const furthest = 40 // tokens
	for i := m.Tokens.First; i >= 0 && m.Tokens.First-i < furthest; i-- {
		if p := r.place[i]; p != nil && isState(p) && p.Place.Country != country {
			return true
		}
		if r.doc.Tokens[i].Has(text.SentStart) {
			break
		}
	}
	return false
}

func (r *reader) namedTwice(country string) bool {
	for _, c := range r.frame.Countries {
		if c.Country == country {
			return c.Weight > 1
		}
	}
	return false
}

// placeLine is the country of the city at the beginning of a paragraph which a comma
// and a date follow.
func (r *reader) placeLine() string {
	const longest = 400 // tokens
	for i := 0; i < min(longest, len(r.place)); i++ {
		p := r.place[i]
		if p == nil || p.Tokens.First != i || p.Place == nil || p.Place.Kind != "city" || !r.doc.Tokens[i].Has(text.ParaStart) || len(p.Place.Country) != 2 {
			continue
		}
		j := p.Tokens.End
		if r.at(j).Class != text.Comma || r.at(j+1).Class != text.Number && r.at(j+2).Class != text.Number {
			continue
		}
		if meetingTowns.Has(r.doc.Tokens[i]) || strings.HasPrefix(p.Value, "New York") {
			return ""
		}
		return p.Place.Country
	}
	return ""
}
