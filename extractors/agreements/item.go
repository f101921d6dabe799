package agreements

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// item reads a line of a list whose title has a head in small letters, behind a sentence that says that
// the list was signed or beside a date: "1. A memorandum of understanding on fisheries;", "- An
// agreement on transit, 1998", "- Joint declaration on fisheries (Lima, 2010)".
func (r *reader) item(from, h int, e entry) *title {
	end := r.lineEnd(from)
	if r.tokens[h].Capital() || end == 0 || e.roles&many != 0 || h-from > mostPrefix {
		return nil
	}
	end = min(end, r.sentenceEnd(h))
	start := r.itemStart(from, h, end)
	if start < 0 {
		return nil
	}
	cut := r.lineCut(h, end)
	if !r.reads(h, cut, false) || r.layout.intro.Len() == 0 && !r.datedIn(cut, end) && !r.dateLeads(h) {
		return nil
	}
	t := &title{head: h, entry: e, strength: pipeline.Likely, line: text.Range{First: from, End: end}, dashed: true, named: "list-item", why: "an item of a list of instruments"}
	t.left = r.modifiers(h)
	t.left.from = start
	w := r.tail(t, cut, true)
	t.at = text.Range{First: start, End: r.trim(cut)}
	t.close()
	if r.tokens[start].Capital() && (!r.ofStates(t) || !r.isLineName(t, &w, true)) || r.class(t.at.End) == text.Open && r.word(t.at.End+1) == "not" {
		return nil
	}
	if start == h && t.subject.Len() == 0 && !t.hasParties() && (!r.has(h+1, of) || t.at.End < h+3) {
		return nil
	}
	return t
}

// itemStart is where the title begins of an item of a list whose head, at token h, is in small letters:
// behind "a", or with a capital of its own, "Joint declaration", "Air services agreement"; -1 for none.
func (r *reader) itemStart(from, h, end int) int {
	start := from
	for start < h && r.class(start) != text.Word {
		start++
	}
	if w := r.lower(start); w == "a" || w == "an" {
		for j := start + 1; j < h; j++ {
			if r.class(j) != text.Word || r.has(j, link|stop|count|finite) && !r.has(j, plain|joint) {
				return -1
			}
		}
		return start + 1
	}
	if start, _ = r.lineStart(from, h, end); start >= h || !r.tokens[start].Capital() || r.has(start, det|and|link) {
		return -1
	}
	for j := start; j < h; j++ {
		if r.class(j) != text.Word && r.class(j) != text.Dash || !r.has(j, joint|plain|noun|topic|and|frame) && r.class(j) == text.Word {
			return -1
		}
	}
	return start
}
