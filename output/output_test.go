package output

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// sample is a dataset with what is hard to write: formulas, quotes, line feeds,
// other scripts, dates before 1900, a date that cannot be.
func sample() *Dataset {
	date := func(at int, words, edtf, day, invalid string) *pipeline.Mention {
		return &pipeline.Mention{
			Kind: pipeline.Date, Text: words, Value: edtf, Source: text.Span{Start: at, End: at + len(words)}, Line: 1, Rule: "r", Strength: pipeline.Certain,
			Date: &pipeline.DateValue{EDTF: edtf, Min: day, Max: day, Precision: "day", Invalid: invalid}, Sentence: pipeline.Excerpt{Text: "=1+1 \"q\"\nsecond line"},
		}
	}
	person := &pipeline.Mention{
		Kind: pipeline.Person, Text: "習近平", Value: "Xi \"X\" Jinping, =cmd", Entity: "person:xi", Line: 1, Rule: "r", Strength: pipeline.Likely, Sentence: pipeline.Excerpt{Text: "=1+1"},
		Person: &pipeline.PersonValue{Role: "=President", Country: "CN", Office: "head-of-state"}, Inferred: []string{"country"},
	}
	mentions := []*pipeline.Mention{
		date(0, "3 May 1992", "1992-05-03", "1992-05-03", ""), date(12, "4 July 1776", "1776-07-04", "1776-07-04", ""),
		date(30, "30 February 1992", "1992-02-30", "", "February 1992 has 29 days"), person,
	}
	for i, m := range mentions {
		m.ID = i + 1
	}
	res := pipeline.Result{
		Doc: pipeline.DocumentInfo{ID: "b.txt", Title: "+title"}, Mentions: mentions,
		Entities: []pipeline.Entity{{ID: "person:xi", Kind: pipeline.Person, Name: person.Value, Aliases: []string{"@alias"}, Mentions: []*pipeline.Mention{person}}},
	}
	return Build([]pipeline.Result{res, {Doc: pipeline.DocumentInfo{ID: "a.txt"}}}, []pipeline.Failure{{Path: "z", Stage: "read", Cause: "gone"}})
}

func TestListsAreValid(t *testing.T) { require.NoError(t, Validate()) }

func TestValidateFindsFaults(t *testing.T) {
	type astray struct {
		Person string `doc:"x" ref:"people.nothing"`
	}
	type mute struct{ Person string }
	type strange struct {
		Person chan int `doc:"x"`
	}
	type twice struct {
		ID string `doc:"x"`
		Id string `doc:"x"` //nolint:staticcheck // two fields of one column name
	}
	old := Tables
	t.Cleanup(func() { Tables = old })
	for fault, bad := range map[string]*Table{
		`table "dates": name, doc and rows are required, once`: table("dates", "again", func(d *Dataset) *[]Date { return &d.Dates }),
		`table "": name`:                        table("", "x", func(*Dataset) *[]Date { return new([]Date) }),
		`table "x": name, doc`:                  table("x", "", func(*Dataset) *[]Date { return new([]Date) }),
		`table "y": name, doc and rows`:         {Name: "y", Doc: "x", Columns: Tables[0].Columns},
		`table "z" has no columns`:              table("z", "x", func(*Dataset) *[]struct{} { return new([]struct{}) }),
		`points to people.nothing`:              table("astray", "x", func(*Dataset) *[]astray { return new([]astray) }),
		`column mute.person: a type`:            table("mute", "x", func(*Dataset) *[]mute { return new([]mute) }),
		`column strange.person: a type`:         table("strange", "x", func(*Dataset) *[]strange { return new([]strange) }),
		`column twice.id: a type of Table Sche`: table("twice", "x", func(*Dataset) *[]twice { return new([]twice) }),
	} {
		Tables = append(slices.Clone(old), bad)
		require.ErrorContains(t, Validate(), fault)
	}
}

func TestSnake(t *testing.T) {
	for in, want := range map[string]string{"ID": "id", "DateMin": "date_min", "EDTF": "edtf", "SHA256": "sha256", "CountryA": "country_a", "GeonamesID": "geonames_id"} {
		require.Equal(t, want, snake(in))
	}
}

