package facts

import "chancery/pipeline/text"

// An act is a word of action in a sentence and how it stands to its object.
type act struct {
	i     int // piece
	voice voice
}

// A voice is the way in which an act and its object stand together.
type voice uint8

// The voices.
const (
	active   voice = iota // "established relations"
	passive               // "relations were established", "relations ended", "Embassy Closed"
	relative              // passive, in a clause behind another act: "opened a consulate in 1990, which was closed"
	nominal               // "establishment of relations"
)

// The distances, in pieces, over which parts of a sentence belong together.
const (
	reachLeft  = 14
	reachRight = 22
	reachDate  = 30
	reachBack  = 60
)

// actOn finds the act of some senses whose object is piece i: a passive that
// says so wins, then the act before the object, then one behind it.
func (s *sentence) actOn(i int, want sense) (act, bool) {
	right, be := s.actBehind(i, want)
	if right >= 0 && be && !s.partOf(i, right) && !((s.whichBetween(i, right) || s.otherBetween(i, right)) && s.actBefore(i, want) >= 0) {
		return act{right, passive}, true
	}
	if left := s.actBefore(i, want); left >= 0 {
		if s.p(left).forms&noun != 0 && s.p(left).forms&(past|base) == 0 && !s.gerundLike(left) {
			return act{left, nominal}, true
		}
		return act{left, active}, true
	}
	if q := s.beforeArticle(i); right >= 0 && q >= 0 && s.p(q).has(preps) && !s.says(right-1, "which") && !(s.p(right-1).kind == comma && s.p(right+1).has(in|on) && s.p(right+2).kind == date) {
		return act{}, false // "the shops near the Embassy closed"
	}
	if right >= 0 {
		return act{right, passive}, true
	}
	return act{}, false
}

// otherBetween reports whether another mission is the subject of the verb at piece act: "closed
// its consulate in A, and the Embassy of B was opened".
func (s *sentence) otherBetween(i, act int) bool {
	for k := i + 2; k < act; k++ {
		if s.p(k).has(mission) && s.p(s.beforeArticle(k)).has(and) {
			return true
		}
	}
	return false
}

// partOf reports whether another noun has the one at piece i behind a preposition, so that
// the act behind it was done to that: "the exhibition at the Embassy was opened". What is done to
// the work, the seat or one of several missions is done to them.
func (s *sentence) partOf(i, act int) bool {
	for k := i + 1; k < act; k++ {
		if s.says(k, "which") || s.says(k, "that") {
			return false // "in charge of the Embassy, which was reopened"
		}
	}
	q := s.beforeArticle(i)
	if isState(s.p(q)) && s.possessed(q) {
		q = s.beforeArticle(q)
	}
	if q < 1 || !s.p(q).has(of|in|to|with|from|for_) {
		return false
	}
	p := s.p(q - 1)
	if p.kind != other || p.senses != 0 {
		return false
	}
	t := s.doc.Tokens[p.at.End-1]
	return t.Class == text.Word && !wholes.Has(t)
}

// wholes are nouns before "of" that stand for the mission itself.
var wholes = text.NewSet("operations", "operation", "work", "activities", "activity", "functions", "seat", "location", "site", "services", "one", "two", "three", "four", "five", "six", "seven", "some", "most", "all", "both", "none", "several", "many", "number", "couple", "office", "offices", "post", "institution")

// whichBetween reports whether the verb at piece j stands in the clause of a "which" behind piece i:
// "reopened its embassy in Tehran, which had been closed".
func (s *sentence) whichBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if s.says(k, "which") && s.p(k-1).kind == comma {
			return true
		}
	}
	return false
}

// gerundLike reports whether a noun of action takes its object without "of":
// "after opening an embassy".
func (s *sentence) gerundLike(i int) bool {
	return s.p(i).forms&gerund != 0 && !s.p(i+1).has(of)
}

