package facts

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The package's comment names every file once, in its room, and no other.
func TestEveryFileHasItsRoom(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	_, rooms, ok := strings.Cut(string(doc), "# The rooms")
	require.True(t, ok)
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var want []string
	for _, f := range files {
		if f != "doc.go" && !strings.HasSuffix(f, "_test.go") {
			want = append(want, f)
		}
	}
	require.ElementsMatch(t, want, regexp.MustCompile(`[a-z]+\.go`).FindAllString(rooms, -1))
}
