package source

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
)

// Zip opens archives. Office documents are zip archives as well, and are asked first.
var Zip = Format{
	Name:       "zip",
	Doc:        "a zip archive; each file in it is a source of its own",
	Extensions: []string{".zip"},
	Types:      []string{"application/zip", "application/x-zip-compressed"},
	Claims:     isZip,
	Parts:      openZip,
}

func isZip(in *Input) bool {
	return bytes.HasPrefix(in.Head(), []byte("PK\x03\x04")) || bytes.HasPrefix(in.Head(), []byte("PK\x05\x06"))
}

// refusedOffice are documents in zip archives that are no archives to their users.
var refusedOffice = []struct{ entry, what string }{
	{"xl/workbook.xml", "a spreadsheet: this format is not read, save it as CSV"},
	{"ppt/presentation.xml", "a presentation: this format is not read, save it as plain text"},
	{"META-INF/container.xml", "an e-book: this format is not read, save it as HTML"},
	{"mimetype", "an office document: this format is not read, save it as DOCX or ODT"},
}

func openZip(in *Input, each func(Part) bool) error {
	z, err := in.directory()
	if err != nil {
		return err
	}
	for _, r := range refusedOffice {
		if hasEntry(z, r.entry) {
			return errors.New(r.what)
		}
	}
	for _, f := range z.File {
		if unseen(f.Name) || f.Mode().IsDir() {
			continue
		}
		if !openEntry(in, f, each) {
			break
		}
	}
	return nil
}

// openEntry gives one file of an archive.
func openEntry(in *Input, f *zip.File, each func(Part) bool) bool {
	name, err := entryName(f.Name)
	switch {
	case err != nil:
	case f.Mode()&fs.ModeSymlink != 0:
		err = errLink
	case f.Flags&1 != 0:
		err = errors.New("protected by a password")
	case f.UncompressedSize64 > uint64(in.limits.MaxBytes) && path.Ext(name) == "":
		err = in.tooLarge()
	}
	if err != nil {
		return each(Part{Name: name, Err: err})
	}
	r, err := f.Open()
	if err != nil {
		return each(Part{Name: name, Err: zipError(err)})
	}
	defer r.Close()
	return each(Part{Name: name, In: in.inside(path.Base(name), in.unpack(located{r, "zip", new(int64)}))})
}

// zipError says what the errors of the standard library mean.
func zipError(err error) error {
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		return errors.New("packed in a way that is not read: only stored and deflated files are")
	case errors.Is(err, zip.ErrFormat):
		return errors.New("damaged: no valid zip directory, the file may be cut")
	case errors.Is(err, zip.ErrChecksum):
		return errors.New("damaged: the checksum is wrong")
	}
	return plainly(err)
}

// The largest directory of an archive that is read, in bytes and entries.
const (
	maxDirectory = 64 << 20
	maxEntries   = 1 << 20
)

// directory is what a zip archive holds, read once.
func (in *Input) directory() (*zip.Reader, error) {
	if in.zip == nil && in.zipErr == nil {
		in.zip, in.zipErr = in.readDirectory()
	}
	return in.zip, in.zipErr
}

func (in *Input) readDirectory() (*zip.Reader, error) {
	at, size, err := in.file()
	if err != nil {
		return nil, err
	}
	if n := directorySize(at, size); n > maxDirectory {
		return nil, fmt.Errorf("a directory of %s: more than the %s that an archive's may have", bytesOf(n), bytesOf(maxDirectory))
	}
	z, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("zip: %w", zipError(err))
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("%d files: more than the %d that an archive may have", len(z.File), maxEntries)
	}
	return z, nil
}

// directorySize is the size of a zip directory as the end of the archive states it.
func directorySize(at io.ReaderAt, size int64) int64 {
	const record, comment = 22, 1 << 16
	tail := make([]byte, min(size, record+comment))
	if _, err := at.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return 0
	}
	i := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if i < 0 || i+record > len(tail) {
		return 0
	}
	n := int64(binary.LittleEndian.Uint32(tail[i+12:]))
	if n == 1<<32-1 { // in an archive of more than 4 GB it stands before, and is what lies between
		n = size - record - int64(binary.LittleEndian.Uint32(tail[i+16:]))
	}
	return n
}

// hasEntry reports whether an archive holds a file of that very name.
func hasEntry(z *zip.Reader, name string) bool {
	for _, f := range z.File {
		if f.Name == name {
			return true
		}
	}
	return false
}
