package dates

import "chancery/pipeline/text"

// year1 decides whether a bare number of four digits is a year.
func (r *reader) year1(p *point) bool {
	prev, next := r.at(p.first-1), r.at(p.end)
	if p.first <= r.sent {
		prev = text.Token{}
	}
	known := yearAfter.Has(prev)
	switch {
	case p.wordYear:
		return (prev.Is(keyIn) || prev.Is(keyOf) || prev.Is(keyFrom) || r.word(p.first-1).value == 4 && r.word(p.first-1).sort == unit || known && !prev.Is(keyThe) && !prev.Is(keyAnd)) &&
			(next.Class != text.Word || !next.Has(text.Lower) || p.end >= r.limit || yearAfter.Has(next))
	case r.listedWithRefused(p.first) || r.cited(p.first) || r.numbered(p.first) && !r.yearIsMeant(p.first):
		return false
	case !known && r.volume(p) || r.oneOfTwo(p):
		return false
	case r.tallied(p) || r.otherCalendar(p):
		return false
	case !known && next.Class == text.Open && r.at(p.end+1).Len() == 4 && r.at(p.end+1).Class == text.Number && r.at(p.end+2).Class == text.Close:
		return false // "1876 (2014)" is a figure with its year
	case !known && (r.fallsTo(p.end) || p.end < r.limit && r.word(p.end).sort == article): // "1990 to 1204", "2100 a head"
		return false
	case prev.Is(keyAt) && !next.Is(text.KeyOf("prices")):
		return false
	case p.end < r.limit && notYearBefore.Has(next):
		return prev.Is(keyIn) && prev.Has(text.SentStart) && p.y >= 1700 && p.y <= 2100
	case r.address(p) || r.phone(p.first):
		return false
	case p.y < 1400 || p.y >= 2100:
		return known && !prev.Is(keyThe) && !prev.Is(keyAnd) && !prev.Is(keyOf) && !prev.Is(keyTo) && p.y < 2200 && !r.counts(next)
	}
	return known || p.end >= r.limit || !r.counts(next)
}

// fallsTo reports whether a dash or "to" and an unlikely year follow.
func (r *reader) fallsTo(i int) bool {
	next, _ := r.separator(i)
	t := r.at(next)
	return next > 0 && next < r.limit && t.Class == text.Number && t.Len() >= 4 && (t.Num() < 1400 || t.Num() > 2100)
}

// countedRange reports whether two round numbers or early ones stand before what
// they count: "between 1800 and 2000 people".
func (r *reader) countedRange(a, b *point) bool {
	if b.end >= r.limit || !notYearBefore.Has(r.at(b.end)) || r.at(a.first-1).Is(keyIn) {
		return false
	}
	const unitLen = 3 // "kHz", "MW"
	return a.y < 1900 || b.y%100 == 0 || r.at(b.end).Len() <= unitLen
}

// numbered reports whether the word before token first, or the noun that "is"
// joins to it, is one that a number names: "case 12/1994", "flight QR 2014",
// "the room number is 1914".
func (r *reader) numbered(first int) bool {
	const apart = 3
	for i := first - 1; i >= max(r.sent, first-apart); i-- {
		t := r.at(i)
		if notYearAfter.Has(t) {
			return t.Len() < 5 || r.at(i+1).Class != text.Dot
		}
		if t.Class != text.Dot && !t.Is(keyIs) && (i < first-1 || !t.Has(text.Upper) || t.Len() > 3) {
			return false
		}
	}
	return false
}

var keyIs = text.KeyOf("is")

// cited reports whether the number is a page of a collection: "22 U.S.T. 1570".
func (r *reader) cited(first int) bool {
	const longest = 8
	for i := first - 1; i >= max(r.sent, first-longest); i-- {
		switch t := r.at(i); {
		case t.Class == text.Number:
			return i < first-1
		case t.Class != text.Dot && !t.Has(text.Upper):
			return false
		}
	}
	return false
}

// tallied reports whether a number stands in a sum or a slogan: "views: 2019",
// "page 12 of 2019", "the 2030 Agenda".
func (r *reader) tallied(p *point) bool {
	prev := r.at(p.first - 1)
	switch next := r.at(p.end); {
	case prev.Class == text.Colon && !r.at(p.first).Has(text.LineStart): // but "Visits:", and a line of a year under it
		return tallies.Has(r.at(p.first - 2))
	case prev.Is(keyOf) && r.at(p.first-2).Class == text.Number:
		return r.at(p.first - 3).Is(keyPage)
	default:
		return p.end < r.limit && next.Capital() && slogans.Has(next)
	}
}

var (
	slogans = text.NewSet("agenda", "vision")
	keyPage = text.KeyOf("page")
)

