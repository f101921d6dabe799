package facts

import (
	"cmp"
	"slices"

	"chancery/pipeline"
)

// missionIt reads what happened to "it", piece i, when that is the one mission of which the
// clause or the sentence before tells: "Norway opened an embassy in Lima in 1960. It was
// closed in 1990 and reopened in 2014."
func (s *sentence) missionIt(i int) {
	want := closing | resume | move | elevate
	o := s.onlyMission()
	if o == nil || o.Mission.Sending == "" && o.Mission.Receiving == "" {
		return
	}
	if o.Class == "mission.exists" {
		want |= establish // "A consular post was maintained in B. It opened in 1948"
	}
	if before := s.p(i - 1); i > 0 && before.kind != stop && before.kind != comma && !before.has(and) && !(before.kind == date && s.newClause(i-1)) {
		return
	}
	v, isPassive := i+1, false
	for s.p(v).has(be|aux) || s.adverb(v) {
		isPassive = isPassive || s.p(v).has(be)
		v++
	}
	if !s.p(v).is(want, past) || !isPassive && !s.objectless(v) && s.raisedTo(v) < 0 {
		return
	}
	for k := v; k < len(s.pieces) && k <= v+reachBack; k++ {
		p := s.p(k)
		if k > v && (p.kind == stop || isActor(p) || p.has(mission) && s.p(s.beforeArticle(k)).has(and)) {
			return
		}
		if p.is(want, past) && (k == v || s.coordinated(k) || s.p(k-1).kind == comma) && (s.raisedTo(k) >= 0 || s.objectless(k) || s.p(k-1).has(be|and)) {
			if r := s.raisedTo(k); r >= 0 && lesser(s.p(r).mission, o.Mission.Type) {
				f, m := *o, *o.Mission
				m.Type, f.Mission, s.used[r] = s.p(r).mission, &m, true
				o = &f // "became a Consular Agency": no elevation
				continue
			}
			s.missionItself(o, k)
			if last := s.facts[len(s.facts)-1]; last.Mission != nil && last.Mission.Type != o.Mission.Type {
				o = last // what is told next is told of what it has become
			}
		}
	}
}

// raisesIt reports whether "it" is the subject of the verb of rising at piece i, and means a
// mission told before.
func (s *sentence) raisesIt(i int) bool {
	for n := 0; n < 3; n++ {
		k := i - 1
		for s.p(k).has(be|aux) || s.adverb(k) {
			k--
		}
		if s.says(k, "it") {
			o := s.onlyMission()
			if o == nil && s.missionBefore(k) {
				return s.raisedTo(i) >= 0
			}
			return o != nil && o.Mission.Sending+o.Mission.Receiving != "" && s.raisedTo(i) >= 0 || n > 0 && o != nil
		}
		if !s.p(k).has(and) {
			return false
		}
		if i = s.verbBefore(k); i < 0 {
			return false
		}
	}
	return false
}

// itBecame reports whether the mission at piece i is only what "it" became, of which missionIt
// reads all that happened: "It reopened in 1959, became a Consulate General in 1992 and closed in 1996".
func (s *sentence) itBecame(i int) bool {
	for k := i - 1; k > 0 && k >= i-5; k-- {
		if s.p(k).has(elevate) && s.raisedTo(k) == i {
			for k > 0 && k > i-reachBack && !s.p(k).has(mission) && !s.says(k, "it") {
				k--
			}
			return s.says(k, "it")
		}
	}
	return false
}

