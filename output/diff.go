package output

import (
	"fmt"
	"slices"
	"strings"
)

// Records are the rows of one table as text, which is what datasets are
// compared by: whatever wrote them, equal cells are equal strings.
type Records struct {
	Table   string
	Columns []string
	Rows    [][]string // cells in the order of Columns; the first is the id

	alone bool                               // the one table of a file: the others are not missing
	keeps func(c Column, cell string) string // what the format keeps of a cell; nil for all of it
}

// A Change is one record that two datasets do not have in common, or have with
// different cells. Old is nil for a gained record, New for a lost one.
type Change struct {
	Table   string
	Columns []string
	Old     []string
	New     []string
}

// Moved counts the records of a table that differ only in where they stand.
type Moved struct {
	Table string
	Count int
}

// A Difference is what Diff found.
type Difference struct {
	Changes []Change
	Moved   []Moved
}

// Empty reports whether the datasets hold the same records.
func (d Difference) Empty() bool { return len(d.Changes) == 0 && len(d.Moved) == 0 }

// positional are the columns that say where a record stands in its source.
// They shift with every edit above it, so a change of them alone is counted
// and not listed.
var positional = map[string]bool{"start": true, "end": true, "line": true, "position": true}

// Diff compares datasets record by record, by id. A lost and a gained record of
// one table and document that quote the same words are one changed record.
func Diff(before, after []Records) Difference {
	var d Difference
	byName := map[string]Records{}
	for _, t := range after {
		byName[t.Table] = t
	}
	for _, old := range before {
		now, ok := byName[old.Table]
		if !ok {
			now = Records{Table: old.Table, Columns: old.Columns}
		}
		delete(byName, old.Table)
		d.table(old, now)
	}
	for _, now := range after {
		if _, ok := byName[now.Table]; ok {
			d.table(Records{Table: now.Table, Columns: now.Columns}, now)
		}
	}
	return d
}

// table compares one table of two datasets whose columns may differ: cells are
// matched by column name, in the order of the newer one. What the format of one
// of them cannot keep of a cell is no difference.
func (d *Difference) table(old, now Records) {
	columns := slices.Clone(now.Columns)
	for _, c := range old.Columns {
		if !slices.Contains(columns, c) {
			columns = append(columns, c)
		}
	}
	before, after := aligned(old, columns), aligned(now, columns)
	for _, keeps := range []func(Column, string) string{old.keeps, now.keeps} {
		if keeps != nil {
			before, after = kept(now.Table, columns, before, keeps), kept(now.Table, columns, after, keeps)
		}
	}
	left := byID(before)
	equal := make([]bool, len(after))
	for i, row := range after {
		equal[i] = left.take(row[0], func(was []string) bool { return slices.Equal(was, row) }) != nil
	}
	var gained [][]string
	moved := 0
	for i, row := range after {
		if equal[i] {
			continue
		}
		was := left.take(row[0], func([]string) bool { return true })
		switch {
		case was == nil:
			gained = append(gained, row)
		case equalBut(columns, was, row):
			moved++
		default:
			d.Changes = append(d.Changes, Change{now.Table, columns, was, row})
		}
	}
	d.pair(now.Table, columns, left.rest(before), gained)
	if moved > 0 {
		d.Moved = append(d.Moved, Moved{now.Table, moved})
	}
}

// rowsLeft are the rows not yet matched, by their first cell. Rows of tables
// without an id of their own may share it: the participants of one meeting.
type rowsLeft map[string][][]string

func byID(rows [][]string) rowsLeft {
	left := rowsLeft{}
	for _, row := range rows {
		left[row[0]] = append(left[row[0]], row)
	}
	return left
}

// take takes out the first row under an id that fits, or gives nil.
func (l rowsLeft) take(id string, fits func([]string) bool) []string {
	i := slices.IndexFunc(l[id], fits)
	if i < 0 {
		return nil
	}
	row := l[id][i]
	l[id] = slices.Delete(l[id], i, i+1)
	return row
}

// rest is the rows that were not taken, in the order of all.
func (l rowsLeft) rest(all [][]string) [][]string {
	var rest [][]string
	for _, row := range all {
		if len(l[row[0]]) > 0 && &l[row[0]][0][0] == &row[0] {
			rest = append(rest, l[row[0]][0])
			l[row[0]] = l[row[0]][1:]
		}
	}
	return rest
}

// aligned are the rows of t with their cells in the order of columns; a column
// that t has not is empty.
func aligned(t Records, columns []string) [][]string {
	if slices.Equal(t.Columns, columns) {
		return t.Rows
	}
	rows := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = make([]string, len(columns))
		for j, c := range columns {
			if k := slices.Index(t.Columns, c); k >= 0 {
				rows[i][j] = row[k]
			}
		}
	}
	return rows
}

// kept are rows as a format keeps them.
func kept(table string, columns []string, rows [][]string, keeps func(Column, string) string) [][]string {
	described := make([]Column, len(columns))
	for i, name := range columns {
		described[i] = Column{Name: name, Type: typeString}
		if t := tableIndex(table); t >= 0 {
			if k := Tables[t].index(name); k >= 0 {
				described[i] = Tables[t].Columns[k]
			}
		}
	}
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(row))
		for j, cell := range row {
			out[i][j] = keeps(described[j], cell)
		}
	}
	return out
}

func equalBut(columns, a, b []string) bool {
	for i, c := range columns {
		if a[i] != b[i] && !positional[c] {
			return false
		}
	}
	return true
}

// pair makes changed records of lost and gained ones that quote the same words
// of the same document, and leaves the others lost or gained.
func (d *Difference) pair(table string, columns []string, lost, gained [][]string) {
	words := map[string][][]string{}
	for _, row := range gained {
		k := quoted(columns, row)
		words[k] = append(words[k], row)
	}
	paired := map[*string]bool{} // by the address of the first cell: rows may share an id
	for _, row := range lost {
		k := quoted(columns, row)
		if same := words[k]; k != "" && len(same) > 0 {
			words[k] = same[1:]
			paired[&same[0][0]] = true
			d.Changes = append(d.Changes, Change{table, columns, row, same[0]})
			continue
		}
		d.Changes = append(d.Changes, Change{table, columns, row, nil})
	}
	for _, row := range gained {
		if !paired[&row[0]] {
			d.Changes = append(d.Changes, Change{table, columns, nil, row})
		}
	}
}

func quoted(columns, row []string) string {
	var key strings.Builder
	for i, c := range columns {
		if c == "document" || c == "quote" || c == "text" {
			key.WriteString(row[i])
			key.WriteByte(0)
		}
	}
	return key.String()
}

// Count is a number with its noun: "1 source", "3 sources".
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
