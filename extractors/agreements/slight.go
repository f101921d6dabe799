package agreements

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// Small names say little, and count when the text says right beside them that they were
// concluded: "signed an agreement on fisheries", "a visa waiver agreement was signed", "a tax
// treaty (1974)", "a memorandum between the two parliaments was signed".

// isSlight decides for a head in small letters with one word of subject, words before it
// that describe it, or parties that are bodies of the two states.
func (r *reader) isSlight(t *title) bool {
	switch {
	case t.isMany() && t.subject.Len() > 0 && !t.hasParties() && r.datedAside(t): // "agreements on trade (1998), fisheries (2001)"
		return true
	case t.at.First == t.head && t.subject.Len() == 1 && r.tokens[t.subject.First].Has(text.Lower) && !abstract.Has(r.tokens[t.subject.First]) && !t.hasParties() && !t.isMany():
	case t.at.First < t.head && !t.isMany() && (t.at.End == t.head+1 || t.hasParties() && len(r.parties(t)) > 0) && r.describes(t):
	case t.at.First < t.head && !t.isMany() && t.hasParties() && len(r.parties(t)) > 0 && r.lower(t.at.First-1) == "the" && r.bySubject(t):
		return r.staged(t)
	case t.subject.Len() == 0 && t.hasParties() && t.at.First == t.head && r.ofBodies(t):
	default:
		return false
	}
	return r.ofStates(t) && (r.signedRight(t) || r.followsLast(t) || r.passiveBehind(t) || r.datedAside(t) || r.staged(t))
}

// staged reports whether the words right beside a title tell of a later stage of its life:
// "the free trade agreement between A and B entered into force", "ratified the tax treaty".
func (r *reader) staged(t *title) bool {
	next := t.at.End
	switch r.word(next) {
	case "entered", "came":
		return r.word(next+1) == "into" && r.has(next+2, force)
	case "was", "were":
		return r.status(next+1) == "ratified"
	}
	j := t.at.First - 1
	if r.has(j, det) {
		j--
	}
	return j >= 0 && r.status(j) == "ratified" && !r.denied(j)
}

// followsLast reports whether no more than "and a" stands between the last title and this one.
func (r *reader) followsLast(t *title) bool {
	if len(r.titles) == 0 {
		return false
	}
	from := r.titles[len(r.titles)-1].at.End
	if t.at.First-from > mostGap/2 {
		return false
	}
	joined := false // and no apposition: "the Treaty of Wangxia, its first commercial treaty"
	for j := from; j < t.at.First; j++ {
		if r.class(j) != text.Comma && !r.has(j, and|det|plain) {
			return false
		}
		joined = joined || r.has(j, and)
	}
	return joined
}

// ofStates reports whether the page, or the words of the sentence around a title, speak of
// states: a player signs agreements too.
func (r *reader) ofStates(t *title) bool {
	if r.world.frame.A != "" && !r.world.untitled {
		return true
	}
	for j := t.at.First - 1; j >= 0 && j > t.at.First-reach; j-- {
		if m := r.world.placeMention(j); m != nil && isState(m) || r.world.demonym(j) != "" || signingSides.Has(r.tokens[j]) || officials.Has(r.tokens[j]) || r.has(j, office) {
			return true
		}
		if r.tokens[j].Has(text.SentStart) {
			if r.has(j, sign) {
				return true // "Canada. Ottawa. Signed an extradition treaty."
			}
			break
		}
	}
	return len(r.parties(t)) > 0 || len(r.signers(t)) > 1
}

// abstract are subjects that every agreement has.
var abstract = text.NewSet("terms", "principles", "principle", "details", "issues", "matters", "points", "things", "questions", "everything", "conditions", "compensation", "language", "procedure", "procedures", "goals", "objectives")

// opening stands before the small words that say what an instrument is about.
var opening = text.NewSet("a", "an", "first", "second", "third", "another")

// describes reports whether small words before the head say behind "a" what the instrument
// is about: "a visa waiver agreement", "the first commercial treaty between A and B".
func (r *reader) describes(t *title) bool {
	if !r.bySubject(t) {
		return false
	}
	j := t.at.First - 1
	for j > 0 && (r.has(j, plain) && !opening.Has(r.tokens[j]) || r.compound(j)) { // "a new visa agreement", "a long-term agreement"
		j--
	}
	return j >= 0 && opening.Has(r.tokens[j]) || r.lower(j) == "signed" || r.class(j) == text.Semi || r.class(j) == text.Colon // "Signed consular convention", "; Trade agreement (1978)"
}

// bySubject reports whether all words before the head are of its subject.
func (r *reader) bySubject(t *title) bool {
	for j := t.at.First; j < t.head; j++ {
		if !r.has(j, noun|topic|and) {
			return false
		}
	}
	return true
}

// datedAside reports whether a bracket with a date stands right behind a title: "include an
// agreement on air services (2009)".
func (r *reader) datedAside(t *title) bool {
	return r.class(t.at.End) == text.Open && r.bracketDate(t)
}

// compound reports whether token j is part of a compound of small words: "long-term".
func (r *reader) compound(j int) bool {
	dash := func(k int) bool { return r.class(k) == text.Dash && !r.tokens[k].Has(text.Spaced) }
	return dash(j) || !r.tokens[j].Capital() && (dash(j+1) || dash(j-1))
}

// ofBodies reports whether "two" counts the parties of a title.
func (r *reader) ofBodies(t *title) bool {
	for j := t.parties.First; j < t.parties.End; j++ {
		if r.word(j) == "two" {
			return true
		}
	}
	return false
}

// isSeveral reports whether names before a head in small letters tell it from others of its
// kind: the two states and the date of "the Israeli-Egyptian peace treaty of 1979", the two
// names of "the Roosevelt-Litvinov agreements".
func (r *reader) isSeveral(t *title) bool {
	switch {
	case t.entry.roles&strong == 0 || t.left.count:
		return false
	case t.isMany():
		return t.left.definite && t.at.First == t.head-3 && r.class(t.head-2) == text.Dash && t.left.words == 2 && (gazetteer.LastNames.Has(r.tokens[t.head-1]) || gazetteer.LastNames.Has(r.tokens[t.head-3]))
	case t.at.First == t.head || t.left.pairs+t.left.places == 0 || t.left.words > 0 || len(r.parties(t)) < 2:
		return false
	}
	return r.year(t) != nil || r.signedRight(t) || t.left.definite && t.entry.kind == "treaty" && r.has(t.head-1, topic) || // "the Egypt–Israel peace treaty"
		r.has(t.at.End, sign) && (r.dateBegins(t.at.End+2) || r.dateBegins(t.at.End+1))
}
