package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"chancery/output"
	"chancery/pipeline"
)

// A writtenFile is a file of a dataset folder as a run left it.
type writtenFile struct {
	Name     string
	Size     int64
	Modified int64 // nanoseconds
}

// A note says from what the files of a dataset folder were written, what they
// are, and what there is to say of them.
type note struct {
	Rules   string
	Formats []string
	Options output.Options
	Found   []pipeline.Failure // what could not be found
	Fixes   []output.Correction
	Located string // digest of where the sources lie
	Fixed   string // what became of them
	Summary string
	Failed  []pipeline.Failure // all failures
	Files   []writtenFile
}

// located are the places of the sources' files, relative to the dataset folder, by
// the sources' ids. Standard input and what lies on another drive has none.
func (b *batch) located(sources []pipeline.Source) map[string]string {
	files := map[string]string{}
	folder, err := filepath.Abs(b.folder)
	for _, s := range sources {
		if s.Path == pipeline.Stdin || err != nil {
			continue
		}
		if at, err := filepath.Abs(s.Path); err == nil {
			if at, err = filepath.Rel(folder, at); err == nil {
				files[s.ID] = filepath.ToSlash(at)
			}
		}
	}
	return files
}

func digestOf(files map[string]string) string {
	h := sha256.New()
	for _, id := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%q %q\n", id, files[id])
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// serves reports whether what was written is what want asks for.
func (n *note) serves(want *note) bool {
	return n.Rules == want.Rules && slices.Equal(n.Formats, want.Formats) && n.Options == want.Options && n.Located == want.Located && slices.Equal(n.Found, want.Found) &&
		reflect.DeepEqual(n.Fixes, want.Fixes)
}

// stands reports whether the files are as they were left.
func (n *note) stands(folder string) bool {
	return !slices.ContainsFunc(n.Files, func(f writtenFile) bool {
		info, err := os.Stat(filepath.Join(folder, f.Name))
		return err != nil || info.Size() != f.Size || info.ModTime().UnixNano() != f.Modified
	})
}
