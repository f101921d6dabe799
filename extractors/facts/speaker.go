package facts

import (
	"cmp"

	"chancery/extractors/people"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A speaker is whom "I" means: the one who signs the page or of whom its title says that he speaks,
// or, where a page gives the words of several, the one with whose name and a colon the line begins.
// "I" and "me" are then pieces as his name would be, and "our embassy" is that of his country.
type speaker struct {
	sought bool
	page   *pipeline.Mention
	turns  bool              // the page has lines that say who speaks
	turn   *pipeline.Mention // who speaks in the line being read
	office *people.Office    // his, as the label of the line gives it
}

// newTurn reads who speaks from the line that begins the sentence: "Mr. A: I met ...", "Q: ...".
func (r *reader) newTurn(at text.Range) {
	const most = 24 // tokens, with the office: "The Minister for Africa (Ms. A):"
	if !r.doc.Tokens[at.First].Has(text.LineStart) {
		return
	}
	colon := at.First + 1
	for colon < at.End && colon < at.First+most && r.doc.Tokens[colon].Class != text.Colon {
		colon++
	}
	if colon == at.End || r.doc.Tokens[colon].Class != text.Colon || r.doc.Tokens[at.First].Class != text.Word {
		return
	}
	label := text.Range{First: at.First, End: colon}
	switch first := r.doc.Tokens[at.First]; {
	case label.Len() == 1 && questions.Has(first):
		r.speaker.turns, r.speaker.turn = true, nil
	case label.Len() == 1 && answers.Has(first):
		r.speaker.turns, r.speaker.turn = true, r.pageSpeaker()
	default:
		if who := r.all(label, isPerson); len(who) == 1 && r.nothingBut(label, who[0]) {
			r.speaker.turns, r.speaker.turn, r.speaker.office = true, who[0], nil
			if k := r.officeFrom(label.First); k < len(r.offices) && r.offices[k].Tokens.End < who[0].Tokens.First && !r.offices[k].Tokens.Overlaps(who[0].Person.RoleTokens) {
				r.speaker.office = &r.offices[k] // "Minister for Foreign Affairs (Deputy A):"
			}
		} else if forms.Has(first) {
			r.speaker.turns, r.speaker.turn = true, nil
		}
	}
}

var (
	questions = text.NewSet("q", "question", "interviewer", "journalist", "moderator")
	answers   = text.NewSet("a", "answer", "ambassador")

	// speeches are the words of a title that say whose words the page has.
	speeches = text.NewSet("speech", "address", "remarks", "message", "statement", "greeting", "greetings", "letter", "interview", "lecture", "foreword", "toast", "welcome", "op-ed", "article", "blog")
)

// nothingBut reports whether tokens hold no more than a name with its office, forms of address and
// what stands in brackets.
func (r *reader) nothingBut(at text.Range, m *pipeline.Mention) bool {
	depth := 0
	for i := at.First; i < at.End; i++ {
		t := &r.doc.Tokens[i]
		switch {
		case t.Class == text.Open:
			depth++
		case t.Class == text.Close:
			depth--
		case depth > 0, m.Tokens.First <= i && i < m.Tokens.End, m.Person.RoleTokens.First <= i && i < m.Person.RoleTokens.End:
		case t.Class == text.Word && !forms.Has(*t) && !r.inOfficeWords(i):
			return false
		}
	}
	return true
}

// inOfficeWords reports whether token i is one of an office's.
func (r *reader) inOfficeWords(i int) bool {
	k := r.officeFrom(i + 1)
	return k > 0 && r.offices[k-1].Tokens.End > i
}

// pageSpeaker is the one whose words the page has; nil when it does not tell.
func (r *reader) pageSpeaker() *pipeline.Mention {
	if r.speaker.sought {
		return r.speaker.page
	}
	r.speaker.sought = true
	r.houseSaid()
	m := r.titleSpeaker()
	if m == nil {
		m = r.signatory()
	}
	if m == nil {
		m = r.life.m
	}
	if m != nil && m.Person.Role == "" {
		r.calledSelf(m)
	}
	if r.speaker.page = m; m != nil && r.known[m.Entity].Role == "" && m.Person.Role != "" {
		who := pipeline.Participant{Person: m.Value, Entity: m.Entity, Role: m.Person.Role, Country: cmp.Or(m.Person.Country, r.house.Sending)}
		r.known[m.Entity] = who
	}
	return m
}

// houseSaid takes from the first lines the mission whose page it is, where its title does not name
// it: "welcome to the website of the Embassy of Peru in Norway".
func (r *reader) houseSaid() {
	const furthest, longest = 120, 8 // tokens
	if r.bilateral {
		return // a mission that a page about two countries names first is not the one whose page it is
	}
	for _, m := range r.mentions {
		if r.house.Sending != "" || m.Tokens.First > furthest {
			return
		}
		if m.Organization != nil {
			r.houseIn(text.Range{First: m.Tokens.First, End: min(m.Tokens.End+longest, len(r.doc.Tokens))})
		}
	}
}

// calledSelf gives the one who signs the post of which he says that he holds it: "After four years as
// Ambassador of Peru to Japan I leave Tokyo".
func (r *reader) calledSelf(m *pipeline.Mention) {
	const most, near = 5, 12
	for _, o := range r.offices[:min(most, len(r.offices))] {
		i := o.Tokens.First - 1
		for i >= 0 && (r.doc.Tokens[i].Is(keyThe) || r.doc.Tokens[i].Is(keyMy)) {
			i--
		}
		if i < 0 || !r.doc.Tokens[i].Is(keyAs) || !diplomatic(o.Words) {
			continue
		}
		for j := o.Tokens.End; j < min(len(r.doc.Tokens), o.Tokens.End+near); j++ {
			if t := r.doc.Tokens[j]; t.Is(keyI) && t.Has(text.Initial) {
				r.known[m.Entity] = pipeline.Participant{Person: m.Value, Entity: m.Entity, Role: shortRole(o.Words, o.Country), Country: o.Country}
				return
			}
		}
	}
}

// titleSpeaker is the one who speaks by a title: "Speech by the Ambassador of France, A".
func (r *reader) titleSpeaker() *pipeline.Mention {
	const longest = 40 // tokens
	for n, at := range r.doc.Sentences {
		if n >= titleHeadings || at.Len() > longest {
			return nil
		}
		for i := at.First; i < at.End && r.heads(at); i++ {
			if k := r.officeFrom(i + 1); !speeches.Has(r.doc.Tokens[i]) && !(r.doc.Tokens[i].Is(keyBy) && i > at.First && k < len(r.offices) && r.offices[k].Tokens.First == i+1) {
				continue // "Notes from the road, by Foreign Minister A"
			}
			if who := r.all(text.Range{First: i, End: at.End}, isPerson); len(who) > 0 {
				return who[0]
			}
		}
	}
	return nil
}

// signatory is the one whose name, with his office or not, is the last line of the page that has
// no more; nil when another signs beside him.
func (r *reader) signatory() *pipeline.Mention {
	const furthest = 60 // tokens from the end
	var one *pipeline.Mention
	for k := len(r.mentions) - 1; k >= 0; k-- {
		m := r.mentions[k]
		if m.Tokens.First < len(r.doc.Tokens)-furthest {
			break
		}
		if m.Kind != pipeline.Person || m.Nested {
			continue
		}
		if line := r.line(m.Tokens.First); line.First > 0 && r.nothingBut(line, m) {
			if one != nil && one.Entity != m.Entity {
				return nil
			}
			one = m
		}
	}
	return one
}

// line is the line in which token i stands.
func (r *reader) line(i int) text.Range {
	return text.Range{First: r.doc.LineStart(i), End: r.doc.LineEnd(i)}
}

// longestSelf is how long the words are, in bytes, with which a speaker tells of himself.
const longestSelf = len("our")

// firstPerson reads token i where it is the speaker, "I", or what is his country's: "our" before a
// mission, "we" before what is done to one.
func (r *reader) firstPerson(p *piece, i, end int) bool {
	t := r.doc.Tokens[i]
	switch {
	case i+1 >= end:
		return false
	case (t.Is(keyI) || t.Is(keyMe)) && (!t.Has(text.Initial) || r.doc.Tokens[i+1].Has(text.Lower) && !r.numeral(i)) && !r.quoting(i):
		m := r.speaks()
		if m == nil {
			return false
		}
		p.kind, p.m, p.country = person, m, m.Country()
		return true
	case t.Is(keyOur) && r.missionNear(i+1, end), t.Is(keyWe):
		if p.country = r.ours(); p.country == "" {
			return false
		}
		p.kind = demonym
		return true
	}
	return false
}

// quoting reports whether token i stands in quotation marks, where another speaks: "I met the King,"
// said the Minister.
func (r *reader) quoting(i int) bool {
	const furthest = 80 // tokens
	open := false
	for j := i - 1; j >= 0 && i-j < furthest && !r.doc.Tokens[j+1].Has(text.ParaStart); j-- {
		open = open != (r.doc.Tokens[j].Class == text.Quote)
	}
	return open
}

// numeral reports whether the "I" at token i is the number of a king or of a part.
func (r *reader) numeral(i int) bool {
	if i == 0 || !r.doc.Tokens[i-1].Capital() {
		return false
	}
	for k := r.mentionFrom(i) - 1; k >= 0 && r.mentions[k].Tokens.First > i-8; k-- {
		if m := r.mentions[k]; m.Kind != pipeline.Person && m.Tokens.End == i {
			return false // "Before coming to Oslo I served", "in September I met"
		}
	}
	return true
}

// speaks is who speaks in the line being read.
func (r *reader) speaks() *pipeline.Mention {
	if r.speaker.turns {
		return r.speaker.turn
	}
	return r.pageSpeaker()
}

// missionNear reports whether a mission's word is token i or one of the next.
func (r *reader) missionNear(i, end int) bool {
	const near = 3
	for j := i; j < min(end, i+near); j++ {
		if e, n := words.Longest(r.doc.Tokens, j, end); n > 0 && e.senses&mission != 0 {
			return true
		}
	}
	return false
}

// ours is the country of the one who speaks, or of the mission whose page it is.
func (r *reader) ours() string {
	r.pageSpeaker()
	if m := r.speaks(); m != nil {
		return cmp.Or(m.Person.Country, r.known[m.Entity].Country, r.house.Sending)
	}
	return r.house.Sending
}

var (
	keyI   = text.KeyOf("i")
	keyMe  = text.KeyOf("me")
	keyMy  = text.KeyOf("my")
	keyOur = text.KeyOf("our")
	keyWe  = text.KeyOf("we")
)

// asked reports whether a sentence that says that someone asked for something is a question put in
// parliament: one of words for how often, when or whether stands in it.
func (speaker) asked(doc *pipeline.Document, at text.Range) bool {
	for i := at.First; i < at.End; i++ {
		if inquiries.Has(doc.Tokens[i]) {
			return true
		}
	}
	return false
}

var inquiries = text.NewSet("number", "whether", "when", "what", "if", "how", "statement")
