package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

const (
	lastLegation   = 1966 // year in which the last legations became embassies
	firstRelations = 1914 // until then consuls were sent where no envoy was
)

// promotion reads "Minister A was promoted to Ambassador" at piece i: an
// appointment and, while there were legations, the elevation of one, since an
// ambassador heads an embassy. It reports whether someone was promoted.
func (s *sentence) promotion(i int) bool {
	who, office := s.visitorsOf(i), -1
	switch {
	case s.p(i - 1).has(be):
		if office = s.officeBehind(i, 6); office >= 0 && s.p(s.beforeArticle(office)).has(from) && s.p(office+1).has(to) {
			office = s.officeBehind(office+1, 4) // "from Minister to Ambassador"
		}
	case s.p(i+1).kind == person:
		who, office = s.actorsNamed(i+1), s.officeBehind(i+1, 6)
	}
	if len(who) != 1 || office < 0 {
		return false
	}
	lo, hi := min(i, office), max(i, office)
	if s.p(office-1).has(of) && s.says(office-2, "rank") && !diplomatic(s.p(office).office.Words) {
		return true // "promoted to the rank of General", which is no post
	}
	f := s.posting(lo, hi, "appointed", who, office)
	if f == nil {
		return false
	}
	s.keepPost(f, i, hi)
	s.furtherOffices(f, office)
	when := f.Date
	if p := s.when(lo, hi, false); when == nil && p != nil {
		when = p.m.Date // that of his credentials, by which there was an embassy
	}
	v, year := f.Appointment, yearOf(when)
	if year == 0 || year > lastLegation || v.Sending == "" || v.Receiving == "" || !strings.Contains(strings.ToLower(s.p(office).office.Words), "ambassador") {
		return true
	}
	g := &pipeline.Fact{
		Class: "mission.elevated", Rule: "promotion", Why: f.Why, Strength: pipeline.Likely, Date: when,
		At: slices.Clone(f.At), Evidence: slices.Clone(f.Evidence), Inferred: []string{"type"},
		Mission: &pipeline.MissionValue{Type: "embassy", Sending: v.Sending, Receiving: v.Receiving},
	}
	if !s.elevatedAlready(v, g) {
		s.keep(g, s.polarity(i))
	}
	return true
}

// made reads "A was made Ambassador", at "made", piece i.
func (s *sentence) made(i int) {
	if k := s.pastArticles(i + 1); s.says(i, "made") && s.p(i-1).has(be) && s.p(k).kind == role && diplomatic(s.p(k).office.Words) {
		s.post(i, "appointed", s.visitorsOf(i), k)
	}
}

// elevatedAlready reports whether the page has told that the mission of an envoy became
// an embassy on another day of the year: his promotion tells of no second time.
func (s *sentence) elevatedAlready(v *pipeline.AppointmentValue, of *pipeline.Fact) bool {
	for k := len(s.facts) - 1; k >= 0 && k >= len(s.facts)-mostOpen; k-- {
		f := s.facts[k]
		if m := f.Mission; f.Class == "mission.elevated" && s.same(m.Sending, v.Sending) && s.same(m.Receiving, v.Receiving) && yearOf(f.Date) == yearOf(of.Date) && !datesAgree(f, of) {
			return true
		}
	}
	return false
}

// firstConsulate makes the fact that consular relations began with the first
// consulate of one country in another, which the mission at piece i is, in the
// time when consuls came before envoys.
func (s *sentence) firstConsulate(of *pipeline.Fact, i int) {
	v, year := of.Mission, yearOf(of.Date)
	if year == 0 || year > firstRelations || v.Type != "consulate" || v.Sending == "" || v.Receiving == "" || !s.firstOf(i) {
		return
	}
	f := &pipeline.Fact{
		Class: "relations.established", Rule: "first consulate", Why: of.Why, Strength: pipeline.Likely, Date: of.Date,
		At: slices.Clone(of.At), Evidence: slices.Clone(of.Evidence),
		Relation: &pipeline.RelationValue{Kind: "consular", Parties: []string{v.Sending, v.Receiving}},
	}
	for _, slot := range of.Inferred {
		if slot == "sending" || slot == "receiving" {
			slot = "parties"
		}
		inferred(f, slot)
	}
	inferred(f, "kind")
	s.keep(f, happened)
}

// firstOf reports whether "first" stands before the mission at piece i.
func (s *sentence) firstOf(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if s.says(j, "first") || s.says(j, "the first") {
			return true
		}
	}
	return false
}

// furtherOffices makes the facts of the offices, each with its date, that follow the date of the
// one at piece k: "appointed Chargé d'Affaires on 11 June 1880, and promoted to Minister on 7 July 1882".
func (s *sentence) furtherOffices(of *pipeline.Fact, k int) {
	d := s.pastDay(k)
	for j := k + 1; j < len(s.pieces) && d > 0 && slices.Contains(of.Inferred, "sending"); j++ {
		if s.p(j).kind == role && s.same(s.postedTo(s.p(j).at), of.Appointment.Sending) {
			of.Appointment.Sending = "" // "Minister to Russia from 1832 to 1833, and to Great Britain": a guess from where he was sent
			of.Inferred = slices.DeleteFunc(of.Inferred, func(slot string) bool { return slot == "sending" })
		}
	}
	for d > 0 {
		j := d + 1
		for s.p(j).kind == comma || s.p(j).has(and|aux) {
			j++
		}
		if j == d+1 {
			return
		}
		for s.p(j).has(to|as|article) || s.p(j).is(appoint|elevate, past) {
			j++
		}
		if d = s.pastDay(j); s.p(j).kind != role || s.holder(j) != nil || d < 0 {
			return
		}
		f, v := *of, *of.Appointment
		v.Person.Role = shortRole(s.p(j).office.Words, v.Sending)
		if to := s.postedTo(s.p(j).at); to != "" && !s.same(to, v.Sending) {
			v.Receiving = to
			f.Inferred = slices.DeleteFunc(slices.Clone(of.Inferred), func(slot string) bool { return slot == "receiving" })
		} else if !diplomatic(s.p(j).office.Words) && !envoyToo(v.Person.Role) {
			v.Receiving = ""
		}
		f.Appointment, f.Date, f.At = &v, nil, []text.Range{s.p(j).at}
		f.Evidence = slices.DeleteFunc(slices.Clone(of.Evidence), func(m *pipeline.Mention) bool { return m.Kind == pipeline.Date })
		dated(&f, s.p(d))
		s.keep(&f, happened)
	}
}

// pastDay is the date right behind the office at piece k; -1 for none.
func (s *sentence) pastDay(k int) int {
	for k++; s.p(k).has(in|on|from) || s.p(k).has(to) && isState(s.p(k+1)) || isState(s.p(k)) && s.p(k-1).has(to); k++ {
	}
	if s.p(k).kind != date {
		return -1
	}
	return k
}

// toAmbassador reports whether a mission that is raised at piece i to no other by name becomes
// an embassy: nothing is said of its rank, or an ambassador's is.
func (s *sentence) toAmbassador(i int) bool {
	for k := i + 1; k < len(s.pieces) && k <= i+reachRight; k++ {
		p := s.p(k)
		if p.kind == date || p.kind == comma || p.has(barrier) && !p.has(from|as) {
			return true
		}
		if p.kind == role || p.has(status) {
			return p.kind == role && strings.Contains(strings.ToLower(p.office.Words), "ambassador") || strings.HasPrefix(strings.ToLower(s.doc.Slice(s.p(k-1).at)), "ambassador")
		}
	}
	return true
}
