package output

import (
	"errors"
	"reflect"

	"chancery/pipeline"
	"chancery/pipeline/store"
)

// doubtsTable names the blocks of doubts in a store. They are no table of a dataset.
const doubtsTable = "doubts"

// textsTable names the blocks of the sources' texts, for the formats that show them.
const textsTable = "texts"

// A storedText is a sourceText in a block.
type storedText struct {
	Document, Text string
	Missed         []pipeline.Trigger
}

// held are the tables that a dataset of a store has in memory: what is said of
// one thing in several sources becomes one row, and issues and failures are few.
var held = map[string]bool{"people": true, "places": true, "organizations": true, "issues": true, "failures": true}

// Stored is the dataset of what a store holds, with the failures to find sources.
// Only entities, issues and failures are in memory. Blocks are read jobs at a time,
// 0 for one a core.
func Stored(s *store.Store, failures []pipeline.Failure, jobs int) (*Dataset, error) {
	b := NewBuilder()
	b.d.store, b.d.jobs, b.d.stored = s, jobs, map[string]int{}
	for _, t := range Tables {
		if held[t.Name] {
			continue
		}
		n, err := s.Count(t.Name)
		if err != nil {
			return nil, err
		}
		b.d.stored[t.Name] = n
	}
	err := errors.Join(
		eachStored(s, jobs, "people", nil, func(p *Person) error { b.mergePerson(p); return nil }),
		eachStored(s, jobs, "places", nil, func(p *Place) error { b.mergePlace(p); return nil }),
		eachStored(s, jobs, "organizations", nil, func(o *Organization) error { b.mergeOrganization(o); return nil }),
		eachStored(s, jobs, "failures", nil, func(f *Failure) error { b.d.Failures = append(b.d.Failures, *f); return nil }),
	)
	if err != nil {
		return nil, err
	}
	d := b.Dataset(failures)
	return d, d.failed
}

// A chunk gives some rows of a table as cells, as often as it is asked, in any
// goroutine. One that is closed must first be opened, which takes time.
type (
	chunk  func(do func(row []datum) error) error
	closed func() (chunk, error)
)

// chunkRows is how many rows in memory are a chunk.
const chunkRows = 2000

// chunks gives the rows of a table, those in memory before those stored.
func (t *Table) chunks(d *Dataset, do func(closed) error) error {
	rows := t.rows(d)
	for from := 0; from < rows.Len(); from += chunkRows {
		some := rows.Slice(from, min(from+chunkRows, rows.Len()))
		err := do(func() (chunk, error) {
			return func(do func([]datum) error) error { return t.cells(some, do) }, nil
		})
		if err != nil {
			return err
		}
	}
	if d.store == nil || held[t.Name] {
		return nil
	}
	return d.store.Packed(t.Name, func(block store.Block) error {
		return do(func() (chunk, error) {
			plain, err := block.Open()
			packed := string(plain)
			return func(do func([]datum) error) error { return t.unpack(packed, do) }, err
		})
	})
}

// cells gives rows that are in memory as cells.
func (t *Table) cells(rows reflect.Value, do func([]datum) error) error {
	row := make([]datum, len(t.fields))
	for i := range rows.Len() {
		for j := range row {
			row[j].read(t.field(rows.Index(i), j))
		}
		if err := do(row); err != nil {
			return err
		}
	}
	return nil
}

// each is chunks for those who read one chunk after the other.
func (t *Table) each(d *Dataset, do func(row []datum) error) error {
	return t.chunks(d, func(c closed) error {
		rows, err := c()
		if err != nil {
			return err
		}
		return rows(do)
	})
}

// Whole is the dataset with all rows in memory, and the texts if they are wanted.
func (d *Dataset) Whole(texts bool) (*Dataset, error) {
	if d.store == nil {
		return d, nil
	}
	all := *d
	for _, t := range Tables {
		if err := t.load(&all); err != nil {
			return nil, err
		}
	}
	var doubts []doubt
	for q := range every(d, doubtsTable, d.doubts, nil) {
		doubts = append(doubts, q)
	}
	if texts {
		all.texts = map[string]sourceText{}
		for t := range every[storedText](d, textsTable, nil, nil) {
			all.texts[t.Document] = sourceText{t.Text, t.Missed}
		}
	}
	all.doubts, all.store, all.stored = doubts, nil, nil
	return &all, d.failed
}

// load brings the stored rows of a table into memory.
func (t *Table) load(d *Dataset) error {
	if d.store == nil || held[t.Name] {
		return nil
	}
	rows := t.rows(d)
	rows.Grow(d.stored[t.Name])
	return t.each(d, func(cells []datum) error {
		rows.Grow(1)
		rows.SetLen(rows.Len() + 1)
		row := rows.Index(rows.Len() - 1)
		for i := range cells {
			cells[i].fill(row.FieldByIndex(t.fields[i].Index))
		}
		return nil
	})
}
