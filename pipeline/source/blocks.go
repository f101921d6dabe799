package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// A block is a paragraph, a heading, an item or the row of a table: what stands
// by itself on a page. Lines inside it end with a line feed.
type block struct {
	text    string
	links   int  // code points of text in links
	heading bool // h1
	aside   bool // stands in what is about the site rather than the page: menus, footers, neighbours
	mark    Mark // division of the source that it stands in, without its place in the text; zero on web pages
}

// A blockWriter gathers the text of an HTML page into blocks from the events of
// a tree or a tokenizer. It keeps no more than a number for each open element.
type blockWriter struct {
	blocks  []block
	buf     strings.Builder
	links   int
	gap     bool // whether white space came since the last letter
	open    []element
	mute    int // open elements whose text is not read
	aside   int
	anchors int
	pre     int
	head    int   // open h1
	rows    []row // open table rows
	mark    Mark  // of what is being read
}

type element struct {
	tag              atom.Atom
	mute, aside, pre bool
}

// A row is a table row that is being read: its finished cells, and whether one of
// them holds blocks, so that the row is layout rather than data.
type row struct {
	cells  []string
	marks  []Mark // of the cells
	links  int
	layout bool
	cell   bool // whether a cell is open
	blocks int  // number of blocks before the row
}

// muted elements hold no text for readers, or other forms of the same text.
var muted = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Iframe: true, atom.Object: true,
	atom.Select: true, atom.Textarea: true, atom.Button: true, atom.Head: true, atom.Datalist: true, atom.Audio: true, atom.Video: true,
	atom.Canvas: true, atom.Map: true, atom.Applet: true, atom.Noframes: true, atom.Dialog: true,
}

// blocky elements end the paragraph before them and their own.
var blocky = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Footer: true, atom.Nav: true,
	atom.Aside: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true,
	atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Pre: true, atom.Table: true, atom.Thead: true,
	atom.Tbody: true, atom.Tfoot: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Figure: true, atom.Figcaption: true,
	atom.Form: true, atom.Fieldset: true, atom.Legend: true, atom.Address: true, atom.Hr: true, atom.Center: true, atom.Body: true, atom.Html: true,
	atom.Details: true, atom.Summary: true, atom.Hgroup: true, atom.Option: true, atom.Frameset: true, atom.Marquee: true, atom.Dir: true, atom.Menu: true,
}

// asides are elements, roles and words in classes that announce what is about the
// site and not the page.
var (
	asides     = map[atom.Atom]bool{atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Menu: true}
	asideRoles = map[string]bool{"navigation": true, "search": true, "contentinfo": true, "complementary": true, "menu": true, "menubar": true, "banner": true}
	asideWords = map[string]bool{
		"nav": true, "navbar": true, "navigation": true, "menu": true, "submenu": true, "breadcrumb": true, "breadcrumbs": true, "sidebar": true,
		"footer": true, "cookie": true, "cookies": true, "share": true, "sharing": true, "social": true, "related": true, "pagination": true,
		"pager": true, "toolbar": true, "banner": true, "advert": true, "ads": true, "newsletter": true, "subscribe": true, "skip": true,
		"topbar": true, "langs": true, "languages": true, "search": true, "popup": true, "modal": true, "comments": true,
	}
)

// wholeWords are words in names like "content-with-sidebar", which are those of
// the whole page.
var wholeWords = map[string]bool{
	"has": true, "no": true, "with": true, "without": true, "content": true, "main": true, "wrap": true, "wrapper": true,
	"container": true, "page": true, "body": true, "article": true, "layout": true, "text": true, "post": true,
}

// start opens an element; attr gives the value of an attribute, empty when it has none.
func (w *blockWriter) start(tag atom.Atom, attr func(string) string) {
	switch tag {
	case atom.Br:
		w.lineEnd()
		return
	case atom.Hr:
		w.flush()
		return
	case atom.Tr:
		w.flush()
		w.closeRows(len(w.open))
		w.rows = append(w.rows, row{blocks: len(w.blocks)})
	case atom.Td, atom.Th:
		w.startCell()
	default:
		if blocky[tag] {
			w.flush()
		}
	}
	e := element{tag: tag, mute: muted[tag] || hidden(attr), aside: asides[tag] || isAside(tag, attr), pre: tag == atom.Pre}
	w.count(e, 1)
	w.open = append(w.open, e)
}

// hidden reports whether an element is not shown to anyone.
func hidden(attr func(string) string) bool {
	style := attr("style")
	return style != "" && strings.Contains(strings.ReplaceAll(strings.ToLower(style), " ", ""), "display:none")
}

func isAside(tag atom.Atom, attr func(string) string) bool {
	if tag == atom.Body || tag == atom.Html || tag == atom.Main || tag == atom.Article {
		return false
	}
	if asideRoles[attr("role")] {
		return true
	}
	for name := range strings.FieldsSeq(attr("class") + " " + attr("id")) {
		aside := false
		for word := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if wholeWords[word] {
				aside = false
				break
			}
			aside = aside || asideWords[word]
		}
		if aside {
			return true
		}
	}
	return false
}

func (w *blockWriter) count(e element, by int) {
	if e.mute {
		w.mute += by
	}
	if e.aside {
		w.aside += by
	}
	if e.pre {
		w.pre += by
	}
	switch e.tag {
	case atom.A:
		w.anchors += by
	case atom.H1:
		w.head += by
	}
}

