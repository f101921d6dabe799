package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"chancery/output"
)

func checkCommand() *cobra.Command {
	var r reading
	var form differing
	var golden string
	var update bool
	cmd := &cobra.Command{
		Use:   "check PATH... --golden DIR",
		Short: "Compare a fresh extraction with golden outputs",
		Long: "Check extracts the sources and compares the records with those in the golden folder, by id.\n" +
			"It prints what was gained (+), lost (-) and changed (~), and exits with 4 on a difference.",
		Example: "  chancery check testdata/sources --golden testdata/golden\n  chancery check testdata/sources --golden testdata/golden --update\n  chancery check pages --golden golden --format markdown > comment.md",
		Args:    cobra.MinimumNArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			if err := form.check(); err != nil {
				return err
			}
			if info, err := os.Stat(golden); update && err == nil && !info.IsDir() {
				return usage("--update rewrites the golden outputs of a folder: %s is a file", golden)
			}
			dataset, failures, err := r.read(cmd, args)
			if err != nil {
				return err
			}
			if update {
				formats := output.Held(golden)
				if len(formats) == 0 {
					formats = output.Golden()
				}
				if err := output.Write(golden, dataset, formats, output.Options{}); err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", golden, dataset.Summary())
				return partial(cmd, failures)
			}
			want, err := output.Read(golden)
			if err != nil {
				return err
			}
			return form.differ(cmd, want, dataset.Records())
		}),
	}
	r.flags(cmd)
	form.flags(cmd)
	cmd.Flags().StringVar(&golden, "golden", "", "golden outputs: a dataset folder, or one file of it, in any format that diff reads (required)")
	cmd.Flags().BoolVar(&update, "update", false, "rewrite the golden outputs, in the formats they are in, instead of comparing")
	_ = cmd.MarkFlagRequired("golden")
	return cmd
}

func diffCommand() *cobra.Command {
	var form differing
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Compare two datasets record by record",
		Long: "Diff prints the records gained (+), lost (-) and changed (~) from OLD to NEW, and exits with 4 on a difference.\n" +
			"OLD and NEW are each a dataset folder or one file of it: dataset.json, dataset.sqlite, dataset.xlsx, or a table\n" +
			"as .csv, .jsonl or .parquet, which is compared with that table alone. The formats may differ. Of a folder with\n" +
			"several the first is read of: CSV, JSON, JSON Lines, SQLite, Parquet, workbook.",
		Example: "  chancery diff dataset-may dataset-june\n  chancery diff dataset/dataset.json edited.xlsx\n  chancery diff OLD NEW --format json | jq '.tables'",
		Args:    cobra.ExactArgs(2),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			if err := form.check(); err != nil {
				return err
			}
			before, err := output.Read(args[0])
			if err != nil {
				return err
			}
			after, err := output.Read(args[1])
			if err != nil {
				return err
			}
			return form.differ(cmd, before, after)
		}),
	}
	form.flags(cmd)
	return cmd
}

// A differing is the part of a command line that says how a difference is told;
// check and diff share it.
type differing struct{ form string }

func diffFormNames() []string {
	return rows(output.DiffForms, func(f output.DiffForm) string { return f.Name })
}

func (d *differing) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&d.form, "format", output.DiffText.Name, "form of the difference: "+strings.Join(diffFormNames(), ", "))
	complete(cmd, "format", diffFormNames())
}

func (d *differing) check() error {
	if !slices.Contains(diffFormNames(), d.form) {
		return usage("--format %q: want %s", d.form, strings.Join(diffFormNames(), ", "))
	}
	return nil
}

// differ prints the difference and makes it the exit code.
func (d *differing) differ(cmd *cobra.Command, before, after []output.Records) error {
	form := output.DiffForms[slices.Index(diffFormNames(), d.form)]
	before, after, err := output.Common(before, after)
	if err != nil {
		return err
	}
	found := output.Diff(before, after)
	var b bytes.Buffer
	if err := form.Write(&b, found); err != nil {
		return err
	}
	text := b.Bytes()
	if d.form == output.DiffText.Name && colourful(cmd.OutOrStdout()) {
		text = coloured(text)
	}
	if _, err := io.Copy(cmd.OutOrStdout(), bytes.NewReader(text)); err != nil {
		return err
	}
	if !found.Empty() {
		return exit{exitDiffers, nil}
	}
	return nil
}

// coloured is a difference with its gains green, its losses red and its changes
// yellow. The cells are made printable: they come from sources.
func coloured(text []byte) []byte {
	inks := map[byte]string{'+': "32", '-': "31", '~': "33"}
	var b bytes.Buffer
	for line := range strings.Lines(string(text)) {
		line = printable(strings.TrimSuffix(line, "\n"))
		if line != "" && inks[line[0]] != "" {
			line = "\x1b[" + inks[line[0]] + "m" + line + "\x1b[0m"
		}
		b.WriteString(line + "\n")
	}
	return b.Bytes()
}
