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
// classes.tsv. Spellings with one key, as "charge" and "chargé", share theirs.
var classes = func() *text.Table[uint64] {
	words := map[uint64]uint64{}
	bit := uint64(1)
	for line := range strings.SplitSeq(classList, "\n") {
		_, list, ok := strings.Cut(line, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		for w := range strings.FieldsSeq(list) {
			words[text.KeyOf(w)] |= bit
		}
		bit <<= 1
	}
	return text.NewKeyTable(words)
}()
