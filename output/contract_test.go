package output

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"chancery/pipeline"
)

// hostile are texts that formats have been known to spoil.
var hostile = []string{
	`<script>alert("1")</script> & <b>bold</b> &amp; ]]> <!-- `, "=HYPERLINK(\"http://example.org\",\"x\")", "+1", "-1", "@SUM(A1)", "'quoted'", "''", "\tindented",
	"ويليام \u202eright to left\u202c שלום", "習近平 😀 e\u0301 \u00a0\u200d\ufeff", "a; b", `back\slash "double" 'single' , comma`, "two\nlines", "two\r\nlines", "two\rlines", "\"\r\n\"\"", "NULL", "null", "0", "1e5", "true",
	"\x00", "a\x00b\x01\x08\x0b\x0c\x1f", "\x1b[2J\x7f\u0085\u009b", "\u2028line\u2029paragraph", "\u2066\u2067\u2068isolated\u2069", "\ufffe\uffff\U0001fffe", "\ufeffmark first",
	strings.ToValidUTF8("\xff\xfe \xed\xa0\x80\xed\xb0\x80 \xc0\xaf \xf8", "\ufffd"), `\ud800 \udc00 \u0000 \x00 &#0; &#xd800; %00 %ff`,
	"]]>", "</script><script>", "</style>", "<![CDATA[", "<?xml?>", "&lt;&#x27;", "=cmd|' /C calc'!A0", "+1-800", "\u200b=1",
	" leading", "trailing ", " ", "''''", `"`, `""`, ",", ";", "\n", "\r", "\r\n", "a\r\r\nb", "\x1a", `\N`, "NaN", "Infinity", "-0", "1E400", "12345678901234567890", "1900-02-29", "#REF!",
	"_xD83D_", "_x0000_",
	"'; DROP TABLE people; --", "{{.}} ${x} %s %d", "_x000D_ _x0041_", strings.Repeat("ж", 40_000),
}

// hostileDataset has each hostile text where a source or a name can put it.
func hostileDataset() *Dataset {
	var results []pipeline.Result
	var failures []pipeline.Failure
	for i, s := range hostile {
		m := &pipeline.Mention{
			ID: 1, Kind: pipeline.Person, Text: s, Value: s, Entity: fmt.Sprintf("person:%d", i), Line: i + 1, Rule: "r", Strength: pipeline.Likely,
			Sentence: pipeline.Excerpt{Text: s}, Person: &pipeline.PersonValue{Role: s, Organization: s, Country: "CN"},
		}
		results = append(results, pipeline.Result{
			Doc: pipeline.DocumentInfo{ID: fmt.Sprintf("%02d.txt", i), Title: s}, Mentions: []*pipeline.Mention{m},
			Entities: []pipeline.Entity{{ID: m.Entity, Kind: pipeline.Person, Name: s, Aliases: []string{"alias of " + m.Entity, s + "!"}, Mentions: []*pipeline.Mention{m}}},
		})
		failures = append(failures, pipeline.Failure{Path: strconv.Itoa(i), Stage: "read", Cause: s})
	}
	d := Build(results, failures)
	for i, s := range hostile {
		d.Visits = append(d.Visits, Visit{
			ID: fmt.Sprintf("v%d", i), Document: "00.txt", Visitor: d.People[0].ID, Role: s, City: s, Occasion: s, Codes: Codes{CowA: i * 100},
			When: When{EDTF: "1970-01-01/..", DateMin: "1970-01-01"}, Trace: Trace{Quote: s, Evidence: []string{d.Mentions[0].ID}, Inferred: []string{"to", "from"}},
		})
		d.Places = append(d.Places, Place{ID: fmt.Sprintf("place:%d", i), Name: s, Lat: float64(i) / 8, Lon: -float64(i), GeonamesID: i, Aliases: []string{s}})
	}
	return d
}

func TestEveryFormatReadsBack(t *testing.T) {
	for name, d := range map[string]*Dataset{"hostile": hostileDataset(), "sample": sample(), "empty": {}} {
		want := d.Records()
		for _, f := range All {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				dir := t.TempDir()
				require.NoError(t, Write(dir, d, []Format{f}, Options{}))
				got := readBack(t, f, dir)
				require.Len(t, got, len(want))
				for i, table := range Tables {
					require.Equal(t, table.Name, got[i].Table)
					require.Subset(t, got[i].Columns, want[i].Columns)
					require.Len(t, got[i].Rows, len(want[i].Rows), table.Name)
					for j, row := range want[i].Rows {
						require.Equal(t, lenient(f.Name, table, row), got[i].Rows[j], "%s, row %d", table.Name, j)
					}
				}
			})
		}
	}
}

