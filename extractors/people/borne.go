package people

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// borne are the codes of titles that are also names.
var borne = map[string]bool{"monarch": true, "royal": true, "nobility": true, "judge": true, "military": true, "clergy": true, "pope": true}

// callings are the codes of what people are besides the office that a sentence
// gives them: "appointed the diplomat A as Commissioner".
var callings = map[string]bool{"diplomat": true, "negotiator": true, "professor": true, "parliamentarian": true}

// nameNotOffice reports whether the word of an office is part of a name: an
// abbreviation without its full stop ("Hun Sen"), or a title that people bear as
// a name, after a given name or another office ("Amir Khan").
func (r *reader) nameNotOffice(i int, o office, before []role) bool {
	t := r.doc.Tokens[i]
	if abbreviations.Has(t) {
		if r.at(i+1).Class == text.Dot { // "... with Hun Sen."
			return i+2 >= len(r.doc.Tokens) || r.at(i+2).Has(text.SentStart)
		}
		return !r.at(i + 1).Capital()
	}
	if next := r.at(i + 1); t.Is(keyAmir) && !r.at(i-1).Is(keyThe) && next.Has(text.Title) && (lastNames.Has(next) || !givenNames.Has(next)) && !particles.Has(r.at(i+2)) && !r.at(i+2).Capital() {
		return true // "Amir Levy"
	}
	if t.Is(keyPM) {
		if !t.Has(text.Upper) || r.at(i-1).Class == text.Number && !t.Has(text.LineStart) { // "at 3 PM"
			return true
		}
		_, national := r.demonymBefore(i, max(i-2, 0))
		return !r.at(i+1).Capital() && national == 0 && !r.at(i-1).Is(keyThe)
	}
	if o.code == "clergy" && t.Is(keyImam) && (r.at(i-1).Is(keyMr) || r.at(i-1).Class == text.Dot && r.at(i-2).Is(keyMr)) {
		return true // "Mr. Imam Santoso"
	}
	if !t.Has(text.Title) || !borne[o.code] || t.Has(text.SentStart) {
		return false
	}
	if o.code == "monarch" && sonOf.Has(r.at(i+1)) {
		return true // "Sultan bin Saad"
	}
	p := r.at(i - 1)
	if o.code == "monarch" && sonOf.Has(p) {
		return true // "Abdulaziz bin Sultan"
	}
	if turkish.Has(t) && p.Class == text.Word && p.Has(text.Title) && !p.Has(text.SentStart) && !(r.at(i+1).Is(keyOf) && epithets.Has(p)) {
		if _, n := r.demonymAt(i-1, i); n == 0 {
			return true // "Asım Bey"
		}
	}
	if t.Is(keyEarl) && !p.Is(keyThe) && r.at(i+1).Has(text.Initial) && r.at(i+2).Class == text.Dot {
		return true // "Earl E. T. Smith"
	}
	if p.Class == text.Word && p.Capital() && givenNames.Has(p) && (!r.at(i+1).Is(keyOf) || turkish.Has(t)) {
		return true // "Yahya Khan", "Imran Khan of Pakistan"
	}
	if s := r.at(i - 2); o.code == "monarch" && p.Capital() && honorifics.Has(s) && s.Capital() && !honorifics.Has(p) && !r.at(i+1).Capital() {
		return true // "Sir Zafrulla Khan"
	}
	if o.code == "monarch" && p.Has(text.Title) && lastNames.Has(p) && len(before) > 0 && before[len(before)-1].tokens.End == i-1 && !r.at(i+1).Capital() && !r.at(i+1).Is(keyOf) {
		return true // "Prime Minister Mackenzie King"
	}
	return givenNames.Has(t) && len(before) > 0 && before[len(before)-1].tokens.End == i
}

var (
	keyAmir = text.KeyOf("amir")
	keyImam = text.KeyOf("imam")
	keyMr   = text.KeyOf("mr")
)

// turkish are titles that stand behind the names of those who bear them.
var turkish = text.NewSet("bey", "khan")

var sonOf = text.NewSet("bin", "ibn", "bint", "binti", "binte")

// insideName reports whether an organization covers the words: "Council of
// Ministers", "Office of the President" name bodies, not people.
func (r *reader) insideName(i, n int) bool {
	o := r.org[i]
	return o != nil && o.Strength > pipeline.Weak && o.Tokens.First < i && o.Tokens.End > i+n-1
}

// modifies reports whether an office's word only modifies the office after it:
// "Deputy Speaker", "General Secretary".
func (r *reader) modifies(i, n, end int) bool {
	if n > 1 || !modifiers.Has(r.doc.Tokens[i]) {
		return false
	}
	i++
	if _, n := r.demonymAt(i, end); n > 0 {
		i += n // "Deputy Soviet Foreign Minister"
	}
	o, m := offices.Longest(r.doc.Tokens, i, end)
	if m == 0 && i < end && isHead(r.doc.Tokens[i]) {
		o, m = r.headOf(i, end) // "Deputy Head of Chancery"
	}
	return m > 0 && (!o.capital || r.at(i).Capital())
}
