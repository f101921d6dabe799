package main

import (
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/require"

	"chancery/pipeline"
	"chancery/pipeline/store"
)

// TestWhatWasLateIsTriedAgain: the store must not take a source that was given up for
// one that is done.
func TestWhatWasLateIsTriedAgain(t *testing.T) {
	pages := few(t)
	sources, failures := pipeline.Find([]string{pages})
	require.Empty(t, failures)
	forever := make(chan struct{})
	defer close(forever)
	slow := &pipeline.Extractor{Name: "slow", Doc: "x", Run: func(p *pipeline.Pass) {
		if p.Doc.ID == "us-chad.txt" {
			<-forever
		}
	}}
	s, err := store.Open(t.TempDir())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	p := planned(sources, nil, "r", false, time.Time{})
	fill := filling{store: s, due: p.due(), entries: p.entries, tell: newTeller(&cobra.Command{}, true, "text")}
	job := pipeline.Job{Extractors: []*pipeline.Extractor{slow}, Jobs: 2, MaxTime: 2 * time.Second}
	require.NoError(t, fill.run(t.Context(), job))
	has, err := s.Entries()
	require.NoError(t, err)
	require.Len(t, has, len(sources))
	again := planned(sources, has, "r", false, time.Time{})
	require.Equal(t, len(sources)-1, again.kept)
	require.Len(t, again.changed, 1)
	require.Equal(t, "us-chad.txt", again.changed[0].ID)
}
