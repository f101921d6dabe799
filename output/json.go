package output

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// JSON writes the whole dataset as one object with an array a table.
var JSON = Format{
	Name:    "json",
	Streams: true,
	Doc:     "dataset.json: one object with an array a table",
	Default: true,
	Write: func(dir *Folder, d *Dataset) error {
		return dir.File("dataset.json", func(w io.Writer) error { return writeJSON(w, d) })
	},
}

// JSONL writes a file a table with an object a line.
var JSONL = Format{
	Name:    "jsonl",
	Streams: true,
	Doc:     "one JSON Lines file a table",
	Write: func(dir *Folder, d *Dataset) error {
		for _, t := range Tables {
			if err := dir.File(t.Name+".jsonl", func(w io.Writer) error { return writeRows(w, t, d, "", "\n", "\n") }); err != nil {
				return err
			}
		}
		return nil
	},
}

func writeJSON(w io.Writer, d *Dataset) error {
	for i, t := range Tables {
		open := "],\n"
		if i == 0 {
			open = "{\n"
		}
		if _, err := io.WriteString(w, open+`"`+t.Name+"\": [\n"); err != nil {
			return err
		}
		if err := writeRows(w, t, d, "", ",\n", "\n"); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "]\n}\n")
	return err
}

// writeRows writes the rows of a table as objects whose keys stand in the order
// of the columns.
func writeRows(w io.Writer, t *Table, d *Dataset, before, between, after string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	first := true
	err := t.Each(d, func(cells []any) error {
		b.Reset()
		if !first {
			b.WriteString(between)
		}
		first = false
		b.WriteString(before + "{")
		for i, v := range cells {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(`"` + t.Columns[i].Name + `": `)
			value := jsonValue(t.Columns[i], v)
			if s, ok := value.(string); ok && plainASCII(s) {
				b.WriteString(`"` + s + `"`)
				continue
			}
			if err := e.Encode(value); err != nil {
				return err
			}
			b.Truncate(b.Len() - 1) // the encoder's line feed
		}
		b.WriteByte('}')
		_, err := w.Write(b.Bytes())
		return err
	})
	if err != nil || first {
		return err
	}
	_, err = io.WriteString(w, after)
	return err
}

// plainASCII reports whether JSON writes a string as it is, as most cells are.
func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= 0x7f {
			return false
		}
	}
	return true
}

// jsonValue is a cell as JSON: a missing number is null, a missing list empty.
func jsonValue(c Column, v any) any {
	switch list, isList := v.([]string); {
	case isList && list == nil:
		return []string{}
	case isList:
		return list
	case (c.Type == typeCoordinate || c.Name == "geonames_id" || c.Type == typeDate) && cellText(c, v) == "",
		c.Type == typeDate && v == "":
		return nil
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
