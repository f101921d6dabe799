// Package agreements finds the names of instruments between states and other
// parties, and what the text says of their signing.
//
// A title is built around a head word (heads.tsv): leftwards over the
// capitalized words that qualify it, rightwards over "of ...", "between ...",
// "on ..." for as long as the words go on with a title (words.tsv). A line that
// is a title is taken whole. Whether the words are a name or a mere reference
// ("the agreement", "several treaties on trade") is decided last.
//
// It reads the dates, places and organizations found before it, for the parties
// of an instrument and for the date and place of its signature.
package agreements

import (
	"chancery/extractors/dates"
	"chancery/extractors/organizations"
	"chancery/extractors/places"
	"chancery/pipeline"
	"chancery/pipeline/text"
)

// Extractor proposes agreement mentions.
var Extractor = &pipeline.Extractor{
	Name:     "agreements",
	Doc:      "names of treaties, agreements, declarations and other instruments, with parties, subject, date and place of signature",
	Requires: []*pipeline.Extractor{dates.Extractor, places.Extractor, organizations.Extractor},
	Run:      run,
}

// A reader walks the tokens of one document.
type reader struct {
	pass   *pipeline.Pass
	doc    *pipeline.Document
	tokens []text.Token
	world  world
	layout layout
	titles []*title // in the order of the text, none overlapping another
}

// A title is an instrument's name as it stands in the text.
type title struct {
	head     int // token of the head word
	entry    entry
	at       text.Range
	line     text.Range // the line it fills or begins, when it was taken as a line; else empty
	header   text.Range // the head of the table in which it stands, or empty
	intro    text.Range // the sentence that opens its list, or empty
	dashed   bool       // the line has "Country (number) – " or a date before it
	subject  text.Range // what it is about
	parties  text.Range // "between ..." or "with ..."
	term     *pipeline.Mention
	day      *pipeline.Mention // the date that stands for its name
	first    *title            // that whose head the text does not repeat: "agreements on trade (1998) and fisheries (2001)"
	left     mods
	named    string // rule
	why      string
	strength pipeline.Strength
}

func run(p *pipeline.Pass) {
	r := reader{pass: p, doc: p.Doc, tokens: p.Doc.Tokens, world: newWorld(p)}
	line, tried := 0, -1
	for i := 0; i < len(r.tokens); i++ {
		t := r.tokens[i]
		if t.Has(text.LineStart) || t.Has(text.SentStart) && r.numberedLine(line, i) {
			line = i
		}
		if t.Has(text.LineStart) {
			r.newLine(i)
		}
		if t.Class != text.Word {
			continue
		}
		e, ok := heads.Get(t.Key)
		if !ok || r.ceremony(i) || e.roles&initials != 0 && !t.Has(text.Upper) {
			continue
		}
		var found *title
		if tried != line && !r.larger(i) {
			if found, tried = r.lineTitle(line, i, e), line; found == nil {
				found = r.item(line, i, e)
			}
			r.place(found)
		}
		if found == nil {
			found = r.title(i, e)
		}
		if found != nil {
			r.titles = append(r.titles, found)
			i = max(i, found.at.End-1)
			for also := r.gap(found, found.at.End); also != nil; also = r.gap(found, also.at.End) {
				r.titles = append(r.titles, also)
				i = max(i, also.at.End-1)
			}
		}
	}
	r.undated()
	r.report()
}

// ceremony reports whether token i is the "Protocol" that a chief or a department is of:
// "Chief of the State Protocol of Ecuador".
func (r *reader) ceremony(i int) bool {
	if !r.tokens[i].Is(keyProtocol) {
		return false
	}
	for i--; i > 0 && (r.tokens[i].Is(text.KeyOf("the")) || r.tokens[i].Is(text.KeyOf("state"))); i-- {
	}
	return i > 0 && r.tokens[i].Is(text.KeyOf("of")) && ofProtocol.Has(r.tokens[i-1])
}

var (
	ofProtocol  = text.NewSet("chief", "head", "director", "directorate", "department", "office")
	keyProtocol = text.KeyOf("protocol")
)

// entry is what the lexicon has on token i, if that is a word.
func (r *reader) entry(i int) entry {
	if i < 0 || i >= len(r.tokens) || r.tokens[i].Class != text.Word {
		return entry{}
	}
	e, _ := lexicon.Get(r.tokens[i].Key)
	return e
}

// has reports whether token i is a word with any of the roles.
func (r *reader) has(i int, roles role) bool { return r.entry(i).roles&roles != 0 }

// word is the text of token i, or "" outside the text.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.doc.Word(i)
}

// class is the class of token i, or Other outside the text.
func (r *reader) class(i int) text.Class {
	if i < 0 || i >= len(r.tokens) {
		return text.Other
	}
	return r.tokens[i].Class
}
