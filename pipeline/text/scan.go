package text

import (
	"unicode"
	"unicode/utf8"
)

// letter and digit mark what extends a word or a number; blank what separates.
const (
	letter = 100 + iota
	digit
	blank
	newline
	wide // first byte of a rune outside ASCII
)

// classes says what each first byte begins: one of the marks above, or the
// Class of a token of one rune.
var classes = func() (t [256]uint8) {
	for i := range t {
		switch c := byte(i); {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			t[i] = letter
		case '0' <= c && c <= '9':
			t[i] = digit
		case c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f':
			t[i] = blank
		case c == '\n':
			t[i] = newline
		case c < ' ' || c == 127:
			t[i] = uint8(Control)
		case c >= utf8.RuneSelf:
			t[i] = wide
		}
	}
	for s, class := range map[string]Class{
		".": Dot, ",": Comma, ":": Colon, ";": Semi, "-~": Dash, "/": Slash, "\"": Quote, "'`": Apos, "([{": Open, ")]}": Close, "!?": Stop, "|": Bar,
	} {
		for i := range s {
			t[s[i]] = uint8(class)
		}
	}
	return t
}()

// wideClass is the class of a rune outside ASCII that is no letter.
func wideClass(r rune) Class {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '⁃', '﹘', '﹣', '－', '~':
		return Dash
	case '“', '”', '„', '‟', '«', '»', '″', '〝', '〞', '＂', '「', '」', '『', '』':
		return Quote
	case '‘', '’', '‚', '‛', '‹', '›', '′', '＇', 'ʻ', 'ʼ', '´':
		return Apos
	case '，', '、', '،':
		return Comma
	case '。', '．':
		return Dot
	case '：':
		return Colon
	case '；', '؛':
		return Semi
	case '（', '［', '【', '《', '〈':
		return Open
	case '）', '］', '】', '》', '〉':
		return Close
	case '…', '！', '？', '؟', '‼':
		return Stop
	case '／', '⁄':
		return Slash
	}
	return Other
}

// A scanner walks the text once.
type scanner struct {
	s      string
	tokens []Token
	flags  Flags // Spaced, LineStart, ParaStart of the token to come
}

// Tokenize scans cleaned text into tokens. It takes any string: bytes that are
// not UTF-8 become tokens of class Other. It allocates nothing per token.
func Tokenize(s string) []Token { return tokenizeInto(make([]Token, 0, len(s)/5+16), s) }

// tokenizeInto is Tokenize behind the tokens that are there.
func tokenizeInto(tokens []Token, s string) []Token {
	sc := scanner{s: s, tokens: tokens, flags: Spaced | LineStart | ParaStart}
	for i := 0; i < len(s); {
		switch c := classes[s[i]]; c {
		case letter:
			i = sc.word(i)
		case digit:
			i = sc.number(i)
		case blank:
			sc.flags |= Spaced
			i++
		case newline:
			sc.newline()
			i++
		case wide:
			i = sc.wide(i)
		default:
			i = sc.symbol(i, Class(c))
		}
	}
	return sc.tokens
}

// newline notes a line's end; a second one with only blanks between them makes
// a paragraph, because flags are cleared only when a token is taken.
func (sc *scanner) newline() {
	if sc.flags&LineStart != 0 {
		sc.flags |= ParaStart
	}
	sc.flags |= Spaced | LineStart
}

func (sc *scanner) add(start, end int, key uint64, class Class, flags Flags) int {
	sc.tokens = append(sc.tokens, Token{Bounds: Bounds{int32(start), int32(end)}, Key: key, Class: class, Flags: sc.flags | flags})
	sc.flags = 0
	return end
}

func (sc *scanner) number(start int) int {
	i, n := start, uint64(0)
	for ; i < len(sc.s) && classes[sc.s[i]] == digit; i++ {
		n = n*10 + uint64(sc.s[i]-'0')
		if i-start >= 9 {
			n = MaxNumber
		}
	}
	return sc.add(start, i, min(n, MaxNumber), Number, 0)
}

// word scans ASCII letters, hashing as it goes, and hands over to wideWord at
// the first letter or apostrophe that needs more thought.
func (sc *scanner) word(start int) int {
	const small = 'a' - 'A' // the bit that a small letter has and a capital lacks
	s, h, all := sc.s, uint64(fnvOffset), byte(0)
	i := start
	for ; i < len(s); i++ {
		c := s[i]
		if classes[c] != letter {
			if c >= utf8.RuneSelf || c == '\'' {
				return sc.wideWord(start)
			}
			break
		}
		if c&small == 0 && all&small != 0 && glued[h] {
			return sc.add(start, i, h, Word, caseFlags(s[start] < 'a', true, i-start))
		}
		all |= c
		h = (h ^ uint64(c|small)) * fnvPrime
	}
	return sc.add(start, i, h, Word, caseFlags(s[start] < 'a', all&small != 0, i-start))
}

