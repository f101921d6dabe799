package dates

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// read is the mentions of a text, in its order.
func read(s, written string) (*pipeline.Document, []*pipeline.Mention) {
	doc := pipeline.NewDocument("d", s, pipeline.Meta{Written: written})
	return doc, pipeline.NewPass(doc, Extractor).Reported(Extractor)
}

func TestMetadata(t *testing.T) {
	for in, want := range map[string][2]string{
		"31 May 2010.\nCreated at : 4.12.2013, 11:12, Updated at : 7.10.2019, 10:35": {"2013-12-04", "2019-10-07"},
		"On May 3, 2010 x.\nPublished: 04/12/2013":                                   {"2013-04-12", ""},
		"Last updated: 2019-10-07T10:35:00Z":                                         {"", "2019-10-07"},
		"Last updated: 7 October 2019":                                               {"", "2019-10-07"},
		"Updated: soon":                                                              {"", ""},
		"We updated the text in 2019.":                                               {"", ""},
	} {
		created, updated := Metadata(pipeline.NewDocument("d", in, pipeline.Meta{}))
		require.Equal(t, want, [2]string{created, updated}, in)
	}
}

func TestParseWholeChecksWhatItIsTold(t *testing.T) {
	v, ok := ParseWhole("Mon, 02 Jan 2006 15:04:05 MST", "dmy")
	require.True(t, ok)
	require.Equal(t, "2006-01-02", v.EDTF)
	for _, s := range []string{"2018", "12 May '15", "", "May 2018", "yesterday"} {
		_, ok := ParseWhole(s, "dmy")
		require.False(t, ok, s)
	}
}

func TestOrderOfDayAndMonth(t *testing.T) {
	for in, want := range map[string]string{
		"31.08.2015 and 4/12/2013":             "2013-12-04 false",
		"08/31/2015 and 4/12/2013":             "2013-04-12 false",
		"19 August 2013 and 4/12/2013":         "2013-12-04 false",
		"August 19, 2013 and 4/12/2013":        "2013-04-12 false",
		"31/08/2015, 08/31/2015 and 4/12/2013": "2013-04-12 true",
		"On 4/12/2013 it rained":               "2013-04-12 true",
		"On 4/4/2013 it rained":                "2013-04-04 false",
	} {
		_, mentions := read(in, "")
		m := mentions[len(mentions)-1]
		require.Equal(t, want, m.Value+" "+map[bool]string{true: "true", false: "false"}[m.Date.OrderAmbiguous], in)
	}
	for order, want := range map[string]string{"dmy": "2013-12-04 2011-10-12", "mdy": "2013-04-12 2011-12-10", "ymd": "2013-04-12 2012-10-11"} {
		doc := pipeline.NewDocument("d", "On 4/12/2013 it rained, and on 12/10/11.", pipeline.Meta{})
		doc.DateOrder = order
		found := pipeline.NewPass(doc, Extractor).Reported(Extractor)
		require.Equal(t, want, found[0].Value+" "+found[1].Value, order)
		require.False(t, found[0].Date.OrderAmbiguous || found[1].Date.OrderAmbiguous)
	}
}

func TestImpossibleDatesAreFlagged(t *testing.T) {
	for in, want := range map[string]string{
		"on 30 February 1992": "February 1992 has 29 days", "on 31.04.2015": "April has 30 days", "31.08.2015 and 12.13.2015": "there is no month 13",
		"from 9 May to 3 May 2014": "the range ends before it begins",
	} {
		_, mentions := read(in, "")
		require.NotEmpty(t, mentions, in)
		last := mentions[len(mentions)-1].Date
		require.Equal(t, want, last.Invalid, in)
		require.Empty(t, last.Min, in)
	}
}

// TestBoundsAreRealDays asserts that first and last days are days of the
// calendar and in order.
func TestBoundsAreRealDays(t *testing.T) {
	data, err := os.ReadFile("../../testdata/sources/kazakhstan-china.txt")
	require.NoError(t, err)
	_, mentions := read(string(data), "")
	require.Len(t, mentions, 32)
	for _, m := range mentions {
		if d := m.Date; d.Min != "" && d.Max != "" {
			require.LessOrEqual(t, d.Min, d.Max, m.Value)
			require.Len(t, d.Max, 10)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"1-1-1-1-1", "30 February 99999", "from 2014-16 to '92s", "٣ مايو ٢٠١٥", "the 1st to 5th, and 6 of May, May", "Q1 Q2 1990s–'00s"} {
		f.Add(s, "2019-10-07")
	}
	f.Fuzz(func(t *testing.T, s, written string) {
		doc, mentions := read(s, written)
		for _, m := range mentions {
			require.Less(t, m.Tokens.First, m.Tokens.End)
			require.LessOrEqual(t, m.Tokens.End, len(doc.Tokens))
			require.NotEmpty(t, m.Value)
		}
	})
}

func TestDaysInAreThoseOfTheCalendar(t *testing.T) {
	for y := -400; y <= 2400; y++ {
		for m := 1; m <= 12; m++ {
			require.Equal(t, date(y, m+1, 0).Day(), daysIn(y, m), "%d-%d", y, m)
		}
	}
}
