package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Mbox opens mailboxes: messages one behind the other, each below a line that
// begins with "From ".
var Mbox = Format{
	Name:       "mbox",
	Doc:        "a mailbox in the mbox format; each message in it is an e-mail of its own",
	Extensions: []string{".mbox", ".mbx"},
	Types:      []string{"application/mbox"},
	Claims:     isMbox,
	Parts:      openMbox,
}

var fromLine = []byte("From ")

// isMbox looks for the first such line and a header below it.
func isMbox(in *Input) bool {
	head := in.Head()
	_, rest, ok := bytes.Cut(head, []byte("\n"))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return ok && bytes.HasPrefix(head, fromLine) && headerName(bytes.TrimRight(line, "\r")) != ""
}

// A mailbox is the message of it that is being read.
type mailbox struct {
	in      *Input
	number  int // of the message, from 1; 0 before the first
	message []byte
	err     error
}

func openMbox(in *Input, each func(Part) bool) error {
	lines := bufio.NewReaderSize(in.Stream(), headSize)
	box := &mailbox{in: in}
	blank := true // whether the line before was
	for {
		line, err := readLine(lines, in.limits.MaxBytes)
		end := errors.Is(err, io.EOF)
		switch {
		case err != nil && !end && !errors.Is(err, errRowTooLarge):
			return fmt.Errorf("mbox: message %d: %w", box.number, plainly(err))
		case blank && bytes.HasPrefix(line, fromLine):
			if !box.give(each) {
				return nil
			}
			box.number++
		default:
			box.add(line, err)
		}
		if end {
			box.give(each)
			return nil
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
	}
}

// add adds a line to the message, as long as that is not larger than a document may be.
func (b *mailbox) add(line []byte, err error) {
	if errors.Is(err, errRowTooLarge) || int64(len(b.message)+len(line)) > b.in.limits.MaxBytes {
		b.err = b.in.tooLarge()
	}
	if b.err == nil {
		b.message = append(b.message, unquoted(line)...)
	}
}

// give gives the message that was read, when there is one.
func (b *mailbox) give(each func(Part) bool) bool {
	if b.number == 0 {
		return true
	}
	p := Part{Name: fmt.Sprintf("%d.eml", b.number), Err: b.err}
	if b.err == nil {
		p.In = b.in.held(p.Name, "message/rfc822", b.message)
	}
	b.message, b.err = nil, nil
	return each(p)
}

// unquoted is a line without the sign that keeps it from looking like the
// beginning of a message.
func unquoted(line []byte) []byte {
	if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, fromLine) {
		return line[1:]
	}
	return line
}
