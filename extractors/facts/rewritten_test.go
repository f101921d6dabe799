package facts_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"chancery/extractors"
	"chancery/pipeline"
)

// A rewriting says the same in another way: it replaces mentions of a passage, or
// changes the whole of it.
type rewriting struct {
	name    string
	mention func(text string, m *pipeline.Mention) string // what stands for the mention
	whole   func(text string) string
	fold    func(fact string) string // what of a fact may differ
	percent int                      // of the passages rewritten, how many may state other facts, at most
}

var rewritings = []rewriting{
	{name: "bullets", whole: perLine(func(line string) string { return "- " + line }), percent: 1},
	{name: "no-break spaces", whole: func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }},
	{name: "under a title", whole: func(s string) string { return "Press release\n\n" + s }, percent: 1},
	{name: "forms of address", mention: addressed, percent: 2},
	{name: "surnames in capitals", mention: capitals, fold: strings.ToLower, percent: 1},
	{name: "month before day", mention: dated("January 2, 2006"), percent: 1},
	{name: "numeric dates", mention: dated("02.01.2006")},
	{name: "ISO dates", mention: dated("2006-01-02")},
}

// TestRewritten: the marked passages state the same facts in whatever way they are
// written, but for a few.
func TestRewritten(t *testing.T) {
	files, err := filepath.Glob("../../testdata/marked/facts/*.txt")
	require.NoError(t, err)
	var passages []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		for _, p := range marked(string(data)) {
			passages = append(passages, strings.ReplaceAll(p.text, "⏎", "\n"))
		}
	}
	for _, w := range rewritings {
		t.Run(w.name, func(t *testing.T) {
			changed, differ := 0, []string{}
			for _, p := range passages {
				if again := w.rewrite(t, p); again != p {
					changed++
					if was, is := w.read(t, p), w.read(t, again); !slices.Equal(was, is) {
						differ = append(differ, again+"\n  was "+strings.Join(was, "\n      ")+"\n  is  "+strings.Join(is, "\n      "))
					}
				}
			}
			t.Logf("%d of %d passages rewritten, %d differ", changed, len(passages), len(differ))
			require.Greater(t, changed, 100)
			require.LessOrEqual(t, 100*len(differ), w.percent*changed, strings.Join(differ, "\n"))
		})
	}
}

func (w *rewriting) read(t *testing.T, text string) []string {
	facts := read(t, text)
	for i, f := range facts {
		if w.fold != nil {
			facts[i] = w.fold(f)
		}
	}
	slices.Sort(facts)
	return facts
}

func (w *rewriting) rewrite(t *testing.T, s string) string {
	if w.whole != nil {
		return w.whole(s)
	}
	result, err := pipeline.Annotate(pipeline.NewDocument("d", s, pipeline.Meta{}), extractors.All)
	require.NoError(t, err)
	var b strings.Builder
	at := 0
	for _, m := range result.Mentions {
		if m.Nested || m.Source.Start < at {
			continue
		}
		b.WriteString(s[at:m.Source.Start])
		b.WriteString(w.mention(s, m))
		at = m.Source.End
	}
	return b.String() + s[at:]
}

func perLine(change func(string) string) func(string) string {
	return func(s string) string {
		lines := strings.Split(s, "\n")
		for i, l := range lines {
			if l != "" && (l[0]|0x20) >= 'a' && (l[0]|0x20) <= 'z' {
				lines[i] = change(l)
			}
		}
		return strings.Join(lines, "\n")
	}
}

var styled = regexp.MustCompile(`(Mr|Mrs|Ms|Dr|H\.E|Sir|King|Queen|Pope|Emperor|Empress|Sheikh|Prince|Princess|Lord|Lady|Cardinal|Sultan|Sayyid|Emir|General|Colonel|Admiral|Excellency|Highness|Majesty)\.? $`)

func addressed(s string, m *pipeline.Mention) string {
	if m.Kind == pipeline.Person && strings.Contains(m.Text, " ") && !styled.MatchString(s[:m.Source.Start]) {
		return "H.E. Mr. " + m.Text
	}
	return m.Text
}

func capitals(_ string, m *pipeline.Mention) string {
	if first, last, two := strings.Cut(m.Text, " "); m.Kind == pipeline.Person && two && !strings.Contains(last, " ") {
		return first + " " + strings.ToUpper(last)
	}
	return m.Text
}

// dated writes days of a month in another order.
func dated(layout string) func(string, *pipeline.Mention) string {
	return func(_ string, m *pipeline.Mention) string {
		if day, err := time.Parse("2 January 2006", m.Text); err == nil && m.Kind == pipeline.Date {
			return day.Format(layout)
		}
		return m.Text
	}
}
