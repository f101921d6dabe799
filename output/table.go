package output

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Column types, as Frictionless Table Schema names them, and coordinate, a
// number whose zero means that there is none.
const (
	typeString     = "string"
	typeInteger    = "integer"
	typeNumber     = "number"
	typeBoolean    = "boolean"
	typeDate       = "date"
	typeList       = "list"
	typeCoordinate = "coordinate"
)

// A Column is one column of a table.
type Column struct {
	Name  string
	Type  string
	Doc   string
	Ref   string // "table.column" that it points to, empty for none
	Width int    // in characters, in a workbook

	Values []string // all that a cell may hold when it is not empty; nil for anything
	key    string   // in JSON, with what stands before it
	Code   string   // "country" for ISO 3166 codes, "edtf" for dates in EDTF, else empty
}

// A Table describes one table and reads its rows from a dataset.
type Table struct {
	Name    string
	Doc     string
	Columns []Column
	rows    func(*Dataset) reflect.Value // the slice of the rows in memory
	fields  []reflect.StructField        // of the columns
}

// Count is the number of the table's rows in d, the stored ones included.
func (t *Table) Count(d *Dataset) int { return t.rows(d).Len() + d.stored[t.Name] }

// Each calls do with the cells of each row: strings, ints, float64s, bools and
// string slices, in the order of the columns. The slices are used again. Rows that
// are stored are read one block after the other and never all at once.
func (t *Table) Each(d *Dataset, do func(cells []any) error) error {
	values := make([]any, len(t.Columns))
	return t.each(d, func(row []datum) error {
		for i := range row {
			values[i] = row[i].value()
		}
		return do(values)
	})
}

// table derives a Table from the struct of its rows; the fields of an embedded
// struct are columns like the others.
func table[R any](name, doc string, rows func(*Dataset) *[]R) *Table {
	t := &Table{Name: name, Doc: doc, rows: func(d *Dataset) reflect.Value { return reflect.ValueOf(rows(d)).Elem() }}
	t.fields = fieldsOf(reflect.TypeFor[R]())
	before := `{"`
	for _, f := range t.fields {
		c := column(f)
		c.key = before + c.Name + `": `
		t.Columns = append(t.Columns, c)
		before = `, "`
	}
	return t
}

func fieldsOf(row reflect.Type) []reflect.StructField {
	return slices.DeleteFunc(reflect.VisibleFields(row), func(f reflect.StructField) bool { return f.Anonymous })
}

func column(f reflect.StructField) Column {
	c := Column{Name: snake(f.Name), Type: f.Tag.Get("type"), Doc: f.Tag.Get("doc"), Ref: f.Tag.Get("ref"), Code: f.Tag.Get("code")}
	if v := f.Tag.Get("values"); v != "" {
		c.Values = strings.Split(v, "|")
	}
	c.Width, _ = strconv.Atoi(f.Tag.Get("width"))
	if c.Type == "" {
		c.Type = map[reflect.Kind]string{
			reflect.String: typeString, reflect.Int: typeInteger, reflect.Float64: typeNumber, reflect.Bool: typeBoolean, reflect.Slice: typeList,
		}[f.Type.Kind()]
	}
	if c.Width == 0 {
		c.Width = max(11, len(c.Name)+3)
	}
	return c
}

// snake is a field's name as a column: "DateMin" is "date_min", "ID" is "id".
func snake(name string) string {
	if name == "SHA256" {
		return "sha256"
	}
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// Validate reports the first fault in the lists of tables and formats.
func Validate() error {
	seen := map[string]bool{}
	for _, t := range Tables {
		if err := t.validate(seen); err != nil {
			return err
		}
	}
	for _, t := range Tables {
		for _, c := range t.Columns {
			if c.Ref != "" && !seen[c.Ref] {
				return fmt.Errorf("column %s.%s points to %s, which is none", t.Name, c.Name, c.Ref)
			}
		}
	}
	return validateFormats()
}

// types are the types that a column may have.
var types = []string{typeString, typeInteger, typeNumber, typeBoolean, typeDate, typeList, typeCoordinate}

// validate reports the first fault of a table, and notes its name and columns
// among those seen.
func (t *Table) validate(seen map[string]bool) error {
	if t.Name == "" || t.Doc == "" || t.rows == nil || seen[t.Name] {
		return fmt.Errorf("table %q: name, doc and rows are required, once", t.Name)
	}
	if len(t.Columns) == 0 {
		return fmt.Errorf("table %q has no columns", t.Name)
	}
	seen[t.Name] = true
	for _, c := range t.Columns {
		full := t.Name + "." + c.Name
		if c.Doc == "" || !slices.Contains(types, c.Type) || seen[full] {
			return fmt.Errorf("column %s: a type of Table Schema and doc are required, once", full)
		}
		seen[full] = true
	}
	return nil
}

func tableIndex(name string) int {
	return slices.IndexFunc(Tables, func(t *Table) bool { return t.Name == name })
}

// cellText is a cell as CSV and comparisons write it.
func cellText(col Column, v any) string {
	c := datumOf(reflect.ValueOf(v))
	return c.plain(&col)
}

// Records are the dataset's tables as text, for Diff.
func (d *Dataset) Records() []Records {
	var all []Records
	for _, t := range Tables {
		r := Records{Table: t.Name, Rows: [][]string{}}
		for _, c := range t.Columns {
			r.Columns = append(r.Columns, c.Name)
		}
		_ = t.Each(d, func(cells []any) error {
			row := make([]string, len(cells))
			for i, v := range cells {
				row[i] = cellText(t.Columns[i], v)
			}
			r.Rows = append(r.Rows, row)
			return nil
		})
		all = append(all, r)
	}
	return all
}

// Summary is the dataset in one line: how many rows its main tables have.
func (d *Dataset) Summary() string {
	n := func(name string) int { return Tables[tableIndex(name)].Count(d) }
	people := Count(len(d.People), "person")
	if len(d.People) != 1 {
		people = fmt.Sprintf("%d people", len(d.People))
	}
	s := fmt.Sprintf("%s, %s: %s", Count(n("documents"), "document"), Count(n("mentions"), "mention"), strings.Join([]string{
		Count(n("dates"), "date"), people, Count(len(d.Places), "place"), Count(len(d.Organizations), "organization"), Count(n("agreements"), "agreement"),
	}, ", "))
	facts := n("visits") + n("meetings") + n("missions") + n("appointments") + n("relations") + n("quantities")
	s += fmt.Sprintf("; %s, %s", Count(facts, "fact"), Count(n("issues"), "issue"))
	if n := len(d.Failures); n > 0 {
		s += "; " + Count(n, "failure")
	}
	return s
}
