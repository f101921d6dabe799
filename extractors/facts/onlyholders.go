package facts

import "chancery/pipeline"

// An onlyHolder is the one whom the page has named with an office so far, and the sentence that
// did so last.
type onlyHolder struct {
	who     participant
	n       int
	several bool // others were named with it too
}

// noteHolder keeps the office of someone whom the sentence names.
func (s *sentence) noteHolder(m *pipeline.Mention) {
	who := asNamed(m)
	for _, key := range [2]string{m.Person.Office, m.Person.Office + "/" + m.Person.Country} {
		o, ok := s.holdersOf[key]
		o.several = o.several || ok && o.who.Entity != who.Entity
		o.who, o.n = who, s.n
		s.holdersOf[key] = o
	}
}

// onlyHolder is the one whom an office at the head of a state means, of a country or of any, when
// the page names nobody else with it, within some sentences.
func (s *sentence) onlyHolder(code, country string, within int) (participant, bool) {
	key := code
	if country != "" && code != "pope" { // there is one
		key += "/" + country
	}
	o, ok := s.holdersOf[key]
	return o.who, ok && heads[code] && !o.several && s.n-o.n <= within
}

// onlyPair are the two who hold an office, or for short are called so, in the two countries of the
// page, when it names nobody else with it: "the two Ministers".
func (s *sentence) onlyPair(code string) []participant {
	if code == "minister" {
		code = "foreign-minister"
	}
	const anywhere = 1 << 30
	one, found := s.onlyHolder(code, s.frame.A, anywhere)
	two, too := s.onlyHolder(code, s.frame.B, anywhere)
	if !found || !too {
		return nil
	}
	return []participant{one, two}
}
