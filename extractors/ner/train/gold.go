package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"chancery/extractors/ner"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A goldLine is one document of the file to learn from, with offsets in code points.
type goldLine struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Gold struct {
		People []goldSpan `json:"people"`
		Places []goldSpan `json:"places"`
		Other  []goldSpan `json:"other"`
	} `json:"gold"`
}

type goldSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// A sample is one document as the labeller sees it: for each sentence the
// features and the right label of every token.
type sample struct {
	id        string
	source    string
	doc       *pipeline.Document
	labels    []ner.Label // by token
	sentences []sentence
}

type sentence struct {
	features [][]ner.Feature
	labels   []ner.Label
}

func readGold(in io.Reader) ([]*sample, error) {
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<26)
	var all []*sample
	for line := 1; sc.Scan(); line++ {
		var g goldLine
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		s, err := newSample(g)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		all = append(all, s)
	}
	return all, sc.Err()
}

func newSample(g goldLine) (*sample, error) {
	s := &sample{id: g.ID, source: g.Text, doc: pipeline.NewDocument(g.ID, g.Text, pipeline.Meta{})}
	s.labels = make([]ner.Label, len(s.doc.Tokens))
	bytes := byteOffsets(g.Text)
	for _, layer := range []struct {
		spans []goldSpan
		kind  func(goldSpan, string) ner.Label
	}{{g.Gold.Other, otherKind}, {g.Gold.Places, placeKind}, {g.Gold.People, personKind}} {
		for _, sp := range layer.spans {
			if sp.Start < 0 || sp.Start >= sp.End || sp.End >= len(bytes) {
				return nil, fmt.Errorf("span %d-%d is outside the text", sp.Start, sp.End)
			}
			start, end := bytes[sp.Start], bytes[sp.End]
			s.mark(start, end, layer.kind(sp, g.Text[start:end]))
		}
	}
	s.read()
	return s, nil
}

func personKind(goldSpan, string) ner.Label { return ner.FirstOfPerson }

func placeKind(_ goldSpan, name string) ner.Label {
	if railway(name) {
		return ner.FirstOfOrganization
	}
	return ner.FirstOfPlace
}

func otherKind(sp goldSpan, _ string) ner.Label {
	if sp.Type == "ORG" {
		return ner.FirstOfOrganization
	}
	return ner.FirstOfOther
}

// railway reports whether a name ends as those of railways do, which our
// conventions do not count among places.
func railway(name string) bool {
	for _, end := range []string{"Railroad", "Railway", "Line", "Metro", "Metrorail", "Transit System"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// byteOffsets are the byte offsets of a text's code points, and of its end.
func byteOffsets(s string) []int {
	offsets := make([]int, 0, utf8.RuneCountInString(s)+1)
	for i := range s {
		offsets = append(offsets, i)
	}
	return append(offsets, len(s))
}

// mark gives the tokens of a span, in bytes of the source, their labels. A name
// never begins inside another sentence's tail: a span over a sentence's end is
// marked in its first sentence only.
func (s *sample) mark(start, end int, first ner.Label) {
	at := func(i int) text.Span { // of token i, in the source
		t := s.doc.Tokens[i]
		return s.doc.Map.Source(text.Span{Start: int(t.Start), End: int(t.End)})
	}
	i := sort.Search(len(s.doc.Tokens), func(i int) bool { return at(i).End > start })
	label := first
	for ; i < len(s.doc.Tokens) && at(i).Start < end; i++ {
		if label != first && s.doc.Tokens[i].Has(text.SentStart) {
			return
		}
		s.labels[i] = label
		label = first + 1
	}
}

// read takes the features of every sentence.
func (s *sample) read() {
	r := ner.NewReader(s.doc)
	for _, rng := range s.doc.Sentences {
		r.Sentence(rng)
		sent := sentence{labels: s.labels[rng.First:rng.End]}
		for i := range rng.Len() {
			sent.features = append(sent.features, r.At(nil, i))
		}
		s.sentences = append(s.sentences, sent)
	}
}
