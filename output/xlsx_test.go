package output

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"chancery/pipeline"
	"chancery/pipeline/store"
)

// opened is the workbook of a dataset, whose sheets hold so many rows.
func opened(t *testing.T, d *Dataset, most int) *excelize.File {
	var b bytes.Buffer
	require.NoError(t, writeWorkbook(&b, d, most))
	f, err := excelize.OpenReader(&b)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f
}

// cellAt is a cell of a table's sheet.
func cellAt(table, column string, row int) string {
	_, name, _ := strings.Cut(cellName(table, Tables[tableIndex(table)].index(column), row), "!")
	return name
}

// TestDocumentsLeadToTheirFiles, those in an archive to it.
func TestDocumentsLeadToTheirFiles(t *testing.T) {
	d := &Dataset{Documents: []Document{{ID: "a.txt"}, {ID: "b.zip/c/d.txt"}, {ID: "unknown.txt"}, {ID: "odd.txt"}}}
	d.Locate(map[string]string{"a.txt": "../pages/a.txt", "b.zip": "../pages/b.zip", "odd.txt": "../pages/#1/odd.txt"})
	f := opened(t, d, 100)
	for row, want := range []string{`HYPERLINK("../pages/a.txt","a.txt")`, `HYPERLINK("../pages/b.zip","b.zip/c/d.txt")`, "", ""} {
		cell := "A" + strconv.Itoa(row+2)
		formula, err := f.GetCellFormula("documents", cell)
		require.NoError(t, err)
		require.Equal(t, want, formula)
		id, err := f.GetCellValue("documents", cell)
		require.NoError(t, err)
		require.Equal(t, d.Documents[row].ID, id)
	}
}

