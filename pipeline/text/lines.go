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
	for i := 0; i < len(s); i++ {
		if blanks[s[i]] && (s[i] != ' ' || i > 0 && s[i-1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// blanks are the bytes that may be a blank, or with which blanks outside ASCII begin.
var blanks = func() (t [256]bool) {
	for c := range ' ' + 1 {
		t[c] = true
	}
	t[0xc2], t[0xe1], t[0xe2], t[0xe3] = true, true, true, true
	return t
}()
