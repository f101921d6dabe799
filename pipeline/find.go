package pipeline

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// A Source is a file to read and the name it has in the dataset.
type Source struct {
	ID   string // path below the folder that was asked for, with forward slashes
	Path string // where it lies, or Stdin
}

// Find turns the arguments of a run into its sources, sorted by id. An argument
// is a file, a folder that is walked whole, a glob, or Stdin. Hidden files and
// folders inside a walked folder are passed over. What cannot be found or listed
// becomes a failure. Symbolic links to folders inside a folder are not followed,
// so a loop ends.
func Find(args []string) ([]Source, []Failure) {
	var f finder
	for _, arg := range args {
		f.argument(arg)
	}
	return f.settle(), f.failures
}

type finder struct {
	sources  []Source
	failures []Failure
}

func (f *finder) fail(path string, err error) {
	f.failures = append(f.failures, Failure{filepath.ToSlash(path), "find", cause(err)})
}

func (f *finder) add(id, path string) {
	f.sources = append(f.sources, Source{filepath.ToSlash(id), filepath.Clean(path)})
}

func (f *finder) argument(arg string) {
	info, err := os.Stat(arg)
	switch {
	case arg == Stdin:
		f.sources = append(f.sources, Source{"stdin", Stdin})
	case err == nil && info.IsDir():
		f.walk(arg)
	case err == nil:
		f.add(filepath.Base(arg), arg)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
		f.glob(arg)
	default:
		f.fail(arg, err)
	}
}

func (f *finder) glob(pattern string) {
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) == 0 {
		f.fail(pattern, cmp.Or(err, errors.New("the pattern matches nothing")))
		return
	}
	for _, arg := range found {
		f.argument(arg)
	}
}

func (f *finder) walk(folder string) {
	before := len(f.sources) + len(f.failures)
	root := folder + string(filepath.Separator) // so that a link to a folder, when it is asked for itself, is followed
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case err != nil:
			f.fail(path, err)
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() && hidden:
			return fs.SkipDir
		case !d.IsDir() && !hidden:
			id, _ := filepath.Rel(root, path)
			f.add(id, path)
		}
		return nil
	})
	if err != nil {
		f.fail(folder, err)
	}
	if before == len(f.sources)+len(f.failures) {
		f.fail(folder, errors.New("no sources in this folder"))
	}
}

// settle sorts the sources, leaves out those named twice, and gives sources of
// different folders that have one id their whole path instead.
func (f *finder) settle() []Source {
	order := func(a, b Source) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Path, b.Path)) }
	slices.SortFunc(f.sources, order)
	f.sources = slices.Compact(f.sources)
	shared := map[string]int{}
	for _, s := range f.sources {
		shared[s.ID]++
	}
	for i, s := range f.sources {
		if shared[s.ID] > 1 {
			f.sources[i].ID = filepath.ToSlash(s.Path)
		}
	}
	slices.SortFunc(f.sources, order)
	return slices.CompactFunc(f.sources, func(a, b Source) bool { return a.ID == b.ID })
}

// cause is an error in words, without the path that the failure names anyway.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
