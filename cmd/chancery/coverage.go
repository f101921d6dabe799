package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"chancery/output"
	"chancery/pipeline"
)

func coverageCommand() *cobra.Command {
	var r reading
	var most int
	cmd := &cobra.Command{
		Use:   "coverage PATH...",
		Short: "List sentences that announce a fact and gave no record",
		Long: "Coverage reads sources and lists, by the word that announces a fact, the sentences from\n" +
			"which no record came: the gaps, without any gold data. Many are rightly no records.",
		Example: "  chancery coverage testdata/sources\n  chancery coverage pages --most 0   # the counts alone",
		Args:    cobra.MinimumNArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			job, err := r.job(cmd)
			if err != nil {
				return err
			}
			c := coverage{most: most, gaps: map[string][]gap{}}
			sources, failures := pipeline.Find(args)
			err = job.Run(cmd.Context(), sources, c.add, func(f pipeline.Failure) { failures = append(failures, f) })
			if err != nil {
				return err
			}
			c.print(cmd.OutOrStdout())
			return partial(cmd, failures)
		}),
	}
	r.flags(cmd)
	cmd.Flags().IntVar(&most, "most", 5, "sentences to print for each word")
	return cmd
}

// A coverage gathers the triggers that led to no record, by kind and word.
type coverage struct {
	most  int
	facts int
	gaps  map[string][]gap // by kind and word
}

// A gap is one sentence without its record.
type gap struct {
	place    string // source and line
	sentence string
}

func (c *coverage) add(res pipeline.Result) {
	c.facts += len(res.Facts)
	for _, t := range res.Missed {
		key := t.Kind + "\t" + t.Word
		c.gaps[key] = append(c.gaps[key], gap{fmt.Sprintf("%s:%d", res.Doc.ID, t.Line), strings.Join(strings.Fields(t.Sentence), " ")})
	}
}

// print writes the words with the most gaps first.
func (c *coverage) print(w io.Writer) {
	keys := slices.Sorted(maps.Keys(c.gaps))
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(len(c.gaps[b]), len(c.gaps[a])) })
	total := 0
	for _, k := range keys {
		total += len(c.gaps[k])
	}
	fmt.Fprintf(w, "%s; %s without one\n", output.Count(c.facts, "record"), output.Count(total, "sentence"))
	for _, k := range keys {
		kind, word, _ := strings.Cut(k, "\t")
		fmt.Fprintf(w, "\n%s: %q, %s\n", kind, word, output.Count(len(c.gaps[k]), "sentence"))
		for _, g := range c.gaps[k][:min(c.most, len(c.gaps[k]))] {
			fmt.Fprintf(w, "  %s  %s\n", g.place, g.sentence)
		}
	}
}
