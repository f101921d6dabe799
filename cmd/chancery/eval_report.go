package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"chancery/output"
)

// evalForms are the forms in which eval tells its figures.
var evalForms = []string{"text", "json"}

// An evalReport is what eval found. JSON has null where a figure is not measured.
type evalReport struct {
	Layers  []layerReport `json:"layers,omitempty"` // kinds of mention, and classes of facts
	Cases   caseScores    `json:"cases,omitempty"`
	Classes []classReport `json:"classes,omitempty"`
	Sample  []sampled     `json:"sample,omitempty"`
	Misses  []evalMiss    `json:"misses,omitempty"`
	misses  bool          // what is not as it should be is listed
}

// A layerReport is the figures of a kind of mention.
type layerReport struct {
	Layer   string      `json:"layer"`
	Gold    int         `json:"gold"` // mentions in gold
	Strict  rates       `json:"strict"`
	Overlap rates       `json:"overlap"`
	Value   valueReport `json:"value"`
}

// A valueReport is how what gold states of its mentions compares.
type valueReport struct {
	Gold     int      `json:"gold"` // mentions of which it states something
	Accuracy *float64 `json:"accuracy"`
	rates
	Fields []fieldReport `json:"fields"`
}

// A fieldReport is the figures of one field of mentions found.
type fieldReport struct {
	Field string `json:"field"`
	Gold  int    `json:"gold"`  // how often gold has it
	Given int    `json:"given"` // how often it was given where gold says whether there is one
	Right int    `json:"right"`
	rates
}

// A classReport is the recall of a class of facts.
type classReport struct {
	Class  string   `json:"class"`
	Found  int      `json:"found"`
	Gold   int      `json:"gold"`
	Recall *float64 `json:"recall"`
}

// An evalMiss is one thing that is not as gold has it.
type evalMiss struct {
	ID    json.RawMessage `json:"id"`
	Layer string          `json:"layer,omitempty"`
	What  string          `json:"what"` // missed, span, value, too much; of a case gained, missed, lost
	Start int             `json:"start,omitempty"`
	End   int             `json:"end,omitempty"`
	Text  string          `json:"text"`
	Value string          `json:"value,omitempty"`

	before, after string
}

// line is a miss in text: tabs between, the words in their surroundings.
func (m evalMiss) line() string {
	if m.Layer == "" {
		return m.Text
	}
	if m.End == 0 { // of a fact: it has no one place
		return fmt.Sprintf("%s\t%s\t%s\t%s\t%s", m.ID, m.Layer, m.What, m.Text, m.Value)
	}
	return fmt.Sprintf("%s\t%s\t%s\t%s [%s] %s\t%s", m.ID, m.Layer, m.What, m.before, m.Text, m.after, m.Value)
}

// write writes the report. Cases that are lost are an error.
func (r *evalReport) write(w io.Writer, form string) error {
	var err error
	if form == "json" {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(r)
	} else {
		err = r.text(w)
	}
	if lost := r.Cases.lost(); err == nil && lost > 0 {
		return exit{exitDiffers, errors.New(output.Count(lost, "case") + " lost")}
	}
	return err
}

func (r *evalReport) text(w io.Writer) error {
	if len(r.Cases) == 0 && len(r.Classes) == 0 {
		r.lines(w)
	}
	if len(r.Layers) > 0 || len(r.Cases) == 0 && len(r.Classes) == 0 {
		if err := r.layers(w); err != nil {
			return err
		}
	}
	if err := r.Cases.write(w); err != nil {
		return err
	}
	for _, c := range r.Classes {
		fmt.Fprintf(w, "%-24s recall %s (%d/%d)\n", c.Class, figure(c.Recall), c.Found, c.Gold)
	}
	if len(r.Cases) > 0 || len(r.Classes) > 0 {
		r.lines(w)
	}
	for _, d := range r.Sample {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", d.Class, d.Year, d.File, d.Slots, d.Quote)
	}
	return nil
}

func (r *evalReport) lines(w io.Writer) {
	for _, m := range r.Misses {
		fmt.Fprintln(w, m.line())
	}
}

// layers prints the figures of mentions, and below them those of their fields
// where gold states more than one.
func (r *evalReport) layers(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "layer\tgold\tstrict P\tR\tF1\toverlap P\tR\tF1\tvalue acc\tP\tR\tF1\t")
	fields := 0
	for _, l := range r.Layers {
		fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\t%s\t\n", l.Layer, l.Gold, l.Strict, l.Overlap, figure(l.Value.Accuracy), l.Value.rates)
		fields = max(fields, len(l.Value.Fields))
	}
	if err := t.Flush(); err != nil || fields < 2 {
		return err
	}
	fmt.Fprintln(t, "\nfield\tgold\tgiven\tright\tP\tR\tF1\t")
	for _, l := range r.Layers {
		for _, f := range l.Value.Fields {
			fmt.Fprintf(t, "%s %s\t%d\t%d\t%d\t%s\t\n", l.Layer, f.Field, f.Gold, f.Given, f.Right, f.rates)
		}
	}
	return t.Flush()
}

// String is the rates as cells of a table.
func (r rates) String() string {
	return figure(r.Precision) + "\t" + figure(r.Recall) + "\t" + figure(r.F1)
}

func figure(x *float64) string {
	if x == nil {
		return "-"
	}
	return strconv.FormatFloat(*x, 'f', 3, 64)
}
