package people

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors/marked"
	"chancery/pipeline"
)

// TestMarked runs the marked lines: "{person=Canonical Name; role; CC|words}"
// stands around every name. Role and country may be left out: then they are not
// compared; "-" says that there is none. A name inside an organization is not marked.
func TestMarked(t *testing.T) {
	lines := marked.Lines(t, "../../testdata/marked/people", "person")
	require.GreaterOrEqual(t, len(lines), 300)
	require.LessOrEqual(t, marked.Misses(lines), mostMisses)
	for _, l := range lines {
		doc := pipeline.NewDocument("marked", l.Text, pipeline.Meta{})
		var want, got []string
		for _, m := range l.Marks {
			want = append(want, m.Slots+"|"+m.Words)
		}
		for i, m := range pipeline.NewPass(doc, Extractor).Reported(Extractor) {
			slots := 0
			if i < len(want) {
				slots = strings.Count(l.Marks[i].Slots, ";")
			}
			got = append(got, "="+shown(doc, m, slots))
		}
		l.Check(t, want, got)
	}
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
