package output

import (
	"cmp"
	"fmt"
	"slices"
)

// The sorts of change, from the older dataset to the newer one.
const (
	Gained  = "gained"
	Lost    = "lost"
	Changed = "changed"
)

// Sort says whether the record was Gained, Lost or Changed.
func (c Change) Sort() string {
	switch {
	case c.Old == nil:
		return Gained
	case c.New == nil:
		return Lost
	}
	return Changed
}

func (c Change) sign() string {
	return map[string]string{Gained: "+", Lost: "-", Changed: "~"}[c.Sort()]
}

// row is the record as it is now, or as it was when it is lost.
func (c Change) row() []string {
	if c.New == nil {
		return c.Old
	}
	return c.New
}

// A FieldChange is one cell of a changed record.
type FieldChange struct {
	Name string `json:"field"`
	Old  string `json:"old"`
	New  string `json:"new"`
}

// Fields are the cells that changed, but for the id and where the record stands;
// a record gained or lost has none.
func (c Change) Fields() []FieldChange {
	var list []FieldChange
	for i, column := range c.Columns {
		if c.Sort() == Changed && c.Old[i] != c.New[i] && !positional[column] && column != "id" {
			list = append(list, FieldChange{column, c.Old[i], c.New[i]})
		}
	}
	return list
}

// sorted are the changes in the order of the tables.
func (d Difference) sorted() []Change {
	changes := slices.Clone(d.Changes)
	slices.SortStableFunc(changes, func(x, y Change) int { return cmp.Compare(tableIndex(x.Table), tableIndex(y.Table)) })
	return changes
}

// A Tally counts the records of one table, or of all, that differ.
type Tally struct {
	Table   string `json:"table,omitempty"`
	Gained  int    `json:"gained"`
	Lost    int    `json:"lost"`
	Changed int    `json:"changed"`
	Moved   int    `json:"moved"` // only within their source
}

func (t *Tally) add(sort string) {
	switch sort {
	case Gained:
		t.Gained++
	case Lost:
		t.Lost++
	case Changed:
		t.Changed++
	}
}

func (t Tally) String() string {
	return fmt.Sprintf("%d gained, %d lost, %d changed", t.Gained, t.Lost, t.Changed)
}

// Total counts the changes of all tables.
func (d Difference) Total() Tally {
	var total Tally
	for _, c := range d.Changes {
		total.add(c.Sort())
	}
	for _, m := range d.Moved {
		total.Moved += m.Count
	}
	return total
}

// Tallies counts the changes of each table that has any, in the order of tables.
func (d Difference) Tallies() []Tally {
	byTable := map[string]*Tally{}
	at := func(table string) *Tally {
		if byTable[table] == nil {
			byTable[table] = &Tally{Table: table}
		}
		return byTable[table]
	}
	for _, c := range d.Changes {
		at(c.Table).add(c.Sort())
	}
	for _, m := range d.Moved {
		at(m.Table).Moved += m.Count
	}
	list := []Tally{}
	for _, t := range Tables {
		if byTable[t.Name] != nil {
			list = append(list, *byTable[t.Name])
		}
	}
	return list
}
