package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"chancery/output"
	"chancery/pipeline"
)

// caseScores count the cases of chancery review export, by table, in the order of
// the tables' names.
type caseScores []*caseScore

// A caseScore counts the cases of one table.
type caseScore struct {
	Table  string `json:"table"`
	Hold   int    `json:"hold"`   // as they should
	Missed int    `json:"missed"` // known misses
	Gained int    `json:"gained"` // known misses that hold now
	Lost   int    `json:"lost"`   // not known as misses, and do not hold
}

// isCase reports whether a line of gold is a case and no annotated text.
func isCase(line []byte) bool {
	var probe struct{ Want, Not json.RawMessage }
	return json.Unmarshal(line, &probe) == nil && (probe.Want != nil || probe.Not != nil)
}

// aCase runs a case and counts it. A lost one is always listed.
func (r *evalReport) aCase(job pipeline.Job, line []byte) error {
	var c output.Case
	if err := json.Unmarshal(line, &c); err != nil {
		return err
	}
	if err := c.Check(); err != nil {
		return err
	}
	fault, err := c.Run(job)
	if err != nil {
		return err
	}
	score := r.Cases.of(c.Table)
	note := func(what, why string) {
		if r.misses || what == "lost" {
			id, _ := json.Marshal(c.ID) //nolint:errchkjson // a string
			r.Misses = append(r.Misses, evalMiss{ID: id, What: what, Text: fmt.Sprintf("%-6s %s: %s %s: %s", what, c.ID, c.Table, c.Record, why)})
		}
	}
	switch {
	case fault == "" && c.Missed:
		score.Gained++
		note("gained", "holds now: it is no miss any more")
	case fault == "":
		score.Hold++
	case c.Missed:
		score.Missed++
		note("missed", fault)
	default:
		score.Lost++
		note("lost", fault)
	}
	return nil
}

func (s *caseScores) of(table string) *caseScore {
	i, found := slices.BinarySearchFunc(*s, table, func(c *caseScore, name string) int { return strings.Compare(c.Table, name) })
	if !found {
		*s = slices.Insert(*s, i, &caseScore{Table: table})
	}
	return (*s)[i]
}

// lost is how many cases are lost.
func (s caseScores) lost() int {
	n := 0
	for _, c := range s {
		n += c.Lost
	}
	return n
}

// write writes the counts.
func (s caseScores) write(w io.Writer) error {
	if len(s) == 0 {
		return nil
	}
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "cases of\thold\tmissed\tgained\tlost\t")
	for _, c := range s {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t\n", c.Table, c.Hold, c.Missed, c.Gained, c.Lost)
	}
	return t.Flush()
}
