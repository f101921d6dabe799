package places

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// itinerary reads the stops that a log of travels names behind their country, each a
// sentence to itself, where no list has them: "Switzerland. Davos. Attended the forum."
func (r *reader) itinerary() {
	sentences := r.doc.Sentences
	for n := 1; n < len(sentences); n++ {
		stops := sentences[n]
		if r.doc.Tokens[stops.First].Has(text.LineStart) || !r.capitalized(stops) {
			continue
		}
		if m, ok := r.matchAt(stops.First); ok && isState(m.entries[0]) && r.at(m.tokens.End-1).Class == text.Dot && m.tokens.End < stops.End && r.named[m.tokens.End] {
			r.stops(text.Range{First: m.tokens.End, End: stops.End}, &m.entries[0]) // "U.S.S.R. Moscow, Zagorsk."
			continue
		}
		if country, ok := r.countryAlone(sentences[n-1]); ok {
			r.stops(stops, country)
		}
	}
}

// countryAlone is the country that a sentence is all about: its name, and perhaps what
// stands in brackets or behind a comma.
func (r *reader) countryAlone(s text.Range) (*gazetteer.Entry, bool) {
	const longest = 8
	if s.Len() > longest || r.doc.Tokens[s.End-1].Class != text.Dot || !r.capitalized(s) {
		return nil, false
	}
	entries, n := gazetteer.Lookup(r.doc.Tokens, s.First, s.End)
	e, ok := state(entries)
	if n > 0 && entries[0].Kind == "demonym" && r.at(s.First+n).Is(keyAuthority) { // "Palestinian Authority. Ramallah."
		e, ok, n = &gazetteer.Entry{Name: "the authority", Country: entries[0].Country}, true, n+1
	}
	next := r.at(s.First + n).Class
	return e, ok && (next == text.Dot || next == text.Open || next == text.Comma)
}

// capitalized reports whether a sentence has no word in small letters but "of", "the"
// and the like, and no figures: it is a row of names.
func (r *reader) capitalized(s text.Range) bool {
	const longest = 30
	if s.Len() < 2 || s.Len() > longest || r.doc.Tokens[s.End-1].Class != text.Dot {
		return false
	}
	for _, t := range r.doc.Tokens[s.First:s.End] {
		if t.Class == text.Number || t.Class == text.Word && !t.Capital() && !inNames.Has(t) {
			return false
		}
	}
	return true
}

// stops reports the items of a row that no list has as places of a country.
func (r *reader) stops(s text.Range, country *gazetteer.Entry) {
	if r.tellsAct(s.First) && !r.named[s.First] {
		return // "Visited Key Largo, Fla."
	}
	first, sure := s.First, slices.Contains(r.named[s.First:s.End], true)
	for i := s.First; i < s.End; i++ {
		if c := r.doc.Tokens[i].Class; c != text.Comma && (c != text.Dot || i+1 < s.End) {
			continue
		}
		item := text.Range{First: first, End: i}
		first = i + 1
		for k := item.First; k < item.End; k++ {
			if r.doc.Tokens[k].Class == text.Open { // "Whistler (British Columbia)"
				item.End = k
			}
		}
		if !r.isStop(item) || !sure && gazetteer.GivenNames.Has(r.doc.Tokens[item.First]) { // "Peru. Maria Lopez."
			continue
		}
		e := &gazetteer.Entry{Name: r.doc.OneLine(item), Kind: "city", Country: country.Country}
		r.report(r.mention(choice{item, e, pipeline.Likely, "itinerary", "it stands behind " + country.Name + " in a log of travels"}))
	}
}

// isStop reports whether an item of a row may be the name of a stop: words with
// capitals, none of which belongs to a name that is known.
func (r *reader) isStop(item text.Range) bool {
	const most = 5
	if item.Len() == 0 || item.Len() > most || !r.unknown(item.First) || r.tellsAct(item.First) || happenings.Has(r.doc.Tokens[item.End-1]) {
		return false
	}
	for i := item.First; i < item.End; i++ {
		t := r.doc.Tokens[i]
		if t.Class == text.Dot && cutShort.Has(r.at(i-1)) { // "St. Marta"
			continue
		}
		if r.taken[i] || t.Is(keyThe) && t.Has(text.Lower) || t.Class != text.Word && t.Class != text.Dash && t.Class != text.Apos {
			return false
		}
	}
	return true
}

// tellsAct reports whether the word at token i begins what was done there: "Attended",
// "Vacation".
func (r *reader) tellsAct(i int) bool {
	const shortest = 6 // letters: "Bled" is a town
	t := r.doc.Tokens[i]
	return t.Has(text.SentStart) && (acts.Has(t) || t.Len() >= shortest && strings.HasSuffix(r.doc.Word(i), "ed"))
}

// happenings are the last words of what is no place: "Working Visit", "Bilateral Meeting".
var happenings = text.NewSet("visit", "visits", "meeting", "meetings", "summit", "lunch", "luncheon", "dinner", "breakfast", "banquet", "conference", "forum", "ceremony",
	"reception", "talks", "consultations", "negotiations", "session", "signing", "funeral", "inauguration", "tour", "trip", "call", "stopover", "holiday", "treatment", "agreement", "exercise")

var acts = text.NewSet("met", "held", "took", "paid", "vacation", "honeymoon", "transit", "private", "official", "informal", "state", "unofficial", "refueling", "ditto", "same", "none", "unknown", "en")

var cutShort = text.NewSet("st", "ste", "mt", "ft")

// inNames are the words without capitals that stand inside the names of places.
var inNames = text.NewSet("of", "the", "de", "del", "la", "le", "les", "du", "do", "da", "sur", "am", "an", "der", "upon", "el", "al", "and", "y", "pri")

var keyAuthority = text.KeyOf("authority")
