package ner

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"sync"
)

//go:embed weights.bin
var shippedWeights []byte

// shipped loads the embedded weights when a document first asks. It panics when
// they are not what Write wrote, which a test would find.
var shipped = sync.OnceValue(func() *Weights {
	w, err := ReadWeights(bytes.NewReader(shippedWeights))
	if err != nil {
		panic(fmt.Sprintf("weights.bin: %v", err))
	}
	return w
})

// ReadWeights reads what Write wrote.
func ReadWeights(in io.Reader) (*Weights, error) {
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	w := &Weights{Rows: make([]Row, 1<<rowBits)}
	for _, part := range []any{&w.Unit, &w.Pairs} {
		if err := binary.Read(z, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	rows := make([]byte, 8*len(w.Rows))
	if _, err := io.ReadFull(z, rows); err != nil {
		return nil, err
	}
	for i := range w.Rows { // which binary.Read, not knowing their type, takes five times as long for
		w.Rows[i] = Row(binary.LittleEndian.Uint64(rows[8*i:]))
	}
	return w, nil
}

// Write writes the weights, the same bytes for the same weights.
func (w *Weights) Write(out io.Writer) error {
	z, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, part := range []any{w.Unit, w.Pairs, w.Rows} {
		if err := binary.Write(z, binary.LittleEndian, part); err != nil {
			return err
		}
	}
	return z.Close()
}
