package extractors_test

import (
	"fmt"
	"log"

	"chancery/extractors"
	"chancery/pipeline"
)

// A text becomes mentions, each with the words, the normal form and the rule, and
// facts.
func ExampleJob() {
	page := "On 14 May 2002 the President of China Xi Jinping paid a state visit to Kazakhstan."
	res, err := extractors.Job().Annotate("page", page, pipeline.Meta{})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range res.Mentions {
		fmt.Printf("%s: %q = %s\n", m.Kind, page[m.Source.Start:m.Source.End], m.Value)
	}
	for _, f := range res.Facts {
		fmt.Println(f.Class, f.Date.EDTF)
	}
	// Output:
	// date: "14 May 2002" = 2002-05-14
	// place: "China" = China
	// person: "Xi Jinping" = Xi Jinping
	// place: "Kazakhstan" = Kazakhstan
	// visit 2002-05-14
}
