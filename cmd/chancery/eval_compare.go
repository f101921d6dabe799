package main

import (
	"slices"
	"strings"

	"chancery/pipeline"
)

// A comparison is of one layer of one text.
type comparison struct {
	report   *evalReport
	score    *score
	layer    layer
	gold     goldLine
	complete bool // precision is measured
	found    []foundMention
	used     []bool // by mention found: it is matched
}

// A foundMention is a mention with its span in code points.
type foundMention struct {
	*pipeline.Mention
	start, end int
}

// match takes the first mention not yet matched that fits, or gives -1.
func (c *comparison) match(fits func(foundMention) bool) int {
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
	i := c.match(func(m foundMention) bool { return m.start == want.Start && m.end == want.End })
	exact := i >= 0
	if !exact {
		i = c.match(func(m foundMention) bool { return want.overlaps(goldSpan{Start: m.start, End: m.end}) })
	}
	if i < 0 {
		c.values(want, nil)
		c.miss("missed", want.Start, want.End, want.stated["value"])
		return
	}
	m := c.found[i]
	c.score.count(exact, c.complete)
	if !exact {
		c.miss("span", m.start, m.end, m.Value)
	}
	for _, wrong := range c.values(want, m.Mention) {
		c.miss("value", m.start, m.end, wrong)
	}
}

// values compares what gold states of a mention with what was found, field by
// field, and says what is wrong. A mention is right when all of it is.
func (c *comparison) values(want goldSpan, m *pipeline.Mention) (wrong []string) {
	stated := false
	for i, f := range c.layer.fields {
		text, ok := want.statement(f)
		if !ok {
			continue
		}
		got := ""
		if m != nil {
			got = f.of(m)
		}
		stated = true
		same := m != nil && f.same(text, got)
		c.score.fields[i].count(text, got, same)
		if m != nil && !same {
			wrong = append(wrong, strings.TrimPrefix(f.name+" ", "value ")+got+" for "+text)
		}
	}
	c.score.value(stated, m != nil, m != nil && len(wrong) == 0, c.complete)
	return wrong
}

// rest counts the mentions that no gold span asked for, where there should be
// none.
func (c *comparison) rest() {
	for i, m := range c.found {
		at := goldSpan{Start: m.start, End: m.end}
		if c.used[i] || slices.ContainsFunc(c.gold.Gold.spans[other], at.overlaps) {
			continue
		}
		c.score.found++
		c.score.valuesFound++
		c.miss("too much", m.start, m.end, m.Value)
	}
}

// miss notes what is not as the gold file has it.
func (c *comparison) miss(what string, start, end int, value string) {
	if !c.report.misses {
		return
	}
	text := []rune(c.gold.Text)
	c.report.Misses = append(c.report.Misses, evalMiss{
		ID: c.gold.ID, Layer: c.layer.name, What: what, Start: start, End: end, Text: flatLine(text[start:end]), Value: value,
		before: flatLine(text[max(0, start-40):start]), after: flatLine(text[end:min(len(text), end+30)]),
	})
}

func flatLine(r []rune) string { return strings.Join(strings.Fields(string(r)), " ") }
