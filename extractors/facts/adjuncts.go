package facts

import "chancery/pipeline/text"

// pastAdverbs is the piece behind the adverbs at piece i: "met separately with".
func (s *sentence) pastAdverbs(i int) int {
	for s.adverb(i) || s.p(i).has(aux) {
		i++
	}
	return i
}

// pastAdjuncts is the piece behind the adverbs, places and dates at piece i: "met in
// Rome, on 5 March 2019, with B".
func (s *sentence) pastAdjuncts(i int) int {
	i = s.pastAdverbs(i)
	for {
		k := i
		if s.p(k).kind == comma && k > 0 {
			k++
		}
		if s.p(k).has(preps) && !s.p(k).has(with|between|by|to|from) {
			k++
		}
		if at := s.p(k); at.kind != date && !s.weekday(k) && (k == i || at.kind != place && !isState(at)) {
			if at := s.p(i); at.kind == comma && i > 0 && (s.p(i-1).kind == date || s.p(i-1).kind == place) {
				return i + 1
			}
			return i
		}
		i = k + 1
	}
}

// weekday reports whether piece k is a day of the week that is no date, because nothing
// says of which week.
func (s *sentence) weekday(k int) bool {
	p := s.p(k)
	return p.kind == other && p.at.Len() == 1 && weekdays.Has(s.doc.Tokens[p.at.First])
}

var weekdays = text.NewSet("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday")

// pastArticles is the piece behind the articles at piece i.
func (s *sentence) pastArticles(i int) int {
	for s.p(i).has(article) {
		i++
	}
	return i
}
