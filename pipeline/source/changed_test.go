package source

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestAFileThatChangesWhileItIsRead is refused: what was read is neither the old
// file nor the new one.
func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	for name, c := range map[string]struct {
		file, content string
		change        func(path string) error
		want          []string
	}{
		"written anew": {"a.txt", "On 3 May 1992.", func(path string) error { return os.Chtimes(path, time.Time{}, time.Unix(1e9, 0)) }, []string{"a.txt: read: changed while it was read"}},
		"cut":          {"a.txt", "On 3 May 1992.", func(path string) error { return os.Truncate(path, 5) }, []string{"a.txt: read: changed while it was read"}},
		"grown":        {"a.txt", "On 3 May 1992.", func(path string) error { return os.Truncate(path, 50) }, []string{"a.txt: read: changed while it was read"}},
		"an archive":   {"a.zip", zipOf("b.txt", "One."), func(path string) error { return os.Truncate(path, 500) }, []string{"a.zip/b.txt (text) One.", "a.zip: read: changed while it was read"}},
		"unchanged":    {"a.txt", "On 3 May 1992.", func(string) error { return nil }, []string{"a.txt (text) On 3 May 1992."}},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.file)
			require.NoError(t, os.WriteFile(path, []byte(c.content), 0o600))
			f, err := os.Open(path)
			require.NoError(t, err)
			defer f.Close()
			in := FromFile(c.file, f, int64(len(c.content)), roomy)
			require.NoError(t, c.change(path))
			var out []string
			Walk(c.file, in, func(it Item) bool { out = append(out, line(it)); return true })
			require.Equal(t, c.want, out)
		})
	}
}
