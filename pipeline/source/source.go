// Package source reads files: from bytes of any format to text and what the
// file says about itself.
//
// Each format is a value of type Format in All, one file each. A format is
// chosen by content before extension, because saved pages lie about their names.
package source

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Format reads one kind of file.
type Format struct {
	Name       string
	Doc        string
	Extensions []string                         // lower case, with the dot
	Claims     func(data []byte) bool           // whether the content can only be this format; nil to go by extension
	Read       func(data []byte) (*Text, error) // errors name the place and the cause
}

// A Text is what a source holds.
type Text struct {
	Content  string // valid UTF-8; mentions point into it
	Encoding string // of the source, as the WHATWG names it: "utf-8", "utf-16le"
	Title    string // empty when the source names none
}

// All lists the formats in the order in which they are asked.
var All = []Format{PlainText}

// unread are the beginnings of formats that are told apart only to be refused
// with their name, instead of being read as text they are not.
var unread = []struct{ begins, name string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a zip archive or office document"},
	{"\x1f\x8b", "a gzip file"},
	{"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0", "an old office document"},
	{"SQLite format 3", "a database"},
	{"<!doctype html", "an HTML page"},
	{"<html", "an HTML page"},
	{"<?xml", "an XML file"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
}

// Pick chooses the format of a file by its content, then by its name.
func Pick(name string, data []byte) (Format, error) {
	for _, f := range All {
		if f.Claims != nil && f.Claims(data) {
			return f, nil
		}
	}
	head := bytes.TrimLeft(data[:min(len(data), 512)], "\ufeff \t\r\n")
	for _, u := range unread {
		if n := len(u.begins); len(head) >= n && sameLetters(head[:n], u.begins) {
			return Format{}, fmt.Errorf("%s: this format is not read, save it as plain text", u.name)
		}
	}
	ext := strings.ToLower(path.Ext(name))
	for _, f := range All {
		if slices.Contains(f.Extensions, ext) {
			return f, nil
		}
	}
	return PlainText, nil
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
		case f.Name == "" || f.Doc == "" || f.Read == nil:
			return fmt.Errorf("source %q: name, doc and read are required", f.Name)
		case strings.ContainsAny(f.Name, " ,"):
			return fmt.Errorf("source %q: the name is no word", f.Name)
		case names[f.Name]:
			return fmt.Errorf("source %q is listed twice", f.Name)
		case f.Claims == nil && len(f.Extensions) == 0:
			return fmt.Errorf("source %q can never be picked: it has no extensions and claims no content", f.Name)
		}
		names[f.Name] = true
		for _, e := range f.Extensions {
			if e != strings.ToLower(e) || e != "" && e[0] != '.' || extensions[e] {
				return fmt.Errorf("source %q: extension %q: want lower case with the dot, and no other source's", f.Name, e)
			}
			extensions[e] = true
		}
	}
	return nil
}
