package agreements

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// link takes a small word that joins parts of a title, if what follows goes on
// with one.
func (w *tail) link(e entry) bool {
	if w.line {
		return w.lineLink(e)
	}
	next, article := w.pastArticle(w.i + 1)
	if next >= w.limit || w.tokens[next].Has(text.SentStart) {
		return false
	}
	if e.roles&for_ != 0 && article && (w.reader.word(next) == "years" || w.reader.word(next) == "period") && next+1 < w.limit && w.world.date(next+1) != nil {
		next++ // "for the years 2015-2017"
	}
	if w.world.date(next) != nil {
		return w.linkDate(e, next)
	}
	n := w.entry(next)
	capital := w.tokens[next].Capital() || w.class(next) == text.Quote && next+1 < w.limit && w.tokens[next+1].Capital()
	capital = capital || w.ordinal(next)
	if w.class(next) != text.Word && !capital || n.roles&weekday != 0 || n.roles&stop != 0 && !capital {
		return false
	}
	var ok bool
	switch {
	case w.reader.word(w.i) == "by" && w.empty && w.t.left.joint && w.isPlace(next): // "Joint Statement by Japan and Georgia"
		w.inParty, w.t.parties.First, w.i = true, w.i+1, next
		return true
	case e.roles&subject != 0:
		return w.about()
	case e.roles&party != 0:
		ok = w.between(next)
	case e.roles&of != 0:
		ok = w.ofLink(n, capital)
	case e.roles&and != 0:
		ok = w.andLink(n, next, capital, article)
	case e.roles&with != 0:
		return w.withLink(n, next, capital)
	case e.roles&for_ != 0:
		ok = (w.empty && (w.t.left.from == w.t.head || w.t.left.frame) || !w.caps || capital || w.small && w.inParty && w.proper && !strings.HasSuffix(w.reader.word(next), "ing")) && (!w.isPlace(next) || w.onTopic && w.isRegion(next)) && (n.roles&inert == 0 || capital)
	case e.roles&to != 0:
		ok = w.toLink(next, capital, article)
	case e.roles&in != 0:
		return w.inLink(n, next, capital)
	case w.reader.word(w.i) == "at" && article && venues[w.reader.word(next)]:
		return false // where it was signed
	case w.reader.word(w.i) == "by" && n.roles&office != 0: // who signed
		return false
	default:
		ok = w.onTopic && (capital && w.caps || !w.caps && !capital && w.reader.word(w.i) == "from") && !w.isPlace(next)
		ok = ok || w.reader.word(w.i) == "against" && (capital || !w.caps)
	}
	if !ok {
		return false
	}
	w.purpose(e, next, capital)
	w.i = next
	return true
}

// purpose opens the subject where the word of e begins it: "Convention for the
// Abolition of ...", "Convention against Torture", "between Canada and Jordan for
// Cooperation".
func (w *tail) purpose(e entry, next int, capital bool) {
	switch {
	case w.empty && e.roles&party == 0:
		w.caps = capital && !w.small
		if e.roles&(for_|other) != 0 {
			w.topicFrom(next)
		}
	case e.roles&for_ != 0 && w.inParty && w.proper && (capital || w.small):
		w.caps = w.caps && !w.small
		w.topicFrom(next)
	}
}

// lineLink takes the small words of a title that fills a line.
func (w *tail) lineLink(e entry) bool {
	switch {
	case e.roles&subject != 0:
		w.topicFrom(w.pastSubject(w.i + 1))
	case (w.empty || w.inParty && w.proper) && e.roles&for_ != 0:
		w.topicFrom(w.i + 1)
	case e.roles&party != 0:
		w.inParty, w.t.parties.First = true, w.i+1
	case e.roles&with != 0 && !w.onTopic && !w.inParty && w.stateAt(w.i+1) != nil: // "Agreement with Peru on Fisheries"
		w.inParty, w.t.parties.First = true, w.i+1
	}
	return w.trial(1)
}

// pastArticle is the token after the articles from token i on, and whether
// there were any.
func (w *tail) pastArticle(i int) (int, bool) {
	from := i
	for i < w.limit && w.has(i, det) && !w.tokens[i].Capital() {
		i++
	}
	return i, i > from
}

