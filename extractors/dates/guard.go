package dates

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed guards.tsv
var guardList string

// guards are the word sets of guards.tsv by name.
var guards = func() map[string]text.Set {
	sets := map[string]text.Set{}
	for _, line := range strings.Split(guardList, "\n") {
		if f := strings.Split(line, "\t"); len(f) == 3 && f[0][0] != '#' {
			sets[f[0]] = text.NewSet(strings.Fields(f[1])...)
		}
	}
	return sets
}()

var (
	notYearAfter  = guards["before"]
	notYearBefore = guards["after"]
	yearAfter     = guards["year"]
	monthAfter    = guards["month"]
	looseAfter    = guards["loose"]
	dayAfter      = guards["day"]
	phones        = guards["phone"]
	streets       = guards["street"]
	tallies       = guards["tally"]
	plans         = guards["plan"]
	otherYears    = guards["calendar"]
	namedAfter    = guards["event"]
)

// stands reports whether a point that no range or list supports may stand as a
// date where it is.
func (r *reader) stands(p *point) bool {
	switch p.rule {
	case "numeric-bare":
		return r.alone(p.first, p.end) && !p.ambiguous
	case "numeric-short":
		return !r.phone(p.first) && !r.numbered(p.first) && (r.at(p.first+1).Class != text.Dot || p.padded || r.datedBefore(p.first) || r.alone(p.first, p.end))
	case "iso-line":
		return r.chronicleLine(p)
	case "iso-month":
		return !r.numbered(p.first)
	case "numeric-month":
		return !r.numbered(p.first) && r.at(p.first-1).Class != text.Number && (r.at(p.first+1).Class == text.Slash || p.padded || r.datedBefore(p.first))
	case "iso-basic":
		prev := r.at(p.first - 1)
		return r.datedBefore(p.first) || r.alone(p.first, p.end) || prev.Class == text.Dash && r.at(p.end).Class == text.Dot
	case "month-year":
		return r.word(p.first).sort != roman || !r.numbered(p.first) // "Part X/1998"
	case "roman-month":
		return !r.at(p.first+1).Has(text.Spaced) || r.datedBefore(p.first)
	case "holiday":
		return p.y != 0 || p.shape() == hasDay|hasMonth && (!p.lowerMonth && feastAfter.Has(r.at(p.first-1)) || r.alone(p.first, p.end))
	case "weekday-day", "nth-of-month":
		return true
	case "year-era", "fiscal-year":
		return true
	}
	switch s := p.shape(); {
	case s == hasYear && p.shortYear:
		return yearAfter.Has(r.at(p.first-1)) && !notYearBefore.Has(r.at(p.end))
	case s == hasYear:
		return r.year1(p)
	case s == hasMonth:
		return r.bareMonth(p)
	case s == hasDay:
		return r.bareDay(p)
	case s == hasDay|hasMonth:
		return r.dayOfMonth(p)
	case s == hasMonth|hasYear:
		return !p.shortYear || r.shortYearStands(p)
	case (s == isQuarter || s == isHalf) && r.saysOf(p.end, 4): // "the first half of last year"
		return true
	case s == isQuarter:
		return (r.at(p.first-1).Is(keyThe) || r.alone(p.first, p.end)) && !r.at(p.end).Is(keyOf) && !r.at(p.end-1).Has(text.Title)
	case s == isHalf:
		return r.at(p.first).Has(text.Upper) && r.datedBefore(p.first)
	case s&isCentury != 0:
		return !r.at(p.end-1).Capital() && !r.beforeChrist(p.end) // "21st Century" in a slogan is a name
	}
	if p.shortYear && p.n == 0 {
		return r.shortYearStands(p)
	}
	return p.n < 2 || !r.isReference(p.first)
}

// isReference reports whether "No." stands before token i: "Note No. 12/05/2011".
func (r *reader) isReference(i int) bool {
	if r.at(i-1).Class == text.Dot { // after "Nr." a sentence may seem to end
		i--
	}
	return references.Has(r.at(i-1)) || r.symbol(i-1) == "№"
}

