package organizations

import (
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors/marked"
	"chancery/pipeline"
)

// TestMarked runs the marked lines: "{organization=Canonical Name|words}" stands around
// every organization; the name may be left out.
func TestMarked(t *testing.T) {
	lines := marked.Lines(t, "../../testdata/marked/organizations", "organization")
	require.GreaterOrEqual(t, len(lines), 300)
	require.LessOrEqual(t, marked.Misses(lines), mostMisses)
	for _, l := range lines {
		d := pipeline.NewDocument("marked", l.Text, pipeline.Meta{})
		var want, got []string
		for _, m := range l.Marks {
			want = append(want, m.Words+m.Slots)
		}
		for i, m := range pipeline.NewPass(d, Extractor).Reported(Extractor) {
			s := d.Slice(m.Tokens)
			if !l.Open(i) {
				s += "=" + m.Value
			}
			got = append(got, s)
		}
		l.Check(t, want, got)
	}
}

// mostMisses is how many marked lines, those that begin with "? ", are known not
// to be read right; it only shrinks.
const mostMisses = 0
