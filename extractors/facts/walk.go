package facts

import (
	"strings"

	"chancery/pipeline/text"
)

// An act is a word of action in a sentence and how it stands to its object.
type act struct {
	i     int // piece
	voice voice
}

// A voice is the way in which an act and its object stand together.
type voice uint8

// The voices.
const (
	active  voice = iota // "established relations"
	passive              // "relations were established", "relations ended", "Embassy Closed"
	nominal              // "establishment of relations"
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
	if right >= 0 && be {
		return act{right, passive}, true
	}
	if left := s.actBefore(i, want); left >= 0 {
		if s.p(left).forms&noun != 0 && s.p(left).forms&(past|base) == 0 && !s.gerundLike(left) {
			return act{left, nominal}, true
		}
		return act{left, active}, true
	}
	if q := s.beforeArticle(i); right >= 0 && q >= 0 && s.p(q).has(preps) {
		return act{}, false // "the shops near the Embassy closed"
	}
	if right >= 0 {
		return act{right, passive}, true
	}
	return act{}, false
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
		case p.has(want) && p.forms != 0 && !s.auxiliary(j):
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

// actBehind walks right from piece i to the verb of which it is the subject, and
// reports whether a form of "be" stands before that; -1 when the verb is none of
// those wanted.
func (s *sentence) actBehind(i int, want sense) (at int, isPassive bool) {
	for j := i + 1; j < len(s.pieces) && j <= i+reachRight; j++ {
		p := s.p(j)
		switch {
		case p.kind == openSign:
			j = s.bracket(j)
		case p.has(be):
			isPassive = true
		case p.has(want) && p.forms&past != 0:
			return j, isPassive
		case p.kind == stop, p.has(barrier), p.has(verb), p.has(acts) && p.forms&(past|presentTense) != 0:
			return -1, false
		case p.kind == title, s.quoted(j), (p.kind == person || p.kind == role || p.kind == body) && !s.p(s.beforeArticle(j)).has(preps):
			return -1, false // another subject
		}
	}
	return -1, false
}

// quoted reports whether piece j is a quotation mark.
func (s *sentence) quoted(j int) bool {
	return s.p(j).kind == other && s.doc.Tokens[s.p(j).at.First].Class == text.Quote
}

// auxiliary reports whether the word at piece i helps the verb behind it: "has
// visited", not "had talks".
func (s *sentence) auxiliary(i int) bool {
	if !s.p(i).has(aux) {
		return false
	}
	for k := i + 1; k <= i+3; k++ {
		p := s.p(k)
		if p.has(acts|hold|be|verb) && p.forms&noun == 0 || p.has(verb) {
			return true
		}
		if !p.has(aux|not) && !s.adverb(k) {
			return false
		}
	}
	return false
}

// bracket is the other end of the bracket at piece i, or i when it has none.
func (s *sentence) bracket(i int) int {
	step, end := 1, closeSign
	if s.p(i).kind == closeSign {
		step, end = -1, openSign
	}
	for j := i + step; j >= 0 && j < len(s.pieces) && j-i <= reachRight && i-j <= reachRight; j += step {
		if s.p(j).kind == end {
			return j
		}
	}
	return i
}

// A polarity says whether an act happened.
type polarity uint8

// The polarities.
const (
	happened polarity = iota
	planned
	denied   // did not happen, or is only spoken of
	notUntil // did not happen until its date, and then did
)

// nextAct is the act that goes on, after "and" or a comma, with the object of
// another: "severed on 5 June and restored in 2021", "opened an embassy in 1950
// and closed it in 1995".
func (s *sentence) nextAct(a act, want sense) (act, bool) {
	joined, dated := false, false
	for k := a.i + 1; k < len(s.pieces) && k <= a.i+reachLeft; k++ {
		p := s.p(k)
		switch {
		case p.has(and), p.kind == comma:
			joined = true
		case p.kind == date:
			dated = true
		case joined && dated && p.has(want) && p.forms&past != 0 && !s.newObject(k):
			return act{k, a.voice}, true
		case p.has(acts|verb|barrier) && !p.has(from|as|aux|article) && p.forms&noun == 0, p.kind == stop, p.kind == title, isActor(p):
			return act{}, false
		}
	}
	return act{}, false
}

// newObject reports whether the act at piece k has an object of its own.
func (s *sentence) newObject(k int) bool {
	for j := k + 1; j <= k+5; j++ {
		p := s.p(j)
		if p.has(relations|ties|consular|mission|visit|meeting) || isState(p) && !s.p(j-1).has(preps) {
			return true
		}
		if p.kind == date || p.kind == stop || p.has(preps) && p.kind == word {
			return false
		}
	}
	return false
}

// polarity reads the words before the act at piece i. "Not ... until" a date is
// a roundabout way to say that it happened then.
func (s *sentence) polarity(i int) polarity {
	infinitive := s.p(i).forms == base
	bound := infinitive
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		p := s.p(j)
		switch {
		case p.has(not):
			if s.untilAfter(i) {
				return notUntil
			}
			return denied
		case p.has(modal):
			return denied
		case p.has(first) && infinitive && s.p(i-1).has(to):
			return happened // "the first country to recognize"
		case p.has(plan):
			return planned
		case p.has(to) && (infinitive || s.p(j+1).has(be)):
			bound = true
		case p.has(barrier), p.kind == stop, p.kind == comma, p.has(acts) && p.forms&past != 0:
			if bound {
				return denied
			}
			return happened
		}
	}
	if bound && !s.p(i-1).has(aux) {
		return denied
	}
	return happened
}

