package dates

import (
	"bufio"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// TestWorkIsLinear counts the tokens that the reader looks at: on texts made to
// be read again and again they must not grow faster than the text.
func TestWorkIsLinear(t *testing.T) {
	for _, unit := range []string{
		"1-1-", "1.1.", "1/1/", "5 May 1992, ", "May 5, ", "5, ", "first and ", "1990-", "1990 and ", "of the ", "May, ", "between 5 ", "twenty ",
		"one thousand and ", "the first of the ", "to the present ", "Monday, ", "early ", "tel 1990 - ", "last year ", "5 days after ", "and ", "(1990 ",
		"3 and ", "on or about ", "1-", "3-5 and ", "1 and 2-3, ", "5/6 ", "5.-", "early in ", "since as early as ", "the year ", "page 1990, ",
		"22 U. S. 1990 ", "tel 12-05-44, ", "first quarter and ", "the first Monday after ", "Sunday 3 weeks after ", "January and ", "2014/15/",
		"2014-05-05/", "May/", "the next ", "week of ", "nineteen hundred and ", "the 5th day of the month of ", "Christmas ", "Q1-", "'92-",
		"1990s–", "B.C. 44 ", "fiscal year ", "T10:", "for ten days from 5 May ", "up to and including ", "of that year ", "30 February 99999 ",
		"٣ مايو ٢٠١٥ ", "5 May 2014 for 3 days ",
	} {
		small := work(strings.Repeat(unit, 200))
		for _, times := range []int{5, 100} { // a text that takes the square fails before it takes long
			require.Less(t, work(strings.Repeat(unit, 200*times)), 3*times*small/2+1000, "%q", unit)
		}
	}
}

// TestWorkIsLinearInAnyMix does the same with words of dates in a random order
// that is always the same one.
func TestWorkIsLinearInAnyMix(t *testing.T) {
	parts := strings.Fields("5 12 31 05 1990 2014 99 May March june Monday the of of and and to to - - – / . , , : first third twentieth last next week " +
		"day year early late since until between from on or about after before two days 1990s century quarter half Q1 spring fiscal Christmas B.C. ' ( ) in for IX T")
	random := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		var unit strings.Builder
		for range 1 + random.IntN(5) {
			unit.WriteString(parts[random.IntN(len(parts))])
			if random.IntN(3) > 0 {
				unit.WriteByte(' ')
			}
		}
		small := work(strings.Repeat(unit.String(), 100))
		for _, times := range []int{3, 15} {
			require.Less(t, work(strings.Repeat(unit.String(), 100*times)), 3*times*small/2+1000, "%q", unit.String())
		}
	}
}

// TestBadInput asserts that what cannot be a date is flagged or left alone.
func TestBadInput(t *testing.T) {
	for in, want := range map[string]string{
		"on 30 February 1992": "1992-02-30!", "on 2015-13-05": "2015-13-05!", "on 31.04.2015": "2015-04-31!", "in the year 99999": "", "in 99999": "",
		"on 45 May 1992": "1992-05", "٣ مايو ٢٠١٥": "", "on ３ May ２０１５": "", "on 5 May ２０１５": "XXXX-05-05", "on 0 May 1992": "1992-05",
		"on 00.00.2015": "", "on 5 May 0000": "XXXX-05-05", "in 0000": "", "on 99/99/9999": "", "on 1/1/99999": "", "on 123456789012345678901234567890": "",
		"on 5 May 123456789012345678901234567890": "XXXX-05-05", "1-1-1-1-1-1-1": "", "on 5/5/5/5": "", "2015-02-30T99:99:99Z": "2015-02-30!",
		"-": "", "'": "", "'9": "", "\xff 5 May 1992 \xfe": "1992-05-05", "5\u200b May 1992": "1992-05-05", "on 5\x00May 1992": "1992-05",
	} {
		_, mentions := read(in, "")
		got := ""
		for _, m := range mentions {
			got += m.Value + map[bool]string{true: "!"}[m.Date.Invalid != ""]
		}
		require.Equal(t, want, got, "%q", in)
	}
}

