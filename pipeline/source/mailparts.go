package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"path"
	"strings"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/textproto"
)

// deepestMail is how deep parts of a message may lie in parts. Chains of answers
// attached to answers reach ten.
const deepestMail = 32

var (
	errMailDepth = fmt.Errorf("lies in more than %d parts of a message", deepestMail)
	errEncrypted = errors.New("encrypted: it cannot be read without its key")
)

func openMail(in *Input, each func(Part) bool) error {
	data, err := in.Data()
	if err != nil {
		return err
	}
	e, err := message.Read(bytes.NewReader(mended(data)))
	if e == nil {
		return fmt.Errorf("email: %w", plainly(err))
	}
	m := &mailReader{in: in, names: map[string]int{}}
	m.message("", e, 0)
	for _, p := range m.parts {
		if !each(p) {
			break
		}
	}
	return nil
}

// A mailReader collects what a message holds.
type mailReader struct {
	in    *Input
	parts []Part
	names map[string]int // of the parts so far
	cut   bool           // whether it was said that the message ends too early
}

// A letter is a message that is being read: its body so far, and its name, which
// is empty for the outermost.
type letter struct {
	name string
	body []*Text
}

// message reads a message, itself maybe within another.
func (m *mailReader) message(name string, e *message.Entity, depth int) {
	at := len(m.parts)
	l := &letter{name: name}
	m.entity(l, e, depth, "")
	if t := l.text(e.Header); t != nil {
		m.parts = append(m.parts, Part{})
		copy(m.parts[at+1:], m.parts[at:])
		m.parts[at] = Part{Name: name, Text: t}
	}
}

// fail reports what cannot be read. That a message is cut is seen in each part that
// holds the cut one, and said once.
func (m *mailReader) fail(l *letter, name string, err error) {
	if errors.Is(err, errTruncated) {
		if m.cut {
			return
		}
		m.cut = true
	}
	m.parts = append(m.parts, Part{Name: m.below(l, name), Err: err})
}

// below is the name of a part of a letter.
func (m *mailReader) below(l *letter, name string) string {
	if l.name != "" {
		name = l.name + "/" + name
	}
	return unique(m.names, name)
}

// entity reads one part of a letter; holder is the media type of what holds it.
func (m *mailReader) entity(l *letter, e *message.Entity, depth int, holder string) {
	kind, params := mediaType(e.Header)
	switch {
	case depth > deepestMail:
		m.fail(l, "part", errMailDepth)
	case kind == "multipart/encrypted", strings.HasSuffix(kind, "pkcs7-mime") && params["smime-type"] != "signed-data":
		m.fail(l, "body", errEncrypted)
	case kind == "multipart/alternative":
		m.alternative(l, e, depth)
	case strings.HasPrefix(kind, "multipart/"):
		m.multipart(e, func(child *message.Entity) { m.entity(l, child, depth+1, kind) }, func(err error) { m.fail(l, "rest", err) })
	case kind == "message/rfc822", kind == "message/global":
		m.nested(l, e, depth)
	default:
		m.leaf(l, e, leaf{kind, params["charset"], fileName(e.Header, params), holder, isFlowed(params)})
	}
}

// multipart gives the parts of a part.
func (m *mailReader) multipart(e *message.Entity, each func(*message.Entity), fail func(error)) {
	r := textproto.NewMultipartReader(e.Body, boundary(e.Header.Get("Content-Type")))
	for {
		p, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			if strings.HasSuffix(err.Error(), ": EOF") { // the library hides which error it was
				err = io.ErrUnexpectedEOF
			}
			fail(fmt.Errorf("email: %w", plainly(err)))
			return
		}
		child, _ := message.New(message.Header{Header: p.Header}, p) // unknown encodings are read as they are
		each(child)
	}
}

// alternative reads parts that say the same in several ways, and keeps the one that
// says it best: plain words when they are all there, else the page.
func (m *mailReader) alternative(l *letter, e *message.Entity, depth int) {
	var best []*Text
	m.multipart(e, func(child *message.Entity) {
		way := &letter{name: l.name}
		m.entity(way, child, depth+1, "multipart/alternative")
		if best == nil || weight(way.body)*9 > weight(best)*10 {
			best = way.body
		}
	}, func(err error) { m.fail(l, "rest", err) })
	l.body = append(l.body, best...)
}

// weight is how much texts say, in letters and digits.
func weight(texts []*Text) int {
	n := 0
	for _, t := range texts {
		n += len(skeleton(t.Content))
	}
	return n
}

// nested reads a message that is part of another.
func (m *mailReader) nested(l *letter, e *message.Entity, depth int) {
	_, params := mediaType(e.Header)
	name := first(fileName(e.Header, params), "message.eml")
	inner, err := message.Read(e.Body)
	if inner == nil {
		m.fail(l, name, fmt.Errorf("email: %w", plainly(err)))
		return
	}
	m.message(m.below(l, name), inner, depth+1)
}

// mediaType is the type that a header declares, in lower case, with its parameters
// as far as they can be read.
func mediaType(h message.Header) (string, map[string]string) {
	kind, params, err := h.ContentType()
	if err != nil {
		kind, _, _ = strings.Cut(kind, ";")
	}
	return strings.ToLower(strings.TrimSpace(kind)), params
}

// fileName is the last element of the name that a part's header gives it.
func fileName(h message.Header, params map[string]string) string {
	_, disposition, _ := h.ContentDisposition()
	name := header(first(disposition["filename"], params["name"], h.Get("Content-Location")))
	if name == "" {
		return ""
	}
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" || name == ".." {
		return ""
	}
	return name
}

// header is the text of a header, whatever character sets its words are in.
func header(value string) string {
	words := mime.WordDecoder{CharsetReader: func(set string, r io.Reader) (io.Reader, error) {
		enc, _ := named(set)
		if enc == nil {
			return nil, fmt.Errorf("unknown character set %s", set)
		}
		return enc.NewDecoder().Reader(r), nil
	}}
	if decoded, err := words.DecodeHeader(value); err == nil {
		value = decoded
	}
	if content, _, err := (encoded{lenient: true}).decode([]byte(value)); err == nil {
		value = content
	}
	return title(value)
}

func isFlowed(params map[string]string) bool { return strings.EqualFold(params["format"], "flowed") }
