package facts

// suspension is the act that ends the operations of the mission at piece i: "embassy
// operations in Kuwait were suspended", "suspended embassy operations".
func (s *sentence) suspension(i int, a act, ok bool) (act, bool) {
	if k, _ := s.actBehind(i, sever|closing|resume); k >= 0 {
		return act{k, passive}, true // "operations at the Embassy resumed"
	}
	switch k := s.actBefore(i, sever); {
	case k >= 0 && s.p(k).forms&past != 0:
		return act{k, active}, true
	case k >= 0 && s.p(k).forms&noun != 0:
		return act{k, nominal}, true // "Suspension of Embassy Operations, 1998"
	}
	return a, ok
}

// begun is the "dates from" of which the mission at piece i is the subject.
func (s *sentence) begun(i int) (act, bool) {
	k, _ := s.actBehind(i, begin)
	return act{k, passive}, k >= 0 && s.p(k).at.Len() > 1 && s.p(k+1).kind == date
}

// missionActs reads the acts on the mission at piece i that go on behind another.
func (s *sentence) missionActs(i int, a act, ok bool) {
	const want = establish | resume | closing | move
	for ok {
		if a, ok = s.nextAct(a, want); ok {
			s.missionAct(i, a, ok)
		}
	}
}

// missionAct reads one of the acts on the mission at piece i, or that it is there.
func (s *sentence) missionAct(i int, a act, ok bool) {
	if s.p(i).mission == anyMission && (!ok || s.owner(i) < 0 && (a.voice != active || s.subject(a.i, isState) < 0) && (a.voice != relative || s.before(i) < 0)) {
		return // of any other kind
	}
	how := happened
	if ok {
		how = s.polarity(a.i)
	}
	if ok && s.p(a.i).has(closing) && s.dayOff(s.p(a.i).at.First) {
		return
	}
	posts := s.missionPosts(i, a, ok)
	if how == denied || ok && how == planned && a.voice == active && s.subject(a.i, isState) < 0 && s.owner(i) < 0 && !s.own(i) {
		return
	}
	lo, hi := i, i
	if ok {
		lo, hi = min(a.i, i), max(a.i, i)
	}
	if ok {
		s.respective(hi, posts)
		posts = append(posts, s.gappedPosts(hi)...)
	}
	for n, at := range posts {
		if ok && s.p(a.i).has(move) && s.leaves(at) {
			if n < len(posts)-1 {
				continue
			}
			at.city, at.country = -1, -1 // where to is not known
		}
		when := at.when
		if when == nil && ok && s.p(a.i).has(move) && s.notHere(a.i, posts, n) {
			s.missionFact("mission.moved", i, lo, hi, a, ok, at, nil, how)
			continue
		}
		if when == nil && !ok {
			if when = s.labelSince(at); s.exists(i) {
				when = s.since(i, at)
			}
			at.when = when
		}
		if when == nil && ok {
			when = s.unvisited(hi, s.when(lo, hi, false))
		}
		if ok && when == nil && (s.idle(a) || a.voice == passive && s.p(a.i).forms&past == 0) {
			continue // "spoke of closing the consulate"
		}
		class := s.missionClass(i, a, ok, at, when)
		if class == "" || ok && a.voice == nominal && when == nil {
			continue
		}
		s.missionFact(class, i, lo, hi, a, ok, at, when, how)
	}
}
