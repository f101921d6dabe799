package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"chancery/pipeline"
	"chancery/pipeline/store"
)

// A plan says what a run does with each source.
type plan struct {
	fresh, changed []pipeline.Source      // to be read
	gone           []string               // to leave the dataset
	kept           int                    // reused
	entries        map[string]store.Entry // of those to be read
}

// planned compares the sources with what a store has of them. Content is compared,
// never dates: reading a file is cheap beside extracting it, and dates lie.
func planned(sources []pipeline.Source, has map[string]store.Entry, rules string, force bool, since time.Time) plan {
	p := plan{entries: map[string]store.Entry{}}
	here := map[string]bool{}
	for _, s := range sources {
		here[s.ID] = true
		old, known := has[s.ID]
		if s.Path != pipeline.Stdin && !since.IsZero() && before(s.Path, since) {
			if known {
				p.kept++
			}
			continue
		}
		e := store.Entry{Sum: sumOf(s), Rules: rules}
		switch {
		case !known:
			p.fresh = append(p.fresh, s)
		case force || e.Sum == "" || e != old:
			p.changed = append(p.changed, s)
		default:
			p.kept++
			continue
		}
		p.entries[s.ID] = e
	}
	for _, name := range slices.Sorted(maps.Keys(has)) {
		if !here[name] {
			p.gone = append(p.gone, name)
		}
	}
	return p
}

// due are the sources to be read, in their order.
func (p *plan) due() []pipeline.Source {
	all := slices.Concat(p.fresh, p.changed)
	slices.SortFunc(all, func(a, b pipeline.Source) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return all
}

// before reports whether a file was last modified before a moment.
func before(path string, t time.Time) bool {
	info, err := os.Stat(path)
	return err == nil && info.ModTime().Before(t)
}

// sumOf is the sum of a source, or empty when it cannot be known: such a source
// is read in every run.
func sumOf(s pipeline.Source) string {
	if s.Path == pipeline.Stdin {
		return ""
	}
	info, err := os.Stat(s.Path)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	sum, err := store.Sum(s.Path)
	if err != nil {
		return ""
	}
	return sum
}

// dry prints the plan of a run and makes nothing, not even a folder.
func (b *batch) dry(cmd *cobra.Command, sources []pipeline.Source, failures []pipeline.Failure, rules string) error {
	has := map[string]store.Entry{}
	if _, err := os.Stat(b.storePath()); err == nil {
		s, err := store.Open(b.folder)
		if err != nil {
			return err
		}
		has, err = s.Entries()
		if err = errors.Join(err, s.Close()); err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	p := planned(sources, has, rules, b.force, b.since)
	out := cmd.OutOrStdout()
	for _, s := range p.fresh {
		fmt.Fprintf(out, "new      %s\n", s.ID)
	}
	for _, s := range p.changed {
		fmt.Fprintf(out, "changed  %s\n", s.ID)
	}
	for _, name := range p.gone {
		fmt.Fprintf(out, "gone     %s\n", name)
	}
	fmt.Fprintf(out, "%s: %d new, %d changed, %d gone, %d unchanged\n", b.folder, len(p.fresh), len(p.changed), len(p.gone), p.kept)
	return partial(cmd, failures)
}
