package source

import (
	"cmp"
	"slices"
	"strconv"
)

// A Mark says that a division of the source begins at a place in its text: a
// page, a paragraph, a footnote. Text without divisions of its own has lines only.
type Mark struct {
	At     int    // byte offset in Text.Content
	Unit   string // "page", "paragraph", "footnote", or "header" without a number
	Number int    // from 1, as the source's reader would count; 0 for what is not counted
}

// String is the division in words: "page 3".
func (m Mark) String() string {
	if m.Number == 0 {
		return m.Unit
	}
	return m.Unit + " " + strconv.Itoa(m.Number)
}

// MarkAt is the division that holds a byte offset of the text, or the zero Mark.
// Marks stand in the order of the text; of several at one offset the last counts,
// since those before it are empty.
func MarkAt(marks []Mark, offset int) Mark {
	n, _ := slices.BinarySearchFunc(marks, offset+1, func(m Mark, at int) int { return cmp.Compare(m.At, at) })
	if n == 0 {
		return Mark{}
	}
	return marks[n-1]
}
