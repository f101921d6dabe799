package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// CSV opens tables whose rows are documents. The first row names the columns; a
// table without a column of texts is refused, because its cells are no sentences.
var CSV = Format{
	Name:       "csv",
	Doc:        "a CSV or TSV table, each row a document: its columns are named as the keys of jsonl are",
	Extensions: []string{".csv", ".tsv"},
	Types:      []string{"text/csv", "text/tab-separated-values"},
	Parts:      openCSV,
}

func openCSV(in *Input, each func(Part) bool) error {
	table, err := in.table()
	if err != nil {
		return err
	}
	peeked := bufio.NewReaderSize(table, headSize)
	head, _ := peeked.Peek(headSize)
	metered := &rowReader{r: peeked, max: in.limits.MaxBytes}
	r := csv.NewReader(metered)
	r.Comma, r.LazyQuotes = separator(in.Name, head)
	r.FieldsPerRecord, r.ReuseRecord = -1, true
	header, err := r.Read()
	if err == nil && strings.HasPrefix(header[0], "sep=") {
		header, err = r.Read()
	}
	if err != nil {
		return fmt.Errorf("csv: %w", csvError(err))
	}
	at, err := findColumns(header)
	if err != nil {
		return err
	}
	for {
		metered.next()
		fields, err := r.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && !errors.As(err, &broken):
			line, _ := r.FieldPos(0)
			return fmt.Errorf("csv: line %d: %w", line, err)
		case err != nil:
			if !each(Part{Name: fmt.Sprintf("line %d", broken.StartLine), Err: csvError(err)}) {
				return nil
			}
		case !each(at.part(fields, r)):
			return nil
		}
	}
}

// separator tells what stands between the cells, from the first row, and whether
// quotes are read generously: where tabs separate, few programs write any.
func separator(name string, head []byte) (comma rune, lazy bool) {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	if line := strings.TrimSpace(string(first)); strings.HasPrefix(line, "sep=") && len(line) == 5 {
		comma = rune(line[4])
		return comma, comma == '\t'
	}
	best := 0
	for _, c := range ",;\t|" {
		if n := bytes.Count(first, []byte(string(c))); n > best {
			best, comma = n, c
		}
	}
	switch {
	case best == 0 && strings.EqualFold(path.Ext(name), ".tsv"):
		comma = '\t'
	case best == 0:
		comma = ','
	}
	return comma, comma == '\t'
}

// csvError is an error of the CSV reader with its line.
func csvError(err error) error {
	var broken *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return ErrEmpty
	case !errors.As(err, &broken):
		return err
	case errors.Is(err, csv.ErrQuote) && broken.Line > broken.StartLine:
		return fmt.Errorf("line %d: a quote that is not closed where its cell ends; read up to line %d", broken.StartLine, broken.Line)
	case errors.Is(err, csv.ErrQuote):
		return fmt.Errorf("line %d: a quote that is not closed where its cell ends", broken.StartLine)
	case errors.Is(err, csv.ErrBareQuote):
		return fmt.Errorf("line %d: a quote within a cell that is not quoted", broken.Line)
	}
	return fmt.Errorf("line %d: %w", broken.Line, broken.Err)
}

// cells are the columns of a table; -1 for one that it has not.
type cells struct{ text, id, title, date, lang, all int }

func findColumns(header []string) (cells, error) {
	names := make([]string, len(header))
	for i, h := range header {
		names[i] = strings.ToLower(strings.TrimSpace(h))
	}
	c := cells{
		pick(names, columns.text), pick(names, columns.id), pick(names, columns.title), pick(names, columns.date), pick(names, columns.lang), len(header),
	}
	if c.text < 0 {
		return c, fmt.Errorf("a table without texts: none of its columns (%s) is named %s",
			clip(strings.Join(names, ", ")), strings.Join(columns.text, ", "))
	}
	return c, nil
}

// part is the document in a row that r has just read.
func (c cells) part(fields []string, r *csv.Reader) Part {
	cell := func(i int) string {
		if i < 0 || i >= len(fields) {
			return ""
		}
		return fields[i]
	}
	line, _ := r.FieldPos(min(c.text, len(fields)-1))
	if len(fields) != c.all {
		return Part{Name: textRow{line: line, id: cell(c.id)}.name(), Err: fmt.Errorf("line %d: %d cells in a table of %d columns", line, len(fields), c.all)}
	}
	return textRow{line, cell(c.id), cell(c.text), cell(c.title), cell(c.date), cell(c.lang)}.part()
}