var references = text.NewSet("no", "nos", "nr", "number", "ref", "reference")

// beforeChrist reports whether "BC", "B.C." or "BCE" stands at token i.
func (r *reader) beforeChrist(i int) bool {
	switch r.symbol(i) {
	case "BC", "BCE":
		return true
	}
	return r.symbol(i) == "B" && r.at(i+1).Class == text.Dot && r.symbol(i+2) == "C"
}

// feastAfter are the words after which a holiday without a year is a day and not
// the subject of a sentence.
var feastAfter = text.NewSet("on", "by", "since", "until", "till", "before", "after", "from")

// shortYearStands decides on "14 April 15": a number that cannot be a day, one
// with an apostrophe, or one that ends what it stands in.
func (r *reader) shortYearStands(p *point) bool {
	const near = 3 // days
	next := r.at(p.end)
	if day := p.y % 100; !p.apostrophe && r.at(p.end-2).Class == text.Comma && day > p.d && day <= p.d+near && r.at(p.end-1).Num() == day {
		return false // "Sept. 23, 24"
	}
	return p.apostrophe || p.y%100 > 39 || p.y%100 > 31 && !r.yearFollows(p.end) && p.d > 0 ||
		p.d > 0 && (p.end >= r.limit || next.Class != text.Word && next.Class != text.Number && next.Class != text.Other || uncounted.Has(next)) && !r.yearFollows(p.end)
}

// uncounted are words that no number before them can count.
var uncounted = text.NewSet("he", "she", "it", "they", "we", "the", "his", "her", "their", "when", "was", "is")

// datedBefore reports whether a word stands before token i that leads up to dates.
func (r *reader) datedBefore(i int) bool {
	prev := r.at(i - 1)
	if prev.Is(keyThe) || prev.Class == text.Colon {
		prev = r.at(i - 2)
	}
	return i > r.sent && dayAfter.Has(prev) || r.word(i-1).sort == weekday || prev.Class == text.Comma && r.word(i-2).sort == weekday
}

// alone reports whether nothing but a preposition or an article stands in the
// sentence beside the tokens from first to end.
func (r *reader) alone(first, end int) bool {
	for i := r.sent; i < first; i++ {
		t := r.at(i)
		named := t.Class == text.Word && !dayAfter.Has(t) && !t.Is(keyThe) && !t.Is(keyIn) && !t.Is(keyAt) && !t.Is(keyOf) && r.word(i).sort == none
		if named || t.Class == text.Number || t.Class == text.Other || i > r.sent+5 {
			return false
		}
	}
	return end >= r.limit || end == r.limit-1 && r.at(end).Class != text.Word && r.at(end).Class != text.Number && r.at(end).Class != text.Other
}

// gluedBefore reports whether the point's digits began before it, as in an
// amount, a decimal, a code or a telephone number.
func (r *reader) gluedBefore(p *point) bool {
	first := &r.doc.Tokens[p.first]
	if p.first == 0 || first.Class != text.Number {
		return false
	}
	prev := r.at(p.first - 1)
	if first.Has(text.Spaced) {
		return prev.Class == text.Number && (p.shape() == hasYear || p.n > 0) && (prev.Len() < 4 || prev.Len() == 4 && (prev.Num() < 1000 || prev.Num() > 2999)) && !r.partOfFound(p.first) ||
			prev.Class == text.Other && r.currency(p.first-1)
	}
	before := r.at(p.first - 2)
	switch prev.Class {
	case text.Other, text.Number:
		return true
	case text.Word: // "l2 March", misread
		return prev.Len() == 1 && misread.Has(prev)
	case text.Colon:
		return before.Class != text.Word || p.shape()&hasMonth == 0 || p.n > 0
	case text.Comma, text.Dot:
		return before.Class == text.Number && !prev.Has(text.Spaced) && !r.partOfFound(p.first-1)
	case text.Slash:
		return before.Class == text.Number && !r.partOfFound(p.first-1) || before.Class == text.Word && p.n == 0 && p.shape() != hasYear|hasMonth && r.word(p.first-2).sort == none
	case text.Dash:
		if prev.Has(text.Spaced) {
			return false
		}
		// "82-2100", "SA-1998", "Kazakhstan-2050"; but "mid-1998"
		return before.Class == text.Number && !r.partOfFound(p.first-1) || p.shape() == hasYear && before.Class == text.Word && before.Capital() && r.word(p.first-2).sort == none
	}
	return false
}

