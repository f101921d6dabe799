package source

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// columns are the names, in lower case, under which tables of texts hold what is
// read of them. Of several in one table the first in this list is taken.
var columns = struct{ text, id, title, date, lang []string }{
	text:  []string{"text", "content", "body", "full_text", "fulltext"},
	id:    []string{"id", "doc_id", "docid", "document", "url"},
	title: []string{"title", "headline", "subject"},
	date:  []string{"date", "written", "published", "date_published", "publication_date"},
	lang:  []string{"lang", "language"},
}

// A textRow is one document of a table, as it stands there.
type textRow struct {
	line                        int // in the table, from 1, where its text begins
	id, text, title, date, lang string
}

// name is what the row is called: its id, or its line.
func (r textRow) name() string {
	return cmp.Or(strings.TrimSpace(r.id), fmt.Sprintf("line %d", r.line))
}

// part is the row as a document, or what is wrong with it.
func (r textRow) part() Part {
	text, err := r.read()
	if err != nil {
		return Part{Name: r.name(), Err: fmt.Errorf("line %d: %w", r.line, err)}
	}
	return Part{Name: r.name(), Text: text}
}

func (r textRow) read() (*Text, error) {
	if strings.TrimSpace(r.text) == "" {
		return nil, ErrEmpty
	}
	content, encoding, err := encoded{}.decode([]byte(r.text))
	if err != nil {
		return nil, err
	}
	written, err := writtenOn(r.date)
	return &Text{
		Content: content, Encoding: encoding, Title: title(r.title), Language: language(r.lang), Created: written, Written: written,
	}, err
}

// writtenOn is the day of a date column. One that cannot be read is an error: the
// words "last week" would be dated wrongly, or not at all, without anyone knowing.
func writtenOn(value string) (string, error) {
	if value = strings.TrimSpace(value); value == "" {
		return "", nil
	}
	if t, err := time.Parse(time.DateOnly, value); err == nil {
		return t.Format(time.DateOnly), nil
	}
	if d := day(value); d != "" {
		return d, nil
	}
	return "", fmt.Errorf("date %q: want one like 2019-10-07", clip(value))
}

// clip is the beginning of what a source says, short enough for a message.
func clip(s string) string {
	const longest = 60
	s = strings.ToValidUTF8(s, "\ufffd")
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return s
}

// title is a title on one line, in valid UTF-8.
func title(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
	return strings.Join(strings.Fields(s), " ")
}

// table is the content of a table: as it is, where line ends and separators are
// single bytes, or from UTF-16, which some programs save tables in.
func (in *Input) table() (io.Reader, error) {
	head := in.Head()
	for _, w := range wides {
		if !bytes.HasPrefix(head, []byte(w.mark)) {
			continue
		}
		data, err := in.Data()
		if err != nil {
			return nil, err
		}
		content, err := w.decode(data[len(w.mark):], len(w.mark))
		return strings.NewReader(content), err
	}
	r := in.Stream()
	if mark := []byte("\ufeff"); bytes.HasPrefix(head, mark) {
		if _, err := io.ReadFull(r, make([]byte, len(mark))); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// errRowTooLarge says that a row is larger than a document may be.
var errRowTooLarge = errors.New("a row larger than")

// A rowReader fails when a row grows larger than a document may be. What reads
// rows from it tells where each begins.
type rowReader struct {
	r         io.Reader
	max, read int64
}

func (m *rowReader) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if m.read += int64(n); m.read > m.max+headSize && err == nil {
		err = fmt.Errorf("%w the %s that a source may have", errRowTooLarge, bytesOf(m.max))
	}
	return n, err
}

func (m *rowReader) next() { m.read = 0 }

// pick is the index in names, which are in lower case, of the first of wanted that
// is there, or -1.
func pick(names, wanted []string) int {
	for _, w := range wanted {
		if i := slices.Index(names, w); i >= 0 {
			return i
		}
	}
	return -1
}
