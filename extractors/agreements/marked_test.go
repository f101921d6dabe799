package agreements

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// marked is a line of the test data: "{agreement=treaty|words}" stands around
// every title, ⏎ for a line's end. Behind the type further slots may follow:
// "{agreement=treaty;parties=KZ,CN;signed=2002-12;place=Beijing|words}".
func marked(line string) (text string, want []mark) {
	line = strings.ReplaceAll(line, "⏎", "\n")
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{agreement=")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		slots, rest, _ := strings.Cut(rest, "|")
		words, rest, _ := strings.Cut(rest, "}")
		want = append(want, mark{words, strings.Split("type="+slots, ";")})
		b.WriteString(words)
		line = rest
	}
}

type mark struct {
	words string
	slots []string
}

// slot is what a mention has in a slot.
func slot(m *pipeline.Mention, name string) string {
	v := m.Agreement
	switch name {
	case "type":
		return v.Type
	case "subject":
		return v.Subject
	case "parties":
		return strings.Join(v.Parties, ",")
	case "level":
		return v.Level
	case "place":
		return v.Place
	case "term":
		return v.Term
	case "status":
		return v.Status
	case "inferred":
		return strings.Join(m.Inferred, ",")
	case "signed":
		if v.Signed == nil {
			return ""
		}
		return v.Signed.EDTF
	}
	return "no such slot"
}

func TestMarked(t *testing.T) {
	files, err := filepath.Glob("../../testdata/marked/agreements/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for n, line := range strings.Split(string(data), "\n") {
			if line != "" && line[0] != '#' {
				check(t, filepath.Base(file), n+1, line)
			}
		}
	}
}

func check(t *testing.T, file string, n int, line string) {
	text, want := marked(line)
	d := pipeline.NewDocument("marked", text, pipeline.Meta{})
	got := pipeline.NewPass(d, Extractor).Reported(Extractor)
	var titles, wanted []string
	for _, m := range got {
		titles = append(titles, d.Slice(m.Tokens))
	}
	for _, w := range want {
		wanted = append(wanted, w.words)
	}
	if strings.Join(titles, "\x00") != strings.Join(wanted, "\x00") {
		t.Errorf("%s:%d: %s\n got %q\nwant %q", file, n, text, titles, wanted)
		return
	}
	for i, w := range want {
		for _, s := range w.slots {
			name, value, _ := strings.Cut(s, "=")
			if have := slot(got[i], name); have != value {
				t.Errorf("%s:%d: %s: %s is %q, want %q", file, n, w.words, name, have, value)
			}
		}
	}
}
