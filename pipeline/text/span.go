package text

// A Span is a stretch of text, Start inclusive, End exclusive, in bytes.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains reports whether o lies wholly inside s; a span contains itself.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// A Range is a run of tokens, First inclusive, End exclusive, as indexes into
// Document.Tokens.
type Range struct{ First, End int }

// Len is the number of tokens in the range.
func (r Range) Len() int { return r.End - r.First }

// Overlaps reports whether r and o share at least one token.
func (r Range) Overlaps(o Range) bool { return r.First < o.End && o.First < r.End }

// Contains reports whether o lies wholly inside r.
func (r Range) Contains(o Range) bool { return r.First <= o.First && o.End <= r.End }
