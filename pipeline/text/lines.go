package text

import (
	"sort"
	"strings"
)

// Lines turns byte offsets into line numbers.
type Lines struct{ starts []int }

// NewLines indexes the lines of s. A line ends after LF, CR LF or a lone CR.
func NewLines(s string) *Lines {
	l := &Lines{starts: make([]int, 1, 2+strings.Count(s, "\n"))}
	if strings.IndexByte(s, '\r') < 0 {
		for at := 0; ; {
			n := strings.IndexByte(s[at:], '\n')
			if n < 0 {
				return l
			}
			at += n + 1
			l.starts = append(l.starts, at)
		}
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// Of is the number, from 1, of the line that holds the byte at offset.
func (l *Lines) Of(offset int) int {
	return sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset })
}

// Start is the offset of the first byte of line n, counted from 1.
func (l *Lines) Start(n int) int { return l.starts[n-1] }

// OneLine is a text on one line, with single blanks between its words; most are that already.
func OneLine(s string) string {
	blank := false
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == ' ' && blank || wideBlanks[c] {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = s[i] == ' '
	}
	return s
}

// wideBlanks are the bytes with which blanks outside ASCII begin.
var wideBlanks = [256]bool{0xc2: true, 0xe1: true, 0xe2: true, 0xe3: true}
