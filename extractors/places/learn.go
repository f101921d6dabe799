package places

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A learned name is a place that no gazetteer has and that the document itself
// explains: "Longwood, Florida", "Atwick is a village", "Zhambyl oblast".
type learned struct {
	tokens text.Range
	kind   string
	place  pipeline.Mention
}

// longest is how many words an unknown name may have.
const longest = 3

// learn reports the unknown names of a sentence that the words around them show
// to be places, and keeps those that are sure for repeat. A name that only a
// preposition speaks for waits in r.guesses.
func (r *reader) learn(s text.Range) {
	for i := s.First; i < s.End; {
		if !r.unknown(i) {
			i++
			continue
		}
		end := r.unknownRun(i, s.End)
		run := text.Range{First: i, End: end}
		if run.Len() > 0 {
			r.weigh(run, s)
		}
		i = max(end, i+1)
	}
}

// unknown reports whether token i may belong to a name that nothing has claimed.
func (r *reader) unknown(i int) bool {
	t := r.doc.Tokens[i]
	return t.Class == text.Word && t.Has(text.Title) && !r.taken[i] && !noPlace.Has(t)
}

// unknownRun is the token after the name that begins at token i, or i when
// capitalized words go on with it past what a place's name has.
func (r *reader) unknownRun(i, end int) int {
	words := 1
	last := i + 1
	for j := i + 1; j < end; j++ {
		t := r.doc.Tokens[j]
		if t.Class == text.Dash && !t.Has(text.Spaced) && j+1 < end && !r.doc.Tokens[j+1].Has(text.Spaced) {
			continue
		}
		if t.Class != text.Word || !t.Capital() {
			break
		}
		if words++; words > longest || !r.unknown(j) {
			return i
		}
		last = j + 1
	}
	if p := r.at(i - 1); p.Class == text.Word && p.Capital() && !p.Has(text.SentStart) || p.Class == text.Dot && r.at(i-2).Has(text.Initial) || p.Class == text.Apos || p.Class == text.Quote {
		return i // inside a longer name, or a quoted title
	}
	return last
}

// weigh looks for what shows that the unknown name run is a place.
func (r *reader) weigh(run, s text.Range) {
	before, after := r.at(run.First-1), r.at(run.End)
	if run.End >= s.End {
		after = text.Token{}
	}
	first := r.doc.Tokens[run.First]
	if first.Has(text.SentStart) && (locative.Has(first) || follows.Has(first)) {
		return
	}
	if e, ok := r.within(run.End, s.End); ok && (situating.Has(before) || cityAfter.Has(before) && e.Kind == "region" || before.Is(keyOf) && r.at(run.First-2).Has(text.Lower) && e.Kind == "region" || before.Class == text.Open) {
		r.know(run, "city", e.Country, "its country or region stands after it")
		return
	}
	if h, ok := heads.Get(after.Key); ok && after.Class == text.Word && after.Has(text.Lower) && plainHead.Has(after) && !adjective(r.doc.Word(run.End-1)) && !first.Has(text.SentStart) {
		r.know(run, h.suffix, "", "a "+h.suffix+"'s word after it")
		return
	}
	if kind, ok := r.defined(run, s.End); ok {
		r.know(run, kind, "", "the sentence says what it is")
		return
	}
	if before.Is(keyOf) && settlement.Has(r.at(run.First-2)) && r.at(run.First-2).Has(text.Lower) {
		r.know(run, "city", "", "named as a settlement")
		return
	}
	if (situating.Has(before) || before.Is(keyOf) && near.Has(r.at(run.First-2))) && r.guessable(run, after) {
		run.End = r.partsOn(run.End, s.End)
		r.guesses = append(r.guesses, situatedGuess(run))
	}
}

