package people

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// inferCountries fills in the country of an office that states none, and marks
// it as inferred: from the same person's other offices in the document, from the
// name of a leader whom everybody knows, from the office before it, when the
// sentence joins the two, or from what the page says around it (serves). It walks
// twice, so that what is learned of a person holds for the mentions before too.
func (r *reader) inferCountries(mentions []pipeline.Mention) {
	served := map[string]string{} // entity -> the one country it serves, "?" for several
	for i := range mentions {
		serving(served, &mentions[i])
	}
	for range 2 {
		for i := range mentions {
			m := &mentions[i]
			if m.Person.Role == "" || m.Person.Country != "" {
				continue
			}
			if m.Person.Country = r.registered(m); m.Person.Country != "" {
				serving(served, m)
				continue
			}
			c := served[m.Entity]
			if c == "" {
				c = r.whose(mentions[:i+1])
			}
			if c == "" || c == several || served[m.Entity] != c && i+1 < len(mentions) && r.itsCounterpart(m, &mentions[i+1], c) {
				continue
			}
			m.Person.Country = c
			m.Inferred = append(m.Inferred, "country")
			serving(served, m)
		}
	}
}

// whose is the country of the last person's office by the first evidence that there is, "" for
// none, and several where it cannot be told.
func (r *reader) whose(mentions []pipeline.Mention) string {
	m := &mentions[len(mentions)-1]
	for _, tells := range aboutOffice {
		if c := tells(r, m); c != "" {
			return c
		}
	}
	if n := len(mentions); n > 1 {
		if c := r.joined(&mentions[n-2], m); c != "" && r.bornElsewhere(m, c) {
			if c = r.home(m); !slices.Contains(r.about(), c) {
				return several
			}
			return c
		} else if c != "" {
			return c
		}
	}
	for _, tells := range aboutPage {
		if c := tells(r, m); c != "" {
			return c
		}
	}
	return ""
}

// What tells whose an office is, the surest first: what stands about the office itself, and,
// behind the office that is told before it, the page.
var (
	aboutOffice = []func(*reader, *pipeline.Mention) string{(*reader).leader, (*reader).posting, (*reader).behalf, (*reader).onSheet, (*reader).parliamentBefore}
	aboutPage   = []func(*reader, *pipeline.Mention) string{(*reader).hosted, (*reader).possessor, (*reader).serves}
)

// registered is the country that stands alone behind the office and the name with which
// the row of a register begins: "Prime Minister Jan Kos. Poland. Working visit."
func (r *reader) registered(m *pipeline.Mention) string {
	i := m.Tokens.End
	if r.at(i).Class == text.Dot {
		i++
	}
	if i+1 >= len(r.place) || r.at(i-1).Class != text.Dot || !r.at(m.Person.RoleTokens.First).Has(text.LineStart) || m.Person.RoleTokens.First > m.Tokens.First {
		return ""
	}
	p := r.place[i]
	if p == nil || p.Tokens.First != i || !isState(p) || r.at(i).Has(text.LineStart) {
		return ""
	}
	if c := r.at(p.Tokens.End).Class; c != text.Dot && c != text.Open {
		return ""
	}
	return p.Place.Country
}

// bornElsewhere reports whether a person's names are usual in another country that the
// page names, and not in country: "his Kazakh counterpart A spoke, and Deputy State
// Secretary Zsolt Kovács" is Hungary's.
func (r *reader) bornElsewhere(m *pipeline.Mention, country string) bool {
	var names [most]nameWord
	words := r.nameWords(m.Value, names[:0])
	if fitting(words, country) > 0 {
		return false
	}
	for _, c := range r.frame.Countries {
		if c.Country != country && fitting(words, c.Country) > 0 && !english[c.Country] {
			return true
		}
	}
	return false
}

// serving notes which country a mention says that a person serves.
func serving(served map[string]string, m *pipeline.Mention) {
	if c := m.Person.Country; c != "" {
		if o := served[m.Entity]; o != "" && o != c {
			c = several
		}
		served[m.Entity] = c
	}
}

