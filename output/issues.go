package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Check looks through a dataset for what a careful analyst would question.
// Adding one is its function and its line in Checks.
type Check struct {
	Name     string
	Doc      string
	Severity string // error, warning or note
	find     func(d *Dataset, report func(document, text string, records ...string))
}

// Checks lists the checks, in the order in which their issues are written.
var Checks = []Check{
	{"own-country", "the destination of a visit is the visitor's own country", "warning", ownCountry},
	{"overlapping-visits", "one person is in two countries at once", "warning", overlappingVisits},
	{"two-heads-of-mission", "two people hold one post at one time", "warning", twoHeads},
	{"end-before-start", "a date cannot be, or ends before it begins", "error", impossibleDates},
	{"after-the-page", "something happened after the day on which the page was written", "warning", afterPage},
	{"city-name", "a city is named as it was not called at the time", "note", cityName},
	{"agreement-before-relations", "an instrument was signed before relations existed", "note", beforeRelations},
	{"two-dates", "one event has two dates", "warning", twoDates},
	{"near-spelling", "two people may be one", "note", nearSpelling},
	{"language", "the text is not in English, which is all that is read", "warning", otherLanguage},
	{"day-or-month", "day and month could be swapped and nothing in the source decides", "warning", dayOrMonth},
}

// check runs the checks and replaces the issues.
func (d *Dataset) check() {
	d.Issues = nil
	for _, c := range Checks {
		c.find(d, func(document, text string, records ...string) {
			d.question(c.Name, c.Severity, document, text, records...)
		})
	}
}

// question adds an issue.
func (d *Dataset) question(check, severity, document, text string, records ...string) {
	parts := append([]string{check, document}, records...)
	d.Issues = append(d.Issues, Issue{
		ID: id("i", append(parts, text)...), Check: check, Severity: severity, Document: document, Records: records, Text: text,
	})
}

func ownCountry(d *Dataset, report func(string, string, ...string)) {
	home := func(v *Visit) bool { return v.From != "" && v.From == v.To }
	for v := range every(d, "visits", d.Visits, home) {
		report(v.Document, fmt.Sprintf("%s of %s is said to visit %s itself (%s).", d.who(v.Visitor, v.Role), d.country(v.From), d.country(v.To), cmp.Or(v.EDTF, "no date")), v.ID)
	}
}

// A stay is what of a visit must be remembered until all are seen.
type stay struct {
	ID, Document, To string
	When
}

func overlappingVisits(d *Dataset, report func(string, string, ...string)) {
	byVisitor := map[string][]stay{}
	sure := func(v *Visit) bool { return v.Visitor != "" && v.exact() && v.Status == "" }
	for v := range every(d, "visits", d.Visits, sure) {
		byVisitor[v.Visitor] = append(byVisitor[v.Visitor], stay{v.ID, v.Document, v.To, v.When})
	}
	for _, p := range d.People {
		visits := byVisitor[p.ID]
		slices.SortStableFunc(visits, func(a, b stay) int { return cmp.Compare(a.DateMin, b.DateMin) })
		for i := 1; i < len(visits); i++ {
			a, b := visits[i-1], visits[i]
			if b.DateMin < a.DateMax && a.To != b.To && a.To != "" && b.To != "" {
				report(shared(a.Document, b.Document), fmt.Sprintf("%s is in %s (%s) and in %s (%s) at once.", p.Name, d.country(a.To), a.EDTF, d.country(b.To), b.EDTF), a.ID, b.ID)
			}
		}
	}
}

// exact reports whether a date is known to the day or nearly so: what lies
// within a month of a year says nothing of overlaps.
func (w When) exact() bool {
	return w.DateMin != "" && w.DateMax != "" && strings.Count(strings.Split(w.EDTF, "/")[0], "-") == 2
}

func shared(a, b string) string {
	if a == b {
		return a
	}
	return ""
}

