package people

import "chancery/pipeline/text"

// loudFamily reports whether token i, whatever else the word means, is a family name in
// capitals behind given names in mixed case: "Simon William ENGLISH", "Jonathan KINGS".
func (r *reader) loudFamily(i int) bool {
	t, p, next := r.at(i), r.at(i-1), r.at(i+1)
	if r.loud || !t.Has(text.Upper) || t.Len() < shortestLoud || t.Has(text.SentStart) || next.Has(text.Upper) && next.Class == text.Word {
		return false
	}
	if p.Class == text.Dot {
		return r.at(i-2).Has(text.Initial) && r.at(i-3).Has(text.Title)
	}
	return p.Class == text.Word && p.Has(text.Title) && !stops.Has(p) && !r.isRole(i-1) && (givenNames.Has(p) || surnames.Has(p) || r.isRole(i-2) || r.isRole(i-3))
}

// loudName reports whether one run of words in a name of two to five is in capitals, and nothing
// else of it, on a page that writes the family names of others so: "Kiraitu MURUNGI", "Beji CAID
// ESSEBSI", "James SOONG Chu-ye".
func (r *reader) loudName(t text.Range, words int) bool {
	if words < 2 || words > 5 || r.loud {
		return false
	}
	runs, quiet, wasLoud := 0, false, false
	for i := t.First; i < t.End; i++ {
		w := r.doc.Tokens[i]
		if r.place[i] != nil || r.org[i] != nil {
			return false
		}
		if w.Class != text.Word {
			continue
		}
		if stops.Has(w) || tails.Has(w) {
			return false
		}
		loud := w.Has(text.Upper) && w.Len() > 1 && !numerals.Has(w)
		if loud != wasLoud && i > t.First && !w.Has(text.Spaced) && !(loud && arabicArticles.Has(r.at(i-2))) {
			return false // "FORD-Kenya", "MNSD-Nassara", but "al-MAHDI"
		}
		if loud && !wasLoud {
			next := i + 1
			if r.at(next).Class == text.Dash {
				next++ // "AL-MOUSAWI"
			}
			if runs++; w.Len() < shortestLoud && !(next < t.End && r.at(next).Has(text.Upper)) {
				return false
			}
		}
		quiet, wasLoud = quiet || !loud, loud
	}
	return runs == 1 && quiet && r.writesLoud()
}

// shortestLoud is how many bytes a word in capitals has that is not letters of something.
const shortestLoud = 4

// loudWord reports whether a word is in capitals and too long for letters of something.
func loudWord(t text.Token) bool {
	return t.Class == text.Word && t.Has(text.Upper) && t.Len() >= shortestLoud
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