// glued are titles that saved pages run together with the name behind them, where a line
// broke between the two: "PresidentAlexander".
var glued = func() map[uint64]bool {
	keys := map[uint64]bool{}
	for _, w := range []string{"president", "premier", "chancellor", "king", "queen", "minister", "secretary", "ambassador", "senator", "governor"} {
		keys[KeyOf(w)] = true
	}
	return keys
}()

func caseFlags(capital, lower bool, letters int) Flags {
	switch {
	case !capital:
		return Lower
	case lower:
		return Title
	case letters == 1:
		return Upper | Initial
	}
	return Upper
}

// wideWord scans a word with letters outside ASCII, marks or apostrophes.
func (sc *scanner) wideWord(start int) int {
	i, letters, lower, nonASCII := start, 0, false, false
	for i < len(sc.s) {
		r, n := utf8.DecodeRuneInString(sc.s[i:])
		switch {
		case i == start && glottal(r):
		case unicode.IsLetter(r) && !apostrophe(r):
			letters++
			lower = lower || !unicode.IsUpper(r)
		case unicode.Is(unicode.M, r):
		case apostrophe(r) && sc.joins(i+n):
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		nonASCII = nonASCII || r >= utf8.RuneSelf && !apostrophe(r)
		i += n
	}
	first, n := utf8.DecodeRuneInString(sc.s[start:])
	if glottal(first) {
		first, _ = utf8.DecodeRuneInString(sc.s[start+n:])
	}
	flags := caseFlags(unicode.IsUpper(first), lower, letters)
	if nonASCII {
		flags |= NonASCII
	}
	return sc.add(start, i, KeyOf(sc.s[start:i]), Word, flags)
}

// glottal reports whether a rune is a consonant before the letter that has the case:
// "ʻAkilisi", "ʿAbd".
func glottal(r rune) bool { return r == 'ʻ' || r == 'ʿ' || r == 'ʾ' }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʻ' || r == 'ʼ' || r == '‘' }

// joins reports whether the letters from i on belong to the word before the
// apostrophe: "O'Sullivan", "d'Affaires", "Sana'a", but not a possessive "'s".
func (sc *scanner) joins(i int) bool {
	r, n := utf8.DecodeRuneInString(sc.s[i:])
	if n == 0 || !unicode.IsLetter(r) || apostrophe(r) {
		return false
	}
	if r != 's' && r != 'S' {
		return true
	}
	next, m := utf8.DecodeRuneInString(sc.s[i+n:])
	return m > 0 && unicode.IsLetter(next)
}

// wide takes a token that begins outside ASCII.
func (sc *scanner) wide(i int) int {
	r, n := utf8.DecodeRuneInString(sc.s[i:])
	switch {
	case r == utf8.RuneError && n == 1:
		return sc.add(i, i+1, 0, Other, 0)
	case unicode.IsSpace(r):
		sc.flags |= Spaced
		return i + n
	case glottal(r) && sc.letter(i+n):
		return sc.wideWord(i)
	case wideClass(r) != Other:
		return sc.symbol(i, wideClass(r))
	case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
		return max(sc.wideWord(i), i+n)
	}
	return sc.add(i, i+n, 0, Other, 0)
}

// letter reports whether a letter that has a case stands at i.
func (sc *scanner) letter(i int) bool {
	r, _ := utf8.DecodeRuneInString(sc.s[i:])
	return unicode.IsUpper(r) || unicode.IsLower(r)
}

// symbol takes a token of one rune, a run of dashes, or a possessive.
func (sc *scanner) symbol(i int, class Class) int {
	r, n := utf8.DecodeRuneInString(sc.s[i:])
	end := i + n
	switch class {
	case Dash:
		for end < len(sc.s) && sc.s[end] == '-' {
			end++
		}
		if r == '—' || r == '―' || end-i > n { // parts what stands beside it, as "–" between blanks does
			sc.flags |= Spaced
			if sc.add(i, end, 0, Dash, 0); end < len(sc.s) && classes[sc.s[end]] != uint8(Close) {
				sc.flags |= Spaced
			}
			return end
		}
	case Apos:
		if sc.possessive(end) {
			return sc.add(i, end+1, 0, Apos, Possess)
		}
	}
	return sc.add(i, end, 0, class, 0)
}

// possessive reports whether an "s" alone stands at i, right after a word and
// its apostrophe.
func (sc *scanner) possessive(i int) bool {
	if sc.flags != 0 || i >= len(sc.s) || sc.s[i]|0x20 != 's' || len(sc.tokens) == 0 {
		return false
	}
	if c := sc.tokens[len(sc.tokens)-1].Class; c != Word && c != Number && c != Dot {
		return false
	}
	next, _ := utf8.DecodeRuneInString(sc.s[i+1:])
	return i+1 == len(sc.s) || !unicode.IsLetter(next) && !unicode.IsDigit(next)
}
