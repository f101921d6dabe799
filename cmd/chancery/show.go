package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"chancery/pipeline"
)

func showCommand() *cobra.Command {
	var r reading
	cmd := &cobra.Command{
		Use:   "show PATH...",
		Short: "Print sources with their mentions highlighted",
		Long: "Show prints the text of each source with its mentions in colour on a terminal, and in\n" +
			"brackets with kind and value elsewhere or when NO_COLOR is set.",
		Example: "  chancery show testdata/sources/kazakhstan-china.txt\n  chancery show pages | less -R",
		Args:    cobra.MinimumNArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			job, err := r.job(cmd)
			if err != nil {
				return err
			}
			paint := brackets
			if colourful(cmd.OutOrStdout()) {
				paint = colours
			}
			sources, failures := pipeline.Find(args)
			out := bufio.NewWriter(cmd.OutOrStdout())
			err = job.Run(cmd.Context(), sources,
				func(res pipeline.Result) { showResult(out, res, len(sources) > 1, paint) },
				func(f pipeline.Failure) { failures = append(failures, f) })
			if err != nil {
				return err
			}
			if err := out.Flush(); err != nil {
				return err
			}
			return partial(cmd, failures)
		}),
	}
	r.flags(cmd)
	return cmd
}

// colourful reports whether w is a terminal that wants colour.
func colourful(w io.Writer) bool { return os.Getenv("NO_COLOR") == "" && terminal(w) }

// A painter says what stands before and after a mention.
type painter func(m *pipeline.Mention) (before, after string)

func brackets(m *pipeline.Mention) (string, string) {
	if m.Nested {
		return "", ""
	}
	if m.Value == "" || m.Value == m.Text {
		return "[" + string(m.Kind) + ": ", "]"
	}
	return "[" + string(m.Kind) + "=" + strings.ReplaceAll(m.Value, "]", ")") + ": ", "]"
}

var ink = map[pipeline.Kind]string{
	pipeline.Date: "33", pipeline.Person: "36", pipeline.Place: "32", pipeline.Organization: "35", pipeline.Agreement: "1;34",
}

func colours(m *pipeline.Mention) (string, string) {
	if m.Nested {
		return "", ""
	}
	return "\x1b[" + ink[m.Kind] + "m", "\x1b[0m"
}

// showResult prints one document. Outer mentions are cut at nested ones only
// by their own marks, so painters leave nested mentions unmarked.
func showResult(w io.Writer, res pipeline.Result, named bool, paint painter) {
	if named {
		fmt.Fprintf(w, "== %s\n", res.Doc.ID)
	}
	at := 0
	for _, m := range res.Mentions {
		before, after := paint(m)
		if before == "" && after == "" || m.Source.Start < at {
			continue
		}
		fmt.Fprint(w, printable(res.Text[at:m.Source.Start]), before, printable(m.Text), after)
		at = m.Source.End
	}
	fmt.Fprintln(w, printable(strings.TrimRight(res.Text[at:], "\n")))
}

// printable leaves out control characters that a source could use to drive the
// terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}
