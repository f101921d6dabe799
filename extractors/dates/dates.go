// Package dates reads dates: what places something on the calendar, in any form
// that diplomatic prose uses, to EDTF (ISO 8601-2) with real first and last days.
//
// Points in time are data: grammar.tsv lists their patterns, words.tsv their
// words. The reader walks the tokens and tries the grammar only where a number,
// a month or another word of dates stands. Ranges and lists join points and let
// them share what one of them states (ranges.go). Words around a date open or
// close it (qualify.go), guards refuse numbers that are no years (guard.go), and
// what a partial date leaves out comes from its context, marked as inferred
// (context.go). How a document orders day and month is decided once for the
// whole document (order.go).
package dates

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor reports mentions of dates.
var Extractor = &pipeline.Extractor{
	Name: "dates",
	Doc:  "calendar expressions of every form, to EDTF",
	Run:  run,
}

// A reader reads one document.
type reader struct {
	doc     *pipeline.Document
	order   order
	limit   int  // token after the last of the sentence being read
	between bool // "between" stands before the point being read
	found   []finding
	report  func(pipeline.Mention)
	sent    int // first token of the sentence being read
	focus   focus
}

// A finding is a date whose year may still be open.
type finding struct {
	a, b     point // b is the zero point when it is no range
	tokens   text.Range
	value    pipeline.DateValue
	rule     string
	why      string
	inferred []string
	open     openness
}

func run(p *pipeline.Pass) {
	r := &reader{doc: p.Doc, report: p.Report, order: observe(p.Doc.Tokens, p.Doc.DateOrder)}
	for _, s := range p.Doc.Sentences {
		r.sentence(s)
	}
}

// at is the token i, or a zero token of class Other outside the text.
func (r *reader) at(i int) text.Token {
	if i < 0 || i >= len(r.doc.Tokens) {
		return text.Token{Flags: text.Spaced}
	}
	return r.doc.Tokens[i]
}

// word is the lexicon's entry for token i, the zero word when there is none.
func (r *reader) word(i int) word {
	if i < 0 || i >= len(r.doc.Tokens) || r.doc.Tokens[i].Class != text.Word {
		return word{}
	}
	w, _ := lexicon.Get(r.doc.Tokens[i].Key)
	return w
}

// sentence reads the dates of one sentence and reports them once all are found,
// because a later one may state the year of an earlier one.
func (r *reader) sentence(s text.Range) {
	r.limit, r.found, r.sent = s.End, r.found[:0], s.First
	for i := s.First; i < s.End; {
		switch r.doc.Tokens[i].Class {
		case text.Word, text.Number, text.Apos:
			i = max(i+1, r.read(i))
		default:
			i++
		}
	}
	r.settle(s)
}

// read reads the date that begins at token i, if one does, and returns the
// token after it, or 0.
func (r *reader) read(i int) int {
	t := r.doc.Tokens[i]
	switch t.Class {
	case text.Word:
		w, ok := lexicon.Get(t.Key)
		if !ok {
			if t.Len() == 1 && t.Has(text.Initial) && (r.doc.Text[t.Start] == 'Q') {
				break
			}
			return 0
		}
		switch w.sort {
		case shift, day, article, cardinal:
			return r.relative(i)
		case weekday, part, unit:
			return 0
		}
	case text.Apos:
		if n := r.at(i + 1); n.Class != text.Number || n.Has(text.Spaced) {
			return 0
		}
	}
	p := r.match(i)
	if p.end == 0 {
		return r.relative(i)
	}
	r.between = r.at(i-1).Is(keyBetween) || r.at(i-1).Is(keyThe) && r.at(i-2).Is(keyBetween)
	if a, b, ok := r.upTo(p); ok && (a.shape() != "y" || !r.glued(p) && r.year1(a)) && !(a.n > 0 && r.glued(p)) {
		return r.add(finding{a: a, b: b, tokens: text.Range{First: p.first, End: b.end}, rule: p.rule + "-range"})
	}
	if end := r.list(p); end > 0 {
		return end
	}
	if !r.stands(p) {
		return 0
	}
	return r.add(finding{a: p, tokens: text.Range{First: p.first, End: p.end}, rule: p.rule})
}

// list reads "14, 15 and 17 April 2009" as three dates that share the month.
func (r *reader) list(p point) int {
	if p.shape() != "d" || p.d == 0 {
		return 0
	}
	days := []point{p}
	for i := p.end; ; {
		t := r.at(i)
		if i >= r.limit || t.Class != text.Comma && !t.Is(keyAnd) {
			return 0
		}
		if i++; t.Class == text.Comma && r.at(i).Is(keyAnd) {
			i++
		}
		if i >= r.limit {
			return 0
		}
		q := r.match(i)
		switch {
		case q.end == 0:
			return 0
		case q.shape() == "d":
			days = append(days, q)
			i = q.end
			continue
		case !joins(lists, "d", q.shape()):
			return 0
		}
		for _, d := range days {
			d.m, d.y, d.shortYear = q.m, q.y, q.shortYear
			d.invalid = impossible(d.y, d.m, d.d)
			r.add(finding{a: d, tokens: text.Range{First: d.first, End: d.end}, rule: "day-list"})
		}
		if a, b, ok := r.upTo(q); ok {
			return r.add(finding{a: a, b: b, tokens: text.Range{First: q.first, End: b.end}, rule: q.rule + "-range"})
		}
		return r.add(finding{a: q, tokens: text.Range{First: q.first, End: q.end}, rule: q.rule})
	}
}

// add keeps a finding, widened by the words that belong to it, and returns the
// token after it.
func (r *reader) add(f finding) int {
	r.widen(&f)
	f.open = r.qualifier(&f)
	r.found = append(r.found, f)
	return f.tokens.End
}
