package dates

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors/marked"
)

// TestMarked runs the marked lines: "{date=1972-05-26|26 May 1972}" stands around every
// date.
func TestMarked(t *testing.T) {
	lines := marked.Lines(t, "../../testdata/marked/dates", "date=")
	require.Greater(t, len(lines), 400)
	var found, spans, values, all int
	for _, l := range lines {
		doc, mentions := read(l.Text, l.Written)
		want, got := valued(l.Marks), []string(nil)
		for _, m := range mentions {
			got = append(got, m.Value+" "+doc.Slice(m.Tokens))
		}
		l.Check(t, want, got)
		s, v := agree(want, got)
		found, all, spans, values = found+len(got), all+len(want), spans+s, values+v
	}
	t.Logf("%d lines, %d dates: precision %.4f, recall %.4f, value %.4f", len(lines), all,
		float64(spans)/float64(found), float64(spans)/float64(all), float64(values)/float64(spans))
}

// valued is the dates that are marked, as "value words".
func valued(marks []marked.Mark) (all []string) {
	for _, m := range marks {
		all = append(all, m.Slots+" "+m.Words)
	}
	return all
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
