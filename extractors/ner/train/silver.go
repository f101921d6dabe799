package main

import (
	"chancery/extractors"
	"chancery/extractors/ner"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// silver makes samples of texts that nobody annotated: of the sentences in which
// the extractors, with a witness of first weights, explain every capitalized word
// (self-training, Yarowsky, 1995). The other sentences are left out. It teaches the witness the kinds of page that the
// annotated text is not like.
func silver(plain []*sample, w *ner.Weights) ([]*sample, error) {
	old := ner.Extractor.Run
	defer func() { ner.Extractor.Run = old }()
	ner.Extractor.Run = func(p *pipeline.Pass) { p.Note(ner.NewWitness(p.Doc, w)) }
	for _, s := range plain {
		res, err := pipeline.Annotate(s.doc, extractors.All)
		if err != nil {
			return nil, err
		}
		clear(s.labels)
		known := make([]bool, len(s.labels))
		for _, m := range res.Mentions {
			s.accept(m, known)
		}
		s.keep(known)
	}
	return plain, nil
}

// accept labels the tokens of a mention that stands.
func (s *sample) accept(m *pipeline.Mention, known []bool) {
	first, ok := map[pipeline.Kind]ner.Label{
		pipeline.Person: ner.FirstOfPerson, pipeline.Place: ner.FirstOfPlace, pipeline.Organization: ner.FirstOfOrganization, pipeline.Agreement: ner.FirstOfOther,
		pipeline.Date: ner.None,
	}[m.Kind]
	if !ok || m.Nested || m.Strength == pipeline.Weak {
		return
	}
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		known[i] = true
		if first != ner.None && s.labels[i] == ner.None {
			s.labels[i] = first + 1
		}
	}
	if first != ner.None && s.labels[m.Tokens.First] == first+1 {
		s.labels[m.Tokens.First] = first
	}
	if m.Person != nil {
		for i := m.Person.RoleTokens.First; i < m.Person.RoleTokens.End; i++ {
			known[i] = true
		}
	}
}

// keep leaves the sentences whose capitalized words are all known: as a mention,
// an office, a nationality, or a word of some class.
func (s *sample) keep(known []bool) {
	var kept []sentence
	for n, r := range s.doc.Sentences {
		if s.explained(r, known) {
			kept = append(kept, s.sentences[n])
		}
	}
	s.sentences = kept
}

func (s *sample) explained(r text.Range, known []bool) bool {
	for i := r.First; i < r.End; i++ {
		t := s.doc.Tokens[i]
		if t.Class == text.Word && t.Capital() && !t.Has(text.SentStart) && !known[i] && !ner.Classed(s.doc.Tokens, i, r.End) {
			return false
		}
	}
	return true
}
