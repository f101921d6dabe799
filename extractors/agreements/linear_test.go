package agreements

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
		require.NotEmpty(t, m.Agreement.Type)
		end = m.Tokens.End
	}
	return mentions
}

func FuzzAgreements(f *testing.F) {
	for _, s := range []string{
		"", "Treaty of", "Indonesia (25-117) – Amendment to Agreement, as amended\nSigned at", "the “Two Plus Four Agreement”, and an Agreement between",
		"Protocol on cooperation 2015-2017 between the Party \"Nur Otan\" and", "1. Agreement on (X", "Convention\n\nof 1818, of", "Joint – Statement’s of the",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { reports(t, s) })
}

// A list of ten thousand names in one sentence is read whole, each name once.
func TestLongList(t *testing.T) {
	const n = 10000
	text := "They signed " + strings.Repeat("the Treaty of Rome, ", n) + "and others."
	require.Len(t, reports(t, text), n)
	reports(t, strings.Repeat("Agreement on Trade, ", n))
	reports(t, strings.Repeat("Trade ", n)+"Agreement")
	reports(t, "Agreement on "+strings.Repeat("Trade, ", n))
	reports(t, strings.Repeat("agreement between Peru and Chile on trade ", n))
}
