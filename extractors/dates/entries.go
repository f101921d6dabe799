package dates

import (
	"chancery/pipeline/text"
)

// A chronicle may write the month once, on a line of its own, and under it the days alone:
//
//	February 2019
//	4 – Minister A visited Tashkent
//	21-22 – Working visit of Minister B

// underMonth keeps the month that is all of the sentence, for the entries under it. A date of
// another kind that fills its line ends them.
func (r *reader) underMonth() {
	if len(r.found) != 1 || !r.doc.Tokens[r.sent].Has(text.LineStart) {
		return
	}
	f := &r.found[0]
	switch s := f.a.shape(); {
	case f.isRange() || !r.alone(f.tokens.First, f.tokens.End):
	case s == hasMonth|hasYear && f.a.m <= 12 && f.value.Invalid == "":
		r.entries = f.a
	case s&hasDay == 0:
		r.entries = point{}
	}
}

// entryDay reads the day or days with which the sentence begins as an entry under a month, up to a
// dash or a colon, and returns the token behind them; 0 when it begins with none.
func (r *reader) entryDay() int {
	i := r.sent
	if r.entries.m == 0 || !r.doc.Tokens[i].Has(text.LineStart) {
		return 0
	}
	if t := r.at(i); t.Class == text.Dash || t.Class == text.Other {
		i++ // a bullet
	}
	a := r.dayAt(i)
	if a.end == 0 {
		return 0
	}
	end, b := a.end, point{}
	if t := r.at(end); t.Class == text.Dash || t.Is(keyAnd) {
		if b = r.dayAt(end + 1); b.end > 0 && b.d > a.d {
			end = b.end
		}
	}
	sign := r.at(end)
	if next := r.at(end + 1); end+1 >= r.limit || sign.Class != text.Colon && sign.Class != text.Dash || !next.Has(text.Spaced) || next.Class == text.Number {
		return 0
	}
	f := r.next()
	f.a, f.tokens, f.rule, f.inferred = a, text.Range{First: i, End: end}, "entry-day", []string{"month", "year"}
	f.a.m, f.a.y = r.entries.m, r.entries.y
	if b.end > 0 && end == b.end {
		f.b = b
		f.b.m, f.b.y = f.a.m, f.a.y
	}
	if f.a.check(); f.isRange() {
		f.b.check()
	}
	return end
}

// dayAt is the day of a month at token i; a point without an end for none.
func (r *reader) dayAt(i int) point {
	if r.at(i).Class != text.Number || i >= r.limit {
		return point{}
	}
	if p := r.match(i); p.shape() == hasDay && p.rule == "day" {
		return p
	}
	return point{}
}
