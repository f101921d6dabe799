package people

import "chancery/pipeline/text"

// after takes what the office is of into the words: bodies, portfolios and
// countries, one "of" or "to" after the other.
func (r *reader) after(s text.Range, ro *role) {
	i := r.intoBody(ro)
	for i < s.End {
		j := i
		for j < s.End && (afters.Has(r.doc.Tokens[j]) || r.doc.Tokens[j].Class == text.Other && afters.Has(r.at(j+1)) || r.doc.Tokens[j].Class == text.Dash && !r.at(j).Has(text.Spaced) && afters.Has(r.at(j+1))) {
			j++
		}
		i = r.andRegion(r.portfolio(r.adInterim(j, s.End, ro), s.End), s.End)
		if r.at(i).Class == text.Open && inBrackets.Has(r.at(i+1)) && r.at(i+2).Class == text.Close && r.at(i+3).Is(keyOf) && i+4 < s.End {
			i += 3 // "Secretary (East) of the Ministry"
		}
		if !r.links(i, ro.code) || (r.at(i).Is(keyTo) || r.at(i).Is(keyIn) || r.at(i).Is(keyFor)) && r.heldAtHome(i, ro) {
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
	if t := r.at(i); i < s.End && t.Is(keyII) && t.Has(text.Upper) && portfolios.Has(r.at(i-1)) {
		i++ // "Minister of Foreign Affairs II"
	}
	i = r.bracketedPart(i, s.End)
	if j := r.portfolioWords(i+1, s.End); r.at(i).Class == text.Comma && j > i+1 && r.at(j).Class == text.Colon {
		i = j // "Third Secretary, Consular Affairs: A"
	}
	ro.words.End = i
	ro.tokens.End = r.pastSeat(i, s.End)
	for j := ro.words.First; j < i && ro.country == ""; j++ {
		if code, n := r.demonymAt(j, i); n > 0 && expatriates.Has(r.at(j+n)) {
			ro.country, ro.inferred = code, true // "Tunisians Abroad"
		}
	}
}

// pastSeat is the token behind where someone resides, which stands at token i between his office and his
// name: "Ambassador of Latvia to Kyrgyzstan (residing in Tashkent) A", "... with residence in Budapest A".
// It is i where nothing of the kind does.
func (r *reader) pastSeat(i, end int) int {
	j := i
	bracket := r.at(j).Class == text.Open
	if bracket || r.at(j).Class == text.Comma || r.at(j).Is(keyWith) {
		j++
	}
	if j >= end || !seats.Has(r.at(j)) {
		return i
	}
	for j++; r.at(j).Is(keyIn) || r.at(j).Is(keyAt); j++ {
	}
	p := r.place[min(j, len(r.place)-1)]
	if p == nil || p.Tokens.First != j {
		return i
	}
	if j = p.Tokens.End; r.at(j).Class == text.Comma && j+1 < len(r.place) && r.place[j+1] != nil && r.place[j+1].Tokens.First == j+1 {
		j = r.place[j+1].Tokens.End // "in Tashkent, Uzbekistan"
	}
	if bracket {
		if r.at(j).Class != text.Close {
			return i
		}
		j++
	}
	if j >= end || !r.at(j).Capital() {
		return i
	}
	return j
}

// seats are the words that say where someone resides.
var seats = text.NewSet("residing", "resident", "residence", "seat", "based", "seated", "residency")

// andRegion is the token behind "and the Pacific" where a portfolio ends before token i; else i.
func (r *reader) andRegion(i, end int) int {
	j := r.behindThe(i + 1)
	if !portfolios.Has(r.at(i-1)) && !r.topic(i-1) || j >= end || !r.at(i).Is(keyAnd) || r.place[j] == nil || r.place[j].Tokens.First != j || isState(r.place[j]) || r.place[j].Place == nil || r.place[j].Place.Kind == "city" {
		return i
	}
	return r.place[j].Tokens.End
}

// heldAtHome reports whether an office, whose words end at token i, is one that nobody
// is sent abroad with: "the visit of the Minister of Trade of Kenya to Japan", "met the President of
// Kenya in Geneva".
func (r *reader) heldAtHome(i int, ro *role) bool {
	if atHome[ro.code] {
		return !r.at(i).Is(keyFor) || r.at(i+1).Is(keyThe) && ro.code == "head-of-government" && !r.deputy(ro) // but "Minister for Foreign Affairs"
	}
	if ro.code != "minister" && ro.code != "deputy-minister" || r.at(i).Is(keyFor) || r.at(i).Is(keyIn) && r.ministryAt(i+1) {
		return false // "State Secretary in the Ministry of Foreign Affairs"
	}
	for j := ro.words.First; j < i && !r.at(j).Is(keyTo); j++ {
		if portfolios.Has(r.at(j)) {
			return true
		}
	}
	return false
}

// atHome are the offices that nobody is sent abroad with.
var atHome = map[string]bool{
	"head-of-state": true, "head-of-government": true, "deputy-head-of-government": true, "foreign-minister": true, "deputy-foreign-minister": true,
	"defence-minister": true, "interior-minister": true, "finance-minister": true, "monarch": true, "royal": true, "crown-prince": true, "speaker": true,
	"governor": true, "mayor": true, "pope": true, "party-leader": true,
}

// links reports whether token i leads on to what the office is of.
func (r *reader) links(i int, code string) bool {
	t := r.at(i)
	if t.Is(keyOf) || t.Is(keyFor) || t.Is(keyTo) {
		return true
	}
	if t.Is(keyOn) {
		p := r.place[min(i+1, len(r.place)-1)]
		return sentFor[code] && p != nil && p.Tokens.First == i+1 // "Special Representative on Syria"
	}
	if t.Is(keyFrom) {
		if p := r.place[min(i+1, len(r.place)-1)]; code == "parliamentarian" && p != nil && p.Tokens.First == i+1 && r.at(p.Tokens.End).Capital() {
			return true // "Senator from Nevada Pat McCarran"
		}
		return diplomat[code] && r.at(i-1).Capital() && r.place[i-1] == nil && r.statesAt(i+1) // "Ambassador from the Republic of Moldova"
	}
	if !t.Is(keyNear) && !t.Is(keyIn) && !t.Is(keyAt) {
		return false
	}
	if t.Is(keyIn) && ofMinistry[code] && r.ministryAt(i+1) {
		return true
	}
	if (diplomat[code] || t.Is(keyAt)) && r.at(i+1).Is(keyThe) {
		i++
	}
	if o := r.org[min(i+1, len(r.org)-1)]; t.Is(keyAt) && o != nil && o.Tokens.First == i+1 {
		return true
	}
	p := r.place[min(i+1, len(r.place)-1)]
	if p != nil && t.Is(keyIn) && sole[code] && p.Place != nil && (p.Place.Kind == "region" || p.Place.Kind == "continent") {
		return false // "Prime Minister in Eastern Europe"
	}
	return p != nil && !(p.Place != nil && (p.Place.Kind == "building" || p.Place.Kind == "street" || p.Place.Kind == "venue" || t.Is(keyAt) && p.Rule == "situated"))
}

// complement reads one thing that an office is of and returns the token after.
func (r *reader) complement(i, end int, ro *role) int {
	if divisional.Has(r.at(i)) && r.at(i).Has(text.Lower) && i+1 < end && r.at(i+1).Capital() {
		if j := r.complement(i+1, end, ro); j > i+1 {
			return j // "Chairman of the provincial People's Committee"
		}
	}
	if i >= end {
		return i
	}
	if o := r.org[i]; o != nil && o.Tokens.First == i && o.Tokens.End <= end {
		return r.institution(o, end, ro)
	}
	if unit := r.unitEnd(i, end); unit > i && r.place[i] != nil && unit > r.place[i].Tokens.End && r.unit(unit-1) {
		return unit // "of the Asia Department"
	}
	if p := r.place[i]; p != nil && (p.Tokens.First == i || p.Tokens.First == ro.words.End-1) && p.Tokens.End <= end {
		if isState(p) && (ro.country == "" || ro.inferred) && !r.accredited(i, ro.code) && !(ro.organization != "" && r.inInternational(ro.words.First, i)) {
			ro.country, ro.inferred = p.Place.Country, false
		}
		if row, next := r.statesRow(p, end, r.plural(ro)); len(row) > 1 {
			ro.others, ro.own = row[1:], r.plural(ro)
			return next
		}
		if end := r.regionsJoined(p, end); end > 0 {
			return end
		}
		return r.regionWords(p.Tokens.End, end)
	}
	if r.unit(i) && r.at(i).Capital() && r.at(i+1).Is(keyOf) && i+2 < end {
		if j := r.complement(r.behindThe(i+2), end, ro); j > r.behindThe(i+2) {
			return j // "of the Department of Europe"
		}
	}
	if o, n := offices.Longest(r.doc.Tokens, i, end); n > 0 && onBehalf[ro.code] && r.at(i).Capital() && r.at(i-1).Is(keyThe) {
		of := r.office(text.Range{First: i, End: end}, i, n, o)
		if ro.country == "" {
			ro.country, ro.inferred, ro.organization = of.country, of.inferred, of.organization
		}
		return of.tokens.End
	}
	if j := r.described(i, end, ro); j > i {
		return j
	}
	return r.openBody(i, end, ro)
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
	for j < end && (portfolios.Has(r.doc.Tokens[j]) || bodies.Has(r.doc.Tokens[j]) || r.oneOfAffairs(j, end)) && (r.doc.Tokens[j].Capital() || j > i && (r.doc.Tokens[j].Is(keyAnd) || r.doc.Tokens[j].Is(keyOf))) {
		j++
	}
	for j > i && r.doc.Tokens[j-1].Has(text.Lower) {
		j--
	}
	if k := r.unitEnd(i, end); k > j {
		j = k
	}
	if link := r.at(ro.words.End); (openTopics[ro.code] || ro.code == "foreign-minister" && link.Is(keyFor)) && from <= ro.words.End+2 && (link.Is(keyOf) || link.Is(keyFor)) && !r.plural(ro) {
		j = max(j, r.openField(i, end))
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

// intoBody is the token behind an office, or behind the name of the body in which its words
// end: "First Secretary of the Central Committee of the Communist Party".
func (r *reader) intoBody(ro *role) int {
	o := r.org[ro.words.End-1]
	if o == nil || o.Organization == nil || o.Tokens.First <= ro.words.First || o.Tokens.End <= ro.words.End {
		return ro.words.End
	}
	ro.organization = o.Value
	if ro.country == "" && o.Organization.Country != "" {
		ro.country, ro.inferred = o.Organization.Country, !r.names(o.Tokens, o.Organization.Country)
	}
	return o.Tokens.End
}
