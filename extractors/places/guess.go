package places

import (
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A guess is a name that may be a place unless the document uses it otherwise.
type guess struct {
	tokens    text.Range
	kind      string
	rule, why string
	strength  pipeline.Strength
}

// situated is the rule of names after a preposition of place.
const situated = "situated"

func situatedGuess(run text.Range, kind string) guess {
	return guess{run, kind, situated, "an unknown name after a preposition of place", pipeline.Weak}
}

// guess reports the names that stand after a preposition of place, or that the
// witness takes for places, unless the document writes them with a small letter,
// or as the last part of a longer name, as surnames are.
func (r *reader) guess() {
	if len(r.guesses) == 0 {
		return
	}
	refused := r.refused()
	r.guessAgain(refused)
	for _, g := range r.guesses {
		if r.claimed(g.tokens) || r.qualifying(g.tokens) || g.tokens.Len() == 1 && common.Has(r.doc.Tokens[g.tokens.First]) || refused[r.doc.Tokens[g.tokens.First].Key] || g.rule != "series" && r.people[r.doc.Tokens[g.tokens.First].Key] > 0 || g.tokens.Len() > 1 && g.rule == situated && r.doc.Tokens[g.tokens.End-1].Has(text.Lower) {
			continue
		}
		if wide, ok := r.hyphenated(g.tokens); ok {
			g.tokens = wide
		}
		m := pipeline.Mention{
			Kind: pipeline.Place, Tokens: g.tokens, Value: r.value(g.tokens), Rule: g.rule, Why: g.why, Strength: g.strength,
			Place: &pipeline.PlaceValue{Kind: g.kind},
		}
		m.Entity = pipeline.EntityID(pipeline.Place, m.Value, "")
		r.report(m)
	}
}

// qualifying reports whether a name of one word that no gazetteer has is but an adjective or the like of
// the noun behind it: "in Protestant congregations".
func (r *reader) qualifying(name text.Range) bool {
	i := name.End
	if _, listed := r.matchAt(name.First); listed || r.at(i-1).Has(text.Spaced) && name.Len() > 1 || !r.qualifies(i) || follows.Has(r.at(i)) || acting.Has(r.at(i)) || settlement.Has(r.at(i)) || plainHead.Has(r.at(i)) || several.Has(r.at(i)) {
		return false
	}
	word := r.doc.Word(i)
	for _, ending := range []string{"ed", "ly", "n't", "n’t"} {
		if strings.HasSuffix(word, ending) {
			return false // what happened there, or how
		}
	}
	return true
}

// claimed reports whether any of the tokens belongs to a name already.
func (r *reader) claimed(tokens text.Range) bool {
	for i := tokens.First; i < tokens.End; i++ {
		if r.taken[i] {
			return true
		}
	}
	return false
}

// refused are the keys of guessed words that the document uses otherwise too, with
// true, among the keys of all.
func (r *reader) refused() map[uint64]bool {
	refused := make(map[uint64]bool, len(r.guesses))
	for _, g := range r.guesses {
		for i := g.tokens.First; i < g.tokens.End; i++ {
			refused[r.doc.Tokens[i].Key] = false
		}
	}
	for i, t := range r.doc.Tokens {
		if t.Class != text.Word {
			continue
		}
		if _, asked := refused[t.Key]; asked && (t.Has(text.Lower) || r.surname(i)) {
			refused[t.Key] = true
		}
	}
	return refused
}

// guessAgain adds the places where a guessed name of one word stands after "to",
// "from" and the like, which speak for no place alone.
func (r *reader) guessAgain(refused map[uint64]bool) {
	single := make(map[uint64]bool, len(r.guesses))
	for _, g := range r.guesses {
		key := r.doc.Tokens[g.tokens.First].Key
		single[key] = g.tokens.Len() == 1 && g.rule == situated && !refused[key] && r.people[key] == 0
	}
	for i, t := range r.doc.Tokens {
		if t.Class == text.Word && single[t.Key] && !r.at(i+1).Capital() && cityAfter.Has(r.at(i-1)) && !situating.Has(r.at(i-1)) && r.unknown(i) {
			r.guesses = append(r.guesses, situatedGuess(text.Range{First: i, End: i + 1}, "city"))
		}
	}
}

// surname reports whether token i stands right after another capitalized word
// or an initial.
func (r *reader) surname(i int) bool {
	p := r.at(i - 1)
	return p.Class == text.Dot && r.at(i-2).Has(text.Initial) ||
		p.Class == text.Word && p.Capital() && !r.doc.Tokens[i].Has(text.SentStart) && !locative.Has(p) && !compass.Has(p) && !p.Is(keyThe) && !r.taken[i-1] && !pointing.Has(p) && !p.Is(keyAll)
}
