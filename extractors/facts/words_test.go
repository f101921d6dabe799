package facts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline/text"
)

// Every row of words.tsv has a known sense and form, and the rows of words that
// announce facts stand in at least one marked passage.
func TestWords(t *testing.T) {
	passages := marked(t)
	for n, line := range strings.Split(wordList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		require.Len(t, f, 3, "line %d", n+1)
		sense, ok := senseNames[f[0]]
		require.True(t, ok, "line %d: sense %s", n+1, f[0])
		if _, ok := formNames[f[1]]; !ok {
			require.Contains(t, []string{"other", "prep", "type"}, f[1], "line %d: form", n+1)
		}
		if sense&(acts|relations|ties|consular|mission|credentials|meeting|independence) == 0 {
			continue
		}
		if !anyIn(passages, strings.Split(f[2], ";")) {
			t.Errorf("line %d: no marked passage has any of: %s %s: %s", n+1, f[0], f[1], f[2])
		}
	}
}

// marked is the text of all marked passages, folded.
func marked(t *testing.T) string {
	files, err := filepath.Glob("../../testdata/marked/facts/*.txt")
	require.NoError(t, err)
	var b strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		for line := range strings.SplitSeq(string(data), "\n") {
			if line != "" && line[0] != '=' && line[0] != '?' && line[0] != '#' {
				b.WriteString(" " + strings.Join(strings.FieldsFunc(text.Fold(line), func(r rune) bool { return strings.ContainsRune(" .,;:()⏎–", r) }), " ") + " ")
			}
		}
	}
	return b.String()
}

func anyIn(passages string, phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(passages, " "+text.Fold(p)+" ") {
			return true
		}
	}
	return false
}
