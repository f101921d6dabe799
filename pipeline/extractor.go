package pipeline

import "slices"

// An Extractor is one reader of a document: a value, not an interface. Adding
// one means writing Run and naming the value in extractors.All.
type Extractor struct {
	Name     string       // one word, the plural of what it finds: "dates"
	Doc      string       // one sentence for chancery list
	Requires []*Extractor // extractors whose reports and notes it reads; they run first
	Run      func(*Pass)  // proposes mentions; nil for one that reads facts only

	// AnyLanguage is whether a text that is not in English is read as well.
	AnyLanguage bool

	// Facts reads the record from the mentions that won; nil for most.
	Facts func(*Reading)
}

func (e *Extractor) reads(doc *Document) bool { return e.AnyLanguage || !doc.Foreign() }

// A Pass gives an extractor one document and what was reported before.
// It is used by one goroutine.
type Pass struct {
	Doc *Document

	extractor *Extractor
	reported  []*Mention                // by the extractor that runs
	reports   map[*Extractor][]*Mention // by those that have run
	notes     map[*Extractor]any
	block     []Mention // mentions lie in blocks, for there are many
	outermost []outermost
}

// Report proposes a mention. Whether it stands is decided by Resolve, once
// all extractors have run.
func (p *Pass) Report(m Mention) {
	if len(p.block) == cap(p.block) {
		p.block = make([]Mention, 0, min(max(8, len(p.Doc.Tokens)/8), largestBlock))
	}
	p.block = append(p.block, m)
	kept := &p.block[len(p.block)-1]
	kept.Span = p.Doc.SpanOf(m.Tokens)
	p.reported = append(p.reported, kept)
}

// largestBlock is the most mentions that are allocated together.
const largestBlock = 64

// Reported returns what a required extractor proposed, in the order of its
// reports. The mentions are shared: a reader may link them but not move them.
func (p *Pass) Reported(e *Extractor) []*Mention { return p.reports[e] }

// Outermost is what a required extractor proposed with some strength or more, in the
// order of the text and without the mentions that lie inside others. The list is shared.
func (p *Pass) Outermost(e *Extractor, least Strength) []*Mention {
	for _, o := range p.outermost {
		if o.of == e && o.least == least {
			return o.mentions
		}
	}
	o := outermost{e, least, p.outermostOf(e, least)}
	p.outermost = append(p.outermost, o)
	return o.mentions
}

// outermost is an answer of Outermost, which others ask for too.
type outermost struct {
	of       *Extractor
	least    Strength
	mentions []*Mention
}

func (p *Pass) outermostOf(e *Extractor, least Strength) []*Mention {
	strong := make([]*Mention, 0, len(p.reports[e]))
	for _, m := range p.reports[e] {
		if m.Strength >= least {
			strong = append(strong, m)
		}
	}
	end := 0
	return slices.DeleteFunc(sorted(strong, position), func(m *Mention) bool {
		inside := m.Tokens.End <= end
		end = max(end, m.Tokens.End)
		return inside
	})
}

// Note leaves a value for the extractors that require this one, for what is
// not a mention: the countries of the page, the witness's tags.
func (p *Pass) Note(v any) { p.notes[p.extractor] = v }

// NoteOf returns what a required extractor noted, or nil.
func (p *Pass) NoteOf(e *Extractor) any { return p.notes[e] }

// NewPass makes a pass over doc for tests of a single extractor: it runs what
// e requires, then e, and returns the pass with everything reported.
func NewPass(doc *Document, e *Extractor) *Pass {
	p := newPass(doc)
	p.run(e, map[*Extractor]bool{})
	return p
}

func newPass(doc *Document) *Pass {
	return &Pass{Doc: doc, reports: map[*Extractor][]*Mention{}, notes: map[*Extractor]any{}}
}

// run runs e after everything it requires, each once.
func (p *Pass) run(e *Extractor, done map[*Extractor]bool) {
	if done[e] {
		return
	}
	done[e] = true
	for _, r := range e.Requires {
		p.run(r, done)
	}
	if p.extractor = e; e.Run != nil && e.reads(p.Doc) {
		e.Run(p)
	}
	if len(p.reported) > 0 {
		p.reports[e], p.reported = p.reported, nil
	}
}
