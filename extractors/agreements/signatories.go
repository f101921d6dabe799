package agreements

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// partner is the country of "Japan signed the Tripartite Pact with Germany and Italy" that the
// title, whose parties begin with "with", does not name, or "".
func (r *reader) partner(t *title) string {
	verb := r.verbBefore(t)
	if !t.hasParties() || r.word(t.parties.First-1) != "with" || verb < 0 {
		return ""
	}
	if one := r.subjectOf(verb); one != nil {
		return one.Place.Country
	}
	return ""
}

// subjectOf is the one state that signs at the verb at token i, or nil.
func (r *reader) subjectOf(i int) *pipeline.Mention {
	j := i - 1
	for j > 0 && (r.has(j, finite) || r.word(j) == "also" || r.word(j) == "then") {
		j--
	}
	one := r.world.placeMention(j)
	if one == nil || !isState(one) || r.has(r.pastDet(one.Tokens.First-1), in|of|and|other|with) {
		return nil
	}
	return one
}

// signatories are the two or more countries that the sentence says signed: "the United
// States and Hungary signed a Treaty ...".
func (r *reader) signatories(t *title, k int) []string {
	if t.left.places+t.left.pairs > 0 {
		return nil
	}
	t = r.titles[r.firstListed(k)]
	j := r.verbBefore(t)
	if j < 0 {
		j = r.actBefore(t)
	}
	for j--; j > t.at.First-16 && j > 0 && r.class(j) == text.Word && !r.tokens[j].Capital() && r.world.placeMention(j) == nil && r.word(j) != "they"; j-- { // "have also"
	}
	if j > 0 && r.lower(j) == "they" {
		return r.pairBefore(j)
	}
	if j > 0 && r.class(j) == text.Close {
		j-- // "the Four Powers (A, B, C and D) signed"
	}
	last := r.world.placeMention(j)
	if last == nil || !isState(last) {
		return nil
	}
	codes := []string{last.Place.Country}
	j = r.pastDet(last.Tokens.First - 1)
	for joined := r.has(j, and); joined; joined = r.class(j) == text.Comma {
		if j--; r.class(j) == text.Comma {
			j-- // "China, the United Kingdom, and the United States"
		}
		m := r.world.placeMention(j)
		if m == nil || !isState(m) {
			j++
			break
		}
		codes = slices.Insert(codes, 0, m.Place.Country)
		j = r.pastDet(m.Tokens.First - 1)
	}
	if r.has(j, in|of|with|other) && !(r.word(j) == "of" && j > 0 && officials.Has(r.tokens[j-1])) || len(codes) < 2 {
		return nil // but "the Foreign Ministers of Japan and Australia signed"
	}
	return codes
}

// actBefore is the verb right before a title that tells of what its parties did to it, or -1:
// "Peru and Chile renewed their Agreement", "Peru terminated its treaty with Chile".
func (r *reader) actBefore(t *title) int {
	j := r.pastDet(r.pastPlain(t.at.First - 1))
	if exchanged := r.exchange(j); exchanged > 0 {
		return exchanged
	}
	return r.unless(j < 0 || !partiesDo.Has(r.tokens[j]) || !r.tokens[j].Has(text.Lower), j)
}

// exchange is the "exchanged" of "exchanged the instruments of ratification of" that ends with the
// "of" at token i, or -1.
func (r *reader) exchange(i int) int {
	if !r.has(i, of) || !strings.HasPrefix(r.lower(i-1), "ratification") {
		return -1
	}
	for j := i - 2; j > 0 && j > i-6; j-- {
		if w := r.lower(j); w == "exchanged" || w == "deposited" {
			return r.unless(r.denied(j), j)
		}
	}
	return -1
}

var partiesDo = text.NewSet("extended", "renewed", "prolonged", "amended", "terminated", "denounced", "abrogated", "ratified", "revised", "updated", "suspended", "cancelled", "canceled", "upgraded", "initialled", "initialed", "expanded", "negotiated", "renegotiated", "finalised", "finalized", "approved", "accepted", "have", "has")

// pairBefore are the two states that the sentence names before token i, if it names no
// third: "The first contact of Peru and Siam was in 1833, when they signed a Treaty".
func (r *reader) pairBefore(i int) (codes []string) {
	for j := i - 1; j >= 0 && j > i-reach && !r.tokens[j+1].Has(text.SentStart); j-- {
		m := r.world.placeMention(j)
		if m == nil || m.Tokens.First != j || !isState(m) || slices.Contains(codes, m.Place.Country) {
			continue
		}
		codes = append(codes, m.Place.Country)
	}
	if len(codes) != 2 {
		return nil
	}
	slices.Reverse(codes)
	return codes
}

// signedWith are the countries of "Kenya signed an Agreement on Tourism with Peru".
func (r *reader) signedWith(t *title) []string {
	host := r.stateAt(t.at.End + 1)
	if r.word(t.at.End) != "with" || host == nil {
		return nil
	}
	verb := r.verbBefore(t)
	if verb < 0 {
		verb = r.actBefore(t)
	}
	if one := r.subjectOf(verb); one != nil && one.Place.Country != host.Place.Country {
		return []string{one.Place.Country, host.Place.Country}
	}
	return []string{host.Place.Country}
}
