package facts

import "chancery/pipeline/text"

// relativeAct is the act of the clause that "which" opens behind the mission at
// piece i, its posts and a date: "in Ouagadougou in 1996, which was closed in 2002".
func (s *sentence) relativeAct(i int, want sense) (act, bool) {
	dated := false
	j := i + 1
	for ; j < len(s.pieces) && j <= i+reachLeft && !s.says(j, "which"); j++ {
		p := s.p(j)
		switch {
		case p.kind == openSign:
			j = s.bracket(j)
		case p.kind == date:
			dated = true
		case isState(p), p.kind == place, p.kind == comma, p.has(in | of | to | on | with | between | and | article):
		default:
			return act{}, false
		}
	}
	if !dated && s.actBefore(i, want) < 0 || !s.says(j, "which") || s.p(j-1).kind != comma {
		return act{}, false
	}
	isPassive := false
	for j++; s.p(j).has(be|aux) || s.adverb(j); j++ {
		isPassive = isPassive || s.p(j).has(be)
	}
	return act{j, relative}, isPassive && s.p(j).is(want, past)
}

// gappedPosts are the posts, each with its date, that follow the date of an act and
// share it: "was opened in Bergen in 1952 and in Stavanger in 1961".
func (s *sentence) gappedPosts(i int) []post {
	k := i + 1
	for k < len(s.pieces) && k <= i+reachLeft && s.p(k).kind != date {
		if p := s.p(k); !p.has(in|on|to|from|article) && p.kind != comma && p.kind != place && !isState(p) {
			return nil
		}
		k++
	}
	if s.p(k).kind != date {
		return nil
	}
	var all []post
	for {
		at, next := s.gappedPost(k + 1)
		if next < 0 {
			return all
		}
		all, k = append(all, at), next
	}
}

// notHere reports whether the date of a move at piece v is not that of the n-th of
// several places: one before them is of the first, one behind them of the last.
func (s *sentence) notHere(v int, posts []post, n int) bool {
	first := 0
	for first < len(posts) && s.leaves(posts[first]) {
		first++
	}
	if len(posts)-first < 2 {
		return false
	}
	when := s.when(v, v, false)
	if when == nil {
		return false
	}
	if k := s.indexOf(when); k > posts[len(posts)-1].city {
		return n < len(posts)-1
	}
	return n > first
}

// gappedPost is the post of ", in Stavanger in 1961" or "and in Stavanger, Norway, in
// 1961" at piece k, and its date's piece; -1 for none.
func (s *sentence) gappedPost(k int) (post, int) {
	joined := false
	for ; s.p(k).kind == comma || s.p(k).has(and); k++ {
		joined = joined || s.p(k).at.Len() > 0
	}
	for joined && s.p(k).has(aux) {
		k++ // "and then to Chungking in August 1938"
	}
	if bare := s.p(s.pastArticles(k)); joined && (bare.kind == place || bare.kind == state) && s.p(s.pastArticles(k)+1).has(in) && s.p(s.pastArticles(k)+2).kind == date {
		k = s.pastArticles(k) - 1 // "at Hobart in 1842, Melbourne in 1852"
	} else if !s.p(k).has(in | to) {
		return post{}, -1
	}
	at := post{city: k + 1, country: -1}
	switch p := s.p(k + 1); {
	case joined && p.kind == state:
		at = post{city: -1, country: k + 1} // "in Fiji in 1844, Samoa in 1856"
	case !joined || p.kind != place || !cityLike(p.m):
		return post{}, -1
	}
	k += 2
	if at.city >= 0 && s.p(k).kind == comma && s.p(k+1).kind == state {
		at.country = k + 1
		if k += 2; s.p(k).kind == comma {
			k++
		}
	}
	if s.p(k).has(in | on) {
		k++
	}
	at.when = s.p(k)
	if next := s.p(k + 1); at.when.kind != date || next.kind != comma && next.kind != stop && !next.has(and) && s.doc.Tokens[next.at.First].Class != text.Dot {
		return post{}, -1 // "and in London in 1941 a mission was opened"
	}
	return at, k
}

