package places

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// The memory that reading takes grows with the text and not with its square.
func TestCostIsLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"consulates": "consulates in Hong Kong (since August 2003), ",
		"regions":    "Almaty Region Almaty Region ",
		"of":         "District of the City of Port of ",
		"guesses":    "in Zqabor, of Wexham near Quon, ",
		"series":     "in Zqabor, Wexham and Quon, towns include Abx, ",
		"rivers":     "the river Zqabor flows through Wexham and along the Quonra, ",
		"parks":      "Domino Park stands at Spring Grove Cemetery. ",
		"cities":     "Astana, Almaty, Paris, Granada and ",
		"quotes":     "“Zaysan “Lake ",
		"capitals":   "IN ALMATY AND ASTANA ",
	} {
		t.Run(name, func(t *testing.T) {
			cost := func(n int) float64 {
				d := pipeline.NewDocument("long", strings.Repeat(unit, n), pipeline.Meta{})
				return testing.AllocsPerRun(1, func() { reported(d) })
			}
			require.Less(t, cost(4000), 15*cost(400)+2000)
		})
	}
}
