package main

import (
	"slices"
	"unicode/utf8"
)

// Offset units that annotate can count in.
const (
	inBytes = "bytes"
	inRunes = "runes" // Unicode code points
	inUTF16 = "utf16" // UTF-16 code units
)

var offsetUnits = []string{inBytes, inRunes, inUTF16}

// convert turns byte offsets of s into another unit, in place. All offsets are
// converted in one walk over s.
func convert(s, unit string, offsets []*int) {
	if unit == inBytes {
		return
	}
	slices.SortFunc(offsets, func(a, b *int) int { return *a - *b })
	at, count := 0, 0
	for _, o := range offsets {
		for at < *o {
			r, n := utf8.DecodeRuneInString(s[at:])
			at += n
			count++
			if unit == inUTF16 && r > 0xFFFF {
				count++
			}
		}
		*o = count
	}
}
