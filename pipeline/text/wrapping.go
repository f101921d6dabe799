package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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
		return !itemized(next) && !fielded(next)
	}
	return strings.HasSuffix(line, ",") || leadsOn.t.has(KeyOf(line[strings.LastIndexByte(line, ' ')+1:])) ||
		strings.LastIndexByte(line, '(') > strings.LastIndexByte(line, ')')
}

// opensLine reports whether a line begins with a capital and a small letter, or
// with no letter, as few lines do that go on with a sentence.
func opensLine(line string) bool {
	first := line[0]
	if itemized(line) || fielded(line) {
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

// fielded reports whether a line begins with a label in small letters, as those of a fact sheet do:
// "chief of mission: ...", "consulate(s) general: ...".
func fielded(line string) bool {
	const longest = 32
	for n := range min(len(line), longest) {
		switch c := line[n]; {
		case c == ':':
			return n > 2 && n+1 < len(line) && line[n+1] == ' '
		case ('a' > c || c > 'z') && (n == 0 || c != ' ' && c != '(' && c != ')'):
			return false
		}
	}
	return false
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
// i is long and ends with a small word behind which no line of its own can end, or within
// brackets that the next line closes.
func breaksOff(tokens []Token, i, first int) bool {
	const long = 40
	last := tokens[i-1]
	if int(last.End-tokens[first].Start) < long {
		return false
	}
	return last.Class == Word && last.Has(Lower) && leadsOn.Has(last) && tokens[i].Class == Word || bracketOpen(tokens, i, first)
}

// bracketOpen reports whether brackets open in the line from token first to token i that close
// in the next line, and not before it.
func bracketOpen(tokens []Token, i, first int) bool {
	const longest = 24 // tokens
	open := false
	for _, t := range tokens[first:i] {
		open = t.Class == Open || open && t.Class != Close
	}
	for j := i; open && j < min(len(tokens), i+longest) && (j == i || !tokens[j].Has(LineStart)); j++ {
		switch tokens[j].Class {
		case Close:
			return true
		case Open:
			return false
		}
	}
	return false
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
