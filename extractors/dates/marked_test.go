package dates

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const markedFolder = "../../testdata/marked/dates/"

// A markedLine is one text with its dates, as "value words".
type markedLine struct {
	where, plain, written string
	want                  []string
	miss                  bool // known not to be read right
}

// TestMarked runs the marked lines: "{date=1972-05-26|26 May 1972}" stands
// around every date and "⏎" for a line's end; "# written: 2019-10-07" sets the
// day on which the lines after it were written. A line that begins with "? " is
// a known miss, and the test fails once it is found.
func TestMarked(t *testing.T) {
	lines := markedLines(t)
	require.Greater(t, len(lines), 400)
	var found, spans, values, marked int
	for _, l := range lines {
		doc, mentions := read(l.plain, l.written)
		got := []string{}
		for _, m := range mentions {
			got = append(got, m.Value+" "+doc.Slice(m.Tokens))
		}
		if l.miss {
			require.NotEqual(t, l.want, got, "%s is found now: take away its question mark: %s", l.where, l.plain)
		} else if strings.Join(l.want, "|") != strings.Join(got, "|") {
			t.Errorf("%s: %s\n\twant %q\n\tgot  %q", l.where, l.plain, l.want, got)
		}
		s, v := agree(l.want, got)
		found, marked, spans, values = found+len(got), marked+len(l.want), spans+s, values+v
	}
	t.Logf("%d lines, %d dates: precision %.4f, recall %.4f, value %.4f", len(lines), marked,
		float64(spans)/float64(found), float64(spans)/float64(marked), float64(values)/float64(spans))
}

// agree counts the dates of want that got has with the same words, and of these
// those with the same value.
func agree(want, got []string) (spans, values int) {
	left := append([]string(nil), got...)
	for _, w := range want {
		for i, g := range left {
			if words(w) == words(g) {
				spans++
				values += took(w == g)
				left = append(left[:i:i], left[i+1:]...)
				break
			}
		}
	}
	return spans, values
}

func words(s string) string {
	_, words, _ := strings.Cut(s, " ")
	return words
}

func markedLines(t *testing.T) (lines []markedLine) {
	files, err := filepath.Glob(markedFolder + "*.txt")
	require.NoError(t, err)
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		written := ""
		for n, line := range strings.Split(string(data), "\n") {
			if w, ok := strings.CutPrefix(line, "# written:"); ok {
				written = strings.TrimSpace(w)
			}
			if line == "" || line[0] == '#' {
				continue
			}
			l := markedLine{where: filepath.Base(f) + ":" + itoa(n+1), written: written}
			line, l.miss = strings.CutPrefix(line, "? ")
			l.plain, l.want = unmark(strings.ReplaceAll(line, "⏎", "\n"))
			lines = append(lines, l)
		}
	}
	return lines
}

func unmark(line string) (plain string, want []string) {
	want = []string{}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{date=")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		value, rest, _ := strings.Cut(rest, "|")
		words, rest, _ := strings.Cut(rest, "}")
		want = append(want, value+" "+words)
		b.WriteString(words)
		line = rest
	}
}
