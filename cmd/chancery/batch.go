package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"chancery/extractors"
	"chancery/output"
	"chancery/pipeline"
	"chancery/pipeline/store"
)

// A batch is a run of extract: from sources through the store to the files of a
// dataset folder.
type batch struct {
	reading
	folder  string
	names   []string
	formats []output.Format
	options output.Options
	force   bool
	dryRun  bool
	quiet   bool
	log     string // one of logForms
	since   time.Time
	maxMB   int
	maxTime time.Duration

	corrections string // file

	tell teller
}

func (b *batch) storePath() string { return filepath.Join(b.folder, store.Name) }

// rules is the version of everything that decides what a source gives.
func (b *batch) rules() (string, error) {
	options := []string{pipeline.Ruleset, b.dateOrder, strconv.Itoa(b.maxMB)}
	for _, path := range b.lists {
		sum, err := store.Sum(path)
		if err != nil {
			return "", usage("--gazetteer: %w", err)
		}
		options = append(options, filepath.Base(path), sum)
	}
	options = append(options, libraries()...)
	return store.Digest(strings.Join(options, "\x00"), pipeline.Code, extractors.Code, output.Code)
}

// run brings a dataset folder up to date with its sources.
func (b *batch) run(cmd *cobra.Command, args []string) error {
	if !slices.Contains(logForms, b.log) {
		return usage("--log %q: want text or json", b.log)
	}
	if b.maxMB <= 0 || b.maxTime < 0 {
		return usage("--max-size %d, --max-time %s: want a size above zero, and no negative time", b.maxMB, b.maxTime)
	}
	b.tell = newTeller(cmd, b.quiet, b.log)
	return b.tell.failed(b.bring(cmd, args))
}

// bring is run, for those who have checked the flags.
func (b *batch) bring(cmd *cobra.Command, args []string) error {
	job, err := b.job(cmd)
	if err != nil {
		return err
	}
	job.MaxBytes, job.MaxTime = int64(b.maxMB)<<20, b.maxTime
	rules, err := b.rules()
	if err != nil {
		return err
	}
	sources, failures := pipeline.Find(args)
	if b.dryRun {
		return b.dry(cmd, sources, failures, rules)
	}
	fixes, err := correctionsFor(b.folder, b.corrections)
	if err != nil {
		return err
	}
	s, err := store.Open(b.folder)
	if err != nil {
		return err
	}
	done, err := b.update(cmd, job, s, fixes, sources, failures, rules)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	return b.tell.end(b.folder, done)
}

// update reads what is new or changed into the store and writes the files, if
// those that stand there are not the same.
func (b *batch) update(cmd *cobra.Command, job pipeline.Job, s *store.Store, fixes []output.Correction, sources []pipeline.Source, failures []pipeline.Failure, rules string) (*note, error) {
	has, err := s.Entries()
	if err != nil {
		return nil, err
	}
	p := planned(sources, has, rules, b.force, b.since)
	due := p.due()
	written, err := s.Note("written")
	if err != nil {
		return nil, err
	}
	if b.force || len(due)+len(p.gone) > 0 {
		if err := errors.Join(s.SetNote("written", ""), s.Commit()); err != nil {
			return nil, err
		}
		written = ""
	}
	for _, name := range p.gone {
		if err := s.Remove(name); err != nil {
			return nil, err
		}
	}
	spareMemory(due)
	fill := filling{store: s, due: due, entries: p.entries, tell: b.tell, bar: b.tell.begin(&p, due)}
	err = fill.run(cmd.Context(), job)
	fill.bar.end()
	if err != nil {
		return nil, err
	}
	if err := s.Commit(); err != nil {
		return nil, err
	}
	files := b.located(sources)
	want := &note{Rules: rules, Formats: b.names, Options: b.options, Found: failures, Fixes: fixes, Located: digestOf(files)}
	return b.write(s, want, files, written)
}

// write writes the files from the store, unless they stand there already, and
// completes the note of them.
func (b *batch) write(s *store.Store, n *note, files map[string]string, written string) (*note, error) {
	var old note
	if written != "" && json.Unmarshal([]byte(written), &old) == nil && old.serves(n) && old.stands(b.folder) {
		return &old, nil
	}
	dataset, err := output.Stored(s, n.Found, b.jobs)
	if err != nil {
		return nil, err
	}
	if len(n.Fixes) > 0 { // they may touch any record
		if dataset, err = dataset.Whole(output.NeedTexts(b.formats)); err != nil {
			return nil, err
		}
		n.Fixed = fmt.Sprint(dataset.Correct(n.Fixes))
	}
	dataset.Locate(files)
	n.Summary = dataset.Summary()
	for _, f := range dataset.Failures {
		n.Failed = append(n.Failed, pipeline.Failure(f))
	}
	if err := output.Sweep(b.folder); err != nil {
		return nil, err
	}
	options := b.options
	options.Jobs = b.jobs
	names, err := output.WriteFiles(b.folder, dataset, b.formats, options)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		info, err := os.Stat(filepath.Join(b.folder, name))
		if err != nil {
			return nil, err
		}
		n.Files = append(n.Files, writtenFile{name, info.Size(), info.ModTime().UnixNano()})
	}
	text, err := json.Marshal(n)
	if err != nil {
		return nil, err
	}
	return n, s.SetNote("written", string(text))
}
