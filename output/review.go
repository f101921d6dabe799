package output

import (
	"archive/zip"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A Review reads what a reader wrote into a workbook.
type Review struct {
	Country func(code string) bool // tells which codes are those of countries
	Replace bool                   // the workbook wins over corrections made after it was written
	Stored  []Correction           // the corrections made so far
}

// Reviewed is what a workbook holds.
type Reviewed struct {
	Corrections []Correction // all there are now, those stored before included
	New         int          // corrections that were not stored, or otherwise
	Withdrawn   int          // corrections that the reader took back
	Refused     []string     // what was not taken, each with its cell and why
}

// Read reads an edited workbook. What is certain is taken; the rest is refused,
// cell by cell. Sheets may be renamed, sorted, filtered and without some rows.
func (r Review) Read(path string) (v Reviewed, err error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return v, fmt.Errorf("%s: %w", path, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	z, err := zip.OpenReader(path)
	if err != nil {
		return v, fmt.Errorf("%s: %w", path, err)
	}
	defer func() { err = errors.Join(err, z.Close()) }()
	in := reviewing{Review: r, f: f, parts: &z.Reader, now: map[string]Correction{}, seen: map[string]decision{}, people: map[string]bool{}}
	props, err := f.GetWorkbookProps()
	if err != nil {
		return v, fmt.Errorf("%s: %w", path, err)
	}
	in.from1904 = props.Date1904 != nil && *props.Date1904
	for _, c := range r.Stored {
		in.now[c.key()] = c
	}
	if err := in.sheets(); err != nil {
		return v, fmt.Errorf("%s: %w", path, err)
	}
	for _, k := range slices.Sorted(maps.Keys(in.now)) {
		in.v.Corrections = append(in.v.Corrections, in.now[k])
	}
	return in.v, nil
}

// reviewing is a workbook being read.
type reviewing struct {
	Review
	f        *excelize.File
	parts    *zip.Reader // of the same file
	from1904 bool        // days are counted from 1904
	now      map[string]Correction
	seen     map[string]decision // by record: where a decision about it stands
	people   map[string]bool     // ids of the people in the workbook
	v        Reviewed
}

// decision is what one row decides, and where it stands.
type decision struct{ at, text string }

func (in *reviewing) refuse(cell, format string, args ...any) {
	in.v.Refused = append(in.v.Refused, cell+": "+fmt.Sprintf(format, args...))
}

// sheets reads the people, whom corrections may name, and then every sheet.
func (in *reviewing) sheets() error {
	found := 0
	for _, name := range in.f.GetSheetList() {
		err := in.rows(name, true, func(n int, cells []string) (bool, error) {
			if len(cells) > 0 && strings.HasPrefix(cells[0], "person:") {
				in.people[cells[0]] = true
			}
			return n > 1 || len(cells) > 1 && cells[0] == "id" && cells[1] == "name", nil
		})
		if err != nil {
			return err
		}
	}
	for _, name := range in.f.GetSheetList() {
		s, err := in.table(name)
		if err != nil {
			return fmt.Errorf("sheet %s: %w", name, err)
		}
		if s != nil {
			found++
		}
	}
	if found == 0 && len(in.v.Refused) == 0 {
		return errors.New("no sheet of this workbook was written by chancery extract for a review")
	}
	return nil
}

// mostAbove is how many rows may stand above a header.
const mostAbove = 20

// table reads a sheet, or gives nil for one that is no table to review.
func (in *reviewing) table(name string) (s *sheetReview, err error) {
	i := tableIndex(name)
	known, refused := i >= 0 && Tables[i].reviewable(), len(in.v.Refused)
	err = in.rows(name, true, func(n int, cells []string) (bool, error) {
		if s != nil {
			return true, s.row(n, cells)
		}
		at := slices.IndexFunc(cells, func(c string) bool { return strings.HasPrefix(c, sealWord+" ") })
		if at < 0 {
			known = known || !slices.ContainsFunc([]string{"id", "quote", "review", "corrected"}, func(c string) bool { return !slices.Contains(cells, c) })
			return n < mostAbove, nil
		}
		if s = in.header(name, n, at, cells); s == nil {
			return false, nil
		}
		s.formulas, err = formulasOf(in.parts, name)
		return true, err
	})
	if err != nil || s == nil {
		if err == nil && known && len(in.v.Refused) == refused {
			in.refuse(name+"!1:1", "the header row or its hidden last column is gone: what was changed cannot be told")
		}
		return nil, err
	}
	return s, s.changes()
}

// rows calls do with each row of a sheet, as stored or as shown, until it returns
// false.
func (in *reviewing) rows(sheet string, stored bool, do func(n int, cells []string) (bool, error)) error {
	rows, err := in.f.Rows(sheet)
	if err != nil {
		return err
	}
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: stored})
		more := false
		if err == nil {
			more, err = do(n, cells)
		}
		if err != nil {
			return errors.Join(err, rows.Close())
		}
		if !more {
			break
		}
	}
	return errors.Join(rows.Error(), rows.Close())
}

// header reads a sheet's header, which has the columns' names and in the cell at
// the order of their seals, or refuses the sheet and gives nil.
func (in *reviewing) header(sheet string, row, at int, cells []string) *sheetReview {
	words := strings.Fields(cells[at])
	i := -1
	if len(words) > 1 {
		i = tableIndex(words[1])
	}
	if i < 0 || !Tables[i].reviewable() {
		in.refuse(cellName(sheet, at, row), "the table of this sheet is none of this version")
		return nil
	}
	s := &sheetReview{in: in, sheet: sheet, t: Tables[i], top: row, sealed: words[2:], seal: at, at: map[string]int{}, renamed: map[string]bool{}}
	for i, c := range cells {
		if _, twice := s.at[c]; twice && slices.Contains(s.sealed, c) {
			in.refuse(cellName(sheet, i, row), "two columns are named %s", c)
			return nil
		}
		s.at[c] = i
		if i != at && c != "evidence" && !slices.Contains(s.sealed, c) {
			s.unknown = append(s.unknown, i)
		}
	}
	for _, name := range []string{"id", "document", "quote", "review", "corrected"} {
		if _, ok := s.at[name]; !ok {
			in.refuse(fmt.Sprintf("%s!%d:%d", sheet, row, row), "the column %s is gone", name)
			return nil
		}
	}
	return s
}

// cellName is a cell as a spreadsheet names it; the column counts from 0.
func cellName(sheet string, column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return sheet
	}
	return sheet + "!" + name
}
