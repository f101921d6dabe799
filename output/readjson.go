package output

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// readJSON reads dataset.json row by row. A key that names no table of this
// version is passed over.
func readJSON(path string) ([]Records, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReader(f))
	var all []Records
	err = inside(d, '{', func() error {
		key, err := d.Token()
		if err != nil {
			return err
		}
		i := tableIndex(key.(string))
		if i < 0 {
			return d.Decode(new(json.RawMessage))
		}
		if slices.ContainsFunc(all, func(r Records) bool { return r.Table == key }) {
			return fmt.Errorf("%s: the table stands there twice", key)
		}
		o := objects{Records: Tables[i].records()}
		if err := inside(d, '[', func() error { return o.decode(d) }); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		all = append(all, o.even())
		return nil
	})
	if err == nil {
		if _, end := d.Token(); !errors.Is(end, io.EOF) {
			err = errors.New("something follows the dataset")
		}
	}
	if err != nil {
		return nil, fmt.Errorf("line %d: %w", lineOf(path, d.InputOffset()), err)
	}
	slices.SortFunc(all, func(a, b Records) int { return tableIndex(a.Table) - tableIndex(b.Table) })
	return all, nil
}

// inside calls do for each value of the array or object that begins with open.
func inside(d *json.Decoder, open json.Delim, do func() error) error {
	got, err := d.Token()
	if err != nil {
		return unended(err)
	}
	if got != open {
		return fmt.Errorf("want %v, not %v", open, got)
	}
	for d.More() {
		if err := do(); err != nil {
			return unended(err)
		}
	}
	_, err = d.Token()
	return unended(err)
}

// unended says in words that a file ends too early.
func unended(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the file ends in the middle")
	}
	return err
}

// lineOf is the line, counted from 1, of what follows a byte of a JSON file.
func lineOf(path string, offset int64) int {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close()
	line, r := 1, bufio.NewReader(f)
	for at := int64(0); ; at++ {
		b, err := r.ReadByte()
		if err != nil || at >= offset && !strings.ContainsRune(" \t\r\n,", rune(b)) {
			return line
		}
		if b == '\n' {
			line++
		}
	}
}

func readJSONL(path string, t *Table) (Records, error) {
	f, err := os.Open(path)
	if err != nil {
		return Records{}, err
	}
	defer f.Close()
	o, r := objects{Records: t.records()}, bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			d := json.NewDecoder(bytes.NewReader(line))
			if err := o.decode(d); err != nil {
				return Records{}, fmt.Errorf("line %d: %w", n, unended(err))
			}
			if d.More() {
				return Records{}, fmt.Errorf("line %d: something follows the object", n)
			}
		}
		if errors.Is(err, io.EOF) {
			return o.even(), nil
		}
		if err != nil {
			return Records{}, err
		}
	}
}

// objects are rows of JSON objects becoming Records. Columns that the table has
// not are put behind its own.
type objects struct{ Records }

func (o *objects) decode(d *json.Decoder) error {
	var object map[string]any
	if err := d.Decode(&object); err != nil {
		return err
	}
	row := make([]string, len(o.Columns), max(len(o.Columns), len(object)))
	for i, c := range o.Columns {
		cell, err := jsonCell(object[c])
		if err != nil {
			return fmt.Errorf("%s: %w", c, err)
		}
		row[i] = cell
		delete(object, c)
	}
	for _, c := range sortedKeys(object) {
		cell, err := jsonCell(object[c])
		if err != nil {
			return fmt.Errorf("%s: %w", c, err)
		}
		o.Columns, row = append(o.Columns, c), append(row, cell)
	}
	o.Rows = append(o.Rows, row)
	return nil
}

// even makes all rows as long as there are columns.
func (o *objects) even() Records {
	for i, row := range o.Rows {
		o.Rows[i] = append(row, make([]string, len(o.Columns)-len(row))...)
	}
	return o.Records
}

func sortedKeys(object map[string]any) []string {
	var keys []string
	for k := range object {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// jsonCell is a value of JSON as the text of a cell.
func jsonCell(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case bool:
		return strconv.FormatBool(v), nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	case []any:
		var items []string
		for _, item := range v {
			s, err := jsonCell(item)
			if err != nil {
				return "", err
			}
			items = append(items, s)
		}
		return strings.Join(items, listSeparator), nil
	}
	return "", errors.New("no cell holds an object")
}
