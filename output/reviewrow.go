package output

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// A sheetReview reads the rows of one sheet.
type sheetReview struct {
	in     *reviewing
	sheet  string
	t      *Table
	sealed []string       // the columns whose seals a row has, in their order
	seal   int            // position of the seals
	at     map[string]int // position of each column
}

// A rowReview is one row and what was changed in it.
type rowReview struct {
	*sheetReview
	n      int
	cells  []string
	edited map[string]string // cells that are not as they were written, by column
	seals  map[string]string // seals of the cells, by column
	broken bool              // something in the row was refused
}

func (r *rowReview) cell(column string) string { return cellName(r.sheet, r.at[column], r.n) }

func (r *rowReview) refuse(column, format string, args ...any) {
	r.in.refuse(r.cell(column), format, args...)
	r.broken = true
}

// text is a cell as it was written, whatever program has stored it since.
func (s *sheetReview) text(name string, cells []string) string {
	i := s.at[name]
	if i >= len(cells) {
		return ""
	}
	v := strings.ReplaceAll(cells[i], "\r\n", "\n")
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

// row reads one row, and takes or refuses what was changed in it.
func (s *sheetReview) row(n int, cells []string) {
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return
	}
	r := &rowReview{sheetReview: s, n: n, cells: cells, edited: map[string]string{}, seals: map[string]string{}}
	seals := ""
	if s.seal < len(cells) {
		seals = cells[s.seal]
	}
	if len(seals) != sealLength*len(s.sealed) {
		r.refuse("id", "this row was not written by chancery, or its hidden last cell was changed: records cannot be added here")
		return
	}
	for i, name := range s.sealed {
		r.seals[name] = seals[i*sealLength : (i+1)*sealLength]
		if _, there := s.at[name]; !there {
			continue // a column deleted says nothing
		}
		if text := s.text(name, cells); seal(s.written(name, text)) != r.seals[name] {
			r.edited[name] = text
		}
	}
	if len(r.edited) > 0 {
		r.changed()
	}
}

// written is a cell's text as it was sealed: an empty coordinate is no zero.
func (s *sheetReview) written(name, text string) string {
	if k := s.t.index(name); text == "" && k >= 0 && s.t.Columns[k].Type == typeInteger {
		return "0"
	}
	return text
}

// changed takes a row in which something was changed.
func (r *rowReview) changed() {
	set, withdrawn := r.values()
	verdict := r.verdict(set)
	if r.broken {
		return
	}
	c := Correction{
		Table: r.t.Name, ID: r.text("id", r.cells), Document: r.text("document", r.cells), Quote: r.text("quote", r.cells),
		Review: verdict, Read: map[string]string{}, Sealed: map[string]string{},
	}
	if verdict == reviewFix {
		c.Set = set
	}
	r.read(&c)
	if withdrawn {
		c.Review = ""
	}
	r.take(c)
}

// values are what the row puts in place of what was extracted; withdrawn tells
// that the reader emptied the columns of the review.
func (r *rowReview) values() (set map[string]string, withdrawn bool) {
	set, err := r.t.parseCorrected(r.text("corrected", r.cells))
	if err != nil {
		r.refuse("corrected", "%v", err)
	}
	_, rewritten := r.edited["corrected"]
	for _, name := range slices.Sorted(maps.Keys(r.edited)) {
		if name == "review" || name == "corrected" {
			r.plain(name)
			continue
		}
		if r.t.correctable(name) == nil {
			r.refuse(name, "%s says what the record is, or is no column of this version: it cannot be changed here", name)
			continue
		}
		if !r.plain(name) {
			continue
		}
		if other, both := set[name]; both && rewritten && other != r.edited[name] {
			r.refuse(name, "the cell says %s and the column corrected %s", shown(r.edited[name]), shown(other))
		}
		set[name] = r.edited[name]
	}
	for _, name := range slices.Sorted(maps.Keys(set)) {
		at := name
		if _, direct := r.edited[name]; !direct {
			at = "corrected"
		}
		value, err := r.t.correctable(name).accept(set[name], r.in.Country)
		if err == nil && r.t.correctable(name).Ref == "people.id" && value != "" && len(r.in.people) > 0 && !r.in.people[value] {
			r.refuse(at, "%q is no id of the sheet people", value)
		}
		if err != nil {
			r.refuse(at, "%v", err)
		}
		set[name] = value
	}
	verdict, cleared := r.edited["review"]
	return set, cleared && verdict == "" && len(r.edited) == 1 || len(r.edited) == 2 && cleared && rewritten && verdict == "" && len(set) == 0
}

