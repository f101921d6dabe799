package output

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPassagesAroundAQuote(t *testing.T) {
	text := "Title\n\nFirst.\n\nBefore\nit.\n\nHere stands a\n  quote  of words. More.\n\nAfter."
	require.Equal(t, []string{
		"Here stands a\n  quote  of words. More.\n",
		"Title\n\nHere stands a\n  quote  of words. More.\n",
		"Here stands a\n  quote  of words. More.\n",
		"Title\n\nHere stands a\n  quote  of words. More.\n",
		"Before\nit.\n\nHere stands a\n  quote  of words. More.\n",
		"Title\n\nBefore\nit.\n\nHere stands a\n  quote  of words. More.\n",
		"Title\n\nFirst.\n\nBefore\nit.\n\nHere stands a\n  quote  of words. More.\n",
	}, newFlatText(text).around("a quote of words."))
	require.Equal(t, "Title\n", newFlatText(text).around("Title")[0])
	require.Equal(t, "After.\n", newFlatText(text).around("After.")[0])
	require.Empty(t, newFlatText(text).around("no such words"))
	require.Empty(t, newFlatText("").around(""))
}

func TestACaseSaysWhatIsNotAsItShould(t *testing.T) {
	d := reviewed()
	with := func(want, not map[string]string) string {
		c := Case{Table: "visits", Want: want, Not: not}
		require.NoError(t, c.Check())
		return c.fault(d)
	}
	require.Empty(t, with(map[string]string{"from": "KZ", "to": "FR"}, map[string]string{"from": "KZ", "to": "DE"}))
	require.Equal(t, "not as wanted: to is CN, not DE", with(map[string]string{"from": "KZ", "to": "DE"}, nil))
	require.Equal(t, "not found: from=FR; to=DE", with(map[string]string{"from": "FR", "to": "DE"}, nil))
	require.Equal(t, "found, but it should not be: to=FR", with(map[string]string{"from": "KZ"}, map[string]string{"to": "FR"}))
	require.Empty(t, with(nil, map[string]string{"to": "DE"}))
}

func TestACaseKnowsWhatWasWrittenOver(t *testing.T) {
	d := reviewed()
	c := Correction{
		Table: "visits", ID: "v1", Document: "a.txt", Quote: d.Visits[0].Quote, Review: reviewFix, Set: map[string]string{"to": "FR", "city": ""},
		Read: map[string]string{"from": "KZ", "date_min": "2015-09-03", "occasion": ""}, Sealed: map[string]string{"to": seal("CN")},
	}
	made := caseOf(&c, &Document{ID: "a.txt", Created: "2016-01-01"}, d)
	require.Equal(t, map[string]string{"from": "KZ", "to": "FR", "city": ""}, made.Want)
	require.Equal(t, map[string]string{"from": "KZ", "to": "CN"}, made.Not)
	require.Equal(t, "2016-01-01", made.Date)
	c.Review, c.Set, c.Sealed = reviewWrong, nil, nil
	made = caseOf(&c, &Document{ID: "a.txt"}, d)
	require.Empty(t, made.Want)
	require.Equal(t, map[string]string{"from": "KZ"}, made.Not)
}
