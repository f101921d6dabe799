package facts

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// postedTo is the country that an office is to or in: "Ambassador of the PRC to
// Kazakhstan"; "" when the words have none.
func (s *sentence) postedTo(at text.Range) string {
	for i := at.First; i < min(at.End+3, s.at.End); i++ {
		t := s.doc.Tokens[i]
		if !t.Is(keyTo) && !t.Is(keyIn) && !(t.Is(keyAt) && i < at.End) {
			continue
		}
		j := i + 1
		for j < s.at.End && (s.doc.Tokens[j].Is(keyThe) || ofCourt.Has(s.doc.Tokens[j]) || j > i+1 && s.doc.Tokens[j].Is(keyOf)) {
			j++
		}
		if k := s.mentionFrom(j); k < len(s.mentions) && s.mentions[k].Tokens.First == j && kindOf(s.mentions[k]) == place && cityLike(s.mentions[k]) && s.mentions[k].Place.Kind == "city" && i < at.End {
			host := s.hostOf(s.mentions[k]) // of several cities of the name, the one that is meant
			if t.Is(keyAt) && s.elsewhere(host, "") {
				return "" // Trieste lies in Italy, but the page is about the Austrian Empire
			}
			return host
		}
		entries, n := gazetteer.Lookup(s.doc.Tokens, j, s.at.End)
		if j+n < s.at.End && n > 0 && t.Is(keyAt) {
			if e, _ := words.Longest(s.doc.Tokens, j+n, s.at.End); e.senses&mission != 0 {
				continue // "at the U.S. Consulate General in Chiang Mai"
			}
		}
		ofState := j+n < s.at.End && ofCourt.Has(s.doc.Tokens[j+n]) // "to the Polish Government in London"
		for _, e := range entries {
			if e.Kind == "demonym" && ofState || e.Kind == "country" || e.Kind == "former" || e.Kind == "territory" || e.Kind == "city" && i < at.End {
				return e.Country
			}
		}
	}
	return ""
}

// ofAnother reports whether the date at piece k is that of an act before it, and "and"
// opens the clause of the verb at piece i behind it: "was opened on 9 November 1943, and A
// served as Envoy".
func (s *sentence) ofAnother(k, i int) bool {
	joined := false
	for j := k + 1; j < i; j++ {
		joined = joined || s.p(j).has(and) && (s.p(j-1).kind == comma || s.p(j+1).has(its)) // "in 2018 and its first head was A"
	}
	for j := k - 1; joined && s.p(j).kind != stop; j-- {
		if s.p(j).has(acts) && s.p(j).forms&past != 0 {
			return true
		}
	}
	return false
}

// presentedThen reports whether a date behind piece i is that of credentials, and not of
// who was named: "was promoted to Ambassador and presented his credentials on 5 May".
func (s *sentence) presentedThen(i int, when *piece) bool {
	for k := i + 1; when != nil && k < s.indexOf(when); k++ {
		if s.p(k).has(credentials) {
			return true
		}
	}
	return false
}

// untilThen ends a term at a date when "until" and what happened then stand between
// piece i and the date: "served as Chargé d'Affaires until A presented his credentials
// on 31 March". What "and" joins behind "until" has another date.
func (s *sentence) untilThen(f *pipeline.Fact, i int, when *piece) {
	seen := false
	for k := i + 1; k < s.indexOf(when); k++ {
		p := s.p(k)
		if seen && p.has(and) && s.p(k+1).has(acts|verb) {
			f.Date = nil
			return
		}
		seen = seen || p.has(until) && s.p(k+1) != when
	}
	if seen {
		f.Date = upTo(f.Date)
	}
}

// namedTo is the post to which someone was named, whose credentials he presents next:
// "Minister A was appointed Ambassador. He presented his credentials on 5 May".
type namedTo struct {
	role string
	at   text.Range // the office, or that of the person
}

// bothOffices are the words of the office at piece k with those of a second one that "and"
// joins to it: "Commissioner and Consul General".
func (s *sentence) bothOffices(k int) (string, text.Range) {
	o, p := s.p(k), s.p(k+2)
	if s.p(k+1).has(and) && p.kind == role && p.country == "" && diplomatic(p.office.Words) && s.holder(k+2) == nil {
		at := text.Range{First: o.at.First, End: p.at.End}
		return o.office.Words + " " + s.doc.OneLine(text.Range{First: o.at.End, End: p.at.End}), at
	}
	return o.office.Words, o.at
}

