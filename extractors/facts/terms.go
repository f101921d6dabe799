package facts

import (
	"cmp"
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// servedOn reads "He served until 24 February 1947" and "a post that she held from 1813 to 1831" at
// the verb, piece i: the post is the one of which was told last.
func (s *sentence) servedOn(i int) {
	o := s.servedPost(i)
	if o == nil || o.Appointment.Event == "left" {
		return
	}
	if s.says(s.beforeVerb(i)-1, "where") && o.At[0].First < s.at.First {
		return // "entered the Senate, where he served until 1857"
	}
	d, ends := i+1, s.doc.Word(s.p(i).at.End-1)
	for ; s.p(d).has(from|until|between) || s.says(d, "through"); d++ {
		ends = s.doc.Word(s.p(d).at.First)
	}
	if s.p(d).has(article) && (ends == "until" || ends == "till") { // "until his death on 29 April 1930"
		for d++; s.common(d) || s.p(d).has(in|on|leave); d++ {
		}
	}
	if s.p(d).kind != date || s.p(d).m.Date == nil || s.polarity(i) != happened {
		return
	}
	ended := ends == "until" || ends == "till" || ends == "through"
	if !ended && !lasting(s.p(d)) {
		return // "served from 7 March to the end of the term"
	}
	f := s.toldPostAgain(o, "holds", i)
	if dated(f, s.p(d)); ended {
		f.Date = upTo(f.Date)
	}
	s.keep(f, happened)
}

// toldPostAgain makes the fact of what the verb at piece i tells of a post told before.
func (s *sentence) toldPostAgain(o *pipeline.Fact, event string, i int) *pipeline.Fact {
	f := s.fact("appointment", "appointments", i, i)
	v := *o.Appointment
	v.Event = event
	f.Appointment, f.Strength = &v, pipeline.Likely
	f.Evidence = slices.DeleteFunc(slices.Clone(o.Evidence), func(m *pipeline.Mention) bool { return m.Kind == pipeline.Date })
	f.Inferred = append(slices.Clone(o.Inferred), "role")
	return f
}

// servedPost is the fact of the post of the one who serves or leaves by the verb at piece i, of
// which this sentence or the one before in the paragraph tells; nil for none.
func (s *sentence) servedPost(i int) *pipeline.Fact {
	if s.hangs(i) {
		if o := s.lastPostWhere(s.at.First, func(v *pipeline.AppointmentValue) bool { return v.Event == "appointed" || v.Event == "holds" }); o != nil {
			return o
		}
	}
	who := s.visitorsOf(i)
	if len(who) != 1 || who[0].Entity == "" {
		return nil
	}
	from := max(s.begins, s.doc.Sentences[max(0, s.n-1)].First)
	return s.lastPostWhere(from, func(v *pipeline.AppointmentValue) bool { return v.Person.Entity == who[0].Entity })
}

// lastPostWhere is the last fact of a post, of those told from token first on, that is as wanted.
func (s *sentence) lastPostWhere(first int, want func(*pipeline.AppointmentValue) bool) *pipeline.Fact {
	for k := len(s.facts) - 1; k >= 0 && s.facts[k].At[0].First >= first; k-- {
		if o := s.facts[k]; o.Appointment != nil && o.Status == "" && o.Appointment.Person.Role != "" && want(o.Appointment) {
			return o
		}
	}
	return nil
}

// hangs reports whether the verb at piece i hangs on the clause before: "was appointed Minister,
// leaving office in 1805", "a position he held until 1805".
func (s *sentence) hangs(i int) bool {
	p := s.p(i)
	return p.forms&gerund != 0 || p.at.Len() > 1 && heOrShe.Has(s.doc.Tokens[p.at.First])
}

// removed is the one whom the verb at piece i puts out of his post: "President A dismissed B on
// 12 May 1800"; nil when it has another object.
func (s *sentence) removed(i int) []participant {
	who := s.actorsNamed(i + 1)
	if s.says(i+1, "him") || s.says(i+1, "her") {
		who = s.whomNamed(i)
	}
	if len(who) != 1 || who[0].m == nil || who[0].Role == "" || s.when(i, i, false) == nil || !diplomatic(who[0].Role) && s.says(i, "recalled") {
		return nil
	}
	return who
}

// termNouns are what ends when someone leaves: "his term ended".
var termNouns = text.NewSet("term", "tenure", "mission", "tour", "service", "appointment", "assignment", "posting")

var heOrShe = text.NewSet("he", "she")

// removals are the verbs of which the object is who leaves; the passive is as of all others.
var removals = text.NewSet("recalled", "dismissed", "ousted", "deposed", "overthrew", "overthrown")

// succession reads "B was succeeded by A" and "A succeeded B" at the verb, piece i, without the post:
// it is the one of which was told.
func (s *sentence) succession(i int) {
	before, next := s.visitorsOf(i), s.actorsNamed(i+1)
	if s.p(i - 1).has(be) {
		next = s.actorsNamed(i + 2)
	} else {
		if s.says(i+1, "him") || s.says(i+1, "her") {
			next = s.whomNamed(i)
		}
		before, next = next, before
	}
	if len(before) != 1 || len(next) != 1 || before[0].Entity == "" || next[0].Entity == "" || next[0].Entity == before[0].Entity {
		return
	}
	o := s.lastPostWhere(s.begins, func(v *pipeline.AppointmentValue) bool { return v.Person.Entity == before[0].Entity })
	when := s.when(i, i, false)
	if o == nil || when == nil {
		return
	}
	f := s.toldPostAgain(o, "appointed", i)
	v := f.Appointment
	v.Person.Person, v.Person.Entity = next[0].Person, next[0].Entity
	if next[0].m != nil {
		f.Evidence = append(slices.DeleteFunc(f.Evidence, func(m *pipeline.Mention) bool { return m.Kind == pipeline.Person }), next[0].m)
	}
	if dated(f, when); strings.HasPrefix(f.Date.EDTF, "../") {
		f.Date = turned(f.Date) // "until July 1970, when he was replaced by A"
	}
	s.keep(f, s.polarity(i))
}

// namedAside puts for an office without a name, the subject of the verb at piece v, the one whom it
// explains between two commas: "A, the first resident Ambassador, presented".
func (s *sentence) namedAside(v int, who []participant) []participant {
	const furthest = 4 // pieces
	if len(who) == 2 && who[0].m == nil && who[1].m != nil {
		return who[1:] // "appropriated funds for a Chargé d'Affaires, and A presented"
	}
	i := s.subject(v, isActor)
	if len(who) != 1 || who[0].m != nil || s.p(i).kind != role || s.p(i+1).kind != comma {
		return who
	}
	k := i - 1
	for k > i-furthest && (s.common(k) || s.p(k).has(article|first) || s.p(k).kind == demonym) {
		k--
	}
	if p := s.p(k - 1); k < i-1 && s.p(k).kind == comma && p.kind == person {
		one := s.participant(p, p.m)
		one.Role, one.Country = s.p(i).office.Words, cmp.Or(s.p(i).country, one.Country)
		return []participant{one}
	}
	return who
}
