package facts

import "chancery/pipeline/text"

// rowEntries reads the entries of a row of visits from piece k on, of which each has one
// person and a date, in any order: "Feb 2018: Minister A; 12 May 2017: Minister B", "A,
// Minister (Feb 2018); B, Minister (1997)". The word for visits is piece i. It reports
// whether all entries could be read.
func (s *sentence) rowEntries(i, k int, list listing) bool {
	if list.from == "" && list.to == "" {
		return false
	}
	parts := s.rowParts(k)
	if len(parts) < 2 {
		return false
	}
	who, when := make([]int, len(parts)), make([]int, len(parts))
	for n, at := range parts {
		who[n], when[n] = s.entryOf(at)
		if who[n] < 0 {
			return false
		}
	}
	for n, at := range parts {
		j := journey{lo: i, hi: who[n], when: s.p(when[n])}
		for g := at.First; g < at.End; g++ {
			if before := s.p(g - 1); isGoal(s.p(g)) && s.p(g).kind == place && (before.has(to|in) || before.kind == openSign || before.kind == comma && s.p(g+1).kind == closeSign) {
				j.goals = []int{g}
			}
		}
		s.rowVisitOf(&list, j, who[n])
	}
	return true
}

// rowParts are the entries that semicolons part, or that begin with a date each.
func (s *sentence) rowParts(k int) (parts []text.Range) {
	semis, from := false, k
	for j := k; j < len(s.pieces); j++ {
		if s.doc.Tokens[s.p(j).at.First].Class == text.Semi {
			semis = true
			parts = append(parts, text.Range{First: from, End: j})
			from = j + 1
		}
	}
	if semis {
		return append(parts, text.Range{First: from, End: len(s.pieces)})
	}
	if s.p(k).kind != date && !(s.p(k).kind == openSign && s.p(k+1).kind == date) {
		return nil
	}
	for j := k + 1; j < len(s.pieces); j++ {
		if s.p(j).kind == date && s.entrySign(j) {
			end := j
			if s.p(j-1).kind == openSign {
				end--
			}
			parts = append(parts, text.Range{First: from, End: end})
			from = end
		}
	}
	return append(parts, text.Range{First: from, End: len(s.pieces)})
}

// entrySign reports whether a comma, and perhaps a bracket, stands before the date at
// piece j, and not another date before that.
func (s *sentence) entrySign(j int) bool {
	k := j - 1
	if s.p(k).kind == openSign {
		k--
	}
	return s.p(k).kind == comma && s.p(k-1).kind != date
}

// entryOf is the only person of an entry, and its first date; -1 when it has none, or several
// people, or a verb.
func (s *sentence) entryOf(at text.Range) (who, when int) {
	who, when = -1, -1
	for k := at.First; k < at.End; k++ {
		switch p := s.p(k); {
		case p.kind == person && who >= 0 && p.m.Entity != s.p(who).m.Entity, p.has(verb | be), p.has(meet | confer | meeting):
			return -1, -1
		case p.kind == person:
			who = k
		case p.kind == date && when < 0:
			when = k
		}
	}
	if when < 0 {
		return -1, -1
	}
	return who, when
}

// rowUnderLabel reads a row behind a label that names no visit: "From Peru to India: A (1997);
// B (2018)", "Peruvian dignitaries who visited India: A (1997); B (2018)", "The Peruvian visitors
// included A (1997) and B (2018)".
func (s *sentence) rowUnderLabel() bool {
	const most = 12 // pieces of the label
	c := 0
	for c < min(most, len(s.pieces)) && !s.isColon(c) && !s.includes(c) {
		c++
	}
	if c < 3 || c+2 >= len(s.pieces) || c == most {
		return false
	}
	if s.includes(c) && s.isColon(c+1) {
		c++
	}
	var list listing
	visited := false
	for i := range c {
		p := s.p(i)
		switch {
		case p.is(visit, noun):
			return false // read by the word for visits
		case p.is(visit, past), s.anyOf(guestsCalled, i, i+1):
			visited = true
		case p.kind == person, p.kind == date:
			return false
		case p.kind == state && (s.p(i-1).has(toSense) || s.p(s.beforeArticle(i)).is(visit, past)):
			list.to = p.country
		case p.kind == demonym || p.kind == state && s.p(s.beforeArticle(i)).has(fromSense|of):
			list.from = p.country
		}
	}
	if list.to == "" && (s.p(0).has(fromSense) || visited) {
		list.to = s.counterpart(list.from) // "From Peru: A (1997)"
	}
	if list.to == "" || !visited && (list.from == "" || !s.p(0).has(fromSense) || !s.doc.Tokens[s.at.First].Has(text.LineStart)) {
		return false
	}
	if s.rowEntries(c, c+1, list) || s.rowOf(c, c, list) {
		s.rowAt = s.n
		return true
	}
	return false
}

// guestsCalled are the words for those who came.
var guestsCalled = text.NewSet("visitors", "guests", "dignitaries")

// datedHeading reports whether the line is the heading of a list of visits, with the time that
// it covers: "Visits by Peruvian leaders to India since 1990".
func (s *sentence) datedHeading() bool {
	if s.senses&visit == 0 || len(s.pieces) > 2*mostHeading || !s.heads(s.at) || s.clausal() {
		return false
	}
	visits, where := false, false
	for i := range s.pieces {
		p := s.p(i)
		visits = visits || p.is(visit, noun) && s.pluralVisit(i)
		where = where || isState(p)
		if p.kind == person {
			return false
		}
		if p.kind == date && p.m.Date != nil && p.m.Date.Precision != "year" && !lasting(p) {
			return false
		}
	}
	return visits && where
}
