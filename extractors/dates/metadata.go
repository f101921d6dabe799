package dates

import (
	"strings"
	"time"

	"github.com/araddon/dateparse"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// labels are the words with which pages date themselves, in small letters; true
// marks the date of the last change.
var labels = []struct {
	words   string
	updated bool
}{
	{"created at", false}, {"created on", false}, {"created", false}, {"published on", false}, {"published", false}, {"posted on", false},
	{"date of publication", false}, {"publication date", false},
	{"updated at", true}, {"updated on", true}, {"last updated on", true}, {"last updated", true}, {"updated", true}, {"last modified", true},
	{"modified on", true},
}

// Metadata reads when a page was created and last updated from its own labelled
// lines ("Created at : 4.12.2013, 11:12"), as "2006-01-02", empty when it has none.
func Metadata(doc *pipeline.Document) (created, updated string) {
	order := observe(doc.Tokens, doc.DateOrder)
	lower := strings.ToLower(doc.Text)
	if len(lower) != len(doc.Text) {
		return "", ""
	}
	for _, l := range labels {
		at := strings.LastIndex(lower, l.words)
		if at < 0 {
			continue
		}
		v, ok := ParseWhole(labelled(doc.Text[at+len(l.words):]), order.custom())
		switch {
		case !ok:
		case l.updated && updated == "":
			updated = v.Min
		case !l.updated && created == "":
			created = v.Min
		}
	}
	return created, updated
}

// labelled is the value that follows a label: what stands after a colon, up to
// the end of the line or the next label.
func labelled(s string) string {
	s = strings.TrimLeft(s, " ")
	rest, ok := strings.CutPrefix(s, ":")
	if !ok {
		return ""
	}
	line, _, _ := strings.Cut(rest, "\n")
	for _, l := range labels {
		if i := strings.Index(strings.ToLower(line), l.words); i > 0 {
			line = line[:i]
		}
	}
	return strings.Trim(line, " ,;.|")
}

// custom is the order for values that stand outside the text.
func (o order) custom() string {
	first, _ := o.decide(1, 2, text.Dot)
	if first {
		return "dmy"
	}
	return "mdy"
}

// ParseWhole reads a value that is a date and nothing else, in any layout that
// dateparse knows; order ("dmy" or "mdy") says what "4.12.2013" means. It refuses
// a result whose year, month or day the value does not itself contain, because
// dateparse fills in what is missing.
func ParseWhole(value, order string) (pipeline.DateValue, bool) {
	value = strings.TrimSpace(value)
	if d, ok := numericDay(value, order); ok {
		return d, true
	}
	t, err := parseAny(value, order != "dmy")
	if err != nil || !strings.Contains(value, itoa(t.Year())) || !containsNumber(value, t.Day()) {
		return pipeline.DateValue{}, false
	}
	return dayValue(t), true
}

// numericDay reads a value that begins with a numeric date itself, since
// dateparse takes dotted dates for month-first whatever it is told.
func numericDay(value, order string) (pipeline.DateValue, bool) {
	doc := pipeline.NewDocument("", value, pipeline.Meta{})
	r := &reader{doc: doc, limit: len(doc.Tokens), order: observe(doc.Tokens, order)}
	if len(doc.Tokens) == 0 || doc.Tokens[0].Class != text.Number {
		return pipeline.DateValue{}, false
	}
	p := r.match(0)
	if p.shape() != "dmy" || p.invalid != "" || p.shortYear {
		return pipeline.DateValue{}, false
	}
	return p.value(), true
}

// parseAny is dateparse without its panics.
func parseAny(value string, monthFirst bool) (t time.Time, err error) {
	defer func() {
		if recover() != nil {
			err = dateparse.ErrAmbiguousMMDD
		}
	}()
	return dateparse.ParseAny(value, dateparse.PreferMonthFirst(monthFirst))
}

func containsNumber(s string, n int) bool {
	for _, t := range text.Tokenize(s) {
		if t.Num() == n {
			return true
		}
	}
	return false
}

func dayValue(t time.Time) pipeline.DateValue {
	day := t.Format(time.DateOnly)
	return pipeline.DateValue{EDTF: day, Min: day, Max: day, Precision: "day"}
}
