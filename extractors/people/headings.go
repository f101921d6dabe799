package people

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// listedUnder is the country that is all of the nearest such line above a person whose
// office stands on the line of the name, as lists of participants have it:
//
//	ETHIOPIA
//	Mr. Abebe Kebede, Director General, Ministry of Health
//
// Where name and office have lines of their own, only a heading in capitals counts: the
// cells of a table have lines too.
func (r *reader) listedUnder(m *pipeline.Mention) string {
	const furthest = 400 // tokens
	first := min(m.Tokens.First, m.Person.RoleTokens.First)
	last := max(m.Tokens.First, m.Person.RoleTokens.First)
	if r.told(m) && r.calledOn(first) {
		return ""
	}
	parted := false
	for i := first + 1; i <= last; i++ {
		parted = parted || r.doc.Tokens[i].Has(text.LineStart)
	}
	for i := r.doc.LineStart(first); i > 0 && first-i < furthest; i = r.doc.LineStart(i - 1) {
		if p := r.headingAbove(i); p != nil && !(p.Tokens.First <= 1 && (r.told(m) || r.strange(m, p.Place.Country))) && (!parted || r.doc.Tokens[p.Tokens.First].Has(text.Upper) || r.forWhom(i, p)) {
			return p.Place.Country
		}
	}
	return ""
}

// calledOn reports whether the office at token i is not the first of its sentence and stands behind a
// word in small letters, as that of whom another visited or met: "Minister A called on President B".
func (r *reader) calledOn(i int) bool {
	const furthest = 40 // tokens
	name := r.styles(i, text.Range{First: max(0, i-8), End: i})
	before := r.at(name - 1)
	if before.Is(keyThe) {
		before = r.at(name - 2)
	}
	if before.Class != text.Word || !before.Has(text.Lower) || before.Is(keyAnd) {
		return false
	}
	k, _ := slices.BinarySearchFunc(r.offices, i, func(o Office, i int) int { return o.Tokens.First - i })
	if k == 0 || i-r.offices[k-1].Tokens.First > furthest {
		return false
	}
	for j := i; j > r.offices[k-1].Tokens.First; j-- {
		if r.at(j).Has(text.SentStart) {
			return false
		}
	}
	return true
}

// told reports whether a person stands in prose and not in a list: the title of a page that
// tells of another country's relations with the one it names is no heading of its own people.
func (r *reader) told(m *pipeline.Mention) bool {
	const longest = 12 // tokens of an entry
	if next := r.at(m.Tokens.End); next.Class == text.Word && next.Has(text.Lower) && (verbs.Has(next) || copulas.Has(next) || strings.HasSuffix(r.doc.Word(m.Tokens.End), "ed")) {
		return true
	}
	n, _ := slices.BinarySearchFunc(r.doc.Sentences, m.Tokens.First+1, func(s text.Range, i int) int { return s.End - i })
	return n < len(r.doc.Sentences) && r.doc.Sentences[n].Len() > longest
}

// forWhom reports whether the line before token i that ends with a state says for whom
// those under it sign.
func (r *reader) forWhom(i int, p *pipeline.Mention) bool {
	const furthest = 8 // tokens
	for j := p.Tokens.First; j >= 0 && i-j < furthest+p.Tokens.Len(); j-- {
		if r.doc.Tokens[j].Has(text.LineStart) {
			return r.doc.Tokens[j].Is(keyFor)
		}
	}
	return false
}

// headingAbove is the state that is all of the line before the one that begins at token i.
func (r *reader) headingAbove(i int) *pipeline.Mention {
	end := i
	if r.at(end-1).Class == text.Colon {
		end--
	}
	p := r.place[max(end-1, 0)]
	if p == nil || !isState(p) || p.Tokens.End != end {
		return nil
	}
	from := p.Tokens.First
	for from > 0 && !r.doc.Tokens[from].Has(text.LineStart) && headingWords.Has(r.at(from-1)) {
		from--
	}
	if !r.doc.Tokens[from].Has(text.LineStart) {
		return nil
	}
	return p
}

