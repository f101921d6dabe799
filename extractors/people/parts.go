package people

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

var (
	// expatriates are those of a country for whom its minister is: "Tunisians Abroad"
	expatriates = text.NewSet("abroad", "expatriates")
	// nationalsOf are what else of a country's a portfolio is for: "African Cooperation"
	nationalsOf = text.NewSet("abroad", "expatriates", "cooperation", "integration", "affairs", "communities", "nationals")
)

// ofMinistry are the offices whose holders are in a ministry.
var ofMinistry = map[string]bool{"deputy-minister": true, "director": true, "director-general": true, "adviser": true, "minister": true, "counsellor": true}

// ministryAt reports whether a ministry's name begins at token i, or behind "the".
func (r *reader) ministryAt(i int) bool {
	if r.at(i).Is(keyThe) {
		i++
	}
	o := r.org[min(i, len(r.org)-1)]
	return o != nil && o.Tokens.First == i && o.Organization != nil && (o.Organization.Kind == "ministry" || o.Organization.Kind == "government")
}

// statesAt reports whether a state's name begins at token i, or behind "the".
func (r *reader) statesAt(i int) bool {
	if r.at(i).Is(keyThe) {
		i++
	}
	p := r.place[min(i, len(r.place)-1)]
	return p != nil && p.Tokens.First == i && isState(p)
}

// divisional are the adjectives in small letters of what a part of a country has.
var divisional = text.NewSet("provincial", "municipal", "regional", "city", "district", "national", "federal")

// oneOfAffairs reports whether a capitalized word that no list has is what a portfolio's
// "Affairs" are about: "Minister for Peacebuilding Affairs".
func (r *reader) oneOfAffairs(i, end int) bool {
	if i+1 >= end || !r.at(i+1).Is(keyAffairs) || !r.at(i+1).Capital() {
		return false
	}
	t := r.at(i)
	return t.Class == text.Word && t.Has(text.Title) && !givenNames.Has(t) && r.place[i] == nil && r.org[i] == nil
}

// regionsJoined is the token behind "and" and another region that an office is for,
// 0 for none: "Latin America and the Caribbean".
func (r *reader) regionsJoined(p *pipeline.Mention, end int) int {
	if p.Place == nil || p.Place.Kind != "region" && p.Place.Kind != "continent" || !r.at(p.Tokens.End).Is(keyAnd) {
		return 0
	}
	j := p.Tokens.End + 1
	if r.at(j).Is(keyThe) {
		j++
	}
	if j >= end {
		return 0
	}
	q := r.place[j]
	if q == nil || q.Tokens.First != j || q.Tokens.End > end || q.Place == nil || q.Place.Kind != "region" && q.Place.Kind != "continent" {
		return 0
	}
	return q.Tokens.End
}

// bracketedPart is the token behind brackets at token i that tell an office further, when
// a name or a colon follows: "General (Rtd) A", "First Secretary (Political): B".
func (r *reader) bracketedPart(i, end int) int {
	const longest = 5 // tokens
	if i >= end || r.at(i).Class != text.Open {
		return i
	}
	j := i + 1
	for ; j < min(end, i+longest) && r.at(j).Class != text.Close; j++ {
		if t := r.at(j); j == i+1 && department(t) && r.at(j+1).Class == text.Close && r.at(j+2).Class == text.Colon {
			continue // "President (ANC): A"
		} else if !inBrackets.Has(t) && !(department(t) && departmental.Has(r.at(i-1))) && !t.Is(keyAnd) && !(t.Class == text.Other && j > i+1) {
			return i
		}
	}
	next := r.at(j + 1)
	if j == i+1 || r.at(j).Class != text.Close || j+1 >= end || next.Class != text.Colon && next.Class != text.Comma && next.Class != text.Dot && !next.Is(keyAnd) && !next.Capital() {
		return i
	}
	return j + 1
}

// department reports whether t is a department's short name: "CPV", "ER".
func department(t text.Token) bool {
	return t.Has(text.Upper) && !t.Has(text.Initial) && t.Len() <= len("ASEAN")
}

