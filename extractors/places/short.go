package places

import (
	_ "embed"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

//go:embed short.tsv
var shortList string

// A short form of a region's name: "Fla." for Florida, "FL".
type short struct {
	region gazetteer.Entry
	dotted bool // a full stop ends it
}

var shorts = func() *text.Phrases[short] {
	all := map[string]short{}
	for line := range strings.SplitSeq(shortList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		e := gazetteer.Entry{Name: f[0], Kind: "region", Country: f[1]}
		for _, form := range strings.Split(f[2], ";") {
			all[form+"."] = short{e, true}
		}
		for _, form := range strings.Split(f[3], ";") {
			all[form] = short{e, false}
		}
	}
	delete(all, ".")
	return text.NewPhrases(all)
}()

// shortened is the region whose short form stands at token i behind a town and a comma
// or in brackets, and its tokens: "Key Largo, Fla.", "Middlebury (Conn.)", "Dallas, TX".
func (r *reader) shortened(i, end int) ([]gazetteer.Entry, int) {
	p := r.at(i - 1)
	if p.Class != text.Comma && p.Class != text.Open || r.at(i-2).Class != text.Word || !r.at(i-2).Capital() {
		return nil, 0
	}
	s, n := shorts.Longest(r.doc.Tokens, i, end)
	if t := r.at(i); n == 2 && t.Has(text.Upper) && s.dotted {
		s.dotted, n = false, 1 // "MD." for "Md."
	}
	if n == 0 || !s.dotted && !r.at(i).Has(text.Upper) {
		return nil, 0
	}
	next := r.at(i + n)
	if p.Class == text.Open && next.Class != text.Close || next.Class == text.Word && !next.Has(text.Spaced) {
		return nil, 0
	}
	if (!s.dotted || p.Class == text.Comma && next.Capital() && !calendar.Has(next)) && !r.behindTown(i-1) {
		return nil, 0 // "Jan Kos, MD", "Kos, Miss. Hill"
	}
	return []gazetteer.Entry{s.region}, n
}

// explainedCity is the choice of a city behind which its country or region stands, with
// the word before that belongs to its name.
func (r *reader) explainedCity(m *match, e *gazetteer.Entry) choice {
	const why = "its country or region stands after it"
	tokens := m.tokens
	if !r.nameBefore(m) || !r.townBefore(tokens.First-1) {
		return choice{tokens, e, pipeline.Certain, "city", why}
	}
	tokens.First--
	return choice{tokens, &gazetteer.Entry{Name: r.doc.OneLine(tokens), Kind: "city", Country: e.Country}, pipeline.Likely, "city", why}
}

// townBefore reports whether the capitalized word at token i belongs to the town's name
// behind it: the "Key" of "at Key Largo, Fla."
func (r *reader) townBefore(i int) bool {
	t := r.at(i)
	return t.Class == text.Word && t.Has(text.Title) && !t.Has(text.SentStart) && (cityAfter.Has(r.at(i-1)) || borders.Has(r.at(i-1))) &&
		!r.taken[i] && !noPlace.Has(t) && !persons.Has(t) && !bearers.Has(t) && !gazetteer.GivenNames.Has(t) && !gazetteer.FamilyNames.Has(t)
}

// behindTown reports whether the name that ends before token i is a city's, or stands
// behind a preposition of place: "at Sunnylands".
func (r *reader) behindTown(i int) bool {
	if n := len(r.matches); n > 0 && r.matches[n-1].tokens.End == i {
		e := r.matches[n-1].entries[0]
		return !isState(e) && e.Kind != "demonym"
	}
	for n := 0; n < longest && r.at(i-1).Class == text.Word && r.at(i-1).Capital(); n++ {
		i--
	}
	if joint.Has(r.at(i-1)) && len(r.matches) > 0 && r.matches[len(r.matches)-1].tokens.End == i-1 {
		return r.matches[len(r.matches)-1].entries[0].Kind == "city" // "Williamsburg and Yorktown, VA"
	}
	return cityAfter.Has(r.at(i-1)) || borders.Has(r.at(i-1))
}
