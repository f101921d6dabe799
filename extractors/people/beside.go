package people

import "chancery/pipeline/text"

// counterpart reads "his Egyptian counterpart" before the name: whom the words
// call someone's equal is a person, of that country.
func (r *reader) counterpart(c *candidate, s text.Range) {
	i := r.styles(c.tokens.First, s) - 1
	if c.role != nil && style[c.role.code] && (c.role.words.Len() == 1 || c.role.code == "military" && !commands(c.role)) {
		i = r.styles(c.role.tokens.First, s) - 1
	}
	if r.at(i).Class == text.Comma {
		i--
	}
	if i <= s.First || !counterparts.Has(r.at(i)) && !colleagues.Has(r.at(i)) {
		return
	}
	country, n := r.demonymBefore(i, s.First)
	if n == 0 && colleagues.Has(r.at(i)) {
		return // a colleague's name, but of the same house
	}
	c.add(6, "called a counterpart")
	c.rule = "counterpart"
	c.country = country
	of := role{country: country, tokens: text.Range{First: i - n, End: i + 1}, words: text.Range{First: i, End: i + 1}}
	if r.adjectives(&of, s.First); len(of.others) > 0 {
		c.country, c.others = of.country, of.others
	}
}

// patron reports whether the style at token i is that of a saint whom an order, a church
// or a town is named after: "Order of St Michael and St George".
func (r *reader) patron(i int, s text.Range) bool {
	if p := r.place[i]; p != nil && p.Tokens.First == i && p.Tokens.Len() > 1 && saints.Has(r.at(i)) {
		return true // "Saint Petersburg"
	}
	if !saints.Has(r.at(i)) {
		return false
	}
	if i <= s.First || r.at(i).Is(keySaints) {
		return i > s.First
	}
	p := r.at(i - 1)
	return p.Is(keyOf) && r.at(i-2).Capital() || p.Is(keyAnd) || p.Is(keyThe)
}

var saints = text.NewSet("st", "saint", "saints", "sts")

// succeeded reports whether what only people are stands before token i: whom one
// succeeds or marries, "taking over from", "his predecessor,".
func (r *reader) succeeded(i int, s text.Range) bool {
	p := r.at(i - 1)
	if i-1 < s.First {
		return false
	}
	if p.Class == text.Comma {
		p = r.at(i - 2)
		return i-2 >= s.First && kin.Has(p) && possessives.Has(r.at(i-3))
	}
	if p.Is(keyBy) && made.Has(r.at(i-2)) || p.Is(keyTo) && wed.Has(r.at(i-2)) {
		return true
	}
	return succeeding.Has(p) || kin.Has(p) && p.Has(text.Lower) || p.Is(keyFrom) && r.at(i-2).Is(keyOver) ||
		p.Is(keyOf) && kin.Has(r.at(i-2)) && r.at(i-2).Has(text.Lower)
}

// made are verbs that with "by" behind them stand before who did it, and wed those that with
// "to" stand before whom one is bound to.
var (
	made = text.NewSet("directed", "painted", "sculpted", "composed", "portrayed", "narrated", "choreographed", "conducted", "authored", "penned", "translated", "illustrated", "coached", "refereed")
	wed  = text.NewSet("engaged", "married", "apprenticed", "betrothed")
)

// called reports whether what people are by calling stands in small letters right before
// the name at token i: "the goalkeeper Jim Ainsley".
func (r *reader) called(i int, s text.Range) bool {
	t := r.at(i - 1)
	return i-1 >= s.First && people.Has(t) && t.Has(text.Lower)
}

// isOfCalling reports whether the sentence says behind a name, and what stands in
// brackets there, that its bearer is one by calling: "(born 1951) is an English singer",
// "became the manager".
func (r *reader) isOfCalling(i, end int) bool {
	const longest = 25 // tokens in brackets
	if r.at(i).Class == text.Open {
		for j := i + 1; j < min(end, i+longest); j++ {
			if r.at(j).Class == text.Close {
				i = j + 1
				break
			}
		}
	}
	return (copulas.Has(r.at(i)) || r.at(i).Is(keyBecame)) && r.calling(i+1, end)
}

// stateIn reports whether the name of a state is all of the brackets at token i: "(Malawi)".
func (r *reader) stateIn(i int) bool {
	p := r.place[min(i+1, len(r.place)-1)]
	return p != nil && p.Tokens.First == i+1 && isState(p) && r.at(p.Tokens.End).Class == text.Close
}

// amongEnvoys reports whether the sentence tells of ambassadors or delegates before token
// i: "the following ambassadors: A (Kenya), B (Senegal)".
func (r *reader) amongEnvoys(i int, s text.Range) bool {
	const furthest = 60 // tokens
	for j := i - 1; j >= s.First && i-j < furthest; j-- {
		if envoys.Has(r.at(j)) {
			return true
		}
	}
	return false
}

var envoys = text.NewSet("ambassadors", "envoys", "delegates", "representatives", "ministers", "diplomats", "consuls", "heads")

// reports reports whether the name of a medium begins at token i: "A, Reuters".
func (r *reader) reports(i int) bool {
	o := r.org[min(i, len(r.org)-1)]
	return o != nil && o.Tokens.First == i && o.Organization != nil && o.Organization.Kind == "media"
}

