package output

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Corrected counts what became of corrections.
type Corrected struct {
	Applied   int // corrections that hold
	Questions int // rows of issues about corrections that do not, or hold against another reading
}

// String is the counts in words.
func (c Corrected) String() string {
	s := Count(c.Applied, "correction") + " applied"
	if c.Questions > 0 {
		s += fmt.Sprintf(", %s about corrections in issues", Count(c.Questions, "question"))
	}
	return s
}

// Correct applies corrections: a record that is wrong leaves the dataset, one to
// fix gets the values that the reader gave, one that is ok is marked. The checks
// run again over what results. A correction that finds no record, or one that
// reads otherwise than what the reader saw, is not applied and becomes an issue.
func (d *Dataset) Correct(list []Correction) Corrected {
	var count Corrected
	if len(list) == 0 {
		return count
	}
	var questions []func()
	for _, t := range Tables {
		if !t.reviewable() {
			continue
		}
		e := newEditor(t, d, list)
		for i, c := range e.list {
			text, applied := e.apply(c, e.found[i])
			if applied {
				count.Applied++
			}
			if text != "" {
				count.Questions++
				questions = append(questions, func() { d.question("correction", "warning", e.document(c.Document), text, c.ID) })
			}
		}
		e.dropWrong()
	}
	d.check()
	for _, ask := range questions {
		ask()
	}
	return count
}

// An editor corrects the rows of one table.
type editor struct {
	t     *Table
	d     *Dataset
	list  []*Correction
	rows  reflect.Value // slice of the table's rows
	found []int         // row of each correction, or one of the reasons below
	wrong map[int]bool  // rows to drop
}

const (
	notFound  = -1 // no record rests on the words
	uncertain = -2 // records rest on the words, but none is certainly the one
)

func newEditor(t *Table, d *Dataset, list []Correction) *editor {
	e := &editor{t: t, d: d, wrong: map[int]bool{}}
	e.rows = reflect.ValueOf(d).Elem().FieldByNameFunc(func(name string) bool { return snake(name) == t.Name })
	for i := range list {
		if list[i].Table == t.Name {
			e.list = append(e.list, &list[i])
		}
	}
	if len(e.list) > 0 {
		e.find()
	}
	return e
}

// find finds the row of each correction: by id and words, or, when the id is
// another, the only row of the same words that reads as the reader saw it.
func (e *editor) find() {
	wanted, byWords := map[string]bool{}, map[string][]int{}
	for _, c := range e.list {
		wanted[words(c.Document, c.Quote)] = true
	}
	for i := range e.rows.Len() {
		if w := words(e.text(i, "document"), e.text(i, "quote")); wanted[w] {
			byWords[w] = append(byWords[w], i)
		}
	}
	e.found = make([]int, len(e.list))
	claimed := map[int]bool{}
	for n, c := range e.list {
		e.found[n] = notFound
		for _, row := range byWords[words(c.Document, c.Quote)] {
			if e.text(row, "id") == c.ID {
				e.found[n], claimed[row] = row, true
			}
		}
	}
	for n, c := range e.list {
		if e.found[n] == notFound {
			e.found[n] = e.alike(c, byWords[words(c.Document, c.Quote)], claimed)
		}
	}
}

// words are what a record rests on; the workbook may show only the beginning of a
// quote.
func words(document, quote string) string { return document + "\x00" + fitted(quote) }

// alike is the only row not claimed that reads as the reader saw the record.
func (e *editor) alike(c *Correction, rows []int, claimed map[int]bool) int {
	found := notFound
	for _, row := range rows {
		if claimed[row] {
			continue
		}
		if len(e.differs(c, row)) > 0 {
			if found == notFound {
				found = uncertain
			}
			continue
		}
		if found >= 0 {
			return uncertain
		}
		found = row
	}
	if found >= 0 {
		claimed[found] = true
	}
	return found
}

