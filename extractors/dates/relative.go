package dates

import (
	"time"

	"chancery/pipeline/text"
)

// direction is what a word after a number of units makes of them.
var direction = text.NewTable(map[string]int{"ago": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "after": 1, "afterwards": 1, "hence": 1})

// relative reads "last year", "the following month", "two days later" and
// "yesterday" from token i on, when there is a date to count from.
func (r *reader) relative(i int) int {
	w := r.word(i)
	switch w.sort {
	case day:
		return r.shifted(i, i+1, 1, int(w.value), true)
	case shift:
		return r.shiftedUnit(i, w)
	case cardinal, article:
		return r.counted(i, int(w.value))
	}
	if t := r.doc.Tokens[i]; t.Class == text.Number && t.Len() <= 3 && !t.Has(text.Possess) {
		return r.counted(i, t.Num())
	}
	return 0
}

// shiftedUnit reads "last year", "the same day", "next March".
func (r *reader) shiftedUnit(i int, w word) int {
	u := r.word(i + 1)
	told := r.at(i).Is(text.KeyOf("following")) || r.at(i).Is(text.KeyOf("same")) || r.at(i).Is(text.KeyOf("that")) ||
		r.at(i).Is(text.KeyOf("previous")) || r.at(i).Is(text.KeyOf("preceding")) || r.at(i).Is(text.KeyOf("subsequent"))
	if i+1 >= r.limit {
		return 0
	}
	switch {
	case u.sort == unit && u.value <= 4 && !r.plural(i+1):
		if r.at(i).Is(text.KeyOf("past")) || r.at(i).Is(text.KeyOf("coming")) && u.value != 4 {
			return 0
		}
		if r.at(i+2).Is(keyOf) || r.at(i).Is(text.KeyOf("this")) && u.value == 1 {
			return 0
		}
		return r.shifted(i, i+2, int(u.value), int(w.value), !told)
	case u.sort == month && r.at(i+1).Capital() && !told:
		return r.shiftedMonth(i, w, u)
	}
	return 0
}

func (r *reader) plural(i int) bool { return r.doc.Text[r.doc.Tokens[i].End-1]|0x20 == 's' }

// counted reads "two days later", "3 years ago", "a month earlier".
func (r *reader) counted(i, n int) int {
	u := r.word(i + 1)
	if u.sort != unit || u.value > 4 || i+2 >= r.limit {
		return 0
	}
	d := r.at(i + 2)
	way, ok := 0, false
	if d.Class == text.Word {
		way, ok = direction.Get(d.Key)
	}
	if !ok || (d.Is(text.KeyOf("before")) || d.Is(text.KeyOf("after"))) && r.at(i+3).Class == text.Word {
		return 0
	}
	return r.shifted(i, i+3, int(u.value), way*n, d.Is(text.KeyOf("ago")))
}

// shifted adds a date n units from the day the text was written, or from the
// date in focus.
func (r *reader) shifted(first, end, unit, n int, fromWritten bool) int {
	base, ok := r.base(fromWritten)
	if !ok || end > r.limit {
		return 0
	}
	p := point{first: first, end: end, rule: "relative", y: base.y}
	switch {
	case unit == 4:
		p.y += n
	case unit == 3 && base.m > 0:
		t := time.Date(base.y, time.Month(base.m+n), 1, 0, 0, 0, 0, time.UTC)
		p.y, p.m = t.Year(), int(t.Month())
	case unit == 1 && base.d > 0:
		t := time.Date(base.y, time.Month(base.m), base.d+n, 0, 0, 0, 0, time.UTC)
		p.y, p.m, p.d = t.Year(), int(t.Month()), t.Day()
	default:
		return 0
	}
	if p.y < 1000 || p.y > 2999 {
		return 0
	}
	return r.addRelative(p, fromWritten)
}

// shiftedMonth reads "last March", "next July".
func (r *reader) shiftedMonth(i int, w, m word) int {
	base, ok := r.base(true)
	if !ok || r.at(i+2).Class == text.Number {
		return 0
	}
	y := base.y
	switch {
	case w.value < 0 && int(m.value) >= base.m:
		y--
	case w.value > 0 && int(m.value) <= base.m:
		y++
	}
	return r.addRelative(point{first: i, end: i + 2, rule: "relative", y: y, m: int(m.value)}, true)
}

func (r *reader) addRelative(p point, fromWritten bool) int {
	f := finding{a: p, tokens: text.Range{First: p.first, End: p.end}, rule: "relative", inferred: []string{"year"}, value: p.value()}
	f.why = "counted from the last date stated"
	if fromWritten {
		f.why = "counted from the day the text was written"
	}
	r.found = append(r.found, f)
	return p.end
}

// base is the date to count from. What a text tells of the past counts from the
// date in focus; what it says of itself counts from its own date.
func (r *reader) base(fromWritten bool) (point, bool) {
	if fromWritten {
		t, err := time.Parse(time.DateOnly, r.doc.Meta.Written)
		return point{y: t.Year(), m: int(t.Month()), d: t.Day()}, err == nil
	}
	if n := len(r.found); n > 0 && r.found[n-1].a.y > 0 {
		f := r.found[n-1]
		if f.b.end > 0 {
			return f.b, f.b.m <= 12
		}
		return f.a, f.a.m <= 12
	}
	return r.focus.p, r.focus.p.y > 0 && r.focus.sentences <= reach && r.focus.p.m <= 12
}
