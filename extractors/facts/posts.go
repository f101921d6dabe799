package facts

import (
	"cmp"
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A post is one place of a mission, with the date in brackets behind it.
type post struct {
	city    int // piece, or -1
	country int // piece of the receiving country, or -1
	when    *piece
}

// receives takes a country behind the mission as the one that receives it; a
// territory that is a city, such as Hong Kong, is where it stands.
func (s *sentence) receives(v *pipeline.MissionValue, p *piece) {
	v.Receiving = p.country
	if p.m.Place.Kind != "territory" || s.same(p.country, s.frame.A) || s.same(p.country, s.frame.B) {
		return
	}
	v.City = p.m.Value
	if s.frame.A != "" {
		v.Receiving = ""
	}
}

// owner is the piece of the country whose mission stands at piece i: "Chinese
// Embassy", "Embassy of Kazakhstan", "Kazakhstan's first embassy"; -1 for none.
func (s *sentence) owner(i int) int {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		p := s.p(j)
		switch {
		case p.kind == demonym, p.kind == state && (j == i-1 || s.possessed(j)):
			return j
		case s.opensPhrase(j):
		case p.has(article) && !p.has(its), p.kind == other && !p.has(verb), p.kind == place:
			continue
		}
		break
	}
	if s.p(i + 1).has(of) {
		for k := i + 2; k <= i+5; k++ {
			if isState(s.p(k)) {
				return k
			}
			if !s.p(k).has(article | government | of) {
				break
			}
		}
	}
	return -1
}

// opensPhrase reports whether piece j is "the" or "a": what stands before it belongs
// to another noun, as in "during the Swiss tenure the legation".
func (s *sentence) opensPhrase(j int) bool {
	p := s.p(j)
	return p.at.Len() == 1 && determiners.Has(s.doc.Tokens[p.at.First])
}

var determiners = text.NewSet("the", "a", "an", "this", "that")

// cityBefore is the city before the mission at piece i: "its Shanghai consulate".
func (s *sentence) cityBefore(i int) int {
	if p := s.p(i - 1); p.kind == place && p.m.Place.Kind == "city" {
		return i - 1
	}
	return -1
}

// cityWhere is the city of "Gaborone, where Switzerland has a consulate", before the
// mission at piece i; -1 for none.
func (s *sentence) cityWhere(i int) int {
	for k := i - 1; k > 1 && k >= i-6; k-- {
		p := s.p(k)
		if s.says(k, "where") {
			if at := k - 2; s.p(k-1).kind == comma && s.p(at).kind == place && cityLike(s.p(at).m) {
				return at
			}
			return -1
		}
		if !p.has(article|exist|aux) && !isState(p) && (p.kind != other || p.has(verb)) {
			return -1
		}
	}
	return -1
}

