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
	tagger     = sync.OnceValue(func() *taggerModel { return readTagger(packedTagger) })
	recognizer = sync.OnceValue(loadRecognizer)
)

// early has all of it loaded from the first document on that seems to have names, while
// the rules read: the tagger and the weights first, then the recognizer, which few pages ask.
var early = sync.OnceFunc(func() {
	go func() {
		tagger()
		shipped()
		recognizer()
	}()
})

// asset decodes one of the files inside prose.
func asset(name string, into any) {
	if err := gob.NewDecoder(bytes.NewReader(assetBytes(name))).Decode(into); err != nil {
		panic(fmt.Sprintf("prose's model %s: %v", name, err))
	}
}

// assetBytes is one of the files inside prose.
func assetBytes(name string) []byte {
	data, err := prose.Asset(path.Join("model", name))
	if err != nil {
		panic(fmt.Sprintf("prose's model %s: %v", name, err))
	}
	return data
}

func loadRecognizer() *recognizerModel {
	m := &recognizerModel{basic: map[string]bool{}}
	for line := range strings.SplitSeq(basicList, "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				m.basic[w] = true
			}
		}
	}
	asset("Maxent/labels.gob", &m.labels)
	slices.Sort(m.labels)
	type ending struct {
		text  []byte
		label uint8
	}
	var endings [256][]ending // by their last byte, which tells most of them apart
	for i, label := range m.labels {
		last := label[len(label)-1]
		endings[last] = append(endings[last], ending{[]byte("-" + label), uint8(i)})
	}
	values := make(chan []float64)
	go func() { values <- maxentWeights() }()
	r := newGobReader(assetBytes("Maxent/mapping.gob"))
	shipped := <-values
	weights := make([]weight, 0, len(shipped))
	r.entries(func() {
		entry, at := r.text(), r.signed()
		if len(entry) == 0 {
			return
		}
		for _, e := range endings[entry[len(entry)-1]] {
			if feature, ok := bytes.CutSuffix(entry, e.text); ok {
				weights = append(weights, weight{noHash.bytes(feature), e.label, shipped[at]})
				break
			}
		}
	})
	m.rows, m.tags = pack(weights), tagger().tags
	return m
}

func maxentWeights() (all []float64) {
	r := newGobReader(assetBytes("Maxent/weights.gob"))
	r.entries(func() { all = append(all, r.float()) })
	return all
}