// headingWords are what a heading may say besides the state's name: "Delegation of",
// "For the Government of the".
var headingWords = text.NewSet("from", "members", "participants", "delegation", "government", "embassy", "mission", "of", "the", "for", "on", "behalf")

// house is the country whose embassy or consulate the page's first line names: the
// diplomats of such a page are its own.
func (r *reader) house() string {
	const longest = 60 // tokens of a line that is a heading
	for i := 0; i < min(longest, len(r.doc.Tokens)) && (i == 0 || !r.doc.Tokens[i].Has(text.LineStart)); i++ {
		if o := r.org[i]; o != nil && o.Organization != nil {
			switch o.Organization.Kind {
			case "embassy", "legation", "consulate":
				return o.Organization.Country
			}
		}
	}
	return ""
}

// officials is the country of whose officials the first line of the paragraph of token i says that
// they are listed: "Principal U.S. Officials".
func (r *reader) officials(i int) string {
	const furthest, longest = 80, 6 // tokens
	at := i
	for ; at > 0 && i-at < furthest && !r.doc.Tokens[at].Has(text.ParaStart); at-- {
	}
	code, listed, own := "", false, false
	for j := at; j < min(i, at+longest) && (j == at || !r.doc.Tokens[j].Has(text.LineStart)); j++ {
		listed = listed || staffs.Has(r.at(j))
		own = own || r.at(j).Is(keyGovernment)
		if p := r.place[j]; p != nil && isState(p) {
			code = p.Place.Country
		} else if c, n := r.demonymBefore(j, at); n > 0 {
			code = c
		}
	}
	if !listed {
		return ""
	}
	if code == "" && own { // "Principal Government Officials", on a page of the United States about another country
		switch {
		case r.frame.A == "US":
			return r.frame.B
		case r.frame.B == "US":
			return r.frame.A
		}
	}
	return code
}

var staffs = text.NewSet("officials", "officers", "representatives", "personnel", "staff", "diplomats")

// consulates is the country whose consulates the page's first line says that it lists:
// "Honorary Consulates of Malta in Italy".
func (r *reader) consulates() string {
	const longest = 8 // tokens
	for i := 0; i+1 < min(longest, len(r.place)) && (i == 0 || !r.doc.Tokens[i].Has(text.LineStart)); i++ {
		if j := r.behindThe(i + 2); severalConsuls.Has(r.at(i)) && r.at(i+1).Is(keyOf) && j < len(r.place) && r.place[j] != nil && isState(r.place[j]) {
			return r.place[j].Place.Country
		}
	}
	return ""
}

var severalConsuls = text.NewSet("consulates", "consuls", "generals")

// missionAbove is the country of the embassy or consulate with which a line above token
// i begins, the nearest of a few: "Embassy of Peru, Lima", "Ambassador: X".
func (r *reader) missionAbove(i int) string {
	const furthest = 80 // tokens
	for j := i; j >= 0 && i-j < furthest; j-- {
		if !r.doc.Tokens[j].Has(text.LineStart) {
			continue
		}
		if r.at(j).Is(keyThe) {
			j++
		}
		if o := r.org[j]; o != nil && o.Organization != nil && o.Tokens.First == j {
			switch o.Organization.Kind {
			case "embassy", "legation", "consulate":
				return o.Organization.Country
			}
		}
		if r.at(j - 1).Is(keyThe) {
			j--
		}
	}
	return ""
}

// addressed reports whether the sentence is the line of a label that says where a house
// stands: "Address: 9, Dong Liu Jie, San Li Tun".
func (r *reader) addressed(s text.Range) bool {
	const longest = 4 // "Embassy address (temporary):"
	for i := s.First; i < min(s.End, s.First+longest); i++ {
		if addresses.Has(r.at(i)) && r.at(i+1).Class == text.Colon {
			return true
		}
	}
	return false
}

var addresses = text.NewSet("address", "addresses", "location", "chancery", "residence", "premises", "street")
