package dates

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"chancery/extractors/marked"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// TestGrammarExamples runs the example of each rule of the grammar.
func TestGrammarExamples(t *testing.T) {
	require.NotEmpty(t, grammar)
	lines := 0
	for _, line := range strings.Split(grammarList, "\n") {
		lines += took(line != "" && line[0] != '#')
	}
	require.Len(t, grammar, lines, "a line of grammar.tsv has no example")
	for _, rule := range grammar {
		require.Equal(t, rule.value, valueOf(rule.example, rule.words), "rule %s %q in %q", rule.name, rule.pattern, rule.example)
	}
}

// valueOf is the value of the last date of a text that consists of some words.
func valueOf(s, words string) (value string) {
	doc, mentions := read(s, "")
	for _, m := range mentions {
		if doc.Slice(m.Tokens) == words {
			value = m.Value
		}
	}
	return value
}

// TestGuardExamples reads the sentence of each guard with each of its words.
func TestGuardExamples(t *testing.T) {
	for _, line := range strings.Split(guardList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		require.Len(t, f, 3, "%s has no example", f[0])
		for _, w := range strings.Fields(f[1]) {
			plain, want := marked.Parse(strings.Replace(f[2], "*", w, 1), "")
			doc, mentions := read(plain, "2019-10-07")
			require.Len(t, mentions, len(want), "%s: %s", f[0], plain)
			for i, m := range mentions {
				require.True(t, strings.HasSuffix(doc.Slice(m.Tokens), want[i].Words), "%s: %s", f[0], plain) // "early 1950"
			}
		}
	}
}

// A use is a sentence with "*" in the place of a word, the words of its date,
// and the value that the date has with a word of some value.
type use struct {
	sentence, words string
	value           func(v int) string
}

func pattern(format string) func(v int) string {
	return func(v int) string {
		if !strings.Contains(format, "%") {
			return format
		}
		return fmt.Sprintf(format, v)
	}
}

// uses are the sentences in which every word of words.tsv is read, by its sort;
// one of a sort's is enough.
var uses = map[string][]use{
	"month":    {{"He left on 5 * 1992.", "5 * 1992", pattern("1992-%02d-05")}},
	"short":    {{"He left on 5 *. 1992.", "5 *. 1992", pattern("1992-%02d-05")}},
	"weekday":  {{"He left on *, 5 May 1992.", "*, 5 May 1992", pattern("1992-05-05")}},
	"season":   {{"He left in the * of 2011.", "* of 2011", pattern("2011-%02d")}},
	"ordinal":  {{"He left on the * of May 1992.", "* of May 1992", pattern("1992-05-%02d")}},
	"tens":     {{"He left in nineteen *-five.", "nineteen *-five", func(v int) string { return itoa(1900 + v + 5) }}},
	"part":     {{"He left in * 1992.", "* 1992", pattern("1992")}, {"He left at the * of 1992.", "* of 1992", pattern("1992")}, {"He left in the * half of 1992.", "* half of 1992", pattern("1992")}},
	"cardinal": {{"He left * days after 5 May 1992.", "* days after 5 May 1992", func(v int) string { return dayText(1992, 5, 5+v) }}},
	"magnitude": {
		{"He left in nineteen * ninety-two.", "nineteen * ninety-two", pattern("1992")},
		{"He left in two * fifteen.", "two * fifteen", pattern("2015")},
	},
	"roman": {
		{"Dated 12.*.1998.", "12.*.1998", pattern("1998-%02d-12")},
		{"He lived in the * century.", "* century", func(v int) string { return digits(v-1, 2) + "XX" }},
	},
	"letter": {
		{"He left in *1 2015.", "*1 2015", nil},
		{"He left in * 2015.", "* 2015", pattern("2015")},
		{"He left in * year 2015.", "* year 2015", pattern("2015")},
		{"He left in 2018-*25.", "2018-*25", pattern("2018-W25")},
		{"He left in * 79.", "* 79", pattern("0079")},
	},
	"article": {{"He left * day after 5 May 1992.", "* day after 5 May 1992", pattern("1992-05-06")}},
	"unit": {
		{"He came on 5 May 1992 and left two * later.", "two * later", func(v int) string {
			p := addUnits(point{y: 1992, m: 5, d: 5}, v, 2)
			if v == fortnight {
				p = addUnits(point{y: 1992, m: 5, d: 5}, 2, 4)
			}
			return p.span().edtf
		}},
		{"He left in the 20th *.", "20th *", pattern("19XX")},
		{"He left in the 19th and 20th *.", "20th *", pattern("19XX")},
		{"He left in the second * of 2015.", "second * of 2015", func(v int) string { return map[int]string{7: "2015-04/2015-06", 8: "2015-07/2015-12"}[v] }},
	},
	"decade": {{"He left in the *.", "*", pattern("19%dX")}},
	"shift": {
		{"He came in 1992 and left the * year.", "* year", func(v int) string { return itoa(1992 + v) }},
		{"He left the * year.", "* year", func(v int) string { return itoa(2019 + v) }},
		{"He left * year.", "* year", func(v int) string { return itoa(2019 + v) }},
		{"He left * March.", "* March", func(v int) string { return itoa(2019+took(v > 0)) + "-03" }},
	},
	"part-of-day": {
		{"He left this *.", "this *", func(int) string { return "2019-10-07" }},
		{"He left last *.", "last *", func(int) string { return "2019-10-06" }},
	},
	"day": {{"He left *.", "*", func(v int) string { return dayText(2019, 10, 7+v) }}},
}

// TestWordExamples reads every word of words.tsv in a sentence of its sort.
func TestWordExamples(t *testing.T) {
	for _, line := range strings.Split(wordList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		w, _ := lexicon.Get(text.KeyOf(f[0]))
		require.NotEmpty(t, uses[f[1]], "no sentence for words of the sort %s", f[1])
		require.True(t, readsSomewhere(uses[f[1]], f[0], int(w.value)), "%s is read in no sentence of the sort %s", f[0], f[1])
	}
}

func readsSomewhere(all []use, word string, v int) bool {
	forms := []string{word, strings.ToUpper(word[:1]) + word[1:], strings.ToUpper(word)}
	for _, u := range all {
		for _, form := range forms {
			doc := pipeline.NewDocument("d", strings.Replace(u.sentence, "*", form, 1), pipeline.Meta{Written: "2019-10-07"})
			for _, m := range pipeline.NewPass(doc, Extractor).Reported(Extractor) {
				if doc.Slice(m.Tokens) == strings.Replace(u.words, "*", form, 1) && (u.value == nil || u.value(v) == m.Value) {
					return true
				}
			}
		}
	}
	return false
}

func TestHolidayExamples(t *testing.T) {
	for name, f := range feasts {
		m, d := f.in(2014)
		name = strings.ToUpper(name[:1]) + name[1:]
		require.Equal(t, dayText(2014, m, d), valueOf("He left on "+name+" 2014.", name+" 2014"))
		_, err := time.Parse(time.DateOnly, dayText(2014, m, d))
		require.NoError(t, err)
	}
}

func TestLabelExamples(t *testing.T) {
	for _, line := range strings.Split(labelList, "\n") {
		label, of, ok := strings.Cut(line, "\t")
		if !ok || label[0] == '#' {
			continue
		}
		created, updated := Metadata(pipeline.NewDocument("d", "Visits\n"+label+": 4 May 2014", pipeline.Meta{}))
		require.Equal(t, map[string]string{"created": "2014-05-04", "updated": ""}[of], created, label)
		require.Equal(t, map[string]string{"updated": "2014-05-04", "created": ""}[of], updated, label)
	}
}
