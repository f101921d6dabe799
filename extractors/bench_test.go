package extractors

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors/ner"
	"chancery/pipeline"
)

// corpus is the country-guide articles among the sources, each a document.
func corpus(tb testing.TB) (docs []string, size int64) {
	paths, err := filepath.Glob("../testdata/sources/us-*.txt")
	require.NoError(tb, err)
	require.NotEmpty(tb, paths)
	for _, p := range paths {
		data, err := os.ReadFile(p)
		require.NoError(tb, err)
		docs = append(docs, string(data))
		size += int64(len(data))
	}
	return docs, size
}

// BenchmarkScanWords is the reference: the speed of reading the words at all.
func BenchmarkScanWords(b *testing.B) {
	docs, size := corpus(b)
	b.SetBytes(size)
	for b.Loop() {
		for _, d := range docs {
			sc := bufio.NewScanner(bytes.NewReader([]byte(d)))
			sc.Split(bufio.ScanWords)
			for sc.Scan() {
			}
		}
	}
}

func benchmark(b *testing.B, list []*pipeline.Extractor) {
	docs, size := corpus(b)
	annotate := func() {
		for _, d := range docs {
			if _, err := pipeline.Annotate(pipeline.NewDocument("d", d, pipeline.Meta{}), list); err != nil {
				b.Fatal(err)
			}
		}
	}
	annotate() // what is loaded when it is first needed is start-up, not reading
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		annotate()
	}
}

// BenchmarkAnnotate is everything from text to resolved mentions; BenchmarkRules
// is the same without the witness.
func BenchmarkAnnotate(b *testing.B) { benchmark(b, All) }

func BenchmarkRules(b *testing.B) {
	silent := *ner.Extractor
	silent.Run = func(*pipeline.Pass) {}
	list := slices.Clone(All)
	list[slices.Index(list, ner.Extractor)] = &silent
	run := ner.Extractor.Run
	ner.Extractor.Run = silent.Run // what requires the witness finds no note
	defer func() { ner.Extractor.Run = run }()
	benchmark(b, list)
}

func BenchmarkTokens(b *testing.B) { benchmark(b, nil) }

// BenchmarkExtractor measures each extractor with what it requires.
func BenchmarkExtractor(b *testing.B) {
	for _, e := range All {
		b.Run(e.Name, func(b *testing.B) {
			docs, size := corpus(b)
			b.SetBytes(size)
			for b.Loop() {
				for _, d := range docs {
					pipeline.NewPass(pipeline.NewDocument("d", d, pipeline.Meta{}), e)
				}
			}
		})
	}
}
