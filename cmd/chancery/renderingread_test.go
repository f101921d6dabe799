package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// nastyNames are names that forms of annotation have been known to spoil, as JSON
// strings: a lone surrogate has no other form.
var nastyNames = []string{
	`"<script>alert(1)</script>"`, `"</b>&amp;'"`, `"=HYPERLINK(\"http://x\",\"y\")"`, `"]]> <!-- -->"`, `"\u202eevil\u202c \u2066x\u2069"`, `"محمود عباس"`,
	`"a\u0000b\u0001c\u001b[2Jd\u007f"`, `"\ud800 x \udc00"`, `"two\nlines\r\nand\tmore\u2028end"`, `"T1\tPerson 0 1\tx\n#1\tAnnotatorNotes"`,
	`"习近平 😀 e\u0301"`, `"\ufeffx\ufffe"`, `"` + strings.Repeat("ж", 40_000) + `"`, `"` + strings.Repeat("long ", 8_000) + `end"`,
}

// between reports as one person all that stands between the words begin and end,
// and says of it what it is called.
func between(name string) *pipeline.Extractor {
	return &pipeline.Extractor{Name: "between", Doc: "reports a name", Run: func(p *pipeline.Pass) {
		first, last := 0, 0
		for i := range p.Doc.Tokens {
			switch p.Doc.Word(i) {
			case "begin":
				first = i + 1
			case "end":
				last = i
			}
		}
		p.Report(pipeline.Mention{
			Kind: pipeline.Person, Tokens: text.Range{First: first, End: last}, Value: name, Entity: "person:x", Rule: "r", Strength: pipeline.Certain,
			Person: &pipeline.PersonValue{Role: name},
		})
	}}
}

// TestRenderingsReadBack writes hostile names in every form and reads them back.
func TestRenderingsReadBack(t *testing.T) {
	for _, quoted := range nastyNames {
		var name string
		require.NoError(t, json.Unmarshal([]byte(quoted), &name))
		line := fmt.Appendf(nil, `{"id": %s, "text": "Then begin %s end went.\nOn."}`, quoted, quoted[1:len(quoted)-1])
		job := pipeline.Job{Extractors: []*pipeline.Extractor{between(name)}}
		for _, r := range renderings {
			a := renderLine(job, r, 1, line)
			require.NoError(t, a.err)
			require.Len(t, a.res.Mentions, 1)
			require.True(t, utf8.Valid(a.form))
			read := map[string]func(*testing.T, rendered) string{"brat": readBrat, "conll": readCoNLL, "webanno": readWebAnnotation}[r.name]
			require.NotNil(t, read, "this test cannot read %s: write a reader", r.name)
			require.Equal(t, a.res.Mentions[0].Text, read(t, a), "%s of %.60s", r.name, quoted)
		}
	}
}

// readBrat takes the pieces of the one mention from the text, and compares them
// with the words beside its spans.
func readBrat(t *testing.T, a rendered) string {
	lines := strings.Split(strings.TrimSuffix(string(a.form), "\n"), "\n")
	require.Len(t, lines, 3)
	fields := strings.Split(lines[0], "\t")
	require.Len(t, fields, 3)
	spans, ok := strings.CutPrefix(fields[1], "Person ")
	require.True(t, ok)
	runes := []rune(a.res.Text)
	var pieces []string
	first, last := -1, 0
	for _, span := range strings.Split(spans, ";") {
		from, to, _ := strings.Cut(span, " ")
		start, err := strconv.Atoi(from)
		require.NoError(t, err)
		end, err := strconv.Atoi(to)
		require.NoError(t, err)
		pieces = append(pieces, string(runes[start:end]))
		if first < 0 {
			first = start
		}
		last = end
	}
	require.Equal(t, strings.Join(pieces, " "), fields[2])
	for _, note := range lines[1:] {
		require.Len(t, strings.Split(note, "\t"), 3)
	}
	return string(runes[first:last])
}

// readCoNLL takes the words with tags; the text tells what stands between them.
func readCoNLL(t *testing.T, a rendered) string {
	require.True(t, strings.HasPrefix(string(a.form), "# doc_id = "))
	_, body, _ := strings.Cut(string(a.form), "\n")
	doc := pipeline.NewDocument(a.id, a.res.Text, pipeline.Meta{})
	at, first, last := 0, -1, -1
	for line := range strings.SplitSeq(body, "\n") {
		if line == "" {
			continue
		}
		word, tag, ok := strings.Cut(line, "\t")
		require.True(t, ok, "%q", line)
		require.Equal(t, strings.Map(visible, doc.Word(at)), word)
		if tag != "O" {
			require.Equal(t, map[bool]string{true: "B-PERSON", false: "I-PERSON"}[first < 0], tag)
			if last = at; first < 0 {
				first = at
			}
		}
		at++
	}
	require.Len(t, doc.Tokens, at, "a token is lost")
	m := a.res.Mentions[0]
	require.Equal(t, text.Range{First: first, End: last + 1}, m.Tokens)
	return m.Text
}

// readWebAnnotation takes the words by position and by quote, which must agree.
func readWebAnnotation(t *testing.T, a rendered) string {
	require.Equal(t, 1, strings.Count(string(a.form), "\n"), "a page is a line")
	var page webPage
	require.NoError(t, json.Unmarshal(a.form, &page))
	require.Len(t, page.Items, 1)
	item := page.Items[0]
	require.Contains(t, item.Body, webBody{"TextualBody", "identifying", a.res.Mentions[0].Value})
	require.Contains(t, item.Body, webBody{"TextualBody", "describing", a.res.Mentions[0].Person.Role})
	position, quote := item.Target.Selector[0].(map[string]any), item.Target.Selector[1].(map[string]any)
	runes := []rune(a.res.Text)
	words := string(runes[int(position["start"].(float64)):int(position["end"].(float64))])
	require.Equal(t, words, quote["exact"])
	require.Contains(t, a.res.Text, quote["prefix"].(string)+words+quote["suffix"].(string))
	return words
}
