package output

import "chancery/pipeline/store"

// The rows. A field's tags say what its column means: doc; ref, the column it
// points to; width, in characters, in a workbook; values, all that a cell may
// hold when it is not empty; code, what it is a code of. The column's name is that of
// the field in snake case. Cells that the text does not support are empty.

// A Document is a source that was read.
type Document struct {
	ID       string `doc:"path of the source below the folder that was read" width:"28"`
	SHA256   string `doc:"SHA-256 of the source's bytes" width:"16"`
	Format   string `doc:"source format"`
	Encoding string `doc:"character encoding of the source"`
	Title    string `doc:"title, as the source states it" width:"30"`
	CountryA string `doc:"first of the two countries a bilateral page is about, ISO 3166-1 alpha-2"`
	CountryB string `doc:"second of the two countries"`
	Language string `doc:"language, BCP 47, as its words show or the source states"`
	Created  string `doc:"day on which the page says it was created" type:"date"`
	Updated  string `doc:"day on which the page says it was last changed" type:"date"`
	Chars    int    `doc:"length in code points"`
	Mentions int    `doc:"number of mentions, nested ones included"`
	Ruleset  string `doc:"version of the rules that read it"`
}

// A Mention is a stretch of a source that names something.
type Mention struct {
	ID         string   `doc:"id, the same for the same words of the same source in every run" width:"14"`
	Document   string   `doc:"source" ref:"documents.id" width:"24"`
	Kind       string   `doc:"date, person, place, organization or agreement"`
	Text       string   `doc:"the words, exactly as in the source" width:"40"`
	Start      int      `doc:"first byte in the source, counted from 0"`
	End        int      `doc:"byte after the last"`
	Line       int      `doc:"line of the source, counted from 1"`
	Position   string   `doc:"division of the source that has pages or paragraphs: page 3, paragraph 12, footnote 4"`
	Value      string   `doc:"normal form: EDTF for dates, canonical name otherwise" width:"30"`
	Entity     string   `doc:"id of what is named, in people, places, organizations or agreements" width:"30"`
	Nested     bool     `doc:"whether it stands inside a longer name"`
	Rule       string   `doc:"rule that found it" width:"20"`
	Why        string   `doc:"evidence in words" width:"40"`
	Confidence float64  `doc:"0.95 certain, 0.8 likely, 0.5 a guess"`
	Inferred   []string `doc:"fields that the words do not state"`
}

// A Date is what a date mention means.
type Date struct {
	ID             string `doc:"id" width:"14"`
	Document       string `doc:"source" ref:"documents.id" width:"24"`
	EDTF           string `doc:"the date in EDTF (ISO 8601-2), with .. for open ends" width:"24" code:"edtf"`
	DateMin        string `doc:"first day it may mean; empty when open" type:"date"`
	DateMax        string `doc:"last day it may mean, inclusive; empty when open" type:"date"`
	Precision      string `doc:"day, week, month, season, quarter, half, year, decade or century" values:"day|week|month|season|quarter|half|year|decade|century"`
	Qualifier      string `doc:"since, until, before, after, circa, early, mid or late"`
	OrderAmbiguous bool   `doc:"whether day and month could be swapped and nothing in the source decides"`
	Status         string `doc:"ok, or invalid for a date that cannot be" values:"ok|invalid"`
	Checked
	Evidence   string   `doc:"mention" ref:"mentions.id" width:"14"`
	Line       int      `doc:"line of the source"`
	Position   string   `doc:"as in mentions"`
	Quote      string   `doc:"the words" width:"30"`
	Rule       string   `doc:"rule that found it" width:"20"`
	Confidence float64  `doc:"as in mentions"`
	Inferred   []string `doc:"fields that the words do not state: year, month"`
}

// A Person is someone named in the sources.
type Person struct {
	ID        string   `doc:"id" width:"30"`
	Name      string   `doc:"canonical name" width:"28"`
	Aliases   []string `doc:"other forms in the sources" width:"40"`
	Family    string   `doc:"family name, when known"`
	Given     string   `doc:"given names, when known"`
	Countries []string `doc:"countries served, ISO 3166-1 alpha-2"`
	Roles     []string `doc:"offices as written" width:"40"`
	Mentions  int      `doc:"number of mentions"`
	Documents int      `doc:"number of sources"`
	Similar   []string `doc:"people whose names are near spellings; not merged, because it is not sure" width:"30"`
	Evidence  []string `doc:"first mentions" width:"14"`
}

