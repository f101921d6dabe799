package agreements

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Older prose has no names for most treaties. It tells one from the others by its date, by
// the town in which it was signed, or by who concluded it: "the convention of the 3d of July,
// 1815", "the treaty of Ghent", "a treaty with Persia was signed at Constantinople".

// isToldApart reports whether a head in small letters, of whose subject nothing is said, is told
// from others of its kind in one of these ways, and takes what tells it into the title.
func (r *reader) isToldApart(t *title) bool {
	if t.left.from != t.head || t.left.count || t.isMany() || t.entry.roles&strong == 0 || t.entry.kind == "memorandum" {
		return false
	}
	if !r.has(t.head-1, det|plain) && r.world.date(t.head-1) == nil {
		return false // "the outer space treaty of 1967"
	}
	switch {
	case r.byTown(t):
		t.named, t.why = toldApart, "the town that tells it from others"
	case t.subject.Len() > 0:
		return false
	case r.byDate(t):
		t.named, t.why = toldApart, "the date that tells it from others"
	case r.byAct(t):
		t.named, t.why = byAct, "the day on which it was concluded"
	case r.byParties(t):
		t.named, t.why = byParties, "the parties, and that it was concluded"
	default:
		return false
	}
	return true
}

// The rules of such titles.
const (
	toldApart = "told-apart"
	byParties = "by-parties"
	byAct     = "by-act"
)

// byDate reports whether a title has nothing but its date behind "of".
func (r *reader) byDate(t *title) bool {
	if d := r.yearBefore(t); d != nil && t.entry.kind == "treaty" && t.at.End == t.head+1 && r.pastWith(t.at.End) == t.at.End && r.has(d.Tokens.First-1, det) && r.tellsApart(d) {
		t.day = d // "the 1778 treaty"
		return true
	}
	d := r.dateOf(t.head + 1)
	if d == nil || d.Tokens.End > t.at.End || d.Tokens.First > t.head+3 || !r.tellsApart(d) {
		return false
	}
	switch {
	case t.entry.kind == "treaty" || len(r.parties(t)) > 1 || r.pastWith(t.at.End) > t.at.End:
		return true
	default: // other conventions are gatherings, other agreements are private
		return (d.Date.Precision == "day" && t.entry.kind == "convention" || r.isBackdrop(t)) && (r.ofStates(t) || t.entry.kind == "convention")
	}
}

// changed reports whether a title is that of what another instrument changes or adds to, of which
// the sentence goes on to tell: "Extension of the agreement of July 24, 2015, signed at Nairobi".
func (r *reader) changed(t *title) bool {
	j := r.pastDet(t.at.First - 1)
	return j > 0 && (r.has(j, of|to) && r.has(j-1, isHead) || r.has(j, subject))
}

// inFigures reports whether a date is written with a number.
func (r *reader) inFigures(d *pipeline.Mention) bool {
	for j := d.Tokens.First; j < d.Tokens.End; j++ {
		if r.class(j) == text.Number {
			return true
		}
	}
	return false
}

// byTown reports whether a title has nothing but a town behind "of".
func (r *reader) byTown(t *title) bool {
	if !r.has(t.head+1, of) || !t.left.definite {
		return false
	}
	m := r.world.placeMention(t.head + 2)
	if m == nil {
		return t.entry.kind == "treaty" && r.isUnknown(text.Range{First: t.head + 2, End: t.at.End}) // "the treaty of Guadalupe Hidalgo"
	}
	if m.Place == nil || m.Tokens.First != t.head+2 || isState(m) {
		return false
	}
	if t.subject.Len() > 0 || !t.hasParties() || len(r.parties(t)) < 2 { // "the treaty of Ghent for the settlement of boundaries"
		t.at.End, t.parties, t.subject = m.Tokens.End, text.Range{}, text.Range{}
	}
	return t.entry.kind == "treaty" || m.Place.Kind == "city" && (r.isBackdrop(t) || r.yearBehind(t) != nil || r.datedAside(t) || r.staged(t))
}

