package people

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A role is an office as a sentence writes it.
type role struct {
	tokens       text.Range // with the country before it and the body after it
	words        text.Range // as the role column has it: without a demonym before it
	code         string
	country      string // ISO 3166-1 alpha-2 of whom it serves
	inferred     bool   // the country is that of the body, not stated with the office
	organization string
	former       bool
	own          bool   // the country is that of one of several who share it
	second       string // the other country of "Prime Ministers of X and Y"
}

// readOffices finds the offices of a sentence, in its order.
func (r *reader) readOffices(s text.Range, into []role) []role {
	for i := s.First; i < s.End; {
		t := r.doc.Tokens[i]
		if t.Class != text.Word {
			i++
			continue
		}
		o, n := offices.Longest(r.doc.Tokens, i, s.End)
		if n == 0 || o.capital && !t.Capital() && !r.nationals(i, n, s, o) || r.insideName(i, n) || r.modifies(i, n, s.End) || n == 1 && r.nameNotOffice(i, o, into) {
			i++
			continue
		}
		ro := r.office(s, i, n, o)
		if len(into) > 0 && into[len(into)-1].tokens.End > ro.tokens.First {
			ro.tokens.First = into[len(into)-1].tokens.End
			ro.words.First = max(ro.words.First, ro.tokens.First)
		}
		i = ro.tokens.End
		if n := len(into); n > 0 && r.together(&into[n-1], &ro) {
			into[n-1].merge(&ro)
			continue
		}
		into = append(into, ro)
	}
	return into
}

// office reads an office around its head, n tokens from token i.
func (r *reader) office(s text.Range, i, n int, o office) role {
	ro := role{words: text.Range{First: i, End: i + n}, code: o.code}
	r.before(s, &ro)
	r.after(s, &ro)
	if ro.country == "" {
		r.countryOfBody(&ro)
	}
	return ro
}

// before takes the modifiers before the head into the words, and the country
// or body before those into the tokens.
func (r *reader) before(s text.Range, ro *role) {
	i := ro.words.First
	for i > s.First {
		t := r.doc.Tokens[i-1]
		if t.Class == text.Dash && !t.Has(text.Spaced) && i-2 >= s.First && modifiers.Has(r.doc.Tokens[i-2]) {
			i -= 2
			ro.words.First = i
			continue
		}
		if !modifiers.Has(t) || t.Has(text.Lower) && !r.lowerModifier(i-1) {
			break
		}
		ro.former = ro.former || t.Is(text.KeyOf("former")) || t.Is(text.KeyOf("ex"))
		i--
		if !r.adverb(t) && !(t.Is(keyFirst) && t.Has(text.Lower) && !deputies.Has(r.at(ro.words.First))) {
			ro.words.First = i
		}
	}
	ro.tokens.First = i
	if t := r.at(i - 1); t.Has(text.Possess) {
		i--
	}
	if i <= s.First {
		return
	}
	if p := r.place[i-1]; p != nil && p.Tokens.End == i && isState(p) {
		ro.country, ro.tokens.First = p.Place.Country, p.Tokens.First
		return
	}
	if o := r.org[i-1]; o != nil && o.Tokens.End == i && o.Organization != nil {
		ro.organization, ro.country, ro.inferred, ro.tokens.First = o.Value, o.Organization.Country, true, o.Tokens.First
		return
	}
	if code, n := r.demonymBefore(i, s.First); n > 0 {
		ro.country, ro.tokens.First = code, i-n
	}
}

// lowerModifier reports whether a modifier in small letters belongs to an
// office: "former President", "acting Foreign Minister".
func (r *reader) lowerModifier(i int) bool {
	t := r.at(i)
	return t.Is(text.KeyOf("former")) || t.Is(text.KeyOf("acting")) || t.Is(text.KeyOf("deputy")) || t.Is(text.KeyOf("vice")) ||
		t.Is(text.KeyOf("then")) || t.Is(text.KeyOf("foreign")) || t.Is(text.KeyOf("prime")) || t.Is(text.KeyOf("ex")) || t.Is(text.KeyOf("first"))
}

// adverb reports whether a modifier is no part of the office's name.
func (r *reader) adverb(t text.Token) bool {
	return t.Is(text.KeyOf("then")) || t.Is(text.KeyOf("newly")) || t.Is(text.KeyOf("incumbent")) || t.Is(text.KeyOf("outgoing"))
}

