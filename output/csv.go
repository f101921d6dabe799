package output

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// CSV writes a file a table, as RFC 4180 says.
var CSV = Format{
	Name:    "csv",
	Streams: true,
	Doc:     "one CSV file a table (RFC 4180, UTF-8); cells that a spreadsheet would run as formulas begin with an apostrophe",
	Default: true,
	Write: func(dir *Folder, d *Dataset) error {
		for _, t := range Tables {
			if err := dir.File(t.Name+".csv", func(w io.Writer) error { return writeCSV(w, t, d, dir.options.BOM) }); err != nil {
				return err
			}
		}
		return nil
	},
}

func writeCSV(w io.Writer, t *Table, d *Dataset, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	record := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		record[i] = column.Name
	}
	if err := c.Write(record); err != nil {
		return err
	}
	err := t.Each(d, func(cells []any) error {
		for i, v := range cells {
			record[i] = cellText(t.Columns[i], v)
			if t.Columns[i].Type == typeString || t.Columns[i].Type == typeList {
				record[i] = inert(record[i])
			}
		}
		return c.Write(record)
	})
	c.Flush()
	return errors.Join(err, c.Error())
}

// inert makes a cell that a spreadsheet would run as a formula plain text. A
// cell that begins with an apostrophe gets another, so that readers can undo it.
func inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r'", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func uninert(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && inert(rest) != rest {
		return rest
	}
	return cell
}

// ReadFolder reads the CSV files of a dataset folder as text, for Diff. Tables
// that the folder has not are left out, but a folder without any is an error.
func ReadFolder(path string) ([]Records, error) {
	var all []Records
	for _, t := range Tables {
		r, err := readCSV(filepath.Join(path, t.Name+".csv"), t)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no CSV tables of a dataset here", path)
	}
	return all, nil
}

func readCSV(path string, t *Table) (Records, error) {
	f, err := os.Open(path)
	if err != nil {
		return Records{}, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return Records{}, fmt.Errorf("%s: %w", path, err)
	}
	if len(rows) == 0 || len(rows[0]) == 0 {
		return Records{}, fmt.Errorf("%s: no header", path)
	}
	rows[0][0] = strings.TrimPrefix(rows[0][0], "\ufeff")
	r := Records{Table: t.Name, Columns: rows[0], Rows: rows[1:]}
	for _, row := range r.Rows {
		for i, cell := range row {
			row[i] = uninert(cell)
		}
	}
	return r, nil
}