// guessable reports whether a name is one word, or words joined by hyphens, that
// is no branch of learning, and nothing goes on with it.
func (r *reader) guessable(run text.Range, after text.Token) bool {
	for i := run.First + 1; i < run.End; i++ {
		if r.doc.Tokens[i].Has(text.Spaced) {
			return false
		}
	}
	word := r.doc.Word(run.First)
	for _, ending := range []string{"logy", "ics", "ism", "ing", "try", "tion"} {
		if strings.HasSuffix(word, ending) {
			return false
		}
	}
	return len(word) > 3 && !after.Capital() && !after.Has(text.Possess) && after.Class != text.Dash && after.Class != text.Number && after.Class != text.Quote
}

// adjective reports whether a word looks like one made of a name: "European region".
func adjective(word string) bool {
	return strings.HasSuffix(word, "an") || strings.HasSuffix(word, "ic") || strings.HasSuffix(word, "ish") || strings.HasSuffix(word, "ern")
}

// within is the state or region that follows after a comma: "Longwood, Florida".
func (r *reader) within(i, end int) (gazetteer.Entry, bool) {
	if i+1 >= end || r.at(i).Class != text.Comma || !r.at(i+1).Capital() {
		return gazetteer.Entry{}, false
	}
	entries, n := gazetteer.Lookup(r.doc.Tokens, i+1, end)
	if n == 0 || r.at(i+1+n).Capital() && i+1+n < end {
		return gazetteer.Entry{}, false
	}
	for _, e := range entries {
		if isState(e) || e.Kind == "region" {
			return e, true
		}
	}
	return gazetteer.Entry{}, false
}

// defined reads "Atwick is a small village", from the name at the beginning of a
// sentence.
func (r *reader) defined(run text.Range, end int) (kind string, ok bool) {
	i := run.End
	if !r.doc.Tokens[run.First].Has(text.SentStart) || i+2 >= end || !copula.Has(r.at(i)) || !article.Has(r.at(i+1)) {
		return "", false
	}
	for j := i + 2; j < min(end, i+7); j++ {
		t := r.at(j)
		if t.Class != text.Word && t.Class != text.Dash {
			return "", false
		}
		if settlement.Has(t) {
			return "city", true
		}
		if h, ok := heads.Get(t.Key); ok && plainHead.Has(t) {
			return h.suffix, true
		}
		if t.Is(keyOf) {
			return "", false
		}
	}
	return "", false
}

// know reports a learned name and keeps it.
func (r *reader) know(run text.Range, kind, country, why string) {
	m := pipeline.Mention{
		Kind: pipeline.Place, Tokens: run, Value: r.value(run), Rule: "learned", Why: why, Strength: pipeline.Likely,
		Place: &pipeline.PlaceValue{Kind: kind, Country: country},
	}
	m.Entity = entityOf(m.Value, country)
	r.report(m)
	key := r.doc.Tokens[run.First].Key
	if _, ok := r.known[key]; !ok {
		r.known[key] = learned{run, kind, m}
	}
}

func (r *reader) value(run text.Range) string {
	return strings.Join(strings.Fields(r.doc.Slice(run)), " ")
}

// repeat reports the learned names of a sentence where they stand again.
func (r *reader) repeat(s text.Range) {
	for i := s.First; i < s.End; i++ {
		if !r.unknown(i) {
			continue
		}
		k, ok := r.known[r.doc.Tokens[i].Key]
		n := k.tokens.Len()
		if !ok || i+n > s.End || !r.same(k.tokens.First, i, n) {
			continue
		}
		if r.at(i-1).Capital() && !r.at(i-1).Has(text.SentStart) || r.at(i+n).Capital() && i+n < s.End {
			continue
		}
		m := k.place
		m.Tokens, m.Why = text.Range{First: i, End: i + n}, "the document explains this name elsewhere"
		detail := *m.Place
		m.Place = &detail
		r.report(m)
		i += n - 1
	}
}

func (r *reader) same(a, b, n int) bool {
	for j := range n {
		if r.doc.Tokens[a+j].Key != r.doc.Tokens[b+j].Key || r.taken[b+j] {
			return false
		}
	}
	return true
}
