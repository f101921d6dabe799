package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"# Title #\n\nText":                                              "Title\n\nText",
		"Title\n=====\n\nText\n---":                                      "Title\n\n\nText\n",
		"**Karim** *Massimov* and __Xi__ _Jinping_":                      "Karim Massimov and Xi Jinping",
		"***Karim Massimov***, Kara**ganda**":                            "Karim Massimov, Karaganda",
		"a * b, snake_case_name, Name*":                                  "a * b, snake_case_name, Name*",
		"[Boao *forum*](http://a/b_(c) \"t\") and [x][y] [z]":            "Boao forum and [x][y] [z]",
		"[Boao][b], [Boao][], [boao]\n\n[b]: http://a\n[Boao]: http://a": "Boao, Boao, boao\n\n\n",
		"![The flag](flag.png) <http://a.b/> <b>bold</b><br>x":           "The flag http://a.b/ bold x",
		"One[^1].\n\n[^1]: See A.":                                       "One.\n\nSee A.",
		"`a*b*` ``c`d``":                                                 "a*b* c`d",
		"```go\n**a**\n```\n**b**":                                       "\n**a**\n\nb",
		"> On 3 May\n> 2015":                                             "On 3 May\n2015",
		"* One\n+ Two\n1. Three":                                         "- One\n- Two\n1. Three",
		"| Office | Name |\n|---|:-:|\n| Minister | **Wang Yi** |":       "Office | Name\n\nMinister | Wang Yi",
		"C&ocirc;te \\*d'Ivoire\\*":                                      "Côte *d'Ivoire*",
		"an **open\n\nparagraph**":                                       "an **open\n\nparagraph**",
		"a <!-- x\ny --> b\n***\nc":                                      "a \n b\n\nc",
		"**On\n3 May**":                                                  "On\n3 May",
	} {
		got, err := readAs(Markdown, in)
		require.NoError(t, err)
		require.Equal(t, want, got.Content)
		require.Equal(t, strings.Count(in, "\n"), strings.Count(got.Content, "\n"))
	}
}

func TestMarkdownFrontMatter(t *testing.T) {
	got, err := readAs(Markdown, "---\ntitle: \"Relations\"\ndate: 2015-05-03\nlastmod: 2016-01-02\nlang: en\n---\nText.")
	require.NoError(t, err)
	require.Equal(t, Text{
		Content: "\nRelations\n\n\n\n\nText.", Encoding: "utf-8", Title: "Relations", Language: "en",
		Created: "2015-05-03", Written: "2015-05-03", Updated: "2016-01-02",
	}, *got)
	got, err = readAs(Markdown, "---\nnever closed: 1\n\n# A *title*")
	require.NoError(t, err)
	require.Equal(t, "A title", got.Title)
	require.Contains(t, got.Content, "never closed: 1")
}

func FuzzMarkdown(f *testing.F) {
	fuzzWalk(f, "page.md", "---\ntitle: a\n---\n# b\n**c** [d](e) `f` <g>", "*_~~[![x]](", "| a |\n|-|\n```\n[a]: b\n> [a]")
}
