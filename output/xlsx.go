package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// XLSX writes a workbook through excelize's stream writer.
var XLSX = Format{
	Name:    "xlsx",
	Doc:     "dataset.xlsx: an overview, a sheet a table with filters, real dates and links to the evidence, and a sheet about the columns",
	Default: true,
	Write: func(dir *Folder, d *Dataset) error {
		return dir.File("dataset.xlsx", func(w io.Writer) error { return writeWorkbook(w, d) })
	},
}

const (
	mostRows  = 1_048_576    // rows a sheet can hold
	mostChars = 32_767       // characters a cell can hold
	firstYear = "1900-03-01" // before it Excel's calendar has a day that never was
	face      = "Calibri"
)

// A workbook is being written.
type workbook struct {
	f        *excelize.File
	d        *Dataset
	style    map[string]int
	evidence map[string]string // mention id -> "sheet!A12"
}

func writeWorkbook(w io.Writer, d *Dataset) (err error) {
	b := workbook{f: excelize.NewFile(), d: d, style: map[string]int{}, evidence: map[string]string{}}
	defer func() { err = errors.Join(err, b.f.Close()) }()
	if err := b.styles(); err != nil {
		return err
	}
	if err := b.f.SetSheetName("Sheet1", "overview"); err != nil {
		return err
	}
	b.place()
	for _, t := range Tables {
		if err := b.table(t); err != nil {
			return fmt.Errorf("sheet %s: %w", t.Name, err)
		}
	}
	if err := b.about(); err != nil {
		return err
	}
	if err := b.overview(); err != nil {
		return err
	}
	stamp := "2000-01-01T00:00:00Z"
	if err := b.f.SetDocProps(&excelize.DocProperties{Creator: "chancery", Created: stamp, Modified: stamp, Title: "Chancery dataset"}); err != nil {
		return err
	}
	var zipped bytes.Buffer
	if err := b.f.Write(&zipped); err != nil {
		return err
	}
	return repack(w, zipped.Bytes())
}

func (b *workbook) styles() error {
	border := []excelize.Border{{Type: "bottom", Color: "D9DEE4", Style: 1}}
	top := &excelize.Alignment{Vertical: "top", Horizontal: "left"}
	for _, s := range []struct {
		name  string
		style *excelize.Style
	}{
		{"header", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Bold: true, Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"274C6B"}}, Alignment: &excelize.Alignment{Vertical: "center"}}},
		{"plain", &excelize.Style{Alignment: top, Border: border}},
		{"wrap", &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}, Border: border}},
		{"date", &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}, Border: border, CustomNumFmt: ptr("yyyy-mm-dd")}},
		{"link", &excelize.Style{Alignment: top, Border: border, Font: &excelize.Font{Family: face, Size: 11, Color: "1F5FA8", Underline: "single"}}},
		{"title", &excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 16, Color: "274C6B"}}},
		{"summary", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Color: "5B6770"}}},
		{"label", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Bold: true, Color: "274C6B"}}},
		{"note", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Color: "5B6770"}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		n, err := b.f.NewStyle(s.style)
		if err != nil {
			return err
		}
		b.style[s.name] = n
	}
	return nil
}

func ptr[T any](v T) *T { return &v }

// sheetName is the name of a table's n-th sheet, counted from 0.
func sheetName(t *Table, n int) string {
	if n == 0 {
		return t.Name
	}
	return fmt.Sprintf("%s %d", t.Name, n+1)
}

// place notes the cell of each mention, for the links to the evidence.
func (b *workbook) place() {
	mentions := Tables[tableIndex("mentions")]
	for i, m := range b.d.Mentions {
		b.evidence[m.ID] = fmt.Sprintf("'%s'!A%d", sheetName(mentions, i/(mostRows-1)), i%(mostRows-1)+2)
	}
}

