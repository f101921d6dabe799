package text

import "strings"

// Tabs makes bars of the tabs that part the cells of a table, so that a table is
// read alike whatever the source it comes from.
var Tabs = Step{
	Name:  "tabs",
	Doc:   "tabs between the cells of a table become bars",
	Edits: barTabs,
}

// bar parts two cells of a row.
const bar = " | "

// barTabs finds runs of lines that are rows.
func barTabs(s string) (edits []Edit) {
	if strings.IndexByte(s, '\t') < 0 {
		return nil
	}
	var rows []Span
	done := func() {
		if isTable(s, rows) {
			for _, r := range rows {
				for i := r.Start; i < r.End; i++ {
					if s[i] == '\t' {
						edits = append(edits, Edit{i, i + 1, bar})
					}
				}
			}
		}
		rows = rows[:0]
	}
	for at := 0; at < len(s); {
		end := at + strings.IndexByte(s[at:]+"\n", '\n')
		row := Span{at, at + len(strings.TrimRight(s[at:end], " \t"))}
		if strings.IndexByte(strings.TrimLeft(s[row.Start:row.End], " \t"), '\t') < 0 {
			done()
		} else {
			rows = append(rows, row)
		}
		at = end + 1
	}
	done()
	return edits
}

// isTable reports whether lines with tabs are the rows of a table: lines of three
// cells and more, or of two under a head without figures, with figures under it or
// none with a number or a label first, as in a numbered list or a form.
func isTable(s string, rows []Span) bool {
	if len(rows) < 2 {
		return false
	}
	wide, figures, plain := 0, 0, 0
	for _, r := range rows {
		line := strings.TrimLeft(s[r.Start:r.End], " \t")
		if strings.Count(line, "\t") > 1 {
			wide++
		}
		if strings.ContainsAny(line, "0123456789") {
			figures++
		}
		if first, _, _ := strings.Cut(line, "\t"); first != "" && !strings.ContainsAny(first, "0123456789:.•-*") {
			plain++
		}
	}
	head := s[rows[0].Start:rows[0].End]
	return 2*wide > len(rows) || !strings.ContainsAny(head, "0123456789:") && len(rows) > 2 && (figures >= len(rows)-2 || plain == len(rows))
}