// missionItself makes the fact of what the verb at piece v says of a mission told before.
func (s *sentence) missionItself(o *pipeline.Fact, v int) {
	when := s.when(v, v, false)
	if when == nil || s.dayOff(s.p(v).at.First) {
		return
	}
	f := s.fact("mission.closed", "missions", v, v)
	m := *o.Mission
	f.Mission, f.Strength = &m, pipeline.Likely
	if k := s.pastArticles(v + 2); s.p(v + 1).has(as) {
		if !s.p(k).has(mission) {
			return // "and reopened as a museum"
		}
		m.Type = s.p(k).mission // "It reopened as a Consulate General"
	}
	switch p := s.p(v); {
	case p.has(elevate):
		k := s.raisedTo(v)
		if k < 0 {
			return
		}
		f.Class, m.Type = "mission.elevated", s.p(k).mission
		s.used[k] = true
	case p.has(resume):
		f.Class = "mission.reopened"
	case p.has(establish):
		f.Class = "mission.opened"
	case p.has(move):
		at := s.posts(v, true)
		if len(at) != 1 || at[0].city < 0 || s.leaves(at[0]) {
			return
		}
		f.Class, m.City = "mission.moved", s.p(at[0].city).m.Value
		s.evidence(f, at[0].city)
	}
	f.Evidence = append(f.Evidence, o.Evidence[:len(o.Evidence):len(o.Evidence)]...)
	f.Evidence = slices.DeleteFunc(f.Evidence, func(m *pipeline.Mention) bool { return m.Kind == pipeline.Date })
	for _, slot := range []string{"sending", "receiving", "city", "type"} {
		if slices.Contains(o.Inferred, slot) {
			inferred(f, slot)
		}
	}
	dated(f, when)
	s.keep(f, happened)
}

// onlyMission is the fact of the one mission of which this sentence or the one before in
// the paragraph tells; nil when there are several, or none.
func (s *sentence) onlyMission() *pipeline.Fact {
	from := s.at.First
	if s.n > 0 && !s.toldHere() {
		from = max(s.begins, s.doc.Sentences[s.n-1].First)
	}
	var only, last *pipeline.Fact
	for k := len(s.facts) - 1; k >= 0 && k >= len(s.facts)-mostOpen; k-- {
		f := s.facts[k]
		if f.At[0].First < from {
			break
		}
		if f.Mission == nil {
			continue
		}
		if only != nil && (only.Mission.City != f.Mission.City || only.Mission.Receiving != f.Mission.Receiving) {
			return nil
		}
		if only != nil && only.Mission.Type != f.Mission.Type {
			if f.Mission.City == "" || only.Class != "mission.elevated" && last == nil {
				return nil
			}
			last = cmp.Or(last, only) // it was raised
		}
		only = f
	}
	return cmp.Or(last, only)
}

// toldHere reports whether this sentence has told of a mission.
func (s *sentence) toldHere() bool {
	for k := len(s.facts) - 1; k >= 0 && s.facts[k].At[0].First >= s.at.First; k-- {
		if s.facts[k].Mission != nil {
			return true
		}
	}
	return false
}

// raisedTo is the mission that "it" becomes by the verb at piece v: "was upgraded to an
// embassy", "became an embassy"; -1 for none.
func (s *sentence) raisedTo(v int) int {
	if !s.p(v).has(elevate) {
		return -1
	}
	k := v + 1
	for k <= v+4 && (s.p(k).has(to|as|article|status|of|normal) || s.p(k).kind == demonym) {
		k++
	}
	if !s.p(k).has(mission) || s.p(k).mission == anyMission || v+1 == k && !s.turns(v) {
		return -1
	}
	return k
}

// missionBefore reports whether the sentence names a mission before piece k.
func (s *sentence) missionBefore(k int) bool {
	for k--; k >= 0; k-- {
		if s.p(k).has(mission) {
			return true
		}
	}
	return false
}

// unvisited is a date, nil where it is one since which there was no visit: "for the reopening of the
// embassy, the first visit by a Secretary of State since 1945".
func (s *sentence) unvisited(hi int, when *piece) *piece {
	if !since(when) {
		return when
	}
	for k := hi + 1; k < s.indexOf(when); k++ {
		if s.p(k).is(visit, noun) {
			return nil
		}
	}
	return when
}
