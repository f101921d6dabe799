package extractors

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

func TestListIsValid(t *testing.T) { require.NoError(t, Validate()) }

func TestValidateFindsFaults(t *testing.T) {
	old := All
	defer func() { All = old }()
	run := func(*pipeline.Pass) {}
	for fault, e := range map[string]*pipeline.Extractor{
		`extractor "": name`:                                 {Doc: "d", Run: run},
		`extractor "x": name, doc`:                           {Name: "x", Run: run},
		`extractor "y": name, doc and run`:                   {Name: "y", Doc: "d"},
		`extractor "dates": name, doc and run are required,`: old[0],
		`extractor "a b": the name is no word`:               {Name: "a b", Doc: "d", Run: run},
		`extractor w requires stranger, which must`:          {Name: "w", Doc: "d", Run: run, Requires: []*pipeline.Extractor{{Name: "stranger"}}},
		`extractor v requires nothing`:                       {Name: "v", Doc: "d", Run: run, Requires: []*pipeline.Extractor{nil}},
		`an extractor is nil`:                                nil,
	} {
		All = append(slices.Clone(old), e)
		require.ErrorContains(t, Validate(), fault)
	}
	All = []*pipeline.Extractor{old[len(old)-1]}
	require.ErrorContains(t, Validate(), "which must be listed before it")
}

func annotate(t testing.TB, source string) pipeline.Result {
	res, err := pipeline.Annotate(pipeline.NewDocument("d", source, pipeline.Meta{}), All)
	require.NoError(t, err)
	return res
}

// checkResult asserts what must hold of the result of any text.
func checkResult(t testing.TB, source string) {
	res := annotate(t, source)
	covered := map[int]pipeline.Kind{}
	last := 0
	for i, m := range res.Mentions {
		require.Equal(t, source[m.Source.Start:m.Source.End], m.Text, "the source's bytes are the quote")
		require.True(t, utf8.ValidString(m.Text))
		require.NotEmpty(t, m.Text)
		require.NotEmpty(t, m.Rule)
		require.NotEmpty(t, m.Value)
		require.Equal(t, i+1, m.ID)
		require.GreaterOrEqual(t, m.Tokens.First, last, "in the order of the text")
		last = m.Tokens.First
		require.Equal(t, 1+strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(source[:m.Source.Start]+"x"), "\n"), m.Line)
		if m.Nested || m.Kind == pipeline.Date {
			continue
		}
		for k := m.Tokens.First; k < m.Tokens.End; k++ {
			require.Empty(t, covered[k], "%s %q overlaps another", m.Kind, m.Text)
			covered[k] = m.Kind
		}
	}
	entities := 0
	for _, e := range res.Entities {
		entities += len(e.Mentions)
	}
	dates := 0
	for _, m := range res.Mentions {
		if m.Kind == pipeline.Date {
			dates++
		}
	}
	require.Equal(t, len(res.Mentions), entities+dates, "every name belongs to an entity")
}

func FuzzAnnotate(f *testing.F) {
	page, err := os.ReadFile("../testdata/sources/kazakhstan-china.txt")
	require.NoError(f, err)
	for line := range strings.SplitSeq(string(page), "\n") {
		f.Add(line)
	}
	f.Add("THE PRESIDENT OF THE REPUBLIC OF KAZAKHSTAN NURSULTAN NAZARBAYEV MET XI JINPING IN ASTANA")
	f.Add("the president of kazakhstan nursultan nazarbayev met xi jinping in astana on 3 may")
	f.Add("–000000000000000000000000000000000000000000000000000000000000000000000i! AAAAAAaAAAA the") // breaks off within a list
	f.Add("Prime Minister of\u00a0Kazakh\u00adstan Karim\r\nMassimov’s “visit”\u200b to Côte d’Ivoire, U.S.")
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) && len(s) < 1<<16 {
			checkResult(t, s)
		}
	})
}

// TestDamagedPages cuts, doubles and shuffles the page at fixed places.
func TestDamagedPages(t *testing.T) {
	data, err := os.ReadFile("../testdata/sources/kazakhstan-china.txt")
	require.NoError(t, err)
	page := string(data)
	for i := 7; i < len(page); i += 211 {
		checkResult(t, strings.ToValidUTF8(page[i:], "")+strings.ToValidUTF8(page[:i], ""))
	}
	checkResult(t, strings.ToUpper(page))
	checkResult(t, strings.ToLower(page))
	checkResult(t, strings.ReplaceAll(page, " ", "\u00a0"))
	checkResult(t, strings.ReplaceAll(page, " ", "\r\n"))
	checkResult(t, strings.ReplaceAll(page, " ", ""))
	checkResult(t, strings.Repeat("(", 5000)+strings.Repeat(")", 5000))
}

// TestCostIsLinear counts allocations instead of time: ten times the text may
// not need more than about ten times the memory.
func TestCostIsLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"names":     "Karim Massimov, Xi Jinping and Li Keqiang, ",
		"offices":   "President of the Council of the Minister of ",
		"dates":     "1-1-2001, 3 May, May 5, 1992-",
		"hyphens":   "1-1-1-1-",
		"treaties":  "Agreement between the Government of Kazakhstan and the Government of China on ",
		"capitals":  "Aa Bb Cc Dd ",
		"quotes":    "“Nur “Otan ",
		"initials":  "A. B. C. ",
		"tables":    "Ambassadors of Peru to Kenya\nName | From\nAnn Lee | 1998\n\n",
		"consulate": "consulates in Hong Kong (since August 2003), ",
	} {
		t.Run(name, func(t *testing.T) {
			cost := func(n int) float64 {
				doc := strings.Repeat(unit, n)
				return testing.AllocsPerRun(1, func() { annotate(t, doc) })
			}
			small, large := cost(200), cost(2000)
			require.Less(t, large, 15*small+2000)
		})
	}
}

