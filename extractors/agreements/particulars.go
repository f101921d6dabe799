package agreements

import (
	"cmp"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// particulars takes the date and place around token i, behind a verb of
// signing, and reports whether both are known or can no longer follow.
func (r *reader) particulars(i int, s *signing) bool {
	d := r.world.date(i)
	if d == nil || d.Tokens.First != i || s.date != nil || open(d) {
		return false
	}
	last := r.lastDay(d)
	s.date = spanning(d, last).Date
	s.status = cmp.Or(s.status, "signed")
	end := last.Tokens.End
	s.place = cmp.Or(r.placeBefore(i), r.placeAfter(end), r.placeAside(end), s.place, r.placeEnding(end), r.placeBracketed(end))
	return true
}

// open reports whether a date has no beginning or no end: nothing is signed
// "since 2005".
func open(d *pipeline.Mention) bool { return d.Date != nil && strings.Contains(d.Date.EDTF, "..") }

// placeBefore reads "at Washington and Montevideo" before the date at token i,
// as written: a city is named as it was when the instrument was signed.
func (r *reader) placeBefore(i int) string {
	end := i
	if end > 1 && r.word(end-1) == "the" && r.word(end-2) == "on" {
		end-- // "at Lisbon on the 26th of August"
	}
	if end > 0 && (r.word(end-1) == "on" || r.has(end-1, in)) || r.class(end-1) == text.Comma {
		end-- // "in Amman in 2007"
	}
	if end < i && end > 0 && r.class(end-1) == text.Comma {
		end-- // "in Brasília, on 15 September 1981"
	}
	if end < i && r.tokens[end].Has(text.SentStart) {
		return "" // "... in Limassol. In 2009 ..."
	}
	for j := end - 1; j >= 0 && j > end-30; j-- {
		t := r.tokens[j]
		if t.Has(text.SentStart) && r.word(j-1) != "at" { // the line may break behind "at"
			if w := r.word(j); (w == "In" || w == "At") && r.world.placeMention(j+1) != nil && j+1 < end {
				return r.words(text.Range{First: j + 1, End: end})
			}
			return ""
		}
		switch {
		case t.Class == text.Word && !t.Capital() && (r.has(j, in) || r.word(j) == "at"):
			if j+1 < end && r.world.placeMention(j+1) == nil && r.word(j) != "at" || events.Has(r.tokens[end-1]) {
				return "" // "at the Moscow Summit in July 1991"
			}
			return r.words(text.Range{First: j + 1, End: end})
		case t.Class == text.Word && !t.Capital() && !r.has(j, and) && r.world.placeMention(j) == nil && t.Len() > 3,
			t.Class == text.Number, t.Class == text.Semi, r.world.date(j) != nil, r.has(j, det) && r.lower(j) != "the":
			return ""
		}
	}
	return ""
}

// events are no places.
var events = text.NewSet("summit", "conference", "congress", "meeting", "talks", "ceremony", "session", "assembly")

// placeAfter reads "in Beijing" and "at Geneva" behind the date that ends at token i.
func (r *reader) placeAfter(i int) string {
	if i+1 >= len(r.tokens) || !r.has(i, in) && r.word(i) != "at" {
		return ""
	}
	return r.world.placeName(r.pastSeat(i + 1))
}

// pastSeat is the token behind "the city of" at token i, or i.
func (r *reader) pastSeat(i int) int {
	j := i
	if r.word(j) == "the" {
		j++
	}
	if w := r.word(j + 1); (r.word(j) == "city" || r.word(j) == "town" || r.word(j) == "capital") && (w == "of" || r.class(j+1) == text.Word && r.tokens[min(j+1, len(r.tokens)-1)].Capital()) {
		if w == "of" {
			j++
		}
		if m := r.world.placeMention(j + 1); m != nil && !isState(m) {
			return j + 1
		}
	}
	return i
}

// placeAside reads ", at Lima" behind the date that ends at token i, when no more follows in
// its phrase.
func (r *reader) placeAside(i int) string {
	if r.class(i) != text.Comma {
		return ""
	}
	p := r.world.placeMention(i + 2)
	if p == nil || p.Tokens.First != i+2 || isState(p) || r.placeAfter(i+1) == "" {
		return ""
	}
	if end := p.Tokens.End; end >= len(r.tokens) || r.class(end) == text.Dot || r.class(end) == text.Comma || r.class(end) == text.Dash && r.tokens[end].Has(text.Spaced) || r.word(end) == "by" || r.word(end) == "between" || r.has(end, and) {
		return r.placeAfter(i + 1)
	}
	return ""
}

// placeBracketed is the city in the bracket at token i, behind a date: "Agreement of 5 May 1994
// (Lima)".
func (r *reader) placeBracketed(i int) string {
	if r.class(i) != text.Open || !r.cityIn(i) {
		return ""
	}
	return r.world.placeName(i + 1)
}

// placeBy reads "by the two Heads of State in Shusha" behind a verb of signing.
func (r *reader) placeBy(i, end int) string {
	if r.word(i) != "by" {
		return ""
	}
	for j := i + 1; j < min(end, i+12); j++ {
		if p := r.placeAfter(j); p != "" && r.world.placeMention(j+1) != nil && !isState(r.world.placeMention(j+1)) {
			return p
		}
		if r.class(j) == text.Comma || r.has(j, stop) {
			break
		}
	}
	return ""
}

// before takes the date that the sentence gave before the title, when the
// sentence says that something was signed: "On 31 August 2015 ... an Agreement
// ... was signed". The dates of a visit during which it was are inferred.
func (r *reader) before(t *title, k int, s *signing) {
	verb := r.concluding(t, k)
	if verb < 0 || verb < t.at.First && r.isBackdrop(t) {
		return
	}
	var last *pipeline.Mention
	visit, relative := false, false
	var aside *pipeline.Mention // the date of the visit, in brackets
	first := t.at.First
	for j := t.at.First - 1; j >= 0 && j > t.at.First-2*reach; j-- {
		first = j
		if last != nil && r.class(j) == text.Semi && !r.entered(j, last.Tokens.First) || last == nil && r.word(j) == "that" && verb > t.at.First && r.word(verb-1) == "been" {
			break // of another clause: "On 5 May he said that the Treaty had been signed"
		}
		if r.class(j) == text.Close { // "the Treaty (Madrid, 1980) and an agreement on fishing"
			end := j
			for j = r.openedAt(j); aside == nil && end > j; end-- {
				aside = r.world.date(end)
			}
			continue
		}
		if d := r.world.date(j); d != nil && d.Tokens.First == j && !term(d) && !r.inTitle(j, k) && !r.ofName(d) && (last == nil || d.Date == nil || d.Date.Precision != "year" || last.Date == nil || last.Date.Precision == "year") {
			last = d
			if r.opensNext(d) || verb < j && verb >= 0 && verb < t.at.First && j < t.at.First && r.has(verb, sign) && j-verb < 4 {
				break // "the signing on 5 May of A"; "A was signed in 2010, and in 2014 B": B's own
			}
			if relative {
				break // "and the visit of B in 2018, during which ..."
			}
		}
		relative = relative || r.word(j) == "which" && (r.lower(j-1) == "during" || r.lower(j-1) == "following" || r.has(j-1, of) && r.lower(j-2) == "course")
		visit = visit || occasionNouns.Has(r.tokens[j])
		if r.tokens[j].Has(text.SentStart) {
			break
		}
	}
	if last == nil && visit && relative {
		last = aside // "Official visit of A to Peru (5 May 2014), following which the Declaration was signed"
	}
	told := last == nil && (visit || r.goesOn(first) || signings.Has(r.tokens[first]) && r.has(first+1, of) && !r.tokens[first].Has(text.ParaStart))
	if told {
		last = r.earlier(first)
	}
	s.status = cmp.Or(s.status, r.status(verb))
	s.place = cmp.Or(s.place, r.signedIn(t, verb))
	if s.place == "" && r.signedBefore(k) {
		s.place = cmp.Or(r.placeAfter(r.pastWith(r.pastQuote(t.at.End))), r.placeOpening(first))
	}
	if last == nil || last.Date == nil || r.meansOnly(verb, first, last) || r.word(first) == "Since" && last.Tokens.First > first+1 {
		return
	}
	s.date = r.thatTime(last)
	s.inferred = told || visit && strings.Contains(last.Date.EDTF, "/")
	if !s.inferred {
		s.place = cmp.Or(s.place, cmp.Or(r.placeBefore(last.Tokens.First), cmp.Or(r.placeAfter(last.Tokens.End), r.placeAside(last.Tokens.End))))
	}
}

// ofName reports whether a year ends the name of something else: "the Carrier Act of 1978".
func (r *reader) ofName(d *pipeline.Mention) bool {
	i := d.Tokens.First
	return i > 1 && r.has(i-1, of) && d.Date != nil && d.Date.Precision == "year" && r.tokens[i-2].Capital() && r.class(i-2) == text.Word
}

// placeOpening is the town of "In Lima, the two ministers signed", which begins at token i.
func (r *reader) placeOpening(i int) string {
	c := r.world.placeMention(i + 1)
	if r.word(i) != "In" || c == nil || isState(c) || r.class(c.Tokens.End) != text.Comma {
		return ""
	}
	return r.world.placeName(i + 1)
}

// thatTime is a date, or where it began when the sentence goes on to tell what happened then: "have
// cooperated since 1994, when the Agreement was signed".
func (r *reader) thatTime(d *pipeline.Mention) *pipeline.DateValue {
	if r.class(d.Tokens.End) == text.Comma && r.word(d.Tokens.End+1) == "when" {
		return d.Date.Begun()
	}
	return d.Date
}

// signedIn is the place between a word for signing at token verb, which stands before the title, and
// "of": "the signing in Luanda of a Protocol", "Signature, in Luanda, of".
func (r *reader) signedIn(t *title, verb int) string {
	if verb < max(0, t.line.First) || verb >= t.at.First || !signings.Has(r.tokens[verb]) && r.lower(verb) != "signed" {
		return ""
	}
	return cmp.Or(r.placeAfter(verb+1), r.placeAside(verb+1))
}

// opensNext reports whether a date is that of what follows it and not of what was told
// before: "and in 2014 the Agreement", "followed in 2014 by the Agreement".
func (r *reader) opensNext(d *pipeline.Mention) bool {
	i, end := d.Tokens.First, d.Tokens.End
	if i < 2 || end >= len(r.tokens) || r.tokens[end].Has(text.SentStart) || !r.has(i-1, in) && r.word(i-1) != "on" {
		return false
	}
	return (r.has(i-2, and) || r.word(i-2) == "followed") && (r.class(end) == text.Word || r.class(end) == text.Comma)
}

// pastQuote is the token behind a quotation mark at token i.
func (r *reader) pastQuote(i int) int {
	if r.class(i) == text.Quote {
		i++
	}
	return i
}

// openedAt is where the bracket opens that token i closes, in its sentence; i when
// it opens nowhere.
func (r *reader) openedAt(i int) int {
	for j := i - 1; j >= 0 && !r.tokens[j+1].Has(text.SentStart); j-- {
		if r.class(j) == text.Open {
			return j
		}
	}
	return i
}

// unless is token i, or -1 when something speaks against it.
func (r *reader) unless(refused bool, i int) int {
	if refused {
		return -1
	}
	return i
}

// closesTalks reports whether the verb at token i concludes the talks on an
// instrument: "negotiations on the Agreement on Trade were concluded".
func (r *reader) closesTalks(t *title, i int) bool {
	if !strings.HasPrefix(r.lower(i), "conclu") {
		return false
	}
	for j := t.at.First - 1; j >= 0 && j >= t.at.First-5; j-- {
		switch r.lower(j) {
		case "negotiations", "negotiation", "talks", "consultations":
			return true
		}
		if r.tokens[j].Has(text.SentStart) {
			break
		}
	}
	return false
}

// inTitle reports whether token i is part of a title before the k-th.
func (r *reader) inTitle(i, k int) bool {
	for k--; k >= 0 && r.titles[k].at.End+1 >= i; k-- {
		if r.titles[k].at.First <= i && (i < r.titles[k].at.End || r.has(i-1, of)) {
			return true // also "of 1981" behind it
		}
	}
	return false
}
