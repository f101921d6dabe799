package source

import (
	"bytes"
	"slices"
	"strings"
)

// Mail reads messages as mail programs save them, and pages as browsers save them
// whole. The body has the name of the message; what is attached is below it.
var Mail = Format{
	Name:       "email",
	Doc:        "an e-mail: its body with subject and date, and each document attached; also a page saved as MHTML",
	Extensions: []string{".eml", ".mht", ".mhtml"},
	Types:      []string{"message/rfc822", "message/global"},
	Claims:     isMail,
	Parts:      openMail,
}

// Headers that only machines write, and those that people write above texts as
// well: telegrams have From, To, Date and Subject.
var (
	machineHeaders = []string{"mime-version", "message-id", "received", "return-path", "delivered-to", "x-mailer", "dkim-signature"}
	letterHeaders  = []string{"from", "date", "subject", "to"}
)

// isMail looks for a block of headers, some of which only machines write.
func isMail(in *Input) bool {
	machine, letter := 0, 0
	for line := range bytes.Lines(in.Head()) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		name := headerName(line)
		switch {
		case line[0] == ' ' || line[0] == '\t': // goes on with the header above
		case name == "":
			return false
		case slices.Contains(machineHeaders, name):
			machine++
		case slices.Contains(letterHeaders, name):
			letter++
		}
	}
	return machine > 0 && letter > 0
}

// headerName is the name in a header line, in lower case, or empty.
func headerName(line []byte) string {
	name, _, ok := bytes.Cut(line, []byte(":"))
	name = bytes.TrimRight(name, " \t")
	const longest = 76
	if !ok || len(name) == 0 || len(name) > longest {
		return ""
	}
	for _, c := range name {
		if c <= ' ' || c >= 0x7f {
			return ""
		}
	}
	return strings.ToLower(string(name))
}

// mended is a message without the lines in its headers that are no headers. One
// such line would hide all others from the reader.
func mended(data []byte) []byte {
	out := make([]byte, 0, len(data)+2)
	boundaries := map[string]bool{}
	head, kept, message := true, false, false // within headers; whether the last was one; whether they are those of a message in the message
	for line := range bytes.Lines(data) {
		text := bytes.TrimRight(line, "\r\n\t ")
		switch {
		case !head:
			if bytes.HasPrefix(text, []byte("--")) && boundaries[string(text[2:])] {
				head, kept, message = true, false, false
			}
		case len(text) == 0:
			head, kept, message = message, false, false
		case line[0] == ' ' || line[0] == '\t':
			if !kept {
				continue
			}
		default:
			if kept = headerName(text) != ""; !kept {
				continue
			}
		}
		if head && len(text) > 0 {
			if b := boundary(string(text)); b != "" {
				boundaries[b] = true
			}
			message = message || headerName(text) == "content-type" && bytes.Contains(bytes.ToLower(text), []byte("message/"))
		}
		out = append(out, line...)
	}
	if head { // a message without a body must end its headers all the same
		out = append(out, "\n\n"...)
	}
	return out
}

// boundary is what a header says separates the parts, or empty.
func boundary(header string) string {
	i := strings.Index(strings.ToLower(header), "boundary")
	if i < 0 || i+len("boundary") > len(header) {
		return ""
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(header[i+len("boundary"):], " \t\r\n"), "=")
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(rest, " \t\r\n")
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		rest, _, _ = strings.Cut(quoted, `"`)
		return strings.TrimRight(rest, " \t")
	}
	if end := strings.IndexAny(rest, "; \t\r\n"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}
