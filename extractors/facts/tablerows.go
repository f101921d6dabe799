package facts

import (
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
		if s.readTable(&tables[0]) {
			r.inTable, r.list = tables[0].at.End, listing{}
		}
		tables = tables[1:]
	}
	return tables
}

// A visitRow is a row of a table of visits with what was made of it.
type visitRow struct {
	row
	visit *pipeline.Fact
}

// tableVisit notes what was made of a row.
func (r *reader) tableVisit(f *pipeline.Fact, visitor participant) {
	r.tableVisits = append(r.tableVisits, visitRow{row{end: f.At[0].End, visitor: visitor}, f})
}

// prose is what is left to read of a sentence: in the row of a table that was read
// its longest cell, if that is prose; what is said there is said of the row's visit.
func (r *reader) prose(at text.Range) text.Range {
	const least = 5
	if at.First >= r.inTable {
		return at
	}
	for len(r.tableVisits) > 0 && r.tableVisits[0].end <= at.First {
		r.tableVisits = r.tableVisits[1:]
	}
	r.row, r.lastVisit, r.lastSubject = row{}, nil, nil
	if len(r.tableVisits) > 0 && r.tableVisits[0].visit.At[0].First <= at.First {
		r.row, r.lastVisit = r.tableVisits[0].row, r.tableVisits[0].visit
	}
	longest := text.Range{First: at.First, End: at.First}
	for i, from := at.First, at.First; i <= at.End; i++ {
		if i == at.End || r.isBar(i) {
			if cell := (text.Range{First: from, End: i}); cell.Len() > longest.Len() {
				longest = cell
			}
			from = i + 1
		}
	}
	if longest.Len() < least {
		return text.Range{}
	}
	return longest
}

// readTable makes the facts of a table's rows, and reports whether it knows what
// the table is about.
func (s *sentence) readTable(t *table) bool {
	if t.at.First < s.inTable {
		return false // rows of a table that was read
	}
	c := s.captionOf(s, t)
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
		return false
	}
	for _, row := range t.rows {
		read(&c, t, row)
	}
	return true
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
	owner := orElse(orElse(c.from, c.to), c.any)
	if other == nil || owner == "" || s.same(owner, other.Place.Country) {
		return
	}
	class := orElse(c.class, "relations.established")
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
	f.Date, f.Relation = begun(when.Date), &pipeline.RelationValue{Kind: "diplomatic", Parties: parties}
	inferred(f, "parties")
	s.keep(f, happened)
}

// postsRow reads "X | 11 August 1992 | 8 September 1992 | 25 October 1995" in a table
// of those who held a post.
func (s *sentence) postsRow(c *caption, t *table, row []text.Range) {
	who := s.only(t.cell(row, nameColumn), isPerson)
	if who == nil || c.role == "" {
		return
	}
	v := pipeline.AppointmentValue{Person: pipeline.Participant{Person: who.Value, Entity: who.Entity, Role: c.role}, Sending: c.from, Receiving: c.to}
	stated := false
	if o := s.officeIn(t.cell(row, roleColumn)); o != nil {
		v.Person.Role, stated = shortRole(o.Words, o.Country), true
	}
	if at := s.only(t.cell(row, countryColumn), isCountry); at != nil {
		switch {
		case v.Receiving == "":
			v.Receiving = at.Place.Country
		case v.Sending == "":
			v.Sending = at.Place.Country
		}
	}
	if v.Sending == "" && v.Receiving == "" || !diplomatic(v.Person.Role) {
		return
	}
	v.Person.Country = v.Sending
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
	for i := range s.offices {
		if o := &s.offices[i]; cell.Len() > 0 && o.Tokens.First == cell.First && o.Tokens.End <= cell.End {
			return o
		}
	}
	return nil
}

// visitsRow reads "Russia | Moscow | 3–4 April | Official visit" in a table of
// someone's visits, and "12 May 2001 | President X | France" in one of those received.
func (s *sentence) visitsRow(c *caption, t *table, row []text.Range) {
	where, when := s.only(t.cell(row, countryColumn), isCountry), s.dateOf(t, row, whenColumn, startColumn)
	if when == nil {
		return
	}
	if where == nil {
		s.exchangedRow(c, t, row, when)
		return
	}
	guest, cities := s.only(t.cell(row, nameColumn), isPerson), s.all(t.cell(row, cityColumn), isCity)
	f := s.tableFact("visit", row, guest, where, when)
	v := &pipeline.VisitValue{Type: s.rowType(f.At[0].First, f.At[0].End)}
	if v.Type == "unspecified" && c.kind != "" {
		v.Type = c.kind
	}
	f.Date, f.Visit = when.Date, v
	visitor := c.who
	if guest != nil {
		visitor = participant{m: guest, Participant: pipeline.Participant{Person: guest.Value, Entity: guest.Entity, Role: guest.Person.Role}}
	}
	switch {
	case guest != nil && len(cities) > 0 && !s.same(cities[0].Place.Country, where.Place.Country): // whence, and the city where
		v.From, v.To = where.Place.Country, cities[0].Place.Country
	case guest != nil && (c.received || c.to != ""):
		v.From, v.To = where.Place.Country, orElse(orElse(c.to, c.who.Country), c.from)
		inferred(f, "to")
	case c.received:
		return
	case guest != nil:
		v.To, v.From = where.Place.Country, orElse(guest.Person.Country, c.from)
	default:
		v.To, v.From = where.Place.Country, orElse(c.who.Country, orElse(c.from, c.any))
		inferred(f, "visitor")
		if v.From != "" {
			inferred(f, "from")
		}
	}
	visitor.Country = v.From
	v.Visitor = visitor.Participant
	if v.From == "" && v.Visitor.Person == "" || s.same(v.From, v.To) {
		return
	}
	for _, m := range cities {
		if s.same(m.Place.Country, v.To) {
			v.City = joinNames(v.City, m.Value)
			f.Evidence = append(f.Evidence, m)
		}
	}
	s.keep(f, happened)
	s.tableVisit(f, visitor)
}

// exchangedRow reads "May 2013 | Prime Minister X | Hanoi" in a table of visits that two
// countries exchanged: the city says which of the two was visited.
func (s *sentence) exchangedRow(c *caption, t *table, row []text.Range, when *pipeline.Mention) {
	guest, city := s.only(t.cell(row, nameColumn), isPerson), s.only(t.cell(row, cityColumn), isCity)
	if guest == nil || city == nil || c.received {
		return
	}
	f := s.tableFact("visit", row, guest, when, city)
	from := orElse(s.counterpart(city.Place.Country), guest.Person.Country)
	if from == "" || s.same(from, city.Place.Country) {
		return
	}
	f.Date, f.Visit = when.Date, &pipeline.VisitValue{
		Visitor: pipeline.Participant{Person: guest.Value, Entity: guest.Entity, Role: guest.Person.Role, Country: from},
		From:    from, To: city.Place.Country, City: city.Value, Type: s.rowType(row[0].First, row[len(row)-1].End),
	}
	inferred(f, "from")
	s.keep(f, happened)
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
		f.Class, f.Date = "mission.opened", begun(when.Date)
		f.Evidence = append(f.Evidence, when)
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
		f.Meeting.Participants = append(f.Meeting.Participants, pipeline.Participant{Person: m.Value, Entity: m.Entity, Role: m.Person.Role, Country: m.Person.Country})
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
