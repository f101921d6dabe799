package output

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

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
					cells[i].Formula = `HYPERLINK("` + c.link + `","` + c.text + `")`
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
