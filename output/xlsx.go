package output

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// XLSX writes a workbook. Excelize makes all of it but the rows of the tables,
// which go straight from the dataset into the file.
var XLSX = Format{
	Name:    "xlsx",
	Doc:     "dataset.xlsx: an overview with charts, a sheet a table with filters, real dates, links to the evidence and columns for a review, and a sheet about the columns",
	Default: true,
	Streams: true,
	Write: func(dir *Folder, d *Dataset) error {
		return dir.File("dataset.xlsx", func(w io.Writer) error { return writeWorkbook(w, d, mostRows) })
	},
}

const mostRows = 1_048_576 // rows a sheet can hold, the header included

// A workbook is being written.
type workbook struct {
	f     *excelize.File
	d     *Dataset
	most  int               // rows a sheet holds, the header included
	style map[string]int    // of overview and about
	looks [looks][tints]int // styles of the tables' cells
	seen  *seen
}

// writeWorkbook writes the dataset; a table of more rows than a sheet holds goes
// on in sheets with a number. Every table is read once.
func writeWorkbook(w io.Writer, d *Dataset, most int) (err error) {
	b := workbook{f: excelize.NewFile(), d: d, most: most, style: map[string]int{}, seen: newSeen()}
	defer func() { err = errors.Join(err, b.f.Close()) }()
	if err := b.frames(); err != nil {
		return err
	}
	p := newParcel(w)
	if err := b.tables(p); err != nil {
		return err
	}
	if err := errors.Join(b.overview(), b.about()); err != nil {
		return err
	}
	parts, err := b.parts()
	if err != nil {
		return err
	}
	return errors.Join(p.rest(parts), p.Close())
}

// frames makes all sheets of tables without their rows, which need their place
// in the workbook before the sheets that tell of them.
func (b *workbook) frames() error {
	if err := errors.Join(b.styles(), b.f.SetSheetName("Sheet1", "overview")); err != nil {
		return err
	}
	for _, t := range Tables {
		for n := range b.sheets(t) {
			if err := b.frame(t, n); err != nil {
				return fmt.Errorf("sheet %s: %w", sheetName(t, n), err)
			}
		}
	}
	stamp := "2000-01-01T00:00:00Z"
	return b.f.SetDocProps(&excelize.DocProperties{Creator: "chancery", Created: stamp, Modified: stamp, Title: "Chancery dataset"})
}

// sheetName is the name of a table's n-th sheet, counted from 0.
func sheetName(t *Table, n int) string {
	if n == 0 {
		return t.Name
	}
	return fmt.Sprintf("%s %d", t.Name, n+1)
}

// sheets is how many sheets a table fills.
func (b *workbook) sheets(t *Table) int { return max(1, (t.Count(b.d)+b.most-2)/(b.most-1)) }

// at is the first cell of a table's i-th row, as a link names it.
func (b *workbook) at(table string, i int) string {
	return "'" + sheetName(Tables[tableIndex(table)], i/(b.most-1)) + "'!A" + strconv.Itoa(i%(b.most-1)+2)
}

// tables writes the sheets of all tables. Issues come first, because they colour
// the records of the others, and mentions before what rests on them, as they do
// in Tables.
func (b *workbook) tables(p *parcel) error {
	parts, err := b.parts()
	if err != nil {
		return err
	}
	if err := b.seen.questions(b.d); err != nil {
		return err
	}
	if err := p.part("_rels/.rels", parts["_rels/.rels"]); err != nil { // programs know a workbook by what comes first
		return err
	}
	paths := map[string]string{}
	for n, name := range b.f.GetSheetMap() {
		paths[name] = fmt.Sprintf("xl/worksheets/sheet%d.xml", n)
	}
	for _, t := range Tables {
		if err := b.table(p, t, func(n int) (path string, frame []byte) {
			path = paths[sheetName(t, n)]
			return path, parts[path]
		}); err != nil {
			return fmt.Errorf("sheet %s: %w", t.Name, err)
		}
	}
	return nil
}

