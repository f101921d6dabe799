package dates

import (
	_ "embed"
	"strings"
	"time"

	"github.com/araddon/dateparse"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

//go:embed labels.tsv
var labelList string

// labels are the words with which pages date themselves; the value is true for
// those that give the date of the last change.
var labels = func() *text.Phrases[bool] {
	all := map[string]bool{}
	for _, line := range strings.Split(labelList, "\n") {
		if words, of, ok := strings.Cut(line, "\t"); ok && line[0] != '#' {
			all[words] = of == "updated"
		}
	}
	return text.NewPhrases(all)
}()

// Metadata reads when a page was created and last updated from its own labelled
// lines ("Created at : 4.12.2013, 11:12"), as "2006-01-02", empty when it has
// none. A label counts when a colon follows it, or when it begins its line; of
// several dates under one label the last stands, since footers come last.
func Metadata(doc *pipeline.Document) (created, updated string) {
	order := orderIn(doc)
	for i := 0; i < len(doc.Tokens); i++ {
		t := &doc.Tokens[i]
		if t.Class != text.Word {
			continue
		}
		isUpdate, n := labels.Longest(doc.Tokens, i, len(doc.Tokens))
		if n == 0 {
			continue
		}
		first := i
		if i += n - 1; i+1 >= len(doc.Tokens) {
			break
		}
		colon := doc.Tokens[i+1].Class == text.Colon
		if !colon && (n == 1 || doc.Tokens[first].Flags&(text.LineStart|text.SentStart) == 0) {
			continue
		}
		v, ok := parse(labelled(doc, i+1), order)
		switch {
		case !ok || v.Min == "":
		case isUpdate:
			updated = v.Min
		default:
			created = v.Min
		}
	}
	return created, updated
}

// labelled is the value that begins at token i: up to the end of the line or
// the next label, and no longer than a date can be.
func labelled(doc *pipeline.Document, i int) string {
	for i < len(doc.Tokens) && (doc.Tokens[i].Class == text.Colon || doc.Tokens[i].Class == text.Dash) {
		i++
	}
	end := i
	for end < len(doc.Tokens) && end < i+24 && (end == i || !doc.Tokens[end].Has(text.LineStart)) {
		if _, n := labels.Longest(doc.Tokens, end, len(doc.Tokens)); n > 0 {
			break
		}
		end++
	}
	if end <= i {
		return ""
	}
	return strings.Trim(doc.Slice(text.Range{First: i, End: end}), " ,;.|()")
}

// ParseWhole reads a value that is a date and nothing else, with or without a
// time, in any layout that the grammar or dateparse knows. order ("dmy", "mdy",
// or empty for the custom of the separator) says what "4/12/2013" means. It
// refuses a result of dateparse whose year, month or day the value does not
// itself state, because dateparse fills in what is missing.
func ParseWhole(value, order string) (pipeline.DateValue, bool) {
	return parse(value, orderOf(order))
}

func parse(value string, o order) (pipeline.DateValue, bool) {
	const longest = 100
	if value = strings.TrimSpace(value); value == "" || len(value) > longest {
		return pipeline.DateValue{}, false
	}
	doc := pipeline.NewDocument("", value, pipeline.Meta{})
	r := &reader{doc: doc, limit: len(doc.Tokens), order: o}
	if d, ok := r.wholeDay(); ok {
		return d, true
	}
	t, err := parseAny(value, o.fixed != "dmy")
	if err != nil || !r.states(t) {
		return pipeline.DateValue{}, false
	}
	day := t.Format(time.DateOnly)
	return pipeline.DateValue{EDTF: day, Min: day, Max: day, Precision: "day"}, true
}

// wholeDay reads a day at the beginning of the value, behind a weekday, since
// dateparse takes dotted dates for month-first whatever it is told. What follows
// must be a time.
func (r *reader) wholeDay() (pipeline.DateValue, bool) {
	i, _ := r.leadIn(0)
	if i >= r.limit {
		return pipeline.DateValue{}, false
	}
	p := r.match(i)
	if p.shape() != hasDay|hasMonth|hasYear || p.invalid != "" || p.shortYear {
		return pipeline.DateValue{}, false
	}
	for ; p.end < r.limit; p.end++ {
		if t := r.at(p.end); t.Class == text.Word && t.Len() > 5 {
			return pipeline.DateValue{}, false
		}
	}
	return p.value(), true
}

// states reports whether the value itself names the year, the month and the day
// of t.
func (r *reader) states(t time.Time) bool {
	var year, named, numbered bool
	for i, k := range r.doc.Tokens {
		n := k.Num()
		w := r.word(i)
		year = year || n == t.Year()
		switch {
		case w.sort == month:
			named = named || int(w.value) == int(t.Month())
		case n == t.Day() && !numbered && k.Len() <= 2:
			numbered = true
		case n == int(t.Month()) && k.Len() <= 2:
			named = true
		case k.Len() == 8: // 20060102
			if s := t.Format("20060102"); s == r.doc.Word(i) {
				return true
			}
		case k.Len() >= 10: // seconds since 1970
			return false
		}
	}
	return year && named && numbered
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
