package facts_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors"
	"chancery/pipeline"
)

// acts are clauses that each tell of one fact of a class.
var acts = []struct{ words, class string }{
	{"Malta and Kenya established diplomatic relations", "relations.established"},
	{"diplomatic relations between Peru and Oman were established", "relations.established"},
	{"Malta recognized Kenya", "relations.recognized"},
	{"Chad severed diplomatic relations with Oman", "relations.severed"},
	{"Poland opened an embassy in Lusaka", "mission.opened"},
	{"the Embassy of Norway in Lima was opened", "mission.opened"},
	{"Denmark closed its consulate in Bergen", "mission.closed"},
	{"President Jan Kos of Poland visited Lima", "visit"},
	{"President Jan Kos of Poland paid a state visit to Peru", "visit"},
	{"Foreign Minister Ola Berg of Norway met with Foreign Minister Ana Reyes of Peru", "meeting"},
	{"Karl Lund was appointed Ambassador of Sweden to Chile", "appointment"},
	{"Ambassador Karl Lund of Sweden presented his credentials in Santiago", "appointment"},
	{"Malta and Peru signed the Agreement on Trade", "agreement"},
	{"the Agreement on Fishing was signed in Rome", "agreement"},
}

// forms join two acts, X and Y, of May 2001 and June 2007, to one sentence.
var forms = []string{
	"In May 2001, X, and in June 2007 Y.", "X in May 2001, and in June 2007 Y.", "X in May 2001, and Y in June 2007.", "In May 2001 X and in June 2007 Y.",
	"X in May 2001; in June 2007, Y.", "X in May 2001, while Y in June 2007.", "In May 2001, X; Y in June 2007.", "X in May 2001 and Y in June 2007.",
}

// TestClausesKeepTheirDates joins two acts of different classes in all ways: neither may
// have the date of the other. A few do, whose number only shrinks.
func TestClausesKeepTheirDates(t *testing.T) {
	const mostWrong, mostMissing = 10, 13
	wrong, missing, all := 0, 0, 0
	for _, x := range acts {
		for _, y := range acts {
			if x.class == y.class {
				continue
			}
			for _, form := range forms {
				dates := datesOf(t, strings.NewReplacer("X", x.words, "Y", y.words).Replace(form))
				for class, want := range map[string]string{x.class: "2001-05", y.class: "2007-06"} {
					all++
					switch got := dates[class]; {
					case got == "":
						missing++
					case got != want:
						wrong++
						t.Logf("%s: %s is of %s", strings.NewReplacer("X", x.words, "Y", y.words).Replace(form), class, got)
					}
				}
			}
		}
	}
	require.Greater(t, all, 2500)
	require.LessOrEqual(t, wrong, mostWrong)
	require.LessOrEqual(t, missing, mostMissing)
}

// datesOf are the dates of the facts of a sentence by their classes, joined where there
// are several; a sentence begins with a capital.
func datesOf(t *testing.T, sentence string) map[string]string {
	doc := pipeline.NewDocument("clauses", strings.ToUpper(sentence[:1])+sentence[1:], pipeline.Meta{})
	facts, err := pipeline.NewReading(doc, extractors.All)
	require.NoError(t, err)
	dates := map[string]string{}
	for _, f := range facts {
		if f.Date != nil {
			dates[f.Class] = strings.TrimPrefix(dates[f.Class]+" "+f.Date.EDTF, " ")
		}
	}
	return dates
}
