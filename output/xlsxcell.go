package output

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

const (
	mostChars   = 32_767       // characters a cell can hold, counted as UTF-16 does
	mostLiteral = 250          // characters of a text in a formula, with a margin
	firstYear   = "1900-03-01" // before it Excel's calendar has a day that never was
	lineHeight  = 15           // points
	mostLines   = 8            // lines of a wrapped cell that a row shows
)

// The looks of the cells of a table.
const (
	lookText = iota // what a spreadsheet must not take for a number or a date
	lookNumber
	lookTruth // true or false
	lookWrap  // long text, in several lines
	lookDate  // a real date
	lookLink  // a link within the workbook
	lookPlain // of overview and about
	looks
)

// The tints of the cells of a table.
const (
	tintNone     = iota
	tintInferred // the words do not state it
	tintIssue    // an issue concerns the record
	tints
)

// A cell is one of a table's, ready to be written.
type cell struct {
	look   int
	text   string // what it says, as CSV has it, made to fit
	number string // its value when it is a number, a date or true or false
	link   string // where it leads: "#" and a cell, or a file; empty for nowhere
}

// documentID is the column whose cells lead to the sources' files.
var documentID = &Tables[tableIndex("documents")].Columns[0]

// cell makes a value's cell.
func (b *workbook) cell(c *Column, v any) cell {
	switch {
	case c.Name == "evidence":
		ids, ok := v.([]string)
		if !ok {
			ids = []string{v.(string)}
		}
		if len(ids) > 0 {
			if row, ok := b.seen.mentions.of(ids[0]); ok {
				return cell{look: lookLink, text: more(ids), link: "#" + b.at("mentions", row)}
			}
		}
	case c == documentID:
		if file := b.d.file(v.(string)); file != "" && literal(file) && literal(v.(string)) {
			return cell{look: lookLink, text: v.(string), link: file}
		}
	case c.Ref == "documents.id":
		id := v.(string)
		if row, ok := b.seen.documents[id]; ok && literal(id) {
			return cell{look: lookLink, text: id, link: "#" + b.at("documents", row)}
		}
	case c.Type == typeDate:
		if n := serial(v.(string)); n != "" {
			return cell{look: lookDate, text: v.(string), number: n}
		}
	case c.Type == typeBoolean:
		return cell{look: lookTruth, text: cellText(*c, v), number: map[bool]string{false: "0", true: "1"}[v.(bool)]}
	case c.Type == typeInteger || c.Type == typeNumber || c.Type == typeCoordinate:
		if f, ok := v.(float64); !ok || !math.IsNaN(f) && !math.IsInf(f, 0) {
			text := cellText(*c, v)
			return cell{look: lookNumber, text: text, number: text}
		}
	}
	look := lookText
	if c.Width >= 30 {
		look = lookWrap
	}
	return cell{look: look, text: fitted(cellText(*c, v))}
}

// literal reports whether a text can stand in a formula.
func literal(s string) bool {
	return len(s) <= mostLiteral && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' })
}

// serial is a day as Excel counts them, or nothing for what is no day that its
// calendar has.
func serial(day string) string {
	if day < firstYear {
		return ""
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	const from1900 = 25_569 // days to 1970-01-01
	return strconv.FormatInt(t.Unix()/(24*60*60)+from1900, 10)
}

// linesOf estimates how many lines a wrapped cell fills. Programs that open the
// workbook do not measure rows whose height is given.
func linesOf(s string, width int) int {
	lines := 0
	for line := range strings.SplitSeq(s, "\n") {
		n := utf8.RuneCountInString(line)
		lines += max(1, (n*21/20+width-1)/width) // lines break between words
	}
	return lines
}

// more is the first of some ids and how many follow.
func more(ids []string) string {
	if len(ids) > 1 {
		return ids[0] + " +" + strconv.Itoa(len(ids)-1)
	}
	return ids[0]
}

// cutNote ends a text that a cell cannot hold whole.
const cutNote = " … [cut: the whole text is in the CSV and JSON files]"

// fitted is a string that a cell can hold, with a note where it is cut.
func fitted(s string) string {
	if len(s) <= mostChars {
		return s
	}
	units, at := 0, 0
	for i, r := range s {
		if units <= mostChars-len(cutNote) {
			at = i
		}
		if units++; r > 0xFFFF {
			units++
		}
	}
	if units > mostChars {
		return s[:at] + cutNote
	}
	return s
}
