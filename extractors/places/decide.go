package places

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// The populations from which a city's name needs less around it.
const (
	large = 250_000 // known the world over: counts unless something speaks against it
	fair  = 50_000  // counts when the document is about its country
	// sizable is one whose name tells where a text is at home
	sizable = 100_000
	// metropolis is one whose name stands for what is decided there: "Shanghai informed Beijing"
	metropolis = 1_000_000
)

// A choice is the entry that a match means, and why.
type choice struct {
	tokens    text.Range
	entry     *gazetteer.Entry
	strength  pipeline.Strength
	rule, why string
}

// decide says which of its entries a match means, if any, and what of the words
// before it belongs to the name.
func (r *reader) decide(m *match) (pipeline.Mention, bool) {
	c, ok := r.choose(m)
	if !ok {
		return pipeline.Mention{}, false
	}
	found := r.mention(c)
	if found.Place.Kind == "building" {
		return found, true
	}
	if r.ofEvent(m) {
		found.Nested = true
		return found, true
	}
	if i := found.Tokens.First - 2; isStateKind(found.Place.Kind) && r.at(i+1).Is(keyOf) && r.at(i).Capital() && styled.Has(r.at(i)) {
		found.Tokens.First = i // "Federation of Mali"
		return found, true
	}
	if t, ok := r.hyphenated(found.Tokens); ok && (found.Place.Kind == "city" || found.Place.Kind == "region" || found.Place.Kind == "mountain") {
		detail := *found.Place
		found.Tokens, found.Place, found.Value = t, &detail, r.value(t)
		found.Entity = pipeline.EntityID(pipeline.Place, found.Value, detail.Country)
		return found, true
	}
	wide := r.widened(found.Tokens, found.Place.Kind)
	if t := r.at(wide.End); found.Place.Kind == "region" && found.Place.Country != "US" && (t.Is(keyState) || t.Is(keyProvince)) && t.Capital() && wide.End < m.limit && !r.at(wide.End+1).Capital() {
		wide.End++ // "Anambra State", "Sistan and Baluchestan Province"
	}
	if wide == found.Tokens {
		return found, true
	}
	detail := *found.Place
	if detail.Kind != "city" {
		detail.Kind = "region"
	}
	found.Tokens = wide
	if !compass.Has(r.doc.Tokens[wide.First]) {
		return found, true
	}
	found.Place, found.Value = &detail, r.value(wide)
	found.Entity = pipeline.EntityID(pipeline.Place, found.Value, detail.Country)
	return found, true
}

// choose says which of its entries a match means, if any.
func (r *reader) choose(m *match) (choice, bool) {
	if first := r.doc.Tokens[m.tokens.First]; m.shouted && m.tokens.Len() == 1 && common.Has(first) {
		return choice{}, false // "HE MET US"
	}
	if r.ofOther(m) {
		r.take(m.tokens)
		return choice{}, false
	}
	if e, ok := r.ofRegion(m); ok {
		return choice{m.tokens, e, pipeline.Likely, "region", "an office of regions before it, or its country named"}, true
	}
	if e, ok := state(m.entries); ok {
		e = r.congo(m, e)
		found, ok := r.decideState(m, e)
		if (!ok || found.strength == pipeline.Weak) && e.Ambiguous && m.tokens.Len() > 1 {
			return r.decideCity(m) // "to annex Santo Domingo"
		}
		return found, ok
	}
	if e, ok := r.overTown(m); ok {
		return r.decideOther(m, e)
	}
	if c, ok := r.decideCity(m); ok && c.strength > pipeline.Weak {
		if e, ok := r.regionSpelt(m, c.entry); ok {
			return r.decideOther(m, e)
		}
		return c, true
	}
	if e, ok := r.bestOther(m); ok {
		return r.decideOther(m, e)
	}
	return r.decideCity(m)
}

// state is the first entry that is a country, a territory or a former state.
func state(entries []gazetteer.Entry) (*gazetteer.Entry, bool) {
	for i := range entries {
		if isState(entries[i]) {
			return &entries[i], true
		}
	}
	return nil, false
}

