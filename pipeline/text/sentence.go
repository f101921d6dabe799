package text

import (
	_ "embed"
	"strings"
)

//go:embed abbreviations.txt
var abbreviationList string

// abbreviations say of a word before a full stop whether a sentence may yet
// end there (true) or never does (false); namesLikeThem, by first and last word, end it.
var abbreviations, namesLikeThem = func() (*Table[bool], map[[2]uint64]bool) {
	words, names := map[string]bool{}, map[[2]uint64]bool{}
	for _, line := range strings.Split(abbreviationList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if first, last, two := strings.Cut(line, " "); two {
			names[[2]uint64{KeyOf(first), KeyOf(last)}] = true
			continue
		}
		word, mayEnd := strings.CutPrefix(line, "!")
		words[word] = mayEnd
	}
	return NewTable(words), names
}()

// openers are words that begin sentences and seldom follow an abbreviation
// inside one.
var openers = NewSet("the", "a", "an", "in", "on", "at", "he", "she", "it", "they", "we", "this", "that", "these", "those",
	"during", "after", "before", "since", "from", "for", "as", "by", "both", "his", "her", "its", "their", "there", "when",
	"while", "although", "however", "according", "also", "and", "but", "with", "under", "following", "until", "upon")

// Split groups tokens into sentences and sets SentStart on the first token of
// each, and on the first word behind a bullet or a number of a list. A sentence ends at a blank line; at a line's end, unless the lines of
// its paragraph are wrapped to a width; at "!", "?" and "…"; and at a full stop
// that does not belong to an abbreviation, an initial or a number.
func Split(s string, tokens []Token) []Range {
	if len(tokens) == 0 {
		return nil
	}
	width, flows := wrapWidth(s)
	markStart(tokens, 0)
	sentences := make([]Range, 0, len(tokens)/20+1)
	first, lineFirst, item := 0, 0, 0
	for i := 1; i <= len(tokens); i++ {
		end := i == len(tokens)
		if !end && tokens[i].Has(LineStart) {
			end = tokens[i].Has(ParaStart) || !wrapped(tokens, i, lineFirst, item, width)
			lineFirst = i
			if end {
				item = i
			} else if flows {
				tokens[i].Flags &^= LineStart
			}
		}
		if !end && (!closes[tokens[i-1].Class] || !endsSentence(tokens, i)) {
			continue
		}
		sentences = append(sentences, Range{first, i})
		if first = i; i < len(tokens) {
			markStart(tokens, i)
		}
	}
	return sentences
}

// markStart marks the first token of a sentence, and the one behind its bullet or
// number, which has a capital letter for the same reason.
func markStart(tokens []Token, i int) {
	tokens[i].Flags |= SentStart
	if Bulleted(tokens, i) {
		tokens[i+1].Flags |= SentStart
	} else if Numbered(tokens, i) {
		tokens[i+2].Flags |= SentStart
	}
}

// Numbered reports whether a line begins with a number or letter of a list at token i:
// "1. ", "12) ", "a) ".
func Numbered(tokens []Token, i int) bool {
	if i+2 >= len(tokens) || !tokens[i].Has(LineStart) || !tokens[i+2].Has(Spaced) || tokens[i+2].Has(LineStart) || tokens[i+1].Has(Spaced) {
		return false
	}
	number, letter, mark := tokens[i].Class == Number && tokens[i].Len() < 4, tokens[i].Class == Word && tokens[i].Len() == 1, tokens[i+1].Class
	return (number || romans.Has(tokens[i]) || letter && tokens[i].Has(Lower)) && (mark == Dot || mark == Close) || letter && mark == Close
}

// romans number the items of a list. Those of one letter may also be initials.
var romans = NewSet("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi")

// Bulleted reports whether token i is the bullet of a line: a dash or another sign with
// a blank behind it.
func Bulleted(tokens []Token, i int) bool {
	c := tokens[i].Class
	return (c == Dash || c == Other) && tokens[i].Has(LineStart) && i+1 < len(tokens) && tokens[i+1].Has(Spaced) && !tokens[i+1].Has(LineStart)
}

// closes are the classes with which a sentence may end inside a line.
var closes = [256]bool{Dot: true, Stop: true, Quote: true, Close: true, Apos: true}

// endsSentence reports whether a sentence ends before token i.
func endsSentence(tokens []Token, i int) bool {
	if !tokens[i].Has(Spaced) {
		return false
	}
	stop := beforeNotes(tokens, i-1)
	for stop > 0 && (tokens[stop].Class == Quote || tokens[stop].Class == Close || tokens[stop].Class == Apos) {
		stop--
	}
	switch tokens[stop].Class {
	case Stop:
		return beginsSentence(tokens, i)
	case Dot:
		return stop > 0 && beginsSentence(tokens, i) && !abbreviated(tokens, stop, i)
	}
	return false
}