// volume reports whether a number is a volume of a collection or so many of a
// number: "2005 UNTS 312", "1998 of 2005 members".
func (r *reader) volume(p *point) bool {
	next := r.at(p.end)
	return r.at(p.end+1).Class == text.Number && p.end+1 < r.limit && (next.Is(keyOf) || next.Has(text.Upper) && next.Len() > 2 && r.word(p.end).sort == none)
}

// oneOfTwo reports whether a round number stands with another before what both
// count: "about 1900 or 2000 refugees".
func (r *reader) oneOfTwo(p *point) bool {
	next := r.at(p.end)
	return p.y%50 == 0 && (next.Is(keyOr) || next.Is(keyAnd)) && r.at(p.end+1).Class == text.Number && p.end+2 < r.limit && notYearBefore.Has(r.at(p.end+2))
}

// otherCalendar reports whether a year is counted from another era than ours:
// "1440 AH", "the Hijri year 1442".
func (r *reader) otherCalendar(p *point) bool {
	if w := r.word(p.first - 1); w.sort == unit && w.value == 4 && otherYears.Has(r.at(p.first-2)) {
		return true
	}
	if otherYears.Has(r.at(p.first-1)) && p.y < 1700 {
		return true
	}
	next, dot := r.at(p.end), r.at(p.end+1).Class == text.Dot
	return p.end < r.limit && p.y > 0 && p.y < 1500 && (next.Is(keyAH) || next.Has(text.Upper) && (next.Is(keySH) || next.Is(keyH) && !dot) ||
		dot && next.Is(keyA) && r.at(p.end+2).Is(keyH))
}

var (
	keyAH = text.KeyOf("ah")
	keySH = text.KeyOf("sh")
	keyH  = text.KeyOf("h")
)

// numberedList reports whether the numbers listed before token i follow a word
// that numbers them: "pages 12-14, 1998-2004".
func (r *reader) numberedList(i int) bool {
	const longest = 40
	numbers := 0
	for j := i - 1; j >= max(r.sent, i-longest); j-- {
		switch t := r.at(j); t.Class {
		case text.Number:
			numbers++
		case text.Comma, text.Dash, text.Slash, text.Dot:
		case text.Word:
			if !t.Is(keyAnd) && !t.Is(keyOr) && !t.Is(keyTo) {
				return notYearAfter.Has(t) && (numbers > 0 || j == i-1)
			}
		default:
			return false
		}
	}
	return false
}

// listedWithRefused reports whether a number is listed with one that was refused.
func (r *reader) listedWithRefused(first int) bool {
	if r.refused < 0 || r.refused >= first {
		return false
	}
	i := r.refused
	if i+3 <= first && r.at(i).Class == text.Open && r.at(i+2).Class == text.Close { // "resolutions 1325 (2000) and 1888 (2009)"
		i += 3
	}
	if first-i > 3 {
		return false
	}
	for ; i < first; i++ {
		if t := r.at(i); t.Class != text.Comma && t.Class != text.Dash && !t.Is(keyAnd) && !t.Is(keyOr) && !t.Is(keyTo) {
			return false
		}
	}
	return true
}

// yearIsMeant reports whether "than" or another word before a number belongs to
// a comparison of years: "later than 2012", "the year is greater than 2012".
func (r *reader) yearIsMeant(first int) bool {
	if !r.at(first - 1).Is(keyThan) {
		return false
	}
	if comparisons.Has(r.at(first - 2)) {
		return true
	}
	for i := first - 2; i > first-5; i-- {
		if w := r.word(i); w.sort == unit && w.value == 4 {
			return true
		}
	}
	return false
}

var comparisons = text.NewSet("later", "earlier")

// address reports whether a number is that of a house: "1600 Pennsylvania Avenue".
func (r *reader) address(p *point) bool {
	for i := p.end; i < min(p.end+4, r.limit) && r.at(i).Class == text.Word && r.at(i).Capital(); i++ {
		if streets.Has(r.at(i)) {
			return i > p.end
		}
	}
	return false
}

// phone reports whether only digits and signs stand between a number and the
// word "telephone".
func (r *reader) phone(first int) bool {
	for i := first - 1; i >= max(0, first-12); i-- {
		switch t := r.at(i); t.Class {
		case text.Word:
			return phones.Has(t) && (i >= r.sent || r.at(i+1).Class == text.Dot)
		case text.Stop:
			return false
		}
	}
	return false
}

// counts reports whether a word looks like a counted noun: a plural in small
// letters.
func (r *reader) counts(t text.Token) bool {
	return t.Class == text.Word && t.Has(text.Lower) && t.Len() > 3 && r.doc.Text[t.End-1] == 's' && !onward.Has(t)
}
