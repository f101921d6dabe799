package pipeline

// Ruleset names the version of rules and data. A change of either that alters
// what is extracted raises it.
const Ruleset = "2026.11.30.2"

// A Result is what one document gave: the unit that is stored and from which
// the tables are made.
type Result struct {
	Doc      DocumentInfo
	Text     string     // the source's text, into which the mentions' Source spans point
	Mentions []*Mention // the winners, in the order of the text
	Entities []Entity   // sorted by id
	Facts    []*Fact    // in the order of the text
	Missed   []Trigger  // words that announce a fact and led to none, for coverage
	Rejected []Rejected // the losers, for explain; never part of a dataset
	Made     any        // what Job.Make made of it
}

// A DocumentInfo describes a source in the documents table.
type DocumentInfo struct {
	ID         string // path with forward slashes, as given
	SHA256     string // of the source's bytes, hexadecimal
	Format     string
	Encoding   string
	Title      string
	CountryA   string // the two countries of a bilateral page, ISO 3166-1 alpha-2
	CountryB   string
	Language   string // BCP 47; empty when the source does not say
	Created    string // "2006-01-02"; empty when the source does not say
	Updated    string
	Chars      int // code points of the text
	Ruleset    string
	Candidates int // mentions proposed, before overlaps were resolved
}

// A Failure is a source, or a part of one, that gave nothing.
type Failure struct {
	Path  string
	Stage string // find, read, decode, extract, or Late
	Cause string // in words, with the place where there is one
}

// Late is the stage of what took longer than Job.MaxTime. Unlike other failures it
// may be none in the next run.
const Late = "late"
