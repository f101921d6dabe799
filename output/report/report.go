// Package report draws a dataset as one HTML file that needs nothing else: the
// texts with their mentions, the records, a timeline, a map, and who met whom.
//
// It knows no table: package output hands it a Page of texts, tables and what is
// to be drawn. The pictures are laid out here, as SVG; page.js shows the tables
// and texts a page at a time from the data that the file carries. Nothing is
// fetched, and a Content-Security-Policy forbids it.
package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

var page = template.Must(template.New("page").Parse(pageHTML))

// A Page is what a report shows.
type Page struct {
	Summary   string // the dataset in one line
	Ruleset   string
	Documents []Document
	Tables    []Table
	Events    []Event   // for the timeline
	People    []Person  // for the network, with Meetings
	Meetings  []Meeting //
	Places    []Place   // for the map
	Issues    []Issue
	Gaps      []Gap // sentences that announce a fact and gave no record
}

// A Document is a source with its text.
type Document struct {
	ID, Title string
	Text      string // empty when it was not kept
	Marks     []Mark // sorted by start, the longer first
	Records   int    // of the tables of facts, and agreements
}

// A Mark is a mention in a text: byte offsets, and its row in the table mentions.
type Mark struct{ Start, End, Mention int }

// A Table is a table with its rows.
type Table struct {
	Name    string   `json:"name"`
	Doc     string   `json:"doc"`
	Columns []Column `json:"columns"`
	Rows    []Row    `json:"rows"`
}

// A Column is a column of a table.
type Column struct {
	Name string `json:"name"`
	Doc  string `json:"doc"`
}

// A Row is one record and where its words are.
type Row struct {
	ID       string
	Document int   // index among the documents; -1 for none
	Line     int   // of the document, from 1; 0 for none
	Mentions []int // rows in the table mentions
	Issues   int   // how many issues name it
	Cells    []any
}

// An Event is a dot of the timeline.
type Event struct {
	Lane  string // the table whose record it is
	ID    string // of the record
	Year  int
	Label string
}

// A Person is one who met another.
type Person struct{ ID, Name, Country string }

// A Meeting is one pair: indexes among the people, and the record.
type Meeting struct {
	A, B int
	ID   string
}

// A Place is a place of the map. A country without coordinates is put into the
// middle of its cities.
type Place struct {
	ID, Name, Country string
	IsCountry         bool
	Lat, Lon          float64 // degrees
	Mentions          int
}

// An Issue is a question with the records that it concerns.
type Issue struct {
	ID, Check, Severity, Document string
	Records                       []string
	Text                          string
}

// A Gap is a kind of sentences without a record.
type Gap struct {
	Kind, Word string
	Sentences  []Sentence
}

// A Sentence is one that gave no record.
type Sentence struct {
	Document string
	Line     int
	Text     string
}

// Write writes the report.
func Write(w io.Writer, p *Page) error {
	var s sets
	timeline, network := newTimeline(p.Events, &s), newNetwork(p.People, p.Meetings, &s)
	data, err := p.data(s)
	if err != nil {
		return err
	}
	return page.Execute(w, map[string]any{
		"Page": p, "Data": template.JS(data), "Style": template.CSS(pageCSS), "Script": template.JS(pageJS),
		"Policy": fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'", Hash(pageJS), Hash(pageCSS)),
		"Counts": p.counts(), "Timeline": timeline, "Map": newWorldMap(p.Places), "Network": network,
		"Coverage": p.coverage(), "Issues": p.firstIssues(),
	})
}

// Hash names an inline script or style in a Content-Security-Policy.
func Hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// A count is a figure of the overview.
type count struct {
	Table, Doc string
	Rows       int
}

func (p *Page) counts() []count {
	var list []count
	for _, t := range p.Tables {
		list = append(list, count{t.Name, t.Doc, len(t.Rows)})
	}
	return list
}

// mostIssues is how many issues are listed; the table has all.
const mostIssues = 40

// shownIssues are the issues listed, and how many more there are.
type shownIssues struct {
	Shown []Issue
	More  int
}

func (p *Page) firstIssues() shownIssues {
	n := min(mostIssues, len(p.Issues))
	return shownIssues{p.Issues[:n], len(p.Issues) - n}
}

// short is a text of at most n code points, for labels.
func short(s string, n int) string {
	seen := 0
	for i := range s {
		if seen == n {
			return s[:i] + "…"
		}
		seen++
	}
	return s
}
