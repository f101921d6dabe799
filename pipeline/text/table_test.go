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

// TestTableGrows fills a table that was made for fewer keys.
func TestTableGrows(t *testing.T) {
	table := NewEmptyTable[int](0)
	for i := range 1000 {
		*table.At(uint64(i)*0x9e3779b97f4a7c15>>1 | 1) += i
		*table.At(uint64(i)*0x9e3779b97f4a7c15>>1 | 1)++
	}
	for i := range 1000 {
		got, ok := table.Get(uint64(i)*0x9e3779b97f4a7c15>>1 | 1)
		require.True(t, ok)
		require.Equal(t, i+1, got)
	}
	_, ok := table.Get(2)
	require.False(t, ok)
}

// TestPhrasesGrow has phrases that begin and continue one another, added in any order.
func TestPhrasesGrow(t *testing.T) {
	p := NewEmptyPhrases[string](0)
	for _, name := range []string{"Papua New Guinea", "Guinea", "Guinea-Bissau", "New Guinea", "Papua", ""} {
		*p.At(name) = name
	}
	*p.At("guinea–bissau") += " again"
	tokens := Tokenize("Papua New Guinea, Guinea-Bissau and New York")
	for at, want := range map[int]string{0: "Papua New Guinea", 1: "New Guinea", 2: "Guinea", 4: "Guinea-Bissau again", 8: ""} {
		got, _ := p.Longest(tokens, at, len(tokens))
		require.Equal(t, want, got, at)
	}
}
