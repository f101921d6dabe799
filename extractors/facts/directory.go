package facts

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// readDirectory reads the lines of a list of a country's missions: "Ethiopia: Addis
// Ababa (Embassy)" and, in a table, "Ethiopia | Addis Ababa | Embassy", under
// "Diplomatic missions of Lesotho".
func readDirectory(s *sentence) {
	switch {
	case !s.doc.Tokens[s.at.First].Has(text.LineStart):
		return
	case s.senses&mission != 0 && s.over():
		s.directory = ""
	case s.senses&mission != 0 && s.directoryOf():
		return
	}
	if s.directory == "" || s.dateIn(0, len(s.pieces)-1) != nil || s.clausal() {
		return
	}
	if s.directoryTown() {
		return
	}
	if len(s.pieces) == 1 && s.p(0).kind == state { // "Austria", and under it "Vienna (Embassy)"
		s.directoryHost = s.p(0).m
		return
	}
	if s.p(s.bulleted()).kind == place && s.directoryHost != nil {
		s.directoryCity(s.bulleted())
		return
	}
	host := -1
	for i := range s.pieces {
		p := s.p(i)
		switch {
		case p.kind == state && host < 0 && s.labels(i):
			host = i
		case p.kind == person, p.kind == role:
			return
		case host >= 0 && p.kind == place && s.same(p.m.Place.Country, s.p(host).country):
			if m := s.houseOf(i); m >= 0 {
				s.directoryMission(host, i, m)
			}
		}
	}
}

// bulleted is the first piece of a line behind its bullet.
func (s *sentence) bulleted() int {
	if s.doc.Tokens[s.p(0).at.First].Class == text.Dash || s.p(0).kind == other && s.doc.Tokens[s.p(0).at.First].Class == text.Other {
		return 1
	}
	return 0
}

// directoryCity reads the line of a city, piece i, in the country whose name is a
// line of its own above.
func (s *sentence) directoryCity(i int) {
	host := s.directoryHost
	if m := s.houseOf(i); m >= 0 && s.same(s.p(i).country, host.Place.Country) {
		if f := s.directoryFact(host.Place.Country, i, m); f != nil {
			f.Evidence = append(f.Evidence, host)
			s.evidence(f, i)
			s.keep(f, happened)
		}
	}
}

// directoryOf opens the list at the heading that says whose missions follow, and
// reports whether the line is that.
func (s *sentence) directoryOf() bool {
	const most = 16 // "This is a list of diplomatic missions of Malawi, excluding honorary consulates."
	if len(s.pieces) > most {
		return false
	}
	for i := range s.pieces {
		if p := s.p(i); !p.has(mission) || !s.plural(i) {
			continue
		}
		if k := s.owner(i); k > i {
			s.directory = s.p(k).country
			s.directoryIn(i, k)
			return true
		}
	}
	return false
}

// directoryIn takes the country in which the missions at piece i all are, and what they are, from
// the heading, which names whose they are at piece k: "Honorary Consulates of Malta in Italy".
func (s *sentence) directoryIn(i, k int) {
	if host := s.pastArticles(k + 2); s.p(k+1).has(in) && s.p(host).kind == state && s.p(i).mission != anyMission && !s.same(s.p(host).country, s.directory) {
		s.directoryHost = s.p(host).m
		s.house = pipeline.MissionValue{Type: s.p(i).mission, Sending: s.directory, Receiving: s.p(host).country}
	}
}

// directoryTown makes the fact of a line that is the name of a city, under such a heading.
func (s *sentence) directoryTown() bool {
	p := s.p(0)
	if len(s.pieces) != 1 || p.kind != place || !cityLike(p.m) || s.directoryHost == nil || s.house.Sending != s.directory || !s.same(s.hostOf(p.m), s.house.Receiving) {
		return false
	}
	f := s.fact("mission.exists", "directory", 0, 0)
	v := s.house
	v.City = p.m.Value
	f.Mission, f.Strength = &v, pipeline.Likely
	f.Evidence = append(f.Evidence, s.directoryHost)
	s.evidence(f, 0)
	for _, slot := range []string{"type", "sending", "receiving"} {
		inferred(f, slot)
	}
	s.keep(f, happened)
	return true
}

// over reports whether the line is about missions that are no more, or not yet.
func (s *sentence) over() bool {
	for i := s.at.First; i < s.at.End; i++ {
		if gone.Has(s.doc.Tokens[i]) {
			return true
		}
	}
	return false
}

var gone = text.NewSet("closed", "former", "formerly", "defunct", "past", "planned", "future", "proposed", "accredited", "suspended")

// plural reports whether the word for missions at piece i is one.
func (s *sentence) plural(i int) bool {
	first, last := s.doc.Word(s.p(i).at.First), s.doc.Word(s.p(i).at.End-1)
	return first[len(first)-1]|0x20 == 's' || last[len(last)-1]|0x20 == 's' // in capitals too
}

// houseOf is the type of mission behind the city at piece i, in brackets or in the next
// field; -1 for none.
func (s *sentence) houseOf(i int) int {
	if k := i + 2; s.p(k).has(mission) && s.doc.Tokens[s.p(i+1).at.First].Class != text.Word {
		if next := s.p(k + 1); next.kind == closeSign || next.kind == stop {
			return k
		}
	}
	return -1
}

// directoryMission makes the fact of a mission that a line of the list names.
func (s *sentence) directoryMission(host, city, house int) {
	if f := s.directoryFact(s.p(host).country, city, house); f != nil {
		f.At[0].First = s.p(host).at.First
		s.evidence(f, host, city)
		s.keep(f, happened)
	}
}

// directoryFact is the fact without its evidence; nil when a country has a mission
// in itself.
func (s *sentence) directoryFact(receiving string, city, house int) *pipeline.Fact {
	f := s.fact("mission.exists", "directory", city, house)
	f.Mission = &pipeline.MissionValue{Type: s.p(house).mission, Sending: s.directory, Receiving: receiving, City: s.p(city).m.Value}
	if s.same(s.directory, receiving) {
		return nil
	}
	f.Strength = pipeline.Likely
	inferred(f, "sending")
	return f
}
