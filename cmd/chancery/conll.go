package main

import (
	"bytes"
	"fmt"
	"strings"

	"chancery/pipeline"
)

// writeCoNLL writes the tokens of a text with the tags of Tjong Kim Sang and De
// Meulder (CoNLL-2003) in the scheme IOB2: the first token of a mention has B-.
func writeCoNLL(a annotation) []byte {
	doc := pipeline.NewDocument(a.id, a.res.Text, pipeline.Meta{}) // the same text gives the same tokens
	tags := make([]string, len(doc.Tokens))
	at := 0
	for _, m := range a.res.Mentions {
		if m.Nested || m.Tokens.First < at {
			continue
		}
		at = m.Tokens.End
		kind := strings.ToUpper(string(m.Kind))
		tags[m.Tokens.First] = "B-" + kind
		for i := m.Tokens.First + 1; i < m.Tokens.End; i++ {
			tags[i] = "I-" + kind
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# doc_id = %s\n", strings.Map(visible, a.label()))
	for _, s := range doc.Sentences {
		for i := s.First; i < s.End; i++ {
			tag := tags[i]
			if tag == "" {
				tag = "O"
			}
			fmt.Fprintf(&b, "%s\t%s\n", strings.Map(visible, doc.Word(i)), tag)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}