func TestTablesGoOnInNumberedSheets(t *testing.T) {
	d := &Dataset{Documents: []Document{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	for i := range 5 {
		mention := Mention{ID: id("m", strconv.Itoa(i)), Document: "c"}
		if i == 4 {
			mention.ID = "odd"
		}
		d.Mentions = append(d.Mentions, mention)
		d.Visits = append(d.Visits, Visit{ID: id("v", strconv.Itoa(i)), Document: "c", Trace: Trace{Evidence: []string{mention.ID, "x"}}})
	}
	f := opened(t, d, 3)
	require.Equal(t, []string{"overview", "documents", "documents 2", "mentions", "mentions 2", "mentions 3", "dates"}, f.GetSheetList()[:7])
	for n, sheet := range []string{"visits", "visits 2", "visits 3"} {
		got, err := f.GetRows(sheet)
		require.NoError(t, err)
		require.Len(t, got, []int{3, 3, 2}[n])
		require.Equal(t, "chancery-seal", strings.Fields(got[0][len(got[0])-1])[0], "every sheet can be reviewed")
		for i, row := range got[1:] {
			v := d.Visits[2*n+i]
			require.Equal(t, v.ID, row[0])
			formula, err := f.GetCellFormula(sheet, cellAt("visits", "evidence", i+2))
			require.NoError(t, err)
			place := fmt.Sprintf("'mentions%s'!A%d", []string{"", " 2", " 3"}[n], i+2)
			require.Equal(t, `HYPERLINK("#`+place+`","`+v.Evidence[0]+` +1")`, formula, "a link leads to the mention's row")
			formula, err = f.GetCellFormula(sheet, cellAt("visits", "document", i+2))
			require.NoError(t, err)
			require.Equal(t, `HYPERLINK("#'documents 2'!A2","c")`, formula)
		}
	}
	require.NoError(t, f.SetCellStr("visits 3", cellAt("visits", "review", 2), reviewOK))
	path := filepath.Join(t.TempDir(), "edited.xlsx")
	require.NoError(t, f.SaveAs(path))
	v, err := Review{}.Read(path)
	require.NoError(t, err)
	require.Empty(t, v.Refused)
	require.Len(t, v.Corrections, 1, "a row of a numbered sheet can be reviewed")
	require.Equal(t, d.Visits[4].ID, v.Corrections[0].ID)
	found, err := f.SearchSheet("overview", "who went where; in 3 sheets, visits to visits 3, because a sheet holds no more rows")
	require.NoError(t, err)
	require.Len(t, found, 1)
}

// TestAWorkbookStreams writes a dataset whose rows are in no memory, which must
// give the bytes of one that is whole.
func TestAWorkbookStreams(t *testing.T) {
	results := []pipeline.Result{result("a.txt", 3), result("b.txt", 2)}
	s, err := store.Open(t.TempDir())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	for _, res := range results {
		w, err := s.Begin(res.Doc.ID)
		require.NoError(t, err)
		p := NewPutter(w)
		require.NoError(t, p.Put(Pack(&res)))
		require.NoError(t, p.End(store.Entry{}))
	}
	require.NoError(t, s.Commit())
	stored, err := Stored(s, nil, 2)
	require.NoError(t, err)
	require.Empty(t, stored.Mentions)
	require.Equal(t, 5, Tables[tableIndex("mentions")].Count(stored))
	var streamed, whole bytes.Buffer
	require.NoError(t, writeWorkbook(&streamed, stored, 4))
	require.NoError(t, writeWorkbook(&whole, Build(results, nil), 4))
	require.True(t, bytes.Equal(whole.Bytes(), streamed.Bytes()), "the workbook depends on where the rows lie")
	require.True(t, XLSX.Streams)
}

// result is a document of so many dates.
func result(id string, dates int) pipeline.Result {
	res := pipeline.Result{Doc: pipeline.DocumentInfo{ID: id, Title: "title of " + id}}
	for i := range dates {
		res.Mentions = append(res.Mentions, &pipeline.Mention{
			ID: i + 1, Kind: pipeline.Date, Text: "May " + strconv.Itoa(2000+i), Strength: pipeline.Certain,
			Date: &pipeline.DateValue{EDTF: strconv.Itoa(2000+i) + "-05", Min: "2000-05-01", Max: "2000-05-31", Precision: "month"},
		})
	}
	return res
}

// TestTextsOfCells passes what XML cannot hold, and what reads like the way in
// which a workbook holds it.
func TestTextsOfCells(t *testing.T) {
	for text, want := range map[string]string{
		"a & b < c > \"d\"": "a &amp; b &lt; c &gt; \"d\"", "\x01\x1f\r\t\n": "_x0001__x001F__x000D_\t\n", "_x0041_x0042_": "_x005F_x0041_x005F_x0042_",
		"_x004_ _X0041_ __x00e9_": "_x004_ _X0041_ __x005F_x00e9_", "bad \xff \uffff": "bad \uFFFD \uFFFD", "": "",
	} {
		require.Equal(t, want, string(appendText(nil, text, false)))
	}
	require.Equal(t, `""&amp;`, string(appendText(nil, `"&`, true)))
	r := row{n: 1, names: []string{"A"}}
	r.put(0, 0, &cell{text: "padded "})
	require.Equal(t, `<c r="A1" t="inlineStr"><is><t xml:space="preserve">padded </t></is></c>`, string(r.out))
	d := &Dataset{Documents: []Document{{ID: "a"}}}
	for _, text := range []string{"\x01\x1f", "a\rb\tc\n", "_x0041_x0042_", "  padded\n", "_x005F_x0041_"} {
		d.Visits = append(d.Visits, Visit{ID: text, Document: "a", Occasion: text})
	}
	f := opened(t, d, mostRows)
	for i, v := range d.Visits {
		got, err := f.GetCellValue("visits", cellAt("visits", "occasion", i+2))
		require.NoError(t, err)
		require.Equal(t, v.Occasion, got)
	}
}

// TestSealsStay keeps the seals, which stored corrections hold, what they were.
func TestSealsStay(t *testing.T) {
	require.Equal(t, []string{"gdmd", "gC4i", "eRhI"}, []string{seal(""), seal("CN"), seal("Ж")})
}

// TestCellsAreWhatTheyHold reads a workbook as other programs do: a number is a
// number, a day a day, and what only looks like one is text.
func TestCellsAreWhatTheyHold(t *testing.T) {
	d := &Dataset{
		Documents: []Document{{ID: "a.txt", Created: "2015-09-03", Updated: "1815-06-09", Chars: 12, Title: "42"}},
		Mentions:  []Mention{{ID: id("m", "x"), Document: "a.txt", Nested: true, Confidence: 0.95}},
		Places:    []Place{{ID: "place:x", Lat: -0.125}},
		Visits:    []Visit{{ID: "v", Document: "a.txt", When: day("2015-09-03"), Role: "TRUE", City: "=1+1", Trace: Trace{Evidence: []string{id("m", "x")}}}},
	}
	f := opened(t, d, mostRows)
	inline, number, truth, formula := excelize.CellTypeInlineString, excelize.CellTypeUnset, excelize.CellTypeBool, excelize.CellTypeFormula
	for _, c := range []struct {
		table, column string
		kind          excelize.CellType
		raw, shown    string
	}{
		{"documents", "created", number, "42250", "2015-09-03"},
		{"documents", "updated", inline, "1815-06-09", "1815-06-09"},
		{"documents", "chars", number, "12", "12"},
		{"documents", "title", inline, "42", "42"},
		{"documents", "language", number, "", ""},
		{"mentions", "nested", truth, "1", "TRUE"},
		{"mentions", "confidence", number, "0.95", "0.95"},
		{"places", "lat", number, "-0.125", "-0.125"},
		{"places", "lon", number, "", ""},
		{"visits", "date_min", number, "42250", "2015-09-03"},
		{"visits", "edtf", inline, "2015-09-03", "2015-09-03"},
		{"visits", "role", inline, "TRUE", "TRUE"},
		{"visits", "city", inline, "=1+1", "=1+1"},
		{"visits", "evidence", formula, id("m", "x"), id("m", "x")},
		{"visits", "document", formula, "a.txt", "a.txt"},
	} {
		cell := cellAt(c.table, c.column, 2)
		kind, err := f.GetCellType(c.table, cell)
		require.NoError(t, err)
		raw, err := f.GetCellValue(c.table, cell, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		shown, err := f.GetCellValue(c.table, cell)
		require.NoError(t, err)
		require.Equal(t, []any{c.kind, c.raw, c.shown}, []any{kind, raw, shown}, "%s.%s", c.table, c.column)
	}
}

// TestOverviewTells reads the first sheet: counts, links, and only charts that
// have something to show.
func TestOverviewTells(t *testing.T) {
	d := &Dataset{
		Documents: []Document{{ID: "a.txt", Mentions: 7, Title: "A"}, {ID: "b.txt"}},
		Places:    []Place{{Kind: "country", Country: "CN", Name: "China"}},
		Missions:  []Mission{{ID: "e", Document: "a.txt", When: day("1900-01-01")}, {ID: "e2", Document: "a.txt", When: day("1950-01-01")}, {ID: "e3", When: When{"191X", "1910-01-01", "1919-12-31"}}},
		Visits:    []Visit{{ID: "v", To: "CN"}, {ID: "v2", To: "CN"}, {ID: "v3", To: "FR"}, {ID: "v4"}},
		Issues:    []Issue{{ID: "i", Check: Checks[0].Name, Records: []string{"v2"}}},
		Failures:  []Failure{{"z.pdf", "read", "gone"}},
	}
	f := opened(t, d, mostRows)
	rows, err := f.GetRows("overview")
	require.NoError(t, err)
	require.Contains(t, rows, []string{"documents", "2", "the sources that were read"})
	require.Contains(t, rows, []string{"a.txt", "7", "A"})
	require.Contains(t, rows, []string{Checks[0].Name, "1", Checks[0].Doc})
	require.Contains(t, rows, []string{"z.pdf", "read", "gone"})
	for n, row := range rows {
		if len(row) > 0 && row[0] == "b.txt" {
			linked, place, err := f.GetCellHyperLink("overview", "A"+strconv.Itoa(n+1))
			require.NoError(t, err)
			require.True(t, linked)
			require.Equal(t, "'documents'!A3", place)
		}
	}
	parts, err := (&workbook{f: f}).parts()
	require.NoError(t, err)
	charts := ""
	for name, part := range parts {
		if strings.HasPrefix(name, "xl/charts/") {
			charts += string(part)
		}
	}
	require.Contains(t, charts, "<a:t>Missions by decade</a:t>")
	require.Contains(t, charts, "<a:t>Visits by country visited</a:t>")
	require.NotContains(t, charts, "Agreements", "there are none")
	require.NotContains(t, charts, "Visits by year", "none is dated")
	data, err := f.GetRows(chartSheet)
	require.NoError(t, err)
	require.Equal(t, [][]string{{"China", "2", "", "1900s", "1"}, {"FR", "1", "", "1910s", "0"}}, [][]string{data[1][6:], data[2][6:]})
	style := func(cell string) int {
		n, err := f.GetCellStyle("visits", cell)
		require.NoError(t, err)
		return n
	}
	require.NotEqual(t, style("A2"), style("A3"), "an issue colours its record")
	require.Equal(t, style("A2"), style("A4"))
}