// respective gives each of several posts its own of the dates behind piece i, when
// "respectively" says so: "at Genoa and Naples were closed in 1953 and 1979
// respectively".
func (s *sentence) respective(i int, posts []post) {
	var dates []*piece
	k := i + 1
	for ; k < len(s.pieces); k++ {
		p := s.p(k)
		if p.kind == date {
			dates = append(dates, p)
		} else if !p.has(in|on|and|article) && p.kind != comma && p.kind != place && !isState(p) {
			break
		}
	}
	if len(dates) != len(posts) || !s.says(k, "respectively") && (len(dates) < 2 || k < len(s.pieces) && s.p(k).kind != stop) {
		return
	}
	for n := range posts {
		posts[n].when = dates[n]
	}
}

// toldPosts is the post at which the mission at piece i was opened, of which the sentence
// tells before the act a: "A consulate was opened in Douala in 1961, and was closed in 1993".
func (s *sentence) toldPosts(i int, a act) []post {
	for k := i - 1; k > 0 && k >= i-5; k-- {
		if s.p(k).has(elevate) && s.raisedTo(k) == i { // "the consulate in Munich became a Consulate General and closed"
			for j := k - 1; j >= 0 && j >= k-reachLeft; j-- {
				if at := s.posts(j, false); s.p(j).has(mission) && len(at) == 1 {
					at[0].when = nil
					return at
				}
			}
			return nil
		}
	}
	b, ok := s.actOn(i, establish|resume|closing|move)
	if !ok || b.i >= a.i || b.voice != passive || s.p(b.i).has(move) || s.p(a.i).has(move) {
		return nil
	}
	posts := s.posts(b.i, false)
	if len(posts) != 1 {
		return nil
	}
	posts[0].when = nil
	return posts
}

// dayOff reports whether the words around token at tell of a holiday or the like, for
// which a mission closes its doors for a day.
func (s *sentence) dayOff(at int) bool {
	const around = 40
	for i := max(s.at.First, at-around); i < min(s.at.End, at+around); i++ {
		if daysOff.Has(s.doc.Tokens[i]) {
			return true
		}
	}
	return false
}

var daysOff = text.NewSet("holiday", "holidays", "weekend", "weekends", "christmas", "easter", "eid", "ramadan", "observance", "renovation", "maintenance", "visitors", "afternoon", "hours")

// sharedOwner is whose the mission at piece i is, when "and" joins it to one of its type with its
// owner, and both lie in one country: "A U.S. consulate at Cartagena was opened in 1823 and a
// consulate at Barranquilla in 1883"; "" for none.
func (s *sentence) sharedOwner(i int) string {
	if len(s.facts) == 0 || !s.p(i-1).has(article) {
		return ""
	}
	last := s.facts[len(s.facts)-1]
	o := last.Mission
	if o == nil || last.At[0].First < s.at.First || o.Type != s.p(i).mission || o.Sending == "" || o.City == "" {
		return ""
	}
	if at := s.posts(i, false); len(at) != 1 || at[0].city < 0 || !s.same(s.hostOf(s.p(at[0].city).m), o.Receiving) {
		return ""
	}
	return o.Sending
}

// labelledAct is the act behind the colon of "Embassy of A in B: opened in 1976, closed in 1986"
// at the mission, piece i.
func (s *sentence) labelledAct(i int) (act, bool) {
	k := i + 1
	for isState(s.p(k)) || s.p(k).kind == place || s.p(k).has(in|of|to|article) {
		k++
	}
	if s.isColon(k) && s.p(k+1).kind == place && s.p(k+2).kind == openSign {
		k += 2 // "Embassy of A: Lima (opened in 1993)"
	} else if s.p(k).kind != stop || s.doc.Tokens[s.p(k).at.First].Class != text.Colon {
		return act{}, false
	}
	if !s.p(k+1).is(establish|resume|closing, past) {
		return act{}, false
	}
	d := k + 2
	for s.p(d).has(in|on) || s.p(d).kind == place || s.p(d).kind == state || s.p(d).kind == comma {
		d++ // "opened in A on 5 May 2012"
	}
	return act{k + 1, passive}, s.p(d).kind == date
}
