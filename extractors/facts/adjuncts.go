package facts

import (
	"strings"

	"chancery/pipeline/text"
)

// pastAdverbs is the piece behind the adverbs at piece i: "met separately with".
func (s *sentence) pastAdverbs(i int) int {
	for s.adverb(i) || s.p(i).has(aux) {
		i++
	}
	return i
}

// pastAdjuncts is the piece behind the adverbs, places and dates at piece i: "met in
// Rome, on 5 March 2019, with B".
func (s *sentence) pastAdjuncts(i int) int {
	i = s.pastAdverbs(i)
	for {
		k := i
		if s.p(k).kind == comma {
			k++
		}
		if s.p(k).has(preps) && !s.p(k).has(with|between|by|to|from) {
			if k++; s.p(s.pastArticles(k)).kind == place {
				k = s.pastArticles(k) // "at the Great Hall of the People"
			}
		}
		if at := s.p(k); at.kind != date && !s.weekday(k) && (k == i || at.kind != place && !isState(at)) {
			if at := s.p(i); at.kind == comma && (s.p(i-1).kind == date || s.p(i-1).kind == place) {
				return i + 1
			}
			return i
		}
		i = k + 1
	}
}

// weekday reports whether piece k is a day of the week that is no date, because nothing
// says of which week.
func (s *sentence) weekday(k int) bool {
	p := s.p(k)
	return p.kind == other && weekdays.Has(s.doc.Tokens[p.at.First])
}

var weekdays = text.NewSet("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday")

// spokenWith reports whether "with" follows the verb at token i, past the day and the
// means: "spoke today by phone with".
func (r *reader) spokenWith(i, end int) bool {
	const furthest = 12 // tokens
	for j := i + 1; j < min(end, i+furthest); j++ {
		t := r.doc.Tokens[j]
		switch {
		case t.Is(keyWith):
			return true
		case t.Class == text.Word && !byMeans.Has(t) && !t.Capital() && !weekdays.Has(t) && !strings.HasSuffix(r.doc.Word(j), "ly"), t.Class != text.Word && t.Class != text.Number && t.Class != text.Comma && t.Has(text.Spaced):
			return false
		}
	}
	return false
}

// spoken are verbs of talking with someone, and byMeans what may stand before "with".
var (
	spoken  = text.NewSet("spoke", "talked", "conversed")
	byMeans = text.NewSet("by", "via", "over", "on", "in", "at", "the", "a", "phone", "telephone", "video", "videoconference", "teleconference", "link", "call", "conference", "virtually", "again", "earlier", "late", "night", "last", "this", "morning", "afternoon", "evening", "briefly", "also", "of")
	keyWith = text.KeyOf("with")
)

// pastMeans is the piece behind "by phone", "via videoconference" and the like at piece i.
func (s *sentence) pastMeans(i int) int {
	k := i
	if !s.p(k).has(by|on|in) && !s.says(k, "via") && !s.says(k, "over") {
		return i
	}
	for k++; k < i+5; k++ {
		if p := s.p(k); p.at.Len() == 0 || !byMeans.Has(s.doc.Tokens[p.at.First]) {
			break
		}
	}
	for k > i+1 && s.p(k-1).has(article|preps) {
		k--
	}
	if k == i+1 {
		return i
	}
	return k
}

// pastArticles is the piece behind the articles at piece i.
func (s *sentence) pastArticles(i int) int {
	for s.p(i).has(article) {
		i++
	}
	return i
}

// pastAside is the piece behind an aside between commas at piece i: "received, in separate
// audiences, the ambassadors".
func (s *sentence) pastAside(i int) int {
	const most = 6
	if s.p(i).kind != comma || !s.p(i+1).has(in|on|during) {
		return i
	}
	for k := i + 1; k <= i+most; k++ {
		switch p := s.p(k); {
		case p.kind == comma:
			return k + 1
		case p.kind == stop, isActor(p), p.has(acts|verb) && !p.has(preps) && p.forms&noun == 0:
			return i
		}
	}
	return i
}

// indexOf is the index of a piece of the sentence.
func (s *sentence) indexOf(p *piece) int {
	i, _ := s.pieceAt(p.at.First)
	return i
}

// pieceAt is the first piece that begins at a token or behind it, and whether it begins there.
func (s *sentence) pieceAt(token int) (i int, found bool) {
	i, end := 0, len(s.pieces)
	for i < end {
		if mid := (i + end) / 2; s.pieces[mid].at.First < token {
			i = mid + 1
		} else {
			end = mid
		}
	}
	return i, i < len(s.pieces) && s.pieces[i].at.First == token
}
