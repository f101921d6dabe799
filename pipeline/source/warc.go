package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"
)

// WARC opens what crawlers store: the pages they got, and the texts that were made
// of them (WET). The files are mostly packed with gzip record by record.
var WARC = Format{
	Name:       "warc",
	Doc:        "a web archive (WARC, WET): each page that was there, and each text made of one; redirects, errors and pictures are passed over",
	Extensions: []string{".warc", ".wet"},
	Types:      []string{"application/warc", "application/x-warc"},
	Claims:     func(in *Input) bool { return begins(in, "WARC/0.", "WARC/1.") },
	Parts:      openWARC,
}

// A record is one entry of a web archive.
type record struct {
	headers map[string]string // by name in lower case
	content *bounded
}

func openWARC(in *Input, each func(Part) bool) error {
	at := &offsetReader{r: in.Stream()}
	r := bufio.NewReaderSize(at, headSize)
	for {
		rec, err := nextRecord(r)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errNoRecord): // what follows may be sound
			where := at.at - int64(r.Buffered())
			if !each(Part{Name: fmt.Sprintf("offset %d", where), Err: fmt.Errorf("warc: %w, before offset %d", err, where)}) {
				return nil
			}
			continue
		case err != nil:
			return fmt.Errorf("warc: %w at offset %d", plainly(err), at.at)
		}
		more := rec.give(in, each)
		if !more || rec.content.short {
			return nil
		}
	}
}

var errNoRecord = errors.New("damaged: no record where one must begin")

// longestHeader is the size in bytes of the longest line of a record's header.
const longestHeader = 1 << 20

// nextRecord reads the header of the next record. When there is none where one must
// be, it says so and stands at the next line.
func nextRecord(r *bufio.Reader) (*record, error) {
	line, err := headerLine(r)
	for err == nil && line == "" {
		line, err = headerLine(r)
	}
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(line, "WARC/") {
		return nil, skipTo(r, "WARC/")
	}
	rec := &record{headers: map[string]string{}}
	if err := readHeaders(r, rec.headers); err != nil {
		return nil, err
	}
	n, err := strconv.ParseInt(rec.headers["content-length"], 10, 64)
	if err != nil || n < 0 {
		return nil, skipTo(r, "WARC/")
	}
	rec.content = &bounded{r: r, left: n}
	return rec, nil
}

// skipTo passes over lines until one begins with a word, and is errNoRecord, or why
// there is none.
func skipTo(r *bufio.Reader, word string) error {
	for {
		if head, _ := r.Peek(len(word)); string(head) == word {
			return errNoRecord
		}
		if _, err := r.ReadSlice('\n'); err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			if errors.Is(err, io.EOF) {
				return errNoRecord
			}
			return err
		}
	}
}

// headerLine is a line without its end. The end of the file is an error only where
// nothing stands before it.
func headerLine(r *bufio.Reader) (string, error) {
	line, err := readLine(r, longestHeader)
	if errors.Is(err, io.EOF) && len(line) > 0 {
		err = nil
	}
	return strings.TrimRight(string(line), "\r\n"), err
}

// readHeaders reads lines of names and values up to an empty one.
func readHeaders(r *bufio.Reader, headers map[string]string) error {
	for n := 0; ; n++ {
		line, err := headerLine(r)
		if errors.Is(err, io.EOF) {
			return io.ErrUnexpectedEOF
		}
		if err != nil || line == "" {
			return err
		}
		const most = 1000
		if name := headerName([]byte(line)); name != "" && n < most {
			_, value, _ := strings.Cut(line, ":")
			headers[name] = first(headers[name], value)
		}
	}
}

// give gives the record when it holds a page or a text, and what is missing of it.
func (rec *record) give(in *Input, each func(Part) bool) bool {
	name := strings.Trim(first(rec.headers["warc-target-uri"], rec.headers["warc-record-id"], "record"), "<>")
	soft := &softened{}
	if p := rec.payload(name); p != nil && !rec.open(in, name, p, soft, each) {
		return false
	}
	_, err := io.Copy(io.Discard, rec.content)
	reason := rec.headers["warc-truncated"]
	switch {
	case reason != "" && !rec.content.short:
		err = fmt.Errorf("truncated when it was fetched (%s): the rest of the page is not there", clip(reason))
	case err == nil && (rec.content.short || soft.cut):
		err = errTruncated
	}
	return err == nil || each(Part{Name: name + " (rest)", Err: err})
}

// open gives the document in a record.
func (rec *record) open(in *Input, name string, p *payload, soft *softened, each func(Part) bool) bool {
	soft.r = p.body
	inner := in.inside(pathOf(name), soft)
	if p.packed {
		inner = in.inside(pathOf(name), in.unpack(soft))
	}
	inner.Type, inner.Charset, inner.Fetched = p.kind, p.charset, day(rec.headers["warc-date"])
	return each(Part{Name: name, In: inner})
}

// pathOf is the last element of an address, whose extension may tell a format.
func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" {
		return ""
	}
	return path.Base(u.Path)
}

// A bounded reader gives the content of a record, and knows whether the file ended
// before it.
type bounded struct {
	r     io.Reader
	left  int64
	short bool
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left == 0 || b.short {
		return 0, io.EOF
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if b.left > 0 && (errors.Is(err, io.EOF) || errors.Is(err, errTruncated)) {
		b.short, err = true, io.EOF
	}
	return n, err
}

// A softened reader gives what is there of something cut, and tells that it is.
type softened struct {
	r   io.Reader
	cut bool
}

func (s *softened) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, errTruncated) {
		s.cut, err = true, io.EOF
	}
	return n, err
}

// chunked reads a body that was sent in chunks, each below its size (RFC 9112).
type chunked struct {
	r    *bufio.Reader
	left int64
	end  bool
}

// isChunked reports whether a body is in chunks; some archives keep the header but
// not the chunks.
func isChunked(r *bufio.Reader) bool {
	const longestSize = 64
	head, _ := r.Peek(longestSize)
	line, _, ok := bytes.Cut(head, []byte("\n"))
	_, err := chunkSize(string(line))
	return ok && err == nil
}

func chunkSize(line string) (int64, error) {
	size, _, _ := strings.Cut(line, ";")
	return strconv.ParseInt(strings.TrimSpace(size), 16, 48)
}

func (c *chunked) Read(p []byte) (int, error) {
	for c.left == 0 && !c.end {
		line, err := headerLine(c.r)
		if errors.Is(err, io.EOF) {
			return 0, io.ErrUnexpectedEOF
		}
		if err != nil {
			return 0, err
		}
		if line == "" { // the end of the chunk before
			continue
		}
		if c.left, err = chunkSize(line); err != nil || c.left < 0 {
			return 0, errors.New("damaged: a chunk without its size")
		}
		c.end = c.left == 0
	}
	if c.end {
		return 0, io.EOF
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	if c.left -= int64(n); errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}
