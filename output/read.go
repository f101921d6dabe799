package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A reader reads back what a format wrote: one file with all tables, or a file a
// table.
type reader struct {
	format string
	ext    string
	all    func(path string) ([]Records, error)
	one    func(path string, t *Table) (Records, error)
}

// readers lists the readers, in the order in which a folder's files are looked
// for: those that keep every cell exactly come first.
var readers = []reader{
	{format: "csv", ext: ".csv", one: readCSV},
	{format: "json", ext: ".json", all: readJSON},
	{format: "jsonl", ext: ".jsonl", one: readJSONL},
	{format: "sqlite", ext: ".sqlite", all: readSQLite},
	{format: "parquet", ext: ".parquet", one: readParquet},
	{format: "xlsx", ext: ".xlsx", all: readXLSX},
}

// Read reads a dataset as text, for Diff: a dataset folder with any one of CSV,
// JSON, JSON Lines, SQLite, Parquet or the workbook, in this order, or one such
// file. Tables that are not there are left out; where there is none, it is an
// error.
func Read(path string) ([]Records, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return readFile(path)
	}
	for _, r := range readers {
		if all, err := r.folder(path); err != nil || len(all) > 0 {
			return all, err
		}
	}
	return nil, fmt.Errorf("%s: no dataset here: want dataset.json, dataset.sqlite, dataset.xlsx, or a .csv, .jsonl or .parquet file a table", path)
}

// Held lists the formats that a dataset folder holds and Read can read.
func Held(path string) []Format {
	var held []Format
	for _, r := range readers {
		files := []string{"dataset"}
		if r.one != nil {
			files = nil
			for _, t := range Tables {
				files = append(files, t.Name)
			}
		}
		if slices.ContainsFunc(files, func(name string) bool {
			_, err := os.Stat(filepath.Join(path, name+r.ext))
			return err == nil
		}) {
			held = append(held, All[slices.Index(FormatNames(), r.format)])
		}
	}
	return held
}

// folder reads what a folder has of one format, which may be nothing.
func (r reader) folder(path string) ([]Records, error) {
	if r.all != nil {
		all, err := guarded(filepath.Join(path, "dataset"+r.ext), r.all)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return all, err
	}
	var all []Records
	for _, t := range Tables {
		one, err := r.table(filepath.Join(path, t.Name+r.ext), t)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, one...)
	}
	return all, nil
}

func (r reader) table(path string, t *Table) ([]Records, error) {
	return guarded(path, func(path string) ([]Records, error) {
		one, err := r.one(path, t)
		return []Records{one}, err
	})
}

// readFile reads one file, which its name tells the format and table of.
func readFile(path string) ([]Records, error) {
	ext := strings.ToLower(filepath.Ext(path))
	i := slices.IndexFunc(readers, func(r reader) bool { return r.ext == ext })
	if i < 0 {
		return nil, fmt.Errorf("%s: no file of a dataset: want .csv, .json, .jsonl, .sqlite, .parquet or .xlsx", path)
	}
	if readers[i].all != nil {
		return guarded(path, readers[i].all)
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	t := tableIndex(name)
	if t < 0 {
		return nil, fmt.Errorf("%s: there is no table %q: the file's name says which it holds, like visits%s", path, name, ext)
	}
	all, err := readers[i].table(path, Tables[t])
	if err == nil {
		all[0].alone = true
	}
	return all, err
}

// guarded reads a file and says its name in errors. The libraries that read
// binary files may panic on damaged ones.
func guarded(path string, read func(path string) ([]Records, error)) (all []Records, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			all, err = nil, fmt.Errorf("%s: damaged: %v", path, cause)
		}
	}()
	all, err = read(path)
	if err == nil && len(all) == 0 {
		err = errors.New("it holds no table of a dataset")
	}
	for i := range all {
		if err == nil {
			err = all[i].keyFirst()
		}
	}
	var at *fs.PathError
	if err != nil && !errors.As(err, &at) {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return all, err
}

// keyFirst brings the column that records are known by before the others, which
// may stand in any order.
func (r *Records) keyFirst() error {
	key := Tables[tableIndex(r.Table)].Columns[0].Name
	at := slices.Index(r.Columns, key)
	if at < 0 {
		return fmt.Errorf("no table %s of a dataset: it has no column %s", r.Table, key)
	}
	if at > 0 {
		columns := slices.Insert(slices.Delete(slices.Clone(r.Columns), at, at+1), 0, key)
		r.Rows, r.Columns = aligned(*r, columns), columns
	}
	return nil
}

// Common leaves of two datasets what can be compared: a file of one table is
// compared with that table alone.
func Common(before, after []Records) (old, now []Records, err error) {
	only := func(list, other []Records) []Records {
		if len(other) != 1 || !other[0].alone {
			return list
		}
		return slices.DeleteFunc(slices.Clone(list), func(r Records) bool { return r.Table != other[0].Table })
	}
	old, now = only(before, after), only(after, before)
	if len(old) == 0 || len(now) == 0 {
		return nil, nil, fmt.Errorf("nothing to compare: %s on one side, %s on the other", tableNames(before), tableNames(after))
	}
	return old, now, nil
}

func tableNames(list []Records) string {
	var names []string
	for _, r := range list {
		names = append(names, r.Table)
	}
	return strings.Join(names, ", ")
}

// records is the beginning of a table's Records: its columns.
func (t *Table) records() Records {
	r := Records{Table: t.Name, Rows: [][]string{}}
	for _, c := range t.Columns {
		r.Columns = append(r.Columns, c.Name)
	}
	return r
}
