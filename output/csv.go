package output

import (
	"bufio"
	"encoding/csv"
	"errors"
	"os"
	"strings"
)

// CSV writes a file a table, as RFC 4180 says.
var CSV = Format{
	Name:    "csv",
	Doc:     "one CSV file a table (RFC 4180, UTF-8); cells that a spreadsheet would run as formulas begin with an apostrophe",
	Default: true,
	Lines: &Lines{
		file: func(t *Table) string { return t.Name + ".csv" },
		head: func(t *Table, o Options) string {
			var b []byte
			if o.BOM {
				b = append(b, "\ufeff"...)
			}
			for i, c := range t.Columns {
				b = appendCSV(b, i, c.Name)
			}
			return string(append(b, "\r\n"...))
		},
		row:  csvRow,
		tail: func(*Table, bool) string { return "" },
	},
}

func csvRow(b []byte, t *Table, row []datum) []byte {
	for i := range row {
		col := &t.Columns[i]
		text := row[i].plain(col)
		if col.Type == typeString || col.Type == typeList {
			text = inert(text)
		}
		b = appendCSV(b, i, text)
	}
	return append(b, "\r\n"...)
}

// toQuote are the bytes for which a cell must stand in quotation marks.
var toQuote = [256]bool{'"': true, ',': true, '\r': true, '\n': true}

// quotable reports whether a cell must stand in quotation marks.
func quotable(cell string) bool {
	for i := range len(cell) {
		if toQuote[cell[i]] {
			return true
		}
	}
	return strings.HasPrefix(cell, " ") || cell == `\.`
}

// appendCSV adds the i-th cell of a line. The library's writer cannot be used: it
// makes one of the line ends \r\n and \n within cells and drops a lone \r, but
// the words of a mention are exactly those of the source.
func appendCSV(b []byte, i int, cell string) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	if !quotable(cell) {
		return append(b, cell...)
	}
	b = append(b, '"')
	b = append(b, strings.ReplaceAll(cell, `"`, `""`)...)
	return append(b, '"')
}

// inert makes a cell that a spreadsheet would run as a formula plain text. A
// cell that begins with an apostrophe gets another, so that readers can undo it.
func inert(cell string) string {
	if cell != "" && strings.IndexByte("=+-@\t\r'", cell[0]) >= 0 {
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

func readCSV(path string, t *Table) (Records, error) {
	f, err := os.Open(path)
	if err != nil {
		return Records{}, err
	}
	defer f.Close()
	c := csv.NewReader(&lineEnds{from: bufio.NewReader(f)})
	rows, err := c.ReadAll()
	if err != nil {
		return Records{}, err
	}
	if len(rows) == 0 || len(rows[0]) == 0 {
		return Records{}, errors.New("no header")
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

// lineEnds keeps the line ends within quotes, of which the library's reader would
// take \r\n for \n: it drops one \r before \n, so each gets another.
type lineEnds struct {
	from   *bufio.Reader
	quoted bool
	due    bool // the second \r
}

func (l *lineEnds) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if l.due {
			p[n], l.due = '\r', false
			n++
			continue
		}
		b, err := l.from.ReadByte()
		if err != nil {
			return n, err
		}
		switch b {
		case '"':
			l.quoted = !l.quoted
		case '\r':
			next, _ := l.from.Peek(1)
			l.due = l.quoted && len(next) == 1 && next[0] == '\n'
		}
		p[n] = b
		n++
	}
	return n, nil
}
