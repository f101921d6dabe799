package facts

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// elevation reads "elevated its Legation in Santiago to Embassy status".
func (s *sentence) elevation(i int) {
	if s.says(i, "promoted") && s.promotion(i) {
		return
	}
	if s.raisesIt(i) {
		return
	}
	source, target := -1, -1
	around := s.missionsAround(i)
	for n, j := range around {
		if n > 0 && s.p(s.beforeArticle(j)).has(from) { // "the Consulate General was elevated from a consulate"
			source, target = j, around[n-1]
			if n+1 < len(around) && s.elevatedTo(around[n+1]) {
				target = around[n+1] // "upgraded its representation from a legation to an embassy"
			}
			break
		}
		if s.elevatedTo(j) || s.turns(i) && j > i && j <= i+4 { // "became", "was converted into"
			target = j
		} else if source < 0 {
			source = j
		}
	}
	how := s.polarity(i)
	if how != happened && s.p(i).forms&noun != 0 && s.p(i).forms&past == 0 {
		return // "agreed to the elevation of"
	}
	if target < 0 && !s.toAmbassador(i) {
		return // "raised from the level of Chargé to that of Minister Resident"
	}
	if how == denied || source < 0 && target < 0 || s.turns(i) && !(source >= 0 && source < i && target > i) {
		return
	}
	if source >= 0 && target >= 0 && (lesser(s.p(target).mission, s.p(source).mission) || s.p(source).mission == "embassy") {
		return // "became a vice consulate", "the embassy became a branch office"
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
	if target >= 0 && s.p(i-1).has(be) {
		s.elevatedToo(i, around, target, when, how)
	}
}

// elevatedToo reads the further subjects of a passive: "The Mexican Legation in
// Washington and the American Legation in Mexico City were raised to Embassies".
func (s *sentence) elevatedToo(i int, around []int, target int, when *piece, how polarity) {
	for n, j := range around {
		if n > 0 && j < i && s.owner(j) >= 0 && s.p(s.beforeArticle(s.owner(j)+1)).has(and) {
			s.elevated(i, j, target, j, max(i, target), when, how)
		}
	}
}

func (s *sentence) elevated(i, source, target, lo, hi int, when *piece, how polarity) {
	f := s.fact("mission.elevated", "elevation", lo, hi)
	from := source
	if from < 0 || target >= 0 && s.owner(from) < 0 && s.owner(target) >= 0 {
		from = target
	}
	v := &pipeline.MissionValue{Type: "embassy"}
	if target >= 0 {
		v.Type = s.p(target).mission
	}
	f.Mission = v
	s.elevatedAt(f, from, target)
	subject := -1
	if s.p(i).forms&(past|presentTense|base) != 0 && from > i {
		subject = s.subject(i, isState)
	}
	if s.frame.A != "" && (s.bothBefore(i) || nowhere(v) && source >= 0 && source < i && s.plural(source) && s.owner(source) < 0) { // "the legations were raised"
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
	if v.Sending == "" && from > i && s.itActs(i) && !s.same(s.itMeans(i), v.Receiving) {
		v.Sending = s.itMeans(i) // "A recognized B when it raised the Consulate General to an embassy"
	}
	if v.Sending == "" && v.Receiving == "" && v.City == "" && source >= 0 {
		s.recallAs(f, s.p(source).mission)
	}
	if nowhere(v) {
		s.whichRose(f, i)
	}
	s.places(f)
	dated(f, when)
	if nowhere(v) && f.Date == nil {
		return
	}
	if f.Date != nil {
		f.Date = f.Date.Begun() // "effective 7 January"
	}
	s.keep(f, how)
	if source >= 0 && !senior(s.p(source).mission) && senior(v.Type) {
		s.risen(f, how)
	}
}

// nowhere reports whether nothing is known yet of whose a mission is and where.
func nowhere(v *pipeline.MissionValue) bool {
	return v.Sending == "" && v.Receiving == "" && v.City == ""
}

// whichRose completes an elevation from the mission before "which", the subject of the verb at
// piece i: "Malta opened a legation in Lima, which was raised to an embassy".
func (s *sentence) whichRose(f *pipeline.Fact, i int) {
	k := i - 1
	for s.p(k).has(be|aux) || s.adverb(k) {
		k--
	}
	j := k
	for j >= 0 && !s.p(j).has(mission) {
		j--
	}
	if !s.says(k, "which") || j < 0 {
		return
	}
	subject := -1
	if a := s.actBefore(j, establish); a >= 0 && s.p(a).forms&past != 0 {
		subject = s.subject(a, isState)
	}
	for at := j + 1; at < k; at++ {
		if p := s.p(at); p.kind == place && cityLike(p.m) {
			f.Mission.City, f.Mission.Receiving = p.m.Value, s.hostOf(p.m)
			s.evidence(f, at)
		}
	}
	s.sender(f, j, subject)
}

// turns reports whether what a mission becomes stands right behind the verb at piece i:
// "became an embassy", "was converted into an embassy".
func (s *sentence) turns(i int) bool {
	return s.p(i).has(assume) || s.p(i).at.Len() > 1 || s.says(i, "becomes")
}

// elevatedAt takes the post named behind one of the two missions.
func (s *sentence) elevatedAt(f *pipeline.Fact, from, target int) {
	v, posts := f.Mission, s.posts(from, false)
	if target >= 0 && len(posts) == 0 {
		posts = s.posts(target, false)
	}
	if a, ok := s.actOn(from, establish|resume|move); ok && len(posts) == 0 && a.voice == passive {
		posts = s.posts(a.i, false) // "A consulate was established at Nicosia in 1949, and raised to"
	}
	if k := s.cityBefore(from); k >= 0 && len(posts) == 0 {
		posts = []post{{city: k, country: -1}} // "the Melbourne consulate became a Consulate General"
	}
	if len(posts) == 0 {
		return
	}
	if k := posts[0].city; k >= 0 {
		v.City, v.Receiving = s.p(k).m.Value, s.hostOf(s.p(k).m)
		s.evidence(f, k)
	}
	if k := posts[0].country; k >= 0 {
		v.Receiving = s.p(k).country
		s.evidence(f, k)
	}
}

// mutualElevation makes the facts of two countries that raised their missions in
// one another's capitals.
func (s *sentence) mutualElevation(f *pipeline.Fact, a, b string, when *piece, how polarity) {
	dated(f, when)
	if f.Date != nil {
		f.Date = f.Date.Begun()
	}
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

// ranks are the types of mission from the least to the greatest.
var ranks = []string{"consular agency", "vice consulate", "consulate", "consulate general", "legation", "embassy"}

// lesser reports whether one type of mission is known to rank below another.
func lesser(a, b string) bool {
	i, j := slices.Index(ranks, a), slices.Index(ranks, b)
	return i >= 0 && j >= 0 && i < j
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
		if p.kind == comma && s.whichAside(j) >= 0 {
			j = s.whichAside(j) // "the consulate, which had reopened in 1991, was elevated"
			continue
		}
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

// whichAside is the comma that opens the clause of "which" that the comma at piece k closes; -1
// when it closes none.
func (s *sentence) whichAside(k int) int {
	for c := k - 1; c > 0 && c >= k-reachLeft; c-- {
		if s.p(c).kind == comma && s.says(c+1, "which") {
			return c
		}
	}
	return -1
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
