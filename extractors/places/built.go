package places

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// built reports names that head words make: "Almaty Region", "Lake Zaysan",
// "the city of Taraz", "Gulf of Aden".
func (r *reader) built(s text.Range, report func(pipeline.Mention)) {
	if r.doc.Shouted(s) {
		return
	}
	for i := s.First; i < s.End; i++ {
		t := r.doc.Tokens[i]
		if t.Class != text.Word {
			continue
		}
		h, ok := heads.Get(t.Key)
		if !ok || h.suffix == "street" && t.Capital() && r.route(i, s, report) {
			continue
		}
		if h.of != "" && r.at(i+1).Is(keyOf) && i+2 < s.End && !r.endsName(h, i, s) {
			r.reportOf(h.of, i, s, report)
		}
		if !t.Capital() {
			r.stop(i, s, report)
			continue
		}
		if t.Is(keyDistrict) && served.Has(r.at(i-1)) && r.at(i-1).Capital() {
			continue // a body: "Denton Independent School District"
		}
		if h.abroad != "" && r.builtAbroad(h.abroad, i, s, report) {
			continue
		}
		if h.suffix != "" && !r.endsMatch(i) && (!centreHeads.Has(t) || centres.Has(r.at(i-1)) && r.at(i-1).Capital()) {
			first := r.nameRunBefore(i, s.First)
			if first == i && h.suffix == "street" {
				first = r.ordinal(i, s.First)
			}
			if first < i && (!r.titled(first, i) || r.calledAfter(first, i, s.First) || h.suffix == "street" && r.at(first-1).Is(keyOn)) && !r.perhapsSurname(first, i) {
				if r.goesOn(i+1, s.End) && !(h.suffix == "building" && r.cityAt(i+1)) && !(h.suffix == "region" && plainHead.Has(t) && r.personAt(i+1)) {
					continue
				}
				if !article.Has(r.at(first-1)) || r.at(first-1).Is(keyThe) { // "a Scout Museum" is none by name
					r.reportBuilt(text.Range{First: first, End: i + 1}, h.suffix, report)
				}
				continue
			}
		}
		if h.prefix != "" {
			if end := r.nameRunAfter(i+1, s.End, 2); end > i+1 && !r.listed(i, end) {
				r.reportBuilt(text.Range{First: i, End: end}, h.prefix, report)
			}
		}
	}
}

// endsName reports whether a capitalized name stands before a head that has its
// name there: "Chittoor District of Andhra Pradesh".
func (r *reader) endsName(h head, i int, s text.Range) bool {
	if r.endsMatch(i) {
		return true // "Shan State of Myanmar"
	}
	if h.suffix == "" || !r.doc.Tokens[i].Capital() {
		return false
	}
	first := r.nameRunBefore(i, s.First)
	return first < i && !compass.Has(r.doc.Tokens[i-1]) && (!r.taken[first] || r.provincial(i-1))
}

// provincial reports whether the name that ends at token i is that of a city or a
// region: "Faiyum Governorate of Egypt".
func (r *reader) provincial(i int) bool {
	m, ok := r.endingAt(i + 1)
	return ok && (m.entries[0].Kind == "city" || m.entries[0].Kind == "region")
}

// personAt reports whether a person's name seems to begin at token i: "Guangdong Province
// Wang Weizhong".
func (r *reader) personAt(i int) bool {
	t := r.at(i)
	return (gazetteer.GivenNames.Has(t) || gazetteer.FamilyNames.Has(t)) && r.at(i+1).Capital()
}

// goesOn reports whether a capitalized word goes on with a name after its head, so
// that the head is not its last: "Sandy River Railroad". An office may
// follow: "Almaty Region Governor".
func (r *reader) goesOn(i, end int) bool {
	if r.at(i).Is(keyOf) && r.at(i-1).Is(keyHouse) {
		return true // "House of Burgesses"
	}
	return i < end && r.at(i).Class == text.Word && r.at(i).Capital() && !calendar.Has(r.at(i)) && !offices.Has(r.at(i)) && !persons.Has(r.at(i))
}

// endsMatch reports whether token i is the last of a name of several words that
// the gazetteer has and that is no longer here: "White House" in "Carter White House".
func (r *reader) endsMatch(i int) bool {
	at, _ := slices.BinarySearchFunc(r.matches, i, func(m match, token int) int { return m.tokens.First - token })
	return at > 0 && r.matches[at-1].tokens.Len() > 1 && r.matches[at-1].tokens.End == i+1
}

