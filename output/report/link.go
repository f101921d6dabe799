package report

import "fmt"

// A link leads from a picture to records: to one by its id, or to a set of them.
type link struct {
	ID    string // of the record; unused with a set
	Set   int    // number of the set, from 1; 0 for one record
	Label string // what a screen reader says of it, and a tooltip shows
	First bool   // where the keyboard enters the group
}

// A recordSet is records to be shown together.
type recordSet struct {
	Label string   `json:"label"`
	IDs   []string `json:"ids"`
}

// sets are the sets that links lead to.
type sets []recordSet

// link leads to some records.
func (s *sets) link(label string, ids []string) link {
	if len(ids) == 1 {
		return link{ID: ids[0], Label: label}
	}
	*s = append(*s, recordSet{label, ids})
	return link{Set: len(*s), Label: label}
}

// counted is a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
