package organizations

import (
	"strings"

	"chancery/pipeline/text"
)

// A body is an institution known by name.
type body struct {
	name, acronym, kind, country string
}

// A form is one way of writing a body's name.
type form struct {
	body    *body
	caps    []bool // which of its tokens are capitalized
	acronym bool   // every letter is a capital
}

// forms reads bodies.tsv: by folded spelling, the forms that are so spelled.
func forms(rows [][]string) map[string][]form {
	all := map[string][]form{}
	add := func(b *body, name string, acronym bool) {
		f := form{body: b, acronym: acronym}
		for _, t := range text.Tokenize(name) {
			f.caps = append(f.caps, t.Class == text.Word && t.Capital())
		}
		all[text.Fold(name)] = append(all[text.Fold(name)], f)
	}
	for _, r := range rows {
		acronyms := strings.FieldsFunc(r[1], bar)
		b := &body{name: r[0], kind: r[2], country: r[3]}
		if len(acronyms) > 0 {
			b.acronym = acronyms[0]
		}
		add(b, b.name, false)
		for _, a := range acronyms {
			add(b, a, true)
		}
		for _, name := range strings.FieldsFunc(r[4], bar) {
			add(b, name, false)
		}
	}
	return all
}

func bar(r rune) bool { return r == '|' }

// known is the longest name of a body that begins at token i, and the number
// of its tokens. Where the longest spelling has other capitals, a shorter one
// may do: the "Nur Otan" of "Nur Otan party".
func known(tokens []text.Token, i int) (b *body, n int, acronym bool) {
	for end := len(tokens); ; end = i + n - 1 {
		var spelled []form
		if spelled, n = bodies.Longest(tokens, i, end); n == 0 {
			return nil, 0, false
		}
		for _, f := range spelled {
			if f.written(tokens[i : i+n]) {
				return f.body, n, f.acronym
			}
		}
	}
}

// written reports whether the tokens have the capitals that the form asks for:
// "Peace Corps", but not "a peace corps"; "SCO", but not "Sco".
func (f form) written(tokens []text.Token) bool {
	for i, t := range tokens {
		if f.caps[i] && !t.Capital() || f.acronym && len(tokens) == 1 && !t.Has(text.Upper) && t.Len() < 6 || i > 0 && t.Has(text.ParaStart) {
			return false
		}
	}
	return true
}
