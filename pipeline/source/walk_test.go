package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// roomy are the limits of tests that are not about limits.
var roomy = Limits{MaxBytes: 8 << 20, Depth: 3}

// readAs reads a document in a format whatever it looks like.
func readAs(f Format, data string) (*Text, error) {
	it := Item{ID: "test", Format: f.Name, read: f.Read, in: FromBytes("", []byte(data), roomy)}
	return it.Text()
}

// walk is everything that a source gives, an item a line: its id, format and
// text, or its id, stage and error.
func walk(name, data string) []string {
	var out []string
	Walk(name, FromBytes(name, []byte(data), roomy), func(it Item) bool {
		out = append(out, line(it))
		return true
	})
	return out
}

func line(it Item) string {
	if it.Err != nil {
		return fmt.Sprintf("%s: %s: %v", it.ID, it.Stage, it.Err)
	}
	text, err := it.Text()
	if err != nil {
		return fmt.Sprintf("%s: %s: %v", it.ID, it.Format, err)
	}
	return fmt.Sprintf("%s (%s) %s", it.ID, it.Format, strings.ReplaceAll(text.Content, "\n", "⏎"))
}

// sound requires of a reader that is given anything at all what every reader
// promises: an error in words, or valid text.
func sound(t *testing.T, it Item) {
	require.NotEmpty(t, it.ID)
	if it.Err != nil {
		require.NotEmpty(t, it.Err.Error())
		require.NotEmpty(t, it.Stage)
		return
	}
	text, err := it.Text()
	if err != nil {
		require.NotEmpty(t, err.Error())
		require.NotContains(t, err.Error(), "damaged: runtime error")
		return
	}
	require.NotEmpty(t, strings.TrimSpace(text.Content))
	require.Equal(t, strings.ToValidUTF8(text.Content, ""), text.Content)
	require.NotContains(t, text.Content, "\x00")
	require.NotContains(t, text.Title, "\n")
	for _, day := range []string{text.Created, text.Updated, text.Written} {
		require.Contains(t, []int{0, 10}, len(day), day)
	}
}

// fuzzWalk fuzzes everything that a source of this name may hold.
func fuzzWalk(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	tight := Limits{MaxBytes: 1 << 20, Depth: 3}
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		Walk(name, FromBytes(name, data, tight), func(it Item) bool {
			sound(t, it)
			n++
			return n < 100
		})
		require.Positive(t, n)
	})
}
