package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The bounds of a part of an office document: bytes unpacked, and elements in
// elements.
const (
	maxPart      = 64 << 20
	maxPartDepth = 2000
)

// An officeFile is an office document: XML parts in a zip archive.
type officeFile struct {
	zip    *zip.Reader
	packed *budget
}

// holds reports whether a file is a zip archive with all these entries. Files
// that lie in folders of the archive do not make it an office document.
func holds(in *Input, entries ...string) bool {
	if !isZip(in) {
		return false
	}
	z, err := in.directory()
	if err != nil {
		return false
	}
	for _, e := range entries {
		if !hasEntry(z, e) {
			return false
		}
	}
	return true
}

func openOffice(in *Input) (*officeFile, error) {
	data, err := in.Data()
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("zip: %w", zipError(err))
	}
	return &officeFile{z, newBudget(int64(len(data)))}, nil
}

// part opens a part, or is nil where there is none of that name.
func (o *officeFile) part(name string) (io.ReadCloser, error) {
	for _, f := range o.zip.File {
		if f.Name != name {
			continue
		}
		if f.Flags&1 != 0 {
			return nil, errProtected
		}
		if f.UncompressedSize64 > maxPart {
			return nil, fmt.Errorf("%s: %w", name, errPartTooLarge)
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, zipError(err))
		}
		return r, nil
	}
	return nil, nil
}

var (
	errProtected    = errors.New("protected by a password")
	errPartTooLarge = fmt.Errorf("larger than the %s that a part of a document may have", bytesOf(maxPart))
)

// A visitor is told the elements of a part in their order, by their names without
// prefix. An element whose start is answered with false is left out whole.
type visitor struct {
	start func(name string, attr func(string) string) bool
	end   func(name string)
	text  func(string)
}

// read tells v a part's elements, and reports whether there is such a part.
func (o *officeFile) read(name string, v visitor) (bool, error) {
	r, err := o.part(name)
	if r == nil || err != nil {
		return false, err
	}
	defer r.Close()
	left := int64(maxPart)
	limited := counter{r, func(n int) error {
		if left -= int64(n); left < 0 {
			return errPartTooLarge
		}
		return o.packed.take(n)
	}}
	if err := elements(xml.NewDecoder(limited), v); err != nil {
		return true, fmt.Errorf("%s: %w", name, xmlError(err))
	}
	return true, nil
}

// elements tells v what a decoder reads. The decoder expands no entities but
// those of XML itself.
func elements(d *xml.Decoder, v visitor) error {
	depth := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxPartDepth {
				return fmt.Errorf("more than %d elements in each other", maxPartDepth)
			}
			if v.start(elementName(t.Name), attribute(t.Attr)) {
				continue
			}
			if err := d.Skip(); err != nil {
				return err
			}
			depth--
		case xml.EndElement:
			depth--
			v.end(elementName(t.Name))
		case xml.CharData:
			v.text(string(t))
		}
	}
}

// elementName is a name without its name space, but for those of pictures, whose
// titles and descriptions are called like those of the text.
func elementName(n xml.Name) string {
	if strings.HasSuffix(n.Space, "svg-compatible:1.0") {
		return "svg:" + n.Local
	}
	return n.Local
}

// xmlError says what the errors of the standard library mean.
func xmlError(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("damaged: line %d: %s", syntax.Line, syntax.Msg)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("damaged: the file is cut")
	}
	return zipError(err)
}

func attribute(attrs []xml.Attr) func(string) string {
	return func(name string) string {
		for _, a := range attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
}

// properties are what a document says about itself, by the elements that may hold
// the value.
func (o *officeFile) properties(part string, t *Text, title *string) error {
	var value strings.Builder
	_, err := o.read(part, visitor{
		start: func(string, func(string) string) bool { value.Reset(); return true },
		text:  func(s string) { value.WriteString(s) },
		end: func(name string) {
			s := strings.Join(strings.Fields(value.String()), " ")
			value.Reset()
			switch name {
			case "title":
				*title = first(*title, s)
			case "created", "creation-date":
				t.Created = first(t.Created, day(s))
			case "modified", "date":
				t.Updated = first(t.Updated, day(s))
			case "language":
				t.Language = first(t.Language, language(s))
			}
		},
	})
	return err
}
