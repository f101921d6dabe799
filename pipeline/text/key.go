package text

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Keys are 64-bit FNV-1a hashes (Fowler, Noll and Vo) of a word's folded form.
// With the hundred thousand names of the gazetteer the chance that any word of
// a corpus of a billion different words meets another's key is below one in a
// hundred thousand, so keys are compared and words are not.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// KeyOf is the key of a word: a hash of its letters in lower case, without
// diacritics and with straight apostrophes, so that "Türkiye", "TURKIYE" and
// "turkiye" have one key.
func KeyOf(word string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return foldedKey(word)
		}
		h = (h ^ uint64(lowerASCII[c])) * fnvPrime
	}
	return h
}

// Fold is the form that KeyOf hashes.
func Fold(word string) string {
	i := 0
	for i < len(word) && folded[word[i]] {
		i++
	}
	if i == len(word) {
		return word
	}
	var room [64]byte
	return string(AppendFold(room[:0], word))
}

// AppendFold appends the folded form of a word.
func AppendFold(b []byte, word string) []byte {
	from, all := len(b), byte(0)
	b = append(b, word...)
	for i, c := range b[from:] {
		b[from+i] = lowerASCII[c]
		all |= c
	}
	if all >= utf8.RuneSelf {
		return appendFolded(b[:from], word)
	}
	return b
}

// folded are the bytes that are their own folded form.
var folded = func() (t [256]bool) {
	for c := range utf8.RuneSelf {
		t[c] = lowerASCII[c] == byte(c)
	}
	return t
}()

// foldBuffers spare the scan of accented text an allocation for each word.
var foldBuffers = sync.Pool{New: func() any { b := make([]byte, 0, 64); return &b }}

func foldedKey(word string) uint64 {
	buf := foldBuffers.Get().(*[]byte)
	b := appendFolded((*buf)[:0], word)
	h := uint64(fnvOffset)
	for _, c := range b {
		h = (h ^ uint64(c)) * fnvPrime
	}
	*buf = b
	foldBuffers.Put(buf)
	return h
}

// letters that Unicode does not decompose but that transliterations write plainly
var plainLetters = map[rune]string{
	'ł': "l", 'đ': "d", 'ð': "d", 'ø': "o", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ħ': "h", 'ŧ': "t", 'ŋ': "n",
	'ʻ': "'", 'ʼ': "'", 'ʿ': "'", 'ʾ': "'", '‘': "'", '’': "'", 'ə': "a",
}

func appendFolded(b []byte, word string) []byte {
	for i, r := range word {
		switch {
		case r < utf8.RuneSelf:
			b = append(b, lowerASCII[r])
		case r == utf8.RuneError:
			b = append(b, word[i])
		case r < firstLatin+rune(len(latin)):
			b = append(b, latin[r-firstLatin]...)
		default:
			b = appendFoldedRune(b, r)
		}
	}
	return b
}

// latin are the folded forms of the letters that most accented words have, of Latin-1 and
// the first extensions of Latin, which the tables of Unicode take long to tell.
var latin = func() (t [0x250 - firstLatin]string) {
	for i := range t {
		t[i] = string(appendFoldedRune(nil, firstLatin+rune(i)))
	}
	return t
}()

const firstLatin = 0x80

// appendFoldedRune adds the folded form of a character outside ASCII.
func appendFoldedRune(b []byte, r rune) []byte {
	var scratch [utf8.UTFMax]byte
	r = unicode.ToLower(r)
	if s, ok := plainLetters[r]; ok {
		return append(b, s...)
	}
	d := norm.NFKD.PropertiesString(string(utf8.AppendRune(scratch[:0], r))).Decomposition()
	if d == nil {
		if !unicode.Is(unicode.Mn, r) {
			b = utf8.AppendRune(b, r)
		}
		return b
	}
	for _, c := range string(d) {
		if !unicode.Is(unicode.Mn, c) {
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
	}
	return b
}

var lowerASCII = func() (t [256]byte) {
	for i := range t {
		t[i] = byte(i)
		if 'A' <= i && i <= 'Z' {
			t[i] = byte(i) + 'a' - 'A'
		}
	}
	return t
}()
