package facts

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// mostTitle is how many sentences of a page may stand before the name that heads a
// life: "Curriculum vitae", "Ambassador of Finland".
const mostTitle = 3

// noteLife notes the person whose life the page tells: one that stands alone, with an
// office or not, at its head.
func (s *sentence) noteLife() {
	if s.n > mostTitle || s.life.m != nil || s.clausal() {
		return
	}
	var only *pipeline.Mention
	for i := range s.pieces {
		p := s.p(i)
		switch {
		case p.kind == person && only == nil:
			only = p.m
		case p.kind == role, p.kind == comma, p.kind == stop, p.kind == openSign, p.kind == closeSign, s.doc.Tokens[p.at.First].Class != text.Word:
		default:
			return
		}
	}
	if only != nil {
		k := s.nearestTo(only)
		s.life = s.participant(s.p(k), only)
	}
}

// careerLine reads a line of the life of whom the page is about: years and a post,
// without a verb: "2009–2013 Ambassador to Portugal".
func (s *sentence) careerLine(when *piece) {
	office := -1
	for i := range s.pieces {
		p := s.p(i)
		switch {
		case p.kind == person, p.has(verb), office >= 0 && p.kind == role:
			return
		case p.kind == role:
			office = i
		}
	}
	if office < 0 || !envoy(s.p(office).office.Words) || s.p(s.beforeArticle(office)).has(preps) {
		return // "Assistant to the Ambassador"
	}
	if before := s.p(office - 1); office > 0 && before.kind == other && s.doc.Tokens[before.at.First].Class == text.Word {
		return // "Private Secretary Ambassador's Office"
	}
	who := s.life
	who.Role, who.m = "", nil
	lo := min(office, s.indexOf(when))
	f := s.posting(lo, max(office, s.indexOf(when)), "holds", []participant{who}, office)
	if f == nil {
		return
	}
	f.Rule = "career"
	f.Evidence = append(f.Evidence, s.life.m)
	inferred(f, "person")
	s.completePost(f)
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	dated(f, when)
	s.keep(f, happened)
}

// termOf reads "A, Ambassador of Poland in Dakar from 2016 to 2019, ..." at the office,
// piece i.
func (s *sentence) termOf(i int) {
	who := s.participants([]int{i - 2})
	k := i + 1
	if s.p(k).has(from) || s.p(k).kind == openSign || s.p(k).kind == comma {
		k++
	}
	d := s.p(k)
	if !envoy(s.p(i).office.Words) || d.kind != date {
		return
	}
	if from, to, ok := strings.Cut(d.m.Date.EDTF, "/"); !ok || len(from) != 4 || len(to) != 4 {
		return
	}
	f := s.posting(i-2, i, "holds", who, i)
	if f == nil {
		return
	}
	s.completePost(f)
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	dated(f, d)
	s.keep(f, happened)
}

// servedToo reads further offices behind the one at piece office: "served as Ambassador
// to Iran from 2006 to 2009 and as Ambassador to Egypt from 2014 to 2017".
func (s *sentence) servedToo(i, office int) {
	for k := office + 1; k < min(len(s.pieces), office+reachBack); k++ {
		p := s.p(k)
		switch {
		case p.kind == role && s.p(k-1).has(as) && (s.p(k-2).has(and) || s.p(k-2).kind == comma) && s.holder(k) == nil:
			if s.dateIn(k, len(s.pieces)-1) == nil && s.dateIn(office, k) != nil {
				s.postUndated(i, k) // "served as Consul from 2009 to 2012, and as Attaché in Beijing"
				continue
			}
			s.post(i, "holds", s.visitorsOf(i), k)
		case p.kind == stop, p.has(barrier|acts|verb) && !p.has(as|from|until), p.kind == person:
			return
		}
	}
}

// postUndated makes the fact of the office at piece k, of which the sentence has no date, behind the
// verb at piece i.
func (s *sentence) postUndated(i, k int) {
	f := s.posting(i, k, "holds", s.visitorsOf(i), k)
	if f == nil {
		return
	}
	s.completePost(f)
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	s.keep(f, happened)
}

// explained is the office that a name between commas explains; -1 for none.
func (s *sentence) explained(m *pipeline.Mention) int {
	if m == nil {
		return -1
	}
	k, found := s.pieceAt(m.Tokens.First)
	if !found || s.p(k).m != m || s.p(k+1).kind != comma {
		return -1
	}
	if s.p(k-1).kind == comma && s.p(k-2).kind == role {
		return k - 2
	}
	return -1
}

// envoy reports whether an office is that of an envoy, not of one who works for him:
// "Adviser to the Ambassador".
func envoy(role string) bool {
	head, to, _ := strings.Cut(role, " to ")
	return diplomatic(head) || diplomatic(role) && !diplomatic(to)
}

