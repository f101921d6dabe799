package source

import (
	"html"
	"strings"
)

// Markdown reads text with the marks of Markdown, and leaves them out. Every line
// stays where it is, so that lines are those of the source.
var Markdown = Format{
	Name:       "markdown",
	Doc:        "Markdown: its text without the marks, line by line; title, dates and language from the front matter",
	Extensions: []string{".md", ".markdown", ".mdown", ".mkd"},
	Types:      []string{"text/markdown", "text/x-markdown"},
	Read:       readMarkdown,
}

func readMarkdown(in *Input) (*Text, error) {
	content, name, err := in.decoded()
	if err != nil {
		return nil, err
	}
	content = strings.TrimPrefix(strings.ReplaceAll(strings.ReplaceAll(content, "\r\n", "\n"), "\r", "\n"), "\ufeff")
	lines := strings.Split(content, "\n")
	t := &Text{Encoding: name}
	m := &markdown{labels: map[string]bool{}}
	titleLine := frontMatter(lines, t)
	m.blocks(lines)
	m.inlines(lines)
	t.Content = strings.Join(lines, "\n")
	m.title(lines, titleLine, t)
	return t, nil
}

// title puts the title of the front matter where it stood, unless the text begins
// with it.
func (m *markdown) title(lines []string, at int, t *Text) {
	if t.Title == "" {
		t.Title = first(strings.Join(strings.Fields(m.heading(lines)), " "), firstLine(t.Content))
		return
	}
	var begins []block
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			begins = append(begins, block{text: l})
		}
	}
	if !stands(t.Title, begins) {
		lines[at] = t.Title
		t.Content = strings.Join(lines, "\n")
	}
}

func (m *markdown) heading(lines []string) string {
	if m.headings != 1 {
		return ""
	}
	return lines[m.headingAt]
}

// frontMatter reads what stands between two lines at the beginning, empties these
// lines, and returns the line of the title.
func frontMatter(lines []string, t *Text) int {
	fence := strings.TrimRight(lines[0], " \t")
	if fence != "---" && fence != "+++" {
		return 0
	}
	const longest = 200
	for end := 1; end < len(lines) && end <= longest; end++ {
		if l := strings.TrimRight(lines[end], " \t"); l != fence && !(fence == "---" && l == "...") {
			continue
		}
		at := 0
		for i := range lines[:end+1] {
			if property(lines[i], t) {
				at = i
			}
			lines[i] = ""
		}
		return at
	}
	return 0
}

// property reads a line of the front matter, and reports whether it is the title.
func property(line string, t *Text) bool {
	at := strings.IndexAny(line, ":=")
	if at < 0 {
		return false
	}
	value := strings.Trim(strings.TrimSpace(line[at+1:]), `"'`)
	switch strings.ToLower(strings.Trim(line[:at], " \t\"")) {
	case "title":
		t.Title = strings.Join(strings.Fields(value), " ")
		return t.Title != ""
	case "date", "created", "published", "publishdate":
		t.Created = first(t.Created, day(value))
		t.Written = t.Created
	case "updated", "modified", "lastmod", "last_modified":
		t.Updated = first(t.Updated, day(value))
	case "lang", "language":
		t.Language = first(t.Language, language(value))
	}
	return false
}

// A markdown is a text that is being read.
type markdown struct {
	labels    map[string]bool // of links that are defined elsewhere, in small letters
	code      []bool          // by line, whether it is code
	headings  int             // of the first level
	headingAt int             // line of the last
}

// blocks takes the marks from the beginnings of lines.
func (m *markdown) blocks(lines []string) {
	m.code = make([]bool, len(lines))
	open := ""
	for i, line := range lines {
		f := fence(line)
		switch {
		case f != "" && open == "":
			lines[i], open = "", f
		case f != "" && strings.HasPrefix(f, open) && strings.TrimSpace(line) == f:
			lines[i], open = "", ""
		case open != "":
			m.code[i] = true
		default:
			lines[i] = m.line(lines, i, withoutQuotes(line))
		}
	}
}

func (m *markdown) line(lines []string, i int, line string) string {
	s := strings.TrimSpace(line)
	below := i > 0 && !m.code[i-1] && strings.TrimSpace(lines[i-1]) != ""
	switch level := leading(s, '#'); {
	case s == "" || len(line)-len(strings.TrimLeft(line, " ")) > 3 && s[0] != '*' && s[0] != '+':
		return line
	case level > 0 && level <= 6 && (len(s) == level || s[level] == ' ' || s[level] == '\t'):
		m.headed(level == 1, i)
		return strings.TrimSpace(closed(s[level:]))
	case below && (leading(s, '=') == len(s) || leading(s, '-') == len(s) && len(s) > 1):
		m.headed(s[0] == '=', i-1)
		return ""
	case isRule(s), strings.Contains(s, "|") && strings.Contains(s, "-") && strings.Trim(s, "|:- \t") == "":
		return ""
	case s[0] == '[':
		return m.definition(line, s)
	case s[0] == '|':
		return tableRow(strings.Split(strings.TrimPrefix(strings.ReplaceAll(s, `\|`, "/"), "|"), "|"))
	case len(s) > 1 && (s[0] == '*' || s[0] == '+') && (s[1] == ' ' || s[1] == '\t'):
		return strings.Replace(line, s[:1], "-", 1)
	}
	return line
}

// definition reads where a link leads, or the text of a footnote.
func (m *markdown) definition(line, s string) string {
	label, rest, found := strings.Cut(s[1:], "]:")
	switch {
	case !found || label == "" || strings.ContainsAny(label, "[]"):
		return line
	case label[0] == '^':
		return strings.TrimSpace(rest)
	case strings.TrimSpace(rest) == "":
		return line
	}
	m.labels[strings.ToLower(label)] = true
	return ""
}

// fence is the run of signs that begins or ends code, or empty.
func fence(line string) string {
	s := strings.TrimLeft(line, " ")
	for _, c := range []byte("`~") {
		if n := leading(s, c); n >= 3 && len(line)-len(s) <= 3 {
			return s[:n]
		}
	}
	return ""
}

// withoutQuotes is a line without the marks of quotations.
func withoutQuotes(line string) string {
	for {
		s := strings.TrimLeft(line, " ")
		if len(line)-len(s) > 3 || !strings.HasPrefix(s, ">") {
			return line
		}
		line = strings.TrimPrefix(s[1:], " ")
	}
}

// leading is how many times c stands at the beginning.
func leading(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// closed is a heading without the signs that may end it.
func closed(s string) string {
	s = strings.TrimRight(s, " \t")
	if t := strings.TrimRight(s, "#"); t == "" || t != s && strings.HasSuffix(t, " ") {
		return t
	}
	return s
}

// isRule reports a line that is drawn.
func isRule(s string) bool {
	s = strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), "\t", "")
	return len(s) > 2 && (leading(s, '-') == len(s) || leading(s, '*') == len(s) || leading(s, '_') == len(s))
}

func (m *markdown) headed(main bool, at int) {
	if main {
		m.headings++
		m.headingAt = at
	}
}

// inlines takes the marks from within paragraphs, which are several lines.
func (m *markdown) inlines(lines []string) {
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && !m.code[end] && strings.TrimSpace(lines[end]) != "" {
			end++
		}
		if end > i {
			p := inline{s: strings.Join(lines[i:end], "\n"), labels: m.labels}
			for k, line := range strings.Split(p.plain(), "\n") {
				lines[i+k] = strings.ReplaceAll(html.UnescapeString(line), "\n", " ")
			}
		}
		i = end + 1
	}
}