func (r *reader) decideState(m *match, e *gazetteer.Entry) (choice, bool) {
	if r.attributive(m) || r.namePart(m) || (e.Ambiguous || r.at(m.tokens.First-1).Class == text.Dot) && r.titledName(m) || m.tokens.Len() == 1 && r.possessedName(m) && !r.ofOffice(m) {
		return choice{}, false
	}
	if e.Ambiguous && r.ofOffice(m) {
		return choice{m.tokens, e, pipeline.Likely, "country", "an office of a country before it"}, true
	}
	if e.Ambiguous {
		return r.decideAmbiguous(m, e)
	}
	if r.isDemonymToo(m) && !r.standsAlone(m) {
		return choice{}, false
	}
	if m.tokens.Len() > 1 || e.Official {
		return choice{m.tokens, e, pipeline.Certain, "country", "an official name in the gazetteer"}, true
	}
	return choice{m.tokens, e, pipeline.Likely, "country", "a country's name in the gazetteer"}, true
}

// decideAmbiguous takes a country whose name is also something else when the
// words around it or the rest of the document speak for the country.
func (r *reader) decideAmbiguous(m *match, e *gazetteer.Entry) (choice, bool) {
	for i := range m.entries {
		if other := &m.entries[i]; other.Kind == "region" && r.weights[other.Country]+r.homes[other.Name+other.Country]+r.homes[ofCities+other.Name] > 0 && r.weights[e.Country] == 0 && r.frame.A != e.Country && r.frame.B != e.Country && !recognizing.Has(r.at(m.tokens.First-1)) {
			e = other
		}
	}
	if e.Kind != "region" {
		if home, ok := r.regionOfCity(m); ok {
			e = &home
		}
	}
	switch {
	case e.Kind == "region":
		return choice{m.tokens, e, pipeline.Likely, "region", "a region of a country the document is about"}, true
	case r.at(m.tokens.First-1).Is(keyThe) && withArticle.Has(r.at(m.tokens.First)) && r.standsAlone(m):
		return choice{m.tokens, e, pipeline.Likely, "country", "a name with its article"}, true
	case r.at(m.tokens.First-1).Is(keyThe) && !r.placed(m) && len(e.Name) == r.doc.Tokens[m.tokens.First].Len():
		return choice{}, false // "the Turkey was carved"
	case r.listedWithStates(m):
		return choice{m.tokens, e, pipeline.Likely, "country", "in a list of countries"}, true
	case r.weights[e.Country] > 0:
		return choice{m.tokens, e, pipeline.Likely, "country", "the document names this country otherwise too"}, true
	case recognizing.Has(r.at(m.tokens.First - 1)):
		return choice{m.tokens, e, pipeline.Likely, "country", "what is recognized is a state"}, true
	case r.frame.A == e.Country || r.frame.B == e.Country || r.frame.Sole == e.Country:
		return choice{m.tokens, e, pipeline.Likely, "country", "the page is about this country"}, true
	case r.placed(m):
		return choice{m.tokens, e, pipeline.Likely, "country", "a preposition of place before it"}, true
	case len(r.frame.Countries) > 1 && m.tokens.Len() == 1 && r.namings[r.doc.Tokens[m.tokens.First].Key] == 0 && r.at(m.tokens.End).Class == text.Word && r.standsAlone(m) && !r.possessedName(m):
		return choice{m.tokens, e, pipeline.Likely, "country", "it acts among other countries"}, true // "Meanwhile, Jordan joined the coalition"
	case r.doc.Tokens[m.tokens.First].Has(text.SentStart) || r.at(m.tokens.End).Class != text.Word:
		return choice{m.tokens, e, pipeline.Weak, "country", "an ambiguous name that nothing contradicts"}, true
	}
	return choice{}, false
}

// withArticle are ambiguous names that "the" stands before as a rule.
var withArticle = text.NewSet("congo", "gambia")

// recognizing are verbs of which states are the object.
var recognizing = text.NewSet("recognized", "recognised", "recognizes", "recognises", "recognize", "recognise", "recognizing", "recognising")

// decideOther takes regions, waters, mountains and venues.
func (r *reader) decideOther(m *match, e *gazetteer.Entry) (choice, bool) {
	if e.Ambiguous && (!r.placed(m) || r.ratherCity(m, e) || r.atWhose(m)) && !r.amongRegions(m, e) || m.entries[0].Kind == "demonym" && r.nameAfter(m) {
		return choice{}, false // "Somali President"
	}
	if m.tokens.Len() > 1 && r.at(m.tokens.End-1).Is(keyDepartment) && r.at(m.tokens.End).Is(keyOf) {
		return choice{}, false // "Florida Department of Law Enforcement"
	}
	if m.tokens.Len() == 1 && r.titledName(m) && e.Kind != "continent" {
		return choice{}, false // "Prime Minister Gilan"
	}
	if m.tokens.Len() == 1 && (r.nameAfter(m) && e.Kind != "continent" || r.nameBefore(m) && !r.placed(m) && e.Kind != "continent" && e.Kind != "region") {
		return choice{m.tokens, e, pipeline.Weak, e.Kind, "a name in the gazetteer inside a longer one"}, true
	}
	return choice{m.tokens, e, pipeline.Likely, e.Kind, "a " + e.Kind + "'s name in the gazetteer"}, true
}

