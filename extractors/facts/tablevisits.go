package facts

import (
	"cmp"
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// visitsRow reads "Russia | Moscow | 3–4 April | Official visit" in a table of
// someone's visits, and "12 May 2001 | President X | France" in one of those received.
func (s *sentence) visitsRow(c *caption, t *table, row []text.Range) {
	when := s.dateOf(t, row, whenColumn, startColumn)
	if when == nil {
		return
	}
	for _, guest := range s.guests(t.cell(row, nameColumn)) {
		if where := s.only(t.cell(row, countryColumn), isCountry); where != nil {
			s.guestRow(c, t, row, guest, where, when)
		} else if guest != nil && !c.received {
			s.exchangedRow(c, t, row, guest, when)
		}
	}
}

// guests are those whom a cell names, one or several whom nothing but a comma or "and"
// parts; else one that is nil.
func (s *sentence) guests(cell text.Range) []*pipeline.Mention {
	all := s.all(cell, isPerson)
	for n := 1; n < len(all); n++ {
		if !s.joinedInRow(all[n-1], all[n]) {
			return []*pipeline.Mention{nil}
		}
	}
	if len(all) == 0 {
		return []*pipeline.Mention{nil}
	}
	return all
}

// guestRow makes the visit of a row whose country is where; the guest may be nil.
func (s *sentence) guestRow(c *caption, t *table, row []text.Range, guest, where, when *pipeline.Mention) {
	cities := s.all(t.cell(row, cityColumn), isCity)
	f := s.tableFact("visit", row, guest, where, when)
	v := &pipeline.VisitValue{Type: s.rowType(f.At[0].First, f.At[0].End)}
	if v.Type == "unspecified" && c.kind != "" {
		v.Type = c.kind
	}
	f.Date, f.Visit = when.Date, v
	visitor := c.who
	if guest != nil {
		visitor = participant{m: guest, Participant: s.rowGuest(t, row, guest)}
	}
	switch {
	case guest != nil && len(cities) > 0 && !s.same(cities[0].Place.Country, where.Place.Country): // whence, and the city where
		v.From, v.To = where.Place.Country, cities[0].Place.Country
	case guest != nil && (c.received || c.to != ""):
		v.From, v.To = where.Place.Country, cmp.Or(cmp.Or(c.to, c.who.Country), c.from)
		inferred(f, "to")
	case c.received:
		return
	case guest != nil:
		v.To, v.From = where.Place.Country, cmp.Or(guest.Person.Country, c.from)
	default:
		v.To, v.From = where.Place.Country, cmp.Or(c.who.Country, cmp.Or(c.from, c.any))
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
// countries exchanged: the city says which of the two was visited, or else the caption does.
func (s *sentence) exchangedRow(c *caption, t *table, row []text.Range, guest, when *pipeline.Mention) {
	city := s.only(t.cell(row, cityColumn), isCity)
	v := &pipeline.VisitValue{Visitor: s.rowGuest(t, row, guest), Type: s.rowType(row[0].First, row[len(row)-1].End)}
	if v.From, v.To = c.from, c.to; city != nil {
		v.To, v.City = city.Place.Country, city.Value
		v.From = cmp.Or(s.counterpart(v.To), guest.Person.Country)
	} else if where := s.goalOf(t.cell(row, notesColumn)); where != nil {
		v.To, v.From = where.Place.Country, s.counterpart(where.Place.Country)
	} else if v.From == "" || v.To == "" {
		v.From, v.To = cmp.Or(c.from, s.counterpart(c.to)), cmp.Or(c.to, s.counterpart(c.from))
	}
	if v.From == "" || v.To == "" || s.same(v.From, v.To) {
		return
	}
	f := s.tableFact("visit", row, guest, when, city)
	f.Date, f.Visit = when.Date, v
	v.Visitor.Country = v.From
	if inferred(f, "from"); city == nil {
		inferred(f, "to")
	}
	if o := s.spouse(guest); o != nil {
		other, spouse := *f, *v
		spouse.Visitor.Role, spouse.Visitor.Entity = o.Words, ""
		other.Visit, other.Evidence, other.At = &spouse, slices.Clone(f.Evidence), slices.Clone(f.At)
		s.keep(&other, happened)
	}
	s.keep(f, happened)
}

// goalOf is the one country that "to" stands before in a cell: "Official visit to Peru"; nil for none.
func (s *sentence) goalOf(cell text.Range) *pipeline.Mention {
	m := s.only(cell, isCountry)
	if m == nil || m.Tokens.First == cell.First {
		return nil
	}
	if e, n := words.Longest(s.doc.Tokens, m.Tokens.First-1, m.Tokens.First); n == 0 || e.senses&to == 0 {
		return nil
	}
	return m
}

// rowGuest is the visitor of a row, whose office may have a cell of its own.
func (s *sentence) rowGuest(t *table, row []text.Range, m *pipeline.Mention) pipeline.Participant {
	p := pipeline.Participant{Person: m.Value, Entity: m.Entity, Role: m.Person.Role}
	if o := s.officeIn(t.cell(row, roleColumn)); o != nil && p.Role == "" {
		p.Role = o.Words
	}
	return p
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

// visitTable reports whether the line is the head of a table of visits that has a
// column for whom and one for where.
func (s *sentence) visitTable() bool {
	who, where := false, false
	for i := s.at.First; i < s.at.End; i++ {
		t := s.doc.Tokens[i]
		if t.Class == text.Word && !headers.Has(t) {
			return false
		}
		who = who || visitorColumn.Has(t)
		where = where || placeColumn.Has(t)
	}
	return who && where
}

var (
	visitorColumn = text.NewSet("visitor", "visitors", "dignitary", "dignitaries", "official", "guest")
	placeColumn   = text.NewSet("country", "destination", "visited")
)

// fieldPlace is the country that fills a field of a table's row.
func (s *sentence) fieldPlace() []int {
	for k := 1; k < len(s.pieces); k++ {
		if s.p(k).kind == state && s.bar(k-1) && s.bar(k+1) {
			return []int{k}
		}
	}
	return nil
}

// bar reports whether piece k parts two fields.
func (s *sentence) bar(k int) bool {
	return s.p(k).kind == other && s.doc.Tokens[s.p(k).at.First].Class == text.Bar
}