// readBack reads what a format wrote. The report is for people: only this test
// reads it.
func readBack(t *testing.T, f Format, dir string) []Records {
	if f.Name != Report.Name {
		all, err := Read(dir)
		require.NoError(t, err, "the contract test cannot read this format: write a reader")
		return all
	}
	var all []Records
	for _, table := range Tables {
		r := table.records()
		r.Rows = readReport(t, dir, table)
		all = append(all, r)
	}
	return all
}

func TestEveryFormatGivesTheSameBytes(t *testing.T) {
	for _, f := range All {
		a, b := t.TempDir(), t.TempDir()
		require.NoError(t, Write(a, hostileDataset(), []Format{f}, Options{}))
		require.NoError(t, Write(b, hostileDataset(), []Format{f}, Options{}))
		require.Equal(t, filesOf(t, a), filesOf(t, b), f.Name)
	}
}

// lenient is a row as a format may show it: the workbook cuts what a cell cannot
// hold, with a note, and its cell of evidence is a link to the first mention.
func lenient(format string, table *Table, row []string) []string {
	out := append([]string{}, row...)
	for i, c := range table.Columns {
		switch {
		case format != "xlsx":
		case c.Name == "evidence":
			first, rest, more := strings.Cut(row[i], listSeparator)
			if out[i] = first; more {
				out[i] += fmt.Sprintf(" +%d", 1+strings.Count(rest, listSeparator))
			}
		default:
			out[i] = workbookKeeps(c, row[i])
		}
	}
	return out
}

// query is the result of a query as text.
func query(t *testing.T, db *sql.DB, q string) [][]string {
	result, err := db.Query(q)
	require.NoError(t, err)
	defer func() { require.NoError(t, result.Close()) }()
	names, err := result.Columns()
	require.NoError(t, err)
	var rows [][]string
	for result.Next() {
		row, into := make([]string, len(names)), make([]any, len(names))
		values := make([]sql.NullString, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		require.NoError(t, result.Scan(into...))
		for i, v := range values {
			row[i] = v.String
		}
		rows = append(rows, row)
	}
	require.NoError(t, result.Err())
	return rows
}

// TestSQLiteAnswers asks what the views and the search are for.
func TestSQLiteAnswers(t *testing.T) {
	d := hostileDataset()
	d.People = append(d.People, Person{ID: "person:x", Name: "Äpfel Ñandú"})
	d.Places = append(d.Places, Place{ID: "place:kz", Name: "Kazakhstan", Kind: "country", Country: "KZ"})
	d.Documents[0].Title = "A page"
	when := When{EDTF: "2014-05", DateMin: "2014-05-01", DateMax: "2014-05-31"}
	d.Visits = []Visit{{
		ID: "v1", Document: "00.txt", Visitor: "person:x", From: "CN", To: "KZ", When: when,
		Trace: Trace{Quote: "Äpfel visited Almaty", Line: 3, Evidence: []string{d.Mentions[0].ID}},
	}}
	d.Agreements = []Agreement{{ID: "a1", Document: "00.txt", Title: "Treaty", DateMin: "2013-01-01", Signed: "2013"}}
	dir := t.TempDir()
	require.NoError(t, Write(dir, d, []Format{SQLite}, Options{}))
	db, err := openSQLite(filepath.Join(dir, "dataset.sqlite"), "mode=ro")
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	require.Empty(t, query(t, db, "PRAGMA foreign_key_check"))
	require.Equal(t, [][]string{{"ok"}}, query(t, db, "PRAGMA integrity_check"))
	require.Equal(t, [][]string{{"Äpfel Ñandú", "CN", "Kazakhstan", "A page", "Äpfel visited Almaty"}},
		query(t, db, `SELECT who, "from", "to", source, quote FROM visits_named`))
	require.Equal(t, [][]string{{"visits", "v1"}},
		query(t, db, `SELECT "table", record FROM quotes WHERE rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH 'apfel AND almaty')`))
	require.Equal(t, [][]string{{"agreement", "Treaty"}, {"visit", "Äpfel Ñandú to Kazakhstan"}}, query(t, db, `SELECT what, "text" FROM timeline`))
	for _, view := range query(t, db, "SELECT name FROM sqlite_master WHERE type = 'view'") {
		query(t, db, "SELECT * FROM "+view[0])
	}
	require.Error(t, Write(t.TempDir(), &Dataset{People: []Person{{ID: "a"}, {ID: "a"}}}, []Format{SQLite}, Options{}), "an id twice")
}
