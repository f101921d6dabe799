package agreements

import (
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A page names an instrument in full once and shorter from then on: "the Agreement
// between A and B on Visa-Free Travel ... The Visa-Free Travel Agreement", "Treaty of
// Versailles ... the Versailles Treaty".

// mostApart is how many names away the full name of a shorter one is looked for.
const mostApart = 48

// shorten gives shorter names of instruments the entities of the full ones.
func (r *reader) shorten(mentions []pipeline.Mention) {
	names := make([][]uint64, len(r.titles))
	for k, t := range r.titles {
		names[k] = r.telling(t.at)
	}
	for k, t := range r.titles {
		if t.line.Len() > 0 || !t.left.definite && !r.tokens[t.at.First].Has(text.SentStart) || len(names[k]) == 0 || t.isMany() {
			continue
		}
		full := -1
		for j := max(0, k-mostApart); j < min(len(r.titles), k+mostApart); j++ {
			if j == k || mentions[j].Entity == mentions[k].Entity || !r.shortOf(mentions, names, k, j) {
				continue
			}
			if full >= 0 && mentions[full].Entity != mentions[j].Entity {
				full = -1
				break // it may be either of them
			}
			full = j
		}
		if full >= 0 {
			unite(mentions, k, full)
		}
	}
}

// unite gives all that bear the entity of the k-th name that of the j-th, as far as names
// are looked at together.
func unite(mentions []pipeline.Mention, k, j int) {
	from, to := mentions[k].Entity, mentions[j].Entity
	for i := max(0, k-mostApart); i < min(len(mentions), k+mostApart); i++ {
		if mentions[i].Entity == from {
			mentions[i].Entity = to
		}
	}
}

// shortOf reports whether the k-th name has only words of the j-th, which may be that of
// the same instrument.
func (r *reader) shortOf(mentions []pipeline.Mention, names [][]uint64, k, j int) bool {
	short, full := mentions[k].Agreement, mentions[j].Agreement
	switch {
	case short.Type != full.Type, len(names[k]) > len(names[j]), len(r.words(r.titles[k].at)) > len(r.words(r.titles[j].at)),
		!r.apart(min(k, j), max(k, j)), r.titles[j].isMany(), r.amends(r.titles[j]):
		return false
	case len(short.Parties) > 0 && len(full.Parties) > 0 && !subset(short.Parties, full.Parties) && !subset(full.Parties, short.Parties):
		return false
	case short.Signed != nil && full.Signed != nil:
		if a, b := short.Signed.EDTF, full.Signed.EDTF; !strings.HasPrefix(a, b) && !strings.HasPrefix(b, a) {
			return false
		}
	case k < j && len(names[k]) < len(names[j]):
		return false // what comes first is the full name, but for one that was signed the same day
	}
	return subset(names[k], names[j]) && !r.succeeds(r.titles[j].at, names[k])
}

func subset[T comparable](of, all []T) bool {
	return !slices.ContainsFunc(of, func(v T) bool { return !slices.Contains(all, v) })
}

// telling are the words of a title that tell it from others: no small words, and none for
// the kind of paper or for parties.
func (r *reader) telling(at text.Range) (keys []uint64) {
	for i := at.First; i < at.End; i++ {
		if r.class(i) == text.Word && !r.has(i, link|det|isHead|vague|people) && !(r.has(i, plain) && !r.has(i, grade)) {
			keys = append(keys, r.tokens[i].Key)
		}
	}
	return keys
}

// apart reports whether the two titles stand in sentences of their own: those that one
// sentence names are two.
func (r *reader) apart(k, j int) bool {
	from, to := r.titles[k].at.End, r.titles[j].at.First
	if to-from > reach {
		return true
	}
	for i := from; i <= to; i++ {
		if r.tokens[i].Has(text.SentStart|text.LineStart) || r.class(i) == text.Semi {
			return true
		}
	}
	return false
}

// amends reports whether a title names another instrument, which it adds to or changes.
func (r *reader) amends(t *title) bool {
	if t.entry.roles&change != 0 {
		return true
	}
	for i := t.head + 1; i < t.at.End; i++ {
		if r.has(i, strong) {
			return true
		}
	}
	return false
}

// succeeds reports whether the words of a title beyond those named make it another of a
// series: "SALT II Treaty" beside "SALT Treaty".
func (r *reader) succeeds(at text.Range, named []uint64) bool {
	for i := at.First; i < at.End; i++ {
		if c := r.class(i); c == text.Number && r.world.date(i) == nil || c == text.Word && !slices.Contains(named, r.tokens[i].Key) && (numeral(r.word(i)) || furtherWords.Has(r.tokens[i])) {
			return true
		}
	}
	return false
}

var furtherWords = text.NewSet("additional", "supplementary", "supplemental", "optional", "second", "third", "new", "revised", "renewed", "comprehensive", "amended", "amending", "implementing", "interim")
