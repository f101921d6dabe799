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
)

// A relation is what a relative date says: n units from its origin.
type relation struct {
	from  origin
	unit  int // 1 day, 2 week, 3 month, 4 year
	n     int
	month int  // "last March": the month, n tells its direction
	spans bool // "two weeks from 20 May": n units long
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
	case shift:
		return r.shifted(i, w)
	case cardinal, article, tens:
		if v, n := r.below100(i); n > 0 {
			return r.counted(i, v, n)
		}
		return r.counted(i, 1, 1)
	}
	if t := r.doc.Tokens[i]; t.Class == text.Number && t.Len() <= 3 {
		return r.counted(i, t.Num(), 1)
	}
	return 0
}

// writtenDay is the day n days from the one on which the text was written, read
// at token i.
func (r *reader) writtenDay(i, n int) point {
	t, err := time.Parse(time.DateOnly, r.doc.Meta.Written)
	if err != nil {
		return point{}
	}
	t = t.AddDate(0, 0, n)
	return point{first: i, end: i + 1, rule: "relative", y: t.Year(), m: int(t.Month()), d: t.Day()}
}

// shifted reads "last year", "the same day", "next March", "of that year".
func (r *reader) shifted(i int, w word) int {
	u, t := r.word(i+1), r.at(i)
	from := fromWritten
	if w.told {
		from = fromFocus
	}
	switch {
	case i+1 >= r.limit:
	case u.sort == unit && u.value <= 4 && !r.plural(i+1):
		if t.Is(keyPast) || t.Is(keyComing) && u.value != 4 || r.at(i+2).Is(keyOf) || t.Is(keyThis) && u.value == 1 {
			return 0
		}
		if next := r.at(i + 2); next.Class == text.Dash && !next.Has(text.Spaced) || w.value == 0 && next.Has(text.Possess) {
			return 0 // "last-minute", "this year's"
		}
		if end := r.ofThatYear(i, u); end > 0 {
			return end
		}
		return r.addRelative(point{first: i, end: i + 2}, relation{from: from, unit: int(u.value), n: int(w.value)})
	case u.sort == month && r.at(i+1).Capital() && !(u.loose && r.at(i+2).Class == text.Word && r.at(i+2).Capital()):
		if r.at(i+2).Class == text.Number {
			return 0
		}
		return r.addRelative(point{first: i, end: i + 2}, relation{from: from, month: int(u.value), n: int(w.value)})
	}
	return 0
}

// ofThatYear lets "of that year" end the date before it: "June 20 of that year".
func (r *reader) ofThatYear(i int, u word) int {
	first := i - 1
	if r.at(first).Is(keyThe) {
		first--
	}
	if u.value != 4 || !r.at(first).Is(keyOf) || !r.partOfFound(first) {
		return 0
	}
	f := &r.found[len(r.found)-1]
	if f.a.y != 0 || f.relation.from != nowhere {
		return 0
	}
	f.tokens.End = i + 2
	return i + 2
}

func (r *reader) plural(i int) bool { return r.doc.Text[r.doc.Tokens[i].End-1]|0x20 == 's' }

