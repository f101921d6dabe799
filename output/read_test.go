package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// apart is a dataset with what some formats keep less of: days that no calendar
// of theirs has, lists of evidence, more characters than a cell holds.
func apart() *Dataset {
	d := hostileDataset()
	d.Dates = []Date{
		{ID: "d1", Document: "00.txt", EDTF: "-0043-03-15", DateMin: "-0043-03-15", DateMax: "-0043-03-15"},
		{ID: "d2", Document: "00.txt", EDTF: "1066-10-14", DateMin: "1066-10-14", DateMax: "9999-12-31"},
	}
	d.Visits[0].Evidence = []string{d.Mentions[0].ID, d.Mentions[1].ID, d.Mentions[2].ID}
	d.Visits[1].Evidence = []string{"gone", d.Mentions[1].ID}
	return d
}

// stored writes a dataset in one format, and gives the folder.
func stored(t *testing.T, d *Dataset, format string) string {
	dir := t.TempDir()
	formats, err := Formats([]string{format})
	require.NoError(t, err)
	require.NoError(t, Write(dir, d, formats, Options{}))
	return dir
}

func TestOneDatasetInTwoFormatsIsTheSame(t *testing.T) {
	read := map[string][]Records{}
	for _, r := range readers {
		all, err := Read(stored(t, apart(), r.format))
		require.NoError(t, err)
		read[r.format] = all
	}
	for a, before := range read {
		for b, after := range read {
			require.Equal(t, "0 gained, 0 lost, 0 changed\n", written(t, "text", Diff(before, after)), "%s and %s", a, b)
		}
		require.Equal(t, "0 gained, 0 lost, 0 changed\n", written(t, "text", Diff(read[a], apart().Records())), a)
	}
}

// TestGainsAreNotLossesInAnyFormat stores one change of each sort in every pair
// of formats and compares both ways.
func TestGainsAreNotLossesInAnyFormat(t *testing.T) {
	visit := func(id, to string, line int, evidence ...string) Visit {
		return Visit{ID: id, Document: "d", Role: "minister", To: to, When: When{EDTF: "2014", DateMin: "2014-01-01"}, Trace: Trace{Line: line, Quote: id, Evidence: evidence}}
	}
	before := &Dataset{Visits: []Visit{visit("v1", "KZ", 1), visit("v2", "KZ", 2), visit("v4", "KZ", 4)}}
	after := &Dataset{Visits: []Visit{visit("v2", "UZ", 2), visit("v3", "KZ", 3), visit("v4", "KZ", 9)}, People: []Person{{ID: "person:p", Name: "P"}}}
	for _, a := range readers {
		for _, b := range readers {
			old, err := Read(stored(t, before, a.format))
			require.NoError(t, err)
			now, err := Read(stored(t, after, b.format))
			require.NoError(t, err)
			there, back := Diff(old, now), Diff(now, old)
			require.Equal(t, []string{"+ people person:p", "~ visits v2 to: KZ -> UZ", "- visits v1", "+ visits v3"}, told(there), "%s to %s", a.format, b.format)
			require.ElementsMatch(t, []string{"- people person:p", "~ visits v2 to: UZ -> KZ", "- visits v3", "+ visits v1"}, told(back), "%s to %s", b.format, a.format)
			require.Equal(t, []Moved{{"visits", 1}}, there.Moved)
		}
	}
}

func told(d Difference) []string {
	var list []string
	for _, c := range d.Changes {
		s := c.sign() + " " + c.Table + " " + c.row()[0]
		for _, f := range c.Fields() {
			s += " " + f.Name + ": " + f.Old + " -> " + f.New
		}
		list = append(list, s)
	}
	return list
}

// TestAColumnThatIsGoneIsTold compares datasets of two versions both ways.
func TestAColumnThatIsGoneIsTold(t *testing.T) {
	wide := []Records{{Table: "people", Columns: []string{"id", "name", "rank"}, Rows: [][]string{{"a", "A", "1"}, {"b", "B", ""}}}}
	narrow := []Records{{Table: "people", Columns: []string{"name", "id"}, Rows: [][]string{{"A", "a"}, {"B", "b"}}}}
	require.NoError(t, narrow[0].keyFirst())
	require.Equal(t, []string{"~ people a rank: 1 -> "}, told(Diff(wide, narrow)))
	require.Equal(t, []string{"~ people a rank:  -> 1"}, told(Diff(narrow, wide)))
}

func TestReadOneFile(t *testing.T) {
	d := apart()
	want := d.Records()
	for _, r := range readers {
		dir := stored(t, d, r.format)
		if r.all != nil {
			moved := filepath.Join(dir, "other name?#%41.x"+strings.ToUpper(r.ext))
			require.NoError(t, os.Rename(filepath.Join(dir, "dataset"+r.ext), moved))
			all, err := Read(moved)
			require.NoError(t, err)
			require.True(t, Diff(all, want).Empty(), r.format)
			continue
		}
		one, err := Read(filepath.Join(dir, "visits"+r.ext))
		require.NoError(t, err)
		for _, sides := range [][2][]Records{{one, want}, {want, one}, {one, one}} {
			before, after, err := Common(sides[0], sides[1])
			require.NoError(t, err)
			require.True(t, Diff(before, after).Empty(), r.format)
		}
		other, err := Read(filepath.Join(dir, "places"+r.ext))
		require.NoError(t, err)
		_, _, err = Common(one, other)
		require.EqualError(t, err, "nothing to compare: visits on one side, places on the other")
	}
}

