// Package extractors lists the readers of documents. Each is a package of its
// own; adding one is its package and its line here.
package extractors

import (
	"errors"
	"fmt"
	"strings"

	"chancery/extractors/agreements"
	"chancery/extractors/dates"
	"chancery/extractors/facts"
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
	facts.Extractor,
}

// Validate reports the first fault in the list: a missing part, a name used
// twice, or a requirement that is not itself listed before.
func Validate() error {
	seen := map[*pipeline.Extractor]bool{}
	names := map[string]bool{}
	for _, e := range All {
		switch {
		case e == nil:
			return errors.New("an extractor is nil")
		case e.Name == "" || e.Doc == "" || e.Run == nil && e.Facts == nil || names[e.Name]:
			return fmt.Errorf("extractor %q: name, doc and run are required, once", e.Name)
		case strings.ContainsAny(e.Name, " ,"):
			return fmt.Errorf("extractor %q: the name is no word", e.Name)
		}
		for _, r := range e.Requires {
			switch {
			case r == nil:
				return fmt.Errorf("extractor %s requires nothing: a nil extractor", e.Name)
			case !seen[r]:
				return fmt.Errorf("extractor %s requires %s, which must be listed before it", e.Name, r.Name)
			}
		}
		seen[e], names[e.Name] = true, true
	}
	return nil
}
