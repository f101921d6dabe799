package people

import (
	"strconv"

	"chancery/extractors/ner"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// open reports whether words may be a name that no list knows: one of them is
// the witness's to tell, and a word by itself is no place's.
func (r *reader) open(words text.Range) bool {
	if p := r.place[words.First]; p != nil && p.Tokens == words && p.Strength >= pipeline.Likely {
		return false
	}
	for i := words.First; i < words.End; i++ {
		if p := r.place[i]; p != nil && p.Strength >= pipeline.Likely && p.Tokens.Len() > 1 {
			continue // "Ababa" in "Addis Ababa"
		}
		if r.witness.Open(i) {
			return true
		}
	}
	return false
}

// ask weighs what the witness says of a name.
func (r *reader) ask(c *candidate) {
	c.asked = true
	c.chance = r.witness.Chance(c.sentence, c.tokens, ner.Person)
	switch p := c.chance; {
	case p >= 0.9:
		c.add(4, "the witness is sure of a person"+chance(p))
	case p >= 0.7:
		c.add(3, "the witness says person"+chance(p))
	case p >= 0.4:
		c.add(2, "the witness thinks of a person"+chance(p))
	case p < 0.05 && !c.formed:
		c.add(-2, "the witness sees no person"+chance(p))
	}
	if p := c.chance; p >= 0.15 && p < 0.7 && r.witness.SecondOpinion(c.sentence, c.tokens) {
		c.add(1, "the second witness says person")
	}
}

// chance is a chance as the evidence tells it.
func chance(p float32) string { return " (" + strconv.FormatFloat(float64(p), 'f', 2, 32) + ")" }

// familyAtEnd takes a family name that a list has, behind words that none has, for a
// person's when the witness does not rule it out: "Zubairu Dada".
func (r *reader) familyAtEnd(c *candidate) {
	const least, fewest = 0.1, 4 // the chance, and the letters
	last := r.doc.Tokens[c.tokens.End-1]
	if n := r.words(c.tokens); c.score > open && c.score < enough && n > 1 && n <= 3 && c.chance >= least && last.Len() >= fewest && lastNames.Has(last) && r.place[c.tokens.End-1] == nil {
		c.add(2, "a family name at the end")
	}
}
