package output

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func day(d string) When { return When{EDTF: d, DateMin: d, DateMax: d} }

// A checkCase is data in which a check finds what it is for, and the same data
// put right.
type checkCase struct {
	wrong, right Dataset
	text         string
}

// checkCases are the cases, by the name of the check.
func checkCases() map[string]checkCase { //nolint:funlen // a table
	people := []Person{{ID: "person:a", Name: "Anna Berg", Similar: []string{"person:b"}}, {ID: "person:b", Name: "Ana Berg"}}
	return map[string]checkCase{
		"own-country": {
			wrong: Dataset{People: people, Visits: []Visit{{ID: "v1", Visitor: "person:a", From: "KZ", To: "KZ", When: day("2013-08-19")}}},
			right: Dataset{People: people, Visits: []Visit{{ID: "v1", Visitor: "person:a", From: "CN", To: "KZ", When: day("2013-08-19")}}},
			text:  "Anna Berg of KZ is said to visit KZ itself (2013-08-19).",
		},
		"overlapping-visits": {
			wrong: Dataset{People: people, Visits: []Visit{
				{ID: "v1", Visitor: "person:a", To: "FR", When: When{"2013-08-01/2013-08-05", "2013-08-01", "2013-08-05"}},
				{ID: "v2", Visitor: "person:a", To: "PE", When: day("2013-08-03")},
			}},
			right: Dataset{People: people, Visits: []Visit{
				{ID: "v1", Visitor: "person:a", To: "FR", When: When{"2013-08-01/2013-08-05", "2013-08-01", "2013-08-05"}},
				{ID: "v2", Visitor: "person:a", To: "PE", When: day("2013-08-05")},
				{ID: "v3", Visitor: "person:a", To: "CL", When: When{"2013-08", "2013-08-01", "2013-08-31"}},
			}},
			text: "Anna Berg is in FR (2013-08-01/2013-08-05) and in PE (2013-08-03) at once.",
		},
		"two-heads-of-mission": {
			wrong: Dataset{People: people, Appointments: []Appointment{
				{ID: "o1", Person: "person:a", Role: "Ambassador", Event: "holds", Sending: "SE", Receiving: "PE"},
				{ID: "o2", Person: "person:b", Role: "Ambassador", Event: "holds", Sending: "SE", Receiving: "PE"},
			}},
			right: Dataset{People: people, Appointments: []Appointment{
				{ID: "o1", Person: "person:a", Role: "Ambassador", Event: "left", Sending: "SE", Receiving: "PE"},
				{ID: "o2", Person: "person:b", Role: "Ambassador", Event: "holds", Sending: "SE", Receiving: "PE"},
			}},
			text: "Anna Berg and Ana Berg are both ambassador of SE to PE (no date).",
		},
		"end-before-start": {
			wrong: Dataset{Dates: []Date{{ID: "d1", Quote: "30 February 2014", Status: "invalid"}}},
			right: Dataset{Dates: []Date{{ID: "d1", Quote: "28 February 2014", Status: "ok", DateMin: "2014-02-28", DateMax: "2014-02-28"}}},
			text:  `"30 February 2014" cannot be a date.`,
		},
		"after-the-page": {
			wrong: Dataset{Documents: []Document{{ID: "p", Updated: "2014-01-01"}}, Missions: []Mission{{ID: "e1", Document: "p", Event: "opened", Type: "embassy", When: day("2015-05-05")}}},
			right: Dataset{Documents: []Document{{ID: "p", Updated: "2014-01-01"}}, Missions: []Mission{{ID: "e1", Document: "p", Event: "opened", Type: "embassy", When: day("2015-05-05"), Trace: Trace{Status: "planned"}}}},
			text:  "embassy opened on 2015-05-05, but the page was last changed on 2014-01-01.",
		},
		"city-name": {
			wrong: Dataset{doubts: []doubt{{"p", "e1", "Saigon was not the name of Ho Chi Minh City in 1990."}}},
			text:  "Saigon was not the name of Ho Chi Minh City in 1990.",
		},
		"agreement-before-relations": {
			wrong: Dataset{
				Relations:  []Relation{{ID: "n1", Event: "established", Kind: "diplomatic", CountryA: "PE", CountryB: "SB", When: day("1921-01-01")}},
				Agreements: []Agreement{{ID: "a1", Title: "Treaty of Trade", Parties: []string{"SB", "PE"}, Signed: "1900", DateMin: "1900-01-01", DateMax: "1900-12-31"}},
				Places:     []Place{{Name: "Peru", Kind: "country", Country: "PE"}, {Name: "Solomon Islands", Kind: "country", Country: "SB"}, {Name: "Lima", Kind: "city", Country: "PE"}},
			},
			right: Dataset{
				Relations:  []Relation{{ID: "n1", Event: "established", Kind: "diplomatic", CountryA: "PE", CountryB: "SB", When: day("1873-08-21")}},
				Agreements: []Agreement{{ID: "a1", Title: "Treaty of Trade", Parties: []string{"SB", "PE"}, Signed: "1900", DateMin: "1900-01-01", DateMax: "1900-12-31"}},
			},
			text: `"Treaty of Trade" was signed 1900, before Peru and the Solomon Islands established relations (1921-01-01).`,
		},
		"two-dates": {
			wrong: Dataset{Relations: []Relation{
				{ID: "n1", Event: "established", Kind: "diplomatic", CountryA: "PE", CountryB: "JP", When: day("1873-08-21")},
				{ID: "n2", Event: "established", Kind: "diplomatic", CountryA: "JP", CountryB: "PE", When: day("1874-08-21")},
			}},
			right: Dataset{Relations: []Relation{
				{ID: "n1", Event: "established", Kind: "diplomatic", CountryA: "PE", CountryB: "JP", When: day("1873-08-21")},
				{ID: "n2", Event: "established", Kind: "diplomatic", CountryA: "JP", CountryB: "PE", When: When{"1873", "1873-01-01", "1873-12-31"}},
				{ID: "n3", Event: "severed", Kind: "diplomatic", CountryA: "PE", CountryB: "JP", When: day("1942-01-24")},
				{ID: "n4", Event: "established", Kind: "diplomatic", CountryA: "PE", CountryB: "JP", When: day("1952-06-17")},
			}},
			text: "Relations between PE and JP: established 1873-08-21, and 1874-08-21.",
		},
		"near-spelling": {
			wrong: Dataset{People: people},
			right: Dataset{People: people[1:]},
			text:  "Anna Berg and Ana Berg may be one person.",
		},
		"language": {
			wrong: Dataset{Documents: []Document{{ID: "p", Language: "de-AT"}}},
			right: Dataset{Documents: []Document{{ID: "p", Language: "en-GB"}, {ID: "q"}}},
			text:  "The text is in another language than English (de-AT): its names and records are left out, or guesses.",
		},
		"day-or-month": {
			wrong: Dataset{Dates: []Date{{ID: "d1", Document: "p", Quote: "4/5/2013", OrderAmbiguous: true}, {ID: "d2", Document: "p", Quote: "6/7/2013", OrderAmbiguous: true}}},
			right: Dataset{Dates: []Date{{ID: "d1", Document: "p", Quote: "4/15/2013"}}},
			text:  `2 dates could be read with day and month swapped, such as "4/5/2013".`,
		},
	}
}

// Each check finds what it is for, and nothing in the same data put right.
func TestChecks(t *testing.T) {
	cases := checkCases()
	for _, c := range Checks {
		t.Run(c.Name, func(t *testing.T) {
			k, ok := cases[c.Name]
			require.True(t, ok, "no case for the check")
			require.Equal(t, []string{k.text}, found(c, &k.wrong))
			require.Empty(t, found(c, &k.right))
			require.Contains(t, []string{"error", "warning", "note"}, c.Severity)
		})
	}
}

func found(c Check, d *Dataset) (texts []string) {
	c.find(d, func(_, text string, _ ...string) { texts = append(texts, text) })
	return texts
}
