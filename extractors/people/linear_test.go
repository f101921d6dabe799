package people

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

func mentionsOf(s string) []*pipeline.Mention {
	return pipeline.NewPass(pipeline.NewDocument("long", s, pipeline.Meta{}), Extractor).Reported(Extractor)
}

// Lists of tens of thousands of names in one sentence are read whole, each once.
func TestLongLists(t *testing.T) {
	const n = 50_000
	require.Len(t, mentionsOf(strings.Repeat("Ivan Petrov, ", n)), n)
	var b strings.Builder
	for i := range n / 5 {
		fmt.Fprintf(&b, "President Ivan X%s met A B and ", strings.Repeat("a", i%7+1))
	}
	require.GreaterOrEqual(t, len(mentionsOf(b.String())), n/5)
	require.NotPanics(t, func() { mentionsOf(strings.Repeat("President of the Minister of the Ambassador of ", n/5)) })
}

// The memory that reading takes grows with the text and not with its square.
func TestCostIsLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"composed": "Minister of Trade and Minister of Energy and ",
		"brackets": "Ivan Petrov (Poland), ",
		"capitals": "KARIM MASSIMOV MET XI JINPING IN ASTANA AND ",
		"lines":    "Prime Minister Karim\nMassimov\n",
		"singles":  "Zabor went. ",
		"hyphens":  "Min-ji-Min-",
		"quotes":   "“Nur Otan” party of ",
	} {
		t.Run(name, func(t *testing.T) {
			cost := func(n int) float64 {
				doc := strings.Repeat(unit, n)
				return testing.AllocsPerRun(1, func() { mentionsOf(doc) })
			}
			require.Less(t, cost(4000), 15*cost(400)+2000)
		})
	}
}

func FuzzPeople(f *testing.F) {
	for _, s := range []string{"H.E. Mr. X", "President To Lam", "Amir Khan Muttaqi, U.S.", "Ambassador Extra-\nordinary", "Min-ji Park (A), B-", "KHAN KHAN KHAN KHAN KHAN"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := pipeline.NewDocument("any", strings.ToValidUTF8(s, "?"), pipeline.Meta{})
		end := 0
		for _, m := range pipeline.NewPass(doc, Extractor).Reported(Extractor) {
			require.Less(t, m.Tokens.First, m.Tokens.End)
			require.LessOrEqual(t, end, m.Tokens.First, "mentions do not overlap")
			require.NotEmpty(t, m.Value)
			end = m.Tokens.End
		}
	})
}
