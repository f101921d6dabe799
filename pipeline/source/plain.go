package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// PlainText reads text and Markdown: UTF-8 with or without a byte order mark,
// and UTF-16 with one.
var PlainText = Format{
	Name:       "text",
	Doc:        "plain text and Markdown, in UTF-8 or in UTF-16 with a byte order mark",
	Extensions: []string{".txt", ".text", ".md", ".markdown", ""},
	Read:       readPlain,
}

// ErrEmpty says that a source holds no text at all.
var ErrEmpty = errors.New("empty: no text to read")

func readPlain(data []byte) (*Text, error) {
	t, err := decode(data)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(strings.TrimPrefix(t.Content, "\ufeff")) == "" {
		return nil, ErrEmpty
	}
	t.Title = firstLine(t.Content)
	return t, nil
}

func decode(data []byte) (*Text, error) {
	for _, w := range wides {
		if bytes.HasPrefix(data, []byte(w.mark)) {
			content, err := w.decode(data[len(w.mark):])
			return &Text{Content: content, Encoding: w.name}, err
		}
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return nil, fmt.Errorf("binary file: zero byte at offset %d", at)
	}
	if at := invalidUTF8(data); at >= 0 {
		return nil, fmt.Errorf("not UTF-8: byte 0x%02X at offset %d, line %d", data[at], at, lineOf(data[:at]))
	}
	return &Text{Content: string(data), Encoding: "utf-8"}, nil
}

// invalidUTF8 is the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return -1
}

// lineOf is the number, from 1, of the line that comes after before. A line ends
// with LF, CR LF or a lone CR.
func lineOf(before []byte) int {
	return 1 + bytes.Count(before, []byte("\n")) + bytes.Count(before, []byte("\r")) - bytes.Count(before, []byte("\r\n"))
}

// firstLine is the text's first line when it reads like a title: short, and
// not a sentence.
func firstLine(s string) string {
	line := strings.TrimLeft(s, "\ufeff \t\r\n")
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	line = strings.TrimSpace(strings.TrimLeft(line, "#= "))
	if utf8.RuneCountInString(line) > 120 || strings.HasSuffix(line, ".") || strings.HasSuffix(line, ",") {
		return ""
	}
	return line
}
