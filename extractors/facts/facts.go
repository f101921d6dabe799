package facts

import (
	"slices"
	"strings"
	"sync"

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
	{"rosters", "missions and who serves at them, in the lists of a corps and the fields of a fact sheet", readRoster, 0},
	{"hosts", "missions of many countries in one, in a list under a heading", readHosted, 0},
	{"visits", "who went where", readVisits, visit | travel | hold},
	{"lists", "visits, and holders of a post, in a list under a heading", readLists, 0},
	{"meetings", "who met whom", readMeetings, meet | confer | meeting | receive | travel},
	{"appointments", "who took, holds or left which post", readAppointments, 0},
	{"quantities", "figures, with what they count", readQuantities, 0},
}

func read(in *pipeline.Reading) {
	r := newReader(in)
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
		r.newTurn(at)
		speaks := r.cut(n, at, s) && !s.asks()
		s.foretold()
		s.noteEntry()
		s.newDay()
		if s.readLed() {
			continue
		}
		s.noteLead()
		readRows(s)
		s.noteLife()
		s.underRelations()
		if !speaks && !r.list.on && r.directory == "" && r.holderList.post == nil && !r.hosted.on && !r.roster.on && r.rowAt != n-1 {
			readQuantities(s)
			s.note()
			continue
		}
		for _, c := range Classes {
			if c.of == 0 || s.senses&c.of != 0 || c.of&meet != 0 && r.lastHeld.end == at.First {
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
		p := &s.pieces[i]
		if !p.has(announcing) || s.used[i] {
			continue
		}
		if k := s.announces(i); k != "" {
			s.reading.Miss(pipeline.Trigger{Word: strings.ToLower(s.doc.Slice(p.at)), Kind: k, At: p.at})
			return
		}
	}
}

// announcing are the senses of the words that announces knows.
const announcing = visit | meet | confer | meeting | appoint | credentials | assume | relations | recognize | mission

// announces is the kind of fact that piece i, of such a word, announces by itself.
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
