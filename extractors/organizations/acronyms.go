package organizations

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// define remembers an acronym in brackets behind a name when its letters come
// from the name's words, in their order: "National People's Congress (NPC)".
func (r *reader) define(n *name) {
	i := n.tokens.End
	if i+2 >= len(r.tokens) || r.tokens[i].Class != text.Open {
		return
	}
	i++
	for i < len(r.tokens) && (r.tokens[i].Class == text.Quote || r.tokens[i].Is(keyThe)) {
		i++
	}
	if i+1 >= len(r.tokens) || !r.isAcronym(i) || r.tokens[i+1].Class != text.Close && r.tokens[i+1].Class != text.Quote {
		return
	}
	letters := r.pass.Doc.Word(i)
	if _, country := gazetteer.CountryName(letters); country || !r.spells(n.tokens, letters) && !r.reordered(n.tokens, letters) {
		return
	}
	n.acronym = letters
	if r.acronyms == nil {
		r.acronyms = map[uint64]*name{}
	}
	r.acronyms[r.tokens[i].Key] = n
}

// isAcronym reports whether token i is two to ten letters, mostly capitals.
func (r *reader) isAcronym(i int) bool {
	t := r.tokens[i]
	if t.Class != text.Word || t.Len() < 2 || t.Len() > 10 {
		return false
	}
	capitals := 0
	for _, c := range r.pass.Doc.Word(i) {
		if 'A' <= c && c <= 'Z' {
			capitals++
		}
	}
	return t.Has(text.Upper) || capitals >= 2 && 2*capitals >= t.Len()
}

// spells reports whether the first letters of capitalized words give the
// acronym, but for letters that come from inside a word or a little word.
func (r *reader) spells(name text.Range, acronym string) bool {
	at, hits := 0, 0
	first := name.First
	for next, ok := r.world.adjective(first); ok && next < name.End && r.pass.Doc.Word(first)[0]|0x20 != acronym[0]|0x20; next, ok = r.world.adjective(first) {
		first = next // "Kazakh Ministry of Foreign Affairs (MFA)"
	}
	if r.pass.Doc.Word(first)[0]|0x20 != acronym[0]|0x20 {
		return false
	}
	for i := first; i < name.End && at < len(acronym); i++ {
		t := r.tokens[i]
		if t.Class != text.Word {
			continue
		}
		word := r.pass.Doc.Word(i)
		if word[0]|0x20 != acronym[at]|0x20 {
			continue
		}
		at, hits = at+1, hits+1
		for k := 1; k < len(word) && at < len(acronym); k++ { // "Euratom", "EurAsEC": more letters of one word
			if acronym[at] < 'a' || word[k] != acronym[at] {
				break
			}
			at++
		}
	}
	return at == len(acronym) && hits >= 2
}

// reordered reports whether the letters of an acronym are the first ones of the words of a
// name that is translated, in the order of the other language: "Christian Democratic Party
// (PDC)", "National Front for the Liberation of Angola (FNLA)".
func (r *reader) reordered(name text.Range, acronym string) bool {
	const shortest = 3
	if len(acronym) < shortest {
		return false
	}
	var left [256]int8
	words := 0
	for i := name.First; i < name.End; i++ {
		if t := r.tokens[i]; t.Class == text.Word && t.Capital() {
			left[r.pass.Doc.Word(i)[0]|0x20]++
			words++
		}
	}
	if words != len(acronym) {
		return false // "Standing Committee of the National People's Congress (NPC)"
	}
	for i := range len(acronym) {
		if left[acronym[i]|0x20]--; left[acronym[i]|0x20] < 0 {
			return false
		}
	}
	return true
}
