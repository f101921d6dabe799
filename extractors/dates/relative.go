package dates

import (
	"time"

	"chancery/pipeline/text"
)

// An origin is what a relative date counts from.
type origin uint8

const (
	nowhere origin = iota // it is not relative
	fromWritten
	fromFocus
	fromAnchor // the date that follows it: "three days after 5 May"
	fromStory  // the day in focus when it is close by, else when the text was written: "on Tuesday"
)

// A relation is what a relative date says: n units from its origin.
type relation struct {
	from    origin
	unit    int // 1 day, 2 week, 3 month, 4 year
	n       int
	month   int  // "last March", "that spring": the month or season, n tells its direction, or with a unit counts years
	weekday int  // "the second Monday after 5 May": the weekday, n counts it
	spans   bool // "two weeks from 20 May": n units long
	whole   bool // "last week": all of it
}

// direction is what a word after a number of units makes of them.
var direction = text.NewTable(map[string]int{
	"ago": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "after": 1, "afterwards": 1, "hence": 1, "from": 1, "following": 1, "prior": -1,
})

// relative reads "last year", "the following month", "two days later" and
// "yesterday" from token i on. Whether there is a date to count from is seen
// when the sentence is settled.
func (r *reader) relative(i int) int {
	w := r.word(i)
	switch w.sort {
	case day:
		return r.addRelative(point{first: i, end: i + 1}, relation{from: fromWritten, unit: 1, n: int(w.value)})
	case unit:
		return r.besideToday(i, w)
	case shift:
		if end := r.shifted(i, w); end > 0 {
			return end
		}
		return r.nthAfter(i)
	case weekday:
		if end := r.nthAfter(i); end > 0 {
			return end
		}
		return r.onWeekday(i, w)
	case ordinal:
		return r.nthAfter(i)
	case month:
		return r.monthIn(i, int(w.value))
	case cardinal, article, tens:
		if v, n := r.below100(i); n > 0 {
			return r.counted(i, v, n)
		}
		return r.counted(i, 1, 1)
	}
	if t := r.doc.Tokens[i]; t.Class == text.Number && t.Len() <= 3 {
		if n := r.at(i + 1); !n.Has(text.Spaced) && n.Class == text.Word {
			return r.nthAfter(i)
		}
		return r.counted(i, t.Num(), 1)
	}
	return 0
}

// writtenDay is the day n days from the one on which the text was written, read
// at token i.
func (r *reader) writtenDay(i, n int) point {
	t, err := time.Parse(time.DateOnly, r.writtenOn)
	if err != nil {
		return point{}
	}
	t = t.AddDate(0, 0, n)
	return point{first: i, end: i + 1, rule: "relative", y: t.Year(), m: int(t.Month()), d: t.Day()}
}

var during = text.NewSet("of", "over", "for", "within", "during", "throughout")

// shifted reads "last year", "the same day", "next March", "of that year".
func (r *reader) shifted(i int, w word) int {
	u, t := r.word(i+1), r.at(i)
	from := fromWritten
	definite := r.at(i-1).Is(keyThe) && i > r.sent
	if w.mark == told || definite && t.Is(keyNext) {
		from = fromFocus
	}
	switch {
	case i+1 >= r.limit:
	case u.sort == unit && u.value <= 4 && !r.plural(i+1):
		if t.Is(keyPast) || t.Is(keyComing) && u.value != 4 || r.at(i+2).Is(keyOf) || t.Is(keyThis) && u.value == 1 || t.Is(keyLast) && (definite || u.value == 1) {
			return 0
		}
		if next := r.at(i + 2); next.Class == text.Dash && !next.Has(text.Spaced) || w.value == 0 && next.Has(text.Possess) {
			return 0 // "last-minute", "this year's"; "the last year" ends now
		}
		if end := r.ofThat(i, relation{from: from, unit: int(u.value), n: int(w.value)}); end > 0 {
			return end
		}
		if definite && t.Is(keyNext) && (during.Has(r.at(i-2)) || r.at(i-2).Is(keyIn) && u.value > 1) {
			return 0 // "over the course of the next year"
		}
		return r.addRelative(point{first: i, end: i + 2}, relation{from: from, unit: int(u.value), n: int(w.value), whole: u.value == 2})
	case u.sort == partOfDay && w.mark != told && r.at(i+1).Has(text.Lower):
		return r.addRelative(point{first: i, end: i + 2}, relation{from: fromWritten, unit: 1, n: int(w.value)})
	case u.sort == weekday && t.Is(keyThis):
		return r.thisWeekday(i+1, u)
	case u.sort == weekday && w.value != 0 && r.at(i+1).Capital() && r.at(i+1).Len() > 5 && !r.at(i+2).Is(keyOf):
		return r.addRelative(point{first: i, end: i + 2}, relation{from: from, weekday: int(u.value), n: int(w.value)})
	case u.sort == season && !r.plural(i+1):
		next := i + 2
		if r.at(next).Class == text.Comma {
			next++
		}
		if r.at(next).Class == text.Number || r.at(next).Is(keyOf) || u.value == winter || t.Is(keyPast) || t.Is(keyComing) {
			return 0 // a winter lies in two years
		}
		return r.addRelative(point{first: i, end: i + 2}, relation{from: from, month: int(u.value), n: int(w.value)})
	case u.sort == month && r.at(i+1).Capital() && !(u.mark == loose && !(definite && w.mark == told) && r.at(i+2).Class == text.Word && r.at(i+2).Capital()):
		if r.at(i+2).Class == text.Number || r.at(i+2).Class == text.Dot && r.at(i+3).Class == text.Number && r.at(i+3).Len() <= 2 {
			return 0 // "next Aug. 31"
		}
		return r.addRelative(point{first: i, end: i + 2}, relation{from: from, month: int(u.value), n: int(w.value)})
	}
	return 0
}

