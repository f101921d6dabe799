package organizations

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// marked is a line of the test data: "{organization=Canonical Name|words}"
// stands around every organization, ⏎ for a line's end.
func marked(line string) (text string, want []string) {
	line = strings.ReplaceAll(line, "⏎", "\n")
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{organization")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		head, rest, _ := strings.Cut(rest, "|")
		words, rest, _ := strings.Cut(rest, "}")
		want = append(want, words+strings.TrimSuffix("="+strings.TrimPrefix(head, "="), "="))
		b.WriteString(words)
		line = rest
	}
}

// found is what the extractor reports for a text, written as marked writes it;
// names are left out where the mark gives none.
func found(text string, want []string) []string {
	d := pipeline.NewDocument("marked", text, pipeline.Meta{})
	var got []string
	for i, m := range pipeline.NewPass(d, Extractor).Reported(Extractor) {
		s := d.Slice(m.Tokens)
		if i < len(want) && strings.Contains(want[i], "=") {
			s += "=" + m.Value
		}
		got = append(got, s)
	}
	return got
}

func TestMarked(t *testing.T) {
	files, err := filepath.Glob("../../testdata/marked/organizations/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	lines, misses := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for n, line := range strings.Split(string(data), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			lines++
			line, miss := strings.CutPrefix(line, "? ")
			text, want := marked(line)
			got := found(text, want)
			wrong := !equal(got, want)
			switch {
			case miss && !wrong:
				t.Errorf("%s:%d is found now: take its mark away", filepath.Base(file), n+1)
			case miss:
				misses++
			case wrong:
				t.Errorf("%s:%d: %s\n got %q\nwant %q", filepath.Base(file), n+1, text, got, want)
			}
		}
	}
	require.GreaterOrEqual(t, lines, 300)
	require.LessOrEqual(t, misses, mostMisses)
}

// mostMisses is how many marked lines, those that begin with "? ", are known not
// to be read right; it only shrinks.
const mostMisses = 0

func equal(a, b []string) bool { return strings.Join(a, "\x00") == strings.Join(b, "\x00") }
