package gazetteer

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline/text"
)

func TestEveryCountryIsThere(t *testing.T) {
	kinds := map[string]int{}
	seen := map[string]bool{}
	for _, c := range Countries() {
		require.False(t, seen[c.Code], c.Code)
		seen[c.Code] = true
		kinds[c.Kind]++
		if c.Current != "" {
			current, ok := CountryOf(c.Current)
			require.True(t, ok, "%s is part of %s", c.Code, c.Current)
			require.Len(t, current.Code, 2)
		}
	}
	require.Equal(t, 250, kinds["country"]+kinds["territory"], "249 codes of ISO 3166-1, and Kosovo")
	require.Greater(t, kinds["former"], 50)
}

func TestCapitalsAreCities(t *testing.T) {
	missing := 0
	for _, c := range Countries() {
		if c.Kind != "country" {
			continue
		}
		found := false
		for _, e := range Find(c.Capital) {
			found = found || e.Kind == "city" && e.Country == c.Code && e.Capital
		}
		if !found {
			t.Logf("%s: no city %q", c.Code, c.Capital)
			missing++
		}
	}
	require.LessOrEqual(t, missing, 12, "GeoNames leaves out capitals below 15,000 people")
}

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"Republic of Kazakhstan": "country KZ Kazakhstan", "PRC": "country CN China", "P.R.C.": "country CN China",
		"U.S.": "country US United States", "Türkiye": "country TR Turkey", "Cote d’Ivoire": "country CI Côte d'Ivoire",
		"Guinea-Bissau": "country GW Guinea-Bissau", "Peking": "city CN Beijing", "Nur-Sultan": "city KZ Astana",
		"Urumqi": "city CN Ürümqi", "SAO TOME AND PRINCIPE": "country ST São Tomé and Príncipe", "Kazakhs": "demonym KZ Kazakhstan",
		"Soviet Union": "former SUHH Soviet Union", "Washington, D.C.": "city US Washington", "South China Sea": "water  South China Sea",
	} {
		entries := Find(name)
		require.NotEmpty(t, entries, name)
		e := entries[0]
		require.Equal(t, want, strings.Join([]string{e.Kind, e.Country, e.Name}, " "), name)
	}
	require.Nil(t, Find("Kazakhstan and"))
	for name, want := range map[string]string{"Chinese": "CN", "Kingdom of the Yemen": "YE", "Republic of Mongolia": "MN", "Gulf of Mexico": "", " of Peru": ""} {
		code, ok := CountryName(name)
		require.Equal(t, want != "", ok, name)
		require.Equal(t, want, code, name)
	}
}

func TestLookupIsLongest(t *testing.T) {
	tokens := text.Tokenize("the People's Republic of China and")
	_, n := Lookup(tokens, 1, len(tokens))
	require.Equal(t, 5, n)
	_, n = Lookup(tokens, 1, 4)
	require.Zero(t, n)
}

func TestRenamingsPointToCities(t *testing.T) {
	rows(renamingList, 5, func(f []string) {
		for _, e := range Find(strings.TrimPrefix(f[0], "=")) {
			if e.Kind == "city" && e.Country == f[2] {
				return
			}
		}
		t.Errorf("renamings.tsv: no city %q in %s for %q", f[1], f[2], f[0])
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load()
	}
}
