package people

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// possessor is the country in whose name a person with an office of state is named:
// "Guinea-Bissau's Suzi Barbosa, Minister of State".
func (r *reader) possessor(m *pipeline.Mention) string {
	if !r.ofState(m) {
		return ""
	}
	return r.possessing(m.Tokens.First)
}

// possessing is the country whose name with an apostrophe and s ends before token i.
func (r *reader) possessing(i int) string {
	if i < 2 || !r.at(i-1).Has(text.Possess) {
		return ""
	}
	if p := r.place[i-2]; p != nil && isState(p) && p.Tokens.End == i-1 {
		return p.Place.Country
	}
	return ""
}

// itsCounterpart reports whether the person named next is called the counterpart, of
// country c, of the one before, who then serves another.
func (r *reader) itsCounterpart(m, next *pipeline.Mention, c string) bool {
	const furthest = 40 // tokens
	return next.Rule == "counterpart" && next.Person.Country == c && next.Tokens.First-m.Tokens.End < furthest
}

// missionWord is the country of an embassy, legation or consulate that token i writes
// small: "Turkmenistan's embassy", "the Chilean consulate", "the embassy of Slovenia".
func (r *reader) missionWord(i int) string {
	t := r.at(i)
	if !missionWords.Has(t) || !t.Has(text.Lower) {
		return ""
	}
	if t.Is(keyMission) { // "the Swedish diplomatic mission", but no other
		if !r.at(i - 1).Is(keyDiplomatic) {
			return ""
		}
		i--
	}
	if c := r.possessing(i); c != "" {
		return c
	}
	if code, n := r.demonymBefore(i, max(0, i-4)); n > 0 {
		return code
	}
	if r.at(i).Is(keyDiplomatic) {
		i++
	}
	j := i + 2
	if !r.at(i+1).Is(keyOf) || j >= len(r.place) {
		return ""
	}
	if r.at(j).Is(keyThe) && j+1 < len(r.place) {
		j++
	}
	if p := r.place[j]; p != nil && isState(p) && p.Tokens.First == j {
		return p.Place.Country
	}
	return ""
}

var (
	missionWords  = text.NewSet("embassy", "legation", "consulate", "mission")
	keyMission    = text.KeyOf("mission")
	keyDiplomatic = text.KeyOf("diplomatic")
)
