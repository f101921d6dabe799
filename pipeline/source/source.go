// Package source reads files: from bytes of any format to text and what the
// file says about itself.
//
// Each format is a value of type Format in All, one file each. A format is
// chosen by content before extension, because saved pages lie about their names.
// A format either reads a document or opens what holds several: an archive, a
// mailbox, a table of texts. Walk goes through a source to its documents, however
// they are packed, one at a time and within Limits.
package source

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Format reads one kind of file. It has either Read or Parts.
type Format struct {
	Name       string
	Doc        string
	Extensions []string                                    // lower case, with the dot
	Types      []string                                    // media types that name it, lower case
	Claims     func(in *Input) bool                        // whether the content can only be this format; nil to go by type and extension
	Read       func(in *Input) (*Text, error)              // reads a document; errors name the place and the cause
	Parts      func(in *Input, each func(Part) bool) error // gives what the file holds, in its order, until each returns false
}

// A Text is what a document holds.
type Text struct {
	Content  string  // valid UTF-8; mentions point into it
	Encoding string  // of the source, as the WHATWG names it: "utf-8", "utf-16le"
	Title    string  // empty when the source names none
	Language string  // BCP 47; empty when the source does not say
	Created  string  // "2006-01-02"; empty when the source does not say
	Updated  string  // "2006-01-02"
	Marks    []Mark  // where the source's own divisions begin, in the order of the text; nil where it has lines only
	Written  string  // the day from which the words count "today", "2006-01-02"; empty where the source's dates are only those of a file
	Lost     []error // what of the document could not be read, each with its place; the rest is in Content
	Fetched  string  // the day on which it was got from where it stood, "2006-01-02"; says nothing about its words
}

// A Part is one thing that a file holds: a file to be read in its turn, a text
// that is read already, or the reason why neither can be had.
type Part struct {
	Name string // below the name of what holds it; empty for its only content
	In   *Input
	Text *Text
	Err  error
}

// All lists the formats in the order in which they are asked.
var All = []Format{Gzip, DOCX, ODT, RTF, Zip, Tar, PDF, WARC, HTML, Mbox, Mail, JSONLines, CSV, Markdown, PlainText}

// unread are the beginnings of formats that are told apart only to be refused
// with their name, instead of being read as text they are not.
var unread = []struct{ begins, name string }{
	{"PK\x03\x04", "a zip archive or office document"},
	{"PK\x05\x06", "a zip archive"},
	{"\x1f\x8b", "a gzip file"},
	{"BZh", "a bzip2 file"},
	{"\xfd7zXZ", "an xz file"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
	{"Rar!\x1a", "a RAR archive"},
	{"\x28\xb5\x2f\xfd", "a zstd file"},
	{"\xd0\xcf\x11\xe0", "an old office document, or one protected by a password"},
	{"SQLite format 3", "a database"},
	{"<!doctype html", "an HTML page"},
	{"<html", "an HTML page"},
	{"<?xml", "an XML file"},
	{"<svg", "a picture"},
	{"\x89PNG", "a picture"},
	{"GIF8", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"\x7fELF", "a program"},
}

// wordless are extensions of text files that hold no words to read.
var wordless = map[string]string{
	".css": "a style sheet", ".js": "a script", ".mjs": "a script", ".svg": "a picture", ".png": "a picture",
	".gif": "a picture", ".jpg": "a picture", ".jpeg": "a picture", ".webp": "a picture", ".ico": "a picture",
	".woff": "a font", ".woff2": "a font", ".ttf": "a font",
	".json": "a JSON document that is not JSON Lines",
}

// Pick chooses the format of a file by its content, then by what encloses it
// declares, then by its name.
func Pick(in *Input) (Format, error) {
	for _, f := range All {
		if f.Claims != nil && f.Claims(in) {
			return f, nil
		}
	}
	head := in.Head()
	head = bytes.TrimLeft(head[:min(len(head), 512)], "\ufeff \t\r\n")
	for _, u := range unread {
		if n := len(u.begins); len(head) >= n && sameLetters(head[:n], u.begins) {
			return Format{}, fmt.Errorf("%s: this format is not read, save it as plain text", u.name)
		}
	}
	ext := strings.ToLower(path.Ext(in.Name))
	if what, ok := wordless[ext]; ok {
		return Format{}, fmt.Errorf("%s: this format is not read", what)
	}
	if in.Type != "" {
		for _, f := range All {
			if slices.Contains(f.Types, in.Type) {
				return f, nil
			}
		}
	}
	for _, f := range All {
		if slices.Contains(f.Extensions, ext) {
			return f, nil
		}
	}
	return PlainText, nil
}

// begins reports whether the content begins like one of the words, whatever the
// case of ASCII letters, behind blanks and a byte order mark.
func begins(in *Input, words ...string) bool {
	head := bytes.TrimLeft(in.Head(), "\ufeff \t\r\n")
	return slices.ContainsFunc(words, func(w string) bool { return len(head) >= len(w) && sameLetters(head[:len(w)], w) })
}

// sameLetters compares byte by byte, ASCII letters whatever their case. Bytes that
// are no text must not be compared as text: all of them would be alike.
func sameLetters(a []byte, b string) bool {
	for i, c := range a {
		if lower(c) != lower(b[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// Validate reports the first fault in the list of formats.
func Validate() error {
	names, extensions := map[string]bool{}, map[string]bool{}
	for _, f := range All {
		switch {
		case f.Name == "" || f.Doc == "" || (f.Read == nil) == (f.Parts == nil):
			return fmt.Errorf("source %q: name, doc and either read or parts are required", f.Name)
		case strings.ContainsAny(f.Name, " ,"):
			return fmt.Errorf("source %q: the name is no word", f.Name)
		case names[f.Name]:
			return fmt.Errorf("source %q is listed twice", f.Name)
		case f.Claims == nil && len(f.Extensions) == 0:
			return fmt.Errorf("source %q can never be picked: it has no extensions and claims no content", f.Name)
		}
		names[f.Name] = true
		for _, e := range f.Extensions {
			if e != strings.ToLower(e) || e != "" && e[0] != '.' || extensions[e] || wordless[e] != "" {
				return fmt.Errorf("source %q: extension %q: want lower case with the dot, and no other source's", f.Name, e)
			}
			extensions[e] = true
		}
	}
	return nil
}
