package facts

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// entitled takes from the title whose page it is.
func (r *reader) entitled() {
	r.formerState()
	r.foreignRelations()
	if r.frame.A == "" {
		r.pageOf, r.corpsIn = r.ownerOf(), r.hostOfEnvoys()
	}
	r.titledRoster()
}

// formerState takes the two sides of a title where one of them is the name of a former state
// without its kind: "United States - Texas", "United States - Parma".
func (r *reader) formerState() {
	if r.ofHouse() || r.frame.A != "" {
		return
	}
	const head = 12 // tokens
	var sides []*pipeline.Mention
	for _, m := range r.mentions {
		if m.Tokens.First > head || len(sides) == 2 {
			break
		}
		if r.doc.Tokens[m.Tokens.First].Has(text.LineStart) {
			sides = nil
		}
		if m.Kind == pipeline.Place && !m.Nested {
			sides = append(sides, m)
		}
	}
	if len(sides) != 2 || kindOf(sides[0]) != state || kindOf(sides[1]) != place || sides[1].Tokens.First != sides[0].Tokens.End+1 || r.doc.Tokens[sides[0].Tokens.End].Class != text.Dash {
		return
	}
	for _, kind := range []string{"Republic of ", "Kingdom of ", "Grand Duchy of ", "Duchy of ", "Free City of "} {
		if all := gazetteer.Find(kind + r.doc.Slice(sides[1].Tokens)); len(all) > 0 {
			r.frame.A, r.frame.B = sides[0].Place.Country, all[0].Country
			return
		}
	}
}

// ofHouse takes the two sides of a title that names a mission and the city where it is:
// "Embassy of Estonia, Helsinki". It reports whether the title does.
func (r *reader) ofHouse() bool {
	all := r.doc.Headings()
	for n, at := range all[:min(titleHeadings, len(all))] {
		if r.houseIn(at) || r.house.Sending == "" && n+1 < len(all) && r.address(all[n+1]) && r.houseIn(text.Range{First: at.First, End: all[n+1].End}) {
			return true
		}
	}
	return false
}

// address reports whether a line has no more than the name of a place, and of its country: "Hanoi,
// Viet Nam".
func (r *reader) address(at text.Range) bool {
	const longest = 10 // tokens: "Hanoi, Socialist Republic of Viet Nam"
	places := r.all(at, func(m *pipeline.Mention) bool { return m.Kind == pipeline.Place })
	return at.Len() <= longest && len(places) > 0 && places[0].Tokens.First <= at.First+1 && places[len(places)-1].Tokens.End == at.End
}

// titleHeadings is among how many headings of a page its title is.
const titleHeadings = 3

// houseIn is ofHouse of one heading.
func (r *reader) houseIn(at text.Range) bool {
	var sending, kind string
	for _, m := range r.mentions[r.mentionFrom(at.First):] {
		if m.Tokens.First >= at.End {
			break
		}
		switch o := m.Organization; {
		case o != nil && m.Tokens.First <= at.First+1 && (o.Kind == "embassy" || o.Kind == "legation" || o.Kind == "high commission" || o.Kind == "consulate"):
			sending, kind = o.Country, o.Kind
			if e, n := words.Longest(r.doc.Tokens, m.Tokens.First, m.Tokens.End); n > 0 && e.senses&mission != 0 {
				kind = e.mission // "Consulate General"
			}
		case sending != "" && isCountry(m) && !m.Nested && !r.same(m.Place.Country, sending): // "Embassy of Peru in Norway"
			r.house = pipeline.MissionValue{Type: kind, Sending: sending, Receiving: m.Place.Country}
			return false
		case m.Kind == pipeline.Place && !m.Nested && sending != "" && cityLike(m) && !r.same(m.Place.Country, sending):
			if r.frame.A == "" {
				r.frame.A, r.frame.B = sending, m.Place.Country
			}
			r.house = pipeline.MissionValue{Type: kind, Sending: sending, Receiving: r.hostOf(m), City: m.Value}
			return true
		}
	}
	return false
}

// holders keeps the list of those who held a post of one country in another, which a title
// opens, for lines that words in between part from it.
func (s *sentence) holders() {
	l := &s.list
	if l.from == "" && l.to == "" && s.holderList.post != nil && samePost(l.post.Words, s.holderList.post.Words) {
		l.from, l.to = s.holderList.from, s.holderList.to // "Ambassadors", under a title that says whose
	}
	if l.from == "" && l.to == "" {
		l.from, l.to = s.house.Sending, s.house.Receiving
	}
	if h := s.house; l.from == "" && h.Receiving != "" && s.same(l.to, h.Receiving) {
		l.from = h.Sending // "Ambassadors to Kenya", on the page of an embassy there
	} else if l.to == "" && h.Sending != "" && s.same(l.from, h.Sending) {
		l.to = h.Receiving
	}
	if l.from != "" && l.to != "" && ofSeveral(l.post.Words) {
		s.holderList = *l
	}
}