// end closes the innermost open element of that name and those inside it.
func (w *blockWriter) end(tag atom.Atom) {
	at := len(w.open) - 1
	for limit := max(0, at-maxUnclosed); at >= limit && w.open[at].tag != tag; at-- {
	}
	if at < 0 || w.open[at].tag != tag {
		return
	}
	for i := len(w.open) - 1; i >= at; i-- {
		e := w.open[i]
		switch {
		case e.tag == atom.Td || e.tag == atom.Th:
			w.endCell()
		case e.tag == atom.Tr:
			w.endRow()
		case blocky[e.tag]:
			w.flush()
		}
		w.count(e, -1)
		w.open = w.open[:i]
	}
}

// maxUnclosed is how many elements one end tag may close: pages that never close
// what they open would cost the square of their length otherwise.
const maxUnclosed = 600

// text adds words.
func (w *blockWriter) text(s string) {
	if w.mute > 0 {
		return
	}
	if w.pre > 0 {
		w.preformatted(s)
		return
	}
	letters := 0
	for len(s) > 0 {
		n := strings.IndexAny(s, " \t\r\n\f")
		if n == 0 {
			w.gap, s = true, s[1:]
			continue
		}
		if n < 0 {
			n = len(s)
		}
		w.word(s[:n])
		letters += utf8.RuneCountInString(s[:n])
		s = s[n:]
	}
	if w.anchors > 0 {
		w.links += letters
	}
}

func (w *blockWriter) word(s string) {
	if w.gap && w.buf.Len() > 0 && !strings.HasSuffix(w.buf.String(), "\n") {
		w.buf.WriteByte(' ')
	}
	w.gap = false
	w.buf.WriteString(strings.ReplaceAll(s, "\x00", ""))
}

// preformatted adds words with their line ends.
func (w *blockWriter) preformatted(s string) {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\x00", "")
	w.buf.WriteString(s)
	w.gap = false
}

func (w *blockWriter) lineEnd() {
	if w.mute == 0 && w.buf.Len() > 0 {
		w.buf.WriteByte('\n')
	}
	w.gap = false
}

// flush ends the paragraph.
func (w *blockWriter) flush() {
	if w.mute > 0 {
		return
	}
	text := w.taken()
	if text == "" {
		return
	}
	if n := len(w.rows); n > 0 && w.rows[n-1].cell {
		r := &w.rows[n-1]
		if last := len(r.cells) - 1; r.cells[last] == "" && !strings.Contains(text, "\n") {
			r.cells[last], r.marks[last], r.links = text, w.mark, r.links+w.links
			w.links = 0
			return
		}
		r.layout = true
		w.spill(r)
	}
	w.blocks = append(w.blocks, block{text, w.links, w.head > 0, w.aside > 0, w.mark})
	w.links = 0
}

// taken is what was gathered, without blanks at the ends of its lines.
func (w *blockWriter) taken() string {
	s := w.buf.String()
	w.buf.Reset()
	w.gap = false
	return strings.Trim(s, " \n\r\t")
}

// spill makes paragraphs of the cells that were read: the row is layout.
func (w *blockWriter) spill(r *row) {
	for i, c := range r.cells {
		if c != "" {
			w.blocks = append(w.blocks, block{c, r.links, w.head > 0, w.aside > 0, r.marks[i]})
			r.cells[i] = ""
		}
	}
	r.links = 0
}

func (w *blockWriter) startCell() {
	if len(w.rows) == 0 {
		w.flush()
		return
	}
	w.flush()
	r := &w.rows[len(w.rows)-1]
	r.cell = true
	r.cells, r.marks = append(r.cells, ""), append(r.marks, Mark{})
}

func (w *blockWriter) endCell() {
	w.flush()
	if n := len(w.rows); n > 0 {
		w.rows[n-1].cell = false
	}
}

// endRow makes a line of a row.
func (w *blockWriter) endRow() {
	w.flush()
	n := len(w.rows)
	if n == 0 {
		return
	}
	r := &w.rows[n-1]
	w.rows = w.rows[:n-1]
	if r.layout {
		w.spill(r)
		return
	}
	if line := tableRow(r.cells); line != "" {
		if m := len(w.rows); m > 0 && w.rows[m-1].cell { // a table in a cell
			outer := &w.rows[m-1]
			outer.layout = true
			w.spill(outer)
		}
		w.blocks = append(w.blocks, block{line, r.links, w.head > 0, w.aside > 0, r.mark()})
	}
}

// mark is that of the first cell that holds something.
func (r *row) mark() Mark {
	for i, c := range r.cells {
		if c != "" {
			return r.marks[i]
		}
	}
	return Mark{}
}

// closeRows ends rows that nobody closed before the next begins.
func (w *blockWriter) closeRows(int) {
	if n := len(w.rows); n > 0 && !w.rows[n-1].cell {
		w.endRow()
	}
}

// tableRow is a row of a table as a line: the cells that hold something, with a
// bar between, so that a name does not run into the next.
func tableRow(cells []string) string {
	var b strings.Builder
	for _, c := range cells {
		if c = strings.Join(strings.Fields(c), " "); c == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(c)
	}
	return b.String()
}

// finish ends what is still open.
func (w *blockWriter) finish() []block {
	for len(w.rows) > 0 {
		w.endRow()
	}
	w.flush()
	return w.blocks
}
