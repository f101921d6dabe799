package agreements

import (
	"strings"
	"unicode"

	"chancery/pipeline/text"
)

// lineCut is where the title of a line must end: before its date and place of
// signature in brackets or behind a comma, before a semicolon, with its cell of a table.
func (r *reader) lineCut(h, end int) int {
	quoted := r.quotedBefore(h)
	for j := h + 1; j < end; j++ {
		if r.class(j) == text.Bar { // the next cell of a table
			return j
		}
		switch r.class(j) {
		case text.Semi:
			if j < 2 || r.word(j-2) != "&" { // "&amp;"
				return j
			}
		case text.Comma:
			if r.class(j-1) == text.Number && r.class(j+1) == text.Number { // "November 16 and 18, 1993"
				continue
			}
			if r.has(j+1, sign|force) || r.word(j+1) == "done" || r.dateBegins(j+1) || r.placed(j+1, end) || r.cityEnds(j+1, end) && r.dateLeads(h) {
				return j
			}
		case text.Word:
			if j > h+1 && (r.dated(j, h, end) || r.has(j, stop) && r.word(j+1) == "into" && r.has(j+2, force)) { // "enters into force"
				return j
			}
			if !r.tokens[j].Capital() && r.has(j, sign) && !r.has(j, force) && j > h+1 && (r.has(j+1, in|subject) || r.word(j+1) == "at" || r.dateBegins(j+1) || j+1 >= end || j+2 >= end && r.class(j+1) == text.Dot) {
				return j
			}
		case text.Open:
			if r.bracketCut(j, end) || r.cityIn(j) || r.class(j+2) == text.Close && r.word(j+1) == "draft" || r.annexed(j) || r.foreign(j, end) {
				return j
			}
		case text.Colon: // "Agreement on Trade: 3 May 2007"
			if r.dateBegins(j+1) || r.placed(j+1, end) {
				return j
			}
		case text.Quote:
			if quoted && (j+1 == end || r.class(j+1) != text.Word) {
				return j
			}
		case text.Dash:
			if r.tokens[j].Has(text.Spaced) && (r.world.date(j+1) != nil || r.has(j+1, sign|force) || r.lower(j+1) == "date" && r.word(j+2) == "of" || r.placed(j+1, end) || remarks.Has(r.tokens[min(j+1, len(r.tokens)-1)]) && !r.tokens[j+1].Capital()) && r.class(j-1) != text.Number {
				return j
			}
		}
	}
	return end
}

// remarks begin what a list says behind a dash of how an instrument stands.
var remarks = text.NewSet("under", "draft", "in", "not", "pending", "awaiting", "being", "proposed", "expected", "ready", "to", "no", "still", "never", "valid")

// quotedBefore reports whether a quotation mark opens in the line before token h.
func (r *reader) quotedBefore(h int) bool {
	for j := h - 1; j >= 0 && j >= h-mostModifiers; j-- {
		if r.class(j) == text.Quote {
			return true
		}
		if r.tokens[j].Has(text.LineStart) {
			break
		}
	}
	return false
}

// annexed reports whether the bracket at token j opens on what goes with an
// instrument: "(with annexes)".
func (r *reader) annexed(j int) bool { return r.word(j+1) == "with" }

// foreign reports whether the bracket at token j repeats the title in another
// language: small words in it bear letters that English does not have, or another
// script does.
func (r *reader) foreign(j, end int) bool {
	for k := j + 1; k < end && r.class(k) != text.Close; k++ {
		if r.class(k) == text.Word && !r.tokens[k].Capital() && strings.IndexFunc(r.word(k), alien) >= 0 {
			return true
		}
	}
	return false
}

// alien reports whether a letter is none of English, and no mark that stands in one.
func alien(c rune) bool { return c > unicode.MaxASCII && c != '’' && unicode.IsLetter(c) }

// dated reports whether "of" or "dated" at token j brings the date of the instrument
// with the head h itself, at the end of its line.
func (r *reader) dated(j, h, end int) bool {
	if !r.has(j, of) && r.word(j) != "dated" || !r.dateBegins(j+1) {
		return false
	}
	if after := r.world.date(j + 1).Tokens.End; after < end && r.class(after) == text.Word {
		return false
	}
	for k := h + 1; k < j; k++ {
		if r.has(k, isHead) {
			return false
		}
	}
	return true
}

func (r *reader) dateBegins(i int) bool {
	d := r.world.date(i)
	return d != nil && d.Tokens.First == i
}

// bracketCut reports whether the bracket that opens at token j holds the
// particulars of signature: "(August 2015, Beijing)", "(signed 5 May 2010)".
func (r *reader) bracketCut(j, end int) bool {
	for k := j + 1; k < end && k < j+24 && r.class(k) != text.Close; k++ {
		if r.dateBegins(k) || r.has(k, sign|force) {
			return true
		}
	}
	return false
}

// cityIn reports whether the bracket that opens at token j holds a city and nothing
// else: where the instrument was signed.
func (r *reader) cityIn(j int) bool {
	at, v := r.world.place(j + 1)
	return v != nil && v.Kind == "city" && r.class(at.End) == text.Close && at.First == j+1
}

// cityEnds reports whether a city at token i ends the line: "Treaty of Friendship, Lima".
func (r *reader) cityEnds(i, end int) bool {
	at, v := r.world.place(i)
	return v != nil && v.Kind == "city" && at.First == i && (at.End >= end || at.End+1 >= end && r.class(at.End) != text.Word)
}

// dateLeads reports whether the line of the head at token h begins with a date: "1979.09.10 Treaty of
// Friendship, Lima".
func (r *reader) dateLeads(h int) bool {
	for j := h - 1; j >= 0 && j >= h-mostPrefix; j-- {
		if r.dateBegins(j) {
			return true
		}
		if r.tokens[j+1].Has(text.LineStart) {
			break
		}
	}
	return false
}

// placed reports whether a place and a date begin at token i: "Beijing, 5 May 2010".
func (r *reader) placed(i, end int) bool {
	at, v := r.world.place(i)
	if v == nil {
		return false
	}
	j := at.End
	if r.parts(j) {
		j++
	}
	return j < end && r.world.date(j) != nil
}

// parts reports whether token i parts a place from a date in a list.
func (r *reader) parts(i int) bool {
	c := r.class(i)
	if i >= len(r.tokens) || r.tokens[i].Has(text.LineStart) {
		return false // the bullet of the next item
	}
	return c == text.Comma || c == text.Semi || c == text.Dash && r.tokens[i].Has(text.Spaced)
}
