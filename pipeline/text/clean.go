package text

import (
	"fmt"
	"math/bits"
	"sort"
	"strings"
)

// A Step is one cleaning of the text, told as the edits it wants.
type Step struct {
	Name  string
	Doc   string
	Edits func(s string) []Edit // in order, without overlaps; nil when there is nothing to do
}

// An Edit replaces the bytes from Start to End.
type Edit struct {
	Start, End int
	With       string
}

// Steps are the cleanings in the order in which they run. Dashes and quotes
// are not among them: Tokenize folds those for matching and leaves the text.
var Steps = []Step{LineEndings, Spaces, Invisible, Tabs}

// Validate reports the first fault in the list of steps.
func Validate() error {
	seen := map[string]bool{}
	for _, s := range Steps {
		switch {
		case s.Name == "" || s.Doc == "" || s.Edits == nil:
			return fmt.Errorf("step %q: name, doc and edits are required", s.Name)
		case strings.ContainsAny(s.Name, " ,"):
			return fmt.Errorf("step %q: the name is no word", s.Name)
		case seen[s.Name]:
			return fmt.Errorf("step %q is listed twice", s.Name)
		case len(s.Edits(plain)) > 0:
			return fmt.Errorf("step %q edits plain text, which Clean passes over", s.Name)
		}
		seen[s.Name] = true
	}
	return nil
}

// plain holds every character of texts that no step has anything to do with.
var plain = func() string {
	b := []byte("\n")
	for c := byte(' '); c < 0x80; c++ {
		b = append(b, c)
	}
	return string(b)
}()

// LineEndings makes every line end with a line feed.
var LineEndings = Step{
	Name: "line-endings",
	Doc:  "CR LF, CR, form feed, NEL, line and paragraph separators become line feeds",
	Edits: replacing(map[string]string{
		"\r\n": "\n", "\r": "\n", "\f": "\n", "\v": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n\n",
	}),
}

// Spaces turns every kind of blank into a plain space.
var Spaces = Step{
	Name: "spaces",
	Doc:  "no-break, thin, ideographic and other blanks become plain spaces",
	Edits: replacing(map[string]string{
		"\u00a0": " ", "\u1680": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ",
		"\u2005": " ", "\u2006": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u205f": " ", "\u3000": " ",
	}),
}

// Invisible drops what no reader sees and what would split a word.
var Invisible = Step{
	Name: "invisible",
	Doc:  "byte order marks, zero-width characters, soft hyphens and direction marks are dropped",
	Edits: replacing(map[string]string{
		"\ufeff": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\u00ad": "",
		"\u200e": "", "\u200f": "", "\u202a": "", "\u202b": "", "\u202c": "", "\u202d": "", "\u202e": "",
		"\u2066": "", "\u2067": "", "\u2068": "", "\u2069": "", "\u061c": "",
	}),
}

// replacing makes the Edits of a step that replaces fixed strings, the longest
// first where one begins another.
func replacing(with map[string]string) func(string) []Edit {
	byFirst := [256][]string{}
	for from := range with {
		byFirst[from[0]] = append(byFirst[from[0]], from)
	}
	for _, l := range byFirst {
		sort.Slice(l, func(i, j int) bool { return len(l[i]) > len(l[j]) || len(l[i]) == len(l[j]) && l[i] < l[j] })
	}
	return func(s string) []Edit {
		var edits []Edit
		for i := pastPrintable(s, 0); i < len(s); i = pastPrintable(s, i) {
			n := 0
			for _, from := range byFirst[s[i]] {
				if strings.HasPrefix(s[i:], from) {
					edits = append(edits, Edit{i, i + len(from), with[from]})
					n = len(from)
					break
				}
			}
			i += max(n, 1)
		}
		return edits
	}
}

// pastPrintable is the offset of the first byte from i on that is a control
// character or not ASCII. It takes eight bytes at a time: most pages have few of
// those, and each step looks for its own.
func pastPrintable(s string, i int) int {
	const low, high = 0x2020202020202020, 0x8080808080808080
	for ; i+8 <= len(s); i += 8 {
		b := s[i : i+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		if found := (x | (x-low)&^x) & high; found != 0 { // a byte with its highest bit set, or less than a blank
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(s) && s[i] >= ' ' && s[i] < 0x80 {
		i++
	}
	return i
}

// Runes is how many characters a text has, which is UTF-8: all bytes but those that go on
// with one, eight at a time.
func Runes(s string) int {
	const low = 0x0101010101010101
	n, i := len(s), 0
	for ; i+8 <= len(s); i += 8 {
		b := s[i : i+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & low) // the bits 10 begin them
	}
	for ; i < len(s); i++ {
		if s[i]&0xc0 == 0x80 {
			n--
		}
	}
	return n
}

// Clean applies the steps in order and returns the cleaned text with the map
// from its offsets to those of source.
func Clean(source string, steps []Step) (string, *Map) {
	s, m := source, identity(len(source))
	if tidy(source) {
		return s, m
	}
	for _, step := range steps {
		if edits := step.Edits(s); len(edits) > 0 {
			s, m = apply(s, m, edits)
		}
	}
	return s, m
}

// tidy reports whether a text is plain ASCII without control characters other
// than line feeds, in which no step has anything to do.
func tidy(s string) bool {
	for i := pastPrintable(s, 0); i < len(s); i = pastPrintable(s, i+1) {
		if s[i] != '\n' {
			return false
		}
	}
	return true
}

func apply(s string, m *Map, edits []Edit) (string, *Map) {
	var b strings.Builder
	b.Grow(len(s))
	var runs []run
	keep := func(from, to int) {
		if from < to {
			runs = m.appendRuns(runs, b.Len(), Span{from, to})
			b.WriteString(s[from:to])
		}
	}
	at := 0
	for _, e := range edits {
		keep(at, e.Start)
		if e.With != "" {
			src := m.Source(Span{e.Start, e.End})
			runs = append(runs, run{clean: b.Len(), source: src.Start, sourceEnd: src.End, replaced: true})
			b.WriteString(e.With)
		}
		at = e.End
	}
	keep(at, len(s))
	return b.String(), &Map{runs: runs, clean: b.Len(), source: m.source}
}
