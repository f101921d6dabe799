package output

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery/pipeline"
)

// fact makes the rows of a fact. The instruments are in agreements already, as
// entities.
func (b *Builder) fact(document string, f *pipeline.Fact, ids mentionIDs) {
	when, trace := whenOf(f), traceOf(f, ids)
	key := func(parts ...string) string { return b.factID(document, f, parts) }
	_, event, _ := strings.Cut(f.Class, ".")
	switch {
	case f.Visit != nil:
		v := f.Visit
		b.d.Visits = append(b.d.Visits, Visit{
			ID: key(cmp.Or(v.Visitor.Entity, v.Visitor.Role), v.From, v.To, v.City), Document: document, Visitor: v.Visitor.Entity, Role: v.Visitor.Role,
			From: v.From, To: v.To, City: v.City, When: when, Type: v.Type, Occasion: v.Occasion, Codes: codesOf(f, v.From, v.To), Trace: trace,
		})
	case f.Meeting != nil:
		b.meeting(document, f, key, when, trace)
	case f.Mission != nil:
		v := f.Mission
		b.d.Missions = append(b.d.Missions, Mission{
			ID: key(v.Type, v.Sending, v.Receiving, v.City), Document: document, Event: event, Type: v.Type, Sending: v.Sending, Receiving: v.Receiving,
			City: v.City, When: when, Codes: codesOf(f, v.Sending, v.Receiving), Trace: trace,
		})
	case f.Appointment != nil:
		v := f.Appointment
		b.d.Appointments = append(b.d.Appointments, Appointment{
			ID: key(cmp.Or(v.Person.Entity, v.Person.Role), v.Event, v.Receiving), Document: document, Person: v.Person.Entity, Role: v.Person.Role,
			Event: v.Event, Sending: v.Sending, Receiving: v.Receiving, When: when, Codes: codesOf(f, v.Sending, v.Receiving), Trace: trace,
		})
	case f.Relation != nil:
		v := f.Relation
		p := append(slices.Clone(v.Parties), "", "")
		b.d.Relations = append(b.d.Relations, Relation{
			ID: key(v.Kind, strings.Join(v.Parties, " ")), Document: document, Event: event, Kind: v.Kind, CountryA: p[0], CountryB: p[1],
			When: when, Codes: codesOf(f, p[0], p[1]), Trace: trace,
		})
	case f.Quantity != nil:
		v := f.Quantity
		b.d.Quantities = append(b.d.Quantities, Quantity{
			ID: key(v.Indicator, v.Value, v.Unit), Document: document, Indicator: v.Indicator, Comparator: v.Comparator, Value: v.Value, Unit: v.Unit, AsOf: whenOf(f).EDTF, Trace: trace,
		})
	}
}

// prefixes begin the ids of a class's records, by the first letters of its name.
var prefixes = map[string]string{"vi": "v", "me": "k", "mi": "e", "ap": "o", "re": "n", "qu": "q"}

// factID is the id of a fact's record: of its source, class, date and main slots,
// and of how many records with the same came before.
func (b *Builder) factID(document string, f *pipeline.Fact, slots []string) string {
	parts := append([]string{document, f.Class, whenOf(f).EDTF}, slots...)
	key := id(prefixes[f.Class[:2]], parts...)
	b.alike[key]++
	if n := b.alike[key]; n > 1 {
		key = id(prefixes[f.Class[:2]], append(parts, strconv.Itoa(n))...)
	}
	if b.facts != nil {
		b.facts[key] = f
	}
	for _, text := range f.Doubts {
		b.d.doubts = append(b.d.doubts, doubt{document, key, text})
	}
	return key
}

// meeting makes the rows of a meeting and its participants.
func (b *Builder) meeting(document string, f *pipeline.Fact, key func(...string) string, when When, trace Trace) {
	row := Meeting{Document: document, When: when, Place: f.Meeting.Place, Topic: f.Meeting.Topic, Plover: codesOf(f, "", "").Plover, Trace: trace}
	var who []string
	for _, p := range f.Meeting.Participants {
		row.Who = append(row.Who, cmp.Or(p.Person, p.Role))
		who = append(who, cmp.Or(p.Entity, p.Role))
	}
	row.ID = key(who...)
	for _, p := range f.Meeting.Participants {
		b.d.Participants = append(b.d.Participants, Participant{Meeting: row.ID, Person: p.Entity, Role: p.Role, Country: p.Country, Side: p.Side})
	}
	b.d.Meetings = append(b.d.Meetings, row)
}

func whenOf(f *pipeline.Fact) When {
	if f.Date == nil {
		return When{}
	}
	return When{EDTF: f.Date.EDTF, DateMin: f.Date.Min, DateMax: f.Date.Max}
}

func traceOf(f *pipeline.Fact, ids mentionIDs) Trace {
	t := Trace{Line: f.Line, Position: f.Position, Quote: flat(f.Quote), Rule: f.Rule, Confidence: f.Strength.Confidence(), Inferred: f.Inferred, Status: f.Status}
	for _, m := range f.Evidence {
		t.Evidence = append(t.Evidence, ids.of(m))
	}
	return t
}
