package facts

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// missionOf is whose mission stands behind the office of one who worked there, at piece i, and where:
// "Counsellor, Embassy of Ghana, Berlin", "Second Secretary at the Embassy of Malta in Rome".
func (s *sentence) missionOf(i int) (from, to string) {
	const furthest = 5 // pieces
	for k := i + 1; k <= i+furthest; k++ {
		if p := s.p(k); p.has(mission) {
			if o := s.owner(k); o >= 0 {
				from = s.p(o).country
			}
			if at := s.posts(k, false); len(at) == 1 && at[0].city >= 0 {
				to = s.hostOf(s.p(at[0].city).m)
			} else if len(at) == 1 {
				to = s.p(at[0].country).country
			}
			if s.p(k).mission == "permanent mission" || s.same(from, to) {
				to = ""
			}
			return from, to
		} else if next := s.p(k + 1); k == i+1 && p.kind == comma && next.kind == place && next.m.Place.Kind == "city" && !postedAbroad(s.p(i).office.Words) {
			return "", s.hostOf(next.m) // "Consul General of Ghana, Lagos"
		} else if p.kind == stop || p.kind == person || p.kind == date {
			return "", ""
		}
	}
	return "", ""
}

// furtherPosts makes the facts of the countries that follow the one to which the
// office at piece k is: "Ambassador to Zimbabwe (1996-2000) and Thailand
// (2004-2008)", "Ambassador to Kenya, Uganda and Rwanda".
func (s *sentence) furtherPosts(of *pipeline.Fact, k int) {
	if k < 0 || of.Appointment.Receiving == "" {
		return
	}
	if codes := s.postedToAll(k); len(codes) > 1 {
		for _, c := range codes[1:] {
			s.furtherPost(of, post{country: -1}, c)
		}
		return
	}
	if !s.endsInCountry(k) {
		return
	}
	j, bracketed := s.pastBracket(k + 1)
	var all []post
	joined := false
	for {
		from := j
		for s.p(j).kind == comma || s.p(j).has(and|article|toSense) || s.anyOf(besides, j, j+1) {
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
		s.furtherPost(of, at, s.p(at.country).country)
	}
}

// postedToAll are the countries of an office that is to several of them, at piece k: "Ambassador of
// Peru to Norway and Iceland"; nil where it is to one.
func (s *sentence) postedToAll(k int) []string {
	at := s.p(k).at
	for j := at.End - 1; j > at.First; j-- {
		if !s.doc.Tokens[j].Is(keyTo) {
			continue
		}
		if codes, end := s.countryList(j + 1); end == at.End {
			return codes
		}
		return nil
	}
	return nil
}

// besides are the words before a country to which someone is accredited too.
var besides = text.NewSet("concurrently", "simultaneously", "also", "additionally")

func (s *sentence) furtherPost(of *pipeline.Fact, at post, to string) {
	f, v := *of, *of.Appointment
	v.Receiving = to
	if s.same(v.Sending, v.Receiving) {
		return
	}
	f.Appointment, f.Evidence, f.At = &v, slices.Clone(of.Evidence), slices.Clone(of.At)
	f.Inferred = slices.DeleteFunc(slices.Clone(of.Inferred), func(slot string) bool { return slot == "receiving" })
	if at.country >= 0 {
		s.evidence(&f, at.country)
	}
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
	if end == k || s.dateIn(k, end) == nil {
		return k, false
	}
	return end + 1, true
}

// sentToo reports whether the sentence says that someone was sent to a country: who had another post
// before does not come from there, "Ambassador to Ethiopia until 1962 and to Iran until 1971".
func (s *sentence) sentToo(country string) bool {
	for k := range s.pieces {
		if p := s.p(k); p.kind == state && s.same(p.country, country) && s.p(s.beforeArticle(k)).has(to) {
			return true
		}
	}
	return false
}
