package pipeline

import (
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline/source"
)

func TestMentionsSayInWhichDivisionOfTheSourceTheyStand(t *testing.T) {
	content := "Title ONE\n\nOn TWO\nthe THREE."
	res, err := Job{Extractors: []*Extractor{names}}.Annotate("d", content, Meta{Marks: []source.Mark{{At: 11, Unit: "paragraph", Number: 2}, {At: 18, Unit: "footnote", Number: 1}}})
	require.NoError(t, err)
	var got []string
	for _, m := range res.Mentions {
		got = append(got, m.Text+" "+m.Position)
	}
	require.Equal(t, []string{"ONE ", "TWO paragraph 2", "THREE footnote 1"}, got)
}
