package agreements

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// title reads the title in running text around the head at token h, if it is one.
func (r *reader) title(h int, e entry) *title {
	if r.larger(h) {
		return nil
	}
	t := &title{head: h, entry: e, left: r.modifiers(h), strength: pipeline.Likely}
	limit := r.sentenceEnd(h)
	if q := r.quotation(t.left.from, limit); q > 0 {
		limit = q
	}
	w := r.tail(t, limit, false)
	t.at = text.Range{First: t.left.from, End: w.end}
	r.unquote(t)
	t.close()
	if w.refused || !r.isName(t, &w) {
		return nil
	}
	return t
}

// close ends the parts of a title where the title ends.
func (t *title) close() {
	for _, part := range []*text.Range{&t.subject, &t.parties} {
		if part.First > 0 && (part.End == 0 || part.End > t.at.End) {
			part.End = t.at.End
		}
		if part.First >= t.at.End {
			*part = text.Range{}
		}
	}
	if t.parties.First > t.subject.First && t.subject.End > t.parties.First && t.subject.First > 0 {
		t.subject.End = t.parties.First - 1
	}
	if t.term != nil && t.subject.Contains(t.term.Tokens) {
		t.subject.End = t.term.Tokens.First
	}
}

// larger reports whether the head is part of the name of something else: the
// "Treaty" of "Treaty Organization", the "agreement" of "agreement-based".
func (r *reader) larger(h int) bool {
	next := h + 1
	if next >= len(r.tokens) || r.tokens[next].Has(text.SentStart) {
		return false
	}
	if c := r.class(next); (c == text.Dash || c == text.Slash && r.has(next+1, isHead)) && !r.tokens[next].Has(text.Spaced) {
		return true
	}
	return r.has(next, larger) && (r.tokens[next].Capital() == r.tokens[h].Capital() || r.tokens[h].Capital())
}

// sentenceEnd is the token after the sentence of token i.
func (r *reader) sentenceEnd(i int) int {
	end := min(len(r.tokens), i+mostTail+1)
	for j := i + 1; j < end; j++ {
		if r.tokens[j].Has(text.SentStart) {
			return j
		}
	}
	return end
}

// quotation is the closing mark of a title that begins behind an opening one,
// or 0.
func (r *reader) quotation(from, limit int) int {
	if r.class(from-1) != text.Quote {
		return 0
	}
	for j := from; j < limit; j++ {
		if r.class(j) == text.Quote {
			return j
		}
	}
	return 0
}

// unquote widens a title to the quotation marks that stand close around it:
// the "Two Plus Four Agreement".
func (r *reader) unquote(t *title) {
	if r.class(t.at.End) != text.Quote {
		return
	}
	for j := t.at.First - 1; j >= 0 && j >= t.at.First-8; j-- {
		switch {
		case r.class(j) == text.Quote:
			if j++; r.has(j, det) && !r.tokens[j].Capital() {
				j++ // (hereinafter "the Basic Treaty")
			}
			if j < t.at.First {
				t.at.First = j
				t.left.words++
			}
			return
		case r.class(j) == text.Word && !r.tokens[j].Capital() && !r.has(j, link|det), r.class(j) != text.Word && r.class(j) != text.Dash, r.tokens[j].Has(text.SentStart):
			return
		}
	}
}

