package source

import (
	"fmt"
	"io"
	"strings"

	"github.com/emersion/go-message"
)

// A leaf is what is known of a part that holds no parts.
type leaf struct {
	kind, charset, name string
	holder              string // media type of what holds it
	flowed              bool   // whether its lines are broken only for old screens
}

// leaf reads a part that holds no parts: as body, as a document of its own, or not
// at all, when it is only dress.
func (m *mailReader) leaf(l *letter, e *message.Entity, p leaf) {
	disposition, _, _ := e.Header.ContentDisposition()
	related := p.holder == "multipart/related" && len(l.body) > 0
	attached := strings.EqualFold(disposition, "attachment") || p.name != "" && !related && p.holder != "multipart/related"
	shown := e.Header.Get("Content-Id") != "" || strings.EqualFold(disposition, "inline") || p.holder == "multipart/related"
	if dress(p.kind, shown && !strings.EqualFold(disposition, "attachment")) {
		return
	}
	data, err := io.ReadAll(e.Body)
	if err != nil {
		err = fmt.Errorf("email: %w", plainly(err))
	}
	body := p.kind == "text/plain" || p.kind == "text/html" || p.kind == "application/xhtml+xml"
	switch {
	case body && !attached && !related:
		t, unread := p.read(data)
		if t != nil {
			l.body = append(l.body, t)
		}
		for _, err := range []error{unread, err} {
			if err != nil {
				m.fail(l, "rest of body", err)
			}
		}
	case err != nil:
		m.fail(l, first(p.name, "part"), err)
	case len(data) > 0:
		in := m.in.held(first(p.name, "part"), p.kind, data)
		in.Charset = p.charset
		m.parts = append(m.parts, Part{Name: m.below(l, in.Name), In: in})
	}
}

// dress reports whether a part is no document: pictures that are shown in the
// body, style, signatures, cards, calendars and reports of machines.
func dress(kind string, shown bool) bool {
	switch kind {
	case "text/css", "text/javascript", "application/javascript", "application/x-javascript", "text/calendar", "application/ics",
		"text/vcard", "text/x-vcard", "application/pgp-signature", "application/pgp-keys", "application/pkcs7-signature",
		"application/x-pkcs7-signature", "message/delivery-status", "message/disposition-notification", "text/rfc822-headers":
		return true
	}
	for _, seen := range []string{"image/", "audio/", "video/", "font/"} {
		if strings.HasPrefix(kind, seen) {
			return shown
		}
	}
	return strings.HasPrefix(kind, "font/")
}

// read is a part of the body as text.
func (p leaf) read(data []byte) (*Text, error) {
	if p.kind != "text/plain" {
		in := &Input{data: data, loaded: true, Charset: p.charset, limits: Limits{MaxBytes: int64(len(data))}}
		return readHTML(in)
	}
	content, name, err := encoded{declared: p.charset, lenient: true}.decode(data)
	if err != nil {
		return nil, err
	}
	content = strings.TrimPrefix(content, "\ufeff")
	if p.flowed {
		content = unflow(content)
	}
	return &Text{Content: content, Encoding: name}, nil
}

// unflow joins the lines that a mail program broke, which end with a blank
// (RFC 3676), unless it is that before a signature.
func unflow(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		text := strings.TrimRight(line, "\r\n")
		text = strings.TrimPrefix(text, " ") // stuffed, so that it does not begin with a sign that means something
		if strings.HasSuffix(text, " ") && text != "-- " {
			b.WriteString(text)
		} else {
			b.WriteString(text + "\n")
		}
	}
	return b.String()
}

// text is the letter's body below its subject, or nil when there is none.
func (l *letter) text(h message.Header) *Text {
	t := &Text{Title: subject(header(h.Get("Subject"))), Written: day(header(h.Get("Date")))}
	t.Created = t.Written
	var lines []string
	for _, part := range l.body {
		if content := strings.TrimSpace(part.Content); content != "" {
			lines = append(lines, content)
			t.Encoding, t.Language = first(t.Encoding, part.Encoding), first(t.Language, part.Language)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	t.Language = first(language(h.Get("Content-Language")), t.Language)
	t.Content = strings.Join(lines, "\n\n") + "\n"
	if start := t.Content[:min(len(t.Content), headSize)]; t.Title != "" && !contains(start, t.Title) {
		t.Content = t.Title + "\n\n" + t.Content
	}
	return t
}

// subject is a subject without the marks of answers.
func subject(s string) string {
	for {
		mark, rest, ok := strings.Cut(s, ":")
		switch strings.ToLower(strings.TrimSpace(mark)) {
		case "re", "fw", "fwd", "aw", "wg", "tr", "rv", "sv", "antw":
			s = strings.TrimSpace(rest)
		default:
			ok = false
		}
		if !ok {
			return s
		}
	}
}
