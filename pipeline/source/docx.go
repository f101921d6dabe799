package source

import (
	"archive/zip"
	"path"
	"slices"
	"strings"
)

// DOCX reads documents of Word.
var DOCX = Format{
	Name:       "docx",
	Doc:        "a Word document: paragraphs, tables, text boxes and notes, with insertions and without deletions",
	Extensions: []string{".docx", ".docm", ".dotx"},
	Types:      []string{"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	Claims:     isDOCX,
	Read:       readDOCX,
}

// isDOCX goes by the names of parts. The main one may have a number.
func isDOCX(in *Input) bool {
	if !holds(in, "[Content_Types].xml") {
		return false
	}
	z, err := in.directory()
	return err == nil && slices.ContainsFunc(z.File, func(f *zip.File) bool {
		is, _ := path.Match("word/document*.xml", f.Name)
		return is
	})
}

// mainPart is the part that the document names as its text.
func (o *officeFile) mainPart() (string, error) {
	main := "word/document.xml"
	_, err := o.read("_rels/.rels", visitor{
		start: func(_ string, attr func(string) string) bool {
			if strings.HasSuffix(attr("Type"), "/officeDocument") {
				main = strings.TrimPrefix(path.Clean(attr("Target")), "/")
			}
			return true
		},
		end:  func(string) {},
		text: func(string) {},
	})
	return main, err
}

func readDOCX(in *Input) (*Text, error) {
	o, err := openOffice(in)
	if err != nil {
		return nil, err
	}
	d := &docx{paper: newPaper()}
	main, err := o.mainPart()
	if err != nil {
		return nil, err
	}
	found, err := o.read(main, d.visitor())
	if err == nil && !found {
		err = errNoDocument
	}
	if err != nil {
		return nil, err
	}
	for _, part := range d.beside(o) {
		if _, err := o.read(part.name, d.part(part.unit)); err != nil {
			return nil, err
		}
	}
	t, title := &Text{}, ""
	if err := o.properties("docProps/core.xml", t, &title); err != nil {
		return nil, err
	}
	return d.text(t, title), nil
}

// A docx reads the parts of a Word document.
type docx struct {
	*paper
	fields  []bool // open fields: whether what comes is their result rather than their instruction
	choices []bool // open alternatives: whether one was taken already
	hidden  bool   // whether the run is not shown
	written int    // open elements that hold letters
}

// leftOut are elements whose text is no part of the document as it reads: what was
// deleted or moved away, the instructions of fields, readings above letters.
var leftOut = map[string]bool{
	"del": true, "moveFrom": true, "delText": true, "instrText": true, "delInstrText": true, "rt": true, "sectPrChange": true,
	"pPrChange": true, "rPrChange": true, "tblPrChange": true, "binData": true,
}

func (d *docx) visitor() visitor {
	return visitor{start: d.begin, end: d.finish, text: d.letters}
}

func (d *docx) begin(name string, attr func(string) string) bool {
	switch name {
	case "p":
		d.start()
	case "pStyle":
		if s := strings.ToLower(attr("val")); s == "title" || s == "heading1" {
			d.w.head++
		}
	case "r":
		d.hidden = false
	case "t":
		d.written++
	case "tab", "ptab":
		d.gap()
	case "br", "cr":
		d.lineEnd()
	case "noBreakHyphen":
		d.say("-")
	case "vanish":
		d.hidden = attr("val") != "0" && attr("val") != "false"
	case "tr":
		d.startRow()
	case "tc":
		d.startCell()
	case "txbxContent":
		d.leave("")
	case "fldChar":
		d.field(attr("fldCharType"))
	case "AlternateContent":
		d.choices = append(d.choices, false)
	case "Choice", "Fallback":
		return d.choose()
	}
	return !leftOut[name]
}

// choose reports whether a form of what is written in several ways is read: the
// first is.
func (d *docx) choose() bool {
	n := len(d.choices) - 1
	if n < 0 {
		return true
	}
	taken := d.choices[n]
	d.choices[n] = true
	return !taken
}

func (d *docx) field(kind string) {
	n := len(d.fields)
	switch {
	case kind == "begin":
		d.fields = append(d.fields, false)
	case kind == "separate" && n > 0:
		d.fields[n-1] = true
	case kind == "end" && n > 0:
		d.fields = d.fields[:n-1]
	}
}

func (d *docx) finish(name string) {
	switch name {
	case "p":
		d.end()
		d.fields = resultsOf(d.fields)
	case "r":
		d.hidden = false
	case "t":
		d.written--
	case "tr":
		d.endRow()
	case "tc":
		d.endCell()
	case "txbxContent":
		d.back()
	case "AlternateContent":
		if n := len(d.choices); n > 0 {
			d.choices = d.choices[:n-1]
		}
	}
}

// resultsOf are the fields that show their results. An instruction does not go on
// behind its paragraph; where it seems to, the file is damaged, and the text that
// follows must not be lost.
func resultsOf(fields []bool) []bool {
	kept := fields[:0]
	for _, f := range fields {
		if f {
			kept = append(kept, f)
		}
	}
	return kept
}

func (d *docx) letters(s string) {
	if d.written > 0 {
		d.say(s)
	}
}

func (d *docx) say(s string) {
	if d.hidden {
		return
	}
	for _, result := range d.fields {
		if !result {
			return
		}
	}
	d.w.text(s)
}

// A besidePart is a part beside the text.
type besidePart struct{ name, unit string }

// beside are the parts with notes, headers and footers, in the order of the archive.
func (d *docx) beside(o *officeFile) []besidePart {
	parts := []besidePart{{"word/footnotes.xml", "footnote"}, {"word/endnotes.xml", "endnote"}}
	for _, unit := range []string{"header", "footer"} {
		for _, f := range o.zip.File {
			if ok, _ := path.Match("word/"+unit+"*.xml", f.Name); ok {
				parts = append(parts, besidePart{f.Name, unit})
			}
		}
	}
	return parts
}

// part reads a part beside the text: each note by itself, a header or footer whole.
func (d *docx) part(unit string) visitor {
	root := map[string]string{"header": "hdr", "footer": "ftr"}[unit]
	if root == "" {
		root = unit
	}
	v := d.visitor()
	v.start = func(name string, attr func(string) string) bool {
		if name != root {
			return d.begin(name, attr)
		}
		if kind := attr("type"); kind != "" && kind != "normal" { // the line above the notes
			return false
		}
		d.leave(unit)
		return true
	}
	v.end = func(name string) {
		if name == root {
			d.back()
		} else {
			d.finish(name)
		}
	}
	return v
}
