package agreements

import (
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// rename gives an instrument's other name its entity: "the Treaty of Peace and Amity (the
// Treaty of Kanagawa)", "the Agreement on Trade, hereinafter the Trade Agreement", "The
// Kellogg-Briand Pact ... Sometimes called the Pact of Paris".
func (r *reader) rename(mentions []pipeline.Mention) {
	for k := 1; k < len(r.titles); k++ {
		if r.otherName(r.titles[k-1], r.titles[k]) {
			unite(mentions, k, k-1)
		}
	}
}

// otherName reports whether a title is another name of the instrument that the title
// before it names.
func (r *reader) otherName(before, t *title) bool {
	const furthest = 14 // tokens
	named, bracket := false, false
	i := t.at.First - 1
	for ; i >= before.at.End && i > t.at.First-furthest; i-- {
		switch c := r.class(i); {
		case c == text.Close && r.class(i-2) == text.Open && acronym(r.word(i-1)): // "(SORT), also known as"
			i -= 2
		case c == text.Open:
			bracket = true
		case bracket && (r.world.date(i) != nil || r.word(i) == "on"): // "the Treaty on September 30, 1800 (also known as the Treaty of Mortefontaine)"
		case namings.Has(r.tokens[i]):
			named = true
		case named && (r.world.placeMention(i) != nil || r.has(i, party)): // "the Agreement (SOFA) between A and B, known as"
		case c != text.Comma && c != text.Quote && c != text.Dash && c != text.Dot && !aliasWords.Has(r.tokens[i]):
			return false
		}
		if r.tokens[i].Has(text.SentStart) {
			return named && before.entry.kind == t.entry.kind && !r.tokens[i].Has(text.ParaStart)
		}
	}
	switch {
	case i >= before.at.End, t.at.End >= len(r.tokens):
		return false
	case bracket:
		end := r.pastQuote(t.at.End)
		return r.class(end) == text.Close && (named || t.at.First-before.at.End <= 6)
	case r.word(before.at.End+1) == "or":
		return r.class(before.at.End) == text.Comma && r.has(before.at.End+2, det) && r.class(t.at.End) == text.Comma
	}
	return named
}

// namings say that what follows is a name, and aliasWords stand around them.
var (
	namings    = text.NewSet("formally", "officially", "known", "called", "dubbed", "named", "termed", "hereinafter", "hereafter", "nicknamed")
	aliasWords = text.NewSet("the", "also", "as", "so", "or", "referred", "to", "simply", "commonly", "popularly", "generally", "better", "sometimes", "often", "officially", "formally", "usually", "informally", "later", "it", "is", "was", "and", "came", "be", "collectively", "otherwise", "now", "then")
)

// pastOther is the token behind "with" and a state at token i, before the bracket that tells
// when they signed: "the Pinckney Treaty with Spain (1795)".
func (r *reader) pastOther(i int) int {
	if end := r.pastWith(i); r.class(end) == text.Open {
		return end
	}
	return i
}

// pastAlias passes a bracket that holds another name of the instrument:
// "(the so-called ...)".
func (r *reader) pastAlias(i, k, next int) (int, int) {
	for j := i + 1; j < len(r.tokens) && j < i+24 && !r.tokens[j].Has(text.SentStart); j++ {
		if r.class(j) != text.Close {
			continue
		}
		if next < j {
			next = len(r.tokens)
			if k+2 < len(r.titles) {
				next = r.titles[k+2].at.First
			}
		}
		return j + 1, next
	}
	return i + 1, next
}
