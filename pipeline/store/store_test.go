package store

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func put(t *testing.T, s *Store, source, block string) *Writing {
	t.Helper()
	w, err := s.Begin(source)
	require.NoError(t, err)
	require.NoError(t, w.Put("table", 1, []byte(block)))
	return w
}

func blocks(t *testing.T, s *Store) (all []string) {
	t.Helper()
	require.NoError(t, s.Each("table", func(b []byte) error { all = append(all, string(b)); return nil }))
	return all
}

func TestBlocksComeInTheOrderOfSources(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	require.NoError(t, err)
	w := put(t, s, "b", "b1")
	require.NoError(t, w.Put("table", 1, []byte("b2")))
	require.NoError(t, w.End(Entry{"1", "r"}))
	require.NoError(t, put(t, s, "a", "a").End(Entry{"2", "r"}))
	require.NoError(t, put(t, s, "c", "c").Cancel())
	require.NoError(t, s.SetNote("n", "v"))
	require.NoError(t, s.Close())

	s, err = Open(dir)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	require.Equal(t, []string{"a", "b1", "b2"}, blocks(t, s))
	entries, err := s.Entries()
	require.NoError(t, err)
	require.Equal(t, map[string]Entry{"a": {"2", "r"}, "b": {"1", "r"}}, entries)
	n, err := s.Count("table")
	require.NoError(t, err)
	require.Equal(t, 3, n)
	value, err := s.Note("n")
	require.NoError(t, err)
	require.Equal(t, "v", value)
	require.NoError(t, s.Remove("b"))
	require.Equal(t, []string{"a"}, blocks(t, s))
	_, err = Open(dir)
	require.ErrorIs(t, err, ErrLocked)
}

func TestAStoreOfAnotherLayoutIsMadeAnew(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	require.NoError(t, err)
	require.NoError(t, put(t, s, "a", "a").End(Entry{"2", "r"}))
	require.NoError(t, s.Commit())
	_, err = s.db.Exec("PRAGMA user_version = 99")
	require.NoError(t, err)
	require.NoError(t, s.Close())
	s, err = Open(dir)
	require.NoError(t, err)
	require.Empty(t, blocks(t, s))
	require.NoError(t, s.Close())
}

func TestADamagedStoreIsNamed(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, Name), []byte("no database at all, but long enough to be looked at"), 0o644))
	_, err := Open(dir)
	require.ErrorContains(t, err, "remove it, and all sources will be read again")
}

// TestAFullDiskIsAnError lets the database grow no further.
func TestAFullDiskIsAnError(t *testing.T) {
	s, err := Open(t.TempDir())
	require.NoError(t, err)
	_, err = s.db.Exec("PRAGMA max_page_count = 12")
	require.NoError(t, err)
	require.NoError(t, put(t, s, "a", "a").End(Entry{"1", "r"}))
	require.NoError(t, s.Commit())
	w, err := s.Begin("b")
	require.NoError(t, err)
	noise := make([]byte, 1<<17)
	for i := range noise {
		noise[i] = byte(i * i * 31 >> 7)
	}
	for err == nil {
		err = w.Put("table", 1, noise)
	}
	require.ErrorContains(t, err, "full")
	_ = s.Close() // the transaction may be gone
}

func TestDigestIsOfTheText(t *testing.T) {
	digest := func(options string, code fstest.MapFS) string {
		d, err := Digest(options, code)
		require.NoError(t, err)
		return d
	}
	rules := fstest.MapFS{"a.go": {Data: []byte("a")}}
	tested := fstest.MapFS{"a.go": {Data: []byte("a")}, "a_test.go": {Data: []byte("t")}}
	other := fstest.MapFS{"a.go": {Data: []byte("b")}}
	require.Equal(t, digest("", rules), digest("", tested))
	require.NotEqual(t, digest("", rules), digest("", other))
	require.NotEqual(t, digest("", rules), digest("x", rules))
}