// demonymBefore reads a country's adjective or abbreviation that ends before
// token i: "Chinese", "U.S.", "East German".
func (r *reader) demonymBefore(i, from int) (code string, n int) {
	for n := min(4, i-from); n > 0; n-- {
		if t := r.doc.Tokens[i-n]; t.Class != text.Word || !t.Capital() {
			continue
		}
		entries, length := gazetteer.Lookup(r.doc.Tokens, i-n, i)
		if length != n {
			continue
		}
		for _, e := range entries {
			if e.Kind == "demonym" || e.Kind == "country" || e.Kind == "former" || e.Kind == "territory" {
				return e.Country, n
			}
		}
	}
	return "", 0
}

func isState(m *pipeline.Mention) bool {
	return m.Place != nil && (m.Place.Kind == "country" || m.Place.Kind == "former" || m.Place.Kind == "territory")
}

// after takes what the office is of into the words: bodies, portfolios and
// countries, one "of" or "to" after the other.
func (r *reader) after(s text.Range, ro *role) {
	i := ro.words.End
	for i < s.End {
		j := i
		for j < s.End && (afters.Has(r.doc.Tokens[j]) || r.doc.Tokens[j].Class == text.Dash && !r.at(j).Has(text.Spaced) && afters.Has(r.at(j+1))) {
			j++
		}
		i = r.portfolio(j, s.End)
		if !r.links(i, ro.code) {
			break
		}
		j = i + 1
		for j < s.End && r.doc.Tokens[j].Is(keyThe) {
			j++
		}
		end := r.complement(j, s.End, ro)
		if end == j {
			break
		}
		i = end
		if o := r.at(i); o.Class == text.Open && i+2 < s.End && r.doc.Tokens[i+1].Has(text.Upper) && r.doc.Tokens[i+2].Class == text.Close {
			i += 3 // the acronym of the body
		}
	}
	ro.words.End = i
	ro.tokens.End = i
}

// portfolio is the token after more of a minister's portfolio: "and Trade" after
// "Minister of Foreign Affairs".
func (r *reader) portfolio(i, end int) int {
	for i+1 < end && r.at(i).Is(keyAnd) && portfolios.Has(r.at(i+1)) && r.at(i+1).Capital() {
		if _, n := offices.Longest(r.doc.Tokens, i+1, end); n > 0 {
			return i // "and Foreign Minister"
		}
		for i++; i < end && portfolios.Has(r.at(i)) && r.at(i).Capital(); i++ {
		}
	}
	return i
}

// links reports whether token i leads on to what the office is of.
func (r *reader) links(i int, code string) bool {
	t := r.at(i)
	if t.Is(keyOf) || t.Is(keyFor) || t.Is(keyTo) {
		return true
	}
	if !t.Is(keyNear) && !t.Is(keyIn) && !t.Is(keyAt) {
		return false
	}
	if diplomat[code] && r.at(i+1).Is(keyThe) {
		i++
	}
	return r.place[min(i+1, len(r.place)-1)] != nil
}

// complement reads one thing that an office is of and returns the token after.
func (r *reader) complement(i, end int, ro *role) int {
	if i >= end {
		return i
	}
	if o := r.org[i]; o != nil && o.Tokens.First == i && o.Tokens.End <= end {
		if ro.organization == "" {
			ro.organization = o.Value
		}
		if o.Organization != nil && o.Organization.Country != "" && ro.country == "" && !(sentTo[ro.code] && r.accredited(i)) {
			ro.country, ro.inferred = o.Organization.Country, !r.names(o.Tokens, o.Organization.Country)
		}
		return o.Tokens.End
	}
	if p := r.place[i]; p != nil && (p.Tokens.First == i || p.Tokens.First == ro.words.End-1) && p.Tokens.End <= end {
		if isState(p) && (ro.country == "" || ro.inferred) && !r.accredited(i) {
			ro.country, ro.inferred = p.Place.Country, false
		}
		if t := r.at(p.Tokens.End); t.Is(keyAnd) && isState(p) {
			if q := r.place[min(p.Tokens.End+1, len(r.place)-1)]; q != nil && isState(q) && q.Tokens.End <= end {
				ro.second = q.Place.Country
				return q.Tokens.End
			}
		}
		return p.Tokens.End
	}
	return r.described(i, end, ro)
}

