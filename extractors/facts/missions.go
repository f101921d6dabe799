package facts

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// anyMission is the type of what is only called a mission.
const anyMission = "mission"

// houses are what belongs to a mission and may be opened or closed without it.
var houses = text.NewSet("premises", "building", "buildings", "residence", "chancery", "wing", "annex", "compound", "website", "page", "garden",
	"library", "gates", "doors", "hall", "reception", "quarters")

// staffs are those who work in a mission and may be withdrawn while it stays, and what is
// called after one.
var staffs = text.NewSet("personnel", "staff", "staffs", "employees", "officials", "officers", "dependents", "families", "guards", "workers", "suites", "hotel", "inn", "theatre", "theater", "plaza", "towers", "cinema")

// readMissions reads what happened to embassies and consulates. An elevation is
// read from its verb, since it names two missions; all else from the mission.
func readMissions(s *sentence) {
	for i := range s.pieces {
		if s.p(i).has(elevate) {
			s.elevation(i)
		}
	}
	for i := range s.pieces {
		switch {
		case s.p(i).has(mission):
			s.mission(i)
		case s.says(i, "it"):
			s.missionIt(i)
		}
	}
}

// mission reads what happened to the mission at piece i, at each of its posts.
func (s *sentence) mission(i int) {
	const want = establish | resume | closing | move
	if k := s.beforeArticle(i); k > 0 && s.p(k).has(of) && s.p(k-1).has(mission) {
		return // "a branch office of the Embassy"
	} else if k > 0 && s.p(k).has(of) && houses.Has(s.doc.Tokens[s.p(k-1).at.End-1]) {
		return // "inaugurated the new premises of the Embassy"
	} else if k > 0 && s.p(k).has(of) && levels.Has(s.doc.Tokens[max(s.p(k).at.First-1, 0)]) {
		return // "relations were restored at the level of embassies"
	}
	if s.atLevel(i) || s.hosts(i) || s.building(i) || s.itBecame(i) {
		return // "relations at legation level", "an interests section in the Embassy", "the Embassy's new building"
	}
	if staffs.Has(s.doc.Tokens[min(s.p(i).at.End, s.at.End-1)]) {
		return // "withdrew all embassy personnel", "Embassy Suites opened"
	}
	a, ok := s.actOn(i, want)
	ok = ok && !s.had(a.i, i)
	if s.eachOther(i) {
		s.mutualMission(i, a, ok)
		return
	}
	if k := s.beforeArticle(i); s.says(i+1, "operations") || s.p(k).has(in|of) && s.says(k-1, "operations") {
		a, ok = s.suspension(i, a, ok)
	}
	if !ok {
		a, ok = s.labelledAct(i)
	}
	if !ok {
		a, ok = s.begun(i)
	}
	if !ok {
		a, ok = s.gapped(i)
	}
	before := len(s.facts)
	s.missionAct(i, a, ok)
	if len(s.facts) == before+1 && (s.facts[before].Class == "mission.opened" || s.facts[before].Class == "mission.exists") {
		s.twinFacts(i, s.facts[before], s.twins(i, s.facts[before]))
	}
	s.missionActs(i, a, ok)
	s.actsWithin(i, before)
	s.names(i)
	if b, more := s.relativeAct(i, want); more && (!ok || b.i != a.i) {
		s.missionAct(i, b, more)
		s.missionActs(i, b, more)
	}
}

var levels = text.NewSet("level", "rank")

// building reports whether a building, and not what is in it, is told of behind piece i: "the
// Consulate General's new building", "was inaugurated in its new premises".
func (s *sentence) building(i int) bool {
	k := i + 1
	switch {
	case s.possessed(i):
		if k < len(s.pieces) && s.doc.Tokens[s.p(k).at.First].Has(text.Possess) {
			k++
		}
	case s.p(k).has(in):
		k = s.pastArticles(k + 1)
	default:
		return false
	}
	for last := k + 2; k < last && (s.common(k) || s.p(k).has(article)) && !houses.Has(s.doc.Tokens[s.p(k).at.First]); k++ {
	}
	return s.p(k).at.Len() > 0 && houses.Has(s.doc.Tokens[s.p(k).at.First])
}

// missionPosts are the places of the mission at piece i, named behind it or behind
// the act; one without a city when none is named.
func (s *sentence) missionPosts(i int, a act, ok bool) []post {
	moved := ok && s.p(a.i).has(move)
	posts := s.posts(i, moved)
	for _, k := range []int{i, a.i} {
		if h := s.hostMission(i, k); h >= 0 {
			posts = s.posts(h, false)
		}
	}
	if len(posts) == 0 && s.says(i+1, "operations") {
		posts = s.posts(i+1, false)
	}
	if moved && (a.voice != active || a.i > i) {
		if found := s.posts(a.i, true); len(found) > 0 {
			posts = found // "was opened in Almaty and moved to Astana"
		} else if a.i > i {
			posts = nil // "the Embassy in Athens moved": not to Athens
		}
	}
	if k := s.locatedBehind(i); k >= 0 {
		if found := s.posts(k, false); len(found) > 0 {
			posts = found
		}
	}
	if !ok {
		posts = s.atAddress(i, posts)
	}
	if ok && a.voice != active && (len(posts) == 0 || len(posts) == 1 && posts[0].city < 0 && posts[0].when == nil && !moved) {
		if found := s.posts(a.i, moved); len(posts) == 0 || s.citiesOf(found, posts[0].country) {
			posts = found // "the first consulate in Australia was established at Sydney"
		}
	}
	if len(posts) == 0 && ok && a.voice == passive {
		posts = s.toldPosts(i, a)
	}
	if len(posts) == 0 {
		posts = []post{{city: max(s.cityBefore(i), s.cityWhere(i)), country: -1}}
	}
	if n := len(posts) - 1; n == 0 && posts[0].city < 0 && ok {
		posts[0].city = s.cityAside(a.i)
	}
	return posts
}

