package people

import (
	"strings"

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
	within       text.Range // the country between the words, which the role column leaves out
	own          bool       // the country is that of one of several who share it
	others       []string   // the other countries of "Prime Ministers of X, Y and Z", "the X and Y presidents"
}

// readOffices finds the offices of a sentence, in its order.
func (r *reader) readOffices(s text.Range, into []role) []role {
	for i := s.First; i < s.End; {
		t := r.doc.Tokens[i]
		if t.Class != text.Word {
			i++
			continue
		}
		var o office
		n := 0
		if offices.MayBegin(t) {
			o, n = offices.Longest(r.doc.Tokens, i, s.End)
		}
		if n == 0 && isHead(t) {
			o, n = r.headOf(i, s.End)
		}
		if n == 0 || o.capital && !t.Capital() && !r.nationals(i, n, s, o) || r.insideName(i, n) || r.modifies(i, n, s.End) || n == 1 && r.nameNotOffice(i, o, into) {
			i++
			continue
		}
		ro := r.office(s, i, n, o)
		if len(into) > 0 && into[len(into)-1].tokens.End > ro.tokens.First {
			ro.tokens.First = into[len(into)-1].tokens.End
			ro.words.First = max(ro.words.First, ro.tokens.First)
		}
		if n := len(into); n > 0 && ro.country == "" && ro.tokens.First == into[n-1].tokens.End+1 && r.at(ro.tokens.First-1).Has(text.Possess) {
			ro.country, ro.inferred = into[n-1].country, true // "the Uzbek President's Special Representative"
		}
		i = ro.tokens.End
		if n := len(into); n > 0 && r.oneRank(&into[n-1], &ro) {
			into[n-1].tokens.End, into[n-1].words.End = ro.tokens.End, ro.words.End
			if ro.code == "governor" {
				r.lieutenant(&into[n-1])
			}
			continue
		}
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
	if o.country != "" && (ro.country == "" || ro.inferred) {
		ro.country, ro.inferred = o.country, true
	}
	if ro.country == "" {
		r.countryOfBody(&ro)
	}
	if ro.country == "GE" && r.american(&ro, i, n) {
		ro.country = "US"
	}
	return ro
}

// before takes the modifiers before the head into the words, and the country
// or body before those into the tokens.
func (r *reader) before(s text.Range, ro *role) {
	head, i := ro.words.First, ro.words.First
	for i > s.First {
		t := r.doc.Tokens[i-1]
		if t.Class == text.Dash && !t.Has(text.Spaced) && i-2 >= s.First && modifiers.Has(r.doc.Tokens[i-2]) {
			i -= 2
			ro.words.First = i
			continue
		}
		if t.Is(keyResident) && i-3 >= s.First && r.at(i-3).Is(keyNon) && diplomat[ro.code] {
			i -= 3 // "Chile's non-resident ambassador"
			continue
		}
		if !modifiers.Has(t) || t.Has(text.Lower) && !lowerModifiers.Has(t) {
			if first := r.fieldBefore(i, s.First, head); ofTopics[ro.code] && first < i {
				i, ro.words.First = first, first
				continue
			}
			break
		}
		ro.former = ro.former || formers.Has(t)
		i--
		if !adverbs.Has(t) && !(t.Is(keyFirst) && t.Has(text.Lower) && !deputies.Has(r.at(ro.words.First))) {
			ro.words.First = i
		}
	}
	ro.tokens.First = i
	if r.at(i - 1).Has(text.Possess) {
		i--
	}
	if i > s.First {
		r.ownerBefore(i, s, ro)
	}
}

// ownerBefore takes into an office whose it is, when that ends before token i: a country, a
// town, a seat of power, a body or a country's adjective.
func (r *reader) ownerBefore(i int, s text.Range, ro *role) {
	if p := r.place[i-1]; p != nil && p.Tokens.End == i && p.Place != nil {
		switch country := p.Place.Country; {
		case isState(p):
			ro.country, ro.tokens.First = country, p.Tokens.First
			r.modified(ro, s)
			return
		case ofTowns[ro.code] && len(country) == 2 && r.at(i).Capital():
			ro.country, ro.inferred, ro.tokens.First = country, true, p.Tokens.First // "Guangdong Governor A"
			return
		case p.Place.Kind == "venue" && len(country) == 2:
			ro.country, ro.inferred, ro.tokens.First, ro.words.First = country, true, p.Tokens.First, p.Tokens.First
			return // "White House press secretary A", "Kremlin spokesman B"
		}
	}
	if o := r.org[i-1]; o != nil && o.Tokens.End == i && o.Organization != nil {
		ro.organization, ro.country, ro.inferred, ro.tokens.First = o.Value, o.Organization.Country, true, o.Tokens.First
		r.nationalBody(ro, s, o)
		return
	}
	if code, n := r.demonymBefore(i, s.First); n > 0 {
		ro.country, ro.tokens.First = code, i-n
		r.modified(ro, s)
	} else {
		r.chamber(ro, nil)
	}
}

// chamber takes the parliament over which someone presides, o or one that only its capitals name, from
// before an office into the words: "NPC Chairman", "NA Speaker", as in "Senate President".
func (r *reader) chamber(ro *role, o *pipeline.Mention) {
	if o != nil && (o.Organization.Kind == "parliament" || ro.code == "speaker") && !r.at(o.Tokens.End-1).Has(text.Possess) {
		ro.words.First = r.demonymEnd(o.Tokens.First, o.Tokens.End)
		return
	}
	i := ro.words.First - 1
	if houses.Has(r.at(i)) && legislative.Has(r.at(i-1)) && r.at(i).Capital() && r.at(i-1).Capital() {
		ro.words.First = i - 1 // "National Council President A"
		ro.tokens.First = min(ro.tokens.First, i-1)
		return
	}
	if o != nil {
		return
	}
	if t := r.at(i); t.Is(keyNA) && t.Has(text.Upper) && ro.code == "head-of-state" {
		ro.code = "speaker" // "NA President A"
	}
	if t := r.at(i); ofChambers[ro.code] && t.Has(text.Upper) && t.Class == text.Word && t.Len() > 1 && t.Len() < 5 && !honorifics.Has(t) {
		ro.tokens.First, ro.words.First = i, i
	}
}

var (
	houses      = text.NewSet("council", "chamber", "assembly", "committee", "khural")
	legislative = text.NewSet("national", "legislative", "federal", "supreme", "state", "standing", "shura", "consultative", "people's", "federation", "constituent", "great", "upper", "lower")
)

// keyNA is how parliaments that are called a National Assembly shorten it.
var keyNA = text.KeyOf("na")

// ofChambers are the offices of those who preside over a parliament.
var ofChambers = map[string]bool{"speaker": true, "chairman": true}

// modified takes what parts an office from the full one into the words, but for the
// country between them: "Acting Belgian Foreign Minister", "former Polish President".
func (r *reader) modified(ro *role, s text.Range) {
	r.adjectives(ro, s.First)
	for i := ro.tokens.First - 1; i >= s.First; i-- {
		t := r.doc.Tokens[i]
		if !parting.Has(t) || t.Has(text.Lower) && !lowerModifiers.Has(t) && !formers.Has(t) {
			return
		}
		ro.former = ro.former || formers.Has(t)
		if ro.within.Len() == 0 {
			ro.within = text.Range{First: ro.tokens.First, End: ro.words.First}
		}
		ro.tokens.First, ro.words.First = i, i
	}
}

func isState(m *pipeline.Mention) bool {
	return m.Place != nil && (m.Place.Kind == "country" || m.Place.Kind == "former" || m.Place.Kind == "territory")
}

// countryOfBody infers the country from a body that the page or the gazetteer
// ties to one, or from a city that the office is of.
func (r *reader) countryOfBody(ro *role) {
	for i := ro.words.First; i < ro.words.End && r.at(i).Class != text.Open; i++ {
		if international(r.org[i]) {
			return // who heads an office of the United Nations at Vienna is not Austria's
		}
		if c := r.bodies[r.doc.Tokens[i].Key]; c != "" && r.doc.Tokens[i].Capital() {
			ro.country, ro.inferred = c, true
			return
		}
		if p := r.place[i]; p != nil && p.Place != nil && len(p.Place.Country) == 2 && !ofFaith[ro.code] && !diplomat[ro.code] && !r.sentAbroad(ro) && !r.accredited(p.Tokens.First, ro.code) {
			ro.country, ro.inferred = p.Place.Country, true
			return
		}
	}
}

// roleText is the role as the column has it.
func (r *reader) roleText(ro *role) string {
	words := r.doc.OneLine(ro.words)
	if w := ro.within; w.Len() > 0 {
		words = r.doc.OneLine(text.Range{First: ro.words.First, End: w.First}) + " " + r.doc.OneLine(text.Range{First: w.End, End: ro.words.End})
	}
	return strings.Trim(words, " ,")
}
