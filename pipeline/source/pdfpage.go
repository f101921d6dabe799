package source

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/responses"
)

// A pdfLine is a line as printed, with its place on the page in points from the
// lower left corner.
type pdfLine struct {
	text                     string
	left, right, top, bottom float64
	page                     int  // from 1
	hyphen                   bool // whether it breaks off within a word
	row                      bool // whether it has cells, as rows of tables do
}

func (l pdfLine) height() float64 { return l.top - l.bottom }

// wideGap is the space between words, in heights of the line, from which they are
// cells of a table.
const wideGap = 1.8

// linesOf are the lines of a page, in the order of its text.
func linesOf(chars []*responses.GetPageTextStructuredChar) []pdfLine {
	var lines []pdfLine
	b := &lineBuilder{}
	for _, c := range chars {
		switch c.Text {
		case "\x02", "\ufffe": // the library writes these for a hyphen and the line's end behind it
			b.hyphen = true
			lines = b.end(lines)
		case "\r", "\n":
			lines = b.end(lines)
		default:
			b.add(c)
		}
	}
	return b.end(lines)
}

// A lineBuilder is a line that is being read.
type lineBuilder struct {
	pdfLine
	words strings.Builder
	begun bool
}

func (b *lineBuilder) add(c *responses.GetPageTextStructuredChar) {
	at := c.PointPosition
	switch r := []rune(c.Text); {
	case len(r) == 0:
		return
	case r[0] == '\t' || unicode.IsSpace(r[0]):
		b.words.WriteByte(' ')
		return
	case unicode.IsControl(r[0]) || r[0] == 0xffff:
		return
	}
	if !b.begun {
		b.left, b.right, b.top, b.bottom, b.begun = at.Left, at.Right, at.Top, at.Bottom, true
	} else if height := max(b.height(), at.Top-at.Bottom); at.Left-b.right > wideGap*height && height > 0 {
		b.words.WriteString(" | ")
		b.row = true
	}
	b.words.WriteString(c.Text)
	b.left, b.right, b.top, b.bottom = min(b.left, at.Left), max(b.right, at.Right), max(b.top, at.Top), min(b.bottom, at.Bottom)
}

// end adds the line to the others, when anything stands in it.
func (b *lineBuilder) end(lines []pdfLine) []pdfLine {
	if b.text = strings.Join(strings.Fields(b.words.String()), " "); b.text != "" {
		lines = append(lines, b.pdfLine)
	}
	*b = lineBuilder{}
	return lines
}

// edgeLines is how many lines at the top and at the bottom of a page may be its
// head and foot.
const edgeLines = 2

// withoutEdges are the lines of all pages without page numbers, and without what
// stands at the edges of several pages after the first time.
func withoutEdges(pages [][]pdfLine) []pdfLine {
	counts, shift := map[string]int{}, map[int]int{} // how many pages have an edge, and a number so much larger than that of the page
	for i, lines := range pages {
		for _, at := range edges(lines) {
			key := edgeKey(lines[at].text)
			counts[key]++
			if n, ok := pageNumber(lines[at].text); ok {
				shift[n-i]++
			}
		}
	}
	var all []pdfLine
	seen := map[string]bool{}
	for i, lines := range pages {
		edge := edges(lines)
		for j, l := range lines {
			if slices.Contains(edge, j) {
				key := edgeKey(l.text)
				n, isNumber := pageNumber(l.text)
				if isNumber && (n == i+1 || shift[n-i] > 1) || seen[key] && counts[key] > 1 {
					continue
				}
				seen[key] = true
			}
			l.page = i + 1
			all = append(all, l)
		}
	}
	return all
}

// edges are the indexes of the uppermost and lowest lines of a page.
func edges(lines []pdfLine) []int {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lines[b].top, lines[a].top) })
	if len(order) <= 2*edgeLines {
		return order
	}
	return append(order[:edgeLines:edgeLines], order[len(order)-edgeLines:]...)
}

// edgeKey is what the heads of two pages have in common: all but their numbers.
func edgeKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return unicode.ToLower(r)
	}, s)
}

// pageNumber is the number of a page in a line that has nothing else: "3", "- 3 -",
// "Page 3 of 10", "3 / 10".
func pageNumber(s string) (int, bool) {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 0 && slices.Contains([]string{"page", "p", "seite", "pág", "página", "стр"}, words[0]) {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 3 || len(words) == 3 && !slices.Contains([]string{"of", "von", "de", "sur", "из"}, words[1]) {
		return 0, false
	}
	n, err := strconv.Atoi(words[0])
	if last := words[len(words)-1]; len(words) > 1 {
		if of, err := strconv.Atoi(last); err != nil || of < n {
			return 0, false
		}
	}
	return n, err == nil && n > 0
}
