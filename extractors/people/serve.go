package people

import (
	"cmp"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// ofStates are the offices whose holders serve a country, besides the diplomats
// and those who deputize for one of these.
var ofStates = map[string]bool{
	"head-of-state": true, "head-of-government": true, "minister": true, "foreign-minister": true, "defence-minister": true, "finance-minister": true,
	"interior-minister": true, "deputy-minister": true, "deputy-foreign-minister": true, "state-councillor": true, "monarch": true, "crown-prince": true,
	"regent": true, "speaker": true, "parliamentarian": true, "special-envoy": true, "permanent-representative": true, "representative": true,
	"governor": true, "governor-general": true, "chief-executive": true, "delegate": true, "negotiator": true, "chairman": true, "party-leader": true,
}

// serves is the country of an office of state that neither its words nor those
// about it give, but the page does: the other one when a diplomat is sent to one
// of its two, or the one where the person's names are usual.
func (r *reader) serves(m *pipeline.Mention) string {
	if !r.ofState(m) {
		return r.staff(m)
	}
	if abroad(m) {
		if c := r.sender(m); c != "" {
			return c
		}
	}
	if c := r.consulates(); c != "" && strings.HasPrefix(m.Person.Role, "Honorary ") {
		return c // he is mostly at home where he is consul
	}
	c := r.home(m)
	if (c == "" || english[c]) && sole[strings.TrimPrefix(m.Person.Office, "deputy-")] && !r.otherBefore(m, r.frame.Sole) && !r.strange(m, r.frame.Sole) {
		c = cmp.Or(r.frame.Sole, c) // the heads of whom the page tells
	}
	if c != "" {
		if r.issuedElsewhere(m, c) {
			return r.issuer(m)
		}
		if english[c] && c != "US" && (secretaryOf(m.Person.Role) || r.lacks(m, c)) {
			if r.named("US") {
				return "US"
			}
			return "" // Britain has a Defence Secretary, and Secretaries of State for things
		}
		return c
	}
	if c := r.issuer(m); c != "" || !abroad(m) {
		return c
	}
	return r.house()
}

// posting is the country that stands as a heading over an office of state, or
// whose mission the sentence of a diplomat names.
func (r *reader) posting(m *pipeline.Mention) string {
	if !ofFaith[m.Person.Office] {
		if c := r.listedUnder(m); c != "" {
			return c
		}
	}
	if !r.ofState(m) {
		return ""
	}
	if c := r.heading(m.Tokens.First); c != "" || !abroad(m) {
		return c
	}
	if c := r.mission(m); c != "" {
		return c
	}
	if c := r.officials(min(m.Tokens.First, m.Person.RoleTokens.First)); c != "" && !r.names(m.Person.RoleTokens, c) {
		return c
	}
	if c := r.missionAbove(min(m.Tokens.First, m.Person.RoleTokens.First)); !r.names(m.Person.RoleTokens, c) {
		return c // but not whom one is sent to
	}
	return ""
}

func abroad(m *pipeline.Mention) bool {
	return diplomat[strings.TrimPrefix(m.Person.Office, "deputy-")] || diplomat[m.Person.Office]
}

func (r *reader) ofState(m *pipeline.Mention) bool {
	return (abroad(m) || ofStates[strings.TrimPrefix(m.Person.Office, "deputy-")]) && (m.Person.Organization == "" || m.Person.Office == "permanent-representative" || r.national(m))
}

// national reports whether an office's organization is one that every country
// has, as a parliament, a ministry or an embassy.
func (r *reader) national(m *pipeline.Mention) bool {
	first := max(m.Person.RoleTokens.First-1, 0) // "European Commission President", "the Commission's President"
	if r.doc.Tokens[first].Has(text.Possess) {
		first = max(first-1, 0)
	}
	for i := first; i < m.Person.RoleTokens.End; i++ {
		if o := r.org[i]; o != nil && o.Organization != nil && (i >= m.Person.RoleTokens.First || o.Tokens.End <= m.Person.RoleTokens.First) {
			switch o.Organization.Kind {
			case "parliament", "ministry", "government", "embassy", "legation", "consulate", "armed forces":
				return true
			case "party":
				if i < m.Person.RoleTokens.First {
					return true
				}
			}
			return r.at(o.Tokens.End-1).Is(keyCommittee) || r.at(o.Tokens.First).Is(keyCommittee)
		}
	}
	return true
}

// heading is the country that is all of the first line of the paragraph of token
// i, as in a list of consuls, when the token is on a later line.
func (r *reader) heading(i int) string {
	const furthest = 80 // tokens
	at := i
	for ; at > 0 && i-at < furthest && !r.doc.Tokens[at].Has(text.ParaStart); at-- {
	}
	p := r.place[at]
	if p == nil || !isState(p) || p.Tokens.First != at || p.Tokens.End > i || !r.at(p.Tokens.End).Has(text.LineStart) {
		return ""
	}
	return p.Place.Country
}

// mission is the country of the embassy, legation or consulate that the sentence
// names before a diplomat.
func (r *reader) mission(m *pipeline.Mention) string {
	const furthest = 60 // tokens
	for i := m.Tokens.First - 1; i >= 0 && m.Tokens.First-i < furthest; i-- {
		if o := r.org[i]; o != nil && o.Organization != nil {
			switch o.Organization.Kind {
			case "embassy", "legation", "consulate":
				if o.Organization.Country != "" {
					return o.Organization.Country
				}
			}
		}
		if c := r.missionWord(i); c != "" {
			return c
		}
		if r.doc.Tokens[i].Has(text.SentStart) {
			break
		}
	}
	return ""
}

// sender is the other country of a page about two, when the words of a diplomat's
// office say that he is sent to one of them.
func (r *reader) sender(m *pipeline.Mention) string {
	for i := m.Person.RoleTokens.First; i < m.Person.RoleTokens.End; i++ {
		p := r.place[i]
		if p == nil || p.Place == nil {
			continue
		}
		switch p.Place.Country {
		case "":
			continue
		case r.frame.A:
			return r.frame.B
		case r.frame.B:
			return r.frame.A
		}
		if c := r.frame.Countries; len(c) > 0 && c[0].Country != p.Place.Country && (len(c) == 1 || c[0].Weight >= decidedly*c[1].Weight) {
			return c[0].Country
		}
	}
	return ""
}

// decidedly is how many times as often as the next a country must be named for a page
// to be about it alone.
const decidedly = 3

// often is how many times a page must name a country to be about it.
const often = 4

// about is the one country or the two that the page is about.
func (r *reader) about() []string {
	if r.frame.A != "" {
		if r.pair() {
			return []string{r.frame.A, r.frame.B}
		}
		return nil
	}
	c := r.frame.Countries
	switch {
	case len(c) == 0 || c[0].Weight < often:
		return nil
	case len(c) == 1 || c[0].Weight >= decidedly*c[1].Weight:
		return []string{c[0].Country}
	case len(c) == 2 || c[1].Weight >= decidedly*c[2].Weight:
		return []string{c[0].Country, c[1].Country}
	}
	return nil
}

// pair reports whether the page names both countries of its title often enough to
// be a page about them, and not one sentence.
func (r *reader) pair() bool {
	n := 0
	for _, c := range r.frame.Countries {
		if c.Country == r.frame.A || c.Country == r.frame.B {
			n += c.Weight
		}
	}
	return n >= often
}

// secretaryOf reports whether an office is a "Secretary of Defense" or the like, as no country
// has them whose names are English but the United States.
func secretaryOf(role string) bool {
	what, ok := strings.CutPrefix(role, "Secretary of ")
	return ok && !strings.HasPrefix(what, "State")
}
