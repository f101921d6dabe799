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
	body  *body
	caps  []bool // which of its tokens are capitalized
	upper bool   // an acronym: every letter a capital
}

// A tree finds the names of bodies token by token, the longest first.
type tree struct {
	bodies []*body
	first  map[uint64]int32 // the node after a first word; only for building
	next   *text.Table[int32]
	forms  [][]form // by node
}

func newTree(rows [][]string) *tree {
	t := &tree{first: map[uint64]int32{}, forms: [][]form{nil}}
	steps := map[uint64]int32{}
	for _, f := range rows {
		acronyms := strings.FieldsFunc(f[1], bar)
		b := &body{name: f[0], kind: f[2], country: f[3]}
		if len(acronyms) > 0 {
			b.acronym = acronyms[0]
		}
		t.bodies = append(t.bodies, b)
		t.add(steps, b, f[0], false)
		for _, a := range acronyms {
			t.add(steps, b, a, true)
		}
		for _, name := range strings.FieldsFunc(f[4], bar) {
			t.add(steps, b, name, false)
		}
	}
	t.next = text.NewKeyTable(steps)
	return t
}

func bar(r rune) bool { return r == '|' }

func (t *tree) add(steps map[uint64]int32, b *body, name string, upper bool) {
	tokens := text.Tokenize(name)
	node := int32(0)
	caps := make([]bool, len(tokens))
	for i, tok := range tokens {
		caps[i] = tok.Class == text.Word && tok.Capital()
		step := branch(node, tok)
		if i == 0 {
			step = tok.Key
		}
		from := steps
		if i == 0 {
			t.grow(t.first, step)
			node = t.first[step]
			continue
		}
		t.grow(from, step)
		node = from[step]
	}
	t.forms[node] = append(t.forms[node], form{b, caps, upper})
}

// grow gives a step a node of its own unless it has one.
func (t *tree) grow(steps map[uint64]int32, step uint64) {
	if steps[step] == 0 {
		steps[step] = int32(len(t.forms))
		t.forms = append(t.forms, nil)
	}
}

// branch is the step from a node by a token.
func branch(node int32, tok text.Token) uint64 {
	key := tok.Key
	if tok.Class != text.Word && tok.Class != text.Number {
		key = uint64(tok.Class)
	}
	return (key+uint64(node))*0x9e3779b97f4a7c15 ^ uint64(node)
}

// longest is the longest form that stands at token i, given the node after its
// first word, and the number of its tokens.
func (t *tree) longest(tokens []text.Token, i int, node int32) (best *body, n int, acronym bool) {
	for j := i; ; {
		for _, f := range t.forms[node] {
			if f.written(tokens[i : j+1]) {
				best, n, acronym = f.body, j+1-i, f.upper
			}
		}
		if j++; j >= len(tokens) || tokens[j].Has(text.ParaStart) {
			return best, n, acronym
		}
		next, ok := t.next.Get(branch(node, tokens[j]))
		if !ok {
			return best, n, acronym
		}
		node = next
	}
}

// written reports whether the tokens have the capitals that the form asks for:
// "Peace Corps", but not "a peace corps"; "SCO", but not "Sco".
func (f form) written(tokens []text.Token) bool {
	for i, tok := range tokens {
		if f.caps[i] && !tok.Capital() || f.upper && tok.Class == text.Word && len(f.caps) == 1 && !tok.Has(text.Upper) && tok.Len() < 6 {
			return false
		}
	}
	return true
}
