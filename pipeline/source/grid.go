package source

import (
	"strconv"
	"strings"
)

// A row is a table row that is being read: its finished cells, and whether one of
// them holds blocks, so that the row is layout rather than data.
type row struct {
	cells  []string
	marks  []Mark // of the cells
	links  int
	layout bool
	cell   bool // whether a cell is open
	blocks int  // number of blocks before the row
	wide   int  // columns that the last cell takes besides its own
}

// A grid is what the rows of a table before say of the next one.
type grid struct {
	data bool  // it has heads, so that it is no layout
	rows int   // read so far
	like bool  // its first row looks like heads
	held []int // by column: in how many rows more a cell from above stands
}

// grid is that of the table in which the innermost row stands.
func (w *blockWriter) grid() *grid {
	for len(w.tables) < len(w.rows) {
		w.tables = append(w.tables, grid{})
	}
	return &w.tables[len(w.rows)-1]
}

// holds reports whether a cell may hold so much in several paragraphs and be data.
func (g *grid) holds(size int) bool {
	const most = 400 // bytes, where nothing but its looks tells heads
	return g.data || g.like && size <= most
}

// heads reports whether a row looks like the heads of a table's columns: a few words in
// each cell, and none a link, as in rows of menus.
func (r *row) heads() bool {
	const longest = 40 // bytes
	for _, c := range r.cells {
		if c == "" || len(c) > longest {
			return false
		}
	}
	return len(r.cells) > 1 && r.links == 0 && !r.layout
}

// spill makes paragraphs of the cells that were read: the row is layout.
func (w *blockWriter) spill(r *row) {
	for i, c := range r.cells {
		if c != "" {
			w.blocks = append(w.blocks, block{c, r.links, w.head > 0, w.aside > 0, r.marks[i]})
			r.cells[i] = ""
		}
	}
	r.links = 0
}

// startCell opens a cell that takes some columns and rows, behind the cells from
// above that stand in its row too, which are empty there.
func (w *blockWriter) startCell(columns, rows int) {
	w.flush()
	if len(w.rows) == 0 {
		return
	}
	r, held := &w.rows[len(w.rows)-1], &w.grid().held
	add := func() {
		r.cells, r.marks = append(r.cells, ""), append(r.marks, Mark{})
	}
	for range r.wide {
		add()
	}
	for n := len(r.cells); n < len(*held) && (*held)[n] > 0; n++ {
		(*held)[n]--
		add()
	}
	for n := len(r.cells); n < len(r.cells)+columns && rows > 1; n++ {
		for len(*held) <= n {
			*held = append(*held, 0)
		}
		(*held)[n] = rows - 1
	}
	r.cell, r.wide = true, columns-1
	add()
}

// spanned is the number of columns or rows that a cell takes by its attribute.
func spanned(attribute string) int {
	const most = 50
	if n, err := strconv.Atoi(attribute); err == nil && n > 1 {
		return min(n, most)
	}
	return 1
}

// joinLines makes one line of what stands in a cell.
func joinLines(cell, more string) string {
	for line := range strings.SplitSeq(more, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		switch {
		case cell == "":
		case strings.ContainsAny(cell[len(cell)-1:], ".!?:;,"):
			cell += " "
		default:
			cell += "; "
		}
		cell += line
	}
	return cell
}

func (w *blockWriter) endCell() {
	w.flush()
	if n := len(w.rows); n > 0 {
		w.rows[n-1].cell = false
	}
}

// endRow makes a line of a row.
func (w *blockWriter) endRow() {
	w.flush()
	n := len(w.rows)
	if n == 0 {
		return
	}
	r, g := &w.rows[n-1], w.grid()
	g.like = g.like || g.rows == 0 && r.heads()
	g.rows++
	w.rows = w.rows[:n-1]
	if r.layout {
		w.spill(r)
		return
	}
	if line := tableRow(r.cells); line != "" {
		if m := len(w.rows); m > 0 && w.rows[m-1].cell { // a table in a cell
			outer := &w.rows[m-1]
			outer.layout = true
			w.spill(outer)
		}
		w.blocks = append(w.blocks, block{line, r.links, w.head > 0, w.aside > 0, r.mark()})
	}
}

// mark is that of the first cell that holds something.
func (r *row) mark() Mark {
	for i, c := range r.cells {
		if c != "" {
			return r.marks[i]
		}
	}
	return Mark{}
}

// closeRows ends rows that nobody closed before the next begins.
func (w *blockWriter) closeRows(int) {
	if n := len(w.rows); n > 0 && !w.rows[n-1].cell {
		w.endRow()
	}
}

// tableRow is a row of a table as a line: its cells with a bar between, so that a
// name does not run into the next; those that hold nothing only where others
// follow, so that each stands in its column.
func tableRow(cells []string) string {
	var b strings.Builder
	filled, bars := 0, 0
	for _, c := range cells {
		if c = strings.Join(strings.Fields(c), " "); c != "" {
			if filled++; filled > 1 || bars > 0 {
				b.WriteString(strings.Repeat(" |", bars) + " ")
			}
			b.WriteString(c)
			bars = 0
		}
		bars++
	}
	if line := b.String(); filled > 1 {
		return strings.TrimLeft(line, " ")
	}
	return strings.Trim(b.String(), " |")
}
