package main

import (
	_ "embed"
	"io"

	"github.com/spf13/cobra"

	"chancery/output"
)

// annotateSchema describes a line of annotate's output in JSON Schema.
//
//go:embed annotate.schema.json
var annotateSchema string

func schemaCommand() *cobra.Command {
	var markdown, json, annotate bool
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the tables and columns, as datapackage.json describes them",
		Long: "Schema prints the tables and columns: as datapackage.json describes the CSV files, or as the\n" +
			"JSON Schema (draft 2020-12) of dataset.json, or of the lines that annotate writes.",
		Example: "  chancery schema\n  chancery schema --json > dataset.schema.json\n  chancery schema --annotate > annotate.schema.json",
		Args:    cobra.NoArgs,
		RunE: working(func(cmd *cobra.Command, _ []string) error {
			switch out := cmd.OutOrStdout(); {
			case markdown:
				return output.Markdown(out)
			case json:
				return output.WriteJSONSchema(out)
			case annotate:
				_, err := io.WriteString(out, annotateSchema)
				return err
			default:
				return output.WriteDescriptor(out)
			}
		}),
	}
	cmd.Flags().BoolVar(&markdown, "markdown", false, "print a Markdown table instead")
	cmd.Flags().BoolVar(&json, "json", false, "print the JSON Schema of dataset.json")
	cmd.Flags().BoolVar(&annotate, "annotate", false, "print the JSON Schema of a line of annotate's output")
	cmd.MarkFlagsMutuallyExclusive("markdown", "json", "annotate")
	return cmd
}
