package ner

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A tagging is the scratch of giving a sentence's tokens their parts of speech.
type tagging struct {
	words  []string
	tokens []text.Range
	sights []sight
	tags   []uint8
}

// of calls do with each token of the sentence and the number of its tag, as the
// model numbers them. A word of several tokens gives all of them its tag.
func (g *tagging) of(doc *pipeline.Document, s text.Range, do func(token, tag int)) {
	g.words, g.tokens = split(doc, s, g.words[:0], g.tokens[:0])
	for k, tag := range tagger().tag(g.words, g) {
		for i := g.tokens[k].First; i < g.tokens[k].End; i++ {
			do(i, int(tag))
		}
	}
}
