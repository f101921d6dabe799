package output

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// A sheet is one that a reader edits, found by what its cells hold.
type sheet struct {
	t    *testing.T
	f    *excelize.File
	name string
}

// cell is the cell of a column in the first row that holds a value.
func (s sheet) cell(column, value string) string {
	rows, err := s.f.GetRows(s.name, excelize.Options{RawCellValue: true})
	require.NoError(s.t, err)
	x := -1
	for y, row := range rows {
		if i := slices.Index(row, column); x < 0 && i >= 0 {
			x = i
		}
		if x >= 0 && slices.Contains(row, value) {
			name, err := excelize.CoordinatesToCellName(x+1, y+1)
			require.NoError(s.t, err)
			return name
		}
	}
	require.Fail(s.t, "no such cell", "%s, %s", column, value)
	return ""
}

func (s sheet) set(column, value, text string) {
	require.NoError(s.t, s.f.SetCellStr(s.name, s.cell(column, value), text))
}

// swap swaps cells of two rows, from the first column on, as a sort does.
func (s sheet) swap(a, b, columns int) {
	for i := range columns {
		one, err := excelize.CoordinatesToCellName(i+1, a)
		require.NoError(s.t, err)
		other, err := excelize.CoordinatesToCellName(i+1, b)
		require.NoError(s.t, err)
		x, err := s.f.GetCellValue(s.name, one, excelize.Options{RawCellValue: true})
		require.NoError(s.t, err)
		y, err := s.f.GetCellValue(s.name, other, excelize.Options{RawCellValue: true})
		require.NoError(s.t, err)
		for cell, v := range map[string]string{one: y, other: x} {
			require.NoError(s.t, s.f.SetCellFormula(s.name, cell, ""))
			require.NoError(s.t, s.f.SetCellStr(s.name, cell, marked(v)))
		}
	}
}

// insert puts a column of texts, the header first, before another.
func (s sheet) insert(before string, texts ...string) {
	require.NoError(s.t, s.f.InsertCols(s.name, before, 1))
	for i, text := range texts {
		cell, err := excelize.JoinCellName(before, i+1)
		require.NoError(s.t, err)
		require.NoError(s.t, s.f.SetCellStr(s.name, cell, marked(text)))
	}
}

// marked is a text for SetCellStr, which does not mark what reads like _x001F_.
func marked(text string) string { return strings.ReplaceAll(text, "_x", "_x005F_x") }

// column is the letter of a column.
func (s sheet) column(name string) string {
	letters, _, err := excelize.SplitCellName(s.cell(name, name))
	require.NoError(s.t, err)
	return letters
}

// moves are what readers, and the programs that they use, do to a sheet of visits.
func moves(t *testing.T) map[string]func(s *sheet) {
	all := len(Tables[tableIndex("visits")].Columns)
	return map[string]func(s *sheet){
		"nothing": func(*sheet) {},
		"sheets renamed": func(s *sheet) {
			require.NoError(t, s.f.SetSheetName("visits", "Besuche"))
			require.NoError(t, s.f.SetSheetName("meetings", "visits"))
			s.name = "Besuche"
		},
		"rows sorted":                   func(s *sheet) { s.swap(2, 3, all+1) },
		"rows sorted without the seals": func(s *sheet) { s.swap(2, 3, all) },
		"rows filtered":                 func(s *sheet) { require.NoError(t, s.f.SetRowVisible(s.name, 2, false)) },
		"a row deleted":                 func(s *sheet) { require.NoError(t, s.f.RemoveRow(s.name, 3)) },
		"a row emptied": func(s *sheet) {
			for i := range all {
				require.NoError(t, s.f.SetCellValue(s.name, strings.TrimPrefix(cellName("", i, 3), "!"), nil))
				require.NoError(t, s.f.SetCellFormula(s.name, strings.TrimPrefix(cellName("", i, 3), "!"), ""))
			}
		},
		"rows above": func(s *sheet) {
			require.NoError(t, s.f.InsertRows(s.name, 1, 2))
			require.NoError(t, s.f.SetCellStr(s.name, "A1", "Visits, as reviewed"))
		},
		"a column deleted":  func(s *sheet) { require.NoError(t, s.f.RemoveCol(s.name, s.column("position"))) },
		"a column inserted": func(s *sheet) { s.insert("C", "my notes", "ask", "") },
		"columns in another order": func(s *sheet) {
			require.NoError(t, s.f.RemoveCol(s.name, s.column("quote")))
			s.insert("A", "quote", reviewed().Visits[0].Quote, reviewed().Visits[1].Quote)
		},
		"a column of another version": func(s *sheet) {
			s.set("plover", "plover", "flag")
			header := s.cell(sealHeader(Tables[tableIndex("visits")]), "id")
			require.NoError(t, s.f.SetCellStr(s.name, header, strings.Replace(sealHeader(Tables[tableIndex("visits")]), " plover ", " flag ", 1)))
		},
		"no column of this version": func(s *sheet) {
			require.NoError(t, s.f.RemoveCol(s.name, s.column("cow_b")))
			s.insert("B", "cow_c", "1", "2")
		},
		"no values of links": func(s *sheet) {
			for _, cell := range []string{at("document", 2), at("document", 3)} {
				formula, err := s.f.GetCellFormula(s.name, cell)
				require.NoError(t, err)
				require.NoError(t, s.f.SetCellValue(s.name, cell, nil))
				require.NoError(t, s.f.SetCellFormula(s.name, cell, formula))
			}
		},
	}
}

