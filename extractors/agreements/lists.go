package agreements

import "chancery/pipeline/text"

// comma takes the lists and afterthoughts inside a title.
func (w *tail) comma() bool {
	next := w.i + 1
	if next >= w.limit {
		return false
	}
	if w.reader.word(next) == "as" && w.has(next+1, amended) {
		w.i = next
		w.accept(2)
		for w.has(w.i, and) && w.has(w.i+1, amended) {
			w.accept(2)
		}
		return true
	}
	if w.line {
		return w.trial(1)
	}
	if w.empty || w.proper && !w.inParty {
		return false
	}
	if w.has(next, and) {
		next++
	}
	if w.caps && w.class(next) == text.Word && w.has(next, subject) && !w.onTopic && !w.has(next-1, and) {
		return w.trial(1)
	}
	if !w.listed(next) || next == w.i+1 && !w.closes(next) {
		return false
	}
	w.i = next
	return true
}

// listed reports whether token i may be the next item of a list in the title.
func (w *tail) listed(i int) bool {
	if i >= w.limit || w.class(i) != text.Word {
		return false
	}
	e := w.entry(i)
	if w.tokens[i].Capital() {
		return w.caps && e.roles&(office|stop|det|strong) == 0 && (w.inParty == w.isPlace(i)) || !w.caps && w.inParty
	}
	return !w.caps && e.roles&(stop|det|sign|link|isHead|plan) == 0 && !w.verb(i) && !w.t.isMany()
}

// closes reports whether the list that goes on at token i comes to its "and".
func (w *tail) closes(i int) bool {
	for j := i; j < i+24 && j < w.limit; j++ {
		if w.has(j, and) {
			next, article := w.pastArticle(j + 1)
			return w.listed(next) && (!article || w.inParty || w.onTopic && w.tokens[next].Capital())
		}
		if w.class(j) == text.Comma && w.has(j+1, and) {
			return w.listed(j + 2)
		}
		if w.has(j, stop|party|subject) || w.class(j) != text.Word && w.class(j) != text.Comma && w.class(j) != text.Dash {
			return false
		}
	}
	return false
}

func (t *title) isMany() bool { return t.entry.roles&many != 0 }
