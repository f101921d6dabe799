package output

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"chancery/pipeline"
)

// hostile are texts that formats have been known to spoil.
var hostile = []string{
	`<script>alert("1")</script> & <b>bold</b> &amp; ]]> <!-- `, "=HYPERLINK(\"http://example.org\",\"x\")", "+1", "-1", "@SUM(A1)", "'quoted'", "''", "\tindented",
	"ويليام \u202eright to left\u202c שלום", "習近平 😀 e\u0301 \u00a0\u200d\ufeff", "a; b", `back\slash "double" 'single' , comma`, "two\nlines", "NULL", "null", "0", "1e5", "true",
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

// readers read back what each format wrote, as Records, which is how every format
// of All proves that it harms nothing. A list is in the order and with the
// separator of Records.
var readers = map[string]func(t *testing.T, dir string, table *Table) [][]string{
	"csv": func(t *testing.T, dir string, table *Table) [][]string {
		r, err := readCSV(filepath.Join(dir, table.Name+".csv"), table)
		require.NoError(t, err)
		return r.Rows
	},
	"json": func(t *testing.T, dir string, table *Table) [][]string {
		data, err := os.ReadFile(filepath.Join(dir, "dataset.json"))
		require.NoError(t, err)
		var all map[string][]map[string]any
		require.NoError(t, json.Unmarshal(data, &all))
		return objects(table, all[table.Name])
	},
	"jsonl": func(t *testing.T, dir string, table *Table) [][]string {
		data, err := os.ReadFile(filepath.Join(dir, table.Name+".jsonl"))
		require.NoError(t, err)
		var rows []map[string]any
		for line := range bytes.Lines(data) {
			var row map[string]any
			require.NoError(t, json.Unmarshal(line, &row))
			rows = append(rows, row)
		}
		return objects(table, rows)
	},
	"xlsx":    readSheet,
	"sqlite":  readSQLite,
	"parquet": readParquet,
	"report":  readReport,
}

func TestEveryFormatReadsBack(t *testing.T) {
	for name, d := range map[string]*Dataset{"hostile": hostileDataset(), "sample": sample(), "empty": {}} {
		want := d.Records()
		for _, f := range All {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				read := readers[f.Name]
				require.NotNil(t, read, "the contract test cannot read this format: write a reader")
				dir := t.TempDir()
				require.NoError(t, Write(dir, d, []Format{f}, Options{}))
				for i, table := range Tables {
					got := read(t, dir, table)
					require.Len(t, got, len(want[i].Rows), table.Name)
					for j, row := range want[i].Rows {
						require.Equal(t, lenient(f.Name, table, row), got[j], "%s, row %d", table.Name, j)
					}
				}
			})
		}
	}
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
			out[i] = fitted(row[i])
		}
	}
	return out
}

// objects are rows of JSON as text.
func objects(table *Table, list []map[string]any) [][]string {
	var rows [][]string
	for _, o := range list {
		var row []string
		for _, c := range table.Columns {
			row = append(row, cellOf(o[c.Name]))
		}
		rows = append(rows, row)
	}
	return rows
}

func cellOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		var items []string
		for _, item := range v {
			items = append(items, cellOf(item))
		}
		return strings.Join(items, listSeparator)
	}
	return fmt.Sprint(v)
}

