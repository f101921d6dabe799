package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors/ner"
)

func TestLearningIsRepeatable(t *testing.T) {
	var first, second bytes.Buffer
	require.NoError(t, run([]string{"-rounds", "3", "testdata/gold.jsonl"}, &first))
	require.NoError(t, run([]string{"-rounds", "3", "testdata/gold.jsonl"}, &second))
	require.Equal(t, first.Bytes(), second.Bytes())
	_, err := ner.ReadWeights(&first)
	require.NoError(t, err)
}

// What was learned is what the samples say.
func TestLearningLearns(t *testing.T) {
	samples, err := readFile("testdata/gold.jsonl")
	require.NoError(t, err)
	w := learn(samples, settings{Rounds: 60, Rate: 0.1})
	for _, s := range samples {
		r := ner.NewReader(s.doc)
		for _, rng := range s.doc.Sentences {
			require.Equal(t, s.labels[rng.First:rng.End], w.Labels(r, rng), "%s: %s", s.id, s.doc.Slice(rng))
		}
	}
}

func TestGoldLabels(t *testing.T) {
	samples, err := readFile("testdata/gold.jsonl")
	require.NoError(t, err)
	s := samples[1]
	var got []string
	for i, l := range s.labels {
		if l != ner.None {
			got = append(got, s.doc.Word(i)+":"+strings.Repeat("i", int(l-1)%2)+string("ppllooxx"[l-1]))
		}
	}
	require.Equal(t, []string{"Zürich:l", "Émile:p", "Faure:ip", "Graz:l", "Western:o", "Railway:io"}, got, "a railway is no place")
}

func TestFolds(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run([]string{"-folds", "3", "-rounds", "2", "testdata/gold.jsonl"}, &out))
	var ids []string
	for line := range strings.Lines(out.String()) {
		var p prediction
		require.NoError(t, json.Unmarshal([]byte(line), &p))
		ids = append(ids, p.ID)
	}
	require.Equal(t, []string{"a", "b", "c"}, ids)
}

func TestFaultsAreTold(t *testing.T) {
	require.ErrorContains(t, run(nil, nil), "one file")
	require.ErrorContains(t, run([]string{"testdata/none.jsonl"}, nil), "none.jsonl")
	bad := filepath.Join(t.TempDir(), "bad.jsonl")
	require.NoError(t, os.WriteFile(bad, []byte("{\"id\":\"a\",\"text\":\"b\"}\n{"), 0o600))
	require.ErrorContains(t, run([]string{bad}, nil), "bad.jsonl: line 2")
	require.NoError(t, os.WriteFile(bad, []byte(`{"id":"a","text":"b","gold":{"people":[{"start":0,"end":9}]}}`), 0o600))
	require.ErrorContains(t, run([]string{bad}, nil), "line 1: span 0-9")
}
