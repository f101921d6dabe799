package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// anyMission is the type of what is only called a mission.
const anyMission = "mission"

// A post is one place of a mission, with the date in brackets behind it.
type post struct {
	city    int // piece, or -1
	country int // piece of the receiving country, or -1
	when    *piece
}

// readMissions reads what happened to embassies and consulates. An elevation is
// read from its verb, since it names two missions; all else from the mission.
func readMissions(s *sentence) {
	for i := range s.pieces {
		if s.p(i).has(elevate) {
			s.elevation(i)
		}
	}
	for i := range s.pieces {
		if s.p(i).has(mission) {
			s.mission(i)
		}
	}
}

// mission reads what happened to the mission at piece i, at each of its posts.
func (s *sentence) mission(i int) {
	const want = establish | resume | closing | move
	if k := s.beforeArticle(i); k > 0 && s.p(k).has(of) && s.p(k-1).has(mission) {
		return // "a branch office of the Embassy"
	}
	a, ok := s.actOn(i, want)
	s.missionAct(i, a, ok)
	for ok {
		if a, ok = s.nextAct(a, want); ok {
			s.missionAct(i, a, ok)
		}
	}
}

// missionAct reads one of the acts on the mission at piece i, or that it is there.
func (s *sentence) missionAct(i int, a act, ok bool) {
	if s.p(i).mission == anyMission && (!ok || s.owner(i) < 0 && (a.voice != active || s.subject(a.i, isState) < 0)) {
		return // of any other kind
	}
	how := happened
	if ok {
		how = s.polarity(a.i)
	}
	moved := ok && s.p(a.i).has(move)
	posts := s.posts(i, moved)
	if moved && a.voice != active {
		if found := s.posts(a.i, true); len(found) > 0 {
			posts = found // "was opened in Almaty and moved to Astana"
		}
	}
	if k := s.locatedBehind(i); k >= 0 {
		if found := s.posts(k, false); len(found) > 0 {
			posts = found
		}
	}
	if len(posts) == 0 && ok && a.voice != active {
		posts = s.posts(a.i, s.p(a.i).has(move))
	}
	if len(posts) == 0 {
		posts = []post{{city: s.cityBefore(i), country: -1}}
	}
	if how == denied || ok && how == planned && a.voice == active && s.subject(a.i, isState) < 0 && s.owner(i) < 0 && !s.own(i) {
		return
	}
	lo, hi := i, i
	if ok {
		lo, hi = min(a.i, i), max(a.i, i)
	}
	for n, at := range posts {
		if ok && s.p(a.i).has(move) && n < len(posts)-1 && s.leaves(at) {
			continue
		}
		when := at.when
		if when == nil && ok {
			when = s.when(lo, hi, false)
		}
		class := s.missionClass(i, a, ok, at)
		if class == "" || ok && a.voice == nominal && when == nil {
			continue
		}
		s.missionFact(class, i, lo, hi, a, ok, at, when, how)
	}
}

// missionClass is the class of fact that the words support, or "".
func (s *sentence) missionClass(i int, a act, ok bool, at post) string {
	switch {
	case at.when != nil && at.when.m.Date != nil && (at.when.m.Date.Qualifier == "since" || !ok):
		if v := s.p(a.i); ok && v.has(closing) {
			return "mission.closed"
		}
		return "mission.opened"
	case !ok:
		if s.period(i) != nil {
			return "mission.opened"
		}
		if s.exists(i) {
			return "mission.exists"
		}
		return ""
	}
	switch v := s.p(a.i); {
	case v.has(closing):
		return "mission.closed"
	case v.has(resume):
		return "mission.reopened"
	case v.has(move):
		if at.city < 0 && at.country < 0 {
			return "" // to other premises
		}
		return "mission.moved"
	case v.is(establish, past|presentTense|base|gerund|noun):
		return "mission.opened"
	}
	return ""
}

