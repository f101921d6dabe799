package facts

import (
	"cmp"
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// firstLines is how many tokens behind a page's beginning a sentence tells, undated, what the
// title tells.
const firstLines = 120

// mostOpen is how many of the last facts of one kind may be told again.
const mostOpen = 256

// keep adds a fact to the record, or its evidence to the fact of the same event
// that an earlier sentence stated.
func (s *sentence) keep(f *pipeline.Fact, how polarity) {
	switch {
	case how == planned:
		f.Status = "planned"
	case how == notUntil && f.Date != nil:
		f.Date = turned(f.Date)
	}
	s.entered(f)
	if s.toldAbove(f) {
		return
	}
	key := mergeKey(f)
	same := s.open[key]
	for _, o := range same[max(0, len(same)-mostOpen):] {
		if s.sameEvent(o, f) {
			if o.Meeting != nil && s.title(o) {
				longerRoles(o.Meeting.Participants, f.Meeting.Participants) // a page's first line is short
			}
			merge(o, f)
			return
		}
	}
	if s.precededBy(f) {
		return
	}
	s.open[key] = append(s.open[key], f)
	s.facts = append(s.facts, f)
}

// precededBy merges a fact of relations whose parties the page supplies with one that
// names the state before one of them, and the other way round: on a page about Turkey,
// "diplomatic relations were established in 1831" are those with the Ottoman Empire.
// It reports whether it did.
func (s *sentence) precededBy(f *pipeline.Fact) bool {
	if f.Relation == nil || f.Date == nil || len(f.Relation.Parties) != 2 {
		return false
	}
	const back = 24
	for n := len(s.facts) - 1; n >= 0 && n >= len(s.facts)-back; n-- {
		o := s.facts[n]
		if o.Class != f.Class || o.Status != f.Status || o.Date == nil || o.Relation.Kind != f.Relation.Kind || slices.Contains(o.Inferred, "parties") == slices.Contains(f.Inferred, "parties") || !datesAgree(o, f) || !s.samePair(o, f) {
			continue
		}
		if slices.Contains(o.Inferred, "parties") {
			o.Relation.Parties = f.Relation.Parties
			s.open[mergeKey(o)] = append(s.open[mergeKey(o)], o)
		}
		merge(o, f)
		return true
	}
	return false
}

// samePair reports whether two facts are of the same two countries, one of them a former
// state in one of the facts.
func (s *sentence) samePair(a, b *pipeline.Fact) bool {
	p, q := a.Relation.Parties, b.Relation.Parties
	return len(p) == 2 && len(q) == 2 && (s.same(p[0], q[0]) && s.same(p[1], q[1]) || s.same(p[0], q[1]) && s.same(p[1], q[0]) && a.Class != "relations.recognized")
}

// mergeKey holds facts apart that can never be of one event.
func mergeKey(f *pipeline.Fact) string {
	parts := append(make([]string, 0, 8), f.Class, f.Status) // room for most, on the stack
	switch {
	case f.Relation != nil:
		parties := slices.Clone(f.Relation.Parties)
		if f.Class != "relations.recognized" {
			slices.Sort(parties)
		}
		parts = append(parts, f.Relation.Kind, strings.Join(parties, " "))
	case f.Visit != nil:
		who := f.Visit.Visitor
		parts = append(parts, who.Entity, f.Visit.From)
		if who.Entity == "" {
			parts = append(parts, who.Role)
		}
	case f.Mission != nil:
		parts = append(parts, f.Mission.Type)
	case f.Appointment != nil:
		parts = append(parts, f.Appointment.Person.Entity, f.Appointment.Event)
	case f.Meeting != nil:
		var who []string
		for _, p := range f.Meeting.Participants {
			who = append(who, cmp.Or(p.Entity, p.Role))
		}
		slices.Sort(who)
		parts = append(parts, who...)
	case f.Quantity != nil:
		parts = append(parts, f.Quantity.Indicator, f.Quantity.Value, f.Quantity.Unit)
	}
	return strings.Join(parts, "\x00")
}

// sameEvent reports whether two facts with one key tell of one event: their
// dates and slots agree as far as both have them.
func (s *sentence) sameEvent(a, b *pipeline.Fact) bool {
	if a.Visit != nil && a.Date == nil && s.title(a) && a.Visit.To == b.Visit.To && agree(a.Visit.City, b.Visit.City) {
		return true // the page's first line tells what its text dates
	}
	if a.Meeting != nil && (a.Date == nil || b.Date == nil) && s.title(a) && b.At[0].First < firstLines {
		return agree(a.Meeting.Place, b.Meeting.Place)
	}
	if a.Meeting != nil && b.Date == nil && b.Meeting.Place == "" && a.At[len(a.At)-1].First >= s.begins {
		return true // "the President welcomed the Amir", of the meeting told before
	}
	if !datesAgree(a, b) {
		return false
	}
	switch {
	case a.Visit != nil && a.Rule == "register" && !agree(a.Visit.City, b.Visit.City):
		return false // two rows: Bonn on 26 and 27 June, West Berlin on 27 June
	case a.Visit != nil:
		return agree(a.Visit.To, b.Visit.To) && (a.Date != nil && b.Date != nil || agree(a.Visit.City, b.Visit.City) && a.Visit.To == b.Visit.To)
	case a.Mission != nil:
		return agree(a.Mission.City, b.Mission.City) && agree(a.Mission.Receiving, b.Mission.Receiving) && agree(a.Mission.Sending, b.Mission.Sending)
	case a.Meeting != nil:
		return a.Date != nil && b.Date != nil && agree(a.Meeting.Place, b.Meeting.Place)
	case a.Appointment != nil:
		return agree(a.Appointment.Sending, b.Appointment.Sending) && agree(a.Appointment.Receiving, b.Appointment.Receiving) && oneOffice(a.Appointment, b.Appointment)
	}
	return true
}

// oneOffice reports whether the offices of two appointments may be one: envoys to one country are
// called now this and now that.
func oneOffice(a, b *pipeline.AppointmentValue) bool {
	one, other := strings.ToLower(a.Person.Role), strings.ToLower(b.Person.Role)
	return strings.Contains(one, other) || strings.Contains(other, one) || a.Receiving != "" && a.Receiving == b.Receiving || diplomatic(one) && diplomatic(other)
}

// toldAbove completes the meeting of the page's first line, in which not all are named,
// with one of the same office-holders that the text names: "UAE President receives
// Egyptian President", "A meets Foreign Minister of Peru".
func (s *sentence) toldAbove(f *pipeline.Fact) bool {
	if f.Meeting == nil {
		return f.Appointment != nil && s.presentedAbove(f) || f.Visit != nil && s.visitAbove(f)
	}
	if s.headline == nil {
		if s.title(f) && !(slices.ContainsFunc(f.Meeting.Participants, named) && !slices.ContainsFunc(f.Meeting.Participants, unnamed)) {
			s.headline = f
		}
		return false
	}
	o, all := s.headline, f.Meeting.Participants
	if o.Date != nil || len(o.Meeting.Participants) != len(all) {
		return false
	}
	for _, p := range o.Meeting.Participants {
		if !slices.ContainsFunc(all, func(q pipeline.Participant) bool { return meantAbove(p, q) }) {
			return false
		}
	}
	o.Meeting.Participants = all
	merge(o, f)
	s.open[mergeKey(o)] = append(s.open[mergeKey(o)], o)
	s.headline = nil
	return true
}

func named(p pipeline.Participant) bool { return p.Person != "" }

func unnamed(p pipeline.Participant) bool { return p.Person == "" }

// meantAbove reports whether the one whom the first line tells of, p, is the one whom the text names, q.
func meantAbove(p, q pipeline.Participant) bool {
	if p.Person != "" {
		return p.Entity == q.Entity || strings.HasPrefix(q.Person, p.Person+" ") || strings.HasSuffix(q.Person, " "+p.Person)
	}
	return (q.Country == p.Country || p.Country == "") && (sameOffice(q.Role, p.Role) || strings.HasPrefix(q.Role, p.Role+" ") && diplomatic(p.Role)) && q.Person != ""
}

// title reports whether a fact stands in the first line of the page, or in the headings
// with which it begins.
func (s *sentence) title(f *pipeline.Fact) bool {
	const most = 40 // tokens of a title
	if f.At[0].First >= most {
		return false
	}
	if f.At[0].End <= s.top {
		return true
	}
	second := false // "JOINT STATEMENT", and under it "on the visit of A to Peru"
	for k := 1; k < f.At[0].End; k++ {
		if s.doc.Tokens[k].Has(text.LineStart) {
			if second || !s.doc.Tokens[k].Has(text.Lower) {
				return false
			}
			second = true
		}
	}
	return f.At[0].End < len(s.doc.Tokens) && (f.At[0].First == 0 || !s.doc.Tokens[f.At[0].End-1].Has(text.ParaStart))
}

// agree reports whether two slots are not different.
func agree(a, b string) bool { return a == "" || b == "" || a == b }

// datesAgree reports whether one date lies within the other, or one is missing
// and the facts are of a class that happens once in a while.
func datesAgree(a, b *pipeline.Fact) bool {
	if a.Date == nil || b.Date == nil {
		return a.Date == b.Date || a.Visit == nil && a.Meeting == nil && a.Appointment == nil
	}
	x, y := a.Date, b.Date
	return x.EDTF == y.EDTF || within(x, y) || within(y, x)
}

func within(inner, outer *pipeline.DateValue) bool {
	return inner.Min != "" && inner.Max != "" && outer.Min != "" && outer.Max != "" && inner.Min >= outer.Min && inner.Max <= outer.Max
}

// spansDays reports whether a date is a range of days.
func spansDays(d *pipeline.DateValue) bool {
	from, to, ok := strings.Cut(d.EDTF, "/")
	return ok && len(from) == len("2006-01-02") && len(to) == len("2006-01-02")
}

// merge adds fact b to a: the narrower date, the slots that a lacks, the
// evidence of both.
func merge(a, b *pipeline.Fact) {
	if a.Visit != nil && a.Date == nil && len(b.Visit.Visitor.Role) > len(a.Visit.Visitor.Role) {
		a.Visit.Visitor.Role = b.Visit.Visitor.Role // a page's first line is short
	}
	switch {
	case a.Date == nil:
		a.Date = b.Date
	case b.Date != nil && within(b.Date, a.Date) && !spansDays(a.Date), b.Date != nil && spansDays(b.Date) && within(a.Date, b.Date):
		a.Date = b.Date // the narrower, but a day of a visit is not the whole of it
	}
	switch {
	case a.Visit != nil:
		v, w := a.Visit, b.Visit
		fill(&v.To, w.To)
		fill(&v.City, w.City)
		fill(&v.Occasion, w.Occasion)
		fill(&v.Visitor.Role, w.Visitor.Role)
		if v.Type == "unspecified" {
			v.Type = w.Type
		}
	case a.Mission != nil:
		fill(&a.Mission.City, b.Mission.City)
		fill(&a.Mission.Receiving, b.Mission.Receiving)
		fill(&a.Mission.Sending, b.Mission.Sending)
	case a.Meeting != nil:
		fill(&a.Meeting.Place, b.Meeting.Place)
		mergeRoles(a.Meeting.Participants, b.Meeting.Participants)
	case a.Appointment != nil:
		fill(&a.Appointment.Sending, b.Appointment.Sending)
		fill(&a.Appointment.Receiving, b.Appointment.Receiving)
	}
	a.Evidence = append(a.Evidence, b.Evidence...)
	a.At = append(a.At, b.At...)
	a.Inferred = slices.DeleteFunc(a.Inferred, func(slot string) bool { return !slices.Contains(b.Inferred, slot) })
	a.Strength = max(a.Strength, b.Strength)
}

func fill(slot *string, value string) {
	if *slot == "" {
		*slot = value
	}
}