// table writes a table's sheets.
func (b *workbook) table(p *parcel, t *Table, frame func(n int) (string, []byte)) error {
	r, sheet := newRow(b, t), 0
	next := func() error {
		if err := r.end(); err != nil {
			return err
		}
		path, around := frame(sheet)
		sheet++
		return r.begin(p, path, around)
	}
	if err := next(); err != nil {
		return err
	}
	look, n := b.seen.of(t), 0
	err := t.Each(b.d, func(cells []any) error {
		if r.n > b.most {
			if err := next(); err != nil {
				return err
			}
		}
		look(n, cells)
		n++
		return r.write(cells)
	})
	if err != nil {
		return err
	}
	return r.end()
}

// frame makes the n-th sheet of a table with all but its rows.
func (b *workbook) frame(t *Table, n int) error {
	name := sheetName(t, n)
	if _, err := b.f.NewSheet(name); err != nil {
		return err
	}
	rows := min(t.Count(b.d)-n*(b.most-1), b.most-1)
	columns := len(t.Columns)
	if t.reviewable() {
		columns++ // a sort within the filter must take the seals along
	}
	last, err := excelize.ColumnNumberToName(columns)
	if err != nil {
		return err
	}
	err = errors.Join(
		b.f.AutoFilter(name, fmt.Sprintf("A1:%s%d", last, rows+1), nil),
		b.f.SetSheetDimension(name, fmt.Sprintf("A1:%s%d", last, rows+1)),
		b.printable(name),
		b.f.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}),
		b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name}),
		b.widths(name, t),
	)
	if err != nil || !t.reviewable() || rows == 0 {
		return err
	}
	return b.reviewing(name, t, rows)
}

// widths sets the widths of the columns and hides that of the seals.
func (b *workbook) widths(sheet string, t *Table) error {
	for i, c := range t.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		width := c.Width
		if c.Name == "evidence" && c.Type == typeList {
			width += 4 // for how many more there are
		}
		if err := b.f.SetColWidth(sheet, name, name, float64(width)); err != nil {
			return err
		}
	}
	if !t.reviewable() {
		return nil
	}
	name, err := excelize.ColumnNumberToName(len(t.Columns) + 1)
	if err != nil {
		return err
	}
	return b.f.SetColVisible(sheet, name, false)
}

// reviewing gives the columns of a review their drop-downs and colours, and the
// columns of few values theirs.
func (b *workbook) reviewing(sheet string, t *Table, rows int) error {
	for i, c := range t.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		cells := fmt.Sprintf("%s2:%s%d", name, name, rows+1)
		v := excelize.NewDataValidation(true)
		v.SetSqref(cells)
		switch {
		case c.Values != nil && c.Name != "status" && c.Name != "precision":
			if err := v.SetDropList(c.Values); err != nil {
				return err
			}
			v.SetError(excelize.DataValidationErrorStyleStop, c.Name, "One of: "+strings.Join(c.Values, ", "))
		case c.Name == "corrected":
			v.SetInput("corrected", "column=value; several after semicolons, like edtf=2015-09; to=CN. Or change the cells themselves.")
		default:
			continue
		}
		if err := b.f.AddDataValidation(sheet, v); err != nil {
			return err
		}
		if c.Name == "review" {
			if err := b.verdicts(sheet, cells); err != nil {
				return err
			}
		}
	}
	return nil
}

// verdicts colours the cells of the column review by what they say.
func (b *workbook) verdicts(sheet, cells string) error {
	var rules []excelize.ConditionalFormatOptions
	for _, v := range []struct{ word, fill string }{{reviewOK, "CFEBD6"}, {reviewWrong, "F6CFCB"}, {reviewFix, "FBE3B5"}} {
		style, err := b.f.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{v.fill}}})
		if err != nil {
			return err
		}
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: `"` + v.word + `"`, Format: &style})
	}
	return b.f.SetConditionalFormat(sheet, cells, rules)
}

// printable makes a sheet print on landscape pages, as wide as its columns, with
// its name and the page at the foot.
func (b *workbook) printable(sheet string) error {
	return errors.Join(
		b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: ptr(true)}),
		b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0)}),
		b.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: ptr(0.4), Right: ptr(0.4), Top: ptr(0.4), Bottom: ptr(0.6), Header: ptr(0.2), Footer: ptr(0.3)}),
		b.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}),
	)
}
