package people

import (
	"strings"

	"chancery/pipeline/text"
)

// consular are the offices of a mission that one person may hold several of.
var consular = map[string]bool{
	"ambassador": true, "envoy": true, "agent": true, "consul": true, "consul-general": true, "charge-d-affaires": true, "special-envoy": true,
}

// cabinet are the offices that one person may hold several of.
var cabinet = map[string]bool{
	"minister": true, "foreign-minister": true, "defence-minister": true, "finance-minister": true, "interior-minister": true,
}

// together reports whether two offices that "and" joins are one person's: "Deputy
// Prime Minister and Minister of Foreign Affairs", "Agent and Consul General". The
// second has no article, and the first is no head's, who is named apart, but where
// the second tells its portfolio: "Prime Minister and Minister of Finance".
func (r *reader) together(a, b *role) bool {
	if b.tokens.First != a.tokens.End+1 || !r.at(b.words.First).Capital() || !r.at(a.tokens.End).Is(keyAnd) && !r.deputyWithField(a, b) {
		return false
	}
	if a.country != "" && b.country != "" && a.country != b.country || r.plural(b) {
		return false
	}
	if r.ownBoth(a, b) || r.oneBefore(a, b) {
		return true
	}
	if consular[a.code] && (consular[b.code] || b.code == "permanent-representative") {
		return true
	}
	if partyAndState(a, b) {
		next := r.at(b.tokens.End)
		return r.at(a.words.First).Capital() && b.tokens.First == b.words.First && (next.Capital() || next.Class == text.Comma) // "General Secretary and President A"
	}
	if b.code == "head-of-government" && a.code == "crown-prince" {
		return r.oneHolder(a, b) // "Saudi Crown Prince and Prime Minister A"
	}
	if b.code == "head-of-government" && a.code == "head-of-state" {
		return r.deputy(a) // "Vice-President and Prime Minister"
	}
	if !cabinet[strings.TrimPrefix(b.code, "deputy-")] {
		return false
	}
	return r.deputy(a) || cabinet[a.code] || a.code == "state-councillor" || a.code == "head-of-government" && (r.ofPortfolio(b) || r.oneHolder(a, b))
}

// deputyWithField reports whether a dash or a comma joins the office of a deputy head of
// government and the minister's that he holds too: "First Deputy Prime Minister - Minister
// of Finance A", but not "A, Deputy Prime Minister, Minister of Finance B".
func (r *reader) deputyWithField(a, b *role) bool {
	if a.code != "head-of-government" && !(a.code == "chairman" && r.ofGovernment(a)) || !r.deputy(a) || !cabinet[b.code] || r.plural(a) {
		return false
	}
	sep := r.at(a.tokens.End)
	if sep.Class == text.Dash {
		return sep.Has(text.Spaced)
	}
	return sep.Class == text.Comma && !(r.at(a.tokens.First-1).Class == text.Comma && r.at(b.tokens.End).Capital())
}

// ofGovernment reports whether a chairman's office is of a government: "Deputy Chairman of the
// Cabinet of Ministers".
func (r *reader) ofGovernment(a *role) bool {
	for i := a.words.First; i < a.words.End; i++ {
		if r.at(i).Is(keyMinisters) || r.at(i).Is(keyGovernment) {
			return true
		}
	}
	return false
}

// partyAndState reports whether two offices are the head of a party's and that of its
// state's, which one person may hold.
func partyAndState(a, b *role) bool {
	return a.code == "party-leader" && b.code == "head-of-state" || a.code == "head-of-state" && b.code == "party-leader"
}

// ownBoth reports whether two offices are one person's by what they are or where they
// stand: a deputy head of government has a portfolio too, a head of state the forces;
// and behind a name's comma both are its bearer's, where no other name follows: "A,
// Chairman of the Senate and Head of the delegation, said".
func (r *reader) ownBoth(a, b *role) bool {
	switch {
	case r.at(b.tokens.End).Capital():
		return false // whose the second is, the name behind it must say
	case b.code == "head-of-government" && r.deputy(b):
		return cabinet[a.code]
	case b.code == "military" && b.words.Len() > 1 && forces.Has(r.at(b.words.First)):
		return a.code == "head-of-state" || a.code == "monarch" || a.code == "governor" || a.code == "governor-general"
	}
	before := a.tokens.First - 1
	return r.at(before).Class == text.Comma && r.at(before-1).Capital() && !r.isRole(before-1) && r.place[before-1] == nil && r.org[before-1] == nil &&
		closes(r.at(b.tokens.End)) && !r.at(b.tokens.End).Is(keyAnd) && !sole[b.code]
}

// oneBefore reports whether "the" stands before the first of two offices only, and a comma
// and a name behind both: "The Federal Councillor and Head of the Department, A, said".
func (r *reader) oneBefore(a, b *role) bool {
	return r.at(a.tokens.First-1).Is(keyThe) && r.at(a.tokens.End).Is(keyAnd) && !sole[a.code] && !sole[b.code] && !r.plural(a) && !r.plural(b) &&
		b.words.Len() > 1 && r.at(b.tokens.End).Class == text.Comma && (givenNames.Has(r.at(b.tokens.End+1)) || honorifics.Has(r.at(b.tokens.End+1)))
}

// forces begins the office of who commands them.
var forces = text.NewSet("commander", "commander-in-chief", "supreme")

// oneHolder reports whether a name follows two offices of which the first says its
// country or has no article, and the second neither: "Qatari Prime Minister and Foreign
// Minister A", which are one man's.
func (r *reader) oneHolder(a, b *role) bool {
	next := b.tokens.End
	if r.at(next).Class == text.Comma {
		next++
	}
	before := r.at(a.tokens.First - 1)
	return b.country == "" && r.at(next).Capital() && (a.country != "" || !before.Is(keyThe))
}

// ofPortfolio reports whether an office is written with its portfolio behind it:
// "Minister of Defence", "Secretary for Foreign Affairs".
func (r *reader) ofPortfolio(ro *role) bool {
	t := r.at(ro.words.First + 1)
	return t.Is(keyOf) || t.Is(keyFor)
}

// merge makes one of two offices of a person. The first gives the code.
func (ro *role) merge(b *role) {
	ro.tokens.End, ro.words.End = b.tokens.End, b.words.End
	if ro.country == "" || ro.inferred && b.country != "" {
		ro.country, ro.inferred = b.country, b.inferred
	}
	if ro.organization == "" {
		ro.organization = b.organization
	}
}

// plural reports whether the head of an office is of several: "Prime Ministers".
func (r *reader) plural(ro *role) bool {
	for i := ro.words.First; i < ro.words.End && !r.at(i).Is(keyOf); i++ {
		if plurals.Has(r.doc.Tokens[i]) {
			return true
		}
	}
	return false
}

// deputy reports whether a deputy or vice holds the office.
func (r *reader) deputy(ro *role) bool {
	for i := ro.words.First; i < ro.words.End; i++ {
		t := r.doc.Tokens[i]
		if t.Is(text.KeyOf("deputy")) || t.Is(text.KeyOf("vice")) {
			return true
		}
		if t.Is(keyOf) || t.Is(keyAnd) {
			break
		}
	}
	return false
}

// codeOf is the office's code with its deputies.
func (r *reader) codeOf(ro *role) string {
	if r.deputy(ro) {
		return "deputy-" + strings.TrimPrefix(ro.code, "deputy-")
	}
	return ro.code
}
