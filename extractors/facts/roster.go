package facts

import (
	"cmp"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A roster lists missions, and who serves at them, in lines of a few words under the name of the country
// that sends them, "ALBANIA", or under "Diplomatic representation in the US:".
type roster struct {
	on       bool
	from, to string
	city     *pipeline.Mention // in which all are, by the title
	sheet    bool              // lines of a fact sheet, each with a label
}

// titledRoster opens the list of a corps that the title names: "Diplomatic corps accredited to
// Denmark", "Consular corps in Toronto".
func (r *reader) titledRoster() {
	for n, at := range r.doc.Headings() {
		if n >= titleHeadings {
			return
		}
		corps := false
		for i := at.First; i < at.End; i++ {
			corps = corps || r.doc.Tokens[i].Is(keyCorps) || (r.doc.Tokens[i].Is(keyList) && i > at.First && corpsLists.Has(r.doc.Tokens[i-1]))
		}
		if !corps {
			continue
		}
		states, cities := r.all(at, isCountry), r.all(at, isCity)
		switch {
		case len(cities) == 1 && len(states) <= 1:
			r.roster = roster{on: true, to: cities[0].Place.Country, city: cities[0]}
		case len(states) == 1 && states[0].Tokens.First > at.First:
			r.roster = roster{on: true, to: states[0].Place.Country}
		}
	}
}

var (
	keyList    = text.KeyOf("list")
	corpsLists = text.NewSet("diplomatic", "consular")
)

// readRoster reads a line of a roster.
func readRoster(s *sentence) {
	inLine := s.doc.Tokens[s.at.First].Has(text.LineStart)
	if inLine && s.sheetHeading() || !s.roster.on || s.clausal() {
		return
	}
	if inLine && s.doc.Tokens[s.at.First].Has(text.ParaStart) && s.roster.sheet && s.leadsOn() {
		s.roster.on = false // another heading of the sheet
		return
	}
	first := 0
	if inLine && !s.roster.sheet {
		first = s.rosterCountry()
	}
	if s.roster.to == "" && s.roster.from == "" || !s.roster.sheet && s.roster.from == "" {
		return
	}
	if inLine {
		s.rosterMissions(first)
	}
	for i := first; i < len(s.pieces); i++ {
		if i > first && s.doc.Tokens[s.p(i).at.First].Has(text.LineStart) {
			s.rosterMissions(i)
		}
		if p := s.p(i); p.kind == person && p.m.Person.RoleTokens.Len() > 0 {
			s.rosterPost(i)
		}
	}
}

// rosterCountry takes the country with which a line begins that has nothing else before a dash or its
// end, and is the piece behind.
func (s *sentence) rosterCountry() int {
	k := s.pastArticles(s.bulleted())
	if s.p(k).kind != state || s.same(s.p(k).country, s.roster.to) {
		return 0
	}
	if end := k + 1; end >= len(s.pieces) || s.p(end).kind == stop || s.p(end).kind == openSign {
		s.roster.from = s.p(k).country
		return min(end+1, len(s.pieces))
	}
	return 0
}

// sheetHeading opens the fields of a fact sheet about the missions of one country in another:
// "Diplomatic representation in the US:", "Diplomatic representation from the US:".
func (s *sentence) sheetHeading() bool {
	k := s.pastArticles(2)
	if s.p(0).mission != "diplomatic mission" || s.p(k).kind != state || !s.p(1).has(in|from) || k+1 < len(s.pieces) && s.p(k+1).kind != stop || s.at.Len() > 2*mostHeading {
		return false
	}
	other := cmp.Or(s.counterpart(s.p(k).country), s.frame.Sole)
	s.roster.on, s.roster.sheet, s.roster.city = true, true, nil
	if s.p(1).has(from) {
		s.roster.from, s.roster.to = s.p(k).country, other
	} else {
		s.roster.from, s.roster.to = other, s.p(k).country
	}
	return true
}

// rosterMissions makes the facts of the missions that the line names from piece k on.
func (s *sentence) rosterMissions(k int) {
	m := s.p(k)
	chancery := s.roster.sheet && s.says(k, "chancery")
	if !m.has(mission) && !chancery || m.mission == anyMission || s.roster.from == "" || s.roster.to == "" {
		return
	}
	kind := m.mission
	if chancery {
		kind = "embassy"
	}
	colon := k + 1
	end := colon
	for end < len(s.pieces) && !s.doc.Tokens[s.p(end).at.First].Has(text.LineStart) {
		end++
	}
	for ; colon < end && !s.isColon(colon); colon++ {
		if s.says(colon, "general") && kind == "consulate" {
			kind = "consulate general"
		}
	}
	var cities []*pipeline.Mention
	for j := colon + 1; j < end && s.roster.sheet; j++ {
		if p := s.p(j); p.kind == place && p.m.Place.Kind == "city" && s.same(s.hostOf(p.m), s.roster.to) {
			cities = append(cities, p.m)
		}
	}
	switch {
	case s.roster.sheet && len(cities) == 0:
		return
	case !s.roster.sheet:
		cities = []*pipeline.Mention{cmp.Or(s.roster.city, s.addressBelow())}
	case kind == "embassy":
		cities = cities[len(cities)-1:] // of an address
	}
	for _, c := range cities {
		f := s.fact("mission.exists", "roster", k, k)
		v := &pipeline.MissionValue{Type: kind, Sending: s.roster.from, Receiving: s.roster.to}
		f.Mission, f.Strength = v, pipeline.Likely
		if c != nil {
			v.City = c.Value
			f.Evidence = append(f.Evidence, c)
		}
		inferred(f, "sending")
		inferred(f, "receiving")
		s.keep(f, happened)
	}
}

// addressBelow is the one city of the receiving country that the line under a mission's names.
func (s *sentence) addressBelow() *pipeline.Mention {
	if s.at.End == len(s.doc.Tokens) {
		return nil
	}
	var cities []*pipeline.Mention
	for _, m := range s.all(s.line(s.at.End), isCity) {
		if m.Place.Kind == "city" && s.same(s.hostOf(m), s.roster.to) {
			cities = append(cities, m)
		}
	}
	if len(cities) != 1 {
		return nil
	}
	return cities[0]
}

// rosterPost makes the fact of the office that the line gives to the person at piece i.
func (s *sentence) rosterPost(i int) {
	who := s.participant(s.p(i), s.p(i).m)
	if !diplomatic(who.Role) && !serves(who.Role) {
		return
	}
	f := s.fact("appointment", "roster", i, i)
	p := who.Participant
	p.Country = cmp.Or(s.roster.from, p.Country)
	p.Role = shortRole(p.Role, p.Country)
	f.Appointment = &pipeline.AppointmentValue{Event: "holds", Person: p, Sending: p.Country, Receiving: s.roster.to}
	f.Evidence = append(f.Evidence, who.m)
	if f.Appointment.Sending != "" {
		inferred(f, "sending")
	}
	if f.Appointment.Receiving != "" {
		inferred(f, "receiving")
	}
	if end := s.bracket(i + 1); s.p(i+1).kind == openSign && end > i+1 {
		if when := s.dateIn(i+1, end); when != nil && when.m.Date != nil && strings.Contains(when.m.Date.EDTF, "/") {
			dated(f, when)
		}
	}
	s.keep(f, happened)
}

// serves reports whether an office is one of those who work at a mission under its head.
func serves(role string) bool { return ofStaff.in(role) }

var ofStaff = newStems("counsellor", "counselor", "first secretary", "second secretary", "third secretary", "attach", "deputy chief of mission", "deputy head of mission")
