package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A datum is one value of a row, in the field of its kind. Rows are read as data
// where there are many of them: unlike an any, a datum needs no memory of its own.
type datum struct {
	kind   reflect.Kind // String, Int, Float64, Bool or Slice
	text   string
	number int64
	float  float64
	truth  bool
	list   []string
}

// datumOf is the value of a field.
func datumOf(v reflect.Value) (c datum) {
	c.read(v)
	return c
}

// read makes c the value of a field.
func (c *datum) read(v reflect.Value) {
	c.kind = v.Kind()
	switch c.kind {
	case reflect.String:
		c.text = v.String()
	case reflect.Int:
		c.number = v.Int()
	case reflect.Float64:
		c.float = v.Float()
	case reflect.Bool:
		c.truth = v.Bool()
	case reflect.Slice:
		if v.CanAddr() {
			c.list = *v.Addr().Interface().(*[]string) // a pointer needs no memory to be an interface
		} else {
			c.list = v.Interface().([]string)
		}
	default:
		panic(fmt.Sprintf("no column can hold a %s", c.kind))
	}
}

// fill puts a value into its field, in memory of the field's own.
func (c *datum) fill(v reflect.Value) {
	switch c.kind {
	case reflect.String:
		if v.String() != c.text { // rows that follow each other share much
			v.SetString(strings.Clone(c.text))
		}
	case reflect.Int:
		v.SetInt(c.number)
	case reflect.Float64:
		v.SetFloat(c.float)
	case reflect.Bool:
		v.SetBool(c.truth)
	case reflect.Slice:
		var own []string
		for _, s := range c.list {
			own = append(own, strings.Clone(s))
		}
		v.Set(reflect.ValueOf(own))
	}
}

// lend puts a value into a field, in memory that is the block's or used again.
func (c *datum) lend(v reflect.Value) {
	switch c.kind {
	case reflect.String:
		v.SetString(c.text)
	case reflect.Slice:
		*v.Addr().Interface().(*[]string) = c.list
	default:
		c.fill(v)
	}
}

// value is the datum as Table.Each gives it.
func (c *datum) value() any {
	switch c.kind {
	case reflect.Int:
		return int(c.number)
	case reflect.Float64:
		return c.float
	case reflect.Bool:
		return c.truth
	case reflect.Slice:
		if len(c.list) == 0 {
			return []string(nil)
		}
		return c.list
	}
	return c.text
}

// missing reports whether the value of a column says that there is no value: a day
// without a date, a coordinate or number of zero.
func (c *datum) missing(col *Column) bool {
	switch c.kind {
	case reflect.String:
		return c.text == "" && col.Type == typeDate
	case reflect.Int:
		return c.number == 0 && (col.Type == typeCoordinate || col.Name == "geonames_id")
	case reflect.Float64:
		return c.float == 0 && col.Type == typeCoordinate
	}
	return false
}

// plain is the datum as CSV and comparisons write it.
func (c *datum) plain(col *Column) string {
	if c.missing(col) {
		return ""
	}
	switch c.kind {
	case reflect.Int:
		return strconv.FormatInt(c.number, 10)
	case reflect.Float64:
		return strconv.FormatFloat(c.float, 'f', -1, 64)
	case reflect.Bool:
		return strconv.FormatBool(c.truth)
	case reflect.Slice:
		return strings.Join(c.list, listSeparator)
	}
	return c.text
}

// listSeparator stands between the items of a list in one cell.
const listSeparator = "; "

// json adds the datum as JSON: what is missing is null, an empty list an array.
func (c *datum) json(b []byte, col *Column) []byte {
	switch {
	case c.missing(col):
		return append(b, "null"...)
	case c.kind == reflect.String:
		return jsonString(b, c.text)
	case c.kind == reflect.Slice:
		b = append(b, '[')
		for i, s := range c.list {
			if i > 0 {
				b = append(b, ',')
			}
			b = jsonString(b, s)
		}
		return append(b, ']')
	}
	return append(b, c.plain(col)...) // Go and JSON write these alike
}

// jsonString adds most strings as they are, and leaves the others to a library.
func jsonString(b []byte, s string) []byte {
	if !needsEscape(s) {
		return append(append(append(b, '"'), s...), '"')
	}
	var escaped bytes.Buffer
	e := json.NewEncoder(&escaped)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // strings always encode
	return append(b, bytes.TrimSuffix(escaped.Bytes(), []byte("\n"))...)
}

func needsEscape(s string) bool {
	wide := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' || c == '"' || c == '\\':
			return true
		case c >= utf8.RuneSelf:
			wide = true
			if c == "\u2028"[0] && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")) {
				return true
			}
		}
	}
	return wide && !utf8.ValidString(s)
}
