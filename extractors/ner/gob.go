package ner

import (
	"math"
	"math/bits"
)

// A gobReader reads the large maps and slices of prose's model in the encoding of package
// encoding/gob, entry by entry and where they lie. Decoded by the package they
// would be built as maps first, which takes a program's start longer than all else.
// It panics at the end of what is cut.
type gobReader struct{ left []byte }

// newGobReader reads the value in a file that encoding/gob wrote: it passes over
// the messages that define types, whose ids are negative, and the zero before a
// value that is no struct.
func newGobReader(file []byte) *gobReader {
	r := &gobReader{file}
	for {
		length := r.unsigned()
		message := gobReader{r.left[:length]}
		r.left = r.left[length:]
		if message.signed() > 0 {
			message.left = message.left[1:]
			return &message
		}
	}
}

// entries calls do before each entry of a map, for it to read the key and the value,
// or before each element of a slice.
func (r *gobReader) entries(do func()) {
	for range r.unsigned() {
		do()
	}
}

// unsigned reads an unsigned number: one byte below 128, or the negated count of
// the bytes that follow, the highest first.
func (r *gobReader) unsigned() uint64 {
	n := uint64(r.left[0])
	r.left = r.left[1:]
	if n < 128 {
		return n
	}
	count := int(-int8(n))
	n = 0
	for _, b := range r.left[:count] {
		n = n<<8 | uint64(b)
	}
	r.left = r.left[count:]
	return n
}

// signed reads a number whose lowest bit says that the others are complemented.
func (r *gobReader) signed() int64 {
	n := r.unsigned()
	return int64(n>>1) ^ -int64(n&1)
}

// float reads a number whose bytes stand in reverse, so that zeros at its end are few.
func (r *gobReader) float() float64 {
	return math.Float64frombits(bits.ReverseBytes64(r.unsigned()))
}

// text reads a string, as the part of the file where it lies.
func (r *gobReader) text() []byte {
	n := r.unsigned()
	s := r.left[:n]
	r.left = r.left[n:]
	return s
}