// actBefore walks left from piece i to the act that governs it, or returns -1.
func (s *sentence) actBefore(i int, want sense) int {
	if q := s.beforeArticle(i); q >= 0 && s.p(q).has(in|to|with|from|for_|by) && !s.p(q).has(acts) {
		return -1 // "opened at the Embassy"
	}
	joined := false // an "and" stands between
	for j := i - 1; j >= 0 && j >= i-reachLeft; j-- {
		p := s.p(j)
		switch {
		case p.has(want) && p.is(resume, past) && s.p(j-1).has(verb|exist) && !s.p(j-1).has(be|aux): // "shared normalized relations"
		case p.has(want) && !s.auxiliary(j):
			if joined && s.actedOn(i) {
				return -1 // "resumed relations, and the liaison office was upgraded"
			}
			if joined && p.forms&past != 0 && s.p(j-1).has(be) {
				return -1 // "relations were established in 2000, and an embassy opened"
			}
			return j
		case p.kind == closeSign:
			j = s.bracket(j)
		case p.has(and):
			joined = true
		case p.has(not):
			return -1
		case p.kind == date && joined: // "in 1976 and full relations with Nepal in 1977"
		case p.kind == stop, p.kind == openSign, p.kind == date, p.kind == person, p.kind == title:
			return -1
		case p.has(verb), p.has(acts) && p.forms&(past|presentTense|gerund) != 0, p.has(barrier), p.has(be):
			return -1
		}
	}
	return -1
}

// actedOn reports whether a verb in the passive follows the noun at piece i and what
// says where it is.
func (s *sentence) actedOn(i int) bool {
	for j := i + 1; j < i+reachDate; j++ {
		switch p := s.p(j); {
		case p.has(be):
			return s.p(j+1).has(acts|verb|aux) || s.adverb(j+1)
		case p.has(resume|closing|elevate|move) && p.forms&past != 0:
			return true
		case !isState(p) && p.kind != place && p.kind != comma && !p.has(in|of|to|article):
			return false
		}
	}
	return false
}

// actBehind walks right from piece i to the verb of which it is the subject, and
// reports whether a form of "be" stands before that; -1 when the verb is none of
// those wanted.
func (s *sentence) actBehind(i int, want sense) (at int, isPassive bool) {
	for j := i + 1; j < len(s.pieces) && j <= i+reachRight; j++ {
		p := s.p(j)
		switch {
		case p.kind == openSign:
			j = s.bracket(j)
		case p.has(want&resume) && p.at.Len() == 1 && !isPassive && s.common(j+1) && s.p(i).has(relations|ties): // "relations resumed growth"
			return -1, false
		case p.kind == state && s.p(j-1).has(and) && !isPassive && (s.p(j-2).kind == comma || s.p(j-2).kind == date):
			return -1, false // "..., and Brunei opened an embassy"
		case p.is(want, past) && !isPassive && s.hasObject(j):
			return -1, false // "the Embassy reopened its consular section"
		case p.has(mission) && s.p(i).has(relations|ties) && !isPassive && s.afterComma(j):
			return -1, false // "recommended relations with Persia, and a legation was established"
		case p.has(relations|ties) && s.p(i).has(relations|ties) && !isPassive && s.p(s.beforeArticle(j)).has(and) && s.p(s.beforeArticle(j)-1).kind == comma && s.actBefore(i, want) >= 0:
			return -1, false // "severed relations in 1973, and relations were renewed in 1989"
		case p.kind == date && s.newClause(j):
			return -1, false // "..., and in 1991 the embassy was closed"
		case s.p(j-1).kind == comma && s.doc.Tokens[p.at.First].Is(keyOperations), p.has(be) && s.common(j-1) && s.p(j-2).kind == comma:
			return -1, false // "Following the bombing of the Embassy in A in 1998, operations were suspended"
		case p.has(be):
			isPassive = true
		case p.has(want) && (p.forms&past != 0 || p.forms&base != 0 && s.p(j-1).has(plan) && s.objectless(j)), p.is(want, presentTense|base) && s.objectless(j) && s.heading(): // "Embassy Moves to Egypt"
			return j, isPassive
		case s.says(j, "which") && s.p(j-1).kind == comma && s.resumedAt(j, want) > j:
			j = s.resumedAt(j, want) - 1 // "which had been an office since 2001, was reopened"
		case s.says(j, "which") && s.p(j-1).kind == comma && s.onlyPlaces(i+1, j-1): // "in Honiara, which reopened in 2004"
		case isPassive && p.kind == other && p.has(verb) && s.p(j+1).has(and) && s.p(j+2).is(want, past): // "was evacuated and closed"
		case p.has(hold) && s.auxiliary(j): // "had temporarily closed"
		case s.p(j+1).has(by) && s.leads(j): // "headed by A, was opened"
		case p.kind == stop, p.has(barrier), p.has(verb), p.has(acts) && p.forms&(past|presentTense) != 0:
			return -1, false
		case p.kind == title, s.quoted(j), (p.kind == person || p.kind == role || p.kind == body) && !s.p(s.beforeArticle(j)).has(preps):
			return -1, false // another subject
		}
	}
	return -1, false
}