// beforeNotes is the token before the references to notes that end at token i:
// "in 1947.[54][55]".
func beforeNotes(tokens []Token, i int) int {
	for i > 2 && tokens[i].Class == Close && tokens[i-2].Class == Open && (tokens[i-1].Class == Number || tokens[i-1].Len() == 1) && !tokens[i-2].Has(Spaced) {
		i -= 3
	}
	return i
}

// beginsSentence reports whether what stands from token i on looks like the
// beginning of a sentence: a capital, a number, or either behind quotes.
func beginsSentence(tokens []Token, i int) bool {
	for ; i < len(tokens); i++ {
		switch t := tokens[i]; t.Class {
		case Quote, Open, Apos, Dash, Dot:
		case Number:
			return true
		case Word:
			return !t.Has(Lower) || t.Has(NonASCII)
		default:
			return false
		}
	}
	return false
}

// abbreviated reports whether the full stop at token stop belongs to the word
// before it, so that token next goes on with the sentence.
func abbreviated(tokens []Token, stop, next int) bool {
	w := tokens[stop-1]
	if tokens[stop].Has(Spaced) {
		return false
	}
	if w.Class == Number {
		return w.Has(LineStart|SentStart) || inDate(tokens, stop, next) || DottedDay(tokens, stop-1) || monthOfLine(tokens, stop) // "1." numbers an item
	}
	if w.Class != Word {
		return false
	}
	if w.Has(LineStart) && (romans.Has(w) || w.Has(Lower) && w.Len() == 1) {
		return true // "II. Visits", "iv. Visits", "a. Visits"
	}
	if w.Has(Initial) && ordinals.Has(w) && stop > 2 && regnant.Has(tokens[stop-3]) {
		return false // "King Hussein I. Jordan."
	}
	if w.Has(Initial) {
		// "George H. W. Bush", "the U.S. Senate", but "in the U.S. The".
		return !openers.Has(tokens[next]) || tokens[next].Len() == 1
	}
	mayEnd, known := abbreviations.Get(w.Key)
	if !known || stop > 1 && namesLikeThem[[2]uint64{tokens[stop-2].Key, w.Key}] {
		return false
	}
	return !mayEnd || !openers.Has(tokens[next])
}

// monthOfLine reports whether the full stop ends the month with which a line of a chronicle
// begins: "1982.8. President A".
func monthOfLine(tokens []Token, stop int) bool {
	return stop > 2 && tokens[stop-2].Class == Dot && tokens[stop-3].Class == Number && tokens[stop-3].Len() == len("1982") && tokens[stop-3].Has(LineStart) && tokens[stop-1].Len() <= 2
}

// regnant are the titles of those who bear a number, and ordinals the numbers of one letter.
var (
	ordinals = NewSet("i", "v", "x")
	regnant  = NewSet("king", "queen", "emperor", "empress", "sultan", "shah", "prince", "pope", "tsar", "czar")
)

// months are their names, in full and cut short.
var months = NewSet("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")

// beforeDays are words that stand before a day and before no number of another kind.
var beforeDays = NewSet("on", "from", "to", "until", "till", "since", "by", "before", "after", "of", "the", "and", "or", "dated", "am", "vom", "zum", "bis", "den", "dem", "der")

// DottedDay reports whether the number at token i is a day before a month and a year,
// with the full stop that marks an ordinal in many languages: "on 12. April 2016".
func DottedDay(tokens []Token, i int) bool {
	if i < 1 || i+3 >= len(tokens) || tokens[i].Class != Number || tokens[i].Num() > 31 || tokens[i].Len() > 2 || tokens[i].Has(LineStart) {
		return false
	}
	if before := tokens[i-1]; before.Class == Word && !beforeDays.Has(before) || before.Class == Dot {
		return false
	}
	year := tokens[i+3]
	if year.Class == Dot && i+4 < len(tokens) {
		year = tokens[i+4] // "12. Apr. 2016"
	}
	return tokens[i+1].Class == Dot && !tokens[i+1].Has(Spaced) && months.Has(tokens[i+2]) && tokens[i+2].Has(Title) && year.Class == Number && year.Len() == len("2016")
}

// inDate reports whether the full stop after a number of one or two digits
// stands in a date written with blanks: "31. 08. 2015", "12. IX. 1998".
func inDate(tokens []Token, stop, next int) bool {
	day, n := tokens[stop-1], tokens[next]
	if day.Len() > 2 || n.Class != Number && !n.Has(Upper) {
		return false
	}
	if n.Len() == 4 && n.Class == Number {
		return stop > 2 && tokens[stop-2].Class == Dot
	}
	return n.Len() <= 4 && next+2 < len(tokens) && tokens[next+1].Class == Dot && tokens[next+2].Class == Number && tokens[next+2].Len() == 4
}
