package source

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMarkAt(t *testing.T) {
	marks := []Mark{{2, "page", 1}, {7, "page", 2}, {7, "page", 3}, {9, "header", 0}}
	for offset, want := range map[int]string{0: "", 1: "", 2: "page 1", 6: "page 1", 7: "page 3", 8: "page 3", 9: "header", 100: "header"} {
		require.Equal(t, want, MarkAt(marks, offset).String(), "offset %d", offset)
	}
	require.Zero(t, MarkAt(nil, 5))
}