// isName decides whether what stands around a head is the name of an
// instrument, and gives the reason.
func (r *reader) isName(t *title, w *tail) bool {
	roles := t.entry.roles
	if r.attended(t) || roles&initials != 0 && !r.ofTwoSides(t) {
		return false
	}
	if t.left.refused && t.subject.Len() == 0 && !t.hasParties() {
		return false
	}
	long := t.at.End > t.head+1
	switch {
	case t.left.count && !t.hasParties(), roles&jointly != 0 && !t.left.joint && !(long && r.leaders(t)):
		return false
	case roles&framed != 0 && (!r.isFramed(t) || !long && t.left.places == 1) && !r.isSmallFramed(t):
		return false
	case roles&change != 0 && (w.nested == 0 || w.small):
		return false
	case r.isHeading(t):
		return false
	case !w.small && t.at.End == t.head+1 && roles&strong != 0 && roles&many == 0 && r.byAct(t): // "in a Treaty concluded May 21, 1910"
		t.named, t.why = byAct, "the day on which it was concluded"
		return true
	case w.small || t.left.start && t.left.from == t.head && (t.isMany() || !r.has(t.head+1, of|party)):
		return r.isPlainName(t)
	}
	if r.isBare(t) {
		return false
	}
	t.named = "capital-title"
	t.why = "a capitalized " + t.entry.kind + " with its subject or parties"
	if roles&many != 0 && roles&strong != 0 && t.hasParties() && t.subject.Len() == 0 && t.at.First == t.head && r.year(t) == nil {
		return false // "Agreements between A and B"
	}
	if long && (roles&many == 0 || t.subject.Len() > 0 || t.hasParties() || r.has(t.head+1, of) || t.at.First < t.head) {
		return true
	}
	t.why = "a proper name before " + r.word(t.head)
	if roles&many != 0 {
		return t.left.words+t.left.pairs > 0 && t.left.plain == 0
	}
	if t.left.words+t.left.pairs > 0 || t.left.places > 1 || t.left.places > 0 && r.has(t.head-1, topic) { // "Bosnian Peace Treaty"
		return true
	}
	return t.left.joint && roles&(jointly|formal) != 0
}

// ofTwoSides reports whether the letters that stand for an instrument have the sides before or
// behind them that concluded it: "the Korea-Peru FTA", "a BIT between A and B".
func (r *reader) ofTwoSides(t *title) bool {
	return t.hasParties() && len(r.parties(t)) > 0 || t.left.places+t.left.pairs > 0 && t.left.places+t.left.pairs+t.left.words > 1
}

// isBare reports whether a title says no more than what kind of paper it is:
// "Memorandum of Understanding", "Exchange of Notes".
func (r *reader) isBare(t *title) bool {
	if t.left.words > 0 || t.at.Len() > 3 || t.at.First < t.head || !r.has(t.head+1, of) {
		return false
	}
	return r.has(t.head+2, paper|isHead)
}

func (t *title) hasParties() bool { return t.parties.Len() > 0 }

// leaders reports whether a statement is one of several sides: "Statement of
// Heads of Governments".
func (r *reader) leaders(t *title) bool { return t.hasParties() }

// isFramed reports whether a plan, programme, project or letter has the words
// that make it an instrument.
func (r *reader) isFramed(t *title) bool {
	if !r.tokens[t.head].Capital() {
		return false
	}
	reach := t.head + 2
	if t.entry.kind == "programme" || t.entry.kind == "plan" { // "Programme for Scientific and Cultural Exchange"
		reach += 3
	}
	for j := t.head - 1; j <= reach; j++ {
		if j != t.head && r.has(j, frame) && j >= t.at.First && j < t.at.End {
			return true
		}
	}
	return t.hasParties()
}

// isSmallFramed reports whether a letter, programme or plan in small letters says that
// it is one between states, and of what: "a letter of intent on cyber security".
func (r *reader) isSmallFramed(t *title) bool {
	if !r.tokens[t.head].Has(text.Lower) || t.entry.roles&many != 0 {
		return false
	}
	if !r.has(t.head+1, of) {
		return t.at.First < t.head && r.has(t.head-1, frame) && t.subject.Len() > 0 // "an executive programme for culture"
	}
	return r.has(t.head+2, frame) && t.subject.Len() > 0 || t.entry.kind == "programme" && t.at.End > t.head+3 && r.has(t.at.End-1, frame) // "a programme of cultural cooperation"
}

