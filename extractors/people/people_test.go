package people

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// TestMarked runs the marked lines: "{person=Canonical Name; role; CC|words}"
// stands around every name. Role and country may be left out: then they are not
// compared; "-" says that there is none. ⏎ stands for a line's end. A name inside
// an organization is not marked.
func TestMarked(t *testing.T) {
	files, err := filepath.Glob("../../testdata/marked/people/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	lines, misses := 0, 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		for n, line := range strings.Split(string(data), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			lines++
			line, miss := strings.CutPrefix(line, "? ")
			plain, want := unmark(strings.ReplaceAll(line, "⏎", "\n"))
			doc := pipeline.NewDocument(f, plain, pipeline.Meta{})
			var got []string
			for i, m := range pipeline.NewPass(doc, Extractor).Reported(Extractor) {
				slots := 0
				if i < len(want) {
					slots = strings.Count(want[i], ";")
				}
				got = append(got, shown(doc, m, slots))
			}
			if miss {
				misses++
				require.NotEqual(t, want, got, "%s:%d is found now: take its mark away", filepath.Base(f), n+1)
				continue
			}
			if !slices.Equal(want, got) {
				t.Errorf("%s:%d: %s\n  want %q\n  got  %q", filepath.Base(f), n+1, line, want, got)
			}
		}
	}
	require.GreaterOrEqual(t, lines, 300)
	require.LessOrEqual(t, misses, mostMisses)
}

// mostMisses is how many marked lines are known not to be found; it only shrinks.
const mostMisses = 0

// shown is a mention as the lines mark it, with as many slots.
func shown(doc *pipeline.Document, m *pipeline.Mention, slots int) string {
	s := m.Value
	for i, slot := range []string{m.Person.Role, m.Person.Country} {
		if slot == "" {
			slot = "-"
		}
		if i < slots {
			s += "; " + slot
		}
	}
	return s + "|" + doc.Slice(m.Tokens)
}

func unmark(line string) (plain string, want []string) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{person=")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		slots, rest, _ := strings.Cut(rest, "|")
		words, rest, _ := strings.Cut(rest, "}")
		want = append(want, slots+"|"+words)
		b.WriteString(words)
		line = rest
	}
}
