package source

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTables(t *testing.T) {
	for name, c := range map[string]struct {
		file, data string
		want       []string
	}{
		"the lines that annotate reads": {"in.jsonl", "{\"id\": \"a\", \"text\": \"One.\", \"date\": \"2019-10-07\"}\n\n{\"id\": 7, \"text\": \"Two.\"}\r\n{\"text\":\"Three.\"}", []string{
			"in.jsonl/a (jsonl) One.", "in.jsonl/7 (jsonl) Two.", "in.jsonl/line 4 (jsonl) Three.",
		}},
		"by content": {"in.txt", "\ufeff{\"content\": \"Été.\"}\n", []string{"in.txt/line 1 (jsonl) Été."}},
		"bad lines among good ones": {
			"in.jsonl", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"text\":\n[1]\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":5}\n{\"id\":\"d\",\"text\":\"\"}\n" +
				"{\"id\":\"e\",\"text\":\"x\",\"date\":\"yesterday\"}\n{\"id\":\"f\",\"text\":\"a\\u0000b\"}\n{\"id\":\"g\",\"text\":\"\xe9t\xe9\"}\n{\"id\":\"a\",\"text\":\"Two.\"}\n",
			[]string{
				"in.jsonl/a (jsonl) One.",
				"in.jsonl/line 2: decode: line 2: not a JSON object: unexpected end of JSON input",
				"in.jsonl/line 3: decode: line 3: not a JSON object: json: cannot unmarshal array into Go value of type map[string]json.RawMessage",
				`in.jsonl/b: decode: line 4: no "text"`,
				`in.jsonl/c: decode: line 5: "text": not a string`,
				"in.jsonl/d: decode: line 6: empty: no text to read",
				`in.jsonl/e: decode: line 7: date "yesterday": want one like 2019-10-07`,
				"in.jsonl/f: decode: line 8: binary file: zero byte at offset 1",
				"in.jsonl/line 9: decode: line 9: not UTF-8: byte 0xE9 at offset 18 of the line",
				"in.jsonl/a~2 (jsonl) Two.",
			},
		},
		"a table":                    {"in.csv", "ID,Text\na,\"One,\ntwo.\"\nb,Three.\n", []string{"in.csv/a (csv) One,⏎two.", "in.csv/b (csv) Three."}},
		"a table of texts alone":     {"in.csv", "text\nOne.\n", []string{"in.csv/line 2 (csv) One."}},
		"a table of semicolons":      {"in.csv", "sep=;\r\nurl;body\r\nhttps://example.org/a;One, two.\r\n", []string{"in.csv/https://example.org/a (csv) One, two."}},
		"a table of tabs":            {"in.tsv", "id\ttext\na\tThe \"Nur Otan\" party.\n", []string{"in.tsv/a (csv) The \"Nur Otan\" party."}},
		"a table in UTF-16":          {"in.csv", "\xff\xfei\x00d\x00,\x00t\x00e\x00x\x00t\x00\n\x00a\x00,\x00\xe9\x00\n\x00", []string{"in.csv/a (csv) é"}},
		"a table in another charset": {"in.csv", "id,text\na,\xc8l a \xe9t\xe9 re\xe7u \xe0 l'\xc9lys\xe9e le 14 f\xe9vrier 1964.\n", []string{"in.csv/a (csv) Èl a été reçu à l'Élysée le 14 février 1964."}},
		"bad rows among good ones": {
			"in.csv", "id,text\na,One.\nb\nc,x,y\nd,a \"quote\" within\ne,\n\nf,Two.\ng,\"never closed\nh,Three.\n",
			[]string{
				"in.csv/a (csv) One.",
				"in.csv/b: decode: line 3: 1 cells in a table of 2 columns",
				"in.csv/c: decode: line 4: 3 cells in a table of 2 columns",
				"in.csv/line 5: decode: line 5: a quote within a cell that is not quoted",
				"in.csv/e: decode: line 6: empty: no text to read",
				"in.csv/f (csv) Two.",
				"in.csv/line 9: decode: line 9: a quote that is not closed where its cell ends; read up to line 10",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, walk(c.file, c.data))
		})
	}
}

