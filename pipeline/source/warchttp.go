package source

import (
	"bufio"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"mime"
	"strings"
)

// A payload is the document in a record.
type payload struct {
	kind, charset string
	body          io.Reader
	packed        bool // whether body unpacks it
}

// payload is the document that a record holds, or nil when it holds none: requests,
// descriptions, answers without a page, pictures and what else has no words.
func (rec *record) payload(name string) *payload {
	p := &payload{body: rec.content}
	p.kind, p.charset = contentType(rec.headers["content-type"])
	switch rec.headers["warc-type"] {
	case "conversion":
		p.kind = first(p.kind, "text/plain")
	case "resource":
		if strings.HasPrefix(name, "metadata:") {
			return nil
		}
	case "response":
		if p.kind == "application/http" || p.kind == "" {
			p = httpAnswer(rec.content)
		}
	default:
		return nil
	}
	if p == nil || wordlessType(p.kind) {
		return nil
	}
	return p
}

// wordlessType reports whether a media type is one of what pages are dressed with,
// or of data.
func wordlessType(kind string) bool {
	switch kind {
	case "application/json", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml", "text/dns", "application/ld+json",
		"application/wasm", "application/font-woff", "application/vnd.ms-fontobject", "application/manifest+json", "text/x-javascript":
		return true
	}
	return dress(kind, true)
}

// httpAnswer reads the headers of an answer and unwraps its body; it is nil for one
// that says that there is no page.
func httpAnswer(content io.Reader) *payload {
	r := bufio.NewReaderSize(content, headSize)
	status, err := headerLine(r)
	_, code, _ := strings.Cut(status, " ")
	if err != nil || !strings.HasPrefix(status, "HTTP/") || !strings.HasPrefix(strings.TrimSpace(code), "2") {
		return nil
	}
	headers := map[string]string{}
	if readHeaders(r, headers) != nil {
		return nil
	}
	p := &payload{body: r}
	p.kind, p.charset = contentType(headers["content-type"])
	if strings.Contains(strings.ToLower(headers["transfer-encoding"]), "chunked") && isChunked(r) {
		r = bufio.NewReaderSize(&chunked{r: r}, headSize)
		p.body = r
	}
	p.unpack(r, strings.ToLower(headers["content-encoding"]))
	return p
}

// unpack undoes the packing that a body was sent with. Some archives keep the header
// but not the packing, so that the bytes decide.
func (p *payload) unpack(r *bufio.Reader, encoding string) {
	head, _ := r.Peek(2)
	var z io.Reader
	var err error
	switch {
	case encoding == "" || encoding == "identity":
		return
	case len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b:
		z, err = gzip.NewReader(r)
	case encoding == "deflate" && len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8+int(head[1]))%31 == 0:
		z, err = zlib.NewReader(r)
	case encoding == "br" || encoding == "zstd":
		err = errors.New("packed in a way that is not read")
	default:
		return
	}
	if err != nil {
		z = failing{err}
	}
	p.body, p.packed = located{z, encoding, new(int64)}, true
}

// failing is a reader of what cannot be read.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// contentType is a media type in lower case, and the character set declared with it.
func contentType(value string) (kind, set string) {
	kind, params, err := mime.ParseMediaType(value)
	if err != nil {
		kind, _, _ = strings.Cut(value, ";")
	}
	return strings.ToLower(strings.TrimSpace(kind)), params["charset"]
}
