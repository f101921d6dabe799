package facts

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// rulersMeant is the government that the recognition at piece i is of, named by who leads it or not
// at all: "recognized the new government of A", "the A regime"; the piece that tells whose it is,
// or the government's own; -1 for none.
func (s *sentence) rulersMeant(i int) int {
	who := -1
	for k := i + 1; k < len(s.pieces) && k <= i+8; k++ {
		p := s.p(k)
		switch {
		case p.has(government) && rulers.Has(s.doc.Tokens[p.at.First]):
			if s.common(k+1) || s.possessed(k) {
				return -1 // "recognized government policies", "the government's right"
			}
			if who < 0 {
				who = s.ruler(k)
			}
			return who
		case p.kind == person && who < 0:
			who = k
		case s.possessed(k-1) && p.kind == other && p.at.Len() == 1 && !s.common(k):
		case p.has(be | grant | to | article | and | normal), p.kind == role, s.common(k) && !s.p(k+1).has(of), p.kind == other && s.doc.Tokens[p.at.First].Capital():
		default:
			return -1
		}
	}
	return -1
}

// rulersBefore is the same of the passive at piece i: "the government of A was recognized".
func (s *sentence) rulersBefore(i int) int {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch p := s.p(k); {
		case p.has(government) && rulers.Has(s.doc.Tokens[p.at.First]):
			if who := s.ruler(k); who < i {
				return who
			}
			return k
		case !p.has(be|aux|of|article|normal) && p.kind != person && p.kind != role && !(p.kind == other && s.doc.Tokens[p.at.First].Capital()):
			return -1
		}
	}
	return -1
}

// rulers are the words for a government that is recognized as that of a country.
var rulers = text.NewSet("government", "regime", "administration", "junta")

// ruler is the person whose government stands at piece k: "of General A", "headed by A"; k for none.
func (s *sentence) ruler(k int) int {
	for j := k + 1; j <= k+5; j++ {
		switch p := s.p(j); {
		case p.kind == person:
			return j
		case !p.has(of|by|verb|article) && p.kind != role && !(p.kind == other && s.doc.Tokens[p.at.First].Capital()):
			return k
		}
	}
	return k
}

// ruledBy is the country whose government at piece k is recognized: of who leads it, or the one
// that the page sets beside who recognizes.
func (s *sentence) ruledBy(k int, recognizers []string) (country string, supplied bool) {
	if k < 0 || len(recognizers) == 0 {
		return "", false
	}
	if c := s.p(k).country; c != "" && !s.same(c, recognizers[0]) {
		return c, s.p(k).kind == person && slices.Contains(s.p(k).m.Inferred, "country")
	}
	if !s.bilateral {
		return "", false
	}
	return s.counterpart(recognizers[0]), true
}

// alsoRecognized makes the facts of those behind the date of a recognition that have one of their
// own: "was recognized by A in 1848, by B in 1852", "A recognized B in 1822 and C in 1823".
func (s *sentence) alsoRecognized(of *pipeline.Fact, when *piece, passive bool, how polarity) {
	if when == nil || s.indexOf(when) >= len(s.pieces) {
		return
	}
	for k := s.indexOf(when) + 1; s.p(k).kind == comma || s.p(k).has(and); {
		for s.p(k).kind == comma || s.p(k).has(and) {
			k++
		}
		if s.p(k).has(by) != passive {
			return
		}
		if k = s.pastArticles(k); s.p(k).has(by) {
			k = s.pastArticles(k + 1)
		}
		d := k + 1
		for s.p(d).has(in | on) {
			d++
		}
		if s.p(k).kind != state || s.p(d).kind != date || d == k+1 {
			return
		}
		f, v := *of, *of.Relation
		if v.Parties = slices.Clone(v.Parties); passive {
			v.Parties[0] = s.p(k).country
		} else {
			v.Parties[1] = s.p(k).country
		}
		f.Relation, f.Date, f.At, f.Inferred = &v, nil, slices.Clone(of.At), nil
		f.Evidence = []*pipeline.Mention{s.p(k).m}
		dated(&f, s.p(d))
		s.keep(&f, how)
		k = d + 1
	}
}
