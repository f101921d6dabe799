package main

import (
	"github.com/spf13/cobra"

	"chancery/output"
)

func schemaCommand() *cobra.Command {
	var markdown bool
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the tables and columns, as datapackage.json describes them",
		Args:  cobra.NoArgs,
		RunE: working(func(cmd *cobra.Command, _ []string) error {
			if markdown {
				return output.Markdown(cmd.OutOrStdout())
			}
			return output.WriteDescriptor(cmd.OutOrStdout())
		}),
	}
	cmd.Flags().BoolVar(&markdown, "markdown", false, "print a Markdown table instead")
	return cmd
}