// work is how many patterns' places the reader follows and how many mentions it
// reports in a text.
func work(s string) int {
	doc := pipeline.NewDocument("d", s, pipeline.Meta{})
	r := &reader{doc: doc, report: func(pipeline.Mention) {}, order: observe(doc.Tokens, "")}
	for _, s := range doc.Sentences {
		r.sentence(s)
	}
	return r.steps
}

func TestTenThousandDatesOnALine(t *testing.T) {
	_, mentions := read(strings.Repeat("5 May 1992, ", 10000), "")
	require.Len(t, mentions, 10000)
	_, mentions = read(strings.Repeat("On 5 May and ", 10000)+" 7 June 1992", "")
	require.Len(t, mentions, 10001)
	require.Equal(t, "1992-05-05", mentions[0].Value)
}

// BenchmarkDatesLinear reads a text and one four times as long; the speed in
// bytes must be the same.
func BenchmarkDatesLinear(b *testing.B) {
	for _, unit := range []string{"5 May 1992, ", "3 and ", "1-", "on or about ", "On 5 May and "} {
		for _, n := range []int{5000, 20000} {
			doc := pipeline.NewDocument("d", strings.Repeat(unit, n), pipeline.Meta{})
			b.Run(unit+"x"+itoa(n), func(b *testing.B) {
				b.SetBytes(int64(len(doc.Text)))
				for b.Loop() {
					pipeline.NewPass(doc, Extractor)
				}
			})
		}
	}
}

func corpus(b *testing.B) string {
	files, err := filepath.Glob("../../testdata/sources/us-*.txt")
	require.NoError(b, err)
	var s strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(b, err)
		s.Write(data)
		s.WriteString("\n\n")
	}
	return s.String()
}

// BenchmarkScanWords is what BenchmarkDates is measured by.
func BenchmarkScanWords(b *testing.B) {
	s := corpus(b)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		scanWords(s)
	}
}

func scanWords(s string) {
	words := bufio.NewScanner(strings.NewReader(s))
	words.Split(bufio.ScanWords)
	for words.Scan() {
	}
}

// BenchmarkDates also prints its speed as a part of that of ScanWords over the
// same bytes, taken in turns of some readings each: to stop a benchmark's timer
// stops the world, which would cost both more than what they measure.
func BenchmarkDates(b *testing.B) {
	s := corpus(b)
	doc := pipeline.NewDocument("d", s, pipeline.Meta{})
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	const turn = 50
	var scanning time.Duration
	scans := 0
	for i := 0; b.Loop(); i++ {
		pipeline.NewPass(doc, Extractor)
		if i%turn > 0 {
			continue
		}
		b.StopTimer()
		start := time.Now() //nolint:forbidigo // a benchmark may look at the clock
		for range turn {
			scanWords(s)
		}
		scanning += time.Since(start)
		scans += turn
		b.StartTimer()
	}
	b.ReportMetric(scanning.Seconds()/float64(scans)/(b.Elapsed().Seconds()/float64(b.N)), "ofScanWords")
}

// BenchmarkNoDates is the cost of words that begin no date; it must not allocate.
func BenchmarkNoDates(b *testing.B) {
	s := strings.Repeat("The President and a member of the first party may march on the second city. ", 1000)
	doc := pipeline.NewDocument("d", s, pipeline.Meta{})
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		pipeline.NewPass(doc, Extractor)
	}
}

// TestNothingIsAllocatedWhereThereAreNoDates asserts that the cost of a text
// without dates does not grow with its length.
func TestNothingIsAllocatedWhereThereAreNoDates(t *testing.T) {
	allocations := func(n int) float64 {
		doc := pipeline.NewDocument("d", strings.Repeat("The first party may march on a city, No. 12. ", n), pipeline.Meta{})
		return testing.AllocsPerRun(5, func() { pipeline.NewPass(doc, Extractor) })
	}
	require.InDelta(t, allocations(10), allocations(1000), 0)
}
