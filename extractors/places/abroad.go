package places

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

var (
	// parting are small words inside names in other languages.
	parting = text.NewSet("de", "del", "della", "delle", "dei", "di", "da", "do", "dos", "das", "du", "des", "la", "las", "los", "le", "les", "an", "na", "pri", "pod", "nad", "am", "zu", "zur", "zum", "der", "van", "von")
	// streets are words for streets, after which no word of place need stand: "Rue de la Loi"
	streets = text.NewSet("av", "avda", "avenida", "calle", "rua", "rue", "jalan", "jl", "strada", "viale", "paseo", "ul", "ulitsa", "ulica")
	// standing are words after which a building's name in another language is one.
	standing = text.NewSet("at", "in", "the", "to", "from", "of", "near", "outside", "into", "visited", "his", "her", "their")
)

// builtAbroad reports a name that begins with a word for a building in another
// language: "the Palais de la Marina", "Schloss Bellevue", "at Villa Somalia".
func (r *reader) builtAbroad(kind string, i int, s text.Range, report func(pipeline.Mention)) bool {
	const parts = 8 // tokens of a street's name
	street := streets.Has(r.at(i))
	if !street && (!standing.Has(r.at(i-1)) || i == s.First) || street && i > s.First && (r.at(i-1).Capital() || parting.Has(r.at(i-1))) {
		return false
	}
	from := i + 1
	if noPlace.Has(r.at(from)) {
		return false // "the County Council"
	}
	if d := r.at(from); street && d.Class == text.Dot && !d.Has(text.Spaced) {
		from++ // "Av. Corrientes"
	}
	limit := s.End
	if from == limit {
		limit = min(from+parts, len(r.doc.Tokens)) // the full stop was taken for the sentence's
	}
	end := r.abroadEnd(from, limit)
	if end == from {
		return false
	}
	if m, ok := r.matchAt(i); ok && m.tokens.Len() > 1 && (m.tokens.End >= end || r.at(m.tokens.End).Capital()) {
		return false // a name of the gazetteer: "Villa María", "Rio Grande"
	}
	r.reportBuilt(text.Range{First: i, End: end}, kind, report)
	return true
}

// abroadEnd is the token after up to three capitalized words from token i on with the
// small words of other languages before and between them; i when there are none.
func (r *reader) abroadEnd(i, end int) int {
	const words = 3
	last := i
	for j, n := i, 0; j < end && n < words; j++ {
		switch t := r.doc.Tokens[j]; {
		case t.Class == text.Word && t.Capital():
			n++
			last = j + 1
		case t.Class == text.Word && parting.Has(t), (t.Class == text.Dash || t.Class == text.Apos) && !t.Has(text.Spaced) && n > 0:
		default:
			return last
		}
	}
	return last
}

// partsOn is the end of a name of which small words of another language and a
// capitalized word go on at token i: "Brdo pri Kranju", "Áras an Uachtaráin"; i when
// none does.
func (r *reader) partsOn(i, end int) int {
	if i >= end || !parting.Has(r.at(i)) || !r.at(i).Has(text.Lower) {
		return i
	}
	return r.abroadEnd(i, end)
}

// cityAt reports whether the gazetteer has a city's name at token i.
func (r *reader) cityAt(i int) bool {
	m, ok := r.matchAt(i)
	return ok && m.entries[0].Kind == "city"
}

// tellsCountry reports whether a name inside that of a building, a street or a county says in
// which country it stands: one of a small city does not, "Schloss Bellevue", nor what a street
// is named after, or whose church it is, "Paris Street", "Dutch Reformed Church".
func (r *reader) tellsCountry(kind string, e gazetteer.Entry) bool {
	switch kind {
	case "street":
		return e.Kind == "region" && ofStates[e.Country] // "Kentucky Route 38"
	case "building", "venue":
		return e.Kind != "demonym" && (e.Kind != "city" || e.Capital || e.Population >= large)
	case "region":
		return e.Kind != "city" || e.Population >= fair || r.weights[e.Country]+r.homes[e.Country] > 0
	}
	return true
}

// hyphenated widens a name over what a hyphen joins to it: an unknown name before it,
// "Govi-Altai", or a word of places in another language behind it, "Gangnam-gu".
func (r *reader) hyphenated(t text.Range) (text.Range, bool) {
	wide := t
	if d, p := r.at(t.First-1), r.at(t.First-2); d.Class == text.Dash && !d.Has(text.Spaced) && !r.at(t.First).Has(text.Spaced) &&
		p.Class == text.Word && p.Has(text.Title) && !r.taken[t.First-2] && !compass.Has(p) && !adjective(r.doc.Word(t.First-2)) {
		if _, known := r.endingAt(t.First - 1); !known {
			wide.First -= 2
		}
	}
	if d, n := r.at(t.End), r.at(t.End+1); d.Class == text.Dash && !d.Has(text.Spaced) && !n.Has(text.Spaced) && placeParts.Has(n) && n.Has(text.Lower) {
		wide.End += 2
	}
	return wide, wide != t
}

// namePart reports whether a hyphen makes a name part of a longer one: "Mendès-France".
func (r *reader) namePart(m *match) bool {
	d, p := r.at(m.tokens.First-1), r.at(m.tokens.First-2)
	if d.Class != text.Dash || d.Has(text.Spaced) || r.at(m.tokens.First).Has(text.Spaced) || p.Class != text.Word || !p.Has(text.Title) || r.taken[m.tokens.First-2] {
		return false
	}
	return gazetteer.GivenNames.Has(r.at(m.tokens.First - 3))
}
