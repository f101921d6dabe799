package output

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// A sheetReview reads the rows of one sheet.
type sheetReview struct {
	in       *reviewing
	sheet    string
	t        *Table
	top      int             // row of the header
	sealed   []string        // the columns whose seals a row has, in their order
	seal     int             // position of the seals
	at       map[string]int  // position of each column
	unknown  []int           // positions of columns that have no seals
	renamed  map[string]bool // sealed columns that stand under another name
	formulas formulas
	astray   map[string]string // seals of rows by those of what identifies them; nil until they are needed
	changed  []*rowReview      // rows in which something was changed
}

// A rowReview is one row and what was changed in it.
type rowReview struct {
	*sheetReview
	n      int
	cells  []string
	shown  []string          // the cells as the program shows them
	edited map[string]string // cells that are not as they were written, by column
	seals  map[string]string // seals of the cells, by column
	cut    []string          // columns whose cells could not hold the whole text
	broken bool              // something in the row was refused
}

func (r *rowReview) cell(column string) string { return cellName(r.sheet, r.at[column], r.n) }

func (r *rowReview) refuse(column, format string, args ...any) {
	r.in.refuse(r.cell(column), format, args...)
	r.broken = true
}

// text is a cell of a column as it was written, whatever program has stored it
// since.
func (s *sheetReview) text(name string, cells []string) string {
	i := s.at[name]
	if i >= len(cells) {
		return ""
	}
	return s.read(name, cells[i])
}

// read is what a stored cell would be in a column.
func (s *sheetReview) read(name, stored string) string {
	v := strings.ReplaceAll(stored, "\r\n", "\n")
	column := Column{}
	if k := s.t.index(name); k >= 0 {
		column = s.t.Columns[k]
	}
	n, err := strconv.ParseFloat(v, 64)
	switch {
	case column.Type == typeBoolean && (v == "1" || strings.EqualFold(v, "true")):
		return "true"
	case column.Type == typeBoolean && (v == "0" || strings.EqualFold(v, "false")):
		return "false"
	case err != nil:
		return v
	case column.Type == typeDate:
		if day, err := excelize.ExcelDateToTime(n, s.in.from1904); err == nil && n == float64(int(n)) {
			return day.Format(time.DateOnly)
		}
	case column.Type == typeNumber || column.Type == typeInteger || column.Type == typeCoordinate:
		// other programs store 17 digits of a number of which 15 are meant
		short, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
		return strconv.FormatFloat(short, 'f', -1, 64)
	}
	return v
}

// written is a cell's text as it was sealed: an empty integer is zero.
func (s *sheetReview) written(name, text string) string {
	if k := s.t.index(name); text == "" && k >= 0 && s.t.Columns[k].Type == typeInteger {
		return "0"
	}
	return text
}

// row reads one row, and keeps it if something was changed in it.
func (s *sheetReview) row(n int, cells []string) error {
	if s.blank(cells) {
		return nil
	}
	s.linked(n, cells)
	r := &rowReview{sheetReview: s, n: n, cells: cells, edited: map[string]string{}, seals: map[string]string{}}
	all, err := s.sealsOf(cells)
	if err != nil {
		return err
	}
	seals, cut, _ := strings.Cut(all, cutMark)
	if len(seals) != sealLength*len(s.sealed) {
		r.refuse("id", "this row was not written by chancery, or its hidden last cell was changed: records cannot be added here")
		return nil
	}
	r.cut = strings.Split(cut, ",")
	for i, name := range s.sealed {
		r.seals[name] = seals[i*sealLength : (i+1)*sealLength]
		column, there := s.at[name]
		if !there {
			s.elsewhere(name, r.seals[name], cells)
			continue // a column deleted says nothing
		}
		text := s.text(name, cells)
		if seal(s.written(name, text)) != r.seals[name] || text == "" && s.formulas.other[[2]int{column + 1, n}] {
			r.edited[name] = text
		}
	}
	if len(r.edited) > 0 {
		s.changed = append(s.changed, r)
	}
	return nil
}

// linked gives the cell of the document what its link shows where no value is
// stored.
func (s *sheetReview) linked(n int, cells []string) {
	i := s.at["document"]
	if shown, ok := s.formulas.links[[2]int{i + 1, n}]; ok && i < len(cells) {
		cells[i] = shown
	}
}

// blank reports whether a row is empty but for its seals, which says as little as
// a row deleted.
func (s *sheetReview) blank(cells []string) bool {
	for i, c := range cells {
		if i != s.seal && strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// identity are the columns that tell a record from all others.
var identity = []string{"id", "document", "quote"}

// sealsOf are the seals of a row. Where they do not fit what identifies it, as
// after a sort that left the hidden column as it was, they are those that do.
func (s *sheetReview) sealsOf(cells []string) (string, error) {
	own := ""
	if s.seal < len(cells) {
		own = cells[s.seal]
	}
	var sealed []byte
	for _, name := range identity {
		sealed = appendSeal(sealed, s.text(name, cells))
	}
	key := string(sealed)
	if s.key(own) == key {
		return own, nil
	}
	if s.astray == nil {
		s.astray = map[string]string{}
		err := s.in.rows(s.sheet, true, func(_ int, cells []string) (bool, error) {
			if s.seal < len(cells) {
				if k := s.key(cells[s.seal]); k != "" {
					s.astray[k] = cells[s.seal]
				}
			}
			return true, nil
		})
		if err != nil {
			return "", err
		}
	}
	if found, ok := s.astray[key]; ok {
		return found, nil
	}
	return own, nil
}

// key is what identifies a row, of its seals.
func (s *sheetReview) key(seals string) string {
	var key strings.Builder
	for _, name := range identity {
		i := slices.Index(s.sealed, name) * sealLength
		if i < 0 || i+sealLength > len(seals) {
			return ""
		}
		key.WriteString(seals[i : i+sealLength])
	}
	return key.String()
}

// elsewhere refuses a column that seems to hold, under another name, what a
// missing one held: what was changed in it would be lost.
func (s *sheetReview) elsewhere(name, sealed string, cells []string) {
	for _, i := range s.unknown {
		if i >= len(cells) || s.renamed[name] {
			continue
		}
		if text := s.read(name, cells[i]); text != "" && seal(text) == sealed {
			s.renamed[name] = true
			s.in.refuse(cellName(s.sheet, i, s.top), "this seems to be the column %s under another name: give it its name back, or its changes are not read", name)
		}
	}
}

// changes takes the rows in which something was changed, in their order.
func (s *sheetReview) changes() error {
	if len(s.changed) == 0 {
		return nil
	}
	next := 0
	err := s.in.rows(s.sheet, false, func(n int, cells []string) (bool, error) {
		if n == s.changed[next].n {
			s.changed[next].shown = cells
			next++
		}
		return next < len(s.changed), nil
	})
	if err != nil {
		return err
	}
	for _, r := range s.changed {
		r.take()
	}
	return nil
}
