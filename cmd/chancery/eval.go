package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"chancery/pipeline"
)

var evalHelp = "Eval annotates the texts of a gold file and compares. Each line is\n" +
	"  {\"id\": \"...\", \"text\": \"...\", \"date\": \"2019-10-07\",\n" +
	"   \"gold\": {\"people\": [{\"start\": 0, \"end\": 5}], \"places\": [], \"organizations\": [],\n" +
	"            \"agreements\": [], \"dates\": [{..., \"value\": \"1992-01-03\", \"value_end\": null}], \"other\": []},\n" +
	"   \"complete\": [\"people\"]}\n" +
	"with offsets in code points. \"complete\" names the layers in which every mention is\n" +
	"annotated; precision is measured only there. Mentions that touch a span of \"other\", and\n" +
	"nested ones, are neither right nor wrong. strict: the same span; overlap: any shared\n" +
	"character; value: overlapping, and all that the gold states of it is so (acc: among those\n" +
	"that overlap).\n\n" +
	"Beside its span a gold mention may state, and eval then compares, an empty one for none:\n" + describeFields() +
	"\nDates are compared as EDTF without ~ and ?, names without regard to case, parties in any\n" +
	"order. What a mention states is also counted field by field.\n\n" +
	"\"gold\" may also list \"facts\" as annotate writes them, each with its class and the slots\n" +
	"that are to be compared: {\"class\": \"visit\", \"visitor\": \"Xi Jinping\", \"to\": \"KZ\"}. A fact is\n" +
	"found (overlap) when at least half of them are so, strictly when all are. \"complete\" names\n" +
	"\"facts\", or the classes of which every fact is listed.\n\n" +
	"A line with \"want\" or \"not\" is a case as chancery review export writes it. Cases are\n" +
	"counted as they hold, are known misses, known misses that hold now (gained), or do not hold\n" +
	"any more (lost); a lost one is listed, and the exit code is 4.\n\n" +
	"With --texts FOLDER each line lists facts instead,\n" +
	"  {\"id\": \"albania\", \"facts\": [{\"class\": \"relations.established\", \"year\": \"1922\", \"head\": \"...\"}]}\n" +
	"and the text is FOLDER/albania.txt: a fact is found when a record has its class and year."

func evalCommand() *cobra.Command {
	var r reading
	var misses bool
	var form string
	var facts factEvaluation
	cmd := &cobra.Command{
		Use:     "eval GOLD.jsonl",
		Short:   "Measure precision, recall and F1 against gold annotations",
		Long:    evalHelp,
		Example: "  chancery eval gold.jsonl\n  chancery eval gold.jsonl --misses | grep people\n  chancery eval gold.jsonl --format json | jq '.layers[].value'\n  chancery eval cases.jsonl --misses",
		Args:    cobra.ExactArgs(1),
		RunE: working(func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(evalForms, form) {
				return usage("--format %q: want %s", form, strings.Join(evalForms, " or "))
			}
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
			report := evalReport{misses: misses}
			if facts.job = job; facts.texts != "" {
				err = facts.run(f, &report)
			} else {
				e := evaluation{job: job, scores: map[string]*score{}, classes: map[string]*factScore{}}
				err = e.run(f, &report)
			}
			if err == nil {
				err = report.write(out, form)
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
	cmd.Flags().StringVar(&form, "format", evalForms[0], "form of the figures: "+strings.Join(evalForms, ", "))
	complete(cmd, "format", evalForms)
	return cmd
}

// A layer is a kind of mention as gold files name it.
type layer struct {
	name   string
	kind   pipeline.Kind
	fields []field
}

// layers lists the layers in the order in which they are printed.
var layers = []layer{
	{"dates", pipeline.Date, dateFields},
	{"people", pipeline.Person, personFields},
	{"places", pipeline.Place, placeFields},
	{"organizations", pipeline.Organization, organizationFields},
	{"agreements", pipeline.Agreement, agreementFields},
}

type goldLine struct {
	ID       json.RawMessage `json:"id"`
	Text     string          `json:"text"`
	Date     string          `json:"date"`
	Gold     gold            `json:"gold"`
	Complete []string        `json:"complete"`
}

type evaluation struct {
	job     pipeline.Job
	scores  map[string]*score     // by layer
	classes map[string]*factScore // by class of fact
	report  *evalReport
}

// run compares a whole file of gold.
func (e *evaluation) run(in io.Reader, report *evalReport) error {
	e.report = report
	if err := e.read(in); err != nil {
		return err
	}
	for _, l := range layers {
		if s := e.scores[l.name]; s != nil && (s.gold > 0 || s.found > 0) {
			report.Layers = append(report.Layers, s.report(l))
		}
	}
	report.Layers = append(report.Layers, e.factReports()...)
	return nil
}

func (e *evaluation) read(r io.Reader) error {
	var failed error
	err := eachLine(r, func(n int, line []byte) {
		if failed != nil {
			return
		}
		if err := e.line(line); err != nil {
			failed = fmt.Errorf("line %d: %w", n, err)
		}
	})
	return cmp.Or(failed, err)
}

func (e *evaluation) line(line []byte) error {
	if isCase(line) {
		return e.report.aCase(e.job, line)
	}
	var g goldLine
	if err := json.Unmarshal(line, &g); err != nil {
		return err
	}
	if err := g.check(); err != nil {
		return err
	}
	res, err := annotateInput{ID: g.ID, Text: &g.Text, Date: g.Date}.annotate(e.job)
	if err != nil {
		return err
	}
	spans := mentionsOf(res, inRunes)
	for _, l := range layers {
		e.layer(l, g, res, spans)
	}
	return e.facts(g, res)
}

// check reports the first span that is none of the text.
func (g goldLine) check() error {
	length := utf8.RuneCountInString(g.Text)
	for _, name := range slices.Sorted(maps.Keys(g.Gold.spans)) {
		for i, s := range g.Gold.spans[name] {
			if s.Start < 0 || s.Start >= s.End || s.End > length {
				return fmt.Errorf("%s %d: %d to %d is no span of a text of %d code points", name, i+1, s.Start, s.End, length)
			}
		}
	}
	return nil
}

// layer compares one layer of one text.
func (e *evaluation) layer(l layer, g goldLine, res pipeline.Result, spans []annotateMention) {
	s := e.scores[l.name]
	if s == nil {
		s = &score{fields: make([]fieldScore, len(l.fields))}
		e.scores[l.name] = s
	}
	c := comparison{report: e.report, score: s, layer: l, gold: g, complete: slices.Contains(g.Complete, l.name)}
	for i, m := range res.Mentions {
		if m.Kind == l.kind && !m.Nested {
			c.found = append(c.found, foundMention{m, spans[i].Start, spans[i].End})
		}
	}
	c.used = make([]bool, len(c.found))
	for _, want := range g.Gold.spans[l.name] {
		c.want(want)
	}
	if c.complete {
		c.rest()
	}
}