func TestCSV(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Write(dir, sample(), []Format{CSV}, Options{BOM: true}))
	data, err := os.ReadFile(filepath.Join(dir, "people.csv"))
	require.NoError(t, err)
	require.True(t, bytes.HasPrefix(data, []byte("\xef\xbb\xbfid,name,")))
	require.Contains(t, string(data), "\r\n")
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, `Xi "X" Jinping, =cmd`, rows[1][1])
	for _, row := range rows {
		for _, cell := range row {
			require.False(t, cell != "" && strings.ContainsRune("=+@", rune(cell[0])), "a spreadsheet would run %q", cell)
		}
	}
	records, err := Read(dir)
	require.NoError(t, err)
	require.Equal(t, sample().Records(), records, "what is written reads back")
}

func TestJSON(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Write(dir, sample(), []Format{JSON, JSONL}, Options{}))
	data, err := os.ReadFile(filepath.Join(dir, "dataset.json"))
	require.NoError(t, err)
	var all map[string][]map[string]any
	require.NoError(t, json.Unmarshal(data, &all))
	require.Len(t, all, len(Tables))
	require.Len(t, all["dates"], 3)
	require.Nil(t, all["dates"][2]["date_min"])
	require.Equal(t, "invalid", all["dates"][2]["status"])
	require.Equal(t, []any{}, all["dates"][0]["inferred"])
	lines, err := os.ReadFile(filepath.Join(dir, "dates.jsonl"))
	require.NoError(t, err)
	require.Equal(t, 3, bytes.Count(lines, []byte("\n")))
	for line := range bytes.Lines(lines) {
		require.True(t, json.Valid(line), "%s", line)
	}
}

func TestDatesBeforeSpreadsheetsAreText(t *testing.T) {
	f := workbookOf(t, sample())
	value, err := f.GetCellValue("dates", "D2")
	require.NoError(t, err)
	require.Equal(t, "1992-05-03", value)
	kind, err := f.GetCellType("dates", "D2")
	require.NoError(t, err)
	require.NotEqual(t, excelize.CellTypeInlineString, kind)
	raw, err := f.GetCellValue("dates", "D2", excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	require.Equal(t, "33727", raw, "a real date")
	raw, err = f.GetCellValue("dates", "D3", excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	require.Equal(t, "1776-07-04", raw)
}

func workbookOf(t *testing.T, d *Dataset) *excelize.File {
	var b bytes.Buffer
	require.NoError(t, writeWorkbook(&b, d, mostRows))
	f, err := excelize.OpenReader(&b)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f
}

func TestWorkbookReadsBack(t *testing.T) {
	d := sample()
	f := workbookOf(t, d)
	sheets := f.GetSheetList()
	require.Equal(t, "overview", sheets[0])
	require.Equal(t, "about", sheets[len(sheets)-1])
	for _, table := range Tables {
		rows, err := f.GetRows(table.Name)
		require.NoError(t, err)
		require.Len(t, rows, table.Count(d)+1, table.Name)
		panes, err := f.GetPanes(table.Name)
		require.NoError(t, err)
		require.True(t, panes.Freeze, table.Name)
	}
	formula, err := f.GetCellFormula("dates", "L2")
	require.NoError(t, err)
	require.Equal(t, `HYPERLINK("#'mentions'!A2","`+d.Mentions[0].ID+`")`, formula)
	formula, err = f.GetCellFormula("people", "B2")
	require.NoError(t, err)
	require.Empty(t, formula, "text that begins with = stays text")
}

func TestWorkbookBytesAreTheSame(t *testing.T) {
	var a, b bytes.Buffer
	require.NoError(t, writeWorkbook(&a, sample(), mostRows))
	require.NoError(t, writeWorkbook(&b, sample(), mostRows))
	require.True(t, bytes.Equal(a.Bytes(), b.Bytes()))
	r, err := zip.NewReader(bytes.NewReader(a.Bytes()), int64(a.Len()))
	require.NoError(t, err)
	require.NotEmpty(t, r.File)
}

func TestLongTextIsCutWithANote(t *testing.T) {
	d := &Dataset{Failures: []Failure{{Path: "p", Stage: "read", Cause: strings.Repeat("ж", 40_000)}}}
	f := workbookOf(t, d)
	v, err := f.GetCellValue("failures", "C2")
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(v, "JSON files]"))
	require.LessOrEqual(t, len([]rune(v)), mostChars)
}

func TestForeignKeysHold(t *testing.T) {
	values := map[string]map[string]bool{}
	records := sample().Records()
	for _, r := range records {
		for i, c := range r.Columns {
			set := map[string]bool{}
			for _, row := range r.Rows {
				set[row[i]] = true
			}
			values[r.Table+"."+c] = set
		}
	}
	checked := 0
	for _, table := range Tables {
		for _, c := range table.Columns {
			for v := range values[table.Name+"."+c.Name] {
				if c.Ref != "" && v != "" {
					require.True(t, values[c.Ref][v], "%s.%s: %q is not in %s", table.Name, c.Name, v, c.Ref)
					checked++
				}
			}
		}
	}
	require.Positive(t, checked)
}

func TestDescriptorNamesEveryColumn(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, WriteDescriptor(&b))
	var p dataPackage
	require.NoError(t, json.Unmarshal(b.Bytes(), &p))
	require.Len(t, p.Resources, len(Tables))
	for i, table := range Tables {
		require.Len(t, p.Resources[i].Schema.Fields, len(table.Columns))
	}
	require.NotEmpty(t, p.Resources[2].Schema.ForeignKeys)
}

