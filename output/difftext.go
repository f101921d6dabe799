package output

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// A DiffForm writes a difference in one form.
type DiffForm struct {
	Name  string
	Doc   string
	Write func(w io.Writer, d Difference) error
}

// DiffForms lists the forms; the first is the one for readers.
var DiffForms = []DiffForm{DiffText, DiffJSON, DiffMarkdown}

// DiffText has a line a record: gains with +, losses with -, changes with ~ and
// the cells that changed below.
var DiffText = DiffForm{"text", "a line a record, for a terminal", writeDiffText}

func writeDiffText(w io.Writer, d Difference) error {
	var b strings.Builder
	for _, c := range d.sorted() {
		fmt.Fprintf(&b, "%s %s %s\n", c.sign(), c.Table, summary(c.Columns, c.row()))
		for _, f := range c.Fields() {
			fmt.Fprintf(&b, "    %s: %s -> %s\n", f.Name, shown(f.Old), shown(f.New))
		}
	}
	for _, m := range d.Moved {
		fmt.Fprintf(&b, "  %s: %s moved within the source, otherwise the same\n", m.Table, Count(m.Count, "record"))
	}
	fmt.Fprintln(&b, d.Total())
	_, err := io.WriteString(w, b.String())
	return err
}

// summary is a record in one line: its id and its cells that are not empty,
// without those that every record has.
func summary(columns, row []string) string {
	parts := []string{row[0]}
	for i, c := range columns {
		if telling(i, c, row) {
			parts = append(parts, c+"="+shown(row[i]))
		}
	}
	return strings.Join(parts, " ")
}

// telling reports whether a cell tells one record from another at a glance.
func telling(i int, column string, row []string) bool {
	switch column {
	case "evidence", "rule", "confidence", "quote", "sha256":
		return false
	}
	return i > 0 && row[i] != "" && !positional[column]
}

// shown is a cell as the report prints it: quoted when it is empty or holds
// blanks or what a terminal would obey, and cut when it is long.
func shown(cell string) string {
	const most = 80
	if r := []rune(cell); len(r) > most {
		cell = string(r[:most]) + "…"
	}
	if cell == "" || strings.ContainsFunc(cell, func(r rune) bool { return r == ' ' || r == '"' || !unicode.IsPrint(r) }) {
		return fmt.Sprintf("%q", cell)
	}
	return cell
}
