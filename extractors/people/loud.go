package people

import "chancery/pipeline/text"

// loudFamily reports whether token i, whatever else the word means, is a family name in
// capitals behind given names in mixed case: "Simon William ENGLISH", "Jonathan KINGS".
func (r *reader) loudFamily(i int) bool {
	const shortest = 4 // bytes: shorter ones are letters of something
	t, p, next := r.at(i), r.at(i-1), r.at(i+1)
	if r.loud || !t.Has(text.Upper) || t.Len() < shortest || t.Has(text.SentStart) || next.Has(text.Upper) && next.Class == text.Word {
		return false
	}
	if p.Class == text.Dot {
		return r.at(i-2).Has(text.Initial) && r.at(i-3).Has(text.Title)
	}
	return p.Class == text.Word && p.Has(text.Title) && !stops.Has(p) && !r.isRole(i-1) && (givenNames.Has(p) || surnames.Has(p) || r.isRole(i-2) || r.isRole(i-3))
}

// loudName reports whether a name of two to four words has its first or last in capitals and
// no other, on a page that writes the family names of others so: "Kiraitu MURUNGI".
func (r *reader) loudName(t text.Range, words int) bool {
	if words < 2 || words > 4 || r.loud {
		return false
	}
	first, last := r.at(t.First), r.at(t.End-1)
	if loudWord(first) == loudWord(last) || loudWord(last) && !last.Has(text.Spaced) && !r.articled(t) || loudWord(first) && r.at(t.First+1).Class == text.Dash {
		return false // "FORD-Kenya", "MNSD-Nassara"
	}
	for i := t.First; i < t.End; i++ {
		if w := r.doc.Tokens[i]; r.place[i] != nil || r.org[i] != nil || w.Class == text.Word && (stops.Has(w) || tails.Has(w) || i > t.First && i < t.End-1 && loudWord(w)) {
			return false
		}
	}
	return r.writesLoud()
}

// articled reports whether an article and a hyphen stand before the last word: "Siddiq al-MAHDI".
func (r *reader) articled(t text.Range) bool {
	return arabicArticles.Has(r.at(t.End-3)) && r.at(t.End-2).Class == text.Dash
}

// loudWord reports whether a word is in capitals and too long for letters of something.
func loudWord(t text.Token) bool {
	const shortest = 4 // bytes
	return t.Class == text.Word && t.Has(text.Upper) && t.Len() >= shortest
}

// writesLoud reports whether the page writes family names in capitals: behind given names that
// the lists have, more than twice.
func (r *reader) writesLoud() bool {
	const least = 3
	if r.loudNames < 0 {
		r.loudNames = 0
		for i := 1; i < len(r.doc.Tokens) && r.loudNames < least; i++ {
			if p := r.doc.Tokens[i-1]; loudWord(r.doc.Tokens[i]) && p.Has(text.Title) && givenNames.Has(p) && !r.at(i+1).Has(text.Upper) {
				r.loudNames++
			}
		}
	}
	return r.loudNames >= least
}
