package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"chancery/output/report"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// untamed are names that a report must show as they are.
var untamed = []string{
	`</script><script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `=HYPERLINK("http://x")`, `"' onmouseover='alert(1)`, "<!-- --> ]]> {{.}} ${x}",
	"محمود عباس", "\u202eevil\u202c", "𝔛i 習近平", strings.Repeat("long ", 8000),
}

// pageOf is a dataset of n people who each visit a country and meet the next, in
// one document of a line each.
func pageOf(names []string) *Dataset {
	var b strings.Builder
	res := pipeline.Result{Doc: pipeline.DocumentInfo{ID: "a <b>.txt", Title: names[0]}}
	for i, name := range names {
		person := &pipeline.Mention{
			ID: i + 1, Kind: pipeline.Person, Text: name, Value: name, Entity: fmt.Sprintf("person:%04d", i), Line: i + 1, Rule: "r", Strength: pipeline.Likely,
			Why: "title before <b>", Source: text.Span{Start: b.Len(), End: b.Len() + len(name)}, Person: &pipeline.PersonValue{Country: "FR"},
		}
		b.WriteString(name + " went.\n")
		date := &pipeline.DateValue{EDTF: "2001-05", Min: "2001-05-01", Max: "2001-05-31"}
		who := pipeline.Participant{Person: name, Entity: person.Entity}
		visit := &pipeline.Fact{
			Class: "visit", Line: i + 1, Quote: name, Date: date, Evidence: []*pipeline.Mention{person}, Rule: "r", Strength: pipeline.Likely,
			Inferred: []string{"to"}, Visit: &pipeline.VisitValue{Visitor: who, From: "FR", To: "DE"},
		}
		meeting := &pipeline.Fact{
			Class: "meeting", Line: i + 1, Quote: name, Date: date, Evidence: []*pipeline.Mention{person}, Rule: "r", Strength: pipeline.Likely,
			Meeting: &pipeline.MeetingValue{Participants: []pipeline.Participant{who, {Role: "King " + name, Side: 1}}},
		}
		res.Mentions = append(res.Mentions, person)
		res.Facts = append(res.Facts, visit, meeting)
		res.Entities = append(res.Entities, pipeline.Entity{ID: person.Entity, Kind: pipeline.Person, Name: name, Mentions: []*pipeline.Mention{person}})
	}
	res.Text = b.String()
	res.Missed = []pipeline.Trigger{{Word: "<i>", Kind: "visit", Line: 1, Sentence: names[0]}}
	tables := NewBuilder()
	tables.KeepTexts()
	tables.Add(res)
	return tables.Dataset([]pipeline.Failure{{Path: "<b>", Stage: "read", Cause: names[0]}})
}

func reportOf(t *testing.T, d *Dataset) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.Write(&b, newPage(d)))
	return b.Bytes()
}

// elements are those of a page, in its order.
func elements(t *testing.T, page []byte) []*html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
	var list []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			list = append(list, n)
		}
	}
	return list
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func utf16Of(s string) []uint16      { return utf16.Encode([]rune(s)) }
func stringOf(units []uint16) string { return string(utf16.Decode(units)) }

func unescaped(t *testing.T, s string) string {
	t.Helper()
	s, err := url.PathUnescape(s)
	require.NoError(t, err)
	return s
}

// reportData is what the page's script reads.
type reportData struct {
	Documents []struct {
		ID, Text string
		Marks    [][3]int
	}
	Tables []struct {
		Name string
		Rows [][]any
	}
	Sets []struct {
		Label string
		IDs   []string
	}
}

func dataOf(t *testing.T, page []byte) reportData {
	t.Helper()
	for _, n := range elements(t, page) {
		if attribute(n, "id") == "data" {
			var d reportData
			require.NoError(t, json.Unmarshal([]byte(n.FirstChild.Data), &d))
			return d
		}
	}
	require.Fail(t, "the page has no data")
	return reportData{}
}

// TestReportEscapes has the page parsed as a browser would: what the sources say
// makes no element, no handler and no address.
func TestReportEscapes(t *testing.T) {
	page := reportOf(t, pageOf(untamed))
	kinds := map[string]int{}
	for _, n := range elements(t, page) {
		kinds[n.Data]++
		for _, a := range n.Attr {
			require.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src", "%s has %s=%q", n.Data, a.Key, a.Val)
			if a.Key == "href" {
				require.True(t, strings.HasPrefix(a.Val, "#"), "%s leads to %q", n.Data, a.Val)
			}
		}
	}
	require.Equal(t, 2, kinds["script"])
	require.Equal(t, 1, kinds["style"])
	for _, none := range []string{"img", "iframe", "link", "object", "embed", "base"} {
		require.Zero(t, kinds[none], none)
	}
	data := dataOf(t, page)
	var visitors []any
	for _, table := range data.Tables {
		if table.Name == "people" {
			for _, row := range table.Rows {
				visitors = append(visitors, row[5].([]any)[1])
			}
		}
	}
	require.ElementsMatch(t, visitors, untamed)
}

