package organizations

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// reports checks what must hold of the mentions of any text.
func reports(t *testing.T, text string) []*pipeline.Mention {
	d := pipeline.NewDocument("any", text, pipeline.Meta{})
	mentions := pipeline.NewPass(d, Extractor).Reported(Extractor)
	end := 0
	for _, m := range mentions {
		require.Less(t, m.Tokens.First, m.Tokens.End)
		require.LessOrEqual(t, end, m.Tokens.End)
		require.NotEmpty(t, m.Value)
		require.NotEmpty(t, m.Organization.Kind)
		end = m.Tokens.End
	}
	return mentions
}

func FuzzOrganizations(f *testing.F) {
	for _, s := range []string{
		"", "Ministry of", "Ministry of Foreign Affairs of the Republic of Kazakhstan (MFA) and the MFA", "the U.S. Embassy in", "Inc., Ltd. of",
		"Committee on and, and the UN (UN", "of of of Government of the of", "People's 's Congress (NPC", "SCO\n\nCouncil of Heads of Government",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { reports(t, s) })
}

// A list of ten thousand names in one sentence is read whole, each name once.
func TestLongList(t *testing.T) {
	const n = 10000
	text := "Present were " + strings.Repeat("the Ministry of Trade of Peru, ", n) + "and others."
	require.Len(t, reports(t, text), n)
	reports(t, strings.Repeat("Council of Trade, ", n))
	reports(t, strings.Repeat("National ", n)+"Council")
	reports(t, "Ministry of "+strings.Repeat("Trade, ", n))
}
