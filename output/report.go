package output

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"chancery/output/report"
	"chancery/pipeline"
)

// Report writes one file to be read in a browser. It carries the texts, so it is
// written only when it is asked for.
var Report = Format{
	Name:  "report",
	Doc:   "report.html: the texts with their mentions, the records, a timeline, a map and who met whom, in one file",
	Texts: true,
	Write: func(dir *Folder, d *Dataset) error {
		return dir.File("report.html", func(w io.Writer) error { return report.Write(w, newPage(d)) })
	},
}

// A sourceText is what the report has of a source beside its rows.
type sourceText struct {
	text   string
	missed []pipeline.Trigger
}

// A pager makes the report's page of a dataset.
type pager struct {
	d         *Dataset
	page      *report.Page
	documents map[string]int
	mentions  map[string]int   // by id
	entities  map[string][]int // the mentions of an entity
	words     map[string]report.Row
	issues    map[string]int // how many issues name a record
}

func newPage(d *Dataset) *report.Page {
	p := &pager{
		d: d, page: &report.Page{Summary: d.Summary(), Ruleset: pipeline.Ruleset}, documents: map[string]int{}, mentions: map[string]int{},
		entities: map[string][]int{}, words: map[string]report.Row{}, issues: map[string]int{},
	}
	for i, doc := range d.Documents {
		p.documents[doc.ID] = i
		p.page.Documents = append(p.page.Documents, report.Document{ID: doc.ID, Title: doc.Title, Text: d.texts[doc.ID].text})
	}
	for i, m := range d.Mentions {
		p.mentions[m.ID] = i
		if m.Entity != "" {
			p.entities[m.Entity] = append(p.entities[m.Entity], i)
		}
		if at, ok := p.documents[m.Document]; ok {
			doc := &p.page.Documents[at]
			doc.Marks = append(doc.Marks, report.Mark{Start: m.Start, End: m.End, Mention: i})
		}
	}
	for i := range p.page.Documents {
		slices.SortStableFunc(p.page.Documents[i].Marks, func(a, b report.Mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	}
	for _, i := range d.Issues {
		p.page.Issues = append(p.page.Issues, report.Issue(i))
		for _, r := range i.Records {
			p.issues[r]++
		}
	}
	for _, t := range Tables {
		p.page.Tables = append(p.page.Tables, p.table(t))
	}
	p.events()
	p.meetings()
	p.places()
	p.gaps()
	return p.page
}

// table makes a table's rows with the words that each rests on.
func (p *pager) table(t *Table) report.Table {
	out := report.Table{Name: t.Name, Doc: t.Doc, Rows: []report.Row{}}
	column := map[string]int{}
	for i, c := range t.Columns {
		column[c.Name] = i
		out.Columns = append(out.Columns, report.Column{Name: c.Name, Doc: c.Doc})
	}
	_ = t.Each(p.d, func(cells []any) error {
		r := report.Row{ID: t.Name + "." + strconv.Itoa(len(out.Rows)+1), Document: -1}
		for i, c := range cells {
			r.Cells = append(r.Cells, cellText(t.Columns[i], c))
		}
		cell := func(name string) string { return textOf(cells, column, name) }
		r.ID = cmp.Or(cell("id"), r.ID)
		r.Issues = p.issues[r.ID]
		p.locate(&r, t.Name, cells, column)
		if i, ok := column["line"]; ok {
			r.Line, _ = cells[i].(int)
		}
		p.count(t.Name, r)
		p.words[r.ID] = r
		out.Rows = append(out.Rows, r)
		return nil
	})
	return out
}

func textOf(cells []any, column map[string]int, name string) string {
	if i, ok := column[name]; ok {
		s, _ := cells[i].(string)
		return s
	}
	return ""
}

// locate finds the mentions and the document of a row.
func (p *pager) locate(r *report.Row, table string, cells []any, column map[string]int) {
	cell := func(name string) string { return textOf(cells, column, name) }
	if at, ok := p.mentions[r.ID]; ok && table == "mentions" {
		r.Mentions = []int{at}
	}
	r.Mentions = append(r.Mentions, p.entities[r.ID]...)
	if i, ok := column["evidence"]; ok && len(r.Mentions) == 0 {
		list, _ := cells[i].([]string)
		if one := cell("evidence"); one != "" {
			list = []string{one}
		}
		for _, id := range list {
			if at, ok := p.mentions[id]; ok {
				r.Mentions = append(r.Mentions, at)
			}
		}
	}
	if w, ok := p.words[cell("meeting")]; ok {
		r.Mentions, r.Line, r.Document = w.Mentions, w.Line, w.Document
	}
	if i, ok := column["records"]; ok {
		list, _ := cells[i].([]string)
		for _, id := range list {
			w := p.words[id]
			r.Mentions = append(r.Mentions, w.Mentions...)
			if r.Document < 0 && w.ID != "" {
				r.Document, r.Line = w.Document, w.Line
			}
		}
	}
	if at, ok := p.documents[cell("document")]; ok {
		r.Document = at
	}
	if at, ok := p.documents[r.ID]; ok && table == "documents" {
		r.Document, r.Line = at, 1
	}
	if r.Document < 0 && len(r.Mentions) > 0 {
		m := p.d.Mentions[r.Mentions[0]]
		if at, ok := p.documents[m.Document]; ok {
			r.Document, r.Line = at, m.Line
		}
	}
}

// count adds a record to its document's number.
func (p *pager) count(table string, r report.Row) {
	if r.Document >= 0 && slices.Contains([]string{"agreements", "visits", "meetings", "missions", "appointments", "relations", "quantities"}, table) {
		p.page.Documents[r.Document].Records++
	}
}

// events are the visits, agreements and missions with a year.
func (p *pager) events() {
	add := func(lane, id, day, label string) {
		if year, err := strconv.Atoi(day[:min(4, len(day))]); err == nil {
			p.page.Events = append(p.page.Events, report.Event{Lane: lane, ID: id, Year: year, Label: label})
		}
	}
	for _, v := range p.d.Visits {
		add("visits", v.ID, v.DateMin, fmt.Sprintf("%s: %s visits %s", v.EDTF, p.d.who(v.Visitor, v.Role), cmp.Or(v.City, v.To, "another country")))
	}
	for _, a := range p.d.Agreements {
		add("agreements", a.ID, a.DateMin, a.Signed+": "+a.Title)
	}
	for _, m := range p.d.Missions {
		add("missions", m.ID, m.DateMin, fmt.Sprintf("%s: %s of %s in %s, %s", m.EDTF, m.Type, cmp.Or(m.Sending, "?"), cmp.Or(m.City, m.Receiving, "?"), m.Event))
	}
}

// meetings are the pairs of people who met: those of two sides, or all where the
// text makes no difference.
func (p *pager) meetings() {
	at, of := map[string]int{}, map[string][]Participant{}
	for _, q := range p.d.Participants {
		of[q.Meeting] = append(of[q.Meeting], q)
		key := cmp.Or(q.Person, q.Role+" "+q.Country)
		if _, ok := at[key]; !ok {
			at[key] = len(p.page.People)
			p.page.People = append(p.page.People, report.Person{ID: cmp.Or(q.Person, "~"+key), Name: p.d.who(q.Person, q.Role), Country: q.Country})
		}
	}
	for _, m := range p.d.Meetings {
		list := of[m.ID]
		for i, a := range list {
			for _, b := range list[i+1:] {
				x, y := at[cmp.Or(a.Person, a.Role+" "+a.Country)], at[cmp.Or(b.Person, b.Role+" "+b.Country)]
				if x != y && (a.Side != b.Side || a.Side == 0) {
					p.page.Meetings = append(p.page.Meetings, report.Meeting{A: x, B: y, ID: m.ID})
				}
			}
		}
	}
}

func (p *pager) places() {
	for _, v := range p.d.Places {
		p.page.Places = append(p.page.Places, report.Place{
			ID: v.ID, Name: v.Name, Country: v.Country, IsCountry: v.Kind == "country" || v.Kind == "territory", Lat: v.Lat, Lon: v.Lon, Mentions: v.Mentions,
		})
	}
}

// gaps are the sentences without a record, by the word that announces one, the
// most first.
func (p *pager) gaps() {
	found := map[string]*report.Gap{}
	for _, doc := range p.d.Documents {
		for _, t := range p.d.texts[doc.ID].missed {
			key := t.Kind + "\t" + t.Word
			if found[key] == nil {
				found[key] = &report.Gap{Kind: t.Kind, Word: t.Word}
			}
			found[key].Sentences = append(found[key].Sentences, report.Sentence{Document: doc.ID, Line: t.Line, Text: strings.Join(strings.Fields(t.Sentence), " ")})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(found)) {
		p.page.Gaps = append(p.page.Gaps, *found[key])
	}
	slices.SortStableFunc(p.page.Gaps, func(a, b report.Gap) int { return len(b.Sentences) - len(a.Sentences) })
}
