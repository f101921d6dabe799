package agreements

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// parties are the countries named in the title as parties, in its order: those
// between "between" and the subject, those before the head, and the country in
// front of a line's dash.
func (r *reader) parties(t *title) []string {
	var codes []string
	add := func(at text.Range) {
		for j := at.First; j < at.End; j++ {
			if at.Len() == 1 && at.End == t.head && americas.Has(r.tokens[j]) || r.class(j-1) == text.Dash && r.has(j-2, prefix) || j > 0 && quarters.Has(r.tokens[j-1]) && r.world.placeMention(j) == nil || j+1 < len(r.tokens) && waters.Has(r.tokens[j+1]) {
				continue // "the American Convention", "Inter-American", "North American", "Columbia River"
			}
			if c := r.world.state(j); c != "" && !slices.Contains(codes, c) {
				codes = append(codes, c)
			}
		}
	}
	add(text.Range{First: t.at.First, End: t.head})
	if t.hasParties() {
		add(t.parties)
	} else if t.subject.First > t.head+1 {
		add(text.Range{First: t.head, End: t.subject.First})
	}
	if t.line.Len() > 0 && len(codes) < 2 {
		add(text.Range{First: t.line.First, End: t.at.First})
	}
	return codes
}

// Of what is no country before an "American", and what is none behind a country.
var (
	americas = text.NewSet("american")
	quarters = text.NewSet("north", "south", "latin", "central", "western", "eastern")
	waters   = text.NewSet("river", "canal", "basin", "delta", "straits", "gulf")
)

func isState(m *pipeline.Mention) bool {
	return m.Place != nil && m.Place.Country != "" && (m.Place.Kind == "country" || m.Place.Kind == "former" || m.Place.Kind == "territory")
}

// bilateral reports whether a title without parties may take those of a page on
// two countries: it says what it is about and bears no proper name, its sentence
// speaks of a conclusion, and no third country comes before it there.
func (r *reader) bilateral(t *title, v *pipeline.AgreementValue, k int) bool {
	f := r.world.frame
	if f.A == "" || f.B == "" || r.withOther(t) || t.left.places+t.left.pairs > 0 || v.Subject == "" && !t.left.joint && !r.occasioned(t.at.First) && !r.descriptive(t) && !r.betweenBodies(t) && r.lower(t.at.First) != "bilateral" {
		return false
	}
	if r.world.untitled && (t.entry.kind == "other" || r.ofMany(t)) || !ofTwo[t.entry.kind] && t.line.Len() == 0 && r.proper(t) {
		return false // "the Montreux Convention Regarding the Straits"
	}
	if t.line.Len() > 0 || r.runIn(t) || r.inLineOf(k) {
		return true
	}
	for j := t.at.First - 1; j >= 0 && j > t.at.First-reach && !r.tokens[j+1].Has(text.SentStart); j-- {
		if m := r.world.placeMention(j); m != nil && isState(m) && m.Place.Country != f.A && m.Place.Country != f.B {
			return false
		}
	}
	return r.year(t) != nil && !r.world.untitled && (r.descriptive(t) || v.Subject != "" && ofTwo[t.entry.kind] && !r.proper(t)) || r.happened(t, k) || r.bracketDate(t) || r.standing(t, k) != "" || r.concluded(t) && t.entry.roles&many != 0
}

// withOther reports whether a title is followed by a party that is no state: "a peace agreement
// with UNITA".
func (r *reader) withOther(t *title) bool {
	i := t.at.End + 1
	return i < len(r.tokens) && r.word(i-1) == "with" && r.tokens[i].Capital() && r.stateAt(i) == nil
}

// ofMany reports whether a title has a place, or a word of the names of what many concluded:
// "Helsinki Final Act", "General Agreement on Tariffs and Trade".
func (r *reader) ofMany(t *title) bool {
	for j := t.at.First; j < t.at.End; j++ {
		if worldwide.Has(r.tokens[j]) || r.world.placeMention(j) != nil {
			return true
		}
	}
	return false
}

// proper reports whether a proper name stands in a title before its head: "Montreux Convention".
func (r *reader) proper(t *title) bool {
	for j := t.at.First; j < t.head; j++ {
		if r.tokens[j].Capital() && !r.has(j, noun|topic|plain|frame|joint) {
			return true
		}
	}
	return false
}

// bracketDate reports whether a bracket with a date stands right behind a title that is
// listed among others: "34 documents, including the Agreement on Investments (2008)".
func (r *reader) bracketDate(t *title) bool {
	end := r.pastBracket(t.at.End)
	for j := t.at.End; j < end; j++ {
		if r.dateBegins(j) {
			return true
		}
	}
	return false
}

