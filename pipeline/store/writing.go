package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// batch is how many bytes are put before they are brought to the disk: what a
// run that is killed has to do again.
const batch = 256 << 10

// The packer and the unpacker of all blocks. Neither keeps anything from one call
// to the next, so that goroutines may share them.
var (
	packer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(window), zstd.WithEncoderConcurrency(1))
	unpacker, _ = zstd.NewReader(nil, zstd.WithDecoderLowmem(true), zstd.WithDecoderConcurrency(0))
)

// window is how far back in a block its packing looks, in bytes.
const window = 1 << 20

// A Writing is a source whose blocks are being put.
type Writing struct {
	s      *Store
	source int64
	part   int
}

// Begin replaces what the store has of a source. Nothing of it counts before End.
func (s *Store) Begin(source string) (*Writing, error) {
	if err := s.Remove(source); err != nil {
		return nil, err
	}
	res, err := s.change("INSERT INTO sources (name, sum, rules) VALUES (?, '', '')", source)
	if err != nil {
		return nil, err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return nil, s.explain(err)
	}
	return &Writing{s: s, source: id}, nil
}

// Put adds a block of rows to a table.
func (w *Writing) Put(table string, rows int, block []byte) error {
	packed := packer.EncodeAll(block, nil)
	w.part++
	w.s.put += len(packed)
	_, err := w.s.change("INSERT INTO blocks (source, tab, part, rows, data) VALUES (?, ?, ?, ?, ?)", w.source, table, w.part, rows, packed)
	return err
}

// End makes the source complete, and from time to time brings all to the disk.
func (w *Writing) End(e Entry) error {
	if _, err := w.s.change("UPDATE sources SET sum = ?, rules = ? WHERE id = ?", e.Sum, e.Rules, w.source); err != nil {
		return err
	}
	if w.s.put += 1 << 10; w.s.put > batch {
		return w.s.Commit()
	}
	return nil
}

// Cancel forgets what was put.
func (w *Writing) Cancel() error {
	if _, err := w.s.change("DELETE FROM blocks WHERE source = ?", w.source); err != nil {
		return err
	}
	_, err := w.s.change("DELETE FROM sources WHERE id = ?", w.source)
	return err
}

// Sum is the SHA-256 of a file, hexadecimal.
func Sum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Digest is the version of a program by its own text: the same rules and data
// give the same digest, however often they are built. Tests do not count.
func Digest(options string, code ...fs.FS) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, options)
	for _, c := range code {
		err := fs.WalkDir(c, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := c.Open(path)
			if err != nil {
				return err
			}
			fmt.Fprintln(h, path)
			_, err = io.Copy(h, f)
			return errors.Join(err, f.Close())
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}
