package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"chancery/output"
	"chancery/pipeline"
)

// caseScores count the cases of chancery review export, by table.
type caseScores struct {
	tables []string // in the order in which they came
	counts map[string]*caseScore
	misses []string
	lost   int // of all tables
}

// A caseScore counts the cases of one table.
type caseScore struct {
	hold   int // as they should
	missed int // known misses
	gained int // known misses that hold now
	lost   int // not known as misses, and do not hold
}

// isCase reports whether a line of gold is a case and no annotated text.
func isCase(line []byte) bool {
	var probe struct{ Want, Not json.RawMessage }
	return json.Unmarshal(line, &probe) == nil && (probe.Want != nil || probe.Not != nil)
}

// add runs a case and counts it.
func (s *caseScores) add(job pipeline.Job, line []byte) error {
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
	score := s.of(c.Table)
	switch where := c.ID + ": " + c.Table + " " + c.Record + ": "; {
	case fault == "" && c.Missed:
		score.gained++
		s.misses = append(s.misses, "gained "+where+"holds now: it is no miss any more")
	case fault == "":
		score.hold++
	case c.Missed:
		score.missed++
		s.misses = append(s.misses, "missed "+where+fault)
	default:
		score.lost++
		s.lost++
		s.misses = append(s.misses, "lost   "+where+fault)
	}
	return nil
}

func (s *caseScores) of(table string) *caseScore {
	if s.counts == nil {
		s.counts = map[string]*caseScore{}
	}
	if s.counts[table] == nil {
		s.tables, s.counts[table] = append(s.tables, table), &caseScore{}
	}
	return s.counts[table]
}

// write writes the counts and, if asked for, what does not hold. Cases that are
// lost are an error.
func (s *caseScores) write(w io.Writer, misses bool) error {
	if len(s.tables) == 0 {
		return nil
	}
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "cases of\thold\tmissed\tgained\tlost\t")
	slices.Sort(s.tables)
	for _, name := range s.tables {
		c := s.counts[name]
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t\n", name, c.hold, c.missed, c.gained, c.lost)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, m := range s.misses {
		if misses || m[0] == 'l' {
			fmt.Fprintln(w, m)
		}
	}
	if s.lost > 0 {
		return exit{exitDiffers, errors.New(output.Count(s.lost, "case") + " lost")}
	}
	return nil
}