// matchAt is the match that begins at token i.
func (r *reader) matchAt(i int) (*match, bool) {
	at, ok := slices.BinarySearchFunc(r.matches, i, func(m match, first int) int { return m.tokens.First - first })
	if !ok {
		return nil, false
	}
	return &r.matches[at], true
}

// entriesAt are those of the match that begins at token i, and how many tokens it has,
// or those that the gazetteer has there.
func (r *reader) entriesAt(i, end int) ([]gazetteer.Entry, int) {
	if m, ok := r.matchAt(i); ok {
		return m.entries, m.tokens.Len()
	}
	return gazetteer.Lookup(r.doc.Tokens, i, end)
}

// matchBefore is the match before m.
func (r *reader) matchBefore(m *match) (*match, bool) {
	at, _ := slices.BinarySearchFunc(r.matches, m.tokens.First, func(m match, first int) int { return m.tokens.First - first })
	if at == 0 {
		return nil, false
	}
	return &r.matches[at-1], true
}

// listed reports whether the gazetteer has a name of several words at token i
// that ends before end: "Camp David", not "Camp David Summit".
func (r *reader) listed(i, end int) bool {
	m, ok := r.matchAt(i)
	return ok && m.tokens.Len() > 1 && m.tokens.End <= end
}

// reportOf reports "Gulf of Aden" whole, and of "the city of Taraz" the name.
func (r *reader) reportOf(kind string, i int, s text.Range, report func(pipeline.Mention)) {
	start := i + 2
	if r.at(start).Is(keyThe) {
		start++
	}
	end := r.nameRunAfter(start, s.End, 3)
	if m, ok := r.matchAt(start); ok && isState(m.entries[0]) && m.tokens.End < end {
		return // "Minister of State of Kenya Jan Kos"
	}
	if end == start || r.listed(i, end) {
		return
	}
	if noPlace.Has(r.doc.Tokens[start]) && end == start+1 {
		return // "State of the Union"
	}
	if !r.doc.Tokens[i].Capital() {
		if kind == "city" || plainHead.Has(r.doc.Tokens[i]) {
			r.reportBuilt(text.Range{First: start, End: end}, kind, report)
		}
		return
	}
	if p := r.at(i - 1); regionStyle.Has(p) && p.Capital() {
		i-- // "Grand Duchy of Poznań"
	}
	r.reportBuilt(text.Range{First: i, End: end}, kind, report)
}

func (r *reader) reportBuilt(tokens text.Range, kind string, report func(pipeline.Mention)) {
	value := strings.Join(strings.Fields(r.doc.Slice(tokens)), " ")
	strength := pipeline.Likely
	if kind == "street" && r.titled(tokens.First, tokens.End-1) || tokens.Len() > 2 && styleOfPlace.Has(r.doc.Tokens[tokens.First]) {
		strength = pipeline.Certain // "on Colonel Bordea Street"
	}
	country := ""
	from, _ := slices.BinarySearchFunc(r.matches, tokens.First, func(m match, first int) int { return m.tokens.First - first })
	for _, m := range r.matches[from:] {
		if m.tokens.First >= tokens.End {
			break
		}
		if h, _ := heads.Get(r.doc.Tokens[m.tokens.First].Key); m.tokens.Len() == 1 && (h.suffix != "" || h.prefix != "" || h.of != "" || h.abroad != "") {
			continue // "Wadi Arava" is not in the country of a city Wadi
		}
		if w := r.doc.Tokens[m.tokens.First]; m.tokens.Len() == 1 && (compass.Has(w) || w.Is(keyOf)) {
			continue // "Central Highlands", "City Of Hayward"
		}
		e := &m.entries[0]
		if o, ok := r.overTown(&m); ok {
			e = o
		} else if e.Kind == "city" {
			e, _ = r.bestCity(&m)
		}
		if tokens.Contains(m.tokens) && e.Country != "" && r.tellsCountry(kind, *e) {
			country = e.Country
			break
		}
	}
	if e, ok := r.within(tokens.End, len(r.doc.Tokens)); ok && e.Kind == "region" && e.Country != "" {
		country = e.Country // "Northampton County, Virginia"
	}
	m := pipeline.Mention{
		Kind: pipeline.Place, Tokens: tokens, Value: value, Rule: kind + "-name", Why: "a capitalized name with a head word", Strength: strength,
		Place: &pipeline.PlaceValue{Kind: kind, Country: country},
	}
	report(m)
	if key := r.doc.Tokens[tokens.First].Key; tokens.Len() > 1 || kind == "city" && country == "" && r.namings[key] == 0 && r.people[key] == 0 {
		r.keep(m)
	}
}

