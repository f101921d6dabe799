package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestWatchPicksUpWhatComes(t *testing.T) {
	dir := t.TempDir()
	pages, out := filepath.Join(dir, "pages"), filepath.Join(dir, "out")
	page := []byte("On 14 May 2002 the President of China Xi Jinping visited Astana.\n")
	require.NoError(t, os.Mkdir(pages, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(pages, "one.txt"), page, 0o644))
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	code := make(chan int, 1)
	go func() {
		var stdout, stderr bytes.Buffer
		code <- run(ctx, []string{"watch", pages, "-o", out, "--format", "csv", "--every", "20ms"}, nil, &stdout, &stderr)
	}()
	has := func(name string) func() bool {
		return func() bool {
			text, err := os.ReadFile(filepath.Join(out, "documents.csv"))
			return err == nil && strings.Contains(string(text), name)
		}
	}
	require.Eventually(t, has("one.txt"), time.Minute, 10*time.Millisecond)
	require.NoError(t, os.WriteFile(filepath.Join(pages, "two.txt"), page, 0o644))
	require.Eventually(t, has("two.txt"), time.Minute, 10*time.Millisecond)
	stop()
	require.Equal(t, exitOK, <-code)
}

// TestARunEndsInOrderWhenItIsAskedTo sends the real program what a machine that is
// switched off sends.
func TestARunEndsInOrderWhenItIsAskedTo(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	cmd := exec.Command("chancery", "watch", few(t), "-o", out, "--format", "csv", "--quiet")
	require.NoError(t, cmd.Start())
	require.Eventually(t, func() bool {
		_, err := os.Stat(filepath.Join(out, "documents.csv"))
		return err == nil
	}, time.Minute, 10*time.Millisecond)
	require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
	require.NoError(t, cmd.Wait(), "not killed, but done")
}
