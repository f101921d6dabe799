package source

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// A paper gathers the text of a word processor's document: its paragraphs and
// tables in their order, each text box behind the paragraph that it hangs on, and
// at the end notes, headers and footers, so that none of them stands in a sentence.
type paper struct {
	w          *blockWriter
	outer      []*blockWriter // those that wait while a text box or note is read
	marks      []Mark         // of what waits
	boxes      []block        // text boxes of the paragraph or table that is being read
	notes      []block
	paragraphs int
	numbers    map[string]int // of notes, by unit
	aside      Mark           // unit and number of what is no paragraph of the text; zero in the text
}

func newPaper() *paper { return &paper{w: &blockWriter{}, numbers: map[string]int{}} }

// start begins a paragraph.
func (p *paper) start() {
	p.w.start(atom.P, none)
	p.w.mark = p.aside
	if p.aside.Unit == "" {
		p.paragraphs++
		p.w.mark = Mark{Unit: "paragraph", Number: p.paragraphs}
	}
}

// end ends a paragraph.
func (p *paper) end() {
	p.w.end(atom.P)
	p.w.head = 0
	p.settle()
}

func none(string) string { return "" }

// settle puts the text boxes behind what they hang on.
func (p *paper) settle() {
	if len(p.outer) == 0 && len(p.w.rows) == 0 {
		p.w.blocks = append(p.w.blocks, p.boxes...)
		p.boxes = nil
	}
}

// startRow, endRow, startCell and endCell are those of a table.
func (p *paper) startRow()  { p.w.start(atom.Tr, none) }
func (p *paper) endRow()    { p.w.end(atom.Tr); p.settle() }
func (p *paper) startCell() { p.w.start(atom.Td, none) }
func (p *paper) endCell()   { p.w.end(atom.Td) }
func (p *paper) lineEnd()   { p.w.lineEnd() }
func (p *paper) gap()       { p.w.gap = true }

// leave begins what stands beside the text: a box, or a note, header or footer
// when unit names it.
func (p *paper) leave(unit string) {
	p.outer, p.marks = append(p.outer, p.w), append(p.marks, p.aside)
	p.w = &blockWriter{}
	switch unit {
	case "":
	case "header", "footer":
		p.aside = Mark{Unit: unit}
	default:
		p.numbers[unit]++
		p.aside = Mark{Unit: unit, Number: p.numbers[unit]}
	}
}

// back ends it.
func (p *paper) back() {
	n := len(p.outer) - 1
	if n < 0 {
		return
	}
	blocks := p.w.finish()
	if p.aside.Unit == "" {
		p.boxes = append(p.boxes, blocks...)
	} else {
		p.notes = append(p.notes, blocks...)
	}
	p.w, p.outer = p.outer[n], p.outer[:n]
	p.aside, p.marks = p.marks[n], p.marks[:n]
}

// text is the whole document. Headers and footers stand in it once, and not at
// all when they hold nothing but numbers.
func (p *paper) text(t *Text, title string) *Text {
	for len(p.outer) > 0 {
		p.back()
	}
	blocks := append(p.w.finish(), p.boxes...)
	said := map[string]bool{}
	for _, b := range p.notes {
		if b.mark.Number == 0 && (said[b.text] || !strings.ContainsFunc(b.text, unicode.IsLetter) && !dated(b.text)) {
			continue
		}
		said[b.text] = said[b.text] || b.mark.Number == 0
		blocks = append(blocks, b)
	}
	t.Encoding = "utf-8"
	t.Content, t.Marks = layOut(blocks)
	t.Title = paperTitle(title, t.Content, blocks)
	return t
}

// paperTitle is a document's title: its only main heading, the title among its
// properties when it stands on the page, or the first line. Properties are often
// those of a template or an older document.
func paperTitle(title, content string, blocks []block) string {
	var headings []string
	for _, b := range blocks {
		if b.heading {
			headings = append(headings, strings.Join(strings.Fields(b.text), " "))
		}
	}
	switch {
	case len(headings) == 1:
		return headings[0]
	case title != "" && stands(title, blocks):
		return title
	}
	return first(firstLine(content), title)
}

// layOut writes blocks as text, and where each division begins.
func layOut(blocks []block) (string, []Mark) {
	var b strings.Builder
	var marks []Mark
	for _, x := range blocks {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		if n := len(marks); n == 0 || marks[n-1].Unit != x.mark.Unit || marks[n-1].Number != x.mark.Number {
			marks = append(marks, Mark{b.Len(), x.mark.Unit, x.mark.Number})
		}
		b.WriteString(x.text)
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	return b.String(), marks
}
