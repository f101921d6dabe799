package facts

import "chancery/pipeline/text"

// subject is the last piece of the subject of the verb at piece j, among those
// wanted, or -1.
func (s *sentence) subject(j int, want func(*piece) bool) int { return s.subjectOf(j, want, 0) }

// mostVerbs is how many verbs may share a subject.
const mostVerbs = 8

func (s *sentence) subjectOf(j int, want func(*piece) bool, shared int) int {
	if shared == mostVerbs {
		return -1
	}
	if v := s.firstTo(j); v >= 0 {
		return s.subjectOf(v, want, shared+1)
	}
	if v := s.agreedTo(j); v >= 0 {
		return s.subjectOf(v, want, shared+1)
	}
	k := s.beforeVerb(j)
	if v := s.reportedBy(k); v >= 0 {
		if at := s.subjectOf(v, want, shared+1); at >= 0 && !isActor(s.p(at)) {
			return at
		}
		return -1
	}
	if v := s.coordinate(k); v >= 0 {
		return s.subjectOf(v, want, shared+1)
	}
	if s.p(k).has(who) {
		return s.whoMeant(k-1, want)
	}
	if v := s.otherVerb(k); v >= 0 {
		return s.subjectLeft(s.beforeVerb(v), want)
	}
	return s.subjectLeft(k, want)
}

// otherVerb is the verb that no rule asks for with which "and" at piece k joins another, behind
// its object: "Egypt accused the United States of helping Israel and broke relations"; -1 for
// none.
func (s *sentence) otherVerb(k int) int {
	if !s.p(k).has(and) {
		return -1
	}
	for j := k - 1; j > 0 && j >= k-reachLeft; j-- {
		p := s.p(j)
		if p.kind == stop || p.kind == comma || p.has(barrier|be) {
			return -1
		}
		if p.has(verb) && !s.p(j-1).has(article|be) && isState(s.p(j+1)) || p.has(verb) && s.p(j+1).has(article) && isState(s.p(j+2)) {
			return j
		}
	}
	return -1
}

// beforeVerb is the piece before the verb at piece j and what belongs to it:
// auxiliaries, adverbs, an aside, and the date of a clause that "and" opens.
func (s *sentence) beforeVerb(j int) int {
	k := j - 1
	for k >= 0 && (s.p(k).has(be|aux|not|plan|to|article) && !s.p(k).has(barrier) || s.adverb(k) || s.says(k, "would")) {
		k--
	}
	if s.p(k).kind == date { // "..., and from 2012 to 2016 served as Ambassador"
		d := k - 1
		for s.p(d).has(in | on | from) {
			d--
		}
		if s.p(d).has(and) {
			return d
		}
	}
	if c := s.aside(k); c >= 0 {
		return c
	}
	if s.p(k).kind == comma && s.junior(k-1) {
		return k - 1 // "and A, Jr., presented"
	}
	return k
}

// coordinate is the verb whose subject is also that of the verb behind piece k, when
// that piece joins the two; else -1.
func (s *sentence) coordinate(k int) int {
	if s.apposed(k) {
		return -1
	}
	if s.p(k).has(and) || s.says(k, "but") || s.p(k).kind == comma && (s.p(k-1).kind != date || s.p(k-1) != s.opening() && s.p(k+1).is(hold|meet|receive|visit|pay|present|leave|assume|serve, past)) && !s.p(k-1).has(who) && s.clauseBefore(k) {
		return s.verbBefore(k)
	}
	return -1
}

// apposed reports whether the comma at piece k ends a name that explains an office:
// "the first envoy, A, presented".
func (s *sentence) apposed(k int) bool {
	if s.p(k).kind != comma || s.p(k-1).kind != person {
		return false
	}
	before := k - 2
	if s.p(before).kind == role {
		before-- // "and his spouse, First Lady A, visited"
	}
	if s.p(before).kind == comma && s.p(before-1).at.Len() == 1 && relatives.Has(s.doc.Tokens[s.p(before-1).at.First]) {
		return true
	}
	return s.p(k-2).kind == comma && s.p(k-3).kind == role
}

// infinitive is the "to" before the base form at piece j, adverbs between or not;
// -1 for none.
func (s *sentence) infinitive(j int) int {
	k := j - 1
	for s.adverb(k) || s.p(k).has(aux) {
		k--
	}
	if s.p(j).forms&base == 0 || !s.p(k).has(to) {
		return -1
	}
	return k
}

