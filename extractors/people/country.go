package people

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// inferCountries fills in the country of an office that states none, and marks
// it as inferred: first from the same person's other offices in the document,
// then from the office before it, when the sentence joins the two.
func (r *reader) inferCountries(mentions []pipeline.Mention) {
	served := map[string]string{} // entity -> the one country it serves, "?" for several
	for _, m := range mentions {
		if c := m.Person.Country; c != "" {
			if o := served[m.Entity]; o != "" && o != c {
				c = "?"
			}
			served[m.Entity] = c
		}
	}
	for i := range mentions {
		m := &mentions[i]
		if m.Person.Role == "" || m.Person.Country != "" {
			continue
		}
		c := served[m.Entity]
		if c == "" && i > 0 {
			c = r.joined(&mentions[i-1], m)
		}
		if c == "" || c == "?" {
			continue
		}
		m.Person.Country = c
		m.Inferred = append(m.Inferred, "country")
	}
}

// joined is the country of the person named before, when the text gives both
// offices in one breath: "met with President of China A and Prime Minister B",
// or an ambassador and, in the next sentence, the chargé of the same embassy.
func (r *reader) joined(before, m *pipeline.Mention) string {
	from, to := max(before.Tokens.End, before.Person.RoleTokens.End), m.Person.RoleTokens.First
	if before.Person.Country == "" || from > to || to-from > 12 {
		return ""
	}
	if diplomat[before.Person.Office] && diplomat[m.Person.Office] && !r.at(m.Person.RoleTokens.First).Has(text.ParaStart) {
		return before.Person.Country
	}
	for i := from; i < to; i++ {
		if r.at(i).Has(text.SentStart) {
			return ""
		}
		if r.at(i).Is(keyAnd) {
			return before.Person.Country
		}
	}
	return ""
}

// diplomat are the offices of one mission.
var diplomat = map[string]bool{"ambassador": true, "charge-d-affaires": true, "envoy": true, "consul": true, "consul-general": true}
