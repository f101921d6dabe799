package facts

import "chancery/pipeline/text"

// A listing is a list of visits that a heading opened: "Visits from Georgia to
// Estonia", and under it one line a visit.
type listing struct {
	on       bool
	from, to string
}

// readListedVisits reads the lines of a list of visits: a date and who came,
// without a verb. The heading, or the last line above that names a direction, says
// where to.
func readListedVisits(s *sentence) {
	if !s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return
	}
	if s.clausal() {
		s.list = listing{}
		return
	}
	when, who := s.dateIn(0, len(s.pieces)-1), s.actors()
	if when == nil || len(who) == 0 {
		s.listHeading()
		return
	}
	if !s.list.on {
		return
	}
	i := s.listedVisit()
	j := journey{lo: i, hi: i, kind: s.visitType(i), visitors: who, when: when}
	if s.p(i).has(visit) {
		s.goal(i, &j)
	}
	if len(j.goals) == 0 {
		j.frame = s.list.to
	}
	for n := range j.visitors {
		if j.visitors[n].Country == "" {
			j.visitors[n].Country = s.list.from
		}
	}
	s.visit(&j)
}

// clausal reports whether the sentence has a verb.
func (s *sentence) clausal() bool {
	for i := range s.pieces {
		p := s.p(i)
		if p.has(verb|be) || p.has(acts|hold) && p.forms&(past|presentTense) != 0 && p.forms&noun == 0 && !p.has(aux) {
			return true
		}
	}
	return false
}

// actors are the people whom the sentence names.
func (s *sentence) actors() []participant {
	var items []int
	for i := range s.pieces {
		if isActor(s.p(i)) {
			items = append(items, i)
		}
	}
	return s.participants(items)
}

// listHeading opens a list, or turns its direction; any other heading ends it.
func (s *sentence) listHeading() {
	visits := false
	var from, to string
	for i := range s.pieces {
		p := s.p(i)
		visits = visits || p.is(visit, noun)
		switch {
		case !isState(p):
		case s.p(i - 1).has(toSense | in):
			to = p.country
		case s.p(i - 1).has(fromSense | of), s.p(i + 1).has(toSense), p.kind == demonym:
			from = p.country
		}
	}
	switch {
	case visits:
		s.list = listing{on: true, from: from, to: to}
	case s.list.on && (from != "" || to != ""):
		s.list.from, s.list.to = from, to
	case s.p(0).at.Len() > 0 && len(s.pieces) > 1:
		s.list = listing{}
	}
}

const (
	toSense   = to
	fromSense = from
)

// listedVisit is the word "visit" in a line of a list, or its first piece.
func (s *sentence) listedVisit() int {
	for i := range s.pieces {
		if s.p(i).is(visit, noun) {
			return i
		}
	}
	return 0
}
