package output

import "github.com/xuri/excelize/v2"

const (
	face   = "Calibri"
	ink    = "274C6B"
	grey   = "5B6770"
	amber  = "FFF3D6" // inferred
	rose   = "FBDDD9" // questioned by an issue
	asText = 49       // number format of text
)

func ptr[T any](v T) *T { return &v }

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// styles makes the styles that the sheets use.
func (b *workbook) styles() error {
	for _, s := range []struct {
		name  string
		style *excelize.Style
	}{
		{"header", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Bold: true, Color: "FFFFFF"}, Fill: solid(ink), Alignment: &excelize.Alignment{Vertical: "center"}}},
		{"reviewHeader", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Bold: true, Color: "FFFFFF"}, Fill: solid("3E7A55"), Alignment: &excelize.Alignment{Vertical: "center"}}},
		{"plain", tableStyle(lookPlain, tintNone)},
		{"text", tableStyle(lookText, tintNone)},
		{"wrap", tableStyle(lookWrap, tintNone)},
		{"link", tableStyle(lookLink, tintNone)},
		{"inferred", tableStyle(lookText, tintInferred)},
		{"issue", tableStyle(lookText, tintIssue)},
		{"title", &excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 16, Color: ink}}},
		{"summary", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Color: grey}}},
		{"label", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Bold: true, Color: ink}, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{"note", &excelize.Style{Font: &excelize.Font{Family: face, Size: 11, Color: grey}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		n, err := b.f.NewStyle(s.style)
		if err != nil {
			return err
		}
		b.style[s.name] = n
	}
	for look := range looks {
		for tint := range tints {
			n, err := b.f.NewStyle(tableStyle(look, tint))
			if err != nil {
				return err
			}
			b.looks[look][tint] = n
		}
	}
	return nil
}

// tableStyle is the style of a table's cells of a look and a tint.
func tableStyle(look, tint int) *excelize.Style {
	s := &excelize.Style{
		Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: look == lookWrap},
		Border:    []excelize.Border{{Type: "bottom", Color: "D9DEE4", Style: 1}},
	}
	switch look {
	case lookText:
		s.NumFmt = asText
	case lookNumber:
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
	case lookTruth:
		s.CustomNumFmt = ptr(`"TRUE";"TRUE";"FALSE"`)
	case lookDate:
		s.CustomNumFmt = ptr("yyyy-mm-dd")
	case lookLink:
		s.Font = &excelize.Font{Family: face, Size: 11, Color: "1F5FA8", Underline: "single"}
	}
	switch tint {
	case tintInferred:
		s.Fill = solid(amber)
	case tintIssue:
		s.Fill = solid(rose)
	}
	return s
}
