package people

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// ofHosts are the offices whose holders a traveller meets in their own country.
var ofHosts = map[string]bool{
	"head-of-state": true, "head-of-government": true, "deputy-head-of-government": true, "foreign-minister": true, "monarch": true,
	"crown-prince": true, "royal": true, "state-councillor": true, "minister": true, "defence-minister": true,
}

// american is how ministers of the traveller's own country are called.
var american = text.NewSet("secretary")

// following are the acts at which a traveller is with people of other countries: "Accompanied
// President Jan Kos", "Attended a conference with".
var following = text.NewSet("accompanied", "accompanying", "joined", "attended", "participated", "represented", "led", "on")

// ofOccasion are what of its own people a country holds.
var ofOccasion = text.NewSet("inauguration", "funeral", "coronation", "met", "meeting", "audience", "visit")

// hosted is the country of the row of a log of travels in which the traveller meets somebody
// whose office says no other: "John Dulles. Egypt. Cairo. Met with Prime Minister Naguib."
func (r *reader) hosted(m *pipeline.Mention) string {
	const furthest = 90 // tokens
	if !ofHosts[m.Person.Office] || m.Person.RoleTokens.Len() == 0 || m.Person.RoleTokens.First > m.Tokens.First {
		return ""
	}
	if m.Person.Office != "foreign-minister" && american.Has(r.at(m.Person.RoleTokens.End-1)) {
		return "" // "Treasury Secretary A", who came along
	}
	first := m.Person.RoleTokens.First
	start := r.sentenceStart(first)
	if following.Has(r.at(start)) && !r.occasion(start, first) {
		return ""
	}
	i := start
	for ; i > 0 && !r.at(i).Has(text.LineStart); i-- {
		if first-i > furthest {
			return ""
		}
	}
	p := r.behindTraveller(i, start)
	if p == nil || meetingTowns.Has(r.at(r.afterCountry(p)+1)) {
		return ""
	}
	if c := leaderOf(m.Person.Family); c != "" && c != several && c != p.Place.Country {
		return ""
	}
	return p.Place.Country
}

// sentenceStart is the first token of the sentence of token i.
func (r *reader) sentenceStart(i int) int {
	for i > 0 && !r.doc.Tokens[i].Has(text.SentStart|text.LineStart) {
		i--
	}
	return i
}

// occasion reports whether the act from token i on is one that the host holds.
func (r *reader) occasion(i, end int) bool {
	for ; i < end; i++ {
		if ofOccasion.Has(r.at(i)) {
			return true
		}
	}
	return false
}

// behindTraveller is the country that stands alone behind the traveller's name, with which
// the row at token i begins; nil for none. The act begins at token end.
func (r *reader) behindTraveller(i, end int) *pipeline.Mention {
	const longest = 12 // tokens of the name
	if _, n := offices.Longest(r.doc.Tokens, i, min(end, i+longest)); n > 0 {
		return nil // a row of visits: who has an office comes from the country behind his name
	}
	for j := i + 1; j < min(end, i+longest); j++ {
		if p := r.place[j]; p != nil && p.Tokens.First == j && isState(p) && r.at(j-1).Class == text.Dot && r.afterCountry(p) < end {
			return p
		}
		if t := r.at(j); t.Class == text.Word && !t.Capital() || t.Class == text.Number {
			return nil
		}
	}
	return nil
}

// afterCountry is the full stop behind the country of a row, and behind what stands in
// brackets there; past the end of the text where there is none.
func (r *reader) afterCountry(p *pipeline.Mention) int {
	const longest = 6
	for j := p.Tokens.End - 1; j < p.Tokens.End+longest; j++ {
		if r.at(j).Class == text.Dot {
			return j
		}
	}
	return len(r.doc.Tokens)
}
