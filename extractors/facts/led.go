package facts

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A lead is a clause that a colon ends and that each line of the list under it completes: "The Holy
// Father received in audience:", and under it "- A, prime minister of Croatia;".
type lead struct {
	pieces []piece // without the colon
	contents
	at   text.Range
	last int // the sentence of its last item, or its own
}

// mostLed is how many pieces a lead may have.
const mostLed = 40

// noteLead keeps a sentence that leads a list of whom or what it tells.
func (s *sentence) noteLead() {
	const told = meet | confer | meeting | receive | appoint | visit | travel | hold | present | leave | recognize | establish | closing
	if !s.leadsOn() || len(s.pieces) > mostLed || s.senses&told == 0 || !s.acts() || s.asks() || s.doc.Tokens[s.at.First].Has(text.LineStart) && s.labelOnly() {
		return
	}
	end := len(s.pieces) - 1
	for k := end - 1; k > 0 && k > end-5; k-- {
		if s.says(k, "following") && s.p(k-1).has(article) {
			end = k - 1 // "met with the following ministers:"
		}
	}
	s.lead.pieces = append(s.lead.pieces[:0], s.pieces[:end]...)
	s.lead.at, s.lead.contents, s.lead.last = s.at, s.contents, s.n
}

// acts reports whether somebody does something in the sentence, in whatever form of the verb.
func (s *sentence) acts() bool {
	return slices.ContainsFunc(s.pieces, func(p piece) bool {
		return p.has(verb|be) || p.has(acts|hold|confer) && p.forms&(past|presentTense|base) != 0
	})
}

// labelOnly reports whether nobody acts before the colon that ends the line: "Visited Lima:".
func (s *sentence) labelOnly() bool {
	return !slices.ContainsFunc(s.pieces, func(p piece) bool {
		return isActor(&p) || isState(&p) || p.has(pronoun) || p.kind == body || p.has(appoint)
	})
}

// readLed reads a line of a list together with the clause that leads it, and reports whether that told
// something.
func (s *sentence) readLed() bool {
	if len(s.lead.pieces) == 0 || s.n != s.lead.last+1 {
		return false
	}
	if !s.doc.Tokens[s.at.First].Has(text.LineStart) || s.clausal() && !s.namesTo() || s.leadsOn() || !s.hasActor(0, min(4, len(s.pieces))) {
		return false
	}
	own, item, had, used := slices.Clone(s.pieces), s.pastNumeral(), s.contents, len(s.used)
	before := len(s.facts)
	s.pieces = append(append(s.pieces[:0], s.lead.pieces...), own[item:]...)
	s.join(s.lead.contents)
	s.clause = answer{}
	s.used = make([]bool, len(s.pieces))
	readVisits(s)
	readMeetings(s)
	readAppointments(s)
	for _, f := range s.facts[before:] {
		f.At = []text.Range{s.lead.at, s.at}
	}
	s.pieces = append(s.pieces[:0], own...)
	s.contents, s.clause, s.used = had, answer{}, make([]bool, used)
	s.lead.last = s.n
	return len(s.facts) > before
}

// namesTo reports whether a line says to what someone is named: "A to be Consul at Lyon".
func (s *sentence) namesTo() bool {
	for k := 1; k < len(s.pieces); k++ {
		if s.says(k, "be") && s.p(k-1).has(to) {
			return true
		}
	}
	return false
}

// pastNumeral is the piece behind the number of an item, "1." or "(1)".
func (s *sentence) pastNumeral() int {
	k := 0
	for k < min(3, len(s.pieces)) && (s.p(k).kind == number || s.sign(k)) {
		k++
	}
	return k
}

// pastHonours is the token behind the letters of honours that stand at token i behind a name, with the
// commas around them where a small word goes on: "A, K.C.M.G., O.B.E., to be Consul"; i where there are none.
func (r *reader) pastHonours(i, end int) int {
	if r.doc.Tokens[i].Class != text.Comma {
		return i
	}
	last := i
	for j := i; j < end && r.doc.Tokens[j].Class == text.Comma; {
		next := r.letters(j+1, end)
		if next == j+1 {
			break
		}
		j, last = next, next
	}
	if last == i {
		return i
	}
	if last < end && r.doc.Tokens[last].Class == text.Comma && last+1 < end && r.doc.Tokens[last+1].Class == text.Word && r.doc.Tokens[last+1].Has(text.Lower) && !r.doc.Tokens[last+1].Is(keyThe) {
		return last + 1
	}
	return last
}

// letters is the token behind the letters of one honour at token i, "K.C.M.G.", "CBE", "Esq."; i for none.
func (r *reader) letters(i, end int) int {
	const longest = 5 // bytes
	j := i
	for j < end && r.doc.Tokens[j].Class == text.Word && r.doc.Tokens[j].Has(text.Upper) && r.doc.Tokens[j].Len() <= longest || j < end && esquires.Has(r.doc.Tokens[j]) {
		if k := r.mentionFrom(j); k < len(r.mentions) && r.mentions[k].Tokens.First == j && r.mentions[k].Kind != pipeline.Organization {
			return i
		}
		if j++; j < end && r.doc.Tokens[j].Class == text.Dot {
			j++
		} else {
			break
		}
	}
	if j < end && r.doc.Tokens[j].Class != text.Comma && !r.doc.Tokens[j].Has(text.Lower) && r.doc.Tokens[j].Class != text.Semi {
		return i
	}
	return j
}

var esquires = text.NewSet("esq", "esquire", "bart", "bt")
