package source

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
)

// PlainText reads text in any common character set. It reads what no other
// format claims.
var PlainText = Format{
	Name:       "text",
	Doc:        "plain text, in UTF-8 or UTF-16 or in the character set that its letters look like",
	Extensions: []string{".txt", ".text", ""},
	Types:      []string{"text/plain"},
	Read:       readPlain,
}

// ErrEmpty says that a source holds no text at all.
var ErrEmpty = errors.New("empty: no text to read")

func readPlain(in *Input) (*Text, error) {
	content, name, err := in.decoded()
	if err != nil {
		return nil, err
	}
	return &Text{Content: content, Encoding: name, Title: firstLine(content)}, nil
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
