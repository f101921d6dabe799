package main

import (
	"fmt"
	"slices"
	"strings"

	"chancery/pipeline"
)

// A comparison is of one layer of one text.
type comparison struct {
	eval     *evaluation
	score    *score
	name     string
	gold     goldLine
	complete bool // precision is measured
	found    []annotateMention
	used     []bool // by mention found: it is matched
}

// match takes the first mention not yet matched that fits, or gives -1.
func (c *comparison) match(fits func(annotateMention) bool) int {
	for i, m := range c.found {
		if !c.used[i] && fits(m) {
			c.used[i] = true
			return i
		}
	}
	return -1
}

// want compares a gold span with the mention that covers exactly it, or else
// with the first that overlaps it.
func (c *comparison) want(want goldSpan) {
	c.score.gold++
	i := c.match(func(m annotateMention) bool { return m.Start == want.Start && m.End == want.End })
	exact := i >= 0
	if !exact {
		i = c.match(func(m annotateMention) bool { return want.overlaps(goldSpan{Start: m.Start, End: m.End}) })
	}
	if i < 0 {
		c.miss("missed", want.Start, want.End, want.Value)
		return
	}
	m := c.found[i]
	c.score.count(exact, c.complete)
	if !exact {
		c.miss("span", m.Start, m.End, m.Value)
	}
	c.score.value(want, m)
	if want.Value != "" && !sameValue(want, m) {
		c.miss("value", m.Start, m.End, m.Value+" for "+want.Value)
	}
}

// rest counts the mentions that no gold span asked for, where there should be
// none.
func (c *comparison) rest() {
	for i, m := range c.found {
		at := goldSpan{Start: m.Start, End: m.End}
		if c.used[i] || slices.ContainsFunc(c.gold.Gold["other"], at.overlaps) {
			continue
		}
		c.score.found++
		c.miss("too much", m.Start, m.End, m.Value)
	}
}

// miss lists what is not as the gold file has it.
func (c *comparison) miss(what string, start, end int, value string) {
	if c.eval.misses == nil {
		return
	}
	text := []rune(c.gold.Text)
	before, after := text[max(0, start-40):start], text[end:min(len(text), end+30)]
	fmt.Fprintf(c.eval.misses, "%s\t%s\t%s\t%s [%s] %s\t%s\n", c.gold.ID, c.name, what, flatLine(before), flatLine(text[start:end]), flatLine(after), value)
}

// count notes that a gold span was found, exactly or in part.
func (s *score) count(exact, complete bool) {
	s.overlap++
	if exact {
		s.strict++
	}
	if !complete {
		return
	}
	s.found++
	s.rightLoose++
	if exact {
		s.right++
	}
}

func (s *score) value(want goldSpan, m annotateMention) {
	if want.Value == "" || strings.Contains(want.Value, "XX") {
		return
	}
	s.values++
	if sameValue(want, m) {
		s.valuesRight++
	}
}

// sameValue compares a gold value and its end with an EDTF value.
func sameValue(want goldSpan, m annotateMention) bool {
	low, high, _ := strings.Cut(strings.NewReplacer("~", "", "?", "").Replace(m.Value), "/")
	if low == ".." {
		low, high = high, ""
	}
	if strings.Contains(want.Value, "XX") || m.Kind != pipeline.Date {
		return true
	}
	return low == want.Value && (want.ValueEnd == nil || *want.ValueEnd == "" || *want.ValueEnd == high)
}

func flatLine(r []rune) string { return strings.Join(strings.Fields(string(r)), " ") }
