package pipeline

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSimilar(t *testing.T) {
	near := Similar(map[string]string{
		"a": "Abai Kunanbayev", "b": "Abai Kunanbaiev", "c": "Erlan Idrisov", "d": "E. Idrisov", "e": "Ivan Petrov", "f": "Igor Petrov",
		"g": "Li Keqiang", "h": "Li Yuanchao", "i": "Stalin", "j": "William Bodde, Jr.", "k": "William L. Eagleton, Jr.", "l": "George Bush",
		"m": "George H. W. Bush", "n": "George A. Bush", "o": "William Boddes",
		"p": "Luis Vargas", "q": "Luis Vargaz", "r": "Luis Vargo",
	})
	require.Equal(t, map[string][]string{
		"a": {"b"}, "b": {"a"}, "c": {"d"}, "d": {"c"}, "j": {"o"}, "l": {"m", "n"}, "m": {"l"}, "n": {"l"}, "o": {"j"}, "p": {"q"}, "q": {"p"},
	}, near)
}

func TestSimilarComparesNeighboursOnly(t *testing.T) {
	names := map[string]string{}
	for i := range 20000 {
		names[fmt.Sprint(i)] = fmt.Sprintf("Given%d Familyname", i)
	}
	pairs := 0
	for _, ids := range Similar(names) {
		pairs += len(ids)
	}
	require.LessOrEqual(t, pairs, 4*neighbours*len(names))
	require.Positive(t, pairs)
}
