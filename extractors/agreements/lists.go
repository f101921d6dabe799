package agreements

import (
	"slices"
	"strings"

	"chancery/pipeline/text"
)

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
	if w.caps && !w.small && w.class(next) == text.Word && w.has(next, subject) && !w.onTopic && !w.has(next-1, and) {
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
	return !w.caps && e.roles&(stop|det|sign|link|isHead|plan) == 0 && !w.verb(i) && !strings.HasSuffix(w.reader.word(i), "ly") && !w.t.isMany()
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

// tellsBase reports whether the line from token i to end tells of the legal basis of the
// relations of two states, which a list follows: "The contractual-legal base between A and B
// comprises 45 documents."
func (r *reader) tellsBase(i, end int) bool {
	for j := i + 1; j < end; j++ {
		if bases.Has(r.tokens[j]) && (r.lower(j-1) == "legal" || r.lower(j-1) == "contractual" || r.lower(j-1) == "treaty") {
			return len(r.pairIn(text.Range{First: i, End: end})) == 2
		}
	}
	return false
}

var bases = text.NewSet("base", "basis", "framework")

// introOf is the sentence that opens the list in which a title stands: the line before the
// list, or what comes before the colon in the title's own line.
func (r *reader) introOf(t *title) text.Range {
	if t.intro.Len() > 0 {
		return t.intro
	}
	for j := t.at.First - 1; j > 0 && j > t.at.First-4*reach && !r.tokens[j].Has(text.LineStart); j-- {
		if r.class(j) != text.Colon || !r.tokens[j+1].Has(text.Spaced) {
			continue
		}
		first := j - 1
		for first > 0 && first > j-reach && !r.tokens[first].Has(text.SentStart) {
			first--
		}
		several, following := false, r.labels(j) || r.sentenceVerb(first, j) >= 0
		for k := first; k < j; k++ {
			several = several || r.has(k, many) || r.lower(k) == "documents" || r.lower(k) == "instruments"
			following = following || r.lower(k) == "following"
		}
		if several && following {
			return text.Range{First: first, End: j + 1}
		}
		break
	}
	return text.Range{}
}

// headStage is how all that a list holds stands, by the line from token i to end that heads it:
// "Agreements in force", "Bilateral treaties in force between A and B:", "Agreements pending
// conclusion"; "" when it does not say.
func (r *reader) headStage(i, end int) string {
	plural, opens := false, end > i && r.class(end-1) == text.Colon
	if end <= i || !opens && (r.class(end-1) == text.Dot || r.class(end-1) == text.Stop) || !slices.ContainsFunc(r.tokens[i:end], stageWords.Has) {
		return "" // as nearly all lines
	}
	for j := i; j < end; j++ {
		if plural && !r.has(j, many) {
			if stage, n := headStages.Longest(r.tokens, j, end); n > 0 {
				return stage
			}
		}
		plural = plural || r.has(j, many)
		if !opens && (r.has(j, finite) || r.dateBegins(j)) || r.unfulfilled(j, j+1) && r.word(j) != "to" {
			return ""
		}
	}
	return ""
}

// headStages are what such lines say, and stageWords the words of which one is in each.
var stageWords = text.NewSet("force", "effect", "pending", "negotiation", "consideration", "discussion", "preparation", "signed", "negotiated", "pipeline", "awaiting", "terminated")

var headStages = text.NewPhrases(map[string]string{
	"in force": "in force", "in effect": "in force", "pending": "planned", "under negotiation": "planned", "under consideration": "planned", "under discussion": "planned", "under preparation": "planned",
	"to be signed": "planned", "in preparation": "planned", "being negotiated": "planned", "in the pipeline": "planned", "awaiting signature": "planned", "pending ratification": "signed", "pending entry into force": "signed", "awaiting ratification": "signed", "no longer in force": "terminated", "terminated": "terminated",
})

// pairIn are the two states that the tokens name, if they name no third.
func (r *reader) pairIn(at text.Range) (codes []string) {
	for j := at.First; j < at.End; j++ {
		if c := r.world.state(j); c != "" && !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	if len(codes) != 2 {
		return nil
	}
	return codes
}