// adInterim is the token behind "a.i." at token i, or in brackets or behind a comma
// there, after a chargé's office; else i.
func (r *reader) adInterim(i, end int, ro *role) int {
	if ro.code == "ambassador" || ro.code == "envoy" {
		return r.fullPowers(i, end)
	}
	if ro.code != "charge-d-affaires" {
		return i
	}
	j := i
	open := r.at(j).Class == text.Open
	if open || r.at(j).Class == text.Comma {
		j++
	}
	if j+3 >= end || !r.at(j).Is(keyA) || r.at(j+1).Class != text.Dot || !r.at(j+2).Is(keyI) {
		return i
	}
	if j += 3; r.at(j).Class == text.Dot {
		j++
	}
	if open && r.at(j).Class == text.Close {
		j++
	}
	return j
}

// fullPowers is the token behind "E. and P.", "E.P." or "E. & P." at token i, as diplomatic lists
// write "Extraordinary and Plenipotentiary"; else i.
func (r *reader) fullPowers(i, end int) int {
	j := i + 2
	if j >= end || !r.at(i).Is(keyE) || !r.at(i).Has(text.Initial) || r.at(i+1).Class != text.Dot {
		return i
	}
	if r.at(j).Is(keyAnd) || r.at(j).Class == text.Other {
		j++
	}
	if j >= end || !r.at(j).Is(keyP) || !r.at(j).Has(text.Initial) {
		return i
	}
	if j++; r.at(j).Class == text.Dot && j < end {
		j++
	}
	return j
}

var keyP = text.KeyOf("p")

// nationalBody gives an office the country whose adjective or name stands before the
// body that it is of, when that is known of no country by itself: "Romanian MFA State
// Secretary", "Libya's Presidential Council Chairman".
func (r *reader) nationalBody(ro *role, s text.Range, o *pipeline.Mention) {
	r.chamber(ro, o)
	i := ro.tokens.First
	if ro.country != "" || i <= s.First || r.at(i-1).Class != text.Word {
		return
	}
	if p := r.place[i-1]; p != nil && p.Tokens.End == i && isState(p) {
		ro.country, ro.tokens.First = p.Place.Country, p.Tokens.First
		return
	}
	if code, n := r.demonymBefore(i, s.First); n > 0 {
		ro.country, ro.tokens.First = code, i-n
	}
}

// hyphenJoined reports whether a name is one word of parts that hyphens join: "Okonjo-Bell",
// "Al-Tawil".
func (r *reader) hyphenJoined(t text.Range) bool {
	for i := t.First + 1; i < t.End; i++ {
		if r.doc.Tokens[i].Has(text.Spaced) {
			return false
		}
	}
	return r.at(t.First+1).Class == text.Dash
}

// standsAlone reports whether the word of a name stands alone, with a small word or a sign on
// either side, so that it may be short for the name of someone whom the document names.
func (r *reader) standsAlone(t text.Range) bool {
	before, after := r.at(t.First-1), r.at(t.End)
	if before.Capital() && !r.at(t.First).Has(text.SentStart) || before.Is(keyThe) || before.Is(keyA) || before.Class == text.Dash || before.Has(text.Possess) {
		return false
	}
	return r.at(t.First).Has(text.Title) && !after.Capital() && after.Class != text.Dash
}

// regionWords is the token behind the capitalized words for a part of a country from token i
// on, behind its name: "President of the Oromia Regional State", "Governor of Osaka
// Prefecture".
func (r *reader) regionWords(i, end int) int {
	for i < end && r.at(i).Class == text.Word && r.at(i).Capital() && !r.at(i).Has(text.LineStart) && ofRegion.Has(r.at(i)) {
		i++
	}
	if t := r.at(i); i+1 < end && t.Has(text.Lower) && ofRegion.Has(t) && r.at(i+1).Capital() && r.place[i-1] != nil {
		return i + 1 // "Hokim of Samarkand region A"
	}
	return i
}

var ofRegion = text.NewSet("affairs", "regional", "national", "autonomous", "state", "region", "province", "prefecture", "district", "territory", "oblast", "county", "municipality", "governorate", "administration", "city", "canton", "division", "community")
