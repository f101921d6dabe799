package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// joined is the text of lines, those of a paragraph joined and the paragraphs with an
// empty line between them, and where in it pages begin.
func joined(lines []pdfLine) (string, []Mark) {
	var b strings.Builder
	var marks []Mark
	m := measureLines(lines)
	for i, l := range lines {
		switch {
		case i == 0:
		case m.parts(lines[i-1], l):
			b.WriteString("\n\n")
		case lines[i-1].hyphen && startsLower(l.text):
		case lines[i-1].hyphen:
			b.WriteByte('-')
		case strings.HasSuffix(lines[i-1].text, "-") || strings.HasSuffix(lines[i-1].text, "/"):
		default:
			b.WriteByte(' ')
		}
		if i == 0 || l.page != lines[i-1].page {
			marks = append(marks, Mark{At: b.Len(), Unit: "page", Number: l.page})
		}
		b.WriteString(l.text)
		if l.hyphen && (i+1 == len(lines) || m.parts(l, lines[i+1])) {
			b.WriteByte('-')
		}
	}
	return b.String() + "\n", marks
}

// measures are what the lines of a document have in common.
type measures struct {
	leading float64               // usual distance of lines, in points; 0 when unknown
	columns map[[2]int][2]float64 // by page and place of the left edge: the left and right edges of the lines that begin there
}

// columnStep is how far apart, in points, lines of one column may begin.
const columnStep = 36

func columnOf(l pdfLine) [2]int { return [2]int{l.page, int(l.left) / columnStep} }

func measureLines(lines []pdfLine) measures {
	m := measures{columns: map[[2]int][2]float64{}}
	var distances []float64
	for i, l := range lines {
		key := columnOf(l)
		c, ok := m.columns[key]
		if !ok {
			c = [2]float64{l.left, l.right}
		}
		m.columns[key] = [2]float64{min(c[0], l.left), max(c[1], l.right)}
		if i > 0 && lines[i-1].page == l.page {
			if d := lines[i-1].bottom - l.bottom; d > 0 && d < 4*l.height() {
				distances = append(distances, d)
			}
		}
	}
	if len(distances) > 0 {
		slices.Sort(distances)
		m.leading = distances[len(distances)/3] // headings and gaps are the longer ones
	}
	return m
}

// column is the left and right edge of the column that a line stands in: lines that
// begin nearly where it does.
func (m measures) column(l pdfLine) (left, right float64) {
	left, right = l.left, l.right
	key := columnOf(l)
	for _, k := range [3][2]int{{key[0], key[1] - 1}, key, {key[0], key[1] + 1}} {
		if c, ok := m.columns[k]; ok {
			left, right = min(left, c[0]), max(right, c[1])
		}
	}
	return left, right
}

// parts reports whether a paragraph ends between two lines.
func (m measures) parts(a, b pdfLine) bool {
	if a.row || b.row || bullet(b.text) {
		return true
	}
	goesOn := !endsSentence(a.text) && startsLower(b.text) || a.hyphen
	if a.page != b.page || b.bottom > a.bottom { // the next page or column
		return !goesOn
	}
	const (
		otherSize = 1.35
		otherGap  = 1.4
		indent    = 0.8 // in heights of the line
		shortLine = 28  // in letters: where no line is longer, each stands for itself
	)
	if gap := a.bottom - b.bottom; m.leading > 0 && gap > otherGap*m.leading {
		return true
	}
	if big, small := max(a.height(), b.height()), min(a.height(), b.height()); big > otherSize*small && small > 0 && !goesOn && !startsLower(b.text) {
		return true
	}
	left, right := m.column(a)
	if item(b.text) && (endsSentence(a.text) || hasRoom(a, b, right)) {
		return true
	}
	if b.left-left > indent*b.height() && a.left-left < indent*a.height() && !item(a.text) && !bullet(a.text) && !goesOn {
		return true
	}
	return !goesOn && (hasRoom(a, b, right) || perLetter(a) > 0 && (right-left)/perLetter(a) < shortLine)
}

// hasRoom reports whether the first word of b would have fitted behind a: whoever
// wrote the text went to a new line on purpose.
func hasRoom(a, b pdfLine, right float64) bool {
	word, _, _ := strings.Cut(b.text, " ")
	return a.right+perLetter(b)*float64(utf8.RuneCountInString(word)+2) < right
}

// perLetter is the usual width of a letter of a line, in points.
func perLetter(l pdfLine) float64 {
	return (l.right - l.left) / float64(max(utf8.RuneCountInString(l.text), 1))
}

// bullet reports whether a line begins with a sign that only items of lists have.
func bullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•▪◦‣●■·*", r) && strings.HasPrefix(s[n:], " ")
}

// item reports whether a line begins as an item of a list may: with a dash, a number
// or a letter. Dates and clauses begin so as well.
func item(s string) bool {
	word, _, ok := strings.Cut(s, " ")
	if word == "-" || word == "–" || word == "—" {
		return ok
	}
	number := strings.TrimRight(strings.TrimLeft(word, "("), ".)")
	return number != word && len(number) > 0 && len(number) < 4 && (digits(number) || len(number) == 1 && startsLower(number))
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"'”’»)"))
	return strings.ContainsRune(".!?:;…。", r)
}
