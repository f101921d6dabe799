package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

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
	stored, err := Stored(s, nil)
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

// many is a dataset of so many rows of visits with mentions and documents, a
// third of them each.
func many(rows int) *Dataset {
	d := &Dataset{}
	for i := range rows / 3 {
		n := strconv.Itoa(i)
		m := id("m", n)
		d.Documents = append(d.Documents, Document{ID: "page-" + n + ".txt", Title: "Country " + n + " - China", SHA256: strings.Repeat(m, 5), Created: "2015-09-03", Mentions: 3, Chars: 4000 + i})
		d.Mentions = append(d.Mentions, Mention{
			ID: m, Document: "page-" + n + ".txt", Kind: "person", Text: "President Nursultan Nazarbayev", Start: i, End: i + 30, Line: 12,
			Value: "Nursultan Nazarbayev", Entity: "person:nursultan-nazarbayev", Rule: "person-title", Why: "a title before a name", Confidence: 0.95,
		})
		d.Visits = append(d.Visits, Visit{
			ID: id("v", n), Document: "page-" + n + ".txt", Visitor: "person:nursultan-nazarbayev", Role: "President", From: "KZ", To: "CN", City: "Beijing",
			When: When{"2015-09-03", "2015-09-03", "2015-09-03"}, Type: "state", Codes: Codes{CowA: 705, CowB: 710}, Trace: Trace{
				Evidence: []string{m}, Line: 12, Quote: "On 3 September 2015 President Nursultan Nazarbayev of Kazakhstan paid a state visit to Beijing, number " + n + ".",
				Rule: "visit", Confidence: 0.8, Inferred: []string{"from"},
			},
		})
	}
	return d
}

const benchRows = 99_999

// BenchmarkWorkbook writes a workbook and, beside it, the same cells of its
// tables through excelize's stream, and compares them.
func BenchmarkWorkbook(b *testing.B) {
	d := many(benchRows)
	b.ReportAllocs()
	var bare time.Duration
	for b.Loop() {
		require.NoError(b, writeWorkbook(io.Discard, d, mostRows))
		b.StopTimer()
		start := time.Now() //nolint:forbidigo // a benchmark may look at the clock
		require.NoError(b, bareStream(io.Discard, d))
		bare += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(b.Elapsed().Seconds()/bare.Seconds(), "ofExcelize")
}

// bareStream writes the cells of a dataset through excelize's stream writer, with
// one style and nothing else.
func bareStream(w io.Writer, d *Dataset) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	style, err := f.NewStyle(tableStyle(lookText, tintNone))
	if err != nil {
		return err
	}
	p := &workbook{d: d, most: mostRows, seen: newSeen()}
	for _, t := range Tables {
		if _, err := f.NewSheet(t.Name); err != nil {
			return err
		}
		s, err := f.NewStreamWriter(t.Name)
		if err != nil {
			return err
		}
		cells, row, look, n := make([]excelize.Cell, len(t.Columns)), make([]any, len(t.Columns)), p.seen.of(t), 0
		for i := range row {
			row[i] = &cells[i]
		}
		if err := t.Each(d, func(values []any) error {
			look(n, values)
			n++
			for i, v := range values {
				cells[i] = excelize.Cell{StyleID: style, Value: v}
				if c := p.cell(&t.Columns[i], v); c.link != "" {
					cells[i].Formula = `HYPERLINK("#` + c.link + `","` + c.text + `")`
				} else if _, list := v.([]string); list {
					cells[i].Value = c.text
				}
			}
			return s.SetRow("A"+strconv.Itoa(n), row)
		}); err != nil {
			return err
		}
		if err := s.Flush(); err != nil {
			return err
		}
	}
	return f.Write(w)
}
