package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
)

// readParquet reads a table by the file's own schema, which that of another
// version may be.
func readParquet(path string, t *Table) (r Records, err error) {
	f, err := os.Open(path)
	if err != nil {
		return r, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return r, err
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		return r, err
	}
	r = Records{Table: t.Name, Rows: [][]string{}, keeps: parquetKeeps}
	fields := file.Schema().Fields()
	for _, field := range fields {
		r.Columns = append(r.Columns, field.Name())
	}
	if n := len(file.Schema().Columns()); n != len(fields) {
		return r, fmt.Errorf("%d columns in %d fields: no table of a dataset", n, len(fields))
	}
	for _, group := range file.RowGroups() {
		if err := r.group(group, fields); err != nil {
			return r, fmt.Errorf("row %d: %w", len(r.Rows)+1, err)
		}
	}
	return r, nil
}

func (r *Records) group(group parquet.RowGroup, fields []parquet.Field) (err error) {
	rows := group.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	batch := make([]parquet.Row, 100)
	for {
		n, err := rows.ReadRows(batch)
		for _, values := range batch[:n] {
			row, err := parquetCells(values, fields)
			if err != nil {
				return err
			}
			r.Rows = append(r.Rows, row)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// parquetCells are a row's values as the text of its cells; the values of a list
// stand one after the other under one column.
func parquetCells(values parquet.Row, fields []parquet.Field) ([]string, error) {
	row := make([]string, len(fields))
	for _, v := range values {
		if v.IsNull() {
			continue
		}
		i := v.Column()
		text, err := parquetCell(v, fields[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", fields[i].Name(), err)
		}
		if v.RepetitionLevel() > 0 {
			text = row[i] + listSeparator + text
		}
		row[i] = text
	}
	return row, nil
}

func parquetCell(v parquet.Value, field parquet.Field) (string, error) {
	switch v.Kind() {
	case parquet.Boolean:
		return strconv.FormatBool(v.Boolean()), nil
	case parquet.Int32:
		if field.Leaf() && isDay(field) {
			return time.Unix(int64(v.Int32())*secondsADay, 0).UTC().Format(time.DateOnly), nil
		}
		return strconv.FormatInt(int64(v.Int32()), 10), nil
	case parquet.Int64:
		return strconv.FormatInt(v.Int64(), 10), nil
	case parquet.Double:
		return strconv.FormatFloat(v.Double(), 'f', -1, 64), nil
	case parquet.ByteArray:
		return string(v.ByteArray()), nil
	}
	return "", fmt.Errorf("no cell holds %s", v.Kind())
}

func isDay(field parquet.Field) bool {
	logical := field.Type().LogicalType()
	return logical != nil && logical.String() == "DATE"
}

// parquetKeeps is what a Parquet file keeps of a cell: days that a calendar has.
func parquetKeeps(c Column, cell string) string {
	if c.Type == typeDate {
		if _, err := time.Parse(time.DateOnly, cell); err != nil {
			return ""
		}
	}
	return cell
}