// posts are the places behind piece i: "Tirana", "in Hong Kong (since August
// 2003) and Shanghai (since May 2005)", "at Riga, Latvia", "to Kazakhstan".
func (s *sentence) posts(i int, moved bool) []post {
	var all []post
	j := i + 1
	if k := s.owner(i); k > i {
		j = k + 1
	}
	closed := false // a bracket stands behind the last post
	if s.p(j).kind == comma && j > i+1 && s.p(j+1).kind == place && s.p(j+1).m.Place.Kind == "city" && !s.p(j+2).has(acts|verb|be|aux) {
		j++ // "Embassy of Ghana, Berlin"
	}
	for ready := s.p(j).kind == place || s.p(j).kind == openSign || s.p(j).kind == state; j < len(s.pieces); j++ {
		p := s.p(j)
		switch {
		case p.has(in), p.has(to) && s.p(i).has(mission) && (s.p(j+1).kind == state || s.p(j+2).kind == state), p.has(to|from) && moved:
			ready = true
		case s.says(j, "what") && s.p(j+1).has(be) && s.says(j+2, "now"):
			j += 2 // "in what is now Samoa at Apia"
		case s.says(j, "city") && s.p(j+1).has(of) && s.p(j+2).kind == place:
			j++ // "in the city of Jakarta"
		case moved && len(all) == 0 && (p.kind == demonym || s.says(j, "it") || p.has(mission) || s.adverb(j)): // "moved to the U.S. consulate in Barcelona"
		case p.has(article | and | aux), p.kind == comma, p.has(on) && s.p(j+1).kind == date, p.kind == other && !p.has(verb) && s.doc.Tokens[p.at.First].Capital() && len(all) == 0:
		case ready && p.kind == place && s.p(j+1).has(in) && s.p(j+2).kind == place: // "in Sub-Saharan Africa in Addis Ababa"
		case ready && p.kind == place && cityLike(p.m):
			all = append(all, post{city: j, country: -1})
		case ready && p.kind == state && !(s.p(j-1).has(and) && len(all) > 0 && all[len(all)-1].city >= 0):
			if s.p(s.beforeArticle(j)).kind == comma && s.doc.Tokens[p.at.First-1].Is(keyThe) {
				return s.joined(all) // the subject of the main clause
			}
			if n := len(all) - 1; n >= 0 && all[n].city >= 0 && all[n].country < 0 && s.p(j-1).kind == comma && !closed {
				all[n].country = j
				continue
			}
			all = append(all, post{city: -1, country: j})
		case p.kind == openSign:
			end := s.bracket(j)
			if n := len(all) - 1; n >= 0 && all[n].city < 0 && end == j+2 && s.citiesOf([]post{{city: j + 1}}, all[n].country) {
				all[n].city = j + 1 // "Embassy of Malta to Peru (Lima)"
			} else if len(all) > 0 {
				if !s.tellsAnother(j, end) {
					all[n].when = s.dateIn(j, end)
				}
			} else if d := s.dateIn(j, end); d != nil {
				all = append(all, post{city: s.cityBefore(i), country: -1, when: d})
			}
			j, closed = max(j, end), true
		case p.kind == date && len(all) == 0:
			ready = true
		case s.listsPosts(i, j, all):
			ready, all = true, nil // "Consulates of Estonia in Sweden: Gothenburg, Malmö"
		case len(all) == 0 && s.isColon(j) && s.p(j+1).kind == place && cityLike(s.p(j+1).m) && s.p(j+2).kind == openSign:
			ready = true // "Embassy of Peru: Nairobi (opened in 1993)"
		case len(all) == 1 && all[0].city < 0 && p.kind == stop && s.citiesOf([]post{{city: j + 1}}, all[0].country):
			ready, all = true, nil // "Embassy of Malta in Peru – Lima"
		default:
			return s.joined(all)
		}
	}
	return s.joined(all)
}

// listsPosts reports whether the colon at piece j opens the list of cities of several missions,
// of which no more was named before than the country that they are in.
func (s *sentence) listsPosts(i, j int, all []post) bool {
	if s.doc.Tokens[s.p(j).at.First].Class != text.Colon || s.p(j+1).kind != place || !s.plural(i) {
		return false
	}
	return len(all) == 0 || s.citiesOf([]post{{city: j + 1}}, all[0].country)
}

// citiesFollow reports whether missions open a list of their cities: "Embassies of Malta: Cairo,
// Paris".
func (s *sentence) citiesFollow(i int) bool {
	j := i + 1
	for s.p(j).has(of|in|article) || s.p(j).kind == state {
		j++
	}
	return s.listsPosts(i, j, nil)
}

// citiesOf reports whether posts are cities, all in the country of a piece.
func (s *sentence) citiesOf(posts []post, country int) bool {
	for _, at := range posts {
		if at.city < 0 || country < 0 || s.p(at.city).kind != place || !cityLike(s.p(at.city).m) || !s.same(s.hostOf(s.p(at.city).m), s.p(country).country) {
			return false
		}
	}
	return len(posts) > 0
}