// ofThat lets "of that year" and "of the following month" end the date before it:
// "June 20 of that year", "the 5th of the same month", "in November last year".
func (r *reader) ofThat(i int, of relation) int {
	first := i
	if r.at(i - 1).Is(keyThe) {
		first--
	}
	if r.at(first - 1).Is(keyOf) {
		first--
	} else if of.unit != 4 || of.from != fromWritten || first < i {
		return 0
	}
	if of.unit < 3 || !r.partOfFound(first) {
		return 0
	}
	f := &r.found[len(r.found)-1]
	if f.a.y != 0 || f.relation.from != nowhere || (of.unit == 3) != (f.a.shape() == hasDay) {
		return 0
	}
	f.tokens.End, f.of = i+2, of
	r.shareOf(len(r.found) - 1)
	return i + 2
}

// shareOf gives the dates that are listed before a date the year that it is said to
// be of: "on 14 and 17 May last year". A year is counted from the date in focus once.
func (r *reader) shareOf(last int) {
	for ; last > 0; last-- {
		f, next := &r.found[last-1], &r.found[last]
		if f.a.y != 0 || f.a.m == 0 && f.a.d == 0 || f.relation.from != nowhere || f.of.from != nowhere || r.conjunction(f.tokens.End) != next.tokens.First {
			return
		}
		if f.of = next.of; f.of.from == fromFocus {
			next.of.n = 0
		}
	}
}

// saysOf reports whether "of that year", or another relative year or month
// (unit), begins at token i.
func (r *reader) saysOf(i, unitValue int) bool {
	if !r.at(i).Is(keyOf) {
		return false
	}
	if i++; r.at(i).Is(keyThe) {
		i++
	}
	u := r.word(i + 1)
	return r.word(i).sort == shift && u.sort == unit && int(u.value) == unitValue && i+1 < r.limit
}

func (r *reader) plural(i int) bool { return r.doc.Text[r.doc.Tokens[i].End-1]|0x20 == 's' }

// counted reads "two days later", "3 years ago", "a month earlier", "three days
// after 5 May", "two weeks from 20 May", where the number is v and n tokens long.
func (r *reader) counted(i, v, n int) int {
	j := i + n
	u := r.word(j)
	if u.sort != unit || u.value > 4 && u.value != fortnight || j+1 >= r.limit {
		return 0
	}
	d := r.at(j + 1)
	rel := relation{unit: int(u.value), n: v}
	if u.value == fortnight {
		rel.unit, rel.n = 2, 2*v
	}
	if starts.Has(d) || d.Is(keyFrom) && r.at(i-1).Is(keyFor) {
		rel.spans = true
		return r.anchored(i, j+2, rel)
	}
	way, ok := 0, false
	if d.Class == text.Word {
		way, ok = direction.Get(d.Key)
	}
	if !ok {
		return 0
	}
	rel.n *= way
	if anchors.Has(d) {
		if end := r.anchored(i, j+2, rel); end > 0 {
			return end
		}
	}
	end := j + 2
	if (d.Is(keyBefore) || d.Is(keyAfter)) && r.at(end).Is(keyThat) && r.at(end+1).Class != text.Word && end < r.limit {
		end++ // "four days after that, ..."
	}
	if r.at(end).Class == text.Word && end == j+2 && (d.Is(keyBefore) || d.Is(keyAfter)) || d.Is(keyFrom) || d.Is(keyFollowing) || d.Is(keyPrior) {
		return 0
	}
	if inexact.Has(r.at(i - 1)) {
		return 0 // "more than two years later"
	}
	rel.from = fromFocus
	if d.Is(keyAgo) || d.Is(keyHence) {
		rel.from = fromWritten
	}
	return r.addRelative(point{first: i, end: end}, rel)
}

func (r *reader) addRelative(p point, rel relation) int {
	if p.end > r.limit {
		return 0
	}
	p.rule = "relative"
	f := finding{a: p, tokens: text.Range{First: p.first, End: p.end}, rule: p.rule, relation: rel}
	f.open = r.qualifier(&f)
	if f.open.about {
		f.open = openness{}
	}
	r.found = append(r.found, f)
	return f.tokens.End
}
