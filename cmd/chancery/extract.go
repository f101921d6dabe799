package main

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"chancery/output"
	"chancery/pipeline"
)

func extractCommand() *cobra.Command {
	var b batch
	var since string
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Read sources and write a dataset folder",
		Long: "Extract reads files, folders, globs or standard input (-) and writes a dataset folder:\n" +
			"one CSV file a table, JSON, an Excel workbook, and datapackage.json. A source that\n" +
			"cannot be read becomes a row of the table failures; the rest is done, with exit code 3.\n\n" +
			"The folder's file .chancery.db keeps what each source gave. The next run reads what is\n" +
			"new or changed, by content, and reuses the rest; what is gone leaves the dataset. A run\n" +
			"that is interrupted, however it ends, is continued by the next.\n\n" +
			"On a terminal a bar shows how far a run is; with --log json each source, each failure\n" +
			"and the end of the run is an object on a line of standard error, for the programs that\n" +
			"watch over nightly runs.",
		Example: "  chancery extract testdata/sources -o dataset\n  chancery extract 'pages/*.txt' -o dataset --format csv,jsonl\n  curl -s https://example.org/page.txt | chancery extract - -o dataset\n  chancery extract pages -o dataset --dry-run",
		Args:    cobra.MinimumNArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			chosen, err := output.Formats(b.names)
			if err != nil {
				return usage("--format: %w", err)
			}
			b.formats = chosen
			if b.since, err = moment(since); err != nil {
				return err
			}
			return b.run(cmd, args)
		}),
	}
	b.flags(cmd)
	b.writing(cmd)
	cmd.Flags().BoolVar(&b.force, "force", false, "read all sources again, and write all files")
	cmd.Flags().BoolVar(&b.dryRun, "dry-run", false, "say what would be done, and do nothing")
	cmd.Flags().StringVar(&since, "since", "", "read only files modified since this day or moment (2006-01-02, 2006-01-02T15:04:05Z); what the dataset has of the others stays")
	return cmd
}

// writing are the flags that say what is written and told.
func (b *batch) writing(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&b.folder, "output", "o", "dataset", "dataset folder")
	cmd.Flags().StringSliceVar(&b.names, "format", output.DefaultFormats(), "formats to write: "+strings.Join(output.FormatNames(), ", "))
	completeList(cmd, "format", output.FormatNames())
	cmd.Flags().StringVar(&b.corrections, "corrections", "", "file of corrections (default: corrections.jsonl in the dataset folder, if it is there; see review)")
	cmd.Flags().BoolVar(&b.options.BOM, "bom", false, "begin CSV files with a byte order mark, for old spreadsheets")
	cmd.Flags().BoolVarP(&b.quiet, "quiet", "q", false, "print errors and failures only")
	cmd.Flags().StringVar(&b.log, "log", logForms[0], "how the run is told: text, or json for JSON Lines on standard error")
	complete(cmd, "log", logForms)
	cmd.Flags().IntVar(&b.maxMB, "max-size", pipeline.DefaultMaxBytes>>20, "largest document, packed or not, in megabytes; a larger one is a failure")
	cmd.Flags().DurationVar(&b.maxTime, "max-time", 10*time.Minute, "time after which a document is given up as a failure, to be tried again by the next run; 0 for never")
}

// correctionsFor reads the corrections to apply: those of a file named, else
// those that the dataset folder holds.
func correctionsFor(folder, file string) ([]output.Correction, error) {
	if file != "" {
		return output.ReadCorrections(file)
	}
	return output.ReadCorrectionsIfAny(filepath.Join(folder, output.CorrectionsFile))
}

// moment reads the value of --since.
func moment(s string) (t time.Time, err error) {
	if s == "" {
		return t, nil
	}
	if t, err = time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	if t, err = time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	return t, usage("--since %q: %w", s, errors.New("want a day as 2006-01-02 or a moment as 2006-01-02T15:04:05Z"))
}
