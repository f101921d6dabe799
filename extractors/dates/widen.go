package dates

import "chancery/pipeline/text"

// widen takes the weekday before a day, and "early", "mid-" or "the end of"
// before a month or year, into the finding.
func (r *reader) widen(f *finding) {
	i := f.tokens.First
	if f.a.d > 0 {
		r.widenWeekday(f)
		r.widenWeek(f)
	} else if j, part := r.partOf(i); part > 0 {
		f.tokens.First, f.a.part = j, int8(part)
		f.open.qualifier = parts[part]
	}
	r.widenTime(f)
}

func (r *reader) widenWeekday(f *finding) {
	j := f.tokens.First - 1
	if r.at(j).Is(keyThe) {
		j--
	}
	if r.at(j).Class == text.Comma || r.at(j).Class == text.Dot || r.at(j).Class == text.Dash {
		j--
	}
	if w := r.word(j); j >= r.sent && w.sort == weekday && r.at(j).Capital() && !(w.short && r.endsName(j, &f.a, w)) {
		f.tokens.First, f.a.weekday = j, w.value
		if from := r.word(j - 2); f.isRange() && r.startsRange(j-1) && from.sort == weekday && j-2 >= r.sent && r.at(j-2).Capital() {
			f.tokens.First = j - 2 // "Monday-Friday, 5-9 May"
		}
		return
	}
	j = f.tokens.End // "Jul 18, Fri"
	if r.at(j).Class == text.Comma {
		j++
	}
	if w := r.word(j); j < r.limit && w.sort == weekday && r.at(j).Capital() && !f.isRange() && r.at(j+1).Class != text.Number {
		f.a.weekday = w.value
	}
}

// endsName reports whether the short weekday at token j ends a name, as the day shows that
// is another weekday: "met with Paek Nam Sun. July 28, 2000".
func (r *reader) endsName(j int, p *point, w word) bool {
	b := r.at(j - 1)
	return j > r.sent && b.Class == text.Word && b.Capital() && p.y > 0 && p.m > 0 && p.m <= 12 && weekdayOf(date(p.y, p.m, p.d)) != int(w.value)
}

// widenWeek takes "week of" before a day into the finding.
func (r *reader) widenWeek(f *finding) {
	i := f.tokens.First - 1
	if r.at(i).Is(keyThe) {
		i--
	}
	if w := r.word(i - 1); !f.isRange() && r.at(i).Is(keyOf) && i-1 >= r.sent && w.sort == unit && w.value == 2 && !r.plural(i-1) {
		f.tokens.First, f.week = i-1, true
	}
}

// widenTime takes the time of an ISO timestamp into the finding, so that it does
// not end within a word: "2019-10-07T10:35:00Z".
func (r *reader) widenTime(f *finding) {
	i := f.tokens.End
	if i >= r.limit || !r.at(i).Is(keyT) || r.at(i).Has(text.Spaced) || r.at(i+1).Class != text.Number {
		return
	}
	for i++; i < r.limit && !r.at(i).Has(text.Spaced) && i < f.tokens.End+14; i++ {
		switch t := r.at(i); {
		case t.Class == text.Number, t.Class == text.Word:
			f.tokens.End = i + 1
		case t.Class != text.Colon && t.Class != text.Dot && t.Class != text.Dash && t.Class != text.Other:
			return
		}
	}
}

// partOf reads "early", "mid-", "the end of", "the second half of" before token
// i and returns where it begins.
func (r *reader) partOf(i int) (first, part int) {
	j := i - 1
	direct := true
	if w := r.at(j - 1); r.at(j).Is(keyIn) && (w.Is(keyEarly) || w.Is(keyLate)) {
		return j - 1, int(r.word(j - 1).value)
	}
	if r.at(j).Class == text.Dash {
		j--
	} else {
		for j > i-4 && (r.at(j).Is(keyThe) || r.at(j).Is(keyOf)) {
			direct = false
			j--
		}
	}
	switch w := r.word(j); {
	case j < r.sent:
	case w.sort == partOf && (direct || r.at(j+1).Is(keyOf)):
		return j, int(w.value)
	case w.sort == unit && w.value == 8 && r.at(j+1).Is(keyOf):
		if o := r.word(j - 1); j-1 >= r.sent && o.sort == ordinal && o.value <= 2 {
			return j - 1, 2*int(o.value) - 1 // first half: early, second half: late
		} else if o.sort == partOf {
			return j - 1, int(o.value)
		}
	}
	return 0, 0
}
