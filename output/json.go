package output

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// JSON writes the whole dataset as one object with an array a table.
var JSON = Format{
	Name:    "json",
	Doc:     "dataset.json: one object with an array a table",
	Default: true,
	Lines: &Lines{
		file: func(*Table) string { return "dataset.json" },
		head: func(t *Table, _ Options) string {
			if t == Tables[0] {
				return "{\n\"" + t.Name + "\": [\n"
			}
			return "],\n\"" + t.Name + "\": [\n"
		},
		row:     jsonRow,
		between: ",\n",
		tail: func(t *Table, some bool) string {
			end := ""
			if some {
				end = "\n"
			}
			if t == Tables[len(Tables)-1] {
				end += "]\n}\n"
			}
			return end
		},
	},
}

// JSONL writes a file a table with an object a line.
var JSONL = Format{
	Name: "jsonl",
	Doc:  "one JSON Lines file a table",
	Lines: &Lines{
		file:    func(t *Table) string { return t.Name + ".jsonl" },
		head:    func(*Table, Options) string { return "" },
		row:     jsonRow,
		between: "\n",
		tail: func(_ *Table, some bool) string {
			if some {
				return "\n"
			}
			return ""
		},
	},
}

// jsonRow adds a row as an object whose keys stand in the order of the columns.
func jsonRow(b []byte, t *Table, row []datum) []byte {
	for i := range row {
		col := &t.Columns[i]
		b = row[i].json(append(b, col.key...), col)
	}
	return append(b, '}')
}

// jsonValue is a cell as JSON: a missing number is null, a missing list empty.
func jsonValue(col Column, v any) any {
	c := datumOf(reflect.ValueOf(v))
	switch {
	case c.missing(&col):
		return nil
	case c.kind == reflect.Slice && c.list == nil:
		return []string{}
	}
	return v
}

// jsonArray is a list as one JSON text.
func jsonArray(list []string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if list == nil {
		list = []string{}
	}
	_ = e.Encode(list) // strings always encode
	return strings.TrimRight(b.String(), "\n")
}
