package main

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"unicode"

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

// TestRenderingsHoldHostileTexts has names and dates among what formats have been
// known to spoil.
func TestRenderingsHoldHostileTexts(t *testing.T) {
	for _, nasty := range []string{
		"</b>&amp;\"'", "\x00\x1b[2J\x7f", "\u202eשלום\u202c", "a\tb\u2028c\r\n", "# T1\tPerson 0 1\tx\n", "=1+1", strings.Repeat("ж", 40_000), strings.Repeat("e\u0301", 99),
	} {
		content := nasty + " On 14 May 2002 the President of China Xi Jinping visited " + nasty
		res, err := pipeline.Job{Extractors: extractors.All}.Annotate(nasty, content, pipeline.Meta{})
		require.NoError(t, err)
		a := annotation{id: nasty, number: 1, res: res}
		for line := range strings.Lines(string(writeCoNLL(a))) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "# doc_id = ") || line == "" {
				continue
			}
			word, tag, ok := strings.Cut(line, "\t")
			require.True(t, ok && word != "" && !strings.ContainsFunc(word, unicode.IsSpace), "%q", line)
			require.Regexp(t, `^(O|[BI]-[A-Z]+)$`, tag)
		}
		for line := range strings.Lines(string(writeBrat(a))) {
			require.Regexp(t, `^[TN#][0-9]+\t[^\t\n]+\t[^\t\n\r]+\n$`, line)
		}
		var page webPage
		require.NoError(t, json.Unmarshal(writeWebAnnotation(a), &page))
		require.Len(t, page.Items, len(res.Mentions))
		_, err = url.Parse(page.ID)
		require.NoError(t, err)
		for i, item := range page.Items {
			quote := item.Target.Selector[1].(map[string]any)
			require.Equal(t, res.Mentions[i].Text, quote["exact"])
			require.Contains(t, content, quote["prefix"].(string)+res.Mentions[i].Text+quote["suffix"].(string))
		}
	}
}
