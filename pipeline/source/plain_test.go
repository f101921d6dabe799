package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestPlainText(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want Text
	}{
		"UTF-8":                       {"Title\n\nÜber alles.", Text{Content: "Title\n\nÜber alles.", Encoding: "utf-8", Title: "Title"}},
		"UTF-8 with a mark":           {"\xef\xbb\xbfTitle\nText.", Text{Content: "\ufeffTitle\nText.", Encoding: "utf-8", Title: "Title"}},
		"UTF-16, little end first":    {"\xff\xfeT\x00\xe9\x00\n\x00x\x00", Text{Content: "Té\nx", Encoding: "utf-16le", Title: "Té"}},
		"UTF-16, big end first":       {"\xfe\xff\x00T\x00\xe9\x00\n\x00x", Text{Content: "Té\nx", Encoding: "utf-16be", Title: "Té"}},
		"UTF-16 outside the plane":    {"\xff\xfe\x3d\xd8\x00\xde", Text{Content: "😀", Encoding: "utf-16le", Title: "😀"}},
		"lines that end in CR LF":     {"Title\r\n\r\nText.\r\n", Text{Content: "Title\r\n\r\nText.\r\n", Encoding: "utf-8", Title: "Title"}},
		"lines that end in CR":        {"Title\rText.\r", Text{Content: "Title\rText.\r", Encoding: "utf-8", Title: "Title"}},
		"a title behind blank lines":  {"\r\n \n  Title  \nText.", Text{Content: "\r\n \n  Title  \nText.", Encoding: "utf-8", Title: "Title"}},
		"a title in Markdown":         {"## Title\nText.", Text{Content: "## Title\nText.", Encoding: "utf-8", Title: "Title"}},
		"a sentence is no title":      {"It rained.\nText.", Text{Content: "It rained.\nText.", Encoding: "utf-8", Title: ""}},
		"half a sentence is no title": {"In the year 1992,\nTitle", Text{Content: "In the year 1992,\nTitle", Encoding: "utf-8", Title: ""}},
		"a paragraph is no title":     {strings.Repeat("ж", 121), Text{Content: strings.Repeat("ж", 121), Encoding: "utf-8", Title: ""}},
		"one line of 120 letters":     {strings.Repeat("ж", 120), Text{Content: strings.Repeat("ж", 120), Encoding: "utf-8", Title: strings.Repeat("ж", 120)}},
		"a replacement character":     {"a\ufffdb", Text{Content: "a\ufffdb", Encoding: "utf-8", Title: "a\ufffdb"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := readAs(PlainText, c.data)
			require.NoError(t, err)
			require.Equal(t, c.want, *got)
		})
	}
}

func TestPlainTextRefuses(t *testing.T) {
	for data, want := range map[string]string{
		"":                              "empty: no text to read",
		" \r\n\t\n":                     "empty: no text to read",
		"\xef\xbb\xbf\n":                "empty: no text to read",
		"\xff\xfe":                      "empty: no text to read",
		"a\x00b":                        "binary file: zero byte at offset 1",
		"one\ntwo\xff":                  "not UTF-8: byte 0xFF at offset 7, line 2",
		"ein – wie \r\nes \xe9 ist … “": "not UTF-8: byte 0xE9 at offset 17, line 2",
		"one\rtwo\xff":                  "not UTF-8: byte 0xFF at offset 7, line 2",
		"cut in a letter \xd0":          "not UTF-8: byte 0xD0 at offset 16, line 1",
		"a surrogate \xed\xa0\x80":      "not UTF-8: byte 0xED at offset 12, line 1",
		"an overlong \xc0\xaf":          "not UTF-8: byte 0xC0 at offset 12, line 1",
		"\xff\xfea\x00b":                "utf-16le: odd number of bytes: 5",
		"\xff\xfea\x00\x3d\xd8b\x00":    "utf-16le: half a character at offset 4, line 1",
		"\xfe\xff\x00\n\xde\x00\x00b":   "utf-16be: half a character at offset 4, line 2",
		"\xff\xfea\x00\x00\x00b\x00":    "binary file: zero character at offset 4",
		"\xff\xfe\xfd\xff\x00\xdcb\x00": "utf-16le: half a character at offset 4, line 1",
	} {
		_, err := readAs(PlainText, data)
		require.EqualError(t, err, want, "%q", data)
	}
	_, err := readAs(PlainText, " ")
	require.ErrorIs(t, err, ErrEmpty)
}

func FuzzPlainText(f *testing.F) {
	for _, s := range []string{"Title\r\nText", "\xff\xfea\x00\x3d\xd8", "\xfe\xff\xd8\x3d\xde\x00", "\xef\xbb\xbfx", "a\x00", "\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := readAs(PlainText, string(data))
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		require.True(t, utf8.ValidString(got.Content))
		require.NotContains(t, got.Content, "\x00")
		require.NotContains(t, got.Title, "\n")
		require.Contains(t, got.Content, got.Title)
	})
}