func (s *sentence) untilAfter(i int) bool {
	for j := i + 1; j < len(s.pieces) && j < i+12; j++ {
		if s.p(j).has(until) {
			return true
		}
	}
	return false
}

// when is the date of what pieces lo to hi state: the first behind them in their
// clause, else the nearest before. shared says that a date may be that of an act
// before, as of a visit and the meetings during it.
func (s *sentence) when(lo, hi int, shared bool) *piece {
	clause := -1 // a "when" behind
	for k := hi + 1; k < len(s.pieces) && k <= hi+reachDate; k++ {
		p := s.p(k)
		if p.kind == date {
			return p
		}
		if clause < 0 && (p.has(barrier) && (s.word(k) == "when" || s.word(k) == "that") || p.has(acts) && s.coordinated(k)) {
			clause = k
		}
		if p.has(barrier) && s.p(k+1).kind == date {
			continue // "after 31 March 1937"
		}
		if end := s.relative(k); end > k {
			k = end // ", which is also its Permanent Mission,"
			continue
		}
		if p.has(verb|exist) && s.p(k-1).has(aux|and) { // another predicate
			if s.p(k-1).has(and) && clause < 0 {
				clause = k
			}
			break
		}
		if p.kind == stop && s.p(k+1).kind == date {
			continue // "Establishment of relations: 17 June 1992"
		}
		if p.kind == stop || p.has(barrier) && !p.has(from|as|until) || p.has(until) && shared || p.has(acts) && p.forms&(past|presentTense) != 0 && s.finite(k) {
			break
		}
	}
	crossed := false
	for k := lo - 1; k >= 0 && k >= lo-reachBack; k-- {
		p := s.p(k)
		switch {
		case p.kind == date:
			if !crossed || shared || k <= 4 {
				return p
			}
			return s.clauseDate(clause)
		case p.has(barrier) && s.carriesDate(k):
			crossed = false
		case p.has(barrier) && s.closedBefore(k, lo): // a relative clause that a comma closes
		case p.kind == stop && s.p(k).at.Len() > 0 && k > 1 && !s.headed(k), p.has(barrier) && !p.has(from|as|until|during):
			return s.clauseDate(clause)
		case p.has(acts) && p.forms&past != 0 && !p.has(aux):
			crossed = true
		}
	}
	return s.clauseDate(clause)
}

// relative is the comma that ends the relative clause that "which" at piece k
// opens after a comma; k when there is none.
func (s *sentence) relative(k int) int {
	if w := s.p(k); !w.has(barrier|who) || s.p(k-1).kind != comma || s.word(k) != "which" && s.word(k) != "who" {
		return k
	}
	for j := k + 1; j < len(s.pieces) && j <= k+reachRight; j++ {
		if s.p(j).kind == comma {
			return j
		}
		if s.p(j).kind == date {
			return k
		}
	}
	return k
}

// clauseDate is the date behind the "when" at piece i, when it is the only one
// there; nil for an i below 0.
func (s *sentence) clauseDate(i int) (only *piece) {
	if i < 0 {
		return nil
	}
	for k := i; k < len(s.pieces) && k < i+reachBack; k++ {
		if p := s.p(k); p.kind == date {
			if only != nil && p.m.Value != only.m.Value {
				return nil
			}
			only = p
		}
	}
	return only
}

