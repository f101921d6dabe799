package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// filesOf are the files of a folder with what they hold, hidden ones too.
func filesOf(t *testing.T, dir string) map[string]string {
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	files := map[string]string{}
	for _, f := range list {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		require.NoError(t, err)
		files[f.Name()] = string(data)
	}
	return files
}

// TestADatasetStaysWhole lets a format fail after others, and half of its own
// file, are written.
func TestADatasetStaysWhole(t *testing.T) {
	failing := Format{Name: "failing", Doc: "d", Write: func(dir *Folder, _ *Dataset) error {
		return dir.File("dates.csv.gz", func(w io.Writer) error {
			_, err := io.WriteString(w, strings.Repeat("half", 1<<18))
			return errors.Join(err, errors.New("disk full"))
		})
	}}
	dir := t.TempDir()
	require.ErrorContains(t, Write(dir, sample(), []Format{CSV, failing}, Options{}), "dates.csv.gz: disk full")
	require.Empty(t, filesOf(t, dir), "a new folder gets no part of a dataset")
	require.NoError(t, Write(dir, sample(), []Format{CSV, JSON}, Options{}))
	before := filesOf(t, dir)
	require.ErrorContains(t, Write(dir, &Dataset{}, []Format{CSV, JSON, failing}, Options{}), "dates.csv.gz: disk full")
	require.Equal(t, before, filesOf(t, dir))
	panicking := Format{Name: "panicking", Write: func(dir *Folder, _ *Dataset) error {
		return dir.File("x", func(io.Writer) error { panic("a fault") })
	}}
	require.Panics(t, func() { _ = Write(dir, &Dataset{}, []Format{CSV, panicking}, Options{}) })
	require.Equal(t, before, filesOf(t, dir))
}

func TestAFolderInTheWayOfAFile(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "people.csv"), 0o755))
	require.ErrorContains(t, Write(dir, sample(), []Format{CSV}, Options{}), "people.csv: a folder stands in the place of the file")
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 1)
}
