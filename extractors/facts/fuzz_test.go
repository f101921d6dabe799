package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors"
	"chancery/pipeline"
)

// facts reads the facts of any text and checks what must hold of them.
func facts(t *testing.T, text string) []*pipeline.Fact {
	doc := pipeline.NewDocument("any", text, pipeline.Meta{})
	res, err := pipeline.Annotate(doc, extractors.All)
	require.NoError(t, err)
	own := map[*pipeline.Mention]bool{}
	for _, m := range res.Mentions {
		own[m] = true
	}
	for _, f := range res.Facts {
		require.NotEmpty(t, f.Class)
		require.NotEmpty(t, f.Rule)
		require.Positive(t, f.Line)
		require.NotEmpty(t, f.At)
		for _, at := range f.At {
			require.Less(t, at.First, at.End)
			require.LessOrEqual(t, at.End, len(doc.Tokens))
		}
		for _, m := range f.Evidence {
			require.True(t, own[m], "evidence is a mention of the document")
		}
	}
	return res.Facts
}

func FuzzFacts(f *testing.F) {
	for _, s := range []string{
		"", "visited", "and and visited and met with", "Embassy of of in (since (since", "The embassy in Rome (since 1990) and (1991",
		"Diplomatic relations with with between and were established, which which", "was appointed", "Ambassador –", "recognized by", "more than $ million",
		"A visited B and visited C and visited D when when", "raised its legation to to an embassy in in", "During his visit to", "1,000,000.5.5 billion dollars of",
		"President Xi visited Kazakhstan, Uzbekistan and (Kyrgyzstan on 5 May 2015 and on 6 June 2016 and",
	} {
		f.Add(s)
	}
	f.Add("Ambassadors of Peru to Kenya\nName | From | To\nAnn Lee | 1998 | 2002\n| 2003 |\n|\n| | |")
	f.Add("States that recognised Malta:\nNo.\tCountry\tDate\n1\tPeru\t5 May 1964\n\tKenya\t\n- Oman (6 June 1965)\n- Chad: 7 July 1966")
	f.Add("Name: Ann Lee\nPosition: Ambassador of Peru to Kenya\nCredentials: 5 May 2010\n: \nDate:")
	f.Add("Visits of Ann Lee\nCountry | City | Date | Remarks\nPeru | Lima | May 2010 | Met with President Ole Tamba.\n | Cusco | June 2010 |")
	f.Fuzz(func(t *testing.T, s string) { facts(t, s) })
}

// Lists of thousands of items in one sentence are read whole.
func TestLongLists(t *testing.T) {
	const n = 5000
	var posts strings.Builder
	for i := range n {
		fmt.Fprintf(&posts, "Riga (since %d), ", 1000+i%900)
	}
	missions := 0
	for _, f := range facts(t, "Estonia - Latvia\n\nEstonia has consulates in "+posts.String()+"and Liepāja (since 1999).") {
		if f.Mission != nil {
			missions++
		}
	}
	require.Greater(t, missions, 900)

	met := facts(t, "President Anna Berg met with "+strings.Repeat("Minister Paul Short, ", n)+"and Ambassador Rui Lopes.")
	require.Len(t, met, 1)
	require.Len(t, met[0].Meeting.Participants, 3, "each is named once")

	require.NotPanics(t, func() {
		facts(t, "President Anna Berg "+strings.Repeat("visited Kenya and met Rui Lopes and ", n))
		facts(t, strings.Repeat("Diplomatic relations were established and ", n))
		facts(t, strings.Repeat("more than 3 books and ", n))
		facts(t, strings.Repeat("the visit of ", n))
	})
}
