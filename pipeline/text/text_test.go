package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func words(s string) []string {
	var out []string
	for _, t := range Tokenize(s) {
		out = append(out, s[t.Start:t.End])
	}
	return out
}

func TestTokenize(t *testing.T) {
	for in, want := range map[string]string{
		"19-20, March 2014":           "19|-|20|,|March|2014",
		"E.Idrisov":                   "E|.|Idrisov",
		"the 1990s, the 5th":          "the|1990|s|,|the|5|th",
		"O'Sullivan’s d’Affaires":     "O'Sullivan|’s|d’Affaires",
		"Sana'a and Xi'an":            "Sana'a|and|Xi'an",
		"the ‘Samarkand’ hall":        "the|‘|Samarkand|’|hall",
		"23 bn -- 11,200 — 7":         "23|bn|--|11|,|200|—|7",
		"São Tomé, Türkiye":           "São|Tomé|,|Türkiye",
		"«Nur Otan» 北京":               "«|Nur|Otan|»|北京",
		"U.S.'s":                      "U|.|S|.|'s",
		"e\u0301tat \xff\xfe x":       "e\u0301tat|\xff|\xfe|x",
		"Parties' and Ministers’ own": "Parties|'|and|Ministers|’|own",
	} {
		require.Equal(t, want, strings.Join(words(in), "|"), in)
	}
}

func TestKeysFold(t *testing.T) {
	require.Equal(t, KeyOf("turkiye"), KeyOf("TÜRKİYE"))
	require.Equal(t, KeyOf("lodz"), KeyOf("Łódź"))
	require.Equal(t, KeyOf("o'sullivan"), Tokenize("O’Sullivan")[0].Key)
	require.NotEqual(t, KeyOf("china"), KeyOf("chine"))
	require.Equal(t, "cote", Fold("Côte"))
}

func TestFlags(t *testing.T) {
	toks := Tokenize("H. McDonald of PRC\n\nset 1234567890")
	require.True(t, toks[0].Has(Initial) && toks[0].Has(ParaStart) && toks[0].Has(Spaced))
	require.False(t, toks[1].Has(Spaced))
	require.True(t, toks[2].Has(Title) && toks[2].Capital())
	require.True(t, toks[4].Has(Upper) && !toks[4].Has(Initial))
	require.True(t, toks[5].Has(Lower) && toks[5].Has(ParaStart) && toks[5].Has(LineStart))
	require.Equal(t, -1, toks[6].Num())
	require.Equal(t, 42, Tokenize("42")[0].Num())
}

func TestSplit(t *testing.T) {
	for _, text := range []string{
		"He met Mr. Smith in the U.S. Senate.| Then he left.",
		"On Sept. 3 Gen. H. W. Bush came to St. Louis.| The U.S. and China agreed.",
		"Kazakhstan - China|\n\nOn January 3, 1992, relations began.|\nCreated at : 4.12.2013",
		"He said: \"It is done.\"| She agreed!| Did they?| Yes.",
		"It costs 3.5 bn.| 12 to 16 December 2015 it rained.",
		"Signed in the U.S.| The parties agreed.",
		"1. Politics of the day.| 2. Trade.",
		"It became a dominion in 1907.[54]| The first envoy came,[55] late, in 1942.[56][a]| He stayed.",
		"He came on 12. April 2016 and left on 3. Oct. 2016.| See Article 12.| April 2016 was mild.",
	} {
		s := strings.ReplaceAll(text, "|", "")
		toks := Tokenize(s)
		var got []string
		for _, r := range Split(s, toks) {
			end := len(s)
			if r.End < len(toks) {
				end = int(toks[r.End].Start)
			}
			got = append(got, strings.TrimSpace(s[toks[r.First].Start:end]))
		}
		var want []string
		for _, w := range strings.Split(text, "|") {
			want = append(want, strings.TrimSpace(w))
		}
		require.Equal(t, want, got)
	}
}

func TestSplitJoinsWrappedLines(t *testing.T) {
	s := "On the third day of January the two governments set up diplomatic\nrelations and agreed to exchange ambassadors within the year that\nfollowed, as the President of the Republic had proposed in the spring\nof that year. The embassies opened later.\n\nA heading\nAnother line"
	toks := Tokenize(s)
	require.Len(t, Split(s, toks), 4)
}