func twoHeads(d *Dataset, report func(string, string, ...string)) {
	posts := map[string]Appointment{}
	heads := func(a *Appointment) bool {
		return a.Event != "left" && a.Sending != "" && a.Receiving != "" && a.Status == "" && strings.HasPrefix(strings.ToLower(a.Role), "ambassador")
	}
	for a := range every(d, "appointments", d.Appointments, heads) {
		key := a.Sending + a.Receiving + a.DateMin
		o, ok := posts[key]
		if ok && o.Person != a.Person && (a.DateMin != "" || a.Event == "holds" && o.Event == "holds") {
			report(shared(o.Document, a.Document), fmt.Sprintf("%s and %s are both ambassador of %s to %s (%s).", d.who(o.Person, ""), d.who(a.Person, ""), d.country(a.Sending), d.country(a.Receiving), cmp.Or(a.EDTF, "no date")), o.ID, a.ID)
			continue
		}
		posts[key] = a
	}
}

func impossibleDates(d *Dataset, report func(string, string, ...string)) {
	wrong := func(t *Date) bool { return t.Status == "invalid" || t.DateMax != "" && t.DateMax < t.DateMin }
	for t := range every(d, "dates", d.Dates, wrong) {
		if t.Status == "invalid" {
			report(t.Document, fmt.Sprintf("%q cannot be a date.", t.Quote), t.ID)
		} else {
			report(t.Document, fmt.Sprintf("%q ends before it begins.", t.Quote), t.ID)
		}
	}
}

func afterPage(d *Dataset, report func(string, string, ...string)) {
	written := map[string]string{}
	for doc := range every(d, "documents", d.Documents, func(doc *Document) bool { return doc.Updated != "" || doc.Created != "" }) {
		written[doc.ID] = cmp.Or(doc.Updated, doc.Created)
	}
	after := func(document string, w When, status string) bool {
		at := written[document]
		return at != "" && w.DateMin > at && status != "planned"
	}
	tell := func(document, record, what string, w When) {
		report(document, fmt.Sprintf("%s on %s, but the page was last changed on %s.", what, w.EDTF, written[document]), record)
	}
	for v := range every(d, "visits", d.Visits, func(v *Visit) bool { return after(v.Document, v.When, v.Status) }) {
		tell(v.Document, v.ID, d.who(v.Visitor, v.Role)+" visits "+cmp.Or(d.country(v.To), v.City), v.When)
	}
	for m := range every(d, "meetings", d.Meetings, func(m *Meeting) bool { return after(m.Document, m.When, m.Status) }) {
		tell(m.Document, m.ID, strings.Join(m.Who, " and ")+" meet", m.When)
	}
	for m := range every(d, "missions", d.Missions, func(m *Mission) bool { return after(m.Document, m.When, m.Status) }) {
		tell(m.Document, m.ID, m.Type+" "+m.Event, m.When)
	}
	for a := range every(d, "agreements", d.Agreements, func(a *Agreement) bool { return after(a.Document, a.when(), a.Status) }) {
		tell(a.Document, a.ID, a.Title+" signed", a.when())
	}
}

// when is the time of the signing.
func (a *Agreement) when() When { return When{a.Signed, a.DateMin, a.DateMax} }

func cityName(d *Dataset, report func(string, string, ...string)) {
	for q := range every(d, doubtsTable, d.doubts, nil) {
		report(q.Document, q.Text, q.Record)
	}
}

func beforeRelations(d *Dataset, report func(string, string, ...string)) {
	since := map[string]Relation{}
	begun := func(r *Relation) bool { return r.Event == "established" && r.Kind == "diplomatic" && r.DateMin != "" }
	for r := range every(d, "relations", d.Relations, begun) {
		key := pairOf(r.CountryA, r.CountryB)
		if o, ok := since[key]; !ok || r.DateMin < o.DateMin {
			since[key] = r
		}
	}
	early := func(a *Agreement) bool {
		if len(a.Parties) != 2 || a.DateMax == "" {
			return false
		}
		r, ok := since[pairOf(a.Parties[0], a.Parties[1])]
		return ok && a.DateMax < r.DateMin
	}
	for a := range every(d, "agreements", d.Agreements, early) {
		r := since[pairOf(a.Parties[0], a.Parties[1])]
		report(shared(a.Document, r.Document), fmt.Sprintf("%q was signed %s, before %s and %s established relations (%s).", a.Title, a.Signed, d.country(r.CountryA), d.country(r.CountryB), r.EDTF), a.ID, r.ID)
	}
}

