package agreements

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Several instruments may be signed in one breath: "signed an Agreement on Trade,
// a Memorandum on Tourism and a Protocol on Visas in Lima on 9 May 2017".

// joinedTo reports whether nothing but a comma, "and" and articles stands between
// the k-th title and the one before.
func (r *reader) joinedTo(k int) bool {
	if k <= 0 || k >= len(r.titles) {
		return false
	}
	from, to := r.pastBracket(r.titles[k-1].at.End), r.titles[k].at.First
	if to <= from || to-from > 4 || r.titles[k].line.Len() > 0 {
		return false
	}
	for j := from; j < to; j++ {
		if r.class(j) != text.Comma && r.class(j) != text.Quote && r.class(j) != text.Apos && !r.has(j, and|det) || r.tokens[j].Has(text.SentStart) {
			return false
		}
	}
	return true
}

// pastBracket is the token behind a closing quotation mark and a bracket at token i, in
// which a title's date stands.
func (r *reader) pastBracket(i int) int {
	if r.class(i) == text.Quote && r.class(i+1) == text.Open {
		i++
	}
	if r.class(i) != text.Open {
		return i
	}
	for j := i + 1; j < len(r.tokens) && j < i+12; j++ {
		if r.class(j) == text.Close {
			return j + 1
		}
	}
	return i
}

// firstListed is the first of the titles that the k-th is listed with.
func (r *reader) firstListed(k int) int {
	for least := k - mostListed; k > least && r.joinedTo(k); {
		k--
	}
	return k
}

// lastListed is the last of the titles that the k-th is listed with.
func (r *reader) lastListed(k int) int {
	for most := k + mostListed; k < most && r.joinedTo(k+1); {
		k++
	}
	return k
}

// mostListed is how many titles may be signed in one breath: it bounds the search.
const mostListed = 32

// shared takes the date and place behind the last of the titles that the k-th is
// listed with: of "signed A, B and C in Lima" and of "A and B were signed in Lima".
func (r *reader) shared(k int, s *signing) bool {
	last := r.lastListed(k)
	if last == k {
		return false
	}
	at := r.titles[last].at
	end := min(r.sentenceEnd(at.End-1), at.End+reach)
	if last+1 < len(r.titles) {
		end = min(end, r.titles[last+1].at.First)
	}
	if r.signedBefore(k) {
		return r.adjoins(at.End, end, s)
	}
	if (r.word(at.End) == "were" || r.word(at.End) == "have" || r.class(at.End) == text.Comma && r.word(at.End+1) == "which" && r.word(at.End+2) == "were") && !r.happenedBefore(k) {
		*s = r.signedBehind(r.titles[last], at.End, end)
	}
	return s.date != nil
}

// gapped reports whether the sentence tells before the k-th title that another instrument was
// signed, and when, with "and" before the title: "A was signed in 2006, and B in 2002",
// "concluded a convention in 1867 and a treaty of peace in 1881".
func (r *reader) gapped(k int) bool {
	signed, dated := false, false
	first := r.pastDet(r.titles[k].at.First - 1)
	for j := first - 1; j >= 0 && j > first-reach && !r.tokens[j+1].Has(text.SentStart) && !signed; j-- {
		dated = dated || r.world.date(j) != nil
		signed = dated && r.has(j, sign) && !r.denied(j)
	}
	return signed && (r.has(first, and) || r.class(first) == text.Comma)
}

// happenedBefore reports whether the sentence gives a date before the titles that
// the k-th is listed with.
func (r *reader) happenedBefore(k int) bool {
	for j := r.titles[r.firstListed(k)].at.First - 1; j >= 0 && !r.tokens[j+1].Has(text.SentStart); j-- {
		if r.world.date(j) != nil {
			return true
		}
	}
	return false
}

// appended reads a date, with a place before or behind it or none, that ends what
// a comma at token i opens, or the next cell of a table: ", Bangkok, 19 November
// 2005", ", 1832", "| Ankara, 5 February 1997 |".
func (r *reader) appended(i, end int) (s signing) {
	if i < len(r.tokens) && r.tokens[i].Has(text.LineStart) {
		return s
	}
	cell := r.class(i) == text.Bar
	if !r.parts(i) && !cell && !(r.class(i) == text.Colon && (r.placed(i+1, end) || r.dateBegins(i+1))) {
		return s
	}
	if p := r.world.placeMention(i + 1); p != nil && (r.parts(p.Tokens.End) || r.dateBegins(p.Tokens.End) && !r.tokens[p.Tokens.End].Has(text.LineStart) || cell && r.class(p.Tokens.End) == text.Bar) {
		s.place, i = r.world.placeName(i+1), p.Tokens.End
		if r.dateBegins(i) {
			i-- // "Warsaw 20/04/1993"
		}
	}
	d := r.world.date(i + 1)
	if d == nil || d.Tokens.First >= end {
		return signing{}
	}
	after := d.Tokens.End
	if p := r.world.placeMention(after + 1); s.place == "" && (r.class(after) == text.Comma || r.parts(after) && p != nil && !isState(p) && p.Tokens.End >= end) && p != nil {
		s.place, after = r.world.placeName(after+1), p.Tokens.End
	}
	forced := r.class(after) == text.Comma && r.entered(after, end)
	if after+1 < end && !forced && !r.lettered(after) && r.class(after) != text.Open && r.class(after) != text.Semi && !(cell && r.class(after) == text.Bar) && !(s.place != "" && r.class(after) == text.Comma) {
		return signing{}
	}
	s.date, s.status = d.Date, "signed"
	if forced || r.class(after) == text.Open && r.entered(after, end) {
		s.status = "in force"
	}
	return s
}

