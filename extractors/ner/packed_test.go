package ner

import (
	"encoding/binary"
	"flag"
	"maps"
	"math/bits"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write tagger.bin anew")

// TestTaggerIsPacked compares the packed tagger with the one that prose ships.
func TestTaggerIsPacked(t *testing.T) {
	file := loadTagger().write()
	if *update {
		require.NoError(t, os.WriteFile("tagger.bin", file, 0o600))
		return
	}
	require.True(t, slices.Equal(file, packedTagger), "tagger.bin is not what prose ships: go generate ./extractors/ner")
}

// write is the file that readTagger reads.
func (l *tagLoader) write() []byte {
	m := l.m
	b := binary.AppendUvarint(nil, uint64(len(m.tags)))
	for _, tag := range m.tags {
		b = append(binary.AppendUvarint(b, uint64(len(tag))), tag...)
	}
	b = binary.AppendUvarint(b, uint64(len(l.fixed)))
	for _, key := range slices.Sorted(maps.Keys(l.fixed)) {
		b = append(binary.LittleEndian.AppendUint64(b, key), l.fixed[key])
	}
	for i := range m.ofBefore {
		for k := range m.tags {
			b = binary.LittleEndian.AppendUint32(b, uint32(m.ofBefore[i][k]))
		}
	}
	b = l.writeRows(b)
	b = binary.AppendUvarint(b, uint64(len(m.weights)))
	for _, w := range m.weights {
		b = binary.LittleEndian.AppendUint32(b, uint32(w))
	}
	return b
}

// writeRows appends the words and endings and the lengths of their rows, in the order in
// which gather laid these.
func (l *tagLoader) writeRows(b []byte) []byte {
	m := l.m
	keys := func(keys []uint64) {
		b = binary.AppendUvarint(b, uint64(len(keys)))
		for _, key := range keys {
			b = binary.LittleEndian.AppendUint64(b, key)
		}
	}
	lengths := func(spans []span) {
		for _, s := range spans {
			b = binary.AppendUvarint(b, uint64(s.to-s.from))
		}
	}
	lengths(m.ofEarlier)
	lengths(m.ofTwo)
	lengths(m.ofFirst[:])
	keys(l.endKeys)
	for _, e := range m.ofEndings[1:] {
		lengths(e[:])
	}
	keys(l.wordKeys)
	b = binary.AppendUvarint(b, uint64(len(m.ofPairs)))
	for _, w := range m.ofWords[1:] {
		b = binary.LittleEndian.AppendUint64(b, w.sides)
		lengths(w.places[:])
		lengths(m.ofPairs[w.pairs : int(w.pairs)+bits.OnesCount64(w.sides)])
	}
	return b
}
