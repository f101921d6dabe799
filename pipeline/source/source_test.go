package source

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestListIsValid(t *testing.T) {
	require.NoError(t, Validate())
	for _, f := range All {
		require.NotEmpty(t, f.Name)
		require.NotEmpty(t, f.Doc)
		require.NotNil(t, f.Read, f.Name)
		for _, e := range f.Extensions {
			require.Equal(t, strings.ToLower(e), e, f.Name)
			require.True(t, e == "" || e[0] == '.', "%s: extension %q", f.Name, e)
		}
	}
}

func TestValidateFindsFaults(t *testing.T) {
	old := All
	t.Cleanup(func() { All = old })
	read := func([]byte) (*Text, error) { return nil, ErrEmpty }
	for fault, f := range map[string]Format{
		`source "": name`:                   {Doc: "d", Read: read},
		`source "x": name, doc`:             {Name: "x", Read: read},
		`source "y": name, doc and read`:    {Name: "y", Doc: "d"},
		`source "text" is listed twice`:     PlainText,
		`source "w": extension "TXT"`:       {Name: "w", Doc: "d", Read: read, Extensions: []string{"TXT"}},
		`source "v": extension ".TXT"`:      {Name: "v", Doc: "d", Read: read, Extensions: []string{".TXT"}},
		`source "u": extension ".txt"`:      {Name: "u", Doc: "d", Read: read, Extensions: []string{".txt"}},
		`source "t" can never be picked`:    {Name: "t", Doc: "d", Read: read},
		`source "a b": the name is no word`: {Name: "a b", Doc: "d", Read: read},
	} {
		All = append(slices.Clone(old), f)
		require.ErrorContains(t, Validate(), fault)
	}
}

func TestPick(t *testing.T) {
	claims := Format{
		Name: "claims", Doc: "d", Extensions: []string{".c"}, Claims: func(data []byte) bool { return strings.HasPrefix(string(data), "!c") },
		Read: func([]byte) (*Text, error) { return nil, ErrEmpty },
	}
	old := All
	t.Cleanup(func() { All = old })
	All = append(slices.Clone(old), claims)
	for name, c := range map[string]struct{ file, data, want string }{
		"by extension":                  {"page.txt", "plain", "text"},
		"in capitals":                   {"PAGE.TXT", "plain", "text"},
		"without extension":             {"page", "plain", "text"},
		"of an unknown extension":       {"page.xyz", "plain", "text"},
		"Markdown":                      {"page.md", "# Title", "text"},
		"by the extension of a format":  {"page.c", "plain", "claims"},
		"content goes before the name":  {"page.txt", "!c", "claims"},
		"of no bytes":                   {"page.txt", "", "text"},
		"UTF-16, which begins with FF":  {"page.txt", "\xff\xfe\xe9\x00t\x00", "text"},
		"Latin-1, which is no picture":  {"page.txt", "\xe9\xe8\xea", "text"},
		"a word that begins like a tag": {"page.txt", "<htm", "text"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Pick(c.file, []byte(c.data))
			require.NoError(t, err)
			require.Equal(t, c.want, f.Name)
		})
	}
}

func TestPickNamesWhatIsNotRead(t *testing.T) {
	for data, want := range map[string]string{
		"%PDF-1.7\n\xe2":                        "a PDF: this format is not read, save it as plain text",
		"PK\x03\x04\x00":                        "a zip archive or office document",
		"\x1f\x8b\x08":                          "a gzip file",
		"{\\rtf1\\ansi":                         "an RTF document",
		"\xd0\xcf\x11\xe0\xa1":                  "an old office document",
		"SQLite format 3\x00":                   "a database",
		"\ufeff\r\n <!DOCTYPE HTML>":            "an HTML page",
		"<HTML lang=en>":                        "an HTML page",
		"<?xml version=\"1.0\"?>":               "an XML file",
		"\x89PNG\r\n":                           "a picture",
		"\xff\xd8\xff\xe0":                      "a picture",
		strings.Repeat(" ", 500) + "%PDF-1.4":   "a PDF",
		"\n\n\t" + "%pdf-" + "in small letters": "a PDF",
	} {
		_, err := Pick("page.txt", []byte(data))
		require.ErrorContains(t, err, want, "%q", data)
	}
}
