package dates

import (
	"time"

	"chancery/pipeline/text"
)

// dateline is the day of the line with which a report begins, on which it was written: "Castries,
// 14 May 2024 – ...", "BISHKEK, May 14, 2024 /Agency/. ..."; "" for a text without one.
func (r *reader) dateline() string {
	const furthest, longest = 100, 8 // tokens
	for i := 0; i < min(furthest, len(r.doc.Tokens)); i++ {
		if t := &r.doc.Tokens[i]; !t.Has(text.LineStart) || t.Class != text.Word || !t.Capital() {
			continue
		}
		for j := i + 1; j < min(i+longest, len(r.doc.Tokens)); j++ {
			t := &r.doc.Tokens[j]
			if t.Has(text.LineStart) || t.Class == text.Word && !t.Capital() || t.Class != text.Word && t.Class != text.Comma && t.Class != text.Open && t.Class != text.Close {
				break
			}
			if t.Class == text.Comma {
				if day := r.datelined(j + 1); day != "" {
					return day
				}
			}
		}
	}
	return ""
}

// datelined is the day at token i, when what stands behind it in the line opens a report.
func (r *reader) datelined(i int) string {
	r.limit = len(r.doc.Tokens)
	p := r.match(i)
	if p.end == 0 || p.shape() != hasDay|hasMonth|hasYear || p.invalid != "" || p.shortYear || p.end >= len(r.doc.Tokens) {
		return ""
	}
	switch t := r.doc.Tokens[p.end]; {
	case t.Has(text.LineStart), t.Class != text.Dash && t.Class != text.Colon && t.Class != text.Open && t.Class != text.Slash:
		return ""
	}
	return date(p.y, p.m, p.d).Format(time.DateOnly)
}