// resumeHolders goes on with the list that a title opened when a line under it has no more than
// a name and years.
func (s *sentence) resumeHolders() {
	if !s.list.on && s.holderList.post != nil && s.bare() && s.dateIn(0, len(s.pieces)-1) != nil {
		s.list = s.holderList
	}
}

// samePost reports whether two offices in the plural are of one rank.
func samePost(a, b string) bool {
	return strings.EqualFold(postOf(shortRole(a, "")), postOf(shortRole(b, "")))
}

// ofSeveral reports whether an office is in the plural: "High Commissioners to Malta".
func ofSeveral(office string) bool {
	words := strings.Fields(office)
	for _, w := range words[:min(3, len(words))] {
		if w == "of" || w == "to" || w == "in" || w == "at" {
			return false
		}
		if w = strings.ToLower(w); strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "affaires") {
			return true
		}
	}
	return false
}

// housePost takes the countries of an ambassador's post, of which the words tell neither, from the
// embassy that is the title of the page.
func (s *sentence) housePost(f *pipeline.Fact) {
	v := f.Appointment
	if role := strings.ToLower(v.Person.Role); s.house.Sending == "" || v.Person.Country != "" || !strings.Contains(role, "ambassador") && !strings.Contains(role, "charg") && !strings.Contains(role, "consul") {
		return
	}
	v.Sending, v.Receiving = s.house.Sending, s.house.Receiving
	inferred(f, "sending")
	inferred(f, "receiving")
}

// presentedAbove completes the credentials of the page's first line, in which nobody is named,
// with those of the envoy whom the text names: "Ambassador of Slovenia presents credentials to the
// President of Armenia".
func (s *sentence) presentedAbove(f *pipeline.Fact) bool {
	const first = 4 // facts of a title
	for _, o := range s.facts[:min(first, len(s.facts))] {
		v, w := o.Appointment, f.Appointment
		if v == nil || v.Person.Person != "" || w.Person.Person == "" || v.Event != w.Event || o.Date != nil || !s.title(o) || v.Sending != w.Sending || !agree(v.Receiving, w.Receiving) || o.Status != f.Status {
			continue
		}
		v.Person = w.Person
		merge(o, f)
		s.open[mergeKey(o)] = append(s.open[mergeKey(o)], o)
		return true
	}
	return false
}

// visitAbove completes the visit of the page's first line, in which nobody is named, with that of
// the visitor whom the text names: "Visit of the Prime Minister of Mauritius to India".
func (s *sentence) visitAbove(f *pipeline.Fact) bool {
	const first = 4 // facts of a title
	for _, o := range s.facts[:min(first, len(s.facts))] {
		v, w := o.Visit, f.Visit
		if v == nil || v.Visitor.Person != "" || w.Visitor.Person == "" || !s.title(o) || v.From != w.From || v.To != w.To || o.Date != nil && !datesAgree(o, f) {
			continue
		}
		if shortRole(v.Visitor.Role, v.From) != shortRole(w.Visitor.Role, w.From) {
			continue
		}
		v.Visitor = w.Visitor
		o.Status = f.Status
		if o.Date == nil {
			o.Date = f.Date
		}
		merge(o, f)
		s.open[mergeKey(o)] = append(s.open[mergeKey(o)], o)
		return true
	}
	return false
}

// toldPost takes the countries of a post that heads a mission, of which the words tell neither, from
// the mission of which the paragraph told last: "The Embassy of A in B was opened in 1992. The first
// Chargé d'Affaires was C".
func (s *sentence) toldPost(f *pipeline.Fact) {
	v, role, told := f.Appointment, strings.ToLower(f.Appointment.Person.Role), s.told
	if n := len(s.facts) - 1; n >= 0 && s.facts[n].Mission != nil && s.facts[n].At[0].First >= s.at.First {
		told = *s.facts[n].Mission // "opened its High Commission in A, and the first High Commissioner was B"
	}
	if told.Sending == "" || told.Receiving == "" || v.Receiving != "" || v.Sending != "" && v.Sending != told.Sending || s.frame.A != "" || v.Event != "holds" || !strings.Contains(role, "ambassador") && !strings.Contains(role, "charg") && !strings.Contains(role, "high commissioner") {
		return
	}
	v.Sending, v.Receiving = told.Sending, told.Receiving
	inferred(f, "sending")
	inferred(f, "receiving")
}
