package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// JSONLines opens lines of JSON, each a text with what is known of it. The lines
// that annotate reads are such.
var JSONLines = Format{
	Name:       "jsonl",
	Doc:        "JSON Lines, each a document: text (or content, body), and where there are id, title, date, lang",
	Extensions: []string{".jsonl", ".ndjson"},
	Types:      []string{"application/jsonl", "application/x-ndjson", "application/x-jsonlines"},
	Claims:     isJSONLines,
	Parts:      openJSONLines,
}

// isJSONLines looks for a first line that is a whole object. Of a line longer than
// what is looked at, its beginning must do.
func isJSONLines(in *Input) bool {
	head := bytes.TrimLeft(in.Head(), "\ufeff \t\r\n")
	line, _, whole := bytes.Cut(head, []byte("\n"))
	if !bytes.HasPrefix(line, []byte("{")) {
		return false
	}
	if whole || len(in.Head()) < headSize {
		return json.Valid(line)
	}
	return bytes.HasPrefix(bytes.TrimLeft(line[1:], " \t"), []byte(`"`))
}

func openJSONLines(in *Input, each func(Part) bool) error {
	table, err := in.table()
	if err != nil {
		return err
	}
	lines := bufio.NewReaderSize(table, headSize)
	for number := 1; ; number++ {
		line, err := readLine(lines, in.limits.MaxBytes)
		end := errors.Is(err, io.EOF)
		if err != nil && !end && !errors.Is(err, errRowTooLarge) {
			return fmt.Errorf("line %d: %w", number, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 || err != nil && !end {
			if !each(jsonPart(number, line, err)) {
				return nil
			}
		}
		if end {
			return nil
		}
	}
}

// readLine is the next line. Of one larger than most nothing is kept, and the next
// call gives the line behind it.
func readLine(r *bufio.Reader, most int64) ([]byte, error) {
	var line []byte
	var large error
	for {
		piece, err := r.ReadSlice('\n')
		if large == nil && int64(len(line)+len(piece)) > most {
			line, large = nil, fmt.Errorf("%w the %s that a source may have", errRowTooLarge, bytesOf(most))
		}
		if large == nil {
			line = append(line, piece...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			if large != nil && (err == nil || errors.Is(err, io.EOF)) {
				err = large
			}
			return line, err
		}
	}
}

// jsonPart is the document in a line, which may not have come whole.
func jsonPart(number int, line []byte, err error) Part {
	r := textRow{line: number}
	if err == nil || errors.Is(err, io.EOF) {
		err = r.parse(line)
	}
	if err != nil {
		return Part{Name: r.name(), Err: fmt.Errorf("line %d: %w", number, err)}
	}
	return r.part()
}

// parse reads the row from a line of JSON.
func (r *textRow) parse(line []byte) error {
	if at := invalidUTF8(line); at >= 0 {
		return fmt.Errorf("not UTF-8: byte 0x%02X at offset %d of the line", line[at], at)
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		return fmt.Errorf("not a JSON object: %w", err)
	}
	values := make(map[string]json.RawMessage, len(object))
	for key, value := range object {
		if lower := strings.ToLower(key); lower == key || values[lower] == nil {
			values[lower] = value
		}
	}
	if id, value := firstKey(values, columns.id); id != "" && r.string(id, value, &r.id) != nil {
		r.id = string(value) // a number is an id as good as a string
	}
	for _, column := range []struct {
		names []string
		value *string
	}{{columns.text, &r.text}, {columns.title, &r.title}, {columns.date, &r.date}, {columns.lang, &r.lang}} {
		key, value := firstKey(values, column.names)
		if key == "" && column.value == &r.text {
			return errors.New(`no "text"`)
		}
		if err := r.string(key, value, column.value); err != nil {
			return err
		}
	}
	return nil
}

// firstKey is the first of the names that an object has, with its value.
func firstKey(values map[string]json.RawMessage, names []string) (string, json.RawMessage) {
	for _, n := range names {
		if v := values[n]; v != nil && string(v) != "null" {
			return n, v
		}
	}
	return "", nil
}

// string reads a value, when there is one, that must be a string.
func (*textRow) string(key string, value json.RawMessage, to *string) error {
	if key == "" {
		return nil
	}
	if err := json.Unmarshal(value, to); err != nil {
		return fmt.Errorf("%q: not a string", key)
	}
	return nil
}
