package output

import (
	"context"
	"io"
	"slices"
	"sync"

	"chancery/pipeline"
)

// Lines says how a format is written whose files are text, row after row. All
// such formats are written from one reading of the rows, several blocks of them
// at a time.
type Lines struct {
	file    func(t *Table) string                        // the file that a table is in
	head    func(t *Table, o Options) string             // what stands before a table's rows
	row     func(b []byte, t *Table, row []datum) []byte // adds a row of a table
	between string                                       // stands between rows
	tail    func(t *Table, some bool) string             // what stands behind, if there are some rows or none
}

// writeLines writes the formats that are made of lines.
func writeLines(dir *Folder, d *Dataset, formats []Format, jobs int) error {
	drafts := make([]*draft, len(formats))
	for _, t := range Tables {
		for i, f := range formats {
			var err error
			if drafts[i], err = dir.next(drafts[i], f.Lines.file(t)); err != nil {
				return err
			}
			if _, err = io.WriteString(drafts[i], f.Lines.head(t, dir.options)); err != nil {
				return drafts[i].named(err)
			}
		}
		if err := t.lines(d, formats, drafts, jobs); err != nil {
			return err
		}
	}
	for _, w := range drafts {
		dir.finish(w)
	}
	return nil
}

// A formatted chunk is some rows of a table in each of the formats.
type formatted struct {
	texts *[][]byte // from buffers
	err   error
}

// buffers are those of chunks that are written, to be used again: the texts of all formats.
var buffers = sync.Pool{New: func() any { return new([][]byte) }}

// lines writes the rows of one table.
func (t *Table) lines(d *Dataset, formats []Format, drafts []*draft, jobs int) error {
	written := false
	err := pipeline.InOrder(context.Background(), jobs, func(begin func(func() formatted) bool) error {
		return t.chunks(d, func(c closed) error {
			if !begin(func() formatted { return t.format(c, formats) }) {
				return errEnough
			}
			return nil
		})
	}, func(f formatted, _ bool) error {
		if f.err != nil {
			return f.err
		}
		for i, w := range drafts {
			if written {
				_, _ = io.WriteString(w, formats[i].Lines.between) // its error is that of the next
			}
			if _, err := w.Write((*f.texts)[i]); err != nil {
				return w.named(err)
			}
		}
		buffers.Put(f.texts)
		written = true
		return nil
	})
	for i, w := range drafts {
		if err == nil {
			_, err = io.WriteString(w, formats[i].Lines.tail(t, written))
			err = w.named(err)
		}
	}
	return err
}

func (t *Table) format(c closed, formats []Format) (f formatted) {
	each, err := c()
	if err != nil {
		return formatted{err: err}
	}
	f.texts = buffers.Get().(*[][]byte)
	texts := slices.Grow((*f.texts)[:0], len(formats))[:len(formats)]
	for i := range texts {
		texts[i] = texts[i][:0]
	}
	*f.texts = texts
	first := true
	f.err = each(func(row []datum) error {
		for i, form := range formats {
			b := texts[i]
			if !first {
				b = append(b, form.Lines.between...)
			}
			texts[i] = form.Lines.row(b, t, row)
		}
		first = false
		return nil
	})
	return f
}
