package facts

import (
	_ "embed"
	"slices"
	"strings"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

//go:embed tables.tsv
var columnList string

// A column is what the cells of a table below a head hold, one bit for each kind of
// tables.tsv, since a head may mean several.
type column uint16

// The kinds of columns.
const (
	countryColumn column = 1 << iota
	cityColumn
	whenColumn
	startColumn
	credentialsColumn
	endColumn
	nameColumn
	roleColumn
	houseColumn
	notesColumn
	relationsColumn
	recognitionColumn
	numberColumn
)

// columnHeads are the words of tables.tsv, in whose order the kinds stand above.
var columnHeads = func() *text.Phrases[column] {
	heads := text.NewEmptyPhrases[column](300)
	kind := column(1)
	for line := range strings.SplitSeq(columnList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		_, words, _ := strings.Cut(line, "\t")
		for w := range strings.SplitSeq(words, ";") {
			*heads.At(w) |= kind
		}
		kind <<= 1
	}
	return heads
}()

// A table is rows of cells with a bar between, under a row that heads the columns.
type table struct {
	at       text.Range // its tokens, from the head on
	columns  []column
	rows     [][]text.Range // the cells of each row below the head
	form     bool           // it stands upright: the columns are labels
	headless bool           // its columns are told by what stands in them
	upright  bool           // its cells have lines of their own
}

// columnsOf reads the head of a table: the kinds of its cells, nil when they are no
// heads, at least two of which must be known.
func (r *reader) columnsOf(cells []text.Range) []column {
	const longest = 7 // "Date of establishment of diplomatic relations"
	columns, known := make([]column, len(cells)), 0
	for n, c := range cells {
		if c.Len() > longest {
			return nil
		}
		for i := c.First; i < c.End && !ofLife.Has(r.doc.Tokens[c.End-1]); {
			kind, words := columnHeads.Longest(r.doc.Tokens, i, c.End)
			columns[n] |= kind
			i += max(1, words)
		}
		if columns[n] != 0 {
			known++
		}
	}
	if known < 2 || known < len(cells)-1 {
		return nil
	}
	return columns
}

// ofLife are the words that end heads like "date of birth".
var ofLife = text.NewSet("birth", "death", "born", "died")

// cells divides the line that begins at token i, and returns the token behind it.
// An empty cell has no tokens.
func (r *reader) cells(i int) (cells []text.Range, end int) {
	from := i
	for end = i; end < len(r.doc.Tokens) && (end == i || !r.doc.Tokens[end].Has(text.LineStart)); end++ {
		if r.isBar(end) {
			cells = append(cells, text.Range{First: from, End: end})
			from = end + 1
		}
	}
	cells = append(cells, text.Range{First: from, End: end})
	if len(cells) > 2 && cells[0].Len() == 0 && cells[len(cells)-1].Len() == 0 {
		cells = cells[1 : len(cells)-1] // "| a | b |"
	}
	return cells, end
}

func (r *reader) isBar(i int) bool { return r.doc.Tokens[i].Class == text.Bar }

// tables finds the tables of the document, in order.
func (r *reader) tables() []table {
	all := append(append(r.headed(), r.rollCalls()...), r.forms()...)
	slices.SortStableFunc(all, func(a, b table) int { return a.at.First - b.at.First })
	return all
}

// headed finds the tables that have a head.
func (r *reader) headed() (all []table) {
	if !strings.Contains(r.doc.Text, "|") {
		return nil
	}
	var open *table
	for i := 0; i < len(r.doc.Tokens); {
		cells, end := r.cells(i)
		switch {
		case len(cells) < 2:
			open = nil
		case open == nil:
			if columns := r.columnsOf(cells); columns != nil {
				all = append(all, table{at: text.Range{First: i, End: end}, columns: columns})
				open = &all[len(all)-1]
			}
		default:
			open.carry(cells)
			open.rows, open.at.End = append(open.rows, cells), end
		}
		i = end
	}
	return all
}

// carry gives a row without a country that of the row above, whose cell stands in
// both.
func (t *table) carry(row []text.Range) {
	if len(t.rows) == 0 {
		return
	}
	above := t.rows[len(t.rows)-1]
	for n, c := range t.columns[:min(len(t.columns), len(row), len(above))] {
		if c == countryColumn && row[n].Len() == 0 {
			row[n] = above[n]
		}
	}
}

// has reports whether a table has a column of one of the kinds.
func (t *table) has(kinds column) bool {
	for _, c := range t.columns {
		if c&kinds != 0 {
			return true
		}
	}
	return false
}

// cell is the cell of a row below the first head of a kind; of heads that mean
// several, one that means nothing else comes first. It is empty when there is none.
func (t *table) cell(row []text.Range, kind column) (found text.Range) {
	for n, c := range t.columns[:min(len(t.columns), len(row))] {
		if c == kind {
			return row[n]
		}
		if c&kind != 0 && found.Len() == 0 {
			found = row[n]
		}
	}
	return found
}

// all are the mentions in a cell that are wanted.
func (r *reader) all(cell text.Range, want func(*pipeline.Mention) bool) (found []*pipeline.Mention) {
	for k := r.mentionFrom(cell.First); k < len(r.mentions) && r.mentions[k].Tokens.First < cell.End; k++ {
		if m := r.mentions[k]; !m.Nested && m.Tokens.End <= cell.End && want(m) {
			found = append(found, m)
		}
	}
	return found
}

// only is the one mention in a cell that is wanted; nil when there is none or are
// several.
func (r *reader) only(cell text.Range, want func(*pipeline.Mention) bool) *pipeline.Mention {
	if found := r.all(cell, want); len(found) == 1 {
		return found[0]
	}
	return nil
}

func isDate(m *pipeline.Mention) bool {
	return m.Kind == pipeline.Date && m.Date.Invalid == ""
}

func isPerson(m *pipeline.Mention) bool { return m.Kind == pipeline.Person }

func isCountry(m *pipeline.Mention) bool { return kindOf(m) == state }

func isCity(m *pipeline.Mention) bool {
	return m.Kind == pipeline.Place && kindOf(m) == place && cityLike(m)
}