// most is how many words a built name may have beside its head.
const most = 5

// nameRunBefore is the first token of the capitalized name that ends before
// token i; quotation marks inside it belong to it.
func (r *reader) nameRunBefore(i, from int) int {
	first := i
	words := 0
	for j := i - 1; j >= from && words < most; j-- {
		t := r.doc.Tokens[j]
		switch {
		case t.Is(keyThe) && t.Capital() && j+1 < i && first < i && j > from && r.doc.Tokens[j-1].Class == text.Dot:
			return first // "from the South Col. The Khumbu Glacier"
		case t.Class == text.Word && t.Capital() && !(t.Has(text.SentStart) && (particles.Has(t) || locative.Has(t) || along.Has(t) || follows.Has(t))):
			first = j
			words++
			continue
		case t.Has(text.Possess) && r.partOfName(j, from) && r.at(j+1).Has(text.Spaced):
			continue
		case t.Class == text.Apos && !t.Has(text.Spaced|text.Possess) && j > from && r.doc.Tokens[j-1].Capital() && r.at(j+1).Has(text.Spaced) && r.at(j+1).Capital():
			continue // "Heroes' Square"
		case t.Class == text.Quote && j > from && (r.doc.Tokens[j-1].Capital() || r.at(j+1).Capital()):
			continue
		case (t.Class == text.Dash || t.Class == text.Dot) && !t.Has(text.Spaced) && j > from && r.doc.Tokens[j-1].Capital():
			continue
		}
		break
	}
	if r.at(first).Class == text.Quote || first > from && r.at(first-1).Class == text.Quote && r.at(first-1).Has(text.Spaced) {
		return i // the quotation began before the name: not sure where it begins
	}
	if article.Has(r.doc.Tokens[first]) && !r.doc.Tokens[first].Is(keyThe) {
		return i // "A Scout Museum"
	}
	if t := r.doc.Tokens[first]; first < i && (t.Is(keyThe) || t.Has(text.SentStart) && pointing.Has(t) || t.Has(text.SentStart) && strings.HasSuffix(r.doc.Word(first), "ed")) {
		first++ // "Toured Lake District"
	}
	return first
}

// partOfName reports whether the possessive at token j belongs to a place's name: that
// of a saint, "St. Bartholomew's Church", or of one whom places are called after,
// "Queen's Park".
func (r *reader) partOfName(j, from int) bool {
	if j <= from || !r.doc.Tokens[j-1].Capital() {
		return false
	}
	k := j - 2
	if r.at(k).Class == text.Dot {
		k--
	}
	return possessors.Has(r.doc.Tokens[j-1]) || k >= from && saints.Has(r.at(k)) && r.at(k).Capital()
}

// ordinal is where a street's number in figures before its head at token i begins,
// "42nd Street", or i.
func (r *reader) ordinal(i, from int) int {
	th, n := r.at(i-1), r.at(i-2)
	if i-2 >= from && n.Class == text.Number && th.Has(text.Lower) && !th.Has(text.Spaced) && th.Len() == 2 {
		return i - 2
	}
	return i
}

// pointing are words that begin a sentence before a name and belong to none.
var pointing = text.NewSet("his", "her", "its", "their", "our", "this", "that", "these", "another", "both", "each", "nearby", "today's", "many", "some", "most", "several", "downtown", "then", "last", "next", "when", "while", "if", "as", "but", "so", "since", "because", "where", "before", "after", "during", "although", "though", "until")

// centreHeads make a building's name only behind what tells of which kind it is.
var centreHeads = text.NewSet("centre", "center")

// nameRunAfter is the token after a capitalized name of at most n words that
// begins at token i.
func (r *reader) nameRunAfter(i, end, n int) int {
	last := i
	for j, words := i, 0; j < end && words < n; j++ {
		t := r.doc.Tokens[j]
		if t.Class == text.Word && t.Capital() {
			words++
			last = j + 1
			continue
		}
		if t.Class == text.Dash && !t.Has(text.Spaced) && words > 0 {
			continue
		}
		break
	}
	return last
}
