package dates

import (
	_ "embed"
	"strings"

	"chancery/pipeline/text"
)

//go:embed grammar.tsv
var grammarList string

// A rule is one line of the grammar.
type rule struct {
	name    string
	pattern string
	example string // a sentence in which the rule reads value from words
	value   string
	words   string
}

// An element of a pattern matches one part of a date or one fixed token.
type element struct {
	what  byte // a letter of grammar.tsv, '=' for a fixed word, '.' for fixed punctuation
	key   uint64
	class text.Class
	tight bool // no blank stands before it
}

// letters are the elements that read part of a date.
const letters = "downmRyYenNsWuqhckFfi"

var punctuation = map[string]text.Class{",": text.Comma, ".": text.Dot, "/": text.Slash, "-": text.Dash, "(": text.Open, ")": text.Close}

// A node is a place in the tree of all patterns: what it takes to come here,
// the rule that is whole here, if one is, and how a pattern may go on.
type node struct {
	element
	need  kinds // what a token must be one of to stand here
	rule  *rule
	next  []*node
	needs kinds // those of next
}

var grammar = parseGrammar(grammarList)

// opening is the tree's first level by the letter of the first element, so that
// a month's name is not tried against the patterns of numbers.
var opening = func() (byFirst [128]*node) {
	root := &node{}
	for i := range grammar {
		r := &grammar[i]
		for _, elements := range expand(strings.Fields(r.pattern)) {
			root.add(elements, r)
		}
	}
	for _, n := range root.next {
		byFirst[n.what] = n
	}
	return byFirst
}()

func parseGrammar(list string) []rule {
	var rules []rule
	for _, line := range strings.Split(list, "\n") {
		if f := strings.Split(line, "\t"); len(f) == 5 && f[0][0] != '#' {
			rules = append(rules, rule{name: f[0], pattern: f[1], example: f[2], value: f[3], words: f[4]})
		}
	}
	return rules
}

// expand lists the patterns that come of taking or leaving each optional
// element, the fullest first.
func expand(pattern []string) [][]element {
	all := [][]element{nil}
	tight := false
	for _, s := range pattern {
		if s == "_" {
			tight = true
			continue
		}
		name, optional := strings.CutSuffix(s, "?")
		e := parseElement(name)
		e.tight, tight = tight, false
		var grown [][]element
		for _, p := range all {
			grown = append(grown, append(p[:len(p):len(p)], e))
		}
		if optional {
			grown = append(grown, all...)
		}
		all = grown
	}
	return all
}

func parseElement(name string) element {
	if class, ok := punctuation[name]; ok {
		return element{what: '.', class: class}
	}
	if len(name) == 1 && strings.Contains(letters, name) {
		return element{what: name[0]}
	}
	return element{what: '=', key: text.KeyOf(name)}
}

// add grows the tree by a pattern. A pattern that two rules share is the first's.
func (n *node) add(elements []element, r *rule) {
	if len(elements) == 0 {
		if n.rule == nil {
			n.rule = r
		}
		return
	}
	for _, c := range n.next {
		if c.element == elements[0] {
			c.add(elements[1:], r)
			return
		}
	}
	c := &node{element: elements[0], need: elements[0].kind()}
	n.next = append(n.next, c)
	n.needs |= c.need
	c.add(elements[1:], r)
}

// firsts are the first elements that token i can be.
func (r *reader) firsts(i int) string {
	switch t := r.at(i); t.Class {
	case text.Number:
		next := r.at(i + 1)
		bare := next.Class != text.Word && next.Class != text.Apos || next.Has(text.Spaced) && next.Has(text.Lower) && !next.Is(keyS)
		bare = bare && r.pluralAt(i+1) == 0
		return firstsOfNumber(t.Len(), bare)
	case text.Apos:
		return "kY"
	}
	switch r.word(i).sort {
	case month:
		return "m"
	case season:
		return "s"
	case ordinal, tens:
		if !r.countsOn(i + 1) {
			return ""
		}
		return "odwuqhcy"
	case cardinal:
		return "wy"
	case decade:
		return "k"
	case weekday:
		return "W"
	case article:
		return "e"
	case letter:
		return "qhFe"
	case holiday:
		return "f"
	case shift:
		return "uq"
	case unit:
		return "u"
	case roman:
		return "Rqhc"
	}
	return ""
}

// countsOn reports whether token i may follow an ordinal in a date. Most
// ordinals in prose stand before words that no date has.
func (r *reader) countsOn(i int) bool {
	t := r.at(i)
	return t.Class != text.Word || r.word(i).sort != none || t.Is(keyOf) || t.Is(keyAnd) || t.Is(keyOr) || t.Is(keyIn) || through.Has(t)
}

// firstsOfNumber are the first elements that a number of some digits can be; a
// bare one has no suffix, such as that of an ordinal or a decade, and no era.
func firstsOfNumber(digits int, bare bool) string {
	switch {
	case digits == 4 && bare:
		return "y"
	case digits == 4:
		return "yke"
	case digits <= 2 && bare:
		return "nod"
	case digits <= 2:
		return "noduqhcek"
	case digits == 8:
		return "i"
	case bare:
		return ""
	}
	return "e"
}

// match returns the longest reading of a pattern from token i on, and of equal
// ones the first in the grammar. Its end is 0 when there is none.
func (r *reader) match(i int) point {
	r.best = point{}
	for _, first := range r.firsts(i) {
		if n := opening[first]; n != nil {
			p := point{first: i}
			r.follow(n, i, &p)
		}
	}
	return r.best
}

// follow matches n at token i and goes on from there. It leaves p as it was.
func (r *reader) follow(n *node, i int, p *point) {
	r.steps++
	t := &r.doc.Tokens[i]
	if n.tight && t.Has(text.Spaced) {
		return
	}
	switch n.what {
	case '.':
		if t.Class == n.class {
			r.goOn(n, i+1, p)
		}
		return
	case '=':
		if t.Key == n.key && t.Class == text.Word {
			r.goOn(n, i+1, p)
		}
		return
	}
	q := *p
	if taken := r.element(n.what, i, &q); taken > 0 && i+taken <= r.limit {
		r.goOn(n, i+taken, &q)
	}
}

// goOn follows what comes after n and keeps the rule that is whole at n if
// nothing longer is.
func (r *reader) goOn(n *node, i int, p *point) {
	if n.next != nil && i < r.limit {
		if can := r.kindsOf(i) & n.needs; can != 0 {
			for _, c := range n.next {
				if c.need&can != 0 {
					r.follow(c, i, p)
				}
			}
		}
	}
	if n.rule == nil || i <= r.best.end {
		return
	}
	q := *p
	q.end, q.rule = i, n.rule.name
	if q.fits(r) {
		r.best = q
	}
}

// element matches an element at token i and returns how many tokens it takes, 0
// for none.
func (r *reader) element(what byte, i int, p *point) int {
	switch what {
	case 'd', 'o':
		return r.day(i, p, what == 'o')
	case 'm':
		return r.month(i, p)
	case 'y':
		return r.year(i, p)
	case 'Y':
		return r.shortYear(i, p)
	case 'n', 'N':
		return r.numeric(i, p, what == 'N')
	case 's':
		return r.season(i, p)
	}
	return r.rare(what, i, p)
}

func took(ok bool) int {
	if ok {
		return 1
	}
	return 0
}
