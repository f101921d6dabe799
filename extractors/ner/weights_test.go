package ner

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

func TestShippedWeights(t *testing.T) {
	require.Less(t, len(shippedWeights), 4<<20)
	w := shipped()
	var again bytes.Buffer
	require.NoError(t, w.Write(&again))
	require.Equal(t, shippedWeights, again.Bytes(), "reading and writing gives the same bytes")
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	_, err := ReadWeights(bytes.NewReader(shippedWeights[:len(shippedWeights)/2]))
	require.Error(t, err)
	_, err = ReadWeights(strings.NewReader("no weights"))
	require.Error(t, err)
}

// Chances of a token's labels add up to one, and no label follows one that it
// may not follow.
func TestChances(t *testing.T) {
	doc, w := witness("On 3 May Karim Massimov of Kazakhstan met “Xi Jinping” in Nur-Sultan (U.S.), and\n\nHAYLEY SAID NO. The Ministry of Foreign Affairs.")
	for n := range doc.Sentences {
		for i, chances := range w.ask(n).chances {
			sum := float32(0)
			for _, p := range chances {
				sum += p
			}
			require.InDelta(t, 1, sum, 1e-3, "sentence %d token %d", n, i)
		}
		labels := shipped().Labels(NewReader(doc), doc.Sentences[n])
		before := None
		for _, l := range labels {
			require.True(t, Follows(before, l), "%v after %v", l, before)
			before = l
		}
	}
}

func TestWitnessKnowsWhatItLearned(t *testing.T) {
	doc, w := witness("He was born in Kraków and married Jadwiga Wiśniewska, a pianist.")
	got := map[string]Kind{}
	for _, p := range w.Propose(0) {
		got[doc.Slice(p.Tokens)] = p.Kind
	}
	require.Equal(t, map[string]Kind{"Kraków": Place, "Jadwiga Wiśniewska": Person}, got)
}

func TestLongSentencesAreReadInPart(t *testing.T) {
	doc := pipeline.NewDocument("d", strings.Repeat("Karim Massimov, ", 2*most), pipeline.Meta{})
	w := NewWitness(doc, nil)
	require.Len(t, w.ask(0).chances, most)
	far := text.Range{First: 3 * most, End: 3*most + 2}
	require.Zero(t, w.Chance(0, far, Person), "silence beyond")
}