// readSheet finds columns by their heading: a sheet may have more.
func readSheet(t *testing.T, dir string, table *Table) [][]string {
	f, err := excelize.OpenFile(filepath.Join(dir, "dataset.xlsx"))
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	sheet, err := f.GetRows(table.Name, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	at := map[string]int{}
	for i, name := range sheet[0] {
		at[name] = i
	}
	var rows [][]string
	for _, cells := range sheet[1:] {
		row := make([]string, len(table.Columns))
		for i, c := range table.Columns {
			j, ok := at[c.Name]
			require.True(t, ok, "%s has no column %s", table.Name, c.Name)
			if j < len(cells) {
				row[i] = sheetCell(c, cells[j])
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func sheetCell(c Column, raw string) string {
	n, err := strconv.ParseFloat(raw, 64)
	switch {
	case c.Type == typeDate && err == nil:
		day, _ := excelize.ExcelDateToTime(n, false)
		return day.Format(time.DateOnly)
	case c.Type == typeBoolean:
		return map[string]string{"1": "true", "0": "false", "TRUE": "true", "FALSE": "false"}[raw]
	}
	return raw
}

func openSQLite(t *testing.T, dir string) *sql.DB {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "dataset.sqlite")+"?mode=ro")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

func readSQLite(t *testing.T, dir string, table *Table) [][]string {
	return query(t, openSQLite(t, dir), "SELECT * FROM "+sqlName(table.Name)+" ORDER BY rowid", table)
}

// query is the result of a query as text; with a table its columns say what lists
// and truth values are.
func query(t *testing.T, db *sql.DB, q string, table *Table) [][]string {
	result, err := db.Query(q)
	require.NoError(t, err)
	defer func() { require.NoError(t, result.Close()) }()
	names, err := result.Columns()
	require.NoError(t, err)
	var rows [][]string
	for result.Next() {
		values, into := make([]any, len(names)), make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		require.NoError(t, result.Scan(into...))
		row := make([]string, len(names))
		for i, v := range values {
			row[i] = cellOf(v)
			if table == nil {
				continue
			}
			require.Equal(t, table.Columns[i].Name, names[i])
			switch table.Columns[i].Type {
			case typeList:
				var list []any
				require.NoError(t, json.Unmarshal([]byte(row[i]), &list))
				row[i] = cellOf(list)
			case typeBoolean:
				row[i] = strconv.FormatBool(row[i] == "1")
			}
		}
		rows = append(rows, row)
	}
	require.NoError(t, result.Err())
	return rows
}

func readParquet(t *testing.T, dir string, table *Table) [][]string {
	data, err := os.ReadFile(filepath.Join(dir, table.Name+".parquet"))
	require.NoError(t, err)
	kind := table.parquetRow()
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for i, f := range file.Schema().Fields() {
		require.Equal(t, table.Columns[i].Name, f.Name())
	}
	r := parquet.NewReader(file)
	defer func() { require.NoError(t, r.Close()) }()
	var rows [][]string
	for {
		v := reflect.New(kind)
		if err := r.Read(v.Interface()); errors.Is(err, io.EOF) {
			return rows
		}
		row := make([]string, len(table.Columns))
		for i, c := range table.Columns {
			row[i] = parquetCell(c, v.Elem().Field(i).Interface())
		}
		rows = append(rows, row)
	}
}

func parquetCell(c Column, v any) string {
	switch v := v.(type) {
	case *int32:
		if v == nil {
			return ""
		}
		return time.Unix(int64(*v)*secondsADay, 0).UTC().Format(time.DateOnly)
	case *float64:
		if v == nil {
			return ""
		}
		return strconv.FormatFloat(*v, 'f', -1, 64)
	case int64:
		return cellText(c, int(v))
	}
	return cellText(c, v)
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
	db := openSQLite(t, dir)
	require.Empty(t, query(t, db, "PRAGMA foreign_key_check", nil))
	require.Equal(t, [][]string{{"ok"}}, query(t, db, "PRAGMA integrity_check", nil))
	require.Equal(t, [][]string{{"Äpfel Ñandú", "CN", "Kazakhstan", "A page", "Äpfel visited Almaty"}},
		query(t, db, `SELECT who, "from", "to", source, quote FROM visits_named`, nil))
	require.Equal(t, [][]string{{"visits", "v1"}},
		query(t, db, `SELECT "table", record FROM quotes WHERE rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH 'apfel AND almaty')`, nil))
	require.Equal(t, [][]string{{"agreement", "Treaty"}, {"visit", "Äpfel Ñandú to Kazakhstan"}}, query(t, db, `SELECT what, "text" FROM timeline`, nil))
	for _, view := range query(t, db, "SELECT name FROM sqlite_master WHERE type = 'view'", nil) {
		query(t, db, "SELECT * FROM "+view[0], nil)
	}
	require.Error(t, Write(t.TempDir(), &Dataset{People: []Person{{ID: "a"}, {ID: "a"}}}, []Format{SQLite}, Options{}), "an id twice")
}
