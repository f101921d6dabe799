package facts

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// lasted makes two facts of a mission's years: it was opened in the first and
// closed in the last.
func (s *sentence) lasted(f *pipeline.Fact, years *piece) {
	dated(f, years)
	from, to, ok := strings.Cut(f.Date.EDTF, "/")
	if !ok || len(from) != 4 || len(to) != 4 {
		s.keep(f, happened)
		return
	}
	closed := *f
	v := *f.Mission
	closed.Class, closed.Mission, closed.Evidence, closed.At = "mission.closed", &v, slices.Clone(f.Evidence), slices.Clone(f.At)
	f.Date = yearValue(from)
	closed.Date = yearValue(to)
	s.keep(f, happened)
	s.keep(&closed, happened)
}

// bracketed is the years in brackets right behind a post, from the first to the last of a
// mission there: "at Zurich (1852-1994)"; nil for none.
func (s *sentence) bracketed(at post, when *piece) *piece {
	if when == nil || at.when != when || !lasting(when) || s.p(s.indexOf(when)-1).kind != openSign {
		return nil
	}
	return when
}

// accredited is the country of "a Legation to the Norwegian Government" at piece i, which
// may stand elsewhere; -1 for none.
func (s *sentence) accredited(i int) int {
	if s.p(i+1).has(in) && s.p(i+2).kind == place {
		i += 2 // "the legation in London near the Dutch government-in-exile"
	}
	k := s.pastArticles(i + 2)
	if !s.p(i+1).has(to) && !s.says(i+1, "near") || s.p(k).kind != body && !(s.p(k).kind == demonym && s.p(k+1).has(government)) || s.p(k).country == "" {
		return -1
	}
	return k
}

// yearValue is the date value of a year.
func yearValue(year string) *pipeline.DateValue {
	return &pipeline.DateValue{EDTF: year, Min: year + "-01-01", Max: year + "-12-31", Precision: "year"}
}

// exists reports whether the sentence says that the mission at piece i is there:
// "is located in", "Kazakhstan has an embassy in".
func (s *sentence) exists(i int) bool {
	if s.existsSubject(i) >= 0 || s.citiesFollow(i) || s.thereIs(i) || s.defined(i) || s.missionLine(i) {
		return true
	}
	if k := s.locatedBehind(i); k >= 0 {
		return s.polarity(k) == happened
	}
	if s.accreditedTo(i) {
		return true
	}
	for j := i - 1; j >= 0 && j >= i-reachRight; j-- { // "The Embassy is located in Astana and the consulate general in Almaty"
		p := s.p(j)
		if p.is(exist, past) && s.p(j-1).has(be) || p.is(exist, presentTense) && p.at.Len() == 1 && runs.Has(s.doc.Tokens[p.at.First]) {
			return s.p(i-1).has(and) || s.p(i-2).has(and)
		}
		if p.kind == stop || p.has(barrier|acts|verb) {
			break
		}
	}
	return false
}

// missionLine reports whether the mission at piece i, with whose it is and where, begins a line of a list
// that tells no more of it: "Embassy of Kenya in Lima, Ambassador: A".
func (s *sentence) missionLine(i int) bool {
	if i != s.pastNumeral() || s.n == 0 || !s.p(i).has(mission) || !s.doc.Tokens[s.at.First].Has(text.LineStart) || s.owner(i) < i || s.dateIn(0, len(s.pieces)-1) != nil || s.clausal() {
		return false
	}
	k := s.owner(i) + 1
	at := s.pastArticles(k + 1)
	if !s.p(k).has(in|to) || !isGoal(s.p(at)) || s.p(at+1).kind == other && s.doc.Tokens[s.p(at+1).at.First].Class == text.Word {
		return false
	}
	if h := s.house; s.n < titleHeadings && s.same(h.Sending, s.p(k-1).country) && s.directory == "" {
		return false // the title
	}
	return s.directory != "" && s.same(s.p(k-1).country, s.directory) || s.house.Sending == "" && (s.same(s.p(k-1).country, s.frame.A) || s.same(s.p(k-1).country, s.frame.B))
}

// had reports whether a state has the mission at piece i in a clause of its own, which "and" joins to that
// of the act at piece a: "Poland opened an embassy in Accra in 1995 and Ghana has one in Warsaw", "... and
// has a consulate in Kumasi".
func (s *sentence) had(a, i int) bool {
	k := s.beforeArticle(i)
	if a >= k || !s.p(k).is(exist, presentTense) && !s.says(k, "have") {
		return false
	}
	return s.p(k-1).has(and) || s.p(k-1).kind == state && s.p(s.beforeArticle(k-1)).has(and)
}

// accreditedTo reports whether the mission at piece i, its country and its place are the subject
// of "is accredited to" or "covers".
func (s *sentence) accreditedTo(i int) bool {
	k := i + 1
	for isState(s.p(k)) || s.p(k).kind == place || s.p(k).kind == comma || s.p(k).has(in|of|article) {
		k++
	}
	is := k
	for s.says(k, "is") || s.says(k, "also") || s.says(k, "concurrently") {
		k++
	}
	return k > is && is > i+1 && s.says(is, "is") && s.says(k, "accredited") && s.p(s.pastAdverbs(k+1)).has(to)
}

