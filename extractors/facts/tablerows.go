package facts

import (
	"cmp"
	"slices"
	"strings"

	"chancery/extractors/people"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// readTables reads the tables that begin at token i or before it, and returns the
// others.
func (r *reader) readTables(s *sentence, tables []table, i int) []table {
	for len(tables) > 0 && i >= tables[0].at.First {
		s.reader = r
		if tables[0].form {
			s.readForm(&tables[0])
		} else if s.readTable(&tables[0]) {
			r.inTable, r.list = tables[0].at.End, listing{}
		}
		tables = tables[1:]
	}
	return tables
}

// readTable makes the facts of a table's rows, and reports whether it knows what
// the table is about.
func (s *sentence) readTable(t *table) bool {
	if t.at.First < s.inTable {
		return false // rows of a table that was read
	}
	c := s.captionOf(s, t)
	if t.headless && t.has(nameColumn) {
		if !s.ofCredentials(t) {
			return false
		}
		for _, row := range t.rows {
			s.envoysRow(&c, t, row)
		}
		return true
	}
	if t.headless && c.subject != relationsTable {
		return false
	}
	var read func(*caption, *table, []text.Range)
	switch c.subject {
	case relationsTable:
		read = s.relationsRow
	case postsTable:
		read = s.postsRow
	case visitsTable:
		read = s.visitsRow
	case missionsTable:
		read = s.missionsRow
	case meetingsTable:
		read = s.meetingsRow
	default:
		s.missTable(t)
		return false
	}
	for _, row := range t.rows {
		read(&c, t, row)
	}
	return true
}

// missTable reports a table of dated countries or people that is about nothing known.
func (s *sentence) missTable(t *table) {
	if !t.has(countryColumn|nameColumn) || !t.has(whenColumn|startColumn|endColumn|credentialsColumn|relationsColumn) {
		return
	}
	_, end := s.cells(t.at.First)
	head := text.Range{First: t.at.First, End: end}
	s.reading.Miss(pipeline.Trigger{Word: strings.ToLower(s.doc.OneLine(head)), Kind: "table", At: head})
}

// dateOf is the only date in a row's cell of the first of some kinds that has one.
func (s *sentence) dateOf(t *table, row []text.Range, kinds ...column) *pipeline.Mention {
	for _, kind := range kinds {
		if m := s.only(t.cell(row, kind), isDate); m != nil {
			return m
		}
	}
	return nil
}

// relationsRow reads "Turkey | 29 January 1992" in a table of those with whom a
// country has relations, or who recognized it.
func (s *sentence) relationsRow(c *caption, t *table, row []text.Range) {
	other := s.only(t.cell(row, countryColumn), isCountry)
	owner := cmp.Or(cmp.Or(c.from, c.to), c.any)
	if other == nil || owner == "" || s.same(owner, other.Place.Country) {
		return
	}
	class := cmp.Or(c.class, "relations.established")
	when := s.dateOf(t, row, recognitionColumn)
	if when != nil {
		class = "relations.recognized"
	} else if when = s.dateOf(t, row, relationsColumn, whenColumn, startColumn); when == nil {
		return
	}
	parties := []string{owner, other.Place.Country}
	if class == "relations.recognized" && !c.granted {
		slices.Reverse(parties)
	}
	f := s.tableFact(class, row, other, when)
	f.Date, f.Relation = when.Date.Begun(), &pipeline.RelationValue{Kind: "diplomatic", Parties: parties}
	inferred(f, "parties")
	s.keep(f, happened)
}

// postsRow reads "X | 11 August 1992 | 8 September 1992 | 25 October 1995" in a table
// of those who held a post.
func (s *sentence) postsRow(c *caption, t *table, row []text.Range) {
	who := s.only(t.cell(row, nameColumn), isPerson)
	v, stated := s.postIn(c, t, row)
	if who == nil || v.Sending == "" && v.Receiving == "" || !diplomatic(v.Person.Role) {
		return
	}
	v.Person.Person, v.Person.Entity, v.Person.Country = who.Value, who.Entity, v.Sending
	add := func(event string, date *pipeline.DateValue, whens ...*pipeline.Mention) {
		value := v
		value.Event = event
		f := s.tableFact("appointment", row, append(whens, who)...)
		f.Date, f.Appointment = date, &value
		if !stated {
			inferred(f, "role")
		}
		s.completePost(f)
		s.keep(f, happened)
	}
	start, end := s.dateOf(t, row, startColumn), s.dateOf(t, row, endColumn)
	if when := s.dateOf(t, row, whenColumn); when != nil {
		add("holds", when.Date, when)
		return
	}
	if start != nil && end == nil && !s.headSays(t, appoint) && s.goesOn(t.cell(row, endColumn)) {
		add("holds", sinceThen(start.Date), start)
		start = nil
	}
	if term := termOf(start, end); term != nil && !s.headSays(t, appoint) {
		add("holds", term, start, end)
		start, end = nil, nil
	}
	for _, e := range []struct {
		event string
		when  *pipeline.Mention
	}{{"appointed", start}, {"presented credentials", s.dateOf(t, row, credentialsColumn)}, {"left", end}} {
		if e.when != nil {
			add(e.event, e.when.Date, e.when)
		}
	}
}

// goesOn reports whether a cell says that a term has no end yet.
func (r *reader) goesOn(cell text.Range) bool {
	return cell.Len() > 0 && cell.Len() <= 2 && incumbents.Has(r.doc.Tokens[cell.First])
}

var incumbents = text.NewSet("present", "incumbent", "current", "currently", "ongoing", "today", "date")

// sinceThen is the time that begins at a date.
func sinceThen(d *pipeline.DateValue) *pipeline.DateValue {
	if strings.Contains(d.EDTF, "/") {
		return d
	}
	t := *d
	t.EDTF, t.Max, t.Qualifier = d.EDTF+"/..", "", "since"
	return &t
}

// postIn is the post that a row is about, by its caption and its own cells, and
// whether the row states the office.
func (s *sentence) postIn(c *caption, t *table, row []text.Range) (v pipeline.AppointmentValue, stated bool) {
	v = pipeline.AppointmentValue{Person: pipeline.Participant{Role: c.role}, Sending: c.from, Receiving: c.to}
	if c.from == "" && c.to == "" && !t.has(countryColumn) {
		v.Sending, v.Receiving = s.house.Sending, s.house.Receiving
	}
	if o := s.officeIn(t.cell(row, roleColumn)); o != nil {
		v.Person.Role, stated = shortRole(o.Words, o.Country), true
		v.Sending, v.Receiving = cmp.Or(o.Country, v.Sending), cmp.Or(s.addressed(o.Tokens), v.Receiving)
	}
	if at := s.only(t.cell(row, countryColumn), isCountry); at != nil && v.Sending+v.Receiving != "" {
		if v.Receiving == "" {
			v.Receiving = at.Place.Country
		} else if v.Sending == "" {
			v.Sending = at.Place.Country
		}
	}
	return v, stated
}

// termOf is the time from one date to another; nil when one of them is missing or
// open itself.
func termOf(start, end *pipeline.Mention) *pipeline.DateValue {
	if start == nil || end == nil || strings.Contains(start.Date.EDTF+end.Date.EDTF, "/") || start.Date.Min > end.Date.Max {
		return nil
	}
	term := *end.Date
	term.EDTF, term.Min = start.Date.EDTF+"/"+end.Date.EDTF, start.Date.Min
	return &term
}

// officeIn is the office that begins a cell, or nil.
func (s *sentence) officeIn(cell text.Range) *people.Office {
	if k := s.officeFrom(cell.First); cell.Len() > 0 && k < len(s.offices) && s.offices[k].Tokens.First == cell.First && s.offices[k].Tokens.End <= cell.End {
		return &s.offices[k]
	}
	return nil
}

// officeFrom is the first office that begins at or behind token i.
func (r *reader) officeFrom(i int) int {
	k, _ := slices.BinarySearchFunc(r.offices, i, func(o people.Office, i int) int { return o.Tokens.First - i })
	return k
}

// missionsRow reads "Ethiopia | Addis Ababa | Embassy | 1994" in a table of a country's
// missions.
func (s *sentence) missionsRow(c *caption, t *table, row []text.Range) {
	host, city := s.only(t.cell(row, countryColumn), isCountry), s.only(t.cell(row, cityColumn), isCity)
	house := s.houseIn(t.cell(row, houseColumn))
	if host == nil || house == "" || c.from == "" && c.to == "" {
		return
	}
	f := s.tableFact("mission.exists", row, host, city)
	v := &pipeline.MissionValue{Type: house, Sending: c.from, Receiving: host.Place.Country}
	if c.from == "" {
		v.Sending, v.Receiving, v.City = host.Place.Country, c.to, c.city
		inferred(f, "receiving")
	} else {
		inferred(f, "sending")
	}
	if s.same(v.Sending, v.Receiving) {
		return
	}
	if city != nil && s.same(city.Place.Country, v.Receiving) {
		v.City = city.Value
	}
	f.Mission = v
	if when := s.dateOf(t, row, relationsColumn, startColumn, whenColumn); when != nil {
		f.Class, f.Date = "mission.opened", when.Date.Begun()
		f.Evidence = append(f.Evidence, when)
	}
	s.keep(f, happened)
	s.headOfRow(t, row, v)
}

// headOfRow is the one who heads the mission of a row, by a column of its own.
func (s *sentence) headOfRow(t *table, row []text.Range, at *pipeline.MissionValue) {
	who, role := s.only(t.cell(row, nameColumn), isPerson), s.headedPost(t)
	if who == nil || role == "" || at.Sending == "" || at.Receiving == "" {
		return
	}
	f := s.tableFact("appointment", row, who)
	f.Appointment = &pipeline.AppointmentValue{
		Event: "holds", Sending: at.Sending, Receiving: at.Receiving,
		Person: pipeline.Participant{Person: who.Value, Entity: who.Entity, Role: role, Country: at.Sending},
	}
	s.keep(f, happened)
}

// meetingsRow reads "May 2014 | Astana | X and Y" in a table of meetings.
func (s *sentence) meetingsRow(_ *caption, t *table, row []text.Range) {
	who, when := s.all(t.cell(row, nameColumn), isPerson), s.dateOf(t, row, whenColumn)
	if len(who) < 2 || when == nil {
		return
	}
	f := s.tableFact("meeting", row, append(who, when)...)
	f.Date, f.Meeting = when.Date, &pipeline.MeetingValue{}
	for _, m := range who {
		f.Meeting.Participants = append(f.Meeting.Participants, asNamed(m).Participant)
	}
	if city := s.only(t.cell(row, cityColumn), isCity); city != nil {
		f.Meeting.Place = city.Value
		f.Evidence = append(f.Evidence, city)
	}
	s.keep(f, happened)
}

// houseIn is the type of mission that a cell names, or "".
func (s *sentence) houseIn(cell text.Range) string {
	for i := cell.First; i < cell.End; i++ {
		if e, n := words.Longest(s.doc.Tokens, i, cell.End); n > 0 && e.senses&mission != 0 && e.mission != anyMission {
			return e.mission
		}
	}
	return ""
}
