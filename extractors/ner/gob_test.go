package ner

import (
	"bytes"
	"encoding/gob"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGobReader reads what the standard library writes.
func TestGobReader(t *testing.T) {
	want := map[string]map[string]float64{
		"": {}, "one": {"a": 1, "b": -0.001, "c": math.MaxFloat64}, strings.Repeat("long ", 100): {"é": 0, "tiny": math.SmallestNonzeroFloat64},
	}
	got := map[string]map[string]float64{}
	r := newGobReader(encoded(t, want))
	r.entries(func() {
		row := map[string]float64{}
		got[string(r.text())] = row
		r.entries(func() { row[string(r.text())] = r.float() })
	})
	require.Equal(t, want, got)
	require.Empty(t, r.left)

	numbers, read := map[string]int{"zero": 0, "small": -1, "byte": 127, "two": 128, "large": math.MaxInt64, "least": math.MinInt64}, map[string]int{}
	r = newGobReader(encoded(t, numbers))
	r.entries(func() { read[string(r.text())] = int(r.signed()) })
	require.Equal(t, numbers, read)

	slice, elements := []float64{1.5, 0, -math.MaxFloat64}, []float64(nil)
	r = newGobReader(encoded(t, slice))
	r.entries(func() { elements = append(elements, r.float()) })
	require.Equal(t, slice, elements)
}

func encoded(t *testing.T, v any) []byte {
	var b bytes.Buffer
	require.NoError(t, gob.NewEncoder(&b).Encode(v))
	return b.Bytes()
}
