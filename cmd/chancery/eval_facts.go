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
	report *evalReport
	sample sample
}

// run compares a whole file of gold.
func (e *factEvaluation) run(in io.Reader, report *evalReport) error {
	e.found, e.total, e.report = map[string]int{}, map[string]int{}, report
	var failed error
	err := eachLine(in, func(n int, line []byte) {
		if err := e.line(line); err != nil && failed == nil {
			failed = fmt.Errorf("line %d: %w", n, err)
		}
	})
	if err := errors.Join(err, failed); err != nil {
		return err
	}
	e.recall()
	report.Sample = e.sample.drawn()
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
		} else if e.report.misses {
			id, _ := json.Marshal(g.ID) //nolint:errchkjson // a string
			e.report.Misses = append(e.report.Misses, evalMiss{ID: id, What: "missed", Text: fmt.Sprintf("missed %s: %s %s: %s", g.ID, want.Class, want.Year, want.Head)})
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

// recall reports the recall of each class and of all.
func (e *factEvaluation) recall() {
	found, total := 0, 0
	for _, class := range slices.Sorted(maps.Keys(e.total)) {
		e.report.Classes = append(e.report.Classes, classReport{class, e.found[class], e.total[class], ratio(e.found[class], e.total[class])})
		found, total = found+e.found[class], total+e.total[class]
	}
	e.report.Classes = append(e.report.Classes, classReport{"all facts", found, total, ratio(found, max(total, 1))})
}
