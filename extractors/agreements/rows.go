package agreements

import (
	"cmp"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A layout is what the lines before a title say of it: the head of the table in
// which it stands, and the sentence that opens its list.
type layout struct {
	header text.Range // the first row of the table, empty outside tables
	intro  text.Range // "The following documents were signed:", empty without
	row    bool       // the present line is a row
	listed bool       // the line before was the intro, an item or a title
}

// newLine notes what the line at token i is: a row, an intro, an item of a list.
func (r *reader) newLine(i int) {
	l, end := &r.layout, r.lineEnd(i)
	row := end > 0 && r.cellsIn(i, end) > 0
	switch {
	case !row:
		l.header = text.Range{}
	case !l.row:
		l.header = text.Range{First: i, End: end}
	}
	l.row = row
	item := r.class(i) != text.Word || r.class(i+1) == text.Close || r.class(i+1) == text.Dot && (r.tokens[i].Len() == 1 || text.Numbered(r.tokens, i))
	if end > 0 && (r.announces(i, end) || r.headStage(i, end) != "" || r.tellsBase(i, end)) {
		l.intro, l.listed = text.Range{First: i, End: end}, true
		return
	}
	if !item && (!l.listed || end > 0 && r.class(end-1) == text.Colon) {
		l.intro = text.Range{}
	}
	l.listed = item
}

// dateAbove is the date that is all the line above the k-th title holds, in a list where the
// first title has such a line too; nil without.
func (r *reader) dateAbove(k int) *pipeline.Mention {
	d := r.lineAbove(k)
	for j := k; d != nil && k-j <= mostListed; j-- {
		first := r.lineAbove(j)
		if first == nil {
			return nil // the dates stand below
		}
		if j == 0 || r.titles[j-1].line.Len() == 0 || r.titles[j-1].line.End != first.Tokens.First {
			return d
		}
	}
	return nil
}

// lineAbove is the date that fills the line above the k-th title, or nil.
func (r *reader) lineAbove(k int) *pipeline.Mention {
	first := r.titles[k].line.First
	if r.titles[k].line.Len() == 0 || first == 0 || !r.tokens[first].Has(text.LineStart) {
		return nil
	}
	d := r.world.date(first - 1)
	if d == nil || d.Date == nil || d.Tokens.End != first || !r.tokens[d.Tokens.First].Has(text.LineStart) {
		return nil
	}
	return d
}

// place gives a title that fills its line what the lines before it say.
func (r *reader) place(t *title) {
	if t == nil {
		return
	}
	r.layout.listed = true
	t.header, t.intro = r.layout.header, r.layout.intro
}

// cellsIn is how many cells the tokens from i to end are divided into, less one.
func (r *reader) cellsIn(i, end int) (n int) {
	for ; i < end; i++ {
		if r.class(i) == text.Bar {
			n++
		}
	}
	return n
}

// cellBefore is where the cell begins in which token h stands, in the line from
// token from on; 0 when there are no cells before.
func (r *reader) cellBefore(from, h int) int {
	for j := h - 1; j > from; j-- {
		if r.class(j) == text.Bar {
			return j + 1
		}
	}
	return 0
}

// row reads the particulars of a title in a row of a table from its other cells:
// by the table's head when it tells signature from entry into force, else the first
// date of the row is that of signature.
func (r *reader) row(t *title) (s signing) {
	for i := t.line.First; i < t.line.End; i++ {
		d := r.world.date(i)
		if d == nil || d.Tokens.First != i || t.at.Contains(d.Tokens) || d.Date == nil || term(d) {
			continue
		}
		if r.column(t, i, force) && !r.column(t, i, sign) {
			s.status = "in force"
			continue
		}
		if s.date == nil {
			s.date = d.Date
			s.place = r.cellPlace(t, i)
		}
	}
	if s.date != nil {
		s.status = cmp.Or(s.status, "signed")
	}
	return s
}

// column reports whether the head of the column of token i has a word with the role.
func (r *reader) column(t *title, i int, wanted role) bool {
	at := r.cellsIn(t.line.First, i)
	for j := t.header.First; j < t.header.End && at >= 0; j++ {
		if r.class(j) == text.Bar {
			at--
		} else if at == 0 && r.has(j, wanted) {
			return true
		}
	}
	return false
}

// cellPlace is the place in the cell of the date at token i, or in a cell of its own
// in the row; countries there are parties.
func (r *reader) cellPlace(t *title, i int) string {
	if p := r.placeBefore(i); p != "" {
		return p
	}
	if p := r.placeBehind(r.world.date(i).Tokens.End, t); p != "" {
		return p
	}
	for j := t.line.First; j < t.line.End; j++ {
		p := r.world.placeMention(j)
		if p == nil || p.Tokens.First != j || t.at.Contains(p.Tokens) || isState(p) {
			continue
		}
		if r.cellBorder(j-1, t) && (r.cellBorder(p.Tokens.End, t) || r.class(p.Tokens.End) == text.Comma) {
			return r.doc.Slice(p.Tokens)
		}
	}
	return ""
}

// placeBehind is the place behind the comma at token i, which ends its cell: "18 November
// 2014, Manila".
func (r *reader) placeBehind(i int, t *title) string {
	if p := r.world.placeMention(i + 1); r.class(i) == text.Comma && p != nil && p.Tokens.First == i+1 && !isState(p) && r.cellBorder(p.Tokens.End, t) {
		return r.doc.Slice(p.Tokens)
	}
	return ""
}

// cellBorder reports whether token i parts two cells or lies outside the row.
func (r *reader) cellBorder(i int, t *title) bool {
	return i < t.line.First || i >= t.line.End || r.class(i) == text.Bar
}

// announces reports whether the line from token i to end says that what follows
// was signed: it ends with a colon, or is the heading of a list.
func (r *reader) announces(i, end int) bool {
	if r.class(end-1) == text.Colon {
		return r.sentenceVerb(i, end) >= 0
	}
	opens := r.has(i+1, of) && r.lower(i) == "list" || r.has(i+1, sign) && (r.has(i, many) || listable.Has(r.tokens[i]))
	return opens && r.class(end-1) != text.Dot && r.class(end-1) != text.Stop && r.sentenceVerb(i, end) >= 0
}

// listable stand for what is signed at the head of a list: "Acts signed on the occasion of".
var listable = text.NewSet("documents", "acts", "instruments")

// sentenceVerb is the verb of signing in the last sentence of the tokens from i to
// end, or -1.
func (r *reader) sentenceVerb(i, end int) int {
	for j := end - 1; j >= i; j-- {
		if r.has(j, sign) && r.status(j) != "ratified" {
			return j
		}
		if r.tokens[j].Has(text.SentStart) {
			break
		}
	}
	return -1
}

// announced reads from the sentence that opens a list when and where its items were
// signed.
func (r *reader) announced(t *title, s *signing) {
	verb := r.sentenceVerb(t.intro.First, t.intro.End)
	if verb < 0 || r.headStage(t.intro.First, t.intro.End) != "" {
		return
	}
	if r.denied(verb) {
		if r.lower(verb-1) == "be" || r.word(verb-1) == "to" {
			s.status = "planned"
		}
		return
	}
	s.status = r.status(verb)
	if d := r.only(t.intro); d != nil {
		s.date = d.Date
		s.place = cmp.Or(r.placeBefore(d.Tokens.First), r.placeAfter(d.Tokens.End), r.placeDashed(d.Tokens.First))
		s.inferred = true
	} else if r.atOccasion(t.intro) {
		if d := r.earlier(t.intro.First); d != nil {
			s.date, s.inferred = d.Date, true
		}
	}
}

// placeDashed is the town behind a dash and before the comma and the date at token i: "– Brasília,
// 4 September 2007".
func (r *reader) placeDashed(i int) string {
	p := r.world.placeMention(i - 2)
	if r.class(i-1) != text.Comma || p == nil || isState(p) || r.class(p.Tokens.First-1) != text.Dash {
		return ""
	}
	return r.doc.Slice(p.Tokens)
}

// only is the one date that the tokens hold, or nil.
func (r *reader) only(at text.Range) (found *pipeline.Mention) {
	for j := at.First; j < at.End; j++ {
		if d := r.world.date(j); d != nil && d.Tokens.First == j && d.Date != nil {
			if found != nil {
				return nil
			}
			found = d
		}
	}
	return found
}

// inLineOf reports whether the k-th title goes on, behind a semicolon, with the line that a
// title before it begins.
func (r *reader) inLineOf(k int) bool {
	if first := r.titles[k].at.First; first == 0 || r.class(first-1) != text.Semi {
		return false
	}
	for j := k - 1; j >= 0 && j > k-mostListed; j-- {
		if r.titles[j].line.Len() > 0 {
			return r.titles[j].line.Contains(r.titles[k].at)
		}
	}
	return false
}