// plain refuses what a cell only shows: formulas, and days that a program made of
// what was typed.
func (r *rowReview) plain(name string) bool {
	ref := strings.TrimPrefix(r.cell(name), r.sheet+"!")
	if formula, err := r.in.f.GetCellFormula(r.sheet, ref); err != nil || formula != "" {
		r.refuse(name, "the cell holds a formula: type its value")
		return false
	}
	k := r.t.index(name)
	if raw := r.edited[name]; k >= 0 && r.t.Columns[k].Type == typeString && raw != "" {
		if seen, err := r.in.f.GetCellValue(r.sheet, ref); err != nil || strings.ReplaceAll(seen, "\r\n", "\n") != raw {
			r.refuse(name, "the program made %q of what was typed: format the cell as text and type it again", seen)
			return false
		}
	}
	return true
}

// verdict is what the row says of its record.
func (r *rowReview) verdict(set map[string]string) string {
	verdict := strings.ToLower(strings.TrimSpace(r.text("review", r.cells)))
	_, rewritten := r.edited["corrected"]
	direct := slices.ContainsFunc(slices.Collect(maps.Keys(r.edited)), func(name string) bool { return name != "review" && name != "corrected" })
	changes := len(set) > 0 && (rewritten || direct)
	switch verdict {
	case "":
		if len(set) > 0 {
			return reviewFix
		}
	case reviewOK, reviewWrong:
		if changes {
			r.refuse("review", "%s, but the row was changed: want fix, or the cells as they were", verdict)
		}
		if verdict == reviewOK && len(set) > 0 {
			return reviewFix // the corrected record is right
		}
	case reviewFix:
		if len(set) == 0 {
			r.refuse("corrected", "fix, but nothing is corrected: write column=value here or change the cells")
		}
	default:
		r.refuse("review", "%q is none of ok, wrong, fix", verdict)
	}
	return verdict
}

// read notes what the reader saw. Of a cell written over only the seal is known;
// of one corrected before, what was noted then.
func (r *rowReview) read(c *Correction) {
	stored, again := r.in.now[c.key()]
	for _, name := range r.sealed {
		_, there := r.at[name]
		_, edited := r.edited[name]
		_, before := stored.Set[name]
		switch {
		case !there || r.t.correctable(name) == nil || slices.Contains(derivedColumns, name):
		case again && before:
			if was, ok := stored.Read[name]; ok {
				c.Read[name] = was
			} else if was, ok := stored.Sealed[name]; ok {
				c.Sealed[name] = was
			}
		case !edited && c.Set[name] != "" && r.seals["corrected"] != seal(""):
			// it shows an older correction, not what was extracted
		case edited:
			c.Sealed[name] = r.seals[name]
		default:
			c.Read[name] = r.text(name, r.cells)
		}
	}
}

// take stores a correction, unless another row or an earlier reader says
// something else.
func (r *rowReview) take(c Correction) {
	text := c.Review + " " + strings.Join(c.corrected(), listSeparator)
	if other, twice := r.in.seen[c.key()]; twice && other.text != text {
		r.refuse("id", "%s says something else of the same record", other.at)
		return
	}
	r.in.seen[c.key()] = decision{r.cell("id"), text}
	stored, again := r.in.now[c.key()]
	switch {
	case again && stored.Review == c.Review && maps.Equal(stored.Set, c.Set):
		return
	case again && !r.in.Replace && (r.seals["review"] != seal(stored.Review) || r.seals["corrected"] != seal(strings.Join(stored.corrected(), listSeparator))):
		r.refuse("review", "%s is stored as %q since this workbook was written, not %q: --replace lets the workbook win", c.ID,
			strings.TrimSpace(stored.Review+" "+strings.Join(stored.corrected(), listSeparator)), strings.TrimSpace(text))
		return
	case c.Review == "":
		if again {
			delete(r.in.now, c.key())
			r.in.v.Withdrawn++
		}
		return
	}
	r.in.now[c.key()] = c
	r.in.v.New++
}
