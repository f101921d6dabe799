package source

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"path"
)

// Tar opens archives of Unix, packed with gzip or not.
var Tar = Format{
	Name:       "tar",
	Doc:        "a tar archive, also packed with gzip; each file in it is a source of its own",
	Extensions: []string{".tar"},
	Types:      []string{"application/x-tar"},
	Claims:     isTar,
	Parts:      openTar,
}

// isTar looks for the mark that all of today's tar archives bear in their first header.
func isTar(in *Input) bool {
	const at = 257
	head := in.Head()
	return len(head) >= at+5 && string(head[at:at+5]) == "ustar"
}

func openTar(in *Input, each func(Part) bool) error {
	stream := &offsetReader{r: in.Stream()}
	t := tar.NewReader(stream)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return fmt.Errorf("tar: %w at offset %d", tarError(err), stream.at)
		}
		if part, ok := tarPart(in, h, t); ok && !each(part) {
			return nil
		}
	}
}

// tarPart is one entry; ok is false for folders and what else is no content.
func tarPart(in *Input, h *tar.Header, r io.Reader) (p Part, ok bool) {
	if unseen(h.Name) {
		return Part{}, false
	}
	name, err := entryName(h.Name)
	switch h.Typeflag {
	case tar.TypeReg, tar.TypeGNUSparse:
	case tar.TypeSymlink, tar.TypeLink:
		err = errLink
	default:
		return Part{}, false
	}
	if err != nil {
		return Part{Name: name, Err: err}, true
	}
	if h.Typeflag == tar.TypeGNUSparse { // its holes are bytes that nobody stored
		r = in.unpack(r)
	}
	return Part{Name: name, In: in.inside(path.Base(name), located{r, "tar", new(int64)})}, true
}

func tarError(err error) error {
	if errors.Is(err, tar.ErrHeader) {
		return errors.New("damaged: no valid header")
	}
	return plainly(err)
}

// An offsetReader knows how far it was read.
type offsetReader struct {
	r  io.Reader
	at int64
}

func (o *offsetReader) Read(p []byte) (int, error) {
	n, err := o.r.Read(p)
	o.at += int64(n)
	return n, err
}