// TestFormulasOf reads cells as several programs write them.
func TestFormulasOf(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, writeWorkbook(&b, reviewed(), mostRows))
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	found, err := formulasOf(z, "visits")
	require.NoError(t, err)
	require.Empty(t, found.links, "their values are stored")
	require.Empty(t, found.other)
	_, err = formulasOf(z, "Besuche")
	require.ErrorContains(t, err, "no part holds the sheet Besuche")

	found, err = readFormulas(strings.NewReader(`<x:worksheet><x:row><x:c r='B1'><x:f>1+1</x:f></x:c><x:c><x:f t="shared" si="0"/></x:c></x:row>` +
		`<row r="7"><c><f>HYPERLINK(&quot;#'documents'!A2&quot;,&quot;a &quot;&quot;b&quot;&quot; &amp;amp;&quot;)</f><v></v></c><c r="D7" t="str"><f>HYPERLINK("#a","b")</f><v>b</v></c></row>`))
	require.NoError(t, err)
	require.Equal(t, map[[2]int]bool{{2, 1}: true, {3, 1}: true}, found.other)
	require.Equal(t, map[[2]int]string{{1, 7}: `a "b" &amp;`}, found.links)
}

// TestReviewFindsWhatWasMoved changes one cell of workbooks that were rearranged:
// what is meant is certain, so it is taken and nothing else is.
func TestReviewFindsWhatWasMoved(t *testing.T) {
	for what, move := range moves(t) {
		v := edit(t, Review{}, reviewed(), func(f *excelize.File) {
			s := sheet{t, f, "visits"}
			move(&s)
			s.set("to", "v1", "FR")
		})
		require.Empty(t, v.Refused, what)
		require.Len(t, v.Corrections, 1, what)
		c := v.Corrections[0]
		require.Equal(t, []any{"v1", reviewFix, map[string]string{"to": "FR"}}, []any{c.ID, c.Review, c.Set}, what)
		d := reviewed()
		require.Equal(t, Corrected{Applied: 1}, d.Correct(v.Corrections), what)
		require.Equal(t, "FR", d.Visits[0].To)
	}
}