// officesBefore adds to someone's office the one that "and" joins to it before: "U.S.
// Commissioner and Consul General A presented".
func (s *sentence) officesBefore(p *pipeline.Participant, m *pipeline.Mention) {
	if m == nil || m.Person == nil || m.Person.RoleTokens.Len() == 0 {
		return
	}
	k, found := s.pieceAt(m.Tokens.First)
	one, two := s.p(k-3), s.p(k-1)
	if !found || two.kind != role || one.kind != role || !s.p(k-2).has(and) || !diplomatic(two.office.Words) || one.country != "" && p.Country != "" && one.country != p.Country {
		return
	}
	p.Role = one.office.Words + " and " + two.office.Words
	if p.Country == "" {
		p.Country = one.country
	}
}

// newPost is the office of someone, and where it stands: for credentials, the one to
// which he was named last, when no other is named with them.
func (s *sentence) newPost(p *pipeline.Participant, event string, office int, at text.Range) (string, text.Range) {
	switch n, ok := s.lastPost[p.Entity]; {
	case p.Entity == "":
	case event == "appointed" && p.Role != "":
		s.lastPost[p.Entity] = namedTo{p.Role, at}
	case event == "presented credentials" && ok && office < 0 && n.at.First > at.First:
		return n.role, n.at
	}
	return p.Role, at
}

// guessed notes where the page or a post before, and not the words, tell who sends
// someone: a guess from a third country near is none.
func (s *sentence) guessed(f *pipeline.Fact, who participant, office int) {
	v := f.Appointment
	c := v.Person.Country
	switch {
	case c == "":
	case office >= 0 && who.countryInferred() && v.Event == "presented credentials" && envoyToo(v.Person.Role):
		v.Sending = "" // a minister of the country named last would present none
	case who.countryInferred() && c == who.Country:
		if s.frame.A != "" && !s.same(c, s.frame.A) && !s.same(c, s.frame.B) && diplomatic(v.Person.Role) {
			v.Sending = ""
			return
		}
		inferred(f, "sending")
	case who.m != nil && who.m.Person.Country == "" && c == s.sends[v.Person.Entity] && c != s.known[v.Person.Entity].Country && (office < 0 || s.p(office).country == ""):
		inferred(f, "sending")
	}
}

// keepPost dates the fact of an appointment, completes it from the page, and
// keeps it.
func (s *sentence) keepPost(f *pipeline.Fact, i, hi int) {
	s.marks(f, i)
	s.completePost(f)
	s.sentBefore(f)
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	when := s.when(min(i, hi), hi, false)
	if when == nil && f.Appointment.Event == "holds" {
		when = s.positionHeld(i)
	}
	if f.Appointment.Event == "appointed" && s.ofOtherAct(i, hi, when) {
		when = nil
	}
	if dated(f, when); f.Appointment.Event == "appointed" && ofYears(f.Date) {
		f.Appointment.Event = "holds" // "became Minister to A from 1797 to 1801"
	}
	if f.Appointment.Event != "holds" {
		s.onThatDay(f, when)
		if f.Date != nil && strings.HasPrefix(f.Date.EDTF, "../") && s.indexOf(when) < i {
			f.Date = turned(f.Date) // "served until 13 March 1932, when he was named Ambassador to A"
		}
	}
	aside := s.p(s.beforeVerb(i)).has(who)
	if when != nil && aside && s.indexOf(when) < i && f.Appointment.Event != "presented credentials" {
		f.Date = nil // "In 2011 A, who had become Minister, left": then, not since
	}
	if when != nil && aside && s.commaBefore(s.indexOf(when)) && s.indexOf(when) > i {
		f.Date = nil // "presented them to A, who had replaced B as Director, on 23 April"
	}
	if f.Appointment.Event == "holds" && when != nil {
		s.untilThen(f, hi, when)
		if s.elsewhen(i, hi, when) || s.indexOf(when) < i && s.ofAnother(s.indexOf(when), i) {
			f.Date = nil
		}
	}
	s.keep(f, s.polarity(i))
}

// sentBefore takes the country that sent someone to his post before, when nothing
// tells who sends him to this one.
func (s *sentence) sentBefore(f *pipeline.Fact) {
	v := f.Appointment
	before := s.sends[v.Person.Entity]
	switch {
	case v.Person.Entity == "", !diplomatic(v.Person.Role):
	case v.Sending != "":
		s.sends[v.Person.Entity] = v.Sending
	case before != "" && !s.same(before, v.Receiving):
		v.Sending = before
		inferred(f, "sending")
	}
}

