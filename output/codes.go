package output

import (
	_ "embed"
	"strconv"
	"strings"

	"chancery/pipeline"
)

//go:embed cow.tsv
var cowList string

// cow maps ISO 3166-1 alpha-2 to the country numbers of the Correlates of War
// project's state system membership list.
var cow = func() map[string]int {
	codes := map[string]int{}
	for line := range strings.SplitSeq(cowList, "\n") {
		if iso, number, ok := strings.Cut(line, "\t"); ok && line[0] != '#' {
			codes[iso], _ = strconv.Atoi(number)
		}
	}
	return codes
}()

// plover maps classes of facts to events of PLOVER (Political Language Ontology
// for Verifiable Event Records), where the published mapping from CAMEO leaves no
// doubt: recognition and signature are acts of support, visits and meetings
// consultations.
var plover = map[string]string{
	"relations.recognized": "SUPPORT", "visit": "CONSULT/visit", "meeting": "CONSULT",
}

// codesOf are the codes of a fact that has happened, between two countries.
func codesOf(f *pipeline.Fact, a, b string) Codes {
	c := Codes{CowA: cow[a], CowB: cow[b]}
	if f.Status != "planned" {
		c.Plover = plover[f.Class]
	}
	return c
}
