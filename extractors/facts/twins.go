package facts

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A twin is a mission of which a sentence tells in few words behind another of its kind:
// "..., that of Egypt in Almaty in 1994", "and Mongolia in Ankara in 1997".
type twin struct {
	joint  int  // the piece that joins it to what stands before
	sender int  // piece, or -1 for that of the other mission
	bare   bool // only the country's name says whose it is
	city   int
	when   *piece
	hi     int
}

// twins are the missions told of behind the mission at piece i, whose fact is told.
func (s *sentence) twins(i int, told *pipeline.Fact) (all []twin) {
	for k := i + 1; k < len(s.pieces); k++ {
		if p := s.p(k); p.kind != comma && p.kind != stop && !p.has(and) && !s.says(k, "while") && !s.says(k, "whereas") {
			continue
		}
		if t, ok := s.twin(k, i, told.Mission); ok {
			all = append(all, t)
			k = t.hi
		}
	}
	return all
}

// twin reads the twin behind the joint at piece k of the mission at piece i.
func (s *sentence) twin(k, i int, told *pipeline.MissionValue) (t twin, ok bool) {
	t = twin{joint: k, sender: -1}
	for ; s.p(k).kind == comma || s.p(k).kind == stop && k < len(s.pieces) || s.p(k).has(and) || s.says(k, "while") || s.says(k, "whereas"); k++ {
	}
	if lead := k + 1; s.p(k).has(in|on|from) && s.p(lead).kind == date {
		t.when, k = s.p(lead), lead+1
		if s.p(k).kind == comma {
			k++
		}
	}
	if k = s.twinOwner(k, i, &t); k < 0 {
		return t, false
	}
	at := s.pastArticles(k + 1)
	if !s.p(k).has(in) || (s.p(at).kind != place || !cityLike(s.p(at).m)) && (s.p(at).kind != state || t.sender < 0) {
		return t, false
	}
	t.city, t.hi = at, at
	host := s.hostOf(s.p(at).m)
	sender := told.Sending
	if t.sender >= 0 {
		sender = s.p(t.sender).country
	}
	if sender == "" || host == "" || s.same(sender, host) || t.bare && !(s.same(sender, told.Receiving) && s.same(host, told.Sending)) {
		return t, false
	}
	s.twinDate(&t)
	after := s.p(t.hi + 1)
	return t, !after.has(be|aux|verb) && !after.has(acts)
}

// twinOwner is the piece behind the words from piece k on that say whose a twin is: "that
// of Egypt", "Hungary's", "Mongolia", "the Embassy of Mongolia"; -1 when none do.
func (s *sentence) twinOwner(k, i int, t *twin) int {
	at := s.pastArticles(k)
	switch p := s.p(at); {
	case s.says(k, "that") && s.p(k+1).has(of):
		t.sender = s.pastArticles(k + 2)
		return t.sender + 1
	case s.says(k, "that"):
		return k + 1
	case p.has(mission) && p.mission == s.p(i).mission && s.owner(at) > at:
		t.sender = s.owner(at)
		return t.sender + 1
	case (p.kind == demonym || p.kind == state && s.possessed(at)) && s.p(at+1).has(mission) && s.p(at+1).mission == s.p(i).mission:
		t.sender = at
		return at + 2
	case p.kind == state:
		if t.sender, t.bare = at, true; s.possessed(at) {
			at++ // "Hungary's in Nairobi"
		}
		for at++; s.common(at) || s.p(at).has(aux|article|exist); at++ { // "has had one", "did so", "opened its own"
		}
		if s.p(at).is(establish, past) && s.p(at+1).has(its) {
			at += 2
		}
		return at
	}
	return -1
}

// twinDate takes the date behind the city of a twin.
func (s *sentence) twinDate(t *twin) {
	k := t.hi + 1
	if s.p(k).kind == comma && s.p(k+1).kind == state {
		k += 2
	}
	if v := s.p(k + 1); s.p(k).has(be) && v.is(establish, past) {
		k += 2 // "that of Egypt in Almaty was opened in 1994"
	}
	for s.p(k).has(in|on|from) || s.p(k).kind == openSign || s.p(k).kind == comma && s.p(k+1).kind == date || s.dash(k) {
		k++
	}
	if s.p(k).kind == date {
		t.when, t.hi = s.p(k), k
	}
}

