package facts

// others reads who made the same visit at other times, without the verb: "President A
// visited Oslo in 2010, President B in December 2018", behind the date of the first.
func (s *sentence) others(j *journey, when *piece) {
	if when == nil || j.when != nil || len(j.goals) == 0 {
		return
	}
	k := s.indexOf(when) + 1
	if s.p(k).kind == openSign {
		k = s.bracket(k) + 1 // "in December 2021 (dialogue), and B in 2022"
	}
	for {
		joined := false
		for s.p(k).kind == comma || s.p(k).has(and) {
			joined = true
			k++
		}
		at := s.actorAt(k)
		if !joined || at < 0 {
			return
		}
		if s.p(at).kind == role && s.p(at+1).kind == person {
			at++
		}
		d := at + 1
		for s.p(d).has(in | on) {
			d++
		}
		if s.p(d).kind != date || s.p(d+1).has(verb|acts|be) {
			return
		}
		next := *j
		next.visitors, next.when, next.through = s.participants([]int{at}), s.p(d), nil
		for _, stops := range s.stops(j.goals) {
			for _, who := range next.visitors {
				s.visitFact(&next, who, stops, next.when)
			}
		}
		k = d + 1
	}
}

// bracketDates are the dates of "has visited Oslo five times (May 2015, June 2016 and
// 2019)" behind piece i; nil when no bracket holds several and nothing else.
func (s *sentence) bracketDates(i int) (all []*piece) {
	const furthest = 12 // pieces
	for k := i + 1; k <= i+furthest && k < len(s.pieces); k++ {
		p := s.p(k)
		if p.kind == openSign {
			for d := k + 1; d < s.bracket(k); d++ {
				switch q := s.p(d); {
				case q.kind == date:
					all = append(all, q)
				case q.kind != comma && q.kind != stop && !q.has(and):
					return nil
				}
			}
			if len(all) < 2 {
				return nil
			}
			return all
		}
		if p.kind == stop && s.says(k-1, "times") {
			return s.datesFrom(k + 1) // "has visited Oslo three times: in May 2015, June 2016 and 2019", "times – in 1995"
		}
		if p.kind == stop || p.has(acts|verb|barrier) && !p.has(from) {
			return nil
		}
	}
	return nil
}

// datesFrom are the dates from piece k on that commas and "and" join; nil for less than two.
func (s *sentence) datesFrom(k int) (all []*piece) {
	for ; s.p(k).kind == date || s.p(k).kind == comma || s.p(k).has(in|on|and); k++ {
		if s.p(k).kind == date {
			all = append(all, s.p(k))
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// eachOwn reads "visits by President A (1994), President B (May 1998; June 2001)", in which the
// bracket behind each of several visitors holds the dates of his. It reports whether it did.
func (s *sentence) eachOwn(j *journey) bool {
	if len(j.visitors) < 2 || j.when != nil {
		return false
	}
	own, dates := 0, make([][]*piece, len(j.visitors))
	for n, who := range j.visitors {
		if who.m == nil {
			return false
		}
		open := s.nearestTo(who.m) + 1
		for k := open; s.p(open).kind == openSign && k < s.bracket(open); k++ {
			if s.p(k).kind == date {
				dates[n] = append(dates[n], s.p(k))
			}
		}
		if len(dates[n]) > 0 {
			own++
		}
	}
	if own < 2 || own < len(dates) && !s.p(s.nearestTo(j.visitors[len(dates)-1].m)+2).has(who) {
		return false
	}
	for n, who := range j.visitors {
		if len(dates[n]) == 0 && n == len(dates)-1 { // "and A, who paid an official visit in 2023"
			dates[n] = []*piece{s.when(j.lo, j.hi, true)}
		}
		for _, when := range dates[n] {
			his := *j
			if his.when = when; own < len(dates) && n < len(dates)-1 {
				his.kind = "unspecified" // the type is said of the last one's
			}
			for _, stops := range s.stops(j.goals) {
				s.visitFact(&his, who, stops, when)
			}
		}
	}
	return true
}
