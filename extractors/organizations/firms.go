package organizations

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// kin are the words after an ampersand that end the name of a family's firm.
var kin = text.NewSet("son", "sons", "bros", "brothers", "daughters")

// firm reports the family's firm around the ampersand at token i: "Wiley & Sons", "Johnson & Johnson".
// Two other names so joined may be any two people.
func (r *reader) firm(i int) {
	first, last := i-1, i+1
	if first < 0 || !r.beside(i) || !r.beside(last) || !r.tokens[first].Has(text.Title) || !r.tokens[last].Has(text.Title) || r.tokens[first].Has(text.Initial) {
		return
	}
	if !kin.Has(r.tokens[last]) && r.tokens[last].Key != r.tokens[first].Key {
		return
	}
	if !r.tokens[first].Has(text.SentStart) && r.beside(first) && (r.tokens[first-1].Has(text.Title) || r.tokens[first-1].Class == text.Dot || r.ampersand(first-1)) && !r.has(first-1, stop) {
		return // "Arthur Haase & Son" is more than the last name
	}
	end := last + 1
	if r.beside(end) && (r.tokens[end].Has(text.Title) && r.tokens[end].Class == text.Word || r.ampersand(end)) {
		return
	}
	n := &name{
		tokens: text.Range{First: first, End: end}, kind: "company", rule: "firm", why: "a family's name before an ampersand", strength: pipeline.Likely,
	}
	n.value = r.words(n.tokens)
	n.core = n.value
	r.report(n)
}

// isCompany reports whether the head at token h ends the name of a company.
func (r *reader) isCompany(h int) bool {
	e, _ := lexicon.Get(r.tokens[h].Key)
	return e.kind == "company"
}

// ampersand reports whether token i is "&".
func (r *reader) ampersand(i int) bool {
	return i >= 0 && i < len(r.tokens) && r.tokens[i].Class == text.Other && r.pass.Doc.Word(i) == "&"
}

// partners takes into the name of a firm the partner before a comma: "Dillon, Read & Co.".
func (r *reader) partners(left *side, h int) {
	if k := left.from - 2; k >= 0 && left.from == h-2 && r.ampersand(h-1) && r.tokens[k+1].Class == text.Comma && r.tokens[k].Has(text.Title) && !r.has(k, stop|office) && !(r.beside(k) && r.tokens[k-1].Has(text.Title)) {
		left.from = k
	}
}
