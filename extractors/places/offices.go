package places

import (
	"slices"

	"chancery/extractors/gazetteer"
	"chancery/pipeline/text"
)

// accredited are those who are sent to states.
var accredited = text.NewSet("ambassador", "ambassadors", "envoy", "commissioner", "consul", "nuncio", "delegation", "mission", "representative")

// ofOffice reports whether an office or an institution of states stands with "of"
// before a match: "Ambassador of Georgia Levan Kobakhidze", and the name behind it is not
// that of an institution.
func (r *reader) ofOffice(m *match) bool {
	next := r.at(m.tokens.End)
	if r.at(m.tokens.First-1).Is(keyTo) && r.at(m.tokens.First-2).Capital() && accredited.Has(r.at(m.tokens.First-2)) {
		return true // "EU Ambassador to Georgia Jan Kos"
	}
	if !r.at(m.tokens.First-1).Is(keyOf) || noState.Has(next) && next.Capital() && m.tokens.End < m.limit {
		return false
	}
	return officeOf.Has(r.at(m.tokens.First - 2))
}

// ofMayor reports whether an office "of" a city stands before a match and the name
// of its holder behind it: "Mayor of Lisbon Fernando Medina".
func (r *reader) ofMayor(m *match) bool {
	before, t := r.at(m.tokens.First-1), r.at(m.tokens.First-2)
	return before.Is(keyOf) && t.Capital() && offices.Has(t) && m.tokens.End+1 < m.limit && r.personAt(m.tokens.End)
}

// ofRegion is the entry of a match as a region, where an office of regions stands
// before it, "Governor of Victoria", or the document names its country and none of the
// other entries'.
func (r *reader) ofRegion(m *match) (*gazetteer.Entry, bool) {
	at := slices.IndexFunc(m.entries, func(e gazetteer.Entry) bool { return e.Kind == "region" })
	if at < 0 {
		return nil, false
	}
	region := &m.entries[at]
	if r.at(m.tokens.First-1).Is(keyOf) && regional.Has(r.at(m.tokens.First-2)) {
		return region, true
	}
	if _, state := state(m.entries); !region.Ambiguous || state || r.weights[region.Country] == 0 {
		return region, false
	}
	others := slices.ContainsFunc(m.entries, func(e gazetteer.Entry) bool { return e.Kind != "region" && r.weights[e.Country] > 0 })
	return region, !others && r.placed(m) && !r.nameAfter(m)
}