// TestReviewNamesWhatIsNotCertain changes cells so that what is meant, or what
// was changed, cannot be told.
func TestReviewNamesWhatIsNotCertain(t *testing.T) {
	for fault, change := range map[string]func(s sheet){
		"visits!" + at("to", 2) + ": the cell holds a formula": func(s sheet) { // with a value
			require.NoError(t, s.f.SetCellFormula("visits", at("to", 2), `"FR"`))
		},
		"visits!" + at("review", 3) + ": the cell holds a formula": func(s sheet) { // without one
			require.NoError(t, s.f.SetCellFormula("visits", at("review", 3), `IF(TRUE,"ok","wrong")`))
		},
		"visits!" + at("date_min", 2) + `: "3 September 2015" is not a day`: func(s sheet) { s.set("date_min", "v1", "3 September 2015") },
		"visits!" + at("date_max", 2) + `: "42250.5" is not a day`: func(s sheet) {
			require.NoError(t, s.f.SetCellFloat("visits", at("date_max", 2), 42250.5, -1, 64))
		},
		"visits!" + at("to", 1) + ": this seems to be the column to under another name": func(s sheet) {
			s.set("to", "to", "target")
			s.set("target", "v2", "KZ")
		},
		"Besuche!1:1: the header row or its hidden last column is gone": func(s sheet) {
			require.NoError(t, s.f.RemoveCol("visits", s.column(sealHeader(Tables[tableIndex("visits")]))))
			s.set("to", "v1", "FR")
			require.NoError(t, s.f.SetSheetName("visits", "Besuche"))
		},
		"visits!" + at("plover", 2) + ": plover says what the record is, or is no column of this version": func(s sheet) {
			header := s.cell(sealHeader(Tables[tableIndex("visits")]), "id")
			require.NoError(t, s.f.SetCellStr("visits", header, strings.Replace(sealHeader(Tables[tableIndex("visits")]), " plover ", " flag ", 1)))
			s.set("plover", "v1", "x")
			s.set("plover", "plover", "flag")
		},
		"visits!" + at("id", 3) + ": this row was not written by chancery": func(s sheet) {
			s.set(sealHeader(Tables[tableIndex("visits")]), "v2", "")
			s.set("id", "v2", "v9")
		},
	} {
		v := edit(t, Review{}, reviewed(), func(f *excelize.File) { change(sheet{t, f, "visits"}) })
		require.Len(t, v.Refused, 1, fault)
		fault = strings.Replace(fault, ": plover says", ": flag says", 1)
		require.Contains(t, v.Refused[0], fault)
		require.Empty(t, v.Corrections, fault)
	}
	same := edit(t, Review{}, reviewed(), func(f *excelize.File) {
		require.NoError(t, f.SetCellFormula("visits", at("to", 2), `"CN"`))
	})
	require.Empty(t, same.Refused, "a formula that gives what was there changes nothing")
	require.Empty(t, same.Corrections)
	typed := edit(t, Review{}, reviewed(), func(f *excelize.File) {
		require.NoError(t, f.SetCellStr("visits", at("date_min", 2), "2015-09-04"))
	})
	require.Empty(t, typed.Refused, "a day typed as text is a day")
	require.Equal(t, map[string]string{"date_min": "2015-09-04"}, typed.Corrections[0].Set)
}

// TestReviewKeepsTextsThatWereCut edits a cell that shows only the beginning of
// its text, which must not take the place of the whole.
func TestReviewKeepsTextsThatWereCut(t *testing.T) {
	cell := "visits!" + at("occasion", 3)
	text := func(f *excelize.File) string {
		v, err := f.GetCellValue("visits", at("occasion", 3))
		require.NoError(t, err)
		require.True(t, strings.HasSuffix(v, cutNote))
		return v
	}
	for what, change := range map[string]func(f *excelize.File) (string, string){
		"the beginning":  func(f *excelize.File) (string, string) { return "occasion", "x" + text(f) },
		"without note":   func(f *excelize.File) (string, string) { return "occasion", strings.TrimSuffix(text(f), cutNote) },
		"full":           func(*excelize.File) (string, string) { return "city", strings.Repeat("x", mostChars) },
		"in another":     func(f *excelize.File) (string, string) { return "city", text(f)[len(text(f))-90:] },
		"in corrections": func(f *excelize.File) (string, string) { return "corrected", "occasion=" + text(f)[len(text(f))-90:] },
	} {
		at := cell
		v := edit(t, Review{}, reviewed(), func(f *excelize.File) {
			column, value := change(f)
			_, ref, _ := strings.Cut(cellName("visits", Tables[tableIndex("visits")].index(column), 3), "!")
			require.NoError(t, f.SetCellStr("visits", ref, value))
			at = "visits!" + ref
		})
		require.Len(t, v.Refused, 1, what)
		require.Contains(t, v.Refused[0], at+": ", what)
		require.Contains(t, v.Refused[0], "cut", what)
		require.Empty(t, v.Corrections, what)
	}
	for column, value := range map[string]string{"occasion": "a text of its own", "city": "Paris"} {
		v := edit(t, Review{}, reviewed(), func(f *excelize.File) { require.NoError(t, f.SetCellStr("visits", at(column, 3), value)) })
		require.Empty(t, v.Refused, column)
		d := reviewed()
		require.Equal(t, Corrected{Applied: 1}, d.Correct(v.Corrections), "what the cell could not show is no change")
		require.Contains(t, d.Visits[1].Corrected, column+"="+value)
	}
	long := reviewed()
	long.Visits[0].Quote = strings.Repeat("long ", 10_000)
	v := edit(t, Review{}, long, func(f *excelize.File) { require.NoError(t, f.SetCellStr("visits", at("review", 2), "wrong")) })
	require.Empty(t, v.Refused)
	require.Equal(t, Corrected{Applied: 1}, long.Correct(v.Corrections), "a record is found by a quote that was cut")
	require.Len(t, long.Visits, 1)
}