func TestValidateFindsFaultsOfFormats(t *testing.T) {
	old := All
	t.Cleanup(func() { All = old })
	write := func(*Folder, *Dataset) error { return nil }
	for fault, f := range map[string]Format{
		`format "": name`:           {Doc: "d", Write: write},
		`format "x": name, doc`:     {Name: "x", Write: write},
		`format "y": name`:          {Name: "y", Doc: "d"},
		`format "csv": name`:        CSV,
		`format "a,b": the name is`: {Name: "a,b", Doc: "d", Write: write},
	} {
		All = append(slices.Clone(old), f)
		require.ErrorContains(t, Validate(), fault)
	}
}

// TestFactsAlikeCostNoMore counts the bytes that the rows of facts without a
// date, all alike, need: ten times the facts ten times the bytes.
func TestFactsAlikeCostNoMore(t *testing.T) {
	cost := func(n int) uint64 {
		res := pipeline.Result{Doc: pipeline.DocumentInfo{ID: "a.txt"}}
		for range n {
			res.Facts = append(res.Facts, &pipeline.Fact{Class: "quantity", Quantity: &pipeline.QuantityValue{Indicator: "students", Value: "1000"}})
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d := Build([]pipeline.Result{res}, nil)
		runtime.ReadMemStats(&after)
		ids := map[string]bool{}
		for _, q := range d.Quantities {
			ids[q.ID] = true
		}
		require.Len(t, ids, n, "each record has an id of its own")
		return after.TotalAlloc - before.TotalAlloc
	}
	small := cost(300)
	require.Less(t, cost(3000), 15*small)
}

func TestSummaryCounts(t *testing.T) {
	one := &Dataset{
		Documents: make([]Document, 1), Mentions: make([]Mention, 1), Dates: make([]Date, 1), People: make([]Person, 1), Places: make([]Place, 1),
		Organizations: make([]Organization, 1), Agreements: make([]Agreement, 1), Failures: make([]Failure, 1),
	}
	require.Equal(t, "1 document, 1 mention: 1 date, 1 person, 1 place, 1 organization, 1 agreement; 0 facts, 0 issues; 1 failure", one.Summary())
	require.Equal(t, "0 documents, 0 mentions: 0 dates, 0 people, 0 places, 0 organizations, 0 agreements; 0 facts, 0 issues", new(Dataset).Summary())
}

func TestBuildDoesNotDependOnOrder(t *testing.T) {
	d := sample()
	require.Equal(t, "a.txt", d.Documents[0].ID)
	require.Equal(t, []string{"@alias"}, d.People[0].Aliases)
	require.Equal(t, []string{"CN"}, d.People[0].Countries)
}
