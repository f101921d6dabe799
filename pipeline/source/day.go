package source

import (
	"net/mail"
	"strings"
	"time"
)

// layouts are those of dates in metadata that leave no doubt which number is the day.
var layouts = []string{
	time.DateOnly, "20060102", "2006/01/02", "2006.01.02", "02.01.2006", "2.1.2006",
	"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "Monday, 2 January 2006", "Monday, January 2, 2006",
}

// day is the day that a value of metadata names, as "2006-01-02", or empty. The
// day is that of the value's own time zone: it is what its writer saw.
func day(value string) string {
	value = strings.TrimSpace(value)
	const longest = 80
	if len(value) < len("2.1.2006") || len(value) > longest {
		return ""
	}
	if t, err := mail.ParseDate(value); err == nil {
		return valid(t)
	}
	if t, err := time.Parse(time.RFC1123, value); err == nil {
		return valid(t)
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, value); err == nil {
			return valid(t)
		}
		if n := len(l); n <= len(value) && l[0] == '2' { // a date with a time behind it: "2006-01-02T15:04:05Z"
			if t, err := time.Parse(l, value[:n]); err == nil && timeFollows(value[n:]) {
				return valid(t)
			}
		}
	}
	return ""
}

// timeFollows reports whether what stands behind a date begins a time of day.
func timeFollows(rest string) bool {
	return rest != "" && strings.ContainsRune("T :", rune(rest[0])) && !strings.ContainsAny(rest, "./") || strings.HasPrefix(rest, "T")
}

// valid is a day that a document can bear; clocks that were never set say 1970,
// and templates say 1601 or 0001.
func valid(t time.Time) string {
	if y := t.Year(); y <= 1970 && t.YearDay() == 1 || y < 1700 || y > 2200 {
		return ""
	}
	return t.Format(time.DateOnly)
}