// spells are the words that begin what tells when something happened, behind an article.
var spells = text.NewSet("year", "month", "week", "day", "decade", "few", "couple", "short", "second", "third", "following", "next", "same", "very", "long", "summer", "winter", "spring", "autumn", "fall", "number", "little", "final", "last")

// afterComma reports whether a comma and "and" stand before the noun at piece j and its
// articles and adjectives.
func (s *sentence) afterComma(j int) bool {
	for j--; isState(s.p(j)) || s.p(j).has(article) || s.common(j); j-- {
	}
	return s.p(j).has(and) && s.p(j-1).kind == comma
}

// newClause reports whether the date at piece j, behind "and in", opens a clause with a
// subject of its own.
func (s *sentence) newClause(j int) bool {
	if !s.p(j-1).has(in|on) || !s.p(j-2).has(and) {
		return false
	}
	k := j + 1
	if s.p(k).kind == comma {
		k++
	}
	k = s.pastArticles(k)
	for s.p(k).kind == demonym {
		k++ // "and in 1963 the Vietnamese embassy was opened"
	}
	return s.p(k).has(mission|relations|pronoun) || s.says(k, "it") || s.newSubject(k)
}

// resumedAt is the "was" behind the comma that closes the clause of "which" at piece
// i, before a verb of those wanted; i when there is none.
func (s *sentence) resumedAt(i int, want sense) int {
	for k := i + 1; k < len(s.pieces) && k <= i+reachRight && s.p(k).kind != stop; k++ {
		if s.p(k).is(want, past) {
			return i // "which had been closed since 2015"
		}
		if s.p(k-1).kind == comma && s.p(k).has(be) && s.p(s.pastAdverbs(k+1)).is(want, past) {
			return k
		}
	}
	return i
}

// nextAct is the act that goes on, after "and" or a comma, with the object of
// another: "severed on 5 June and restored in 2021", "opened an embassy in 1950
// and closed it in 1995".
func (s *sentence) nextAct(a act, want sense) (act, bool) {
	joined, dated := false, false
	for k := a.i + 1; k < len(s.pieces) && k <= a.i+reachLeft; k++ {
		p := s.p(k)
		switch {
		case p.has(and), p.kind == comma, s.says(k, "but"):
			joined = true
		case p.kind == date:
			dated = true
		case s.says(k, "when") && s.p(k-1).kind == comma && s.pastWhen(k, want) > k:
			k = s.pastWhen(k, want)
		case joined && p.is(want, past) && s.common(k-1) && s.p(k-2).has(article) && !s.p(k-3).has(be):
			return act{}, false // "..., and the staff moved to Malta"
		case joined && p.has(be) && s.common(k-1):
			return act{}, false // "... in 1922, and in 1931 a school was founded"
		case joined && p.has(mission) && !s.p(s.beforeArticle(k)).has(preps):
			return act{}, false // "..., and Canada's High Commission opened a year earlier"
		case p.has(move) && s.common(k+1) && s.common(k+2):
			return act{}, false // "and moved diplomatic activities to Doha"
		case joined && dated && p.has(want) && p.forms&past != 0 && !s.newObject(k):
			return act{k, a.voice}, true
		case p.has(acts|verb|barrier) && !p.has(from|as|aux|article) && p.forms&noun == 0, p.kind == stop, p.kind == title, isActor(p):
			return act{}, false
		}
	}
	return act{}, false
}

// pastWhen is the comma that closes the clause of "when" at piece k, behind which "and" goes on with
// an act: "severed on 18 June, when war broke out, and were resumed"; k for none.
func (s *sentence) pastWhen(k int, want sense) int {
	for c := k + 1; c < len(s.pieces) && c <= k+reachLeft; c++ {
		if s.p(c).kind == comma && s.p(c+1).has(and) && (s.p(c+2).is(want, past) || s.p(c+2).has(be) && s.p(c+3).is(want, past)) {
			return c
		}
	}
	return k
}

var keyOperations = text.KeyOf("operations")