// furtherPosts makes the facts of the countries that follow the one to which the
// office at piece k is: "Ambassador to Zimbabwe (1996-2000) and Thailand
// (2004-2008)", "Ambassador to Kenya, Uganda and Rwanda".
func (s *sentence) furtherPosts(of *pipeline.Fact, k int) {
	if k < 0 || of.Appointment.Receiving == "" || !s.endsInCountry(k) {
		return
	}
	j, bracketed := s.pastBracket(k + 1)
	var all []post
	joined := false
	for {
		from := j
		for s.p(j).kind == comma || s.p(j).has(and|article|toSense) {
			joined = joined || s.p(j).has(and)
			j++
		}
		if p := s.p(j); j == from || p.kind != state || s.possessed(j) || s.p(j+1).has(acts|hold|verb|be|aux) {
			break // "Ambassador to Fiji, and Samoa sent its congratulations"
		}
		at := post{city: -1, country: j}
		next, dates := s.pastBracket(j + 1)
		if !bracketed && dates && s.p(j+1).has(fromSense) {
			next, dates = j+1, false // "to Fiji, Samoa and Tonga from 2004 to 2007": of all
		}
		if bracketed != dates {
			break // not of one list
		}
		if dates {
			at.when = s.dateIn(j, next-1)
		}
		all, j = append(all, at), next
	}
	if !joined && !bracketed {
		return
	}
	for _, at := range all {
		s.furtherPost(of, at)
	}
}

func (s *sentence) furtherPost(of *pipeline.Fact, at post) {
	f, v := *of, *of.Appointment
	v.Receiving = s.p(at.country).country
	if s.same(v.Sending, v.Receiving) {
		return
	}
	f.Appointment, f.Evidence, f.At = &v, slices.Clone(of.Evidence), slices.Clone(of.At)
	f.Inferred = slices.DeleteFunc(slices.Clone(of.Inferred), func(slot string) bool { return slot == "receiving" })
	s.evidence(&f, at.country)
	if at.when != nil {
		f.Date = nil
		dated(&f, at.when)
	}
	s.keep(&f, happened)
}

// endsInCountry reports whether the office at piece k ends with "to" a country.
func (s *sentence) endsInCountry(k int) bool {
	words := s.p(k).office.Words
	i := strings.LastIndex(words, " to ")
	if i < 0 {
		return false
	}
	_, known := gazetteer.CountryName(strings.TrimPrefix(words[i+len(" to "):], "the "))
	return known
}

// pastBracket is the piece behind a bracket with a date, or "from" and a date, at piece
// k, and whether one is there; else k.
func (s *sentence) pastBracket(k int) (int, bool) {
	if s.p(k).has(from) && s.p(k+1).kind == date {
		return k + 2, true // "to Nigeria from 1988 to 1991 and to Australia from 1991 to 1994"
	}
	if s.p(k).kind != openSign {
		return k, false
	}
	end := s.bracket(k)
	if s.dateIn(k, end) == nil {
		return k, false
	}
	return end + 1, true
}

// isCopula reports whether the verb at piece i is "is" by itself.
func (s *sentence) isCopula(i int) bool {
	return s.says(i, "is") || s.says(i, "was") && (s.when(i, i, false) != nil || s.positionHeld(i) != nil || s.firstToHold(i))
}

// firstToHold reports whether the verb at piece i tells who was the first in a post of the mission
// told of in the paragraph: "The first Chargé d'Affaires was A".
func (s *sentence) firstToHold(i int) bool {
	if s.p(i-1).kind != role || s.p(i+1).kind != person || s.told.Sending == "" {
		return false
	}
	return s.p(i-2).has(first) || s.doc.Tokens[s.p(i-1).at.First].Is(keyFirst)
}

var keyFirst = text.KeyOf("first")

// positionHeld is the date of ", a position he held from 2005 to 2009" behind piece i; nil for none.
func (s *sentence) positionHeld(i int) *piece {
	for k := i + 1; k < len(s.pieces) && k <= i+reachLeft; k++ {
		if p := s.p(k); p.kind != other || !positions.Has(s.doc.Tokens[p.at.First]) || !s.p(k-1).has(article) {
			continue
		}
		for v := k + 1; v <= k+4; v++ {
			if s.says(v, "held") || s.says(v, "holds") || s.hangs(v) && s.p(v).has(serve) {
				return s.dateIn(v, min(v+3, len(s.pieces)-1))
			}
		}
		return nil
	}
	return nil
}

var positions = text.NewSet("position", "post", "office", "role", "job")
