package people

import "chancery/pipeline/text"

// The small words of other languages that begin no family name behind an office or
// a style: "and", "ten" of something.
var joining = text.NewSet("e", "y", "i", "á", "ap", "bar", "st", "ten")

// foreignOffices go on with a small word of their language: "Embajador de España".
var foreignOffices = text.NewSet("embajador", "embajadora", "embaixador", "embaixadora", "ambassadeur", "ambassadrice",
	"ministro", "ministra", "ministre", "canciller", "viceministro", "viceministra", "vicecanciller")

// ofEstates are the titles that go on with the name of an estate, behind estates.
var (
	ofEstates = map[string]bool{"nobility": true, "royal": true, "monarch": true, "crown-prince": true}
	estates   = text.NewSet("de", "du", "del", "della", "di", "da", "la", "le")
)

// behindParticles is the capital behind the particles at token i that begin a family
// name right behind an office or a style: "Ambassador von Papen", "Mr. de la Rúa",
// "President al-Bashir"; i when there are none.
func (r *reader) behindParticles(i, end int) int {
	const longest = 6 // bytes
	t := r.doc.Tokens[i]
	if t.Len() > longest || !particles.Has(t) || joining.Has(t) || !r.announced(i) || foreignOffices.Has(r.at(i-1)) {
		return i
	}
	if k := r.firstRole(i); k > 0 && r.roles[k-1].tokens.End == i {
		ro := &r.roles[k-1]
		if p := ro.tokens.First - 1; ofEstates[ro.code] && estates.Has(t) || r.at(p).Capital() && !stops.Has(r.at(p)) && !r.isRole(p) && !r.doc.Tokens[p+1].Has(text.SentStart) {
			return i // "the Marquis de Talleyrand", "Dirección General de Aduanas"
		}
	}
	j := i
	for j < min(end, i+3) && particles.Has(r.at(j)) && r.at(j).Has(text.Lower) {
		j++
	}
	if d := r.at(j); d.Class == text.Dash && !d.Has(text.Spaced) && !r.at(j+1).Has(text.Spaced) {
		j++
	}
	if j >= end || !r.at(j).Capital() {
		return i
	}
	return j
}

// innerApostrophe reports whether a name goes on behind the apostrophe at token i:
// "Mohammed Shia' Al Sudani", "'Ofa 'Uta'atu".
func (r *reader) innerApostrophe(i int) bool {
	next := r.at(i + 1)
	return !r.doc.Tokens[i].Has(text.Spaced) && arabicArticles.Has(next) && next.Has(text.Spaced) || r.glottal(i+1)
}

// glottal reports whether the apostrophe before token i is the consonant that its name
// begins with, and no quotation mark that another closes: "Prime Minister 'Akilisi".
func (r *reader) glottal(i int) bool {
	const longest = 8 // tokens of what may be quoted
	a, t := r.at(i-1), r.at(i)
	if a.Class != text.Apos || !a.Has(text.Spaced) || t.Class != text.Word || t.Has(text.Spaced) || !t.Has(text.Title) || stops.Has(t) {
		return false
	}
	for j := i + 1; j < i+longest; j++ {
		if q := r.at(j); q.Class == text.Apos && !q.Has(text.Spaced|text.Possess) {
			return false
		}
	}
	return true
}

// family reports whether a name is a family name alone, though particles stand
// before it.
func (r *reader) family(t text.Range) bool {
	return r.doc.Tokens[t.First].Has(text.Lower) || t.Len() == 2 && r.doc.Tokens[t.First].Is(keyEl) // "President El Sisi"
}
