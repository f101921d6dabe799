package output

import (
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
	in := reviewing{Review: r, f: f, now: map[string]Correction{}, seen: map[string]decision{}, people: map[string]bool{}}
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
	from1904 bool // days are counted from 1904
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
		err := in.rows(name, func(n int, cells []string) bool {
			if len(cells) > 0 && strings.HasPrefix(cells[0], "person:") {
				in.people[cells[0]] = true
			}
			return n > 1 || len(cells) > 1 && cells[0] == "id" && cells[1] == "name"
		})
		if err != nil {
			return err
		}
	}
	for _, name := range in.f.GetSheetList() {
		var s *sheetReview
		err := in.rows(name, func(n int, cells []string) bool {
			if n == 1 {
				s = in.header(name, cells)
				return s != nil
			}
			s.row(n, cells)
			return true
		})
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

// rows calls do with each row of a sheet, as stored, until it returns false.
func (in *reviewing) rows(sheet string, do func(n int, cells []string) bool) error {
	rows, err := in.f.Rows(sheet)
	if err != nil {
		return err
	}
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return errors.Join(err, rows.Close())
		}
		if !do(n, cells) {
			break
		}
	}
	return errors.Join(rows.Error(), rows.Close())
}

// header reads a sheet's header, or gives nil for a sheet that is no table to
// review.
func (in *reviewing) header(sheet string, cells []string) *sheetReview {
	at := slices.IndexFunc(cells, func(c string) bool { return strings.HasPrefix(c, sealWord+" ") })
	if at < 0 {
		if i := tableIndex(sheet); i >= 0 && Tables[i].reviewable() {
			in.refuse(sheet+"!1:1", "the header row or its hidden last column is gone: what was changed cannot be told")
		}
		return nil
	}
	words := strings.Fields(cells[at])
	i := -1
	if len(words) > 1 {
		i = tableIndex(words[1])
	}
	if i < 0 || !Tables[i].reviewable() {
		in.refuse(cellName(sheet, at, 1), "the table of this sheet is none of this version")
		return nil
	}
	s := &sheetReview{in: in, sheet: sheet, t: Tables[i], sealed: words[2:], seal: at, at: map[string]int{}}
	for i, c := range cells {
		if _, twice := s.at[c]; twice && slices.Contains(s.sealed, c) {
			in.refuse(cellName(sheet, i, 1), "two columns are named %s", c)
			return nil
		}
		s.at[c] = i
	}
	for _, name := range []string{"id", "document", "quote", "review", "corrected"} {
		if _, ok := s.at[name]; !ok {
			in.refuse(sheet+"!1:1", "the column %s is gone", name)
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
