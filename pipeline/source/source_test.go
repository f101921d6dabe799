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
		for _, e := range f.Extensions {
			require.Equal(t, strings.ToLower(e), e, f.Name)
			require.True(t, e == "" || e[0] == '.', "%s: extension %q", f.Name, e)
		}
	}
}

func TestValidateFindsFaults(t *testing.T) {
	old := All
	t.Cleanup(func() { All = old })
	read := func(*Input) (*Text, error) { return nil, ErrEmpty }
	for fault, f := range map[string]Format{
		`source "": name`:                       {Doc: "d", Read: read},
		`source "x": name, doc`:                 {Name: "x", Read: read},
		`source "y": name, doc and either read`: {Name: "y", Doc: "d"},
		`source "text" is listed twice`:         PlainText,
		`source "w": extension "TXT"`:           {Name: "w", Doc: "d", Read: read, Extensions: []string{"TXT"}},
		`source "v": extension ".TXT"`:          {Name: "v", Doc: "d", Read: read, Extensions: []string{".TXT"}},
		`source "u": extension ".txt"`:          {Name: "u", Doc: "d", Read: read, Extensions: []string{".txt"}},
		`source "t" can never be picked`:        {Name: "t", Doc: "d", Read: read},
		`source "a b": the name is no word`:     {Name: "a b", Doc: "d", Read: read},
	} {
		All = append(slices.Clone(old), f)
		require.ErrorContains(t, Validate(), fault)
	}
}

func TestPick(t *testing.T) {
	claims := Format{
		Name: "claims", Doc: "d", Extensions: []string{".c"}, Claims: func(in *Input) bool { return strings.HasPrefix(string(in.Head()), "!c") },
		Read: func(*Input) (*Text, error) { return nil, ErrEmpty },
	}
	old := All
	t.Cleanup(func() { All = old })
	All = append(slices.Clone(old), claims)
	for name, c := range map[string]struct{ file, data, want string }{
		"by extension":                  {"page.txt", "plain", "text"},
		"in capitals":                   {"PAGE.TXT", "plain", "text"},
		"without extension":             {"page", "plain", "text"},
		"of an unknown extension":       {"page.xyz", "plain", "text"},
		"Markdown":                      {"page.md", "# Title", "markdown"},
		"by the extension of a format":  {"page.c", "plain", "claims"},
		"content goes before the name":  {"page.txt", "!c", "claims"},
		"of no bytes":                   {"page.txt", "", "text"},
		"UTF-16, which begins with FF":  {"page.txt", "\xff\xfe\xe9\x00t\x00", "text"},
		"Latin-1, which is no picture":  {"page.txt", "\xe9\xe8\xea", "text"},
		"a word that begins like a tag": {"page.txt", "<htm", "text"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Pick(FromBytes(c.file, []byte(c.data), roomy))
			require.NoError(t, err)
			require.Equal(t, c.want, f.Name)
		})
	}
}

func TestPickNamesWhatIsNotRead(t *testing.T) {
	for data, want := range map[string]string{
		"SQLite format 3":                    "a database: this format is not read, save it as plain text",
		"\xd0\xcf\x11\xe0\xa1":               "an old office document",
		"SQLite format 3\x00":                "a database",
		"<?xml version=\"1.0\"?>":            "an XML file",
		"\x89PNG\r\n":                        "a picture",
		"\xff\xd8\xff\xe0":                   "a picture",
		strings.Repeat(" ", 500) + "\x89PNG": "a picture",
	} {
		_, err := Pick(FromBytes("page.txt", []byte(data), roomy))
		require.ErrorContains(t, err, want, "%q", data)
	}
}
