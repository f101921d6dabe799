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
	w := NewWeights()
	for _, part := range []any{&w.Unit, &w.Pairs, w.Rows} {
		if err := binary.Read(z, binary.LittleEndian, part); err != nil {
			return nil, err
		}
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
