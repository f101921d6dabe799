package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"chancery/pipeline"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program and of its rules",
		Example: "  chancery version",
		Args:    cobra.NoArgs,
		RunE: working(func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "chancery, rules %s, %s %s/%s\n", pipeline.Ruleset, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		}),
	}
}
