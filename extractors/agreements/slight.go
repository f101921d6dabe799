package agreements

import (
	"cmp"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
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
	case t.at.First < t.head && !t.isMany() && (t.at.End == t.head+1 || t.subject.Len() > 0 || t.hasParties() || t.term != nil) && r.describes(t):
	case t.at.First < t.head && !t.isMany() && (t.hasParties() && len(r.parties(t)) > 0 || r.pastWith(t.at.End) > t.at.End || r.ownedByParties(t)) && (r.has(r.pastPlain(t.at.First-1), det) || r.yearBefore(t) != nil) && r.bySubject(t):
		return r.ofStates(t) && (r.staged(t) || r.yearBeside(t) != nil || r.datedAside(t) || r.passiveBehind(t) || (len(r.parties(t)) > 1 || r.ownedByParties(t)) && r.signedRight(t))
	case t.at.First < t.head && !t.isMany() && t.left.definite && r.bySubject(t) && r.yearBehind(t) != nil && r.tellsApart(r.yearBehind(t)): // "the extradition treaty of 1842"
		return r.ofStates(t) || t.entry.kind == "treaty"
	case t.subject.Len() == 0 && t.hasParties() && t.at.First == t.head && r.ofBodies(t):
	default:
		return false
	}
	return r.ofStates(t) && !r.apposed(t) && (r.signedRight(t) || r.followsLast(t) || r.passiveBehind(t) || r.datedAside(t) || r.staged(t) || r.yearBefore(t) != nil)
}

// apposed reports whether a title stands between commas right behind another, which it explains:
// "the Lunna House Agreement, a defence cooperation agreement, in London".
func (r *reader) apposed(t *title) bool {
	j := r.pastDet(r.pastPlain(t.at.First - 1))
	return len(r.titles) > 0 && r.titles[len(r.titles)-1].at.End == j && r.class(j) == text.Comma && r.class(t.at.End) == text.Comma && !r.has(t.at.End+1, and|det)
}

// ownedByParties reports whether "its" or "their" stands before a title.
func (r *reader) ownedByParties(t *title) bool {
	w := r.lower(r.pastPlain(t.at.First - 1))
	return w == "its" || w == "their"
}

// staged reports whether the words right beside a title tell of another stage of its life:
// "the free trade agreement between A and B entered into force", "ratified the tax treaty",
// "will sign a trade agreement", "have a trade agreement since 2012".
func (r *reader) staged(t *title) bool {
	if r.stageBehind(t) != "" || r.word(t.at.End) == "took" && r.word(t.at.End+1) == "place" {
		return true
	}
	act := r.actBefore(t)
	return r.doneTo(t) != "" || r.plannedRight(t) || r.had(t) || act >= 0 && !r.has(act, finite) && !r.denied(act) // "have" is no more than that there is one
}

// stageBehind is the stage that the words right behind a title tell of, or "".
func (r *reader) stageBehind(t *title) string {
	next := r.pastWith(t.at.End)
	if d := r.yearBehind(t); d != nil {
		next = d.Tokens.End
	}
	for i := next; i < next+4; i++ {
		if found, n := standings.Longest(r.tokens, i, len(r.tokens)); n > 0 && (found != "planned" || i > next || r.has(i, finite) || r.word(i) == "will") {
			return found
		}
		if !r.has(i, finite) && !remaining.Has(r.tokens[min(i, len(r.tokens)-1)]) { // "has been in force"
			break
		}
	}
	return ""
}

// plannedBehind reports whether the words right behind a title say that it is yet to be signed.
func (r *reader) plannedBehind(t *title) bool { return r.stageBehind(t) == "planned" }

var remaining = text.NewSet("been", "remains", "remained", "still", "also")

// plannedRight reports whether a plan to sign stands right before a title.
func (r *reader) plannedRight(t *title) bool {
	end := r.pastDet(r.pastPlain(t.at.First-1)) + 1
	for i := max(0, end-4); i < end; i++ {
		found, n := standings.Longest(r.tokens, i, end)
		if n > 0 && i+n == end && found == "planned" && !r.unfulfilled(max(0, i-2), i) && !wishes.Has(r.tokens[i]) {
			return true
		}
	}
	return false
}

// wishes begin plans of which nothing may come.
var wishes = text.NewSet("agreed", "agree", "hope", "hoped", "intention", "intend", "intends", "intended", "ready", "early", "looked", "looking", "look")