// lettered reports whether the next item of a list begins at token i: "b. Agreement on
// Transit".
func (r *reader) lettered(i int) bool {
	if c := r.class(i + 1); c != text.Dot && c != text.Close {
		return false
	}
	return r.tokens[i].Len() == 1 && (r.class(i) == text.Number || r.tokens[i].Has(text.Lower))
}

// pastWhich is the comma that closes the clause of the "which" at token i before "was signed";
// i when there is none.
func (r *reader) pastWhich(i int) int {
	const furthest = 16 // tokens
	if r.class(i-1) != text.Comma {
		return i
	}
	for j := i + 1; j < min(len(r.tokens)-2, i+furthest) && !r.tokens[j].Has(text.SentStart); j++ {
		if r.class(j) == text.Comma && (r.word(j+1) == "was" || r.word(j+1) == "were") && r.has(j+2, sign) {
			return j
		}
		if j > i && r.word(j) == "of" && (r.lower(j+1) == "notes" || r.lower(j+1) == "letters") {
			return j + 1
		}
	}
	return i
}

// tellsOf reports whether the sentence that comes to the verb at token i begins with the name
// of the instrument that is signed: "Memorandum of agreement signed at Oslo", but "Amendment to
// treaty signed June 9, 2000".
func (r *reader) tellsOf(i int) bool {
	for i--; i > 0 && !r.tokens[i].Has(text.SentStart) && r.has(i, isHead|of); i-- {
	}
	return r.tokens[i].Has(text.SentStart) && r.has(i, strong|formal)
}

// betweenBehind are the states of "the Treaty of Friendship (Tripoli, 1955) between France
// and Libya".
func (r *reader) betweenBehind(t *title) []string {
	i := r.pastBracket(t.at.End)
	if d := r.yearBehind(t); i == t.at.End && d != nil {
		i = d.Tokens.End
	}
	if r.class(i) == text.Comma && r.world.date(i-1) != nil {
		i++ // "the treaty of May 5, 1862, between Norway and Peru"
	}
	if i == t.at.End || r.word(i) != "between" {
		return nil
	}
	return r.states(i + 1)
}

// pastWhen is the token behind the date and place at token i: "signed on 7 June 1494 in
// Tordesillas by Spain and Portugal".
func (r *reader) pastWhen(i int) int {
	const furthest = 12 // tokens
	for j := i; j < min(len(r.tokens), i+furthest); j++ {
		if m := r.world.date(j); m == nil && r.world.placeMention(j) == nil && !r.has(j, in) && r.word(j) != "on" && r.word(j) != "at" {
			return j
		}
	}
	return i
}

// states are the countries of "A and B", "A, B and C" from token i on, without the bodies that
// stand among them: "the European Union and Peru"; nil when no "and" joins the last.
func (r *reader) states(i int) (codes []string) {
	for {
		end := r.sideEnd(i, &codes)
		if end == i {
			return nil
		}
		i = end
		switch {
		case r.class(i) == text.Comma && !r.has(i+1, and):
			i++
			continue
		case r.class(i) == text.Comma:
			i++
		}
		if !r.has(i, and) || r.sideEnd(i+1, &codes) == i+1 {
			return nil
		}
		return codes
	}
}

// sideEnd is the token behind the state or the body at token i, past an article, or i; the
// state is added to codes.
func (r *reader) sideEnd(i int, codes *[]string) int {
	if m := r.stateAt(i); m != nil {
		*codes = append(*codes, m.Place.Country)
		return m.Tokens.End
	}
	j := i
	if r.has(j, det) {
		j++
	}
	if o := covering(r.world.organizations, j); o != nil && o.Tokens.First == j {
		return o.Tokens.End
	}
	return i
}

// stateAt is the country named at token i, past an article and "Government of", or nil.
func (r *reader) stateAt(i int) *pipeline.Mention {
	if r.has(i, det) {
		i++
	}
	if w := r.lower(i); (w == "government" || w == "governments") && r.has(i+1, of) {
		if i += 2; r.has(i, det) {
			i++
		}
	}
	if m := r.world.placeMention(i); m != nil && isState(m) {
		return m
	}
	return nil
}

// ownSigning is where, between two tokens of the lines under a title, a sentence
// begins with "Signed": what stands before may tell when the instrument that is
// amended was signed. It is the first token when there is none.
func (r *reader) ownSigning(i, next int) int {
	for j := i; j < min(next, len(r.tokens), i+lineReach*20) && !r.tokens[j].Has(text.ParaStart); j++ {
		if r.tokens[j].Has(text.SentStart) && (r.word(j) == "Signed" || r.word(j) == "Done") {
			return j
		}
	}
	return i
}

// officials sign for the states that they are of.
var officials = text.NewSet("ministers", "presidents", "secretaries", "chancellors", "leaders", "heads", "representatives", "governments", "ambassadors", "plenipotentiaries", "delegations", "kings")

// pastDet is the token before the article at token i.
func (r *reader) pastDet(i int) int {
	if r.has(i, det) {
		i--
	}
	return i
}
