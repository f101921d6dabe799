package source

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// control reads what stands behind a backslash: a word with its number, or a sign.
func (d *rtf) control() {
	if d.at >= len(d.data) {
		return
	}
	start := d.at
	for d.at < len(d.data) && 'a' <= lower(d.data[d.at]) && lower(d.data[d.at]) <= 'z' {
		d.at++
	}
	if d.at == start {
		d.at++
		d.sign(d.data[start])
		return
	}
	word, number := string(d.data[start:d.at]), d.number()
	if d.at < len(d.data) && d.data[d.at] == ' ' {
		d.at++
	}
	if word == "bin" {
		d.at = min(len(d.data), d.at+max(0, number))
		return
	}
	if word != "u" {
		d.flush()
	}
	d.word(word, number)
	d.star = false
}

// noNumber is the number of a word that has none.
const noNumber = -1 << 31

func (d *rtf) number() int {
	const longest = 11
	start := d.at
	if d.at < len(d.data) && d.data[d.at] == '-' {
		d.at++
	}
	for d.at < len(d.data) && d.at-start < longest && '0' <= d.data[d.at] && d.data[d.at] <= '9' {
		d.at++
	}
	n, err := strconv.ParseInt(string(d.data[start:d.at]), 10, 32)
	if err != nil {
		return noNumber
	}
	return int(n)
}

// sign reads a control of one sign.
func (d *rtf) sign(c byte) {
	switch c {
	case '\'':
		if d.at+2 > len(d.data) {
			return
		}
		n, err := strconv.ParseUint(string(d.data[d.at:d.at+2]), 16, 8)
		if d.at += 2; err == nil {
			d.letter(byte(n))
		}
	case '*':
		d.star = true
	case '\\', '{', '}':
		d.letter(c)
	case '~':
		d.letter(' ')
	case '_':
		d.letter('-')
	case '\r', '\n':
		d.flush()
		d.word("par", noNumber)
	}
}

// rtfSigns are words that stand for letters.
var rtfSigns = map[string]string{
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}

// rtfLeftOut are the groups whose letters are no part of the text.
var rtfLeftOut = map[string]bool{
	"colortbl": true, "stylesheet": true, "pict": true, "object": true, "fldinst": true, "listtable": true, "listoverridetable": true,
	"rsidtbl": true, "generator": true, "themedata": true, "datastore": true, "latentstyles": true, "xmlnstbl": true, "bkmkstart": true,
	"bkmkend": true, "annotation": true, "atnid": true, "atnauthor": true, "sp": true, "shprslt": true, "nonshppict": true, "filetbl": true,
	"revtbl": true, "info": true, "xe": true, "tc": true, "rxe": true, "txe": true, "ftnsep": true, "ftnsepc": true, "aftnsep": true, "aftnsepc": true,
}

// rtfAsides are the groups that stand beside the text, by the unit of their place.
var rtfAsides = map[string]string{
	"footnote": "footnote", "shptxt": "", "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
	"footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
}

// rtfKnown are groups behind "\*" that are read all the same.
var rtfKnown = map[string]bool{"shpinst": true, "shptxt": true, "fldrslt": true}

// word does what a control word says.
func (d *rtf) word(word string, n int) {
	if s, ok := rtfSigns[word]; ok {
		d.say(s)
		return
	}
	if unit, ok := rtfAsides[word]; ok {
		d.besideText(unit)
		return
	}
	if d.star && !rtfKnown[word] || rtfLeftOut[word] && d.dest == toText {
		d.dest = toNothing
		return
	}
	switch word {
	case "u":
		d.unicode(n)
	case "uc":
		d.repeats = max(0, n) - 1
	case "ansicpg":
		if page, _ := named("windows-" + strconv.Itoa(n)); page != nil {
			d.page = page
		}
	case "fonttbl":
		d.dest = toFonts
	case "title", "creatim", "revtim":
		d.dest = map[string]rtfDest{"title": toTitle, "creatim": toCreated, "revtim": toUpdated}[word]
	case "yr", "mo", "dy":
		d.date(word, n)
	case "f":
		d.font = n
	case "fcharset":
		d.charset(n)
	case "plain":
		d.hidden = false
	case "v", "deleted":
		d.hidden = n != 0
	default:
		d.layout(word, n)
	}
}

// layout does what the words of paragraphs and tables say.
func (d *rtf) layout(word string, n int) {
	if d.dest != toText {
		return
	}
	switch word {
	case "pard":
		d.table, d.heading = false, false
	case "intbl":
		d.table = true
	case "outlinelevel":
		d.heading = n == 0
	case "par", "sect", "page":
		d.paragraph()
		d.endParagraph()
	case "line", "nestrow":
		if d.open {
			d.lineEnd()
		}
	case "tab", "nestcell":
		if d.open {
			d.gap()
		}
	case "cell":
		d.endParagraph()
		d.beginCell()
		d.endCell()
		d.cell = false
	case "row":
		d.endParagraph()
		if d.row {
			d.endRow()
		}
		d.row, d.cell = false, false
	}
}

// unicode takes a letter by its number, which is that of a UTF-16 unit; a pair of
// surrogates stands in two words. What repeats it in the code page is passed over.
func (d *rtf) unicode(n int) {
	d.flush()
	r := rune(uint16(n))
	d.skip = d.repeats + 1
	if utf16.IsSurrogate(r) {
		low, next := d.lowSurrogate()
		if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
			d.at = next
		}
	}
	d.say(string(r))
}

// lowSurrogate is the number of the next word "u" and the offset behind it.
func (d *rtf) lowSurrogate() (rune, int) {
	at := d.at
	for k := 0; k <= d.repeats && at < len(d.data) && d.data[at] != '\\'; k++ {
		at++
	}
	if !strings.HasPrefix(string(d.data[at:min(len(d.data), at+2)]), "\\u") {
		return utf8.RuneError, d.at
	}
	before := d.at
	d.at = at + 2
	n := d.number()
	if d.at < len(d.data) && d.data[d.at] == ' ' {
		d.at++
	}
	at, d.at = d.at, before
	return rune(uint16(n)), at
}

// charsets are the code pages of the character sets that fonts name.
var charsets = map[int]string{
	161: "windows-1253", 162: "windows-1254", 163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257",
	204: "windows-1251", 238: "windows-1250", 222: "windows-874", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5",
}

func (d *rtf) charset(n int) {
	if name := charsets[n]; name != "" && d.dest == toFonts {
		d.fonts[d.font], _ = named(name)
	}
}

// date takes a part of a date among the properties.
func (d *rtf) date(part string, n int) {
	at := &d.t.Created
	switch d.dest {
	case toCreated:
	case toUpdated:
		at = &d.t.Updated
	default:
		return
	}
	switch {
	case part == "yr" && n > 0 && n < 10_000:
		*at = fmt.Sprintf("%04d", n)
	case len(*at) == 4 && part == "mo" && n > 0 && n <= 12, len(*at) == 7 && part == "dy" && n > 0 && n <= 31:
		*at += fmt.Sprintf("-%02d", n)
	}
}
