// Package extractors lists the readers of documents. Each is a package of its
// own; adding one is its package and its line here.
package extractors

import (
	"fmt"

	"chancery/extractors/agreements"
	"chancery/extractors/dates"
	"chancery/extractors/ner"
	"chancery/extractors/organizations"
	"chancery/extractors/people"
	"chancery/extractors/places"
	"chancery/pipeline"
)

// All lists the extractors. They run in the order of their Requires, and in the
// order of this list where that leaves it open.
var All = []*pipeline.Extractor{
	dates.Extractor, ner.Extractor, places.Extractor, organizations.Extractor, people.Extractor, agreements.Extractor,
}

// Validate reports the first fault in the list: a missing part, a name used
// twice, or a requirement that is not itself listed before.
func Validate() error {
	seen := map[*pipeline.Extractor]bool{}
	names := map[string]bool{}
	for _, e := range All {
		if e.Name == "" || e.Doc == "" || e.Run == nil || names[e.Name] {
			return fmt.Errorf("extractor %q: name, doc and run are required, once", e.Name)
		}
		for _, r := range e.Requires {
			if !seen[r] {
				return fmt.Errorf("extractor %s requires %s, which must be listed before it", e.Name, r.Name)
			}
		}
		seen[e], names[e.Name] = true, true
	}
	return nil
}
