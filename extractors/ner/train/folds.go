package main

import (
	"encoding/json"
	"io"
	"unicode/utf8"

	"chancery/extractors"
	"chancery/extractors/ner"
	"chancery/pipeline"
)

// validate annotates each of n parts of the samples with weights learned from the
// others.
func validate(samples []*sample, n int, s settings, out io.Writer) error {
	old := ner.Extractor.Run
	defer func() { ner.Extractor.Run = old }()
	e := json.NewEncoder(out)
	for fold := range n {
		var teach []*sample
		for i, one := range samples {
			if i%n != fold {
				teach = append(teach, one)
			}
		}
		w := learn(teach, s)
		ner.Extractor.Run = func(p *pipeline.Pass) { p.Note(ner.NewWitness(p.Doc, w)) }
		for i := fold; i < len(samples); i += n {
			p, err := predict(samples[i])
			if err == nil {
				err = e.Encode(p)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// A prediction is one document's mentions, offsets in code points.
type prediction struct {
	ID       string      `json:"id"`
	Mentions []predicted `json:"mentions"`
}

type predicted struct {
	Kind       pipeline.Kind `json:"kind"`
	Start      int           `json:"start"`
	End        int           `json:"end"`
	Value      string        `json:"value"`
	Nested     bool          `json:"nested,omitempty"`
	Rule       string        `json:"rule"`
	Confidence float64       `json:"confidence"`
}

func predict(s *sample) (prediction, error) {
	p := prediction{ID: s.id, Mentions: []predicted{}}
	res, err := pipeline.Annotate(pipeline.NewDocument(s.id, s.source, pipeline.Meta{}), extractors.All)
	if err != nil {
		return p, err
	}
	for _, m := range res.Mentions {
		start := utf8.RuneCountInString(s.source[:m.Source.Start])
		p.Mentions = append(p.Mentions, predicted{
			Kind: m.Kind, Start: start, End: start + utf8.RuneCountInString(m.Text), Value: m.Value,
			Nested: m.Nested, Rule: m.Rule, Confidence: m.Strength.Confidence(),
		})
	}
	return p, nil
}
