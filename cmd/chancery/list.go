package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"chancery/extractors"
	"chancery/extractors/facts"
	"chancery/output"
	"chancery/pipeline"
	"chancery/pipeline/source"
	"chancery/pipeline/text"
)

// A catalogue is one of the lists that the program is made of.
type catalogue struct {
	name string
	rows func() [][2]string
}

var catalogues = []catalogue{
	{"sources", func() [][2]string {
		return rows(source.All, func(f source.Format) [2]string { return [2]string{f.Name, f.Doc} })
	}},
	{"steps", func() [][2]string {
		return rows(text.Steps, func(s text.Step) [2]string { return [2]string{s.Name, s.Doc} })
	}},
	{"extractors", extractorRows},
	{"facts", func() [][2]string {
		return rows(facts.Classes, func(c facts.Class) [2]string { return [2]string{c.Name, c.Doc} })
	}},
	{"tables", func() [][2]string {
		return rows(output.Tables, func(t *output.Table) [2]string { return [2]string{t.Name, t.Doc} })
	}},
	{"checks", func() [][2]string {
		return rows(output.Checks, func(c output.Check) [2]string { return [2]string{c.Name, c.Severity + ": " + c.Doc} })
	}},
	{"formats", func() [][2]string {
		return rows(output.All, func(f output.Format) [2]string { return [2]string{f.Name, f.Doc} })
	}},
}

func rows[T, R any](list []T, row func(T) R) []R {
	out := make([]R, len(list))
	for i, v := range list {
		out[i] = row(v)
	}
	return out
}

func extractorRows() [][2]string {
	var out [][2]string
	for _, e := range extractors.All {
		doc := e.Doc
		if len(e.Requires) > 0 {
			doc += "; after " + strings.Join(rows(e.Requires, func(r *pipeline.Extractor) string { return r.Name }), ", ")
		}
		out = append(out, [2]string{e.Name, doc})
	}
	return out
}

func listCommand() *cobra.Command {
	names := make([]string, len(catalogues))
	for i, c := range catalogues {
		names[i] = c.name
	}
	return &cobra.Command{
		Use:       "list [" + strings.Join(names, "|") + "]",
		Short:     "List what this build reads, does and writes",
		Example:   "  chancery list\n  chancery list formats",
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: names,
		RunE: working(func(cmd *cobra.Command, args []string) error {
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 8, 2, ' ', 0)
			for _, c := range catalogues {
				if len(args) > 0 && !slices.Contains(args, c.name) {
					continue
				}
				fmt.Fprintln(w, c.name)
				for _, r := range c.rows() {
					fmt.Fprintf(w, "  %s\t%s\n", r[0], r[1])
				}
			}
			return w.Flush()
		}),
	}
}
