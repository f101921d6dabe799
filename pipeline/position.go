package pipeline

import (
	"chancery/pipeline/source"
	"chancery/pipeline/text"
)

// positions tell where byte offsets of a document's source stand.
type positions struct {
	lines *text.Lines
	marks []source.Mark
}

func newPositions(d *Document) positions { return positions{text.NewLines(d.Source), d.Meta.Marks} }

// of is the line, from 1, and the source's own division, "paragraph 12", which is
// empty where it has none.
func (p positions) of(offset int) (line int, position string) {
	return p.lines.Of(offset), source.MarkAt(p.marks, offset).String()
}
