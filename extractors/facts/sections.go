package facts

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// An interests section works in the embassy of a third state: "opened an Interests Section
// in the Swiss Embassy in Havana" names who looks after it and not who receives it.

// interestsSection is the type of such a mission.
const interestsSection = "interests section"

// hostMission is the mission in which the interests section at piece i works, as named
// behind piece k, the section itself or what happened to it; -1 for none.
func (s *sentence) hostMission(i, k int) int {
	if s.p(i).mission != interestsSection || !s.p(k+1).has(in|of) {
		return -1
	}
	for j := k + 2; j < len(s.pieces) && j <= k+6; j++ {
		switch p := s.p(j); {
		case p.has(mission):
			return j
		case !p.has(article) && p.kind != demonym && p.kind != state:
			return -1
		}
	}
	return -1
}

// hosts reports whether the mission at piece i is only where an interests section works.
func (s *sentence) hosts(i int) bool {
	k := s.beforeArticle(i)
	if k < 1 || !s.p(k).has(in|of) {
		return false
	}
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if s.p(j).has(mission) {
			return s.p(j).mission == interestsSection
		}
		if !s.p(j).has(establish | closing | resume | be) {
			return false
		}
	}
	return false
}

// lookedAfter takes the state whose embassy houses an interests section for no host of it.
func (s *sentence) lookedAfter(i int, a act, receiving string) bool {
	for _, k := range []int{i, a.i} {
		if h := s.hostMission(i, k); h >= 0 {
			o := s.owner(h)
			return o >= 0 && s.same(s.p(o).country, receiving)
		}
	}
	return false
}

// A section of a list of missions is a line with the name of one, and what stands under it.
type section struct {
	pipeline.MissionValue
	n int // the sentence of its line
}

// noteSection keeps the mission whose name fills a line: "Embassy of Kenya in Austria", and under it
// "Ambassador: A".
func (s *sentence) noteSection() {
	i := s.pastNumeral()
	if s.senses&mission == 0 || !s.missionLine(i) {
		return
	}
	k := s.owner(i)
	at := s.pastArticles(k + 2)
	if at+1 < len(s.pieces) {
		return
	}
	s.section = section{pipeline.MissionValue{Sending: s.p(k).country, Receiving: s.hostOf(s.p(at).m)}, s.n}
}

// sectionPost takes where a post is from the line above that names the mission.
func (s *sentence) sectionPost(f *pipeline.Fact) {
	const furthest = 8 // lines
	v := f.Appointment
	if o := s.section; o.Sending != "" && s.n-o.n <= furthest && v.Event == "holds" && v.Receiving == "" && (v.Sending == "" || s.same(v.Sending, o.Sending)) && diplomatic(v.Person.Role) && s.doc.Tokens[s.at.First].Has(text.LineStart) {
		v.Sending, v.Receiving = o.Sending, o.Receiving
		inferred(f, "receiving")
	}
}
