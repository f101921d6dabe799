package output

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// readXLSX reads the tables of a workbook as its cells are now. Sheets that are
// renamed are known by the seals of their header.
func readXLSX(path string) (all []Records, err error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	props, err := f.GetWorkbookProps()
	if err != nil {
		return nil, err
	}
	from1904 := props.Date1904 != nil && *props.Date1904
	byName := map[string]*Records{}
	for _, sheet := range f.GetSheetList() {
		s := sheetReader{sheet: sheet, from1904: from1904, all: byName}
		if err := s.read(f); err != nil {
			return nil, err
		}
	}
	for _, t := range Tables {
		if r := byName[t.Name]; r != nil {
			all = append(all, *r)
		}
	}
	return all, nil
}

// A sheetReader reads one sheet.
type sheetReader struct {
	sheet    string
	from1904 bool // days are counted from 1904
	all      map[string]*Records
	into     *Records
	columns  []Column
	at       []int // position of each column in the sheet
}

func (s *sheetReader) read(f *excelize.File) (err error) {
	rows, err := f.Rows(s.sheet)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return fmt.Errorf("%s!%d:%d: %w", s.sheet, n, n, err)
		}
		if n > 1 {
			s.row(cells)
		} else if more, err := s.header(cells); !more || err != nil {
			return err
		}
	}
	return rows.Error()
}

// header finds the table and the columns of a sheet, and reports whether it has
// a table.
func (s *sheetReader) header(cells []string) (bool, error) {
	t := sheetTable(s.sheet, cells)
	if t == nil {
		return false, nil
	}
	r := Records{Table: t.Name, Rows: [][]string{}, keeps: workbookKeeps}
	for i, name := range cells {
		if name == "" || strings.HasPrefix(name, sealWord) {
			continue
		}
		if slices.Contains(r.Columns, name) {
			return false, fmt.Errorf("%s: two columns are named %s", cellName(s.sheet, i, 1), name)
		}
		column := Column{Name: name, Type: typeString}
		if k := t.index(name); k >= 0 {
			column = t.Columns[k]
		}
		r.Columns, s.columns, s.at = append(r.Columns, name), append(s.columns, column), append(s.at, i)
	}
	if s.into = s.all[t.Name]; s.into == nil {
		s.into, s.all[t.Name] = &r, &r
	} else if !slices.Equal(s.into.Columns, r.Columns) {
		return false, fmt.Errorf("%s!1:1: the columns are not those of the sheet that it goes on from", s.sheet)
	}
	return true, nil
}

// sheetTable is the table that a sheet holds, or nil.
func sheetTable(sheet string, header []string) *Table {
	name, number, _ := strings.Cut(sheet, " ")
	if _, err := strconv.Atoi(number); number != "" && err != nil {
		name = sheet
	}
	if i := slices.IndexFunc(header, func(c string) bool { return strings.HasPrefix(c, sealWord+" ") }); i >= 0 {
		name = strings.Fields(header[i] + " ?")[1]
	}
	if i := tableIndex(name); i >= 0 {
		return Tables[i]
	}
	return nil
}

func (s *sheetReader) row(cells []string) {
	row := make([]string, len(s.columns))
	for i, at := range s.at {
		if at < len(cells) {
			row[i] = s.text(s.columns[i], cells[at])
		}
	}
	if strings.Join(row, "") != "" {
		s.into.Rows = append(s.into.Rows, row)
	}
}

// text is a stored cell as text, whatever program stored it: truth values as
// numbers or words, days as numbers, numbers with more digits than are meant.
func (s *sheetReader) text(c Column, raw string) string {
	switch {
	case c.Type == typeBoolean && (raw == "1" || strings.EqualFold(raw, "true")):
		return "true"
	case c.Type == typeBoolean && (raw == "0" || strings.EqualFold(raw, "false")):
		return "false"
	case c.Type != typeDate && c.Type != typeNumber && c.Type != typeInteger && c.Type != typeCoordinate:
		return raw
	}
	n, err := strconv.ParseFloat(raw, 64)
	switch {
	case err != nil:
		return raw
	case c.Type == typeDate:
		if day, err := excelize.ExcelDateToTime(n, s.from1904); err == nil && n == float64(int(n)) {
			return day.Format(time.DateOnly)
		}
		return raw
	}
	meant, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	return strconv.FormatFloat(meant, 'f', -1, 64)
}

// workbookKeeps is what a workbook keeps of a cell: of evidence the first mention
// and the number of the others, no more characters than a cell can hold, and of
// those the ones that XML can.
func workbookKeeps(c Column, cell string) string {
	if c.Name == "evidence" && cell != "" {
		return more(strings.Split(cell, listSeparator))
	}
	return noncharacters.Replace(fitted(cell))
}

var noncharacters = strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd")
