package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// A row writes the rows of one table into its sheets, in the form that excelize
// gives to cells, but without making each of them first.
type row struct {
	b      *workbook
	t      *Table
	n      int       // next row of the sheet, from 1
	into   io.Writer // the sheet, nil between sheets
	after  []byte    // what ends the sheet
	out    []byte    // rows not yet written
	names  []string  // of the columns: A, B ...
	sealed []int
	seals  []byte // of a row; its memory is used again
	slots  int    // index of the column inferred, or -1
	cells  []cell
}

func newRow(b *workbook, t *Table) *row {
	r := &row{b: b, t: t, slots: t.index("inferred"), cells: make([]cell, len(t.Columns)), out: make([]byte, 0, 2*rowsAtOnce)}
	for i := range len(t.Columns) + 1 {
		name, _ := excelize.ColumnNumberToName(i + 1) // an error only beyond 16,384 columns
		r.names = append(r.names, name)
	}
	if t.reviewable() {
		r.sealed = t.sealed()
	}
	return r
}

const rowsAtOnce = 1 << 16 // bytes of rows that are handed over together

// begin begins a sheet with its header.
func (r *row) begin(p *parcel, path string, frame []byte) error {
	before, after, ok := bytes.Cut(frame, []byte("<sheetData></sheetData>"))
	if !ok {
		return errors.New("excelize made no place for rows")
	}
	w, err := p.begin(path)
	if err != nil {
		return err
	}
	r.into, r.after, r.n = w, after, 1
	r.out = append(append(r.out[:0], before...), "<sheetData>"...)
	r.open(20)
	for i, c := range r.t.Columns {
		style := "header"
		if c.Name == "review" || c.Name == "corrected" {
			style = "reviewHeader"
		}
		r.put(i, r.b.style[style], &cell{text: c.Name})
	}
	if r.sealed != nil {
		r.put(len(r.t.Columns), 0, &cell{text: sealHeader(r.t)})
	}
	return r.close()
}

// end ends a sheet.
func (r *row) end() error {
	if r.into == nil {
		return nil
	}
	r.out = append(append(r.out, "</sheetData>"...), r.after...)
	_, err := r.into.Write(r.out)
	r.into = nil
	return err
}

// write writes the next row.
func (r *row) write(values []any) error {
	var inferred []string
	if r.slots >= 0 {
		inferred, _ = values[r.slots].([]string)
	}
	lines := 1
	for i, v := range values {
		c := &r.t.Columns[i]
		r.cells[i] = r.b.cell(c, v)
		if r.cells[i].look == lookWrap && len(r.cells[i].text) > 0 {
			lines = max(lines, linesOf(r.cells[i].text, c.Width))
		}
	}
	r.open(lineHeight * min(lines, mostLines))
	for i := range r.cells {
		c, tint := &r.t.Columns[i], tintNone
		switch {
		case len(inferred) > 0 && (slices.Contains(inferred, c.Name) || c.Code == "edtf" && slices.Contains(inferred, "date")):
			tint = tintInferred
		case i == 0 && r.b.seen.concerned[r.cells[0].text]:
			tint = tintIssue
		}
		r.put(i, r.b.looks[r.cells[i].look][tint], &r.cells[i])
	}
	if r.sealed != nil {
		r.seal()
	}
	return r.close()
}

// open begins a row.
func (r *row) open(height int) {
	r.out = strconv.AppendInt(append(r.out, `<row r="`...), int64(r.n), 10)
	r.out = strconv.AppendInt(append(r.out, `" ht="`...), int64(height), 10)
	r.out = append(r.out, `" customHeight="1">`...)
}

// close ends a row.
func (r *row) close() error {
	r.out = append(r.out, `</row>`...)
	r.n++
	if len(r.out) < rowsAtOnce {
		return nil
	}
	_, err := r.into.Write(r.out)
	r.out = r.out[:0]
	return err
}

// name begins the i-th cell of the row, counted from 0.
func (r *row) name(i, style int) {
	r.out = append(append(r.out, `<c r="`...), r.names[i]...)
	r.out = strconv.AppendInt(r.out, int64(r.n), 10)
	if style > 0 {
		r.out = strconv.AppendInt(append(r.out, `" s="`...), int64(style), 10)
	}
	r.out = append(r.out, '"')
}

// put writes the i-th cell.
func (r *row) put(i, style int, c *cell) {
	r.name(i, style)
	switch {
	case c.text == "":
		r.out = append(r.out, `/>`...)
		return
	case c.link != "":
		r.out = append(r.out, ` t="str"><f>HYPERLINK("`...)
		r.out = appendText(r.out, c.link, true)
		r.out = append(r.out, `","`...)
		r.out = appendText(r.out, c.text, true)
		r.out = append(r.out, `")</f><v>`...)
		r.out = append(appendText(r.out, c.text, false), `</v>`...)
	case c.number == "":
		r.out = append(r.out, ` t="inlineStr"><is><t`...)
		if padded(c.text) {
			r.out = append(r.out, ` xml:space="preserve"`...)
		}
		r.out = append(appendText(append(r.out, '>'), c.text, false), `</t></is>`...)
	default:
		if c.look == lookTruth {
			r.out = append(r.out, ` t="b"`...)
		}
		r.out = append(append(append(r.out, `><v>`...), c.number...), `</v>`...)
	}
	r.out = append(r.out, `</c>`...)
}

// seal writes the seals of the cells as they are written.
func (r *row) seal() {
	r.name(len(r.cells), 0)
	r.out = append(r.out, ` t="inlineStr"><is><t>`...)
	seals := r.seals[:0]
	for _, i := range r.sealed {
		seals = appendSeal(seals, r.cells[i].text)
	}
	mark := cutMark
	for _, i := range r.sealed {
		if strings.HasSuffix(r.cells[i].text, cutNote) {
			seals = append(append(seals, mark...), r.t.Columns[i].Name...)
			mark = ","
		}
	}
	r.seals = seals
	r.out = appendText(r.out, seals, false)
	r.out = append(r.out, `</t></is></c>`...)
}

// padded reports whether a text begins or ends with white space, which XML
// readers may drop.
func padded(s string) bool { return s[0] <= ' ' || s[len(s)-1] <= ' ' }

// appendText appends a text as a workbook writes it: with the entities of XML,
// and with what XML cannot hold, and what reads like it, as _x001F_. Quotation
// marks are doubled for a text in a formula.
func appendText[S string | []byte](out []byte, s S, formula bool) []byte {
	from := 0
	for i := 0; i < len(s); {
		width, instead := 1, ""
		switch b := s[i]; {
		case b == '&':
			instead = "&amp;"
		case b == '<':
			instead = "&lt;"
		case b == '>':
			instead = "&gt;"
		case b == '"' && formula:
			instead = `""`
		case b == '_' && escaped(s[i:]):
			instead = "_x005F_"
		case b < ' ' && b != '\t' && b != '\n':
			instead = fmt.Sprintf("_x%04X_", b)
		case b >= utf8.RuneSelf:
			var c rune
			if c, width = utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)])); c == utf8.RuneError || c == 0xFFFE || c == 0xFFFF {
				instead = "\uFFFD"
			}
		}
		if instead != "" {
			out = append(append(out, s[from:i]...), instead...)
			from = i + width
		}
		i += width
	}
	return append(out, s[from:]...)
}

// escaped reports whether a text begins like _x001F_.
func escaped[S string | []byte](s S) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') && (c < 'A' || c > 'F') {
			return false
		}
	}
	return true
}
