package output

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"chancery/pipeline"
)

// A Case is what a reader said of a record, with the words that it stands in: what
// rules must find in them, or must not. Columns that follow from others are left
// out, and so are those that the reader saw empty: what is found later in their
// place is no fault.
type Case struct {
	ID     string            `json:"id"`              // of the document
	Title  string            `json:"title,omitempty"` // of the document, where it stands outside the text
	Date   string            `json:"date,omitempty"`  // when the text was written, as the document says
	Text   string            `json:"text"`            // the passage
	Table  string            `json:"table"`
	Record string            `json:"record"`           // id of the record when it was reviewed
	Quote  string            `json:"quote"`            // the words that it rests on
	Want   map[string]string `json:"want,omitempty"`   // some record has these values, by column
	Not    map[string]string `json:"not,omitempty"`    // no record has all these values
	Missed bool              `json:"missed,omitempty"` // a known miss: the rules did not get it right when the case was made
}

// Check reports the first fault of a case: a table or a column that is none.
func (c *Case) Check() error {
	i := tableIndex(c.Table)
	if i < 0 || !Tables[i].reviewable() {
		return fmt.Errorf("there is no table %q of records to review", c.Table)
	}
	if len(c.Want)+len(c.Not) == 0 {
		return errors.New("neither a record that is wanted nor one that is not")
	}
	for _, values := range []map[string]string{c.Want, c.Not} {
		for _, name := range slices.Sorted(maps.Keys(values)) {
			if Tables[i].correctable(name) == nil {
				return fmt.Errorf("%s has no column %q to compare", c.Table, name)
			}
		}
	}
	return nil
}

// Run runs a job over the passage and gives what is not as the case has it, or
// nothing when the case holds.
func (c *Case) Run(job pipeline.Job) (fault string, err error) {
	d, err := c.read(job, c.Text)
	if err != nil {
		return "", err
	}
	return c.fault(d), nil
}

// read is the dataset of a text, read as that of the case is.
func (c *Case) read(job pipeline.Job, text string) (*Dataset, error) {
	res, err := job.Annotate(c.ID, text, pipeline.Meta{Title: c.Title, Written: c.Date})
	if err != nil {
		return nil, err
	}
	return Build([]pipeline.Result{res}, nil), nil
}

// fault is what of the dataset is not as the case has it.
func (c *Case) fault(d *Dataset) string {
	t := Tables[tableIndex(c.Table)]
	unwanted := false
	nearest, least := []string(nil), len(c.Want)
	for row := range t.texts(d) {
		unwanted = unwanted || len(c.Not) > 0 && len(otherwise(t, row, c.Not)) == 0
		if diff := otherwise(t, row, c.Want); len(diff) < least {
			nearest, least = diff, len(diff)
		}
	}
	switch {
	case least > 0 && nearest == nil:
		return "not found: " + valuesOf(c.Want)
	case least > 0:
		return "not as wanted: " + strings.Join(nearest, ", ")
	case unwanted:
		return "found, but it should not be: " + valuesOf(c.Not)
	}
	return ""
}

// otherwise are the columns in which a row has not the values wanted.
func otherwise(t *Table, row []string, want map[string]string) []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if now := row[t.index(name)]; now != want[name] {
			list = append(list, fmt.Sprintf("%s is %s, not %s", name, shown(now), shown(want[name])))
		}
	}
	return list
}

// valuesOf are values as the column corrected shows them.
func valuesOf(set map[string]string) string {
	c := Correction{Set: set}
	return strings.Join(c.corrected(), listSeparator)
}

// caseOf makes the case of a correction, without its passage. Whole is the dataset
// of the whole text, which may still tell what the reader wrote over.
func caseOf(c *Correction, doc *Document, whole *Dataset) Case {
	t := Tables[tableIndex(c.Table)]
	read := maps.Clone(c.Read)
	if read == nil {
		read = map[string]string{}
	}
	if e := newEditor(t, whole, []Correction{*c}); e.found[0] >= 0 {
		for name := range c.Sealed {
			if now := e.text(e.found[0], name); seal(now) == c.Sealed[name] {
				read[name] = now
			}
		}
	}
	maps.DeleteFunc(read, func(name, value string) bool {
		return value == "" || t.correctable(name) == nil || slices.Contains(derivedColumns, name)
	})
	made := Case{ID: c.Document, Title: doc.Title, Date: cmp.Or(doc.Updated, doc.Created), Table: c.Table, Record: c.ID, Quote: c.Quote}
	if c.Review == reviewWrong {
		made.Not = read
		return made
	}
	made.Want = maps.Clone(read)
	for name, value := range c.Set {
		made.Want[name] = value
		if was := read[name]; was != "" && was != value {
			made.Not = read
		}
	}
	return made
}

// WriteCases writes each case as a line of JSON.
func WriteCases(w io.Writer, cases []Case) error { return encodeLines(w, cases) }
