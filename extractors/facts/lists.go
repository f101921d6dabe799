package facts

import (
	"cmp"
	"slices"
	"strings"

	"chancery/extractors/people"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A listing is a list that a heading opened, of visits ("Visits from Georgia to
// Estonia") or of those who held a post ("Ambassadors of Georgia to Estonia"), with
// one line for each.
type listing struct {
	on       bool
	table    bool // with a column for the country visited
	abroad   bool // of holders, under the names of the countries where they are
	from, to string
	post     *people.Office // of a list of holders; nil for visits
	event    string         // of a holder, when it is not that he held the post
	kind     string         // of visits that are all of one type
	who      []participant  // whose visits abroad they are
}

// readLists reads the lines of a list: a date and who came or held a post,
// without a verb. The heading, or the last line above that names a direction, says
// where to.
func readLists(s *sentence) {
	if s.at.First < s.row.end || s.rowGoesOn() || s.rowUnderLabel() || s.holdersInLine() || s.holdersLed() {
		return
	}
	if !s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return
	}
	if s.visitTable() {
		s.list = listing{on: true, table: true}
		return
	}
	if s.clausal() && s.headsJourneys() {
		s.listHeading()
		return
	}
	if s.clausal() {
		if heading := s.whoVisited(); heading.on || !s.list.on || !s.item() {
			s.list = heading
		}
		return
	}
	if s.resumeHolders(); s.holderInLines() || s.holderAbroad() {
		return
	}
	when, who := s.entryDate(text.Range{End: len(s.pieces)}), s.actors()
	switch {
	case when == nil, s.datedHeading(), s.headsTravels(when):
		s.listHeading()
		return
	case !s.list.on && s.life.m != nil:
		s.careerLine(when)
		return
	case !s.list.on:
		s.unheaded(when, who)
		return
	case len(who) == 0 && len(s.list.who) > 0:
		s.listedEntry(text.Range{End: len(s.pieces)}, when, slices.Clone(s.list.who))
		return
	case len(who) == 0, s.senses&not != 0, s.senses&meeting != 0 && s.senses&visit == 0 && !s.forEvent() && !s.hostedThere(): // "(May 2011, did not take place)"
		return
	case s.list.post != nil:
		s.listedHolder(when, who)
		return
	}
	s.lineDirection()
	if parts := s.entries(); len(parts) > 1 {
		for _, at := range parts {
			s.listedEntry(at, s.entryDate(at), s.actorsIn(at.First, at.End))
		}
		return
	}
	s.listedEntry(text.Range{End: len(s.pieces)}, when, who)
}

// listedEntry makes the visits of an entry of a list, the pieces at.
func (s *sentence) listedEntry(at text.Range, when *piece, who []participant) {
	i := s.listedVisit(at)
	if v := s.lastVisit; s.p(i).has(visit) && s.senses&meeting != 0 && v != nil && v.At[0].First >= s.p(at.First).at.First {
		return // read already: "visit of A to Oslo; talks with B"
	}
	who = slices.DeleteFunc(who, func(p participant) bool { return strings.Contains(strings.ToLower(p.Role), "ambassador") }) // nobody's guests
	for n := range who {
		if who[n].Country == "" || s.list.from != "" && s.same(who[n].Country, s.list.to) && who[n].countryInferred() {
			who[n].Country = s.list.from
		}
	}
	times := s.times(when)
	var through *piece
	if len(times) == 2 && nextDay(times[0], times[1]) {
		times, through = times[:1], times[1] // "5 and 6 November 2019"
	}
	for _, w := range times {
		j := journey{lo: i, hi: i, kind: cmp.Or(s.list.kind, "unspecified"), visitors: who, when: w, through: through}
		if s.p(i).has(visit) && (len(times) == 1 || s.p(i+1).kind != closeSign && i < s.indexOf(times[0])) { // "5 May 2015 (State Visit) and 6 May 2018"
			j.kind = s.visitType(i)
			s.goal(i, &j)
		}
		if len(j.goals) == 0 {
			j.goals = s.linePlaces(at)
		}
		if len(j.goals) == 0 {
			j.goals = s.lineCities(at)
		}
		if len(j.goals) == 0 && len(s.list.who) > 0 {
			j.goals = s.lineStops(at)
		}
		if len(j.goals) == 0 && s.list.table {
			j.goals = s.fieldPlace()
		}
		if len(j.goals) == 0 {
			j.frame = s.list.to
		}
		s.visit(&j)
	}
}

// linePlaces are where the visit of an entry went: what "to" or "in" or an opening
// bracket stands before.
func (s *sentence) linePlaces(at text.Range) []int {
	for k := at.First + 1; k < at.End; k++ {
		if all := s.citiesIn(k - 1); s.p(k-1).kind == openSign && len(all) > 1 {
			return all
		}
		if before := s.p(k - 1); isGoal(s.p(k)) && (before.kind == openSign && !s.dash(k+1) || before.has(toSense|in)) {
			return s.listRight(k, isGoal)
		}
	}
	return nil
}

// listedHolder reads a line of a list of those who held a post: a name, and the
// years.
func (s *sentence) listedHolder(when *piece, who []participant) {
	who = slices.DeleteFunc(who, func(p participant) bool { return p.m == nil }) // "A (Chargé d'Affaires)"
	if len(who) == 1 && s.bare() {
		for _, w := range s.times(when) {
			s.heldPost(&s.list, w, who[0])
		}
	}
}

// heldPost makes the fact of one of those who held the post of a list.
func (s *sentence) heldPost(l *listing, when *piece, who participant) {
	i := s.nearestTo(who.m)
	p := who.Participant
	p.Country = l.from
	own := s.ownRank(who.m)
	if p.Role = own; own == "" {
		p.Role = postOf(shortRole(l.post.Words, p.Country))
	}
	f := s.fact("appointment", "listed posts", i, i)
	f.Appointment = &pipeline.AppointmentValue{Event: cmp.Or(l.event, "holds"), Person: p, Sending: p.Country, Receiving: l.to}
	f.Evidence = append(f.Evidence, who.m)
	if own == "" {
		inferred(f, "role")
	}
	s.completePost(f)
	dated(f, when)
	s.termOfCells(f, when)
	s.keep(f, happened)
}

// ownRank is the rank that a line of a list gives to its name itself, "A (envoy)", or "".
func (s *sentence) ownRank(m *pipeline.Mention) string {
	if at := m.Person.RoleTokens; at.Len() == 0 || at.First < m.Tokens.End || at.End > s.at.End || !diplomatic(m.Person.Role) {
		return ""
	}
	return m.Person.Role
}

// bare reports whether the line has nothing but a name, its office and years.
func (s *sentence) bare() bool {
	for i := range s.pieces {
		p := s.p(i)
		switch p.kind {
		case person, role, date, comma, stop, openSign, closeSign, number:
		default:
			if s.doc.Tokens[p.at.First].Class == text.Word && !p.has(article|from) {
				return false
			}
		}
	}
	return true
}

// nearestTo is the piece of a mention.
func (s *sentence) nearestTo(m *pipeline.Mention) int {
	for i := range s.pieces {
		if s.p(i).m == m {
			return i
		}
	}
	return 0
}

// listHeading opens a list, or turns its direction; any other heading ends it.
func (s *sentence) listHeading() {
	visits := false
	var from, to string
	for i := range s.pieces {
		p := s.p(i)
		visits = visits || s.journeys(i)
		switch {
		case !isState(p):
		case s.p(i - 1).has(toSense | in):
			to = p.country
		case s.p(s.beforeArticle(i)).has(fromSense | of | by), s.p(i + 1).has(toSense), p.kind == demonym:
			from = p.country
		}
	}
	switch {
	case visits, s.directed(), s.leveled():
		s.list = listing{on: true, from: from, to: to}
		if to == "" && visits {
			s.list.who = s.travellers()
		}
		if len(s.list.who) == 0 {
			s.list.kind = s.oneType()
		}
	case s.postHeading() >= 0:
		at := s.postHeading()
		s.list = listing{on: true, from: s.p(at).country, to: s.postedTo(s.p(at).at), post: s.p(at).office}
		if s.list.from == "" {
			s.list.from = from
		}
		if s.list.to == "" && to != s.list.from {
			s.list.to = to // "Ambassadors of A accredited to B"
		}
		s.holders()
	case s.outbound() != "":
		s.list = listing{on: true, from: s.outbound(), to: s.counterpart(s.outbound())}
	case s.sided() != "" && (s.list.on || s.counterpart(s.sided()) != ""):
		s.list.on, s.list.from, s.list.to = true, s.sided(), ""
	case s.list.on && (from != "" || to != ""):
		s.list.from, s.list.to = from, to
	case s.list.on && s.header():
	default:
		s.list = listing{}
	}
}

// directed reports whether the heading has nothing but a direction: "From Japan to
// Peru", "Japan to Peru:".
func (s *sentence) directed() bool {
	k := s.pastNumber()
	for s.p(k).kind == other && s.sign(k) {
		k++ // "<From Peru to Malta>"
	}
	for _, want := range []sense{fromSense, toSense} {
		if s.p(k).has(want) {
			k++
		} else if want == toSense {
			return false
		}
		for ; s.p(k).has(article); k++ {
		}
		if s.p(k).kind != state {
			return false
		}
		k++
	}
	return k == len(s.pieces) || k+1 == len(s.pieces) && s.sign(k)
}

// postHeading is the office that heads a list of those who held it,
// when the heading has little else; -1 for none.
func (s *sentence) postHeading() int {
	if len(s.pieces) > mostHeading {
		return -1
	}
	for i := range s.pieces {
		p := s.p(i)
		if p.kind != role || s.holder(i) != nil || !diplomatic(p.office.Words) {
			continue
		}
		if ofSeveral(p.office.Words) || i == 0 && s.postedTo(p.at) != "" && s.heads(s.at) { // "Ambassador of Portugal to Angola"
			return i
		}
	}
	return -1
}

const (
	toSense   = to
	fromSense = from
)

// listedVisit is the word "visit" in an entry of a list, or its first piece.
func (s *sentence) listedVisit(at text.Range) int {
	for i := at.First; i < at.End; i++ {
		if s.p(i).is(visit, noun) {
			return i
		}
	}
	return at.First
}
