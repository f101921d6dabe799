package agreements

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// mostTail is how many tokens a title may have after its head.
const mostTail = 120

// A tail reads the title onwards from its head. Small words are taken on trial:
// the title ends with the last word that says something.
type tail struct {
	*reader
	t       *title
	i       int  // next token
	end     int  // token after the last that was accepted
	limit   int  // token where the sentence, line or quotation ends
	line    bool // the title fills a line, so that anything may stand in it
	caps    bool // the present part is written in capitals
	small   bool // the head itself is written small
	empty   bool // nothing has followed the head yet
	inParty bool // the present part lists parties
	onTopic bool // the subject has begun
	proper  bool // the last word is part of a place's name
	nested  int  // instruments named inside
	refused bool // what follows shows that this is no instrument
}

func (r *reader) tail(t *title, limit int, line bool) tail {
	w := tail{reader: r, t: t, i: t.head + 1, end: t.head + 1, limit: min(limit, t.head+mostTail), line: line, empty: true}
	w.small = !r.tokens[t.head].Capital()
	w.caps = !w.small
	for w.i < w.limit && w.step(r.tokens[w.i]) {
	}
	return w
}

// step takes the token that comes next, or reports that the title is over.
func (w *tail) step(t text.Token) bool {
	if t.Has(text.SentStart|text.ParaStart) && w.i > w.t.head {
		return false
	}
	if d := w.world.date(w.i); d != nil {
		return w.date(d)
	}
	switch t.Class {
	case text.Word:
		return w.word(t)
	case text.Number:
		return w.number()
	case text.Dash:
		return w.dash(t)
	case text.Comma:
		return w.comma()
	case text.Quote:
		return w.quoted()
	case text.Dot:
		return w.dot(t)
	case text.Slash:
		return w.trial(1)
	case text.Open:
		return w.bracket()
	}
	if t.Has(text.Possess) && !w.empty {
		return w.trial(1)
	}
	return false
}

// accept takes n tokens as part of the title.
func (w *tail) accept(n int) bool {
	w.i += n
	w.end = w.i
	w.empty = false
	return true
}

// trial passes n tokens, which count only if more of the title follows.
func (w *tail) trial(n int) bool {
	w.i += n
	return w.i < w.limit
}

func (w *tail) word(t text.Token) bool {
	e := w.entry(w.i)
	if t.Capital() {
		return w.capital(e)
	}
	if e.roles&link != 0 {
		return w.link(e)
	}
	switch {
	case e.roles&det != 0 && (w.caps && w.verbal() || w.promoting()):
		return w.trial(1)
	case w.elided():
		return w.accept(1)
	case e.roles&stop != 0, e.roles&det != 0, w.i == w.t.head+1:
		return w.line && e.roles&stop == 0 && w.trial(1)
	case w.caps && w.line:
		return w.trial(1)
	case w.caps:
		return w.inParty && e.roles&people != 0 && w.accept(1)
	case w.finite(), strings.HasSuffix(w.reader.word(w.i), "ly") && w.has(w.i+1, sign), e.roles&count != 0 && !w.has(w.i-1, link|det|and): // "two years ago"
		return false
	}
	w.proper = false
	return w.accept(1)
}

// verbal reports whether a capitalized verb stands before the article: "Respecting
// the Disposition", "to Terminate the Reclamations".
func (w *tail) verbal() bool {
	next := w.i + 1
	if next >= w.limit || !w.tokens[next].Capital() || !w.tokens[w.i-1].Capital() {
		return false
	}
	return w.has(w.i-1, subject|party) || w.has(w.i-2, to) || strings.HasSuffix(w.reader.word(w.i-1), "ing")
}

// promoting reports whether the article follows a participle in a subject in small letters:
// "on jointly promoting the Silk Road".
func (w *tail) promoting() bool {
	return w.onTopic && !w.caps && w.class(w.i-1) == text.Word && len(w.reader.word(w.i-1)) > 5 && strings.HasSuffix(w.reader.word(w.i-1), "ing")
}

// elided reports whether the small word holds a capital: "d'Aubaine".
func (w *tail) elided() bool {
	word := w.reader.word(w.i)
	return len(word) > 3 && (word[1] == '\'' || strings.HasPrefix(word[1:], "’")) && w.tokens[w.i-1].Capital()
}

// finite reports whether the small word is likely a verb: "reached in", "covered the".
func (w *tail) finite() bool {
	word := w.reader.word(w.i)
	n := len(word)
	if n < 5 || word[n-2:] != "ed" || w.has(w.i-1, link|det) {
		return false
	}
	return w.i+1 >= w.limit || w.has(w.i+1, link|det|stop) || w.class(w.i+1) != text.Word
}

func (w *tail) capital(e entry) bool {
	if d := w.world.date(w.i - 1); w.empty && d != nil && d == w.dateOf(w.t.head+1) && !w.opens(e) {
		return false // "By the Treaty of 1903 China undertook"
	}
	if at, v := w.world.place(w.i); v != nil && at.First == w.i && w.isPlace(w.i) {
		w.proper = true
		return w.accept(at.Len())
	}
	if w.i == w.t.head+1 && w.t.entry.roles&framed == 0 && w.reader.word(w.i) == "No" && w.class(w.i+1) == text.Dot && w.class(w.i+2) == text.Number && w.world.date(w.i+2) == nil {
		return w.accept(3) // "Complementation Agreement No. 35"
	}
	if w.i == w.t.head+1 && !w.opens(e) {
		return false
	}
	general := w.inParty && w.reader.word(w.i) == "General" && w.i+1 < w.limit && w.tokens[w.i+1].Capital() // "Saudi General Investment Authority"
	if e.roles&office != 0 && w.caps && !w.has(w.i-1, link|det) && !general {
		return false
	}
	if e.roles&isHead != 0 {
		w.nested++
	}
	if e.roles&subject != 0 && !w.onTopic {
		w.topicFrom(w.pastSubject(w.i + 1))
	}
	if e.roles&party != 0 {
		w.inParty = true
		w.t.parties.First = w.i + 1
	}
	w.proper = false
	return w.accept(1)
}

