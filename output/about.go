package output

import "strings"

// guide tells a reader what the colours mean and how records are corrected.
var guide = []struct{ label, text string }{
	{"What this is", "Every row is a record that was extracted from a source. The column evidence leads to the words it rests on, document to the source. A date that is not known to the day has its form in EDTF in edtf (or signed, date), and the first and last day it may mean in date_min and date_max."},
	{"Colours", "Yellow: the words do not state it, it was inferred. Red id: an issue questions the record, see the sheet issues."},
	{"Review", "In the column review choose ok (right), wrong (no such record: it will be dropped) or fix (right once corrected). Leave empty what you have not looked at."},
	{"Corrections", "Either change the cells themselves, or write column=value into the column corrected, several after semicolons: edtf=2015-09; to=CN. Nothing after = empties the cell. A value that holds a semicolon or = goes in quotation marks. date_min, date_max and the numbers of countries follow by themselves. Countries are ISO 3166-1 alpha-2, dates EDTF. A cell changed or corrected means fix, even if review is empty."},
	{"What cannot be changed", "id, document, evidence, line, quote, rule, confidence and inferred say what a record is. Rows cannot be added, and columns keep their names. Sorting, filtering, renaming sheets, moving or adding columns, and deleting rows does no harm: a deleted row is as if nobody had looked at it."},
	{"Then", "Save as .xlsx and run: chancery review apply dataset.xlsx. The corrections are kept in corrections.jsonl beside the dataset, and every later chancery extract into that folder applies them."},
}

// about writes the last sheet: how to review, every column and what it means.
func (b *workbook) about() error {
	const sheet = "about"
	if _, err := b.f.NewSheet(sheet); err != nil {
		return err
	}
	o := overview{b: b, sheet: sheet}
	o.do(b.printable(sheet))
	o.widths(24, 18, 12, 80, 44)
	for _, g := range guide {
		o.row("label", g.label)
		o.merged("note", "B", "E", g.text)
	}
	o.skip()
	o.row("header", "table", "column", "type", "meaning", "allowed")
	for _, t := range Tables {
		for _, c := range t.Columns {
			kind := c.Type
			if kind == typeCoordinate {
				kind = typeNumber
			}
			o.row("wrap", t.Name, c.Name, kind, c.Doc, strings.Join(c.Values, ", "))
			o.height(max(linesOf(c.Doc, 80), linesOf(strings.Join(c.Values, ", "), 44)))
		}
	}
	return o.err
}
