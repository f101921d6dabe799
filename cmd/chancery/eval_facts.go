package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"chancery/pipeline"
)

// A goldFacts is a line of gold that lists facts by class and year. Its text
// stands in the file TEXTS/id.txt.
type goldFacts struct {
	ID    string     `json:"id"`
	Facts []goldFact `json:"facts"`
}

type goldFact struct {
	Class string `json:"class"`
	Year  string `json:"year"`
	Head  string `json:"head"` // heading from which the fact was taken
}

// A factEvaluation counts which gold facts have a record of the same class and
// year.
type factEvaluation struct {
	job    pipeline.Job
	texts  string // folder
	strip  bool   // whether the headings are taken out of the texts first
	found  map[string]int
	total  map[string]int
	misses []string
	sample sample
}

// run compares a whole file of gold and prints the recall.
func (e *factEvaluation) run(in io.Reader, out io.Writer, misses bool) error {
	e.found, e.total = map[string]int{}, map[string]int{}
	var failed error
	err := eachLine(in, func(n int, line []byte) {
		if err := e.line(line); err != nil && failed == nil {
			failed = fmt.Errorf("line %d: %w", n, err)
		}
	})
	if err := errors.Join(err, failed); err != nil {
		return err
	}
	e.print(out, misses)
	e.sample.write(out)
	return nil
}

// line compares one line of gold.
func (e *factEvaluation) line(line []byte) error {
	var g goldFacts
	if err := json.Unmarshal(line, &g); err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(e.texts, g.ID+".txt"))
	if err != nil {
		return err
	}
	text := string(data)
	if e.strip {
		text = withoutHeadings(text, g.Facts)
	}
	res, err := pipeline.Annotate(e.job.Document(g.ID, text, pipeline.Meta{}), e.job.Extractors)
	if err != nil {
		return err
	}
	e.sample.add(g.ID, res)
	for _, want := range g.Facts {
		e.total[want.Class]++
		if slices.ContainsFunc(res.Facts, func(f *pipeline.Fact) bool { return states(f, want) }) {
			e.found[want.Class]++
		} else {
			e.misses = append(e.misses, fmt.Sprintf("%s: %s %s: %s", g.ID, want.Class, want.Year, want.Head))
		}
	}
	return nil
}

// states reports whether a fact is of the class and the year wanted.
func states(f *pipeline.Fact, want goldFact) bool {
	return f.Class == want.Class && f.Date != nil && len(want.Year) == 4 && (strings.Contains(f.Date.EDTF, want.Year) || strings.Contains(f.Date.EDTF, want.Year[:3]+"X"))
}

// withoutHeadings is a text without the lines from which its facts were taken.
func withoutHeadings(text string, facts []goldFact) string {
	lines := strings.Split(text, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool {
		return slices.ContainsFunc(facts, func(f goldFact) bool { return strings.TrimSpace(line) == f.Head })
	}), "\n")
}

// print writes the recall of each class and of all.
func (e *factEvaluation) print(w io.Writer, misses bool) {
	found, total := 0, 0
	for _, class := range slices.Sorted(maps.Keys(e.total)) {
		fmt.Fprintf(w, "%-24s recall %.3f (%d/%d)\n", class, float64(e.found[class])/float64(e.total[class]), e.found[class], e.total[class])
		found, total = found+e.found[class], total+e.total[class]
	}
	fmt.Fprintf(w, "%-24s recall %.3f (%d/%d)\n", "all facts", float64(found)/float64(max(total, 1)), found, total)
	if misses {
		for _, m := range e.misses {
			fmt.Fprintln(w, "missed", m)
		}
	}
}
