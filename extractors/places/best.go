package places

import (
	"slices"
	"strconv"

	"chancery/extractors/gazetteer"
)

// bestCity is the city, nil for none, that the words after the name, then the document's
// countries, then size speak for.
func (r *reader) bestCity(m *match) (best *gazetteer.Entry, why string) {
	after := r.appositive(m)
	score := -1
	largest := &gazetteer.Entry{}
	for i := range m.entries {
		if e := &m.entries[i]; e.Kind == "city" && e.Population > largest.Population {
			largest = e
		}
	}
	for i := range m.entries {
		e := &m.entries[i]
		if e.Kind != "city" {
			continue
		}
		s := min(e.Population/1000, 30_000)
		reason := ""
		if e.Population > 15_000 {
			if w := r.weights[e.Country] + r.homes[e.Country]; w > 0 && !r.namesake(e, largest) {
				s += 40_000 + 200*w + 2_000*min(r.homes[e.Region+e.Country], 5)
				reason = "a city of a country the document names"
			}
		}
		if e.Capital && (r.weights[e.Country] > 0 || !obscure(e, m.entries) || r.at(m.tokens.First-2).Is(keySigned)) {
			s += 60_000
			reason = "a capital"
		}
		if after != "" && (after == e.Country || after == e.Region) {
			s += 1_000_000
			reason = "its country or region stands after it"
		}
		if s > score {
			best, score, why = e, s, reason
		}
	}
	if why == "" && score >= 0 {
		why = "the largest city of this name, " + strconv.Itoa(best.Population) + " people"
	}
	return best, why
}

// namesake reports whether a town is not meant because the largest city of its name is so many
// times larger, unless the page is about its country, and that is none of those settled by
// people who named their towns after others: Boston is in the United States, and Geneva in
// Switzerland.
func (r *reader) namesake(town, largest *gazetteer.Entry) bool {
	const small, times = 100_000, 8
	ours := town.Country == r.frame.A || town.Country == r.frame.B
	if settled[town.Country] && r.homes[town.Region+town.Country] > 0 && r.weights[largest.Country] == 0 {
		return false // Newport in a text about Rhode Island
	}
	return town.Population < small && town.Population*times < largest.Population && (settled[town.Country] || !ours)
}

var settled = map[string]bool{"US": true, "CA": true, "AU": true, "NZ": true}

// overTown is the continent, or the state of a country of states, that a match means rather than
// a town of its name elsewhere: Asia, Florida, Virginia. What stands behind the name may say
// that the town is meant.
func (r *reader) overTown(m *match) (*gazetteer.Entry, bool) {
	var state *gazetteer.Entry
	for i := range m.entries {
		if e := &m.entries[i]; e.Kind == "continent" || e.Kind == "region" && e.Region == "" && ofStates[e.Country] {
			state = e
			break
		}
	}
	if state == nil || r.appositive(m) != "" {
		return nil, false
	}
	for i := range m.entries {
		if e := &m.entries[i]; e.Kind == "city" && (e.Capital || e.Country == state.Country && e.Region == state.Name || e.Population >= large) {
			return nil, false // New York, Québec
		}
	}
	return state, true
}

// ofStates are the countries whose states everybody knows by name.
var ofStates = map[string]bool{"US": true, "CA": true, "AU": true}

// bestOther is the region, water, mountain or venue that a match may mean: of several, one
// in a country that its sentence names, or else the one of which the document says most.
func (r *reader) bestOther(m *match) (best *gazetteer.Entry, ok bool) {
	score := -1
	for i := range m.entries {
		e := &m.entries[i]
		if e.Kind == "city" || e.Kind == "demonym" || ok && e.Kind != best.Kind {
			continue
		}
		s := r.weights[e.Country]
		if ok && e.Country != best.Country && r.besideOf(m, e.Country) {
			s += 1_000
		}
		if s > score {
			best, score, ok = e, s, true
		}
	}
	return best, ok
}

// besideOf reports whether a state or a city of a country stands near a match in its sentence.
func (r *reader) besideOf(m *match, country string) bool {
	const nearby = 3 // matches
	at, ok := slices.BinarySearchFunc(r.matches, m.tokens.First, func(o match, first int) int { return o.tokens.First - first })
	for i := max(at-nearby, 0); ok && i <= min(at+nearby, len(r.matches)-1); i++ {
		if o := &r.matches[i]; i != at && o.limit == m.limit && o.entries[0].Country == country && (isState(o.entries[0]) || o.entries[0].Kind == "city") {
			return true
		}
	}
	return false
}

// regionSpelt is the region that bears a name as the text spells it, when the city found does
// not, and the text names no other place in the city's country: Bali, not Bāli in West Bengal.
func (r *reader) regionSpelt(m *match, city *gazetteer.Entry) (*gazetteer.Entry, bool) {
	word := r.value(m.tokens)
	for i := range m.entries {
		if e := &m.entries[i]; e.Kind == "region" && e.Country != city.Country && e.Name == word && city.Name != word && r.weights[city.Country] <= r.weights[e.Country] {
			return e, true
		}
	}
	return nil, false
}
