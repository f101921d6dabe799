package places

import (
	"strings"

	"chancery/pipeline/text"
)

// stands reads where a name at the beginning of a sentence lies or what it does that only
// places do: "Kotor is on a secluded part of the bay", "The Loukkos rises in the Rif",
// "Sollom lies north of Rufford".
func (r *reader) stands(run text.Range, end int) (kind string, ok bool) {
	the := r.at(run.First-1).Is(keyThe) && r.begins(run.First-1)
	if !the && !r.begins(run.First) || r.hasGiven(run.First, run.End) {
		return "", false
	}
	i := r.behindBracket(run.End, end)
	t, next := r.at(i), r.at(i+1)
	if i+2 >= end || t.Class != text.Word || !t.Has(text.Lower) {
		return "", false
	}
	switch {
	case the && streaming.Has(t) && flowing.Has(next):
		return "river", true
	case lying.Has(t):
		return "", next.Class == text.Number || bearings.Has(next) || lieAt.Has(next) && (r.placeSoon(i+2, end) || next.Is(keyTo) || measures.Has(next) || r.sideOf(i+2, end))
	case copula.Has(t) && (next.Is(keyLocated) || next.Is(keySituated)):
		return "", !the && lieAt.Has(r.at(i+2))
	case the && t.Is(keyJoins) && next.Is(keyThe) && i+2 < end && r.named[i+2]:
		return "river", true
	case !the && ofLand.Has(t) && bearings.Has(next):
		return "mountain", true
	case !the && copula.Has(t) && next.Is(keyIn) && r.inDistrict(i+2, end):
		return "", true
	case copula.Has(t) && next.Is(keyOn) && r.sideOf(i+2, end):
		return "", !the
	case copula.Has(t) && (next.Is(keyOn) || next.Is(keyBetween) || bearings.Has(next)):
		return "", !the && r.placeSoon(i+2, end)
	}
	return "", false
}

// inDistrict reports whether the name of a place that ends with the word for a part of a
// country stands at token i: "Ito District".
func (r *reader) inDistrict(i, end int) bool {
	if i >= end || !r.named[i] {
		return false
	}
	for ; i+1 < end && r.named[i+1]; i++ {
	}
	return plainHead.Has(r.at(i)) && r.at(i).Capital()
}

// begins reports whether a sentence, or a part of it behind a semicolon, begins with token i.
func (r *reader) begins(i int) bool {
	return r.at(i).Has(text.SentStart) || r.at(i-1).Class == text.Semi
}

// placeSoon reports whether small words alone stand before the name of a place from token
// i on: "north of the Gaza Strip".
func (r *reader) placeSoon(i, end int) bool {
	const furthest = 4 // tokens
	for j := i; j < min(end, i+furthest); j++ {
		t := r.at(j)
		if t.Class == text.Word && t.Capital() {
			return r.named[j]
		}
		if t.Class != text.Word {
			return false
		}
	}
	return false
}

// chief reports whether "the capital of" or "the largest of the", and a place, stand at
// token i.
func (r *reader) chief(i, end int) bool {
	const longest = 4 // words
	if possessives.Has(r.at(i)) {
		for j := i + 1; j < min(end, i+longest) && r.at(j).Class == text.Word && r.at(j).Has(text.Lower); j++ {
			h, _ := heads.Get(r.at(j).Key)
			if settlement.Has(r.at(j)) || h.noun != "" && !nameless.Has(r.at(j)) || r.at(j).Is(keyCapital) || r.at(j).Is(keyPoint) {
				return r.nounEnds(j+1, end) // "is its highest point"
			}
		}
		return false
	}
	if !article.Has(r.at(i)) {
		return false
	}
	for j := i + 1; j < min(end, i+longest); j++ {
		t := r.at(j)
		if t.Class != text.Word || !t.Has(text.Lower) {
			return false
		}
		if (t.Is(keyCapital) || t.Is(keySeat) || strings.HasSuffix(r.doc.Word(j), "est") || strings.HasSuffix(r.doc.Word(j), "ernmost")) && r.at(j+1).Is(keyOf) {
			return (r.at(j+2).Is(keyThe) || t.Is(keyCapital) || t.Is(keySeat)) && r.placeSoon(j+2, end)
		}
	}
	return false
}

// sideOf reports whether an article and a word for a side or a part of the land stand at
// token i: "the north bank of", "a secluded part of".
func (r *reader) sideOf(i, end int) bool {
	const longest = 6 // tokens
	if !article.Has(r.at(i)) {
		return false
	}
	for j := i + 1; j < min(end, i+longest); j++ {
		t := r.at(j)
		if t.Class != text.Word && t.Class != text.Dash {
			return false
		}
		if t.Has(text.Lower) && partsOfLand.Has(t) && (r.at(j+1).Is(keyOf) || r.at(j+1).Class == text.Comma || r.at(j+1).Class == text.Semi || r.at(j+1).Class == text.Dot || j+1 >= end) {
			return true
		}
	}
	return false
}