// calling reports whether an article and a word for what people are by calling begin at
// token i: "a journalist", "the Danish politician", "a former dissident".
func (r *reader) calling(i, end int) bool {
	const longest = 5 // tokens
	if !r.at(i).Is(keyThe) && !r.at(i).Is(keyA) && !r.at(i).Is(keyAn) {
		return false
	}
	for j := i + 1; j < min(end, i+longest); j++ {
		if r.at(j).Class != text.Word {
			return false
		}
		if people.Has(r.at(j)) && r.at(j).Has(text.Lower) {
			return true
		}
	}
	return false
}

// naming gives the office that stands right behind the name of whom one names to it:
// "named Jan Kos prime minister", "elected Ana Sousa President of the Republic".
func (r *reader) naming(c *candidate, s text.Range) {
	i := c.tokens.First
	if c.role != nil || i <= s.First || !naming.Has(r.at(r.styles(i, s)-1)) && !r.namedToo(i, s) || c.tokens.End >= s.End {
		return
	}
	j := r.pastAside(c.tokens.End, s.End)
	k := r.firstRole(j)
	if leads.Has(r.at(j)) && r.at(j).Has(text.Lower) && (k == len(r.roles) || r.roles[k].tokens.First > j) {
		j++
	}
	if k == len(r.roles) || r.roles[k].tokens.First != j || r.plural(&r.roles[k]) {
		return
	}
	ro := r.roles[k]
	c.role, c.rule = &ro, "office-after"
	if r.words(c.tokens) > 1 {
		c.add(4, "one names it to the office behind it")
	}
}

// namedToo reports whether "and" right before the name at token i joins it to one whom the
// sentence names to an office: "named A Minister of Trade and B Minister of Health".
func (r *reader) namedToo(i int, s text.Range) bool {
	i = r.styles(i, s) - 1
	if len(r.cands) == 0 || !r.at(i).Is(keyAnd) && r.at(i).Class != text.Comma {
		return false
	}
	if r.at(i).Is(keyAnd) && r.at(i-1).Class == text.Comma {
		i--
	}
	b := &r.cands[len(r.cands)-1]
	return b.role != nil && b.rule == "office-after" && b.role.tokens.End == i && b.tokens.End == b.role.tokens.First && b.tokens.First > s.First
}

// pastAside is the token behind the aside between commas at token i and "as" behind it:
// ", a former journalist, as Ambassador"; else i.
func (r *reader) pastAside(i, end int) int {
	const longest = 14 // tokens
	if r.at(i).Class != text.Comma {
		return i
	}
	for j := i + 1; j < min(end, i+longest); j++ {
		if r.at(j).Class == text.Comma && r.at(j+1).Is(keyAs) && j+2 < end {
			return j + 2
		}
	}
	return i
}

var (
	keyFather = text.KeyOf("father")
	keyHoly   = text.KeyOf("holy")
)

// servedBehind is the country that the words behind a name say the holder of an
// office before it serves: "Foreign Minister A of the Republic of Korea", "Prime
// Minister B (Japan)"; or whom a delegate speaks for: "Mr. C (Sudan) asked".
func (r *reader) servedBehind(c *candidate, s text.Range) {
	if c.role == nil && c.rule == "honorific" && r.at(c.tokens.End).Class == text.Open && r.stateIn(c.tokens.End) {
		c.country = r.place[c.tokens.End+1].Place.Country
	}
	if c.role == nil || c.role.country != "" && !c.role.inferred && !c.role.own || c.rule != "office-before" {
		return
	}
	i := c.tokens.End
	bracket := r.at(i).Class == text.Open
	if !bracket && !r.at(i).Is(keyOf) {
		return
	}
	if i++; r.at(i).Is(keyThe) {
		i++
	}
	if c.role.country == "" && !bracket && i < s.End {
		if o := r.org[i]; o != nil && o.Tokens.First == i && o.Organization != nil && ofCountry[o.Organization.Kind] && o.Organization.Country != "" {
			c.role.country, c.role.inferred = o.Organization.Country, true // "First Secretary A of the Embassy of Japan"
			return
		}
	}
	if p := r.place[min(i, len(r.place)-1)]; p != nil && p.Tokens.First == i && i < s.End && c.role.country == "" && ofTowns[c.role.code] && p.Place != nil && len(p.Place.Country) == 2 && !bracket {
		c.role.country, c.role.inferred = p.Place.Country, true // "Mayor A of Budapest"
		return
	}
	if i >= s.End || r.place[i] == nil || r.place[i].Tokens.First != i || !isState(r.place[i]) || bracket && r.at(r.place[i].Tokens.End).Class != text.Close {
		return
	}
	c.role.country, c.role.inferred, c.role.own = r.place[i].Place.Country, false, true
}

// ofTowns are the offices of towns and regions.
var ofTowns = map[string]bool{"mayor": true, "governor": true, "chief-executive": true}

// ofCountry are the kinds of institution whose people serve its country.
var ofCountry = map[string]bool{"embassy": true, "legation": true, "consulate": true, "ministry": true, "armed forces": true, "government": true, "parliament": true}

// relative reports whether a word before the name at token i says that its bearer is of
// somebody's family: "his brother, Allen Dulles".
func (r *reader) relative(i int) bool {
	if r.at(i-1).Class == text.Comma {
		i--
	}
	return relatives.Has(r.at(i-1)) && r.at(i-1).Has(text.Lower)
}
