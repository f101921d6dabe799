package pipeline

import (
	"slices"

	"chancery/pipeline/text"
)

// A Fact is one line of the diplomatic record: what a sentence states, as typed
// slots, with the mentions that fill them. The slots are those of its class's
// detail; what the text does not give is empty.
type Fact struct {
	ID       int          // position among the document's facts, by place in the text; set by the pipeline
	Class    string       // "visit", "meeting", "mission.opened", "appointment", "relations.established", "agreement", "quantity" ...
	At       []text.Range // the words that state it, in each sentence that does, in the order of the text
	Line     int          // line of the source of the first, from 1; set by the pipeline
	Position string       // the source's own division, as in Mention; set by the pipeline
	Quote    string       // the sentence of the first, cleaned; set by the pipeline
	Date     *DateValue   // when; nil when the text does not say
	Evidence []*Mention   // what fills the slots, in the order of the text
	Rule     string       // name of the rule that found it
	Why      string       // the trigger in words, for explain
	Strength Strength     //
	Status   string       // "planned" for what has not happened; an instrument's own status; else empty
	Inferred []string     // slots that the words do not state
	Doubts   []string     // what does not fit, each as a sentence: a city under a name it did not bear then

	// The detail of the fact's class; the others are nil.
	Visit       *VisitValue
	Meeting     *MeetingValue
	Mission     *MissionValue
	Appointment *AppointmentValue
	Relation    *RelationValue
	Instrument  *InstrumentValue
	Quantity    *QuantityValue
}

// A Participant is someone who took part, named or only by office.
type Participant struct {
	Person  string // canonical name; empty when only the office is named
	Entity  string // entity id of the person
	Role    string // office as written
	Country string // ISO 3166-1 alpha-2 of the country served
	Side    int    // 1 for those who met, 2 for those they met; 0 when the text makes no difference
}

// A VisitValue is who went where.
type VisitValue struct {
	Visitor  Participant
	From, To string // ISO 3166-1 alpha-2
	City     string // canonical names, joined by "; " when there are several
	Type     string // state, official, working, private, unspecified
	Occasion string // what it was for, as written
}

// A MeetingValue is who met whom.
type MeetingValue struct {
	Participants []Participant
	Place        string // canonical name of a city, country or building
	Topic        string // what it was about, as written
}

// A MissionValue is a diplomatic or consular post.
type MissionValue struct {
	Type               string // embassy, legation, consulate general, consulate, visa office, permanent mission, liaison office, interests section ...
	Sending, Receiving string // ISO 3166-1 alpha-2
	City               string // canonical name
}

// An AppointmentValue is who took, holds or left which post.
type AppointmentValue struct {
	Event              string // appointed, presented credentials, holds, left
	Person             Participant
	Sending, Receiving string // ISO 3166-1 alpha-2
}

// A RelationValue is between whom.
type RelationValue struct {
	Kind    string   // diplomatic, consular
	Parties []string // ISO 3166-1 alpha-2; of a recognition, first who recognizes
}

// An InstrumentValue is an agreement as a record.
type InstrumentValue struct {
	Name   string
	Entity string
	AgreementValue
}

// A QuantityValue is a figure that a text gives.
type QuantityValue struct {
	Indicator  string // what is counted or measured, as written
	Comparator string // more than, less than, about; empty for an exact figure
	Value      string // decimal number: "23000000000"
	Unit       string // currency code or word; empty for a count
}

// A Reading gives an extractor one document and the mentions that won, for it
// to read facts from.
type Reading struct {
	Doc      *Document
	Mentions []*Mention // in the order of the text
	pass     *Pass
	facts    []*Fact
	missed   []Trigger
}

// Report adds a fact to the record.
func (r *Reading) Report(f *Fact) { r.facts = append(r.facts, f) }

// Miss notes a trigger that led to no fact.
func (r *Reading) Miss(t Trigger) { r.missed = append(r.missed, t) }

// NoteOf returns what an extractor noted, or nil.
func (r *Reading) NoteOf(e *Extractor) any { return r.pass.NoteOf(e) }

// A Trigger is a word that announces a fact and led to none, for the report of
// coverage.
type Trigger struct {
	Word     string // as written, in small letters
	Kind     string // class of fact that it announces, or "table"
	Line     int    // line of the source, from 1; set by the pipeline
	Sentence string // cleaned; set by the pipeline
	At       text.Range
}

// NewReading makes a reading for tests: it annotates doc with the extractors
// and returns the facts they read.
func NewReading(doc *Document, extractors []*Extractor) ([]*Fact, error) {
	res, err := Annotate(doc, extractors)
	return res.Facts, err
}

// settle orders a reading's facts and fills in where they stand.
func (r *Reading) settle(at positions) {
	slices.SortStableFunc(r.facts, func(a, b *Fact) int {
		return a.At[0].First - b.At[0].First
	})
	for i, f := range r.facts {
		f.ID = i + 1
		f.Line, f.Position, f.Quote = r.place(at, f.At[0])
		slices.SortFunc(f.Evidence, func(a, b *Mention) int { return a.ID - b.ID })
		f.Evidence = slices.Compact(f.Evidence)
	}
	for i := range r.missed {
		t := &r.missed[i]
		t.Line, _, t.Sentence = r.place(at, t.At)
	}
}

// place is the line, the position and the sentence of a range of tokens.
func (r *Reading) place(pos positions, at text.Range) (line int, position, sentence string) {
	d := r.Doc
	n, _ := slices.BinarySearchFunc(d.Sentences, at.First, func(s text.Range, first int) int {
		if s.End <= first {
			return -1
		}
		return 1
	})
	line, position = pos.of(d.Map.Source(d.SpanOf(at)).Start)
	return line, position, quote(d, d.Sentences[n], at).String()
}