// thereIs reports whether "there is" leads to the mission at piece i.
func (s *sentence) thereIs(i int) bool {
	k := i - 1
	for s.p(k).has(article) || s.says(k, "also") || s.p(k).kind == demonym || s.p(k).kind == state || s.p(k).kind == other && !s.p(k).has(verb|preps) && !s.says(k, "there") {
		k--
	}
	return (s.says(k, "is") || s.says(k, "are")) && s.says(k-1, "there")
}

// locatedBehind is the "located" of which the mission at piece i is the subject, or -1.
func (s *sentence) locatedBehind(i int) int {
	is := i + 1
	for is < i+8 && (isState(s.p(is)) || s.p(is).has(of|in|article)) {
		is++
	}
	if at := s.pastArticles(is + 2); (s.says(is, "is") || s.says(is, "are")) && s.says(is+1, "in") && s.p(at).kind == place && cityLike(s.p(at).m) {
		return is // "Consulates are in Miami and New York"
	}
	for j := i + 1; j < len(s.pieces) && j <= i+8; j++ {
		p := s.p(j)
		if p.is(exist, past) && (s.p(j-1).has(be) || s.adverb(j-1) && s.p(j-2).has(be) || s.p(j-1).has(aux) && s.says(j, "existed")) {
			return j
		}
		if p.is(exist, presentTense|base|past) && p.at.Len() == 1 && runs.Has(s.doc.Tokens[p.at.First]) && s.onlyPlaces(i+1, j) {
			return j // "The Embassy in Hanoi functions since 1954"
		}
		if s.says(j+1, "existed") && p.has(aux) {
			continue
		}
		if p.kind == stop || p.has(barrier|acts|verb) && !p.has(be) {
			break
		}
	}
	return -1
}

var runs = text.NewSet("functions", "function", "operates", "operate", "operated", "works", "work")

// existsSubject is the country that "has" or "maintains" the mission at piece i, or -1.
func (s *sentence) existsSubject(i int) int {
	for j := i - 1; j >= 0 && j >= i-reachLeft; j-- {
		p := s.p(j)
		switch {
		case p.has(not):
			return -1
		case (s.says(j, "represented") || s.says(j, "accredited")) && s.p(j-1).has(be):
			if s.polarity(j) != happened {
				return -1
			}
			return s.subject(j, isState)
		case p.is(exist, presentTense|base|past) && !s.p(j-1).has(be):
			if s.auxiliary(j) || s.polarity(j) == denied {
				return -1
			}
			return s.subject(j, isState)
		case p.kind == stop, p.has(barrier | acts | verb | be), p.kind == date:
			return -1
		}
	}
	return -1
}

// period is the date of a heading that gives a mission's years and nothing else:
// "Consulate at Tunis, 1795 to 1956"; nil for none.
func (s *sentence) period(i int) *piece {
	if !s.heading() || i > 3 || s.p(s.beforeArticle(i)).has(of) {
		return nil // "Movement of the Embassy, 1937-1949"
	}
	for j := i + 1; j < len(s.pieces); j++ {
		p := s.p(j)
		switch {
		case p.kind == date && s.p(j-1).kind == comma:
			return p
		case p.has(in | article), p.kind == place, p.kind == state, p.kind == comma, p.kind == openSign, p.kind == closeSign:
		default:
			return nil
		}
	}
	return nil
}

// heldUntil is the date of "until 1970" behind a mission that a country "maintained": when
// it was closed; nil for none.
func (s *sentence) heldUntil(i int) *piece {
	if s.existsSubject(i) < 0 {
		return nil
	}
	for j := i + 1; j < len(s.pieces) && j <= i+8; j++ {
		p := s.p(j)
		switch {
		case p.has(until) && s.p(j+1).kind == date:
			if d := s.p(j + 1).m.Date; strings.HasPrefix(d.EDTF, "../") {
				return s.p(j + 1)
			}
			return nil
		case p.kind == stop, p.kind == date, p.has(barrier | acts | verb):
			return nil
		}
	}
	return nil
}

// workplace reports whether the mission at piece i only says where someone worked:
// a preposition, or an office and a comma, stands before it.
func (s *sentence) workplace(i int) bool {
	k := s.beforeArticle(i)
	return k >= 0 && s.p(k).has(preps) || s.inCareer(i)
}

// inCareer reports whether an office and a comma stand before the mission at piece i: "Counsellor,
// Embassy of Peru, Oslo (since 2019)".
func (s *sentence) inCareer(i int) bool {
	k := s.beforeArticle(i)
	return k > 0 && s.p(k).kind == comma && s.p(k-1).kind == role
}

// defined reports whether the mission at piece i, its country and its place are the subject
// of "is the diplomatic mission of A to B".
func (s *sentence) defined(i int) bool {
	k := i + 1
	for isState(s.p(k)) || s.p(k).kind == place || s.p(k).kind == comma || s.p(k).has(in|of|to|article) {
		k++
	}
	if s.p(k).kind == openSign {
		k = s.bracket(k) + 1 // "(Japanese: ...)"
	}
	if !s.says(k, "is") {
		return false
	}
	last := k + 8
	for k++; k < last && (s.p(k).has(article) || isState(s.p(k)) || s.p(k).kind == other && !s.p(k).has(verb)); k++ {
	}
	return s.p(k).has(mission) && diplomatically.Has(s.doc.Tokens[s.p(k).at.First])
}

var diplomatically = text.NewSet("diplomatic", "permanent")
