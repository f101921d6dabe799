package facts

import (
	"slices"
	"strings"
	"sync"
	"time"

	"chancery/extractors/agreements"
	"chancery/extractors/dates"
	"chancery/extractors/people"
	"chancery/extractors/places"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor reads facts. It proposes no mentions.
var Extractor = &pipeline.Extractor{
	Name:     "facts",
	Doc:      "relations, missions, visits, meetings, appointments, agreements and quantities, from the mentions of a page",
	Requires: []*pipeline.Extractor{dates.Extractor, places.Extractor, people.Extractor, agreements.Extractor},
	Facts:    read,
}

// A Class is a kind of record and the rule that reads it from a sentence.
type Class struct {
	Name string
	Doc  string
	read func(*sentence)
	of   sense // senses of which a sentence must have one to be read; 0 for any sentence
}

// Classes lists the classes, in the order in which a sentence is read for them.
var Classes = []Class{
	{"relations", "relations recognized, established, severed, resumed", readRelations, relations | consular | ties | recognize | resume | sever},
	{"missions", "embassies and consulates opened, closed, reopened, elevated, moved, or there", readMissions, mission | elevate | closing | resume | move},
	{"directories", "missions in a list under a heading that says whose they are", readDirectory, 0},
	{"hosts", "missions of many countries in one, in a list under a heading", readHosted, 0},
	{"visits", "who went where", readVisits, visit | travel | hold},
	{"lists", "visits, and holders of a post, in a list under a heading", readLists, 0},
	{"meetings", "who met whom", readMeetings, meet | confer | meeting | receive | travel},
	{"appointments", "who took, holds or left which post", readAppointments, 0},
	{"quantities", "figures, with what they count", readQuantities, 0},
}

// A reader reads one document.
type reader struct {
	reading       *pipeline.Reading
	doc           *pipeline.Document
	mentions      []*pipeline.Mention
	offices       []people.Office
	frame         pipeline.Frame
	nextMention   int // cursors into mentions and offices, while sentences are cut in order
	nextOffice    int
	headline      *pipeline.Fact   // a meeting of the first line, in which nobody is named
	facts         []*pipeline.Fact // found so far
	open          map[string][]*pipeline.Fact
	known         map[string]pipeline.Participant // by entity: office and country, as last stated
	titled        map[string]pipeline.Participant // by entity: office and country, as last written
	codes         map[string]string               // by entity: the code of the office, as last written
	list          listing                         // of visits, that is being read
	hosted        hostList                        // of missions in one country, that is being read
	holderList    listing                         // of those who held a post, as the title or the last such heading opened it
	house         pipeline.MissionValue           // the embassy that the title names
	corpsIn       string                          // the country to which those whom the page lists are accredited
	pageOf        string                          // the country whose ministry the page is of
	programme     programme                       // of a visit, that is being read
	entry         entryHead                       // of a chronicle, whose line is being read
	awaiting      awaited                         // credentials of envoys whom the next sentence names
	signers       map[string][]string             // by entity of an instrument: the countries of those who signed it
	rowAt         int                             // the sentence of the last row of visits behind a colon
	foreign       foreign                         // of a page about one country's relations with many
	row           row                             // of a register, that is being read
	tableVisits   []visitRow                      // the rows of the tables of visits that were read
	registered    []*pipeline.Fact                // visits of the rows of registers, in their order
	top           int                             // token behind the headings with which the page begins
	inTable       int                             // token behind the last table that was read
	lastVisit     *pipeline.Fact                  // of the paragraph being read
	lastSubject   []participant
	lastPair      []participant // the only two whom a sentence of the paragraph named last
	carried       []participant // the last subject of the paragraph before
	appointee     participant   // whom the sentence that ends at appointeeAt tells to be named by another
	appointeeAt   int
	lastHeld      held                   // the session of the sentence before
	directory     string                 // the country whose missions a list gives, from its heading on
	directoryHost *pipeline.Mention      // the country under whose name the missions of a list stand
	lastState     string                 // the country that was the subject of the sentence before, in the paragraph
	told          pipeline.MissionValue  // the mission that the paragraph named last with whose it is and where
	paragraph     int                    // first token of the paragraph being read
	sends         map[string]string      // by entity: the country that sent someone last
	namesakes     map[string]string      // by name: the country that it means on this page
	lastPost      map[string]namedTo     // by entity: the post to which someone was named last
	life          participant            // whose life the page tells; nobody's when its mention is nil
	inOffice      map[string]participant // by office code: who held it last in the paragraph
}

func read(in *pipeline.Reading) {
	r := &reader{reading: in, doc: in.Doc, mentions: in.Mentions, open: map[string][]*pipeline.Fact{}, known: map[string]pipeline.Participant{}, titled: map[string]pipeline.Participant{}, codes: map[string]string{}, inOffice: map[string]participant{}, sends: map[string]string{}, namesakes: map[string]string{}, lastPost: map[string]namedTo{}, rowAt: -2}
	r.offices, _ = in.NoteOf(people.Extractor).([]people.Office)
	r.frame, _ = in.NoteOf(places.Extractor).(pipeline.Frame)
	r.frame.A, r.frame.B = r.frame.Pair()
	r.entitled()
	s := sentences.Get().(*sentence)
	defer s.done()
	if headings := r.doc.Headings(); len(headings) > 0 {
		r.top = headings[len(headings)-1].End
	}
	tables := r.tables()
	for n, at := range r.doc.Sentences {
		tables = r.readTables(s, tables, at.First)
		if at = r.prose(at); at.Len() == 0 {
			continue
		}
		if r.doc.Tokens[at.First].Has(text.ParaStart) {
			r.newParagraph(at.First)
		}
		r.turnTo(at)
		speaks := r.cut(n, at, s) && !s.asks()
		s.foretold()
		s.noteEntry()
		s.newDay()
		readRows(s)
		s.noteLife()
		if !speaks && !r.list.on && r.directory == "" && r.holderList.post == nil && !r.hosted.on && r.rowAt != n-1 {
			readQuantities(s)
			s.note()
			continue
		}
		for _, c := range Classes {
			if c.of == 0 || s.senses&c.of != 0 {
				c.read(s)
			}
		}
		s.noteProgramme()
		s.notePair()
		s.note()
		s.missed()
	}
	r.instruments()
	for _, f := range r.facts {
		if !outlived(f) && !r.onlyWished(f) {
			doubt(f)
			in.Report(f)
		}
	}
}

// newParagraph forgets what the paragraph told that ends before token first.
func (r *reader) newParagraph(first int) {
	if len(r.lastSubject) > 0 {
		r.carried = r.lastSubject
	}
	r.lastVisit, r.lastSubject, r.lastPair, r.lastState = nil, nil, nil, ""
	r.told, r.paragraph = pipeline.MissionValue{}, first
	clear(r.inOffice)
}

// sentences keeps the memory of pieces from one document to the next.
var sentences = sync.Pool{New: func() any { return &sentence{} }}

// done gives back the memory of a sentence, without what it points to.
func (s *sentence) done() {
	pieces, used := s.pieces[:cap(s.pieces)], s.used
	clear(pieces)
	*s = sentence{pieces: pieces, used: used}
	sentences.Put(s)
}

// A slotted fact is being made: add keeps the evidence of its slots.
func (s *sentence) fact(class, rule string, lo, hi int) *pipeline.Fact {
	f := &pipeline.Fact{Class: class, Rule: rule, Strength: pipeline.Certain, At: []text.Range{s.span(lo, hi)}}
	f.Why = strings.ToLower(s.doc.OneLine(f.At[0]))
	s.used[lo], s.used[hi] = true, true
	return f
}

func (s *sentence) span(lo, hi int) text.Range {
	return text.Range{First: s.p(lo).at.First, End: s.p(hi).at.End}
}

// upTo is the time that ends with a date.
func upTo(d *pipeline.DateValue) *pipeline.DateValue {
	if strings.Contains(d.EDTF, "/") {
		return d
	}
	t := *d
	t.EDTF, t.Min, t.Qualifier = "../"+d.EDTF, "", "until"
	return &t
}

// closed is the end of an open date that is known, at, by itself: with its own
// first and last days, of which day is one.
func closed(d *pipeline.DateValue, at, day string) *pipeline.DateValue {
	known, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return d
	}
	t := *d
	t.EDTF, t.Qualifier = at, ""
	switch d.Precision {
	case "day":
		t.Min, t.Max = day, day
	case "month":
		first := known.AddDate(0, 0, 1-known.Day())
		t.Min, t.Max = first.Format(time.DateOnly), first.AddDate(0, 1, -1).Format(time.DateOnly)
	case "year":
		t.Min, t.Max = day[:5]+"01-01", day[:5]+"12-31"
	}
	return &t
}

