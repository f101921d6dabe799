package gazetteer

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWithArticle(t *testing.T) {
	for code, want := range map[string]string{
		"US": "the United States", "KZ": "Kazakhstan", "VA": "the Holy See", "CD": "the Democratic Republic of the Congo",
		"SB": "the Solomon Islands", "SUHH": "the Soviet Union", "x-texas": "the Republic of Texas", "EE": "Estonia",
	} {
		c, ok := CountryOf(code)
		require.True(t, ok, code)
		require.Equal(t, want, c.WithArticle())
	}
}
