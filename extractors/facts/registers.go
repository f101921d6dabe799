package facts

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A row is a line of a register of visits, whose fields end in full stops: who,
// a country, cities, remarks and last the date: "A. Malta. Valletta. Met with
// President B. May 4–5, 2010".
type row struct {
	end     int // token behind the row; 0 for none
	visitor participant
}

// mostRow is how many tokens a row may have.
const mostRow = 400

// readRows reads the rows that begin in the sentence: with it, or behind it where
// lines were taken for wrapped.
func readRows(s *sentence) {
	if s.at.First < s.row.end {
		s.rowRemark()
	} else {
		s.row = row{}
	}
	if s.doc.Tokens[s.at.First].Has(text.LineStart) {
		s.readRow(s.at.First)
	}
	for i := s.doc.LineEnd(s.at.First); i < s.at.End; i = s.doc.LineEnd(i) {
		s.readRow(i)
	}
}

// readRow reads the row that begins with token first, if it is one.
func (s *sentence) readRow(first int) {
	line := text.Range{First: first, End: min(first+mostRow, len(s.doc.Tokens))}
	first = s.pastAddress(s.pastBullet(line), line.End)
	k := s.mentionFrom(first)
	if k < len(s.mentions) && s.mentions[k].Kind == pipeline.Organization {
		k++ // "President of the Council of Ministers A"
	}
	visitors := s.rowVisitors(k)
	n := k + len(visitors)
	if n == k || n+1 >= len(s.mentions) || !s.opensRow(first, visitors[0]) {
		return
	}
	where := s.mentions[n]
	field := where.Tokens.First
	if field > 0 && s.doc.Tokens[field-1].Is(keyThe) { // "The Gambia"
		field--
	}
	if rowCountry(where) == "" || s.afterField(where) == 0 || !s.ends(field) || field > visitors[n-k-1].Tokens.End+1 {
		return
	}
	end := first + 1
	for end < len(s.doc.Tokens) && end < first+mostRow && !s.doc.Tokens[end].Has(text.LineStart) {
		end++
	}
	last := s.mentionFrom(end) - 1
	for last > n && s.mentions[last].Kind != pipeline.Date {
		last--
	}
	if when := s.mentions[last]; when.Kind == pipeline.Date && when.Tokens.End+1 >= end && s.ends(when.Tokens.First) {
		for _, who := range visitors {
			s.rowVisit(who, n, last, end, who.Tokens.First == first)
		}
	}
}

// rowVisitors are the people who fill the first field of a row, from the k-th mention on:
// one, or several with their offices between commas and "and".
func (s *sentence) rowVisitors(k int) []*pipeline.Mention {
	const most = 6
	for n := k; n < min(k+most, len(s.mentions)); n++ {
		m := s.mentions[n]
		if m.Kind != pipeline.Person || m.Nested || n > k && !s.joinedInRow(s.mentions[n-1], m) {
			return s.mentions[k:n]
		}
	}
	return nil
}

// joinedInRow reports whether nothing but a comma or "and" stands between two people and
// the office of the second.
func (s *sentence) joinedInRow(a, b *pipeline.Mention) bool {
	from := b.Tokens.First
	if at := b.Person.RoleTokens; at.Len() > 0 && at.End <= from {
		from = at.First
	}
	i := a.Tokens.End
	if i < from && s.doc.Tokens[i].Class == text.Comma {
		i++
	}
	if i < from && s.doc.Tokens[i].Is(keyAnd) {
		i++
	}
	return i == from && i > a.Tokens.End
}

// rowCountry is the country that a field names, or the one of the region or the authority
// that it names instead.
func rowCountry(m *pipeline.Mention) string {
	switch {
	case m.Place != nil && (kindOf(m) == state || m.Place.Kind == "region"):
		return m.Place.Country
	case m.Organization != nil && strings.HasSuffix(m.Value, " Authority"):
		return m.Organization.Country
	}
	return ""
}

// opensRow reports whether a person, with an office before the name or what may be an
// unknown one, opens the row that begins with token first: "Junta Member A".
func (s *sentence) opensRow(first int, who *pipeline.Mention) bool {
	const most = 4
	if who.Person.RoleTokens.Len() > 0 && who.Person.RoleTokens.First == first {
		return true
	}
	for i := first; i < who.Tokens.First; i++ {
		if t := s.doc.Tokens[i]; t.Class != text.Word || !t.Capital() || i-first >= most {
			return false
		}
	}
	return true
}

