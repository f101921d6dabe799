package facts

import (
	"fmt"
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
