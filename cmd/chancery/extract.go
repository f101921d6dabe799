package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"chancery/output"
)

func extractCommand() *cobra.Command {
	var r reading
	var folder, corrections string
	var formats []string
	var options output.Options
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Read sources and write a dataset folder",
		Long: "Extract reads files, folders, globs or standard input (-) and writes a dataset folder:\n" +
			"one CSV file a table, JSON, an Excel workbook, and datapackage.json. A source that\n" +
			"cannot be read becomes a row of the table failures; the rest is done, with exit code 3.",
		Example: "  chancery extract testdata/sources -o dataset\n  chancery extract 'pages/*.txt' -o dataset --format csv,jsonl\n  curl -s https://example.org/page.txt | chancery extract - -o dataset",
		Args:    cobra.MinimumNArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			chosen, err := output.Formats(formats)
			if err != nil {
				return usage("--format: %w", err)
			}
			list, err := correctionsFor(folder, corrections)
			if err != nil {
				return err
			}
			r.texts = output.NeedTexts(chosen)
			dataset, failures, err := r.read(cmd, args)
			if err != nil {
				return err
			}
			if len(list) > 0 {
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", folder, dataset.Correct(list))
			}
			if err := output.Write(folder, dataset, chosen, options); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", folder, dataset.Summary())
			return partial(cmd, failures)
		}),
	}
	r.flags(cmd)
	cmd.Flags().StringVarP(&folder, "output", "o", "dataset", "dataset folder")
	cmd.Flags().StringSliceVar(&formats, "format", output.DefaultFormats(), "formats to write: "+strings.Join(output.FormatNames(), ", "))
	completeList(cmd, "format", output.FormatNames())
	cmd.Flags().StringVar(&corrections, "corrections", "", "file of corrections (default: corrections.jsonl in the dataset folder, if it is there; see review)")
	cmd.Flags().BoolVar(&options.BOM, "bom", false, "begin CSV files with a byte order mark, for old spreadsheets")
	return cmd
}

// correctionsFor reads the corrections to apply: those of a file named, else
// those that the dataset folder holds.
func correctionsFor(folder, file string) ([]output.Correction, error) {
	if file != "" {
		return output.ReadCorrections(file)
	}
	return output.ReadCorrectionsIfAny(filepath.Join(folder, output.CorrectionsFile))
}
