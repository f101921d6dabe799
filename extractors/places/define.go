package places

import (
	"strings"

	"chancery/pipeline/text"
)

// defined reads "Atwick is a small village" and "The Orlik (German: Erlitz) is one of
// the rivers", from the name at the beginning of a sentence.
func (r *reader) defined(run text.Range, end int) (kind string, ok bool) {
	if first := run.First; !r.begins(first) && !(r.at(first-1).Is(keyThe) && r.begins(first-1)) {
		return "", false
	}
	i := r.behindBracket(run.End, end)
	if i+2 >= end || !copula.Has(r.at(i)) {
		return "", false
	}
	i++
	one := r.at(i).Is(keyOne) && r.at(i+1).Is(keyOf)
	if one {
		i += 2
	}
	if r.chief(i, end) {
		return "", true
	}
	kind, at := r.placeNoun(i, end, one)
	return kind, kind != "" && (settlement.Has(r.at(at)) || plainHead.Has(r.at(at)) || r.nounEnds(at+1, end))
}

// apposed reads "Otgontenger, the highest peak of" and "Dingle, a town on".
func (r *reader) apposed(run text.Range, end int) (kind string, ok bool) {
	if run.End+2 >= end || r.at(run.End).Class != text.Comma || r.hasGiven(run.First, run.End) {
		return "", false
	}
	kind, at := r.placeNoun(run.End+1, end, false)
	return kind, kind != "" && r.nounEnds(at+1, end)
}

// introduced reads "the river Ibar" and "Its highest peak, Crni Vrh, has".
func (r *reader) introduced(run text.Range, end int) (kind string, ok bool) {
	i := run.First - 1
	comma := r.at(i).Class == text.Comma
	if comma {
		i--
	}
	noun, before := r.at(i), r.at(i-1)
	if noun.Class != text.Word || !noun.Has(text.Lower) || r.hasGiven(run.First, run.End) || comma && r.at(run.End).Class != text.Comma && run.End < end || run.End < end && !r.ends(r.at(run.End)) {
		return "", false
	}
	h, _ := heads.Get(noun.Key)
	if settlement.Has(noun) && h.noun == "" {
		h.noun = "city"
	}
	if h.noun == "" || nameless.Has(noun) {
		return "", false
	}
	for n := 0; n < 3 && before.Class == text.Word && before.Has(text.Lower) && !article.Has(before) && !possessives.Has(before) && !locative.Has(before); n++ {
		i--
		before = r.at(i - 1)
	}
	return h.noun, before.Is(keyThe) || possessives.Has(before) && (comma || h.noun == "city" && r.at(i+1).Class != text.Comma)
}

var possessives = text.NewSet("its", "whose", "their")

// placeNoun is the kind of the noun of places that the article at token i belongs to,
// and where it is; of several, as in "one of the rivers", when many.
func (r *reader) placeNoun(i, end int, many bool) (kind string, at int) {
	const furthest = 7 // words from the article to the noun
	if i >= end || !article.Has(r.at(i)) || r.at(i).Capital() {
		return "", 0
	}
	for j := i + 1; j < min(end, i+furthest); j++ {
		t := r.at(j)
		switch {
		case t.Class != text.Word && t.Class != text.Dash && t.Class != text.Number || t.Is(keyOf) || t.Class == text.Word && behindNoun.Has(t) || t.Capital() && strings.HasSuffix(r.doc.Word(j), "s"):
			return "", 0
		case t.Capital() || t.Class != text.Word:
		case settlement.Has(t) || many && several.Has(t):
			return "city", j
		default:
			if h, ok := heads.Get(t.Key); ok && plainHead.Has(t) {
				return h.suffix, j
			} else if ok && h.noun != "" && r.nounEnds(j+1, end) {
				return h.noun, j
			}
		}
	}
	return "", 0
}

// behindBracket is the token behind a bracket that opens at token i, or i.
func (r *reader) behindBracket(i, end int) int {
	const furthest = 20 // tokens
	if r.at(i).Class != text.Open {
		return i
	}
	for j := i + 1; j < min(end, i+furthest); j++ {
		if r.at(j).Class == text.Close {
			return j + 1
		}
	}
	return i
}

// nounEnds reports whether the noun before token i qualifies no other: "a church in",
// not "a church organist".
func (r *reader) nounEnds(i, end int) bool {
	t := r.at(i)
	return i >= end || t.Class != text.Word && !(t.Class == text.Dash && !t.Has(text.Spaced)) || behindNoun.Has(t)
}

// situatedKind is the kind of place that the words before an unknown name speak for:
// "near X", "the village of X", "moved to X", "flows into the X", "a tributary of the
// X", "MP for X"; empty for none.
func (r *reader) situatedKind(run text.Range) string {
	before, i := r.at(run.First-1), run.First-1
	switch {
	case situating.Has(before), before.Is(keyOf) && near.Has(r.at(i-1)), before.Is(keyFor) && seats.Has(r.at(i-1)):
		return "city"
	case before.Is(keyThe) && overThe.Has(r.at(i-1)) && r.ends(r.at(run.End)) && !r.qualifies(run.End):
		return "river"
	case cityAfter.Has(before) && motion.Has(r.at(i-1)), before.Is(keyFor) && r.leaving(i):
		return "city"
	case along.Has(before) && coursing.Has(r.at(i-1)):
		return "city"
	}
	the := before.Is(keyThe)
	if the && r.qualifies(run.End) {
		return "" // "the Rush-Bagot agreement"
	}
	if the {
		i--
		before = r.at(i)
	}
	switch {
	case before.Is(keyOf) && features.Has(r.at(i-1)), the && along.Has(before) && coursing.Has(r.at(i-1)):
		h, _ := heads.Get(r.at(i - 1).Key)
		if h.noun != "" {
			return h.noun
		}
		return "river"
	}
	return ""
}

// alias reads the other names of a place in brackets behind it: "Anjouan (also known as
// Johanna or Nzwane)".
func (r *reader) alias(run text.Range, _ int) (kind string, ok bool) {
	const furthest = 8 // tokens
	called := false
	if run.Len() > 1 && r.hasGiven(run.First, run.End) {
		return "", false
	}
	for i := run.First - 1; i > 0 && run.First-i <= furthest; i-- {
		switch t := r.at(i); {
		case t.Class == text.Open:
			return "", called && r.named[i-1]
		case calling.Has(t):
			called = true
		case t.Class != text.Comma && !joint.Has(t) && !aliasWords.Has(t) && !r.named[i]:
			return "", false
		}
	}
	return "", false
}

var (
	calling    = text.NewSet("known", "called", "formerly", "now")
	aliasWords = text.NewSet("also", "as", "locally", "today", "historically", "then", "better")
)

// leaving reports whether the "for" at token i tells where somebody goes: "left Phnom Penh
// for", "sailed for".
func (r *reader) leaving(i int) bool {
	const furthest = 4 // tokens
	for j := i - 1; j >= 0 && i-j <= furthest; j-- {
		if t := r.at(j); leavings.Has(t) && t.Has(text.Lower) {
			return true
		} else if t.Class != text.Word || t.Has(text.Lower) {
			return false
		}
	}
	return false
}

// qualifies reports whether a noun seems to stand at token i that the name before it
// qualifies: "the Rush-Bagot agreement".
func (r *reader) qualifies(i int) bool {
	t := r.at(i)
	return t.Class == text.Word && t.Has(text.Lower) && !behindNoun.Has(t) && !behindList.Has(t)
}
