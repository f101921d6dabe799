package source

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Limits bound what a source may cost.
type Limits struct {
	MaxBytes int64 // largest document, in bytes, unpacked
	Depth    int   // how deep archives may lie in archives
}

// The bounds of what a packed source may unfold to: a bomb gives a thousand
// times its size, saved pages ten times.
const (
	unfoldRatio = 200
	unfoldFree  = 64 << 20 // bytes that any source may unfold to
)

// An Input is a file that is to be read, wherever it lies: on disk, in memory or
// in a stream. Its content is read once.
type Input struct {
	Name    string // file name; its extension decides where the content does not
	Type    string // media type that what encloses it declares, in lower case; empty when there is none
	Charset string // character set that is declared with the type
	Fetched string // the day on which it was got from where it stood, "2006-01-02"; empty when unknown

	limits Limits
	data   []byte        // the whole content, once it is in memory
	loaded bool          // whether data is set
	stream *bufio.Reader // else the content yet to read
	at     io.ReaderAt   // the same on disk, when it lies there
	size   int64         // of at
	info   fs.FileInfo   // of the file on disk when it was opened
	stat   func() (fs.FileInfo, error)
	packed *budget     // what the source may still unfold to
	zip    *zip.Reader // the directory, once it was read
	zipErr error
}

// headSize is how much of a file is looked at to tell its format.
const headSize = 4096

// FromBytes is an input in memory.
func FromBytes(name string, data []byte, l Limits) *Input {
	return &Input{Name: name, limits: l, data: data, loaded: true, packed: newBudget(int64(len(data)))}
}

// FromFile is an input that lies on disk with size bytes.
func FromFile(name string, at io.ReaderAt, size int64, l Limits) *Input {
	r := bufio.NewReaderSize(io.NewSectionReader(at, 0, size), headSize)
	in := &Input{Name: name, limits: l, stream: r, at: at, size: size, packed: newBudget(size)}
	if f, ok := at.(fs.File); ok {
		in.stat = f.Stat
		in.info, _ = f.Stat()
	}
	return in
}

// ErrChanged says that a file was written while it was read, so that what was read
// may be neither what it was nor what it is.
var ErrChanged = errors.New("changed while it was read")

// changed tells whether the file on disk is another than when it was opened.
func (in *Input) changed() error {
	if in.info == nil {
		return nil
	}
	now, err := in.stat()
	if err == nil && (now.Size() != in.size || !now.ModTime().Equal(in.info.ModTime())) {
		err = ErrChanged
	}
	return err
}

// FromStream is an input that can be read but once, of unknown size.
func FromStream(name string, r io.Reader, l Limits) *Input {
	in := &Input{Name: name, limits: l, packed: newBudget(0)}
	in.stream = bufio.NewReaderSize(counter{r, in.packed.feed}, headSize)
	return in
}

// inside is an input that this one holds: read from a stream, under the same limits.
func (in *Input) inside(name string, r io.Reader) *Input {
	return &Input{Name: name, Fetched: in.Fetched, limits: in.limits, stream: bufio.NewReaderSize(r, headSize), packed: in.packed}
}

// held is an input that this one holds in memory, of a declared media type.
func (in *Input) held(name, kind string, data []byte) *Input {
	return &Input{Name: name, Type: kind, Fetched: in.Fetched, limits: in.limits, data: data, loaded: true, packed: in.packed}
}

// unpack counts what a decompressor gives.
func (in *Input) unpack(r io.Reader) io.Reader { return counter{r, in.packed.take} }

// Head is the beginning of the content, up to some thousand bytes.
func (in *Input) Head() []byte {
	if in.loaded {
		return in.data[:min(len(in.data), headSize)]
	}
	head, _ := in.stream.Peek(headSize) // an error comes again when the content is read
	return head
}

// Data is the whole content. It is an error when that is larger than a document
// may be.
func (in *Input) Data() ([]byte, error) {
	if in.loaded {
		if int64(len(in.data)) > in.limits.MaxBytes {
			return nil, in.tooLarge()
		}
		return in.data, nil
	}
	if in.size > in.limits.MaxBytes {
		return nil, in.tooLarge()
	}
	var b bytes.Buffer
	b.Grow(int(in.size) + bytes.MinRead)
	n, err := b.ReadFrom(io.LimitReader(in.stream, in.limits.MaxBytes+1))
	if err != nil || n > in.limits.MaxBytes {
		return nil, cmp.Or(err, in.tooLarge())
	}
	if err := in.changed(); err != nil {
		return nil, err
	}
	in.data, in.loaded, in.stream, in.at = b.Bytes(), true, nil, nil
	in.zip, in.zipErr = nil, nil // it may have been read from a file that does not stay open
	return in.data, nil
}

// Stream reads the content from its beginning.
func (in *Input) Stream() io.Reader {
	if in.loaded {
		return bytes.NewReader(in.data)
	}
	return in.stream
}

// file is the content in any order, with its size: as it lies on disk, or in memory.
func (in *Input) file() (io.ReaderAt, int64, error) {
	if !in.loaded && in.at != nil {
		return in.at, in.size, nil
	}
	data, err := in.Data()
	return bytes.NewReader(data), int64(len(data)), err
}

// ErrTooLarge says that a document is larger than one may be.
var ErrTooLarge = errors.New("larger than")

func (in *Input) tooLarge() error {
	return fmt.Errorf("%w the %s that a source may have", ErrTooLarge, bytesOf(in.limits.MaxBytes))
}

// bytesOf is a size in words.
func bytesOf(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

// A budget counts what a source unfolds to against its own size.
type budget struct{ left int64 }

func newBudget(size int64) *budget { return &budget{unfoldFree + unfoldRatio*size} }

// ErrBomb says that a source unfolds to so much that it can only be meant to.
var ErrBomb = errors.New("unpacks to more than 200 times its size: refused as a bomb")

// feed allows for n more bytes of the source itself.
func (b *budget) feed(n int) error {
	b.left += unfoldRatio * int64(n)
	return nil
}

// take counts n bytes that were unpacked.
func (b *budget) take(n int) error {
	if b.left -= int64(n); b.left < 0 {
		return ErrBomb
	}
	return nil
}

// A counter tells how much was read of r.
type counter struct {
	r    io.Reader
	tell func(n int) error
}

func (c counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if told := c.tell(n); told != nil {
		return n, told
	}
	return n, err
}
