package source

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// PDF reads documents made for printing: the text in its order, with the lines of a
// paragraph joined, without what is printed again on each page.
var PDF = Format{
	Name:       "pdf",
	Doc:        "a PDF document: its paragraphs, without the heads and feet of pages; a scan has no text",
	Extensions: []string{".pdf"},
	Types:      []string{"application/pdf", "application/x-pdf"},
	Claims:     isPDF,
	Read:       readPDF,
}

func isPDF(in *Input) bool {
	return bytes.HasPrefix(bytes.TrimLeft(in.Head(), "\ufeff \t\r\n"), []byte("%PDF-"))
}

// The largest PDF that is read, in pages, and in characters on all of them.
const (
	maxPages = 20_000
	maxChars = 64 << 20
)

func readPDF(in *Input) (*Text, error) {
	data, err := in.Data()
	if err != nil {
		return nil, err
	}
	var t *Text
	err = withPDFium(func(p pdfium.Pdfium) (err error) {
		t, err = readPages(p, data)
		return err
	})
	return t, err
}

func readPages(p pdfium.Pdfium, data []byte) (*Text, error) {
	open, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, pdfError(err)
	}
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: open.Document})
	switch {
	case err != nil:
		return nil, pdfError(err)
	case count.PageCount > maxPages:
		return nil, fmt.Errorf("%d pages: more than the %d that a document may have", count.PageCount, maxPages)
	}
	t := &Text{Encoding: "utf-8"}
	pages := make([][]pdfLine, count.PageCount)
	chars := 0
	for i := range pages {
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: open.Document, Index: i}}
		got, err := p.GetPageTextStructured(&requests.GetPageTextStructured{Page: page, Mode: requests.GetPageTextStructuredModeChars})
		if err != nil {
			t.Lost = append(t.Lost, fmt.Errorf("page %d of %d: %w", i+1, len(pages), pdfError(err)))
			continue
		}
		if chars += len(got.Chars); chars > maxChars {
			return nil, fmt.Errorf("page %d of %d: more characters than a document may have", i+1, len(pages))
		}
		pages[i] = linesOf(got.Chars)
	}
	switch {
	case chars == 0 && len(t.Lost) > 0:
		return nil, t.Lost[0]
	case chars == 0:
		return nil, fmt.Errorf("no text on its %d pages: a scan, which must go through text recognition first", len(pages))
	}
	t.Content, t.Marks = joined(withoutEdges(pages))
	describePDF(p, open.Document, t)
	return t, nil
}

// describePDF reads what the document says about itself. Its dates are those of a
// file: the words may be older.
func describePDF(p pdfium.Pdfium, document references.FPDF_DOCUMENT, t *Text) {
	if meta, err := p.GetMetaData(&requests.GetMetaData{Document: document}); err == nil {
		for _, tag := range meta.Tags {
			switch tag.Tag {
			case "Title":
				t.Title = documentTitle(tag.Value)
			case "CreationDate":
				t.Created = pdfDay(tag.Value)
			case "ModDate":
				t.Updated = pdfDay(tag.Value)
			}
		}
	}
	t.Title = first(t.Title, firstLine(t.Content))
}

// documentTitle is a title, or empty when it is only the name of the file that the
// document was made from.
func documentTitle(s string) string {
	s = title(s)
	switch ext := strings.ToLower(path.Ext(s)); {
	case strings.HasPrefix(s, "Microsoft "), len(ext) > 3 && len(ext) < 6 && !strings.Contains(ext, " "), strings.EqualFold(s, "untitled"):
		return ""
	}
	return s
}

// pdfDay is the day of a date as PDF writes it: "D:20191007233000+02'00'".
func pdfDay(s string) string {
	s = strings.TrimPrefix(s, "D:")
	const date = "20060102"
	if len(s) < len(date) {
		return ""
	}
	return day(s[:len(date)])
}

// pdfError says what the errors of the library mean.
func pdfError(err error) error {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return errors.New("protected by a password")
	case errors.Is(err, pdfiumerrors.ErrSecurity):
		return errors.New("encrypted in a way that is not read")
	case errors.Is(err, pdfiumerrors.ErrFormat), errors.Is(err, pdfiumerrors.ErrFile):
		return errors.New("damaged: the file may be cut")
	case errors.Is(err, pdfiumerrors.ErrPage):
		return errors.New("damaged: the page cannot be read")
	}
	line, _, _ := strings.Cut(err.Error(), "\n") // what follows are places in the machine
	return fmt.Errorf("damaged: %s", line)
}
