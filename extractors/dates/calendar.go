package dates

import (
	"fmt"
	"strconv"
	"time"

	"chancery/pipeline"
)

func itoa(n int) string { return strconv.Itoa(n) }

var monthNames = [...]string{1: "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// daysIn is the number of days of a month; of February in an unknown year, which is
// 0, 29.
func daysIn(y, m int) int {
	switch {
	case m == 2 && (y%4 != 0 || y%100 == 0 && y%400 != 0):
		return 28
	case m == 2:
		return 29
	case m == 4 || m == 6 || m == 9 || m == 11:
		return 30
	}
	return 31
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
func (p *point) span() interval {
	switch {
	case p.decade > 0:
		y := 10 * int(p.decade)
		return interval{digits(int(p.decade), 3) + "X", dayText(y, 1, 1), dayText(y+9, 12, 31), "decade"}
	case p.century > 0:
		y := 100 * (int(p.century) - 1)
		return interval{digits(int(p.century)-1, 2) + "XX", dayText(y+1, 1, 1), dayText(y+100, 12, 31), "century"}
	case p.quarter > 0:
		return p.months(3*int(p.quarter)-2, 3*int(p.quarter), "quarter")
	case p.half > 0:
		return p.months(6*int(p.half)-5, 6*int(p.half), "half")
	case p.nth != 0:
		return p.counted()
	case p.m > 20:
		return p.seasonSpan()
	case p.y > 0 && p.d > 0 && p.m > 0:
		d := dayText(p.y, p.m, p.d)
		return p.dated(interval{d, d, d, "day"})
	case p.d > 0 && p.m > 0:
		return interval{edtf: p.yearText() + "-" + digits(p.m, 2) + "-" + digits(p.d, 2), precision: "day"}
	case p.d > 0:
		return interval{edtf: p.yearText() + "-XX-" + digits(p.d, 2), precision: "day"}
	case p.y > 0 && p.m > 0:
		first, last := twoDays(p.y, p.m, p.m, daysIn(p.y, min(p.m, 12)))
		return p.dated(interval{last[:7], first, last, "month"})
	case p.m > 0:
		return interval{edtf: p.yearText() + "-" + digits(p.m, 2), precision: "month"}
	case p.y > 0:
		first, last := yearDays(p.y)
		return p.dated(interval{last[:4], first, last, "year"})
	}
	return interval{edtf: p.yearText(), precision: "year"}
}

// dayText is a day as "2006-01-02".
func dayText(y, m, d int) string {
	return string(appendDay(make([]byte, 0, len(time.DateOnly)), y, m, d))
}

func appendDay(b []byte, y, m, d int) []byte {
	return append(b, digit(y/1000), digit(y/100), digit(y/10), digit(y), '-', digit(m/10), digit(m), '-', digit(d/10), digit(d))
}

// twoDays are the first day of a month and a day of the same or a later month of
// the year, as dayText has them, in one piece of memory.
func twoDays(y, first, m, d int) (string, string) {
	const day = len(time.DateOnly)
	s := string(appendDay(appendDay(make([]byte, 0, 2*day), y, first, 1), y, m, d))
	return s[:day], s[day:]
}

// lastYear is the last of the years whose days are kept.
const lastYear = 2999

// years holds the first and the last day of each year up to lastYear: a year alone
// is the most frequent date, and needs no memory of its own.
var years = func() string {
	b := make([]byte, 0, 2*len(time.DateOnly)*(lastYear+1))
	for y := range lastYear + 1 {
		b = appendDay(appendDay(b, y, 1, 1), y, 12, 31)
	}
	return string(b)
}()

// yearDays are the first and the last day of a year.
func yearDays(y int) (first, last string) {
	if y > lastYear {
		return twoDays(y, 1, 12, 31)
	}
	const day = len(time.DateOnly)
	return years[2*day*y:][:day], years[2*day*y+day:][:day]
}

func digit(n int) byte { return byte('0' + n%10) }

// digits is n with leading zeros to a width.
func digits(n, width int) string {
	s := itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// dated leaves the days empty that are not real ones, or lie before the common
// era, where the form 2006-01-02 does not reach.
func (p *point) dated(v interval) interval {
	if p.y <= 0 || p.invalid != "" {
		v.min, v.max = "", ""
	}
	return v
}

func (p *point) yearText() string {
	switch {
	case p.y == 0:
		return "XXXX"
	case p.y < 0:
		return "-" + digits(-p.y, 4)
	}
	return digits(p.y, 4)
}

func (p *point) months(first, last int, precision string) interval {
	from, to := point{y: p.y, m: first}, point{y: p.y, m: last}
	a, b := from.span(), to.span()
	return interval{a.edtf + "/" + b.edtf, a.min, b.max, precision}
}

// seasonSpan bounds a season widely: by the calendar months that any writer
// counts to it. Winter runs into the next year.
func (p *point) seasonSpan() interval {
	v := interval{edtf: p.yearText() + "-" + itoa(p.m), precision: "season"}
	if p.y > 0 {
		first := date(p.y, 3*(p.m-20), 1)
		v.min, v.max = first.Format(time.DateOnly), first.AddDate(0, 3, -1).Format(time.DateOnly)
	}
	return v
}

// counted is the first or last so many days, weeks or months of a month or
// year. Weeks begin on Monday; those of a month are its whole ones, those of a
// year are numbered as in ISO 8601, whose name of a week is its value.
func (p *point) counted() interval {
	begin, end := date(p.y, max(p.m, 1), 1), date(p.y+1, 1, 1)
	if p.m > 0 {
		end = begin.AddDate(0, 1, 0)
	}
	if p.unit == 2 {
		if p.m > 0 {
			begin, end = monday(begin.AddDate(0, 0, 6)), monday(end)
		} else {
			begin, end = monday(begin.AddDate(0, 0, 3)), monday(end.AddDate(0, 0, 3))
		}
	}
	step := func(t time.Time, n int) time.Time {
		return [...]time.Time{1: t.AddDate(0, 0, n), 2: t.AddDate(0, 0, 7*n), 3: t.AddDate(0, n, 0)}[p.unit]
	}
	from := step(begin, int(p.nth)-1)
	if p.nth < 0 {
		from = step(end, int(p.nth-p.many)+1)
	}
	to := step(from, int(p.many)).AddDate(0, 0, -1)
	v := interval{min: from.Format(time.DateOnly), max: to.Format(time.DateOnly), precision: [...]string{1: "day", 2: "week", 3: "month"}[p.unit]}
	v.edtf = v.min + "/" + v.max
	switch {
	case p.unit == 3:
		v.edtf = v.min[:7] + "/" + v.max[:7]
	case p.unit == 2 && p.m == 0 && p.many == 1 && p.nth >= -1: // not "the third last", which nothing numbers
		y, week := from.ISOWeek()
		v.edtf = digits(y, 4) + "-W" + digits(week, 2)
	}
	return p.dated(v)
}

// monday is the Monday of t's week.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// value is the DateValue of a single point.
func (p *point) value() pipeline.DateValue {
	v := p.span()
	return pipeline.DateValue{EDTF: v.edtf, Min: v.min, Max: v.max, Precision: v.precision, OrderAmbiguous: p.ambiguous, Invalid: p.invalid}
}

// rangeValue is the DateValue from one point to another.
func rangeValue(a, b *point) pipeline.DateValue {
	x, y := a.span(), b.span()
	v := pipeline.DateValue{
		EDTF: firstOf(x.edtf) + "/" + lastOf(y.edtf), Min: x.min, Max: y.max, Precision: y.precision,
		OrderAmbiguous: a.ambiguous || b.ambiguous, Invalid: a.invalid,
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

// firstOf and lastOf are the ends of what may already be an interval.
func firstOf(edtf string) string {
	for i := range edtf {
		if edtf[i] == '/' {
			return edtf[:i]
		}
	}
	return edtf
}

func lastOf(edtf string) string {
	for i := range edtf {
		if edtf[i] == '/' {
			return edtf[i+1:]
		}
	}
	return edtf
}
