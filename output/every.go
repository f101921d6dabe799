package output

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"iter"
	"reflect"
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/store"
)

// errEnough ends a loop over rows early.
var errEnough = errors.New("enough")

// every gives those rows of a table that keep says are wanted, or all without it,
// first those in memory, then those stored. keep is asked in several goroutines, and
// must not keep the row that it is shown: only wanted rows have memory of their own.
// The dataset keeps the error.
func every[R any](d *Dataset, name string, rows []R, keep func(*R) bool) iter.Seq[R] {
	return func(yield func(R) bool) {
		err := eachRow(d, name, rows, keep, func(row *R) error {
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

// eachRow is every with an error.
func eachRow[R any](d *Dataset, name string, rows []R, keep func(*R) bool, do func(*R) error) error {
	for i := range rows {
		if keep != nil && !keep(&rows[i]) {
			continue
		}
		if err := do(&rows[i]); err != nil {
			return err
		}
	}
	if d.store == nil || held[name] {
		return nil
	}
	return eachStored(d.store, d.jobs, name, keep, do)
}

// eachStored is eachRow for the rows in the blocks under a name, jobs blocks being
// read at a time.
func eachStored[R any](s *store.Store, jobs int, name string, keep func(*R) bool, do func(*R) error) error {
	type reading struct {
		rows []R
		err  error
	}
	return pipeline.InOrder(context.Background(), jobs, func(begin func(func() reading) bool) error {
		return s.Packed(name, func(b store.Block) error {
			if !begin(func() reading {
				rows, err := rowsOf(b, name, keep)
				return reading{rows, err}
			}) {
				return errEnough
			}
			return nil
		})
	}, func(got reading, _ bool) error {
		for i := range got.rows {
			if err := do(&got.rows[i]); err != nil {
				return err
			}
		}
		return got.err
	})
}

// rowsOf are the wanted rows of a block.
func rowsOf[R any](b store.Block, name string, keep func(*R) bool) (kept []R, err error) {
	plain, err := b.Open()
	if err != nil {
		return nil, err
	}
	if at := tableIndex(name); at >= 0 {
		return unpackRows(Tables[at], string(plain), keep)
	}
	if err := gob.NewDecoder(bytes.NewReader(plain)).Decode(&kept); err != nil { // see putRows
		return nil, err
	}
	return slices.DeleteFunc(kept, func(row R) bool { return keep != nil && !keep(&row) }), nil
}

// unpackRows reads the wanted rows of a packed block.
func unpackRows[R any](t *Table, block string, keep func(*R) bool) (kept []R, err error) {
	var seen, own R
	shown, filled := t.fieldsIn(&seen), t.fieldsIn(&own)
	err = t.unpack(block, func(cells []datum) error {
		if keep != nil {
			for i := range cells {
				cells[i].lend(shown[i])
			}
			if !keep(&seen) {
				return nil
			}
		}
		for i := range cells {
			cells[i].fill(filled[i])
		}
		kept = append(kept, own)
		return nil
	})
	return kept, err
}

// fieldsIn are the fields of a row, given by its address, in the order of the columns.
func (t *Table) fieldsIn(row any) []reflect.Value {
	fields := make([]reflect.Value, len(t.fields))
	for i, f := range t.fields {
		fields[i] = reflect.ValueOf(row).Elem().FieldByIndex(f.Index)
	}
	return fields
}