// carriesDate reports whether the date before the barrier at piece k is that of
// the clause behind it: "on 30 September 1966, when the Embassy was opened",
// "announced on 14 December that the United States recognized ...".
func (s *sentence) carriesDate(k int) bool {
	switch s.word(k) {
	case "when":
		return s.p(k-1).kind == date || s.p(k-1).kind == comma && s.p(k-2).kind == date
	case "that":
		for j := k - 1; j >= 0 && j >= k-reachLeft; j-- {
			if s.p(j).has(announce) {
				return true
			}
		}
	}
	return false
}

// closedBefore reports whether "that", "which" or "who" at piece k opens a relative
// clause that a comma closes before piece end.
func (s *sentence) closedBefore(k, end int) bool {
	if w := s.word(k); w != "that" && w != "which" && w != "who" {
		return false
	}
	for j := k + 1; j < end; j++ {
		if s.p(j).kind == comma {
			return true
		}
	}
	return false
}

// coordinated reports whether the act at piece k goes on, after "and", with what
// was said before.
func (s *sentence) coordinated(k int) bool {
	for j := k - 1; j >= 0 && j >= k-9; j-- {
		if s.p(j).has(and) {
			return true
		}
	}
	return false
}

// word is the text of piece i in small letters, or "" outside the sentence.
func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.pieces) {
		return ""
	}
	return strings.ToLower(s.doc.Slice(s.pieces[i].at))
}

// headed reports whether the stop at piece k ends a date that stands first:
// "5 May 1992 – The embassy opened."
func (s *sentence) headed(k int) bool { return k > 0 && s.p(k-1).kind == date && k <= 3 }

// finite reports whether a verb opens a clause of its own, with its own subject:
// one that does not, after "and", shares the date of the verb before.
func (s *sentence) finite(k int) bool { return !s.p(k-1).has(be) || !s.p(k-2).has(and) }

// subject is the last piece of the subject of the verb at piece j, among those
// wanted, or -1.
func (s *sentence) subject(j int, want func(*piece) bool) int { return s.subjectOf(j, want, 0) }

// mostVerbs is how many verbs may share a subject.
const mostVerbs = 8

func (s *sentence) subjectOf(j int, want func(*piece) bool, shared int) int {
	if shared == mostVerbs {
		return -1
	}
	k := j - 1
	for k >= 0 && (s.p(k).has(be|aux|not|plan|to|article) && !s.p(k).has(barrier) || s.adverb(k)) {
		k--
	}
	if v := s.firstTo(j); v >= 0 {
		return s.subjectOf(v, want, shared+1)
	}
	if c := s.aside(k); c >= 0 {
		k = c
	}
	switch {
	case s.p(k).has(and) || s.p(k).kind == comma && s.p(k-1).kind != date && !s.p(k-1).has(who) && s.clauseBefore(k):
		if v := s.verbBefore(k); v >= 0 {
			return s.subjectOf(v, want, shared+1)
		}
	case s.p(k).has(who):
		return s.nearest(k-1, want)
	}
	return s.subjectLeft(k, want)
}

// firstTo is the verb of "was the first country to ...", before the infinitive at
// piece j; -1 when it stands in no such phrase.
func (s *sentence) firstTo(j int) int {
	if s.p(j).forms&base == 0 || !s.p(j-1).has(to) {
		return -1
	}
	seen := false
	for k := j - 2; k >= 0 && k >= j-9; k-- {
		p := s.p(k)
		seen = seen || p.has(first)
		if p.has(be) || p.has(assume) {
			if !seen {
				return -1
			}
			return k
		}
		if p.kind == stop || p.has(barrier|verb) {
			return -1
		}
	}
	return -1
}

// aside is the piece before an aside that the comma at piece k closes: ",
// accompanied by B,"; -1 when there is none.
func (s *sentence) aside(k int) int {
	if s.p(k).kind != comma {
		return -1
	}
	for c := k - 1; c > 0 && c >= k-reachLeft; c-- {
		if s.p(c).kind != comma {
			continue
		}
		if next := s.p(c + 1); next.has(verb) && !next.has(be) || next.has(and) && s.p(c+1).at.Len() > 1 {
			return c - 1
		}
	}
	return -1
}

