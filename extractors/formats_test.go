package extractors

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
	"chancery/pipeline/source"
)

// TestSamePageSameRecords reads one page in every format that can hold it.
func TestSamePageSameRecords(t *testing.T) {
	want := recordsOf(t, "page.txt")
	require.Greater(t, len(want), 20)
	files, err := filepath.Glob("../testdata/formats/page.*")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), len(source.All), "one source of each format")
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) { require.Equal(t, want, recordsOf(t, filepath.Base(f))) })
	}
}

// recordsOf are the mentions and facts of a page, each with what it says.
func recordsOf(t *testing.T, name string) []string {
	var out []string
	err := Job().Run(context.Background(), []pipeline.Source{{ID: "page", Path: "../testdata/formats/" + name}}, func(res pipeline.Result) {
		for _, m := range res.Mentions {
			out = append(out, string(m.Kind)+" "+m.Text+" = "+m.Value+" "+m.Entity)
		}
		for _, f := range res.Facts {
			line := f.Class + ": " + f.Quote
			for _, m := range f.Evidence {
				line += " / " + m.Value
			}
			out = append(out, line)
		}
	}, func(f pipeline.Failure) { require.Fail(t, f.Cause) })
	require.NoError(t, err)
	return out
}
