package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"chancery/pipeline"
)

// A sample draws records for someone to read against their texts.
type sample struct {
	size int
	seed uint64
	all  []sampled
}

// sampled is a record that may be drawn.
type sampled struct {
	Class string          `json:"class"`
	Year  string          `json:"year"`
	File  string          `json:"file"`
	Slots json.RawMessage `json:"slots"`
	Quote string          `json:"quote"`
}

// add takes the facts of one text.
func (s *sample) add(file string, res pipeline.Result) {
	if s.size == 0 {
		return
	}
	for _, f := range res.Facts {
		year := "-"
		if f.Date != nil && f.Date.EDTF != "" {
			year = f.Date.EDTF
		}
		slots, _ := json.Marshal(factOf(f)) //nolint:errchkjson // slots are strings and numbers
		text, _, _ := strings.Cut(string(slots), `,"evidence"`)
		s.all = append(s.all, sampled{f.Class, year, file, json.RawMessage(text + "}"), strings.Join(strings.Fields(f.Quote), " ")})
	}
}

// lot is the number by which a record is drawn: one of its own and the seed, so
// that a sample keeps most of its records while others come and go.
func (s *sample) lot(d sampled) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d\x00%s\x00%s", s.seed, d.File, d.Slots)
	return h.Sum64()
}

// drawn is the records drawn, in the order of the files. In text each is a line:
// class, date, file, slots and the words, between tabs.
func (s *sample) drawn() []sampled {
	slices.SortStableFunc(s.all, func(a, b sampled) int { return cmp.Compare(s.lot(a), s.lot(b)) })
	drawn := s.all[:min(s.size, len(s.all))]
	slices.SortStableFunc(drawn, func(a, b sampled) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Class, b.Class), strings.Compare(a.Year, b.Year), bytes.Compare(a.Slots, b.Slots))
	})
	return drawn
}
