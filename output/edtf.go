package output

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// bounds are the first and the last day that a date in EDTF may mean, inclusive;
// an open end is empty. Read are days, months, seasons (21 to 24), ISO weeks,
// years, decades (199X), centuries (19XX), intervals, and the marks ? ~ %.
func bounds(edtf string) (first, last string, err error) {
	from, to, interval := strings.Cut(edtf, "/")
	if !interval {
		return point(from)
	}
	if from != ".." && from != "" {
		if first, _, err = point(from); err != nil {
			return "", "", err
		}
	}
	if to != ".." && to != "" {
		if _, last, err = point(to); err != nil {
			return "", "", err
		}
	}
	if first == "" && last == "" || first != "" && last != "" && last < first {
		return "", "", fmt.Errorf("%q is no interval that begins before it ends", edtf)
	}
	return first, last, nil
}

// point is bounds of what is no interval.
func point(edtf string) (first, last string, err error) {
	s := strings.TrimRight(edtf, "?~%")
	switch {
	case len(s) == 4 && strings.HasSuffix(s, "XX"):
		if n, err := strconv.Atoi(s[:2]); err == nil { // the years 1801 to 1900, as in extractors/dates
			return fmt.Sprintf("%04d-01-01", n*100+1), fmt.Sprintf("%04d-12-31", n*100+100), nil
		}
	case len(s) == 4 && strings.HasSuffix(s, "X"):
		if _, err := strconv.Atoi(s[:3]); err == nil {
			return s[:3] + "0-01-01", s[:3] + "9-12-31", nil
		}
	case len(s) == 8 && s[4:6] == "-W":
		return week(s)
	case len(s) == 7 && s[5:] >= "21" && s[5:] <= "24":
		if y, err := time.Parse("2006", s[:4]); err == nil {
			from := y.AddDate(0, 3*int(s[6]-'0')-1, 0) // spring begins in March
			return from.Format(time.DateOnly), from.AddDate(0, 3, -1).Format(time.DateOnly), nil
		}
	}
	layout := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}[len(s)]
	if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
		after := map[int]time.Time{4: t.AddDate(1, 0, 0), 7: t.AddDate(0, 1, 0), 10: t.AddDate(0, 0, 1)}[len(s)]
		return t.Format(time.DateOnly), after.AddDate(0, 0, -1).Format(time.DateOnly), nil
	}
	return "", "", fmt.Errorf("%q is no date in EDTF: want forms like 2015-09-03, 2015-09, 2015, 199X, 2003-08/.. or 2014-03-19/2014-03-20", edtf)
}

// week is bounds of a week as ISO 8601 numbers it: the first has 4 January.
func week(s string) (first, last string, err error) {
	y, err := time.Parse(time.DateOnly, s[:4]+"-01-04")
	n, bad := strconv.Atoi(s[6:])
	if err != nil || bad != nil {
		return "", "", fmt.Errorf("%q is no week", s)
	}
	monday := y.AddDate(0, 0, 7*(n-1)-(int(y.Weekday())+6)%7)
	if year, of := monday.ISOWeek(); of != n || year != y.Year() {
		return "", "", fmt.Errorf("%q is no week of that year", s)
	}
	return monday.Format(time.DateOnly), monday.AddDate(0, 0, 6).Format(time.DateOnly), nil
}
