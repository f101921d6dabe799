package places

import (
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// built reports names that head words make: "Almaty Region", "Lake Zaysan",
// "the city of Taraz", "Gulf of Aden".
func (r *reader) built(s text.Range, report func(pipeline.Mention)) {
	for i := s.First; i < s.End; i++ {
		t := r.doc.Tokens[i]
		if t.Class != text.Word {
			continue
		}
		if settledIn.Has(t) || near.Has(t) && r.at(i+1).Is(keyOf) {
			r.unknown(i, s, report)
		}
		h, ok := heads.Get(t.Key)
		if !ok {
			continue
		}
		if h.of != "" && r.at(i+1).Is(keyOf) && i+2 < s.End {
			r.reportOf(h.of, i, s, report)
		}
		if !t.Capital() {
			continue
		}
		if h.suffix != "" {
			if first := r.nameRunBefore(i, s.First); first < i {
				r.reportBuilt(text.Range{First: first, End: i + 1}, h.suffix, report)
				continue
			}
		}
		if h.prefix != "" {
			if end := r.nameRunAfter(i+1, s.End, 2); end > i+1 {
				r.reportBuilt(text.Range{First: i, End: end}, h.prefix, report)
			}
		}
	}
}

// reportOf reports "Gulf of Aden" whole, and of "the city of Taraz" the name.
func (r *reader) reportOf(kind string, i int, s text.Range, report func(pipeline.Mention)) {
	start := i + 2
	if r.at(start).Is(keyThe) {
		start++
	}
	end := r.nameRunAfter(start, s.End, 3)
	if end == start {
		return
	}
	if kind == "city" || !r.doc.Tokens[i].Capital() {
		if kind == "city" && !r.doc.Tokens[i].Capital() {
			r.reportBuilt(text.Range{First: start, End: end}, kind, report)
		}
		return
	}
	r.reportBuilt(text.Range{First: i, End: end}, kind, report)
}

func (r *reader) reportBuilt(tokens text.Range, kind string, report func(pipeline.Mention)) {
	value := strings.Join(strings.Fields(r.doc.Slice(tokens)), " ")
	strength := pipeline.Likely
	country := ""
	for _, m := range r.matches {
		if tokens.Contains(m.tokens) && m.entries[0].Country != "" {
			country = m.entries[0].Country
			break
		}
		if m.tokens.First >= tokens.End {
			break
		}
	}
	report(pipeline.Mention{
		Kind: pipeline.Place, Tokens: tokens, Value: value, Rule: kind + "-name", Why: "a capitalized name with a head word", Strength: strength,
		Place: &pipeline.PlaceValue{Kind: kind, Country: country},
	})
}

// most is how many words a built name may have beside its head.
const most = 5

// nameRunBefore is the first token of the capitalized name that ends before
// token i; quotation marks inside it belong to it.
func (r *reader) nameRunBefore(i, from int) int {
	first := i
	words := 0
	for j := i - 1; j >= from && words < most; j-- {
		t := r.doc.Tokens[j]
		switch {
		case t.Class == text.Word && t.Capital() && !(t.Has(text.SentStart) && (particles.Has(t) || locative.Has(t))):
			first = j
			words++
			continue
		case t.Class == text.Quote && j > from && (r.doc.Tokens[j-1].Capital() || r.at(j+1).Capital()):
			continue
		case (t.Class == text.Dash || t.Class == text.Dot) && !t.Has(text.Spaced) && j > from && r.doc.Tokens[j-1].Capital():
			continue
		}
		break
	}
	if r.at(first).Class == text.Quote || first > from && r.at(first-1).Class == text.Quote && r.at(first-1).Has(text.Spaced) {
		return i // the quotation began before the name: not sure where it begins
	}
	if first < i && r.doc.Tokens[first].Is(keyThe) {
		first++
	}
	return first
}

// nameRunAfter is the token after a capitalized name of at most n words that
// begins at token i.
func (r *reader) nameRunAfter(i, end, n int) int {
	last := i
	for j, words := i, 0; j < end && words < n; j++ {
		t := r.doc.Tokens[j]
		if t.Class == text.Word && t.Capital() {
			words++
			last = j + 1
			continue
		}
		if t.Class == text.Dash && !t.Has(text.Spaced) && words > 0 {
			continue
		}
		break
	}
	return last
}

// unknown reports a single capitalized word that no list has where only a place
// can stand: "in Boao", "the village of Lougou", "Skirlington, England". It is
// a guess, which any other reading displaces.
func (r *reader) unknown(i int, s text.Range, report func(pipeline.Mention)) {
	j := i + 1
	if r.at(j).Is(keyOf) {
		j++
	}
	t := r.at(j)
	if j+1 >= s.End || !t.Has(text.Title) || t.Len() < 4 || particles.Has(t) || notPlace.Has(t) {
		return
	}
	if n := r.at(j + 1); n.Class == text.Word && n.Capital() || n.Class == text.Number || n.Class == text.Dash || n.Class == text.Apos || n.Class == text.Quote {
		return
	}
	if entries, _ := gazetteer.Lookup(r.doc.Tokens, j, s.End); entries != nil {
		return
	}
	name := r.doc.Word(j)
	report(pipeline.Mention{
		Kind: pipeline.Place, Tokens: text.Range{First: j, End: j + 1}, Value: name, Rule: "unknown-place", Why: "a capitalized word after a word of place",
		Strength: pipeline.Weak, Place: &pipeline.PlaceValue{Kind: "city"},
	})
}
