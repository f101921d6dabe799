package facts

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A foreign page tells of the relations of one country with many, each in a line that
// begins with its name or under it as a heading: "Foreign relations of Bhutan", "Israel:
// Diplomatic relations were established on 12 December 2020."
type foreign struct {
	home   string // whose relations they are; "" on any other page
	page   pipeline.Frame
	inline bool // the country of the frame is that of a line
}

// foreignRelations finds whose relations the title tells of.
func (r *reader) foreignRelations() {
	r.foreign = foreign{page: r.frame}
	if r.frame.A != "" && len(r.frame.Countries) < 3 {
		return
	}
	for n, at := range r.doc.Headings() {
		if n < titleHeadings && r.foreign.home == "" {
			r.foreignTitle(at)
		}
	}
}

// foreignTitle is foreignRelations of one heading.
func (r *reader) foreignTitle(at text.Range) {
	told := false
	for i := at.First; i < at.End; i++ {
		told = told || r.doc.Tokens[i].Is(keyRelations)
	}
	var states []*pipeline.Mention
	for _, m := range r.mentions[r.mentionFrom(at.First):] {
		if m.Tokens.First >= at.End {
			break
		}
		if isCountry(m) && !m.Nested {
			states = append(states, m)
		}
	}
	if told && len(states) == 1 && states[0].Tokens.First > at.First {
		r.foreign.home = states[0].Place.Country
	}
}

// turnTo makes the frame that of the country with which the sentence or its line begins.
func (r *reader) turnTo(at text.Range) {
	if r.foreign.home == "" || !r.doc.Tokens[at.First].Has(text.LineStart) {
		return
	}
	first := r.pastBullet(at)
	if r.doc.Tokens[first].Is(keyThe) {
		first++
	}
	k := r.mentionFrom(first)
	if k < len(r.mentions) && r.mentions[k].Tokens.First == first && isCountry(r.mentions[k]) {
		m := r.mentions[k]
		heading := m.Tokens.End == at.End
		if heading || r.doc.Tokens[m.Tokens.End].Class == text.Colon {
			r.frame.A, r.frame.B, r.foreign.inline = r.foreign.home, m.Place.Country, !heading
			r.lastSubject, r.lastVisit = nil, nil
			clear(r.inOffice)
			return
		}
	}
	if r.foreign.inline || r.heads(at) {
		r.frame, r.foreign.inline = r.foreign.page, false
	}
}

var keyRelations = text.KeyOf("relations")
