package facts

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// An entryHead is the day and the place with which an entry of a chronicle begins, as a sentence of
// their own: "April 24-25, Vladivostok. President A held talks with B."
type entryHead struct {
	when, where *pipeline.Mention
}

// noteEntry keeps the head of the entry whose line begins, or forgets the one of the line before.
func (s *sentence) noteEntry() {
	if !s.doc.Tokens[s.at.First].Has(text.LineStart) {
		return
	}
	s.entry = entryHead{}
	last := s.doc.Tokens[s.at.End-1].Class
	if s.p(0).kind != date || last != text.Dot && last != text.Colon {
		return
	}
	for k := 1; k < len(s.pieces); k++ {
		p := s.p(k)
		switch {
		case p.kind == place && cityLike(p.m) && s.entry.where == nil:
			s.entry.where = p.m
		case p.kind == comma, p.kind == state, s.sign(k), p.has(in):
		default:
			s.entry.where = nil
			return
		}
	}
	s.entry.when = s.p(0).m
}

// entered gives an event of an entry the day and the place of its head, where its own
// words tell none.
func (s *sentence) entered(f *pipeline.Fact) {
	e := s.entry
	if v := f.Appointment; e.when == nil || f.Class == "mission.exists" || v != nil && v.Event == "holds" || f.Quantity != nil || s.dateIn(0, len(s.pieces)-1) != nil || f.Date != nil {
		return
	}
	f.Date = e.when.Date
	f.Evidence = append(f.Evidence, e.when)
	inferred(f, "date")
	if e.where == nil {
		return
	}
	switch host := s.hostOf(e.where); {
	case f.Meeting != nil && f.Meeting.Place == "":
		f.Meeting.Place = e.where.Value
		f.Evidence = append(f.Evidence, e.where)
		inferred(f, "place")
	case f.Visit != nil && f.Visit.City == "" && s.same(f.Visit.To, host):
		f.Visit.City = e.where.Value
		f.Evidence = append(f.Evidence, e.where)
		inferred(f, "city")
	}
}
