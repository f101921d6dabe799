package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"chancery/output"
	"chancery/pipeline"
	"chancery/pipeline/store"
)

func reviewExportCommand() *cobra.Command {
	var r reading
	var file string
	cmd := &cobra.Command{
		Use:   "export FOLDER",
		Short: "Write the corrections of a dataset as regression cases",
		Long: "Export writes a line of JSON for each correction, to be kept beside the rules:\n" +
			"  {\"id\": \"page.txt\", \"text\": \"...\", \"table\": \"visits\", \"record\": \"v...\", \"quote\": \"...\",\n" +
			"   \"want\": {\"to\": \"IT\", ...}, \"not\": {\"to\": \"FR\", ...}, \"missed\": true}\n" +
			"text is the shortest passage around the quote that the rules read as they read the whole\n" +
			"document. want are the values of a record that must be found, of what is ok or was fixed;\n" +
			"not those of a record that must not be, of what is wrong or was fixed. missed marks what\n" +
			"the rules do not get right today. chancery eval reads the cases: it counts which hold, and\n" +
			"exits with 4 when one that held does not. The texts are those that the dataset keeps; use\n" +
			"the --gazetteer and --date-order that it was extracted with.",
		Example: "  chancery review export dataset > cases.jsonl\n  chancery eval cases.jsonl --misses",
		Args:    cobra.ExactArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			job, err := r.job(cmd)
			if err != nil {
				return err
			}
			list, err := correctionsFor(args[0], file)
			if err != nil {
				return err
			}
			cases, left, err := casesOf(job, args[0], list)
			if err != nil {
				return err
			}
			return exported(cmd.OutOrStdout(), cmd.ErrOrStderr(), cases, left)
		}),
	}
	r.flags(cmd)
	cmd.Flags().StringVar(&file, "corrections", "", "file of corrections (default: corrections.jsonl in the dataset folder)")
	return cmd
}

// casesOf makes cases of corrections, with the texts that a dataset folder keeps.
func casesOf(job pipeline.Job, folder string, list []output.Correction) (cases []output.Case, left []output.Correction, err error) {
	if _, err := os.Stat(filepath.Join(folder, store.Name)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("%s: no dataset that chancery extract wrote: it has no %s", folder, store.Name)
	}
	s, err := store.Open(folder)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return output.Cases(job, s, list)
}

// exported prints the cases, and makes those that could not be made the exit code.
func exported(w, stderr io.Writer, cases []output.Case, left []output.Correction) error {
	if err := output.WriteCases(w, cases); err != nil {
		return err
	}
	for _, c := range left {
		fmt.Fprintf(stderr, "chancery: %s: the document of %s %s is not in the dataset\n", c.Document, c.Table, c.ID)
	}
	if len(left) > 0 {
		return exit{exitPartial, fmt.Errorf("%s without a document; the rest is written", output.Count(len(left), "correction"))}
	}
	return nil
}
