package facts

import (
	"slices"
	"strings"

	"chancery/extractors/gazetteer"
	"chancery/extractors/people"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A kind is what a piece of a sentence is.
type kind uint8

// The kinds of piece.
const (
	other     kind = iota // a word or sign that no rule asks for
	word                  // a word of the lexicon
	date                  //
	person                //
	role                  // an office without a name, or before one
	body                  // an organization
	state                 // a country, as a place
	place                 // any other place
	demonym               // a country's adjective
	title                 // an agreement's name
	number                //
	comma                 //
	stop                  // a semicolon, colon or dash between blanks: ends a clause
	openSign              // (
	closeSign             // )
)

// A piece is what a rule looks at: a mention, an office, a phrase of the
// lexicon, or one token.
type piece struct {
	kind    kind
	forms   form
	size    int32 // of its words, in bytes: rules ask of most pieces whether they are this word or that
	at      text.Range
	senses  sense
	mission string
	m       *pipeline.Mention // of a date, person, body, state, place or title
	office  *people.Office    // of a role
	country string            // of a state, demonym, body, person or role
}

func (p *piece) has(s sense) bool { return p.senses&s != 0 }

// is reports whether a piece has a sense in a form.
func (p *piece) is(s sense, f form) bool { return p.senses&s != 0 && p.forms&f != 0 }

// A sentence is read as pieces.
type sentence struct {
	*reader
	n      int        // which
	at     text.Range // its tokens
	pieces []piece
	contents
	clause answer // whether it has a verb, once asked for
	amount amount // the last one read
	used   []bool // by piece: a trigger that led to a fact
}

// mostHeading is how many pieces a heading of a list of posts may have.
const mostHeading = 6

// cut makes the pieces of a sentence, of the tokens at. It returns false, having done little, for
// one in which no word announces a fact.
func (r *reader) cut(n int, at text.Range, s *sentence) bool {
	s.reader, s.n, s.at = r, n, at
	s.pieces, s.contents, s.clause = s.pieces[:0], contents{}, answer{}
	var seen struct{ office, link bool } // "X is the Ambassador", "Ambassador – X"
	for i := r.pastBullet(s.at); i < s.at.End; {
		if t := &r.doc.Tokens[i]; t.Class == text.Word && (t.Capital() || t.Key == keyThe) { // as all of these begin
			if i = r.pastAddress(i, s.at.End); r.doc.Tokens[i].Is(keyThe) {
				i = r.pastEpithet(r.pastThe(i, s.at.End), s.at.End)
			}
		}
		p := s.next()
		r.piece(p, i, s.at.End)
		p.size = int32(r.doc.SpanOf(p.at).Len())
		s.add(p, &r.doc.Tokens[p.at.First])
		seen.office = seen.office || p.kind == role
		seen.link = seen.link || p.kind == stop || p.has(be) || seen.office && p.kind == other && standsIn.Has(r.doc.Tokens[p.at.First])
		if i = p.at.End; p.kind == person && i < s.at.End {
			i = r.pastHonours(i, s.at.End)
		}
	}
	s.used = slices.Grow(s.used[:0], len(s.pieces))[:len(s.pieces)]
	clear(s.used)
	heading := len(s.pieces) <= mostHeading && r.doc.Tokens[s.at.First].Has(text.LineStart) // "Ambassadors of Georgia"
	return s.senses&speaks != 0 || seen.office && (seen.link || heading || s.senses&announce != 0) || heading && (s.directed() || s.sided() != "" || s.leveled())
}

// pastBullet is the token behind the bullet of a line: "- On 4 May ...".
func (r *reader) pastBullet(at text.Range) int {
	if at.Len() > 1 && text.Bulleted(r.doc.Tokens, at.First) {
		return at.First + 1
	}
	return at.First
}

// pastThe is the token behind the article, token i, of a state's official name: "the Republic of
// Kenya" stands where "Kenya" does. It is i where there is none.
func (r *reader) pastThe(i, end int) int {
	if i+2 >= end {
		return i
	}
	if k := r.mentionFrom(i + 1); k < len(r.mentions) {
		if m := r.mentions[k]; m.Tokens.First == i+1 && isCountry(m) && m.Tokens.Len() > 2 {
			return i + 1
		}
	}
	return i
}

// next is room for one more piece.
func (s *sentence) next() *piece {
	s.pieces = append(s.pieces, piece{})
	return &s.pieces[len(s.pieces)-1]
}

// piece reads the piece that begins at token i.
func (r *reader) piece(p *piece, i, end int) {
	if r.mentioned(p, i, end) {
		return
	}
	t := &r.doc.Tokens[i]
	p.at = text.Range{First: i, End: i + 1}
	switch t.Class {
	case text.Word:
		if t.Len() > longestSelf || !r.firstPerson(p, i, end) {
			r.wordPiece(p, *t, end)
		}
	case text.Number:
		p.kind = number
	case text.Comma:
		p.kind = comma
	case text.Semi, text.Colon:
		if p.kind = stop; t.Class == text.Colon && r.clock(i, end) {
			p.kind = other
		}
	case text.Dash:
		if t.Has(text.Spaced) && i+1 < end && r.doc.Tokens[i+1].Has(text.Spaced) {
			p.kind = stop
		}
	case text.Open:
		p.kind = openSign
	case text.Close:
		p.kind = closeSign
	}
}

// clock reports whether the colon at token i stands in an hour: "6:05".
func (r *reader) clock(i, end int) bool {
	t := r.doc.Tokens
	return i > 0 && i+1 < end && t[i-1].Class == text.Number && t[i+1].Class == text.Number && !t[i].Has(text.Spaced) && !t[i+1].Has(text.Spaced)
}

// wordPiece reads a phrase of the lexicon, a demonym, or a plain word.
func (r *reader) wordPiece(p *piece, t text.Token, end int) {
	i := p.at.First
	e, n := words.Longest(r.doc.Tokens, i, end)
	if n > 1 && e.senses&first != 0 { // "the First Vice-President"
		if k := r.officeFrom(i + 1); k < len(r.offices) && r.offices[k].Tokens.First < i+n && r.offices[k].Tokens.End > i+n {
			e, n = words.Longest(r.doc.Tokens, i, r.offices[k].Tokens.First)
		}
	}
	if n > 0 {
		p.kind, p.at.End, p.senses, p.forms, p.mission = word, i+n, e.senses, e.forms, e.mission
		return
	}
	if t.Capital() {
		entries, n := gazetteer.Lookup(r.doc.Tokens, i, end)
		if c := i + n; c < end && r.doc.Tokens[c].Class == text.Other && !r.doc.Tokens[c].Has(text.Spaced) {
			return // "US$"
		}
		for _, e := range entries {
			if e.Kind == "demonym" && e.Country != "" || e.Kind == "country" || e.Kind == "former" {
				p.kind, p.at.End, p.country = demonym, i+n, e.Country
				return
			}
		}
		return
	}
	if verbs.Has(t) || t.Len() > 4 && strings.HasSuffix(r.doc.Word(i), "ed") {
		p.senses = verb
		if spoken.Has(t) && r.spokenWith(i, end) {
			p.senses, p.forms = confer, past
		}
	}
}

// mentioned reads the mention or office that begins at token i.
func (r *reader) mentioned(p *piece, i, end int) bool {
	if i < r.nextNamed {
		return false
	}
	for r.nextMention < len(r.mentions) && r.mentions[r.nextMention].Tokens.First < i {
		r.nextMention++
	}
	for r.nextOffice < len(r.offices) && r.offices[r.nextOffice].Tokens.First < i {
		r.nextOffice++
	}
	var best *pipeline.Mention
	for k := r.nextMention; k < len(r.mentions) && r.mentions[k].Tokens.First == i; k++ {
		m := r.mentions[k]
		if m.Kind == pipeline.Organization && r.holdsMission(m.Tokens) {
			continue
		}
		if best == nil || m.Tokens.Len() > best.Tokens.Len() {
			best = m
		}
	}
	if r.nextOffice < len(r.offices) && r.offices[r.nextOffice].Tokens.First == i {
		o := &r.offices[r.nextOffice]
		if best == nil || best.Kind != pipeline.Person && best.Tokens.Len() < o.Tokens.Len() {
			if o.Tokens.End > end {
				return false
			}
			*p = piece{kind: role, at: o.Tokens, office: o, country: o.Country}
			return true
		}
	}
	if best == nil {
		r.nextNamed = r.namedBehind(i)
		return false
	}
	if best.Tokens.End > end {
		return false
	}
	*p = piece{kind: kindOf(best), at: best.Tokens, m: best, country: best.Country()}
	if p.kind == state {
		p.country = r.meantBy(best)
	}
	return true
}

// namedBehind is the first token behind token i at which a mention or an office begins.
func (r *reader) namedBehind(i int) int {
	next := len(r.doc.Tokens)
	for _, m := range r.mentions[r.nextMention:] {
		if m.Tokens.First > i {
			next = m.Tokens.First
			break
		}
	}
	if r.nextOffice < len(r.offices) {
		next = min(next, r.offices[r.nextOffice].Tokens.First)
	}
	return next
}

func kindOf(m *pipeline.Mention) kind {
	switch m.Kind {
	case pipeline.Date:
		return date
	case pipeline.Person:
		return person
	case pipeline.Organization:
		return body
	case pipeline.Agreement:
		return title
	}
	if m.Place != nil && (m.Place.Kind == "country" || m.Place.Kind == "former" || m.Place.Kind == "territory") {
		return state
	}
	return place
}

// holdsMission reports whether an organization's name has a mission's word in
// it: "Embassy of Kazakhstan" is read word by word.
func (r *reader) holdsMission(at text.Range) bool {
	for i := at.First; i < at.End; i++ {
		if r.doc.Tokens[i].Class != text.Word {
			continue
		}
		if e, n := words.Longest(r.doc.Tokens, i, at.End); n > 0 && e.senses&mission != 0 {
			return true
		}
	}
	return false
}

// p is piece i, or a stop outside the sentence.
func (s *sentence) p(i int) *piece {
	if uint(i) < uint(len(s.pieces)) {
		return &s.pieces[i]
	}
	return &edge
}

var edge = piece{kind: stop}
