package facts

import (
	_ "embed"
	"math"
	"strconv"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

//go:embed units.tsv
var unitList string

// A unit is a word of units.tsv.
type unit struct {
	use   string // currency, scale, number, more, less, about, refused, percent
	value string
}

var units = func() *text.Phrases[unit] {
	all := map[string]unit{}
	for line := range strings.SplitSeq(unitList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		for _, w := range strings.Split(f[2], ";") {
			all[w] = unit{f[0], f[1]}
		}
	}
	return text.NewPhrases(all)
}()

// readQuantities reads figures: amounts of money and counts of things.
func readQuantities(s *sentence) {
	for i := s.at.First; i < s.at.End; i++ {
		t := s.doc.Tokens[i]
		if t.Class != text.Number && (t.Class != text.Word || !t.Has(text.Lower|text.SentStart) || !units.MayBegin(t)) {
			continue
		}
		if end := s.quantity(i); end > i {
			i = end - 1
		}
	}
}

// unitAt is the unit word at token i and its length in tokens.
func (s *sentence) unitAt(i int) (unit, int) {
	if i < s.at.First || i >= s.at.End {
		return unit{}, 0
	}
	return units.Longest(s.doc.Tokens, i, s.at.End)
}

// quantity reads the figure that begins at token i and returns the token after
// it, or i when there is none.
func (s *sentence) quantity(i int) int {
	value, end := s.figure(i)
	if end == i || s.taken(i) || i > s.at.First && s.doc.Tokens[i-1].Is(keyThe) {
		return i // "the three movements" were counted before
	}
	q := &pipeline.QuantityValue{Comparator: s.comparator(i)}
	value, end, scaled := s.scale(value, end)
	q.Value = strconv.FormatFloat(value, 'f', -1, 64)
	u, n := s.unitAt(end)
	symbol := s.symbolBefore(i)
	switch {
	case n > 0 && u.use == "currency":
		q.Unit, end = u.value, end+n
		q.Indicator = s.measured(i, end)
	case symbol != "":
		q.Unit, q.Indicator = symbol, s.measured(i, end)
	default:
		phrase, after := s.counted(end)
		if phrase == "" {
			phrase = s.numberOf(i)
		}
		if phrase == "" || !scaled && q.Comparator == "" && s.idleCount(i, value, text.Range{First: end, End: after}) {
			return end
		}
		q.Indicator, end = phrase, after
		if scaled && u.use == "refused" {
			return end
		}
	}
	if q.Indicator == "" {
		q.Indicator = s.sameAmount(i)
	}
	if q.Indicator == "" {
		return end
	}
	s.amount = amount{end: end, of: q.Indicator}
	f := &pipeline.Fact{Class: "quantity", Rule: "quantities", Strength: pipeline.Likely, At: []text.Range{{First: i, End: end}}, Quantity: q}
	f.Why = s.doc.Slice(f.At[0])
	s.dateFigure(f, s.asOf(i, end, q.Unit != ""))
	s.keep(f, happened)
	return end
}

// dateFigure gives a figure the date for which it is given.
func (s *sentence) dateFigure(f *pipeline.Fact, when *piece) {
	if when == nil {
		return
	}
	dated(f, when)
	if k := s.indexOf(when); s.p(k-1).has(of) && s.p(k-2).has(as) {
		f.Date = f.Date.Begun() // "124 (as of October 2020)"
	}
}

// scale multiplies a figure by the words behind it, "million" or "thousand million",
// and adds what is left over: "2 billion 500 million".
func (s *sentence) scale(value float64, end int) (scaled float64, after int, found bool) {
	least := 1.0
	for {
		u, n := s.unitAt(end)
		if n == 0 || u.use != "scale" {
			break
		}
		least, _ = strconv.ParseFloat(u.value, 64)
		value, end, found = math.Round(value*least*100)/100, end+n, true
		if c, _ := s.unitAt(end + 1); end < s.at.End && s.doc.Tokens[end].Class == text.Dot && c.use == "currency" {
			end++ // "560 mln. US dollars"
		}
	}
	if found && end < s.at.End && s.doc.Tokens[end].Class == text.Number {
		rest, at := s.figure(end)
		u, n := s.unitAt(at)
		if factor, _ := strconv.ParseFloat(u.value, 64); u.use == "scale" && factor < least {
			return value + rest*factor, at + n, true
		}
	}
	return value, end, found
}

// asOf is the date for which the figure in the tokens from i to end is given: "in
// 2018" behind it, or the date that opens the sentence when it is the only one; nil
// for none.
func (s *sentence) asOf(i, end int, money bool) *piece {
	var first, before, behind *piece
	dates := 0
	for k := range s.pieces {
		p := s.p(k)
		if p.kind != date {
			continue
		}
		if dates++; first == nil {
			first = p
		}
		if p.at.End <= i {
			before = p
		}
		if behind == nil && p.at.First >= end && p.at.First <= end+3 && s.p(k-1).has(in|as|of|by|from|during) && !s.anotherYear(k) {
			behind = p
		}
		if behind == nil && p.at.First >= end && p.at.First <= end+1 && s.p(k-1).kind == openSign && s.p(k+1).kind == closeSign {
			behind = p // "US$ 4.7 billion (2022)"
		}
	}
	switch {
	case behind != nil:
		return behind
	case money && before != nil && s.dated(before, i):
		return before
	case dates == 1 && first.at.End <= i && s.opening() == first:
		return first
	}
	return nil
}

// anotherYear reports whether the date at piece k opens brackets on another figure:
// "$ 12.1 mln (in 2020 – $ 8.4 mln)".
func (s *sentence) anotherYear(k int) bool {
	next := s.p(k + 1)
	return s.p(k-2).kind == openSign && next.kind == stop && next.at.Len() > 0
}

// An amount is the last one that a sentence gave.
type amount struct {
	end int    // token behind it
	of  string // what it was of
}

// sameAmount is what the amount at token i is of when only dates and signs part it from
// another: "trade: 2019: US$ 33 million; 2020: US$ 35 million"; "" for none.
func (s *sentence) sameAmount(i int) string {
	const furthest = 9 // tokens
	if s.amount.end <= s.at.First || i-s.amount.end > furthest {
		return ""
	}
	for k := s.amount.end; k < i; k++ {
		t := s.doc.Tokens[k]
		if t.Class == text.Word && !s.inDate(k) && !t.Is(keyAnd) && !t.Is(keyIn) && !t.Has(text.Upper) {
			return ""
		}
	}
	return s.amount.of
}

// inDate reports whether a date covers token i.
func (s *sentence) inDate(i int) bool {
	for k := range s.pieces {
		if p := s.p(k); p.kind == date && p.at.First <= i && i < p.at.End {
			return true
		}
	}
	return false
}

// dated reports whether the date at piece p is said of the amount at token i, not far
// behind it: "trade in 2018 amounted to", "trade during 2021-22 stood at".
func (s *sentence) dated(p *piece, i int) bool {
	const furthest = 14 // tokens
	return i-p.at.End <= furthest && (s.p(s.indexOf(p)-1).has(in|for_|by) || s.p(s.indexOf(p)-1).kind == openSign || s.p(s.indexOf(p)-1).has(of) || s.p(s.indexOf(p)+1).kind == stop && i-p.at.End <= 4 || s.says(s.indexOf(p)-1, "during"))
}

// numberOf is what the line counts before the figure at token i, "Number of Japanese
// nationals in Peru: 124", or "".
func (s *sentence) numberOf(i int) string {
	const furthest = 14 // tokens
	t, first := s.doc.Tokens, s.pastBullet(s.at)
	if i-1 > first+2 && t[i-1].Class == text.Colon && t[first].Is(keyNumber) && t[first+1].Is(keyOf) {
		return s.doc.OneLine(text.Range{First: first + 2, End: i - 1})
	}
	for k := i - 3; k >= s.at.First && k > i-furthest; k-- {
		if t[k].Is(keyNumber) && t[k+1].Is(keyOf) {
			from := k + 2
			for from < i && t[from].Is(keyThe) {
				from++
			}
			phrase, end := s.counted(from)
			if end >= i {
				return ""
			}
			return phrase // "the number of tourists exceeded 200 thousand"
		}
	}
	return ""
}

var keyNumber = text.KeyOf("number")

// taken reports whether a mention covers token i: a date, a title, a name.
func (s *sentence) taken(i int) bool {
	k, exact := s.pieceAt(i)
	if !exact {
		k--
	}
	p := s.p(k)
	return p.at.End > i && (p.m != nil || p.kind == role)
}
