package dates

// share fills in what one end of a range states for both. A range that crosses
// the new year began in the year before the one it states.
func share(a, b *point) {
	if b.m == 0 && a.m > 0 && b.d > 0 {
		b.endMonthOf(a)
	}
	if a.m == 0 && a.d > 0 {
		a.m = b.m
	}
	if a.quarter > 0 && a.y == 0 {
		a.y = b.y
	}
	switch {
	case a.y == 0 && b.y != 0:
		a.y, a.shortYear = b.y, b.shortYear
		if a.m > b.m && b.m > 0 {
			a.y--
		}
	case b.y == 0 && a.y != 0:
		b.y = a.y
		if b.m < a.m && b.m > 0 {
			b.y++
		}
	}
	if a.n > 0 && b.n > 0 && a.d > 0 && b.d > 0 {
		a.ambiguous = a.ambiguous && b.ambiguous
		b.ambiguous = a.ambiguous
	}
	a.check()
	b.check()
	sharpen(a, b)
}

// sharpen gives the beginning of a range the precision of its end, so that both
// are counted alike: "from 2014 through May 2018" begins in January 2014.
func sharpen(a, b *point) {
	if b.part == partLate && b.shape() == hasYear && a.shape() == hasYear {
		b.m = 12
	}
	if a.y == 0 || b.y == 0 || b.m == 0 || b.m > 12 || a.m > 12 {
		return
	}
	if a.m == 0 {
		a.m = 1
	}
	if b.d > 0 && a.d == 0 {
		a.d = 1
	}
}