// twinFacts makes the facts of twins: opened when told is and a date stands with them.
func (s *sentence) twinFacts(i int, told *pipeline.Fact, all []twin) {
	for _, t := range all {
		if d := s.dateIn(0, i); d != nil && t.when != nil && told.Date == t.when.m.Date {
			told.Date = nil // "In 1996 the Embassy of A was opened in B and in 1997 the Embassy of B in A"
			dated(told, d)
		}
		if (t.when == nil) != (told.Class == "mission.exists") && !(told.Class == "mission.exists" && since(t.when)) {
			continue
		}
		f := s.fact("mission.opened", "missions", t.joint, t.hi)
		f.Mission = &pipeline.MissionValue{Type: told.Mission.Type, Sending: told.Mission.Sending}
		at := post{city: t.city, country: -1}
		if s.p(t.city).kind == state {
			at = post{city: -1, country: t.city}
		}
		s.missionAt(f, f.Class, i, at)
		if t.sender >= 0 {
			f.Mission.Sending = s.p(t.sender).country
			s.evidence(f, t.sender)
		}
		if f.Mission.Receiving == "" {
			continue
		}
		if t.when == nil {
			f.Class = told.Class
		}
		dated(f, t.when)
		s.keep(f, happened)
	}
}

// since reports whether a date is one since which something holds.
func since(p *piece) bool {
	return p != nil && p.kind == date && p.m.Date.Qualifier == "since"
}

// sinceBefore is the date of "Since 2012, the Embassy of A has functioned in" with which the
// clause of the mission at piece i begins; nil for none.
func (s *sentence) sinceBefore(i int) *piece {
	k := i - 1
	for k >= 0 && (s.p(k).has(article|exist|be|aux) || isState(s.p(k)) || s.p(k).kind == comma || s.common(k) || s.says(k, "there")) {
		k--
	}
	if !since(s.p(k)) || k > 1 && !s.p(k-2).has(and) && s.p(k-2).kind != comma {
		return nil
	}
	return s.p(k)
}

// atLevel reports whether the mission at piece i only says of what level relations are:
// "at legation level".
func (s *sentence) atLevel(i int) bool {
	end := s.p(i).at.End
	return end < s.at.End && levels.Has(s.doc.Tokens[end])
}

// idle reports whether an act is only named, as a gerund behind no "is".
func (s *sentence) idle(a act) bool {
	return s.p(a.i).forms&gerund != 0 && !s.p(a.i-1).has(be)
}

// openedWithin reports whether the bracket behind a post has no more than that the mission was
// opened then.
func (s *sentence) openedWithin(at post) bool {
	k := max(at.city, at.country) + 1
	if k < 1 || s.p(k).kind != openSign {
		return false
	}
	for k++; s.p(k).has(be); k++ {
	}
	if !s.p(k).is(establish, past) {
		return false
	}
	for k++; s.p(k).has(in | on); k++ {
	}
	return s.p(k+1).kind == closeSign
}

// actsWithin makes the facts of what brackets behind the mission at piece i tell of it later, of which
// facts were made from index before on: "an embassy in Lima in 1965 (closed 1992, reopened in 2014)".
func (s *sentence) actsWithin(i, before int) {
	if len(s.facts) == before || s.facts[before].Mission == nil {
		return
	}
	k := i + 1
	for k < len(s.pieces) && k < i+reachLeft && s.p(k).kind != openSign && s.p(k).kind != stop && !s.p(k).has(mission) {
		k++
	}
	end := s.bracket(k)
	if s.p(k).kind != openSign || end == k {
		return
	}
	for k++; k < end; k++ {
		var class string
		d := k + 1
		switch p := s.p(k); {
		case p.is(closing|sever, past):
			class = "mission.closed"
		case p.is(resume, past):
			class = "mission.reopened"
		default:
			continue
		}
		for s.p(d).has(in | on | from) {
			d++
		}
		if s.p(d).kind != date {
			continue
		}
		f, v := *s.facts[before], *s.facts[before].Mission
		f.Class, f.Mission, f.At, f.Evidence = class, &v, []text.Range{s.span(i, d)}, slices.Clone(f.Evidence)
		dated(&f, s.p(d))
		s.keep(&f, happened)
	}
}