// isPlace reports whether token i is part of a place that is known, or that more tells than
// its stand in a series: "Cooperation in Culture, Sports and Youth" has none.
func (w *tail) isPlace(i int) bool {
	m := w.world.placeMention(i)
	return m != nil && (m.Rule != "series" && m.Rule != "situated" || m.Place.Country != "")
}

func (w *tail) isCity(i int) bool {
	_, v := w.world.place(i)
	return v != nil && v.Kind == "city"
}

// isRegion reports whether a part of the world begins at token i: "Southeast Asia".
func (w *tail) isRegion(i int) bool {
	_, v := w.world.place(i)
	return v != nil && (v.Kind == "region" || v.Kind == "continent" || v.Kind == "water")
}

// linkDate takes a date behind a small word: the term of "for 2014-2016", the
// date of an amended instrument, or the year that is all the name there is.
func (w *tail) linkDate(e entry, next int) bool {
	d := w.world.date(next)
	if d.Tokens.First != next {
		return false
	}
	w.i = next
	switch {
	case e.roles&(to|of|subject) != 0 && w.nestedAhead(d.Tokens.End): // "Convention to the 1906 Treaty of Extradition"
		w.i = d.Tokens.End
		return true
	case e.roles&for_ != 0 && term(d):
		w.t.term = d
		return w.accept(d.Tokens.Len())
	case w.yearOfName(d) && e.roles&(subject|for_) != 0: // "concerning the 2010 Vancouver Games"
		w.topicFrom(next)
		w.i = d.Tokens.End
		return true
	case e.roles&of == 0:
		return false
	case w.nested > 0 || w.t.entry.roles&change != 0:
		return w.accept(d.Tokens.Len())
	case w.empty && (w.t.left.from == w.t.head || w.t.left.plain > 0 && w.t.left.words+w.t.left.places+w.t.left.pairs == 0), w.has(d.Tokens.End, subject|party):
		w.i = d.Tokens.End
		if w.empty {
			w.end = w.i
		}
		return true
	}
	return false
}

// yearOfName reports whether a year is the first word of a name behind its article:
// "the 2010 Vancouver Games".
func (w *tail) yearOfName(d *pipeline.Mention) bool {
	i := d.Tokens.End
	return d.Date != nil && d.Date.Precision == "year" && d.Tokens.Len() == 1 && w.has(i-2, det) && i < w.limit && w.class(i) == text.Word && w.tokens[i].Capital() && w.world.date(i) == nil
}

// venues begin the names of houses in which instruments are signed.
var venues = map[string]bool{
	"Permanent": true, "Embassy": true, "Ministry": true, "Presidential": true, "Headquarters": true, "Palace": true, "United": true, "White": true,
	"State": true, "Government": true, "Foreign": true, "Consulate": true, "Prime": true, "National": true, "Kremlin": true, "Chancellery": true,
}

// pastSubject is the token behind what goes with a word that opens a subject: "Relating to",
// "Amending and Extending".
func (w *tail) pastSubject(i int) int {
	switch {
	case w.has(i, to) && i+1 < w.limit:
		return i + 1
	case w.has(i, and) && w.has(i+1, subject) && i+2 < w.limit:
		return i + 2
	}
	return i
}

func (w *tail) topicFrom(i int) {
	if !w.onTopic {
		w.t.subject.First = i
	}
	w.onTopic, w.inParty = true, false
	if w.t.parties.First > 0 && w.t.parties.End == 0 {
		w.t.parties.End = i
	}
}

// subjectBehind reports whether what the instrument is about follows the states that are listed from
// token i on.
func (w *tail) subjectBehind(i int) bool {
	end := w.pastStates(i)
	if end == i || end+1 >= w.limit || w.world.date(end+1) != nil || w.has(end+1, inert|count) {
		return false
	}
	next, _ := w.pastArticle(end + 1)
	bare := w.i == w.t.head+1 && w.t.left.from == w.t.head && !strings.HasSuffix(w.reader.word(end+1), "ing") // not "a treaty of limits with Peru for the meeting"
	return w.has(end, subject) || bare && w.has(end, for_) || w.has(end, in) && w.has(next, field) || w.has(end, to) && w.has(end+1, verb)
}