// firstTo is the verb of "was the first country to ...", before the infinitive at
// piece j; -1 when it stands in no such phrase.
func (s *sentence) firstTo(j int) int {
	at := s.infinitive(j)
	if at < 0 {
		return -1
	}
	seen := false
	for k := at - 1; k >= 0 && k >= j-9; k-- {
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

// agreedTo is the "agreed" of "agreed on Friday to resume", before the infinitive at
// piece j; -1 for none.
func (s *sentence) agreedTo(j int) int {
	at := s.infinitive(j)
	for k := at - 1; at > 0 && k >= 0 && k >= at-10; k-- {
		if s.agreed(k) {
			return k
		}
		if p := s.p(k); p.kind != date && !p.has(on|in|article|with|and) && p.kind != state && p.kind != comma && p.kind != place && (p.kind != other || p.has(verb)) {
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
		if next := s.p(c + 1); next.has(verb) && !next.has(be) || next.is(visit, gerund) || next.has(who) || next.has(and) && s.p(c+1).at.Len() > 1 || next.at.Len() == 1 && concessions.Has(s.doc.Tokens[next.at.First]) {
			return c - 1
		}
	}
	return -1
}

// concessions open an aside that tells of what was else: "A, though appointed as Envoy, was".
var concessions = text.NewSet("though", "although", "while", "despite", "unlike", "like")

// clauseBefore reports whether a verb stands before the comma at piece k, so
// that the verb after it goes on with its subject.
func (s *sentence) clauseBefore(k int) bool { return s.verbBefore(k) >= 0 }

// beforeAux is the piece before the auxiliaries and adverbs of the verb at piece i: "A" in
// "A has recently signed".
func (s *sentence) beforeAux(i int) int {
	k := i - 1
	for s.p(k).has(aux) || s.adverb(k) {
		k--
	}
	return k
}

// adverb reports whether piece k is a plain word in "-ly", or one like "also".
func (s *sentence) adverb(k int) bool {
	p := s.p(k)
	if p.kind != other || p.at.Len() != 1 || !s.doc.Tokens[p.at.First].Has(text.Lower) {
		return false
	}
	w := s.doc.Word(p.at.First)
	return len(w) > 3 && w[len(w)-2:] == "ly" && !likeAdverbs.Has(s.doc.Tokens[p.at.First])
}

// likeAdverbs are nouns and verbs that end as adverbs do.
var likeAdverbs = text.NewSet("ally", "family", "assembly", "supply", "reply", "monopoly", "anomaly", "rely", "apply", "comply", "imply", "multiply", "rally", "belly", "bully")

// baseBehind reports whether the verb behind piece k has the base form that a "to" before asks
// for: "to attend the summit and call on A", but not "to attend the summit and met A".
func (s *sentence) baseBehind(k int) bool {
	for k++; s.adverb(k); k++ {
	}
	return s.p(k).forms&base != 0 && s.p(k).forms&past == 0
}

// verbBefore is the act before piece k in the same clause, or -1.
func (s *sentence) verbBefore(k int) int {
	for j := k - 1; j >= 0 && j >= k-reachBack; j-- {
		p := s.p(j)
		if p.has(acts|hold) && p.forms&(past|presentTense) != 0 && (p.forms&noun == 0 || p.has(visit)) && !s.auxiliary(j) && !s.newly(j) && !s.heldWhere(j) {
			return j
		}
		if p.has(acts|hold|confer) && p.forms&base != 0 && s.baseBehind(k) && s.bound(j) {
			return j // "is to hold talks with A and call on B"
		}
		if s.willDo(j) {
			return j // "will lay a wreath and meet A"
		}
		if s.predicate(j) || s.represented(j) {
			return j
		}
		if p.kind == stop || p.has(barrier) && !p.has(as|from) {
			return -1
		}
	}
	return -1
}

// predicate reports whether piece j is a verb that no rule asks for, right behind
// the person who is its subject: "President A attended the conference and met B".
func (s *sentence) predicate(j int) bool {
	if p := s.p(j); !p.has(verb) || p.has(be) || s.p(j-1).has(be) {
		return false
	}
	k := s.beforeAux(j)
	if s.p(k).kind == state && s.p(k-1).has(of) {
		k -= 2
	}
	return s.p(k).kind == person || s.p(k).has(pronoun)
}

// newly reports whether the participle at piece j is no act but says who someone is:
// "the newly appointed Ambassador".
func (s *sentence) newly(j int) bool { return s.p(j+1).kind == role && s.says(j-1, "newly") }

// subjectLeft walks left from piece k to the nearest piece wanted that stands
// behind no preposition.
func (s *sentence) subjectLeft(k int, want func(*piece) bool) int {
	for least := k - reachBack; k >= 0 && k >= least; k-- {
		p := s.p(k)
		switch {
		case p.kind == closeSign:
			k = s.bracket(k)
		case isActor(p) && s.possessed(k) && want(p):
			return -1 // "A's first deputy held talks"
		case want(p):
			if q := s.beforeArticle(k); q < 0 || !s.p(q).has(preps) || s.says(q, "after") && p.kind == state && s.p(k+1).has(acts|aux) || s.p(q).has(by|of) && s.leads(q-1) || s.p(q).has(of) && s.p(q-1).has(government) {
				return k
			}
		case p.kind == stop && s.labels(k-1) && want(s.p(k-1)):
			return k - 1 // "- Panama: severed ties with Taiwan"
		case p.kind == stop, p.has(barrier) && !p.has(from|as):
			return -1
		case s.says(k, "accompanied") && s.p(k+1).has(by): // "President A accompanied by B went to"
		case p.has(acts|verb|hold) && p.forms&noun == 0 && !p.has(be) && !s.auxiliary(k) && !s.leads(k):
			return -1
		}
	}
	return -1
}

// beforeArticle is the piece before piece k and the articles, offices and
// adjectives that belong to it, or -1.
func (s *sentence) beforeArticle(k int) int {
	for k--; k >= 0; k-- {
		p := s.p(k)
		if p.has(article) || p.kind == role || p.kind == demonym || s.kin(k) {
			continue
		}
		return k
	}
	return -1
}
