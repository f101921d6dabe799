package output

import (
	"bytes"
	"encoding/gob"
	"errors"

	"chancery/pipeline"
	"chancery/pipeline/store"
)

// A Packed is what one result becomes on its way to the store: its rows, packed,
// and its entities, which may be those of other results too.
type Packed struct {
	rows     []int    // of each table
	pieces   [][]byte // of each table
	entities *Builder
	doubts   []doubt
	text     storedText
}

// Pack makes the rows of a result and packs them. It needs nothing but the result,
// so that many may be packed at a time.
func Pack(res *pipeline.Result) *Packed {
	b := NewBuilder()
	b.result(res)
	p := &Packed{entities: b, doubts: b.d.doubts, text: storedText{res.Doc.ID, res.Text, res.Missed}}
	for _, t := range Tables {
		p.rows = append(p.rows, t.rows(&b.d).Len())
		p.pieces = append(p.pieces, t.pack(nil, &b.d))
	}
	b.d = Dataset{}
	return p
}

// A Putter stores in blocks what the documents of a source gave.
type Putter struct {
	Documents, Failures int  // put so far
	Late                bool // whether one of the failures may not be one of the next run
	w                   *store.Writing
	rows                []int
	blocks              [][]byte
	entities            *Builder
	failures            []Failure
	doubts              []doubt
	texts               []storedText
}

// blockBytes is from which size on the packed rows of documents are stored
// together: large blocks need less room, small ones less memory.
const blockBytes = 512 << 10

// NewPutter stores through w.
func NewPutter(w *store.Writing) *Putter {
	p := &Putter{w: w, rows: make([]int, len(Tables)), blocks: make([][]byte, len(Tables))}
	p.clear()
	return p
}

// clear makes room for the next blocks.
func (p *Putter) clear() {
	for i := range Tables {
		p.rows[i], p.blocks[i] = 0, p.blocks[i][:0]
	}
	p.entities, p.failures, p.doubts, p.texts = NewBuilder(), nil, nil, nil
}

// Put stores what a document gave.
func (p *Putter) Put(doc *Packed) error {
	p.Documents++
	size := 0
	for i := range Tables {
		p.rows[i] += doc.rows[i]
		p.blocks[i] = append(p.blocks[i], doc.pieces[i]...)
		size += len(p.blocks[i])
	}
	p.entities.merge(doc.entities)
	p.doubts, p.texts = append(p.doubts, doc.doubts...), append(p.texts, doc.text)
	if size < blockBytes {
		return nil
	}
	return p.flush()
}

// Failure stores that a document gave nothing.
func (p *Putter) Failure(f pipeline.Failure) {
	p.Failures++
	p.Late = p.Late || f.Stage == pipeline.Late
	p.failures = append(p.failures, Failure(f))
}

// End stores the rest and makes the source complete.
func (p *Putter) End(e store.Entry) error {
	if err := p.flush(); err != nil {
		return err
	}
	return p.w.End(e)
}

// flush stores the rows that stand in memory.
func (p *Putter) flush() error {
	b := p.entities
	d := &Dataset{People: sorted(b.people), Places: sorted(b.places), Organizations: sorted(b.organizations), Failures: p.failures}
	for i, t := range Tables {
		rows, block := p.rows[i]+t.rows(d).Len(), t.pack(p.blocks[i], d)
		if rows == 0 {
			continue
		}
		if err := p.w.Put(t.Name, rows, block); err != nil {
			return err
		}
	}
	if err := errors.Join(putRows(p.w, doubtsTable, p.doubts), putRows(p.w, textsTable, p.texts)); err != nil {
		return err
	}
	p.clear()
	return nil
}

// putRows stores rows that belong to no table of a dataset.
func putRows[R any](w *store.Writing, name string, rows []R) error {
	if len(rows) == 0 {
		return nil
	}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(rows); err != nil {
		return err
	}
	return w.Put(name, len(rows), b.Bytes())
}