// told reads the name behind what says what it is: "The nearest city is Xenia", "a village
// called Ab Bar".
func (r *reader) told(run text.Range, end int) (kind string, ok bool) {
	const furthest = 4 // words from the article to the noun
	i := run.First - 1
	verb := r.at(i)
	called := naming.Has(verb)
	if !copula.Has(verb) && !called || verb.Capital() || r.hasGiven(run.First, run.End) && !called || run.End < end && !r.ends(r.at(run.End)) {
		return "", false
	}
	noun := r.at(i - 1)
	if noun.Class != text.Word || !noun.Has(text.Lower) {
		return "", false
	}
	switch h, _ := heads.Get(noun.Key); {
	case settlement.Has(noun), noun.Is(keyCapital) && !called:
		kind = "city"
	case h.noun != "" && !nameless.Has(noun):
		kind = h.noun
	default:
		return "", false
	}
	for j := i - 2; j > i-2-furthest && j >= 0; j-- {
		t := r.at(j)
		if article.Has(t) || possessives.Has(t) || t.Is(keyOne) {
			p := r.at(j - 1)
			return kind, called || !t.Is(keyA) && (t.Has(text.SentStart) || p.Class != text.Word || joint.Has(p)) // not "the festival of the village is Pongal"
		}
		if t.Class != text.Word || !t.Has(text.Lower) {
			return "", false
		}
	}
	return "", false
}

// chained reports whether a comma parts an unknown name from a place behind a preposition
// of place, as a region from its city: "grew up in Ziguinchor, Casamance, and".
func (r *reader) chained(run text.Range) bool {
	const longest = 4 // tokens of the place before
	i := run.First - 2
	if r.at(run.First-1).Class != text.Comma || i < 0 || !r.named[i] || run.Len() > 2 {
		return false
	}
	from := i
	for ; from > 0 && r.named[from-1] && i-from < longest; from-- {
	}
	p := r.at(from - 1)
	return (situating.Has(p) || cityAfter.Has(p)) && p.Has(text.Lower) && !p.Has(text.SentStart)
}

// insideState reports whether "in" and a state's or a region's name stand at token i:
// "Hirtshals in Denmark".
func (r *reader) insideState(i, end int) bool {
	if i+1 >= end || !r.at(i).Is(keyIn) || !r.named[i+1] {
		return false
	}
	m, ok := r.matchAt(i + 1)
	return ok && (isState(m.entries[0]) || m.entries[0].Kind == "region")
}

// reaching are verbs of those who come to a place or leave it.
var reaching = text.NewSet("reached", "reaches", "reaching", "besieged", "crossed")

// covered reports whether a verb of containing right before token i is that of a region
// which the sentence begins with: "The Maldon District in Essex includes".
func (r *reader) covered(i int, s text.Range) bool {
	if !containing.Has(r.at(i - 1)) {
		return false
	}
	k := s.First
	if r.at(k).Is(keyThe) {
		k++
	}
	first := k
	for ; k < i && r.named[k]; k++ {
	}
	return k > first && plainHead.Has(r.at(k-1)) && r.at(k-1).Capital()
}

// stretch reports whether what only places do follows a list of names at token i: "lie
// upstream", "are situated".
func (r *reader) stretch(i int) bool {
	t := r.at(i)
	if t.Is(keyLie) || t.Is(keyAre) && (r.at(i+1).Is(keyLocated) || r.at(i+1).Is(keySituated)) {
		return true
	}
	if !t.Is(keyAre) && !t.Is(keyWere) {
		return false
	}
	if nearby.Has(r.at(i + 1)) {
		return true // "are nearby"
	}
	const furthest = 5 // words
	for j := i + 1; j < min(len(r.doc.Tokens), i+furthest) && r.at(j).Class == text.Word && r.at(j).Has(text.Lower); j++ {
		if several.Has(r.at(j)) {
			return true // "are its largest towns"
		}
	}
	return false
}

var (
	streaming   = text.NewSet("rises", "flows", "drains", "empties", "flowed", "drained", "meanders", "originates")
	flowing     = text.NewSet("in", "into", "at", "near", "from", "through", "to", "on", "along", "past", "between", "north", "south", "east", "west", "northward", "southward", "eastward", "westward", "generally")
	lying       = text.NewSet("lies", "lay")
	lieAt       = text.NewSet("in", "on", "at", "near", "between", "along", "off", "within", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "to", "about", "some", "approximately", "just", "close", "opposite", "around", "beside", "below", "above", "upstream", "downstream", "halfway", "midway")
	partsOfLand = text.NewSet("bank", "banks", "shore", "shores", "coast", "side", "edge", "slope", "slopes", "border", "outskirts", "part", "tip", "end", "arm", "branch", "foot", "mouth", "bend")
	naming      = text.NewSet("called", "named")
	containing  = text.NewSet("includes", "include", "included", "comprises", "comprise", "comprised", "encompasses", "contains", "covers")
	comprising  = text.NewSet("comprises", "comprising", "comprise", "encompasses", "encompassing", "encompass")
	measures    = text.NewSet("about", "some", "approximately", "just", "halfway", "midway", "upstream", "downstream")
	nearby      = text.NewSet("nearby", "close", "near", "within")
	consisting  = text.NewSet("consist", "consists", "consisting", "consisted", "composed", "comprised")
	bearings    = text.NewSet("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
	keyPoint    = text.KeyOf("point")
	keyJoins    = text.KeyOf("joins")
	keySeat     = text.KeyOf("seat")
	keyLocated  = text.KeyOf("located")
	keySituated = text.KeyOf("situated")
	keyCapital  = text.KeyOf("capital")
	keyA        = text.KeyOf("a")
	keyLie      = text.KeyOf("lie")
	keyWere     = text.KeyOf("were")
	keyAre      = text.KeyOf("are")
)
