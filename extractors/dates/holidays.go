package dates

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"chancery/pipeline/text"
)

//go:embed holidays.tsv
var holidayList string

// A feast says on which day of a year a holiday falls.
type feast struct {
	m, d          int // a fixed day
	weekday, week int // or which weekday of m
	movable       bool
	easter        int // or how many days after Easter
}

// feasts are the holidays of holidays.tsv by name.
var feasts = func() map[string]feast {
	all := map[string]feast{}
	for _, line := range strings.Split(holidayList, "\n") {
		name, when, ok := strings.Cut(line, "\t")
		if !ok || name[0] == '#' {
			continue
		}
		var f feast
		var err error
		switch {
		case strings.Contains(when, "easter"):
			f.movable = true
			_, err = fmt.Sscanf(when, "easter %d", &f.easter)
		case strings.Contains(when, " "):
			_, err = fmt.Sscanf(when, "%d %d %d", &f.m, &f.weekday, &f.week)
		default:
			_, err = fmt.Sscanf(when, "%02d-%02d", &f.m, &f.d)
		}
		if err != nil {
			panic("holidays.tsv: " + line)
		}
		all[name] = f
	}
	return all
}()

var feastNames = text.NewPhrases(feasts)

// in is the month and day of a feast in a year.
func (f feast) in(y int) (m, d int) {
	switch {
	case f.movable:
		t := easter(y).AddDate(0, 0, f.easter)
		return int(t.Month()), t.Day()
	case f.weekday > 0:
		return f.m, nthWeekday(y, f.m, f.weekday, f.week)
	}
	return f.m, f.d
}

// easter is Easter Sunday of the Western churches in the Gregorian calendar, by
// the algorithm of Meeus, Jones and Butcher (Nature, 20 April 1876).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(y, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}

// nthWeekday is the day of month m on which its nth weekday falls, from its end
// when n is negative; 0 when there is none.
func nthWeekday(y, m, weekday, n int) int {
	first := int(time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC).Weekday()) // 0 is Sunday
	d := 1 + (weekday%7-first+7)%7
	last := daysIn(y, m)
	if n < 0 {
		for d+7 <= last {
			d += 7
		}
		d += 7 * (n + 1)
	} else {
		d += 7 * (n - 1)
	}
	if d < 1 || d > last {
		return 0
	}
	return d
}