// described reads a thing that an office is of in words: a portfolio, a body or a
// party in quotes, perhaps with a country's adjective.
func (r *reader) described(i, end int, ro *role) int {
	from := i
	code, n := r.demonymAt(i, end)
	if ro.country == "" {
		i += n
	}
	j := i
	for j < end && (portfolios.Has(r.doc.Tokens[j]) || bodies.Has(r.doc.Tokens[j])) && (r.doc.Tokens[j].Capital() || j > i && (r.doc.Tokens[j].Is(keyAnd) || r.doc.Tokens[j].Is(keyOf))) {
		j++
	}
	for j > i && r.doc.Tokens[j-1].Has(text.Lower) {
		j--
	}
	if n > 0 && j == from+n && !r.at(j).Is(keyOf) && r.at(j).Capital() {
		return from // "of the Portuguese" something that the lists do not have
	}
	if n > 0 && ro.country == "" {
		ro.country = code
	}
	if quoted := r.quotedParty(i, end); quoted > i {
		if o := r.org[i+1]; o != nil && o.Organization != nil && ro.organization == "" {
			ro.organization = o.Value
			if ro.country == "" {
				ro.country, ro.inferred = o.Organization.Country, true
			}
		}
		return quoted
	}
	return j
}

// sentTo are the offices whose holders do not serve whom they are sent to.
var sentTo = map[string]bool{
	"ambassador": true, "charge-d-affaires": true, "envoy": true, "consul": true, "consul-general": true, "agent": true,
	"commissioner": true, "minister": true, "special-envoy": true, "representative": true,
}

// quotedParty reads "“Nur Otan” party".
func (r *reader) quotedParty(i, end int) int {
	if r.at(i).Class != text.Quote {
		return i
	}
	for j := i + 1; j < min(end, i+6); j++ {
		if r.doc.Tokens[j].Class == text.Quote {
			if j++; j < end && r.doc.Tokens[j].Is(text.KeyOf("party")) {
				j++
			}
			return j
		}
	}
	return i
}

func (r *reader) demonymAt(i, end int) (string, int) {
	entries, n := gazetteer.Lookup(r.doc.Tokens, i, end)
	for _, e := range entries {
		if e.Kind == "demonym" {
			return e.Country, n
		}
	}
	return "", 0
}

// names reports whether the words themselves name the country.
func (r *reader) names(words text.Range, country string) bool {
	for i := words.First; i < words.End; i++ {
		entries, _ := gazetteer.Lookup(r.doc.Tokens, i, words.End)
		for _, e := range entries {
			if e.Country == country {
				return true
			}
		}
	}
	return false
}

// countryOfBody infers the country from a body that the page or the gazetteer
// ties to one, or from a city that the office is of.
func (r *reader) countryOfBody(ro *role) {
	for i := ro.words.First; i < ro.words.End; i++ {
		if c := r.bodies[r.doc.Tokens[i].Key]; c != "" && r.doc.Tokens[i].Capital() {
			ro.country, ro.inferred = c, true
			return
		}
		if p := r.place[i]; p != nil && p.Place != nil && len(p.Place.Country) == 2 && !diplomat[ro.code] && !r.accredited(p.Tokens.First) {
			ro.country, ro.inferred = p.Place.Country, true
			return
		}
	}
}

// text is the role as the column has it.
func (r *reader) roleText(ro *role) string {
	return strings.Trim(strings.Join(strings.Fields(r.doc.Slice(ro.words)), " "), " ,")
}

// accredited reports whether "to", "near" or "to the" stands before token i: who is sent
// there serves another country.
func (r *reader) accredited(i int) bool {
	if r.at(i - 1).Is(keyThe) {
		i--
	}
	return r.at(i-1).Is(keyTo) || r.at(i-1).Is(keyNear)
}

// nationals reports whether a head in small letters is an office because a
// country's adjective stands before it and a name behind: "the U.S. representative,
// Ralph Izard", "the British minister, Lord Lyons".
func (r *reader) nationals(i, n int, s text.Range, o office) bool {
	if o.code != "minister" && o.code != "representative" || r.plural(&role{words: text.Range{First: i, End: i + n}}) {
		return false
	}
	next := r.at(i + n)
	if next.Is(keyOf) && o.code == "representative" && i+n+1 < len(r.place) {
		p := r.place[i+n+1]
		return p != nil && isState(p)
	}
	if next.Class == text.Comma {
		next = r.at(i + n + 1)
	}
	if next.Class != text.Word || !next.Has(text.Title) || i+n >= s.End {
		return false
	}
	_, before := r.demonymBefore(i, s.First)
	return before > 0
}
