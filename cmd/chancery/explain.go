package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"chancery/output"
	"chancery/pipeline"
)

func explainCommand() *cobra.Command {
	var r reading
	cmd := &cobra.Command{
		Use:   "explain ID PATH...",
		Short: "Print why a record is what it is",
		Long: "Explain reads the sources again and prints, for a record's or an entity's id, the words it\n" +
			"rests on, the rule that found them, the evidence, and the rivals that lost.",
		Example: "  chancery explain person:xi-jinping testdata/sources",
		Args:    cobra.MinimumNArgs(2),

		ValidArgsFunction: completeID,
		RunE: working(func(cmd *cobra.Command, args []string) error {
			job, err := r.job(cmd)
			if err != nil {
				return err
			}
			sources, failures := pipeline.Find(args[1:])
			found := 0
			err = job.Run(cmd.Context(), sources,
				func(res pipeline.Result) {
					var b strings.Builder
					found += explain(&b, args[0], &res)
					fmt.Fprint(cmd.OutOrStdout(), printable(b.String()))
				},
				func(f pipeline.Failure) { failures = append(failures, f) })
			switch {
			case err != nil:
				return err
			case found == 0:
				return fmt.Errorf("no record %q in %s", args[0], output.Count(len(sources), "source"))
			}
			return partial(cmd, failures)
		}),
	}
	r.flags(cmd)
	return cmd
}

// explain prints what a result has under an id and returns how many mentions
// that is, or 1 for a fact that rests on none.
func explain(w io.Writer, id string, res *pipeline.Result) int {
	r := output.RecordOf(res, id)
	if f := r.Fact; f != nil {
		fmt.Fprintf(w, "%s: %s, by %q\n", where(res, f.Line, f.Position), f.Class, f.Why)
		explainRule(w, f.Quote, f.Rule, f.Strength, "", f.Inferred)
	}
	for _, m := range r.Mentions {
		fmt.Fprintf(w, "%s: %s %q", where(res, m.Line, m.Position), m.Kind, m.Text)
		if m.Value != m.Text {
			fmt.Fprintf(w, " = %s", m.Value)
		}
		fmt.Fprintln(w)
		explainRule(w, m.Sentence.String(), m.Rule, m.Strength, m.Why, m.Inferred)
		for _, l := range res.Rejected {
			if l.Mention.Tokens.Overlaps(m.Tokens) {
				fmt.Fprintf(w, "  rival     %s %q by rule %s: lost, %s\n", l.Mention.Kind, l.Mention.Value, l.Mention.Rule, l.Reason)
			}
		}
	}
	if r.Fact != nil {
		return max(1, len(r.Mentions))
	}
	return len(r.Mentions)
}

// where is a place in a source as compilers write it, with the source's own
// division where it has one.
func where(res *pipeline.Result, line int, position string) string {
	if position != "" {
		position = " (" + position + ")"
	}
	return fmt.Sprintf("%s:%d%s", res.Doc.ID, line, position)
}

// explainRule prints where something stands and how it was found.
func explainRule(w io.Writer, sentence, rule string, s pipeline.Strength, why string, inferred []string) {
	fmt.Fprintf(w, "  sentence  %s\n  rule      %s (%s)\n", strings.Join(strings.Fields(sentence), " "), rule, s)
	if why != "" {
		fmt.Fprintf(w, "  because   %s\n", why)
	}
	if len(inferred) > 0 {
		fmt.Fprintf(w, "  inferred  %s\n", strings.Join(inferred, ", "))
	}
}