// missionClass is the class of fact that the words support, or "".
func (s *sentence) missionClass(i int, a act, ok bool, at post, when *piece) string {
	switch {
	case at.when != nil && s.openedWithin(at):
		return "mission.opened" // "by the Embassy in Astana (opened in 2018)"
	case !ok && s.inCareer(i):
		return ""
	case !ok && at.when != nil && (at.when.m.Date == nil || at.when.m.Date.Qualifier != "since") && s.workplace(i):
		return "" // "she was counsellor at the Embassy in London (1993-1996)"
	case at.when != nil && at.when.m.Date != nil && (at.when.m.Date.Qualifier == "since" || !ok):
		if v := s.p(a.i); ok && v.has(closing) {
			return "mission.closed"
		}
		return "mission.opened"
	case !ok && s.heldUntil(i) != nil:
		return "mission.closed"
	case !ok:
		if s.period(i) != nil {
			return "mission.opened"
		}
		if at.city < 0 && at.country < 0 && (strings.HasSuffix(s.doc.Word(s.p(i).at.End-1), "s") || strings.HasSuffix(s.doc.Word(s.p(i).at.First), "s")) {
			return "" // "has embassies in 54 countries", "33 consulates general"
		}
		if s.exists(i) {
			return "mission.exists"
		}
		return ""
	}
	switch v := s.p(a.i); {
	case v.has(closing), v.has(sever):
		return "mission.closed"
	case v.has(resume), v.has(establish) && s.anewAt(a.i):
		return "mission.reopened"
	case v.has(move):
		if at.city < 0 && at.country < 0 && when == nil {
			return "" // to other premises, at no time
		}
		return "mission.moved"
	case s.building(a.i): // "was inaugurated in new premises"
	case v.is(establish|begin, past|presentTense|base|gerund|noun):
		return "mission.opened"
	}
	return ""
}

// missionFact makes the fact of one post.
func (s *sentence) missionFact(class string, i, lo, hi int, a act, ok bool, at post, when *piece, how polarity) {
	f := s.fact(class, "missions", lo, hi)
	v := &pipeline.MissionValue{Type: s.p(i).mission}
	f.Mission = v
	s.missionAt(f, class, i, at)
	subject := -1
	switch {
	case !ok:
		subject = s.existsSubject(i)
	case a.voice == relative:
		subject = s.before(i)
	case a.voice == active:
		if subject = s.subject(a.i, isState); subject < 0 && s.p(a.i).forms&gerund != 0 {
			subject = s.stateAfterComma(i)
		}
	}
	if subject < 0 && s.own(i) {
		subject = s.antecedent(i)
	}
	if !ok || a.voice != active || !s.openedOnVisit(f, i, a.i) {
		s.sender(f, i, subject)
	}
	s.labelMission(v, i)
	if v.Sending == "" && ok && a.voice == active && s.itActs(a.i) && !s.same(s.lastState, v.Receiving) {
		v.Sending = s.lastState
	}
	s.whoseBefore(v)
	if v.Sending == "" && ok && a.voice == active && strings.HasSuffix(v.Type, " office") && !s.itActs(a.i) {
		return // "Siemens opened a representative office in Lima"
	}
	s.places(f)
	if s.lookedAfter(i, a, v.Receiving) {
		v.Receiving = ""
	}
	if v.Sending == "" && v.Receiving == "" && when == nil {
		return
	}
	if p := s.years(class, i, ok, at, when); p != nil {
		s.lasted(f, p)
		return
	}
	if !ok && class == "mission.closed" {
		when = s.heldUntil(i)
	}
	s.dateMission(f, ok, when)
	s.keep(f, how)
	if class == "mission.opened" && how == happened {
		s.firstConsulate(f, i)
	}
}

// dateMission gives the fact of a mission its date; acted is whether the words tell of an act
// and not only that the mission was there.
func (s *sentence) dateMission(f *pipeline.Fact, acted bool, when *piece) {
	dated(f, when)
	s.datedThen(f)
	if acted {
		s.onThatDay(f, when)
	}
	switch {
	case f.Class != "mission.closed" || f.Date == nil:
	case !acted:
		f.Date = turned(f.Date)
	case strings.HasPrefix(f.Date.EDTF, "../"):
		f.Date = nil // "was closed until 1835"
	}
}
