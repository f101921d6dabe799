package people

import (
	"strings"

	"chancery/pipeline/text"
)

// portfolio is the token after more of a minister's portfolio: "and Trade" after
// "Minister of Foreign Affairs", or a list, which ends with "and": ", Migration and
// Tunisians Abroad".
func (r *reader) portfolio(i, end int) int {
	j := i
	comma := r.at(j).Class == text.Comma
	if comma {
		j++
	}
	and := r.at(j).Is(keyAnd)
	if and {
		j++
	}
	if !comma && !and || j >= end {
		return i
	}
	if _, n := offices.Longest(r.doc.Tokens, j, end); n > 0 {
		return i // "and Foreign Minister"
	}
	if and && (r.at(j).Is(keyOf) || r.at(j).Is(keyFor)) && portfolios.Has(r.at(j+1)) && r.at(j+1).Capital() {
		j++ // "Minister of State and of Foreign Affairs"
	}
	k := r.portfolioWords(j, end)
	if o := r.org[j]; k > j && o != nil && o.Tokens.First == j && o.Tokens.End > k {
		return i // "Security Policy, and European Commission President"
	}
	if o := r.org[j]; k == j && comma && !and && o != nil && o.Tokens.First == j && o.Tokens.End <= end {
		k = o.Tokens.End // "Minister of Foreign Affairs, European Union and Cooperation"
	}
	if k == j {
		return i
	}
	if _, n := offices.Longest(r.doc.Tokens, k, end); n > 0 && r.at(k).Capital() && !r.at(k).Has(text.LineStart) {
		return i // "and Climate Envoy"
	}
	rest := r.portfolio(k, end)
	if !and && rest == k {
		return i // a comma alone makes no list
	}
	return rest
}

// portfolioWords is the token after the capitalized words from token i on that
// name what a minister is of.
func (r *reader) portfolioWords(i, end int) int {
	for i < end && r.at(i).Class == text.Word && r.at(i).Capital() {
		_, n := r.demonymAt(i, end)
		switch {
		case portfolios.Has(r.at(i)) || r.topic(i):
			i++
		case n > 0 && nationalsOf.Has(r.at(i+n)) && r.at(i+n).Capital():
			i += n + 1
		case r.oneOfAffairs(i, end):
			i += 2
		case r.cooperation(i, end):
			i += 3
		default:
			return i
		}
	}
	return i
}

// cooperation reports whether "Co-operation" stands at token i in three tokens.
func (r *reader) cooperation(i, end int) bool {
	d := r.at(i + 1)
	return i+2 < end && r.at(i).Is(keyCo) && d.Class == text.Dash && !d.Has(text.Spaced) && operations.Has(r.at(i+2)) && !r.at(i+2).Has(text.Spaced)
}

var (
	keyCo      = text.KeyOf("co")
	operations = text.NewSet("operation", "operative", "operatives", "ordination")
)

// ofTopics are the offices that are of a field of government, whatever it is called.
var ofTopics = map[string]bool{
	"minister": true, "deputy-minister": true, "foreign-minister": true, "defence-minister": true, "finance-minister": true, "interior-minister": true,
	"commissioner": true, "special-envoy": true, "adviser": true,
}

// openTopics are those of them whose title does not tell the field yet.
var openTopics = map[string]bool{"minister": true, "deputy-minister": true, "commissioner": true, "special-envoy": true, "adviser": true}