// completePost takes from the page which of two countries sends or receives the
// holder of a post abroad.
func (s *sentence) completePost(f *pipeline.Fact) {
	v := f.Appointment
	if s.same(v.Sending, v.Receiving) && (postedAbroad(v.Person.Role) || slices.Contains(f.Inferred, "sending")) {
		v.Sending = "" // the country in the office is where, not whose
		f.Inferred = slices.DeleteFunc(f.Inferred, func(slot string) bool { return slot == "sending" })
	} else if s.same(v.Sending, v.Receiving) {
		v.Receiving = ""
	}
	if v.Sending == "" && v.Receiving == "" {
		s.housePost(f)
	}
	s.toldPost(f)
	s.sectionPost(f)
	if v.Sending == "" && v.Event == "appointed" && v.Receiving != "" && s.pageOf != "" && !s.same(v.Receiving, s.pageOf) && diplomatic(v.Person.Role) {
		v.Sending = s.pageOf // "The Queen has been pleased to appoint", in a notice of her Foreign Office
		inferred(f, "sending")
	}
	if h := s.house; v.Receiving == "" && v.Event == "presented credentials" && h.Sending != "" && s.same(v.Sending, h.Sending) && envoy(v.Person.Role) {
		v.Receiving = h.Receiving // "presented my credentials to His Majesty the King", on the page of an embassy
		inferred(f, "receiving")
	}
	if s.corpsIn != "" && v.Receiving == "" && !s.same(v.Sending, s.corpsIn) && diplomatic(v.Person.Role) {
		v.Receiving = s.corpsIn
		inferred(f, "receiving")
	}
	if toBody(v.Person.Role) {
		return
	}
	if v.Event == "holds" && v.Sending == "" && s.sentToo(s.counterpart(v.Receiving)) {
		return
	}
	if diplomatic(v.Person.Role) || v.Event == "presented credentials" && (v.Person.Role == "" || envoyToo(v.Person.Role)) {
		s.sides(f, &v.Sending, &v.Receiving)
	}
}

// envoyToo reports whether an office is that of an envoy when its holder presents credentials:
// "presented his credentials as Minister".
func envoyToo(role string) bool {
	switch strings.ToLower(role) {
	case "minister", "commissioner", "diplomatic agent", "agent", "representative", "political representative":
		return true
	}
	return false
}

// postedAbroad reports whether an office names the place to which it is: the
// country in it is where it is held, not whose it is.
func postedAbroad(role string) bool {
	return strings.Contains(role, " to ") || strings.Contains(role, " in ") || strings.Contains(role, " at ")
}

// diplomatic reports whether an office is one of a mission abroad.
func diplomatic(role string) bool { return ofMissions.in(role) }

var ofMissions = newStems("ambassador", "envoy", "charg", "consul", "minister resident", "minister plenipotentiary", "high commissioner", "nuncio", "minister to", "commissioner to", "diplomatic representative", "head of mission", "heads of mission", "chief of mission", "chiefs of mission")

// stems are parts of the names of offices, by their first byte in either case: offices are
// asked for them again and again, and few of their letters begin one.
type stems [256][]string

func newStems(words ...string) *stems {
	var s stems
	for _, w := range words {
		for _, first := range []byte{w[0], w[0] - 'a' + 'A'} {
			s[first] = append(s[first], w)
		}
	}
	return &s
}

// in reports whether an office has one of them, whatever its case.
func (s *stems) in(role string) bool {
	for i := range len(role) {
		for _, w := range s[role[i]] {
			if len(w) <= len(role)-i && strings.EqualFold(role[i:i+len(w)], w) {
				return true
			}
		}
	}
	return false
}

var (
	keyTo    = text.KeyOf("to")
	keyFor   = text.KeyOf("for")
	keyIn    = text.KeyOf("in")
	keyAt    = text.KeyOf("at")
	keyOf    = text.KeyOf("of")
	keyAs    = text.KeyOf("as")
	keyAlso  = text.KeyOf("also")
	keyBy    = text.KeyOf("by")
	keyExile = text.KeyOf("exile")

	// ofCourt are the words between "to" and the country to which one is sent.
	ofCourt = text.NewSet("government", "court", "governments", "authorities")
)

// accreditable reports whether an office that is no diplomat's by its words may be one that is
// accredited: "Minister", "Commissioner", "Permanent Representative".
func accreditable(role string) bool { return accredited.in(role) }

var accredited = newStems("minister", "commissioner", "representative", "agent", "delegate", "head of", "observer")
