package source

import (
	"bytes"
	"errors"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// HTML reads web pages: the text of the page itself with its title, tables, dates
// and closing lines, without the site's menus.
var HTML = Format{
	Name:       "html",
	Doc:        "a web page: its text with title, tables and dates, without the menus around it",
	Extensions: []string{".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php", ".jsp"},
	Types:      []string{"text/html", "application/xhtml+xml"},
	Claims:     isHTML,
	Read:       readHTML,
}

// isHTML looks for the beginnings that pages have, behind comments and an XML
// declaration. Pages in UTF-16 are told by their names.
func isHTML(in *Input) bool {
	head := bytes.TrimLeft(in.Head(), "\ufeff \t\r\n")
	for bytes.HasPrefix(head, []byte("<!--")) || bytes.HasPrefix(head, []byte("<?xml")) {
		end := bytes.IndexByte(head, '>')
		if head[1] == '!' {
			if end = bytes.Index(head, []byte("-->")); end >= 0 {
				end += 2
			}
		}
		if end < 0 {
			return false
		}
		head = bytes.TrimLeft(head[end+1:], " \t\r\n")
	}
	for _, w := range [...]string{"<!doctype html", "<html", "<head>", "<body", "<title>"} {
		if len(head) >= len(w) && sameLetters(head[:len(w)], w) {
			return true
		}
	}
	return false
}

func readHTML(in *Input) (*Text, error) {
	data, err := in.Data()
	if err != nil {
		return nil, err
	}
	declared := in.Charset
	if _, name, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], ""); certain && declared == "" {
		declared = name
	}
	content, name, err := encoded{declared: declared, lenient: true}.decode(data)
	if err != nil {
		return nil, err
	}
	t := readPage(strings.TrimPrefix(content, "\ufeff"))
	t.Encoding = name
	return t, nil
}

// largestTree is the size in bytes of the largest page whose main content is
// sought; the cost of that grows faster than the page.
const largestTree = 4 << 20

// readPage reads a page that is text already.
func readPage(content string) *Text {
	w, about := &blockWriter{}, &head{}
	root, err := html.Parse(strings.NewReader(content))
	if err != nil { // nested deeper than any page needs: read it flat
		scanPage(content, w, about)
	} else {
		walkTree(root, w, about)
	}
	blocks := w.finish()
	kept := map[string]bool{}
	if err == nil && len(content) <= largestTree {
		kept = mainLines(root)
	}
	return about.text(blocks, kept)
}

// walkTree tells the writer a tree's elements in their order. The parser bounds
// the depth of trees.
func walkTree(n *html.Node, w *blockWriter, about *head) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		about.see(n.DataAtom, attrOf(n), n)
		w.start(n.DataAtom, attrOf(n))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walkTree(c, w, about)
	}
	if n.Type == html.ElementNode && n.DataAtom != atom.Br && n.DataAtom != atom.Hr {
		w.end(n.DataAtom)
	}
}

func attrOf(n *html.Node) func(string) string {
	return func(name string) string {
		for _, a := range n.Attr {
			if a.Key == name {
				return a.Val
			}
		}
		return ""
	}
}

// empty elements have no end.
var empty = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true, atom.Input: true,
	atom.Link: true, atom.Meta: true, atom.Param: true, atom.Source: true, atom.Track: true, atom.Wbr: true, atom.Basefont: true, atom.Frame: true,
}

// scanPage tells the writer a page's elements as they stand, without a tree.
func scanPage(content string, w *blockWriter, about *head) {
	z := html.NewTokenizer(strings.NewReader(content))
	inTitle := false
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return
		case html.TextToken:
			text := html.UnescapeString(string(z.Raw()))
			if inTitle {
				about.title += text
			}
			w.text(text)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			attr := attrOf(&html.Node{Attr: t.Attr})
			if t.DataAtom == atom.Body {
				w.end(atom.Head)
			}
			about.see(t.DataAtom, attr, nil)
			inTitle = t.DataAtom == atom.Title
			if !empty[t.DataAtom] || t.DataAtom == atom.Br || t.DataAtom == atom.Hr {
				w.start(t.DataAtom, attr)
			}
		case html.EndTagToken:
			t := z.Token()
			inTitle = false
			w.end(t.DataAtom)
		}
	}
}

// mainLines are the paragraphs that the search for the main content leaves. It
// changes the tree.
func mainLines(root *html.Node) map[string]bool {
	kept := map[string]bool{}
	article, err := mainContent(root)
	if err != nil || article.Node == nil {
		return kept
	}
	w := &blockWriter{}
	walkTree(article.Node, w, &head{})
	for _, b := range w.finish() {
		kept[b.text] = true
	}
	return kept
}

var errPanicked = errors.New("panicked")

func mainContent(root *html.Node) (a readability.Article, err error) {
	defer func() {
		if recover() != nil { // the page's full text is read all the same
			a, err = readability.Article{}, errPanicked
		}
	}()
	p := readability.NewParser()
	p.DisableJSONLD = true
	return p.ParseAndMutate(root, nil)
}