// descriptive reports whether a title says by its words before the head what it is about,
// and names no place: "Double Taxation Avoidance Agreement". One that does not fill its line
// must be of a type that two conclude.
func (r *reader) descriptive(t *title) bool {
	if t.at.First >= t.head || t.line.Len() == 0 && !r.runIn(t) && !ofTwo[t.entry.kind] {
		return false
	}
	described := false
	for j := t.at.First; j < t.head; j++ {
		if worldwide.Has(r.tokens[j]) || r.world.placeMention(j) != nil && t.line.Len() == 0 {
			return false
		}
		described = described || r.has(j, noun|topic) && r.world.placeMention(j) == nil
	}
	return described
}

// ofTwo are the types of instruments that two countries conclude more often than many, and
// worldwide are words of the names of those that many did.
var (
	ofTwo     = map[string]bool{"agreement": true, "memorandum": true, "treaty": true, "programme": true, "plan": true}
	worldwide = text.NewSet("nuclear", "weapons", "test", "ban", "proliferation", "non-proliferation", "arms", "forces", "missile", "climate", "armistice", "peace", "general", "multilateral", "international")
)

// alike gives an instrument without parties, the k-th, those that the page supplied for
// the one before it in its list: "Visa Agreement (1994), Air Agreement (1998)".
func (r *reader) alike(before, m *pipeline.Mention, k int) {
	if len(m.Agreement.Parties) > 0 || len(before.Agreement.Parties) != 2 || !slices.Contains(before.Inferred, "parties") {
		return
	}
	t := r.titles[k]
	if r.joinedTo(k) && t.left.places+t.left.pairs == 0 {
		m.Agreement.Parties = slices.Clone(before.Agreement.Parties)
		m.Inferred = append(m.Inferred, "parties")
	}
}

// bothSign reports whether the sentence says that the two countries of the page
// signed: "the two sides signed the Air Services Agreement".
func (r *reader) bothSign(t *title, k int) bool {
	f := r.world.frame
	if f.A == "" || f.B == "" || t.left.places+t.left.pairs > 0 {
		return false
	}
	j := r.verbBefore(r.titles[r.firstListed(k)])
	if j < 0 {
		j = r.listVerb(k)
	}
	if j < 0 {
		j = r.sentenceVerb(t.intro.First, t.intro.End) // "The two sides signed the following documents:"
	}
	for j--; j > 0 && r.class(j) == text.Word && !r.tokens[j].Capital() && !r.has(j, vague) && !signingSides.Has(r.tokens[j]); j-- {
		if r.tokens[j].Has(text.SentStart) || r.tokens[j+1].Has(text.SentStart) || !r.has(j, finite) && !strings.HasSuffix(r.word(j), "ly") && r.word(j) != "also" {
			break
		}
	}
	return j > 0 && signingSides.Has(r.tokens[j]) && pairOf.Has(r.tokens[j-1]) || r.signedBetween(t)
}

// signedBetween reports whether "was signed between the two countries" stands behind a
// title.
func (r *reader) signedBetween(t *title) bool {
	for j := t.at.End; j < min(len(r.tokens)-4, t.at.End+6) && !r.tokens[j].Has(text.SentStart); j++ {
		if r.has(j, sign) && r.word(j+1) == "between" {
			return r.word(j+2) == "the" && r.word(j+3) == "two" && signingSides.Has(r.tokens[j+4]) || pairOf.Has(r.tokens[j+2]) && signingSides.Has(r.tokens[j+3])
		}
	}
	return false
}

// Who sign where no country is named: "the two sides", "both countries".
var (
	signingSides = text.NewSet("countries", "sides", "parties", "nations", "states", "governments", "ministers", "presidents", "leaders", "delegations")
	pairOf       = text.NewSet("two", "both", "the")
)

// runIn reports whether a title stands in a list behind the words of its line that
// open it: "Bilateral agreements: Agreement on Visas, Rome, 2012; Agreement on ...".
func (r *reader) runIn(t *title) bool {
	for j := t.at.First - 1; j > 0 && j > t.at.First-4*reach; j-- {
		if r.tokens[j].Has(text.LineStart) {
			return false
		}
		if r.class(j) == text.Colon {
			e := r.entry(j - 1)
			return (e.roles&many != 0 || r.lower(j-1) == "documents") && r.labels(j)
		}
		if r.has(j, finite) {
			return false
		}
	}
	return false
}

// labels reports whether the colon at token i ends the first few words of its line.
func (r *reader) labels(i int) bool {
	for j := i; j >= 0 && j > i-8; j-- {
		if r.tokens[j].Has(text.LineStart) {
			return true
		}
	}
	return false
}
