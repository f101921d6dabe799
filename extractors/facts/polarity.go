package facts

import "chancery/pipeline/text"

// A polarity says whether an act happened.
type polarity uint8

// The polarities.
const (
	happened polarity = iota
	planned
	denied   // did not happen, or is only spoken of
	notUntil // did not happen until its date, and then did
)

// polarity reads the words before the act at piece i. "Not ... until" a date is
// a roundabout way to say that it happened then.
func (s *sentence) polarity(i int) polarity {
	if s.hardly(i) || s.counterfactual(i) || s.shunned(i) || s.wanted(i) {
		return denied
	}
	if v := s.sharedTo(i); v >= 0 && s.willDo(v) {
		return planned
	} else if v >= 0 {
		return s.polarity(v)
	}
	if v := s.agreedTo(i); v >= 0 && v < i-6 && !s.unwilling(v) {
		return planned // "agreed with A and B in 1966 to upgrade"
	}
	if v := s.purposeOf(i); v >= 0 {
		return s.polarity(v)
	}
	infinitive := s.p(i).forms == base && !s.presentPlural(i) && !s.glad(i) || s.p(i).is(visit, base) && s.p(i-1).has(to) && s.verbal(i)
	bound := infinitive
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		p := s.p(j)
		switch {
		case p.has(not):
			if s.untilAfter(i) {
				return notUntil
			}
			return denied
		case s.says(j, "would") && s.dateIn(i, len(s.pieces)-1) != nil && s.foretells(j):
			return planned
		case p.has(modal):
			return denied
		case p.has(first) && infinitive && s.infinitive(i) >= 0 && !s.says(j+1, "time"):
			return happened // "the first country to recognize"
		case s.plans(j):
			return denied // "Plans to establish relations have stalled"
		case p.has(plan) && s.unwilling(j):
			return denied // "does not intend to reopen"
		case p.has(plan), s.agreed(j) && infinitive && s.infinitive(i) >= 0:
			return planned
		case p.has(to) && (infinitive || s.p(j+1).has(be)):
			bound = true
		case p.has(barrier), p.kind == stop, p.kind == comma, p.has(acts) && p.forms&past != 0 && !s.auxiliary(j):
			if bound || s.says(j, "that") && s.argued(j) {
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

// wanted reports whether the passive at piece i tells what somebody asks for: "recommended that the
// legation be raised".
func (s *sentence) wanted(i int) bool {
	if !s.says(i-1, "be") {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-12 && s.p(k).kind != stop; k-- {
		switch {
		case s.p(k).has(modal | plan | not), s.says(k, "will"), s.says(k, "shall"), k == i-2 && s.p(k).has(to):
			return false
		case s.says(k, "that"):
			return true
		}
	}
	return false
}

// foretells reports whether "would" at piece i is the future of what someone announced: "said that
// Turkey would open an embassy".
func (s *sentence) foretells(i int) bool {
	k := i - 1
	for s.p(k).kind == state || s.p(k).kind == person || s.p(k).kind == role || s.p(k).has(article|pronoun) && !s.says(k, "said") || s.says(k, "it") || s.says(k, "they") || s.says(k, "that") {
		k--
	}
	p := s.p(k)
	return p.at.Len() > 0 && (p.has(announce) || reporting.Has(s.doc.Tokens[p.at.First])) && !s.p(k-1).has(not|modal)
}

// glad reports whether the verb at piece i says what one was glad to do, and did: "had the honour to
// present", "was pleased to visit", "had the pleasure of meeting".
func (s *sentence) glad(i int) bool {
	p := s.p(i - 1)
	return p.has(aux) && p.at.Len() > 2
}

// agreed reports whether piece i is "agreed" or "decided", which its "to" does not
// follow at once: "agreed on Thursday to restore".
func (s *sentence) agreed(i int) bool {
	return s.p(i).has(verb) && (s.says(i, "agreed") || s.says(i, "decided"))
}

// presentPlural reports whether several countries are the subject right before the base
// form at piece i, which is then the present tense of chronicles: "1902: Cuba and
// Mexico establish diplomatic relations".
func (s *sentence) presentPlural(i int) bool {
	k := i - 1
	if s.p(k).has(both) {
		return s.opensClause(k)
	}
	if isActor(s.p(k)) {
		all := s.listLeft(k, isActor)
		first := all[0]
		for s.p(first-1).kind == role {
			first--
		}
		return len(all) > 1 && s.opensClause(first)
	}
	if s.p(k).kind != state {
		return false
	}
	all := s.listLeft(i-1, isState)
	return len(all) > 1 && s.opensClause(all[0])
}

// opensClause reports whether nothing but an article, a date and signs stand before
// piece k.
func (s *sentence) opensClause(k int) bool {
	for k--; k >= 0; k-- {
		p := s.p(k)
		if !p.has(article|in|on) && p.kind != date && p.kind != stop && s.doc.Tokens[p.at.First].Class == text.Word {
			return false
		}
	}
	return true
}

// unwilling reports whether a denial stands right before the plan at piece i.
func (s *sentence) unwilling(i int) bool {
	return s.p(s.beforeAux(i)).has(not)
}

// plans reports whether piece i is "plans to" as a noun that opens its clause.
func (s *sentence) plans(i int) bool {
	return (s.says(i, "plans to") || s.says(i, "plan to")) && (i == 0 || s.p(i-1).has(article) || s.p(i-1).has(be))
}

// argued reports whether the words before "that" at piece i leave open whether what
// follows is so: "it could be argued that", "it is possible that".
func (s *sentence) argued(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if t := s.doc.Tokens[s.p(j).at.First]; open.Has(t) && s.p(j).at.Len() == 1 {
			return true
		}
	}
	return false
}

// occurs are the verbs of "never took place", "did not materialize".
var occurs = text.NewSet("took", "take", "materialize", "materialise", "materialized", "materialised", "happen", "happened", "occur", "occurred", "realize", "realise", "realized", "realised")

var open = text.NewSet("could", "might", "may", "possible", "conceivable", "alleged", "rumoured", "rumored", "unlikely", "doubtful", "unclear", "false", "untrue", "rumours", "rumors", "rumour", "rumor", "speculation", "allegations", "claims", "suggestions", "denied", "denies", "deny", "denying", "rejected", "dismissed", "refuted")

func (s *sentence) untilAfter(i int) bool {
	for j := i + 1; j < len(s.pieces) && j < i+12; j++ {
		if s.p(j).has(until) {
			return true
		}
	}
	return false
}

// undone reports whether the clause says that what piece i names was cancelled or
// put off: "the visit, scheduled for May, was postponed".
func (s *sentence) undone(i int) bool {
	for k := i + 1; k < len(s.pieces) && k <= i+reachRight; k++ {
		p := s.p(k)
		if p.is(not, past) && s.p(k-1).has(be) || p.has(not) && occurs.Has(s.doc.Tokens[s.p(k+1).at.First]) && s.p(k+1).at.Len() > 0 {
			return true
		}
		if p.kind == stop || p.has(acts) && p.forms&(past|presentTense) != 0 && p.forms&noun == 0 {
			return false
		}
	}
	return false
}

// willDo reports whether piece j is "will" before a verb that no rule asks for.
func (s *sentence) willDo(j int) bool {
	return (s.says(j, "will") || s.says(j, "is to") || s.says(j, "is expected to") || s.says(j, "is scheduled to")) && s.common(j+1)
}

// bound reports whether "to", "will" or "is expected to" stands before the base form at piece j.
func (s *sentence) bound(j int) bool {
	return s.p(s.beforeAux(j)).has(to | plan | modal)
}

// sharedTo is the verb whose "to" is also that of the base form at piece i, which "and" joins to
// it: "is to hold talks with A and call on B"; -1 for none.
func (s *sentence) sharedTo(i int) int {
	k := i - 1
	if p := s.p(i); p.forms&base == 0 || p.forms&past != 0 || !s.p(k).has(and) {
		return -1
	}
	if v := s.verbBefore(k); s.p(v).forms&base != 0 && s.bound(v) || s.willDo(v) {
		return v
	}
	return -1
}

// purposeOf is the journey that did not happen, or not yet, of which the base form at piece i tells
// the purpose: "will travel to Lima on 4 May to meet with A"; -1 for none.
func (s *sentence) purposeOf(i int) int {
	if !s.p(i).has(meet|confer|hold) || s.p(i).forms&base == 0 || !s.p(i-1).has(to) {
		return -1
	}
	for k := i - 2; k >= i-reachLeft; k-- {
		switch p := s.p(k); {
		case p.has(visit|travel) && p.forms&base != 0 && s.bound(k) && s.polarity(k) != happened:
			return k
		case p.has(first), s.says(k, "time"): // "for the second time"
		case p.kind != date && p.kind != place && p.kind != state && p.kind != comma && p.kind != openSign && p.kind != closeSign && !p.has(preps|and|article):
			return -1
		}
	}
	return -1
}