// missionFact makes the fact of one post.
func (s *sentence) missionFact(class string, i, lo, hi int, a act, ok bool, at post, when *piece, how polarity) {
	f := s.fact(class, "missions", lo, hi)
	v := &pipeline.MissionValue{Type: s.p(i).mission}
	f.Mission = v
	if at.city >= 0 {
		v.City = s.p(at.city).m.Value
		v.Receiving = s.hostOf(s.p(at.city).m)
		s.evidence(f, at.city)
	}
	if at.country >= 0 {
		s.receives(v, s.p(at.country))
		s.evidence(f, at.country)
	}
	subject := -1
	if ok && a.voice == active {
		subject = s.subject(a.i, isState)
	} else if !ok {
		subject = s.existsSubject(i)
	}
	if subject < 0 && s.own(i) {
		subject = s.antecedent(i)
	}
	s.sender(f, i, subject)
	s.places(f)
	if v.Sending == "" && v.Receiving == "" && when == nil {
		return
	}
	if p := s.period(i); when == nil && class == "mission.opened" && !ok && p != nil {
		s.lasted(f, p)
		return
	}
	dated(f, when)
	s.keep(f, how)
}

// antecedent is the country that "its" before the mission at piece i means: the
// nearest that stands behind no preposition; -1 for none.
func (s *sentence) antecedent(i int) int {
	for k := i - 1; k >= 0 && k >= i-reachRight; k-- {
		if q := s.beforeArticle(k); isState(s.p(k)) && (q < 0 || !s.p(q).has(preps)) {
			return k
		}
	}
	return -1
}

// own reports whether a possessive stands before the mission at piece i.
func (s *sentence) own(i int) bool {
	return s.p(i-1).has(its) || s.p(i-2).has(its) && s.p(i-1).has(article)
}

// lasted makes two facts of a mission's years: it was opened in the first and
// closed in the last.
func (s *sentence) lasted(f *pipeline.Fact, years *piece) {
	dated(f, years)
	from, to, ok := strings.Cut(f.Date.EDTF, "/")
	if !ok || from == ".." || to == ".." || len(from) != 4 || len(to) != 4 {
		s.keep(f, happened)
		return
	}
	closed := *f
	v := *f.Mission
	closed.Class, closed.Mission, closed.Evidence, closed.At = "mission.closed", &v, slices.Clone(f.Evidence), slices.Clone(f.At)
	f.Date = yearValue(from)
	closed.Date = yearValue(to)
	s.keep(f, happened)
	s.keep(&closed, happened)
}

// yearValue is the date value of a year.
func yearValue(year string) *pipeline.DateValue {
	return &pipeline.DateValue{EDTF: year, Min: year + "-01-01", Max: year + "-12-31", Precision: "year"}
}

// receives takes a country behind the mission as the one that receives it; a
// territory that is a city, such as Hong Kong, is where it stands.
func (s *sentence) receives(v *pipeline.MissionValue, p *piece) {
	v.Receiving = p.country
	if p.m == nil || p.m.Place == nil || p.m.Place.Kind != "territory" || s.same(p.country, s.frame.A) || s.same(p.country, s.frame.B) {
		return
	}
	v.City = p.m.Value
	if s.frame.A != "" {
		v.Receiving = ""
	}
}

// sender fills in whose mission it is: by the words at the mission, by the
// subject of the verb, or by the page.
func (s *sentence) sender(f *pipeline.Fact, i, subject int) {
	v := f.Mission
	switch k := s.owner(i); {
	case k >= 0:
		v.Sending = s.p(k).country
		s.evidence(f, k)
	case subject >= 0 && !s.same(s.p(subject).country, v.Receiving):
		v.Sending = s.p(subject).country
		s.evidence(f, subject)
	}
	if s.same(v.Sending, v.Receiving) && v.City == "" {
		v.Receiving = ""
	}
}

// places fills in what the words leave out from the page.
func (s *sentence) places(f *pipeline.Fact) {
	v := f.Mission
	if v.Sending == "" && v.Receiving == "" && v.City == "" {
		s.recall(f)
	}
	if v.Receiving == "" {
		if v.Receiving = s.counterpart(v.Sending); v.Receiving != "" {
			inferred(f, "receiving")
		}
	}
	if v.Sending == "" {
		if v.Sending = s.counterpart(v.Receiving); v.Sending != "" {
			inferred(f, "sending")
		}
	}
	if v.Sending == "" || v.Receiving == "" {
		f.Strength = pipeline.Likely
	}
}