func TestCleanMapsBack(t *testing.T) {
	src := "\ufeffOn\u00a03\r\nMay\u200b 19\u00ad92\r\n"
	got, m := Clean(src, Steps)
	require.Equal(t, "On 3\nMay 1992\n", got)
	at := strings.Index(got, "May 1992")
	s := m.Source(Span{at, at + len("May 1992")})
	require.Equal(t, "May\u200b 19\u00ad92", src[s.Start:s.End])
	on := m.Source(Span{0, 4})
	require.Equal(t, "On\u00a03", src[on.Start:on.End])
}

// TestLinesOfAList reads lines that are alike in length but begin as items do: each
// is a sentence of its own, while those of a wrapped paragraph go on.
func TestLinesOfAList(t *testing.T) {
	list := "Embassy of the Republic, Ouagadougou\nAddress: 22 Avenue of Independence, 01 B.P. 212\nOffice hours: 9:00-15:00, Monday to Friday\n" +
		"Ambassador: H.E. Boniface Gambila Adagbila\nHead of Chancery: Mrs. Gifty Akua Boateng\nNational Day: 6 March"
	require.Len(t, Split(list, Tokenize(list)), 6)
	wrapped := "The two ministers met in the capital and\nspoke about the trade that the countries\nhave with each other, which had grown by\na half since Mr. Okello became minister.\nThey will meet again."
	require.Len(t, Split(wrapped, Tokenize(wrapped)), 2)
	labelled := strings.Replace(wrapped, ".\nThey will meet again.", "\nHead of Chancery: Mrs. Boateng", 1)
	require.Len(t, Split(labelled, Tokenize(labelled)), 2)
}

// TestFlowingText reads a brief whose lines are wrapped, though many go on with a name or
// a number and others are items of a list.
func TestFlowingText(t *testing.T) {
	s := "Relations between the two countries were established on 24 December\n1955. The resident mission was opened on 22 February 1971, and was later\nraised to the rank of an embassy.\n" +
		"From the north to the south: President Abebe Tadesse (May 1957), Mrs.\nHanna Bekele (1958), Speaker Dawit Alemu (2-4 June 1974), the late\n" +
		"President Girma Worku (27-30 July 2011), Minister Sara Lemma (16-18\nMay 2015) and Minister Yonas Haile, who came for the session of the\ncommission.\n" +
		"- Agreement on Cultural Cooperation, signed on 9 February 1961 in\nHarar\n- Treaty of Friendly Relations and of Cooperation, 22 February 1994\nNext meeting: 2026"
	toks := Tokenize(s)
	require.Len(t, Split(s, toks), 6)
	require.False(t, toks[12].Has(LineStart), "1955 does not start a line")
}

// TestBracketsGoOn reads a line that breaks off within brackets, in a text of few lines.
func TestBracketsGoOn(t *testing.T) {
	s := "2018 – Visit to the capital of Minister Hanna Bekele (May\n24), and talks\n\n2019 – Visit of the Prime Minister Dawit Alemu to Harar\n(From the other side)"
	require.Len(t, Split(s, Tokenize(s)), 3)
}

// checkText asserts what must hold of any string whatever.
func checkText(t *testing.T, src string) {
	clean, m := Clean(src, Steps)
	toks := Tokenize(clean)
	end := int32(0)
	for _, tok := range toks {
		require.LessOrEqual(t, end, tok.Start)
		require.Less(t, tok.Start, tok.End)
		end = tok.End
		s := m.Source(Span{int(tok.Start), int(tok.End)})
		again, _ := Clean(src[s.Start:s.End], Steps)
		require.Equal(t, clean[tok.Start:tok.End], again)
		if tok.Class == Word {
			require.Equal(t, KeyOf(clean[tok.Start:tok.End]), tok.Key)
		}
	}
	require.LessOrEqual(t, int(end), len(clean))
	next := 0
	for _, r := range Split(clean, toks) {
		require.Equal(t, next, r.First)
		require.Less(t, r.First, r.End)
		next = r.End
	}
	require.Equal(t, len(toks), next)
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "On 3 May 1992.\r\n\r\nA 'B'", "\u200bx\u00ad y\u0301\xff’s", "\r", "U.S.’s 1. 2. ʻO", "A line.\r ", "ʻʻO ʿ", "\u2029\n \n", "'s 's\r\r\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkText(t, s) })
}
