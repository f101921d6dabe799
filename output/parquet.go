package output

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"time"

	"github.com/parquet-go/parquet-go"
)

// Parquet writes a file a table for engines that read by column.
var Parquet = Format{
	Name:    "parquet",
	Streams: true,
	Doc:     "one Parquet file a table (Zstandard), with lists, real days, and null where the text supports nothing",
	Write: func(dir *Folder, d *Dataset) error {
		for _, t := range Tables {
			if err := dir.File(t.Name+".parquet", func(w io.Writer) error { return writeParquet(w, t, d) }); err != nil {
				return err
			}
		}
		return nil
	},
}

// parquetTypes are how each type of column is held: its Go type and the options
// of its tag. A nil pointer, and the zero of what is optional, is null.
var parquetTypes = map[string]struct {
	goType  reflect.Type
	options string
}{
	typeString:     {reflect.TypeFor[string](), ",optional"},
	typeInteger:    {reflect.TypeFor[int64](), ""},
	typeNumber:     {reflect.TypeFor[float64](), ""},
	typeBoolean:    {reflect.TypeFor[bool](), ""},
	typeDate:       {reflect.TypeFor[*int32](), ",optional,date"},
	typeList:       {reflect.TypeFor[[]string](), ",list"},
	typeCoordinate: {reflect.TypeFor[*float64](), ",optional"},
}

// parquetRow is the type of a table's rows, from which the library takes the
// columns in their order.
func (t *Table) parquetRow() reflect.Type {
	fields := make([]reflect.StructField, len(t.Columns))
	for i, c := range t.Columns {
		p := parquetTypes[c.Type]
		switch c.Name {
		case "id":
			p.options = ""
		case "geonames_id":
			p.options = ",optional"
		}
		fields[i] = reflect.StructField{Name: fmt.Sprintf("C%d", i), Type: p.goType, Tag: reflect.StructTag(`parquet:"` + c.Name + p.options + `"`)}
	}
	return reflect.StructOf(fields)
}

func writeParquet(w io.Writer, t *Table, d *Dataset) error {
	kind := t.parquetRow()
	schema := parquet.NewSchema(t.Name, parquet.SchemaOf(reflect.New(kind).Interface()))
	out := parquet.NewWriter(w, schema, parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(rowGroup), parquet.CreatedBy("chancery", "1", "0"))
	row := reflect.New(kind)
	err := t.Each(d, func(cells []any) error {
		for i, v := range cells {
			setParquet(row.Elem().Field(i), t.Columns[i], v)
		}
		return out.Write(row.Interface())
	})
	return errors.Join(err, out.Close())
}

// setParquet puts a cell into its field. A day that no calendar has is null; the
// EDTF beside it keeps what the text says.
func setParquet(field reflect.Value, c Column, v any) {
	if field.Kind() == reflect.Pointer {
		field.SetZero()
	}
	switch v := v.(type) {
	case string:
		if c.Type != typeDate {
			field.SetString(v)
		} else if day, err := time.Parse(time.DateOnly, v); err == nil {
			field.Set(reflect.ValueOf(ptr(int32(day.Unix() / secondsADay))))
		}
	case []string:
		field.Set(reflect.ValueOf(v))
	case int:
		if c.Type != typeCoordinate {
			field.SetInt(int64(v))
		} else if v != 0 {
			field.Set(reflect.ValueOf(ptr(float64(v))))
		}
	case float64:
		if c.Type != typeCoordinate {
			field.SetFloat(v)
		} else if v != 0 {
			field.Set(reflect.ValueOf(ptr(v)))
		}
	case bool:
		field.SetBool(v)
	}
}

const (
	secondsADay = 24 * 60 * 60
	rowGroup    = 100_000 // rows that stand in memory until they are written, and that readers can skip as one
)
