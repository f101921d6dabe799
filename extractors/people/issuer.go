package people

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

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

// issuer is the country of the city or the ministry that the text's place line or heading
// names, as "Doha, 4 October (QNA)": whose offices a release gives without a country. The
// page names it again or the person's names are usual there, and not rather in another
// country named.
func (r *reader) issuer(m *pipeline.Mention) string {
	r.findIssuer()
	if r.issued == "" || abroad(m) || r.otherBefore(m, r.issued) || r.lacks(m, r.issued) {
		return ""
	}
	var names [most]nameWord
	words := r.nameWords(m.Value, names[:0])
	switch fits := fitting(words, r.issued); {
	case fits > 0 && (r.namedTwice(r.issued) || !leading[m.Person.Office]) && !r.fitsBetter(words, fits), fits == 0 && r.namedTwice(r.issued) && !r.fitsOther(words, r.issued):
		return r.issued
	}
	return ""
}

// leading are the offices of those whom the texts of other countries tell of too.
var leading = map[string]bool{"head-of-state": true, "head-of-government": true, "monarch": true, "crown-prince": true}

// fitsBetter reports whether more words of a name than so many are usual in a country that the
// page names.
func (r *reader) fitsBetter(words []nameWord, than int) bool {
	return slices.ContainsFunc(r.frame.Countries, func(c pipeline.CountryWeight) bool { return fitting(words, c.Country) > than })
}

// fitsOther reports whether words of a name are usual in another country that the page names.
func (r *reader) fitsOther(words []nameWord, country string) bool {
	return slices.ContainsFunc(r.frame.Countries, func(c pipeline.CountryWeight) bool {
		return c.Country != country && fitting(words, c.Country) > 0
	})
}

// staff is the country of a ministry that the heading of the page names, for the head of a
// department that the page gives without one.
func (r *reader) staff(m *pipeline.Mention) string {
	if c := r.letterhead(); c != "" && m.Person.Office == "director" && m.Person.Organization == "" {
		var names [most]nameWord
		words := r.nameWords(m.Value, names[:0])
		for i := m.Person.RoleTokens.First + 1; i < m.Person.RoleTokens.End; i++ {
			if r.unit(i) && r.at(i).Capital() && (fitting(words, c) > 0 || !r.fitsOther(words, c)) {
				return c
			}
		}
	}
	return ""
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

// placeLine is the country of the city at the beginning of a paragraph which a date, a dash
// or a full stop follows: "Doha, 4 October", "Nairobi, Kenya –", "Tbilisi.".
func (r *reader) placeLine() string {
	const longest = 400 // tokens
	for i := 0; i < min(longest, len(r.place)); i++ {
		p := r.place[i]
		if p == nil || p.Tokens.First != i || p.Place == nil || p.Place.Kind != "city" || !r.doc.Tokens[i].Has(text.ParaStart) || len(p.Place.Country) != 2 || !r.lineGoesOn(p.Tokens.End) {
			continue
		}
		if meetingTowns.Has(r.doc.Tokens[i]) || strings.HasPrefix(p.Value, "New York") {
			return ""
		}
		return p.Place.Country
	}
	return r.letterhead()
}

// lineGoesOn reports whether what follows the city of a place line stands at token i.
func (r *reader) lineGoesOn(i int) bool {
	switch t := r.at(i); t.Class {
	case text.Dash:
		return t.Has(text.Spaced)
	case text.Colon:
		return r.at(i+1).Capital() && !r.at(i+1).Has(text.LineStart)
	case text.Dot:
		return r.at(i + 1).Has(text.SentStart)
	case text.Comma:
		if p := r.place[min(i+1, len(r.place)-1)]; p != nil && isState(p) {
			d := r.at(p.Tokens.End)
			return d.Class == text.Dash && d.Has(text.Spaced) || d.Class == text.Colon
		}
		return r.at(i+1).Class == text.Number || r.at(i+2).Class == text.Number || r.at(i+2).Class == text.Dot && r.at(i+3).Class == text.Number
	}
	return false
}

// letterhead is the country of the ministry or parliament that the first line of the page
// names: "Statement by the Ministry of Foreign Affairs of Georgia".
func (r *reader) letterhead() string {
	const longest = 14 // tokens
	for i := 0; i < min(longest, len(r.org)) && (i == 0 || !r.doc.Tokens[i].Has(text.SentStart)); i++ {
		o := r.org[i]
		if o == nil || o.Organization == nil || o.Tokens.First != i {
			continue
		}
		if k := o.Organization.Kind; len(o.Organization.Country) == 2 && (k == "ministry" || k == "parliament" || k == "government") && r.headsPage(o.Tokens.End) {
			return o.Organization.Country
		}
	}
	return ""
}

// headsPage reports whether a heading ends before token i, all of a sentence or of a line.
func (r *reader) headsPage(i int) bool {
	if r.at(i).Class == text.Dot {
		i++
	}
	return i < len(r.doc.Tokens) && r.doc.Tokens[i].Has(text.LineStart|text.SentStart)
}