// recall takes "the Embassy" for the mission of that type named last.
func (s *sentence) recall(f *pipeline.Fact) {
	for k := len(s.facts) - 1; k >= 0 && k >= len(s.facts)-12; k-- {
		o := s.facts[k].Mission
		if o == nil || o.Type != f.Mission.Type || o.Sending == "" {
			continue
		}
		f.Mission.Sending, f.Mission.Receiving = o.Sending, o.Receiving
		f.Strength = pipeline.Likely
		inferred(f, "sending")
		inferred(f, "receiving")
		return
	}
}

// owner is the piece of the country whose mission stands at piece i: "Chinese
// Embassy", "Embassy of Kazakhstan", "Kazakhstan's first embassy"; -1 for none.
func (s *sentence) owner(i int) int {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		p := s.p(j)
		switch {
		case p.kind == demonym, p.kind == state && (j == i-1 || s.possessed(j)):
			return j
		case p.has(article) && !p.has(its), p.kind == other && !p.has(verb), p.kind == place:
			continue
		}
		break
	}
	if s.p(i + 1).has(of) {
		for k := i + 2; k <= i+5; k++ {
			if isState(s.p(k)) {
				return k
			}
			if !s.p(k).has(article | government | of) {
				break
			}
		}
	}
	return -1
}

// cityBefore is the city before the mission at piece i: "its Shanghai consulate".
func (s *sentence) cityBefore(i int) int {
	if p := s.p(i - 1); p.kind == place && p.m.Place != nil && p.m.Place.Kind == "city" {
		return i - 1
	}
	return -1
}

// posts are the places behind piece i: "Tirana", "in Hong Kong (since August
// 2003) and Shanghai (since May 2005)", "at Riga, Latvia", "to Kazakhstan".
func (s *sentence) posts(i int, moved bool) []post {
	var all []post
	j := i + 1
	if k := s.owner(i); k > i {
		j = k + 1
	}
	closed := false // a bracket stands behind the last post
	for ready := s.p(j).kind == place || s.p(j).kind == openSign || s.p(j).kind == state && j == i+1; j < len(s.pieces); j++ {
		p := s.p(j)
		switch {
		case p.has(in), p.has(to) && s.p(i).has(mission) && (s.p(j+1).kind == state || s.p(j+2).kind == state), p.has(to|from) && moved:
			ready = true
		case moved && len(all) == 0 && (p.kind == demonym || p.has(mission) || s.adverb(j)): // "moved to the U.S. consulate in Barcelona"
		case p.has(article | and | aux), p.kind == comma, p.kind == other && !p.has(verb) && s.doc.Tokens[p.at.First].Capital() && len(all) == 0:
		case ready && p.kind == place && cityLike(p.m):
			all = append(all, post{city: j, country: -1})
		case ready && p.kind == state && !(s.p(j-1).has(and) && len(all) > 0 && all[len(all)-1].city >= 0):
			if s.p(j-1).has(article) && s.p(j-2).kind == comma {
				return joined(all) // the subject of the main clause
			}
			if n := len(all) - 1; n >= 0 && all[n].city >= 0 && all[n].country < 0 && s.p(j-1).kind == comma && !closed {
				all[n].country = j
				continue
			}
			all = append(all, post{city: -1, country: j})
		case p.kind == openSign:
			end := s.bracket(j)
			if len(all) > 0 {
				all[len(all)-1].when = s.dateIn(j, end)
			} else if d := s.dateIn(j, end); d != nil && end > j {
				all = append(all, post{city: s.cityBefore(i), country: -1, when: d})
			}
			j, closed = max(j, end), true
		case p.kind == date && len(all) == 0:
			ready = true
		default:
			return joined(all)
		}
	}
	return joined(all)
}

// joined makes one post of a city and the country after it: "in Riga in Latvia".
func joined(all []post) []post {
	if len(all) == 2 && all[0].city >= 0 && all[0].country < 0 && all[1].city < 0 {
		return []post{{all[0].city, all[1].country, cmpDate(all[0].when, all[1].when)}}
	}
	return all
}

func cmpDate(a, b *piece) *piece {
	if a != nil {
		return a
	}
	return b
}

func cityLike(m *pipeline.Mention) bool {
	return m.Place != nil && (m.Place.Kind == "city" || m.Place.Kind == "region" || m.Place.Kind == "territory")
}

// dateIn is the date between two pieces, or nil.
func (s *sentence) dateIn(from, to int) *piece {
	for j := from; j <= to; j++ {
		if s.p(j).kind == date {
			return s.p(j)
		}
	}
	return nil
}