// had reports whether two have an instrument since some day: "Norway and Peru have a free
// trade agreement since 2012".
func (r *reader) had(t *title) bool {
	j := r.pastDet(r.pastPlain(t.at.First - 1))
	if w := r.word(j); w != "have" && w != "has" && w != "had" {
		return false
	}
	for k := j; k >= 0 && k > j-reach/2; k-- {
		if r.tokens[k].Has(text.SentStart) && r.lower(k) == "since" && r.dateBegins(k+1) {
			return true
		}
	}
	i := r.pastWith(t.at.End)
	return r.dateBegins(i+1) && (r.word(i) == "since" || r.word(i) == "from")
}

// pastWith is the token behind "with" and a state at token i: "the tax treaty with Peru".
func (r *reader) pastWith(i int) int {
	if m := r.host(i); m != nil {
		return m.Tokens.End
	}
	return i
}

// host is the state behind "with" at token i, or nil. The comma of a date may stand before it:
// "the treaty of June 15, 1846, with Peru".
func (r *reader) host(i int) *pipeline.Mention {
	if r.class(i) == text.Comma && r.world.date(i-1) != nil {
		i++
	}
	if r.word(i) != "with" {
		return nil
	}
	return r.stateAt(i + 1)
}

// followsLast reports whether no more than "and a" stands between the last title and this one.
func (r *reader) followsLast(t *title) bool {
	if len(r.titles) == 0 {
		return false
	}
	end := r.titles[len(r.titles)-1].at.End
	from := r.pastBracket(end)
	if t.at.First-from > mostGap/2 {
		return false
	}
	joined := from > end // and no apposition: "the Treaty of Wangxia, its first commercial treaty"
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
	return len(r.parties(t)) > 0 || len(r.signers(t)) > 0 || r.pastWith(t.at.End) > t.at.End
}

// ofTwo reports whether the page, or the words of the sentence before a title, speak of two
// states, or of "the two sides".
func (r *reader) ofTwo(t *title) bool {
	if r.world.frame.A != "" && !r.world.untitled {
		return true
	}
	one := ""
	for j := t.at.First - 1; j >= 0 && j > t.at.First-reach; j-- {
		c := r.world.state(j)
		if c != "" && one != "" && c != one || signingSides.Has(r.tokens[j]) && pairOf.Has(r.tokens[max(j-1, 0)]) && r.word(j-1) != "the" {
			return true
		}
		one = cmp.Or(one, c)
		if r.tokens[j].Has(text.SentStart) {
			break
		}
	}
	return false
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
	j := r.pastPlain(t.at.First - 1)
	return j >= 0 && opening.Has(r.tokens[j]) || r.lower(j) == "signed" || r.class(j) == text.Semi || r.class(j) == text.Colon // "Signed consular convention", "; Trade agreement (1978)"
}

// pastPlain is the token before the words at token j that are no name: the "a" of "a new visa
// agreement", "a long-term agreement" and "a 1985 trade agreement".
func (r *reader) pastPlain(j int) int {
	if d := r.world.date(j); d != nil && d.Date != nil && d.Date.Precision == "year" {
		j = d.Tokens.First - 1
	}
	for j > 0 && (r.has(j, plain) && !r.has(j, det) && !opening.Has(r.tokens[j]) || r.compound(j) || amounts.Has(r.tokens[j]) || r.class(j) == text.Number && r.world.date(j) == nil || r.class(j) == text.Other || r.class(j+1) == text.Other && !r.tokens[j+1].Has(text.Spaced)) {
		j--
	}
	return j
}

// bySubject reports whether all words before the head are of its subject.
func (r *reader) bySubject(t *title) bool {
	for j := t.at.First; j < t.head; j++ {
		if !r.has(j, noun|topic|and) && !r.compound(j) {
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

// betweenBodies reports whether the parties of a title are bodies of states that it does not
// name: "Memorandum between the Ministries of Culture".
func (r *reader) betweenBodies(t *title) bool {
	for j := t.parties.First; j < t.parties.End; j++ {
		if r.has(j, people) {
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
	case t.at.First == t.head || t.left.pairs+t.left.places == 0 || t.left.words > 0 || len(r.parties(t)) < 2 && !(t.entry.kind == "treaty" && len(r.parties(t)) == 1 && r.yearBefore(t) != nil): // but "the 1883 Korean treaty"
		return false
	}
	return r.year(t) != nil || r.signedRight(t) || r.staged(t) || t.left.definite && t.entry.kind == "treaty" && r.has(t.head-1, topic) || // "the Egypt–Israel peace treaty"
		r.has(t.at.End, sign) && (r.dateBegins(t.at.End+2) || r.dateBegins(t.at.End+1))
}
