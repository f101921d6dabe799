package output

import (
	"bytes"
	"encoding/gob"
	"errors"
	"iter"
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
// Only entities, issues and failures are in memory.
func Stored(s *store.Store, failures []pipeline.Failure) (*Dataset, error) {
	b := NewBuilder()
	b.d.store, b.d.stored = s, map[string]int{}
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
		eachStored(s, "people", func(p *Person) error { b.mergePerson(p); return nil }),
		eachStored(s, "places", func(p *Place) error { b.mergePlace(p); return nil }),
		eachStored(s, "organizations", func(o *Organization) error { b.mergeOrganization(o); return nil }),
		eachStored(s, "failures", func(f *Failure) error { b.d.Failures = append(b.d.Failures, *f); return nil }),
	)
	if err != nil {
		return nil, err
	}
	d := b.Dataset(failures)
	return d, d.failed
}

// eachStored gives the rows in the blocks under a name. The row is used again.
func eachStored[R any](s *store.Store, name string, do func(*R) error) error {
	at := tableIndex(name)
	if at < 0 {
		return eachPiece(s, name, do)
	}
	t := Tables[at]
	return s.Each(name, func(block []byte) error {
		var row R
		fields := make([]reflect.Value, len(t.fields))
		for i, f := range t.fields {
			fields[i] = reflect.ValueOf(&row).Elem().FieldByIndex(f.Index)
		}
		return t.unpack(string(block), func(cells []datum) error {
			for i := range cells {
				cells[i].fill(fields[i])
			}
			return do(&row)
		})
	})
}

// eachPiece gives the rows of blocks that belong to no table of a dataset.
func eachPiece[R any](s *store.Store, name string, do func(*R) error) error {
	return s.Each(name, func(block []byte) error {
		var rows []R
		if err := gob.NewDecoder(bytes.NewReader(block)).Decode(&rows); err != nil {
			return err
		}
		for i := range rows {
			if err := do(&rows[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// eachRow gives the rows of a table, those in memory before those stored.
func eachRow[R any](d *Dataset, name string, rows []R, do func(*R) error) error {
	for i := range rows {
		if err := do(&rows[i]); err != nil {
			return err
		}
	}
	if d.store == nil || held[name] {
		return nil
	}
	return eachStored(d.store, name, do)
}

// A chunk gives some rows of a table as cells, and may do so in any goroutine.
type chunk func(do func(row []datum) error) error

// chunkRows is how many rows in memory are a chunk.
const chunkRows = 2000

// chunks gives the rows of a table, those in memory before those stored.
func (t *Table) chunks(d *Dataset, do func(chunk) error) error {
	rows := t.rows(d)
	for from := 0; from < rows.Len(); from += chunkRows {
		some := rows.Slice(from, min(from+chunkRows, rows.Len()))
		err := do(func(do func([]datum) error) error {
			row := make([]datum, len(t.fields))
			for i := range some.Len() {
				for j, f := range t.fields {
					row[j] = datumOf(some.Index(i).FieldByIndex(f.Index))
				}
				if err := do(row); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if d.store == nil || held[t.Name] {
		return nil
	}
	return d.store.Packed(t.Name, func(block store.Block) error {
		return do(func(do func([]datum) error) error {
			plain, err := block.Open()
			if err != nil {
				return err
			}
			return t.unpack(string(plain), do)
		})
	})
}

// errEnough ends a loop over rows early.
var errEnough = errors.New("enough")

// every is eachRow for a loop. The dataset keeps the error.
func every[R any](d *Dataset, name string, rows []R) iter.Seq[R] {
	return func(yield func(R) bool) {
		err := eachRow(d, name, rows, func(row *R) error {
			if !yield(*row) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) && d.failed == nil {
			d.failed = err
		}
	}
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
	for q := range every(d, doubtsTable, d.doubts) {
		doubts = append(doubts, q)
	}
	if texts {
		all.texts = map[string]sourceText{}
		for t := range every[storedText](d, textsTable, nil) {
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
	return t.chunks(d, func(c chunk) error {
		return c(func(cells []datum) error {
			rows.Grow(1)
			rows.SetLen(rows.Len() + 1)
			row := rows.Index(rows.Len() - 1)
			for i := range cells {
				cells[i].fill(row.FieldByIndex(t.fields[i].Index))
			}
			return nil
		})
	})
}
