package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A Folder is a dataset folder that is being written. Files appear in it whole
// or not at all: each is written beside its place under a temporary name, synced,
// and renamed.
type Folder struct {
	path    string
	options Options
}

// Options say how files are written.
type Options struct {
	BOM bool // begin CSV files with a byte order mark
}

// File writes one file of the folder. When write fails, what stood under the
// name before stays as it was.
func (f *Folder) File(name string, write func(w io.Writer) error) (err error) {
	path := filepath.Join(f.path, name)
	tmp, err := os.CreateTemp(f.path, "."+name+".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("%s: %w", path, err), tmp.Close(), os.Remove(tmp.Name()))
		}
	}()
	w := bufio.NewWriterSize(tmp, 1<<18)
	if err = write(w); err != nil {
		return err
	}
	if err = w.Flush(); err != nil {
		return err
	}
	if err = tmp.Chmod(0o644); err != nil {
		return err
	}
	if err = tmp.Sync(); err != nil {
		return err
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

// sync makes the renames of a folder last.
func (f *Folder) sync() error {
	d, err := os.Open(f.path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
