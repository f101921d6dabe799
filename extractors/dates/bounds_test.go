package dates

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// TestWorkIsLinear counts the tokens that the reader looks at: on texts made to
// be read again and again they must not grow faster than the text.
func TestWorkIsLinear(t *testing.T) {
	for _, unit := range []string{
		"1-1-", "1.1.", "1/1/", "5 May 1992, ", "May 5, ", "5, ", "first and ", "1990-", "1990 and ", "of the ", "May, ", "between 5 ", "twenty ",
		"one thousand and ", "the first of the ", "to the present ", "Monday, ", "early ", "tel 1990 - ", "last year ", "5 days after ", "and ", "(1990 ",
	} {
		small, large := work(strings.Repeat(unit, 500)), work(strings.Repeat(unit, 10000))
		require.Less(t, large, 24*small+1000, "%q", unit)
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

func corpus(b *testing.B) string {
	files, err := filepath.Glob("../../testdata/sources/*.txt")
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
		words := bufio.NewScanner(strings.NewReader(s))
		words.Split(bufio.ScanWords)
		for words.Scan() {
		}
	}
}

func BenchmarkDates(b *testing.B) {
	s := corpus(b)
	doc := pipeline.NewDocument("d", s, pipeline.Meta{})
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		pipeline.NewPass(doc, Extractor)
	}
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
