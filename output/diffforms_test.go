package output

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// visitsOf is a dataset of one table with a row a visit: id, visitor, to, line.
func visitsOf(rows ...[]string) []Records {
	return []Records{{Table: "visits", Columns: []string{"id", "visitor", "to", "line"}, Rows: rows}}
}

// TestGainsAreNotLosses constructs one change of each sort, and compares both
// ways in every form.
func TestGainsAreNotLosses(t *testing.T) {
	before := visitsOf([]string{"v1", "old", "KZ", "1"}, []string{"v2", "both", "KZ", "2"}, []string{"v4", "moved", "KZ", "4"})
	after := visitsOf([]string{"v2", "both", "UZ", "2"}, []string{"v3", "new", "KZ", "3"}, []string{"v4", "moved", "KZ", "9"})
	there, back := Diff(before, after), Diff(after, before)
	require.Equal(t, Tally{Gained: 1, Lost: 1, Changed: 1, Moved: 1}, there.Total())
	require.Equal(t, []Tally{{Table: "visits", Gained: 1, Lost: 1, Changed: 1, Moved: 1}}, there.Tallies())
	for form, want := range map[string][4]string{
		"text":     {"+ visits v3 visitor=new to=KZ\n", "- visits v1 visitor=old to=KZ\n", "    to: KZ -> UZ\n", "    to: UZ -> KZ\n"},
		"markdown": {"- gained `v3` visitor `new`", "- lost `v1` visitor `old`", "  - to: `KZ` → `UZ`\n", "  - to: `UZ` → `KZ`\n"},
	} {
		require.Contains(t, written(t, form, there), want[0])
		require.Contains(t, written(t, form, there), want[1])
		require.Contains(t, written(t, form, there), want[2])
		swap := strings.NewReplacer("+ ", "- ", "- visits", "+ visits", "- gained", "- lost", "- lost", "- gained")
		require.Contains(t, written(t, form, back), swap.Replace(want[0]))
		require.Contains(t, written(t, form, back), swap.Replace(want[1]))
		require.Contains(t, written(t, form, back), want[3])
	}
	for _, c := range []struct {
		d                      Difference
		gained, lost, to, from string
	}{{there, "v3", "v1", "UZ", "KZ"}, {back, "v1", "v3", "KZ", "UZ"}} {
		var got jsonDifference
		require.NoError(t, json.Unmarshal([]byte(written(t, "json", c.d)), &got))
		ids := map[string]string{}
		for _, change := range got.Changes {
			ids[change.Change] = change.ID
		}
		require.Equal(t, map[string]string{"gained": c.gained, "lost": c.lost, "changed": "v2"}, ids)
		require.Equal(t, []FieldChange{{"to", c.from, c.to}}, got.Changes[0].Fields)
		require.Equal(t, c.to, got.Changes[0].Record["to"])
	}
}

func written(t *testing.T, form string, d Difference) string {
	for _, f := range DiffForms {
		if f.Name == form {
			var b strings.Builder
			require.NoError(t, f.Write(&b, d))
			return b.String()
		}
	}
	require.Fail(t, "no such form", form)
	return ""
}

func TestMarkdownHoldsNoMarkupOfCells(t *testing.T) {
	nasty := []string{"v1", "</details><b>x</b>", "a`b``c | d\nnext \u202e", "1"}
	text := written(t, "markdown", Diff(visitsOf(), visitsOf(nasty)))
	require.Contains(t, text, "visitor `</details><b>x</b>`")
	require.Contains(t, text, "to ```\"a`b``c | d\\nnext \\u202e\"```")
	require.Equal(t, "**No differences.**\n", written(t, "markdown", Difference{}))
}

func TestMarkdownSaysWhatDoesNotFit(t *testing.T) {
	var rows [][]string
	for range 1000 {
		rows = append(rows, []string{"v", strings.Repeat("x", 150), "KZ", "1"})
	}
	text := written(t, "markdown", Diff(visitsOf(), visitsOf(rows...)))
	require.Less(t, len(text), 65_536)
	kept := strings.Count(text, "- gained")
	require.Contains(t, text, Count(1000-kept, "record")+" more did not fit here")
	require.Equal(t, strings.Count(text, "<details>"), strings.Count(text, "</details>"))
}
