package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	gogs "github.com/gogs/chardet"
	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// An encoded text says in what character set it may be.
type encoded struct {
	declared string // character set that the file or its holder names; may be empty or wrong
	lenient  bool   // whether a damaged letter becomes U+FFFD, as browsers and mail readers do, instead of an error
}

// sampleSize is how much of a text the character set is guessed from.
const sampleSize = 64 << 10

// decode is data as UTF-8, with the name of the character set it was in. A byte
// order mark goes first, then valid UTF-8, which no other set imitates, then
// what is declared, then what the letters look like.
func (e encoded) decode(data []byte) (content, name string, err error) {
	for _, w := range wides {
		if bytes.HasPrefix(data, []byte(w.mark)) {
			content, err = w.decode(data[len(w.mark):], len(w.mark))
			return content, w.name, err
		}
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		if w, ok := guessWide(data); ok {
			content, err = w.decode(data, 0)
			return content, w.name, err
		}
		return "", "", fmt.Errorf("binary file: zero byte at offset %d", at)
	}
	enc, name := named(e.declared)
	at := invalidUTF8(data)
	if at < 0 && !(stateful[name] && bytes.ContainsAny(data, "\x1b~")) {
		return string(data), "utf-8", nil
	}
	if at >= 0 && nearlyUTF8(data) {
		if e.lenient {
			return strings.ToValidUTF8(string(data), "\ufffd"), "utf-8", nil
		}
		return "", "", fmt.Errorf("not UTF-8: byte 0x%02X at offset %d, line %d", data[at], at, lineOf(data[:at]))
	}
	if enc != nil && name != "utf-8" {
		if content, ok := translate(enc, data); ok {
			return content, name, nil
		}
	}
	if name = guess(data); name == "" {
		at = max(at, 0)
		return "", "", fmt.Errorf("not UTF-8: byte 0x%02X at offset %d, line %d", data[at], at, lineOf(data[:at]))
	}
	enc, name = named(name)
	content, _ = translate(enc, data)
	return content, name, nil
}

// decoded is the whole file as text, and the name of its character set.
func (in *Input) decoded() (content, name string, err error) {
	data, err := in.Data()
	if err != nil {
		return "", "", err
	}
	return encoded{declared: in.Charset}.decode(data)
}

// stateful sets write other letters with the bytes of ASCII.
var stateful = map[string]bool{"iso-2022-jp": true, "hz-gb-2312": true}

// named is the character set of a label, and its proper name; nil when the label
// is empty or unknown.
func named(label string) (encoding.Encoding, string) {
	enc, err := htmlindex.Get(strings.Trim(label, " \t\"'"))
	if err != nil {
		return nil, ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "replacement" || strings.HasPrefix(name, "utf-16") { // UTF-16 without zero bytes is none
		return nil, ""
	}
	return enc, name
}

// translate decodes data, and reports whether nearly all of it is text in that set.
func translate(enc encoding.Encoding, data []byte) (string, bool) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", false
	}
	bad := bytes.Count(out, []byte("\ufffd"))
	return string(out), bad*100 <= highBytes(data)
}

func highBytes(data []byte) int {
	n := 0
	for _, c := range data {
		if c >= 0x80 {
			n++
		}
	}
	return n
}

// nearlyUTF8 reports whether a text that is not valid UTF-8 is a damaged one: most
// of its letters outside ASCII are whole.
func nearlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		if data[i] < 0x80 {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			broken++
		} else {
			whole++
		}
		i += n
	}
	return whole > 2*broken || whole == 0 && broken == 1 && len(data)-cutLetter < lastHigh(data) || surrogates(data)
}

// cutLetter is the longest beginning of a letter that a cut leaves at the end.
const cutLetter = 3

// surrogates reports whether data holds halves of UTF-16 characters written as if
// they were UTF-8.
func surrogates(data []byte) bool {
	for i := bytes.IndexByte(data, 0xed); i >= 0 && i+2 < len(data); i++ {
		if data[i] == 0xed && data[i+1] >= 0xa0 && data[i+1] < 0xc0 && data[i+2] >= 0x80 && data[i+2] < 0xc0 {
			return true
		}
	}
	return false
}

func lastHigh(data []byte) int {
	return bytes.LastIndexFunc(data, func(r rune) bool { return r >= 0x80 })
}

// guessWide recognizes UTF-16 without a mark by its zero bytes: in the texts of
// most languages every second byte is often zero, and the others never.
func guessWide(data []byte) (wide, bool) {
	sample := data[:min(len(data), sampleSize)&^1]
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	const often = 10 // of a hundred
	for i, w := range wides {
		high := 1 - i // where the high byte of a little end stands
		if zeros[1-high] == 0 && zeros[high]*2*100 >= often*len(sample) && len(data)%2 == 0 {
			return w, true
		}
	}
	return wide{}, false
}

// guess names the character set that data looks to be in, or is empty. Of the two
// detectors the one knows the letters of more languages when it is sure, the other
// tells the western and central European sets apart.
func guess(data []byte) string {
	const sure = 0.85
	sample := dense(data)
	var names []string
	wide := chardet.Detect(sample)
	if wide.Confidence >= sure {
		names = append(names, wide.Encoding)
	}
	if best, err := gogs.NewTextDetector().DetectBest(sample); err == nil {
		names = append(names, best.Charset)
	}
	for _, label := range append(names, wide.Encoding, "windows-1252") {
		enc, name := named(label)
		if enc == nil || name == "utf-8" {
			continue
		}
		if text, ok := translate(enc, sample); ok && legible(text) {
			return name
		}
	}
	return ""
}

// legible reports whether a decoded text looks like one: letters outside ASCII
// stand in words, and beside them stand only the signs that people type.
func legible(s string) bool {
	odd, all := 0, 0
	before := ' '
	runes := []rune(s)
	for i, r := range runes {
		next := ' '
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case r < 0x80:
		case unicode.IsLetter(r) || unicode.IsMark(r):
			all++
			if r < 0x250 && !unicode.IsLetter(before) && !unicode.IsLetter(next) && !strings.ContainsRune("àÀéÉóÓ", r) {
				odd++
			}
		default:
			all++
			if !strings.ContainsRune(typed, r) && r < 0x2e80 {
				odd++
			}
		}
		before = r
	}
	return odd*20 <= all
}

// typed are the signs outside ASCII that common texts hold.
const typed = "\u00a0\u00ad«»‹›„“”‘’‚–—―…•·°§№€£¥©®™½¼¾±×²³¹¿¡ºª†‡‰«»−\u2028\u0085"

// dense is a sample of data: the lines that have letters outside ASCII, since the
// others say nothing.
func dense(data []byte) []byte {
	var out []byte
	for line := range bytes.Lines(data) {
		if len(out) >= sampleSize {
			break
		}
		if highBytes(line) > 0 {
			out = append(out, line[:min(len(line), sampleSize-len(out))]...)
		}
	}
	return out
}
