package output

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// unpacked are the rows of a block as text.
func unpacked(t *Table, block string) (rows [][]string, err error) {
	err = t.unpack(block, func(cells []datum) error {
		var row []string
		for i := range cells {
			row = append(row, cells[i].plain(&t.Columns[i]))
		}
		rows = append(rows, row)
		return nil
	})
	return rows, err
}

func TestBlocksGiveTheRowsBack(t *testing.T) {
	for _, d := range []*Dataset{sample(), hostileDataset()} {
		for i, want := range d.Records() {
			table := Tables[i]
			piece := table.pack(nil, d)
			rows, err := unpacked(table, string(piece)+string(piece))
			require.NoError(t, err)
			require.Len(t, rows, 2*len(want.Rows), table.Name)
			for n := range want.Rows {
				require.Equal(t, want.Rows[n], rows[n])
				require.Equal(t, want.Rows[n], rows[len(want.Rows)+n], "pieces can be joined")
			}
		}
	}
}

func TestCellsFillTheirFields(t *testing.T) {
	from := Mention{ID: "m1", Start: -3, Nested: true, Confidence: 0.8, Inferred: []string{"year", ""}}
	into := Mention{ID: "m0", Inferred: []string{"month"}}
	for i := range reflect.TypeFor[Mention]().NumField() {
		c := datumOf(reflect.ValueOf(from).Field(i))
		c.fill(reflect.ValueOf(&into).Elem().Field(i))
	}
	require.Equal(t, from, into)
}

func FuzzBlock(f *testing.F) {
	for _, t := range Tables {
		f.Add(string(t.pack(nil, sample())))
	}
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")
	f.Fuzz(func(t *testing.T, block string) {
		table := Tables[tableIndex("mentions")]
		rows, err := unpacked(table, block)
		if err != nil {
			require.ErrorIs(t, err, errBlock)
		}
		require.LessOrEqual(t, len(rows)*len(table.Columns), len(block), "each cell takes a byte at least")
	})
}

func TestJSONStrings(t *testing.T) {
	d := &Dataset{Documents: []Document{{ID: "a\u2028b", Title: "é\"\\\x01"}, {ID: strings.Repeat("\x7f", 3), Title: "torn \xff"}, {Title: "plain – text"}}}
	require.Contains(t, string(asJSON(t, d)), `{"id": "a\u2028b", `)
	require.Contains(t, string(asJSON(t, d)), `"title": "é\"\\\u0001", `)
	require.Contains(t, string(asJSON(t, d)), `"title": "torn \ufffd", `)
	require.Contains(t, string(asJSON(t, d)), `"title": "plain – text", `)
}
