package facts

import (
	"chancery/extractors/people"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// pastAddress is the token behind the forms of address at token i, "H.E. Mr.", when a
// person or an office follows: they are no piece. It is i where there are none.
func (r *reader) pastAddress(i, end int) int {
	t := &r.doc.Tokens[i]
	if j := i + 1; (t.Is(keyHis) || t.Is(keyHer)) && j < end && forms.Has(r.doc.Tokens[j]) { // "Her Majesty's Consul"
		if k := r.pastAddress(j, end); k > j {
			return k
		}
	}
	if t.Class != text.Word || !t.Capital() || !addresses.Has(*t) || !forms.Has(*t) && !people.Honorifics.Has(*t) && !t.Has(text.Upper) {
		return i
	}
	const longest = 12 // tokens; no row of forms is longer, and a page of them is read once
	j, end := i+1, min(end, i+1+longest)
	for ; j < end; j++ {
		if t := r.doc.Tokens[j]; t.Has(text.Initial) && r.personAt(j) {
			return j // "Shri E. Ahamed", whose initial is none of "H.E."
		} else if t.Class != text.Dot && !t.Is(keyThe) && !t.Has(text.Possess) && !(t.Capital() && (forms.Has(t) || people.Honorifics.Has(t))) && !(t.Has(text.Upper) && initialForms.Has(t)) {
			break
		}
	}
	if j < end && r.personAt(j) {
		return j
	}
	if k := r.officeFrom(j); j < end && k < len(r.offices) && r.offices[k].Tokens.First == j {
		return j // "H.E. President A"
	}
	return i
}

// personAt reports whether a name begins at token i.
func (r *reader) personAt(i int) bool {
	k := r.mentionFrom(i)
	return k < len(r.mentions) && r.mentions[k].Tokens.First == i && r.mentions[k].Kind == pipeline.Person
}

var (
	keyHis = text.KeyOf("his")
	keyHer = text.KeyOf("her")
)

// forms are the words of address, without the full stops between.
var forms = text.NewSet("majesty", "majesties", "highness", "highnesses", "excellency", "excellencies", "holiness", "eminence", "grace", "honourable", "honorable", "mr", "mrs", "ms", "mme", "miss", "madam", "dr", "prof", "hon", "lady", "lord", "sir", "sheikh", "sayyid", "shri", "smt", "dato", "h", "e")

// initialForms are the forms of address in initials without full stops: "HE President A".
var initialForms = text.NewSet("he", "hh", "hm", "hrh", "hrm", "hsh")

// addresses are all of these, and the styles.
var addresses = text.Union(forms, initialForms, people.Honorifics)