// isPlainName decides for a head in small letters: it needs a proper name
// before it, or a subject and a verb of conclusion.
func (r *reader) isPlainName(t *title) bool {
	if t.left.words > 0 && t.left.definite && t.left.places == 0 && t.left.pairs < 2 && t.entry.roles&(strong|formal) != 0 && t.entry.roles&many == 0 {
		t.named, t.why = "proper-name", "a proper name before "+r.word(t.head)
		return true
	}
	if r.isSeveral(t) {
		t.named, t.why = "proper-name", "a proper name before "+r.word(t.head)
		return true
	}
	if r.isToldApart(t) {
		return true
	}
	t.named, t.why = "plain-title", "a subject, and a verb of conclusion in the sentence"
	if t.left.count || t.left.definite && !t.hasParties() && r.pastWith(t.at.End) == t.at.End && r.yearBehind(t) == nil && !r.datedOn(t) && !r.signedThen(t) && !((t.left.joint || t.subject.Len() > 1) && r.passiveBehind(t)) || r.planned(t) && !r.plannedRight(t) || r.isBare(t) {
		return false
	}
	ofSubject := r.has(t.head+1, of) && t.at.End > t.head+2 && r.world.placeMention(t.head+2) == nil && r.stateAt(t.head+2) == nil // no "treaty of Japan"
	switch {
	case t.left.joint && t.entry.roles&(formal|jointly) != 0: // "signed a joint declaration on strategic partnership"
		return t.subject.Len() >= 2 && (!r.has(t.subject.First-1, det) && r.signedRight(t) || r.passiveBehind(t))
	case r.isSmallFramed(t):
		return r.concluded(t) || r.datedAside(t) || r.staged(t)
	case t.entry.roles&strong == 0 && !(t.entry.roles&formal != 0 && t.hasParties() && t.subject.Len() > 0):
		return (t.entry.kind == "treaty" || t.entry.kind == "agreement") && r.isSlight(t) || // "a defence pact"
			t.entry.roles&formal != 0 && t.entry.kind != "charter" && t.subject.Len() > 1 && (r.followsLast(t) || r.ofTwo(t) && (r.signedRight(t) || r.passiveBehind(t))) // "a roadmap on trade turnover"
	case t.subject.Len() >= 2, t.subject.Len() == 1 && r.tokens[t.head].Capital() && r.tokens[t.subject.First].Capital(), ofSubject, t.hasParties() && t.subject.Len() > 0:
		if r.concluded(t) || r.datedAside(t) || r.staged(t) || r.yearBehind(t) != nil || r.datedOn(t) || (ofSubject || t.hasParties()) && r.stands(t) {
			return true
		}
	}
	return r.isSlight(t)
}

// opened reports whether "a" stands before a title: "a trade agreement signed in Lima".
func (r *reader) opened(t *title) bool {
	j := r.pastPlain(t.at.First - 1)
	return j >= 0 && opening.Has(r.tokens[j])
}

// passiveBehind reports whether "was issued", "was signed" stands right behind a title.
func (r *reader) passiveBehind(t *title) bool {
	end := r.pastWith(t.at.End)
	w := r.word(end)
	if w == "signed" && r.opened(t) && (r.has(end+1, in|party) || r.dateBegins(end+2) || r.word(end+1) == "at" || r.word(end+1) == "by") {
		return true // "a trade agreement signed in Lima"
	}
	return (w == "was" || w == "were") && r.has(end+1, sign) && r.status(end+1) == "signed"
}

// planned reports whether the words right before a title say that the
// instrument did not exist: "to negotiate a treaty of commerce".
func (r *reader) planned(t *title) bool {
	for j := t.at.First - 1; j >= 0 && j >= t.at.First-6; j-- {
		if r.tokens[j].Has(text.SentStart) && j < t.at.First-1 || r.class(j) == text.Comma {
			return r.has(j, plan)
		}
		if r.has(j, plan) && !r.tokens[j].Capital() {
			return true
		}
	}
	return false
}

// concluded reports whether the sentence says that something was concluded, or
// that there are agreements.
func (r *reader) concluded(t *title) bool {
	for j := t.at.First - 1; j >= 0 && j > t.at.First-60; j-- {
		if r.concludes(j) && (strings.HasSuffix(r.word(j), "ed") || !r.shunned(j)) || r.word(j) == "are" && j > 0 && (r.word(j-1) == "There" || r.word(j-1) == "there") {
			return true
		}
		if r.tokens[j].Has(text.SentStart) {
			break
		}
	}
	for j := t.at.End; j < len(r.tokens) && j < t.at.End+12 && !r.tokens[j].Has(text.SentStart); j++ {
		if r.has(j, sign) && !actives.Has(r.tokens[j]) {
			return true
		}
	}
	return false
}

// actives are verbs whose object stands behind them: "any agreement that we sign".
var actives = text.NewSet("sign", "signs", "conclude", "concludes", "ratify", "adopt")
