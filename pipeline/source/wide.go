package source

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A wide is a UTF-16 encoding, known by its byte order mark.
type wide struct {
	name, mark string
	order      binary.ByteOrder
}

var wides = []wide{{"utf-16le", "\xff\xfe", binary.LittleEndian}, {"utf-16be", "\xfe\xff", binary.BigEndian}}

// decode is the text of data, which begins at an offset of its file, as UTF-8.
// Half a surrogate pair is an error, not a replacement character: the words around
// it would be wrong without anyone knowing.
func (w wide) decode(data []byte, offset int) (string, error) {
	if len(data)%2 != 0 {
		return "", fmt.Errorf("%s: odd number of bytes: %d", w.name, offset+len(data))
	}
	var b strings.Builder
	b.Grow(len(data) / 2)
	for i := 0; i < len(data); i += 2 {
		r := rune(w.order.Uint16(data[i:]))
		switch {
		case r == 0:
			return "", fmt.Errorf("binary file: zero character at offset %d", offset+i)
		case utf16.IsSurrogate(r):
			if r = w.pair(data[i:]); r == utf8.RuneError {
				return "", fmt.Errorf("%s: half a character at offset %d, line %d", w.name, offset+i, lineOf([]byte(b.String())))
			}
			i += 2
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}

// pair is the character that two surrogates make, or utf8.RuneError.
func (w wide) pair(data []byte) rune {
	if len(data) < 4 {
		return utf8.RuneError
	}
	return utf16.DecodeRune(rune(w.order.Uint16(data)), rune(w.order.Uint16(data[2:])))
}
