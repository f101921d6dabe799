package source

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Gzip opens one packed file. What it holds keeps the id of the file itself.
var Gzip = Format{
	Name:       "gzip",
	Doc:        "a file packed with gzip, of any of these formats",
	Extensions: []string{".gz", ".tgz"},
	Claims:     func(in *Input) bool { return begins(in, "\x1f\x8b\x08") },
	Parts:      openGzip,
}

func openGzip(in *Input, each func(Part) bool) error {
	z, err := gzip.NewReader(in.Stream())
	if err != nil {
		return fmt.Errorf("gzip: %w", plainly(err))
	}
	name := z.Name
	if i := strings.LastIndexByte(in.Name, '.'); i > 0 {
		name = in.Name[:i]
	}
	if strings.HasSuffix(strings.ToLower(in.Name), ".tgz") {
		name += ".tar"
	}
	inner := in.inside(name, in.unpack(located{z, "gzip", new(int64)}))
	each(Part{In: inner})
	return nil
}

// A located reader says in its errors where in the unpacked file it was.
type located struct {
	r    io.Reader
	what string
	at   *int64
}

func (l located) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	*l.at += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("%s: %w at offset %d of what is packed", l.what, plainly(err), *l.at)
	}
	return n, err
}

// errTruncated says that a file ends before what it announces.
var errTruncated = errors.New("truncated: the file ends too early")

// plainly says what the errors of the standard library mean.
func plainly(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errTruncated
	case errors.Is(err, gzip.ErrChecksum):
		return errors.New("damaged: the checksum is wrong")
	case errors.Is(err, gzip.ErrHeader):
		return errors.New("damaged: no gzip header")
	}
	return err
}