// counted reads "two days later", "3 years ago", "a month earlier", "three days
// after 5 May", "two weeks from 20 May", where the number is v and n tokens long.
func (r *reader) counted(i, v, n int) int {
	j := i + n
	u := r.word(j)
	if u.sort != unit || u.value > 4 || j+1 >= r.limit {
		return 0
	}
	d := r.at(j + 1)
	rel := relation{unit: int(u.value), n: v}
	if starts.Has(d) {
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
	if r.at(j+2).Class == text.Word && (d.Is(keyBefore) || d.Is(keyAfter)) || d.Is(keyFrom) || d.Is(keyFollowing) || d.Is(keyPrior) {
		return 0
	}
	rel.from = fromFocus
	if d.Is(keyAgo) || d.Is(keyHence) {
		rel.from = fromWritten
	}
	return r.addRelative(point{first: i, end: j + 2}, rel)
}

var (
	anchors      = text.NewSet("before", "after", "from", "following", "prior")
	keyFollowing = text.KeyOf("following")
	keyHence     = text.KeyOf("hence")
)

// anchored reads the date from which a relative one is counted.
func (r *reader) anchored(first, i int, rel relation) int {
	for r.at(i).Is(keyOn) || r.at(i).Is(keyThe) || r.at(i).Is(keyFrom) || r.at(i).Is(keyTo) {
		i++
	}
	if i >= r.limit {
		return 0
	}
	p := r.match(i)
	if s := p.shape(); p.end == 0 || s&hasDay == 0 || s&hasMonth == 0 || p.invalid != "" {
		return 0
	}
	rel.from = fromAnchor
	p.first = first
	return r.addRelative(p, rel)
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

// relate resolves a relative finding. It reports false when there is nothing
// that it can be counted from.
func (r *reader) relate(f *finding) bool {
	rel := f.relation
	base, ok := r.base(rel.from)
	f.why = "counted from the day the text was written"
	switch {
	case rel.from == fromAnchor:
		if f.a.y == 0 {
			r.inferYear(f, 0)
		}
		f.why = "counted from the date that follows it"
		base, ok = f.a, f.a.y > 0
	case rel.from == fromFocus:
		f.why = "counted from the last date stated"
		f.inferred = append(f.inferred, "year")
	default:
		f.inferred = append(f.inferred, "year")
	}
	if !ok {
		return false
	}
	first, end := f.a.first, f.a.end
	switch {
	case rel.month > 0:
		f.a = shiftMonth(base, rel)
	case rel.spans:
		f.b = addUnits(base, rel.unit, rel.n)
		f.b = addUnits(f.b, 1, -1)
		f.b.end = end
	default:
		f.a = addUnits(base, rel.unit, rel.n)
	}
	f.a.first, f.a.end, f.a.rule = first, end, "relative"
	return f.a.y >= 1000 && f.a.y <= 2999
}

// addUnits counts n units from base, to the precision of the coarser of both.
// Its year is 0 when base is too coarse.
func addUnits(base point, unit, n int) point {
	switch {
	case unit == 4:
		return point{y: base.y + n}
	case unit == 3 && base.m > 0:
		t := date(base.y, base.m+n, 1)
		return point{y: t.Year(), m: int(t.Month())}
	case unit <= 2 && base.d > 0:
		t := date(base.y, base.m, base.d+n*[...]int{1: 1, 2: 7}[unit])
		return point{y: t.Year(), m: int(t.Month()), d: t.Day()}
	}
	return point{}
}

// shiftMonth is the month of a name before, after or in the time of base.
func shiftMonth(base point, rel relation) point {
	y := base.y
	switch {
	case rel.n < 0 && base.m > 0 && rel.month >= base.m, rel.n < 0 && base.m == 0:
		y--
	case rel.n > 0 && base.m > 0 && rel.month <= base.m, rel.n > 0 && base.m == 0:
		y++
	}
	return point{y: y, m: rel.month}
}

// base is the date to count from. What a text tells of the past counts from the
// date in focus; what it says of itself counts from its own date.
func (r *reader) base(from origin) (point, bool) {
	if from == fromWritten {
		t, err := time.Parse(time.DateOnly, r.doc.Meta.Written)
		return point{y: t.Year(), m: int(t.Month()), d: t.Day()}, err == nil
	}
	p, ok := r.focus.p, r.focus.near()
	if r.bareYear.near() && (!ok || r.bareYear.sentences < r.focus.sentences) {
		p, ok = r.bareYear.p, true
	}
	return p, ok && p.m <= 12 && p.y > 0
}

// wholeWeek makes a day that stands for its week a range from Monday to Sunday.
// A Sunday stands for the week that it opens.
func (r *reader) wholeWeek(f *finding) {
	if f.a.d == 0 || f.a.m == 0 || f.a.y <= 0 || f.a.invalid != "" {
		return
	}
	end := f.a.end
	first := monday(date(f.a.y, f.a.m, f.a.d).AddDate(0, 0, 1-took(weekdayOf(date(f.a.y, f.a.m, f.a.d)) != 7)))
	last := first.AddDate(0, 0, 6)
	f.a.y, f.a.m, f.a.d = first.Year(), int(first.Month()), first.Day()
	f.b = point{y: last.Year(), m: int(last.Month()), d: last.Day(), end: end}
}

// extend lets "from 18 December for ten days" end where it says.
func (r *reader) extend(f *finding) {
	i := f.tokens.End
	if f.isRange() || f.a.d == 0 || f.a.y <= 0 || i+2 >= r.limit || !r.at(i).Is(keyFor) || f.open.to {
		return
	}
	n, taken := r.count(i + 1)
	u := r.word(i + 1 + taken)
	if taken == 0 || u.sort != unit || u.value > 3 || f.a.invalid != "" || i+1+taken >= r.limit {
		return
	}
	f.b = addUnits(addUnits(f.a, int(u.value), n), 1, -1)
	if f.b.y == 0 {
		f.b = point{}
		return
	}
	f.b.end = i + 2 + taken
	f.tokens.End = f.b.end
	f.open = openness{}
}

var keyFor = text.KeyOf("for")
