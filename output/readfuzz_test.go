package output

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzCSVKeepsCells writes any two cells and reads them back.
func FuzzCSVKeepsCells(f *testing.F) {
	for _, s := range hostile[:20] {
		f.Add(s, "x")
		f.Add("", s)
	}
	f.Add("a\r\n\"\"\r", "\r\r\n\"")
	f.Fuzz(func(t *testing.T, name, given string) {
		var b []byte
		for _, row := range [][]string{{"id", "name", "given"}, {"1", inert(name), inert(given)}, {"2", "", ""}} {
			for i, cell := range row {
				b = appendCSV(b, i, cell)
			}
			b = append(b, "\r\n"...)
		}
		path := filepath.Join(t.TempDir(), "people.csv")
		require.NoError(t, os.WriteFile(path, b, 0o600))
		all, err := Read(path)
		require.NoError(t, err)
		require.Equal(t, [][]string{{"1", name, given}, {"2", "", ""}}, all[0].Rows)
	})
}

// FuzzRead reads any bytes as any format: it may refuse them, with the name of the
// file, and nothing else.
func FuzzRead(f *testing.F) {
	f.Add([]byte("id,name\r\n1,\"a\r\nb\"\r\n"), uint8(0))
	f.Add([]byte(`{"people": [{"id": "1", "aliases": ["a", {}]}]}`), uint8(1))
	f.Add([]byte("{\"id\": 1}\n[]\n"), uint8(2))
	f.Add([]byte("SQLite format 3\x00"), uint8(3))
	f.Add([]byte("PAR1\x15\x00\x00\x00\x00PAR1"), uint8(4))
	f.Add([]byte("PK\x03\x04"), uint8(5))
	f.Fuzz(func(t *testing.T, data []byte, format uint8) {
		r := readers[int(format)%len(readers)]
		name := "people" + r.ext
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, data, 0o600))
		all, err := Read(path)
		if err != nil {
			require.ErrorContains(t, err, name)
			return
		}
		for _, table := range all {
			for _, row := range table.Rows {
				require.Len(t, row, len(table.Columns), "a row as long as the header")
			}
		}
		require.True(t, Diff(all, all).Empty())
	})
}
