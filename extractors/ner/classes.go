package ner

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed classes.tsv
var classList string

// bodies are the classes of institutions and offices: the first and the fourth of
// classes.tsv.
const bodies = 1<<0 | 1<<3

// classes are the classes that a word belongs to, one bit for each line of
// classes.tsv.
var classes = func() *text.Table[uint64] {
	words := map[string]uint64{}
	bit := uint64(1)
	for line := range strings.SplitSeq(classList, "\n") {
		_, list, ok := strings.Cut(line, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		for w := range strings.FieldsSeq(list) {
			words[w] |= bit
		}
		bit <<= 1
	}
	return text.NewTable(words)
}()
