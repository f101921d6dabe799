package ner

import (
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

// early has the models loaded at the same time, and while the rules read, from the
// first document on that seems to have names.
var early = sync.OnceFunc(func() {
	go tagger()
	go recognizer()
	go shipped()
})

// asset decodes one of the files inside prose.
func asset(name string, into any) {
	if err := gob.NewDecoder(strings.NewReader(assetText(name))).Decode(into); err != nil {
		panic(fmt.Sprintf("prose's model %s: %v", name, err))
	}
}

// assetText is one of the files inside prose.
func assetText(name string) string {
	data, err := prose.Asset(path.Join("model", name))
	if err != nil {
		panic(fmt.Sprintf("prose's model %s: %v", name, err))
	}
	return string(data)
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
	var shipped []float64
	asset("Maxent/weights.gob", &shipped)
	asset("Maxent/labels.gob", &m.labels)
	slices.Sort(m.labels)
	weights := make([]weight, 0, len(shipped))
	r := newGobReader(assetText("Maxent/mapping.gob"))
	r.entries(func() {
		entry, at := r.text(), r.signed()
		for i, label := range m.labels {
			if feature, ok := strings.CutSuffix(entry, "-"+label); ok {
				weights = append(weights, weight{noHash.add(feature), uint8(i), shipped[at]})
				break
			}
		}
	})
	m.rows, m.tags = pack(weights), tagger().tags
	return m
}
