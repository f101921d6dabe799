package people

import (
	"sort"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// most is how many words a name may have.
const most = 9

// nameEnd is the token after the name that may begin at token i: capitalized
// words, initials with their full stops, hyphens, and particles between them.
func (r *reader) nameEnd(i, end int) int {
	if r.barred(i) {
		return i
	}
	last, words := i, 0
	for j := i; j < end && words < most && !(words > 0 && r.speaks(i, j)); {
		t := r.doc.Tokens[j]
		switch {
		case words > 0 && suffixes.Has(t) && t.Has(text.Upper) && r.at(j+1).Class != text.Dot:
			words++
			j++
			last = j
		case t.Class == text.Word && t.Capital():
			if words > 1 && (letters.Has(t) && t.Has(text.Upper) && !r.loud || r.letterRow(j)) {
				return last // "Margaret Gardner AC"
			}
			if j > i && r.barred(j) && !(words == 1 && r.familyOfPeople(i, j, end)) {
				return last
			}
			if p := r.at(j - 1); j == i || p.Class != text.Dash || p.Has(text.Spaced) || t.Has(text.Spaced) { // "Al-Sabah" is one word
				words++
			}
			j++
			if words == 1 || !r.abbreviated(j-1, end) || numerals.Has(t) && r.isRole(i-1) {
				last = j
			}
			j, last = r.withStop(j, last, end)
			if juniors.Has(t) && words > 1 {
				return last
			}
		case t.Class == text.Dash && !t.Has(text.Spaced) && t.Len() == 1 && words > 0 && j+1 < end && r.at(j+1).Class == text.Word && !r.at(j+1).Has(text.Spaced):
			j++
			if r.at(j).Has(text.Lower) { // "al-Din", "Kim Jong-un"
				words++
				j++
				last = j
			}
		case words > 0 && particles.Has(t) && t.Has(text.Lower) && r.goesOn(j, end),
			t.Class == text.Comma && suffixes.Has(r.at(j+1)) && r.at(j+1).Capital() && words > 1 && !r.at(j+2).Capital():
			j++
		case words > 0 && (r.elided(j) || filials.Has(t) && t.Has(text.Lower)):
			words, j, last = words+1, j+1, j+1 // "José d'Oliveira", "Turgunbek uulu"
		case words == 1 && (t.Is(keyOf) || t.Is(keyThe)):
			return max(last, r.byLand(i, j, end), r.byEpithet(j, end))
		case t.Class == text.Open && words > 0 && (givenNames.Has(r.doc.Tokens[i]) || r.at(j-2).Has(text.Initial) && words > 1) && r.bracketed(j, end) > 0:
			j = r.bracketed(j, end)
		case words > 0 && r.nickname(j, end) > 0:
			j = r.nickname(j, end)
		case (t.Class == text.Apos || t.Class == text.Quote) && words > 0 && j+1 < end && r.innerApostrophe(j):
			j++
		default:
			return last
		}
	}
	return last
}

// withStop takes the full stop at token i behind an initial, "Jr" or a name cut short; it
// ends the name, whose last token was last, where a capital follows.
func (r *reader) withStop(i, last, end int) (next, newLast int) {
	t, d := r.at(i-1), r.at(i)
	if d.Class != text.Dot || d.Has(text.Spaced) || i >= end || !t.Has(text.Initial) && !juniors.Has(t) && !(cuts.Has(t) && t.Has(text.Title)) {
		return i, last
	}
	i++
	if r.at(i).Capital() && !(numerals.Has(t) && (i >= end || r.barred(i))) || juniors.Has(t) && i < end && !r.at(i).Has(text.SentStart) {
		last = i // but of "King Harald V. Norway." the stop is the sentence's
	}
	return i, last
}

// abbreviated reports whether token i is an initial with a full stop that no
// capital follows, which ends no name: "Washburne U.S.".
func (r *reader) abbreviated(i, end int) bool {
	return i+1 < end && r.doc.Tokens[i].Has(text.Initial) && r.at(i+1).Class == text.Dot && !r.at(i+1).Has(text.Spaced) && !r.at(i+2).Capital()
}

// broken reports whether the name that ends before token i is cut in the middle
// of a word: by a hyphen at a line's end, or a digit that was a letter.
func (r *reader) broken(i int) bool {
	t := r.at(i)
	if t.Has(text.Spaced) {
		return false
	}
	return t.Class == text.Number || t.Class == text.Dash && r.at(i+1).Has(text.LineStart) && r.at(i+1).Has(text.Lower)
}

// goOn takes into a given name after an office the family name that a line's end
// cut off: "Prime Minister Karim⏎Massimov".
func (r *reader) goOn(c *candidate, s text.Range) {
	i := c.tokens.End
	next := r.at(i)
	if c.role != nil && r.cutAtEnd(c, s) {
		return
	}
	if c.role == nil || i != s.End || c.tokens.Len() > 1 || !givenNames.Has(r.doc.Tokens[c.tokens.First]) {
		return
	}
	if next.Class == text.Word && next.Has(text.Title) && next.Has(text.LineStart) && !next.Has(text.ParaStart) && !r.at(i+1).Capital() && !stops.Has(next) && !headlines.Has(next) {
		c.tokens.End++
	}
}

// cutAtEnd takes into a given name cut short, whose full stop was taken for a sentence's
// end, what goes on behind it: "Undersecretary Ma. Teresa Lopez".
func (r *reader) cutAtEnd(c *candidate, s text.Range) bool {
	i := s.End
	if r.words(c.tokens) > 1 || !cuts.Has(r.doc.Tokens[c.tokens.First]) || r.at(c.tokens.First+1).Class != text.Dot || c.tokens.First+2 != i ||
		!givenNames.Has(r.at(i)) || !r.at(i).Has(text.Title) || r.at(i).Has(text.LineStart) {
		return false
	}
	const furthest = 6 // tokens
	if end := r.nameEnd(i, min(i+furthest, len(r.doc.Tokens))); end > i+1 {
		c.tokens.End = end
		return true
	}
	return false
}

// goesOn reports whether a capital follows the particles at token i.
func (r *reader) goesOn(i, end int) bool {
	for n := 0; i < end && n < 3; n++ {
		t := r.doc.Tokens[i]
		if t.Class == text.Word && t.Capital() {
			return true
		}
		if !particles.Has(t) && !(t.Class == text.Dash && !t.Has(text.Spaced)) {
			return false
		}
		i++
	}
	return false
}

// nickname is the token after a quoted nickname between names, 0 for none.
func (r *reader) nickname(i, end int) int {
	if q := r.at(i); q.Class != text.Quote && (q.Class != text.Apos || !q.Has(text.Spaced)) {
		return 0
	}
	if i+3 < end && r.at(i+1).Has(text.Title) && r.at(i+2).Class == r.at(i).Class && r.at(i+3).Has(text.Spaced) && r.goesOn(i+3, end) {
		return i + 3
	}
	return 0
}

// What barred asks of a word, which it learns with one look-up.
const (
	isMalay = 1 << iota
	isMonth
	isStop
	isPronoun
	isInnerStyle
	isHonorific
	isHeadline
	isVerb
	isAsWord
)

var barring = text.Sorts(malay, monthNames, stops, pronouns, innerStyles, honorifics, headlines, verbs, asWords)

// barred reports whether a word can be no part of a name: it is a country or a
// demonym, or belongs to a name that is surely another.
func (r *reader) barred(i int) bool {
	t := r.doc.Tokens[i]
	if t.Is(keyNear) && (r.at(i+1).Is(keyThe) || r.isRole(i-1)) {
		return true // "the Ambassador Near the Government of Greece"
	}
	sorts, _ := barring.Get(t.Key)
	if r.inLettered(i) || sorts&isMalay != 0 && r.malayStyle(i, text.Range{}) {
		return true
	}
	if next := r.at(i + 1); t.Has(text.Initial) && next.Has(text.Initial) && next.Class == text.Word && next.Has(text.Upper) && r.at(i+2).Capital() {
		return false // "A K Abdul Momen"
	}
	if t.Has(text.Initial) && r.at(i+1).Class == text.Dot && !r.at(i+1).Has(text.Spaced) {
		return t.Is(keyU) && r.at(i+2).Is(keyS) && r.at(i+3).Class == text.Dot && !r.at(i+2).Has(text.Spaced) && r.at(i-1).Class == text.Word // "Under Lukashenko U.S. relations"
	}
	if sorts&isMonth != 0 && (r.at(i-1).Class == text.Number || r.at(i+1).Class == text.Number && r.at(i+1).Len() <= 2) {
		return true // "On 3 May Kovács István", "met with President Bush April 9"
	}
	if r.loudFamily(i) {
		return false
	}
	if sorts&(isStop|isPronoun) != 0 && !givenNames.Has(t) && !r.hyphenatedWord(i) {
		if r.lastSyllable(i) {
			return false
		}
		return !r.familyFirst(i) && !r.nameThatIsWord(i) && !r.familyThatIsWord(i)
	}
	if sorts&isInnerStyle != 0 && r.innerStyle(i) {
		return false
	}
	if sorts&isHonorific != 0 && !r.styleName(i) || r.style(i) || sorts&isHeadline != 0 || t.Has(text.Upper) && t.Len() > 1 && sorts&(isVerb|isAsWord) != 0 {
		return true
	}
	if r.styledFamily(i) {
		return false
	}
	if p := r.place[i]; p != nil && p.Strength > pipeline.Weak && (isState(p) || p.Place.Kind == "continent" || p.Strength == pipeline.Certain) {
		return true
	}
	if o := r.org[i]; o != nil && o.Strength > pipeline.Weak {
		return true
	}
	if !givenNames.Has(t) && !surnames.Has(t) && !(r.style(i-1) && t.Has(text.Title) && !r.at(i+1).Capital()) {
		if _, n := r.demonymAt(i, i+1); n > 0 {
			return true
		}
	}
	return r.isRole(i)
}

// familyOfPeople reports whether the demonym at token j is the family name behind
// the given name at token i: "Danilo Türk", "Scott English". Nothing follows that it
// could qualify.
func (r *reader) familyOfPeople(i, j, end int) bool {
	t, next := r.doc.Tokens[j], r.at(j+1)
	if j != i+1 || !givenNames.Has(r.doc.Tokens[i]) || stops.Has(t) || honorifics.Has(t) || r.place[j] != nil || r.org[j] != nil || r.isRole(j) {
		return false
	}
	if _, n := r.demonymAt(j, j+1); n == 0 {
		return false
	}
	return lastNames.Has(t) || j+1 >= end || next.Class == text.Word && verbs.Has(next) || next.Class == text.Comma || next.Class == text.Semi || next.Class == text.Dot || next.Class == text.Close
}

func (r *reader) isRole(i int) bool {
	k := r.firstRole(i + 1)
	return k > 0 && r.roles[k-1].tokens.End > i
}

// firstRole is the index of the first role of the sentence that begins at token
// i or after it; the roles stand in the order of the text and do not overlap.
func (r *reader) firstRole(i int) int {
	return sort.Search(len(r.roles), func(k int) bool { return r.roles[k].tokens.First >= i })
}

// bracketed is the token after another given name in brackets between the words of
// a name, 0 for none: "Henry A. (Heinz Alfred) Kissinger".
func (r *reader) bracketed(i, end int) int {
	j := i + 1
	for j < min(end, i+3) && r.at(j).Has(text.Title) && givenNames.Has(r.at(j)) {
		j++
	}
	last := r.at(j + 1)
	if j == i+1 || r.at(j).Class != text.Close || j+1 >= end || !last.Has(text.Title) || r.barred(j+1) {
		return 0
	}
	return j + 1
}
