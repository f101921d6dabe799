package places

import "chancery/extractors/gazetteer"

// count notes what a match tells of the document: the country it names, and whether its
// name stands as a person's or as a town's.
func (r *reader) count(m *match) {
	i, e := m.tokens.First, m.entries[0]
	t, single := r.doc.Tokens[i], m.tokens.Len() == 1
	switch {
	case e.Kind == "demonym" || isState(e):
		r.take(m.tokens)
		if single && e.Ambiguous && !m.shouted && (r.surname(i) || gazetteer.GivenNames.Has(t) && r.at(i+1).Capital()) {
			r.namings[t.Key]++
		}
	case single && e.Kind == "city" && !m.shouted && r.surname(i):
		r.namings[t.Key]++
	case single && namesakes.Has(t) && cityAfter.Has(r.at(i-1)):
		r.towns[t.Key]++
	}
	if !e.Ambiguous && (e.Kind == "demonym" || isState(e)) || e.Capital && e.Kind == "city" {
		r.weights[e.Country]++
	}
}