// leaves reports whether a post is the one moved from: "from Bonn to Berlin".
func (s *sentence) leaves(at post) bool {
	k := at.city
	if k < 0 {
		k = at.country
	}
	return k > 0 && s.p(k-1).has(from)
}

// exists reports whether the sentence says that the mission at piece i is there:
// "is located in", "Kazakhstan has an embassy in".
func (s *sentence) exists(i int) bool {
	if s.existsSubject(i) >= 0 {
		return true
	}
	if k := s.locatedBehind(i); k >= 0 {
		return s.polarity(k) == happened
	}
	for j := i - 1; j >= 0 && j >= i-reachRight; j-- { // "The Embassy is located in Astana and the consulate general in Almaty"
		p := s.p(j)
		if p.is(exist, past) && s.p(j-1).has(be) {
			return s.p(i-1).has(and) || s.p(i-2).has(and)
		}
		if p.kind == stop || p.has(barrier|acts|verb) && !p.has(be) {
			break
		}
	}
	return false
}

// locatedBehind is the "located" of which the mission at piece i is the subject, or -1.
func (s *sentence) locatedBehind(i int) int {
	for j := i + 1; j < len(s.pieces) && j <= i+8; j++ {
		p := s.p(j)
		if p.is(exist, past) && s.p(j-1).has(be) {
			return j
		}
		if p.kind == stop || p.has(barrier|acts|verb) && !p.has(be) {
			break
		}
	}
	return -1
}

// existsSubject is the country that "has" or "maintains" the mission at piece i, or -1.
func (s *sentence) existsSubject(i int) int {
	for j := i - 1; j >= 0 && j >= i-reachLeft; j-- {
		p := s.p(j)
		switch {
		case p.has(not):
			return -1
		case p.is(exist, presentTense|base|past) && !(s.p(j-1).has(be) && p.forms&past != 0):
			if s.auxiliary(j) || s.polarity(j) == denied {
				return -1
			}
			return s.subject(j, isState)
		case p.kind == stop, p.has(barrier | acts | verb | be), p.kind == date:
			return -1
		}
	}
	return -1
}

// period is the date of a heading that gives a mission's years and nothing else:
// "Consulate at Tunis, 1795 to 1956"; nil for none.
func (s *sentence) period(i int) *piece {
	if !s.heading() || i > 3 {
		return nil
	}
	for j := i + 1; j < len(s.pieces); j++ {
		p := s.p(j)
		switch {
		case p.kind == date && s.p(j-1).kind == comma:
			return p
		case p.has(in | article), p.kind == place, p.kind == state, p.kind == comma, p.kind == openSign, p.kind == closeSign:
		default:
			return nil
		}
	}
	return nil
}

// elevation reads "elevated its Legation in Santiago to Embassy status".
func (s *sentence) elevation(i int) {
	source, target := -1, -1
	for _, j := range s.missionsAround(i) {
		if s.elevatedTo(j) || s.p(i).has(assume) && j > i && j <= i+4 {
			target = j
		} else if source < 0 {
			source = j
		}
	}
	how := s.polarity(i)
	if how != happened && s.p(i).forms&noun != 0 && s.p(i).forms&past == 0 {
		return // "agreed to the elevation of"
	}
	if how == denied || source < 0 && target < 0 || s.p(i).has(assume) && !(source >= 0 && source < i && target > i) {
		return
	}
	lo, hi := i, i
	for _, j := range []int{source, target} {
		if j >= 0 {
			lo, hi = min(lo, j), max(hi, j)
		}
	}
	when := s.when(lo, hi, false)
	if s.p(i).forms&(past|presentTense|base) == 0 && when == nil {
		return
	}
	if target < 0 && s.p(source).mission == "embassy" {
		source, target = target, source
	}
	s.elevated(i, source, target, lo, hi, when, how)
}