// isUnknown reports whether the tokens are a name that stands in no list.
func (r *reader) isUnknown(at text.Range) bool {
	for j := at.First; j < at.End; j++ {
		if j > at.First && (r.class(j) == text.Dash || r.class(j-1) == text.Dash) && !r.tokens[j].Has(text.Spaced) {
			continue // "Tien-tsin"
		}
		if !r.tokens[j].Capital() || r.entry(j).roles != 0 || r.world.state(j) != "" || r.class(j+1) == text.Dot && r.tokens[j].Len() < 4 {
			return false
		}
	}
	return at.Len() > 0
}

// stands reports whether a title that says what it is about, and with whom, speaks of an
// instrument that there is: "the treaty of extradition between Norway and Peru".
func (r *reader) stands(t *title) bool {
	if t.entry.kind != "treaty" && t.entry.kind != "convention" && len(r.parties(t)) < 2 {
		return false
	}
	j := t.at.First - 1
	for j > 0 && r.has(j, plain) && !pointing.Has(r.tokens[j]) {
		j-- // "the supplemental treaty"
	}
	return j >= 0 && pointing.Has(r.tokens[j]) && (len(r.parties(t)) > 0 || r.pastWith(t.at.End) > t.at.End)
}

var pointing = text.NewSet("the", "this", "that", "said", "its", "their", "our", "his", "her", "existing")

// signedThen reports whether the words around a title say that it was signed, and when: "signed the
// treaty of friendship in Lima on 5 May 1994".
func (r *reader) signedThen(t *title) bool {
	i := r.pastPlace(t.at.End)
	return (r.has(i, in) || r.word(i) == "on") && r.dateBegins(i+1) && r.signedRight(t)
}

// datedOn reports whether a title has a date and what it is about: "the agreement of 1 June 2002 on
// air services".
func (r *reader) datedOn(t *title) bool {
	d := r.dateOf(t.head + 1)
	return t.subject.Len() > 0 && d != nil && d.Tokens.End <= t.subject.First && r.tellsApart(d)
}

// byParties reports whether a treaty has nothing but its parties, and a word that it was concluded.
func (r *reader) byParties(t *title) bool {
	if t.entry.kind != "treaty" && t.entry.kind != "convention" || r.has(t.head+1, of) || r.planned(t) {
		return false
	}
	end := t.at.End
	if r.word(end) == "with" && !t.hasParties() {
		if end = r.pastStates(end + 1); end == t.at.End+1 {
			return false
		}
		t.parties = text.Range{First: t.at.End + 1, End: end} // which stay places by themselves
	}
	if !t.hasParties() && t.at.End == t.head+1 {
		t.parties = r.pairSigning(t)
	}
	if len(r.parties(t)) == 0 || r.stageBehind(t) == "planned" {
		return false
	}
	if i := end + 1; r.class(end) == text.Comma && r.word(i) == "which" && (r.word(i+1) == "was" || r.word(i+1) == "were") && r.has(i+2, sign) {
		return true // "the existing treaty with Siam, which was concluded in 1856"
	}
	return r.signedRight(t) || r.passiveBehind(t) || r.staged(t) || r.year(t) != nil || r.has(end, sign) && r.status(end) == "signed" && (r.has(end+1, in) || r.word(end+1) == "at" || r.dateBegins(end+2))
}

// pairSigning are the two states that sign what has no other name: "the United States and Panama
// signed a treaty that allowed it".
func (r *reader) pairSigning(t *title) text.Range {
	i := r.verbBefore(t) - 1
	for i > 0 && (r.has(i, finite) || passing.Has(r.tokens[i])) {
		i--
	}
	last := r.world.placeMention(i)
	if last == nil || !isState(last) {
		return text.Range{}
	}
	j := r.pastDet(last.Tokens.First - 1)
	first := r.world.placeMention(j - 1)
	if !r.has(j, and) || first == nil || !isState(first) || first.Place.Country == last.Place.Country {
		return text.Range{}
	}
	j = r.pastDet(first.Tokens.First - 1)
	if r.has(j, of|with|party|and) || r.class(j) == text.Comma && r.world.state(j-1) != "" {
		return text.Range{}
	}
	return text.Range{First: j + 1, End: last.Tokens.End}
}

