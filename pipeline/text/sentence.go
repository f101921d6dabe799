package text

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"
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
		if !end && !endsSentence(tokens, i) {
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

// wrapWidth is the width to which a text's lines are wrapped, or 0 for a text
// that has one paragraph or one item a line. Lines count as wrapped when most
// of the lines that another follows directly are long and alike in length, and
// not nearly all of those that follow begin as sentences and items do; or when
// many of those that are alike in length break off, as no line of a list does. Then
// the text flows, and where a line is wrapped none starts.
func wrapWidth(s string) (width int, flows bool) {
	const least, most = 40, 140
	var lengths, broken, opened [most + 1]int
	followed, longest, allOpened := 0, 0, 0
	for len(s) > 0 {
		line, rest, _ := strings.Cut(s, "\n")
		next := strings.TrimLeft(rest, " \r")
		if line = strings.TrimRight(line, " \r"); line != "" && next != "" && next[0] != '\n' {
			n := min(len(line), most)
			followed++
			lengths[n]++
			if opensLine(next) {
				opened[n]++
				allOpened++
			}
			if n >= least && n < most {
				longest = max(longest, n)
				if cutOff(line, next) {
					broken[n]++
				}
			}
		}
		s = rest
	}
	near, cut := 0, 0
	for n := max(longest-18, least); longest > 0 && n <= longest; n++ {
		near += lengths[n]
		cut += broken[n]
	}
	flows = cut >= 4 && 4*cut >= near
	if followed < 3 || lengths[most] > followed/10 || !flows && (2*near < followed || 5*allOpened >= 4*followed) {
		return 0, false
	}
	return longest, flows
}

// cutOff reports whether a line breaks off before next in the middle of a sentence:
// before a small letter, or behind a comma, a word that leads on or a bracket that is open.
func cutOff(line, next string) bool {
	if 'a' <= next[0] && next[0] <= 'z' {
		return !itemized(next)
	}
	return strings.HasSuffix(line, ",") || leadsOn.t.has(KeyOf(line[strings.LastIndexByte(line, ' ')+1:])) ||
		strings.LastIndexByte(line, '(') > strings.LastIndexByte(line, ')')
}

// opensLine reports whether a line begins with a capital and a small letter, or
// with no letter, as few lines do that go on with a sentence.
func opensLine(line string) bool {
	first := line[0]
	if itemized(line) {
		return true
	}
	if first >= utf8.RuneSelf && strings.ContainsRune(bullets, firstRune(line)) || strings.HasPrefix(line, "H.E. ") {
		return true
	}
	if first < 'A' || 'Z' < first {
		return first < utf8.RuneSelf && (first < 'a' || 'z' < first)
	}
	return len(line) > 1 && 'a' <= line[1] && line[1] <= 'z'
}

// itemized reports whether a line begins with the small letters of an item's number: "a) Visits",
// "iv. Visits".
func itemized(line string) bool {
	n := 0
	for n < len(line) && n < len("viii") && 'a' <= line[n] && line[n] <= 'z' {
		n++
	}
	return n > 0 && n+1 < len(line) && (line[n] == ')' || line[n] == '.') && line[n+1] == ' '
}

// bullets are the signs with which lines of a list begin.
const bullets = "•●◦▪■□○‣∙·–—➢➤✓*"

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// wrapped reports whether the line that begins with token first goes on in the
// line that begins with token i: it is as long as those that are wrapped, or breaks
// off behind a word that leads on. The row of a table does not. A line that begins as
// the item before it does, with a bullet or, as in a list of years, a number, does not
// belong to it, nor does one that begins with a label.
func wrapped(tokens []Token, i, first, item, width int) bool {
	if breaksOff(tokens, i, first) {
		return true
	}
	if width == 0 || Bulleted(tokens, i) && (tokens[i].Class == Other || Bulleted(tokens, item)) || Numbered(tokens, i) && Numbered(tokens, item) || slices.ContainsFunc(tokens[first:i], func(t Token) bool { return t.Class == Bar }) || heads(tokens, item) && heads(tokens, i) {
		return false
	}
	n := int(tokens[i-1].End - tokens[first].Start)
	return n <= width && n+tokens[i].Len() >= width-min(24, 2*width/7) && !labelled(tokens, i)
}

// heads reports whether the token that begins a line may be the year or the number of an
// item of a list, as none is in "2,700 years".
func heads(tokens []Token, i int) bool {
	return tokens[i].Class == Number && (i+1 == len(tokens) || tokens[i+1].Class != Comma || tokens[i+1].Has(Spaced))
}

// breaksOff reports whether the line that begins with token first and ends before token
// i is long and ends with a small word behind which no line of its own can end.
func breaksOff(tokens []Token, i, first int) bool {
	const long = 40
	last := tokens[i-1]
	return last.Class == Word && last.Has(Lower) && leadsOn.Has(last) && tokens[i].Class == Word && int(last.End-tokens[first].Start) >= long
}

var leadsOn = NewSet("the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "between", "and", "or", "as", "his", "her", "its", "their", "under", "into")

// labelled reports whether the line of token i begins with a capitalized label of
// up to four words: "Head of Chancery: ...".
func labelled(tokens []Token, i int) bool {
	if tokens[i].Class != Word || tokens[i].Has(Lower) {
		return false
	}
	for j := i + 1; j < min(len(tokens), i+5); j++ {
		switch {
		case tokens[j].Class == Colon:
			return j+1 < len(tokens) && tokens[j+1].Has(Spaced)
		case tokens[j].Class != Word || tokens[j].Has(LineStart):
			return false
		}
	}
	return false
}

// endsSentence reports whether a sentence ends before token i.
func endsSentence(tokens []Token, i int) bool {
	if !tokens[i].Has(Spaced) {
		return false
	}
	stop := i - 1
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
		return w.Has(LineStart|SentStart) || inDate(tokens, stop, next) || monthOfLine(tokens, stop) // "1." numbers an item
	}
	if w.Class != Word {
		return false
	}
	if w.Has(LineStart) && (romans.Has(w) || w.Has(Lower) && w.Len() == 1) {
		return true // "II. Visits", "iv. Visits", "a. Visits"
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
