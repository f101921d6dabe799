package output

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

const (
	mostChars   = 32_767       // characters a cell can hold, counted as UTF-16 does
	mostLiteral = 250          // characters of a text in a formula, with a margin
	firstYear   = "1900-03-01" // before it Excel's calendar has a day that never was
	lineHeight  = 15           // points
	mostLines   = 8            // lines of a wrapped cell that a row shows
)

// The looks of the cells of a table.
const (
	lookText = iota // what a spreadsheet must not take for a number or a date
	lookNumber
	lookWrap // long text, in several lines
	lookDate // a real date
	lookLink // a link within the workbook
	looks
)

// The tints of the cells of a table.
const (
	tintNone     = iota
	tintInferred // the words do not state it
	tintIssue    // an issue concerns the record
	tints
)

// A row writes the rows of one table; its slices are used again.
type row struct {
	b      *workbook
	t      *Table
	n      int // next row of the sheet, from 1
	cells  []excelize.Cell
	values []any
	sealed []int
	seals  []byte
	slots  int // index of the column inferred, or -1
}

func newRow(b *workbook, t *Table) *row {
	r := &row{b: b, t: t, cells: make([]excelize.Cell, len(t.Columns)), slots: t.index("inferred")}
	for i := range r.cells {
		r.values = append(r.values, &r.cells[i])
	}
	if t.reviewable() {
		r.sealed = t.sealed()
		r.values = append(r.values, "")
	}
	return r
}

// write writes the next row.
func (r *row) write(s *excelize.StreamWriter, cells []any) error {
	var inferred []string
	if r.slots >= 0 {
		inferred, _ = cells[r.slots].([]string)
	}
	lines := 1
	for i, v := range cells {
		c := &r.t.Columns[i]
		look := r.b.cell(c, v, &r.cells[i])
		if look == lookWrap {
			lines = max(lines, linesOf(r.cells[i].Value, c.Width))
		}
		tint := tintNone
		switch {
		case len(inferred) > 0 && (slices.Contains(inferred, c.Name) || c.Code == "edtf" && slices.Contains(inferred, "date")):
			tint = tintInferred
		case i == 0 && r.b.issues[r.cells[0].Value.(string)]:
			tint = tintIssue
		}
		r.cells[i].StyleID = r.b.looks[look][tint]
	}
	if r.sealed != nil {
		r.values[len(cells)] = r.seal(cells)
	}
	r.n++
	return s.SetRow("A"+strconv.Itoa(r.n-1), r.values, excelize.RowOpts{Height: lineHeight * float64(min(lines, mostLines))})
}

// seal is the seals of the cells as they are written.
func (r *row) seal(cells []any) string {
	r.seals = r.seals[:0]
	for _, i := range r.sealed {
		text, ok := r.cells[i].Value.(string)
		if !ok && r.cells[i].Value != nil {
			text = cellText(r.t.Columns[i], cells[i])
		}
		r.seals = append(r.seals, seal(text)...)
	}
	return string(r.seals)
}

// linesOf estimates how many lines a wrapped cell fills. Programs that open the
// workbook do not measure rows that a stream has written.
func linesOf(v any, width int) int {
	s, _ := v.(string)
	lines := 0
	for line := range strings.SplitSeq(s, "\n") {
		lines += 1 + utf8.RuneCountInString(line)*11/10/width
	}
	return lines
}

// cell makes a value's cell, and gives its look.
func (b *workbook) cell(c *Column, v any, into *excelize.Cell) int {
	into.Formula = ""
	switch {
	case c.Name == "evidence":
		ids, ok := v.([]string)
		if !ok {
			ids = []string{v.(string)}
		}
		if len(ids) > 0 && b.evidence[ids[0]] != "" {
			into.Value = more(ids)
			into.Formula = hyperlink(b.evidence[ids[0]], more(ids))
			return lookLink
		}
	case c.Ref == "documents.id" && b.sources[v.(string)] != "" && len(v.(string)) <= mostLiteral:
		into.Value, into.Formula = v, hyperlink(b.sources[v.(string)], v.(string))
		return lookLink
	case c.Type == typeDate:
		if s := v.(string); s >= firstYear {
			if day, err := time.Parse(time.DateOnly, s); err == nil {
				into.Value = day
				return lookDate
			}
		}
	case c.Type == typeInteger || c.Type == typeNumber || c.Type == typeCoordinate || c.Type == typeBoolean:
		into.Value = v
		if (c.Type == typeCoordinate || c.Name == "geonames_id") && cellText(*c, v) == "" {
			into.Value = nil
		}
		return lookNumber
	}
	into.Value = fitted(cellText(*c, v))
	if c.Width >= 30 {
		return lookWrap
	}
	return lookText
}

// more is the first of some ids and how many follow.
func more(ids []string) string {
	if len(ids) > 1 {
		return ids[0] + " +" + strconv.Itoa(len(ids)-1)
	}
	return ids[0]
}

// hyperlink is a formula that shows a text and leads to a cell.
func hyperlink(cell, shown string) string {
	return `HYPERLINK("#` + cell + `","` + strings.ReplaceAll(shown, `"`, `""`) + `")`
}

// cutNote ends a text that a cell cannot hold whole.
const cutNote = " … [cut: the whole text is in the CSV and JSON files]"

// fitted is a string that a cell can hold, with a note where it is cut.
func fitted(s string) string {
	if len(s) <= mostChars {
		return s
	}
	units, at := 0, 0
	for i, r := range s {
		if units <= mostChars-len(cutNote) {
			at = i
		}
		if units++; r > 0xFFFF {
			units++
		}
	}
	if units > mostChars {
		return s[:at] + cutNote
	}
	return s
}
