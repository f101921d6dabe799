package text

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStepsAreValid(t *testing.T) { require.NoError(t, Validate()) }

func TestValidateFindsFaults(t *testing.T) {
	old := Steps
	t.Cleanup(func() { Steps = old })
	none := func(string) []Edit { return nil }
	for fault, s := range map[string]Step{
		`step "": name`:                        {Doc: "d", Edits: none},
		`step "x": name, doc`:                  {Name: "x", Edits: none},
		`step "y": name, doc and edits`:        {Name: "y", Doc: "d"},
		`step "a b": the name is no word`:      {Name: "a b", Doc: "d", Edits: none},
		`step "line-endings" is listed twice`:  LineEndings,
		`step "w" edits plain text, which`:     {Name: "w", Doc: "d", Edits: func(string) []Edit { return []Edit{{0, 1, ""}} }},
		`step "v" edits plain text, which Cle`: {Name: "v", Doc: "d", Edits: replacing(map[string]string{"\n": " "})},
	} {
		Steps = append(slices.Clone(old), s)
		require.ErrorContains(t, Validate(), fault)
	}
}

// TestTabs: the tabs of tables become bars, those of indented lines, numbered lists
// and forms stay.
func TestTabs(t *testing.T) {
	for in, want := range map[string]string{
		"No.\tCountry\tDate\n1\tTurkey\t1992\n\tIran\t\tnote":        "No. | Country | Date\n1 | Turkey | 1992\n | Iran |  | note",
		"Country\tDate\nTurkey\t1992\nIran\t1993\n":                  "Country | Date\nTurkey | 1992\nIran | 1993\n",
		"\tOn 5 May he left.\n\tOn 6 May he came.":                   "\tOn 5 May he left.\n\tOn 6 May he came.",
		"\tThe first of them.\n\tOn 6 May he came.\n\tOn 7 May too.": "\tThe first of them.\n\tOn 6 May he came.\n\tOn 7 May too.",
		"1.\tOne of them\n2.\tAnother\n3.\tThe last":                 "1.\tOne of them\n2.\tAnother\n3.\tThe last",
		"Tel:\t123\nFax:\t456\nMail:\t7":                             "Tel:\t123\nFax:\t456\nMail:\t7",
		"a\tb\tc":                                                    "a\tb\tc",
	} {
		got, m := Clean(in, Steps)
		require.Equal(t, want, got, in)
		require.Equal(t, Span{0, len(in)}, m.Source(Span{0, len(got)}))
	}
}
