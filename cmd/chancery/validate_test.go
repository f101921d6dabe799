package main

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors"
	"chancery/output"
	"chancery/pipeline/source"
	"chancery/pipeline/text"
)

// TestAFaultyBuildDoesNotStart names one value twice in each list.
func TestAFaultyBuildDoesNotStart(t *testing.T) {
	require.NoError(t, validate())
	sources, steps, all, tables, formats := source.All, text.Steps, extractors.All, output.Tables, output.All
	restore := func() {
		source.All, text.Steps, extractors.All, output.Tables, output.All = sources, steps, all, tables, formats
	}
	t.Cleanup(restore)
	for fault, spoil := range map[string]func(){
		`source "gzip"`:       func() { source.All = append(slices.Clone(sources), sources[0]) },
		`step "line-endings"`: func() { text.Steps = append(slices.Clone(steps), steps[0]) },
		`extractor "dates"`:   func() { extractors.All = append(slices.Clone(all), all[0]) },
		`table "documents"`:   func() { output.Tables = append(slices.Clone(tables), tables[0]) },
		`format "csv"`:        func() { output.All = append(slices.Clone(formats), formats[0]) },
	} {
		restore()
		spoil()
		var stdout, stderr bytes.Buffer
		require.Equal(t, exitError, run(context.Background(), []string{"version"}, nil, &stdout, &stderr))
		require.Contains(t, stderr.String(), "chancery: this build is faulty: "+fault)
		require.Empty(t, stdout.String())
	}
}
