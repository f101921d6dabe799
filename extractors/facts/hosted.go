package facts

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A hostList is a list of the missions that countries have in one of them: "Embassies in Lusaka", and
// under it "Angola (Embassy)".
type hostList struct {
	on      bool
	country string // the host; "" before a title or heading names it
	city    *piece
	kind    string // type of all missions of the list, when its heading names one only
}

// readHosted reads the headings and lines of such a list.
func readHosted(s *sentence) {
	if !s.doc.Tokens[s.at.First].Has(text.LineStart) || s.clausal() {
		return
	}
	if s.hostHeading() {
		return
	}
	at := s.bulleted()
	first := s.p(at)
	switch {
	case s.hosted.country == "" || s.dateIn(0, len(s.pieces)-1) != nil:
	case !s.hosted.on:
	case first.kind == place && len(s.pieces) == at+1 && cityLike(first.m) && s.same(s.hostOf(first.m), s.hosted.country):
		city := *first
		s.hosted.city = &city // a city's name, and its consulates under it
	case first.kind != state || s.same(first.country, s.hosted.country):
	case s.p(at+1).kind == openSign && s.p(at+2).has(mission) && s.p(at+3).kind == closeSign && at+4 >= len(s.pieces):
		s.hostedMission(at, s.p(at+2).mission)
	case len(s.pieces) == at+1 && s.hosted.kind != "" && s.hosted.city != nil:
		s.hostedMission(at, s.hosted.kind)
	}
}

// hostHeading opens or ends the list at a heading about missions, and reports whether the
// line is one.
func (s *sentence) hostHeading() bool {
	const most = 12 // pieces
	about := false
	for i := range s.pieces {
		about = about || s.p(i).has(mission) && s.plural(i)
	}
	if len(s.pieces) > most || s.p(s.bulleted()).kind == state && s.p(s.bulleted()+1).kind == openSign {
		return false
	}
	if !about {
		if s.hosted.on && s.heads(s.at) && s.p(0).kind == other {
			s.hosted.on = false // another heading
		}
		return false
	}
	s.hosted.on, s.hosted.kind, s.hosted.city = !s.over() && !s.nonResident(), "", nil
	for i := range s.pieces {
		p, before := s.p(i), s.p(s.beforeArticle(i))
		switch {
		case p.has(mission) && s.hosted.kind == "":
			s.hosted.kind = p.mission
		case p.has(mission) && p.mission != s.hosted.kind:
			s.hosted.kind = "several"
		case p.kind == state && before.has(in):
			s.hosted.country = p.country
		case p.kind == place && before.has(in) && cityLike(p.m):
			city := *p
			s.hosted.city, s.hosted.country = &city, s.hostOf(p.m)
		}
	}
	if s.hosted.kind == "several" || s.hosted.kind == "diplomatic mission" || s.hosted.kind == anyMission {
		s.hosted.kind = ""
	}
	return true
}

// nonResident reports whether the line says that missions lie elsewhere.
func (s *sentence) nonResident() bool {
	for i := s.at.First; i < s.at.End-1; i++ {
		if t := s.doc.Tokens[i]; t.Is(keyNon) || t.Is(keyNonresident) || t.Is(keyTo) {
			return true
		}
	}
	return false
}

var (
	keyNon         = text.KeyOf("non")
	keyNonresident = text.KeyOf("nonresident")
)

// hostedMission makes the fact of the mission of the country at piece i.
func (s *sentence) hostedMission(i int, kind string) {
	f := s.fact("mission.exists", "hosted directory", i, len(s.pieces)-1)
	v := pipeline.MissionValue{Type: kind, Sending: s.p(i).country, Receiving: s.hosted.country}
	f.Mission = &v
	if c := s.hosted.city; c != nil {
		v.City = c.m.Value
		f.Mission = &v
		f.Evidence = append(f.Evidence, c.m)
		inferred(f, "city")
	}
	inferred(f, "receiving")
	s.evidence(f, i)
	s.keep(f, happened)
}
