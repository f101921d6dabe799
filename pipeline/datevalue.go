package pipeline

import (
	"strings"
	"time"
)

// Begun is the date since which something holds: when it began.
func (d *DateValue) Begun() *DateValue {
	if at, ok := strings.CutSuffix(d.EDTF, "/.."); ok {
		return d.Closed(at, d.Min)
	}
	return d
}

// Closed is the end of an open date that is known, at, by itself: with its own
// first and last days, of which day is one.
func (d *DateValue) Closed(at, day string) *DateValue {
	known, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return d
	}
	t := *d
	t.EDTF, t.Qualifier = at, ""
	switch d.Precision {
	case "day":
		t.Min, t.Max = day, day
	case "month":
		first := known.AddDate(0, 0, 1-known.Day())
		t.Min, t.Max = first.Format(time.DateOnly), first.AddDate(0, 1, -1).Format(time.DateOnly)
	case "year":
		t.Min, t.Max = day[:5]+"01-01", day[:5]+"12-31"
	}
	return &t
}
