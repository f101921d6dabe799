package ner

import (
	"bytes"
	_ "embed"
	"encoding/gob"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

//go:embed basic.txt
var basicList string

// recognizerModel holds prose's maximum-entropy classifier in flat tables.
type recognizerModel struct {
	tags   []string // parts of speech, as the tagger numbers them
	labels []string // entity labels, sorted
	rows   *rows
	basic  map[string]bool
}

// tagger and recognizer load the two models, each when a document first needs it.
// They panic when prose does not hold what it ships, which a test would find.
var (
	tagger     = sync.OnceValue(loadTagger)
	recognizer = sync.OnceValue(loadRecognizer)
)

// asset decodes one of the files inside prose.
func asset(name string, into any) {
	data, err := prose.Asset(path.Join("model", name))
	if err == nil {
		err = gob.NewDecoder(bytes.NewReader(data)).Decode(into)
	}
	if err != nil {
		panic(fmt.Sprintf("prose's model %s: %v", name, err))
	}
}

func loadRecognizer() *recognizerModel {
	m := &recognizerModel{tags: tagger().tags, basic: map[string]bool{}}
	for line := range strings.SplitSeq(basicList, "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				m.basic[w] = true
			}
		}
	}
	var mapping map[string]int
	var shipped []float64
	asset("Maxent/mapping.gob", &mapping)
	asset("Maxent/weights.gob", &shipped)
	asset("Maxent/labels.gob", &m.labels)
	slices.Sort(m.labels)
	features := make(map[uint64][]weight, len(mapping))
	for entry, at := range mapping {
		for i, label := range m.labels {
			if feature, ok := strings.CutSuffix(entry, "-"+label); ok {
				key := uint64(noHash.add(feature))
				features[key] = append(features[key], weight{uint8(i), shipped[at]})
				break
			}
		}
	}
	m.rows = pack(features)
	return m
}