// acronym reports whether capitals inside a sentence spell something else than a small city:
// "the SALT talks".
func (r *reader) acronym(m *match, e *gazetteer.Entry) bool {
	const longest = 5 // letters
	t := r.at(m.tokens.First)
	return t.Has(text.Upper) && t.Len() <= longest && !m.shouted && !t.Has(text.SentStart) && !e.Capital && e.Population < large && e.Name != r.doc.Word(m.tokens.First)
}

// ratherCity reports whether a region that the text does not otherwise speak of bears the name of
// a city elsewhere, or is a word: Manchester in Jamaica, Rivers in Nigeria.
func (r *reader) ratherCity(m *match, region *gazetteer.Entry) bool {
	if r.weights[region.Country] > 0 || region.Kind != "region" || m.tokens.Len() > 1 {
		return false
	}
	for _, e := range m.entries {
		if e.Kind == "city" && e.Country != region.Country && e.Population >= fair {
			return true
		}
	}
	return common.Has(r.at(m.tokens.First))
}

// decideCity chooses among the cities of one name and weighs what speaks for a
// city at all.
func (r *reader) decideCity(m *match) (choice, bool) {
	e, why := r.bestCity(m)
	if e == nil {
		return choice{}, false
	}
	tokens := m.tokens
	if tokens.Len() == 1 && (compass.Has(r.at(tokens.First)) || noPlace.Has(r.at(tokens.First))) && r.appositive(m) == "" {
		return choice{}, false
	}
	if tokens.Len() == 1 && (beginnings.Has(r.at(tokens.First)) && r.nameAfter(m) || r.acronym(m, e)) {
		return choice{}, false // the "San" of "San Stefano"
	}
	if t := r.at(tokens.End); t.Is(keyCity) && t.Capital() && tokens.End < m.limit {
		tokens.End++
		return choice{tokens, e, pipeline.Certain, "city", "the word City after it"}, true
	}
	inside := r.nameBefore(m) && !e.Capital || r.nameAfter(m)
	home := r.homeOf(m)
	about, situated := r.weights[e.Country] > 0 || home && r.homes[e.Country] > 0, home || cityAfter.Has(r.at(m.tokens.First-1))
	explained := r.appositive(m) != ""
	switch {
	case r.ofMayor(m), r.dateline(m):
		return choice{tokens, e, pipeline.Certain, "city", "an office before it and a person's name behind it"}, true
	case explained:
		return r.explainedCity(m, e), true
	case tokens.Len() == 1 && r.nameAfter(m) && r.personAt(tokens.First) && !r.perhapsPlace(tokens.End):
		return choice{}, false // "to Victoria Harrison"
	case r.ratherPerson(m, e), r.namedAfter(m):
		r.take(tokens)
		return choice{}, false
	case r.calledSo(m) && !e.Capital, m.tokens.Len() == 1 && r.titledName(m), r.isWord(m) && !situating.Has(r.at(m.tokens.First-1)):
		return choice{}, false
	case inside && !situated:
		if tokens.Len() > 1 && e.Population > fair {
			return choice{tokens, e, pipeline.Likely, "city", why}, true
		}
		if !r.nameAfter(m) && (e.Capital || e.Population >= large) {
			return choice{tokens, e, pipeline.Weak, "city", "a city's name inside a longer one"}, true
		}
		return choice{}, false
	case e.Capital && r.nameBefore(m):
		return choice{tokens, e, pipeline.Weak, "city", "a capital's name after another name"}, true
	case e.Capital || e.Population >= large || tokens.Len() > 1:
		return choice{tokens, e, pipeline.Likely, "city", why}, true
	case situated && (about || e.Population >= fair):
		return choice{tokens, e, pipeline.Likely, "city", why + ", and a preposition of place before it"}, true
	case about && e.Population >= fair:
		return choice{tokens, e, pipeline.Likely, "city", why}, true
	case situated, about && r.placed(m):
		return choice{tokens, e, pipeline.Weak, "city", why}, true
	}
	return choice{}, false
}

func isStateKind(kind string) bool {
	return kind == "country" || kind == "former" || kind == "territory"
}
