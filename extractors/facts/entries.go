package facts

import (
	"slices"

	"chancery/pipeline/text"
)

// entries are the pieces of each of several entries in a line of a list, which
// semicolons part: "May 1999 Minister A; September 2018 Minister B", or of each of several
// lines that no stop parts.
func (s *sentence) entries() (parts []text.Range) {
	from := 0
	for i := 0; i <= len(s.pieces); i++ {
		if s.p(i).kind == openSign {
			i = s.bracket(i) // "(10/2004; 11/2006)"
		}
		if t := s.doc.Tokens[s.p(min(i, len(s.pieces)-1)).at.First]; i < len(s.pieces) && t.Class != text.Semi && !(t.Class == text.Comma && s.p(i-1).kind == closeSign) && (i == from || !t.Has(text.LineStart)) {
			continue
		}
		if i < len(s.pieces) && s.isSemi(i) && s.p(i-1).kind == date && s.p(i+1).kind == date && !s.hasActor(i, s.nextSemi(i+1)) {
			continue // "Minister A – 9 March 2021; 19 December 2021"
		}
		if s.dateIn(from, i-1) != nil && s.hasActor(from, i) {
			parts = append(parts, text.Range{First: from, End: i})
		}
		if from = i; i < len(s.pieces) && (s.doc.Tokens[s.p(i).at.First].Class == text.Semi || s.p(i).kind == comma) {
			from++
		}
	}
	return parts
}

// nextSemi is the next semicolon from piece i on, or the end.
func (s *sentence) nextSemi(i int) int {
	for i < len(s.pieces) && !s.isSemi(i) {
		i++
	}
	return i
}

// lineDirection takes the direction with which a line of a list begins: "From Kenya: Minister A
// (April 2015)".
func (s *sentence) lineDirection() {
	at := s.pastArticles(1)
	if s.p(at).kind != state || s.p(at+1).kind != stop {
		return
	}
	switch {
	case s.p(0).has(fromSense):
		s.list.from, s.list.to = s.p(at).country, ""
	case s.p(0).has(toSense):
		s.list.from, s.list.to = "", s.p(at).country
	}
}

// whoVisited is the list that a heading such as "Kenyan leaders who visited Vietnam:"
// opens; no list for another sentence.
func (s *sentence) whoVisited() listing {
	last := s.doc.Tokens[s.at.End-1]
	if last.Class != text.Colon || len(s.pieces) > 2*mostHeading {
		return listing{}
	}
	for i := range s.pieces {
		if at := s.pastArticles(i + 1); s.p(i).is(visit, past) && s.p(at).kind == state {
			list := listing{on: true, to: s.hostOf(s.p(at).m)}
			for k := range i {
				if isState(s.p(k)) {
					list.from = s.p(k).country
				}
			}
			return list
		}
	}
	return listing{}
}

// hasActor reports whether one of the pieces from one to another is a person.
func (s *sentence) hasActor(from, to int) bool {
	for i := from; i < to; i++ {
		if isActor(s.p(i)) {
			return true
		}
	}
	return false
}

// actors are the people whom the sentence names.
func (s *sentence) actors() []participant { return s.actorsIn(0, len(s.pieces)) }

// actorsIn are those of the pieces from one to another, but not those for whom, with whom or
// at whose invitation others came.
func (s *sentence) actorsIn(from, to int) []participant {
	var items []int
	for i := from; i < to; i++ {
		switch {
		case s.p(i).kind == openSign && s.clauseWithin(i):
			i = s.bracket(i) // "A (was received by President B)"
		case isActor(s.p(i)):
			items = append(items, i)
		case len(items) > 0 && (s.p(i).has(for_) || s.says(i, "invitation") || s.says(i, "accompanied")):
			return s.participants(items)
		}
	}
	return s.participants(items)
}

// peopleIn are those of the pieces at whom they name.
func (s *sentence) peopleIn(at text.Range) []participant {
	return slices.DeleteFunc(s.actorsIn(at.First, at.End), func(p participant) bool { return p.m == nil })
}

