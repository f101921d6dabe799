package dates

import "chancery/pipeline/text"

// list reads lists that share what the last of them states, each as a date of
// its own: "14 and 17 April 2009", "July and December of 1940", "March 19 and
// 22, 1974", "16th and 17th centuries".
func (r *reader) list(p *point) int {
	switch p.shape() {
	case hasDay:
		return r.beforeMonth(listed(p))
	case hasMonth:
		return r.beforeYear(listed(p))
	case hasDay | hasMonth:
		return r.afterMonth([]finding{listed(p)})
	}
	return 0
}

// listed is a point as an item of a list.
func listed(p *point) finding {
	return finding{a: *p, tokens: text.Range{First: p.first, End: p.end}, rule: "list"}
}

// conjunction reads a comma, "and", "or", "&" or "," with one of these, and
// returns the token after it, 0 when there is none.
func (r *reader) conjunction(i int) int {
	j := i
	if r.at(j).Class == text.Comma {
		j++
	}
	if t := r.at(j); t.Is(keyAnd) || t.Is(keyOr) || t.Class == text.Other && r.symbol(j) == "&" {
		j++
	}
	if r.at(j).Is(keyThe) && j > i {
		j++
	}
	if j == i || j >= r.limit {
		return 0
	}
	return j
}

// beforeMonth reads days up to the one that states the month, and ordinals up
// to the one that states the century. Days of a list grow.
func (r *reader) beforeMonth(one finding) int {
	if notYearAfter.Has(r.at(one.tokens.First-1)) || r.numberedList(one.tokens.First) {
		return 0
	}
	items := []finding{one}
	for {
		last := &items[len(items)-1]
		r.dayRange(last)
		i := r.conjunction(last.tokens.End)
		if i == 0 {
			return 0
		}
		q := r.match(i)
		if day, ok := r.firstDay(&q); ok {
			q = day
		}
		if q.end == 0 || q.monthFirst() || q.d > 0 && q.m == 0 && max(last.a.d, last.b.d) >= q.d {
			return 0
		}
		if a, b, ok := r.upTo(&q); ok && a.m > 0 {
			r.addList(items, a)
			return r.addRange(a, b)
		}
		switch q.shape() {
		case hasDay:
			items = append(items, listed(&q))
			continue
		case isCentury, isQuarter | hasYear, isHalf | hasYear:
			return r.periods(items, q)
		case hasDay | hasMonth, hasDay | hasMonth | hasYear:
			r.addList(items, q)
			return r.addPoint(&q)
		}
		return 0
	}
}

// dayRange lets a day of a list be a range: "14-17 and 20 April", "14/15 and 20 April".
func (r *reader) dayRange(f *finding) {
	i, _ := r.separator(f.a.end)
	night := r.at(f.a.end).Class == text.Slash
	if night {
		i = f.a.end + 1
	}
	if i == 0 || i >= r.limit {
		return
	}
	b := point{first: i, rule: "day"}
	if n := r.day(i, &b, false); n > 0 && b.d > f.a.d && b.d <= 31 && (!night || b.d == f.a.d+1) {
		b.end = i + n
		f.b, f.tokens.End = b, b.end
	}
}

// addList adds days that take their month and year from q.
func (r *reader) addList(items []finding, q point) {
	for _, f := range items {
		f.a.m, f.a.y, f.a.shortYear = q.m, q.y, q.shortYear
		f.a.check()
		if f.isRange() {
			f.b.m, f.b.y = q.m, q.y
			f.b.check()
		}
		r.add(&f)
	}
}

// periods adds ordinals that take from q what they count: centuries, or the
// quarters or halves of its year.
func (r *reader) periods(items []finding, q point) int {
	for _, f := range items {
		if !f.a.ordinalDay || f.isRange() || q.quarter > 0 && f.a.d > 4 || q.half > 0 && f.a.d > 2 {
			return 0
		}
	}
	for _, f := range items {
		switch n := small(f.a.d); {
		case q.quarter > 0:
			f.a.quarter = n
		case q.half > 0:
			f.a.half = n
		default:
			f.a.century = n
		}
		f.a.y, f.a.d = q.y, 0
		r.add(&f)
	}
	return r.addPoint(&q)
}

// beforeYear reads months and seasons up to the one that states the year.
func (r *reader) beforeYear(one finding) int {
	items := []finding{one}
	for {
		last := &items[len(items)-1]
		i := r.conjunction(last.tokens.End)
		if i == 0 || len(items) > 12 {
			return 0
		}
		switch q := r.match(i); q.shape() {
		case hasMonth:
			items = append(items, listed(&q))
			continue
		case hasMonth | hasYear:
			if q.shortYear || last.a.lowerMonth && last.a.looseMonth {
				return 0
			}
			for _, f := range items {
				f.a.y = q.y
				if f.a.m > q.m {
					f.a.y-- // "December and January 1992"
				}
				r.add(&f)
			}
			if a, b, ok := r.upTo(&q); ok {
				return r.addRange(a, b)
			}
			return r.addPoint(&q)
		}
		return 0
	}
}

// afterMonth reads the days that follow a month and its first day, up to a year
// or an ordinal, without which they may be anything: "May 5, 12 people".
func (r *reader) afterMonth(items []finding) int {
	if f := &items[0]; f.a.rule != "month-day" || f.isRange() && f.b.m != f.a.m || f.a.y != 0 {
		return 0
	}
	sure := false
	end, year := 0, 0
	for {
		last := items[len(items)-1]
		i := r.conjunction(last.tokens.End)
		if i == 0 || r.at(i).Class != text.Number && r.word(i).sort != ordinal && r.word(i).sort != tens {
			break
		}
		q := point{first: i, rule: "month-day", m: last.a.m}
		n := r.day(i, &q, false)
		if n == 0 || q.d <= max(last.a.d, last.b.d) || q.d > 31 || r.word(i+n).sort == month {
			break
		}
		q.end = i + n
		f := finding{a: q, tokens: text.Range{First: i, End: q.end}, rule: "list"}
		r.dayRange(&f)
		f.b.m = took(f.isRange()) * q.m
		items = append(items, f)
		end = f.tokens.End
		sure = sure || r.at(i-1).Is(keyAnd) && r.at(end).Class == text.Close // "(July 5 and 6)"
		c := r.at(end).Class
		sure = sure || q.d == last.a.d+1 && (r.at(i-1).Is(keyAnd) || r.at(i-1).Is(keyOr)) && (end >= r.limit || c != text.Word && c != text.Number && c != text.Other) // "on May 5, 6 and 7."
		sure = sure || r.at(end).Class == text.Close && r.at(items[0].tokens.First-1).Class == text.Open                                                               // "(Sept. 23, 24)"
		sure = sure || q.ordinalDay && (r.at(i-1).Is(keyAnd) || r.at(i-1).Is(keyOr)) && (end >= r.limit || r.at(end).Class != text.Word || r.at(end).Has(text.Spaced) && yearAfter.Has(r.at(end)))
	}
	if i := r.conjunction(end); len(items) > 1 && i > 0 && r.word(i).sort == month && r.at(i).Capital() && r.at(i+1).Class == text.Number {
		sure = true // "May 3, 4, and June 5, 2014"
	}
	if y, e := r.commaYear(end); len(items) > 1 && e > 0 {
		year, end, sure = y, e, true
		items[len(items)-1].tokens.End = e
	}
	if !sure || len(items) < 2 {
		return 0
	}
	for _, f := range items {
		if f.a.y = year; f.isRange() {
			f.b.y = year
		}
		f.a.check()
		r.add(&f)
	}
	return end
}