// topic reports whether a capitalized word that no list has is formed as the name of a
// field is, and no person's: "Minister of Ecological Transition".
func (r *reader) topic(i int) bool {
	t := r.at(i)
	if t.Class != text.Word || !t.Has(text.Title) || givenNames.Has(t) || surnames.Has(t) || r.place[i] != nil || r.org[i] != nil || bodies.Has(t) || tails.Has(t) {
		return false
	}
	word := r.doc.Word(i)
	for _, ending := range topicEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

var topicEndings = []string{"tion", "sion", "ment", "ies", "ics", "ity", "ety", "ance", "ence", "ncy", "ness", "ing", "ture", "try", "ism", "logy", "fare"}

// openField is the token behind what a minister or the like is of, from token i on, in
// words that the lists need not have: "Primary Industries", "Road Transport and Highways".
// Its first word stands behind "of" and so is no person's; the next ones are of the field
// where a known word of fields or the end of the capitals follows.
func (r *reader) openField(i, end int) int {
	if !r.fieldWord(i, end) {
		return i
	}
	list := 0 // where a list begins that "and" has not closed yet
	j := i + 1
	for j < end {
		switch {
		case r.fieldAt(j, end):
			j++
		case r.at(j).Class == text.Comma && r.fieldAt(j+1, end):
			if list == 0 {
				list = j
			}
			j += 2
		case r.joinsField(j, end):
			list = 0
			j += 2
		default:
			if list > 0 {
				return list // a comma alone makes no list
			}
			return j
		}
	}
	if list > 0 {
		return list
	}
	return j
}

// fieldAt reports whether a capitalized word of a field stands at token i by what it is
// or by what follows it.
func (r *reader) fieldAt(i, end int) bool {
	t := r.at(i)
	return i < end && (t.Capital() && portfolios.Has(t) || r.topic(i) || r.openWord(i, end) || r.fieldWord(i, end) && t.Has(text.Title) && r.at(i-1).Class == text.Comma && r.at(i+1).Is(keyAnd))
}

// joinsField reports whether "and" or "&" at token i joins another field to the one before.
func (r *reader) joinsField(i, end int) bool {
	t := r.at(i)
	if !t.Is(keyAnd) && !(t.Class == text.Other && r.doc.Word(i) == "&") {
		return false
	}
	if _, n := offices.Longest(r.doc.Tokens, i+1, end); n > 0 {
		return false // "and Foreign Minister"
	}
	if _, n := offices.Longest(r.doc.Tokens, i+2, end); n > 0 && r.at(i+2).Capital() && !r.at(i+2).Has(text.LineStart) {
		return false // "and Climate Envoy"
	}
	return r.fieldAt(i+1, end) || r.fieldWord(i+1, end) && r.boundary(i+2, end)
}

// fieldWord reports whether the capitalized word at token i may be of a field: it is no
// place's, body's or person's, and begins no office.
func (r *reader) fieldWord(i, end int) bool {
	t := r.at(i)
	if i >= end || t.Class != text.Word || !t.Has(text.Title) || r.place[i] != nil || r.org[i] != nil || givenNames.Has(t) || surnames.Has(t) || honorifics.Has(t) || months.Has(t) {
		return false
	}
	if _, n := r.demonymAt(i, end); n > 0 {
		return false
	}
	_, n := offices.Longest(r.doc.Tokens, i, end)
	return n == 0
}

// openWord reports whether a word that no list has goes on with a field before one that
// a list has: the "Aerospace" of "Aerospace Industry".
func (r *reader) openWord(i, end int) bool {
	next := r.at(i + 1)
	return r.fieldWord(i, end) && i+1 < end && next.Capital() && (portfolios.Has(next) || r.topic(i+1))
}

// boundary reports whether no capitalized word stands at token i.
func (r *reader) boundary(i, end int) bool {
	return i >= end || !r.at(i).Capital()
}

// fieldBefore is the first token of what a minister is of, which ends before token i of
// the office whose head begins at token head: "Energy and Natural Resources Minister".
func (r *reader) fieldBefore(i, from, head int) int {
	const longest = 8 // tokens
	isField := func(k int) bool {
		t := r.at(k)
		return k >= from && t.Class == text.Word && t.Capital() && portfolios.Has(t) && r.place[k] == nil && !t.Is(keyThe) && !t.Is(keyFor)
	}
	first, joined := i, false
	for head-first < longest {
		t := r.at(first - 1)
		switch {
		case isField(first - 1):
			first--
			continue
		case first < head && t.Is(keyAnd) && isField(first-2) && isField(first) && !joined:
			first, joined = first-2, true
			continue
		case first < head && t.Class == text.Comma && isField(first-2) && joined:
			first -= 2
			continue
		}
		break
	}
	for first < i && (r.at(first-1).Is(keyOf) || r.at(first-1).Is(keyFor)) {
		return i // "Minister of Health and Sports Minister"
	}
	for first < i {
		if _, n := r.demonymAt(first, i); n == 0 {
			break
		}
		first++
	}
	return first
}

// openBodies are the offices that are of bodies, sees and companies that no list need have.
var openBodies = map[string]bool{
	"clergy": true, "director": true, "director-general": true, "chairman": true, "professor": true, "secretary-general": true, "head-of-body": true,
	"head-of-state": true,
}

// openBody is the token behind the capitalized words from token i on that an office is of
// and that nothing knows, i for none: "Grand Imam of Al-Azhar", "President of Petrobras". A
// comma or the like ends them.
func (r *reader) openBody(i, end int, ro *role) int {
	const longest = 6 // tokens
	if !openBodies[ro.code] || r.plural(ro) {
		return i
	}
	j := i
	for ; j < min(end, i+longest); j++ {
		t := r.at(j)
		if t.Class == text.Dash && !t.Has(text.Spaced) && j > i {
			continue
		}
		if t.Class != text.Word || !t.Capital() || r.place[j] != nil || r.org[j] != nil || honorifics.Has(t) || t.Has(text.LineStart) {
			break
		}
		if givenNames.Has(t) && j > i && r.at(j+1).Capital() {
			return j // "Chairman of Kazakh Invest Anna Kos"
		}
		if givenNames.Has(t) || surnames.Has(t) && j > i {
			return i
		}
		if _, n := offices.Longest(r.doc.Tokens, j, end); n > 0 {
			return i
		}
	}
	if j == i || j < end && !closes(r.at(j)) && r.at(j).Class != text.Open {
		return i
	}
	return j
}
