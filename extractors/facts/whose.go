package facts

import (
	"cmp"

	"chancery/pipeline"
)

// itActs reports whether "it" is the subject of the verb at piece i: the country that
// was the subject of the sentence before.
func (s *sentence) itActs(i int) bool {
	k := s.beforeAux(i)
	return s.says(k, "it") && s.lastState != ""
}

// itMeans is the country that "it" before the verb at piece i means: the first that acts in the
// sentence, "Although Spain joined the war, it did not recognize", else the subject of the
// sentence before; "" for none.
func (s *sentence) itMeans(i int) string {
	for k := 0; k < s.beforeVerb(i); k++ {
		if v := k + 1; s.p(k).kind == state && !s.p(s.beforeArticle(k)).has(preps) && s.p(v).has(acts|verb|exist) {
			return s.p(k).country
		}
	}
	return s.lastState
}

// before is the country that opens, or has, the mission at piece i, of which a
// relative clause tells more; -1 for none.
func (s *sentence) before(i int) int {
	if k := s.actBefore(i, establish|resume|closing|move); k >= 0 {
		return s.subject(k, isState)
	}
	return s.existsSubject(i)
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

// stateAfterComma is the country that begins the main clause behind piece i:
// "After opening an embassy in Lima, Hungary ..."; -1 for none.
func (s *sentence) stateAfterComma(i int) int {
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		if s.p(k).kind != comma {
			continue
		}
		if s.p(k + 1).has(article) {
			k++
		}
		if isState(s.p(k + 1)) {
			return k + 1
		}
		return -1
	}
	return -1
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
	if v.Sending == "" {
		v.Sending = s.sharedOwner(i)
	}
	if s.same(v.Sending, v.Receiving) {
		v.Receiving = "" // no country has a mission in itself
	}
}

// whoseBefore takes the sender of a mission of which the sentence has told already:
// "Hungary opened an embassy in Lima in 1965, closed it in 2010 and reopened it in 2016".
func (s *sentence) whoseBefore(v *pipeline.MissionValue) {
	if v.Sending != "" || len(s.facts) == 0 {
		return
	}
	last := s.facts[len(s.facts)-1]
	if o := last.Mission; o != nil && last.At[0].First >= s.at.First && o.Type == v.Type && o.City == v.City && o.Receiving == v.Receiving {
		v.Sending = o.Sending
	}
}

// places fills in what the words leave out from the page.
func (s *sentence) places(f *pipeline.Fact) {
	v := f.Mission
	if nowhere(v) {
		s.recall(f)
	}
	if o := s.lastMission(v.Type); v.Sending == "" && v.Receiving != "" && o != nil && o.Receiving == v.Receiving {
		v.Sending = o.Sending // "The Embassy relocated to A"
		inferred(f, "sending")
	}
	s.sides(f, &v.Sending, &v.Receiving)
	if h := s.house; v.City == "" && h.City != "" && v.Type == h.Type && f.Class != "mission.moved" && v.Sending == h.Sending && v.Receiving == h.Receiving {
		v.City = h.City // of the embassy that the title names
		inferred(f, "city")
	}
	if v.Sending == "" || v.Receiving == "" {
		f.Strength = pipeline.Likely
	}
}

// openedOnVisit takes "the Embassy" at piece i, which someone opened by the verb at piece at on a visit
// of which the sentence told, for that of the visitor's country: "A visited Laos and opened the Embassy".
func (s *sentence) openedOnVisit(f *pipeline.Fact, i, at int) bool {
	if f.Mission.Receiving != "" || f.Mission.City != "" || s.owner(i) >= 0 {
		return false
	}
	for k := at - 1; k >= 0 && k >= at-reachLeft; k-- {
		if !s.p(k).is(visit|travel, past) {
			continue
		}
		var j journey
		who := s.visitorsOf(k)
		if s.goal(k, &j); len(who) != 1 || len(j.goals) == 0 {
			return false
		}
		host := s.hostOf(s.p(j.goals[0]).m)
		s.meantMission(f, &pipeline.MissionValue{Sending: cmp.Or(who[0].Country, s.counterpart(host)), Receiving: host})
		return true
	}
	return false
}

// recall takes "the Embassy" for the mission of that type named last.
func (s *sentence) recall(f *pipeline.Fact) { s.recallAs(f, f.Mission.Type) }

// recallAs takes the mission of a fact for the one of a type that was named last.
func (s *sentence) recallAs(f *pipeline.Fact, kind string) {
	if o := s.lastMission(kind); o != nil {
		s.meantMission(f, o)
		return
	}
	switch kind {
	case s.told.Type:
		s.meantMission(f, &s.told)
	case s.house.Type:
		s.meantMission(f, &s.house)
	default:
		if s.house.Sending != "" && (f.Mission.Type == "legation" || f.Mission.Type == "embassy") {
			s.meantMission(f, &s.house) // the legation that became the embassy of which the page tells
			fill(&f.Mission.City, s.house.City)
		}
	}
}

// lastMission is the mission of a type of which a fact told last; nil for none.
func (s *sentence) lastMission(kind string) *pipeline.MissionValue {
	for k := len(s.facts) - 1; k >= 0 && k >= len(s.facts)-12; k-- {
		o := s.facts[k].Mission
		if o == nil || o.Type != kind || o.Sending == "" || s.facts[k].Class == "mission.elevated" && s.facts[k].At[0].First >= s.at.First {
			continue // "Legation raised to Embassy, 1946" tells of one act
		}
		return o
	}
	return nil
}

// meantMission completes a fact with whose mission it is and where, as told before.
func (s *sentence) meantMission(f *pipeline.Fact, o *pipeline.MissionValue) {
	f.Mission.Sending, f.Mission.Receiving = o.Sending, o.Receiving
	f.Strength = pipeline.Likely
	inferred(f, "sending")
	inferred(f, "receiving")
}

// names keeps the mission at piece i, when its words tell whose it is and where, for
// sentences that call it "the legation".
func (s *sentence) names(i int) {
	k := s.owner(i)
	if k < 0 {
		return
	}
	posts := s.posts(i, false)
	if len(posts) != 1 {
		return
	}
	v := pipeline.MissionValue{Type: s.p(i).mission, Sending: s.p(k).country}
	if posts[0].country >= 0 {
		v.Receiving = s.p(posts[0].country).country
	} else {
		v.Receiving = s.hostOf(s.p(posts[0].city).m)
	}
	if v.Sending != "" && v.Receiving != "" && !s.same(v.Sending, v.Receiving) {
		s.told = v
	}
}

// noteState keeps the country that is the subject of the sentence's first verb.
func (s *sentence) noteState() {
	for i := range s.pieces {
		p := s.p(i)
		if !p.has(acts|hold|verb|be|exist) || p.forms == noun {
			continue
		}
		if k := s.subject(i, isState); k >= 0 && s.p(k).kind == state {
			s.lastState = s.p(k).country
		} else if !s.says(i-1, "it") && !s.says(0, "it") {
			s.lastState = ""
		}
		return
	}
}
