package facts

// sinceBehind is the date of "since 2007" right behind a post; nil for none.
func (s *sentence) sinceBehind(at post) *piece {
	k := max(at.city, at.country)
	if k < 0 || !s.p(k+1).has(from) || s.p(k+2).kind != date || s.p(k+2).m.Date.Qualifier != "since" {
		return nil
	}
	return s.p(k + 2)
}

// labelSince is the date of a label's line, "Embassy of A in B: since 1992", that has
// nothing else; nil for none.
func (s *sentence) labelSince(at post) *piece {
	k := max(at.city, at.country)
	if k < 0 {
		return nil
	}
	for k++; s.p(k).kind == closeSign; k++ { // "Embassy of A to B (Lima): functioning since"
	}
	if s.p(k).kind != stop && s.p(k).kind != comma {
		return nil
	}
	if s.isColon(k) && s.p(k+1).kind == date && k+2 == len(s.pieces) && !lasting(s.p(k+1)) {
		return s.p(k + 1) // "Embassy of A in B : July 1964"
	}
	if k++; s.p(k).is(exist, past) {
		k++
	}
	if !s.says(k, "since") || s.p(k+1).kind != date || k+2 < len(s.pieces) && s.p(k+2).kind != stop && s.p(k+2).kind != other {
		return nil
	}
	return s.p(k + 1)
}

// since is the date since which the mission at piece i is at one of its posts; nil
// for none.
func (s *sentence) since(i int, at post) *piece {
	if d := s.sinceBehind(at); d != nil {
		return d
	}
	if d := s.sinceBefore(i); d != nil {
		return d
	}
	return s.standsSince(i)
}

// standsSince is the date of "since 2007" behind the verb that says that the mission
// at piece i is there; nil for none.
func (s *sentence) standsSince(i int) *piece {
	k := s.locatedBehind(i)
	for j := k + 1; k >= 0 && j <= k+4; j++ {
		p := s.p(j)
		if p.kind == date && p.m.Date.Qualifier == "since" {
			return p
		}
		if p.kind == stop || p.kind == comma || p.has(barrier|acts|verb) && !p.has(from) {
			return nil
		}
	}
	return nil
}

// gapped is the act that the mission at piece i shares with one before it: "The
// Embassy of Japan in Riga was opened in 2000, and the Embassy of Latvia in Tokyo
// in 2006".
func (s *sentence) gapped(i int) (act, bool) {
	o := s.owner(i)
	if first := s.beforeArticle(i); o < 0 && s.sharedOwner(i) == "" || !s.p(first).has(and) && (o != first || !s.possessed(o) || !s.p(s.beforeArticle(o)).has(and)) {
		return act{}, false
	}
	dates := 0
	for j := i + 1; j < len(s.pieces); j++ {
		p := s.p(j)
		if p.has(acts|verb|be|hold) && !p.has(in) && p.forms&noun == 0 {
			return act{}, false
		}
		if p.kind == date {
			dates++
		}
	}
	before := 0
	for j := i - 1; j >= 0 && dates == 1; j-- {
		p := s.p(j)
		switch {
		case p.kind == date:
			before++
		case p.kind == stop:
			return act{}, false
		case p.is(establish|closing, past) && before == 1 && s.p(j-1).has(be):
			return act{j, passive}, true
		case p.has(acts | verb):
			return act{}, false
		}
	}
	return act{}, false
}

// years are those of a mission from the first to the last: in a heading, or in the
// brackets behind its post; nil for none.
func (s *sentence) years(class string, i int, ok bool, at post, when *piece) *piece {
	if class != "mission.opened" {
		return nil
	}
	if p := s.period(i); when == nil && !ok && p != nil {
		return p
	}
	return s.bracketed(at, when)
}
