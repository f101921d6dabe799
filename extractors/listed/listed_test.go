package listed

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/extractors"
	"chancery/pipeline"
)

const (
	peopleFile = "name,aliases,given,family,role,country\n" +
		"Karim Massimov,MASSIMOV Karim; K. Massimov,Karim,Massimov,,KZ\n" +
		"Zyx Qwv,,,,Trade Commissioner,NZ\n" +
		"Will Power,,,,,\n"
	placesFile = "name,aliases,kind,country,lat,lon,geonames_id\n" +
		"Georgia,,region,US,32.9,-83.1,4197000\n" +
		"Blue Hall,,building,,,,\n"
	organizationsFile = "name,aliases,acronym,kind,country\n" +
		"Silk Fund of Taraz,,SFT,company,KZ\n"
)

func read(t testing.TB, files map[string]string) (*Lists, error) {
	t.Helper()
	lists := &Lists{}
	for path, content := range files {
		if err := lists.Add(path, strings.NewReader(content)); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

// shown is what stands of a text, one mention a string.
func shown(t *testing.T, s string, files map[string]string) []string {
	lists, err := read(t, files)
	require.NoError(t, err)
	all := append([]*pipeline.Extractor{Extractor(lists)}, extractors.All...)
	res, err := pipeline.Annotate(pipeline.NewDocument("d", s, pipeline.Meta{}), all)
	require.NoError(t, err)
	var got []string
	for _, m := range res.Mentions {
		role := ""
		if m.Person != nil {
			role = m.Person.Role
		}
		got = append(got, strings.Join([]string{m.Text, m.Entity, role, m.Country(), m.Rule}, "|"))
	}
	return got
}

func TestListsComeFirst(t *testing.T) {
	files := map[string]string{"people.csv": peopleFile, "my-places.csv": placesFile, "ORGANIZATIONS.CSV": organizationsFile}
	require.Equal(t, []string{
		"Kazakhstan|place:KZ||KZ|country",
		"MASSIMOV Karim|person:karim-massimov|Prime Minister of Kazakhstan|KZ|listed",
		"Zyx Qwv|person:zyx-qwv|Trade Commissioner|NZ|listed",
		"SFT|organization:silk-fund-of-taraz||KZ|listed",
		"Georgia|place:georgia-us||US|listed",
		"Blue Hall|place:blue-hall|||listed",
		"Massimov|person:karim-massimov||KZ|listed",
		"Silk Fund of Taraz|organization:silk-fund-of-taraz||KZ|listed",
	}, without(shown(t, "Prime Minister of Kazakhstan MASSIMOV Karim met Zyx Qwv and the SFT in Georgia at the Blue Hall. "+
		"Massimov left. The blue hall is open; the Silk Fund of Taraz too. There was a will, and power.", files), "Taraz|"))
}

// without leaves out the mentions that begin with a prefix.
func without(all []string, prefix string) (kept []string) {
	for _, s := range all {
		if !strings.HasPrefix(s, prefix) {
			kept = append(kept, s)
		}
	}
	return kept
}

func TestNothingListedChangesNothing(t *testing.T) {
	const s = "President Xi Jinping met Karim Massimov in Astana."
	require.Equal(t, shown(t, s, nil), shown(t, s, map[string]string{"people.csv": "name\n"}))
}

func TestFaultsHaveFileAndLine(t *testing.T) {
	for _, c := range []struct{ path, content, want string }{
		{"names.csv", "name\n", "names.csv: the name of a gazetteer ends in"},
		{"people.csv", "", "people.csv:1: empty"},
		{"people.csv", "name,age\n", `people.csv:1: unknown column "age"`},
		{"people.csv", "name,name\n", `people.csv:1: column "name" twice`},
		{"people.csv", "family\n", `people.csv:1: no column "name"`},
		{"people.csv", "name,country\nA B,KZ\nC D\n", "people.csv:3: 1 cells, want 2"},
		{"people.csv", "name,country\n\nA B,XX\n", `people.csv:3: column country: "XX" is no code of a country`},
		{"people.csv", "name,country\n,KZ\n", "people.csv:2: no name"},
		{"people.csv", "name\n...\n", `people.csv:2: name "..." has no letter`},
		{"people.csv", "name,aliases\nA B,a;;b\n", "people.csv:2: column aliases: no name"},
		{"people.csv", "name\nA B\na b\n", `people.csv:3: "a b" is already in people.csv:2`},
		{"people.csv", "name\n\"A B\n", "people.csv:"},
		{"people.csv", "name\n\xff\n", "people.csv:2: column name: not UTF-8"},
		{"places.csv", "name,kind\nA,town\n", `places.csv:2: column kind: "town": want one of country`},
		{"places.csv", "name,lat,lon\nA,91,0\n", `places.csv:2: column lat: "91": want degrees between -90 and 90`},
		{"places.csv", "name,lat,lon\nA,NaN,1\n", "column lat"},
		{"places.csv", "name,lat,lon\nA,12,\n", "lat and lon go together"},
		{"places.csv", "name,geonames_id\nA,-4\n", `"-4" is no GeoNames id`},
		{"organizations.csv", "name,kind\nA,club\n", `organizations.csv:2: column kind: "club"`},
	} {
		_, err := read(t, map[string]string{c.path: c.content})
		require.ErrorContains(t, err, c.want, "%s %q", c.path, c.content)
	}
}

func TestByteOrderMarkAndQuotes(t *testing.T) {
	got := shown(t, "The guests were Zyx Qwv, Esq, and others.", map[string]string{"people.csv": "\ufeffname,country\r\n\"Zyx Qwv, Esq\",NZ\r\n"})
	require.Equal(t, []string{"Zyx Qwv, Esq|person:zyx-qwv-esq||NZ|listed"}, got)
}

func FuzzGazetteer(f *testing.F) {
	f.Add(peopleFile)
	f.Add("name,aliases\n\"a\nb\",;")
	f.Fuzz(func(t *testing.T, s string) {
		lists := &Lists{}
		if lists.Add("people.csv", strings.NewReader(s)) != nil {
			return
		}
		doc := pipeline.NewDocument("d", strings.ToValidUTF8(s, "?"), pipeline.Meta{})
		for _, m := range pipeline.NewPass(doc, Extractor(lists)).Reported(Extractor(lists)) {
			require.NotEmpty(t, m.Value)
		}
	})
}
