package people

import "chancery/pipeline/text"

// An officeLine is a line that an office fills, as lists of staff have them.
type officeLine struct {
	sentence int
	role     *role // nil once it is known whose office it is
}

// byLines gives a person whose name fills a line, styles aside, the office that
// fills the line under it, or else the line above it, in one paragraph:
//
//	H.E. Mr. Jan Kos
//	Ambassador of Poland
//
// An office that a name above has taken belongs to no name below. The lines give
// an office to names only that other evidence shows to be names: menus of pages
// have such lines too.
func (r *reader) byLines(n int) {
	if n == 0 {
		r.above = officeLine{sentence: -1}
	}
	s := r.doc.Sentences[n]
	if !r.under(n) {
		r.above = officeLine{sentence: -1}
		if ro := r.fillsLine(s); ro != nil {
			r.above = officeLine{n, ro}
		}
		return
	}
	before := r.doc.Sentences[n-1]
	if ro := r.fillsLine(s); ro != nil {
		r.above = officeLine{n, ro}
		if c := r.nameLine(n-1, before); c != nil {
			c.role, c.rule, r.above.role = ro, "office-below", nil
		}
		return
	}
	if c := r.nameLine(n, s); c != nil && r.above.sentence == n-1 && r.above.role != nil {
		c.role, c.rule, r.above.role = r.above.role, "office-above", nil
	}
}

// under reports whether sentence n begins a line of the paragraph of the one before.
func (r *reader) under(n int) bool {
	first := r.doc.Tokens[r.doc.Sentences[n].First]
	return n > 0 && first.Has(text.LineStart) && !first.Has(text.ParaStart)
}

// fillsLine is the office that is all of a sentence; nil when there is none.
func (r *reader) fillsLine(s text.Range) *role {
	if len(r.roles) != 1 || r.roles[0].tokens.First != s.First || r.roles[0].tokens.End != s.End {
		return nil
	}
	ro := r.roles[0]
	return &ro
}

// nameLine is the person without an office whose name, behind its styles, is all
// of sentence n; nil when there is none.
func (r *reader) nameLine(n int, s text.Range) *candidate {
	if len(r.cands) == 0 {
		return nil
	}
	c := &r.cands[len(r.cands)-1]
	if r.at(s.First).Class == text.Open && r.at(s.First+2).Class == text.Close { // "(Signed) A"
		s.First += 3
	}
	if c.sentence != n || c.role != nil || c.score < enough || c.tokens.End != s.End || r.styles(c.tokens.First, s) != s.First {
		return nil
	}
	return c
}

// besideOffice reports whether a name fills a line under or above which an office begins.
func (r *reader) besideOffice(c *candidate) bool {
	if !r.at(c.tokens.First).Has(text.LineStart) || c.tokens.End < len(r.doc.Tokens) && !r.at(c.tokens.End).Has(text.LineStart) {
		return false
	}
	if r.above.role != nil && r.above.sentence == c.sentence-1 {
		return true
	}
	_, n := offices.Longest(r.doc.Tokens, c.tokens.End, min(len(r.doc.Tokens), c.tokens.End+most))
	return n > 0 && !r.at(c.tokens.End).Has(text.ParaStart)
}

// signs reports whether a name of several words begins the line under that in which a letter
// closes: "Yours sincerely,", "With kind regards".
func (r *reader) signs(name text.Range) bool {
	const longest = 5 // tokens of the line above
	if r.words(name) < 2 || !r.at(name.First).Has(text.LineStart) {
		return false
	}
	for i := name.First - 1; i >= 0 && i > name.First-longest; i-- {
		if closings.Has(r.doc.Tokens[i]) {
			return true
		}
		if r.doc.Tokens[i].Has(text.LineStart) {
			return false
		}
	}
	return false
}

var (
	closings   = text.NewSet("sincerely", "faithfully", "truly", "cordially", "respectfully", "regards", "wishes", "greetings", "yours")
	keySpeaker = text.KeyOf("i")
)
