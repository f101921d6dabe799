package dates

import "chancery/pipeline/text"

// spans lists which shapes may stand on either side of a range's dash or "to".
// A shape names the fields that the words state: "d" day, "m" month, "y" year,
// "q" quarter, "h" half, "k" decade, "c" century.
var spans = map[string][]string{
	"d":   {"dm", "dmy"},
	"dm":  {"dm", "dmy", "d", "dy"},
	"dmy": {"dmy", "dm", "my"},
	"m":   {"m", "my"},
	"my":  {"my", "m", "dmy"},
	"y":   {"y", "my", "dmy"},
	"k":   {"k"},
	"c":   {"c"},
	"qy":  {"qy"},
	"hy":  {"hy"},
}

// lists are the shapes that may follow each other with "and" or a comma and
// share what the last one states: "14 and 17 April 2009".
var lists = map[string][]string{
	"d":  {"dm", "dmy"},
	"dm": {"dm", "dmy"},
}

func joins(table map[string][]string, a, b string) bool {
	for _, s := range table[a] {
		if s == b {
			return true
		}
	}
	return false
}

// upTo reads the second point of a range whose first ends where the separator
// begins, and returns both with their shared fields filled in.
func (r *reader) upTo(a point) (from, to point, ok bool) {
	i, sep := r.separator(a.end)
	if i == 0 {
		return a, a, false
	}
	if r.isOpenEnd(i) > 0 {
		return a, a, false
	}
	b := r.endPoint(a, i)
	if b.end == 0 || !joins(spans, a.shape(), b.shape()) {
		return a, a, false
	}
	if sep == text.Dash && a.shape() == "d" && b.shape() == "dm" && a.d >= b.d && b.y == 0 {
		return a, a, false
	}
	a, b = share(a, b)
	return a, b, true
}

// separator reads a dash, "to", "through" or "until", and "and" after "between",
// and returns the token after it.
func (r *reader) separator(i int) (next int, class text.Class) {
	t := r.at(i)
	switch {
	case t.Class == text.Dash:
		return i + 1, text.Dash
	case t.Class == text.Comma && r.at(i+1).Class == text.Dash:
		return i + 2, text.Dash
	case through.Has(t):
		if r.at(i + 1).Is(keyThe) {
			return i + 2, text.Word
		}
		return i + 1, text.Word
	case t.Is(keyAnd) && r.between:
		return i + 1, text.Word
	}
	return 0, 0
}

// endPoint reads the point that ends a range begun by a: any point, or the rest
// of a's month ("August 10-22, 2012"), or the last digits of a year ("1998-99").
func (r *reader) endPoint(a point, i int) point {
	for r.word(i).sort == weekday || r.at(i).Class == text.Comma && r.word(i-1).sort == weekday {
		i++
	}
	if i >= r.limit {
		return point{}
	}
	b := r.match(i)
	if a.shape() == "y" && b.end == 0 {
		return r.restOfYear(a, i)
	}
	if b.end > 0 && joins(spans, a.shape(), b.shape()) {
		return b
	}
	if a.rule == "month-day" || a.rule == "month-day-year" {
		return r.restOfMonth(a, i)
	}
	return point{}
}

// restOfMonth reads "22, 2012" and "22" after "August 10 -".
func (r *reader) restOfMonth(a point, i int) point {
	b := point{first: i, rule: a.rule}
	n := r.day(i, &b, false)
	if n == 0 || b.d > 31 || b.d <= a.d {
		return point{}
	}
	b.end = i + n
	j := b.end
	if r.at(j).Class == text.Comma {
		j++
	}
	if r.at(j).Is(keyOf) {
		j++
	}
	if j < r.limit {
		if n := r.year(j, &b); n > 0 {
			b.end = j + n
		}
	}
	b.m = a.m
	return b
}

// restOfYear reads "99" after "1998-" and "5" after "1994/".
func (r *reader) restOfYear(a point, i int) point {
	t := r.at(i)
	if t.Class != text.Number || t.Has(text.Spaced) || t.Len() != 2 || t.Num() <= a.y%100 {
		return point{}
	}
	if s := r.at(i + 1); !s.Has(text.Spaced) && (s.Class == text.Word || s.Class == text.Dash || s.Class == text.Slash) {
		return point{}
	}
	return point{first: i, end: i + 1, rule: "year", y: a.y/100*100 + t.Num()}
}

// share fills in what one end of a range states for both. A range that crosses
// the new year began in the year before the one it states.
func share(a, b point) (point, point) {
	if b.m == 0 && a.m > 0 && b.d > 0 {
		b.m = a.m
	}
	if a.m == 0 && a.d > 0 {
		a.m = b.m
	}
	switch {
	case a.y == 0 && b.y > 0:
		a.y = b.y
		if a.m > b.m && b.m > 0 {
			a.y--
		}
		a.shortYear = b.shortYear
	case b.y == 0 && a.y > 0:
		b.y = a.y
		if b.m < a.m && b.m > 0 {
			b.y++
		}
	}
	for _, p := range []*point{&a, &b} {
		if p.d > 0 && p.m > 0 && p.m <= 12 {
			p.invalid = impossible(p.y, p.m, p.d)
		}
	}
	if a.y > 0 && b.y > 0 && a.shape() == "y" && b.m > 0 {
		a.m = 1
		if b.d > 0 {
			a.d = 1
		}
	}
	return a, b
}