// table writes a table's sheets. What the stream writer would lose is set before
// it is made or through its own methods.
func (b *workbook) table(t *Table) error {
	var s *excelize.StreamWriter
	row, sheet := 0, 0
	next := func() (err error) {
		if s != nil {
			if err := s.Flush(); err != nil {
				return err
			}
		}
		left := t.Count(b.d) - sheet*(mostRows-1)
		s, err = b.sheet(sheetName(t, sheet), t, min(left, mostRows-1))
		sheet, row = sheet+1, 2
		return err
	}
	if err := next(); err != nil {
		return err
	}
	values := make([]any, len(t.Columns))
	err := t.Each(b.d, func(cells []any) error {
		if row > mostRows {
			if err := next(); err != nil {
				return err
			}
		}
		lines := 1
		for i, v := range cells {
			cell := b.cell(t.Columns[i], v)
			if cell.StyleID == b.style["wrap"] {
				lines = max(lines, linesOf(cell.Value, t.Columns[i].Width))
			}
			values[i] = cell
		}
		row++
		return s.SetRow(fmt.Sprintf("A%d", row-1), values, excelize.RowOpts{Height: lineHeight * float64(min(lines, mostLines))})
	})
	return errors.Join(err, s.Flush())
}

func (b *workbook) sheet(name string, t *Table, rows int) (*excelize.StreamWriter, error) {
	if _, err := b.f.NewSheet(name); err != nil {
		return nil, err
	}
	last, err := excelize.ColumnNumberToName(len(t.Columns))
	if err != nil {
		return nil, err
	}
	if err := b.f.AutoFilter(name, fmt.Sprintf("A1:%s%d", last, rows+1), nil); err != nil {
		return nil, err
	}
	if err := b.printable(name); err != nil {
		return nil, err
	}
	s, err := b.f.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	header := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		if err := s.SetColWidth(i+1, i+1, float64(c.Width)); err != nil {
			return nil, err
		}
		header[i] = excelize.Cell{StyleID: b.style["header"], Value: c.Name}
	}
	return s, s.SetRow("A1", header, excelize.RowOpts{Height: 20})
}

const (
	lineHeight = 15 // points
	mostLines  = 8  // lines of a wrapped cell that a row shows
)

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

// printable makes a sheet print on landscape pages, as wide as its columns.
func (b *workbook) printable(sheet string) error {
	if err := b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: ptr(true)}); err != nil {
		return err
	}
	return b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0)})
}

// cell is a value as the workbook shows it.
func (b *workbook) cell(c Column, v any) excelize.Cell {
	switch {
	case c.Name == "evidence":
		if cell, ok := b.link(v); ok {
			return cell
		}
	case c.Type == typeDate:
		if day, err := time.Parse(time.DateOnly, fmt.Sprint(v)); err == nil && v.(string) >= firstYear {
			return excelize.Cell{StyleID: b.style["date"], Value: day}
		}
	case (c.Type == typeCoordinate || c.Name == "geonames_id") && cellText(c, v) == "":
		return excelize.Cell{StyleID: b.style["plain"]}
	case c.Type == typeInteger || c.Type == typeNumber || c.Type == typeCoordinate || c.Type == typeBoolean:
		return excelize.Cell{StyleID: b.style["plain"], Value: v}
	}
	style := "plain"
	if c.Width >= 30 {
		style = "wrap"
	}
	return excelize.Cell{StyleID: b.style[style], Value: fitted(cellText(c, v))}
}

// fitted is a string that a cell can hold, with a note where it is cut.
func fitted(s string) string {
	const note = " … [cut: the whole text is in the CSV and JSON files]"
	if len(s) <= mostChars {
		return s
	}
	if r := []rune(s); len(r) > mostChars {
		return string(r[:mostChars-len([]rune(note))]) + note
	}
	return s
}

// link is a cell that leads to the first mention of some evidence.
func (b *workbook) link(v any) (excelize.Cell, bool) {
	ids, ok := v.([]string)
	if !ok {
		ids = []string{fmt.Sprint(v)}
	}
	if len(ids) == 0 || b.evidence[ids[0]] == "" {
		return excelize.Cell{}, false
	}
	shown := ids[0]
	if len(ids) > 1 {
		shown += fmt.Sprintf(" +%d", len(ids)-1)
	}
	return excelize.Cell{
		StyleID: b.style["link"], Value: shown,
		Formula: fmt.Sprintf(`HYPERLINK("#%s","%s")`, b.evidence[ids[0]], strings.ReplaceAll(shown, `"`, `""`)),
	}, true
}
