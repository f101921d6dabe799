package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// A Folder is a dataset folder that is being written. Its files appear whole or
// not at all, and together: each is written beside its place under a temporary
// name and synced, and only when the last one is done do they get their names.
type Folder struct {
	path    string
	options Options
	staged  []*draft       // written, or under way
	closing sync.WaitGroup // of those written that are being brought to the disk
}

// Options say how files are written.
type Options struct {
	BOM  bool // begin CSV files with a byte order mark
	Jobs int  // blocks of rows written at a time; 0 for one a core. The bytes are the same
}

// File writes one file of the folder. What stands under the name stays as it is
// until all files are written, and for good when one of them fails.
func (f *Folder) File(name string, write func(w io.Writer) error) error {
	d, err := f.draft(name)
	if err != nil {
		return err
	}
	if err := write(d); err != nil {
		return d.named(err)
	}
	f.finish(d)
	return nil
}

// A draft is a file that is being written. Its errors name its place.
type draft struct {
	path string
	file *os.File
	w    *bufio.Writer
	err  error // of finishing it, once that is done
}

func (f *Folder) draft(name string) (*draft, error) {
	path := filepath.Join(f.path, name)
	file, err := os.CreateTemp(f.path, "."+name+".*.tmp")
	if err != nil {
		return nil, err
	}
	d := &draft{path: path, file: file, w: bufio.NewWriterSize(file, 1<<18)}
	f.staged = append(f.staged, d)
	return d, nil
}

// next is the draft of a name: the one under way when it has that name, else a new
// one, for which the other is finished.
func (f *Folder) next(d *draft, name string) (*draft, error) {
	if d != nil && d.path == filepath.Join(f.path, name) {
		return d, nil
	}
	if d != nil {
		f.finish(d)
	}
	return f.draft(name)
}

// finish brings a file that is written to the disk and closes it, while others are
// written. Its error is that of commit.
func (f *Folder) finish(d *draft) {
	f.closing.Go(func() {
		d.err = d.named(errors.Join(d.w.Flush(), d.file.Chmod(0o644), d.file.Sync(), d.file.Close()))
	})
}

func (d *draft) Write(b []byte) (int, error) {
	return d.w.Write(b)
}

func (d *draft) named(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", d.path, err)
}

// commit gives the files their names and makes that last.
func (f *Folder) commit() error {
	f.closing.Wait()
	for _, s := range f.staged {
		if s.err != nil {
			return s.err
		}
		if info, err := os.Stat(s.path); err == nil && info.IsDir() {
			return fmt.Errorf("%s: a folder stands in the place of the file", s.path)
		}
	}
	for _, s := range f.staged {
		if err := os.Rename(s.file.Name(), s.path); err != nil {
			return err
		}
	}
	f.staged = nil
	return f.sync()
}

// discard removes the files that have not got their names.
func (f *Folder) discard() error {
	f.closing.Wait()
	var errs []error
	for _, s := range f.staged {
		_ = s.file.Close() // it is to be forgotten, and may be closed already
		if err := os.Remove(s.file.Name()); !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// sync makes the renames of a folder last.
func (f *Folder) sync() error {
	d, err := os.Open(f.path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// Sweep removes what a run that was killed left in a dataset folder under
// temporary names. Nobody else may be writing there.
func Sweep(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		if own(e.Name()) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(folder, e.Name())))
		}
	}
	return err
}

// own reports whether a name is one that File gives to an unfinished file.
func own(name string) bool {
	stem, _, _ := strings.Cut(strings.TrimPrefix(name, "."), ".")
	temporary := strings.HasPrefix(name, ".") && strings.HasSuffix(name, ".tmp")
	return temporary && (stem == "dataset" || stem == "datapackage" || stem == "report" || tableIndex(stem) >= 0)
}
