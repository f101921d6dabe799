// Package dates reads dates: what places something on the calendar, in any form
// that diplomatic prose uses, to EDTF (ISO 8601-2) with real first and last days.
//
// Points in time are data: grammar.tsv lists their patterns, words.tsv their
// words, holidays.tsv the days with a name, guards.tsv the words that make a
// number something else. The reader walks the tokens and tries the grammar only
// where a number, a month or another word of dates stands, and of the grammar
// only what the next token could be (kinds.go). Ranges and lists join points and let them share what one of them
// states (ranges.go, lists.go). Words around a date open or close it
// (qualify.go, widen.go), guards refuse numbers that are no years (guard.go), and
// what a partial or relative date leaves out comes from its context, marked as
// inferred (context.go, relative.go, relate.go). How a document orders day and month is decided once
// for the whole document (order.go).
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

	AnyLanguage: true, // dates in figures
}

// A reader reads one document.
type reader struct {
	doc       *pipeline.Document
	order     order
	sent      int   // first token of the sentence being read
	limit     int   // token after its last
	steps     int   // tokens looked at, for the test that they stay in proportion
	best      point // the longest reading of the match under way
	start     int   // first token of the date being read
	refused   int   // token after the last number that was refused as a year
	found     []finding
	report    func(pipeline.Mention)
	values    []pipeline.DateValue // the block in which values are kept
	focus     focus                // the last date with a day or month
	bareYear  focus                // the last year alone
	entries   point                // the month that heads the entries of a chronicle
	paragraph int                  // token with which the one being read begins
	writtenOn string               // when the text was, "2006-01-02", by its metadata or its dateline
	news      bool                 // a report of its day: the first date has its year from when it was written
	title     [2]int               // the years that the title names, zero when it names none
}

// A finding is a date whose year may still be open.
type finding struct {
	a, b     point // b has no end when it is no range
	tokens   text.Range
	value    pipeline.DateValue
	rule     string
	why      string
	inferred []string
	open     openness
	relation relation
	of       relation // "of that year" behind it
	next     int      // the year that the sentence states next, 0 when it states none
	later    *finding // the day that the sentence states next with its year
	week     bool     // "the week of" stands before it
}

func (f *finding) isRange() bool { return f.b.end > 0 }

func run(p *pipeline.Pass) {
	r := &reader{doc: p.Doc, report: p.Report, order: orderIn(p.Doc)}
	if r.writtenOn = p.Doc.Meta.Written; r.writtenOn == "" {
		r.writtenOn = r.dateline()
		r.news = r.writtenOn != ""
	}
	for _, s := range p.Doc.Sentences {
		r.sentence(s)
	}
}

// at is the token i, or a zero token of class Other outside the text.
func (r *reader) at(i int) text.Token {
	r.steps++
	if i < 0 || i >= len(r.doc.Tokens) {
		return text.Token{Flags: text.Spaced}
	}
	return r.doc.Tokens[i]
}

// word is the lexicon's entry for token i, the zero word when there is none.
func (r *reader) word(i int) word {
	r.steps++
	if i < 0 || i >= len(r.doc.Tokens) || r.doc.Tokens[i].Class != text.Word {
		return word{}
	}
	w, _ := lexicon.Get(r.doc.Tokens[i].Key)
	return w
}

// sentence reads the dates of one sentence and reports them once all are found,
// because a later one may state the year of an earlier one.
func (r *reader) sentence(s text.Range) {
	r.sent, r.limit, r.found, r.refused = s.First, s.End, r.found[:0], -1
	for i := max(s.First, r.entryDay()); i < s.End; {
		end := 0
		switch t := &r.doc.Tokens[i]; t.Class {
		case text.Word:
			if w, ok := lexicon.Get(t.Key); ok {
				end = r.readWord(i, w)
			}
		case text.Number:
			end = r.read(i)
		case text.Apos:
			if n := r.at(i + 1); n.Class == text.Number && !n.Has(text.Spaced) {
				end = r.read(i)
			}
		}
		i = max(i+1, end)
	}
	r.settle()
	r.underMonth()
}

// readWord reads the date that begins with a word of the lexicon. Most of these
// words begin none, and what stands after them shows it.
func (r *reader) readWord(i int, w word) int {
	switch w.sort {
	case article:
		if !r.doc.Tokens[i].Has(text.Initial) || r.at(i+1).Class != text.Dot { // "A.D. 79"
			return r.relative(i)
		}
	case day:
		return r.relative(i)
	case unit:
		return r.readUnit(i, w)
	case partOf, magnitude:
		return 0
	case shift, cardinal, tens, ordinal:
		if !r.countsOn(i + 1) {
			return 0
		}
	case month:
		if t := &r.doc.Tokens[i]; w.mark == loose && t.Has(text.Lower) && !r.countsOn(i+1) {
			return 0 // "may" the verb
		}
	}
	return r.read(i)
}

