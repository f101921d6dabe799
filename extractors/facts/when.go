package facts

import (
	"cmp"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// when is the date of what pieces lo to hi state: the first behind them in their
// clause, else the nearest before. shared says that a date may be that of an act
// before, as of a visit and the meetings during it.
func (s *sentence) when(lo, hi int, shared bool) *piece {
	p := s.stated(lo, hi, shared)
	if first := s.opening(); p != nil && first != nil && first != p && s.ofHolder(hi, s.indexOf(p)) {
		p = first
	}
	return s.finer(p)
}

// stated is the date of when, as it stands.
func (s *sentence) stated(lo, hi int, shared bool) *piece {
	if p := s.p(lo - 1); p.kind == date && lo > 2 && s.isColon(lo-2) {
		return p // "Mission in Peru: January 1993 Opened embassy (moved in 2005)"
	}
	p, clause := s.dateBehind(hi, shared)
	if p != nil || s.countedOn(hi) {
		return p
	}
	for k := hi - 1; k > lo; k-- {
		if s.p(k).kind == date && !s.actedBefore(lo, k) {
			return s.p(k) // "reopened it in 2014 together with a trade office"
		}
	}
	crossed, parted, joined := false, false, false
	sequel := s.aftermath(s.beforeArticle(lo))
	for k := lo - 1; k >= 0 && k >= lo-reachBack; k-- {
		p := s.p(k)
		parted, joined = parted || p.kind == comma, joined || p.has(and)
		if c := s.whoAside(k); c >= 0 {
			k = c
			continue // "A, who was in Paris until 2022, will present"
		}
		switch {
		case p.kind == date && s.inSequel(k):
			return s.clauseDate(clause) // "Following the coup of 10 March 1952, A suspended relations"
		case p.kind == date && (sequel && s.actedUpTo(k) || k > 2 && s.says(0, "since")):
			return s.clauseDate(clause) // "were established on 19 February, following a visit", "Since the collapse in 1991, A established"
		case p.kind == date && s.ofWho(k, lo): // "widow of B, the hero who had been slain in 1978, was elected"
		case p.kind == date && joined && !shared && k > 4 && lasting(p): // "was a protectorate from 1912 to 1956, and relations were resumed"
		case !parted && !shared && s.says(k, "after"):
			return s.clauseDate(clause) // "was closed on 9 April, after A severed relations"
		case p.kind == date:
			if !crossed || shared || k <= 4 || s.fronted(k) && s.p(s.beforeVerb(lo)).has(and) {
				return p
			}
			return s.clauseDate(clause)
		case p.has(barrier) && s.carriesDate(k):
			crossed = false
		case s.says(k, "when") && s.opening() != nil && clause < 0:
			return s.opening() // "In 1984, the consulate was closed when the embassy was moved"
		case p.has(barrier) && s.closedBefore(k, lo): // a relative clause that a comma closes
		case p.kind == stop && s.p(k).at.Len() > 0 && k > 1 && !s.headed(k), p.has(barrier) && !p.has(from|as|until|during):
			return s.clauseDate(clause)
		case p.has(acts) && p.forms&past != 0 && !p.has(aux):
			crossed = true
		}
	}
	return s.clauseDate(clause)
}

// ofWho reports whether the date at piece k stands in a clause of "who" that a comma closes
// before piece end.
func (s *sentence) ofWho(k, end int) bool {
	if s.p(k+1).kind != comma || k+1 >= end {
		return false
	}
	for j := k - 1; j > 0 && j >= k-8 && s.p(j).kind != comma && s.p(j).kind != stop; j-- {
		if s.p(j).has(who) {
			return true
		}
	}
	return false
}

// lasting reports whether a date has two ends, which are not that of an act.
func lasting(p *piece) bool {
	if p.m == nil || p.m.Date == nil {
		return false
	}
	from, to, ok := strings.Cut(p.m.Date.EDTF, "/")
	return ok && from != ".." && to != ".."
}

// ofYears reports whether a date value is a time from one year to another.
func ofYears(d *pipeline.DateValue) bool {
	if d == nil {
		return false
	}
	from, to, ok := strings.Cut(d.EDTF, "/")
	return ok && len(from) >= 4 && len(to) >= 4 && from[:4] != to[:4]
}

// countedOn reports whether how much time had passed stands behind piece hi in words
// that make no date: "reopened only half a century later". No date before is meant.
func (s *sentence) countedOn(hi int) bool {
	const furthest = 7 // tokens
	from := s.p(hi).at.End
	for k := from; k < min(s.at.End, from+furthest); k++ {
		t := s.doc.Tokens[k]
		if t.Class != text.Word && t.Class != text.Number {
			return false
		}
		if k > from && passing.Has(t) {
			return spans.Has(s.doc.Tokens[k-1])
		}
	}
	return false
}

// What time is counted in, and what is said of it when it has passed.
var (
	spans   = text.NewSet("days", "week", "weeks", "month", "months", "year", "years", "decade", "decades", "century", "centuries", "generation")
	passing = text.NewSet("later", "afterwards", "thereafter", "earlier", "before")
)

// dateBehind is the date behind piece hi in its clause, or nil; clause is where
// another clause begins behind it, -1 for nowhere.
func (s *sentence) dateBehind(hi int, shared bool) (when *piece, clause int) {
	clause = -1
	for k := hi + 1; k < len(s.pieces) && k <= hi+reachDate; k++ {
		p := s.p(k)
		if p.kind == date {
			if s.opensNext(k) {
				break
			}
			if s.ofEvent(k) {
				continue
			}
			return p, clause
		}
		if clause < 0 && (p.has(barrier) && (s.says(k, "when") || s.says(k, "that") || p.has(until)) || p.has(acts) && !p.has(appoint) && s.coordinated(k)) {
			clause = k
		}
		if p.has(barrier) && s.p(k+1).kind == date {
			continue // "after 31 March 1937"
		}
		if p.kind == openSign && !s.datedWithin(k) {
			k = s.bracket(k) // "(then called Dacca)"
			continue
		}
		if p.has(and) && (s.p(k+1).has(plan|modal) || s.p(k+1).has(both) && s.p(hi).has(meet|visit|meeting|confer)) {
			break // "and will present them next week", "and the two sides issued a communiqué on 27 February"
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
		if p.has(who) && s.opening() != nil {
			break // "On 16 June 1940, A resigned in favour of B, who oversaw the surrender on 22 June"
		}
		if p.kind == stop || p.has(barrier) && !p.has(from|as|until) || p.has(until) && shared || p.has(acts) && p.forms&(past|presentTense) != 0 && s.finite(k) {
			break
		}
	}
	return nil, clause
}

// ofEvent reports whether the date at piece k is only that of what an act came after: "named A
// Minister following the 1912 election".
func (s *sentence) ofEvent(k int) bool {
	return s.p(k-1).has(article) && (s.common(k+1) || s.p(k+1).kind == demonym || s.p(k+1).is(appoint, noun)) && (s.p(k-2).has(for_|of|by|with) || s.says(k-2, "following") || s.says(k-2, "after") || s.says(k-2, "before"))
}

// fronted reports whether the date at piece k stands between commas before its clause, of which
// all verbs share it: "In response to A, on 23 March 1999, B severed relations and closed its embassy".
func (s *sentence) fronted(k int) bool { return s.p(k+1).kind == comma && s.commaBefore(k) }

// commaBefore reports whether a comma stands before the date at piece k and its preposition.
func (s *sentence) commaBefore(k int) bool {
	for k--; s.p(k).has(in | on); k-- {
	}
	return s.p(k).kind == comma
}

// inSequel reports whether the date at piece k is only that of what the sentence, in its first
// words, says came before: "Following the coup of 10 March 1952, A suspended relations".
func (s *sentence) inSequel(k int) bool {
	if k < 2 || s.p(k+1).kind != comma || !s.p(k-1).has(of|in|on) {
		return false
	}
	for j := k - 2; j > 0; j-- {
		if p := s.p(j); p.kind == comma || p.kind == stop || p.has(barrier|verb|independence) || declared.Has(s.doc.Tokens[p.at.First]) || p.has(acts) && p.forms&noun == 0 {
			return false
		}
	}
	return s.says(0, "following") || s.says(0, "after")
}

// declared are the nouns for what makes an act, whose date is also that of the act: "Following a
// joint announcement on 4 January 1942, the legations were raised".
var declared = text.NewSet("announcement", "declaration", "proclamation", "agreement", "exchange", "notes", "letters", "letter", "message", "decision", "decree", "communique", "signing", "approval")

// whoAside is the comma that opens the clause of "who" which the comma at piece k
// closes; -1 when it closes none.
func (s *sentence) whoAside(k int) int {
	if s.p(k).kind != comma || s.p(k-1).kind == date && s.p(k-2).kind == comma {
		return -1
	}
	for c := k - 1; c > 0 && c >= k-reachLeft; c-- {
		if s.p(c).kind == comma && s.p(c+1).has(who) {
			return c
		}
	}
	return -1
}

// datedWithin reports whether the brackets that open at piece i hold a date.
func (s *sentence) datedWithin(i int) bool {
	for k := i; k < s.bracket(i); k++ {
		if s.p(k).kind == date {
			return true
		}
	}
	return false
}

// clauseDate is the date behind the "when" at piece i, when it is the only one
// there; nil for an i below 0.
func (s *sentence) clauseDate(i int) (only *piece) {
	if i < 0 {
		return nil
	}
	var letter *piece
	for k := i; k < len(s.pieces) && k < i+reachBack && !s.says(k, "but"); k++ {
		p := s.p(k)
		if p.kind == date && s.says(k-1, "dated") {
			letter = p // "when it attained independence on 1 July, in a message dated 28 June"
		} else if p.kind == date && !s.ofEvent(k) {
			if only != nil && p.m.Value != only.m.Value {
				return nil
			}
			only = p
		}
	}
	return cmp.Or(only, letter)
}

// carriesDate reports whether the date before the barrier at piece k is that of
// the clause behind it: "on 30 September 1966, when the Embassy was opened",
// "announced on 14 December that the United States recognized ...".
func (s *sentence) carriesDate(k int) bool {
	switch {
	case s.says(k, "when"):
		return s.p(k-1).kind == date || s.p(k-1).kind == comma && s.p(k-2).kind == date
	case s.says(k, "whereby"), s.says(k, "which") && (s.says(k-1, "by") || s.says(k-1, "under")):
		return true // "signed the Treaty on 26 March 1979, by which they recognized each other"
	case s.says(k, "that"):
		if s.p(k-1).kind == date {
			return true // "not until 1921 that the United States recognized"
		}
		for j := k - 1; j >= 0 && j >= k-reachLeft; j-- {
			if s.p(j).has(announce) {
				return true
			}
		}
	}
	return false
}

// opening is the date with which the sentence begins, or nil.
func (s *sentence) opening() *piece {
	for k := range 3 {
		if s.p(k).kind == date {
			return s.p(k)
		}
	}
	return nil
}

// says reports whether piece i is a word, whatever its case.
func (s *sentence) says(i int, word string) bool {
	return uint(i) < uint(len(s.pieces)) && int(s.pieces[i].size) == len(word) && s.spells(i, word)
}

// spells compares the letters. It stands by itself so that the compiler copies says, which
// mostly has its answer from the size, to where it is called.
func (s *sentence) spells(i int, word string) bool {
	w := s.doc.Slice(s.pieces[i].at)
	return (w[0]^word[0])&^0x20 == 0 && strings.EqualFold(w, word)
}
