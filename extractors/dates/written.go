package dates

import "chancery/pipeline/text"

// written reads a year in words from token i on: "one thousand nine hundred and
// ninety-two", "nineteen hundred ninety-three", "nineteen ninety-two", "two
// thousand and fifteen".
func (r *reader) written(i int) (year, tokens int) {
	lead, n := r.below100(i)
	if n == 0 {
		return 0, 0
	}
	end := i + n
	switch next := r.magnitude(end); {
	case next == 1000 && lead <= 2:
		year, end = r.hundreds(end+1, lead*1000)
	case next == 100 && lead >= 10 && lead <= 21:
		year, end = r.units(end+1, lead*100)
	case next == 0 && lead >= 15 && lead <= 20 && n == 1 && r.at(end).Class != text.Dash:
		if year, end = r.units(end, lead*100); year%100 < 10 {
			return 0, 0
		}
	}
	if year < 1000 || year > 2999 || end > r.limit {
		return 0, 0
	}
	return year, end - i
}

// hundreds reads "nine hundred and ninety-two" after the thousands.
func (r *reader) hundreds(i, sum int) (year, end int) {
	j := r.pastAnd(i)
	if v, n := r.below100(j); n == 1 && v < 10 && r.magnitude(j+1) == 100 {
		return r.units(j+2, sum+100*v)
	}
	return r.units(i, sum)
}

// units reads "and ninety-two" after the hundreds, when it is there.
func (r *reader) units(i, sum int) (year, end int) {
	j := r.pastAnd(i)
	if v, n := r.below100(j); n > 0 && r.magnitude(j+n) == 0 {
		return sum + v, j + n
	}
	return sum, i
}

func (r *reader) pastAnd(i int) int {
	for r.at(i).Is(keyAnd) || r.at(i).Class == text.Comma || r.at(i).Class == text.Dash {
		i++
	}
	return i
}

// magnitude is 100 or 1000 when token i is that word, else 0.
func (r *reader) magnitude(i int) int {
	if w := r.word(i); w.sort == magnitude {
		return int(w.value)
	}
	return 0
}

// below100 reads a number below a hundred in words: "seven", "twenty",
// "ninety-two", "twenty five".
func (r *reader) below100(i int) (value, tokens int) {
	if i >= r.limit {
		return 0, 0
	}
	switch w := r.word(i); w.sort {
	case cardinal:
		return int(w.value), 1
	case tens:
		j := i + 1
		if r.at(j).Class == text.Dash {
			j++
		}
		if u := r.word(j); u.sort == cardinal && u.value < 10 && j < r.limit {
			return int(w.value + u.value), j + 1 - i
		}
		return int(w.value), 1
	}
	return 0, 0
}
