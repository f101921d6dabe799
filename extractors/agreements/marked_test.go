package agreements

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors/marked"
	"chancery/pipeline"
)

// slot is what a mention has in a slot.
func slot(m *pipeline.Mention, name string) string {
	v := m.Agreement
	switch name {
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

// TestMarked runs the marked lines: "{agreement=treaty|words}" stands around every
// title, with its type. Behind the type further slots may follow:
// "{agreement=treaty;parties=KZ,CN;signed=2002-12;place=Beijing|words}".
func TestMarked(t *testing.T) {
	lines := marked.Lines(t, "../../testdata/marked/agreements", "agreement=")
	require.NotEmpty(t, lines)
	for _, l := range lines {
		d := pipeline.NewDocument("marked", l.Text, pipeline.Meta{})
		var want, got []string
		for _, m := range l.Marks {
			want = append(want, m.Words+"; type="+strings.ReplaceAll(m.Slots, ";", "; "))
		}
		for i, m := range pipeline.NewPass(d, Extractor).Reported(Extractor) {
			s := d.Slice(m.Tokens) + "; type=" + m.Agreement.Type
			if i < len(l.Marks) {
				for _, named := range strings.Split(l.Marks[i].Slots, ";")[1:] {
					name, _, _ := strings.Cut(named, "=")
					s += "; " + name + "=" + slot(m, name)
				}
			}
			got = append(got, s)
		}
		l.Check(t, want, got)
	}
}
