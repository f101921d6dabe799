package output

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"
)

// Rows are stored packed. A block is a sequence of pieces, so that blocks can be
// joined by joining their bytes. A piece is the number of its rows and then their
// data, in the order of the columns:
//
//   - a string is its length plus one and its bytes, or 0 when it is that of the
//     row before;
//   - a number is a varint, a float its eight bytes, a truth value one;
//   - a list is its length and then the lengths and bytes of its strings.
//
// Numbers that count are unsigned varints (package encoding/binary).

// pack appends the rows of a table that d has in memory to b, as one piece.
func (t *Table) pack(b []byte, d *Dataset) []byte {
	rows := t.rows(d)
	if rows.Len() == 0 {
		return b
	}
	b = binary.AppendUvarint(b, uint64(rows.Len()))
	data := make([]datum, len(t.fields))
	for i := range rows.Len() {
		row := rows.Index(i)
		for j := range data {
			before := data[j].text
			data[j].read(t.field(row, j))
			b = data[j].pack(b, before)
		}
	}
	return b
}

// field is the field of a row's struct that is column i.
func (t *Table) field(row reflect.Value, i int) reflect.Value {
	for _, n := range t.fields[i].Index {
		row = row.Field(n)
	}
	return row
}

func (c *datum) pack(b []byte, before string) []byte {
	switch c.kind {
	case reflect.Int:
		return binary.AppendVarint(b, c.number)
	case reflect.Float64:
		return binary.BigEndian.AppendUint64(b, math.Float64bits(c.float))
	case reflect.Bool:
		if c.truth {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Slice:
		b = binary.AppendUvarint(b, uint64(len(c.list)))
		for _, s := range c.list {
			b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
		}
		return b
	}
	if c.text == before {
		return append(b, 0)
	}
	return append(binary.AppendUvarint(b, uint64(len(c.text))+1), c.text...)
}

// errBlock says that a block is not what pack made.
var errBlock = errors.New("the block is damaged")

// unpack calls do with the data of each row of a block. Their strings are parts
// of the block, and the slices are used again.
func (t *Table) unpack(block string, do func(row []datum) error) error {
	row := make([]datum, len(t.fields))
	for i, f := range t.fields {
		row[i].kind = f.Type.Kind()
	}
	r := blockReader{left: block}
	for len(r.left) > 0 {
		for i := range row {
			row[i].text = ""
		}
		for range r.count() {
			for i := range row {
				r.datum(&row[i])
			}
			if r.failed {
				return errBlock
			}
			if err := do(row); err != nil {
				return err
			}
		}
		if r.failed {
			return errBlock
		}
	}
	return nil
}

// A blockReader reads a block from its front.
type blockReader struct {
	left   string
	failed bool
}

func (r *blockReader) datum(c *datum) {
	switch c.kind {
	case reflect.Int:
		n := r.count()
		c.number = int64(n>>1) ^ -int64(n&1) // as varints fold the sign
	case reflect.Float64:
		c.float = math.Float64frombits(binary.BigEndian.Uint64([]byte(r.bytes(8))))
	case reflect.Bool:
		c.truth = r.bytes(1) == "\x01"
	case reflect.Slice:
		c.list = c.list[:0]
		for range r.count() {
			if r.failed {
				return
			}
			c.list = append(c.list, r.bytes(r.count()))
		}
	default:
		if n := r.count(); n > 0 {
			c.text = r.bytes(n - 1)
		}
	}
}

// count reads an unsigned varint.
func (r *blockReader) count() uint64 {
	var n uint64
	for i := 0; i < len(r.left) && i < binary.MaxVarintLen64; i++ {
		c := r.left[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.left = r.left[i+1:]
			return n
		}
	}
	r.left, r.failed = "", true
	return 0
}

// bytes reads n bytes; of a block that ends before, it gives zeros.
func (r *blockReader) bytes(n uint64) string {
	if n > uint64(len(r.left)) {
		r.left, r.failed = "", true
		return "\x00\x00\x00\x00\x00\x00\x00\x00"
	}
	s := r.left[:n]
	r.left = r.left[n:]
	return s
}
