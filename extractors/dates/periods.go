package dates

import (
	"strconv"

	"chancery/pipeline/text"
)

// period reads quarters, halves and centuries: "Q1", "third quarter", "H2",
// "second half", "20th century".
func (r *reader) period(what byte, i int, p *point) int {
	if w := r.word(i); w.sort == letter {
		return r.lettered(what, i, int(w.value), p)
	}
	v, n, isOrdinal := r.ordinal(i)
	switch w := r.word(i); {
	case w.sort == roman && r.at(i).Has(text.Upper): // "XIX century", "III quarter"
		v, n, isOrdinal = int(w.value), 1, r.at(i-1).Class != text.Dash
		if suffixes.Has(r.at(i + 1)) {
			n++
		}
	case r.at(i+1).Is(keyQ) && !r.at(i+1).Has(text.Spaced) && what == 'q' && v <= 4: // "4Q"
		p.quarter = small(v)
		return took(v > 0) * 2
	case r.at(i+1).Is(keyH) && !r.at(i+1).Has(text.Spaced) && what == 'h' && v <= 2: // "1H"
		p.half = small(v)
		return took(v > 0) * 2
	}
	if r.at(i).Is(keyLast) && what == 'q' && r.at(i+2).Is(keyOf) {
		v, n, isOrdinal = 4, 1, true
	}
	if !isOrdinal {
		return 0
	}
	j := i + n
	if r.at(j).Class == text.Dash {
		j++
	}
	u := r.word(j)
	switch {
	case u.sort != unit || j >= r.limit:
		return 0
	case what == 'q' && u.value == 7 && v >= 1 && v <= 4:
		p.quarter = small(v)
	case what == 'h' && u.value == 8 && v >= 1 && v <= 2:
		p.half = small(v)
	case what == 'c' && u.value == 6 && v >= 1 && v <= 22:
		p.century = small(v)
	default:
		return 0
	}
	return j + 1 - i
}

// lettered reads "Q3" and "H1".
func (r *reader) lettered(what byte, i, value int, p *point) int {
	n := r.at(i + 1)
	v := n.Num()
	switch {
	case n.Class != text.Number || n.Has(text.Spaced) || n.Len() != 1 || v < 1:
		return 0
	case what == 'q' && value == 7 && v <= 4:
		p.quarter = small(v)
	case what == 'h' && value == 8 && v <= 2:
		p.half = small(v)
	default:
		return 0
	}
	return 2
}

// decade reads "1990s", "1990's", "1990-s", "'90s", "the 90s" and "nineties". The
// 1800s and 1900s are centuries.
func (r *reader) decade(i int, p *point) int {
	if w := r.word(i); w.sort == decade {
		if r.inAge(i) {
			return 0
		}
		p.decade = 190 + w.value
		if h := r.word(i - 1); h.sort == cardinal && h.value > 10 && h.value < 20 {
			p.decade = h.value*10 + w.value // "the Seventeen Nineties"
			return 1
		}
		const ahead = 2 // decades that are spoken of before they come
		if y := r.writtenOn; len(y) >= 4 && y[:3] < strconv.Itoa(int(p.decade)-ahead) {
			p.decade -= 10 // "the nineties", told in 1961
		}
		return 1
	}
	first := i
	if r.at(i).Class == text.Apos {
		i++
	}
	t, s := r.at(i), r.pluralAt(i+1)
	apostrophe := i > first
	if t.Class != text.Number || t.Num()%10 != 0 || s == 0 || apostrophe && t.Has(text.Spaced) {
		return 0
	}
	apart := r.at(i + 1).Has(text.Spaced)
	switch y := t.Num(); {
	case t.Len() == 2 && !apart && (apostrophe || y >= 50 && r.wordsDecade(i)):
		p.decade = small(190 + y/10)
	case t.Len() != 4 || apart && apostrophe:
		return 0
	case y%100 == 0 && y >= 1000 && y < 2000:
		p.century = small(y/100 + 1)
	case y >= 1000 && y < 2200:
		p.decade = small(y / 10)
	default:
		return 0
	}
	return i + 1 + s - first
}

// inAge reports whether the decade at token i is one of someone's life: "in his middle forties".
func (r *reader) inAge(i int) bool {
	for i--; r.word(i).sort == partOf || r.at(i).Class == text.Dash; i-- {
	}
	return owners.Has(r.at(i))
}

// owners are those whose years a decade may count.
var owners = text.NewSet("his", "her", "their", "my", "our", "your", "whose")

// pluralAt reads the "s", "'s", "-s" or "-ies" of a decade at token i.
func (r *reader) pluralAt(i int) int {
	t := r.at(i)
	switch {
	case t.Is(keyS) || t.Has(text.Possess) && !t.Has(text.Spaced):
		return 1
	case t.Class == text.Dash && !t.Has(text.Spaced) && (r.at(i+1).Is(keyS) || r.at(i+1).Is(keyIes)) && !r.at(i+1).Has(text.Spaced):
		return 2
	}
	return 0
}

