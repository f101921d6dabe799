package output

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestShownObeysNoCell(t *testing.T) {
	for cell, want := range map[string]string{"": `""`, "KZ": "KZ", "a b": `"a b"`, "\x1b[2J": `"\x1b[2J"`, "a\u202eb": `"a\u202eb"`, "習近平": "習近平"} {
		require.Equal(t, want, shown(cell))
	}
}

func TestDiff(t *testing.T) {
	columns := []string{"id", "document", "quote", "value", "line"}
	rows := func(r ...[]string) []Records { return []Records{{Table: "dates", Columns: columns, Rows: r}} }
	before := rows([]string{"1", "d", "q", "v", "3"}, []string{"2", "d", "r", "w", "4"}, []string{"3", "d", "s", "x", "5"}, []string{"5", "d", "u", "z", "7"})
	after := rows([]string{"1", "d", "q", "v", "9"}, []string{"2", "d", "r", "W", "4"}, []string{"4", "d", "t", "y", "6"}, []string{"6", "d", "u", "Z", "7"})
	d := Diff(before, after)
	require.Equal(t, `~ dates 2 document=d value=W
    value: w -> W
- dates 3 document=d value=x
~ dates 6 document=d value=Z
    value: z -> Z
+ dates 4 document=d value=y
  dates: 1 record moved within the source, otherwise the same
1 gained, 1 lost, 2 changed
`, written(t, "text", d))
	require.True(t, Diff(before, before).Empty())
	sharing := func(r ...[]string) []Records {
		return []Records{{Table: "participants", Columns: []string{"meeting", "person"}, Rows: r}}
	}
	two := sharing([]string{"k", "a"}, []string{"k", "b"}, []string{"l", "a"})
	require.True(t, Diff(two, two).Empty(), "rows may share an id")
	require.True(t, Diff(two, sharing([]string{"k", "b"}, []string{"k", "a"}, []string{"l", "a"})).Empty())
	require.Equal(t, []Change{
		{"participants", []string{"meeting", "person"}, []string{"k", "b"}, []string{"k", "c"}},
		{"participants", []string{"meeting", "person"}, []string{"l", "a"}, nil},
		{"participants", []string{"meeting", "person"}, nil, []string{"m", "a"}},
	}, Diff(two, sharing([]string{"k", "c"}, []string{"k", "a"}, []string{"m", "a"})).Changes)
	other := Diff(before, []Records{{Table: "dates", Columns: []string{"id", "value"}, Rows: [][]string{{"1", "v"}}}})
	require.NotEmpty(t, other.Changes, "records lost under other columns are lost")
}
