package output

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// fixedColumns say what a record is and where it comes from: a reader cannot
// correct them.
var fixedColumns = []string{"id", "document", "entity", "review", "corrected", "evidence", "line", "position", "quote", "rule", "confidence", "inferred"}

// derivedColumns follow from others; that they read differently says nothing new.
var derivedColumns = []string{"date_min", "date_max", "precision", "plover", "cow_a", "cow_b"}

// reviewable reports whether the table has the columns of a review.
func (t *Table) reviewable() bool { return t.index("review") >= 0 }

// index is the position of a column, or -1.
func (t *Table) index(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

// correctable is a column that a reader may correct, or nil.
func (t *Table) correctable(name string) *Column {
	i := t.index(name)
	if i < 0 || slices.Contains(fixedColumns, name) {
		return nil
	}
	return &t.Columns[i]
}

// accept is a value as the column holds it, or an error that says what it may
// hold. Known tells which codes are those of countries; nil knows none.
func (c *Column) accept(value string, known func(code string) bool) (string, error) {
	if value == "" && c.Type != typeInteger && c.Type != typeNumber && c.Type != typeBoolean {
		return "", nil
	}
	switch {
	case c.Values != nil && !slices.Contains(c.Values, value):
		return "", fmt.Errorf("%q is none of %s", value, strings.Join(c.Values, ", "))
	case c.Code == "edtf":
		_, _, err := bounds(value)
		return value, err
	case c.Code == "country" && known != nil:
		if code := strings.ToUpper(value); known(code) {
			return code, nil
		}
		return "", fmt.Errorf("%q is no country code of ISO 3166-1 alpha-2", value)
	}
	var err error
	switch c.Type {
	case typeDate:
		_, err = time.Parse(time.DateOnly, value)
	case typeInteger:
		_, err = strconv.Atoi(value)
	case typeNumber, typeCoordinate:
		_, err = strconv.ParseFloat(value, 64)
	case typeBoolean:
		if value != "true" && value != "false" {
			err = strconv.ErrSyntax
		}
	}
	if err != nil {
		return "", fmt.Errorf("%q is not %s", value, map[string]string{
			typeDate: "a day like 2015-09-03", typeInteger: "a whole number", typeNumber: "a number", typeCoordinate: "a number", typeBoolean: "true or false",
		}[c.Type])
	}
	return value, nil
}

// parseCorrected reads what a reader wrote into the column corrected: column=value,
// several after semicolons. A semicolon before what is no column belongs to the
// value; a value in quotation marks may hold anything, a quotation mark doubled.
func (t *Table) parseCorrected(s string) (map[string]string, error) {
	set := map[string]string{}
	for rest := strings.TrimSpace(s); rest != ""; {
		name, after, ok := strings.Cut(rest, "=")
		name = strings.TrimSpace(name)
		if !ok {
			return nil, fmt.Errorf("%q: want column=value, like edtf=2015-09; to=CN", rest)
		}
		if t.correctable(name) == nil {
			return nil, fmt.Errorf("%q is no column of %s that can be corrected", name, t.Name)
		}
		if _, twice := set[name]; twice {
			return nil, fmt.Errorf("%s is given twice", name)
		}
		var value string
		var err error
		if value, rest, err = t.value(strings.TrimLeft(after, " ")); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		set[name] = value
	}
	return set, nil
}

// value takes the first value from s, which may go on with the next column.
func (t *Table) value(s string) (value, rest string, err error) {
	if strings.HasPrefix(s, `"`) {
		return unquoted(s)
	}
	for i := range len(s) {
		if s[i] != ';' {
			continue
		}
		next := strings.TrimLeft(s[i+1:], " ")
		name, _, ok := strings.Cut(next, "=")
		if next == "" || ok && t.index(strings.TrimSpace(name)) >= 0 {
			return strings.TrimSpace(s[:i]), next, nil
		}
	}
	return strings.TrimSpace(s), "", nil
}

// unquoted takes a value in quotation marks from the beginning of s.
func unquoted(s string) (value, rest string, err error) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] != '"':
			b.WriteByte(s[i])
		case i+1 < len(s) && s[i+1] == '"':
			b.WriteByte('"')
			i++
		default:
			after := strings.TrimLeft(s[i+1:], " ")
			if after != "" && after[0] != ';' {
				return "", "", fmt.Errorf("%q stands after the closing quotation mark", after)
			}
			return b.String(), strings.TrimLeft(strings.TrimPrefix(after, ";"), " "), nil
		}
	}
	return "", "", fmt.Errorf("no closing quotation mark in %q", s)
}

// quotedValue is a value as parseCorrected reads it back.
func quotedValue(s string) string {
	if strings.ContainsAny(s, `;"=`) || s != strings.TrimSpace(s) {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
