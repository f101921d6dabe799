package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A Folder is a dataset folder that is being written. Its files appear whole or
// not at all, and together: each is written beside its place under a temporary
// name and synced, and only when the last one is done do they get their names.
type Folder struct {
	path    string
	options Options
	staged  []stagedFile
}

// A stagedFile is written and waits for its name.
type stagedFile struct{ tmp, path string }

// Options say how files are written.
type Options struct {
	BOM bool // begin CSV files with a byte order mark
}

// File writes one file of the folder. What stands under the name stays as it is
// until all files are written, and for good when one of them fails.
func (f *Folder) File(name string, write func(w io.Writer) error) error {
	path := filepath.Join(f.path, name)
	tmp, err := os.CreateTemp(f.path, "."+name+".*.tmp")
	if err != nil {
		return err
	}
	f.staged = append(f.staged, stagedFile{tmp.Name(), path})
	if err := errors.Join(fill(tmp, write), tmp.Close()); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// fill writes a file and brings it to the disk.
func fill(tmp *os.File, write func(w io.Writer) error) error {
	w := bufio.NewWriterSize(tmp, 1<<18)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		return err
	}
	return tmp.Sync()
}

// commit gives the files their names and makes that last.
func (f *Folder) commit() error {
	for _, s := range f.staged {
		if info, err := os.Stat(s.path); err == nil && info.IsDir() {
			return fmt.Errorf("%s: a folder stands in the place of the file", s.path)
		}
	}
	for _, s := range f.staged {
		if err := os.Rename(s.tmp, s.path); err != nil {
			return err
		}
	}
	f.staged = nil
	return f.sync()
}

// discard removes the files that have not got their names.
func (f *Folder) discard() error {
	var errs []error
	for _, s := range f.staged {
		if err := os.Remove(s.tmp); !errors.Is(err, os.ErrNotExist) {
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
