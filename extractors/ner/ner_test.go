package ner

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"
	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

func witness(s string) (*pipeline.Document, *Witness) {
	doc := pipeline.NewDocument("d", s, pipeline.Meta{})
	return doc, pipeline.NewPass(doc, Extractor).NoteOf(Extractor).(*Witness)
}

func TestProposalsAlign(t *testing.T) {
	doc, w := witness("President Barack Obama met O’Sullivan’s aide in the U.S. and flew to “Lech Wałęsa”, with Bill Clinton")
	var got []string
	for _, p := range w.Propose(0) {
		got = append(got, doc.Slice(p.Tokens))
		require.InDelta(t, p.Chance, w.Chance(0, p.Tokens, p.Kind), 0)
	}
	require.Contains(t, got, "Barack Obama")
	require.Contains(t, got, "Bill Clinton", "a name at the very end")
}

func TestWords(t *testing.T) {
	doc := pipeline.NewDocument("d", `Mr. O’Sullivan’s (U.S.) aide said: "Nur-Sultan, 1990s!" Dr. X.`, pipeline.Meta{})
	var all []string
	for _, s := range doc.Sentences {
		words, tokens := split(doc, s, nil, nil)
		require.Len(t, tokens, len(words))
		all = append(all, words...)
	}
	require.Equal(t, `Mr. O'Sullivan 's ( U.S. ) aide said : " Nur-Sultan , 1990s ! " Dr. X .`, strings.Join(all, " "))
}

// TestLabelsAreThoseOfProse is the conformance test: the same labels as prose's
// own for every sentence of the sources in which no token is repeated, since prose
// overwrites the tags of repeated ones.
func TestLabelsAreThoseOfProse(t *testing.T) {
	stock := prose.ModelFromData("stock")
	paths, err := filepath.Glob("../../testdata/sources/*.txt")
	require.NoError(t, err)
	compared := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		doc := pipeline.NewDocument(path, string(data), pipeline.Meta{})
		for _, s := range doc.Sentences {
			d, err := prose.NewDocument(doc.Slice(s), prose.UsingModel(stock), prose.WithSegmentation(false))
			require.NoError(t, err)
			words, want, repeated := []string{}, []string{}, map[string]bool{}
			for _, tok := range d.Tokens() {
				if repeated[tok.Text] {
					words = nil
					break
				}
				repeated[tok.Text] = true
				words, want = append(words, tok.Text), append(want, tok.Label)
			}
			if len(words) > 0 {
				require.Equal(t, want, recognizer().label(words, tagger().tag(words, &tagging{})), "%s: %q", path, words)
				compared++
			}
		}
		if testing.Short() {
			break
		}
	}
	require.Greater(t, compared, 20)
}

// What stands far behind a word does not change its label, so that the second
// opinion need not read it.
func TestLabelsDependOnWhatIsNear(t *testing.T) {
	data, err := os.ReadFile("../../testdata/sources/kazakhstan-china.txt")
	require.NoError(t, err)
	doc := pipeline.NewDocument("d", string(data), pipeline.Meta{})
	labels := func(words []string) []string { return recognizer().label(words, tagger().tag(words, &tagging{})) }
	shorter := 0
	for _, s := range doc.Sentences[:min(60, len(doc.Sentences))] {
		words, tokens := split(doc, s, nil, nil)
		all := labels(words)
		for i := range tokens {
			near, _ := upTo(tokens[i].First, words, tokens)
			require.Equal(t, all[:i+1], labels(near)[:i+1], "%q", near)
			if len(near) < len(words) {
				shorter++
			}
		}
	}
	require.Positive(t, shorter)
}

func TestTheWitnessSurvivesWhatProseDoesNot(t *testing.T) {
	for _, s := range []string{"\xff's İ Ⱥ's", strings.Repeat("(", 1000) + "Paris", strings.Repeat("A ", 3000), "İstanbul İİİ's", "’s ' ''"} {
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

func FuzzWitness(f *testing.F) {
	for _, s := range []string{"Mr. X’s U.S. (“A”)", "\xff's", "a-b 'c' ...", "0 * - @x a@b.c www.x.org"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc, w := witness(s)
		for n := range doc.Sentences {
			for _, p := range w.Propose(n) {
				require.Less(t, p.Tokens.First, p.Tokens.End)
				require.LessOrEqual(t, p.Tokens.End, len(doc.Tokens))
			}
		}
	})
}
