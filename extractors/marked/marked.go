// Package marked reads the marked lines of testdata/marked, which say what the
// extractors are to find. Only tests import it.
//
// A line is a text in which a mark stands around each mention: "{place=KZ|Astana}" is
// the word "Astana" with the slots "KZ", and "{place|Astana}" leaves them open. "⏎"
// stands for a line's end. "# " begins a remark, and "# written: 2019-10-07" says when
// the lines under it were written. A line that begins with "? " is a known miss: its
// test fails once it is found, so that their number only shrinks.
package marked

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A Line is one text with its marks.
type Line struct {
	Where   string // file and line
	Text    string // without the marks
	Written string // when it was written, "2006-01-02", or empty
	Marks   []Mark // in the order of the text
	Miss    bool   // known not to be found
}

// A Mark is what a line says of a mention.
type Mark struct {
	Slots string // what stands between the kind and the words, with its "=", or nothing
	Words string
}

// Lines are the marked lines of all files in a folder of testdata/marked, which has the
// plural of the kind for its name.
func Lines(t *testing.T, folder, kind string) (lines []Line) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		written := ""
		for n, line := range strings.Split(string(data), "\n") {
			if w, ok := strings.CutPrefix(line, "# written:"); ok {
				written = strings.TrimSpace(w)
			}
			if line == "" || line[0] == '#' {
				continue
			}
			l := Line{Where: fmt.Sprintf("%s:%d", filepath.Base(file), n+1), Written: written}
			line, l.Miss = strings.CutPrefix(line, "? ")
			l.Text, l.Marks = Parse(line, kind)
			lines = append(lines, l)
		}
	}
	return lines
}

// Parse takes the marks of a kind out of a line.
func Parse(line, kind string) (text string, marks []Mark) {
	line = strings.ReplaceAll(line, "⏎", "\n")
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{"+kind)
		b.WriteString(before)
		if !ok {
			return b.String(), marks
		}
		slots, rest, _ := strings.Cut(rest, "|")
		words, rest, _ := strings.Cut(rest, "}")
		marks = append(marks, Mark{slots, words})
		b.WriteString(words)
		line = rest
	}
}

// Open reports whether the line has no i-th mark, or leaves its slots open.
func (l *Line) Open(i int) bool { return i >= len(l.Marks) || l.Marks[i].Slots == "" }

// Check fails the test where got is not what the line wants, or where a known miss is
// found. Both are in any one form that the caller chooses.
func (l *Line) Check(t *testing.T, want, got []string) {
	t.Helper()
	same := slices.Equal(want, got)
	switch {
	case l.Miss && same:
		t.Errorf("%s is found now: take its mark away", l.Where)
	case !l.Miss && !same:
		t.Errorf("%s: %s\n got %q\nwant %q", l.Where, l.Text, got, want)
	}
}

// Misses counts the known misses.
func Misses(lines []Line) (n int) {
	for _, l := range lines {
		if l.Miss {
			n++
		}
	}
	return n
}
