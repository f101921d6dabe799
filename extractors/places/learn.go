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
const longest = 4

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
	t := &r.doc.Tokens[i]
	return t.Class == text.Word && t.Has(text.Title) && !r.taken[i] && !noPlace.Has(*t)
}

// unknownRun is the token after the name that begins at token i, or i when
// capitalized words go on with it past what a place's name has.
func (r *reader) unknownRun(i, end int) int {
	words := 1
	last := i + 1
	next := i + 1
	if (saints.Has(r.doc.Tokens[i]) || cutShort.Has(r.doc.Tokens[i])) && next+1 < end && r.doc.Tokens[next].Class == text.Dot && r.doc.Tokens[next+1].Capital() {
		next++ // "St. Johnsbury"
	}
	for j := next; j < end; j++ {
		t := r.doc.Tokens[j]
		if t.Class == text.Dash && !t.Has(text.Spaced) && j+1 < end && !r.doc.Tokens[j+1].Has(text.Spaced) {
			continue
		}
		if t.Class == text.Word && t.Has(text.Lower) && (r.inHyphens(j, end) || words > 1 && saints.Has(r.doc.Tokens[i]) && parting.Has(t) && j+1 < end && r.doc.Tokens[j+1].Capital()) {
			continue // "Estavayer-le-Lac", "Ksar el-Kebir", "St. Jean de Luz"
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

// sayings are the ways in which a sentence says what an unknown name is: its kind, empty
// where it is not told, and whether it is a place.
var sayings = []func(r *reader, run text.Range, end int) (kind string, ok bool){
	(*reader).defined, (*reader).apposed, (*reader).introduced, (*reader).told, (*reader).stands, (*reader).alias,
}

// inHyphens reports whether a small word at token i is joined to a capitalized one behind
// it by a hyphen, and by another or a blank to the name before it.
func (r *reader) inHyphens(i, end int) bool {
	const longest = 5 // bytes
	t, d := r.at(i), r.at(i+1)
	return t.Len() <= longest && i+2 < end && d.Class == text.Dash && !d.Has(text.Spaced) && !r.at(i+2).Has(text.Spaced) && r.at(i+2).Capital() &&
		(r.at(i-1).Class == text.Dash && !t.Has(text.Spaced) || parting.Has(t) || articles.Has(t))
}

// articles are Arabic ones inside names: "Ksar el-Kebir".
var articles = text.NewSet("el", "al", "es", "er", "ed", "et", "ez", "ash", "ad", "ar", "as", "az")

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
	if e, ok := r.within(run.End, s.End); ok && ((saints.Has(first) || cutShort.Has(first)) && run.Len() > 2 || situating.Has(before) || cityAfter.Has(before) && e.Kind == "region" || before.Is(keyOf) && r.at(run.First-2).Has(text.Lower) && e.Kind == "region" || before.Class == text.Open || e.Kind == "region" && (borders.Has(before) || r.nextStop(run.First, r.at(run.End).Class == text.Open))) {
		r.know(run, "city", e.Country, "its country or region stands after it")
		return
	}
	if h, ok := heads.Get(after.Key); ok && after.Class == text.Word && after.Has(text.Lower) && plainHead.Has(after) && !adjective(r.doc.Word(run.End-1)) && !first.Has(text.SentStart) {
		r.know(run, h.suffix, "", "a "+h.suffix+"'s word after it")
		return
	}
	for _, says := range sayings {
		if kind, ok := says(r, run, s.End); ok {
			r.know(run, kind, "", "the sentence says what it is")
			return
		}
	}
	if before.Is(keyOf) && settlement.Has(r.at(run.First-2)) && r.at(run.First-2).Has(text.Lower) {
		r.know(run, "city", "", "named as a settlement")
		return
	}
	kind := r.situatedKind(run)
	switch {
	case kind == "" && (reaching.Has(before) || before.Class == text.Word && before.Has(text.Lower) && !first.Has(text.SentStart)) && run.Len() <= 2 && !r.hasGiven(run.First, run.End) && (reaching.Has(before) && r.ends(after) || r.insideState(run.End, s.End)):
		r.unsure = append(r.unsure, guess{tokens: run})
	case kind == "" && r.chained(run) && (after.Class == text.Comma || after.Class == text.Dot || run.End >= s.End):
		r.unsure = append(r.unsure, guess{tokens: run})
	case kind == "":
	case r.guessable(run, after) || kind == "river" && before.Is(keyThe) && run.Len() == 1 && first.Len() == 3 && r.ends(after):
		run.End = r.partsOn(run.End, s.End)
		r.guesses = append(r.guesses, situatedGuess(run, kind))
	case r.severalWords(run) && r.ends(after) && before.Is(keyOf) && bearings.Has(r.at(run.First-2)):
		r.guesses = append(r.guesses, guess{run, kind, situated, "a point of the compass before it", pipeline.Likely})
	case r.severalWords(run) && r.ends(after):
		r.unsure = append(r.unsure, guess{tokens: run, kind: kind})
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
	return len(word) > 3 && !abstract(word) && r.ends(after)
}

// abstract reports whether a word is that of a branch of learning or of an action.
func abstract(word string) bool {
	for _, ending := range []string{"logy", "ics", "ism", "ing", "try", "tion", "ergy", "ety", "ment", "ness"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// ends reports whether a token may stand behind a whole name.
func (r *reader) ends(after text.Token) bool {
	return !after.Capital() && !after.Has(text.Possess) && after.Class != text.Dash && after.Class != text.Number && after.Class != text.Quote
}

// severalWords reports whether a name is of two or three words that are no given names.
func (r *reader) severalWords(run text.Range) bool {
	return run.Len() > 1 && run.Len() <= 3 && !r.hasGiven(run.First, run.End) && !r.personAt(run.First)
}

// adjective reports whether a word looks like one made of a name: "European region".
func adjective(word string) bool {
	return strings.HasSuffix(word, "an") || strings.HasSuffix(word, "ic") || strings.HasSuffix(word, "ish") || strings.HasSuffix(word, "ern")
}

// within is the state or region that follows after a comma or in brackets: "Longwood,
// Florida", "Middlebury (Conn.)".
func (r *reader) within(i, end int) (gazetteer.Entry, bool) {
	open := r.at(i).Class == text.Open
	if i+1 >= end || r.at(i).Class != text.Comma && !open || !r.at(i+1).Capital() {
		return gazetteer.Entry{}, false
	}
	entries, n := r.entriesAt(i+1, end)
	if n == 0 || r.at(i+1+n).Capital() && i+1+n < end || open && r.at(i+1+n).Class != text.Close {
		return gazetteer.Entry{}, false
	}
	for _, e := range entries {
		if isState(e) || e.Kind == "region" {
			return e, true
		}
	}
	return gazetteer.Entry{}, false
}

// nextStop reports whether the name at token i is the next of a list of places: "Annapolis
// (Maryland), West Point (New York)". A comma stands between any two places, so that what
// follows the name must tell more.
func (r *reader) nextStop(i int, bracket bool) bool {
	if i--; !joint.Has(r.at(i)) && (!bracket || r.at(i).Class != text.Comma) {
		return false
	}
	if i--; r.at(i).Class == text.Comma {
		i--
	}
	if r.at(i).Class == text.Close {
		i--
	}
	return i >= 0 && r.named[i]
}

// know reports a learned name and keeps it.
func (r *reader) know(run text.Range, kind, country, why string) {
	m := pipeline.Mention{
		Kind: pipeline.Place, Tokens: run, Value: r.value(run), Rule: "learned", Why: why, Strength: pipeline.Likely,
		Place: &pipeline.PlaceValue{Kind: kind, Country: country},
	}
	m.Entity = pipeline.EntityID(pipeline.Place, m.Value, country)
	r.report(m)
	r.keep(m)
}

// keep keeps a name for repeat.
func (r *reader) keep(m pipeline.Mention) {
	key := r.doc.Tokens[m.Tokens.First].Key
	for _, k := range r.known[key] {
		if k.tokens.Len() == m.Tokens.Len() && r.alike(k.tokens.First, m.Tokens.First, k.tokens.Len()) {
			return
		}
	}
	const most = 8 // names that begin with one word
	if len(r.known[key]) < most {
		r.known[key] = append(r.known[key], learned{m.Tokens, m.Place.Kind, m})
	}
}

func (r *reader) value(run text.Range) string {
	return strings.Join(strings.Fields(r.doc.Slice(run)), " ")
}

// repeat reports the learned names of a sentence where they stand again.
func (r *reader) repeat(s text.Range) {
	for i := s.First; i < s.End; i++ {
		t := r.doc.Tokens[i]
		if t.Class != text.Word || !t.Has(text.Title) || r.at(i-1).Capital() && !r.at(i-1).Has(text.SentStart) {
			continue
		}
		k, ok := r.knownAt(i, s.End)
		if !ok {
			continue
		}
		n := k.tokens.Len()
		m := k.place
		m.Tokens, m.Why = text.Range{First: i, End: i + n}, "the document explains this name elsewhere"
		detail := *m.Place
		m.Place = &detail
		r.report(m)
		i += n - 1
	}
}

// knownAt is the longest learned name at token i: none of its words belongs to another
// name, but the first ones to a shorter one, "Kirkby" of "Kirkby Malzeard".
func (r *reader) knownAt(i, end int) (best learned, ok bool) {
	for _, k := range r.known[r.doc.Tokens[i].Key] {
		n := k.tokens.Len()
		if i+n > end || n <= best.tokens.Len() || r.taken[i+n-1] || r.at(i+n).Capital() && i+n < end || !r.alike(k.tokens.First, i, n) {
			continue
		}
		best, ok = k, true
	}
	return best, ok
}

// alike reports whether the n tokens from a on and those from b on are the same words,
// with the same capitals.
func (r *reader) alike(a, b, n int) bool {
	for j := range n {
		if x, y := r.doc.Tokens[a+j], r.doc.Tokens[b+j]; x.Key != y.Key || x.Class != y.Class || x.Has(text.Lower) != y.Has(text.Lower) {
			return false
		}
	}
	return true
}
