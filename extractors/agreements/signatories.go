package agreements

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// sides are the parties of the k-th title: those that its name tells, else those that the words
// around it do, else the two countries of the page, which are inferred.
func (r *reader) sides(t *title, k int, v *pipeline.AgreementValue) (codes []string, inferred bool) {
	if codes = r.parties(t); len(codes) > 0 {
		if c := r.partner(t); c != "" && !slices.Contains(codes, c) {
			codes = slices.Insert(codes, 0, c)
		}
	}
	if len(codes) < 2 {
		for _, told := range [][]string{r.signatories(t, k), r.betweenBehind(t), r.signers(t), r.signedWith(t)} {
			if len(told) > len(codes) {
				if own := codes; len(own) > 0 && t.hasParties() && r.word(t.parties.First-1) == "with" && !subset(own, told) {
					told = append(slices.Clone(told), own...) // "Norway and Peru signed an agreement with Chile on"
				}
				codes = told
				break
			}
		}
	}
	f := r.world.frame
	if len(codes) > 0 && (r.word(t.at.End) == "with" || len(r.signers(t)) == 1) {
		if hosts := r.hosts(t); len(hosts) > 0 && !subset(hosts, codes) {
			return slices.Compact(append(codes, hosts...)), false
		}
		if len(codes) == 1 && !r.world.untitled && f.B != "" && (codes[0] == f.A || codes[0] == f.B) {
			return []string{f.A, f.B}, true
		}
	}
	if len(codes) == 0 {
		codes = r.above(t)
	}
	if len(codes) == 0 {
		codes = r.labelPair(t)
	}
	v.Parties = codes
	if len(codes) > 0 {
		return codes, false
	}
	if codes = r.pairIn(r.introOf(t)); len(codes) == 0 && (r.bilateral(t, v, k) || r.bothSign(t, k)) {
		codes = []string{f.A, f.B}
	}
	return codes, len(codes) > 0
}

// labelPair are the two states that the line names before the colon in front of a title:
// "Peru/Chile: Convention on Ports".
func (r *reader) labelPair(t *title) []string {
	j := t.at.First - 1
	if r.class(j) != text.Colon || !r.labels(j) {
		return nil
	}
	first := j
	for !r.tokens[first].Has(text.LineStart) {
		first--
	}
	return r.pairIn(text.Range{First: first, End: j})
}

// partner is the country of "Japan signed the Tripartite Pact with Germany and Italy" that the
// title, whose parties begin with "with", does not name, or "".
func (r *reader) partner(t *title) string {
	verb := r.verbBefore(t)
	if verb < 0 {
		verb = r.actBefore(t)
	}
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
	officially := false
	for j--; j > t.at.First-16 && j > 0 && (r.class(j) == text.Word && !r.tokens[j].Capital() || r.has(j, weekday) || r.world.date(j) != nil || r.besideDate(j)) && r.world.placeMention(j) == nil && r.word(j) != "they"; j-- { // "have also", "on 9 May 2020"
		officially = officially || officials.Has(r.tokens[j])
	}
	if j > 0 && r.lower(j) == "they" {
		return r.pairBefore(j)
	}
	if j > 0 && r.class(j) == text.Close {
		j-- // "the Four Powers (A, B, C and D) signed"
	}
	last := r.world.placeMention(j)
	if officially && last == nil && j > 1 && r.has(j-1, and) { // "the Cypriot and Lebanese foreign ministers"
		if a, b := r.world.demonym(j-2), r.world.demonym(j); a != "" && b != "" && a != b {
			return []string{a, b}
		}
	}
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
	if len(codes) == 1 && r.has(j, and) && covering(r.world.organizations, j-1) != nil {
		return codes // "The EU and Armenia signed"
	}
	if r.has(j, in|of|with|other) && !(r.word(j) == "of" && j > 0 && officials.Has(r.tokens[j-1])) || len(codes) < 2 {
		return nil // but "the Foreign Ministers of Japan and Australia signed"
	}
	return codes
}

// besideDate reports whether token i is one of the commas around a date: "Peru and Chile, on 3
// October 2024, signed".
func (r *reader) besideDate(i int) bool {
	return r.class(i) == text.Comma && (r.world.date(i-1) != nil || r.dateBegins(i+2))
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

var partiesDo = text.NewSet("extended", "renewed", "prolonged", "amended", "terminated", "denounced", "abrogated", "ratified", "revised", "updated", "suspended", "cancelled", "canceled", "upgraded", "initialled", "initialed", "expanded", "renegotiated", "finalised", "finalized", "approved", "accepted", "have", "has", "ended", "scrapped", "revoked", "rescinded", "repudiated", "annulled")

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
	hosts := r.hosts(t)
	if len(hosts) == 0 {
		return nil
	}
	verb := r.verbBefore(t)
	if verb < 0 {
		verb = r.actBefore(t)
	}
	if one := r.subjectOf(verb); one != nil && !slices.Contains(hosts, one.Place.Country) {
		return append([]string{one.Place.Country}, hosts...)
	}
	return hosts
}

// hosts are the states of the list that "with" opens behind a title: "a treaty of commerce with
// Norway and Peru". Several instruments with several states are one with each.
func (r *reader) hosts(t *title) (codes []string) {
	m := r.host(t.at.End)
	if m == nil {
		return nil
	}
	for j := m.Tokens.First; j < r.pastStates(m.Tokens.First); j++ {
		if c := r.world.state(j); c != "" && !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	if t.isMany() && len(codes) > 1 {
		return nil
	}
	return codes
}

// signers are the two countries of "was signed by A and B" and "signed between A
// and B" behind the title.
func (r *reader) signers(t *title) []string {
	from := t.at.End
	if r.word(from+1) == "which" {
		from = r.pastWhich(from + 1)
	}
	for j := from; j < min(len(r.tokens)-3, from+6) && !r.tokens[j].Has(text.SentStart); j++ {
		if !r.has(j, sign) {
			continue
		}
		switch j = r.pastWhen(j + 1); {
		case r.host(j) != nil: // "was signed with Peru"
			return []string{r.host(j).Place.Country}
		case r.word(j) == "by" && r.stateAt(j+1) != nil && r.host(r.stateAt(j+1).Tokens.End) != nil: // "by Norway with Peru"
			one := r.stateAt(j + 1)
			return []string{one.Place.Country, r.host(one.Tokens.End).Place.Country}
		case r.word(j) == "by" || r.word(j) == "between":
			return r.states(j + 1)
		}
	}
	return nil
}
