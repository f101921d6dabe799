package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// XLSX writes a workbook through excelize's stream writer.
var XLSX = Format{
	Name:    "xlsx",
	Doc:     "dataset.xlsx: an overview with charts, a sheet a table with filters, real dates, links to the evidence and columns for a review, and a sheet about the columns",
	Default: true,
	Write: func(dir *Folder, d *Dataset) error {
		return dir.File("dataset.xlsx", func(w io.Writer) error { return writeWorkbook(w, d, mostRows) })
	},
}

const mostRows = 1_048_576 // rows a sheet can hold, the header included

// A workbook is being written.
type workbook struct {
	f        *excelize.File
	d        *Dataset
	most     int               // rows a sheet holds, the header included
	style    map[string]int    // of overview and about
	looks    [looks][tints]int // styles of the tables' cells
	evidence map[string]string // mention id -> "'sheet'!A12"
	sources  map[string]string // document id -> "'sheet'!A2"
	issues   map[string]bool   // ids of the records that issues concern
}

// writeWorkbook writes the dataset; a table of more rows than a sheet holds goes
// on in sheets with a number.
func writeWorkbook(w io.Writer, d *Dataset, most int) (err error) {
	b := workbook{f: excelize.NewFile(), d: d, most: most, style: map[string]int{}}
	defer func() { err = errors.Join(err, b.f.Close()) }()
	if err := b.write(); err != nil {
		return err
	}
	var zipped bytes.Buffer
	if err := b.f.Write(&zipped); err != nil {
		return err
	}
	return repack(w, zipped.Bytes())
}

func (b *workbook) write() error {
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
	if err := b.overview(); err != nil {
		return err
	}
	if err := b.about(); err != nil {
		return err
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

// place notes the cells of mentions and documents, for the links to them, and
// the records that issues concern, for their colour.
func (b *workbook) place() {
	b.evidence, b.sources, b.issues = make(map[string]string, len(b.d.Mentions)), map[string]string{}, map[string]bool{}
	for i, m := range b.d.Mentions {
		b.evidence[m.ID] = b.at("mentions", i)
	}
	for i, d := range b.d.Documents {
		b.sources[d.ID] = b.at("documents", i)
	}
	for _, i := range b.d.Issues {
		for _, id := range i.Records {
			b.issues[id] = true
		}
	}
}

// at is the first cell of a table's i-th row, as a link names it.
func (b *workbook) at(table string, i int) string {
	return "'" + sheetName(Tables[tableIndex(table)], i/(b.most-1)) + "'!A" + strconv.Itoa(i%(b.most-1)+2)
}

// table writes a table's sheets. What the stream writer would lose is set before
// it is made or through its own methods.
func (b *workbook) table(t *Table) error {
	var s *excelize.StreamWriter
	sheet, r := 0, newRow(b, t)
	next := func() (err error) {
		if s != nil {
			if err := s.Flush(); err != nil {
				return err
			}
		}
		left := t.Count(b.d) - sheet*(b.most-1)
		s, err = b.sheet(sheetName(t, sheet), t, min(left, b.most-1))
		sheet, r.n = sheet+1, 2
		return err
	}
	if err := next(); err != nil {
		return err
	}
	err := t.Each(b.d, func(cells []any) error {
		if r.n > b.most {
			if err := next(); err != nil {
				return err
			}
		}
		return r.write(s, cells)
	})
	return errors.Join(err, s.Flush())
}

// sheet makes a sheet with all but its rows.
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
	if t.reviewable() && rows > 0 {
		if err := b.reviewing(name, t, rows); err != nil {
			return nil, err
		}
	}
	s, err := b.f.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	return s, b.head(s, t)
}

// head freezes the header, sets the widths and writes the header.
func (b *workbook) head(s *excelize.StreamWriter, t *Table) error {
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	header := make([]any, len(t.Columns), len(t.Columns)+1)
	for i, c := range t.Columns {
		if err := s.SetColWidth(i+1, i+1, float64(c.Width)); err != nil {
			return err
		}
		name := "header"
		if c.Name == "review" || c.Name == "corrected" {
			name = "reviewHeader"
		}
		header[i] = excelize.Cell{StyleID: b.style[name], Value: c.Name}
	}
	if t.reviewable() {
		if err := s.SetColVisible(len(header)+1, len(header)+1, false); err != nil {
			return err
		}
		header = append(header, sealHeader(t))
	}
	return s.SetRow("A1", header, excelize.RowOpts{Height: 20})
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

// printable makes a sheet print on landscape pages, as wide as its columns.
func (b *workbook) printable(sheet string) error {
	if err := b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: ptr(true)}); err != nil {
		return err
	}
	return b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0)})
}