// joined is the country of the person named before, when the text gives both
// offices in one breath: "met with President of China A and Prime Minister B",
// or an ambassador and, in the next sentence, the chargé of the same embassy.
func (r *reader) joined(before, m *pipeline.Mention) string {
	from, to := max(before.Tokens.End, before.Person.RoleTokens.End), m.Person.RoleTokens.First
	if j := r.behindThe(from + 1); r.at(from).Is(keyOf) && j < len(r.place) && r.place[j] != nil && isState(r.place[j]) && r.place[j].Place.Country == before.Person.Country && r.at(r.place[j].Tokens.End).Is(keyAnd) && r.place[j].Tokens.End+1 == to {
		from = r.place[j].Tokens.End // "King A of Tonga and Queen B"
	}
	if before.Person.Country == "" || ofFaith[m.Person.Office] || from > to || to-from > 12 {
		return ""
	}
	if from+1 == to && r.at(from).Has(text.Possess) && before.Tokens.End == from {
		return before.Person.Country // "the Chancellor's special envoy B"
	}
	if diplomat[before.Person.Office] && hosting[m.Person.Office] || hosting[before.Person.Office] && diplomat[m.Person.Office] {
		return "" // the host of an ambassador
	}
	if diplomat[before.Person.Office] && diplomat[m.Person.Office] && !r.at(m.Person.RoleTokens.First).Has(text.ParaStart) {
		if before.Person.Office == "ambassador" && m.Person.Office == "ambassador" && before.Entity != m.Entity {
			return r.otherOf(before.Person.Country) // "represented by Ambassador A and Ambassador B"
		}
		return before.Person.Country
	}
	if abroad(m) && !abroad(before) && !r.fitsOnly(m, before.Person.Country) && !r.retinue(before) || r.foreignTo(m, before.Person.Country) {
		return "" // of the host or of the guest
	}
	first := min(to, m.Tokens.First)
	for i := from; i <= to; i++ {
		if r.at(i).Has(text.LineStart) && i > from {
			return "" // an item of its own
		}
	}
	if c := r.at(from).Class; (c == text.Semi || c == text.Colon) && first-from <= 2 && ofStates[m.Person.Office] {
		return before.Person.Country // a list of those who serve one country
	}
	if sole[m.Person.Office] && m.Person.Office == before.Person.Office && !(before.Person.Role == "King" && m.Person.Role == "Queen") {
		return "" // "President A and President B", "Chancellor A and Prime Minister B"
	}
	and := false
	for i := from; i < to; i++ {
		if p := r.place[i]; r.at(i).Has(text.SentStart) || p != nil && isState(p) { // "A signed for Portugal and Minister B for Angola"
			return ""
		}
		and = and || r.at(i).Is(keyAnd) || r.at(i).Is(keyAccompanied) || along.Has(r.at(i)) && r.at(i+1).Is(keyWith)
	}
	if and && !r.at(to).Has(text.SentStart) {
		return before.Person.Country
	}
	if to-from <= 2 && r.at(from).Class == text.Comma && r.retinue(before) {
		return before.Person.Country
	}
	return ""
}

// otherOf is the second of the two countries that the page is about, "" for none.
func (r *reader) otherOf(country string) string {
	switch about := r.about(); {
	case len(about) < 2:
	case about[0] == country:
		return about[1]
	case about[1] == country:
		return about[0]
	}
	return ""
}

// foreignTo reports whether the lists have a person's family name, and none of the names in a
// country.
func (r *reader) foreignTo(m *pipeline.Mention, country string) bool {
	var names [most]nameWord
	family := r.nameWords(m.Person.Family, names[:0])
	return m.Person.Given != "" && anyListed(family) && fitting(family, country) == 0 && fitting(r.nameWords(m.Person.Given, names[:0]), country) == 0
}

// fitsOnly reports whether a person's names are usual in a country, and in no other that the
// page names.
func (r *reader) fitsOnly(m *pipeline.Mention, country string) bool {
	var names [most]nameWord
	words := r.nameWords(m.Value, names[:0])
	return fitting(words, country) > 0 && !r.fitsOther(words, country)
}

// parliamentBefore is the country of the parliament that stands last before a speaker of whom the
// text says no more: "visited the Knesset. Speaker A received him".
func (r *reader) parliamentBefore(m *pipeline.Mention) string {
	const furthest = 60 // tokens
	if m.Person.Office != "speaker" || m.Person.Organization != "" {
		return ""
	}
	for i := min(m.Tokens.First, m.Person.RoleTokens.First) - 1; i >= 0 && m.Tokens.First-i < furthest; i-- {
		o := r.org[i]
		if o == nil || o.Organization == nil || o.Organization.Kind != "parliament" || len(o.Organization.Country) != 2 {
			continue
		}
		var names [most]nameWord
		words := r.nameWords(m.Value, names[:0])
		if c := o.Organization.Country; fitting(words, c) > 0 || !r.fitsOther(words, c) {
			return c
		}
		return ""
	}
	return ""
}

// behindThe is token i, or the one behind it when it is an article.
func (r *reader) behindThe(i int) int {
	if r.at(i).Is(keyThe) {
		return i + 1
	}
	return i
}

var (
	along   = text.NewSet("together", "along")
	keyWith = text.KeyOf("with")
)

// sole are the offices of which a state has one.
var sole = map[string]bool{"head-of-state": true, "head-of-government": true, "foreign-minister": true, "monarch": true}

// hosting are the offices of those who receive ambassadors of other countries.
var hosting = map[string]bool{"mayor": true, "professor": true}

// ofFaith are the offices that serve no state, whoever stands beside their holders.
var ofFaith = map[string]bool{"clergy": true, "pope": true, "secretary-general": true, "under-secretary-general": true, "head-of-body": true, "professor": true}

// retinue reports whether a person is one of those who accompany another.
func (r *reader) retinue(m *pipeline.Mention) bool {
	const furthest = 40 // tokens
	for i := m.Tokens.First - 1; i >= 0 && m.Tokens.First-i < furthest && !r.doc.Tokens[i+1].Has(text.SentStart); i-- {
		if r.doc.Tokens[i].Is(keyAccompanied) {
			return true
		}
	}
	return false
}

// diplomat are the offices of one mission.
var diplomat = map[string]bool{
	"ambassador": true, "charge-d-affaires": true, "envoy": true, "consul": true, "consul-general": true, "agent": true, "attache": true,
	"counsellor": true, "diplomat": true, "head-of-mission": true, "deputy-head-of-mission": true,
}
