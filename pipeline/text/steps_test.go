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
