package dates

import (
	"fmt"
	"strconv"
	"time"

	"chancery/pipeline"
)

func itoa(n int) string { return strconv.Itoa(n) }

var monthNames = [...]string{1: "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// daysIn is the number of days of a month; of February in an unknown year, 29.
func daysIn(y, m int) int {
	if y == 0 && m == 2 {
		return 29
	}
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// impossible says why a day cannot be, or nothing. y is 0 when unknown.
func impossible(y, m, d int) string {
	if m < 1 || m > 12 {
		return "there is no month " + itoa(m)
	}
	if n := daysIn(y, m); d > n {
		if y > 0 && m == 2 {
			return fmt.Sprintf("February %d has %d days", y, n)
		}
		return fmt.Sprintf("%s has %d days", monthNames[m], n)
	}
	return ""
}

// An interval is a date's meaning in words of the calendar: its EDTF, its first
// and last day, its precision.
type interval struct {
	edtf, min, max, precision string
}

// span is what a point means.
func (p point) span() interval {
	switch {
	case p.decade > 0:
		return interval{fmt.Sprintf("%dX", p.decade), fmt.Sprintf("%d0-01-01", p.decade), fmt.Sprintf("%d9-12-31", p.decade), "decade"}
	case p.century > 0:
		c := p.century - 1
		return interval{fmt.Sprintf("%02dXX", c), fmt.Sprintf("%02d01-01-01", c), fmt.Sprintf("%02d00-12-31", c+1), "century"}
	case p.quarter > 0:
		return p.months(3*p.quarter-2, 3*p.quarter, "quarter")
	case p.half > 0:
		return p.months(6*p.half-5, 6*p.half, "half")
	case p.m > 20:
		return p.seasonSpan()
	case p.d > 0 && p.m > 0:
		day := p.yearText() + fmt.Sprintf("-%02d-%02d", p.m, p.d)
		return p.dated(interval{day, day, day, "day"})
	case p.d > 0:
		return interval{edtf: p.yearText() + fmt.Sprintf("-XX-%02d", p.d), precision: "day"}
	case p.m > 0:
		month := p.yearText() + fmt.Sprintf("-%02d", p.m)
		return p.dated(interval{month, month + "-01", fmt.Sprintf("%s-%02d", month, daysIn(p.y, p.m)), "month"})
	}
	return interval{p.yearText(), p.yearText() + "-01-01", p.yearText() + "-12-31", "year"}
}

// dated leaves the days empty that are not real ones.
func (p point) dated(v interval) interval {
	if p.y == 0 || p.invalid != "" {
		v.min, v.max = "", ""
	}
	return v
}

func (p point) yearText() string {
	if p.y == 0 {
		return "XXXX"
	}
	return fmt.Sprintf("%04d", p.y)
}

func (p point) months(first, last int, precision string) interval {
	a, b := point{y: p.y, m: first}.span(), point{y: p.y, m: last}.span()
	return interval{a.edtf + "/" + b.edtf, a.min, b.max, precision}
}

// seasonSpan bounds a season widely: by the calendar months that any writer
// counts to it. Winter runs into the next year.
func (p point) seasonSpan() interval {
	v := interval{edtf: fmt.Sprintf("%s-%d", p.yearText(), p.m), precision: "season"}
	if p.y > 0 {
		first := time.Date(p.y, time.Month(3*(p.m-20)), 1, 0, 0, 0, 0, time.UTC)
		v.min, v.max = first.Format(time.DateOnly), first.AddDate(0, 3, -1).Format(time.DateOnly)
	}
	return v
}

// value is the DateValue of a single point.
func (p point) value() pipeline.DateValue {
	v := p.span()
	return pipeline.DateValue{EDTF: v.edtf, Min: v.min, Max: v.max, Precision: v.precision, OrderAmbiguous: p.ambiguous, Invalid: p.invalid}
}

// rangeValue is the DateValue from one point to another.
func rangeValue(a, b point) pipeline.DateValue {
	x, y := a.span(), b.span()
	v := pipeline.DateValue{
		EDTF: x.edtf + "/" + y.edtf, Min: x.min, Max: y.max, Precision: y.precision, OrderAmbiguous: a.ambiguous || b.ambiguous, Invalid: a.invalid,
	}
	if a.decade > 0 || a.century > 0 {
		v.EDTF = v.Min[:4] + "/" + v.Max[:4]
	}
	if b.invalid != "" {
		v.Invalid = b.invalid
	}
	if v.Invalid == "" && x.min != "" && y.max != "" && x.min > y.max {
		v.Invalid = "the range ends before it begins"
	}
	if v.Invalid != "" {
		v.Min, v.Max = "", ""
	}
	return v
}
