package output

import (
	"encoding/json"
	"io"
)

// DiffJSON is one object: the counts, and every change with its whole record.
var DiffJSON = DiffForm{"json", "one object, with counts and whole records, for programs", writeDiffJSON}

type (
	jsonDifference struct {
		Total   Tally        `json:"total"`
		Tables  []Tally      `json:"tables"`
		Changes []jsonChange `json:"changes"`
	}
	jsonChange struct {
		Table  string            `json:"table"`
		Change string            `json:"change"` // gained, lost or changed
		ID     string            `json:"id"`     // of a changed record: its new one
		OldID  string            `json:"old_id,omitempty"`
		Fields []FieldChange     `json:"fields,omitempty"`
		Record map[string]string `json:"record"` // as it is now; of a lost one, as it was
	}
)

func writeDiffJSON(w io.Writer, d Difference) error {
	out := jsonDifference{Total: d.Total(), Tables: d.Tallies(), Changes: []jsonChange{}}
	for _, c := range d.sorted() {
		row := c.row()
		change := jsonChange{Table: c.Table, Change: c.Sort(), ID: row[0], Fields: c.Fields(), Record: map[string]string{}}
		if c.Old != nil && c.Old[0] != row[0] {
			change.OldID = c.Old[0]
		}
		for i, column := range c.Columns {
			change.Record[column] = row[i]
		}
		out.Changes = append(out.Changes, change)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}