// misread are letters for which a digit may have been taken.
var misread = text.NewSet("l", "i", "o")

// partOfFound reports whether the last date found ends at token i.
func (r *reader) partOfFound(i int) bool {
	n := len(r.found)
	return n > 0 && r.found[n-1].tokens.End == i
}

func (r *reader) currency(i int) bool {
	switch r.symbol(i) {
	case "+":
		return !r.at(i).Has(text.LineStart) || !r.at(i+1).Has(text.Spaced) // "+ 5 May 2018" is an item of a list
	case "$", "€", "£", "¥", "₸", "₽", "#", "№":
		return true
	}
	return false
}

// gluedAfter reports whether the point's digits go on after it.
func (r *reader) gluedAfter(p *point) bool {
	next := r.at(p.end)
	if p.end >= r.limit || r.at(p.end-1).Class != text.Number {
		return false
	}
	if next.Has(text.Spaced) {
		return next.Class == text.Dash && p.shape() == hasYear && !r.inTable(p) && r.at(p.end+1).Class == text.Number && r.at(p.end+1).Len() < 4 && !yearAfter.Has(r.at(p.first-1)) ||
			next.Class == text.Number && (p.n > 0 && p.shape() != hasDay|hasMonth|hasYear || p.shape() == hasYear && next.Len() < 3 && !yearAfter.Has(r.at(p.first-1)))
	}
	after := r.at(p.end + 1)
	digits := after.Class == text.Number && !after.Has(text.Spaced)
	switch next.Class {
	case text.Comma, text.Dot:
		return digits
	case text.Colon:
		return digits && p.y == 0
	case text.Slash, text.Dash:
		return digits && (p.n > 0 || p.shape() == hasYear)
	case text.Word:
		return !next.Is(keyT) && r.word(p.end).sort != letter && !(p.shape() == hasDay) && !suffixes.Has(next)
	case text.Other:
		return true
	}
	return false
}

// inTable reports whether a year begins an entry of figures: "2015 – 120.5; 2016
// – 98.1".
func (r *reader) inTable(p *point) bool {
	prev := r.at(p.first - 1).Class
	return (prev == text.Colon || prev == text.Semi) && r.at(p.end+1).Has(text.Spaced) && !r.phone(p.first)
}

// standsRange decides on ranges, most of which leave no doubt.
func (r *reader) standsRange(a, b *point) bool {
	end := *b
	end.first = a.first
	if r.gluedAfter(&end) && !(a.n > 0 && b.y != 0 && r.at(b.end).Class == text.Dot) {
		return false
	}
	switch {
	case a.rule == "year" && b.rule == "year" && plans.Has(r.at(a.first-1)) && b.y > a.y && b.y-a.y <= 30 && a.y >= 1900 && !r.countedRange(a, b):
		return true // "Protocol 2019-2021"
	case a.rule == "year":
		if !r.year1(a) || r.countedRange(a, b) || r.numberedList(a.first) {
			return false
		}
		return b.rule != "year" || b.y > a.y || a.y-b.y < 100 && a.y > 1400
	case a.n > 0 && a.shape()&hasYear == 0:
		return r.datedBefore(a.first) && !(r.decimal(a) && !b.padded) || r.alone(a.first, b.end)
	case a.rule == "month" && a.looseMonth && a.lowerMonth:
		return b.y != 0 && (r.at(a.first-1).Is(keyFrom) || r.at(a.first-1).Is(keyBetween))
	case b.looseMonth && b.lowerMonth && b.y == 0: // "Articles 8 through 10 may enter into force"
		return a.ordinalDay || b.ordinalDay || r.alone(a.first, b.end)
	}
	return true
}