// clauseWithin reports whether the brackets that open at piece i have a verb.
func (s *sentence) clauseWithin(i int) bool {
	for k := i + 1; k < s.bracket(i); k++ {
		if p := s.p(k); p.has(verb|be) || p.has(acts|hold) && p.forms&past != 0 && p.forms&noun == 0 {
			return true
		}
	}
	return false
}

// entryDate is the first date of an entry, or, behind a year that heads its line, the one that
// takes its year from there: "2015: Foreign Minister A (April)".
func (s *sentence) entryDate(at text.Range) *piece {
	first := s.dateIn(at.First, at.End-1)
	if first == nil || first != s.opening() || len(first.m.Date.EDTF) != len("2015") {
		return first
	}
	for k := s.indexOf(first) + 1; k < at.End; k++ {
		if p := s.p(k); p.kind == date && slices.Contains(p.m.Inferred, "year") {
			return p
		}
	}
	return first
}

// hostedThere reports whether an entry names one visitor and a city of the country that its
// list tells of visits to: "Minister A, consultations in Oslo on 26 June".
func (s *sentence) hostedThere() bool {
	goals := s.linePlaces(text.Range{End: len(s.pieces)})
	return s.list.to != "" && len(s.actors()) == 1 && len(goals) == 1 && s.same(s.hostOf(s.p(goals[0]).m), s.list.to)
}

// item reports whether the line begins with a bullet or the number of an item.
func (s *sentence) item() bool {
	first := s.at.First
	return text.Bulleted(s.doc.Tokens, first) || text.Numbered(s.doc.Tokens, first) || first > 0 && text.Bulleted(s.doc.Tokens, first-1) || first > 1 && text.Numbered(s.doc.Tokens, first-2)
}

// sided is the country whose side of what the page tells a heading opens: "From Kenya:",
// "<From Kenya>", "On the Kenyan side:", "Kenya's side", and, in a list, "Kenya:"; "" for any
// other heading.
func (s *sentence) sided() string {
	k := s.pastNumber()
	for s.sign(k) && k < len(s.pieces) {
		k++
	}
	k = s.pastArticles(k)
	from := s.p(k).has(fromSense | on | by)
	if from {
		k = s.pastArticles(k + 1)
	}
	at := s.p(k)
	if at.kind != state && at.kind != demonym {
		return ""
	}
	if k++; s.possessed(k - 1) {
		k++
	}
	side := s.says(k, "side") || s.says(k, "part")
	if side {
		k++
	}
	ends := k == len(s.pieces)
	for end := k; end < len(s.pieces); end++ {
		if !s.sign(end) {
			return ""
		}
	}
	if from && ends && s.p(0).has(fromSense) && s.counterpart(at.country) != "" {
		return at.country // a line of its own: "From Kenya"
	}
	if !side && (ends && !s.list.on || at.kind != state || !from && (ends || !s.list.on)) {
		return ""
	}
	return at.country
}

// sign reports whether piece k is a sign and no word: a colon, a bracket, "<".
func (s *sentence) sign(k int) bool {
	p := s.p(k)
	return p.kind == stop || p.kind == openSign || p.kind == closeSign || p.kind == other && s.doc.Tokens[p.at.First].Class != text.Word
}

// citiesIn are the cities that alone stand in the brackets that open at piece i: "(Hanoi, Hue)".
func (s *sentence) citiesIn(i int) (all []int) {
	for k := i + 1; k < s.bracket(i); k++ {
		switch p := s.p(k); {
		case isGoal(p):
			all = append(all, k)
		case p.kind != comma && !p.has(and):
			return nil
		}
	}
	return all
}

// forEvent reports whether the only meeting that a line of a list names is what a journey was
// for: "Minister A, 15 September 2023, for the Summit of the G77".
func (s *sentence) forEvent() bool {
	for k := range s.pieces {
		if !s.p(k).has(meeting) || s.bracketOf(k) >= 0 && s.clauseWithin(s.bracketOf(k)) {
			continue
		}
		j := k - 1
		for s.p(j).has(article) || s.p(j).kind == body || s.p(j).kind == other || isState(s.p(j)) || s.p(j).kind == place {
			j--
		}
		if !s.p(j).has(for_|during) && s.p(j).kind != openSign && !(s.p(j).kind == comma && s.bracketOf(j) >= 0) {
			return false
		}
	}
	return true
}