// clauseBefore reports whether a verb stands before the comma at piece k, so
// that the verb after it goes on with its subject.
func (s *sentence) clauseBefore(k int) bool { return s.verbBefore(k) >= 0 }

// adverb reports whether piece k is a plain word in "-ly", or one like "also".
func (s *sentence) adverb(k int) bool {
	p := s.p(k)
	if p.kind != other || p.at.Len() != 1 || !s.doc.Tokens[p.at.First].Has(text.Lower) {
		return false
	}
	w := s.doc.Word(p.at.First)
	return len(w) > 3 && w[len(w)-2:] == "ly"
}

// verbBefore is the act before piece k in the same clause, or -1.
func (s *sentence) verbBefore(k int) int {
	for j := k - 1; j >= 0 && j >= k-reachBack; j-- {
		p := s.p(j)
		if p.has(acts|hold) && p.forms&(past|presentTense) != 0 && (p.forms&noun == 0 || p.has(visit)) && !s.auxiliary(j) {
			return j
		}
		if p.kind == stop || p.has(barrier) && !p.has(as|from) {
			return -1
		}
	}
	return -1
}

// subjectLeft walks left from piece k to the nearest piece wanted that stands
// behind no preposition.
func (s *sentence) subjectLeft(k int, want func(*piece) bool) int {
	for least := k - reachBack; k >= 0 && k >= least; k-- {
		p := s.p(k)
		switch {
		case p.kind == closeSign:
			k = s.bracket(k)
		case want(p):
			if q := s.beforeArticle(k); q < 0 || !s.p(q).has(preps) || s.p(q).has(by) && s.leads(q-1) || s.p(q).has(of) && s.p(q-1).has(government) {
				return k
			}
		case p.kind == stop, p.has(barrier) && !p.has(from|as):
			return -1
		case p.has(acts|verb|hold) && p.forms&noun == 0 && !p.has(be) && !s.auxiliary(k) && !s.leads(k):
			return -1
		}
	}
	return -1
}

// leads reports whether piece k is "headed" or "led", before "by".
func (s *sentence) leads(k int) bool {
	p := s.p(k)
	if p.kind != other || p.at.Len() != 1 {
		return false
	}
	w := s.doc.Word(p.at.First)
	return w == "headed" || w == "led"
}

// beforeArticle is the piece before piece k and the articles, offices and
// adjectives that belong to it, or -1.
func (s *sentence) beforeArticle(k int) int {
	for k--; k >= 0; k-- {
		p := s.p(k)
		if p.has(article) || p.kind == role || p.kind == demonym {
			continue
		}
		return k
	}
	return -1
}

// nearest is the nearest wanted piece at or before piece k within a few.
func (s *sentence) nearest(k int, want func(*piece) bool) int {
	for j := k; j >= 0 && j > k-4; j-- {
		if want(s.p(j)) {
			return j
		}
	}
	return -1
}

// listLeft is where the list of wanted pieces that ends at piece k begins, and
// listRight where one that begins there ends: "A, B and C".
func (s *sentence) listLeft(k int, want func(*piece) bool) []int {
	items := []int{k}
	for {
		j := s.beforeArticle(k)
		joined, conjoined := false, len(items) > 1
		for j >= 0 && (s.p(j).kind == comma || s.p(j).has(and)) {
			joined, conjoined, j = true, conjoined || s.p(j).has(and), j-1
		}
		if !joined || !conjoined || j < 0 || !want(s.p(j)) {
			return items // "In its talks with France, Germany ...": a comma alone makes no list
		}
		k = j
		items = append([]int{k}, items...)
	}
}

func (s *sentence) listRight(k int, want func(*piece) bool) []int {
	items, conjoined := []int{k}, false
	for {
		if s.p(k).kind == role && s.p(k+1).kind == person {
			k++
		}
		j, joined := k+1, false
		for j < len(s.pieces) {
			p := s.p(j)
			if p.kind == openSign {
				if j = s.bracket(j) + 1; j <= k {
					return items[:1]
				}
				continue
			}
			if p.kind != comma && !p.has(and|article) && (p.kind != demonym && p.kind != role || want(p)) {
				break
			}
			joined = joined || p.kind == comma || p.has(and)
			conjoined = conjoined || p.has(and)
			j++
		}
		if !joined || j >= len(s.pieces) || !want(s.p(j)) {
			if !conjoined {
				return items[:1]
			}
			return items
		}
		k = j
		items = append(items, k)
	}
}