// joined makes one post of a city and the country after it: "in Riga in Latvia".
func (s *sentence) joined(all []post) []post {
	if len(all) == 2 && all[0].city >= 0 && all[0].country < 0 && all[1].city < 0 {
		if k := all[1].country; !s.same(s.hostOf(s.p(all[0].city).m), s.p(k).country) && !s.p(k-1).has(in) {
			return all[:1] // "in Washington, D.C. Canada has"
		}
		return []post{{all[0].city, all[1].country, cmp.Or(all[0].when, all[1].when)}}
	}
	return all
}

func cityLike(m *pipeline.Mention) bool {
	return m.Place.Kind == "city" || m.Place.Kind == "region" || m.Place.Kind == "territory"
}

// dateIn is the date between two pieces, or nil.
func (s *sentence) dateIn(from, to int) *piece {
	for j := from; j <= to; j++ {
		if s.p(j).kind == date {
			return s.p(j)
		}
	}
	return nil
}

// leaves reports whether a post is the one moved from: "from Bonn to Berlin".
func (s *sentence) leaves(at post) bool {
	k := at.city
	if k < 0 {
		k = at.country
	}
	return k > 0 && s.p(k-1).has(from)
}

// missionAt fills in where a mission is, and to whom.
func (s *sentence) missionAt(f *pipeline.Fact, class string, i int, at post) {
	v := f.Mission
	if at.city >= 0 {
		v.City = s.p(at.city).m.Value
		if v.Receiving = s.hostOf(s.p(at.city).m); s.elsewhere(v.Receiving, class) {
			v.Receiving = ""
		}
		s.evidence(f, at.city)
	}
	if at.country >= 0 && !(class == "mission.moved" && (at.city < 0 || s.elsewhere(s.p(at.country).country, class))) {
		s.receives(v, s.p(at.country))
		s.evidence(f, at.country)
	}
	if k := s.accredited(i); k >= 0 && at.city >= 0 {
		v.Receiving = s.p(k).country
		s.evidence(f, k)
	}
}

// headsThere takes the countries of someone's post from the mission at piece k, of which only
// the city is told: on a page about two countries it is that of the other.
func (s *sentence) headsThere(f *pipeline.Fact, k int) bool {
	v := f.Appointment
	at := s.posts(k, false)
	if v.Sending != "" && !slices.Contains(f.Inferred, "sending") || v.Receiving != "" || len(at) != 1 || at[0].city < 0 {
		return false
	}
	host := s.hostOf(s.p(at[0].city).m)
	if o := s.counterpart(host); o != "" {
		v.Sending, v.Receiving = o, host
		inferred(f, "sending")
		inferred(f, "receiving")
		return true
	}
	return false
}

// ministerOf reports whether the office at piece i is "Minister" alone, and a legation stands
// before it, which ministers head.
func (s *sentence) ministerOf(i int) bool {
	if s.p(i).office.Words != "Minister" {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-reachRight; k-- {
		if s.p(k).has(mission) {
			return s.p(k).mission == "legation"
		}
	}
	return false
}

// partiesOfMission takes the parties of relations from the mission that was established with
// them: "Diplomatic relations and the American Embassy in Quito were established".
func (s *sentence) partiesOfMission(f *pipeline.Fact) {
	for i := range s.pieces {
		if !s.p(i).has(relations) || !s.p(i+1).has(and) {
			continue
		}
		k := i + 2
		for s.p(k).has(article) || s.p(k).kind == demonym {
			k++
		}
		o, at := s.owner(k), s.posts(k, false)
		if !s.p(k).has(mission) || o < 0 || len(at) != 1 {
			return
		}
		host := ""
		if at[0].country >= 0 {
			host = s.p(at[0].country).country
		} else if at[0].city >= 0 {
			host = s.hostOf(s.p(at[0].city).m)
		}
		if host != "" && !s.same(host, s.p(o).country) {
			f.Relation.Parties = []string{s.p(o).country, host}
			inferred(f, "parties")
		}
		return
	}
}