// wordsDecade reports whether "the", "early", "mid-" or another decade stands before
// token i, as before two digits that are a decade and no age.
func (r *reader) wordsDecade(i int) bool {
	if r.at(i-1).Class == text.Dash {
		i--
	}
	return i > r.sent && (r.at(i-1).Is(keyThe) || r.word(i-1).sort == partOf || r.at(i-1).Is(keyAnd) && r.partOfFound(i-1) && r.found[len(r.found)-1].a.decade > 0)
}

// era reads a year with its era: "44 BC", "79 A.D.", "A.D. 79", "2555 BE", the
// era of Thailand, whose year 2500 began in 1957.
func (r *reader) era(i int, p *point) int {
	if r.doc.Tokens[i].Class == text.Number {
		sign, n := r.eraName(i + 1)
		return r.inEra(i, sign, p) * (1 + n)
	}
	sign, n := r.eraName(i)
	if n == 0 || i+n >= r.limit || sign < 0 {
		return 0
	}
	return r.inEra(i+n, sign, p) * (n + 1)
}

// the signs of eras
const (
	common   = 1
	before   = -1
	buddhist = 2
)

// eraName reads the name of an era in capitals, with full stops or without.
func (r *reader) eraName(i int) (sign, tokens int) {
	t := r.at(i)
	if i >= r.limit || t.Class != text.Word || !t.Has(text.Upper) {
		return 0, 0
	}
	if dotted := r.at(i+1).Class == text.Dot && r.at(i+3).Class == text.Dot && i+3 < r.limit; dotted {
		switch second := r.at(i + 2); {
		case t.Is(keyA) && second.Is(keyD), t.Is(keyC) && second.Is(keyE):
			return common, 4
		case t.Is(keyB) && second.Is(keyC):
			return before, 4
		case t.Is(keyB) && second.Is(keyE):
			return buddhist, 4
		}
		return 0, 0
	}
	switch {
	case t.Is(keyBC) || t.Is(keyBCE):
		return before, 1
	case t.Is(keyBE):
		return buddhist, 1
	case eras.Has(t):
		return common, 1
	}
	return 0, 0
}

// inEra gives p the year of token i, counted in an era. Years before the common
// era are counted as ISO 8601 does, where 44 BC is -43.
func (r *reader) inEra(i, sign int, p *point) int {
	t := r.at(i)
	y := t.Num()
	if t.Class != text.Number || t.Len() > 4 || y < 1 {
		return 0
	}
	switch sign {
	case before:
		y = 1 - y
	case buddhist:
		y -= 543
	case common:
	default:
		return 0
	}
	if y == 0 || y > 2999 || sign == buddhist && y < 1000 {
		return 0
	}
	p.y = y
	return 1
}

// week reads "week 25" and "W25".
func (r *reader) week(i int, p *point) int {
	w, n := r.word(i), r.at(i+1)
	named := w.sort == unit && !r.plural(i)
	if w.value != 2 || !named && (w.sort != letter || n.Has(text.Spaced)) || n.Class != text.Number || n.Len() > 2 || n.Num() < 1 || n.Num() > 53 {
		return 0
	}
	p.unit, p.nth, p.many = 2, small(n.Num()), 1
	return 2
}

// counting reads which of the parts of a month or year is meant: "third
// Tuesday", "last day", "first two weeks".
func (r *reader) counting(i int, p *point) int {
	if n := r.week(i, p); n > 0 {
		return n
	}
	v, n, isOrdinal := r.ordinal(i)
	if r.doc.Tokens[i].Is(keyLast) {
		v, n, isOrdinal = -1, 1, true
	} else if isOrdinal && r.at(i+n).Is(keyLast) { // "third last week"
		v, n = -v, n+1
	}
	if !isOrdinal || v == 0 {
		return 0
	}
	j, many := i+n, 1
	if v == 1 || v == -1 {
		if c, n := r.count(j); n > 0 {
			j, many = j+n, c
		}
	}
	switch w := r.word(j); {
	case j >= r.limit:
		return 0
	case w.sort == weekday:
		p.weekday = w.value
	case w.sort == unit && w.value <= 3:
		p.unit = w.value
	default:
		return 0
	}
	p.nth, p.many = small(v), small(many)
	return j + 1 - i
}

// count reads a small cardinal in digits or a word.
func (r *reader) count(i int) (value, tokens int) {
	t := r.at(i)
	if i >= r.limit {
		return 0, 0
	}
	if t.Class == text.Number && t.Len() <= 2 {
		return t.Num(), 1
	}
	if w := r.word(i); w.sort == cardinal {
		return int(w.value), 1
	}
	return 0, 0
}
