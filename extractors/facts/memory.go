package facts

import (
	"chancery/extractors/people"
	"chancery/extractors/places"
	"chancery/pipeline"
)

// A reader reads one document. What it remembers lies in parts by how long it holds.
type reader struct {
	reading     *pipeline.Reading
	doc         *pipeline.Document
	mentions    []*pipeline.Mention
	offices     []people.Office
	nextMention int // cursors into mentions and offices, while sentences are cut in order
	nextOffice  int
	nextNamed   int                         // the first token at which one of them may begin
	facts       []*pipeline.Fact            // found so far
	open        map[string][]*pipeline.Fact // those that another may yet be merged with, by what they are about
	setting
	careers
	lines
	paragraph
	appointee   participant // whom the sentence that ends at appointeeAt tells to be named by another
	appointeeAt int
	lastHeld    held    // the session of the sentence before
	awaiting    awaited // credentials of envoys whom the next sentence names
}

// The setting is what the page as a whole supplies to each of its sentences.
type setting struct {
	frame     pipeline.Frame
	bilateral bool                  // the title names the two countries of the frame
	house     pipeline.MissionValue // the embassy that the title names
	corpsIn   string                // the country to which those whom the page lists are accredited
	pageOf    string                // the country whose ministry the page is of
	foreign   foreign               // of a page about one country's relations with many
	life      participant           // whose life the page tells; nobody's when its mention is nil
	headline  *pipeline.Fact        // a meeting of the first line, in which nobody is named
	top       int                   // token behind the headings with which the page begins
	speaker   speaker               // who says "I"
	namesakes map[string]string     // by name: the country that it means on this page
}

// The careers are what the page has told so far about each person, by entity,
// and about each instrument who signed it.
type careers struct {
	known     map[string]pipeline.Participant // office and country, as last stated
	titled    map[string]pipeline.Participant // office and country, as last written
	codes     map[string]string               // the code of the office, as last written
	sends     map[string]string               // the country that sent someone last
	lastPost  map[string]namedTo              // the post to which someone was named last
	holdersOf map[string]onlyHolder           // by office code, and by that and a country
	signers   map[string][]string             // by entity of an instrument: the countries of those who signed it
}

// The lines are the lists, rows and tables that are being read.
type lines struct {
	list          listing           // of visits
	hosted        hostList          // of missions in one country
	roster        roster            // of missions and who serves at them
	lead          lead              // the clause that its items complete
	lone          loneLine          // of a list of holders, whose other line is to come
	holderList    listing           // of those who held a post, as the title or the last such heading opened it
	programme     programme         // of a visit
	entry         entryHead         // of a chronicle
	directory     string            // the country whose missions a list gives, from its heading on
	directoryHost *pipeline.Mention // the country under whose name the missions of a list stand
	formed        formed            // of the last form
	section       section           // of a list of missions
	row           row               // of a register
	rowAt         int               // the sentence of the last row of visits behind a colon
	relationsAt   int               // the heading "Diplomatic relations", or the last line under it
	tableVisits   []visitRow        // the rows of the tables of visits that were read
	registered    []*pipeline.Fact  // visits of the rows of registers, in their order
	inTable       int               // token behind the last table that was read
}

// A paragraph is what the sentences since its first token have told.
type paragraph struct {
	begins      int // its first token
	lastVisit   *pipeline.Fact
	lastSubject []participant
	lastPair    []participant          // the only two whom a sentence named last
	lastState   string                 // the country that was the subject of the sentence before
	told        pipeline.MissionValue  // the mission that was named last, with whose it is and where
	inOffice    map[string]participant // by office code: who held it last
	carried     []participant          // the last subject of a paragraph before
}

func newReader(in *pipeline.Reading) *reader {
	r := &reader{
		reading: in, doc: in.Doc, mentions: in.Mentions, open: map[string][]*pipeline.Fact{},
		careers: careers{
			known: map[string]pipeline.Participant{}, titled: map[string]pipeline.Participant{},
			codes: map[string]string{}, sends: map[string]string{}, lastPost: map[string]namedTo{}, holdersOf: map[string]onlyHolder{},
		},
		lines:     lines{rowAt: -2, relationsAt: -2},
		paragraph: paragraph{inOffice: map[string]participant{}},
	}
	r.offices, _ = in.NoteOf(people.Extractor).([]people.Office)
	r.frame, _ = in.NoteOf(places.Extractor).(pipeline.Frame)
	r.bilateral = r.frame.A != "" && r.frame.B != ""
	r.frame.A, r.frame.B = r.frame.Pair()
	r.namesakes = map[string]string{}
	r.entitled()
	return r
}

// newParagraph forgets what the paragraph told that ends before token first.
func (r *reader) newParagraph(first int) {
	carried := r.carried
	if len(r.lastSubject) > 0 {
		carried = r.lastSubject
	}
	clear(r.inOffice)
	r.paragraph = paragraph{begins: first, carried: carried, inOffice: r.inOffice}
}
