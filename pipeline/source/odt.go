package source

import (
	"bytes"
	"errors"
)

// ODT reads documents of LibreOffice and OpenOffice.
var ODT = Format{
	Name:       "odt",
	Doc:        "an OpenDocument text: paragraphs, tables, text boxes and notes, with insertions and without deletions",
	Extensions: []string{".odt", ".ott"},
	Types:      []string{odtType},
	Claims:     isODT,
	Read:       readODT,
}

const odtType = "application/vnd.oasis.opendocument.text"

var errNoDocument = errors.New("damaged: the part with the text is missing")

// isODT looks for the type that stands, stored, at the beginning of such a file.
func isODT(in *Input) bool {
	return isZip(in) && bytes.Contains(in.Head()[:min(len(in.Head()), 200)], []byte("mimetype"+odtType))
}

func readODT(in *Input) (*Text, error) {
	o, err := openOffice(in)
	if err != nil {
		return nil, err
	}
	if err := o.unlocked(); err != nil {
		return nil, err
	}
	d := &odt{paper: newPaper()}
	found, err := o.read("content.xml", d.visitor())
	if err == nil && !found {
		err = errNoDocument
	}
	if err != nil {
		return nil, err
	}
	if _, err := o.read("styles.xml", d.headers()); err != nil {
		return nil, err
	}
	t, title := &Text{}, ""
	if err := o.properties("meta.xml", t, &title); err != nil {
		return nil, err
	}
	return d.text(t, title), nil
}

// unlocked refuses a document that is encrypted.
func (o *officeFile) unlocked() error {
	locked := false
	_, err := o.read("META-INF/manifest.xml", visitor{
		start: func(name string, _ func(string) string) bool {
			locked = locked || name == "encryption-data"
			return true
		},
		end: func(string) {}, text: func(string) {},
	})
	if locked {
		return errProtected
	}
	return err
}

// An odt reads the parts of an OpenDocument text.
type odt struct {
	*paper
	open  int // open paragraphs
	edges int // open headers and footers
}

// odtLeftOut are elements whose text is no part of the document as it reads.
var odtLeftOut = map[string]bool{
	"tracked-changes": true, "note-citation": true, "annotation": true, "annotation-end": true, "forms": true, "scripts": true,
	"font-face-decls": true, "automatic-styles": true, "ruby-text": true, "svg:title": true, "svg:desc": true, "sequence-decls": true, "variable-decls": true,
	"user-field-decls": true, "binary-data": true, "hidden-text": true, "hidden-paragraph": true, "index-title-template": true,
}

func (d *odt) visitor() visitor {
	return visitor{start: d.begin, end: d.finish, text: d.letters}
}

func (d *odt) begin(name string, attr func(string) string) bool {
	switch name {
	case "p", "h":
		d.open++
		d.start()
		if name == "h" && attr("outline-level") == "1" {
			d.w.head++
		}
	case "s", "tab":
		d.gap()
	case "line-break":
		d.lineEnd()
	case "table-row":
		d.startRow()
	case "table-cell":
		d.startCell()
	case "text-box":
		d.leave("")
	case "note":
		d.leave(first(attr("note-class"), "footnote"))
	}
	return !odtLeftOut[name]
}

func (d *odt) finish(name string) {
	switch name {
	case "p", "h":
		d.open--
		d.end()
	case "table-row":
		d.endRow()
	case "table-cell":
		d.endCell()
	case "text-box", "note":
		d.back()
	}
}

func (d *odt) letters(s string) {
	if d.open > 0 {
		d.w.text(s)
	}
}

// headers reads the headers and footers of the pages' styles.
func (d *odt) headers() visitor {
	units := map[string]string{"header": "header", "header-left": "header", "header-first": "header", "footer": "footer", "footer-left": "footer", "footer-first": "footer"}
	return visitor{
		start: func(name string, attr func(string) string) bool {
			if units[name] != "" {
				d.edges++
				d.leave(units[name])
				return true
			}
			return d.edges == 0 && !odtLeftOut[name] || d.edges > 0 && d.begin(name, attr)
		},
		end: func(name string) {
			if units[name] != "" {
				d.edges--
				d.back()
			} else if d.edges > 0 {
				d.finish(name)
			}
		},
		text: d.letters,
	}
}
