package pipeline

import (
	"slices"

	"chancery/pipeline/source"
	"chancery/pipeline/text"
)

// A Document is one text, read and tokenized. It is read-only once built.
type Document struct {
	ID        string       // path of the source with slashes, or the caller's id
	Source    string       // the text as read: UTF-8
	Text      string       // the cleaned text that tokens point into
	Map       *text.Map    // from cleaned offsets to source offsets
	Tokens    []text.Token // the whole text, scanned once
	Sentences []text.Range // by first token; they cover all tokens
	Language  string       // whose words the text is made of, as text.Language tells it; empty where it does not
	Meta      Meta
	DateOrder string  // "dmy", "mdy", "ymd", or empty to let the document decide
	lines     []int32 // of its tokens, by the first
}

// Meta is what a source says about itself outside, or at the edges of, its text.
type Meta struct {
	Title    string
	Written  string // when the text was written, "2006-01-02"; empty when unknown
	Created  string // as dated by the page, "2006-01-02"
	Updated  string
	Language string        // BCP 47
	Marks    []source.Mark // where its own divisions begin in the text, in order: pages, paragraphs
}

// NewDocument cleans and tokenizes source, which must be valid UTF-8.
func NewDocument(id, source string, meta Meta) *Document {
	clean, m := text.Clean(source, text.Steps)
	d := &Document{ID: id, Source: source, Text: clean, Map: m, Meta: meta}
	d.Tokens = text.Tokenize(clean)
	d.Sentences = text.Split(clean, d.Tokens)
	d.Language = text.Language(clean, d.Tokens)
	for i := range d.Tokens {
		if d.Tokens[i].Has(text.LineStart) {
			d.lines = append(d.lines, int32(i))
		}
	}
	return d
}

// LineStart is the first token of the line of token i.
func (d *Document) LineStart(i int) int {
	n, _ := slices.BinarySearch(d.lines, int32(i+1))
	return int(d.lines[n-1])
}

// LineEnd is the token behind the line of token i: where the next begins, or how many tokens there are.
func (d *Document) LineEnd(i int) int {
	n, _ := slices.BinarySearch(d.lines, int32(i+1))
	if n == len(d.lines) {
		return len(d.Tokens)
	}
	return int(d.lines[n])
}

// Foreign reports whether the text is plainly in another language than English.
func (d *Document) Foreign() bool { return d.Language != "" && d.Language != text.English }

// Headings are the sentences with which the document begins that are headings, as of
// the site, the section and the page: short lines without a full stop or a colon. They
// are a few at most.
func (d *Document) Headings() []text.Range {
	const most, longest = 6, 15
	n := 0
	for n < min(most, len(d.Sentences)) && d.Sentences[n].Len() <= longest && d.endsLine(d.Sentences[n]) {
		n++
	}
	return d.Sentences[:n]
}

// endsLine reports whether a sentence ends a line, and not as one of prose does.
func (d *Document) endsLine(s text.Range) bool {
	switch d.Tokens[s.End-1].Class {
	case text.Dot, text.Stop, text.Colon:
		return false
	}
	return s.End == len(d.Tokens) || d.Tokens[s.End].Has(text.LineStart)
}

// Shouted reports whether a sentence of five words or more is all in capitals.
func (d *Document) Shouted(s text.Range) bool {
	const least = 5
	words := 0
	for _, t := range d.Tokens[s.First:s.End] {
		if t.Class != text.Word {
			continue
		}
		if !t.Has(text.Upper) {
			return false
		}
		words++
	}
	return words >= least
}

// SpanOf is the byte span in the cleaned text that a range of tokens covers.
func (d *Document) SpanOf(r text.Range) text.Span {
	return text.Span{Start: int(d.Tokens[r.First].Start), End: int(d.Tokens[r.End-1].End)}
}

// Slice is the cleaned text that a range of tokens covers.
func (d *Document) Slice(r text.Range) string {
	s := d.SpanOf(r)
	return d.Text[s.Start:s.End]
}

// OneLine is the cleaned text that a range of tokens covers, on one line and with
// single blanks.
func (d *Document) OneLine(r text.Range) string { return text.OneLine(d.Slice(r)) }

// Word is the cleaned text of token i.
func (d *Document) Word(i int) string {
	t := d.Tokens[i]
	return d.Text[t.Start:t.End]
}

// Quote is the source text of a span of the cleaned text.
func (d *Document) Quote(s text.Span) string {
	s = d.Map.Source(s)
	return d.Source[s.Start:s.End]
}
