package output

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// overview writes the first sheet: what was read, how many rows each table has
// with a link to it, what is questioned, what failed, and charts.
func (b *workbook) overview() error {
	const sheet = "overview"
	o := overview{b: b, sheet: sheet}
	o.do(b.printable(sheet))
	o.widths(30, 12, 62)
	o.row("title", "Chancery dataset")
	o.row("summary", b.d.Summary())
	o.skip()
	o.row("header", "table", "rows", "what it holds")
	for _, t := range Tables {
		doc := t.Doc
		if n := b.sheets(t); n > 1 {
			doc += fmt.Sprintf("; in %d sheets, %s to %s, because a sheet holds no more rows", n, t.Name, sheetName(t, n-1))
		}
		o.row("plain", t.Name, t.Count(b.d), doc)
		o.link("'" + t.Name + "'!A1")
	}
	o.skip()
	o.row("inferred", "inferred: not in the words")
	o.row("issue", "questioned in the sheet issues")
	if len(b.seen.checks) > 0 {
		o.skip()
		o.row("header", "issues", "rows", "what was checked")
		for _, c := range Checks {
			if n := b.seen.checks[c.Name]; n > 0 {
				o.row("plain", c.Name, n, c.Doc)
				o.link("'issues'!A1")
			}
		}
	}
	o.skip()
	o.row("header", "source", "mentions", "title")
	o.list("documents", b.seen.sources)
	o.failures()
	if o.err != nil {
		return o.err
	}
	return b.charts(sheet)
}

// failures names the sources that failed.
func (o *overview) failures() {
	if len(o.b.seen.failures) > 0 {
		o.skip()
		o.row("header", "failed", "stage", "cause")
		o.list("failures", o.b.seen.failures)
	}
}

// list writes the first rows of a table, and how many more there are.
func (o *overview) list(table string, rows [][]any) {
	for i, row := range rows {
		o.row("plain", row...)
		o.link(o.b.at(table, i))
	}
	if more := Tables[tableIndex(table)].Count(o.b.d) - len(rows); more > 0 {
		o.row("note", fmt.Sprintf("and %d more, in the sheet %s", more, table))
	}
}

// mostListed is how many sources and failures the overview names.
const mostListed = 40

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

// link makes the first cell of the row a link to a place in the workbook.
func (o *overview) link(place string) {
	cell := fmt.Sprintf("A%d", o.n)
	o.do(o.b.f.SetCellHyperLink(o.sheet, cell, place, "Location"))
	o.do(o.b.f.SetCellStyle(o.sheet, cell, cell, o.b.style["link"]))
}

// merged writes a text over some columns of the row, which is made high enough.
func (o *overview) merged(style, from, to, text string) {
	first, last := fmt.Sprintf("%s%d", from, o.n), fmt.Sprintf("%s%d", to, o.n)
	o.do(o.b.f.MergeCell(o.sheet, first, last))
	o.do(o.b.f.SetCellValue(o.sheet, first, text))
	o.do(o.b.f.SetCellStyle(o.sheet, first, last, o.b.style[style]))
	o.height(linesOf(text, 130))
}

// height makes the row so many lines high.
func (o *overview) height(lines int) {
	o.do(o.b.f.SetRowHeight(o.sheet, o.n, float64(lineHeight*lines)))
}

// put writes one cell.
func (o *overview) put(column string, row int, style string, value any) {
	cell := fmt.Sprintf("%s%d", column, row)
	o.do(o.b.f.SetCellValue(o.sheet, cell, value))
	o.do(o.b.f.SetCellStyle(o.sheet, cell, cell, o.b.style[style]))
}