// mentionFrom is the first mention that begins at or behind token i.
func (r *reader) mentionFrom(i int) int {
	k, _ := slices.BinarySearchFunc(r.mentions, i, func(m *pipeline.Mention, i int) int { return m.Tokens.First - i })
	return k
}

// afterField is the token behind the full stop that ends the field of a country,
// with what qualifies its name: "Korea, Republic of.", "Poland (in exile)."; 0 when
// the field goes on.
func (r *reader) afterField(m *pipeline.Mention) int {
	const most = 8
	if r.ends(m.Tokens.End) { // "U.S.S.R."
		return m.Tokens.End
	}
	for i := m.Tokens.End; i < min(len(r.doc.Tokens), m.Tokens.End+most); i++ {
		switch c := r.doc.Tokens[i].Class; {
		case c == text.Dot:
			return i + 1
		case i == m.Tokens.End && c != text.Comma && c != text.Open, r.doc.Tokens[i].Has(text.LineStart):
			return 0
		}
	}
	return 0
}

// ends reports whether a full stop stands before token i.
func (r *reader) ends(i int) bool {
	return i > 0 && i <= len(r.doc.Tokens) && r.doc.Tokens[i-1].Class == text.Dot
}

// rowVisit makes the fact of a visitor of a row, whose country is the n-th mention; bare
// when nothing stands before the name. A country behind an office is the visitor's own,
// unless a city in it follows.
func (s *sentence) rowVisit(who *pipeline.Mention, n, last, end int, bare bool) {
	where, when := s.mentions[n], s.mentions[last]
	country := rowCountry(where)
	v := &pipeline.VisitValue{Type: s.rowType(where.Tokens.End, end)}
	f := &pipeline.Fact{Class: "visit", Rule: "register", Why: "a row of a register", Strength: pipeline.Likely, Date: when.Date, Visit: v, At: []text.Range{{First: who.Tokens.First, End: end}}}
	f.Evidence = []*pipeline.Mention{who, where, when}
	abroad := who.Person.Role == "" && bare
	for _, m := range s.rowStops(n, last, country) {
		v.City, abroad = joinNames(v.City, m.Value), true
		f.Evidence = append(f.Evidence, m)
	}
	visitor := asNamed(who)
	if abroad {
		v.To = country
	} else {
		visitor.Country = country
		v.To = s.rowGoal(n+1, last, visitor.Country)
	}
	v.Visitor, v.From = visitor.Participant, visitor.Country
	if s.same(v.From, v.To) {
		return
	}
	s.row = row{end: end, visitor: visitor}
	s.keep(f, happened)
	s.lastVisit = f
	s.registered = append(s.registered, f)
}

// rowStops are the cities of the field behind that of a row's country, the n-th mention, in
// that country; none when the field begins with something else.
func (s *sentence) rowStops(n, last int, country string) (cities []*pipeline.Mention) {
	first := s.afterField(s.mentions[n])
	end := first + 1
	for end < s.mentions[last].Tokens.First && !s.doc.Tokens[end].Has(text.SentStart) {
		end++
	}
	for _, m := range s.mentions[n+1 : last] {
		at := m.Tokens.First
		switch {
		case at < first, s.doc.Tokens[max(at-1, 0)].Class == text.Open: // "Congo (Zaire). Kinshasa", "Nago (Okinawa)"
		case at >= end, at > first && len(cities) == 0 && !s.capitals(first, at):
			return cities
		case m.Place != nil && (s.same(m.Place.Country, country) || gazetteer.Covers(country, m.Place.Country)) && (cityLike(m) || m.Value == s.mentions[n].Value && at == first): // "Singapore. Singapore"
			cities = append(cities, m)
		}
	}
	return cities
}

// capitals reports whether the tokens from i up to j are names and the commas behind them.
func (s *sentence) capitals(i, j int) bool {
	const most = 8
	if s.doc.Tokens[j-1].Class != text.Comma {
		return false // "Visited Florida"
	}
	for k := i; k < j; k++ {
		if t := s.doc.Tokens[k]; t.Class == text.Word && t.Has(text.Lower) && t.Len() > 3 || t.Class != text.Word && t.Class != text.Comma && t.Class != text.Dash || k-i >= most {
			return false
		}
	}
	return true
}

var (
	keyVisit   = text.KeyOf("visit")
	keyVisited = text.KeyOf("visited")
)
