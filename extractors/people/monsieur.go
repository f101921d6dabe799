package people

import "chancery/pipeline/text"

// monsieur takes "M." for the French style where a text writes it before several family
// names that stand alone, as translations do: "M. Sazonof", "M. Viviani".
func (r *reader) monsieur() {
	const several = 3
	seen := map[uint64]bool{}
	for i := range r.cands {
		if t := r.cands[i].tokens; r.afterM(t) {
			seen[r.doc.Tokens[t.First+2].Key] = true
		}
	}
	if len(seen) < several {
		return
	}
	for i := range r.cands {
		if c := &r.cands[i]; r.afterM(c.tokens) {
			c.tokens.First += 2
			c.add(6, "the French style before it")
			c.rule = "honorific"
		}
	}
}

// afterM reports whether a name is "M." and one word.
func (r *reader) afterM(t text.Range) bool {
	return t.Len() == 3 && r.doc.Tokens[t.First].Is(keyM) && r.doc.Tokens[t.First+1].Class == text.Dot && r.doc.Tokens[t.First+2].Has(text.Title)
}
