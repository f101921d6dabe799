package agreements

import (
	"cmp"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A signing is what the text says of an instrument's conclusion.
type signing struct {
	date     *pipeline.DateValue
	place    string
	status   string
	inferred bool // the date is that of a visit or meeting, not of the act
}

const (
	reach     = 60 // tokens around a title in which its signature is looked for
	lineReach = 8  // lines behind a title that fills a line
)

// signing reads the particulars of the k-th title: in it, behind it, in the
// lines under it, or before it in its sentence.
func (r *reader) signing(t *title, k int) signing {
	next := len(r.tokens)
	if k+1 < len(r.titles) {
		next = r.titles[k+1].at.First
	}
	if t.header.Len() > 0 {
		return r.row(t)
	}
	if r.plannedBehind(t) {
		return signing{status: "planned"} // "signed a Treaty on Limits, and one on Trade is under negotiation"
	}
	s := r.behind(t, k, next)
	if d := r.yearBeside(t); d != nil && t.line.Len() == 0 && s.date != nil && s.date.EDTF[:4] != d.Date.EDTF[:4] {
		s = signing{} // "the Trade Agreement of 1974 and the one signed in 2013"
	}
	if d := r.dateOf(t.head + 1); d != nil && r.tokens[t.head].Has(text.Lower) && d.Date != nil && d.Tokens.First < t.at.End && (r.changed(t) || s.date != nil && !strings.HasPrefix(s.date.EDTF, d.Date.EDTF)) {
		s = signing{date: d.Date, status: "signed"} // "the convention of 23 August 1906, signed at a conference", of which more is told
	}
	switch {
	case s.date != nil:
	case t.line.Len() > 0:
		status, place := s.status, s.place
		s = r.under(t, k)
		s.status = cmp.Or(s.status, status)
		if s.date == nil {
			r.around(t, k, &s)
		}
		if s.date == nil && k == 0 {
			r.doneAt(k, &s)
		}
		if s.date == nil && s.status == "" && t.intro.Len() > 0 {
			r.announced(t, &s)
		}
		if s.place = cmp.Or(s.place, place); s.place == "" && s.date != nil && (r.class(t.at.End) == text.Open && r.cityIn(t.at.End) || r.class(t.at.End) == text.Comma && r.cityEnds(t.at.End+1, t.line.End)) {
			s.place = r.world.placeName(t.at.End + 1)
		}
	default:
		if d := r.year(t); d != nil {
			s.date = d.Date
			s.status = cmp.Or(s.status, "signed")
		} else if s.status != "in force" && !r.shared(k, &s) {
			r.before(t, k, &s)
			r.occasionBehind(k, &s)
			if t.intro = r.introOf(t); s.date == nil && s.status == "" && t.intro.Len() > 0 {
				r.announced(t, &s)
			}
		}
	}
	if t.line.Len() == 0 && (s.date == nil || s.status == "initialled") {
		r.signedNext(t, next, &s)
	}
	return s
}

// behind reads from the title's end to the end of its sentence or the next
// title: "(August 2015, Beijing)", ", signed in December 2002 in Beijing",
// "was signed in Moscow on 5 May 2010", ", 1832".
func (r *reader) behind(t *title, k, next int) (s signing) {
	i := t.at.End
	if r.class(i) == text.Dash && r.tokens[i].Has(text.Spaced) && r.class(i+1) == text.Word && acronym(r.word(i+1)) && r.class(i+2) == text.Open {
		i += 2 // "Agreement on Cooperation – ACFI (Luanda, 2015)"
	}
	for r.class(i) == text.Quote || r.class(i) == text.Close && r.class(t.at.First-1) == text.Open {
		i++
	}
	if k+1 < len(r.titles) && r.class(i) == text.Comma && r.otherName(t, r.titles[k+1]) { // ", also known as Pinckney's Treaty, on October 27, 1795"
		if i = r.titles[k+1].at.End; r.class(i) == text.Comma {
			i++
		}
		if next = len(r.tokens); k+2 < len(r.titles) {
			next = r.titles[k+2].at.First
		}
	}
	end := min(r.sentenceEnd(t.at.End-1), i+reach)
	if t.line.Len() > 0 {
		end = t.line.End
	}
	i = r.pastOther(i)
	if r.class(i) == text.Open {
		if s = r.bracketed(i, min(next, end)); s.date != nil || s.status == "in force" {
			s.place = cmp.Or(s.place, r.signedIn(t, r.concluding(t, k))) // "Signature, in Luanda, of a Protocol (December 3)"
			return s
		}
		if i, next = r.pastAlias(i, k, next); i >= end {
			return s
		}
	}
	end = min(end, next)
	if s = r.appended(i, end); s.date != nil {
		return s
	}
	if verb := r.verbBefore(r.titles[r.firstListed(k)]); verb >= 0 || r.signedInList(k) {
		if verb >= 0 {
			s.status = r.status(verb)
		}
		if r.adjoins(i, end, &s) {
			if verb >= 0 && r.lower(verb) == "signed" {
				s.place = cmp.Or(s.place, r.placeAfter(verb+1)) // "signed in Baku a Memorandum"
			}
			return s
		}
	}
	if (r.has(i, in) || r.word(i) == "on") && r.dateBegins(i+1) && (r.gapped(k) || r.word(i) == "on" && r.word(r.pastDet(t.at.First-1)) == "by") && r.particulars(i+1, &s) {
		return s // "A was signed in 2006, and B in 2002"; "ceded by the Treaty of Bardo on May 12, 1881"
	}
	if j := r.pastPlace(i); j > i && j < end && (r.word(j) == "on" || r.has(j, in)) && r.dateBegins(j+1) && r.gapped(k) && r.particulars(j+1, &s) {
		return s // "signed A on 8 March, and B in Lima on 25 March"
	}
	return r.signedBehind(t, i, end)
}

// pastPlace is the token behind "in" and a place at token i, or i.
func (r *reader) pastPlace(i int) int {
	if m := r.world.placeMention(i + 1); (r.has(i, in) || r.word(i) == "at") && m != nil && m.Tokens.First == i+1 {
		return m.Tokens.End
	}
	return i
}

// signedBehind reads a verb of signing behind the title, and what follows it.
func (r *reader) signedBehind(t *title, i, end int) (s signing) {
	signed := t.line.Len() > 0 && !(r.class(i) == text.Dash && i+1 < end && remarks.Has(r.tokens[i+1]))
	for ; i < end; i++ {
		word := r.word(i)
		if signed && t.line.Len() == 0 && (r.class(i) == text.Semi || r.class(i) == text.Comma && i+2 < end && strings.HasSuffix(r.word(i+1), "ing") && r.tokens[i+1].Has(text.Lower)) {
			return s // ", replacing the treaty of 1960"
		}
		switch {
		case signed && r.has(i, strong) && r.dateOf(i+1) != nil: // "was concluded, reaffirming the treaties of 1848 and 1853"
			return s
		case r.has(i, sign) && i > r.pastWith(t.at.End) && r.ofRatification(t): // "the ratifications of the treaty were exchanged on"
			return s
		case signed && r.has(i, sign) && r.denied(i): // "was signed by Peru, and Chile would sign it in June"
			return s
		case r.has(i, sign) && strings.HasPrefix(r.word(i-1), "ha") && r.has(i-1, finite) && r.has(i+1, det): // "under the treaty of Ghent has concluded its session"
			return s
		case (r.has(i, sign) || r.done(i) || i == t.at.End && t.named == byAct) && !r.has(i, force) && !r.denied(i) && !r.closesTalks(t, i):
			signed = true
			s.status = cmp.Or(s.status, r.status(i))
			s.place = cmp.Or(s.place, cmp.Or(r.placeAfter(i+1), r.placeBy(i+1, end)))
		case word == "took" && r.word(i+1) == "place" && t.entry.kind == "exchange":
			signed, s.status = true, cmp.Or(s.status, "signed")
		case word == "which" && r.pastWhich(i) > i: // ", which ended the war, was signed"
			i = r.pastWhich(i)
		case (word == "which" || word == "that") && r.has(i+2, sign): // "a Treaty with Siam that was signed in Paris"
		case word == "that" && r.has(i-1, of|with|to|in|party): // "a treaty with that Republic, which was signed in Quito"
		case r.has(i, force), word == "which", word == "that":
			if (word == "force" || word == "effect") && (r.has(i-1, in) || r.word(i-1) == "into") && !r.has(i+1, of) && !r.pending(max(0, i-4), i) {
				s.status = cmp.Or(s.status, "in force")
			}
			if !signed || s.status == "in force" {
				return s
			}
		}
		if d := r.world.date(i); d != nil && d.Tokens.First == i && r.opensNext(d) {
			return s
		}
		if signed && r.particulars(i, &s) {
			if r.entered(i, end) {
				s.status = "in force"
			}
			return s
		}
	}
	return s
}

// adjoins takes the date that follows a title with only places and names
// between: "in Washington, D.C. on June 24, 1924", "in a ceremony on 5 May 2011".
func (r *reader) adjoins(i, end int, s *signing) bool {
	for ; i < end; i++ {
		if d := r.world.date(i); d != nil && d.Tokens.First == i && r.opensNext(d) {
			return false
		}
		if r.particulars(i, s) {
			return true
		}
		if w := r.word(i); (w == "took" && r.word(i+1) == "place" || (w == "was" || w == "were") && r.word(i+1) == "held") && i+2 < end {
			i++ // "the signing of the Agreement took place in Rome"
			continue
		}
		if r.class(i) == text.Word && !r.tokens[i].Capital() && !r.has(i, link|det) && !ceremony.Has(r.tokens[i]) || r.class(i) == text.Open || r.has(i, and) && (i+1 >= end || !r.tokens[i+1].Capital()) {
			return false
		}
	}
	return false
}

var ceremony = text.NewSet("ceremony", "signing", "formal", "special", "virtual", "de", "von", "van", "der", "den", "bin", "bint", "ibn", "al", "el", "da", "di", "du", "la", "le", "y", "e")

// bracketed reads "(August 2015, Beijing)" and "(signed in Rome, 5 May 1990)".
func (r *reader) bracketed(i, end int) (s signing) {
	for ; i < end && r.class(i) != text.Close; i++ {
		if r.word(i) == "not" && r.has(i+1, sign) {
			return signing{}
		}
		if w := r.word(i); r.has(i, force) || w == "effective" && (r.dateBegins(i+1) || r.dateBegins(i+2)) {
			if (w == "force" || w == "effect" || w == "effective") && !r.pending(max(0, i-4), i) {
				s.status = "in force"
			}
			return s
		}
		if d := r.world.date(i); d != nil && s.date == nil && !term(d) && !open(d) {
			s.date, s.status = d.Date, "signed"
		}
		if p := r.world.placeName(i); p != "" && s.place == "" {
			s.place = p
		}
	}
	if s.date == nil {
		s.place = ""
	}
	return s
}

// under reads the lines under a title that fills its line: "Signed at Abuja
// January 10, 2025; entered into force ...".
func (r *reader) under(t *title, k int) (s signing) {
	next := len(r.tokens)
	for k++; k < len(r.titles) && !t.dashed; k++ { // what a register says under a title may name the instrument again
		if r.titles[k].line.Len() > 0 && r.titles[k].line.First >= t.line.End {
			next = r.titles[k].line.First
			break
		}
	}
	if r.labelled(t.line.End, next, &s) {
		r.enteredUnder(t, next, &s)
		return s
	}
	lines := 0
	for i := t.line.End; i < next && lines < lineReach; i++ {
		if r.tokens[i].Has(text.ParaStart) {
			break
		}
		if r.tokens[i].Has(text.LineStart) {
			if lines++; r.class(i) == text.Open && r.labelled(i, next, &s) { // "(Jakarta, 5 February 2004)"
				r.enteredUnder(t, next, &s)
				return s
			}
		}
		word := r.lower(i)
		if (word == "signature" || r.tokens[i].Has(text.LineStart) && (word == "date" || word == "place")) && r.class(i+1) == text.Colon {
			r.field(i+2, &s)
			continue
		}
		if word != "signed" && word != "notes" && word != "letters" && word != "done" && word != "adopted" && !(word == "concluded" && r.tokens[i].Has(text.LineStart)) {
			continue
		}
		if own := r.ownSigning(i, next); own > i && r.has(i-1, isHead) && !r.tokens[i-1].Capital() && !r.tellsOf(i) { // "Amending treaty signed May 5, 1990."
			i = own - 1
			continue
		}
		if r.labelled(i+1, next, &s) {
			r.enteredUnder(t, next, &s)
			return s
		}
		for j := i + 1; j < len(r.tokens) && j < i+reach; j++ {
			if r.class(j) == text.Semi || r.class(j) == text.Stop || r.has(j, force) {
				break
			}
			if r.particulars(j, &s) {
				if r.entered(j, min(next, j+4*reach)) { // past the long way through a senate
					s.status = "in force"
				}
				return s
			}
		}
	}
	if s.date != nil {
		r.enteredUnder(t, next, &s)
	}
	return s
}
