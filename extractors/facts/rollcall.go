package facts

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// rollCalls finds lists that are tables without bars or head: lines that have nothing
// but a country and a date, "4. Angola: 17 June 1977", "Albania (4 April 1973)".
func (r *reader) rollCalls() (all []table) {
	const least = 2
	var open table
	done := func() {
		if len(open.rows) >= least {
			all = append(all, open)
		}
		open = table{}
	}
	for k := 0; k+1 < len(r.mentions); k++ {
		state := r.mentions[k]
		first := r.lineOf(state)
		if first < 0 {
			continue
		}
		cells, end := r.called(first, k)
		if cells == nil {
			if cells, end = r.calledEnvoy(first, k); cells == nil {
				continue
			}
		}
		if first != open.at.End && !(open.upright && r.remark(open.at.End, first)) || len(cells) != len(open.columns) {
			done()
			open = table{at: text.Range{First: first}, columns: []column{countryColumn, whenColumn, nameColumn}[:len(cells)], headless: true, upright: len(cells) == 2 && r.doc.Tokens[cells[1].First].Has(text.LineStart)}
		}
		open.rows, open.at.End = append(open.rows, cells), end
	}
	done()
	return all
}

// lineOf is the first token of the line that the country begins, behind a number or
// a bullet; -1 when it does not, or is none.
func (r *reader) lineOf(m *pipeline.Mention) int {
	if m.Nested || !isCountry(m) {
		return -1
	}
	const most = 4 // "| 4. |"
	for i := m.Tokens.First; i >= 0 && i >= m.Tokens.First-most; i-- {
		if t := r.doc.Tokens[i]; t.Has(text.LineStart) {
			return i
		} else if i < m.Tokens.First && t.Class == text.Word {
			return -1
		}
	}
	return -1
}

// called is the country and the date of a line that begins at token first with the
// k-th mention, and the token behind it; nil when it has more than these.
func (r *reader) called(first, k int) (cells []text.Range, end int) {
	state, when := r.mentions[k], r.mentions[k+1]
	if !isDate(when) || when.Tokens.First < state.Tokens.End {
		return nil, 0
	}
	under := when.Tokens.First == state.Tokens.End // the date may fill the next line
	for end = first; end < len(r.doc.Tokens) && (end == first || !r.doc.Tokens[end].Has(text.LineStart) || under && end == when.Tokens.First); end++ {
		at := text.Range{First: end, End: end + 1}
		if state.Tokens.Contains(at) || when.Tokens.Contains(at) {
			continue
		}
		if t := r.doc.Tokens[end]; t.Class == text.Word && !listed.Has(t) || t.Class == text.Number && end > state.Tokens.First {
			return nil, 0
		}
	}
	return []text.Range{state.Tokens, when.Tokens}, end
}

// calledEnvoy is the country, the date and the one person of a line that begins at token first with
// the k-th mention, "1. Monaco – H.E. Ms. A – December 3, 2013", and the token behind it; nil when it
// is none such.
func (r *reader) calledEnvoy(first, k int) (cells []text.Range, end int) {
	if k+2 >= len(r.mentions) || !isPerson(r.mentions[k+1]) || !isDate(r.mentions[k+2]) {
		return nil, 0
	}
	for end = first; end < len(r.doc.Tokens) && (end == first || !r.doc.Tokens[end].Has(text.LineStart)); end++ {
	}
	state, who, when := r.mentions[k], r.mentions[k+1], r.mentions[k+2]
	if when.Tokens.End > end || end-when.Tokens.End > 1 || when.Tokens.First-who.Tokens.End > 12 {
		return nil, 0
	}
	return []text.Range{state.Tokens, when.Tokens, who.Tokens}, end
}

// envoysRow reads such a line in a list that says that its dates are those of credentials.
func (s *sentence) envoysRow(c *caption, t *table, row []text.Range) {
	from, who, when := s.only(t.cell(row, countryColumn), isCountry), s.only(t.cell(row, nameColumn), isPerson), s.only(t.cell(row, whenColumn), isDate)
	if from == nil || who == nil || when == nil || c.to != "" && s.same(c.to, from.Place.Country) {
		return
	}
	f := s.tableFact("appointment", row, from, who, when)
	v := &pipeline.AppointmentValue{Event: "presented credentials", Sending: from.Place.Country, Receiving: c.to}
	v.Person = pipeline.Participant{Person: who.Value, Entity: who.Entity, Role: who.Person.Role, Country: v.Sending}
	if v.Person.Role == "" && c.role != "" {
		v.Person.Role = c.role
		inferred(f, "role")
	}
	if c.to != "" {
		inferred(f, "receiving")
	}
	f.Date, f.Appointment = when.Date, v
	s.keep(f, happened)
}

// ofCredentials reports whether one of the few lines above a list speaks of credentials.
func (s *sentence) ofCredentials(t *table) bool {
	const most = 4
	above := s.sentenceOf(t.at.First) - 1
	for n := above; n >= 0 && n > above-most; n-- {
		s.recut(n, s)
		if s.senses&credentials != 0 {
			return true
		}
	}
	return false
}

// listed are the words that may stand beside a country and a date in a list.
var listed = text.NewSet("since", "on", "in", "the", "from", "established")

// remark reports whether no more than a short line stands between two rows of a list whose
// cells have lines of their own, from token i up to token j.
func (r *reader) remark(i, j int) bool {
	const most = 16 // tokens
	if j <= i || j-i > most {
		return false
	}
	for k := i + 1; k < j; k++ {
		if r.doc.Tokens[k].Has(text.LineStart) {
			return false
		}
	}
	return true
}