// A Role is an office that a source gives to a person.
type Role struct {
	ID           string `doc:"id" width:"14"`
	Document     string `doc:"source" ref:"documents.id" width:"24"`
	Person       string `doc:"person" ref:"people.id" width:"28"`
	Role         string `doc:"office as written, without article" width:"40"`
	Office       string `doc:"normalized office" width:"24"`
	Organization string `doc:"institution served, as written" width:"30"`
	Country      string `doc:"country served, ISO 3166-1 alpha-2" code:"country"`
	Date         string `doc:"EDTF of the date in brackets behind the name, since when, or else in the sentence, when it has exactly one" width:"22" code:"edtf"`
	Checked
	Evidence   []string `doc:"mentions of the person in this office" width:"14"`
	Line       int      `doc:"line of the first"`
	Position   string   `doc:"as in mentions, of the first"`
	Quote      string   `doc:"the first in its sentence" width:"60"`
	Rule       string   `doc:"rule that found it" width:"20"`
	Confidence float64  `doc:"as in mentions"`
	Inferred   []string `doc:"fields that the words do not state: country, organization"`
}

// A Place is a country, city, region or building named in the sources.
type Place struct {
	ID         string   `doc:"id" width:"26"`
	Name       string   `doc:"canonical name" width:"28"`
	Kind       string   `doc:"country, territory, former, region, city, continent, water, river, mountain, building, venue or street"`
	Country    string   `doc:"ISO 3166-1 alpha-2; of a former state ISO 3166-3 or x- and a name"`
	Lat        float64  `doc:"latitude in degrees, of cities" type:"coordinate"`
	Lon        float64  `doc:"longitude in degrees" type:"coordinate"`
	GeonamesID int      `doc:"GeoNames id, of cities"`
	Aliases    []string `doc:"other forms in the sources" width:"40"`
	Mentions   int      `doc:"number of mentions"`
	Documents  int      `doc:"number of sources"`
	Evidence   []string `doc:"first mentions" width:"14"`
}

// An Organization is an institution named in the sources.
type Organization struct {
	ID        string   `doc:"id" width:"34"`
	Name      string   `doc:"canonical name" width:"40"`
	Acronym   string   `doc:"acronym, defined in the source or well known"`
	Kind      string   `doc:"ministry, parliament, party, government, embassy, consulate, international, company ..."`
	Country   string   `doc:"ISO 3166-1 alpha-2"`
	Aliases   []string `doc:"other forms in the sources" width:"40"`
	Mentions  int      `doc:"number of mentions"`
	Documents int      `doc:"number of sources"`
	Similar   []string `doc:"organizations whose names are near spellings; not merged" width:"30"`
	Evidence  []string `doc:"first mentions" width:"14"`
}

// An Agreement is an instrument that a source names.
type Agreement struct {
	ID       string   `doc:"id" width:"14"`
	Document string   `doc:"source" ref:"documents.id" width:"24"`
	Entity   string   `doc:"id of the instrument, the same in every source" width:"30"`
	Title    string   `doc:"title as written" width:"60"`
	Type     string   `doc:"treaty, agreement, convention, protocol, memorandum, declaration, statement ..." width:"14"`
	Subject  string   `doc:"what it is about, as written" width:"40"`
	Parties  []string `doc:"ISO 3166-1 alpha-2 codes, or names where there is none"`
	Level    string   `doc:"state, government, ministry, party or company" values:"state|government|ministry|party|company"`
	Signed   string   `doc:"EDTF of the signing date" width:"22" code:"edtf"`
	DateMin  string   `doc:"first day on which it may have been signed" type:"date"`
	DateMax  string   `doc:"last day on which it may have been signed" type:"date"`
	Place    string   `doc:"place of signing"`
	Term     string   `doc:"EDTF of the period it covers" code:"edtf"`
	Status   string   `doc:"signed, initialled, ratified, in force, planned or terminated"`
	Checked
	Evidence   []string `doc:"mentions" width:"14"`
	Line       int      `doc:"line of the first"`
	Position   string   `doc:"as in mentions, of the first"`
	Quote      string   `doc:"the first in its sentence" width:"60"`
	Rule       string   `doc:"rule that found it" width:"20"`
	Confidence float64  `doc:"as in mentions"`
	Inferred   []string `doc:"fields that the words do not state: parties, signed"`
}

// Checked is what a reader of the workbook said of a record. A record that was
// found wrong is no longer there.
type Checked struct {
	Review    string   `doc:"what a reader said: ok, wrong or fix; empty when nobody looked" values:"ok|wrong|fix" width:"9"`
	Corrected []string `doc:"what a reader put in place of what was extracted: column=value" width:"24"`
}