// dated gives a fact its date.
func dated(f *pipeline.Fact, p *piece) {
	if p == nil || p.m == nil {
		return
	}
	f.Date = p.m.Date
	f.Evidence = append(f.Evidence, p.m)
}

// inferred notes a slot that the words do not state.
func inferred(f *pipeline.Fact, slot string) {
	if !slices.Contains(f.Inferred, slot) {
		f.Inferred = append(f.Inferred, slot)
	}
}

// missed reports the sentence's triggers that led to no fact.
func (s *sentence) missed() {
	for i := range s.pieces {
		p := s.p(i)
		if k := s.announces(i); k != "" && !s.used[i] {
			s.reading.Miss(pipeline.Trigger{Word: strings.ToLower(s.doc.Slice(p.at)), Kind: k, At: p.at})
			return
		}
	}
}

// announces is the kind of fact that piece i announces by itself.
func (s *sentence) announces(i int) string {
	p := s.p(i)
	switch {
	case p.has(visit) && p.forms&(past|noun) != 0:
		return "visit"
	case p.has(meet|confer) && p.forms&past != 0 && !s.exhorting(i), p.has(meeting):
		return "meeting"
	case p.has(appoint|credentials) && !sendings.Has(s.doc.Tokens[p.at.First]), p.has(assume) && !p.has(elevate) && !s.succeeding(i): // "became" says little
		return "appointment"
	case p.has(relations), p.has(recognize):
		return "relations"
	case p.has(mission) && p.mission != anyMission:
		return "mission"
	}
	return ""
}