// readUnit reads "week 25 of 2018" and "the day after 5 May".
func (r *reader) readUnit(i int, w word) int {
	switch next := r.at(i + 1); {
	case w.value == 2 && next.Class == text.Number:
		return r.read(i)
	case w.value == 1 && next.Class == text.Word && r.word(i+2).sort == day:
		return r.relative(i)
	case w.value <= 4 && !r.plural(i) && next.Class == text.Word && (next.Is(keyAfter) || next.Is(keyBefore) || next.Is(keyFollowing)) && r.at(i-1).Is(keyThe) && i > r.sent:
		return r.counted(i, 1, 0)
	}
	return 0
}

// read reads the date that begins at token i, if one does, and returns the
// token after it, or 0.
func (r *reader) read(i int) int {
	p := r.match(i)
	if p.end == 0 {
		return r.relative(i)
	}
	if r.gluedBefore(&p) || p.y > 0 && p.y < 1500 && r.otherCalendar(&p) {
		return r.refuse(i, &p)
	}
	r.start = i
	if r.joinsOn(p.end) {
		if a, b, ok := r.upTo(&p); ok {
			if r.standsRange(&a, &b) {
				return r.addRange(a, b)
			}
			if b.shape() == hasYear {
				return r.refuse(i, &b)
			}
		}
	}
	if end := r.dayUpTo(&p); end > 0 {
		return end
	}
	if end := r.list(&p); end > 0 {
		return end
	}
	if end := r.longerRelative(i, p.end); end > 0 {
		return end
	}
	if r.gluedAfter(&p) || !r.stands(&p) {
		return r.refuse(i, &p)
	}
	return r.addPoint(&p)
}

// longerRelative reads a relative date from token i on that goes on beyond end:
// "10 May" does not, "last day" before "of May" does not either.
func (r *reader) longerRelative(i, end int) int {
	n := len(r.found)
	if next := r.relative(i); next > end {
		return next
	}
	r.found = r.found[:n]
	return 0
}

// refuse remembers where a number was refused, since what is listed with it is
// no year either: "resolutions 1970 and 1973". It returns the token after a
// refused number that could be read as part of another date, or after the second
// of a refused range that began at token i.
func (r *reader) refuse(i int, p *point) int {
	if p.shape() == hasYear {
		r.refused = p.end
	}
	if p.n > 1 || p.first > i || p.rule == "month-year" {
		return p.end
	}
	return 0
}

func (r *reader) addPoint(p *point) int {
	f := r.next()
	f.a, f.tokens, f.rule = *p, text.Range{First: p.first, End: p.end}, p.rule
	return r.complete(f)
}

func (r *reader) addRange(a, b point) int {
	r.joinYear(&a, &b)
	f := finding{a: a, b: b, tokens: text.Range{First: a.first, End: b.end}, rule: a.rule + "-range"}
	if end := r.afterMonth([]finding{f}); end > 0 {
		return end
	}
	return r.add(&f)
}

// joinYear gives a range of days the year that stands by itself before it and a
// comma: "2019, 3–4 June".
func (r *reader) joinYear(a, b *point) {
	n := len(r.found) - 1
	if n < 0 || a.y != 0 || b.y != 0 || b.m == 0 || b.d == 0 || b.before(a) {
		return
	}
	if f := &r.found[n]; f.a.shape() == hasYear && !f.isRange() && f.open == (openness{}) && f.tokens.End == a.first-1 && r.at(a.first-1).Class == text.Comma {
		a.y, b.y, a.first = f.a.y, f.a.y, f.tokens.First
		r.found = r.found[:n]
	}
}

// next is an empty finding at the end of those found.
func (r *reader) next() *finding {
	r.found = append(r.found, finding{})
	return &r.found[len(r.found)-1]
}

// add keeps a finding and returns the token after it.
func (r *reader) add(f *finding) int {
	kept := r.next()
	*kept = *f
	return r.complete(kept)
}

// complete widens a finding by the words that belong to it and returns the token
// after it.
func (r *reader) complete(f *finding) int {
	r.widen(f)
	f.open = r.qualifier(f)
	return f.tokens.End
}

// symbol is the text of token i, empty outside the document.
func (r *reader) symbol(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.Word(i)
}
