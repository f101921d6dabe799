package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vbauerster/mpb/v8"

	"chancery/pipeline"
)

func TestTheBarShowsWhatIsDone(t *testing.T) {
	page := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(page, make([]byte, 2048), 0o644))
	sources := []pipeline.Source{{ID: "a", Path: page}, {ID: "b", Path: page}}
	var screen bytes.Buffer
	p := newProgress(&screen, sources, mpb.WithAutoRefresh(), mpb.WithWidth(120))
	p.document()
	p.document()
	p.failure()
	p.source(sources[0])
	require.Equal(t, int64(2048), p.bar.Current())
	p.end()
	require.Contains(t, screen.String(), "2.0 KiB / 4.0 KiB")
	require.Contains(t, screen.String(), "2 documents, 1 failure")
	require.Regexp(t, `KiB/s|MiB/s|b/s`, screen.String())
	require.Contains(t, screen.String(), " left, ")
	var none *progress
	require.NotPanics(t, func() { none.document(); none.failure(); none.source(sources[0]); none.end() }, "no bar")
}

// TestALogIsAllJSON: whoever reads standard error of --log json meets no other line.
func TestALogIsAllJSON(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "good.txt"), []byte("On 3 May 1992 he came."), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "bad.dat"), []byte{1, 0, 2}, 0o644))
	out := filepath.Join(t.TempDir(), "out")
	events := func(code int, args ...string) (all []map[string]any) {
		var stdout, stderr bytes.Buffer
		require.Equal(t, code, run(t.Context(), append([]string{"extract", "-o", out, "--log", "json"}, args...), nil, &stdout, &stderr), stderr.String())
		require.Empty(t, stdout.String())
		for line := range bytes.Lines(stderr.Bytes()) {
			var event map[string]any
			require.NoError(t, json.Unmarshal(line, &event), "%s", line)
			require.NotEmpty(t, event["time"])
			delete(event, "time")
			all = append(all, event)
		}
		return all
	}
	failure := map[string]any{"level": "ERROR", "msg": "failure", "path": "bad.dat", "stage": "decode", "cause": "binary file: zero byte at offset 1"}
	got := events(exitPartial, dir)
	require.Equal(t, []map[string]any{
		{"level": "INFO", "msg": "begin", "new": 2.0, "changed": 0.0, "gone": 0.0, "unchanged": 0.0},
		{"level": "INFO", "msg": "source", "path": "bad.dat", "documents": 0.0, "failures": 1.0},
		{"level": "INFO", "msg": "source", "path": "good.txt", "documents": 1.0, "failures": 0.0},
		{"level": "INFO", "msg": "end", "folder": out, "summary": "1 document, 1 mention: 1 date, 0 people, 0 places, 0 organizations, 0 agreements; 0 facts, 0 issues; 1 failure"},
		failure,
	}, got)
	require.Equal(t, failure, events(exitPartial, dir)[2])
	got = events(exitError, dir, "--corrections", filepath.Join(dir, "none.jsonl"))
	require.Len(t, got, 1)
	require.Equal(t, "stopped", got[0]["msg"])
	require.Contains(t, got[0]["cause"], "none.jsonl: no such file")
}