// opens reports whether a capitalized word may stand right behind the head: "Agreement
// Amending ...", "Agreement Memorandum of Understanding", "Protocol II".
func (w *tail) opens(e entry) bool {
	word := w.reader.word(w.i)
	return w.line || e.roles&(subject|isHead|link) != 0 || len(word) > 5 && word[len(word)-3:] == "ing" && e.roles&sign == 0 || numeral(word)
}

// numeral reports whether a word is a small Roman numeral.
func numeral(word string) bool {
	for i := range len(word) {
		if c := word[i]; c != 'I' && c != 'V' && c != 'X' {
			return false
		}
	}
	return len(word) > 0 && len(word) <= 5
}

// number takes numbers that belong to a title: "Article 83", "Protocol 2".
func (w *tail) number() bool {
	if w.line || w.caps && w.tokens[w.i-1].Capital() && w.tokens[w.i].Num() < 1000 {
		return w.accept(1)
	}
	return w.ordinal(w.i) && w.accept(2)
}

// ordinal reports whether token i is a number that is part of a name: "and the 21st
// Century Maritime Silk Road".
func (w *tail) ordinal(i int) bool {
	return i+2 < w.limit && w.class(i) == text.Number && w.class(i+1) == text.Word && !w.tokens[i+1].Has(text.Spaced) && w.tokens[i+2].Capital()
}

// date takes the period that a title ends with, and in a line any date.
func (w *tail) date(d *pipeline.Mention) bool {
	if d.Tokens.First != w.i {
		return false
	}
	if term(d) && (!w.empty || w.t.left.words > 0 && w.t.entry.roles&framed != 0) {
		w.t.term = d
		return w.accept(d.Tokens.Len())
	}
	return w.line && w.accept(d.Tokens.Len())
}

// term reports whether a date is a span of years, as plans and programmes have.
func term(d *pipeline.Mention) bool {
	v := d.Date
	if v == nil || len(v.EDTF) != 9 || v.EDTF[4] != '/' {
		return false
	}
	return true
}

func (w *tail) dash(t text.Token) bool {
	next := w.i + 1
	if next >= w.limit {
		return false
	}
	if !t.Has(text.Spaced) && !w.tokens[next].Has(text.Spaced) {
		if !w.empty && w.end == w.i && w.tokens[next].Has(text.Lower) { // "Co-operation"
			return w.accept(2)
		}
		return w.trial(1) // "Good-Neighborliness"
	}
	return w.line && w.class(w.i-1) == text.Number && w.class(next) == text.Number && w.trial(1)
}

// dot takes the full stop of "U.S." and "No. 5".
func (w *tail) dot(t text.Token) bool {
	next := w.i + 1
	over := next >= len(w.tokens) || w.tokens[next].Has(text.SentStart|text.ParaStart)
	if t.Has(text.Spaced) && !w.line || over {
		return false
	}
	if w.tokens[w.i-1].Has(text.Initial) || w.class(next) == text.Number && w.class(w.i-1) == text.Word || w.line {
		w.i++
		if w.tokens[w.i-2].Has(text.Initial) && w.end == w.i-1 {
			w.end = w.i
		}
		return w.i < w.limit
	}
	if w.class(next) == text.Dash && w.tokens[w.i-1].Len() <= 3 { // "St.-Germain"
		return w.trial(2)
	}
	return w.tokens[w.i-1].Len() <= 3 && w.tokens[next].Capital() && w.trial(1) // "St. Germain"
}

// quoted takes a name in quotation marks inside a title: the party "Nur Otan".
func (w *tail) quoted() bool {
	for j := w.i + 1; j < w.limit && j <= w.i+40; j++ {
		if w.class(j) == text.Quote {
			ok := j > w.i+1 && w.tokens[w.i+1].Capital() && (j <= w.i+8 || w.line) && !w.empty
			return ok && w.accept(j+1-w.i)
		}
	}
	return false
}

// acronym reports whether a word ends as an acronym does: "NPT", "MoU".
func acronym(word string) bool {
	c := word[len(word)-1]
	return len(word) > 1 && len(word) < 9 && 'A' <= c && c <= 'Z'
}

// bracket takes an acronym in brackets when the title goes on behind it.
func (w *tail) bracket() bool {
	for j := w.i + 1; j < w.limit && j <= w.i+14; j++ {
		if w.class(j) != text.Close {
			if w.world.date(j) != nil || w.has(j, sign|force) {
				return false
			}
			continue
		}
		switch {
		case w.line:
			return w.accept(j + 1 - w.i)
		case j == w.i+2 && acronym(w.reader.word(w.i+1)) && !w.empty && (w.has(j+1, link) && !w.has(j+1, and)):
			return w.trial(3)
		}
		return false
	}
	return false
}
