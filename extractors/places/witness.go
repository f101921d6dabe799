package places

import (
	"strconv"

	"chancery/extractors/gazetteer"
	"chancery/extractors/ner"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// The chances that the witness must give a place: from believed on it is a guess,
// and likely from convinced on.
const (
	believed  = 0.5
	convinced = 0.9
	// thinkable is enough for a name behind a preposition of place.
	thinkable = 0.2
)

// hear asks the witness about the sentences with names that nothing has claimed,
// and keeps what it takes for places as guesses.
func (r *reader) hear(p *pipeline.Pass) {
	w, _ := p.NoteOf(ner.Extractor).(*ner.Witness)
	if w == nil {
		return
	}
	for n, s := range p.Doc.Sentences {
		r.decideUnsure(w, n, s)
		if !r.leavesOpen(w, s) {
			continue
		}
		for _, one := range w.Propose(n) {
			if one.Kind == ner.Person && one.Tokens.Len() == 1 {
				r.people[r.doc.Tokens[one.Tokens.First].Key]++
			}
			if one.Kind == ner.Place && one.Chance >= r.needed(one.Tokens) && r.mayBe(one.Tokens) {
				r.guesses = append(r.guesses, witnessed(one))
			}
		}
	}
}

// decideUnsure takes the names of several words behind a preposition of place in
// sentence n for places where the witness sees that rather than anything else.
func (r *reader) decideUnsure(w *ner.Witness, n int, s text.Range) {
	for len(r.unsure) > 0 && r.unsure[0].tokens.First < s.End {
		g := r.unsure[0]
		r.unsure = r.unsure[1:]
		if !r.mayBe(g.tokens) || abstract(r.doc.Word(g.tokens.End-1)) || !open(w, g.tokens) {
			continue
		}
		chance := w.Chance(n, g.tokens, ner.Place)
		if chance < thinkable || chance < w.Chance(n, g.tokens, ner.Person) || chance < w.Chance(n, g.tokens, ner.Organization) {
			continue
		}
		r.guesses = append(r.guesses, guess{g.tokens, g.kind, situated, "an unknown name after a preposition of place, which the witness thinks a place (" + strconv.FormatFloat(float64(chance), 'f', 2, 32) + ")", pipeline.Likely})
	}
}

// open reports whether all words of a name are the witness's to tell.
func open(w *ner.Witness, tokens text.Range) bool {
	for i := tokens.First; i < tokens.End; i++ {
		if !w.Open(i) {
			return false
		}
	}
	return true
}

// needed is the chance that the witness must give a name: more to one at the
// beginning of a sentence, whose capital says nothing.
func (r *reader) needed(tokens text.Range) float32 {
	if r.doc.Tokens[tokens.First].Has(text.SentStart) && tokens.Len() == 1 {
		return 0.8
	}
	return believed
}

func witnessed(p ner.Proposal) guess {
	g := guess{p.Tokens, "", "witness", "the witness says place (" + strconv.FormatFloat(float64(p.Chance), 'f', 2, 32) + ")", pipeline.Weak}
	if p.Chance >= convinced {
		g.strength = pipeline.Likely
	}
	return g
}

// leavesOpen reports whether a sentence has a name that nothing has claimed and
// that may be a place's.
func (r *reader) leavesOpen(w *ner.Witness, s text.Range) bool {
	for i := s.First; i < s.End; i++ {
		if r.unknown(i) && w.Open(i) && !r.personal(i) && !r.opens(i, s) {
			return true
		}
	}
	return false
}

// personal reports whether a word is a person's by what it is or by the
// capitalized words right before it: "Charles Evans Hughes".
func (r *reader) personal(i int) bool {
	if gazetteer.GivenNames.Has(r.doc.Tokens[i]) {
		return true
	}
	const words = 4
	for n := 0; n < words && i > 0 && !r.doc.Tokens[i].Has(text.SentStart); n++ {
		i--
		t := r.doc.Tokens[i]
		if t.Class == text.Dot && i > 0 && (r.doc.Tokens[i-1].Has(text.Initial) || shortTitles.Has(r.doc.Tokens[i-1])) {
			return true
		}
		if t.Class != text.Word || !t.Capital() {
			return false
		}
		if gazetteer.GivenNames.Has(t) || persons.Has(t) || bearers.Has(t) {
			return true
		}
	}
	return false
}

// opens reports whether a capital is only that of a sentence's first word: no
// comma, bracket or verb of being or doing after it shows a name.
func (r *reader) opens(i int, s text.Range) bool {
	if !r.doc.Tokens[i].Has(text.SentStart) {
		return false
	}
	n := r.at(i + 1)
	return i+1 >= s.End || !(n.Class == text.Comma || n.Class == text.Open || n.Class == text.Word && (copula.Has(n) || follows.Has(n)) && n.Has(text.Lower))
}

// mayBe reports whether tokens that the witness takes for a place can be one:
// unclaimed, and their last word no word of another thing.
func (r *reader) mayBe(tokens text.Range) bool {
	last := r.doc.Tokens[tokens.End-1]
	if noPlace.Has(last) || events.Has(last) || tokens.Len() == 1 && (compass.Has(last) || abstract(r.doc.Word(tokens.First))) {
		return false
	}
	if last.Class != text.Word && last.Class != text.Dot || tokens.Len() == 1 && last.Has(text.SentStart) && common.Has(last) {
		return false
	}
	if tokens.Len() == 1 && r.towns[last.Key] == 0 && gazetteer.LastNames.Has(last) && !cityAfter.Has(r.at(tokens.First-1)) {
		return false // "Clausi and Moore"
	}
	return !r.claimed(tokens) && !r.titled(tokens.First, tokens.End)
}