// pastStates is the token behind the list of states that begins at token i, or i.
func (r *reader) pastStates(i int) int {
	for next := i; ; {
		m := r.stateAt(next)
		if m == nil {
			return i
		}
		if i, next = m.Tokens.End, m.Tokens.End; r.class(next) == text.Comma {
			next++
		}
		if r.has(next, and) {
			next++
		}
		if next == i {
			return i
		}
	}
}

// byAct reports whether the day on which it was concluded stands right behind a bare head: "the
// convention concluded on July 4th, 1831", "a treaty made with Spain in 1834".
func (r *reader) byAct(t *title) bool {
	before := t.head - 1
	for before > 0 && r.has(before, det|plain) {
		before--
	}
	if !r.tokens[t.head].Has(text.Lower) && !r.has(t.head-1, det) || r.has(before, finite) { // "was the first treaty signed"
		return false
	}
	first, parties := t.at.End+1, text.Range{}
	if w := r.word(t.at.End); (w == "was" || w == "were") && len(r.signers(t)) > 0 { // "a treaty was signed with Peru in 1836"
		first++
	}
	if t.at.End != t.head+1 || first+1 >= len(r.tokens) || !concluding.Has(r.tokens[first-1]) || r.planned(t) {
		return false
	}
	for i, end := first, r.sentenceEnd(t.head); i < end; {
		d, p := r.world.date(i), r.world.placeMention(i)
		switch {
		case d != nil && t.day == nil:
			t.day, i = d, d.Tokens.End
		case (r.has(i, party|with) || r.word(i) == "by") && r.pastStates(i+1) > i+1:
			parties = text.Range{First: i + 1, End: r.pastStates(i + 1)}
			i = parties.End
		case p != nil && !isState(p):
			i = p.Tokens.End
		case r.has(i, in) || r.word(i) == "into" || r.word(i) == "on" || r.word(i) == "at" || r.word(i) == "the" || r.class(i) == text.Comma:
			i++
		default:
			end = i
		}
	}
	if t.day != nil || first > t.at.End+1 {
		t.parties = parties
	}
	if t.day == nil {
		return false // but it may be told apart by its parties
	}
	return r.tellsApart(t.day) && (t.entry.kind == "treaty" || t.entry.kind == "convention" || len(r.parties(t)) > 1)
}

// concluding are the verbs right behind a head that say how it came about.
var concluding = text.NewSet("concluded", "signed", "made", "entered", "negotiated")

// tellsApart reports whether a date is one by which an instrument can be told from others.
func (r *reader) tellsApart(d *pipeline.Mention) bool {
	if d.Date == nil || !r.inFigures(d) || d.Date.EDTF[0] == 'X' || term(d) || open(d) {
		return false
	}
	p := d.Date.Precision
	return p == "day" || p == "month" || p == "year"
}

// ofThatYear gives the k-th title, of which no more than its date is told, the entity of the one
// instrument of its kind and date that the text names otherwise, and reports whether it may be either
// of several: "the 1778 treaty" beside the Treaty of Alliance and that of Commerce.
func (r *reader) ofThatYear(mentions []pipeline.Mention, k int) bool {
	m := &mentions[k]
	if m.Rule != toldApart || m.Agreement.Signed == nil || r.titles[k].day == nil && r.dateOf(r.titles[k].head+1) == nil {
		return false
	}
	one := -1
	for j := max(0, k-mostApart); j < min(len(mentions), k+mostApart); j++ {
		o := &mentions[j]
		a, b := day(m.Agreement), day(o.Agreement)
		if o.Entity == m.Entity || o.Agreement.Type != m.Agreement.Type || year(o.Agreement) != year(m.Agreement) || a != "" && b != "" && a != b ||
			!subset(m.Agreement.Parties, o.Agreement.Parties) && len(o.Agreement.Parties) > 0 {
			continue
		}
		if one >= 0 && mentions[one].Entity != o.Entity {
			return r.titles[k].day != nil
		}
		one = j
	}
	if one >= 0 {
		unite(mentions, k, one)
	}
	return false
}

// undated takes out the titles that are told apart by their parties alone and of whose
// signature the text says no day: an allusion is no record.
func (r *reader) undated() {
	kept := make([]*title, 0, len(r.titles))
	for k, t := range r.titles {
		if t.named != byParties || r.signing(t, k).date != nil {
			kept = append(kept, t)
		}
	}
	r.titles = kept
}