func (s *sentence) elevated(i, source, target, lo, hi int, when *piece, how polarity) {
	f := s.fact("mission.elevated", "elevation", lo, hi)
	from := source
	if from < 0 {
		from = target
	}
	v := &pipeline.MissionValue{Type: "embassy"}
	if target >= 0 {
		v.Type = s.p(target).mission
	}
	f.Mission = v
	posts := s.posts(from, false)
	if target >= 0 && len(posts) == 0 {
		posts = s.posts(target, false)
	}
	if len(posts) > 0 {
		if k := posts[0].city; k >= 0 {
			v.City, v.Receiving = s.p(k).m.Value, s.hostOf(s.p(k).m)
			s.evidence(f, k)
		}
		if k := posts[0].country; k >= 0 {
			v.Receiving = s.p(k).country
			s.evidence(f, k)
		}
	}
	subject := -1
	if s.p(i).forms&(past|presentTense|base) != 0 && from > i {
		subject = s.subject(i, isState)
	}
	if s.frame.A != "" && s.bothBefore(i) {
		inferred(f, "sending")
		inferred(f, "receiving")
		s.mutualElevation(f, s.frame.A, s.frame.B, when, how)
		return
	}
	if subject >= 0 && s.own(from) {
		if both := s.listLeft(subject, isState); len(both) == 2 {
			s.evidence(f, both...)
			s.mutualElevation(f, s.p(both[0]).country, s.p(both[1]).country, when, how)
			return
		}
	}
	s.sender(f, from, subject)
	s.places(f)
	dated(f, when)
	s.keep(f, how)
	if source >= 0 && !senior(s.p(source).mission) && senior(v.Type) {
		s.risen(f, how)
	}
}

// mutualElevation makes the facts of two countries that raised their missions in
// one another's capitals.
func (s *sentence) mutualElevation(f *pipeline.Fact, a, b string, when *piece, how polarity) {
	dated(f, when)
	for _, pair := range [][2]string{{a, b}, {b, a}} {
		g, v := *f, *f.Mission
		v.Sending, v.Receiving = pair[0], pair[1]
		g.Mission, g.Evidence, g.At, g.Inferred = &v, slices.Clone(f.Evidence), slices.Clone(f.At), slices.Clone(f.Inferred)
		s.keep(&g, how)
	}
}

// bothBefore reports whether "both countries" are the subject of the verb at
// piece i.
func (s *sentence) bothBefore(i int) bool {
	for k := i - 1; k >= 0 && (s.p(k).has(aux|be|both) || s.adverb(k)); k-- {
		if s.p(k).has(both) {
			return true
		}
	}
	return false
}

// senior reports whether a type of mission is an embassy or legation, which any
// other that is raised to it opens.
func senior(mission string) bool { return mission == "embassy" || mission == "legation" }

// risen makes the fact that a mission is there from now on, where there was only
// a consulate or an office before.
func (s *sentence) risen(of *pipeline.Fact, how polarity) {
	f := *of
	f.Class, f.Strength = "mission.opened", pipeline.Likely
	f.At, f.Evidence, f.Inferred = slices.Clone(of.At), slices.Clone(of.Evidence), slices.Clone(of.Inferred)
	v := *of.Mission
	f.Mission = &v
	s.keep(&f, how)
}

// missionsAround are the pieces of missions in the clause of piece i.
func (s *sentence) missionsAround(i int) []int {
	var found []int
	for j := i - 1; j >= 0 && j >= i-reachLeft; j-- {
		p := s.p(j)
		if p.kind == stop || p.has(barrier|acts) && !p.has(relations|establish|aux) && p.forms&noun == 0 {
			break
		}
		if p.has(mission) {
			found = append(found, j)
		}
	}
	for j := i + 1; j < len(s.pieces) && j <= i+reachRight; j++ {
		p := s.p(j)
		if p.kind == stop || p.has(barrier|acts) && !p.has(as|article) && p.forms&noun == 0 {
			break
		}
		if p.has(mission) {
			found = append(found, j)
		}
	}
	slices.Sort(found)
	return found
}

// elevatedTo reports whether the mission at piece j is what another is elevated to.
func (s *sentence) elevatedTo(j int) bool {
	if s.toStatus(j) {
		return true
	}
	for k := j - 1; k >= 0 && k >= j-6; k-- {
		p := s.p(k)
		if p.has(to) {
			return true
		}
		if !p.has(article|of|status|officialVisit|normal) && p.kind != demonym && !(p.kind == other && s.doc.Tokens[p.at.First].Class != text.Word) {
			return false
		}
	}
	return false
}

// toStatus reports whether "status" or "rank" follows the mission at piece j.
func (s *sentence) toStatus(j int) bool { return s.p(j + 1).has(status) }