func TestTablesWithoutTexts(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"no texts":        {"in.csv", "visitor,date\nXi,2013\n", "in.csv: decode: a table without texts: none of its columns (visitor, date) is named text, content, body, full_text, fulltext"},
		"no rows":         {"in.csv", "id,text\n", "in.csv: decode: empty: nothing in it to read"},
		"nothing":         {"in.csv", "", "in.csv: decode: csv: empty: no text to read"},
		"a JSON document": {"in.json", "{\n  \"text\": \"One.\"\n}\n", "in.json: decode: a JSON document that is not JSON Lines: this format is not read"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, []string{c.want}, walk(c.file, c.data))
		})
	}
}

func TestRowsSayWhatTheyAre(t *testing.T) {
	want := &Text{Content: "One.", Encoding: "utf-8", Title: "Visit to Oslo", Language: "en", Created: "2019-10-07", Written: "2019-10-07"}
	for name, data := range map[string]string{
		"a.jsonl": `{"title":"Visit\n to Oslo","lang":"en","published":"2019-10-07T23:00:00Z","text":"One.","body":["x"]}`,
		"b.jsonl": `{"HEADLINE":"Visit to Oslo","language":"en","Date":"7 October 2019","Text":"One.","id":null}`,
		"c.csv":   "title,lang,published,text\nVisit  to Oslo,en,\"October 7, 2019\",One.\n",
	} {
		Walk(name, FromBytes(name, []byte(data), roomy), func(it Item) bool {
			got, err := it.Text()
			require.NoError(t, err)
			require.Equal(t, want, got, name)
			return true
		})
	}
}

func TestRowsAreBounded(t *testing.T) {
	large := strings.Repeat("Long. ", 1<<10)
	tight := Limits{MaxBytes: 4 << 10, Depth: 3}
	var out []string
	collect := func(it Item) bool { out = append(out, line(it)); return true }
	lines := `{"id":"a","text":"One."}` + "\n" + `{"text":"` + large + large + "\"}\n" + `{"id":"b","text":"Two."}`
	Walk("in.jsonl", FromStream("in.jsonl", strings.NewReader(lines), tight), collect)
	require.Equal(t, []string{
		"in.jsonl/a (jsonl) One.", "in.jsonl/line 2: decode: line 2: a row larger than the 4096 bytes that a source may have", "in.jsonl/b (jsonl) Two.",
	}, out)
	out = nil
	Walk("in.csv", FromStream("in.csv", strings.NewReader("id,text\na,One.\nb,\""+large+large+"\"\n"), tight), collect)
	require.Equal(t, []string{"in.csv/a (csv) One.", "in.csv: decode: csv: line 3: a row larger than the 4096 bytes that a source may have"}, out)
}

func TestTablesAreReadAsTheyCome(t *testing.T) {
	r, w, err := os.Pipe()
	require.NoError(t, err)
	_, err = w.WriteString("id,text\na,One.\n" + strings.Repeat("\n", 3*headSize))
	require.NoError(t, err)
	Walk("in.csv", FromStream("in.csv", r, roomy), func(it Item) bool {
		require.Equal(t, "in.csv/a (csv) One.", line(it), "before the table ends")
		return false
	})
	require.NoError(t, w.Close())
}

func FuzzJSONLines(f *testing.F) {
	fuzzWalk(f, "in.jsonl", `{"id":1,"text":"a\ud800b","date":"2019-10-07","lang":"en"}`+"\n{}\n", "{\"text\":\"\xff\"}", `{"TEXT":null}`)
}

func FuzzCSV(f *testing.F) {
	fuzzWalk(f, "in.csv", "id,text\na,\"b\"\"c\nd\"\n", "sep=;\na;text\n\"", "text\n\xe9\n", "\xff\xfet\x00e\x00")
}