// bracketOf is where the brackets open in which piece j stands; -1 for none.
func (s *sentence) bracketOf(j int) int {
	const longest = 12 // pieces
	for k := j; k >= 0 && k > j-longest && s.p(k).kind != closeSign; k-- {
		if s.p(k).kind == openSign && s.bracket(k) > j {
			return k
		}
	}
	return -1
}

// lineCities are the cities of the country that a list tells of visits to, between commas in
// an entry: "Foreign Minister A, Hanoi and Hue, 6-9 July 2018".
func (s *sentence) lineCities(at text.Range) []int {
	to := s.list.to
	if to == "" {
		to = s.counterpart(s.list.from)
	}
	if who := s.peopleIn(at); to == "" && len(who) == 1 {
		to = s.counterpart(who[0].Country)
	}
	either := to == "" && s.frame.B != "" // on a page about two countries, the city tells which was visited
	for k := at.First + 1; k < at.End; k++ {
		p, before := s.p(k), s.p(k-1)
		if p.kind != place || !cityLike(p.m) || !s.same(s.hostOf(p.m), to) && !(either && s.counterpart(s.hostOf(p.m)) != "") || before.kind != comma && before.kind != stop {
			continue
		}
		all := s.listRight(k, isGoal)
		if next := s.p(all[len(all)-1] + 1); next.kind == comma || next.kind == stop || next.kind == date || next.kind == openSign || next.kind == closeSign {
			return all
		}
	}
	return nil
}

// pastNumber is the piece behind the number or letter of a heading, "a) " or "2. ".
func (s *sentence) pastNumber() int {
	if next := s.p(1); next.kind == closeSign || next.kind == other && s.doc.Tokens[next.at.First].Class == text.Dot {
		return 2
	}
	return 0
}

// leveled reports whether a heading tells of exchanges or contacts of leaders: "High-level
// exchanges", "Contacts at the highest level".
func (s *sentence) leveled() bool {
	level, exchange := false, false
	for _, t := range s.doc.Tokens[s.at.First:s.at.End] {
		level, exchange = level || high.Has(t), exchange || exchanges.Has(t)
	}
	return level && exchange
}

var (
	high      = text.NewSet("high", "highest", "top", "political", "leaders", "bilateral")
	exchanges = text.NewSet("exchanges", "contacts")
)

// header reports whether the line is the first of a table under the heading: "Year |
// Name".
func (s *sentence) header() bool {
	for i := s.at.First; i < s.at.End; i++ {
		if s.doc.Tokens[i].Class == text.Word && !headers.Has(s.doc.Tokens[i]) {
			return false
		}
	}
	return true
}

var headers = text.NewSet("country", "countries", "visited", "destination", "type", "from", "to", "year", "years", "date", "dates", "month", "day", "name", "names", "visitor", "visitors", "guest", "guests", "official", "officials", "dignitary", "dignitaries", "position", "title", "office", "level", "purpose", "remarks", "no", "s", "of", "and", "visit", "visits", "period", "who", "when", "event")

// outbound is the country from which the visits go of whom a heading says no more than how they go,
// "Outward visits", "Inbound", on a page of a country's own about another; "" for any other line.
func (s *sentence) outbound() string {
	const most = 4
	if len(s.pieces) > most || s.frame.A == "" || !s.heads(s.at) {
		return ""
	}
	for i := range s.pieces {
		switch t := s.doc.Tokens[s.p(i).at.First]; {
		case outward.Has(t):
			return s.frame.A
		case inward.Has(t):
			return s.frame.B
		}
	}
	return ""
}

var (
	outward = text.NewSet("outward", "outgoing", "outbound")
	inward  = text.NewSet("inward", "incoming", "inbound")
)
