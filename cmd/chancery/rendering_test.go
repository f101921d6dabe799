package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors"
	"chancery/pipeline"
)

func TestFragments(t *testing.T) {
	for words, want := range map[string][2]string{
		"Xi":               {"10 12", "Xi"},
		"Über die\nBrücke": {"10 18;19 25", "Über die Brücke"},
		"a\r\n\tb":         {"10 11;14 15", "a b"},
	} {
		spans, line := fragments(10, words)
		require.Equal(t, want, [2]string{spans, line})
	}
}

func TestPairsHaveNamesOfTheirOwn(t *testing.T) {
	p, err := newPairs(t.TempDir())
	require.NoError(t, err)
	for _, c := range [][2]string{
		{"a/b.txt", "a_b"},
		{"A_B", "A_B-2"},
		{"a_b", "a_b-3"},
		{"..", "_.."},
		{".hidden", "_.hidden"},
		{"日本", "日本"},
		{"", "_"},
		{strings.Repeat("ж", 200), strings.Repeat("ж", 100)},
	} {
		require.Equal(t, c[1], p.name(c[0]))
	}
}

// TestRenderingsPointAtTheirWords takes the spans of all forms back to the text.
func TestRenderingsPointAtTheirWords(t *testing.T) {
	content := "😀 On 14 May 2002 the President of China Xi Jinping, invited by the Government of the Republic of\nKazakhstan, paid an official visit to Astana and to the city of Almaty, and stayed there until 16\nMay 2002."
	res, err := pipeline.Job{Extractors: extractors.All}.Annotate("x", content, pipeline.Meta{})
	require.NoError(t, err)
	a := annotation{id: "x", number: 1, res: res}
	runes := []rune(content)
	for i, s := range a.runeSpans() {
		require.Equal(t, res.Mentions[i].Text, string(runes[s[0]:s[1]]))
	}
	require.Contains(t, string(writeBrat(a)), "\tDate 5 16\t14 May 2002\n")
	tokens := strings.Count(string(writeCoNLL(a)), "\tB-")
	outer := 0
	for _, m := range res.Mentions {
		if !m.Nested {
			outer++
		}
	}
	require.Equal(t, outer, tokens)
}

func TestWebAddressesStay(t *testing.T) {
	require.Equal(t, "https://example.org/a", iri("https://example.org/a"))
	require.Equal(t, "urn:chancery:a%20b%2Fc", iri("a b/c"))
	require.Equal(t, "urn:chancery:javascript:x", iri("javascript:x"))
}
