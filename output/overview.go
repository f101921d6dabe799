package output

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// overview writes the first sheet: what was read, how many rows each table has
// with a link to it, agreements by year, and what failed.
func (b *workbook) overview() error {
	const sheet = "overview"
	o := overview{b: b, sheet: sheet}
	o.do(b.printable(sheet))
	o.widths(30, 12, 76)
	o.row("title", "Chancery dataset")
	o.row("summary", b.d.Summary())
	o.skip()
	o.row("header", "table", "rows", "what it holds")
	first := o.n + 1
	for _, t := range Tables {
		o.row("plain", t.Name, t.Count(b.d), t.Doc)
		o.link(t.Name)
	}
	o.skip()
	o.row("header", "source", "mentions", "title")
	for i, d := range b.d.Documents {
		if i == mostListed {
			o.row("note", fmt.Sprintf("and %d more, in the sheet documents", len(b.d.Documents)-i))
			break
		}
		o.row("plain", d.ID, d.Mentions, d.Title)
	}
	if len(b.d.Failures) > 0 {
		o.skip()
		o.row("header", "failed", "stage", "cause")
		for i, f := range b.d.Failures {
			if i == mostListed {
				break
			}
			o.row("plain", f.Path, f.Stage, f.Cause)
		}
	}
	if o.err != nil {
		return o.err
	}
	return b.chart(sheet, first, len(Tables))
}

// mostListed is how many sources and failures the overview names.
const mostListed = 40

// chart draws the mentions, people, places and so on as bars beside the counts.
func (b *workbook) chart(sheet string, first, rows int) error {
	// the rows of documents and mentions would dwarf the others
	from, to := first+2, first+rows-2
	return b.f.AddChart(sheet, "E4", &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name:       "rows",
			Categories: fmt.Sprintf("%s!$A$%d:$A$%d", sheet, from, to),
			Values:     fmt.Sprintf("%s!$B$%d:$B$%d", sheet, from, to),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"274C6B"}},
		}},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "What was found"}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: excelize.Font{Color: "5B6770", Size: 9}},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Color: "1F2933", Size: 10}},
		Dimension: excelize.ChartDimension{Width: 480, Height: 300},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
	})
}

// about writes the last sheet: every column and what it means.
func (b *workbook) about() error {
	const sheet = "about"
	if _, err := b.f.NewSheet(sheet); err != nil {
		return err
	}
	o := overview{b: b, sheet: sheet}
	o.do(b.printable(sheet))
	o.widths(18, 18, 12, 90)
	o.row("header", "table", "column", "type", "meaning")
	for _, t := range Tables {
		for _, c := range t.Columns {
			kind := c.Type
			if kind == typeCoordinate {
				kind = typeNumber
			}
			o.row("plain", t.Name, c.Name, kind, c.Doc)
		}
	}
	return o.err
}

// An overview writes a small sheet row by row and keeps the first error.
type overview struct {
	b     *workbook
	sheet string
	n     int // rows written
	err   error
}

func (o *overview) do(err error) {
	if o.err == nil {
		o.err = err
	}
}

func (o *overview) widths(widths ...float64) {
	for i, w := range widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		o.do(err)
		o.do(o.b.f.SetColWidth(o.sheet, name, name, w))
	}
}

func (o *overview) skip() { o.n++ }

func (o *overview) row(style string, values ...any) {
	o.n++
	for i, v := range values {
		cell, err := excelize.CoordinatesToCellName(i+1, o.n)
		o.do(err)
		if s, ok := v.(string); ok {
			v = fitted(s)
		}
		o.do(o.b.f.SetCellValue(o.sheet, cell, v))
		o.do(o.b.f.SetCellStyle(o.sheet, cell, cell, o.b.style[style]))
	}
}

// link makes the first cell of the row a link to a sheet.
func (o *overview) link(sheet string) {
	cell := fmt.Sprintf("A%d", o.n)
	o.do(o.b.f.SetCellHyperLink(o.sheet, cell, fmt.Sprintf("'%s'!A1", sheet), "Location"))
	o.do(o.b.f.SetCellStyle(o.sheet, cell, cell, o.b.style["link"]))
}
