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
	head    int    // open h1
	rows    []row  // open table rows
	tables  []grid // by how many rows they stand in: the tables being read
	mark    Mark   // of what is being read
}

type element struct {
	tag              atom.Atom
	mute, aside, pre bool
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
		w.startCell(spanned(attr("colspan")), spanned(attr("rowspan")))
		if tag == atom.Th && len(w.rows) > 0 {
			w.grid().data = true
		}
	case atom.Table:
		w.flush()
		w.tables = w.tables[:min(len(w.tables), len(w.rows))]
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
		last := len(r.cells) - 1
		if first := r.cells[last] == ""; first && !strings.Contains(text, "\n") || w.grid().holds(len(r.cells[last])+len(text)) && !r.layout {
			if first {
				r.marks[last] = w.mark
			}
			r.cells[last], r.links = joinLines(r.cells[last], text), r.links+w.links
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

// finish ends what is still open.
func (w *blockWriter) finish() []block {
	for len(w.rows) > 0 {
		w.endRow()
	}
	w.flush()
	return w.blocks
}
