package facts

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
)

// sides takes from the page who receives what one of its countries sends, or who
// sends it, where the words leave it out.
func (r *reader) sides(f *pipeline.Fact, sending, receiving *string) {
	if *receiving == "" {
		if *receiving = r.counterpart(*sending); *receiving != "" {
			inferred(f, "receiving")
		}
	}
	if *sending == "" {
		if *sending = r.counterpart(*receiving); *sending != "" {
			inferred(f, "sending")
		}
	}
}

// counterpart is the other country of a bilateral page, or "".
func (r *reader) counterpart(c string) string {
	switch {
	case r.frame.A == "" || r.frame.B == "":
		return ""
	case c != r.frame.B && r.same(c, r.frame.A):
		return r.frame.B
	case r.same(c, r.frame.B):
		return r.frame.A
	}
	return ""
}

// same reports whether two codes are of one country, or of a former state and
// what it is part of, unless the page is about these two.
func (r *reader) same(a, b string) bool {
	if a != b && (a == "US" || b == "US" || a == r.frame.A && b == r.frame.B || a == r.frame.B && b == r.frame.A) {
		return false // Hawaii was no part of the United States when it was a state
	}
	return a != "" && (a == b || current(a) == current(b))
}

func current(code string) string {
	if c, ok := gazetteer.CountryOf(code); ok && c.Current != "" {
		return c.Current
	}
	return code
}

// hostOf is the country that a place lies in, as the page names it: Prague lies
// in Czechoslovakia on a page about that.
func (r *reader) hostOf(m *pipeline.Mention) string {
	if m == nil || m.Place == nil {
		return ""
	}
	c := m.Place.Country
	for _, f := range []string{r.frame.A, r.frame.B} {
		if f != "" && c != f && c == current(f) && (c != r.frame.A && c != r.frame.B || lay(m, f)) {
			return f
		}
	}
	return c
}

// meantBy is the country of a name, which of several of that name is the one that the
// page is about: "Congo", on the page of one of the two.
func (r *reader) meantBy(m *pipeline.Mention) string {
	c := m.Country()
	if r.frame.A == "" || c == r.frame.A || c == r.frame.B {
		return c
	}
	if known, ok := r.namesakes[m.Text]; ok {
		return known
	}
	known := c
	for _, e := range gazetteer.Find(m.Text) {
		for _, side := range []string{r.frame.A, r.frame.B} {
			if o, ok := gazetteer.CountryOf(side); ok && e.Ambiguous && e.Country == c && strings.HasSuffix(o.Name, " "+m.Text) {
				known = side
			}
		}
	}
	r.namesakes[m.Text] = known
	return known
}

// lay reports whether a city lies in the region of its country that bears the name of a
// former state: Houston, in Texas.
func lay(m *pipeline.Mention, former string) bool {
	return slices.ContainsFunc(gazetteer.Find(m.Value), func(e gazetteer.Entry) bool {
		return e.Kind == "city" && e.Country == m.Place.Country && strings.EqualFold("x-"+e.Region, former)
	})
}

// elsewhere reports whether the country in which the city of a mission lies is not
// whom the mission is to, on a page about two: an embassy moves to a third country
// and stays that to the second, and a city of a former state may lie in another now.
func (r *reader) elsewhere(host, class string) bool {
	a, b := r.frame.A, r.frame.B
	if a == "" || b == "" || host == "" || r.same(host, a) || r.same(host, b) {
		return false
	}
	return class == "mission.moved" || current(a) != a || current(b) != b
}

// pair completes the parties of what two countries share, from the frame.
func (r *reader) pair(parties []string) (all []string, supplied bool) {
	switch {
	case len(parties) >= 2 || r.frame.A == "" || r.frame.B == "":
		return parties, false
	case len(parties) == 0:
		return []string{r.frame.A, r.frame.B}, true
	}
	if o := r.counterpart(parties[0]); o != "" {
		return []string{parties[0], o}, true
	}
	return parties, false
}
