package agreements

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

const (
	mostPrefix = 24 // tokens that may stand in a line before the dash in front of a title
	mostLine   = 140
)

// lineTitle reads the line that begins at token from, with its first head at
// token h, as a title that fills it: an item of a list, a heading, or what
// stands behind "Indonesia (25-117) – ".
func (r *reader) lineTitle(from, h int, e entry) *title {
	if !r.tokens[h].Capital() || h-from > mostPrefix+mostModifiers {
		return nil
	}
	end := r.lineEnd(from)
	if end == 0 {
		return nil
	}
	end = r.registerEnd(h, end)
	start, dashed := r.lineStart(from, h, end)
	cell := r.cellBefore(from, h)
	if cell > 0 && start == cell && r.has(start, det) {
		return nil // a cell of prose: "The Treaty of Paris ended the war"
	}
	for h < end && (h < start || e.roles&isHead == 0 || !r.tokens[h].Capital()) {
		h++ // "North Atlantic Treaty Organization (07-1028) – Memorandum ..."
		e = r.entry(h)
	}
	if h >= end || !r.leads(start, h, dashed) {
		return nil
	}
	cut := r.lineCut(h, end)
	if h > start && r.dated(h+1, h, end) {
		cut = h + 1 // "Air Services Agreement of 5 May 2018"
	}
	if !r.reads(start, cut, dashed && cell == 0 && !r.datedOnly(from, start)) {
		return nil
	}
	t := &title{head: h, entry: e, strength: pipeline.Certain, line: text.Range{First: from, End: end}, dashed: dashed, named: "line-title", why: "a title that fills its line"}
	t.left = r.modifiers(h)
	if !dashed && t.left.from > start && !r.listedWords(start, t.left.from) {
		return nil
	}
	w := r.tail(t, cut, true)
	t.at = text.Range{First: start, End: r.trim(cut)}
	t.close()
	if !dashed && t.subject.Len() == 0 && !t.hasParties() { // a heading, which may say more than the name
		if plain := r.tail(t, cut, false); plain.end != t.at.End {
			return nil
		}
		t.at = text.Range{First: start, End: r.trim(cut)}
		t.close()
	}
	t.left.from = start
	if !r.isLineName(t, &w, dashed) {
		return nil
	}
	return t
}

// datedOnly reports whether a date and signs are all that the tokens hold.
func (r *reader) datedOnly(from, to int) bool {
	found := false
	for j := from; j < to; j++ {
		switch d := r.world.date(j); {
		case d != nil:
			found = true
		case r.class(j) == text.Word && !r.bullet(j):
			return false
		}
	}
	return found
}

// listedWords reports whether the tokens are capitalized words in a list that leads up to
// a head: the first of "Economic, Industrial and Technical Cooperation Agreement".
func (r *reader) listedWords(from, to int) bool {
	commas := 0
	for j := from; j < to; j++ {
		switch {
		case r.class(j) == text.Comma:
			commas++
		case r.has(j, and):
		case r.class(j) != text.Word || !r.tokens[j].Capital() || r.world.placeMention(j) != nil:
			return false
		}
	}
	return commas > 0 && to-from <= mostModifiers
}

// trim leaves out the punctuation before token end.
func (r *reader) trim(end int) int {
	for end > 0 {
		switch r.class(end - 1) {
		case text.Dot, text.Comma, text.Dash, text.Semi, text.Colon, text.Stop, text.Open:
			if r.class(end-1) == text.Dot && end > 1 && r.tokens[end-2].Has(text.Initial) && end < len(r.tokens) && !r.tokens[end].Has(text.SentStart|text.LineStart) {
				return end
			}
			end--
			continue
		}
		break
	}
	return end
}

// reads reports whether the tokens read as a title and not as a sentence: one
// stretch without a finite verb, and behind a dash mostly capitals.
func (r *reader) reads(start, end int, dashed bool) bool {
	small, capitals := 0, 0
	for j := start; j < end; j++ {
		t := r.tokens[j]
		if t.Has(text.SentStart) && j > start && t.Class != text.Dot && r.class(j-2) != text.Dot { // but ". . ."
			return false
		}
		if t.Class != text.Word {
			continue
		}
		e := r.entry(j)
		switch {
		case t.Capital():
			capitals++
		case e.roles&finite != 0, !dashed && e.roles&stop != 0:
			return false
		case e.roles&(link|det) == 0:
			small++
		}
	}
	return !dashed || small <= capitals/2+2
}

// lineEnd is the token after the line, or 0 when it is no single line: longer
// than any title.
func (r *reader) lineEnd(from int) int {
	if end := r.doc.LineEnd(from); end <= from+mostLine {
		return end
	}
	return 0
}

// lineStart is where the title of a line, or of a cell, begins: behind bullets, numbers,
// dates, and "Country (number) – ".
func (r *reader) lineStart(from, h, end int) (start int, dashed bool) {
	cell := r.cellBefore(from, h)
	start, dashed = r.openingOf(max(from, cell), h, end)
	return start, dashed || cell > 0
}

