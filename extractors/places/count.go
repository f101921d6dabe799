package places

import "chancery/extractors/gazetteer"

// count notes what a match tells of the document: the country it names, and whether its
// name stands as a person's or as a town's.
func (r *reader) count(m *match) {
	i, e := m.tokens.First, &m.entries[0]
	t, single := r.doc.Tokens[i], m.tokens.Len() == 1
	switch {
	case e.Kind == "demonym" || isState(*e):
		r.take(m.tokens)
		if single && e.Ambiguous && !m.shouted && (r.surname(i) || gazetteer.GivenNames.Has(t) && r.at(i+1).Capital()) {
			r.namings[t.Key]++
		}
	case single && e.Kind == "city" && !m.shouted && r.surname(i):
		r.namings[t.Key]++
	case single && (namesakes.Has(t) && cityAfter.Has(r.at(i-1)) || gazetteer.GivenNames.Has(t) && situating.Has(r.at(i-1))):
		r.towns[t.Key]++
	}
	if !e.Ambiguous && (e.Kind == "demonym" || isState(*e)) || e.Capital && e.Kind == "city" && !obscure(e, m.entries) {
		r.weights[e.Country]++
	}
	if m.shouted || e.Country == "" || !atHome(m.entries) {
		return
	}
	switch {
	case e.Kind == "region" && !e.Ambiguous:
		r.homes[e.Country]++
		r.homes[e.Name+e.Country]++
	case ofStates[e.Country] && e.Kind == "city" && e.Population >= sizable && !r.nameBefore(m) && !namesakes.Has(t) && !gazetteer.GivenNames.Has(t) && !gazetteer.LastNames.Has(t):
		r.homes[e.Country]++
		r.homes[ofCities+e.Region]++
	}
}

// ofCities begins what is counted of the cities of a state that a text names.
const ofCities = "cities of "

// atHome reports whether all places of a name that count are in one country.
func atHome(entries []gazetteer.Entry) bool {
	for _, e := range entries {
		if e.Country != entries[0].Country && (e.Kind != "city" || e.Population >= fair) {
			return false
		}
	}
	return true
}

// obscure reports whether a capital is smaller than a city of its name elsewhere, which texts
// mean more often: Hamilton, Victoria, Plymouth.
func obscure(capital *gazetteer.Entry, entries []gazetteer.Entry) bool {
	for i := range entries {
		if e := &entries[i]; e.Kind == "city" && e.Country != capital.Country && e.Name == capital.Name && e.Population > capital.Population && capital.Population < large {
			return true
		}
	}
	return false
}