// TestReportPolicy holds the page to the scripts and styles that its policy names.
func TestReportPolicy(t *testing.T) {
	page := reportOf(t, pageOf(untamed))
	var policy string
	for _, n := range elements(t, page) {
		if attribute(n, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(n, "content")
		}
	}
	require.True(t, strings.HasPrefix(policy, "default-src 'none'; "), policy)
	require.NotContains(t, policy, "unsafe")
	for _, n := range elements(t, page) {
		if n.Data == "style" || n.Data == "script" && attribute(n, "type") == "" {
			require.Contains(t, policy, report.Hash(n.FirstChild.Data), n.Data)
		}
	}
}

// TestReportMarks reads the marks as a browser counts, in UTF-16 code units.
func TestReportMarks(t *testing.T) {
	doc := dataOf(t, reportOf(t, pageOf(untamed))).Documents[0]
	require.Len(t, doc.Marks, len(untamed))
	units := utf16Of(doc.Text)
	for i, m := range doc.Marks {
		require.Equal(t, untamed[i], stringOf(units[m[0]:m[1]]))
	}
}

// TestReportLinks holds that every record of a source leads to words of it, and
// every link of the page to a record.
func TestReportLinks(t *testing.T) {
	page := reportOf(t, pageOf(untamed))
	data := dataOf(t, page)
	ids := map[string]bool{}
	for _, table := range data.Tables {
		for _, row := range table.Rows {
			ids[row[0].(string)] = true
			if table.Name == "failures" {
				continue
			}
			require.GreaterOrEqual(t, row[1], 0.0, "%s %v is of no document", table.Name, row[0])
			require.Positive(t, row[2], "%s %v has no line", table.Name, row[0])
			if table.Name != "documents" {
				require.NotEmpty(t, row[3], "%s %v has no words", table.Name, row[0])
			}
		}
	}
	links := 0
	for _, n := range elements(t, page) {
		if id, ok := strings.CutPrefix(attribute(n, "href"), "#record/"); ok {
			links++
			require.True(t, ids[unescaped(t, id)], id)
		}
	}
	require.Greater(t, links, len(untamed))
}

// TestReportSize holds 5,000 records below 5 MB, twice the same.
func TestReportSize(t *testing.T) {
	var names []string
	for i := range 460 { // some eleven rows each
		names = append(names, fmt.Sprintf("Minister Name%04d of Foreign Affairs", i))
	}
	d := pageOf(names)
	records := 0
	for _, table := range Tables {
		records += table.Count(d)
	}
	require.GreaterOrEqual(t, records, 5000)
	page := reportOf(t, d)
	require.Less(t, len(page), 5_000_000)
	require.True(t, bytes.Equal(page, reportOf(t, pageOf(names))), "two reports of one dataset differ")
}

// TestReportListsTheFirstIssues counts those listed and those told of.
func TestReportListsTheFirstIssues(t *testing.T) {
	d := sample()
	d.Issues = nil
	for i := range 45 {
		d.Issues = append(d.Issues, Issue{ID: fmt.Sprint("i", i), Check: "c", Severity: "note", Text: fmt.Sprintf("question %d.", i)})
	}
	page := string(reportOf(t, d))
	listed, _, _ := strings.Cut(page, `id="data"`)
	require.Equal(t, 40, strings.Count(listed, "question "))
	require.Contains(t, listed, `<a href="#table/issues">5 more in the table issues</a>`)
	d.Issues = d.Issues[:40]
	require.NotContains(t, string(reportOf(t, d)), "more in the table issues")
}

// TestReportWithoutTexts writes what there is of a dataset that kept no texts.
func TestReportWithoutTexts(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Write(dir, sample(), []Format{Report}, Options{}))
	page, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	require.Len(t, dataOf(t, page).Documents, 2)
	require.NoError(t, Write(dir, Build(nil, nil), []Format{Report}, Options{}))
}

// readReport reads a table from the data that the page carries.
func readReport(t *testing.T, dir string, table *Table) [][]string {
	page, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	var rows [][]string
	for _, shown := range dataOf(t, page).Tables {
		if shown.Name != table.Name {
			continue
		}
		for _, r := range shown.Rows {
			var row []string
			for _, v := range r[5].([]any) {
				row = append(row, v.(string))
			}
			rows = append(rows, row)
		}
	}
	return rows
}
