package source

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/encoding"
)

// RTF reads documents in the Rich Text Format.
var RTF = Format{
	Name:       "rtf",
	Doc:        "a document in Rich Text Format: paragraphs, tables, text boxes and notes, without what is hidden or deleted",
	Extensions: []string{".rtf"},
	Types:      []string{"application/rtf", "text/rtf"},
	Claims:     func(in *Input) bool { return begins(in, "{\\rtf") },
	Read:       readRTF,
}

// maxGroups is how many groups of an RTF document may stand in each other.
const maxGroups = 2000

func readRTF(in *Input) (*Text, error) {
	data, err := in.Data()
	if err != nil {
		return nil, err
	}
	d := &rtf{paper: newPaper(), data: data, t: &Text{}, fonts: map[int]encoding.Encoding{}}
	d.page, _ = named("windows-1252")
	for d.at < len(d.data) && !d.over {
		if err := d.token(); err != nil {
			return nil, err
		}
	}
	if !d.over {
		return nil, errors.New("damaged: the file is cut")
	}
	d.endParagraph()
	t := d.text(d.t, strings.Join(strings.Fields(d.title.String()), " "))
	if strings.TrimSpace(t.Content) == "" {
		return nil, ErrEmpty
	}
	return t, nil
}

// An rtf reads one document: groups in braces, control words behind a backslash,
// and letters.
type rtf struct {
	*paper
	rtfGroup
	data  []byte
	at    int        // offset of what comes next
	over  bool       // the outermost group has ended
	outer []rtfGroup // the groups around the present one
	raw   []byte     // letters in a code page that wait to be decoded
	skip  int        // letters that only repeat a Unicode one
	page  encoding.Encoding
	fonts map[int]encoding.Encoding
	t     *Text
	title strings.Builder

	open, row, cell bool // whether a paragraph, a row and a cell have begun
}

// An rtfGroup is what holds until the end of a group.
type rtfGroup struct {
	dest    rtfDest
	star    bool // what comes may be left out by who does not know it
	hidden  bool // not shown, or deleted
	table   bool // the paragraph stands in a table
	heading bool
	font    int
	repeats int      // letters that repeat each Unicode one, less one: RTF's own default is one
	beside  bool     // the group stands beside the text
	before  *[3]bool // whether a paragraph, row and cell were open when an aside began
}

// An rtfDest is where the letters of a group go.
type rtfDest uint8

const (
	toText rtfDest = iota
	toNothing
	toFonts
	toTitle
	toCreated
	toUpdated
)

// token reads a brace, a control word or letters.
func (d *rtf) token() error {
	c := d.data[d.at]
	d.at++
	switch c {
	case '{':
		d.flush()
		d.skip = 0
		if len(d.outer) == maxGroups {
			return fmt.Errorf("more than %d groups in each other", maxGroups)
		}
		d.outer = append(d.outer, d.rtfGroup)
		d.star, d.beside, d.before = false, false, nil
	case '}':
		d.flush()
		d.close()
	case '\\':
		d.control()
	case '\r', '\n', 0:
	default:
		d.letter(c)
	}
	return nil
}

// close ends a group.
func (d *rtf) close() {
	d.skip = 0
	if d.beside {
		d.endParagraph()
		d.back()
		d.open, d.row, d.cell = d.before[0], d.before[1], d.before[2]
	}
	n := len(d.outer) - 1
	if n < 0 {
		d.over = true
		return
	}
	d.rtfGroup, d.outer = d.outer[n], d.outer[:n]
	d.over = n == 0
}

// besideText begins what stands beside the text.
func (d *rtf) besideText(unit string) {
	if d.dest != toText || d.beside {
		return
	}
	d.before = &[3]bool{d.open, d.row, d.cell}
	d.open, d.row, d.cell, d.beside = false, false, false, true
	d.leave(unit)
}

// letter takes a letter of the code page.
func (d *rtf) letter(c byte) {
	if d.skip > 0 {
		d.skip--
		return
	}
	d.raw = append(d.raw, c)
}

// flush decodes the letters that wait.
func (d *rtf) flush() {
	if len(d.raw) == 0 {
		return
	}
	page := d.page
	if f := d.fonts[d.font]; f != nil {
		page = f
	}
	s, _ := translate(page, d.raw)
	d.raw = d.raw[:0]
	d.say(s)
}

// say writes to where the group's letters go.
func (d *rtf) say(s string) {
	switch {
	case d.dest == toTitle:
		d.title.WriteString(s)
	case d.dest == toText && !d.hidden:
		if !d.open && strings.TrimSpace(s) == "" {
			return
		}
		d.paragraph()
		d.w.text(s)
	}
}

// paragraph begins a paragraph where none is open, in a table's cell or not.
func (d *rtf) paragraph() {
	if d.open {
		return
	}
	if d.row && !d.table {
		d.endRow()
		d.row, d.cell = false, false
	}
	if d.table {
		d.beginCell()
	}
	d.start()
	if d.heading {
		d.w.head++
	}
	d.open = true
}

func (d *rtf) beginCell() {
	if !d.row {
		d.startRow()
		d.row = true
	}
	if !d.cell {
		d.startCell()
		d.cell = true
	}
}

func (d *rtf) endParagraph() {
	if d.open {
		d.end()
		d.open = false
	}
}
