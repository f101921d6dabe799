package main

import (
	"bytes"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"chancery/pipeline/store"
)

// kills is how many times the program is killed; CHANCERY_KILLS asks for more.
func kills(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("CHANCERY_KILLS"))
	if err != nil {
		return 10
	}
	t.Logf("%d kills", n)
	return n
}

func extract(t *testing.T, out string, args ...string) *exec.Cmd {
	t.Helper()
	return exec.Command("chancery", append([]string{"extract", "-o", out, "--format", "csv,jsonl", "--quiet"}, args...)...)
}

// files are the files of a dataset folder by name, without hidden ones.
func files(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	all := map[string][]byte{}
	for _, e := range entries {
		if e.Name()[0] != '.' {
			all[e.Name()], err = os.ReadFile(filepath.Join(folder, e.Name()))
			require.NoError(t, err)
		}
	}
	return all
}

// few is a folder with some of the pages.
func few(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for from, to := range map[string]string{"us-chad": "us-chad", "us-burma": "us-burma", "us-lew-chew": "us-lew-chew", "us-luxembourg": "us-luxembourg", "us-congo-free-state": "us-congo"} {
		content, err := os.ReadFile("../../testdata/sources/" + from + ".txt")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, to+".txt"), content, 0o644))
	}
	return dir
}

// TestKilledRunsLoseNothing kills the program at random instants while it brings
// a dataset up to date. Every file is the old or the new one, whole; in the end
// all are those of a run that nobody disturbed.
func TestKilledRunsLoseNothing(t *testing.T) {
	pages := few(t)
	dir := t.TempDir()
	out, fresh := filepath.Join(dir, "out"), filepath.Join(dir, "fresh")
	require.NoError(t, extract(t, out, filepath.Join(pages, "us-c*.txt")).Run())
	before := files(t, out)
	start := time.Now() //nolint:forbidigo // only to know when to kill
	require.NoError(t, extract(t, fresh, pages).Run())
	whole := time.Since(start)
	after := files(t, fresh)
	r := rand.New(rand.NewSource(1))
	for range kills(t) {
		cmd := extract(t, out, pages, "--force")
		require.NoError(t, cmd.Start())
		time.Sleep(time.Duration(r.Int63n(int64(whole))))
		require.NoError(t, cmd.Process.Kill())
		_ = cmd.Wait() // it may have ended
		for name, content := range files(t, out) {
			require.True(t, bytes.Equal(content, before[name]) || bytes.Equal(content, after[name]), "%s is neither old nor new", name)
		}
	}
	require.NoError(t, extract(t, out, pages).Run())
	require.Equal(t, after, files(t, out))
	entries, err := os.ReadDir(out)
	require.NoError(t, err)
	require.Len(t, entries, len(after)+1) // and the store
}

func TestOneRunAtATime(t *testing.T) {
	out := t.TempDir()
	s, err := store.Open(out)
	require.NoError(t, err)
	cmd := extract(t, out, "../../testdata/sources")
	text, err := cmd.CombinedOutput()
	require.Error(t, err)
	require.Equal(t, exitError, cmd.ProcessState.ExitCode())
	require.Contains(t, string(text), "another run is writing to this dataset")
	require.NoError(t, s.Close())
	require.NoError(t, extract(t, out, "../../testdata/sources/us-chad.txt").Run())
}

func TestAnyNumberOfJobsGivesTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	pages := few(t)
	var want map[string][]byte
	for _, jobs := range []string{"1", "2", "8"} {
		out := filepath.Join(dir, jobs)
		require.NoError(t, extract(t, out, pages, "--jobs", jobs).Run())
		got := files(t, out)
		if want == nil {
			want = got
		}
		require.Equal(t, want, got, jobs)
	}
}