func pairOf(a, b string) string {
	if b < a {
		a, b = b, a
	}
	return a + " " + b
}

// twoDates does not question what was taken up again after a break that the
// sources know.
func twoDates(d *Dataset, report func(string, string, ...string)) {
	breaks := map[string]map[string]bool{} // days by pair
	for r := range every(d, "relations", d.Relations, func(r *Relation) bool { return r.Event == "severed" && r.DateMin != "" }) {
		pair := pairOf(r.CountryA, r.CountryB)
		if breaks[pair] == nil {
			breaks[pair] = map[string]bool{}
		}
		breaks[pair][r.DateMin] = true
	}
	broken := func(pair string, a, b When) bool {
		for day := range breaks[pair] {
			if min(a.DateMin, b.DateMin) <= day && day <= max(a.DateMax, b.DateMax) {
				return true
			}
		}
		return false
	}
	first := map[string]Relation{}
	dated := func(r *Relation) bool {
		return (r.Event == "established" || r.Event == "recognized") && r.DateMin != "" && r.DateMax != "" && r.CountryB != ""
	}
	for r := range every(d, "relations", d.Relations, dated) {
		pair := pairOf(r.CountryA, r.CountryB)
		key := r.Event + r.Kind + pair
		if r.Event == "recognized" { // each recognizes the other once
			key = r.Event + r.CountryA + " " + r.CountryB
		}
		o, ok := first[key]
		if !ok {
			first[key] = r
			continue
		}
		if (r.DateMax < o.DateMin || o.DateMax < r.DateMin) && !broken(pair, o.When, r.When) {
			report(shared(o.Document, r.Document), fmt.Sprintf("Relations between %s and %s: %s %s, and %s.", d.country(o.CountryA), d.country(o.CountryB), o.Event, o.EDTF, r.EDTF), o.ID, r.ID)
		}
	}
}

func nearSpelling(d *Dataset, report func(string, string, ...string)) {
	names := map[string]string{}
	for _, p := range d.People {
		names[p.ID] = p.Name
	}
	for _, p := range d.People {
		for _, o := range p.Similar {
			if p.ID < o {
				report("", fmt.Sprintf("%s and %s may be one person.", p.Name, cmp.Or(names[o], o)), p.ID, o)
			}
		}
	}
}

// dayOrMonth reports a document once, whatever the number of its dates.
func dayOrMonth(d *Dataset, report func(string, string, ...string)) {
	var first Date
	var records []string
	tell := func() {
		if len(records) > 0 {
			report(first.Document, fmt.Sprintf("%s could be read with day and month swapped, such as %q.", Count(len(records), "date"), first.Quote), records...)
		}
	}
	doubtful := func(t *Date) bool { return t.OrderAmbiguous }
	for t := range every(d, "dates", d.Dates, doubtful) { // a document's stand together
		if t.Document != first.Document {
			tell()
			first, records = t, nil
		}
		records = append(records, t.ID)
	}
	tell()
}

func otherLanguage(d *Dataset, report func(string, string, ...string)) {
	other := func(doc *Document) bool {
		language, _, _ := strings.Cut(strings.ToLower(doc.Language), "-")
		return language != "" && language != "en"
	}
	for doc := range every(d, "documents", d.Documents, other) {
		report(doc.ID, fmt.Sprintf("The text is in another language than English (%s): its names and records are left out, or guesses.", doc.Language))
	}
}

// who is a person's name, or an office without one.
func (d *Dataset) who(person, role string) string {
	i, ok := slices.BinarySearchFunc(d.People, person, func(p Person, id string) int { return cmp.Compare(p.ID, id) })
	if ok {
		return d.People[i].Name
	}
	return cmp.Or(role, person, "someone")
}