// differs are the columns that do not read as the reader saw them, but those
// that follow from others and those that read as the reader wants them.
func (e *editor) differs(c *Correction, row int) []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(c.Read)) {
		if e.t.correctable(name) != nil && !slices.Contains(derivedColumns, name) {
			if now := e.text(row, name); now != c.Read[name] && fitted(now) != c.Read[name] && (c.Set[name] == "" || now != c.Set[name]) {
				list = append(list, name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Sealed)) {
		if now := e.text(row, name); e.t.correctable(name) != nil && seal(fitted(now)) != c.Sealed[name] && now != c.Set[name] {
			list = append(list, name)
		}
	}
	return list
}

// apply applies one correction and gives what is to be asked about it.
func (e *editor) apply(c *Correction, row int) (question string, applied bool) {
	switch row {
	case notFound:
		return e.missing(c), false
	case uncertain:
		return fmt.Sprintf("The correction (%s) of %s fits no record of these words for certain: %s", c.Review, c.ID, shown(c.Quote)), false
	}
	var now []string
	for _, name := range e.differs(c, row) {
		now = append(now, name+" is now "+shown(e.text(row, name)))
	}
	if len(now) > 0 {
		question = fmt.Sprintf("The record %s reads differently since it was reviewed as %s: %s.", c.ID, c.Review, strings.Join(now, ", "))
	}
	if c.Review != reviewFix && len(now) > 0 {
		return question, false
	}
	switch c.Review {
	case reviewWrong:
		e.wrong[row] = true
	case reviewOK:
		e.set(row, "review", c.Review)
	case reviewFix:
		if fault := e.fix(c, row); fault != "" {
			return fault, false
		}
	}
	return question, true
}

// missing says why a correction has no record: the words may be gone, or have
// changed under the same id.
func (e *editor) missing(c *Correction) string {
	for i := range e.rows.Len() {
		if e.text(i, "id") == c.ID {
			return fmt.Sprintf("The words of %s have changed since it was reviewed as %s, from: %s", c.ID, c.Review, shown(c.Quote))
		}
	}
	return fmt.Sprintf("The record %s of %s, reviewed as %s, is no longer found: %s", c.ID, e.t.Name, c.Review, shown(c.Quote))
}

// fix gives a row the values of a correction and what follows from them.
func (e *editor) fix(c *Correction, row int) (fault string) {
	for _, name := range slices.Sorted(maps.Keys(c.Set)) {
		if ref := e.t.correctable(name).Ref; ref != "" && c.Set[name] != "" && !e.d.has(ref, c.Set[name]) {
			return fmt.Sprintf("The correction of %s sets %s to %s, which is not in %s.", c.ID, name, shown(c.Set[name]), strings.Split(ref, ".")[0])
		}
	}
	for name, value := range c.Set {
		e.set(row, name, value)
	}
	e.follow(c.Set, row)
	f := e.field(row, "inferred")
	f.Set(reflect.ValueOf(slices.DeleteFunc(slices.Clone(f.Interface().([]string)), func(slot string) bool {
		_, stated := c.Set[slot]
		return stated
	})))
	e.set(row, "review", reviewFix)
	e.field(row, "corrected").Set(reflect.ValueOf(c.corrected()))
	return ""
}

// follow sets the columns that follow from those set: days from the date, and
// country numbers from countries.
func (e *editor) follow(set map[string]string, row int) {
	for i, c := range e.t.Columns {
		value, ok := set[c.Name]
		if !ok {
			continue
		}
		if c.Code == "edtf" && i+1 < len(e.t.Columns) && e.t.Columns[i+1].Name == "date_min" {
			first, last, _ := bounds(value) // checked when the correction was read
			e.derive(set, row, "date_min", first)
			e.derive(set, row, "date_max", last)
		}
		if pair := strings.Split("from to sending receiving country_a country_b", " "); slices.Contains(pair, c.Name) {
			e.derive(set, row, []string{"cow_a", "cow_b"}[slices.Index(pair, c.Name)%2], strconv.Itoa(cow[value]))
		}
	}
}

// derive sets a column that the reader has not set.
func (e *editor) derive(set map[string]string, row int, name, value string) {
	if _, given := set[name]; !given && e.t.index(name) >= 0 {
		e.set(row, name, value)
	}
}

// dropWrong takes the rows found wrong out of the table, and the participants of
// meetings that went.
func (e *editor) dropWrong() {
	kept := 0
	gone := map[string]bool{}
	for i := range e.rows.Len() {
		if e.wrong[i] {
			gone[e.text(i, "id")] = true
			continue
		}
		if kept != i {
			e.rows.Index(kept).Set(e.rows.Index(i))
		}
		kept++
	}
	e.rows.SetLen(kept)
	if e.t.Name == "meetings" {
		e.d.Participants = slices.DeleteFunc(e.d.Participants, func(p Participant) bool { return gone[p.Meeting] })
	}
	e.d.doubts = slices.DeleteFunc(e.d.doubts, func(q doubt) bool { return gone[q.Record] })
}

func (e *editor) field(row int, column string) reflect.Value {
	return e.rows.Index(row).FieldByIndex(e.t.fields[e.t.index(column)].Index)
}

func (e *editor) text(row int, column string) string {
	i := e.t.index(column)
	return cellText(e.t.Columns[i], e.rows.Index(row).FieldByIndex(e.t.fields[i].Index).Interface())
}

// set gives a cell a value that its column accepts.
func (e *editor) set(row int, column, value string) {
	switch f := e.field(row, column); f.Kind() {
	case reflect.String:
		f.SetString(value)
	case reflect.Int:
		n, _ := strconv.ParseInt(value, 10, 64)
		f.SetInt(n)
	case reflect.Float64:
		n, _ := strconv.ParseFloat(value, 64)
		f.SetFloat(n)
	case reflect.Bool:
		f.SetBool(value == "true")
	case reflect.Slice:
		var list []string
		if value != "" {
			list = strings.Split(value, listSeparator)
		}
		f.Set(reflect.ValueOf(list))
	}
}

// document is the document of an issue: none when it is no longer in the dataset.
func (e *editor) document(id string) string {
	if e.d.has("documents.id", id) {
		return id
	}
	return ""
}

// has reports whether a column of a table holds a value.
func (d *Dataset) has(ref, value string) bool {
	table, column, _ := strings.Cut(ref, ".")
	t := Tables[tableIndex(table)]
	at := t.index(column)
	found := false
	_ = t.Each(d, func(cells []any) error {
		found = found || cellText(t.Columns[at], cells[at]) == value
		return nil
	})
	return found
}
