package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"chancery/pipeline"
)

const evalHelp = "Eval annotates the texts of a gold file and compares. Each line is\n" +
	"  {\"id\": \"...\", \"text\": \"...\", \"date\": \"2019-10-07\",\n" +
	"   \"gold\": {\"people\": [{\"start\": 0, \"end\": 5}], \"places\": [], \"organizations\": [],\n" +
	"            \"agreements\": [], \"dates\": [{..., \"value\": \"1992-01-03\", \"value_end\": null}], \"other\": []},\n" +
	"   \"complete\": [\"people\"]}\n" +
	"with offsets in code points. \"complete\" names the layers in which every mention is\n" +
	"annotated; precision is measured only there. Mentions that touch a span of \"other\", and\n" +
	"nested ones, are neither right nor wrong. strict: the same span; overlap: any shared\n" +
	"character; value: of overlapping dates, the same value.\n\n" +
	"A line with \"want\" or \"not\" is a case as chancery review export writes it. Cases are\n" +
	"counted as they hold, are known misses, known misses that hold now (gained), or do not hold\n" +
	"any more (lost); a lost one is listed, and the exit code is 4.\n\n" +
	"With --texts FOLDER each line lists facts instead,\n" +
	"  {\"id\": \"albania\", \"facts\": [{\"class\": \"relations.established\", \"year\": \"1922\", \"head\": \"...\"}]}\n" +
	"and the text is FOLDER/albania.txt: a fact is found when a record has its class and year."

func evalCommand() *cobra.Command {
	var r reading
	var misses bool
	var facts factEvaluation
	cmd := &cobra.Command{
		Use:     "eval GOLD.jsonl",
		Short:   "Measure precision, recall and F1 against gold annotations",
		Long:    evalHelp,
		Example: "  chancery eval gold.jsonl\n  chancery eval gold.jsonl --misses | grep people\n  chancery eval cases.jsonl --misses",
		Args:    cobra.ExactArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			job, err := r.job(cmd)
			if err != nil {
				return err
			}
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			out := cmd.OutOrStdout()
			if facts.job = job; facts.texts != "" {
				err = facts.run(f, out, misses)
			} else {
				e := evaluation{job: job, scores: map[string]*score{}}
				err = e.run(f, out, misses)
			}
			var e exit
			if err != nil && !errors.As(err, &e) {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			return err
		}),
	}
	r.flags(cmd)
	cmd.Flags().StringVar(&facts.texts, "texts", "", "folder of the texts of gold that lists facts")
	cmd.Flags().BoolVar(&facts.strip, "without-headings", false, "with --texts: take the headings that state the facts out of the texts first")
	cmd.Flags().IntVar(&facts.sample.size, "sample", 0, "with --texts: print so many records, drawn at random, to be read against the texts")
	cmd.Flags().Uint64Var(&facts.sample.seed, "seed", 1, "of the sample: the same draws the same records")
	cmd.Flags().BoolVar(&misses, "misses", false, "list what was missed, wrong or too much")
	return cmd
}

// layers are the kinds of mention as gold files name them, in the order in
// which they are printed.
var layers = []struct {
	name string
	kind pipeline.Kind
}{{"dates", pipeline.Date}, {"people", pipeline.Person}, {"places", pipeline.Place}, {"organizations", pipeline.Organization}, {"agreements", pipeline.Agreement}}

type goldSpan struct {
	Start    int     `json:"start"`
	End      int     `json:"end"`
	Value    string  `json:"value"`
	ValueEnd *string `json:"value_end"`
}

func (g goldSpan) overlaps(o goldSpan) bool { return g.Start < o.End && o.Start < g.End }

type goldLine struct {
	ID       json.RawMessage      `json:"id"`
	Text     string               `json:"text"`
	Date     string               `json:"date"`
	Gold     map[string]goldSpans `json:"gold"`
	Complete []string             `json:"complete"`
}

// goldSpans are the spans of a layer. Gold files may hold more than layers; what
// is no list of spans is passed over.
type goldSpans []goldSpan

// UnmarshalJSON reads a list of spans, and anything else as none.
func (g *goldSpans) UnmarshalJSON(data []byte) error { //nolint:unparam // the error is what makes it a json.Unmarshaler
	var list []goldSpan
	if json.Unmarshal(data, &list) == nil {
		*g = list
	}
	return nil
}

// score counts one layer.
type score struct {
	gold, strict, overlap    int
	found, right, rightLoose int // where the layer is complete
	values, valuesRight      int
}

type evaluation struct {
	job    pipeline.Job
	scores map[string]*score
	misses io.Writer
	cases  caseScores
}

// run compares a whole file of gold and prints the scores.
func (e *evaluation) run(in io.Reader, out io.Writer, misses bool) error {
	if misses {
		e.misses = out
	}
	if err := e.read(in); err != nil {
		return err
	}
	if len(e.scores) > 0 || len(e.cases.tables) == 0 {
		if err := e.print(out); err != nil {
			return err
		}
	}
	return e.cases.write(out, misses)
}

func (e *evaluation) read(r io.Reader) error {
	var failed error
	err := eachLine(r, func(n int, line []byte) {
		if err := e.line(line); err != nil && failed == nil {
			failed = fmt.Errorf("line %d: %w", n, err)
		}
	})
	if failed != nil {
		return failed
	}
	return err
}

func (e *evaluation) line(line []byte) error {
	if isCase(line) {
		return e.cases.add(e.job, line)
	}
	var g goldLine
	if err := json.Unmarshal(line, &g); err != nil {
		return err
	}
	mentions, _, err := annotateText(e.job, inRunes, annotateInput{ID: g.ID, Text: &g.Text, Date: g.Date})
	if err != nil {
		return err
	}
	for _, l := range layers {
		e.layer(l.name, l.kind, g, mentions)
	}
	return nil
}

// layer compares one layer of one text.
func (e *evaluation) layer(name string, kind pipeline.Kind, g goldLine, mentions []annotateMention) {
	s := e.scores[name]
	if s == nil {
		s = &score{}
		e.scores[name] = s
	}
	c := comparison{eval: e, score: s, name: name, gold: g, complete: slices.Contains(g.Complete, name)}
	for _, m := range mentions {
		if m.Kind == kind && !m.Nested {
			c.found = append(c.found, m)
		}
	}
	c.used = make([]bool, len(c.found))
	for _, want := range g.Gold[name] {
		c.want(want)
	}
	if c.complete {
		c.rest()
	}
}

func (e *evaluation) print(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "layer\tgold\tstrict P\tR\tF1\toverlap P\tR\tF1\tvalue\t")
	for _, l := range layers {
		s := e.scores[l.name]
		if s == nil || s.gold == 0 && s.found == 0 {
			continue
		}
		fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", l.name, s.gold,
			ratio(s.right, s.found), ratio(s.strict, s.gold), f1(s.right, s.found, s.strict, s.gold),
			ratio(s.rightLoose, s.found), ratio(s.overlap, s.gold), f1(s.rightLoose, s.found, s.overlap, s.gold), ratio(s.valuesRight, s.values))
	}
	return t.Flush()
}

func ratio(a, b int) string {
	if b == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", float64(a)/float64(b))
}

// f1 is the harmonic mean of precision and recall, where both are measured.
func f1(right, found, hit, gold int) string {
	if found == 0 || gold == 0 || right+hit == 0 {
		return "-"
	}
	p, r := float64(right)/float64(found), float64(hit)/float64(gold)
	return fmt.Sprintf("%.3f", 2*p*r/(p+r))
}
