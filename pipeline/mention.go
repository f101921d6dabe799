package pipeline

import "chancery/pipeline/text"

// Kind is what a mention names.
type Kind string

// The kinds of mention, in the order in which the tables list them.
const (
	Date         Kind = "date"
	Person       Kind = "person"
	Place        Kind = "place"
	Organization Kind = "organization"
	Agreement    Kind = "agreement"
)

// Strength says how sure a rule is of a mention. Overlaps are decided by
// strength first, so a weak guess never displaces a certain reading.
type Strength uint8

// The strengths, weakest first.
const (
	Weak    Strength = iota // a guess: one witness, or an ambiguous gazetteer name without context
	Likely                  // a gazetteer name or pattern that is seldom anything else
	Certain                 // the words around it leave no other reading: a title before, an official name
	Listed                  // the caller's own list has it
)

// A Mention is a stretch of the text that names something. Extractors fill
// Kind, Tokens, Value, Rule, Strength, Why and the detail of their kind;
// the pipeline derives the spans, resolves overlaps and numbers the winners.
type Mention struct {
	ID            int        // position among the document's mentions, by start; set by the pipeline
	Kind          Kind       //
	Tokens        text.Range // tokens covered
	Span          text.Span  // byte offsets in the cleaned text; set by the pipeline
	Source        text.Span  // byte offsets in the source; set by the pipeline
	Text          string     // the source's bytes at Source; set by the pipeline
	Line          int        // line of the source, from 1; set by the pipeline
	Position      string     // the source's own division: "page 3", "paragraph 12"; empty where it has none; set by the pipeline
	Sentence      Excerpt    // the sentence it stands in, cleaned; set by the pipeline
	Value         string     // normal form: an EDTF date, a canonical name
	Entity        string     // entity id, the same for all mentions of one thing; empty for dates
	Rule          string     // name of the rule that found it
	Why           string     // the evidence in words, for explain
	SentenceIndex int32      // which sentence, from 0; set by the pipeline
	Strength      Strength   //
	Nested        bool       // a person or place inside a longer name
	Inferred      []string   // fields that the words do not state: "year", "country"

	// The detail of the mention's kind; the others are nil.
	Date         *DateValue
	Person       *PersonValue
	Place        *PlaceValue
	Organization *OrganizationValue
	Agreement    *AgreementValue
}

// An Excerpt is a stretch of a document's cleaned text and whether the sentence
// goes on around it. It points into the text: a long document has millions.
type Excerpt struct {
	Text                string
	CutBefore, CutAfter bool
}

// String is the text, with an ellipsis where it is cut.
func (e Excerpt) String() string {
	s := e.Text
	if e.CutBefore {
		s = "… " + s
	}
	if e.CutAfter {
		s += " …"
	}
	return s
}

// Country is the country of whatever the mention names, as its detail gives it:
// the one a person serves, a place lies in, an organization belongs to.
func (m *Mention) Country() string {
	switch {
	case m.Person != nil:
		return m.Person.Country
	case m.Place != nil:
		return m.Place.Country
	case m.Organization != nil:
		return m.Organization.Country
	}
	return ""
}

// Confidence is the strength as a number between 0 and 1, for tables.
func (s Strength) Confidence() float64 { return [...]float64{0.5, 0.8, 0.95, 1}[s] }

// String is the strength's name in lower case.
func (s Strength) String() string { return [...]string{"weak", "likely", "certain", "listed"}[s] }

// A DateValue is what a date mention says. Min and Max are real calendar
// days as "2006-01-02", empty where the interval is open or the year unknown.
type DateValue struct {
	EDTF           string // ISO 8601-2 level 1, with ".." for open ends; the week of a year as in ISO 8601-1, "2016-W52"
	Min, Max       string // first and last day it may mean, inclusive
	Precision      string // day, week, month, season, quarter, half, year, decade, century
	Qualifier      string // since, until, before, after, during, circa, early, mid, late; empty when none
	OrderAmbiguous bool   // day and month could be swapped and nothing in the document decides
	Invalid        string // why the date cannot be: "February has 29 days at most"; empty for a possible date
}

// A PersonValue is what is known of a person at one mention.
type PersonValue struct {
	Given, Family string // parts of the canonical name, when known
	Role          string // the office as written, without articles: "Prime Minister of Kazakhstan"
	Office        string // normalized office code: "head-of-government"
	Country       string // ISO 3166-1 alpha-2 of the country served
	Organization  string // the institution served, as written
	RoleTokens    text.Range
}

// A PlaceValue is what is known of a place.
type PlaceValue struct {
	Kind      string  // country, territory, former, region, city, continent, water, river, mountain, building, venue, street
	Country   string  // ISO 3166-1 alpha-2, ISO 3166-3 or "x-" code of a former state; empty when unknown
	Lat, Lon  float64 // degrees; both zero when unknown
	GeonameID int     // GeoNames id; zero when unknown
}

// An OrganizationValue is what is known of an organization.
type OrganizationValue struct {
	Acronym string
	Kind    string // ministry, parliament, party, government, embassy, consulate, international, company, university, court, armed forces, media, other
	Country string // ISO 3166-1 alpha-2
}

// An AgreementValue is what the name and the sentence say of an instrument.
type AgreementValue struct {
	Type    string   // treaty, agreement, convention, protocol, memorandum, declaration, statement, communique, exchange, arrangement, contract, programme, plan, charter, other
	Subject string   // "cultural and humanitarian cooperation"
	Parties []string // ISO 3166-1 alpha-2 codes, or names where there is none
	Level   string   // state, government, ministry, party, company
	Signed  *DateValue
	Place   string // city or country of signature, canonical name
	Term    string // EDTF of the period it covers, "2014/2016"
	Status  string // signed, initialled, ratified, in force, planned, terminated
}
