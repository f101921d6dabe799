package facts

// opensNext reports whether the date at piece k stands before the verb of a clause
// that "and" joins: ", and from 2012 to 2016 served as Ambassador", "and on 5 May he
// addressed Parliament".
func (s *sentence) opensNext(k int) bool {
	j := k - 1
	for s.p(j).has(in | on | from) {
		j--
	}
	next := s.p(k + 1)
	if next.kind == comma {
		next = s.p(k + 2)
	}
	if at := s.pastArticles(s.indexOf(next)); s.p(j).has(and) && isActor(s.p(at)) && s.acting(at) {
		return true // ", and in 2004 Prime Minister A attended"
	}
	if s.newClause(k) || s.p(j).has(and) && s.newSubject(s.pastArticles(s.indexOf(next))) {
		return true // ", and in June 2023 Zambia opened an embassy"
	}
	return s.p(j).has(and) && (next.has(pronoun) || next.has(acts|verb|serve|travel|pay|meet) && next.forms&(past|presentTense) != 0 && next.forms&noun == 0)
}

// newSubject reports whether a country or an actor at piece i has a verb of its own behind it,
// so that another clause begins with it.
func (s *sentence) newSubject(i int) bool {
	const near = 4
	if !isState(s.p(i)) && !isActor(s.p(i)) && s.p(i).kind != title {
		return false
	}
	for k := i + 1; k <= i+near; k++ {
		switch p := s.p(k); {
		case p.has(be | aux), s.says(k, "signed"), p.has(acts|verb) && p.forms&(past|presentTense) != 0 && p.forms&noun == 0:
			return true
		case !isState(p) && !isActor(p) && !p.has(of|article|and):
			return false
		}
	}
	return false
}

// relative is the comma that ends the relative clause that "which" at piece k
// opens after a comma; k when there is none.
func (s *sentence) relative(k int) int {
	if w := s.p(k); !w.has(barrier|who) || s.p(k-1).kind != comma || !s.says(k, "which") && !s.says(k, "who") {
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

// closedBefore reports whether "that", "which" or "who" at piece k opens a relative
// clause that a comma closes before piece end.
func (s *sentence) closedBefore(k, end int) bool {
	if !s.says(k, "that") && !s.says(k, "which") && !s.says(k, "who") {
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

// headed reports whether the stop at piece k ends a date that stands first:
// "5 May 1992 – The embassy opened."
func (s *sentence) headed(k int) bool {
	const furthest = 12 // pieces of "ABU DHABI, 12 June 2022 (WAM) –"
	if k <= furthest && s.p(k-1).kind == closeSign && s.p(0).kind == place {
		if k = s.bracket(k - 1); k > 3 {
			return s.p(k-1).kind == date
		}
	}
	return s.p(k-1).kind == date && (k <= 3 || s.p(k-2).kind == openSign)
}

// finite reports whether a verb opens a clause of its own, with its own subject:
// one that does not, after "and", shares the date of the verb before.
func (s *sentence) finite(k int) bool {
	if s.p(k - 1).has(article) {
		return false // "the restored independence"
	}
	return !s.p(k-1).has(be) || !s.p(k-2).has(and)
}
