package text

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWordsThatFoldAlike: one of them counts, and the same in every run.
func TestWordsThatFoldAlike(t *testing.T) {
	words := map[string]int{"chateau": 1, "château": 2, "hotel": 3, "hôtel": 4, "villa": 5}
	for range 50 {
		table := NewTable(words)
		for word, want := range map[string]int{"chateau": 2, "hôtel": 4, "villa": 5} {
			got, ok := table.Get(KeyOf(word))
			require.True(t, ok)
			require.Equal(t, want, got)
		}
	}
}
