package source

import (
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A head is what a page says about itself.
type head struct {
	title     string // the title element
	ogTitle   string
	language  string
	published string // as "2006-01-02"
	modified  string
}

// created and modified are names of meta elements that date the page, in lower case.
var (
	created = map[string]bool{
		"article:published_time": true, "og:published_time": true, "datepublished": true, "dc.date": true, "dc.date.created": true,
		"dc.date.issued": true, "dcterms.created": true, "dcterms.date": true, "dcterms.issued": true, "date": true, "pubdate": true,
		"publishdate": true, "publish_date": true, "publish-date": true, "publication_date": true, "datecreated": true, "created": true,
		"citation_publication_date": true, "sailthru.date": true, "parsely-pub-date": true,
	}
	modified = map[string]bool{
		"article:modified_time": true, "og:updated_time": true, "og:modified_time": true, "datemodified": true, "dc.date.modified": true,
		"dcterms.modified": true, "last-modified": true, "lastmod": true, "revised": true, "updated": true, "last_updated": true,
	}
)

// see reads an element; n is nil where there is no tree.
func (h *head) see(tag atom.Atom, attr func(string) string, n *html.Node) {
	switch tag {
	case atom.Html:
		h.language = language(first(attr("lang"), attr("xml:lang"), h.language))
	case atom.Title:
		if n != nil && h.title == "" && (n.Parent == nil || n.Parent.DataAtom == atom.Head) {
			h.title = plainText(n)
		}
	case atom.Meta:
		h.meta(strings.ToLower(first(attr("property"), attr("name"), attr("itemprop"), attr("http-equiv"))), attr("content"))
	case atom.Script:
		if n != nil && n.FirstChild != nil && strings.EqualFold(strings.TrimSpace(attr("type")), "application/ld+json") {
			h.linkedData(n.FirstChild.Data)
		}
	}
}

func (h *head) meta(name, value string) {
	switch {
	case created[name]:
		h.published = first(h.published, day(value))
	case modified[name]:
		h.modified = first(h.modified, day(value))
	case name == "og:title", name == "dc.title", name == "dcterms.title":
		h.ogTitle = first(h.ogTitle, strings.Join(strings.Fields(value), " "))
	case name == "content-language", name == "dc.language", name == "dcterms.language", name == "language":
		h.language = first(h.language, language(value))
	}
}

// linkedData reads the dates of a page's description in JSON-LD.
func (h *head) linkedData(data string) {
	var one struct {
		Published string `json:"datePublished"`
		Modified  string `json:"dateModified"`
	}
	if json.Unmarshal([]byte(data), &one) == nil {
		h.published, h.modified = first(h.published, day(one.Published)), first(h.modified, day(one.Modified))
	}
}

// first is the first value that is not empty.
func first(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// language is a BCP 47 tag, or empty for what is none.
func language(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(strings.ReplaceAll(s, "_", "-")), ",")
	const longest = 35
	if len(s) < 2 || len(s) > longest {
		return ""
	}
	for i, part := range strings.Split(s, "-") {
		if n := len(part); n == 0 || n > 8 || i == 0 && n > 3 {
			return ""
		}
		for _, c := range []byte(part) {
			if !('a' <= lower(c) && lower(c) <= 'z') && (i == 0 || c < '0' || c > '9') {
				return ""
			}
		}
	}
	return s
}

// plainText is the text directly in a node.
func plainText(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// text is the page: the blocks that are not the site's own, below its title. The
// lines that the search for the main content kept are always part of it.
func (h *head) text(blocks []block, kept map[string]bool) *Text {
	blocks = chosen(blocks, kept)
	t := &Text{Title: h.name(blocks), Language: h.language, Created: h.published, Updated: h.modified, Written: h.published}
	lines := make([]string, 0, len(blocks)+1)
	if t.Title != "" && !stands(t.Title, blocks) {
		lines = append(lines, t.Title)
	}
	for _, b := range blocks {
		lines = append(lines, b.text)
	}
	t.Content = strings.Join(lines, "\n\n")
	if t.Content != "" {
		t.Content += "\n"
	}
	return t
}

// chosen leaves out the blocks that are menus and the like. When that would leave
// out most of what is no link, the page is built in another way than its names
// say, and only its menus go.
func chosen(blocks []block, kept map[string]bool) []block {
	var strict, lax []block
	strictSize, laxSize := 0, 0
	for _, b := range blocks {
		n := utf8.RuneCountInString(b.text)
		menu := b.links*5 > n*3 && !dated(b.text)
		if menu && !b.heading && !kept[b.text] {
			continue
		}
		lax, laxSize = append(lax, b), laxSize+n
		if b.aside && !b.heading && !kept[b.text] && !(dated(b.text) && n <= longestLine) {
			continue
		}
		strict, strictSize = append(strict, b), strictSize+n
	}
	switch {
	case laxSize == 0:
		return blocks
	case strictSize*2 < laxSize:
		return lax
	}
	return strict
}

// longestLine is how many code points a line about a page's dates may have.
const longestLine = 160

// dated reports whether a line names a year, other than in a claim of copyright.
func dated(s string) bool {
	if strings.Contains(s, "©") || strings.Contains(strings.ToLower(s), "copyright") || strings.Contains(strings.ToLower(s), "all rights") {
		return false
	}
	for i := 0; i+4 <= len(s); i++ {
		if (s[i] == '1' || s[i] == '2') && digits(s[i:i+4]) && (i == 0 || !digits(s[i-1:i])) && (i+4 == len(s) || !digits(s[i+4:i+5])) {
			return true
		}
	}
	return false
}

func digits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// name is the page's title: its only main heading when the title element begins
// with it or there is none, else the title.
func (h *head) name(blocks []block) string {
	title := first(h.title, h.ogTitle)
	var heading string
	headings := 0
	for _, b := range blocks {
		if b.heading {
			heading, headings = strings.Join(strings.Fields(b.text), " "), headings+1
		}
	}
	switch {
	case headings == 1 && (title == "" || contains(title, heading) || contains(h.ogTitle, heading)):
		return heading
	case h.ogTitle != "" && contains(title, h.ogTitle):
		return h.ogTitle
	}
	return title
}

// contains compares letters and digits only, whatever their case.
func contains(s, part string) bool {
	part = skeleton(part)
	return part != "" && strings.Contains(skeleton(s), part)
}

func skeleton(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// stands reports whether one of the first blocks is the title, alone or in a line.
func stands(title string, blocks []block) bool {
	const lines = 8
	for _, b := range blocks[:min(len(blocks), lines)] {
		if contains(b.text, title) {
			return true
		}
	}
	return false
}
