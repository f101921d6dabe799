package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An inline is a paragraph of Markdown whose marks are being left out. Its line
// ends stay.
type inline struct {
	s        string
	labels   map[string]bool
	out      []byte
	dropped  []bool  // by byte of out
	emphasis []delim // openers that wait for their closers
	brackets []int   // places of "[" in out
}

// A delim is a run of asterisks, underscores or tildes.
type delim struct {
	c     byte
	at, n int // place in out of what is left of it, and its length
}

// farthest is how many bytes away the end of a mark is looked for, so that marks
// without an end do not cost the square of the text.
const farthest = 2000

func (p *inline) plain() string {
	for i := 0; i < len(p.s); {
		i += p.step(i)
	}
	var b strings.Builder
	for i, c := range p.out {
		if !p.dropped[i] {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// step reads what stands at i and returns its length.
func (p *inline) step(i int) int {
	rest := p.s[i:]
	switch c := rest[0]; {
	case c == '\\' && len(rest) > 1 && rest[1] != '\n' && rest[1] < utf8.RuneSelf && !isWord(rune(rest[1])) && rest[1] != ' ':
		p.write(rest[1:2])
		return 2
	case c == '`':
		return p.codeSpan(rest)
	case c == '<':
		return p.tag(rest)
	case c == '!' && len(rest) > 1 && rest[1] == '[':
		return 1
	case c == '[':
		p.brackets = append(p.brackets, len(p.out))
	case c == ']' && len(p.brackets) > 0:
		return p.link(rest)
	case c == '*' || c == '_' || c == '~':
		return p.run(i, rest)
	}
	p.write(rest[:1])
	return 1
}

func (p *inline) write(s string) {
	p.out = append(p.out, s...)
	p.dropped = append(p.dropped, make([]bool, len(s))...)
}

// breaks writes the line ends of what is left out.
func (p *inline) breaks(s string) { p.write(strings.Repeat("\n", strings.Count(s, "\n"))) }

func (p *inline) codeSpan(rest string) int {
	n := len(rest) - len(strings.TrimLeft(rest, "`"))
	tick := rest[:n]
	near := rest[n:min(len(rest), n+farthest)]
	if end := strings.Index(near, tick); end >= 0 {
		p.write(near[:end])
		return n + end + n
	}
	p.write(tick)
	return n
}

// tag leaves out HTML, and keeps the address of a link that is written as one.
func (p *inline) tag(rest string) int {
	near := rest[:min(len(rest), farthest)]
	if strings.HasPrefix(near, "<!--") {
		if end := strings.Index(near, "-->"); end >= 0 {
			p.breaks(near[:end])
			return end + 3
		}
	}
	end := strings.IndexByte(near, '>')
	if end < 2 || !(unicode.IsLetter(rune(near[1])) || near[1] == '/' || near[1] == '!') || strings.IndexByte(near[1:end], '<') >= 0 {
		p.write("<")
		return 1
	}
	inner := near[1:end]
	switch {
	case !strings.ContainsAny(inner, " \n\"") && (strings.Contains(inner, "://") || strings.Contains(inner, "@")):
		p.write(inner)
	case strings.HasPrefix(strings.ToLower(inner), "br") && !strings.Contains(inner, "\n"):
		p.write(" ")
	default:
		p.breaks(inner)
	}
	return end + 1
}

// link ends a bracket: its text stays, and where it leads goes.
func (p *inline) link(rest string) int {
	n := len(p.brackets) - 1
	at := p.brackets[n]
	p.brackets = p.brackets[:n]
	label := ""
	if len(p.out)-at < farthest {
		label = string(p.out[at+1:])
	}
	if strings.HasPrefix(label, "^") && !strings.ContainsAny(label, " \n") { // a footnote's number
		for i := at; i < len(p.out); i++ {
			p.dropped[i] = true
		}
		return 1
	}
	length := 1
	switch {
	case len(rest) > 1 && rest[1] == '(':
		length = 1 + target(rest[1:min(len(rest), farthest)])
	case len(rest) > 1 && rest[1] == '[':
		if end := strings.IndexByte(rest[:min(len(rest), farthest)], ']'); end == 0 {
			if end = strings.IndexByte(rest[1:min(len(rest), farthest)], ']'); end > 0 && (end == 1 || p.labels[strings.ToLower(rest[2:1+end])]) {
				length = 2 + end
			}
		}
	}
	if length == 1 && !p.labels[strings.ToLower(label)] {
		p.write("]")
		return 1
	}
	p.dropped[at] = true
	p.breaks(rest[:length])
	return length
}

// target is the length of what stands in parentheses, which may hold others; 0
// where they are never closed.
func target(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// run reads a run of asterisks or the like: those that open and those that close
// are left out in pairs, others are signs of the text.
func (p *inline) run(i int, rest string) int {
	c := rest[0]
	n := len(rest) - len(strings.TrimLeft(rest, string(c)))
	before, _ := utf8.DecodeLastRuneInString(p.s[:i])
	after, _ := utf8.DecodeRuneInString(rest[n:])
	opens := !isGap(after) && (isWord(after) || !isWord(before))
	closes := !isGap(before) && (isWord(before) || !isWord(after))
	if c == '_' {
		opens, closes = opens && !isWord(before), closes && !isWord(after)
	}
	d := delim{c, len(p.out), n}
	p.write(rest[:n])
	if c == '~' && n != 2 {
		return n
	}
	if closes {
		d = p.close(d)
	}
	if opens && d.n > 0 {
		p.emphasis = append(p.emphasis, d)
	}
	return n
}

// close pairs a run with those that wait, the last first, and returns what is left.
func (p *inline) close(d delim) delim {
	const deepest = 16
	for k := len(p.emphasis) - 1; k >= max(0, len(p.emphasis)-deepest) && d.n > 0; k-- {
		o := &p.emphasis[k]
		if o.c != d.c {
			continue
		}
		n := min(o.n, d.n)
		for j := range n {
			p.dropped[o.at+o.n-1-j], p.dropped[d.at+j] = true, true
		}
		o.n, d.n, d.at = o.n-n, d.n-n, d.at+n
		if p.emphasis = p.emphasis[:k+1]; o.n == 0 {
			p.emphasis = p.emphasis[:k]
		}
	}
	return d
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isGap reports a blank or the end of the text.
func isGap(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }
