package places

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// marked is a line of the test data: "{place=KZ|Astana}" stands around every
// place, with its country, or "{place=KZ:city|Astana}" with its kind too, or
// "{place|Astana}" with neither; ⏎ for a line's end.
func marked(line string) (text string, want []string) {
	line = strings.ReplaceAll(line, "⏎", "\n")
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{place")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		head, rest, _ := strings.Cut(rest, "|")
		words, rest, _ := strings.Cut(rest, "}")
		want = append(want, words+head)
		b.WriteString(words)
		line = rest
	}
}

// found is what stands of the places in a text, written as marked writes it;
// country and kind are left out where the mark gives none.
func found(text string, want []string) []string {
	d := pipeline.NewDocument("marked", text, pipeline.Meta{})
	standing, _ := pipeline.Resolve(d, pipeline.NewPass(d, Extractor).Reported(Extractor))
	var got []string
	for _, m := range standing {
		if m.Nested {
			continue
		}
		s := d.Slice(m.Tokens)
		if i := len(got); i < len(want) && strings.Contains(want[i], "=") {
			s += "=" + m.Place.Country
			if strings.Contains(want[i], ":") {
				s += ":" + m.Place.Kind
			}
		}
		got = append(got, s)
	}
	return got
}

func TestMarked(t *testing.T) {
	files, err := filepath.Glob("../../testdata/marked/places/*.txt")
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
			wrong := strings.Join(got, "\x00") != strings.Join(want, "\x00")
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
const mostMisses = 2

// A list of names without end, names that the document explains among them, is
// read whole, and what is not written as a name is left alone.
func TestLongSentence(t *testing.T) {
	const n = 50_000
	d := pipeline.NewDocument("long", strings.Repeat("Kazakhstan, the village of Zhanatas, Almaty Region and Lake Zaysan, ", n/4), pipeline.Meta{})
	require.GreaterOrEqual(t, len(reported(d)), n)
	require.Empty(t, reported(pipeline.NewDocument("small", strings.Repeat("kazakhstan, almaty, ", n), pipeline.Meta{})))
}

// reported is what the extractor reports for a document.
func reported(d *pipeline.Document) []*pipeline.Mention {
	return pipeline.NewPass(d, Extractor).Reported(Extractor)
}

func TestFrame(t *testing.T) {
	d := pipeline.NewDocument("page", "Kazakhstan - China\n\nThe Chinese delegation came to Astana. Kazakhstan thanked it.", pipeline.Meta{})
	frame, ok := pipeline.NewPass(d, Extractor).NoteOf(Extractor).(pipeline.Frame)
	require.True(t, ok)
	require.Equal(t, []string{"KZ", "CN"}, []string{frame.A, frame.B})
	require.Equal(t, []pipeline.CountryWeight{{Country: "KZ", Weight: 3}, {Country: "CN", Weight: 2}}, frame.Countries)
}

func FuzzPlaces(f *testing.F) {
	f.Add("Granada, Spain; the city of Taraz, Almaty Region; Central and Eastern Europe")
	f.Add("of the City of\" , Region")
	f.Fuzz(func(t *testing.T, s string) {
		d := pipeline.NewDocument("fuzz", strings.ToValidUTF8(s, "?"), pipeline.Meta{})
		for _, m := range reported(d) {
			require.NotEmpty(t, m.Value)
			require.Greater(t, m.Tokens.End, m.Tokens.First)
		}
	})
}
