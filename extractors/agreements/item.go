package agreements

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// item reads a line of a list whose title begins with an article and a head in small
// letters, behind a sentence that says that the list was signed or before a date: "1.
// A memorandum of understanding on fisheries;", "- An agreement on transit, 1998".
func (r *reader) item(from, h int, e entry) *title {
	end := r.lineEnd(from)
	if r.tokens[h].Capital() || end == 0 || e.roles&many != 0 || h-from > mostPrefix {
		return nil
	}
	end = min(end, r.sentenceEnd(h))
	start := from
	for start < h && r.class(start) != text.Word {
		start++
	}
	if w := r.lower(start); w != "a" && w != "an" {
		return nil
	}
	for j := start + 1; j < h; j++ {
		if r.class(j) != text.Word || r.has(j, link|stop|count|finite) && !r.has(j, plain|joint) {
			return nil
		}
	}
	cut := r.lineCut(h, end)
	if !r.reads(h, cut, false) || r.layout.intro.Len() == 0 && !r.datedIn(cut, end) {
		return nil
	}
	t := &title{head: h, entry: e, strength: pipeline.Likely, line: text.Range{First: from, End: end}, dashed: true, named: "list-item", why: "an item of a list of instruments"}
	t.left = r.modifiers(h)
	t.left.from = start + 1
	r.tail(t, cut, true)
	t.at = text.Range{First: start + 1, End: r.trim(cut)}
	t.close()
	if t.subject.Len() == 0 && !t.hasParties() && (!r.has(h+1, of) || t.at.End < h+3) {
		return nil
	}
	return t
}
