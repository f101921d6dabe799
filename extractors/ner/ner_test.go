package ner

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

func witness(s string) (*pipeline.Document, *Witness) {
	doc := pipeline.NewDocument("d", s, pipeline.Meta{})
	return doc, pipeline.NewPass(doc, Extractor).NoteOf(Extractor).(*Witness)
}

func TestProposalsAlign(t *testing.T) {
	doc, w := witness("President Barack Obama met\nO’Sullivan’s aide in Paris, and “Lech Wałęsa” flew to London with him.")
	var got []string
	for _, p := range w.Propose(0) {
		got = append(got, p.Label+" "+doc.Slice(p.Tokens))
	}
	require.Contains(t, got, "PERSON Barack Obama")
	for _, p := range w.Propose(0) {
		require.Less(t, p.Tokens.First, p.Tokens.End)
		require.LessOrEqual(t, p.Tokens.End, len(doc.Tokens))
	}
}

func TestTheWitnessSurvivesWhatProseDoesNot(t *testing.T) {
	for _, s := range []string{"\xff's İ Ⱥ's", strings.Repeat("(", 1000) + "Paris", strings.Repeat("A ", 3000), "İstanbul İİİ's"} {
		_, w := witness(s)
		require.NotPanics(t, func() { w.Propose(0) })
	}
}

func TestTheModelIsShared(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, w := witness("President Bill Clinton met Tony Blair.")
			if w.Propose(0) == nil {
				t.Error("the witness is silent")
			}
		}()
	}
	wg.Wait()
}