// A Trace is how a record of the diplomatic record goes back to its words; its
// columns end the tables of facts.
type Trace struct {
	Checked
	Evidence   []string `doc:"mentions that fill its slots" width:"14"`
	Line       int      `doc:"line of the source"`
	Position   string   `doc:"as in mentions"`
	Quote      string   `doc:"sentence that states it" width:"60"`
	Rule       string   `doc:"rule that found it" width:"16"`
	Confidence float64  `doc:"as in mentions"`
	Inferred   []string `doc:"slots that the words do not state"`
	Status     string   `doc:"planned for what has not happened"`
}

// A When is the date of a record.
type When struct {
	EDTF    string `doc:"date in EDTF" width:"22" code:"edtf"`
	DateMin string `doc:"first day it may mean; empty when open" type:"date"`
	DateMax string `doc:"last day it may mean, inclusive; empty when open" type:"date"`
}

// A Visit is a journey of someone in office to another country.
type Visit struct {
	ID       string `doc:"id" width:"14"`
	Document string `doc:"source" ref:"documents.id" width:"24"`
	Visitor  string `doc:"who; empty when only the office is named" ref:"people.id" width:"28"`
	Role     string `doc:"the visitor's office, as written" width:"34"`
	From     string `doc:"country of the visitor, ISO 3166-1 alpha-2" code:"country"`
	To       string `doc:"country visited" code:"country"`
	City     string `doc:"cities named" width:"18"`
	When
	Type     string `doc:"state, official, working, private or unspecified" values:"state|official|working|private|unspecified"`
	Occasion string `doc:"what it was for, as written" width:"30"`
	Codes
	Trace
}

// A Meeting is one between people in office; participants has who they were.
type Meeting struct {
	ID       string `doc:"id" width:"14"`
	Document string `doc:"source" ref:"documents.id" width:"24"`
	When
	Place  string   `doc:"where" width:"18"`
	Who    []string `doc:"participants, by name or office" width:"44"`
	Topic  string   `doc:"what about, as written" width:"24"`
	Plover string   `doc:"event of the PLOVER ontology, with its mode, where the mapping is certain" width:"15"`
	Trace
}

// A Participant is someone at a meeting.
type Participant struct {
	Meeting string `doc:"meeting" ref:"meetings.id" width:"14"`
	Person  string `doc:"who; empty when only the office is named" ref:"people.id" width:"28"`
	Role    string `doc:"office" width:"34"`
	Country string `doc:"country served, ISO 3166-1 alpha-2"`
	Side    int    `doc:"1 for those who met, 2 for those whom they met; 0 when the text makes no difference"`
}

// A Mission is something that happened to a diplomatic or consular post.
type Mission struct {
	ID        string `doc:"id" width:"14"`
	Document  string `doc:"source" ref:"documents.id" width:"24"`
	Event     string `doc:"opened, closed, reopened, elevated, moved or exists" values:"opened|closed|reopened|elevated|moved|exists"`
	Type      string `doc:"embassy, legation, consulate general, consulate, visa office ..." width:"18"`
	Sending   string `doc:"country whose mission it is, ISO 3166-1 alpha-2" code:"country"`
	Receiving string `doc:"country in which it is" code:"country"`
	City      string `doc:"city" width:"18"`
	When
	Codes
	Trace
}

// An Appointment is the taking, holding or leaving of a post.
type Appointment struct {
	ID        string `doc:"id" width:"14"`
	Document  string `doc:"source" ref:"documents.id" width:"24"`
	Person    string `doc:"who" ref:"people.id" width:"28"`
	Role      string `doc:"post, as written" width:"34"`
	Event     string `doc:"appointed, presented credentials, holds or left" values:"appointed|presented credentials|holds|left" width:"20"`
	Sending   string `doc:"country that sends, ISO 3166-1 alpha-2" code:"country"`
	Receiving string `doc:"country that receives" code:"country"`
	When
	Codes
	Trace
}

// A Relation is a change in the relations of two countries.
type Relation struct {
	ID       string `doc:"id" width:"14"`
	Document string `doc:"source" ref:"documents.id" width:"24"`
	Event    string `doc:"established, recognized, severed or resumed" values:"established|recognized|severed|resumed"`
	Kind     string `doc:"diplomatic or consular" values:"diplomatic|consular"`
	CountryA string `doc:"ISO 3166-1 alpha-2; of a recognition, who recognizes" code:"country"`
	CountryB string `doc:"the other; of a recognition, who is recognized" code:"country"`
	When
	Codes
	Trace
}

