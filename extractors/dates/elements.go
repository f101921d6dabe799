package dates

import "chancery/pipeline/text"

// day reads "19", "19th", "nineteenth", "twenty-fourth"; only the written
// ordinals when ordinalOnly.
func (r *reader) day(i int, p *point, ordinalOnly bool) int {
	v, n, isOrdinal := r.ordinal(i)
	if n == 0 || v > 99 || ordinalOnly && !isOrdinal {
		return 0
	}
	p.d, p.ordinalDay = v, isOrdinal
	return n
}

// ordinal reads a number of up to two digits with or without an ordinal suffix,
// or an ordinal word, and returns its value, its tokens, and whether it is one.
func (r *reader) ordinal(i int) (value, tokens int, isOrdinal bool) {
	t := r.doc.Tokens[i]
	if t.Class == text.Number {
		if t.Len() > 2 {
			return 0, 0, false
		}
		if s := r.at(i + 1); suffixes.Has(s) && !s.Has(text.Spaced) {
			return t.Num(), 2, true
		}
		if s := r.at(i + 1); s.Class == text.Word && !s.Has(text.Spaced) && r.word(i+1).sort != month {
			return 0, 0, false
		}
		return t.Num(), 1, false
	}
	switch w := r.word(i); w.sort {
	case ordinal:
		return int(w.value), 1, true
	case tens:
		j := i + 1
		if r.at(j).Class == text.Dash {
			j++
		}
		if u := r.word(j); u.sort == ordinal && u.value < 10 {
			return int(w.value + u.value), j + 1 - i, true
		}
	}
	return 0, 0, false
}

// month reads a month's name with the full stop of its abbreviation.
func (r *reader) month(i int, p *point) int {
	w := r.word(i)
	t := r.doc.Tokens[i]
	if w.sort != month || w.loose && !t.Capital() {
		return 0
	}
	p.m, p.looseMonth, p.lowerMonth = int(w.value), w.loose || w.short, !t.Capital()
	if s := r.at(i + 1); w.short && s.Class == text.Dot && !s.Has(text.Spaced) {
		return 2
	}
	return 1
}

// year reads a year of four digits, and an era after it.
func (r *reader) year(i int, p *point) int {
	t := r.doc.Tokens[i]
	if t.Class != text.Number || t.Len() != 4 || t.Num() < 1000 || t.Num() > 2999 {
		return 0
	}
	if s := r.at(i + 1); s.Class == text.Word && !s.Has(text.Spaced) {
		return 0
	}
	p.y = t.Num()
	if n := r.at(i + 1); eras.Has(n) && n.Has(text.Upper) {
		return 2
	}
	return 1
}

// shortYear reads "'92" and "92". Years from 50 on belong to the last century.
func (r *reader) shortYear(i int, p *point) int {
	n := 1
	if r.doc.Tokens[i].Class == text.Apos {
		i, n = i+1, 2
		p.apostrophe = true
	}
	t := r.at(i)
	if t.Class != text.Number || t.Len() != 2 || n == 2 && t.Has(text.Spaced) {
		return 0
	}
	if s := r.at(i + 1); s.Class == text.Word && !s.Has(text.Spaced) || s.Class == text.Colon && !s.Has(text.Spaced) {
		return 0
	}
	p.y, p.shortYear = century(t.Num()), true
	return n
}

func century(yy int) int {
	if yy < 50 {
		return 2000 + yy
	}
	return 1900 + yy
}

// numeric reads one number of a numeric date; padded asks for two digits.
func (r *reader) numeric(i int, p *point, padded bool) int {
	t := r.doc.Tokens[i]
	if t.Class != text.Number || t.Len() > 2 || padded && t.Len() != 2 {
		return 0
	}
	p.numbers[p.n] = t.Num()
	p.n = min(p.n+1, len(p.numbers)-1)
	return 1
}

// period reads quarters, halves, centuries and decades.
func (r *reader) period(what byte, i int, p *point) int {
	if what == 'k' {
		return r.decade(i, p)
	}
	t := r.doc.Tokens[i]
	if what == 'q' && t.Class == text.Word && t.Len() == 1 && (r.doc.Text[t.Start]|0x20) == 'q' {
		if n := r.at(i + 1); n.Class == text.Number && !n.Has(text.Spaced) && n.Num() >= 1 && n.Num() <= 4 {
			p.quarter = n.Num()
			return 2
		}
		return 0
	}
	v, n, isOrdinal := r.ordinal(i)
	if !isOrdinal {
		return 0
	}
	j := i + n
	if r.at(j).Class == text.Dash {
		j++
	}
	u := r.word(j)
	switch {
	case u.sort != unit:
		return 0
	case what == 'q' && u.value == 7 && v <= 4:
		p.quarter = v
	case what == 'h' && u.value == 8 && v <= 2:
		p.half = v
	case what == 'c' && u.value == 6 && v <= 21:
		p.century = v
	default:
		return 0
	}
	return j + 1 - i
}

// decade reads "1990s", "1990's", "'90s" and "nineties".
func (r *reader) decade(i int, p *point) int {
	t := r.doc.Tokens[i]
	if w := r.word(i); w.sort == decade {
		p.decade = 190 + int(w.value)
		return 1
	}
	n := 0
	if t.Class == text.Apos {
		t = r.at(i + 1)
		n = 1
	}
	if t.Class != text.Number || t.Num()%10 != 0 || t.Len() == 2 && n == 0 || t.Len() != 2 && t.Len() != 4 {
		return 0
	}
	s := r.at(i + n + 1)
	if s.Has(text.Spaced) || !s.Has(text.Possess) && !s.Is(keyS) {
		return 0
	}
	if p.decade = t.Num() / 10; t.Len() == 2 {
		p.decade += 190
	}
	return n + 2
}
