package facts

import (
	"fmt"
	"slices"
	"strconv"

	"chancery/extractors/gazetteer"
	"chancery/pipeline"
)

// doubt notes what does not fit in a fact: a city under a name that it did not
// bear at the time.
func doubt(f *pipeline.Fact) {
	year := yearOf(f.Date)
	if year == 0 {
		return
	}
	for _, m := range f.Evidence {
		if m.Place == nil || m.Place.Kind != "city" {
			continue
		}
		for _, e := range gazetteer.Find(m.Text) {
			if e.Name != m.Value || e.Country != m.Place.Country || e.From == 0 && e.To == 0 {
				continue
			}
			if year < e.From || e.To != 0 && year > e.To {
				f.Doubts = append(f.Doubts, fmt.Sprintf("%s was not the name of %s in %d.", m.Text, m.Value, year))
			}
			break
		}
	}
}

// yearOf is the year of a date that is known to the year at least, else 0.
func yearOf(d *pipeline.DateValue) int {
	if d == nil || len(d.Min) < 4 || len(d.Max) < 4 || d.Min[:4] != d.Max[:4] {
		return 0
	}
	year, _ := strconv.Atoi(d.Min[:4])
	return year
}

// outlived takes from a fact the former state that only the page gives it, when its date is later
// than the state: on a page about the Papal States, relations of 1984 are not with those. It
// reports whether nothing is left of the fact.
func outlived(f *pipeline.Fact) bool {
	year := yearOf(f.Date)
	if year == 0 || len(f.Inferred) == 0 {
		return false
	}
	if r := f.Relation; r != nil {
		return slices.Contains(f.Inferred, "parties") && slices.ContainsFunc(r.Parties, func(c string) bool { return ended(c, year) })
	}
	drop := func(slot string, code *string) {
		if slices.Contains(f.Inferred, slot) && ended(*code, year) {
			*code = ""
			f.Inferred = slices.DeleteFunc(f.Inferred, func(s string) bool { return s == slot })
		}
	}
	switch {
	case f.Mission != nil:
		drop("sending", &f.Mission.Sending)
		drop("receiving", &f.Mission.Receiving)
	case f.Appointment != nil:
		drop("sending", &f.Appointment.Sending)
		drop("receiving", &f.Appointment.Receiving)
	case f.Visit != nil:
		drop("from", &f.Visit.From)
		drop("to", &f.Visit.To)
	}
	return false
}

// ended reports whether a state was no more before a year began.
func ended(code string, year int) bool {
	c, ok := gazetteer.CountryOf(code)
	if !ok || c.Kind != "former" {
		return false
	}
	for _, e := range gazetteer.Find(c.Name) {
		if e.Kind == "former" && e.Country == code {
			return e.To != 0 && year > e.To+1 // what ends a state's record may come a little later
		}
	}
	return false
}
