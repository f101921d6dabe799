package output

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// DiffMarkdown is a comment for a pull request: the counts as a table, and the
// records folded below it.
var DiffMarkdown = DiffForm{"markdown", "counts and folded lists, for a comment on a pull request", writeDiffMarkdown}

// mostMarkdown is how many bytes of records a comment may hold; common services
// refuse 65,536.
const mostMarkdown = 60_000

func writeDiffMarkdown(w io.Writer, d Difference) error {
	var b strings.Builder
	if d.Empty() {
		b.WriteString("**No differences.**\n")
	} else {
		markdownCounts(&b, d)
		markdownRecords(&b, d.sorted())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownCounts(b *strings.Builder, d Difference) {
	fmt.Fprintf(b, "**Records: %s**\n\n| table | gained | lost | changed | moved |\n| --- | ---: | ---: | ---: | ---: |\n", d.Total())
	for _, t := range d.Tallies() {
		fmt.Fprintf(b, "| %s | %d | %d | %d | %d |\n", t.Table, t.Gained, t.Lost, t.Changed, t.Moved)
	}
}

// markdownRecords writes a folded list a table, and says how many records did not
// fit.
func markdownRecords(b *strings.Builder, changes []Change) {
	left := 0
	table := ""
	for _, c := range changes {
		item := markdownItem(c)
		if left > 0 || b.Len()+len(item) > mostMarkdown {
			left++
			continue
		}
		if c.Table != table {
			if table != "" {
				b.WriteString("\n</details>\n")
			}
			table = c.Table
			fmt.Fprintf(b, "\n<details><summary>%s</summary>\n\n", table)
		}
		b.WriteString(item)
	}
	if table != "" {
		b.WriteString("\n</details>\n")
	}
	if left > 0 {
		fmt.Fprintf(b, "\n%s more did not fit here; `chancery diff` prints all.\n", Count(left, "record"))
	}
}

func markdownItem(c Change) string {
	var b strings.Builder
	row := c.row()
	fmt.Fprintf(&b, "- %s %s", c.Sort(), code(row[0]))
	for i, column := range c.Columns {
		if c.Sort() != Changed && telling(i, column, row) {
			fmt.Fprintf(&b, " %s %s", column, code(row[i]))
		}
	}
	b.WriteByte('\n')
	for _, f := range c.Fields() {
		fmt.Fprintf(&b, "  - %s: %s → %s\n", f.Name, code(f.Old), code(f.New))
	}
	return b.String()
}

// code is a cell as a span of code, in which no markup counts: on one line, cut
// when it is long, fenced by more backticks than it holds.
func code(cell string) string {
	const most = 200
	if r := []rune(cell); len(r) > most {
		cell = string(r[:most]) + "…"
	}
	if cell == "" {
		return "(empty)"
	}
	if strings.ContainsFunc(cell, func(r rune) bool { return r != ' ' && !unicode.IsPrint(r) }) {
		cell = strconv.Quote(cell)
	}
	fence := "`"
	for strings.Contains(cell, fence) {
		fence += "`"
	}
	if strings.HasPrefix(cell, "`") || strings.HasSuffix(cell, "`") {
		cell = " " + cell + " "
	}
	return fence + cell + fence
}