// TestReadSaysWhatIsWrong has one damaged file each: its name, what it holds, and
// the place and cause that the error tells.
func TestReadSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"dataset.json", "{\n\"people\": [\n{\"id\": \"a\"},\n{\"id\": }\n]}", "line 4: people: invalid character '}'"},
		{"dataset.json", "{\n\"people\": [\n{\"id\": \"a\"},\n", "line 4: people: the file ends in the middle"},
		{"dataset.json", "{\"people\": [\n{\"id\": {\"a\": 1}}]}", "line 2: people: id: no cell holds an object"},
		{"dataset.json", "{\"people\": [\n7]}", "line 2: people: json: cannot unmarshal number"},
		{"dataset.json", "{\"people\": {}}", "line 1: people: want [, not {"},
		{"dataset.json", "[]", "line 1: want {, not ["},
		{"dataset.json", "", "line 1: the file ends in the middle"},
		{"dataset.json", "{\"people\": []}\n{}", "line 2: something follows the dataset"},
		{"dataset.json", "{\"people\": [],\n\"people\": []}", "line 2: people: the table stands there twice"},
		{"dataset.json", "{\"persons\": []}", "it holds no table of a dataset"},
		{"people.jsonl", "{\"id\": \"a\"}\n\n{\"id\": \"b\"", "line 3: the file ends in the middle"},
		{"people.jsonl", "{\"id\": \"a\"} {\"id\": \"b\"}\n", "line 1: something follows the object"},
		{"people.csv", "id,name\r\na,\"b\r\nc\",d\r\n", "record on line 2: wrong number of fields"},
		{"people.csv", "id,name\r\na,b\"c\r\n", "parse error on line 2, column 4"},
		{"people.csv", "name,given\r\na,b\r\n", "no table people of a dataset: it has no column id"},
		{"people.csv", "", "no header"},
		{"dataset.sqlite", "no database at all", "file is not a database"},
		{"dataset.sqlite", "", "it holds no table of a dataset"},
		{"people.parquet", "PAR1 no PAR1", "parquet"},
		{"dataset.xlsx", "PK no workbook", "zip: not a valid zip file"},
		{"dataset.txt", "", "no file of a dataset: want .csv, .json, .jsonl, .sqlite, .parquet or .xlsx"},
		{"persons.csv", "id\r\n", `there is no table "persons"`},
	} {
		path := filepath.Join(t.TempDir(), c.name)
		require.NoError(t, os.WriteFile(path, []byte(c.text), 0o600))
		_, err := Read(path)
		require.ErrorContains(t, err, path+": ", c.text)
		require.ErrorContains(t, err, c.want, c.text)
		if c.name != "dataset.txt" && c.name != "persons.csv" {
			_, err = Read(filepath.Dir(path))
			require.ErrorContains(t, err, path+": ", "in a folder")
		}
	}
	_, err := Read(t.TempDir())
	require.ErrorContains(t, err, "no dataset here")
	_, err = Read(filepath.Join(t.TempDir(), "nothing.csv"))
	require.ErrorIs(t, err, os.ErrNotExist)
}

// TestHeldNamesWhatCanBeRead looks into folders with one format, several and none.
func TestHeldNamesWhatCanBeRead(t *testing.T) {
	for _, r := range readers {
		require.Equal(t, []string{r.format}, names(Held(stored(t, sample(), r.format))))
	}
	dir := t.TempDir()
	require.Empty(t, Held(dir))
	require.NoError(t, Write(dir, sample(), []Format{XLSX, JSON, Report}, Options{}))
	require.Equal(t, []string{"json", "xlsx"}, names(Held(dir)))
}

// TestReadOutlivesDamage reads files with a byte changed or their end cut off.
func TestReadOutlivesDamage(t *testing.T) {
	for _, r := range readers {
		dir := stored(t, sample(), r.format)
		path := filepath.Join(dir, "dataset"+r.ext)
		if r.one != nil {
			path = filepath.Join(dir, "people"+r.ext)
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		read := 0
		for at := 0; at < len(data); at += 1 + len(data)/60 {
			for _, damaged := range []string{string(data[:at]), string(data[:at]) + "\xff" + string(data[at+1:])} {
				require.NoError(t, os.WriteFile(path, []byte(damaged), 0o600))
				if _, err := Read(path); err == nil {
					read++
				} else {
					require.ErrorContains(t, err, path)
				}
			}
		}
		require.Less(t, read, 120, "%s: no damage was noticed", r.format)
	}
}
