package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"chancery/extractors/gazetteer"
	"chancery/output"
)

func reviewCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Take back what readers of the workbook corrected",
		Long: "A reader marks records in the workbook in the column review: ok, wrong, or fix. What is\n" +
			"to be fixed is changed in the cells themselves, or written into the column corrected as\n" +
			"column=value, several after semicolons: edtf=2015-09; to=CN. The sheet about says more.",
		Example: "  chancery review apply dataset/dataset.xlsx\n  chancery review export dataset > cases.jsonl",
	}
	cmd.AddCommand(reviewApplyCommand(), reviewExportCommand())
	return cmd
}

func reviewApplyCommand() *cobra.Command {
	var folder, file string
	var replace bool
	cmd := &cobra.Command{
		Use:   "apply WORKBOOK",
		Short: "Read an edited workbook and store its corrections",
		Long: "Apply reads what was changed in a workbook and stores it in corrections.jsonl beside the\n" +
			"dataset, where extract finds it: a wrong record is left out, a fixed one gets its values,\n" +
			"one that is ok is marked. Corrections hold by record and by the words it rests on, so\n" +
			"they survive new runs, other rules, and words that move; one that no longer fits becomes\n" +
			"an issue. Sheets may be renamed, sorted, filtered. What is not certain is refused with\n" +
			"its cell, the rest is stored, and the exit code is 3.",
		Example: "  chancery review apply dataset/dataset.xlsx\n  chancery review apply edited.xlsx -o dataset\n  chancery extract pages -o dataset",
		Args:    cobra.ExactArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			if folder == "" {
				folder = filepath.Dir(args[0])
			}
			if file == "" {
				file = filepath.Join(folder, output.CorrectionsFile)
			}
			stored, err := output.ReadCorrectionsIfAny(file)
			if err != nil {
				return err
			}
			reviewed, err := output.Review{Country: isCountry, Replace: replace, Stored: stored}.Read(args[0])
			if err != nil {
				return err
			}
			if reviewed.New+reviewed.Withdrawn > 0 {
				if err := output.WriteCorrections(file, reviewed.Corrections); err != nil {
					return err
				}
			}
			return reported(cmd, file, reviewed)
		}),
	}
	cmd.Flags().StringVarP(&folder, "output", "o", "", "dataset folder (default: that of the workbook)")
	cmd.Flags().StringVar(&file, "corrections", "", "file of corrections (default: corrections.jsonl in the dataset folder)")
	cmd.Flags().BoolVar(&replace, "replace", false, "let the workbook win over corrections stored since it was written")
	return cmd
}

func isCountry(code string) bool {
	_, ok := gazetteer.CountryOf(code)
	return ok
}

// reported prints what became of a review and makes it the exit code.
func reported(cmd *cobra.Command, file string, r output.Reviewed) error {
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %d new, %d withdrawn, %s in all\n", file, r.New, r.Withdrawn, output.Count(len(r.Corrections), "correction"))
	for _, text := range r.Refused {
		fmt.Fprintln(cmd.ErrOrStderr(), "chancery:", text)
	}
	if len(r.Refused) > 0 {
		return exit{exitPartial, errors.New(output.Count(len(r.Refused), "change") + " refused; the rest is stored")}
	}
	return nil
}
