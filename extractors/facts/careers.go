package facts

import (
	"cmp"
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// mostTitle is how many sentences of a page may stand before the name that heads a
// life: "Curriculum vitae", "Ambassador of Finland".
const mostTitle = 3

// noteLife notes the person whose life the page tells: one that stands alone, with an
// office or not, at its head.
func (s *sentence) noteLife() {
	if s.life.m == nil && s.n <= 2*mostTitle {
		s.noteBirth()
	}
	if s.n > mostTitle && !(s.anyOf(nameLabels, 0, 1) && s.doc.Tokens[s.at.First].Has(text.LineStart)) || s.life.m != nil || s.p(0).kind == date || s.clausal() {
		return
	}
	var only *pipeline.Mention
	for i := range s.pieces {
		p := s.p(i)
		switch {
		case p.kind == person && only == nil:
			only = p.m
		case i < 2 && s.anyOf(nameLabels, i, i+1), p.kind == role, p.kind == comma, p.kind == stop, p.kind == openSign, p.kind == closeSign, s.doc.Tokens[p.at.First].Class != text.Word:
		default:
			return
		}
	}
	if only != nil {
		k := s.nearestTo(only)
		s.life = s.participant(s.p(k), only)
	}
}

// noteBirth notes the one of whom one of the first sentences tells where or when he was born.
func (s *sentence) noteBirth() {
	for i := range s.pieces {
		if !s.cued(bornThen) || !s.says(i, "born") {
			continue
		}
		if k := s.beforeAux(i); s.p(k).has(be) && s.p(k-1).kind == person {
			s.life = s.participant(s.p(k-1), s.p(k-1).m)
			return
		}
	}
}

// nameLabels are the words before a colon and the name of whom a form tells.
var nameLabels = text.NewSet("name", "names", "surname", "full", "fullname")

// careerLine reads a line of the life of whom the page is about: years and a post,
// without a verb: "2009–2013 Ambassador to Portugal".
func (s *sentence) careerLine(when *piece) {
	office := -1
	for i := range s.pieces {
		p := s.p(i)
		switch {
		case p.kind == person, p.has(verb):
			return
		case p.kind == role && office < 0:
			office = i
		}
	}
	if office < 0 || s.p(s.beforeArticle(office)).has(preps) {
		return // "Assistant to the Ambassador"
	}
	from, to := s.missionOf(office)
	if at := s.p(office - 2); to == "" && s.p(office-1).kind == comma && at.kind == place && at.m.Place.Kind == "city" && (serves(s.p(office).office.Words) || envoy(s.p(office).office.Words)) {
		to = s.hostOf(at.m) // "Kuala Lumpur, First Secretary"
	}
	if from == "" && to == "" && !envoy(s.p(office).office.Words) {
		return
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
	if s.same(to, cmp.Or(from, f.Appointment.Sending)) {
		return // at home: "Second Secretary, The Hague"
	}
	f.Appointment.Sending, f.Appointment.Receiving = cmp.Or(from, f.Appointment.Sending), cmp.Or(f.Appointment.Receiving, to)
	f.Evidence = append(f.Evidence, s.life.m)
	inferred(f, "person")
	stated := f.Appointment.Receiving
	s.completePost(f)
	if stated == "" { // where someone was long ago, the countries of the page do not tell
		f.Appointment.Receiving = ""
		f.Inferred = slices.DeleteFunc(f.Inferred, func(slot string) bool { return slot == "receiving" })
	}
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	if dated(f, when); f.Date != nil && strings.HasSuffix(f.Date.EDTF, "/..") {
		s.life.Role = f.Appointment.Person.Role // the post that he holds now
		s.life.Country = cmp.Or(s.life.Country, f.Appointment.Sending)
	}
	s.keep(f, happened)
	s.furtherPosts(f, office)
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

// isCopula reports whether the verb at piece i is "is" by itself.
func (s *sentence) isCopula(i int) bool {
	return s.says(i, "is") || s.says(i, "was") && (s.when(i, i, false) != nil || s.positionHeld(i) != nil || s.firstToHold(i) || s.postAbroadBehind(i))
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

// postAbroadBehind reports whether a post of an envoy, with where it was, follows the verb at piece i:
// "was Deputy Chief of Mission at the U.S. Embassy in Sofia", "was Ambassador to Peru".
func (s *sentence) postAbroadBehind(i int) bool {
	k := s.pastArticles(i + 1)
	p := s.p(k)
	if p.kind != role || !diplomatic(p.office.Words) || ofSeveral(p.office.Words) || s.p(k+1).kind == person {
		return false
	}
	_, to := s.missionOf(k)
	return to != "" || s.postedTo(p.at) != ""
}
