package facts

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A programme tells hour by hour of a visit that its title names:
//
//	Programme of the official visit of President A to Peru
//	Thursday, 29 May
//	11.45 Meeting with the President of Congress, B
type programme struct {
	visit *pipeline.Fact    // nil on any other page
	day   *pipeline.Mention // of the nearest line above that has no more
}

// noteProgramme opens the programme at the title, and keeps the day of the lines to come.
func (s *sentence) noteProgramme() {
	const title = 4 // sentences
	p := &s.programme
	if v := s.lastVisit; p.visit == nil && s.n < title && v != nil && v.Visit.Visitor.Person != "" && v.At[0].First >= s.at.First {
		for _, t := range s.doc.Tokens[s.at.First:s.at.End] {
			if programmes.Has(t) {
				p.visit = v
			}
		}
		return
	}
	when := s.dateIn(0, len(s.pieces)-1)
	if p.visit == nil || when == nil || !s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return
	}
	for k := range s.pieces {
		if q := s.p(k); q != when && q.kind != comma && q.kind != place && q.kind != state && !s.sign(k) {
			return
		}
	}
	switch {
	case !lasting(when):
		p.day = when.m
	case p.visit.Date == nil && s.n < title:
		p.visit.Date = when.m.Date
		p.visit.Evidence = append(p.visit.Evidence, when.m)
	}
}

// inProgramme is the visitor of whose programme the line is, in which the meeting at piece i has no
// other before it; nil on any other page.
func (s *sentence) inProgramme(i int) []participant {
	p := s.programme
	if p.visit == nil || !s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return nil
	}
	for k := range i {
		if q := s.p(k); isActor(q) || q.has(verb|be|acts) && q.forms&noun == 0 && q.kind == word {
			return nil
		}
	}
	return []participant{{Participant: p.visit.Visit.Visitor}}
}

// programmed dates a meeting of a programme by the day under which its line stands.
func (s *sentence) programmed(f *pipeline.Fact) {
	if s.programme.visit == nil || s.programme.day == nil || f.Date != nil || !s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return
	}
	f.Date = s.programme.day.Date
	f.Evidence = append(f.Evidence, s.programme.day)
	inferred(f, "date")
}

var programmes = text.NewSet("programme", "program", "schedule", "itinerary", "agenda")

// included is the visit told last in the paragraph whose programme the meeting at piece i is said to
// be part of: "The programme includes meetings with A"; nil for none.
func (s *sentence) included(i int) *pipeline.Fact {
	k := i - 1
	for s.p(k).has(article|types) || s.p(k).kind == number || s.common(k) && !s.comprises(k) {
		k--
	}
	if !s.comprises(k) {
		return nil
	}
	const furthest = 8 // facts
	for n := len(s.facts) - 1; n >= max(0, len(s.facts)-furthest); n-- {
		if f := s.facts[n]; f.Visit != nil && f.At[len(f.At)-1].First >= s.begins {
			if f.Visit.Visitor.Person == "" {
				return nil
			}
			return f
		}
	}
	return nil
}

// comprises reports whether piece k is a verb that says what belongs to something.
func (s *sentence) comprises(k int) bool {
	p := s.p(k)
	return p.kind == other && including.Has(s.doc.Tokens[p.at.First]) || s.says(k, "included")
}

var including = text.NewSet("includes", "include", "included", "features", "foresees", "envisages", "comprises")
