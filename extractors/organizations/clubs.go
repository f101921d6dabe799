package organizations

import (
	"chancery/extractors/gazetteer"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// club reports the sports club whose name begins at token h: "Dinamo Tbilisi", "FC Basel".
func (r *reader) club(h int, e entry) {
	i := h + 1
	if !r.beside(i) || !r.tokens[i].Has(text.Title) || r.has(i, office|stop) {
		return
	}
	end := i + 1
	if entries, n := gazetteer.Lookup(r.tokens, i, min(len(r.tokens), i+3)); n > 0 && (entries[0].Kind == "city" || entries[0].Kind == "region") {
		end = i + n
	} else if !r.tokens[h].Has(text.Upper) {
		return
	}
	for end+1 < len(r.tokens) && r.tokens[end].Class == text.Dash && !r.tokens[end].Has(text.Spaced) && r.tokens[end+1].Capital() {
		end += 2 // "FC Lausanne-Sport"
	}
	n := &name{
		tokens: text.Range{First: h, End: end}, kind: e.kind, rule: "club", why: "a sports club's word before a name", strength: pipeline.Likely,
	}
	n.value = r.words(n.tokens)
	n.core = n.value
	r.report(n)
}

// inExile is the token behind "-in-exile" at token i, or i: "Government of Poland-in-exile".
func (r *reader) inExile(i int) int {
	if i+3 < len(r.tokens) && r.tokens[i].Class == text.Dash && r.tokens[i+1].Is(keyIn) && r.tokens[i+2].Class == text.Dash && r.tokens[i+3].Is(keyExile) {
		return i + 4
	}
	return i
}
