package output

import (
	"slices"
	"strconv"
	"strings"
)

// seen is what the rows of the tables have told while they were written, for the
// links to them, their colours and the overview.
type seen struct {
	mentions  rowsByID
	documents map[string]int    // row of each document
	countries map[string]string // names by code
	concerned map[string]bool   // ids of the records that issues concern
	checks    map[string]int    // issues by check
	sources   [][]any           // id, mentions and title of the first documents
	failures  [][]any           // path, stage and cause of the first failures
	counts    []map[string]int  // of each chart: rows by year or country
}

func newSeen() *seen {
	s := &seen{documents: map[string]int{}, countries: map[string]string{}, concerned: map[string]bool{}, checks: map[string]int{}}
	for range allCharts {
		s.counts = append(s.counts, map[string]int{})
	}
	return s
}

// questions notes what issues tell.
func (s *seen) questions(d *Dataset) error {
	t := Tables[tableIndex("issues")]
	check, records := t.index("check"), t.index("records")
	return t.Each(d, func(cells []any) error {
		s.checks[cells[check].(string)]++
		for _, id := range cells[records].([]string) {
			s.concerned[id] = true
		}
		return nil
	})
}

// of is what notes the n-th row of a table, counted from 0.
func (s *seen) of(t *Table) func(n int, cells []any) {
	switch t.Name {
	case "documents":
		title, mentions := t.index("title"), t.index("mentions")
		return func(n int, cells []any) {
			s.documents[cells[0].(string)] = n
			s.sources = first(s.sources, cells[0], cells[mentions], cells[title])
		}
	case "mentions":
		return func(n int, cells []any) { s.mentions.add(cells[0].(string), n) }
	case "places":
		name, kind, country := t.index("name"), t.index("kind"), t.index("country")
		return func(_ int, cells []any) {
			if cells[kind] == "country" {
				s.countries[cells[country].(string)] = cells[name].(string)
			}
		}
	case "failures":
		return func(_ int, cells []any) { s.failures = first(s.failures, cells...) }
	}
	return s.charted(t)
}

// first adds a row to a list of the first ones.
func first(list [][]any, row ...any) [][]any {
	if len(list) == mostListed {
		return list
	}
	return append(list, slices.Clone(row))
}

// charted counts the rows of a table for its charts.
func (s *seen) charted(t *Table) func(n int, cells []any) {
	var count []func(cells []any)
	for i, c := range allCharts {
		if c.table == t.Name {
			label, counts := c.label(t), s.counts[i]
			count = append(count, func(cells []any) {
				if l := label(cells); l != "" {
					counts[l]++
				}
			})
		}
	}
	return func(_ int, cells []any) {
		for _, do := range count {
			do(cells)
		}
	}
}

// rowsByID are the rows of records by id. An id that id made is a letter and twelve
// hexadecimal digits, and millions of them must not take much memory: they are
// kept as numbers.
type rowsByID struct {
	rows map[uint64]uint32
	odd  map[string]int // rows of other ids
}

func idNumber(id string) (uint64, bool) {
	if len(id) != 13 || id[0] != 'm' || strings.ContainsAny(id[1:], "ABCDEF") {
		return 0, false
	}
	n, err := strconv.ParseUint(id[1:], 16, 64)
	return n, err == nil
}

func (p *rowsByID) add(id string, row int) {
	n, ok := idNumber(id)
	switch {
	case ok && p.rows == nil:
		p.rows = map[uint64]uint32{n: uint32(row)}
	case ok:
		p.rows[n] = uint32(row)
	case p.odd == nil:
		p.odd = map[string]int{id: row}
	default:
		p.odd[id] = row
	}
}

// of is the row of an id, counted from 0.
func (p *rowsByID) of(id string) (row int, ok bool) {
	if n, plain := idNumber(id); plain {
		r, ok := p.rows[n]
		return int(r), ok
	}
	row, ok = p.odd[id]
	return row, ok
}
