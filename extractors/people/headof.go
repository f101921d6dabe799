package people

import "chancery/pipeline/text"

// oneRank reports whether two ranks cut short are one: "Lt. Gen.", "Maj. Gen."; or two words of
// an office: "Lt. Gov.", "Atty. Gen.".
func (r *reader) oneRank(a, b *role) bool {
	return (a.code == "military" && (b.code == "military" || b.code == "governor") || a.code == "minister" && b.code == "military") && b.tokens.First == a.tokens.End+1 && r.at(a.tokens.End).Class == text.Dot &&
		a.words.Len() == 1 && abbreviations.Has(r.at(a.words.First)) && abbreviations.Has(r.at(b.words.First))
}

// units are parts of ministries, missions and bodies that have a head.
var units = map[string]string{
	"department": "director", "directorate": "director", "division": "director", "section": "director", "unit": "director", "office": "director",
	"chancery": "director", "bureau": "director", "secretariat": "director", "centre": "director", "center": "director", "desk": "director",
	"administration": "director", "agency": "director", "service": "director", "branch": "director", "protocol": "director",
	"delegation": "delegate", "mission": "head-of-mission", "team": "delegate",
	"staff": "military", "forces": "military", "intelligence": "director", "police": "director",
}

var unitCodes = text.NewTable(units)

// isHead reports whether an office that headOf reads may begin with a word.
func isHead(t text.Token) bool { return t.Is(keyHead) || t.Is(keyChief) && t.Capital() }

// headOf reads an office from the "head of" at token i on that the list cannot have, for what the head is
// of: "head of the Asia Department", "Head of the EU Delegation", "Chief of Naval Staff". It
// is the office and its length in tokens, 0 for none.
func (r *reader) headOf(i, end int) (office, int) {
	const longest = 8 // tokens of the unit's name
	if i+2 >= end || !r.at(i+1).Is(keyOf) {
		return office{}, 0
	}
	j := i + 2
	if r.at(j).Is(keyThe) {
		j++
	}
	if o := r.org[min(j, len(r.org)-1)]; o != nil && o.Tokens.First == j && o.Tokens.End <= end && !r.at(o.Tokens.End).Capital() {
		return office{code: "director"}, 1 // and what it is of
	}
	for k := j; k < min(end, j+longest); k++ {
		t := r.at(k)
		if t.Has(text.Possess) && k > j && r.at(k+1).Capital() {
			continue // "the President's Office"
		}
		if t.Class != text.Word || !t.Capital() && !t.Is(keyAnd) && !t.Is(keyOf) && !t.Is(keyFor) {
			break
		}
		if code, ok := unitCodes.Get(t.Key); ok && t.Capital() && !unitGoesOn(r.at(k+1), k+1 < end) {
			return office{code: code}, k + 1 - i
		}
	}
	if t := r.at(j); r.at(i).Capital() && t.Has(text.Upper) && t.Len() > 2 && j == i+2 && !r.at(j+1).Capital() && r.place[j] == nil {
		return office{code: "director"}, 3 // "Head of MONUSCO"
	}
	return office{}, 0
}

// unitEnd is the token behind the capitalized words from token i on that end with the word
// for a part of a ministry: "Asian and Oceanian Affairs Bureau"; i for none.
func (r *reader) unitEnd(i, end int) int {
	const longest = 9 // tokens
	if !r.at(i).Capital() || r.org[min(i, len(r.org)-1)] != nil {
		return i
	}
	for k := i + 1; k < min(end, i+longest); k++ {
		t := r.at(k)
		if t.Class == text.Comma && r.at(k+1).Capital() {
			continue // "Strategy, Planning and Training Department"
		}
		if t.Class != text.Word || !t.Capital() && !t.Is(keyAnd) && !t.Is(keyOf) && !t.Is(keyFor) || givenNames.Has(t) {
			return i
		}
		if _, ok := unitCodes.Get(t.Key); ok && t.Capital() && !t.Is(keyProtocol) && !unitGoesOn(r.at(k+1), k+1 < end) {
			return k + 1
		}
	}
	return i
}

// unitGoesOn reports whether another unit's word follows: the "Mission" of "Mission Office".
func unitGoesOn(next text.Token, inside bool) bool {
	_, ok := unitCodes.Get(next.Key)
	return inside && ok && next.Class == text.Word && next.Capital()
}

// unit reports whether token i is the word for a part of a ministry.
func (r *reader) unit(i int) bool {
	_, ok := unitCodes.Get(r.at(i).Key)
	return ok
}