// A Quantity is a figure.
type Quantity struct {
	ID         string `doc:"id" width:"14"`
	Document   string `doc:"source" ref:"documents.id" width:"24"`
	Indicator  string `doc:"what is counted or measured, as written" width:"34"`
	Comparator string `doc:"more than, less than, about; empty for an exact figure"`
	Value      string `doc:"decimal number" width:"16"`
	Unit       string `doc:"ISO 4217 code of money; empty for a count"`
	AsOf       string `doc:"EDTF of when the figure held"`
	Trace
}

// Codes are those of other datasets, where the mapping is certain.
type Codes struct {
	Plover string `doc:"event of the PLOVER ontology, with its mode, where the mapping is certain" width:"15"`
	CowA   int    `doc:"Correlates of War number of the first country; empty for none" type:"coordinate"`
	CowB   int    `doc:"Correlates of War number of the second"  type:"coordinate"`
}

// An Issue is something that a careful analyst would question.
type Issue struct {
	ID       string   `doc:"id" width:"14"`
	Check    string   `doc:"what was checked" width:"26"`
	Severity string   `doc:"error: cannot be so; warning: look at it; note: worth knowing"`
	Document string   `doc:"source; empty when several are concerned" ref:"documents.id" width:"24"`
	Records  []string `doc:"ids of the records concerned" width:"30"`
	Text     string   `doc:"the question in one sentence" width:"80"`
}

// A Failure is a source that gave nothing.
type Failure struct {
	Path  string `doc:"source" width:"40"`
	Stage string `doc:"where it failed: find, read, decode or extract; late when it took too long"`
	Cause string `doc:"why, with the place where there is one" width:"60"`
}

// Tables lists the tables in the order in which they are written.
var Tables = []*Table{
	table("documents", "the sources that were read", func(d *Dataset) *[]Document { return &d.Documents }),
	table("mentions", "every name and date, with its words and their place in the source", func(d *Dataset) *[]Mention { return &d.Mentions }),
	table("dates", "what the dates mean", func(d *Dataset) *[]Date { return &d.Dates }),
	table("people", "the people, across sources", func(d *Dataset) *[]Person { return &d.People }),
	table("roles", "the offices that sources give to people", func(d *Dataset) *[]Role { return &d.Roles }),
	table("places", "the places, across sources", func(d *Dataset) *[]Place { return &d.Places }),
	table("organizations", "the organizations, across sources", func(d *Dataset) *[]Organization { return &d.Organizations }),
	table("agreements", "the instruments that sources name", func(d *Dataset) *[]Agreement { return &d.Agreements }),
	table("visits", "who went where", func(d *Dataset) *[]Visit { return &d.Visits }),
	table("meetings", "who met, and when", func(d *Dataset) *[]Meeting { return &d.Meetings }),
	table("participants", "who was at the meetings", func(d *Dataset) *[]Participant { return &d.Participants }),
	table("missions", "embassies and consulates: opened, closed, elevated, moved, or there", func(d *Dataset) *[]Mission { return &d.Missions }),
	table("appointments", "who took, holds or left which post", func(d *Dataset) *[]Appointment { return &d.Appointments }),
	table("relations", "relations recognized, established, severed and resumed", func(d *Dataset) *[]Relation { return &d.Relations }),
	table("quantities", "figures that the sources give", func(d *Dataset) *[]Quantity { return &d.Quantities }),
	table("issues", "what a careful analyst would question", func(d *Dataset) *[]Issue { return &d.Issues }),
	table("failures", "the sources that gave nothing, and why", func(d *Dataset) *[]Failure { return &d.Failures }),
}

// A Dataset holds the rows of all tables, in the order in which they are written.
type Dataset struct {
	Documents     []Document
	Mentions      []Mention
	Dates         []Date
	People        []Person
	Roles         []Role
	Places        []Place
	Organizations []Organization
	Agreements    []Agreement
	Visits        []Visit
	Meetings      []Meeting
	Participants  []Participant
	Missions      []Mission
	Appointments  []Appointment
	Relations     []Relation
	Quantities    []Quantity
	Issues        []Issue
	Failures      []Failure

	files  map[string]string     // of sources, by id
	doubts []doubt               // of facts, for the checks
	texts  map[string]sourceText // by document, when they are kept; else nil

	store  *store.Store   // where more rows lie; nil when all are in memory
	stored map[string]int // how many, by table
	jobs   int            // blocks of them read at a time
	failed error          // the first error of reading them, for the checks

	countries map[string]string // names by code, for the checks
}

// A doubt is what was found not to fit while a fact was read.
type doubt struct{ Document, Record, Text string }
