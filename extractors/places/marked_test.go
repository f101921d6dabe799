package places

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors/marked"
	"chancery/pipeline"
)

// TestMarked runs the marked lines: "{place=KZ|Astana}" stands around every place, with
// its country, or "{place=KZ:city|Astana}" with its kind too, or "{place|Astana}" with
// neither.
func TestMarked(t *testing.T) {
	lines := marked.Lines(t, "../../testdata/marked/places", "place")
	require.GreaterOrEqual(t, len(lines), 300)
	require.LessOrEqual(t, marked.Misses(lines), mostMisses)
	for _, l := range lines {
		var want []string
		for _, m := range l.Marks {
			want = append(want, m.Words+m.Slots)
		}
		l.Check(t, want, found(&l))
	}
}

// found is what stands of the places in a text, written as the line writes it;
// country and kind are left out where the mark gives none.
func found(l *marked.Line) (got []string) {
	d := pipeline.NewDocument("marked", l.Text, pipeline.Meta{})
	standing, _ := pipeline.Resolve(d, pipeline.NewPass(d, Extractor).Reported(Extractor))
	for _, m := range standing {
		if m.Nested {
			continue
		}
		s := d.Slice(m.Tokens)
		if i := len(got); !l.Open(i) {
			s += "=" + m.Place.Country
			if strings.Contains(l.Marks[i].Slots, ":") {
				s += ":" + m.Place.Kind
			}
		}
		got = append(got, s)
	}
	return got
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
