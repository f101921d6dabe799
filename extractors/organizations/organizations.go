// Package organizations finds the names of institutions: ministries and
// governments, parliaments and parties, international bodies, missions,
// universities, banks, companies, courts, forces and the press.
//
// A name is found in one of three ways. Bodies known by name (bodies.tsv) are
// looked up. Other names are built around a head word (heads.tsv): "Ministry of
// Foreign Affairs of Kazakhstan" begins with one, "Asian Development Bank" ends
// with one. And an acronym that the text itself explains, "Trade Policy Board
// (TPB)", names the same institution for the rest of the text.
//
// It reads the places before it, so that a name's country can be told and the
// Soviet Union is not taken for a union.
package organizations

import (
	"chancery/extractors/places"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor proposes organization mentions.
var Extractor = &pipeline.Extractor{
	Name:     "organizations",
	Doc:      "institutions: ministries, parliaments, parties, international bodies, missions, companies; acronyms that the text defines",
	Requires: []*pipeline.Extractor{places.Extractor},
	Run:      run,
}

// A reader walks the tokens of one document.
type reader struct {
	pass     *pipeline.Pass
	tokens   []text.Token
	world    world
	acronyms map[uint64]*name // acronyms that the text has defined so far
	found    []*name          // in the order of the text, none inside another
}

// A name is a name found: where, and of what.
type name struct {
	tokens   text.Range
	value    string // canonical name
	core     string // the name without its country, for the entity's id
	kind     string
	country  string
	acronym  string
	host     string // of a mission, the country that it is accredited to
	inferred []string
	rule     string
	why      string
	strength pipeline.Strength
}

func run(p *pipeline.Pass) {
	r := reader{pass: p, tokens: p.Doc.Tokens, world: newWorld(p)}
	end := 0 // tokens before it are part of a body already
	for i, t := range r.tokens {
		if r.ampersand(i) {
			r.firm(i)
		}
		if t.Class != text.Word || !t.Capital() {
			continue
		}
		e, ok := lexicon.Get(t.Key)
		if !ok {
			if r.acronyms != nil && r.isAcronym(i) {
				r.defined(i)
			}
			continue
		}
		if e.body && i >= end {
			end = max(end, r.body(i))
		}
		if e.roles&head != 0 && r.acronyms[t.Key] == nil {
			r.built(i, e)
		}
		if r.acronyms != nil && i >= end && r.isAcronym(i) {
			r.defined(i)
		}
	}
	for _, n := range r.found {
		r.propose(n)
	}
}

// body reports the body known by name that begins at token i, if any, and
// returns the token after it.
func (r *reader) body(i int) int {
	b, n, acronym := known(r.tokens, i)
	if b == nil || acronym && r.shouted(i, n) {
		return i
	}
	at := text.Range{First: i, End: i + n}
	if r.world.isPlace(at) {
		return i
	}
	found := &name{
		tokens: at, value: b.name, core: b.name, kind: b.kind, country: b.country, acronym: b.acronym,
		rule: "known-body", why: "an institution known by this name", strength: pipeline.Certain,
	}
	if acronym {
		found.rule, found.why, found.strength = "known-acronym", "an acronym known for "+b.name, pipeline.Likely
	}
	if b.country == "" && b.kind != "international" {
		r.locate(found)
	}
	r.report(found)
	return found.tokens.End
}

// shouted reports whether an acronym at token i stands among words in capitals,
// where it may as well be a word: "WHO SIGNED".
func (r *reader) shouted(i, n int) bool {
	loud := func(j int) bool {
		return j >= 0 && j < len(r.tokens) && r.tokens[j].Has(text.Upper) && r.tokens[j].Len() > 3
	}
	return loud(i-1) || loud(i+n)
}

// defined reports an acronym that the text has explained before.
func (r *reader) defined(i int) {
	d := r.acronyms[r.tokens[i].Key]
	if d == nil || r.shouted(i, 1) {
		return
	}
	n := *d
	n.tokens = text.Range{First: i, End: i + 1}
	n.rule, n.why, n.strength = "defined-acronym", "the text explains it as "+d.value, pipeline.Certain
	r.keep(&n)
}

// report keeps a name and remembers the acronym that follows it in brackets.
func (r *reader) report(n *name) {
	if r.keep(n) {
		r.define(n)
	}
}

// keep adds a name to those found, in the place of any that lie inside it,
// unless it lies inside one itself, and reports whether it did.
func (r *reader) keep(n *name) bool {
	for len(r.found) > 0 {
		last := r.found[len(r.found)-1]
		if last.tokens.Contains(n.tokens) {
			return false
		}
		if !n.tokens.Contains(last.tokens) {
			break
		}
		r.found = r.found[:len(r.found)-1]
	}
	r.found = append(r.found, n)
	return true
}

func (r *reader) propose(n *name) {
	r.pass.Report(pipeline.Mention{
		Kind: pipeline.Organization, Tokens: n.tokens, Value: n.value, Entity: n.entity(), Rule: n.rule, Why: n.why,
		Strength: n.strength, Inferred: n.inferred,
		Organization: &pipeline.OrganizationValue{Acronym: n.acronym, Kind: n.kind, Country: n.country},
	})
}