// openingOf is lineStart from token from on.
func (r *reader) openingOf(from, h, end int) (start int, dashed bool) {
	start = from
	if text.Numbered(r.tokens, from) && from+2 <= h {
		start += 2 // "ii. Agreement on Trade"
	}
	for start < h && (r.class(start) != text.Word && r.world.date(start) == nil || r.tokens[start].Has(text.Initial|text.Lower) && r.class(start+1) == text.Close || r.bullet(start)) {
		switch r.class(start) {
		case text.Number:
			if c := r.class(start + 1); c != text.Dot && c != text.Close && !(c == text.Dash && r.tokens[start].Len() < 3 && r.class(start+2) == text.Word) {
				return start, false
			}
		case text.Quote, text.Open:
			if r.class(start) == text.Quote && !r.tokens[start+1].Has(text.Spaced) { // "»" may be a bullet
				return start + 1, false
			}
		}
		start++
	}
	for j := start; j < min(end, start+mostPrefix); j++ {
		dash := r.class(j) == text.Dash && r.tokens[j].Has(text.Spaced) && !r.has(j-1, prefix) || r.class(j) == text.Colon
		if dash && j+1 < end && r.tokens[j+1].Has(text.Spaced) && !r.pair(j) {
			if j > h && r.class(j-1) != text.Close {
				break
			}
			if c := r.class(j + 2); r.class(j+1) == text.Number && (c == text.Close || c == text.Dot) {
				j += 2 // "signed: 1) Joint Declaration"
			}
			return r.pastQuote(j + 1), j > from
		}
	}
	if d := r.world.date(start); d != nil && d.Tokens.First == start && d.Tokens.End < h && r.class(d.Tokens.End) != text.Word {
		return r.pastQuote(d.Tokens.End + 1), true
	}
	if d := r.world.date(start); d != nil && d.Tokens.First == start && d.Tokens.End <= h && d.Date != nil && d.Date.Precision == "day" && r.tokens[d.Tokens.End].Capital() {
		return d.Tokens.End, true // "12 May 1992 Agreement on Trade"
	}
	return start, false
}

// bullet reports whether token i is an "o" that stands for a bullet: "o Agreement on
// Trade".
func (r *reader) bullet(i int) bool {
	if r.tokens[i].Has(text.LineStart) && r.tokens[i].Len() == 1 && r.class(i+1) == text.Close {
		return true // "a) Agreement on Trade"
	}
	return r.tokens[i].Has(text.LineStart) && r.word(i) == "o" && i+1 < len(r.tokens) && (r.tokens[i+1].Capital() || r.class(i+1) == text.Quote)
}

// pair reports whether the dash at token j joins two places: "United States - Chile
// Free Trade Agreement".
func (r *reader) pair(j int) bool {
	return r.class(j) == text.Dash && r.world.placeMention(j-1) != nil && r.world.placeMention(j+1) != nil
}

// leads reports whether the words between the title's start and its head may
// stand there: capitals and the small words between them.
func (r *reader) leads(start, h int, dashed bool) bool {
	if start > h {
		return false
	}
	for j := start; j < h; j++ {
		t := r.tokens[j]
		switch {
		case t.Class == text.Word && !t.Capital() && !r.has(j, link) && r.class(j-1) != text.Dash && r.class(j+1) != text.Dash:
			return false
		case t.Class == text.Word && t.Capital() && r.has(j, stop|plan|sign) && j > start:
			return false
		case t.Class == text.Stop || t.Class == text.Semi || t.Has(text.SentStart) && j > start:
			return false
		case t.Class == text.Number && !dashed:
			return false
		}
	}
	return dashed || !r.has(start, det|link|plan|count)
}

// isLineName decides whether a line is a title and no mere heading.
func (r *reader) isLineName(t *title, w *tail, dashed bool) bool {
	long := t.at.End > t.head+1
	if r.isBare(t) || t.left.refused && t.subject.Len() == 0 && !t.hasParties() {
		return false
	}
	if t.entry.roles&jointly != 0 && !t.left.joint && !t.hasParties() {
		return false
	}
	if t.entry.roles&framed != 0 && !r.isFramed(t) && !r.numbered(t.head) && !(dashed && w.nested > 0) {
		return false
	}
	if t.entry.roles&many != 0 && (!dashed || r.class(t.at.First-1) == text.Bar) {
		return long && (t.subject.Len() > 0 || t.hasParties() && (t.entry.roles&strong == 0 || r.year(t) != nil)) // "Agreements between A and B" heads a list
	}
	return long || t.at.First < t.head && (t.left.words+t.left.pairs > 0 || t.left.joint || dashed)
}

// numbered reports whether a number follows the head: "Minute No. 291".
func (r *reader) numbered(h int) bool {
	return r.class(h+1) == text.Number || r.class(h+2) == text.Dot && r.class(h+3) == text.Number
}
