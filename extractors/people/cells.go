package people

import "chancery/pipeline/text"

// officeBeside gives a name of several words that fills a cell of a table the office that the
// cell behind it begins with, or that fills the one before it: "Igli Hasani | Ambassador",
// "Minister of Health | Gonchig Ganbold".
func (r *reader) officeBeside(c *candidate, s text.Range) {
	if c.role != nil || r.words(c.tokens) < 2 || !r.fillsCell(c.tokens, s) || !r.open(c.tokens) {
		return
	}
	first := r.styles(c.tokens.First, s)
	k := r.firstRole(first)
	if i := c.tokens.End; r.at(i).Class == text.Bar && k < len(r.roles) && r.roles[k].tokens.First == i+1 {
		ro := r.roles[k]
		c.role, c.rule = &ro, "office-after"
	} else if ro := r.cellBefore(k-1, first, s); ro != nil {
		c.role, c.rule = ro, "office-before"
	} else {
		return
	}
	c.add(4, "an office in the cell beside it")
}

// cellBefore is the k-th office when it fills the cell that ends before the bar before token
// i, and is nobody's; nil else.
func (r *reader) cellBefore(k, i int, s text.Range) *role {
	if k < 0 || i == s.First {
		return nil
	}
	ro := r.roles[k]
	if ro.tokens.End != i-1 || r.at(i-1).Class != text.Bar || !r.fillsCell(ro.tokens, s) || r.held(&ro) || r.plural(&ro) {
		return nil
	}
	return &ro
}

// fillsCell reports whether words, styles aside, are all of a cell of their line.
func (r *reader) fillsCell(words, s text.Range) bool {
	first := r.styles(words.First, s)
	opens := first == s.First || r.at(first-1).Class == text.Bar
	closes := words.End >= s.End || r.at(words.End).Class == text.Bar
	return opens && closes && (first > s.First || words.End < s.End)
}
