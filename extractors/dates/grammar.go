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
	name     string
	elements []element
	example  string // a sentence in which the rule reads value from words
	value    string
	words    string
}

// An element of a pattern matches one part of a date or one fixed token.
type element struct {
	what     byte // d o m y Y n N s q h c k, '_', or 'w' for a fixed word, 'p' for fixed punctuation
	key      uint64
	class    text.Class
	optional bool
}

var punctuation = map[string]text.Class{",": text.Comma, ".": text.Dot, "/": text.Slash, "-": text.Dash}

var grammar = parseGrammar(grammarList)

func parseGrammar(list string) []rule {
	var rules []rule
	for _, line := range strings.Split(list, "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 5 || f[0][0] == '#' {
			continue
		}
		r := rule{name: f[0], example: f[2], value: f[3], words: f[4]}
		for _, e := range strings.Fields(f[1]) {
			r.elements = append(r.elements, parseElement(e))
		}
		rules = append(rules, r)
	}
	return rules
}

func parseElement(s string) element {
	name, optional := strings.CutSuffix(s, "?")
	e := element{optional: optional}
	switch class, ok := punctuation[name]; {
	case ok:
		e.what, e.class = 'p', class
	case len(name) == 1 && strings.Contains("domyYnNsqhck_", name):
		e.what = name[0]
	default:
		e.what, e.key = 'w', text.KeyOf(name)
	}
	return e
}

// opening lists, for each first element, the rules that begin with it, so that
// a month's name is not tried against the rules of numbers.
var opening = func() (byFirst [128][]*rule) {
	for i := range grammar {
		first := grammar[i].elements[0].what
		byFirst[first] = append(byFirst[first], &grammar[i])
	}
	return byFirst
}()

// openers are the first elements that a token of each sort can be.
func openers(t text.Token, w word) string {
	switch {
	case t.Class == text.Number && t.Len() <= 2:
		return "doncqh"
	case t.Class == text.Number:
		return "yk"
	case t.Class == text.Apos:
		return "k"
	case w.sort == month:
		return "m"
	case w.sort == season:
		return "s"
	case w.sort == ordinal || w.sort == tens:
		return "docqh"
	case w.sort == decade:
		return "k"
	}
	return "q"
}

// match tries the rules at token i and returns the longest reading.
func (r *reader) match(i int) (best point) {
	t := r.doc.Tokens[i]
	w := r.word(i)
	for _, first := range openers(t, w) {
		for _, rule := range opening[first] {
			if p, ok := r.try(rule, i); ok && p.end > best.end {
				best = p
			}
		}
	}
	return best
}

// try matches one rule from token i. Optional elements are taken when they fit;
// no pattern needs more.
func (r *reader) try(rule *rule, i int) (point, bool) {
	p := point{first: i, rule: rule.name}
	tight := false
	for _, e := range rule.elements {
		if e.what == '_' {
			tight = true
			continue
		}
		n := 0
		if i < r.limit && (!tight || !r.doc.Tokens[i].Has(text.Spaced)) {
			n = r.element(e, i, &p)
		}
		if n == 0 && !e.optional {
			return p, false
		}
		i += n
		tight = false
	}
	p.end = i
	return p, p.fits(r)
}

// element matches e at token i and returns how many tokens it takes, 0 for none.
func (r *reader) element(e element, i int, p *point) int {
	t := r.doc.Tokens[i]
	switch e.what {
	case 'p':
		if t.Class == e.class {
			return 1
		}
	case 'w':
		if t.Is(e.key) {
			return 1
		}
	case 'd', 'o':
		return r.day(i, p, e.what == 'o')
	case 'm':
		return r.month(i, p)
	case 'y':
		return r.year(i, p)
	case 'Y':
		return r.shortYear(i, p)
	case 'n', 'N':
		return r.numeric(i, p, e.what == 'N')
	case 's':
		if w := r.word(i); w.sort == season {
			p.m = int(w.value)
			return 1
		}
	default:
		return r.period(e.what, i, p)
	}
	return 0
}
