package ner

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// A tagging is the scratch of giving a sentence's tokens their parts of speech.
type tagging struct{}

// of calls do with each token of the sentence and the number of its tag, as the
// model numbers them. A word of several tokens gives all of them its tag.
func (g *tagging) of(doc *pipeline.Document, s text.Range, do func(token, tag int)) {
	words, tokens := split(doc, s)
	for k, tag := range tagger().tag(words) {
		for i := tokens[k].First; i < tokens[k].End; i++ {
			do(i, tag)
		}
	}
}
