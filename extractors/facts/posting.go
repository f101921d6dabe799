package facts

import (
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
		if !t.Is(keyTo) && !t.Is(keyIn) || i < at.First {
			continue
		}
		j := i + 1
		for j < s.at.End && (s.doc.Tokens[j].Is(keyThe) || ofCourt.Has(s.doc.Tokens[j]) || j > i+1 && s.doc.Tokens[j].Is(keyOf)) {
			j++
		}
		if k := s.mentionFrom(j); k < len(s.mentions) && s.mentions[k].Tokens.First == j && kindOf(s.mentions[k]) == place && cityLike(s.mentions[k]) && s.mentions[k].Place.Kind == "city" && i < at.End {
			return s.hostOf(s.mentions[k]) // of several cities of the name, the one that is meant
		}
		entries, n := gazetteer.Lookup(s.doc.Tokens, j, s.at.End)
		ofState := j+n < s.at.End && ofCourt.Has(s.doc.Tokens[j+n]) // "to the Polish Government in London"
		for _, e := range entries {
			if e.Kind == "demonym" && ofState || e.Kind == "country" || e.Kind == "former" || e.Kind == "territory" || e.Kind == "city" && i < at.End {
				return e.Country
			}
		}
	}
	return ""
}

// keepPost dates the fact of an appointment, completes it from the page, and
// keeps it.
func (s *sentence) keepPost(f *pipeline.Fact, i, hi int) {
	s.completePost(f)
	if v := f.Appointment; s.same(v.Sending, v.Receiving) { // nobody is sent to his own country
		if v.Sending = s.counterpart(v.Receiving); v.Sending != "" {
			inferred(f, "sending")
		}
	}
	s.sentBefore(f)
	f.Appointment.Person.Role = shortRole(f.Appointment.Person.Role, f.Appointment.Sending)
	dated(f, s.when(min(i, hi), hi, false))
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
	if s.same(v.Sending, v.Receiving) && postedAbroad(v.Person.Role) {
		v.Sending = "" // the country in the office is where, not whose
	} else if s.same(v.Sending, v.Receiving) {
		v.Receiving = ""
	}
	if diplomatic(v.Person.Role) || v.Event == "presented credentials" && v.Person.Role == "" {
		s.sides(f, &v.Sending, &v.Receiving)
	}
}

// postedAbroad reports whether an office names the place to which it is: the
// country in it is where it is held, not whose it is.
func postedAbroad(role string) bool {
	return strings.Contains(role, " to ") || strings.Contains(role, " in ") || strings.Contains(role, " at ")
}

// diplomatic reports whether an office is one of a mission abroad.
func diplomatic(role string) bool {
	role = strings.ToLower(role)
	for _, w := range []string{"ambassador", "envoy", "charg", "consul", "minister resident", "minister plenipotentiary", "high commissioner", "nuncio", "minister to", "commissioner to"} {
		if strings.Contains(role, w) {
			return true
		}
	}
	return false
}

var (
	keyTo    = text.KeyOf("to")
	keyFor   = text.KeyOf("for")
	keyIn    = text.KeyOf("in")
	keyOf    = text.KeyOf("of")
	keyAs    = text.KeyOf("as")
	keyBy    = text.KeyOf("by")
	keyExile = text.KeyOf("exile")

	// ofCourt are the words between "to" and the country to which one is sent.
	ofCourt = text.NewSet("government", "court", "governments", "authorities")
)
