package output

import (
	"encoding/base64"
	"strings"
)

// A seal is a short fingerprint of a cell as it was written. A workbook has the
// seals of each row's cells in a hidden column, whose header names the table and
// the columns, so that what a reader changed is known cell by cell, without the
// dataset that the workbook was made of, and whatever was sorted or renamed.
const sealLength = 4 // characters, of 6 bits

func seal(text string) string { return string(appendSeal(nil, text)) }

// appendSeal appends the seal of a text: 24 bits of its FNV-1a hash.
func appendSeal(out []byte, text string) []byte {
	n := uint32(2166136261)
	for i := range len(text) {
		n = (n ^ uint32(text[i])) * 16777619
	}
	return base64.RawURLEncoding.AppendEncode(out, []byte{byte(n >> 24), byte(n>>16) ^ byte(n), byte(n >> 8)})
}

// cutMark stands between the seals of a row and the columns whose cells could not
// hold the whole text.
const cutMark = "~"

// sealHeader is the header of the column of seals.
func sealHeader(t *Table) string {
	names := []string{sealWord, t.Name}
	for _, c := range t.sealed() {
		names = append(names, t.Columns[c].Name)
	}
	return strings.Join(names, " ")
}

const sealWord = "chancery-seal"

// sealed are the positions of the columns whose cells are sealed: all but the
// links, which other programs may write anew.
func (t *Table) sealed() []int {
	var list []int
	for i, c := range t.Columns {
		if c.Name != "evidence" {
			list = append(list, i)
		}
	}
	return list
}
