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

// placed reports the name that the head at token h ends after a place's, as those of newspapers do:
// "Boston Globe", "St. Louis Post-Dispatch".
func (r *reader) placed(h int, e entry) {
	const longest = 4 // tokens of the place
	end := h
	if h > 2 && r.tokens[h-1].Class == text.Dash && !r.tokens[h].Has(text.Spaced) && r.tokens[h-2].Capital() {
		end = h - 2
	}
	next := h + 1
	if !r.tokens[h].Has(text.Title) || !r.beside(h) || r.beside(next) && (r.tokens[next].Class == text.Word && r.tokens[next].Capital() || r.tokens[next].Class == text.Dash && !r.tokens[next].Has(text.Spaced)) {
		return // "Boston Post Road", "Fort Worth Star-Telegram"
	}
	for n := min(longest, end); n > 0; n-- {
		first := end - n
		entries, length := gazetteer.Lookup(r.tokens, first, end)
		if length != n || !r.tokens[first].Capital() || entries[0].Kind == "demonym" || r.has(first, head|plain|stop) {
			continue
		}
		if first > 0 && r.beside(first) && r.tokens[first-1].Class == text.Word && r.tokens[first-1].Capital() && !r.has(first-1, stop) {
			return
		}
		at := text.Range{First: first, End: h + 1}
		if r.isRefused(at, h) {
			return
		}
		found := &name{tokens: at, kind: e.kind, rule: "head-word", why: "a place's name before " + r.pass.Doc.Word(h), strength: pipeline.Certain}
		found.value = r.words(found.tokens)
		found.core = found.value
		r.report(found)
		return
	}
}
