package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"chancery/output"
)

func checkCommand() *cobra.Command {
	var r reading
	var golden string
	var update bool
	cmd := &cobra.Command{
		Use:   "check PATH... --golden DIR",
		Short: "Compare a fresh extraction with golden outputs",
		Long: "Check extracts the sources and compares the records with those in the golden folder, by id.\n" +
			"It prints what was gained (+), lost (-) and changed (~), and exits with 4 on a difference.",
		Example: "  chancery check testdata/sources --golden testdata/golden\n  chancery check testdata/sources --golden testdata/golden --update",
		Args:    cobra.MinimumNArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			dataset, failures, err := r.read(cmd, args)
			if err != nil {
				return err
			}
			if update {
				if err := output.Write(golden, dataset, output.Golden(), output.Options{}); err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", golden, dataset.Summary())
				return partial(cmd, failures)
			}
			want, err := output.ReadFolder(golden)
			if err != nil {
				return err
			}
			return differ(cmd, want, dataset.Records())
		}),
	}
	r.flags(cmd)
	cmd.Flags().StringVar(&golden, "golden", "", "folder of golden outputs (required)")
	cmd.Flags().BoolVar(&update, "update", false, "rewrite the golden outputs instead of comparing")
	_ = cmd.MarkFlagRequired("golden")
	return cmd
}

func diffCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Compare two dataset folders record by record",
		Long:  "Diff prints the records gained (+), lost (-) and changed (~) from OLD to NEW, and exits with 4 on a difference.",
		Args:  cobra.ExactArgs(2),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			before, err := output.ReadFolder(args[0])
			if err != nil {
				return err
			}
			after, err := output.ReadFolder(args[1])
			if err != nil {
				return err
			}
			return differ(cmd, before, after)
		}),
	}
}

// differ prints the difference and makes it the exit code.
func differ(cmd *cobra.Command, before, after []output.Records) error {
	d := output.Diff(before, after)
	if err := d.Print(cmd.OutOrStdout()); err != nil {
		return err
	}
	if !d.Empty() {
		return exit{exitDiffers, nil}
	}
	return nil
}
