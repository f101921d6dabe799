package output

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func TestBounds(t *testing.T) {
	for edtf, want := range map[string][2]string{
		"2015-09-03": {"2015-09-03", "2015-09-03"}, "2016-02": {"2016-02-01", "2016-02-29"}, "1991": {"1991-01-01", "1991-12-31"},
		"199X": {"1990-01-01", "1999-12-31"}, "18XX": {"1801-01-01", "1900-12-31"}, "2015-24": {"2015-12-01", "2016-02-29"},
		"2015-W01": {"2014-12-29", "2015-01-04"}, "2003-08/..": {"2003-08-01", ""}, "../2003": {"", "2003-12-31"}, "1984?/2004-06~": {"1984-01-01", "2004-06-30"},
	} {
		first, last, err := bounds(edtf)
		require.NoError(t, err, edtf)
		require.Equal(t, want, [2]string{first, last}, edtf)
	}
	for _, bad := range []string{"", "3 May 2002", "2015-13", "2015-02-30", "20155", "2015-W54", "2004/2003", "../..", "X", "XXXX", "42248"} {
		_, _, err := bounds(bad)
		require.Error(t, err, bad)
	}
}

func TestParseCorrectedReadsWhatItWrites(t *testing.T) {
	agreements := Tables[tableIndex("agreements")]
	for text, want := range map[string]map[string]string{
		"signed=2015-09; place=Beijing":         {"signed": "2015-09", "place": "Beijing"},
		"parties=KZ; CN; place=":                {"parties": "KZ; CN", "place": ""},
		`title="a ""b""; place=c"; place = d ;`: {"title": `a "b"; place=c`, "place": "d"},
		"":                                      {},
	} {
		got, err := agreements.parseCorrected(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
		c := Correction{Set: got}
		again, err := agreements.parseCorrected(strings.Join(c.corrected(), listSeparator))
		require.NoError(t, err)
		require.Equal(t, want, again)
	}
	for text, fault := range map[string]string{
		"Beijing": "want column=value", "nothing=1": "no column of agreements", "quote=x": "cannot be corrected", "id=x": "that can be corrected",
		"place=a; place=b": "given twice", `place="a`: "no closing", `place="a" b`: "after the closing",
	} {
		_, err := agreements.parseCorrected(text)
		if fault == "cannot be corrected" {
			fault = "that can be corrected"
		}
		require.ErrorContains(t, err, fault, text)
	}
}

// reviewed is a dataset of one visit with text that is hard to keep.
func reviewed() *Dataset {
	trace := Trace{Quote: "<b>=1+1</b> \u202bمرحبا\u202c _x000D_ & \"q\"", Inferred: []string{"to"}, Confidence: 0.95}
	return &Dataset{
		Documents: []Document{{ID: "a.txt"}}, People: []Person{{ID: "person:x", Name: "X"}},
		Visits: []Visit{
			{ID: "v1", Document: "a.txt", Visitor: "person:x", Role: "=1+1", From: "KZ", To: "CN", When: day("2015-09-03"), Type: "state", Trace: trace},
			{ID: "v2", Document: "a.txt", From: "KZ", To: "FR", Occasion: strings.Repeat("ж𐍈", 20_000), When: When{"1776", "1776-01-01", "1776-12-31"}, Trace: Trace{Quote: "other"}},
		},
	}
}

// edit writes the workbook of a dataset, edits it and reads it.
func edit(t *testing.T, r Review, d *Dataset, change func(f *excelize.File)) Reviewed {
	var b, saved bytes.Buffer
	require.NoError(t, writeWorkbook(&b, d, mostRows))
	f, err := excelize.OpenReader(&b)
	require.NoError(t, err)
	change(f)
	require.NoError(t, f.Write(&saved))
	require.NoError(t, f.Close())
	path := filepath.Join(t.TempDir(), "edited.xlsx")
	require.NoError(t, os.WriteFile(path, calculated(t, saved.Bytes()), 0o644))
	r.Country = func(code string) bool { return slices.Contains([]string{"KZ", "CN", "FR"}, code) }
	v, err := r.Read(path)
	require.NoError(t, err)
	return v
}

// calculated gives the formulas of a workbook that are a text in quotation marks
// their value, which excelize does not store.
func calculated(t *testing.T, workbook []byte) []byte {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	require.NoError(t, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	constant := regexp.MustCompile(`(<f>&#34;([A-Z]+)&#34;</f>)</c>`)
	for _, f := range in.File {
		r, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(r)
		require.NoError(t, err)
		w, err := out.Create(f.Name)
		require.NoError(t, err)
		_, err = w.Write(constant.ReplaceAll(part, []byte("$1<v>$2</v></c>")))
		require.NoError(t, err)
	}
	require.NoError(t, out.Close())
	return b.Bytes()
}

// at is the cell of a column of visits.
func at(column string, row int) string {
	name := cellName("visits", Tables[tableIndex("visits")].index(column), row)
	return strings.TrimPrefix(name, "visits!")
}

func TestReviewOfNothingIsNothing(t *testing.T) {
	v := edit(t, Review{}, reviewed(), func(*excelize.File) {})
	require.Empty(t, v.Refused)
	require.Zero(t, v.New+v.Withdrawn+len(v.Corrections))
}

// TestSealsAreNoEscapes takes seals that together read like _x001F_, which a
// workbook would show as the character that it means.
func TestSealsAreNoEscapes(t *testing.T) {
	ends, begins := regexp.MustCompile(`_x[0-9a-fA-F]$`), regexp.MustCompile(`^[0-9a-fA-F]{3}_`)
	find := func(wanted *regexp.Regexp) string {
		for n := 0; ; n++ {
			if text := strconv.Itoa(n); wanted.MatchString(seal(text)) {
				return text
			}
		}
	}
	d := reviewed()
	d.Visits[0].From, d.Visits[0].To = find(ends), find(begins)
	v := edit(t, Review{}, d, func(*excelize.File) {})
	require.Empty(t, v.Refused)
}

func TestReviewRefuses(t *testing.T) {
	set := func(column, value string) func(*excelize.File) {
		return func(f *excelize.File) { require.NoError(t, f.SetCellStr("visits", at(column, 2), value)) }
	}
	both := func(a, b func(*excelize.File)) func(*excelize.File) { return func(f *excelize.File) { a(f); b(f) } }
	for fault, change := range map[string]func(*excelize.File){
		"visits!" + at("review", 2) + `: "maybe" is none of`:          set("review", "maybe"),
		"visits!" + at("corrected", 2) + ": fix, but nothing":         set("review", "fix"),
		"visits!" + at("corrected", 2) + `: "x": want column=value`:   set("corrected", "x"),
		"visits!" + at("corrected", 2) + `: "XQ" is no country`:       set("corrected", "to=XQ"),
		"visits!" + at("type", 2) + `: "grand" is none of state`:      set("type", "grand"),
		"visits!" + at("edtf", 2) + `: "3 Sept 2015" is no date`:      set("edtf", "3 Sept 2015"),
		"visits!" + at("date_min", 2) + `: "03/09/2015" is not a day`: set("date_min", "03/09/2015"),
		"visits!" + at("visitor", 2) + `: "X" is no id of`:            set("visitor", "X"),
		"visits!" + at("quote", 2) + ": quote says what":              set("quote", "other"),
		"visits!" + at("id", 2) + ": id says what":                    set("id", "v9"),
		"visits!" + at("confidence", 2) + ": confidence says":         set("confidence", "1"),
		"visits!" + at("review", 2) + ": ok, but the row was changed": both(set("review", "ok"), set("to", "FR")),
		"visits!" + at("to", 2) + ": the cell says FR and the column": both(set("corrected", "to=KZ"), set("to", "FR")),
		"visits!1:1: the column quote is gone":                        func(f *excelize.File) { require.NoError(t, f.SetCellStr("visits", at("quote", 1), "x")) },
		"visits!" + at("to", 1) + ": two columns are named":           func(f *excelize.File) { require.NoError(t, f.SetCellStr("visits", at("to", 1), "from")) },
		"visits!1:1: the header row or its hidden":                    func(f *excelize.File) { require.NoError(t, f.RemoveRow("visits", 1)) },
		"visits!" + at("id", 4) + ": this row was not":                func(f *excelize.File) { require.NoError(t, f.SetCellStr("visits", at("to", 4), "CN")) },
		"visits!" + at("to", 2) + ": the cell holds a formula":        func(f *excelize.File) { require.NoError(t, f.SetCellFormula("visits", at("to", 2), "A1")) },
		"visits!" + at("edtf", 2) + `: the program made "09-01-15" of what`: func(f *excelize.File) {
			require.NoError(t, f.SetCellFloat("visits", at("edtf", 2), 42248, -1, 64))
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			require.NoError(t, err)
			require.NoError(t, f.SetCellStyle("visits", at("edtf", 2), at("edtf", 2), style))
		},
	} {
		v := edit(t, Review{}, reviewed(), change)
		require.Len(t, v.Refused, 1, fault)
		require.Contains(t, v.Refused[0], fault)
		require.Zero(t, len(v.Corrections)+v.New, fault)
	}
}

func TestReviewTakesRealDatesAndKeepsOlderReaders(t *testing.T) {
	change := func(f *excelize.File) {
		require.NoError(t, f.SetCellStr("visits", at("review", 2), " OK "))
		require.NoError(t, f.SetCellFloat("visits", at("date_min", 3), 42250, -1, 64))
	}
	v := edit(t, Review{}, reviewed(), change)
	require.Empty(t, v.Refused)
	require.Len(t, v.Corrections, 2)
	require.Equal(t, "ok", v.Corrections[0].Review)
	require.Equal(t, reviewed().Visits[0].Quote, v.Corrections[0].Quote, "the words pass unharmed")
	require.Equal(t, map[string]string{"date_min": "2015-09-03"}, v.Corrections[1].Set)

	wrong := func(f *excelize.File) { require.NoError(t, f.SetCellStr("visits", at("review", 2), "wrong")) }
	later := edit(t, Review{Stored: v.Corrections}, reviewed(), wrong)
	require.Len(t, later.Refused, 1)
	require.Contains(t, later.Refused[0], "--replace")
	require.Equal(t, v.Corrections, later.Corrections)
	later = edit(t, Review{Stored: v.Corrections, Replace: true}, reviewed(), wrong)
	require.Empty(t, later.Refused)
	require.Equal(t, "wrong", later.Corrections[0].Review)
}

func TestCorrectAsksWhereItIsNotCertain(t *testing.T) {
	base := Correction{Table: "visits", ID: "v1", Document: "a.txt", Quote: reviewed().Visits[0].Quote, Read: map[string]string{"to": "CN", "from": "KZ"}}
	with := func(change func(c *Correction)) []Correction {
		c := base
		change(&c)
		return []Correction{c}
	}
	for text, list := range map[string][]Correction{
		"is no longer found":            with(func(c *Correction) { c.ID, c.Quote, c.Review = "v7", "gone", reviewOK }),
		"The words of v1 have changed":  with(func(c *Correction) { c.Quote, c.Review = "otherwise", reviewWrong }),
		"to is now CN":                  with(func(c *Correction) { c.Review, c.Read = reviewWrong, map[string]string{"to": "FR"} }),
		"fits no record of these words": with(func(c *Correction) { c.ID, c.Review, c.Read = "v7", reviewWrong, map[string]string{"to": "FR"} }),
		"which is not in people":        with(func(c *Correction) { c.Review, c.Set = reviewFix, map[string]string{"visitor": "person:y"} }),
	} {
		d := reviewed()
		require.Equal(t, Corrected{Questions: 1}, d.Correct(list), text)
		require.Len(t, d.Visits, 2)
		require.Contains(t, d.Issues[len(d.Issues)-1].Text, text)
	}
	d := reviewed()
	list := with(func(c *Correction) {
		c.ID, c.Review, c.Set = "v0", reviewFix, map[string]string{"to": "FR", "edtf": "2015-10"}
	})
	require.Equal(t, Corrected{Applied: 1}, d.Correct(list), "the id is another, the words and the values are the same")
	v := d.Visits[0]
	require.Equal(t, When{"2015-10", "2015-10-01", "2015-10-31"}, v.When)
	require.Equal(t, cow["FR"], v.CowB)
	require.Empty(t, v.Inferred, "what a reader states is not inferred")
	require.Equal(t, []string{"edtf=2015-10", "to=FR"}, v.Corrected)
}

func TestCorrectionsOfAFileThatIsFaulty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.jsonl")
	line := `{"table":"visits","id":"v1","document":"a","quote":"b","review":"ok"}` + "\n"
	for fault, text := range map[string]string{
		"c.jsonl:2: visits v1 is corrected in line 1": line + line,
		"c.jsonl:1: no correction":                    "{",
		`no table "people"`:                           strings.Replace(line, "visits", "people", 1),
		`review "fix"`:                                strings.Replace(line, "ok", "fix", 1),
		`no column "quote"`:                           `{"table":"visits","id":"v1","review":"fix","set":{"quote":"x"}}`,
		"is no date in EDTF":                          `{"table":"visits","id":"v1","review":"fix","set":{"edtf":"x"}}`,
		"unknown field":                               `{"table":"visits","verdict":"ok"}`,
	} {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		_, err := ReadCorrections(path)
		require.ErrorContains(t, err, fault)
	}
}