// TestOneLongLine counts what pages without a line's end cost: ten times the text
// may need ten times the bytes, and gives ten times the mentions.
func TestOneLongLine(t *testing.T) {
	page, err := os.ReadFile("../testdata/sources/kazakhstan-china.txt")
	require.NoError(t, err)
	for name, unit := range map[string]string{
		"sentences":         strings.Join(strings.Fields(string(page)), " ") + " ",
		"a single sentence": strings.Repeat("Karim Massimov, Xi Jinping and Li Keqiang, 3 May 1992, Beijing and ", 100),
	} {
		t.Run(name, func(t *testing.T) {
			cost := func(n int) (bytes uint64, mentions int) {
				line := strings.Repeat(unit, n)
				runtime.GC() // twice, and nothing is left of the memory that is kept between documents
				runtime.GC()
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				res := annotate(t, line)
				runtime.ReadMemStats(&after)
				return after.TotalAlloc - before.TotalAlloc, len(res.Mentions)
			}
			small, few := cost(4)
			large, many := cost(40)
			require.Less(t, large, 14*small)
			require.InEpsilon(t, 10*few, many, 0.05)
		})
	}
}

// TestUserPage asserts what a careful reader finds in the embassy page: every
// person with office and country, in the order of the text.
func TestUserPage(t *testing.T) {
	data, err := os.ReadFile("../testdata/sources/kazakhstan-china.txt")
	require.NoError(t, err)
	res := annotate(t, string(data))
	var people []string
	for _, m := range res.Mentions {
		if m.Kind == pipeline.Person && !m.Nested {
			people = append(people, m.Text+" | "+m.Person.Office+" | "+m.Person.Country)
		}
	}
	require.Equal(t, strings.Split(strings.TrimSpace(`
Zhang Xiao | ambassador | CN
Liu Jiangping | charge-d-affaires | CN
Nursultan Nazarbayev | head-of-state | KZ
Karim Massimov | head-of-government | KZ
Karim Massimov |  | 
Xi Jinping | head-of-state | CN
Li Keqiang | head-of-government | CN
Karim Massimov | head-of-government | KZ
Karim Massimov | head-of-government | KZ
Xi Jinping | head-of-state | CN
Li Keqiang | head-of-government | CN
Wu Bangguo | chairman | CN
Nurlan Nigmatulin | chairman | KZ
Xi Jinping | head-of-state | CN
Zhang Dejiang | chairman | CN
Zhang Baowen | deputy-chairman | CN
Dariga Nazarbayeva | deputy-speaker | KZ
Askar Myrzakhmetov | deputy-chairman | KZ
Wang Yi | foreign-minister | CN
E.Idrisov | foreign-minister | KZ
Li Yuanchao | deputy-head-of-government | CN
Wang Yi | foreign-minister | CN
Nursultan Nazarbayev | head-of-state | KZ
Nursultan Nazarbayev | head-of-state | KZ
Abai Kunanbayev |  | 
Erlan Idrisov | foreign-minister | KZ
Abai Kuananbaiuly |  | 
Nursultan Nazarbayev | head-of-state | KZ
Nursultan Nazarbayev | head-of-state | KZ`), "\n"), people)
	require.Equal(t, "KZ", res.Doc.CountryA)
	require.Equal(t, "CN", res.Doc.CountryB)
}

// Of a text in another language only dates are read, day first, and documents say which it is.
func TestOtherLanguages(t *testing.T) {
	const german = "Der Botschafter Karl Weber hat am 03.04.2016 in Astana den Minister Erlan Idrisov getroffen und mit ihm über die Zusammenarbeit der Länder gesprochen. " +
		"Die Gespräche wurden am 05.06.2017 in Berlin fortgesetzt, wie das Auswärtige Amt mitteilte, und sind noch nicht zu Ende."
	of := func(source, stated string) pipeline.Result {
		res, err := Job().Annotate("page", source, pipeline.Meta{Language: stated})
		require.NoError(t, err)
		return res
	}
	res := of(german, "")
	var found []string
	for _, m := range res.Mentions {
		found = append(found, string(m.Kind)+" "+m.Value)
	}
	require.Equal(t, []string{"date 2016-04-03", "date 2017-06-05"}, found)
	require.False(t, res.Mentions[0].Date.OrderAmbiguous)
	require.Empty(t, res.Facts)
	const english = "Ambassador Karl Weber met Minister Erlan Idrisov in Astana on 3 April 2016, and the two of them spoke about the trade that has grown between their countries since then, which they will go on with."
	require.Greater(t, len(of(english, "de").Mentions), 3)
	for stated, want := range map[string][2]string{"": {"de", "en"}, "de-AT": {"de-AT", "en"}, "en-GB": {"de", "en-GB"}} {
		require.Equal(t, want, [2]string{of(german, stated).Doc.Language, of(english, stated).Doc.Language}, stated)
	}
}
