package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

func TestHeavySourcesSpareMemory(t *testing.T) {
	before := debug.SetGCPercent(100)
	t.Cleanup(func() { debug.SetGCPercent(before) })
	path := filepath.Join(t.TempDir(), "page.txt")
	require.NoError(t, os.WriteFile(path, nil, 0o644))
	sources := []pipeline.Source{{ID: "gone", Path: path + ".gone"}, {ID: "page", Path: path}}
	spareMemory(sources)
	require.Equal(t, 100, debug.SetGCPercent(100))
	require.NoError(t, os.Truncate(path, heavy+1))
	spareMemory(sources)
	require.Equal(t, garbage, debug.SetGCPercent(100))
}
